### Pelapor. Baris yang boleh kami kirim lebih dulu. Tampak seperti perpustakaan, sekolah, atau puskesmas; tidak menyebut apa pun.
knock-pustaka-1 = Halo, buku yang Anda cari sudah ada. Balas kapan saja kalau sempat.
knock-pustaka-2 = Selamat membaca! Ada kabar soal buku Anda. Balas kalau sudah ada waktu.
knock-pustaka-3 = Halo dari layanan baca. Masa pinjam buku bisa diperpanjang, tinggal balas pesan ini.
knock-pustaka-4 = Ada koleksi baru minggu ini. Kalau mau lihat, balas saja pesan ini.
knock-pustaka-5 = Halo, pesanan buku Anda siap. Tidak perlu buru-buru, balas kapan saja.
knock-pustaka-6 = Layanan baca: daftar buku Anda sudah diperbarui. Balas untuk melihat.
knock-pustaka-who = Halo, ini layanan baca. Untuk melihat daftar buku, ketik kata kunci Anda.

knock-sekolah-1 = Halo, ada pengumuman baru dari kelas. Balas kalau sudah sempat.
knock-sekolah-2 = Selamat belajar! Jadwal minggu ini sudah ada. Balas untuk melihat.
knock-sekolah-3 = Halo dari sekolah. Ada titipan catatan pelajaran, balas kapan saja.
knock-sekolah-4 = Pengingat kelas: materi baru sudah dibagikan. Balas kalau mau lihat.
knock-sekolah-5 = Halo, ada info kegiatan sekolah. Tidak buru-buru, balas saja nanti.
knock-sekolah-6 = Kabar sekolah: daftar tugas sudah diperbarui. Balas untuk membaca.
knock-sekolah-who = Halo, ini info kelas. Untuk membaca pengumuman, ketik kata sandi kelas.

knock-klinik-1 = Halo, jadwal periksa gigi sudah tersedia. Balas kalau sudah sempat.
knock-klinik-2 = Salam sehat! Ada info jadwal imunisasi. Balas kapan saja.
knock-klinik-3 = Halo dari puskesmas. Jadwal posyandu bulan ini sudah ada, balas untuk melihat.
knock-klinik-4 = Info sehat: jangan lupa minum air yang cukup. Balas kalau mau info lain.
knock-klinik-5 = Halo, antrean periksa rutin sudah dibuka. Balas saja kalau berminat.
knock-klinik-6 = Salam sehat, jadwal senam pagi sudah diperbarui. Balas untuk melihat.
knock-klinik-who = Halo, ini info jadwal. Untuk melihat antrean, ketik kata kunci Anda.
