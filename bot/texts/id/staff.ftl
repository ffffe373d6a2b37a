# Yang dibaca petugas. Kartu panggilan tidak memuat nama, alamat, atau cerita siapa pun.

nothing = {""}
nobody-name = belum ada
kecamatan-unknown = tempat belum diketahui

severity-emergency = DARURAT
severity-TINGGI = TINGGI
severity-SEDANG = SEDANG
severity-RENDAH = RENDAH
severity-none = belum dinilai
mark-emergency = 🔴
mark-TINGGI = 🟠
mark-SEDANG = 🟡
mark-RENDAH = 🟢
mark-none = ⚪
risk-TINGGI = TINGGI
risk-SEDANG = SEDANG
risk-RENDAH = RENDAH
risk-none = belum dinilai
type-KTP = KTP
type-KTA = KTA
type-ABH = ABH
type-LAINNYA = LAINNYA
types-unknown = jenis belum diketahui
type-BUKAN_LAPORAN = BUKAN LAPORAN

cause-triage = menurut jawaban pelapor
cause-declared = tombol Darurat ditekan
cause-words = ada kata bahaya dalam pesan
cause-unsafe_visit = kunjungan tidak aman
cause-raised = dinyatakan darurat oleh petugas
cause-unfinished = laporan terhenti di tengah jalan
cause-report = laporan baru
cause-missed_visit = kunjungan lewat jadwal dan belum dilakukan

group-on_duty = petugas piket
group-coordinator = koordinator
group-head = kepala unit
group-reserve = daftar cadangan koordinator
group-manager = manajer kasus
group-everyone = semua petugas

# Panggilan
alert-call = { $mark } <b>{ $severity } · { $kecamatan }</b>
    { $number } · { $types }
    Sebab: { $cause }
    Laporan masuk { $reported } ({ $since } lalu)
    Batas: <b>{ $left }</b> ({ $deadline })
    Panggilan ke-{ $calls }{ $passed }{ $way }
alert-passed = {" "}· dilewati karena tidak ada yang bisa dihubungi: { $groups }
alert-repeated = (Kiriman ulang, mungkin sudah Anda terima.)
    { $text }
alert-taken-by = { $number } · Sudah diambil <b>{ $holder }</b>. Terima kasih, Anda tidak perlu berbuat apa-apa.
alert-taken-you = { $number } · Anda yang mengambil. Kartunya ada di bawah.
alert-declined = { $number } · Anda memilih "Tidak bisa". Petugas lain tetap dipanggil. Bila keadaan berubah, Anda masih bisa mengambilnya.
alert-yours = { $mark } <b>{ $number } · Anda yang menangani</b>
    { $severity } · { $types } · { $kecamatan }
    Penjangkauan (langkah 1.6): <b>{ $left }</b> ({ $deadline }){ $way }

    1. Keselamatan dahulu. Bila perlu hubungi 110 dan 119, jangan datang sendirian.
    2. Hubungi pelapor hanya dengan cara yang ia pilih.
    3. Setelah bantuan sampai, tekan <b>Penjangkauan tercatat</b>.
    Isi laporan ada di bawah ini.
report-yours = { $mark } <b>{ $number } · Anda yang memeriksa</b>
    { $severity } · { $types } · { $kecamatan }
    Baca isi laporan di bawah. Lalu konfirmasi atau ubah penilaiannya (langkah 1.5) paling lambat { $deadline }.
already-yours = { $number } sudah Anda pegang.
alert-already = { $number } · Kasus ini sedang dipanggil sebagai darurat. Lihat kartu daruratnya.
alert-still-there = { $number } · Masih menangani?
    Belum ada kabar dari Anda. Tanpa jawaban dalam { $minutes } menit, panggilan dikembalikan kepada semua petugas piket.
alert-kept = { $number } · Baik, tetap Anda yang menangani.
alert-returned = { $number } · { $how }. Petugas lain dipanggil lagi.
alert-let-go = { $number } · Tidak lagi Anda pegang.
alert-returned-lead = { $number } · { $severity } · { $kecamatan }
    Dilepas oleh { $actor }: { $how }. Panggilan dimulai lagi dari awal.
returned-by-holder = dikembalikan atas permintaan
returned-by-silence = dikembalikan karena tidak ada kabar
alert-ended = { $number } · Panggilan ini selesai, dicatat oleh { $actor }.
alert-news = <b>Kabar dari pelapor · { $number } · { $types } · { $kecamatan }</b>
    { $news }
alert-nobody = <b>TIDAK ADA YANG BISA DIHUBUNGI</b> · { $severity } · { $number } · { $kecamatan }
    Tidak satu pun petugas dapat dijangkau lewat Telegram. Hubungi mereka dengan telepon sekarang.
addition-lead = { $number } · Pelapor menambahkan sesuatu, dan belum ada yang memegang kasus ini.

# Isi laporan
case-file = <b>Isi laporan { $number }</b>
    { $lines }
case-story = <b>Cerita · { $number }</b>
    { $text }
file-empty = Belum ada jawaban. Pelapor baru menekan Darurat.
case-attachment = { $number } · { $what }
case-spot = { $number } · Tempat yang dibagikan pelapor (peta di atas).
file-lost = { $text }
    (Berkas ini tidak dapat ditampilkan lagi oleh Telegram.)
news-spot = Membagikan lokasi: https://maps.google.com/?q={ $latitude },{ $longitude }

# Penjangkauan (langkah 1.6)
outreach-due = { $number } · { $severity }
    { $percent } % waktu penjangkauan sudah lewat. Batas: { $deadline } ({ $left }).
    Bila bantuan sudah sampai, catat sekarang.
outreach-late-lead = { $number } · { $severity } · { $kecamatan }
    Penjangkauan belum tercatat; { $percent } % waktu sudah lewat. Batas: { $deadline } ({ $left }). Pemegang: { $holder }.
outreach-recorded = { $number } · Penjangkauan tercatat. Terima kasih; panggilan darurat ini selesai.
outreach-recorded-unsafe = { $number } · Penjangkauan tercatat. Korban belum dipastikan aman, jadi kasus ini tetap Anda pegang dan koordinator diberi tahu.
outreach-recorded-lead = { $number } · Penjangkauan tercatat oleh { $actor }; korban aman.
outreach-still-unsafe = { $number } · { $severity } · { $kecamatan }
    Penjangkauan tercatat oleh { $actor }, tetapi korban <b>belum dipastikan aman</b>. Kasus tetap dipegang { $holder }.

# Penilaian (langkah 1.5)
decision-card = <b>Usulan penilaian · { $number }</b>
    Jenis: { $types }
    Risiko: <b>{ $severity }</b> ({ $ruled })
    Kewenangan: { $jurisdiction }
    Jalur: { $routes }
    Keadaan: { $status }{ $police }

    <b>Mengapa:</b>
    { $reasons }
reason = • { $words } <i>({ $code }; { $basis })</i>
reason-declared = • Darurat karena tombol Darurat ditekan, atau ada kata bahaya dalam pesan. Bacalah ceritanya.
no-reasons = • Tidak ada tanda bahaya yang disebutkan.
ruled-by-rules = menurut aturan
ruled-by-officer = ditetapkan petugas
jurisdiction-DESA = desa (PATBM)
jurisdiction-KABUPATEN = kabupaten
jurisdiction-PROVINSI = provinsi
jurisdiction-NASIONAL = nasional
jurisdiction-KAB_LAIN = kabupaten lain
jurisdiction-none = tidak berlaku
route-e = penjangkauan darurat
route-ex = serah terima darurat (SAPA 129 atau unit setempat)
route-a = UPTD PPA kabupaten
route-b = PATBM desa
route-c = Dinas Sosial
route-d = UPTD PPA Provinsi atau KemenPPPA
route-dx = UPTD PPA kabupaten lain
route-f = informasi layanan
status-unfinished = laporan belum selesai
status-reported = menunggu konfirmasi
status-confirmed = dikonfirmasi, menunggu manajer kasus
status-entrusted = diserahkan kepada mitra, dipantau
status-assigned = ada manajer kasus, belum ditemui
status-met = sudah ditemui, menunggu persetujuan tertulis
status-refused = persetujuan tidak diberikan
status-consented = asesmen
status-assessed = perencanaan
status-planned = pelaksanaan layanan
status-served = pemantauan
status-reviewed = menuju terminasi
status-ending = terminasi
status-closed = ditutup
decision-confirmed = { $number } · Penilaian dikonfirmasi: { $severity }. Koordinator diminta menunjuk manajer kasus.
confirmation-due = { $number } · Penilaian (langkah 1.5) belum dikonfirmasi. Laporan masuk { $since } lalu.
confirmation-late-lead = { $number } · { $severity } · { $kecamatan }
    Penilaian (langkah 1.5) belum dikonfirmasi; laporan masuk { $since } lalu. Pemegang: { $holder }.
risk-raised = { $number } · Penilaian dinaikkan oleh { $actor }. Sekarang: <b>{ $severity }</b>.
lowering-waits = { $number } · Permintaan dicatat. Penurunan berlaku setelah petugas kedua menyetujui.
lowering-asked = <b>{ $number } · perlu orang kedua</b>
    { $asker } mengusulkan penurunan dari { $severity } menjadi <b>{ $wished }</b>.
    Alasan: { $reason }

    Baca isi laporan dahulu; Anda ikut bertanggung jawab.
lowering-agreed = { $number } · Penilaian sekarang: <b>{ $severity }</b>. Diputuskan oleh { $actor }.
relabelled = { $number } · Sekarang dicatat sebagai <b>{ $types }</b>, jalur f: hanya informasi. Setelah dikonfirmasi, pimpinan dapat menutupnya. Bila pelapor bercerita tentang bahaya, sistem memanggil lagi.
lowering-refused = { $number } · Usulan penurunan tidak disetujui oleh { $actor }. Penilaian tetap { $severity }.

# Penunjukan (langkah 1.7)
assignment-open = { $mark } <b>{ $number } · perlu manajer kasus</b>
    { $severity } · { $types } · { $kecamatan }
    Tunjuk dalam { $minutes } menit (langkah 1.7).
assignment-due = { $mark } <b>{ $number } · masih belum ada manajer kasus</b>
    { $severity } · { $kecamatan }
    Laporan masuk { $since } lalu.
choose-manager = { $number } · { $severity } · { $kecamatan }
    Siapa yang menangani? (Angka: kasus yang sedang dipegang.)
no-managers = { $number } · Belum ada manajer kasus yang terdaftar. Tambahkan dengan perintah staff add.
case-yours = { $mark } <b>{ $number } · kasus Anda</b>
    { $severity } · { $types } · { $kecamatan }

    1. Baca isi laporan di bawah ini.
    2. { $spoken }
    3. Kunjungan pertama: <b>{ $due }</b> ({ $why }). Pengingat datang sendiri.
yours-contact = Hubungi pelapor hanya dengan cara yang ia pilih, lalu catat dengan tombol kontak.
yours-contacted = Pelapor sudah dihubungi; temui korban (1.8).
case-assigned = { $number } · Manajer kasus: { $manager }.
case-passed-on = { $number } · Kasus ini sekarang ditangani rekan Anda; pengingat untuk Anda berhenti.

# Kontak pertama
contact-due = <b>{ $number } · kontak pertama</b>
    { $severity } · batas { $due } ({ $left })
    Sudah menghubungi pelapor? Catat dengan satu ketukan.{ $safe }
contact-late-lead = { $number } · { $severity } · { $kecamatan }
    Kontak pertama belum tercatat; batasnya { $due } ({ $left }).
contact-recorded = { $number } · Kontak: { $how } (percobaan ke-{ $tries }), dicatat { $actor }.
contact-reached = tersambung
contact-missed = tidak tersambung
contact-unsafe = tidak aman untuk dihubungi

# Kunjungan (langkah 5.2)
visit-due = <b>{ $number } · kunjungan ke-{ $nth } { $when }</b>
    Jadwal: { $due }
    Alasan: { $why }
visit-when-eve = besok
visit-when-day = hari ini
visit-when-late = sudah lewat { $days } hari
why-visit-TINGGI = pemantauan risiko TINGGI
why-visit-SEDANG = pemantauan risiko SEDANG
why-visit-RENDAH = pemantauan risiko RENDAH
why-visit-none = pemantauan
visit-done = { $number } · kunjungan ke-{ $nth } selesai. Kunjungan berikutnya: { $next_due }.
visit-postponed = { $number } · kunjungan ke-{ $nth } ditunda ke { $due }.
visit-unsafe = { $number } · Tidak aman: petugas piket dipanggil sekarang. Menjauhlah dahulu, jangan mendekat sendirian. Bila perlu telepon 110.
visit-unsafe-lead = { $number } · { $kecamatan }
    { $actor } melaporkan kunjungan tidak aman. Petugas piket dipanggil.
case-closed = { $number } · Kasus ditutup oleh { $actor }. Tidak ada pengingat lagi.

# Meja petugas
staff-welcome = Halo { $name }. Peran Anda: { $role }.
    Tombol di bawah layar: <b>Panggilan</b> yang terbuka, <b>Kasus</b> Anda, dan siapa yang <b>Piket</b>. Semua perintah: /bantuan.
staff-help = <b>Yang bisa Anda minta</b> ({ $role }). Ketuk perintahnya, atau ketik.
    { $lines }
    Keadaan berbahaya? Ketik /darurat, atau telepon 110.
help-tugas = /tugas – panggilan yang terbuka
help-kasus = /kasus – kasus Anda; dengan nomor: /kasus LU-2026-0001
help-chat = /chat – percakapan dengan pelapor
help-rujukan = /rujukan – rujukan yang belum selesai
help-catat = /catat – laporan yang datang langsung, lewat telepon, surat, atau media sosial
help-papan = /papan – semua kasus menurut tahap dan keterlambatan
help-serahkan = /serahkan – pindahkan semua kasus seorang rekan
help-piket = /piket – siapa yang piket, cuti, dan jadwal
help-langkah = /langkah – langkah-langkah menurut Perbup
help-riwayat = /riwayat dengan nomor – perjalanan sebuah panggilan
help-angka = /angka – angka panggilan bulan ini
help-kelompok = /kelompok – kelompok petugas di Telegram
role-duty_officer = petugas piket
role-case_manager = manajer kasus
role-coordinator = koordinator
role-head = kepala unit
role-admin = admin
duty-on = Anda sedang piket: panggilan darurat akan sampai ke sini.
duty-off = Anda tidak sedang piket.
nobody-on-duty = <b>Tidak ada yang piket sekarang.</b> Panggilan langsung ke daftar cadangan koordinator, atau ke semua petugas bila daftarnya kosong.
roster = <b>Piket sekarang</b>
    { $lines }
roster-line = { $name } · { $role } · { $state }
reachable = dapat dihubungi
unreachable = TIDAK dapat dihubungi
staff-unreachable = { $person } tidak dapat dihubungi lewat Telegram (bot diblokir atau belum dibuka). Hubungi dengan telepon.
no-alerts = Tidak ada panggilan yang terbuka.
no-cases = Tidak ada kasus terbuka untuk Anda.
form-cancelled = Dibatalkan. Tidak ada yang berubah.
form-about = { $number }
    { $question }
form-recorded = ✓ { $number } · Sudah dicatat. Terima kasih.
inbox-set-aside = Satu pesan masuk tidak dapat diproses (baris { $row }). Lihat log, lalu jalankan: python -m bot requeue
outbox-lost = Satu pesan keluar tidak dapat dikirim (baris { $row }). Lihat log.

# Penolakan
refusal-not-allowed = Ini bukan untuk peran Anda, atau kasusnya dipegang orang lain. Buka /tugas untuk melihat panggilan yang bisa Anda ambil.
refusal-wrong-moment = Tindakan ini tidak bisa dilakukan sekarang; keadaannya sudah lain.
refusal-changed = Ini sudah berubah. Buka /tugas atau /kasus untuk melihat yang terbaru.
refusal-taken = Sudah diambil oleh { $holder }. Terima kasih.
refusal-needs-another = Perlu orang kedua: yang mengusulkan tidak dapat menyetujui sendiri.
refusal-unknown = Tombol ini tidak berlaku lagi.

# Tombol
button-take = 🚨 Ambil
button-decline = Tidak bisa
button-keep = Ya, masih
button-return = Kembalikan
button-look = Lihat isi laporan
button-file = Isi laporan
button-outreach = ✅ Penjangkauan tercatat
button-judge = Penilaian (1.5)
button-confirm = ✅ Konfirmasi
button-raise = Naikkan
button-lower-RENDAH = Usulkan turun ke RENDAH
button-lower-SEDANG = Usulkan turun ke SEDANG
button-relabel = Bukan laporan / bukan KTP-KTA-ABH
button-lower-clear = Usulkan cabut darurat
button-agree = Setuju
button-disagree = Tidak setuju
button-managers = Pilih manajer kasus
button-contact-reached = 📞 Kontak: tersambung
button-contact-missed = Tidak tersambung
button-contact-unsafe = Tak aman dihubungi
button-visited = ✅ Kunjungan selesai
button-postpone = Tunda kunjungan
button-unsafe = ⚠️ Tidak aman
button-close = Tutup kasus
button-duty-on = Mulai piket
button-duty-off = Selesai piket
button-my-alerts = Panggilan
button-my-cases = Kasus
button-roster = Piket

# Yang lebih berat diketahui kemudian
risk-graver = { $number } · Keterangan baru dari pelapor: penilaian sekarang <b>{ $severity }</b>. Yang ditetapkan sebelumnya tidak berlaku lagi.
refusal-needs-reason = Ini perlu alasan tertulis.

# Syarat menurut langkah
refusal-needs-consent = Ini baru boleh setelah persetujuan tertulis ditandatangani (langkah 1.10). Jawaban "ya" di chat bukan persetujuan itu.
refusal-needs-guardian = Untuk anak perlu wali yang bukan terduga pelaku. Catat wali dahulu; bila tidak ada, unit yang menunjuk.
refusal-needs-step = Langkah { $step } belum dicatat. Selesaikan itu dahulu.
refusal-needs-review = Ini sudah putaran asesmen ketiga atau lebih. Minta koordinator atau kepala unit meninjaunya dahulu.
refusal-needs-signature = Formulir terminasi belum ditandatangani (langkah 6.3). Minta tanda tangannya, lalu kirim fotonya.
refusal-no-mediation = Kekerasan seksual tidak dimediasi dan tidak didamaikan (UU 12/2022 Ps 23). Yang bisa: bantuan hukum dan pemulihan.
refusal-may-not-close = Kasus ini belum bisa ditutup; masih ada yang harus dilakukan menurut jalurnya. Tekan <b>Langkah</b> pada kartu kasus untuk melihatnya.
refusal-not-for-others = Kasus ini ditangani unit sendiri, tidak diserahkan seluruhnya kepada mitra. Yang bisa: <b>Rujuk ke lembaga lain</b>.
refusal-incomplete = Dokumen belum lengkap (langkah 5.8). Yang belum ada: { $missing }
