# Rujukan dan mitra (langkah 1.5 b, c, d dan 3.2; 7 aturan rujukan). Pemberitahuan tidak memuat nama, alamat, atau cerita.

agency-kesehatan = layanan kesehatan
agency-psikologi = layanan psikologi
agency-sosial = Dinas Sosial
agency-polisi = Unit PPA Polres
agency-hukum = bantuan hukum
agency-patbm = PATBM
agency-provinsi = UPTD PPA Provinsi
agency-nasional = KemenPPPA
agency-kabupaten_lain = UPTD PPA kab/kota lain

need-medis = Pemeriksaan dan pengobatan
need-jiwa = Pemeriksaan kesehatan jiwa
need-visum = Visum (dengan surat polisi)
need-psikolog = Pemeriksaan psikolog
need-konsel = Konseling dan pemulihan
need-peksos = Pekerja sosial
need-rehab = Rehabilitasi sosial
need-rumah = Rumah aman sementara
need-lindung = Perlindungan segera
need-lapor = Menerima laporan polisi
need-hukum = Bantuan hukum
need-sidang = Pendampingan di sidang
need-damping = Pendampingan di desa
need-pantau = Pemantauan keluarga
need-koord = Koordinasi lintas daerah
need-pulang = Pemulangan korban
need-tangani = Penanganan kasus

# Setelah 1.5 dikonfirmasi
route-card = <b>Jalur · { $number }</b>
    { $routes }

    Menurut jalurnya, lembaga di bawah ini perlu dihubungi. Tekan untuk membuat rujukan atau menyerahkan kasus.
button-refer-to = Rujuk ke { $to }
button-entrust-to = Serahkan ke { $to }
button-refer = Rujuk ke lembaga lain
button-entrust = Serahkan kasus ke mitra
button-takeback = Ambil kembali kasus ini
button-referrals = Rujukan
button-referrals-open = Rujukan ({ $count } terbuka)
button-referral = Buka rujukan

# Yang didengar unit
referral-sent = { $number } · Rujukan ke <b>{ $agency }</b> dicatat.
    Mereka diminta mengabarkan penerimaan paling lambat { $due } ({ $left }).{ $how }
referral-phone-first = {""}
    <b>Telepon dahulu sekarang</b>: paling lambat satu jam harus ada yang menerima.
referral-due = <b>{ $number } · rujukan ke { $agency }</b>
    Sudah { $waits } dan belum dikonfirmasi diterima. Batas: { $due } ({ $left }).{ $how }
    Mohon hubungi mereka: apakah sudah diterima?
referral-late-lead = { $number } · { $kecamatan }
    Rujukan ke <b>{ $agency }</b> belum dikonfirmasi diterima, sudah { $waits }. Mohon bantu menghubungi mereka.{ $how }
button-refnews-yes = ✓ Sudah diterima
button-refnews-notyet = Belum
button-refnews-no = Ditolak
button-refnews-news = Catat kabar
button-refnews-done = Layanan selesai
button-refnews-withdraw = Tarik rujukan
referral-not-yet = { $number } · Baik. Kami ingatkan lagi { $again } sampai { $agency } mengonfirmasi.
referral-received = ✓ { $number } · Rujukan diterima <b>{ $agency }</b>. Pengingat konfirmasi berhenti.
referral-accepted = ✓ { $number } · <b>{ $agency }</b> menyatakan menerima. Siapa yang menerima ada di kartu rujukan.
referral-declined = { $number } · <b>{ $agency } tidak dapat menerima rujukan ini.</b>
    Perlu jalan lain sekarang. Alasannya ada di kartu rujukan.
handover-declined = { $number } · <b>{ $agency } tidak dapat menerima penyerahan kasus ini.</b>
    Saat ini belum ada yang memegang kasusnya. Serahkan ke lembaga lain, atau ambil kembali.
handover-unheld = { $number } · <b>Belum ada yang memegang kasus ini.</b>
    Penyerahan ke { $agency } tidak berlanjut. Serahkan ke lembaga lain, atau ambil kembali.
referral-progressed = { $number } · Ada kabar dari <b>{ $agency }</b>. Isinya ada di kartu rujukan.
referral-danger = { $number } · <b>Kabar mendesak dari { $agency }</b>
    Dalam kabarnya ada tanda bahaya. Baca sekarang dan hubungi mereka.
referral-ended = { $number } · Layanan <b>{ $agency }</b> selesai. Hasilnya ada di kartu rujukan. Kasus tetap berjalan.
handover-ended = { $number } · <b>{ $agency }</b> menyatakan penanganan selesai.
    Baca hasilnya, lalu putuskan: kasus ditutup, atau diambil kembali oleh unit.
referral-withdrawn = { $number } · Rujukan ke { $agency } ditarik kembali.
referral-coordinate = <b>{ $number } · waktunya koordinasi dengan { $agency }</b>
    Tanyakan keadaan korban dan layanannya, lalu catat kabarnya.
referral-coordinate-late = <b>{ $number } · belum ada kabar dari { $agency } sejak { $day }</b>
    Koordinasi sudah lewat waktunya. Pastikan ada yang menanyakan keadaan korban.
referral-unreachable = { $number } · <b>{ $agency } tidak dapat dihubungi lewat Telegram.</b>
    Mohon telepon mereka, lalu catat jawabannya.
case-entrusted = { $number } · Kasus diserahkan kepada <b>{ $agency }</b>. Mereka diminta mengabarkan penerimaan paling lambat { $due }.
    Unit tetap memantau; bila keadaan memburuk, kasus bisa diambil kembali kapan saja.
case-taken-back = { $number } · Kasus diambil kembali oleh { $actor }. Sekarang perlu manajer kasus.
entrusted-graver = { $mark } <b>{ $number } · { $severity }</b>
    Penilaian naik, sedangkan kasus ini sedang diserahkan kepada mitra. Ambil kembali?
referrals-stopped = { $number } · Masih ada rujukan terbuka: { $count }. Pengingatnya berhenti, layanan mitra tidak ikut berakhir.
    Bila perlu, kabari atau tarik satu per satu.

# Daftar dan kartu
referrals-of-case = <b>Rujukan · { $number }</b>
    { $lines }
referrals-none = { $number } · Belum ada rujukan.
referral-line = • { $agency }: { $state }, { $since } lalu
referral-state-sent = menunggu diterima
referral-state-received = diterima
referral-state-declined = ditolak
referral-state-ended = selesai
referral-state-withdrawn = ditarik
referral-card = <b>{ $number } · rujukan ke { $agency }</b>
    Kebutuhan: { $need }
    Keadaan: <b>{ $state }</b>
    Dikirim { $sent }
    { $lines }
referral-received-by = Diterima { $receiver }, { $at }
referral-companion = Didampingi { $who }
referral-shared = Boleh dibagikan: { $what }
referral-shared-nothing = Tidak ada data korban yang dibagikan
referral-told = Korban/keluarga sudah diberi tahu
referral-untold = Korban/keluarga belum diberi tahu
referral-copies = Tembusan: { $to }
referral-letter-none = Surat rujukan belum dibuat
referral-letter-draft = Surat rujukan: konsep, belum diperiksa
referral-letter-checked = Surat rujukan: sudah diperiksa
referral-letter-signed = Surat rujukan: sudah ditandatangani
referral-next = Koordinasi berikutnya: { $day }
referral-reason = Alasan: { $text }
referral-outcome = Hasil: { $text }
referral-progress = { $at } · { $who }: { $text }
referral-handover = Seluruh kasus diserahkan ke sini
button-refletter = Buat surat rujukan
rujukan-none = Tidak ada rujukan yang terbuka.
rujukan-all = <b>Rujukan terbuka: { $count }</b>
    Yang paling lama menunggu ada di atas.
    { $lines }
rujukan-button = { $number } · { $agency }
referral-button = { $agency } · { $state }
rujukan-line = • { $number } · { $agency } · { $state } · { $since }

# Formulir rujukan
ask-rfto = <b>Dirujuk ke mana?</b>
ask-rfto-none = <b>Dirujuk ke mana?</b>
    Persetujuan korban belum mencakup lembaga mana pun. Batalkan dahulu, lalu perbarui persetujuannya.
ask-rfneed = <b>Layanan apa yang diminta?</b>
    Pilih, atau tulis singkat tanpa nama dan alamat.
ask-rfshare = <b>Apa yang boleh dilihat penerima setelah ia menyatakan menerima?</b>
    Hanya yang benar-benar diperlukan. Selebihnya ada di surat rujukan.
rfshare-identitas = Nama dan umur
rfshare-kontak = Nomor dan alamat
rfshare-kronologi = Kronologi dalam surat
rfshare-none = Tidak ada
ask-rftold = <b>Sudah dijelaskan kepada korban atau keluarga: layanan apa, dan lembaga mana?</b>
ask-rftold-must = <b>Sudah dijelaskan kepada korban atau keluarga: layanan apa, dan lembaga mana?</b>
    Tanpa itu rujukan belum boleh dikirim. Jelaskan dahulu, lalu kembali ke sini.
rftold-ya = Sudah dijelaskan
rftold-belum = Belum sempat
ask-rfwith = <b>Siapa yang mendampingi?</b>
    Boleh ditulis, misalnya: Ibu Ratna, pekerja sosial. Mitra membacanya sebelum menerima: jangan tulis nama keluarga korban.
ask-rfwith-must = <b>Siapa yang mendampingi?</b>
    Anak dan orang yang rentan tidak berangkat sendiri. Boleh ditulis, misalnya: Ibu Ratna, pekerja sosial. Mitra membacanya sebelum menerima: jangan tulis nama keluarga korban.
rfwith-saya = Saya sendiri
rfwith-sana = Petugas penerima di sana
rfwith-none = Tanpa pendamping
with-them = petugas penerima
refusal-outside-consent = Persetujuan korban belum mencakup lembaga ini, jadi datanya belum boleh dibagikan. Bicarakan dahulu dengan korban, lalu perbarui persetujuannya (langkah 1.10).
refusal-needs-companion = Anak dan orang yang rentan harus didampingi. Sebutkan siapa yang mendampingi.
refusal-needs-telling = Jelaskan dahulu kepada korban atau keluarga: layanan apa, dan lembaga mana. Sesudah itu rujukan bisa dikirim.

# Formulir kabar
ask-rfwho = <b>Siapa yang menerima?</b>
    Nama dan jabatannya, misalnya: Ibu Hasna, perawat IGD.
ask-rfwhen = <b>Kapan diterima?</b>
    Boleh ditulis, misalnya: 14.30, kemarin 09.00, atau 21-11 14.30.
rfwhen-0 = Baru saja
rfwhen-60 = 1 jam lalu
rfwhen-180 = 3 jam lalu
ask-rfnext = <b>Kapan koordinasi berikutnya?</b>
    Boleh ditulis, misalnya: senin, atau 25-12. Bila dilewati, tanggalnya kami tetapkan.
rfnext-3 = 3 hari lagi
rfnext-7 = 1 minggu lagi
rfnext-14 = 2 minggu lagi
rfnext-30 = 1 bulan lagi
ask-rfwhy = <b>Mengapa tidak dapat diterima?</b>
    Pilih, atau tulis singkat tanpa nama.
rfwhy-penuh = Sedang penuh
rfwhy-wenang = Bukan wewenangnya
rfwhy-layanan = Layanannya tidak ada
ask-rfnews = <b>Bagaimana kabarnya?</b>
    Tulis singkat: layanan apa yang sudah diberikan, dan apa rencananya.
ask-rfres = <b>Apa hasilnya?</b>
    Pilih, atau tulis singkat.
rfres-tuntas = Layanan selesai diberikan
rfres-luput = Korban tidak datang
rfres-pindah = Diteruskan ke lembaga lain
ask-rfdraw = <b>Mengapa rujukan ini ditarik?</b>
    Pilih, atau tulis singkat.
rfdraw-perlu = Tidak diperlukan lagi
rfdraw-korban = Korban tidak menghendaki
rfdraw-salah = Salah lembaga
ask-rfback = <b>Mengapa kasus diambil kembali?</b>
    Pilih, atau tulis singkat.
rfback-risiko = Risikonya naik
rfback-desa = Desa tidak sanggup menangani
rfback-tolak = Penerima menolak
rfback-minta = Diminta oleh penerima

# Yang dibaca mitra
partner-welcome = Selamat datang, { $name }. Anda terdaftar sebagai penghubung <b>{ $agency }</b>.
    Rujukan untuk lembaga Anda datang ke sini. Lihat semuanya dengan /rujukan.
    Untuk melapor sendiri: /lapor. Bila seseorang dalam bahaya sekarang: tombol Darurat di bawah.
partner-list = Rujukan untuk lembaga Anda yang masih berjalan: { $count }
partner-empty = Saat ini tidak ada rujukan yang menunggu. Terima kasih.
partner-not-passed = Pesan tadi <b>belum diteruskan</b> kepada UPTD PPA. Tekan tombol di bawah rujukannya dahulu (<b>Terima</b>, <b>Tidak bisa</b>, atau <b>Beri kabar</b>), lalu tulis.
partner-sent = <b>Rujukan { $number }</b>
    Dari UPTD PPA untuk lembaga Anda.
    Kebutuhan: <b>{ $need }</b>
    { $urgency }
    { $companion }
    Mohon dijawab paling lambat <b>{ $due }</b> ({ $left }).
    Identitas korban hanya ditampilkan setelah Anda menerima.
partner-still = <b>Masih menunggu jawaban Anda.</b>
    { $card }
partner-received = ✓ <b>Rujukan { $number }</b> · diterima oleh { $receiver }
    Kebutuhan: { $need }
    { $companion }
    Terima kasih. Kabari kami bagaimana perkembangannya.
partner-declined = Rujukan { $number } · tidak dapat diterima. Terima kasih sudah memberi tahu; kami mencari jalan lain.
partner-ended = ✓ Rujukan { $number } · selesai. Terima kasih atas bantuan Anda.
partner-withdrawn = Rujukan { $number } · ditarik kembali oleh UPTD PPA. Anda tidak perlu berbuat apa-apa.
partner-urgent = 🔴 <b>Sangat mendesak</b>: korban perlu ditolong sekarang
partner-risk-TINGGI = 🟠 Mendesak
partner-risk-SEDANG = 🟡 Perlu segera
partner-risk-RENDAH = 🟢 Tidak mendesak
partner-risk-none = Tingkat kedaruratan belum dinilai
partner-companion = Didampingi: { $who }
partner-alone = Tanpa pendamping
partner-identity = <b>Yang perlu Anda ketahui · { $number }</b>
    { $lines }

    Hanya untuk pelayanan ini. Jangan diteruskan kepada siapa pun.
partner-name = Nama: { $text }
partner-age = Umur: { $text } tahun
partner-disability = Kebutuhan khusus: { $text }
partner-phone = Telepon: { $text }
partner-address = Alamat: { $text }
partner-by-companion = { $number } · Identitas disampaikan langsung oleh pendamping atau petugas UPTD PPA.
partner-nothing = { $number } · Terima kasih. Data korban belum dapat dibagikan; petugas UPTD PPA akan menghubungi Anda.
partner-called-off = <b>Rujukan { $number } · sampai di sini</b>
    UPTD PPA menarik kembali rujukan ini; lembaga Anda tidak perlu mendampingi lagi. Terima kasih atas bantuannya.
    Bila Anda tahu seseorang dalam bahaya, tekan Darurat.
partner-put-away = Data ini sudah tidak ditampilkan lagi.
partner-thanks = { $number } · Terima kasih. Kabar Anda sudah kami terima.
partner-thanks-danger = { $number } · Terima kasih. Kabar Anda diteruskan sekarang juga kepada petugas.
    Bila Anda atau seseorang di dekat Anda dalam bahaya saat ini, tekan Darurat.
partner-changed = Rujukan ini sudah berubah. Keadaannya sekarang:
partner-letter = Surat rujukan { $number }. Hanya untuk pelayanan ini.
partner-no-letter = { $number } · Surat rujukannya belum siap. Begitu ditandatangani, Anda bisa membukanya di sini.
button-partner-yes = ✓ Terima
button-partner-no = Tidak bisa
button-partner-news = Beri kabar
button-partner-done = Selesai
button-partner-letter = Surat rujukan
partner-about = <b>Rujukan { $number }</b>
    { $question }
