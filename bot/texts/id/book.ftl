# Lampiran II Perbup Luwu Utara 58/2023, diringkas: proses, langkah, dokumen, cabang, dan syarat.

# Proses
book-process-1 = Proses awal dan identifikasi
book-process-2 = Asesmen
book-process-3 = Perencanaan intervensi
book-process-4 = Pelaksanaan intervensi
book-process-5 = Pemantauan, evaluasi, dan tindak lanjut
book-process-6 = Terminasi

# Proses 1
book-1-1 = Menyampaikan laporan kekerasan lewat sarana pengaduan yang tersedia
book-1-2 = Menerima dan mencatat laporan
book-1-3 = Memberi dukungan psikologis awal bila diperlukan
book-1-4 = Meneruskan informasi kasus kepada DP3AP2KB/UPTD PPA
book-1-5 = Menentukan jenis kasus, tingkat risiko, dan kewenangan
book-1-6 = Penjangkauan dan layanan kedaruratan
book-1-7 = Menugaskan atau meminta pendamping, peksos, manajer kasus, atau kader PATBM
book-1-8 = Mengunjungi atau menghubungi langsung penerima manfaat dan keluarga, menjelaskan tujuan
book-1-9 = Membangun kepercayaan dan menyiapkan persetujuan tertulis
book-1-10 = Menandatangani persetujuan (informed consent) dan menyampaikan harapan

# Proses 2
book-2-1 = Asesmen awal dengan penerima manfaat, keluarga, dan masyarakat
book-2-2 = Asesmen lanjutan: fisik, psikologis, sosial, spiritual, dan status hukum
book-2-3 = Membantu akses asesmen lanjutan di UPTD PPA Provinsi atau penyedia lain
book-2-4 = Penyedia layanan melakukan asesmen lanjutan
book-2-5 = Menerima dan memadukan hasil, menilai ulang risiko
book-2-6 = Menjelaskan hasil kepada penerima manfaat dan keluarga, memastikan persetujuannya masih berlaku
book-2-7 = Menyimpulkan dan mendokumentasikan temuan

# Proses 3
book-3-1 = Menetapkan tujuan penyelesaian masalah
book-3-2 = Menimbang hasil asesmen bersama penerima manfaat, keluarga, dan profesi; merumuskan kebutuhan
book-3-3 = Merumuskan rencana layanan
book-3-4 = Pembahasan kasus (case conference) atau pertemuan keluarga bila diperlukan
book-3-5 = Menyampaikan tujuan dan rencana kepada penerima manfaat dan keluarga untuk disepakati

# Proses 4
book-4-1 = Memberi layanan sesuai rencana
book-4-2 = Melaporkan hasil layanan
book-4-3 = Mendokumentasikan hasil layanan oleh profesi yang terlibat
book-4-4 = Mendampingi penerima manfaat selama intervensi
book-4-5 = Menyusun laporan pendampingan
book-4-6 = Mendokumentasikan intervensi

# Proses 5
book-5-1 = Menyiapkan rencana pemantauan dan evaluasi
book-5-2 = Mengunjungi atau menghubungi penerima manfaat
book-5-3 = Menyiapkan pembahasan kasus atau pertemuan keluarga bila diperlukan
book-5-4 = Mengikuti pembahasan kasus atau pertemuan keluarga
book-5-5 = Laporan monitoring dan keputusan tindak lanjut
book-5-6 = Asesmen ulang
book-5-7 = Menyiapkan rencana terminasi
book-5-8 = Memastikan dokumen proses 1 sampai 5 lengkap

# Proses 6
book-6-1 = Bertemu penerima manfaat dan keluarga, menyampaikan rencana terminasi
book-6-2 = Meminta formulir terminasi ditandatangani
book-6-3 = Menandatangani formulir dan memberi umpan balik atas layanan
book-6-4 = Terminasi sepihak
book-6-5 = Mendokumentasikan dan menetapkan kasus ditutup

# Cabang
book-branch-1-5-a = KTP/KTA, risiko sedang atau tinggi, kewenangan kabupaten: penanganan dilanjutkan
book-branch-1-5-b = KTP/KTA, risiko rendah, dapat ditangani di desa: bantu akses PATBM
book-branch-1-5-c = ABH: bantu akses Dinas Sosial
book-branch-1-5-d = KTP/KTA dengan kriteria provinsi atau nasional: bantu akses UPTD PPA Provinsi atau Kementerian PPPA
book-branch-1-5-e = Darurat: minta pendamping melakukan penjangkauan dan layanan kedaruratan
book-branch-1-5-f = Bukan KTP, KTA, atau ABH: informasikan layanan UPTD PPA dan layanan yang sesuai
book-branch-1-10-setuju = Ditandatangani: penanganan dilanjutkan
book-branch-1-10-menolak = Korban atau keluarga tidak bersedia: penanganan tidak dilanjutkan
book-branch-3-2-a = Kesehatan: Dinas Kesehatan atau faskes
book-branch-3-2-b = Konseling dan pemulihan psikologis: UPTD PPA Provinsi atau penyedia lain, melalui UPTD PPA
book-branch-3-2-c = Rehabilitasi sosial: Dinas Sosial
book-branch-3-2-d = Hukum: kepolisian atau LBH
book-branch-3-2-e = Pendampingan dan bimbingan: PATBM di tempat tinggal
book-branch-5-5-perlu = Masih memerlukan layanan
book-branch-5-5-pulih = Rencana terlaksana seluruhnya dan dianggap pulih
book-branch-5-6-ulang = Asesmen ulang menurut proses 2
book-branch-6-4-meninggal = Penerima manfaat meninggal
book-branch-6-4-hilang = Keberadaannya tidak diketahui
book-branch-6-4-menolak = Menolak didampingi

# Syarat yang tidak bisa dilewati
book-gate-consent = Tanpa persetujuan yang ditandatangani, penanganan tidak dilanjutkan
book-gate-plan = Layanan dimulai setelah rencana disepakati
book-gate-papers = Terminasi setelah dokumen proses 1 sampai 5 lengkap
book-gate-signature = Ditutup hanya dengan formulir yang ditandatangani, atau menurut 6.4
book-gate-reason = Hanya karena salah satu dari tiga sebabnya

# Dokumen dan sarana
book-paper-atk = ATK
book-paper-kendaraan = kendaraan
book-paper-kamera = kamera
book-paper-identitas = identitas korban (KTP/Akte/KK)
book-paper-data = data dan informasi
book-paper-hasil_asesmen = hasil asesmen
book-paper-informasi_awal = informasi awal kasus
book-paper-persetujuan_penyedia = persetujuan penyedia layanan
book-paper-hasil_konferensi = hasil pembahasan kasus
book-paper-dokumen_hasil = dokumen hasil intervensi
book-paper-laporan_hasil = laporan hasil intervensi
book-paper-form_monitoring = formulir monitoring
book-paper-form_asesmen = formulir asesmen
book-paper-resume = resume jenis kasus
book-paper-permohonan = surat permohonan
book-paper-tugas = surat tugas
book-paper-rujukan = surat rujukan
book-paper-terima_rujukan = formulir penerimaan rujukan
book-paper-persetujuan = formulir persetujuan (informed consent)
book-paper-rencana = dokumen rencana intervensi
book-paper-laporan_kasus = laporan kasus
book-paper-catatan_monev = catatan monev
book-paper-laporan_monev = laporan hasil monev
book-paper-form_terminasi = formulir terminasi
book-paper-laporan_terminasi = laporan terminasi
book-paper-penolakan = berita acara penolakan

# Pelaksana
book-who-K = korban, keluarga, atau pelapor
book-who-P = pendamping atau manajer kasus
book-who-B = PATBM
book-who-S = satuan pendidikan
book-who-F = faskes
book-who-U = DP3AP2KB/UPTD PPA
book-who-D = Dinas Sosial
book-who-L = kepolisian

# Waktu baku
book-time-none = tidak ditentukan
book-time-minutes = { $count } menit
book-time-days-calendar = { $count } hari
book-time-days-working = { $count } hari kerja
book-time-months = { $shortest }–{ $count } bulan

# Dasar
book-source = Perbup 58/2023, Lampiran II, { $step }
book-source-proposal = usulan; halaman { $step } tidak ada dalam naskah yang kami miliki

# Alur rujukan Kalimantan Timur
book-flow-health = Rujukan kesehatan
book-flow-health-1 = Petugas atau manajer kasus melihat keadaan korban
book-flow-health-2 = Dokter memeriksa
book-flow-health-3 = Dokter memberi tahu manajer kasus
book-flow-health-4 = Dokter menyusun rujukan
book-flow-health-5 = Sekretaris memeriksa, ketua harian menandatangani
book-flow-health-6 = Sekretaris mengirim ke fasilitas kesehatan
book-flow-social = Rehabilitasi sosial
book-flow-social-1 = Manajer kasus melihat keadaan korban
book-flow-social-2 = Manajer kasus menyusun surat
book-flow-social-3 = Sekretaris menelaah
book-flow-social-4 = Ketua harian menandatangani
book-flow-social-5 = Surat kembali kepada sekretaris
book-flow-social-6 = Surat dikirim ke Dinas Sosial
book-flow-legal = Bantuan hukum
book-flow-legal-1 = Manajer kasus merujuk
book-flow-legal-2 = Bidang hukum mengidentifikasi pelapor dan menelaah fakta
book-flow-legal-3 = Laporan awal dan koordinasi dengan manajer kasus untuk pemantauan
book-flow-legal-4 = Tindak lanjut dengan para pihak
book-flow-home = Pemulangan
book-flow-home-1 = Menelaah laporan
book-flow-home-2 = Memberi tahu kepala unit
book-flow-home-3 = Surat tugas menjemput korban bersama pendamping, advokat, dan polisi
book-flow-home-4 = Penampungan sementara
book-flow-home-5 = Perempuan dewasa dipulangkan; anak melalui lembaga anak setelah asesmen dan pembekalan
book-rule-1 = Jelaskan kepada korban layanan lanjutan dan lembaga penerimanya
book-rule-2 = Berkoordinasi dengan lembaga penerima
book-rule-3 = Korban rentan secara fisik atau psikis wajib didampingi petugas
book-rule-4 = Anak atau korban berkebutuhan khusus wajib didampingi petugas
book-rule-5 = Lengkapi surat dengan identitas dan kronologi
book-rule-6 = Pastikan korban mendapat layanan dari lembaga yang tepat
book-rule-7 = Berkoordinasi berkala dengan lembaga penerima

# /langkah
book-index = <b>Langkah menurut Lampiran II</b> (Perbup Luwu Utara 58/2023)
    { $lines }

    Tekan satu proses untuk melihat langkahnya. Untuk satu kasus: /langkah LU-2026-0001
book-index-line = <b>{ $process }</b> · { $title } ({ $first }–{ $last })
button-book = { $process }
book-process-page = <b>Proses { $process } · { $title }</b>
    { $lines }
book-step-line = <b>{ $step }</b> { $activity } · { $standard }
book-step-line-proposal = <b>{ $step }</b> { $activity } · <i>usulan, tanpa waktu baku</i>
button-langkah = Langkah
book-case = <b>{ $number }</b> · { $status }
    { $lines }
book-case-done = <b>Sudah</b>
book-case-next = <b>Berikutnya</b>
book-case-crisis = <b>Langkah darurat, didahulukan</b> ({ $source })
book-case-waits = Tidak ada langkah yang menunggu.
book-case-earlier = … { $count } langkah lebih awal
book-done = ✓ <b>{ $step }</b> { $activity } · { $at }
book-open = ▸ <b>{ $step }</b> { $activity } · { $left } ({ $due })
    Oleh { $who } · { $source }
book-open-untimed = ▸ <b>{ $step }</b> { $activity } · tanpa batas waktu
    Oleh { $who } · { $source }
book-crisis-open = ▸ { $nth }. { $activity } · { $standard }
book-crisis-done = ✓ { $nth }. { $activity } · { $at }

# Penolakan
refusal-needs-ground = Alasan ini belum bisa dipakai: belum ditulis, atau tidak sesuai dengan kasus ini. "Menyelamatkan nyawa" dan "Wali menolak" hanya bila risikonya TINGGI atau darurat. Bila risikonya berubah, nilai lagi dahulu.
refusal-needs-proof = Alasan terminasi sepihak belum terbukti. Yang diperlukan:
    Tidak ditemukan: 3 upaya pada hari berbeda dalam 30 hari, satu di antaranya kunjungan.
    Meninggal: catat keamanan anak dan anggota keluarga lain.
    Menolak: catat siapa yang menolak; penolakan oleh terduga pelaku tidak berlaku.

# Tabel tindakan
book-need-after = langkah { $steps } sudah dicatat
book-need-after-consent = persetujuan berlaku; langkah { $steps } sudah dicatat
book-need-second = bukan orang yang mengusulkannya
book-need-second-manager = bukan manajer kasusnya
book-need-own = hanya pemegang kasus
book-need-for-others = jalurnya hanya b, c, atau d; desa hanya selama risikonya RENDAH; bukan darurat di daerah kita
book-need-of-a-child = yang dimintai persetujuan adalah anak, atau umurnya belum diketahui
book-need-guardian-where-a-child = untuk anak: ada wali yang bukan terduga pelaku
book-need-override-holds = pengecualian sudah diusulkan sejak penolakan ini, dengan alasan yang berlaku: nyawa atau wali hanya pada TINGGI atau darurat
book-need-override-asked = ada pengecualian yang menunggu
book-need-consented = persetujuan ditandatangani (foto formulir), atau pengecualian yang disetujui orang kedua
book-need-mediation = persetujuan berlaku, dan diketahui bukan kekerasan seksual
book-need-visited-since-served = kunjungan 5.2 sesudah layanan terakhir
book-need-may-start-a-round = kunjungan 5.2 sesudah layanan terakhir; putaran ketiga dan seterusnya, atau lewat 180 hari, harus sudah ditinjau; terminasi sepihak belum disetujui
book-need-may-present = dokumen lengkap (5.8); terminasi sepihak belum disetujui
book-need-presented = rencana terminasi disampaikan (6.1); dokumen lengkap (5.8)
book-need-one-sided-proven = diusulkan dengan alasan dan bukti: 3 upaya termasuk kunjungan, keamanan anggota keluarga lain, atau penolakan yang bukan dari terduga pelaku
book-need-one-sided-asked = ada usulan yang menunggu
book-need-signed-or-one-sided = formulir ditandatangani (6.3) dan dokumen lengkap (5.8), atau terminasi sepihak disetujui
book-need-refused = penolakan yang sah, tanpa pengecualian yang menunggu
book-need-only-information = hanya jalur f, bukan darurat, bukan korban TPKS
book-need-not-joined = laporan ini tidak digabungkan ke kasus lain
book-need-in-emergency = keadaan darurat
book-need-may-share = persetujuan atau pengecualian; tanpa itu hanya darurat, atau jalur b, c, d sebelum ada penolakan
book-need-child-on-both-sides = ada anak yang diduga pelaku dan ada korban; belum dipisahkan
book-need-erasure-asked = pelapor memintanya
book-move-take = Mengambil panggilan
book-move-decline = Menyatakan tidak bisa
book-move-keep = Tetap menangani panggilan
book-move-return = Mengembalikan panggilan
book-move-look = Melihat isi laporan
book-move-outreach = Mencatat penjangkauan
book-move-confirm = Mengonfirmasi penilaian
book-move-raise = Menaikkan risiko
book-move-lower = Menurunkan risiko, atau mengusulkannya
book-move-relabel = Menyatakan bukan laporan, atau bukan KTP/KTA/ABH
book-move-agree = Menyetujui penurunan risiko
book-move-disagree = Menolak penurunan risiko
book-move-assign = Menunjuk manajer kasus
book-move-contact = Mencatat kontak dengan pelapor
book-move-visited = Mencatat kunjungan
book-move-postpone = Menunda kunjungan
book-move-unsafe = Mencatat kunjungan yang tidak aman
book-move-close = Menutup kasus
book-move-offer = Menawarkan panggilan kepada rekan
book-move-accept = Menerima panggilan dari rekan
book-move-end = Mengusulkan panggilan ditutup tanpa penjangkauan
book-move-agreeend = Menyetujui penutupan panggilan
book-move-disagreeend = Menolak penutupan panggilan
book-move-step = Mencatat langkah darurat
book-move-leave = Berangkat
book-move-safe = Menyatakan diri aman
book-move-help = Meminta bantuan
book-move-back = Menyatakan sudah kembali
book-move-protect = Mencatat perlindungan setempat
book-move-police = Mencatat laporan polisi
book-move-excuse = Menetapkan alasan tidak melapor ke polisi
book-move-meet = Mencatat pertemuan pertama
book-move-explain = Menjelaskan layanan dan persetujuan
book-move-guardian = Mencatat wali anak
book-move-consent = Mencatat persetujuan yang ditandatangani
book-move-refuse = Mencatat penolakan
book-move-override = Mengusulkan pengecualian
book-move-agreeover = Menyetujui pengecualian
book-move-denyover = Menolak pengecualian
book-move-rights = Menyampaikan delapan hak
book-move-attempt = Mencatat upaya menemui
book-move-entrust = Menyerahkan seluruh kasus kepada mitra
book-move-takeback = Mengambil kembali dari mitra
book-move-assess = Asesmen awal
book-move-further = Asesmen lanjutan
book-move-request = Meminta asesmen kepada penyedia lain
book-move-examined = Mencatat asesmen oleh penyedia
book-move-combined = Memadukan hasil
book-move-resultstold = Menjelaskan hasil
book-move-conclude = Menyimpulkan asesmen
book-move-goal = Menetapkan tujuan
book-move-needs = Merumuskan kebutuhan
book-move-plan = Menyusun rencana
book-move-confer = Pembahasan kasus atau pertemuan keluarga
book-move-agreeplan = Mencatat kesepakatan rencana
book-move-serve = Mencatat layanan dan hasilnya
book-move-mediate = Mediasi
book-move-document = Mendokumentasikan hasil
book-move-accompany = Mencatat pendampingan
book-move-report = Laporan pendampingan
book-move-monplan = Rencana pemantauan
book-move-goon = Memulai asesmen ulang
book-move-review = Meninjau putaran asesmen
book-move-enough = Menyatakan pulih dan rencana terlaksana
book-move-termplan = Rencana terminasi
book-move-check = Memeriksa kelengkapan dokumen
book-move-present = Menyampaikan rencana terminasi
book-move-signend = Mencatat formulir terminasi yang ditandatangani
book-move-onesided = Mengusulkan terminasi sepihak
book-move-agreeone = Menyetujui terminasi sepihak
book-move-denyone = Menolak terminasi sepihak
book-move-reopen = Membuka kembali
book-move-note = Menulis catatan
book-move-correct = Memperbaiki catatan
book-move-undo = Mengurungkan catatan (10 menit)
book-move-party = Mencatat orang dalam kasus
book-move-refer = Merujuk ke layanan
book-move-refnews = Mencatat kabar rujukan
book-move-draft = Menyusun surat
book-move-checkletter = Memeriksa surat
book-move-signletter = Mencatat surat yang ditandatangani
book-move-join = Menggabungkan laporan
book-move-split = Memisahkan berkas korban dan berkas anak yang diduga pelaku
book-move-exclude = Mengecualikan seseorang dari kasus
book-move-delegate = Menunjuk pengganti sementara
book-move-chat = Menulis kepada pelapor lewat bot
book-move-erase = Menghapus isi kasus atas permintaan pelapor
book-move-keeptold = Tetap menyimpan, dengan alasan
book-move-distrust = Menandai pelapor mungkin terduga pelaku
book-move-trust = Mempercayai pelapor lagi
