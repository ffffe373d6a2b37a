# Formulir petugas: pendek, satu hal satu pertanyaan.

form-received = ✓ Sudah diterima.
form-wants-photo = Di sini diperlukan <b>foto</b>: tekan tanda klip 📎, lalu kirim fotonya.
form-not-fitting = Maaf, itu belum bisa dicatat sebagai jawaban di sini. Tulis singkat saja, atau tekan salah satu tombol.
form-not-fitting-skip = Maaf, itu belum bisa dicatat sebagai jawaban di sini. Tulis singkat saja, tekan salah satu tombol, atau <b>Lewati</b>.

ask-owhen = <b>Kapan penjangkauan dilakukan?</b>
    Jam boleh ditulis, misalnya: 14.30.
owhen-0 = Baru saja
owhen-15 = 15 menit lalu
owhen-30 = 30 menit lalu
owhen-60 = 1 jam lalu
minutes-ago = { $minutes } menit lalu
at-hour = pukul { $hour }

ask-ohow = <b>Bagaimana korban dijangkau?</b>
ohow-datang = Datang langsung
ohow-telepon = Telepon atau video
ohow-mitra = Lewat Bhabin, PATBM, puskesmas
ohow-polisi = Melalui polisi

ask-oby = <b>Oleh siapa?</b>
    Nama boleh ditulis.
oby-saya = Saya sendiri
oby-rekan = Rekan saya
oby-mitra = Mitra
ask-opartner = <b>Siapa namanya, dan dari lembaga mana?</b>

ask-osafe = <b>Apakah korban aman sekarang?</b>
    Kalau belum, panggilan tetap terbuka sampai korban aman.
osafe-ya = Ya, aman
osafe-tidak = Belum aman
osafe-belum = Belum diketahui

ask-onote = <b>Ada catatan singkat?</b>
    Tanpa nama dan alamat. Boleh dilewati.

ask-vresult = <b>Bagaimana hasil kunjungan?</b>
    Boleh ditulis dengan singkat.
vresult-baik = Bertemu, keadaan baik
vresult-tetap = Bertemu, masih perlu bantuan
vresult-luput = Tidak bertemu
ask-vrisk = <b>Bagaimana risikonya sekarang?</b>
vrisk-tetap = Tetap
vrisk-RENDAH = RENDAH
vrisk-SEDANG = SEDANG
vrisk-TINGGI = TINGGI

ask-lreason = <b>Mengapa kunjungan ditunda?</b>
    Tulis alasannya dengan singkat.
ask-lday = <b>Ditunda sampai hari apa?</b>
    Boleh ditulis, misalnya: senin, atau 25-12.
lday-1 = Besok
lday-2 = Lusa
lday-3 = 3 hari lagi
lday-7 = Minggu depan
on-day = { $day }

ask-nlabel = <b>Laporan ini sebenarnya apa?</b>
    Bukan laporan: iseng, salah kirim, uji coba. Bukan KTP/KTA/ABH: bukan kekerasan terhadap perempuan atau anak, misalnya sengketa tanah.
nlabel-BUKAN_LAPORAN = Bukan laporan
nlabel-LAINNYA = Laporan, bukan KTP/KTA/ABH
ask-nwhy = <b>Dari mana Anda tahu?</b>
    Tulis singkat, misalnya: sudah ditelepon, ternyata anak bermain HP. Bila ragu, jangan dipakai: laporan yang belum jelas tetap laporan.
ask-wreason = <b>Apa alasan penilaian ini diturunkan?</b>
    Tulis dengan singkat. Untuk TINGGI dan darurat, petugas kedua ikut memutuskan.

ask-rto = <b>Dinaikkan menjadi apa?</b>
rto-SEDANG = SEDANG
rto-TINGGI = TINGGI
rto-darurat = Darurat
ask-rreason = <b>Apa alasannya?</b>
    Boleh dilewati.
