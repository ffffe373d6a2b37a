# Pertemuan, persetujuan tertulis, hak korban, asesmen (proses 1 sejak 1.8, dan proses 2).

# Tombol
button-meet = 🤝 Sudah bertemu (1.8)
button-explain = Penjelasan (1.9)
button-guardian = Catat wali anak
button-consent = ✍️ Persetujuan (1.10)
button-refuse = Tidak setuju, atau ditarik
button-override = Usulkan pengecualian
button-agreeover = Setuju pengecualian
button-denyover = Tidak setuju
button-rights = Jelaskan 8 hak korban
button-assess = Asesmen awal (2.1)
button-further = Asesmen lanjutan (2.2)
button-request = Minta asesmen (2.3)
button-examined = Hasil penyedia (2.4 usulan)
button-combined = Padukan hasil (2.5 usulan)
button-resultstold = Jelaskan hasil (2.6 usulan)
button-conclude = Laporan kasus (2.7)

# 1.8 Pertemuan
ask-mtway = <b>Bagaimana Anda bertemu?</b>
mtway-rumah = Kunjungan
mtway-unit = Datang ke unit
mtway-telepon = Telepon atau video
mtway-mitra = Bersama mitra setempat
label-mtway = Cara bertemu
ask-mtwhere = <b>Di mana?</b>
    Boleh ditulis sendiri.
mtwhere-rumah = Rumah korban
mtwhere-kerabat = Rumah kerabat
mtwhere-desa = Kantor desa
mtwhere-aman = Tempat aman lain
label-mtwhere = Tempat
ask-mtwith = <b>Siapa yang ditemui?</b>
    Boleh lebih dari satu, lalu tekan Selesai.
mtwith-korban = Korban
mtwith-wali = Wali
mtwith-keluarga = Keluarga
mtwith-damping = Pendamping
label-mtwith = Yang ditemui
ask-mtage = <b>Berapa umur korban?</b>
    Laporan tidak menyebutnya. Untuk anak diperlukan wali.
mtage-dewasa = 18 tahun ke atas
mtage-anak = Belum 18 tahun
label-mtage = Umur korban
ask-mtsafe = <b>Apakah korban bisa bicara dengan aman?</b>
    Tidak didengar terduga pelaku, dan tidak takut.
mtsafe-ya = Ya, aman
mtsafe-singkat = Hanya sebentar
mtsafe-tidak = Tidak aman
label-mtsafe = Aman bicara
ask-mtnote = <b>Ada yang perlu dicatat?</b>
    Tulis, kirim pesan suara, atau foto tulisan tangan.
label-mtnote = Catatan
met-unsafe = { $number } · <b>Korban belum bisa bicara dengan aman.</b> Cari waktu dan tempat lain, jangan lewat telepon yang bisa dilihat orang. Bila korban terancam, tekan <b>Naikkan</b> sekarang: petugas langsung dipanggil.
met-visit = { $number } · Hari ini juga waktunya kunjungan ({ $due }). Hitung pertemuan ini sebagai kunjungan?
button-visited-met-baik = Ya, keadaan baik
button-visited-met-tetap = Ya, masih perlu bantuan
met-rights = { $number } · <b>Delapan hak korban belum dijelaskan semua.</b> Teksnya siap dibacakan; tekan tombol ini kapan saja.

# 1.9 Membangun kepercayaan dan menjelaskan formulir
ask-extrust = <b>Apakah korban sudah merasa nyaman dengan Anda?</b>
    Tidak perlu terburu-buru.
extrust-ya = Ya, sudah
extrust-mulai = Mulai
extrust-belum = Belum
label-extrust = Rasa percaya
ask-exform = <b>Formulir persetujuan dijelaskan?</b>
    Isinya, untuk apa, dan bahwa boleh menolak atau menarik kembali.
exform-dibaca = Ya, dibacakan
exform-sendiri = Ya, dibaca sendiri
exform-bahasa = Ya, bahasa daerah/isyarat
exform-belum = Belum
label-exform = Formulir dijelaskan
ask-exnote = <b>Ada yang perlu dicatat?</b>
    Tulis, kirim pesan suara, atau foto tulisan tangan.
label-exnote = Catatan
explain-still = { $number } · Langkah 1.9 masih terbuka: formulir dijelaskan dahulu sebelum ditandatangani.

# Wali anak
ask-gdname = <b>Siapa wali anak ini?</b>
    Tulis namanya. Bila tidak ada yang bisa, unit yang menunjuk.
gdname-unit = Tidak ada, unit yang menunjuk
label-gdname = Nama
ask-gdunit = <b>Siapa yang ditunjuk unit?</b>
    Misalnya pekerja sosial, atau kerabat yang aman.
label-gdunit = Ditunjuk unit
ask-gdrel = <b>Apa hubungannya dengan anak?</b>
ask-gdrel2 = <b>Apa hubungannya dengan anak?</b>
gdrel-ibu = Ibu
gdrel-ayah = Ayah
gdrel-kakek = Kakek atau nenek
gdrel-paman = Paman atau bibi
gdrel-kakak = Kakak
gdrel-peksos = Pekerja sosial
label-gdrel = Hubungan
gdrel2-ibu = Ibu
gdrel2-ayah = Ayah
gdrel2-kakek = Kakek atau nenek
gdrel2-paman = Paman atau bibi
gdrel2-kakak = Kakak
gdrel2-peksos = Pekerja sosial
label-gdrel2 = Hubungan
ask-gdoff = <b>Apakah orang ini terduga pelaku, atau mungkin terlibat?</b>
    Menurut laporan, yang melakukan: { $doer }
gdoff-unknown = belum diketahui
ask-gdoff2 = <b>Apakah orang ini terduga pelaku, atau mungkin terlibat?</b>
gdoff-tidak = Tidak
gdoff-ya = Ya
gdoff-ragu = Belum jelas
label-gdoff = Terduga pelaku
gdoff2-tidak = Tidak
gdoff2-ya = Ya
gdoff2-ragu = Belum jelas
label-gdoff2 = Terduga pelaku
ask-gdname2 = <b>Kalau begitu orang ini belum bisa menjadi wali.</b>
    Terima kasih sudah menyampaikannya; ini demi keamanan anak. Adakah orang lain yang aman, atau siapa yang ditunjuk unit? Tulis namanya, atau tekan Lewati bila masih dicari.
label-gdname2 = Wali lain
guardian-refused = { $number } · <b>Orang ini tidak dicatat sebagai wali</b>, karena ia terduga pelaku atau hal itu belum jelas. Anak tetap perlu wali yang aman sebelum formulir ditandatangani; bila tidak ada, unit yang menunjuk.

# 1.10 Persetujuan di atas kertas
ask-csexpl = <b>Apakah formulirnya dijelaskan dahulu?</b>
    Isinya, untuk apa, dan bahwa boleh menolak.
csexpl-dibaca = Ya, dibacakan
csexpl-sendiri = Ya, dibaca sendiri
csexpl-bahasa = Ya, bahasa daerah/isyarat
csexpl-belum = Belum
label-csexpl = Formulir dijelaskan
consent-unexplained = { $number } · Belum ada yang dicatat. Jelaskan dahulu formulirnya (langkah 1.9); sesudah itu baru ditandatangani.
ask-cssign = <b>Siapa yang menandatangani?</b>
    Tanda tangan di kertas; jawaban "ya" di chat bukan persetujuan ini.
ask-cssign-child = <b>Siapa yang menandatangani?</b>
    Untuk anak: walinya, { $guardian }. Jawaban "ya" di chat bukan persetujuan ini.
cssign-korban = Korban sendiri
cssign-wali = Wali
cssign-keluarga = Keluarga, mewakili korban
label-cssign = Yang menandatangani
ask-csscope = <b>Kepada siapa keterangan boleh diberikan?</b>
    Seperti dicentang di formulir. Hanya yang perlu, dan hanya kepada mereka.
scope-kesehatan = Layanan kesehatan
scope-psikologi = Psikolog
scope-sosial = Dinas Sosial
scope-polisi = Kepolisian
scope-hukum = Bantuan hukum
scope-patbm = PATBM desa
scope-provinsi = UPTD PPA Provinsi
scope-nasional = Kementerian PPPA
scope-kabupaten_lain = Kabupaten lain
scope-none = Tidak kepada siapa pun
label-csscope = Boleh diberikan kepada
ask-csphoto = <b>Kirim foto formulir yang sudah ditandatangani.</b>
    Satu foto, tanda tangannya terbaca. Tersimpan terkunci di berkas kasus.
label-csphoto = Formulir
ask-cshope = <b>Apa harapan korban?</b>
    Tulis, kirim pesan suara, atau foto tulisan tangan.
label-cshope = Harapan
ask-ncwho = <b>Siapa yang tidak setuju?</b>
    Menolak adalah hak korban; pintu kami tetap terbuka.
ncwho-korban = Korban sendiri
ncwho-wali = Wali
ncwho-keluarga = Keluarga
ncwho-pelaku = Terduga pelaku
label-ncwho = Yang menolak
ask-ncoff = <b>Apakah orang itu terduga pelaku?</b>
ncoff-tidak = Tidak
ncoff-ya = Ya
ncoff-ragu = Belum jelas
label-ncoff = Terduga pelaku
ask-ncwhy = <b>Apa alasannya?</b>
    Pilih, tulis, atau kirim pesan suara. Cukup seperti yang dikatakan.
ncwhy-takut = Takut pada terduga pelaku
ncwhy-tekanan = Tekanan keluarga
ncwhy-selesai = Merasa sudah aman
ncwhy-malu = Khawatir diketahui orang
label-ncwhy = Alasan
refused-then = { $number } · <b>Penanganan berhenti</b>: layanan, dan pemberian keterangan kepada mitra.
    Tetap berjalan: panggilan darurat, kewajiban lapor polisi, dan kunjungan pada risiko TINGGI sampai unit memutuskan.
    Sampaikan kepada korban: boleh kembali kapan saja, dan ia tidak salah.
refused-void = { $number } · <b>Penolakan oleh terduga pelaku tidak berlaku.</b> Tidak ada yang berhenti. Temui korban sendiri, tanpa terduga pelaku. Untuk anak: catat wali lain yang aman, atau unit menunjuk; walilah yang menandatangani.
refused-referrals = { $number } · { $count } rujukan sudah diterima mitra. Beri tahu mereka bahwa persetujuan tidak diberikan lagi.
consent-refused = { $number } · { $severity } · <b>Persetujuan tidak diberikan</b> ({ $who }). Penanganan berhenti; alasannya ada di catatan kasus.
consent-refused-child = <b>Perlu perhatian sekarang · { $number }</b> · { $severity } · { $kecamatan }
    Korban anak, risiko TINGGI, dan persetujuan tidak diberikan ({ $who }). Tinjau hari ini juga: usulkan pengecualian, atau catat wali lain yang aman.
consent-refused-void = { $number } · Terduga pelaku menolak penanganan. Itu tidak berlaku; kasus berjalan terus.
signer-korban = korban
signer-wali = wali
signer-keluarga = keluarga
signer-pelaku = terduga pelaku

# Pengecualian (R-17): oleh dua orang
ask-ovground = <b>Atas dasar apa penanganan perlu diteruskan?</b>
    Berlaku sesudah orang kedua setuju.
ground-nyawa = Menyelamatkan nyawa
ground-wali = Wali menolak, risiko TINGGI
ground-undang = Kewajiban undang-undang
label-ovground = Dasar
ask-ovwhy = <b>Tulis alasannya.</b>
    Orang kedua membacanya sebelum menjawab.
label-ovwhy = Alasan
override-waits = { $number } · Usulan pengecualian menunggu orang kedua (koordinator atau kepala unit).
override-nobody = { $number } · Usulan tercatat, tetapi <b>tidak ada koordinator atau kepala unit lain yang dapat dihubungi</b> lewat Telegram. Telepon mereka.
override-asked = <b>Perlu orang kedua · { $number }</b> · { $severity }
    { $asker } mengusulkan penanganan diteruskan walau persetujuan tidak diberikan.
    Dasar: <b>{ $ground }</b>
    Alasan: { $reason }
override-still = <b>Masih menunggu orang kedua · { $number }</b> · { $severity }
    Sudah { $since }: { $asker } mengusulkan penanganan diteruskan walau persetujuan tidak diberikan.
    Dasar: <b>{ $ground }</b>
    Alasan: { $reason }
override-agreed = { $number } · <b>Pengecualian disetujui</b> oleh { $actor }. Penanganan diteruskan.
override-denied = { $number } · <b>Pengecualian tidak disetujui</b> oleh { $actor }. Penolakan tetap berlaku.
override-over = { $number } · Formulir sudah ditandatangani; usulan pengecualian tidak diperlukan lagi.

# Delapan hak korban (SOP Tana Toraja 2017), untuk dibacakan
ask-rtwhat = <b>Bacakan pelan-pelan, lalu centang yang sudah dipahami.</b>

    "Ibu, Bapak, Adik berhak atas delapan hal ini:
    { $rights }
    Semuanya gratis. Boleh bertanya kapan saja."
right-medis = Pemulihan medis
right-medis-read = 1. Diperiksa dan diobati oleh tenaga kesehatan.
right-psikologis = Pemulihan psikologis
right-psikologis-read = 2. Dibantu memulihkan perasaan, misalnya lewat konseling.
right-hukum = Perlindungan hukum
right-hukum-read = 3. Dilindungi hukum, juga dari ancaman dan balas dendam.
right-sosial = Pendampingan sosial
right-sosial-read = 4. Didampingi pekerja sosial, juga rohaniwan bila menghendaki.
right-rahasia = Kerahasiaan
right-rahasia-read = 5. Nama dan cerita dirahasiakan, tidak disebarkan.
right-penasihat = Penasihat hukum
right-penasihat-read = 6. Dibantu penasihat atau kuasa hukum.
right-aman = Rumah aman
right-aman-read = 7. Dilindungi sementara di tempat yang aman.
right-terbaik = Pelayanan terbaik
right-terbaik-read = 8. Dilayani sebaik-baiknya; untuk anak, kepentingan anak yang utama.
right-semua = Semuanya
rights-read = ✓ Hak-hak sudah dibacakan.
label-rtwhat = Hak yang dijelaskan
ask-rtwho = <b>Dijelaskan kepada siapa?</b>
rtwho-korban = Korban
rtwho-wali = Wali
rtwho-bersama = Keduanya
label-rtwho = Kepada

# Proses 2: asesmen
ask-asbio = <b>Bagaimana keadaan tubuhnya?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
asbio-sehat = Sehat
asbio-luka = Ada luka
asbio-sakit = Sakit
asbio-hamil = Hamil
asbio-difabel = Disabilitas
label-asbio = Biologis
ask-aspsi = <b>Bagaimana perasaan dan pikirannya?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
aspsi-tenang = Tenang
aspsi-takut = Takut, waspada
aspsi-tidur = Sulit tidur
aspsi-sedih = Sangat sedih
aspsi-diri = Ingin menyakiti diri
label-aspsi = Psikologis
ask-assos = <b>Bagaimana keadaan sosialnya?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
assos-aman = Ada yang mendukung
assos-rumah = Perlu tempat aman
assos-sekolah = Sekolah terganggu
assos-ekonomi = Sulit ekonomi
assos-kucil = Dikucilkan
label-assos = Sosial
ask-asspi = <b>Bagaimana keadaan rohaninya?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
asspi-kuat = Keyakinan menguatkan
asspi-ganggu = Ibadah terganggu
asspi-salah = Merasa bersalah
asspi-tokoh = Bertemu tokoh agama
label-asspi = Spiritual
ask-asneed = <b>Apa yang dibutuhkan dan diharapkan korban?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
asneed-aman = Rasa aman
asneed-sehat = Kesehatan
asneed-pulih = Pemulihan
asneed-hukum = Keadilan hukum
asneed-rumah = Tempat tinggal, sekolah
asneed-ekonomi = Bantuan ekonomi
label-asneed = Kebutuhan dan harapan
assessed-danger = { $number } · <b>Ada keinginan menyakiti diri.</b> Jangan tinggalkan sendirian, tanyakan langsung dengan tenang, jauhkan benda berbahaya, dan hubungi tenaga kesehatan atau 119 ext 8 sekarang. Naikkan penilaian bila belum TINGGI.
ask-fuwhich = <b>Asesmen lanjutan yang mana? (2.2)</b>
    Boleh lebih dari satu, lalu tekan Selesai.
fuwhich-fisik = a. Fisik
fuwhich-psikis = b. Psikologis
fuwhich-sosial = c. Sosial, spiritual, hukum
label-fuwhich = Asesmen lanjutan
ask-fuby = <b>Oleh siapa?</b>
    Boleh ditulis.
fuby-faskes = Faskes
fuby-psikolog = Psikolog
fuby-dinsos = Dinas Sosial
fuby-polisi = Kepolisian
label-fuby = Oleh
ask-fures = <b>Apa hasilnya?</b>
    Tulis, kirim pesan suara, atau foto lembar hasilnya.
label-fures = Hasil
ask-rqto = <b>Bantuan asesmen diminta kepada siapa? (2.3)</b>
    Boleh ditulis.
rqto-provinsi = UPTD PPA Provinsi
rqto-psikolog = Psikolog
rqto-faskes = Faskes
rqto-dinsos = Dinas Sosial
label-rqto = Diminta kepada
ask-rqwhat = <b>Apa yang diminta?</b>
    Secukupnya saja, tanpa cerita yang tidak perlu. Boleh pesan suara atau foto surat.
label-rqwhat = Yang diminta
ask-rqok = <b>Apa jawaban penyedia layanan?</b>
rqok-setuju = Setuju
rqok-tunggu = Belum ada jawaban
rqok-tolak = Tidak bisa
label-rqok = Jawaban
ask-xmby = <b>Siapa yang memeriksa? (2.4, usulan)</b>
    Halaman Perbup tentang langkah ini hilang; ini usulan.
xmby-provinsi = UPTD PPA Provinsi
xmby-psikolog = Psikolog
xmby-faskes = Faskes
xmby-dinsos = Dinas Sosial
label-xmby = Oleh
ask-xmres = <b>Ada hasil yang sudah diterima?</b>
    Tulis, kirim pesan suara, atau foto lembar hasilnya.
label-xmres = Hasil
ask-cbsum = <b>Apa kesimpulan dari semua hasil? (2.5, usulan)</b>
    Halaman Perbup tentang langkah ini hilang; ini usulan. Tulis, kirim pesan suara, atau foto tulisan tangan.
label-cbsum = Kesimpulan hasil
ask-tlwho = <b>Hasil dijelaskan kepada siapa? (2.6, usulan)</b>
    Halaman Perbup tentang langkah ini hilang; ini usulan.
tlwho-korban = Korban
tlwho-wali = Wali
tlwho-keluarga = Keluarga
label-tlwho = Kepada
ask-tlok = <b>Apakah mereka masih setuju ditangani?</b>
    Boleh menarik persetujuan kapan saja.
tlok-ya = Ya, masih setuju
tlok-pikir = Ingin berpikir dahulu
tlok-tidak = Tidak lagi
label-tlok = Masih setuju
ask-tlsaid = <b>Apa tanggapan mereka?</b>
    Tulis, kirim pesan suara, atau foto tulisan tangan.
label-tlsaid = Tanggapan
results-refused = { $number } · Mereka tidak lagi setuju. Bila itu keputusannya, catat di sini; pintu tetap terbuka.
ask-clsum = <b>Apa kesimpulan asesmen? (2.7)</b>
    Ringkas, tanpa menghakimi. Boleh pesan suara atau foto tulisan tangan.
label-clsum = Kesimpulan
ask-clneed = <b>Layanan apa yang dibutuhkan?</b>
    Boleh beberapa. Boleh juga ditulis, pesan suara, atau foto tulisan tangan.
clneed-sehat = a. Kesehatan
clneed-pulih = b. Pemulihan psikologis
clneed-rehab = c. Rehabilitasi sosial
clneed-hukum = d. Hukum
clneed-damping = e. Pendampingan oleh PATBM
label-clneed = Kebutuhan layanan

# Catatan
ask-nttext = <b>Apa yang dicatat?</b>
    Tulis, kirim pesan suara, atau foto tulisan tangan.
label-nttext = Catatan
