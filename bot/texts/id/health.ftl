# Yang dibaca penjaga mesin, juga pada pukul 3 pagi. Hanya sebutan gangguan dan lamanya; tidak pernah isi laporan.

health-begins = ⚠️ LaporAman: { $what }
    { $todo }
health-lasts = ⚠️ LaporAman, belum pulih setelah { $age }: { $what }
    { $todo }
health-over = ✅ LaporAman, sudah pulih (berlangsung { $age }). Tadi: { $what }

health-seconds = { $count } detik
health-minutes = { $count } menit
health-hours = { $count } jam

health-part-silent = Bagian "{ $part }" tidak memberi tanda hidup.
health-part-silent-do = Bot mencoba menyalakannya lagi sendiri. Bila 5 menit lagi belum pulih: systemctl restart laporaman
health-part-restarted = Bagian "{ $part }" mati dan sudah dinyalakan lagi.
health-part-restarted-do = Tidak ada yang hilang. Bila sering terjadi, kirim lognya kepada pengembang.
health-loop-stalled = Program sempat macet { $age }.
health-loop-stalled-do = Sudah jalan lagi. Bila berulang: periksa beban mesin (top), lalu kirim lognya kepada pengembang.
health-database-busy = Basis data dipegang program lain. Tulisan terakhir { $age } lalu.
health-database-busy-do = Cari program yang memegangnya (cadangan, sqlite3) dan hentikan. Setelah itu bot pulih sendiri.
health-database-full = Disk penuh: laporan baru belum bisa disimpan. Pesan menunggu di Telegram, paling lama 24 jam.
health-database-full-do = Kosongkan ruang sekarang (df -h). Setelah itu bot pulih sendiri.
health-database-unwritable = Basis data tidak bisa ditulis.
health-database-unwritable-do = Periksa disk (dmesg), pemilik berkas basis data, dan foldernya. Setelah itu bot pulih sendiri.
health-database-away = Server basis data tidak terjangkau.
health-database-away-do = Nyalakan servernya, atau periksa DATABASE_URL. Setelah itu bot pulih sendiri.
health-database-corrupt = Berkas basis data rusak.
health-database-corrupt-do = Hentikan bot dan pulihkan cadangan terakhir. Arahkan pelapor ke telepon selama itu.
health-telegram-away = Telegram sudah { $age } tidak menjawab.
health-telegram-away-do = Periksa internet mesin ini. Selama terputus, hubungi petugas piket lewat telepon.
health-clash = Program lain memakai token bot yang sama: sebagian pesan pelapor lari ke sana.
health-clash-do = Hentikan program itu. Bila bukan milik Anda, ganti token di @BotFather sekarang juga (/revoke).
health-webhook = Ada webhook terpasang: pesan pelapor lari ke alamat lain.
health-webhook-do = Bila bukan Anda yang memasangnya, token bocor: ganti di @BotFather sekarang juga (/revoke), lalu isi .env.
health-token = Telegram menolak token bot.
health-token-do = Salin token lagi dari @BotFather ke .env, lalu: systemctl restart laporaman
health-inbox-old = Ada pesan masuk yang sudah menunggu { $age }.
health-inbox-old-do = Lihat log. Bila tidak berkurang dalam 5 menit: systemctl restart laporaman
health-emergency-old = Ada panggilan darurat yang sudah { $age } belum terkirim.
health-emergency-old-do = Hubungi petugas piket lewat telepon sekarang, dan minta mereka membuka bot.
health-audit-old = Pengawas otomatis terakhir memeriksa { $age } lalu.
health-audit-old-do = Lihat panggilan terbuka dengan /tugas, lalu: systemctl restart laporaman
health-disk-low = Ruang disk hampir habis.
health-disk-low-do = Kosongkan ruang hari ini (df -h). Bila penuh, laporan baru tidak bisa disimpan.
health-health-port = Port pemeriksaan (HEALTH_PORT) dipakai program lain.
health-health-port-do = Bot tetap bekerja, tetapi tidak bisa diperiksa dari luar. Pilih HEALTH_PORT lain, lalu nyalakan ulang.
health-starting = Bot baru dinyalakan.
health-starting-do = Tunggu satu menit.

# Yang dibaca pelapor bila tidak ada yang bisa disimpan (disk penuh, basis data mati).
not-kept = Maaf, ada gangguan di pihak kami: pesan Anda belum bisa kami simpan. Kami terus mencoba, Anda tidak perlu mengulang.

    Kalau perlu bantuan sekarang, telepon:
    { $lines }
