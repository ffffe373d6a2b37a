# Kelompok petugas (grup Telegram). Di grup hanya ada nomor, tingkat, kecamatan dan lamanya menunggu.

group-call = { $mark } <b>{ $severity } · { $kecamatan }</b>
    { $number } · menunggu { $waiting }
    Siapa bisa berangkat? Tekan <b>Ambil</b>. Isi laporan hanya datang di chat pribadi Anda dengan bot.
group-taken = { $number } · Sudah diambil petugas.
group-ended = { $number } · Selesai.
group-welcome = Kelompok ini terdaftar. Bila ada panggilan darurat atau laporan berbahaya yang terhenti, di sini muncul nomor, tingkat, kecamatan, lamanya menunggu, dan tombol <b>Ambil</b>.
    Isi laporan tidak pernah dikirim ke sini. Jangan menulis nama, alamat, atau cerita siapa pun di kelompok ini.
group-known-already = Kelompok ini sudah terdaftar.
group-goodbye = Kelompok ini tidak lagi menerima panggilan. Bot keluar. Panggilan tetap datang di chat pribadi.

group-untitled = kelompok tanpa nama
group-registered = Kelompok petugas <b>{ $title }</b> terdaftar oleh { $person }. Kartu panggilan (tanpa nama, alamat, dan cerita) juga muncul di sana.
    Bila ini tidak Anda kenal: /kelompok
group-not-known = Bot keluar dari kelompok itu, karena belum terdaftar. Koordinator, kepala unit, atau admin dapat menambahkan bot ke kelompok petugas. Saluran (channel) tidak bisa.
group-lost = Kelompok petugas <b>{ $title }</b> tidak bisa lagi dikirimi panggilan: bot dikeluarkan, atau tidak boleh menulis di sana. Panggilan di chat pribadi tetap berjalan. Tambahkan bot lagi bila masih perlu.
group-given-up = Kelompok petugas <b>{ $title }</b> dilepas oleh { $person }. Panggilan di chat pribadi tetap berjalan.
groups = <b>Kelompok petugas yang menerima panggilan</b>
    { $lines }
group-line = { $title } · oleh { $person }, { $day }
groups-none = Belum ada kelompok petugas. Buat grup Telegram untuk petugas, lalu tambahkan bot ini ke dalamnya. Panggilan tetap datang di chat pribadi.
button-give-up = Keluar dari { $title }

# Jawaban singkat di layar yang menekan (paling panjang 200 huruf)
group-only-staff = Hanya untuk petugas unit. Panggilan ini tetap terbuka.
group-yours = Tercatat. Kartu dan isi laporan ada di chat pribadi Anda dengan bot.
group-start-first = Bot belum bisa menulis kepada Anda. Buka chat pribadi dengan bot, tekan Start (Mulai), lalu tekan Ambil lagi di sini. Panggilan ini masih terbuka.
