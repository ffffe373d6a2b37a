# Rencana, layanan, pemantauan, terminasi (proses 3 sampai 6)

refusal-not-together = Terduga pelaku tidak diundang ke pertemuan ini: kekerasan seksual, atau masih serumah dengan korban. Adakan pertemuan tanpa dia.
refusal-not-recovered = Belum bisa menuju terminasi: rencana harus sudah terlaksana dan korban dianggap pulih. Pilih "Masih perlu layanan" agar asesmen diulang (langkah 5.6).
refusal-needs-search = Belum bisa dicatat sebagai tidak ditemukan. Dalam 30 hari terakhir tercatat { $tries } upaya pada { $days } hari berbeda, { $visits } di antaranya kunjungan. Perlu sedikitnya 3 upaya pada 3 hari berbeda, termasuk 1 kunjungan.
refusal-not-received = Rujukan belum dipastikan diterima dan selesai di sana. Tanyakan kepada lembaga penerima, lalu catat kabarnya; rujukan saja tidak menutup kasus.
refusal-help-is-out = Masih ada keadaan darurat yang terbuka atau petugas di lapangan. Selesaikan itu dahulu.
refusal-void = Penolakan oleh terduga pelaku tidak berlaku. Temui korban sendiri; untuk anak, catat wali lain yang aman.

# Pemberitahuan
case-reopened = { $number } · Kasus dibuka kembali oleh { $actor }. Langkah dimulai lagi dari penunjukan manajer kasus (1.7); persetujuan tertulis diminta lagi.
reopened-former = { $number } · Manajer kasus sebelumnya: { $former }. Ia sudah mengenal kasus ini. Tunjuk manajer kasus dalam { $minutes } menit (langkah 1.7).
button-assign-former = Tunjuk { $name }
round-started = { $number } · Masih perlu layanan: asesmen diulang, putaran ke-{ $round }.
round-reviewed = { $number } · Putaran ke-{ $round } sudah ditinjau oleh { $actor }. Kasus boleh dilanjutkan.
review-wanted = { $number } · Sudah putaran ke-{ $round }, atau lewat 180 hari. Manajer kasus ingin mengulang asesmen; tinjau kasus ini dahulu.
one-sided-asked = { $number } · { $asker } mengusulkan terminasi sepihak: { $ground }. Perlu orang kedua. Baca dahulu alasannya.
one-sided-still = { $number } · Sudah { $since } menunggu jawaban: { $asker } mengusulkan terminasi sepihak ({ $ground }). Baca alasannya, lalu setujui atau tolak.
one-sided-waits = { $number } · Usulan terminasi sepihak menunggu koordinator atau kepala unit lain.
one-sided-agreed = { $number } · Terminasi sepihak ({ $ground }) disetujui oleh { $actor }. Tuliskan laporan terminasi, lalu tutup kasus (6.5).
one-sided-denied = { $number } · Terminasi sepihak ({ $ground }) tidak disetujui oleh { $actor }. Penanganan dilanjutkan.
one-sided-wish = <b>{ $number }</b> · Terminasi sepihak: { $ground }
    Diusulkan oleh { $asker }.
    Alasan: { $reason }
    { $others }
    { $attempts }
ground-meninggal = meninggal dunia
ground-hilang = keberadaan tidak diketahui
ground-menolak = menolak didampingi
others-safe = Anak lain dan anggota rumah tangga: aman.
others-unsafe = Anak lain atau anggota rumah tangga: BELUM AMAN.
try-line = • { $day }: { $how }

# Tombol
button-goal = 🎯 Tujuan (3.1)
button-needs = Kebutuhan (3.2)
button-plan = Rencana layanan (3.3)
button-confer = Pembahasan kasus
button-agreeplan = Rencana disepakati (3.5)
button-serve = Layanan diberikan (4.1)
button-mediate = Mediasi
button-document = 📷 Dokumentasi (4.3)
button-accompany = Pendampingan (4.4)
button-report = Laporan hasil (4.5)
button-monplan = Rencana pemantauan (5.1)
button-goon = Masih perlu layanan (5.6)
button-review = ✓ Sudah ditinjau
button-enough = Sudah pulih (5.5)
button-termplan = Rencana terminasi (5.7)
button-check = Periksa dokumen (5.8)
button-check-do = ✓ Dokumen lengkap (5.8)
button-present = Sampaikan rencana (6.1)
button-signend = Terminasi ditandatangani (6.3)
button-attempt = Upaya menemui
button-onesided = Terminasi sepihak (6.4)
button-wish = Baca usulannya
button-agreeone = Setuju
button-denyone = Tidak setuju
button-reopen = Buka kembali kasus

# Proses 3
ask-gtold = <b>Apa tujuan yang ingin dicapai bersama korban?</b>
    Dengan kata-kata korban sendiri bila bisa. Boleh pesan suara atau foto tulisan tangan.
label-gtold = Tujuan
ask-nneeds = <b>Layanan apa yang dibutuhkan?</b>
    Boleh pilih beberapa.
label-nneeds = Kebutuhan
nneeds-sehat = Kesehatan
nneeds-psiko = Pemulihan psikologis
nneeds-sosial = Rehabilitasi sosial
nneeds-hukum = Hukum
nneeds-patbm = Pendampingan oleh PATBM
ask-nwords = <b>Apa kata korban dan keluarga tentang kebutuhan itu?</b>
    Boleh dilewati.
label-nwords = Kata korban dan keluarga
ask-plsehat = <b>Kesehatan:</b> layanan apa; oleh siapa; sampai kapan?
    Misalnya: pemeriksaan luka; Puskesmas Masamba; 10 Maret.
label-plsehat = Rencana: kesehatan
ask-plpsiko = <b>Pemulihan psikologis:</b> layanan apa; oleh siapa; sampai kapan?
    Misalnya: konseling tiap pekan; psikolog; 2 bulan.
label-plpsiko = Rencana: psikologis
ask-plsosial = <b>Rehabilitasi sosial:</b> layanan apa; oleh siapa; sampai kapan?
    Misalnya: bantuan sekolah anak; Dinas Sosial; 1 bulan.
label-plsosial = Rencana: sosial
ask-plhukum = <b>Hukum:</b> layanan apa; oleh siapa; sampai kapan?
    Misalnya: pendampingan pemeriksaan; LBH; sampai putusan.
label-plhukum = Rencana: hukum
ask-plpatbm = <b>Pendampingan oleh PATBM:</b> apa; oleh siapa; sampai kapan?
    Misalnya: kunjungan tiap pekan; kader desa; 3 bulan.
label-plpatbm = Rencana: PATBM
ask-pllain = <b>Layanan apa; oleh siapa; sampai kapan?</b>
label-pllain = Rencana
ask-pluntil = <b>Sampai kapan rencana ini berlaku?</b>
    Pendampingan biasanya 1 sampai 3 bulan.
label-pluntil = Masa berlaku
pluntil-30 = 1 bulan
pluntil-60 = 2 bulan
pluntil-90 = 3 bulan
ask-plconf = <b>Perlu pembahasan kasus atau pertemuan keluarga lebih dulu?</b>
label-plconf = Perlu pembahasan
plconf-ya = Ya
plconf-tidak = Tidak
ask-cfoff = <b>Sebelum mengundang siapa pun: apakah terduga pelaku ikut?</b>
    Hanya bila korban sendiri menghendakinya dan aman baginya.
label-cfoff = Terduga pelaku ikut
cfoff-tidak = Tidak ikut
cfoff-ya = Ikut, korban menghendaki
ask-cfwho = <b>Siapa saja yang hadir?</b>
    Boleh pilih beberapa, atau tulis.
ask-cfwho-apart = <b>Siapa saja yang hadir?</b>
    Terduga pelaku tidak pernah diundang ke pertemuan ini. Boleh pilih beberapa, atau tulis.
label-cfwho = Hadir
cfwho-korban = Korban
cfwho-keluarga = Keluarga
cfwho-unit = UPTD PPA
cfwho-sehat = Kesehatan
cfwho-psiko = Psikolog
cfwho-dinsos = Dinas Sosial
cfwho-polisi = Unit PPA Polres
cfwho-hukum = Bantuan hukum
cfwho-patbm = PATBM
cfwho-prov = UPTD PPA Provinsi
cfwho-desa = Pemerintah desa
ask-cfres = <b>Apa hasil pertemuan itu?</b>
label-cfres = Hasil
ask-cfnext = <b>Apa yang diputuskan: siapa melakukan apa, sampai kapan?</b>
    Boleh dilewati.
label-cfnext = Keputusan
ask-agwho = <b>Kepada siapa tujuan dan rencana disampaikan?</b>
label-agwho = Disampaikan kepada
agwho-korban = Korban
agwho-wali = Wali
agwho-keluarga = Keluarga
ask-agok = <b>Apakah mereka setuju?</b>
    Rencana hanya berjalan kalau mereka menghendakinya.
label-agok = Kesepakatan
agok-setuju = Setuju
agok-berubah = Ingin diubah
ask-agwish = <b>Apa yang ingin mereka ubah?</b>
    Sesudah ini rencana disusun lagi (3.3).
label-agwish = Keinginan mereka

# Proses 4
ask-svkind = <b>Layanan apa yang diberikan?</b>
label-svkind = Layanan
svkind-konseling = Konseling
svkind-medis = Medis
svkind-psiko = Psikologis
svkind-hukum = Hukum
svkind-sosial = Rehabilitasi sosial
svkind-rumah = Rumah aman
svkind-pulang = Pemulangan
svkind-rohani = Bimbingan rohani
svkind-kelompok = Kelompok dukungan
ask-svtake = <b>Kelompok dukungan hanya ditawarkan. Apakah korban mau ikut?</b>
label-svtake = Tawaran diterima
svtake-ya = Mau ikut
svtake-tidak = Tidak, dan itu boleh
ask-svby = <b>Oleh siapa?</b>
    Boleh ditulis.
label-svby = Oleh
svby-unit = UPTD PPA
svby-sehat = Kesehatan
svby-psiko = Psikolog
svby-dinsos = Dinas Sosial
svby-polisi = Unit PPA Polres
svby-hukum = Bantuan hukum
svby-patbm = PATBM
svby-prov = UPTD PPA Provinsi
ask-svres = <b>Apa hasilnya?</b>
    Boleh pesan suara atau foto. Boleh dilewati bila belum ada.
label-svres = Hasil
ask-mdwish = <b>Apakah korban sendiri yang menghendaki mediasi?</b>
label-mdwish = Dikehendaki korban
mdwish-ya = Ya
mdwish-tidak = Tidak
mediate-not-wished = { $number } · Mediasi hanya atas kehendak korban. Tidak ada yang dicatat.
ask-mdwho = <b>Siapa saja yang hadir, dan siapa yang mendampingi korban?</b>
label-mdwho = Hadir
ask-mdres = <b>Apa hasilnya?</b>
label-mdres = Hasil
ask-dcfile = <b>Kirim foto dokumen atau hasil layanan.</b>
    Boleh juga ditulis atau pesan suara.
label-dcfile = Dokumentasi
ask-dcwhat = <b>Ini dokumen apa?</b>
    Boleh dilewati.
label-dcwhat = Tentang
ask-acnote = <b>Bagaimana pendampingan sejauh ini?</b>
    Singkat saja; boleh pesan suara.
label-acnote = Pendampingan
ask-acgo = <b>Pendampingan dilanjutkan atau diakhiri?</b>
    Paling sedikit 1 bulan, biasanya paling lama 3 bulan.
label-acgo = Lanjut atau akhiri
acgo-lanjut = Lanjut
acgo-akhiri = Akhiri
ask-acwhy = <b>Sudah lebih dari 3 bulan. Mengapa perlu dilanjutkan?</b>
label-acwhy = Alasan perpanjangan
accompany-ended = { $number } · Pendampingan diakhiri. Tuliskan laporan hasilnya (4.5).
ask-rpearly = <b>Pendampingan belum 1 bulan. Mengapa diakhiri sekarang?</b>
label-rpearly = Alasan lebih singkat
ask-rpres = <b>Apa hasil layanan dan pendampingan?</b>
label-rpres = Hasil
ask-rpneed = <b>Apa yang masih perlu?</b>
    Boleh dilewati.
label-rpneed = Masih perlu

# Proses 5
ask-vstate = <b>Bagaimana keadaannya?</b>
    Badan, perasaan, keluarga, sekolah atau kerja. Boleh pesan suara.
label-vstate = Keadaan
ask-vneeds = <b>Layanan apa yang masih dibutuhkan?</b>
label-vneeds = Masih dibutuhkan
vneeds-sehat = Kesehatan
vneeds-psiko = Pemulihan psikologis
vneeds-sosial = Rehabilitasi sosial
vneeds-hukum = Hukum
vneeds-patbm = Pendampingan oleh PATBM
vneeds-cukup = Tidak ada lagi
ask-vnext = <b>Apa tindak lanjutnya?</b>
    Boleh dilewati.
label-vnext = Tindak lanjut
label-vresult = Hasil kunjungan
label-vrisk = Risiko
ask-mpwhat = <b>Apa yang dipantau?</b>
label-mpwhat = Yang dipantau
mpwhat-aman = Keamanan
mpwhat-sehat = Kesehatan
mpwhat-psiko = Perasaan
mpwhat-sosial = Keluarga, sekolah
mpwhat-hukum = Proses hukum
mpwhat-rencana = Rencana berjalan
ask-mphow = <b>Dengan cara apa?</b>
    Hari kunjungan mengikuti tingkat risiko; Anda diingatkan bila waktunya tiba.
label-mphow = Cara
mphow-datang = Kunjungan
mphow-telepon = Telepon
mphow-mitra = Lewat mitra
ask-mpnote = <b>Ada catatan lain?</b>
    Boleh dilewati.
label-mpnote = Catatan
ask-gowhy = <b>Layanan apa yang masih dibutuhkan, dan mengapa?</b>
    Sesudah ini asesmen diulang.
label-gowhy = Masih perlu layanan
ask-rvsee = <b>Apa hasil tinjauan Anda?</b>
    Apa yang perlu diubah agar putaran berikutnya menolong?
label-rvsee = Tinjauan
ask-enplan = <b>Apakah rencana sudah terlaksana seluruhnya?</b>
label-enplan = Rencana terlaksana
enplan-ya = Ya, seluruhnya
enplan-belum = Belum
ask-enwell = <b>Apakah korban dianggap pulih?</b>
    Dengarkan juga pendapatnya sendiri.
label-enwell = Dianggap pulih
enwell-ya = Ya
enwell-belum = Belum
ask-enwhy = <b>Dari apa hal itu terlihat?</b>
    Ini menjadi laporan hasil pemantauan.
label-enwhy = Hasil pemantauan
ask-tpplan = <b>Bagaimana layanan akan diakhiri?</b>
    Kapan, di mana, bersama siapa disampaikan.
label-tpplan = Rencana terminasi
ask-tpafter = <b>Siapa yang tetap bisa dihubungi sesudahnya?</b>
    Boleh dilewati.
label-tpafter = Sesudahnya
checklist-lacking = <b>{ $number } · Dokumen (5.8): { $count } belum ada</b>
    { $lines }
checklist-complete = <b>{ $number } · Dokumen (5.8): lengkap</b>
    { $lines }
paper-there = ✓ { $paper }
paper-missing = ✗ { $paper }
paper-identitas = Identitas korban
paper-terima = Formulir penerimaan rujukan
paper-resume = Resume jenis kasus
paper-awal = Informasi awal kasus (penjangkauan)
paper-tugas = Surat tugas
paper-permohonan = Surat permohonan pendampingan
paper-persetujuan = Formulir persetujuan (foto)
paper-asesmen = Hasil asesmen
paper-laporan = Laporan kasus
paper-rencana = Dokumen rencana intervensi
paper-hasil = Dokumen hasil intervensi (4.3)
paper-laphasil = Laporan hasil intervensi (4.5)
paper-monev = Catatan monev (5.2)
paper-lapmonev = Laporan hasil monev

# Proses 6
ask-prwho = <b>Kepada siapa rencana terminasi disampaikan?</b>
label-prwho = Disampaikan kepada
prwho-korban = Korban
prwho-wali = Wali
prwho-keluarga = Keluarga
ask-prsay = <b>Apa tanggapan mereka?</b>
    Boleh dilewati.
label-prsay = Tanggapan
ask-sgphoto = <b>Kirim foto formulir terminasi yang sudah ditandatangani.</b>
label-sgphoto = Formulir terminasi
ask-sgwho = <b>Siapa yang menandatangani?</b>
    Bukan terduga pelaku.
label-sgwho = Ditandatangani oleh
sgwho-korban = Korban
sgwho-wali = Wali
sgwho-keluarga = Keluarga
ask-fbsafe = <b>Tanyakan: apakah Anda merasa lebih aman sekarang?</b>
label-fbsafe = Merasa lebih aman
fbsafe-ya = Ya
fbsafe-agak = Sebagian
fbsafe-belum = Belum
ask-fbhelp = <b>Tanyakan: apa yang paling menolong?</b>
    Tulis kata-katanya sendiri, atau pesan suara atas izinnya.
label-fbhelp = Yang paling menolong
ask-fbless = <b>Tanyakan: apa yang harus kami perbaiki?</b>
label-fbless = Yang harus diperbaiki
ask-fbmore = <b>Tanyakan: adakah yang ingin disampaikan lagi?</b>
    Sampaikan juga: pintu kami tetap terbuka.
label-fbmore = Pesan lain
ask-athow = <b>Dengan cara apa korban dicari?</b>
label-athow = Cara
athow-phone = Telepon
athow-visit = Kunjungan
athow-others = Lewat orang lain
ask-atnote = <b>Apa hasilnya?</b>
    Boleh dilewati.
label-atnote = Hasil
ahow-phone = telepon
ahow-visit = kunjungan
ahow-others = lewat orang lain
ask-osground = <b>Apa alasan terminasi sepihak?</b>
    Hanya tiga alasan yang boleh (6.4). Perlu persetujuan orang kedua.
label-osground = Alasan (6.4)
osground-menolak = Menolak didampingi
osground-hilang = Keberadaan tidak diketahui
osground-meninggal = Meninggal dunia
ask-oswho = <b>Siapa yang menolak?</b>
    Penolakan oleh terduga pelaku tidak berlaku.
label-oswho = Yang menolak
oswho-korban = Korban
oswho-wali = Wali
oswho-keluarga = Keluarga
oswho-pelaku = Terduga pelaku
ask-ossafe = <b>Apakah anak lain dan anggota rumah tangga aman?</b>
    Bila belum aman, petugas dipanggil sekarang juga.
label-ossafe = Anak lain dan keluarga aman
ossafe-ya = Ya, aman
ossafe-tidak = Belum aman
ask-oswhy = <b>Tuliskan keterangannya.</b>
    Apa yang terjadi, dan dari siapa Anda mengetahuinya.
label-oswhy = Keterangan
ask-dnwhy = <b>Mengapa tidak disetujui?</b>
    Boleh dilewati.
label-dnwhy = Alasan tidak setuju
ask-clrep = <b>Laporan terminasi: apa yang dicapai, dan bagaimana berakhir?</b>
label-clrep = Laporan terminasi
ask-clafter = <b>Ada yang perlu diingat bila korban kembali?</b>
    Boleh dilewati.
label-clafter = Bila kembali
ask-clinfo = <b>Mengapa ditutup tanpa penanganan?</b>
    Pilih, atau tulis dengan singkat.
label-clinfo = Alasan ditutup
clinfo-info = Hanya informasi, sudah dijawab
clinfo-bukan = Bukan laporan
clinfo-salah = Salah tekan atau coba-coba
ask-clwhy = <b>Mengapa kasus ini ditutup?</b>
    Tulis dengan singkat. Pintu tetap terbuka: kasus bisa dibuka kembali.
label-clwhy = Alasan ditutup
ask-rowhy = <b>Mengapa kasus ini dibuka kembali?</b>
    Pilih, atau tulis dengan singkat.
label-rowhy = Alasan dibuka kembali
rowhy-lagi = Kekerasan terjadi lagi
rowhy-minta = Korban meminta bantuan lagi
rowhy-temu = Korban ditemukan
rowhy-keliru = Ditutup keliru
