### Pelapor. Yang dibaca pelapor. Bacalah keras-keras sebelum mengubah: hangat, pendek, tanpa menyalahkan, tanpa meragukan,
### tanpa janji yang belum pasti. Kata untuk anak yang menulis sendiri berakhir dengan -child.

# Sapaan dan nomor penting
welcome = Halo. Terima kasih sudah menghubungi kami.

    <b>Kalau bahaya sedang terjadi, telepon dahulu:</b>
    { $lines }
    Atau tekan tombol merah <b>Darurat</b>, kapan saja.

    Di sini Anda bisa bercerita, dan petugas kami membacanya. Anda tidak harus menyebut nama. Setiap pertanyaan boleh dilewati.

    Perlu Anda ketahui: chat di sini bisa dibaca oleh Telegram. Kalau HP ini bisa dibaca orang lain, menelepon lebih aman.
welcome-heard = Terima kasih sudah menghubungi kami. Pesan Anda sudah kami simpan.

    <b>Kalau bahaya sedang terjadi, telepon dahulu:</b>
    { $lines }
    Atau tekan tombol merah <b>Darurat</b>, kapan saja.

    Chat di sini bisa dibaca oleh Telegram. Kalau HP ini bisa dibaca orang lain, menelepon lebih aman. Kami ingin bertanya sedikit; semua boleh dilewati.
hotline = { $name }: <b>{ $number }</b>
choose-language = Bahasa · Language
language-chosen = Baik, kita lanjut dalam Bahasa Indonesia.

    Nomor penting:
    { $lines }
help = Di sini Anda bisa bercerita, dan petugas kami membacanya.

    Tekan tombol merah <b>Darurat</b> kalau ada bahaya sekarang, atau telepon:
    { $lines }

    /start – mulai atau lanjutkan
    /bahasa – ganti bahasa
    Jawab dengan tombol atau ketik biasa. Foto dan pesan suara juga bisa. Setiap pertanyaan boleh dilewati.

# Darurat
urgent-raised = <b>Petugas sedang kami panggil sekarang.</b>

    Kalau bisa, telepon juga:
    { $lines }

    Kalau bisa, pergilah ke tempat yang ada orang lain. Kalau harus bersembunyi, diamlah dan kecilkan suara HP.
    Kami bertanya satu per satu. Jawab sebisa Anda saja.
urgent-again = Panggilan Anda tetap terbuka dan tidak hilang.

    Kalau bisa, telepon juga:
    { $lines }
urgent-again-child = Kami tetap memanggil petugas untukmu. Panggilanmu tidak hilang.

    Kalau bisa, telepon juga:
    { $lines }
alert-by-answers = Terima kasih sudah memberi tahu. Yang Anda ceritakan adalah bahaya. <b>Petugas sedang kami panggil sekarang.</b>

    Kalau bisa, telepon juga:
    { $lines }

    Kalau bisa, pergilah ke tempat yang ada orang lain. Kalau harus bersembunyi, diamlah dan kecilkan suara HP.
alert-by-answers-child = Terima kasih sudah berani memberi tahu. Kamu tidak salah. <b>Petugas sedang kami panggil sekarang.</b>

    Kalau bisa, telepon juga:
    { $lines }

    Kalau bisa, pergilah ke orang dewasa yang kamu percaya. Kalau harus bersembunyi, diamlah dan kecilkan suara HP.
taken-reporter = Pesan ini sudah dibaca dan sedang dikerjakan.

# Setelah terkirim
report-received = <b>Laporan Anda sudah kami terima.</b> Terima kasih sudah bercerita. Apa pun yang terjadi, itu bukan salah orang yang mengalaminya.

    Nomor laporan: <b>{ $number }</b>

    Selanjutnya: petugas membaca laporan ini dan diminta menghubungi Anda paling lambat { $contact_by }, dengan cara yang Anda pilih. Kalau sampai saat itu belum ada kabar, tulislah lagi di sini.
    Langkah berikutnya dibicarakan dengan Anda; Anda yang memutuskan.

    Kalau keadaan berubah atau ada yang ingin ditambahkan, tulis saja di sini. Kalau ada bahaya, tekan <b>Darurat</b>.
report-received-quiet = <b>Laporan Anda sudah kami terima.</b> Terima kasih sudah bercerita. Apa pun yang terjadi, itu bukan salah orang yang mengalaminya.

    Nomor laporan: <b>{ $number }</b>

    Selanjutnya: petugas diminta membaca laporan ini paling lambat { $contact_by }. Anda memilih tidak dihubungi, dan itu dicatat. Hanya bila nyawa dalam bahaya, petugas bisa datang langsung.

    Kalau berubah pikiran atau ada yang ingin ditambahkan, tulis saja di sini. Kalau ada bahaya, tekan <b>Darurat</b>.
report-received-child = <b>Laporanmu sudah kami terima.</b> Terima kasih sudah berani bercerita. Kamu tidak salah.

    Nomor laporan: <b>{ $number }</b>

    Selanjutnya: petugas membaca laporanmu dan diminta menghubungimu paling lambat { $contact_by }, dengan cara yang kamu pilih. Kalau belum ada kabar, tulis lagi di sini.

    Kalau ada yang ingin kamu tambahkan, tulis saja di sini. Kalau ada bahaya, tekan <b>Darurat</b>.
report-thanks-urgent = Terima kasih. Panggilan Anda tetap terbuka sampai bantuan tercatat.

    Nomor laporan: <b>{ $number }</b>
    Petugas diminta menghubungi Anda paling lambat { $contact_by }.
    Anda bisa menulis lagi di sini kapan saja.
report-thanks-urgent-child = Terima kasih, kamu berani sekali. Panggilanmu tetap terbuka sampai bantuan tercatat.

    Nomor laporan: <b>{ $number }</b>
    Petugas diminta menghubungimu paling lambat { $contact_by }.
    Kamu bisa menulis lagi di sini kapan saja.
addition-received = Terima kasih, sudah kami tambahkan pada { $number }. Kalau ini hal yang lain, tekan tombol di bawah.{ $read }
nudge = Halo, percakapan ini masih terbuka. Balas kapan saja Anda mau.
edited-heard = Terima kasih, perubahannya sudah kami baca. Tulisan yang pertama juga tetap kami simpan.
set-aside-sorry = Maaf, ada gangguan di pihak kami. Pesan Anda tersimpan, tetapi belum bisa kami jawab.

    Kalau perlu bantuan sekarang, telepon:
    { $lines }

# Bila ada yang belum jelas
unknown-command = Maaf, perintah itu tidak kami kenal. Tulis saja dengan kata biasa, atau ketik /bantuan.
file-too-big = Maaf, berkas itu terlalu besar (paling besar 20 MB). Bisa dikirim sebagai foto biasa, pesan suara, atau ditulis.
stale-button = Pertanyaan itu sudah lewat, tidak apa-apa. Jawaban Anda tersimpan.
restarted = Maaf, pertanyaan kami baru saja diperbarui. Jawaban Anda tetap tersimpan. Kita lanjut dari sini.
not-understood-1 = Maaf, kami belum menangkap maksudnya. Boleh dengan kata lain, atau tekan tombol yang paling sesuai.
not-understood-2 = Maaf, kami masih belum paham, itu kekurangan kami. Tulisan Anda tetap tersimpan. Coba pilih yang paling mendekati.
not-understood-3 = Tidak apa-apa, tidak harus dijawab. Tekan <b>Lewati</b> dan kita lanjut.
not-understood-needed = Untuk yang satu ini kami perlu jawaban Anda. Boleh singkat saja.
which-one = Ada lebih dari satu tempat dengan nama itu. Yang mana?
nothing-chosen = Belum ada yang dipilih. Tekan satu atau beberapa dahulu, atau <b>Lewati</b>.
nothing-before = Ini pertanyaan yang pertama.
heard-story = Terima kasih sudah bercerita. Ini sudah kami simpan.
heard-other = Maaf, jenis pesan itu belum bisa kami baca. Anda bisa mengetik, mengirim foto, atau pesan suara.
kept-voice = Pesan suaranya sudah kami simpan. Petugas bisa mendengarkannya.
kept-location = Lokasi Anda sudah kami terima.
kept-contact = Nomor teleponnya sudah kami simpan.
note-and-question = { $note }

    { $question }
question-answered = { $question }
    ✓ { $answer }
question-skipped = { $question }
    – dilewati
ticked = ✓ { $label }

# Tombol
button-urgent = 🆘 Darurat
button-back = ‹ Kembali
button-other-choices = Pilihan lain ›
button-skip = Lewati ›
button-done = Selesai ✓
button-cancel = Batal
button-new-report = Laporan baru
button-language-id = Bahasa Indonesia
button-language-en = English
button-language-rob = Tae'
button-language-bug = Ugi (Bugis)
button-languages = Bahasa · Language ›
button-share-contact = Bagikan nomor saya
button-share-location = Bagikan lokasi saya
panel-contact = Baik, kita lanjut.
panel-location = Baik, kita lanjut.
panel-reporter = Baik, kita lanjut.

# 1. Aman?
ask-safe = <b>Apakah Anda aman sekarang?</b>
    Kalau Anda menulis untuk orang lain: apakah orang itu aman sekarang?
safe-ya = Ya, aman
safe-tidak = Tidak aman

ask-now = <b>Apa yang sedang terjadi?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
now-pukul = Sedang dipukul atau disakiti
now-dekat = Mengamuk atau di depan pintu
now-parah = Luka parah, banyak darah, pingsan
now-senjata = Ada senjata: parang, pisau, badik
now-kurung = Dikurung, tidak bisa keluar
now-bunuh = Diancam mau dibunuh
now-mati = Terpikir mengakhiri hidup
now-tenang = Tidak saat ini

# 2. Untuk siapa
ask-who = <b>Siapa yang mengalami hal ini?</b>
who-sp = Saya sendiri, perempuan dewasa
who-sl = Saya sendiri, laki-laki dewasa
who-sa = Saya sendiri, di bawah 18 tahun
who-anak = Anak saya
who-kel = Keluarga saya yang lain
who-lain = Tetangga, teman, atau orang lain
who-petugas = Saya petugas (nakes, guru, dll.)

ask-job = <b>Anda bertugas sebagai apa?</b>
job-nakes = Tenaga kesehatan
job-psi = Psikolog
job-pekso = Pekerja sosial
job-guru = Guru atau sekolah
job-lain = Petugas lain

ask-victim = <b>Siapa orangnya?</b>
    Boleh juga ditulis, misalnya: perempuan 34 tahun.
ask-victim-child = Terima kasih sudah berani menulis. Kamu tidak salah.
    <b>Kamu anak perempuan atau laki-laki?</b>
    Umurmu boleh ditulis juga, misalnya: perempuan 12 tahun.
victim-pd = Perempuan dewasa
victim-pa = Anak perempuan
victim-ld = Laki-laki dewasa
victim-la = Anak laki-laki

ask-age = <b>Kira-kira berapa umur anak itu?</b>
    Tekan tombol, atau tulis umurnya.
ask-age-child = <b>Berapa umurmu?</b>
    Tekan tombol, atau tulis umurmu.
age-0 = 0–4 tahun
age-5 = 5–11 tahun
age-12 = 12–17 tahun

# 3. Apa yang terjadi
ask-kind = <b>Apa yang terjadi?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai. Boleh juga ditulis.
ask-kind-child = <b>Apa yang terjadi padamu?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai. Boleh juga kamu tulis.
kind-pukul = Dipukul atau disakiti badannya
kind-hina = Dihina, dibentak, atau diancam
kind-seks = Disentuh atau dipaksa berhubungan
kind-ucap = Pelecehan tanpa sentuhan
kind-foto = Foto/video pribadi, atau lewat HP
kind-lantar = Tidak diurus atau tidak dinafkahi
kind-kerja = Dipaksa bekerja atau diperas
kind-jual = Dijual atau dibawa untuk bekerja
kind-kawin = Dipaksa menikah
kind-hilang = Hilang atau dibawa kabur
kind-hukum = Anak berurusan dengan polisi
kind-lain = Hal lain
kind-tanya = Hanya ingin bertanya

ask-law = <b>Bagaimana keadaan anak itu?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
law-tuduh = Dituduh melakukan
law-saksi = Menjadi saksi
law-tahan = Sedang ditahan

ask-wed = <b>Kapan pernikahan itu akan dilakukan?</b>
    Boleh ditulis, misalnya: 5 hari lagi.
wed-1 = Hari ini atau besok
wed-7 = Dalam 7 hari
wed-8 = Lebih dari 7 hari lagi
wed-lewat = Sudah terjadi

ask-when = <b>Kapan terakhir kali itu terjadi?</b>
    Boleh ditulis, misalnya: 2 hari lalu.
ask-when-child = <b>Kapan terakhir kali itu terjadi?</b>
    Kira-kira saja boleh.
when-h0 = Hari ini atau tadi malam
when-h1 = Kemarin
when-h3 = 2-3 hari lalu
when-h5 = 4-5 hari lalu
when-d6 = Lebih dari 5 hari lalu
when-m1 = Lebih dari sebulan lalu
when-kecil = Dulu, waktu masih kecil

# 4. Tanda bahaya
ask-danger = <b>Adakah yang ini?</b>
    Pertanyaan ini agar bantuan yang datang tepat. Boleh pilih lebih dari satu, lalu tekan Selesai.
ask-danger-child = <b>Adakah yang ini?</b>
    Apa pun jawabanmu, kamu tidak salah. Boleh pilih lebih dari satu, lalu tekan Selesai.
danger-parah = Luka parah, patah tulang, pingsan
danger-luka = Ada luka atau memar
danger-ulang = Sudah lebih dari sekali
danger-makin = Makin sering atau makin parah
danger-senjata = Memakai atau menunjukkan senjata
danger-cekik = Mencekik atau membekap
danger-bunuh = Mengancam atau bisa membunuh
danger-ancam = Mengancam dengan cara lain
danger-hamil = Dipukul saat hamil
danger-cemburu = Sangat cemburu dan mengekang
danger-pisah = Baru berpisah atau minta pisah
danger-kurung = Dikurung atau tidak boleh keluar
danger-asuh = Anak tanpa pengasuh yang aman
danger-none = Tidak ada

ask-state = <b>Bagaimana keadaan orang yang mengalaminya?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
ask-state-self = <b>Bagaimana keadaan Anda?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
ask-state-child = <b>Bagaimana keadaanmu?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
state-hamil = Sedang hamil
state-difabel = Disabilitas atau sakit berat
state-tua = Berumur 60 tahun atau lebih
state-guncang = Sangat takut atau terguncang
state-gelap = Terpikir mengakhiri hidup
state-lain = Ada korban lain juga
state-none = Tidak ada

ask-mind = Terima kasih sudah mengatakannya. Pikiran seperti itu bisa datang saat beban terlalu berat, dan tidak perlu ditanggung sendiri. Kalau terasa makin berat, tekan <b>Darurat</b>, kapan saja.
    <b>Seberapa jauh pikiran itu?</b>
mind-pikir = Hanya terlintas
mind-rencana = Ada niat atau rencana
mind-coba = Sudah pernah mencoba

ask-other = <b>Siapa lagi yang mengalaminya?</b>
    Satu orang dahulu. Boleh ditulis, misalnya: anak laki-laki 7 tahun.
ask-otherage = <b>Kira-kira berapa umurnya?</b>
    Tekan tombol, atau tulis umurnya.
ask-again = <b>Masih ada korban lain lagi?</b>
again-ya = Ya, masih ada
again-tidak = Tidak ada lagi

# 5. Siapa yang melakukan
ask-doer = <b>Siapa yang melakukannya?</b>
    Namanya tidak perlu disebut.
ask-doer-child = <b>Siapa yang melakukannya?</b>
    Namanya tidak perlu disebut. Kami tidak akan memarahimu.
doer-suami = Suami atau istri
doer-mantan = Mantan suami, istri, atau pacar
doer-pacar = Pacar atau tunangan
doer-ortu = Orang tua kandung
doer-tiri = Orang tua tiri
doer-kel = Keluarga lain
doer-tetangga = Tetangga
doer-guru = Guru, pengasuh, tokoh agama
doer-teman = Teman atau kenalan
doer-bos = Majikan atau atasan
doer-pejabat = Perangkat desa, polisi, petugas
doer-remaja = Anak di bawah 18 tahun
doer-asing = Orang tidak dikenal
doer-unnamed = orang

ask-reach = <b>Apakah orang itu bisa mendekati korban sekarang?</b>
    Termasuk lewat telepon atau internet.
ask-reach-self = <b>Apakah orang itu bisa mendekati Anda sekarang?</b>
    Termasuk lewat telepon atau internet.
ask-reach-child = <b>Apakah orang itu bisa mendekatimu sekarang?</b>
    Termasuk lewat HP.
reach-rumah = Ya, tinggal serumah
reach-ya = Ya, bisa datang atau menghubungi
reach-tidak = Tidak bisa

# 6. Di mana
ask-place = <b>Di mana korban berada sekarang?</b>
    Pilih kecamatan. Nama desa atau kota lain boleh ditulis.
ask-place-self = <b>Anda ada di mana sekarang?</b>
    Pilih kecamatan. Nama desa atau kota lain boleh ditulis.
ask-place-urgent = <b>Di mana bantuan diperlukan?</b>
    Pilih kecamatan, tulis nama desa, atau tekan <b>Bagikan lokasi saya</b> di bawah layar.
ask-place-child = <b>Kamu ada di mana sekarang?</b>
    Pilih kecamatan. Nama desa boleh kamu tulis.
place-lain = Kabupaten lain
place-ln = Luar negeri
place-spot = lokasi yang dibagikan
place-abroad = Negara lain
iplace-lain = Kabupaten lain
iplace-ln = Luar negeri
ask-village = <b>Di desa atau kelurahan mana?</b>
ask-village-child = <b>Di desa atau kelurahan mana?</b>
ask-regency = <b>Di kabupaten atau kota mana?</b>
    Tempat di provinsi lain boleh ditulis.
ask-country = <b>Di negara mana?</b>
    Boleh ditulis.
ask-where = <b>Apakah kejadiannya di tempat yang sama?</b>
where-sama = Ya, di tempat yang sama
where-lain = Tidak, di tempat lain
where-daring = Lewat internet atau HP
ask-iplace = <b>Di mana kejadiannya?</b>
    Pilih kecamatan. Nama desa atau kota lain boleh ditulis.
village-in = { $village }, { $kecamatan }

# 7. Kebutuhan dan cerita
ask-needs = <b>Apa yang paling dibutuhkan sekarang?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai. Anda yang menentukan.
ask-needs-child = <b>Apa yang paling kamu butuhkan sekarang?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
needs-aman = Tempat yang aman
needs-medis = Dokter atau obat
needs-cerita = Didengar, atau psikolog
needs-hukum = Bantuan hukum atau polisi
needs-anak = Bantuan untuk anak
needs-pokok = Makanan atau kebutuhan pokok
needs-info = Penjelasan saja

ask-tell = <b>Kalau mau, ceritakan dengan kata-kata Anda sendiri.</b>
    Sependek atau sepanjang yang Anda mau. Pesan suara atau foto juga bisa. Tidak harus.
    { file-care }
ask-tell-child = <b>Kalau mau, ceritakan dengan kata-katamu sendiri.</b>
    Pendek saja boleh. Pesan suara atau foto juga boleh. Tidak harus.
    { file-care-child }

# 8. Menghubungi dengan aman
ask-contact = <b>Bagaimana cara yang aman untuk menghubungi Anda?</b>
    Petugas memakai cara yang Anda pilih. Hanya bila nyawa dalam bahaya, petugas bisa datang langsung.
ask-contact-child = <b>Bagaimana cara yang aman untuk menghubungimu?</b>
    Petugas memakai cara yang kamu pilih. Hanya kalau kamu dalam bahaya besar, petugas bisa datang langsung.
contact-chat = Chat di sini, kapan saja
contact-jam = Chat di sini, jam tertentu
contact-telp = Telepon
contact-jangan = Jangan hubungi saya

ask-phone = <b>Nomor mana yang aman kami telepon?</b>
    Tulis nomornya, misalnya 0812 3456 7890, atau tekan <b>Bagikan nomor saya</b> di bawah layar.
ask-hours = <b>Jam berapa yang aman?</b>
    Boleh pilih lebih dari satu, lalu tekan Selesai.
hours-pagi = Pagi
hours-siang = Siang
hours-sore = Sore
hours-malam = Malam
hours-bebas = Kapan saja

ask-name = <b>Dengan nama apa kami boleh memanggil Anda?</b>
    Nama panggilan cukup. Boleh dikosongkan.
ask-name-child = <b>Dengan nama apa kami boleh memanggilmu?</b>
    Nama panggilan cukup. Boleh dikosongkan.
ask-card = <b>Kalau ada, kirim foto kartu identitas (KTP, KK, atau akta).</b>
    Tidak wajib. Tanpa kartu pun laporan tetap kami terima.

ask-more = <b>Terima kasih. Bantuan sedang dipanggil.</b>
    Anda boleh berhenti di sini. Kalau keadaan memungkinkan, beberapa jawaban lagi akan membantu petugas.
ask-more-child = <b>Terima kasih. Bantuan sedang dipanggil.</b>
    Kamu boleh berhenti di sini. Kalau bisa, beberapa jawaban lagi akan membantu petugas.
more-lanjut = Lanjut
more-cukup = Cukup dulu

# 9. Ringkasan dan kirim
ask-send = <b>Ini yang kami catat. Apakah sudah benar?</b>

    { $lines }

    Nama dan kartu identitas boleh kosong. Kalau mau menambahkan, tekan <b>Ubah sesuatu</b>.

    <b>Persetujuan</b>
    Isi laporan ini disimpan tersandi dan dibaca petugas { $unit } yang bertugas, hanya untuk menolong. Sebelum diteruskan ke pihak lain, petugas meminta izin Anda; kecuali nyawa atau seorang anak dalam bahaya, atau undang-undang mewajibkannya. Anda berhak melihat, memperbaiki, dan meminta data Anda dihapus (UU 27/2022 tentang Pelindungan Data Pribadi).
    Dengan menekan <b>Setuju dan kirim</b>, Anda menyetujui hal ini.
send-kirim = Setuju dan kirim
send-_menu = Ubah sesuatu
send-_wait = Belum, simpan dulu
summary-sent = ✓ Terkirim.
summary-left = Ringkasan yang lama.
draft-kept = Baik, kami simpan dulu dan belum kami kirim. Anda bisa kembali ke sini kapan saja. Kalau isinya menunjukkan bahaya besar, petugas tetap diberi tahu.
edit-safe = Aman atau tidak
edit-now = Sedang terjadi
edit-who = Siapa mengalami
edit-victim = Korban
edit-age = Umur
edit-kind = Apa yang terjadi
edit-when = Kapan
edit-danger = Tanda bahaya
edit-state = Keadaan
edit-doer = Siapa melakukan
edit-reach = Bisa mendekati?
edit-place = Kecamatan
edit-village = Desa
edit-where = Tempat kejadian
edit-needs = Kebutuhan
edit-contact = Cara menghubungi
edit-phone = Nomor telepon
edit-hours = Jam aman
edit-tell = + Cerita
edit-name = + Nama
edit-card = + Kartu identitas

line-safe = Aman sekarang: { $value }
line-now = Sedang terjadi: { $value }
line-who = Yang mengalami: { $value }
line-job = Pelapor bertugas sebagai: { $value }
line-victim = Korban: { $value }
line-age = Umur: { $value }
line-others = Korban lain: { $values }
line-kind = Yang terjadi: { $value }
line-law = Keadaan anak: { $value }
line-wed = Pernikahan: { $value }
line-when = Terakhir terjadi: { $value }
line-danger = Tanda bahaya: { $value }
line-state = Keadaan: { $value }
line-mind = Pikiran mengakhiri hidup: { $value }
line-doer = Yang melakukan: { $value }
line-reach = Bisa mendekati korban: { $value }
line-place = Tempat korban: { $value }
line-village = Desa/kelurahan: { $value }
line-regency = Kabupaten/kota: { $value }
line-country = Negara: { $value }
line-where = Kejadian di tempat yang sama: { $value }
line-iplace = Tempat kejadian: { $value }
line-iregency = Kabupaten/kota kejadian: { $value }
line-icountry = Negara kejadian: { $value }
line-needs = Kebutuhan: { $value }
line-contact = Cara menghubungi: { $value }
line-phone = Nomor telepon: { $value }
line-hours = Jam aman: { $value }
line-name = Nama: { $value }
line-card = Kartu identitas: { $value }
line-story = Cerita: { $text }
story-more = … dan { $count } pesan lagi
story-text = { $text }
story-photo = Foto
story-photo-said = Foto: { $text }
story-voice = Pesan suara
story-voice-said = Pesan suara: { $text }
story-video = Video
story-video-said = Video: { $text }
story-document = Berkas
story-document-said = Berkas: { $text }

# Nilai
value-unknown = belum dijawab
value-none = tidak ada
value-list = { $values }
value-received = sudah diterima
as-typed = { $text }
years-old = { $age } tahun
in-days = { $days } hari lagi
hours-ago = { $hours } jam lalu
days-ago = { $days } hari lalu
person-P = perempuan
person-L = laki-laki
person-any = orang
person-P-anak = Anak perempuan
person-L-anak = Anak laki-laki
person-any-anak = Anak
person-P-dewasa = Perempuan dewasa
person-L-dewasa = Laki-laki dewasa
person-any-dewasa = Orang dewasa
person-aged = { $who }, { $age } tahun
