# Pengawas otomatis: memeriksa tiap setengah menit apakah ada yang terlewat, dan memanggil sendiri bila perlu.

audit-found = {" "}· <b>ditemukan oleh pengawas otomatis</b>
audit-page = { $severity } · { $number }: panggilan ini perlu dilihat sekarang. Buka Telegram, lalu Panggilan. Bila belum diambil, tekan Ambil. Bila Telegram tidak tersambung, telepon teman piket.
audit-clocks = <b>Pengawas otomatis: pengingat ini tidak berbunyi pada waktunya ({ $count })</b>
    { $lines }
    Periksa sendiri kasusnya sekarang, jangan menunggu pengingat.
audit-clock-line = • { $number } · { $severity } · { $clock }
audit-clock-outreach = batas penjangkauan (langkah 1.6)
audit-clock-silence = kabar dari pemegang
audit-clock-confirmation = konfirmasi penilaian (langkah 1.5)
audit-clock-assignment = penunjukan manajer kasus (langkah 1.7)
audit-clock-contact = kontak pertama
audit-clock-visit = kunjungan
audit-clock-police = laporan ke polisi
audit-clock-referral = konfirmasi rujukan
audit-operator = <b>Pengawas otomatis menemukan gangguan:</b> { $part }
audit-part-ladder = panggilan darurat tidak naik ke petugas berikutnya. Pengawas sudah memanggil sendiri. Lihat log, lalu jalankan ulang bot.
audit-part-scheduler = pengingat tidak berbunyi pada waktunya. Lihat log, lalu jalankan ulang bot.
audit-part-reminders = ada pengingat yang hilang; sudah dipasang lagi. Bila terulang, periksa basis data.
audit-part-dispatcher = pesan darurat lebih dari satu menit belum terkirim. Periksa jaringan dan log.
audit-part-worker = pesan masuk lebih dari dua menit belum diproses. Lihat log, lalu jalankan ulang bot.
audit-part-set-aside = masih ada pesan masuk yang disisihkan. Lihat log, lalu jalankan: python -m bot requeue
audit-part-unreadable = ada panggilan terbuka yang tidak dapat dibaca dari basis data. Lihat log dan siapkan cadangan.
