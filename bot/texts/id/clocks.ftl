# Tenggat, pengingat, ringkasan pagi, daftar kasus, kartu kasus, dan papan. Tanpa nama, alamat, atau jenis kekerasan.

# Nama pendek langkah
step-1-5 = penilaian 1.5
step-1-7 = tunjuk manajer kasus 1.7
step-1-8 = temui korban 1.8
step-1-9 = bangun kepercayaan 1.9
step-1-10 = persetujuan 1.10
step-2-1 = asesmen awal 2.1
step-2-3 = minta asesmen lanjutan 2.3
step-2-4 = tunggu hasil penyedia 2.4
step-2-5 = padukan hasil 2.5
step-2-6 = jelaskan hasil 2.6
step-2-7 = laporan kasus 2.7
step-3-1 = tujuan 3.1
step-3-2 = kebutuhan 3.2
step-3-3 = rencana layanan 3.3
step-3-5 = sepakati rencana 3.5
step-4-1 = layanan 4.1
step-4-3 = dokumentasi 4.3
step-4-4 = pendampingan 4.4
step-4-5 = laporan pendampingan 4.5
step-5-1 = rencana pemantauan 5.1
step-5-2 = kunjungan 5.2
step-5-5 = laporan monev 5.5
step-5-7 = rencana terminasi 5.7
step-5-8 = periksa dokumen 5.8
step-6-1 = sampaikan rencana 6.1
step-6-3 = tanda tangan dan masukan 6.3
step-6-5 = tutup kasus 6.5
step-until = { $step } · { $due }
case-unheld = belum ada yang memegang · { $due }
step-no-time = { $step } · tanpa batas waktu
due-late-days = <b>TERLAMBAT { $count } hari</b>
due-late-hours = <b>TERLAMBAT { $count } jam</b>
due-today = hari ini
due-today-at = hari ini { $hour }
due-tomorrow = besok
due-tomorrow-at = besok { $hour }
due-day = { $day }

# Pengingat satu langkah
step-due = ⏰ <b>{ $number } · langkah { $step }</b>
    { $words }
    Batas: { $due } ({ $left })
    Mengapa: { $why }
step-late = ⏰ <b>{ $number } · langkah { $step } lewat waktu</b>
    { $words }
    Batasnya: { $due } ({ $left })
    Mengapa: { $why }
step-why-minutes = waktu baku langkah { $step } adalah { $count } menit ({ $source })
step-why-days = waktu baku langkah { $step } adalah { $count } hari ({ $source })
step-over = ✓ { $number } · langkah { $step } selesai atau tidak diperlukan lagi.
    { $words }
step-passed-on = { $number } · Kasus ini sekarang ditangani rekan Anda.
step-put-off = { $number } · langkah { $step } ditunda sampai { $until } oleh { $actor }.
    { $words }
    Alasannya tersimpan, dan batas menurut pedoman tetap terlihat.
handover-waits = { $number } · Permintaan Anda sudah diteruskan kepada koordinator dan kepala unit. Selama belum ada pengganti, kasus ini tetap Anda pegang.
handover-asked = { $mark } <b>{ $number } · minta diserahkan ke rekan</b>
    { $actor } meminta kasus ini dilanjutkan rekan lain. Tunjuk penggantinya.
button-open = Buka kasus
button-step-done = ✅ Sudah, catat
button-step-off = ⏳ Tunda…
button-pass-on = Serahkan ke rekan
button-passon = Serahkan ke rekan
button-not-safe = ⚠️ Tidak aman
button-notsafe = ⚠️ Tidak aman
ask-stepwhy = Mengapa ditunda? Pilih, atau tulis sendiri.
stepwhy-korban = Korban belum siap
stepwhy-instansi = Menunggu lembaga lain
stepwhy-jarak = Jalan atau cuaca
stepwhy-beban = Ada yang lebih mendesak
ask-stepday = Diingatkan lagi kapan? Paling lama 14 hari.
stepday-1 = Besok
stepday-2 = 2 hari lagi
stepday-3 = 3 hari lagi
stepday-7 = 7 hari lagi

# Ringkasan pagi
digest = ☀️ <b>{ $day }</b>
    { $lines }
digest-safety-late = <b>Keselamatan, sudah lewat waktu</b>
digest-safety = <b>Keselamatan, hari ini</b>
digest-decide = <b>Menunggu jawaban Anda</b>
digest-late = <b>Lewat waktu</b>
digest-today = <b>Hari ini</b>
digest-ask = <b>Lanjut atau akhiri?</b>
digest-waiting = <b>Rujukan belum dikonfirmasi</b>
digest-line = { $mark } { $number } · { $what }
digest-wish-override = usulan pengecualian (1.10)
digest-wish-onesided = usulan terminasi sepihak (6.4)
digest-unconfirmed = tanyakan lembaga penerima
digest-more = … dan { $count } lagi di /kasus
digest-unit = <b>Seluruh unit: { $late } kasus lewat waktu, { $unassigned } tanpa manajer kasus</b>
digest-unit-line = { $mark } { $number } · { $status } · { $due } · { $manager }
button-all-cases = Semua kasus
button-board = Papan

# /kasus
no-cases-all = Tidak ada kasus yang terbuka.
no-cases-none = Semua kasus terbuka sudah ada manajer kasusnya.
cases-mine = <b>Kasus Anda: { $count }</b>{ $where }
cases-all = <b>Semua kasus terbuka: { $count }</b>{ $where }
cases-none = <b>Tanpa manajer kasus: { $count }</b>{ $where }
cases-where = {" "}· halaman { $page } dari { $pages }
cases-page = { $title }
    { $lines }
cases-line = { $mark } <b>{ $number }</b> · { $what }{ $who }
cases-holder = {" "}· { $name }
case-button = { $mark } { $number }
button-cases-back = ‹ Sebelumnya
button-cases-on = Berikutnya ›
button-cases-mine = Kasus saya
button-cases-all = Semua
button-cases-none = Tanpa manajer

# Kartu kasus
case-now = { $mark } <b>{ $number }</b> · { $severity } · { $types }
    { $kecamatan } · <b>{ $status }</b>
    Manajer kasus: { $manager } · laporan { $since } lalu
    Persetujuan: { $consent } · Hak: { $rights }{ $marks }{ $referrals }{ $police }{ $people }{ $safe }
    { $lines }
case-due = ▸ { $what }{ $note }
case-put-off = {" "}(ditunda sampai { $until })
consent-not-yet = belum ditandatangani
consent-agreed = sudah ditandatangani
consent-not-given = tidak diberikan
consent-by-exception = pengecualian, disetujui dua orang
rights-all = sudah dijelaskan
rights-some = { $told } dari { $count } dijelaskan
case-referrals = {""}
    Rujukan berjalan: { $count }
case-marks = {""}
    { $marks }
mark-repeat-reporter = pelapor ini pernah melapor
case-earlier = Laporan sebelumnya: { $number }
mark-repeat-victim = korban mungkin pernah tercatat
mark-repeat-offender = terduga pelaku mungkin pernah tercatat
case-more = { $number } · Apa lagi yang bisa dilakukan?
button-more = Lainnya…

# /papan
board-title = Papan kasus
board-caption = <b>Papan kasus</b>
    { $count } terbuka · { $late } terlambat · { $unheld } tanpa manajer kasus
board-at = { $day }, pukul { $hour }
board-empty = Tidak ada kasus yang terbuka.
board-open = terbuka
board-late = terlambat
board-unheld = tanpa manajer
board-note = Tiap kasus dihitung pada tahap tempatnya berada, menurut hal terdekat yang harus dikerjakan.
stage-1 = 1 Identifikasi
stage-2 = 2 Asesmen
stage-3 = 3 Rencana
stage-4 = 4 Layanan
stage-5 = 5 Pemantauan
stage-6 = 6 Terminasi
stage-entrusted = Diserahkan ke mitra
stage-refused = Tidak setuju
column-long = Terlambat lebih dari 3 hari
column-late = Terlambat sampai 3 hari
column-soon = Jatuh tempo dalam 1 hari
column-fine = Masih ada waktu
column-short-long = lewat > 3 hari
column-short-late = lewat ≤ 3 hari
column-short-soon = tinggal 1 hari
column-short-fine = masih ada waktu
board-stage-button = { $stage } · { $count }
board-unheld-button = Tanpa manajer · { $count }
board-stage = <b>{ $stage }</b> · { $count } kasus
    Buka yang mana?
board-cell-button = { $column } · { $count }
board-cell = <b>{ $stage } · { $column }: { $count }</b>{ $where }
