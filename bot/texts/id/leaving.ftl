### Pelapor. Keluar tanpa jejak. Tidak ada satu kata pun di sini yang boleh memberi tahu orang lain chat apa ini.
button-exit = 🚪 Keluar
leave-keep = Ada catatan yang belum dikirim. Simpan dulu { $days } hari, atau buang juga? Tanpa jawaban, kami simpan.
button-exit-keep = Simpan
button-exit-forget = Buang

## Pelapor. Baris terakhir yang tinggal di layar
leave-perpustakaan = Terima kasih. Buku boleh dikembalikan pada jam buka, Senin–Jumat 08.00–15.00.
leave-sekolah = Terima kasih. Jadwal kegiatan bisa dilihat di papan pengumuman, Senin–Jumat 07.30–14.00.
leave-klinik = Terima kasih. Loket buka Senin–Sabtu 08.00–12.00. Bawa kartu berobat Anda.
leave-older = { $line }

    Pesan yang lebih lama dari dua hari tidak bisa kami hapus. Untuk menghapusnya: tekan lama pesannya lalu pilih Hapus, atau hapus seluruh chat dari daftar chat.

## Petugas. Untuk petugas yang memegang kasus
reporter-left = Kasus { $number }: pelapor membersihkan chat di HP-nya. Jangan menulis atau menelepon lebih dahulu, kecuali dengan cara yang ia pilih sendiri.
line-silent = 🔇 <b>Alarm diam:</b> mungkin ada orang lain yang melihat HP pelapor. Jangan menelepon dan jangan menulis.

## Pelapor. Kedok: perpustakaan
decoy-perpustakaan-menu = Selamat datang di layanan perpustakaan. Apa yang ingin Anda ketahui?
decoy-perpustakaan-jam = Senin–Jumat 08.00–15.00, Sabtu 08.00–12.00. Hari Minggu dan hari libur tutup.
decoy-perpustakaan-cuaca = Prakiraan: cerah berawan, sore bisa hujan ringan. Bawa payung kalau ke perpustakaan sore hari.
decoy-perpustakaan-alamat = Ruang baca ada di lantai satu, dekat pintu masuk. Parkir di halaman depan.
decoy-perpustakaan-layanan = Kartu anggota gratis: bawa KTP atau kartu pelajar. Pinjam dua buku, paling lama tujuh hari.
button-decoy-perpustakaan-jam = Jam buka
button-decoy-perpustakaan-cuaca = Cuaca
button-decoy-perpustakaan-alamat = Ruang baca
button-decoy-perpustakaan-layanan = Kartu anggota

# Kedok: sekolah
decoy-sekolah-menu = Selamat datang di layanan sekolah. Apa yang ingin Anda ketahui?
decoy-sekolah-jam = Kantor tata usaha buka Senin–Jumat 07.30–14.00. Hari libur tutup.
decoy-sekolah-cuaca = Prakiraan: cerah berawan, sore bisa hujan ringan. Siswa sebaiknya membawa payung.
decoy-sekolah-alamat = Tata usaha ada di sebelah gerbang depan. Tamu mengisi buku tamu dahulu.
decoy-sekolah-layanan = Surat keterangan siswa: bawa kartu pelajar, jadi dalam dua hari kerja. Tanpa biaya.
button-decoy-sekolah-jam = Jam kantor
button-decoy-sekolah-cuaca = Cuaca
button-decoy-sekolah-alamat = Tata usaha
button-decoy-sekolah-layanan = Surat siswa

# Kedok: klinik
decoy-klinik-menu = Selamat datang di layanan klinik. Apa yang ingin Anda ketahui?
decoy-klinik-jam = Loket buka Senin–Sabtu 08.00–12.00. Hari Minggu dan hari libur tutup.
decoy-klinik-cuaca = Prakiraan: cerah berawan, sore bisa hujan ringan. Jaga badan dan cukup minum.
decoy-klinik-alamat = Loket ada di sebelah kanan pintu masuk. Ambil nomor antrean di meja depan.
decoy-klinik-layanan = Periksa gigi, imunisasi, dan timbang badan. Bawa kartu berobat dan KTP.
button-decoy-klinik-jam = Jam loket
button-decoy-klinik-cuaca = Cuaca
button-decoy-klinik-alamat = Letak loket
button-decoy-klinik-layanan = Pelayanan
