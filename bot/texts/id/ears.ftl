### Pelapor. Yang dikatakan tentang apa yang terdengar dalam kata-kata orang: tawaran untuk dibenarkan, bahaya, pembatalan, pertanyaan.
### Bacalah keras-keras sebelum mengubah: hangat, pendek, tanpa menyalahkan, tanpa meragukan, tanpa janji yang belum pasti.

# Cerita mengisi formulir
ask-caught = Terima kasih sudah bercerita. Saya menangkap:
    { $offers }

    <b>Betul?</b>
caught-ya = Betul
caught-salah = Sebagian salah
caught-satu = Tanya satu per satu
ask-wrong = <b>Yang mana yang salah?</b>
    Tekan yang salah, lalu Selesai. Yang salah kita tanyakan lagi nanti.

    { $offers }
wrong-betul = Tidak ada yang salah
caught-safe = sekarang: { $value }
caught-now = { $value }
caught-who = pelapor: { $value }
caught-victim = korban: { $value }
caught-doer = oleh: { $value }
caught-kind = { $value }
caught-when = { $value }
caught-wed = menikah: { $value }
caught-danger = { $value }
caught-state = { $value }
caught-reach = bisa mendekat: { $value }
caught-place = sekarang di { $value }
caught-iplace = kejadian di { $value }
caught-where = kejadian: { $value }

# Bahaya terdengar dalam kata-kata
alert-by-words = <b>Kalau bisa, telepon sekarang:</b>
    { $lines }

    <b>Petugas kami sudah diberi tahu</b> dan terus dipanggil sampai ada yang menangani.
    Kalau bisa, pergilah ke tempat yang ada orang lain. Kalau harus bersembunyi, diamlah dan kecilkan suara HP.
passed-to-person = Terima kasih. Petugas kami diberi tahu supaya ada orang yang membaca dan mendengarkannya.

    Kalau bahaya sedang terjadi, telepon:
    { $lines }
    Atau tekan tombol merah <b>Darurat</b>.

# Batal, salah kirim, sudah aman
remark-cancel = Baik, tidak apa-apa. Tidak ada yang dikirim. Tulis lagi kapan saja Anda mau.
remark-mistake = Baik, tidak apa-apa, salah kirim bisa terjadi. Tulis lagi kapan saja kalau perlu.
remark-calmed = Syukurlah kalau sudah aman. Tulis lagi kapan saja kalau keadaan berubah.
remark-thanks = Sama-sama. Kami ada di sini; tulis atau lanjutkan kapan saja.
remark-cancel-called = Baik, pesan Anda sudah kami baca, dan petugas kami diberi tahu. Demi keamanan, panggilan tetap terbuka sampai petugas memastikan keadaannya.

    Kalau Anda belum bisa bicara bebas, tidak apa-apa. Nomor penting:
    { $lines }
remark-mistake-called = Baik, tidak apa-apa. Petugas kami diberi tahu bahwa itu salah kirim. Demi keamanan, petugas tetap memastikan lebih dahulu.

    Nomor penting, kalau perlu:
    { $lines }
remark-calmed-called = Syukurlah kalau sudah aman. Petugas kami diberi tahu, dan tetap memastikan lebih dahulu.

    Kalau keadaan berubah, tulis lagi, tekan <b>Darurat</b>, atau telepon:
    { $lines }
withdrawn-cancel = <b>{ $number } · Pelapor menulis: batal.</b>
    Tulisan seperti ini bisa saja terpaksa. Tidak ada yang diturunkan: pastikan sendiri bahwa korban aman.
withdrawn-mistake = <b>{ $number } · Pelapor menulis: salah kirim.</b>
    Tulisan seperti ini bisa saja terpaksa. Tidak ada yang diturunkan: pastikan sendiri bahwa korban aman.
withdrawn-calmed = <b>{ $number } · Pelapor menulis: sudah aman.</b>
    Tulisan seperti ini bisa saja terpaksa. Tidak ada yang diturunkan: pastikan sendiri bahwa korban aman.

# Coba-coba
joke-heard = Terima kasih sudah mencoba, pesan Anda sampai. Nomor ini dipakai orang yang sedang dalam bahaya, jadi mohon dijaga bersama.

    Kalau suatu saat Anda atau orang lain memerlukannya, tulis saja di sini, kapan pun. Dalam bahaya, telepon:
    { $lines }

# Pertanyaan yang dijawab tanpa laporan
answer-services = { $unit } mendengarkan dan mendampingi orang yang disakiti. Petugas bisa datang, mencarikan tempat aman sementara, dan menghubungkan dengan dokter, psikolog, atau bantuan hukum.
    Untuk perempuan dan anak, dan siapa pun yang melaporkan kekerasan terhadap mereka.

    { $end }
answer-rights = Siapa pun yang mengalami kekerasan berhak dilindungi, berobat, dan didampingi. Namanya dirahasiakan. Ia berhak mendapat bantuan hukum dan dipulihkan. Ia juga berhak tahu perkembangan perkaranya dan memutuskan langkahnya sendiri.
    Dasarnya antara lain undang-undang (UU) 23/2004 tentang rumah tangga, 35/2014 tentang anak, dan 12/2022 tentang kekerasan seksual.

    { $end }
answer-place = Anda bisa bercerita lewat chat ini, atau datang ke { $unit }. Kantor polisi dan puskesmas atau rumah sakit juga menerima.
    Dalam bahaya, telepon:
    { $lines }

    { $end }
answer-hours = Chat ini terbuka 24 jam, setiap hari. Bahaya langsung diteruskan ke petugas piket. Untuk jam buka kantor { $unit }, tanyakan dahulu kepada petugas sebelum datang.
    Dalam bahaya, telepon:
    { $lines }

    { $end }
answer-course = Sesudah laporan dikirim, petugas membacanya dan menilai seberapa besar bahayanya. Lalu petugas menghubungi Anda dengan cara yang Anda pilih. Kalau ada bahaya, petugas dipanggil saat itu juga. Langkah berikutnya dibicarakan dengan Anda.

    { $end }
answer-cost = Menulis dan bertanya di sini tidak dipungut biaya. Untuk pemeriksaan dokter, obat, dan visum, petugas { $unit } membicarakannya dengan Anda lebih dahulu.

    { $end }
answer-secret = Hanya petugas yang menangani yang membaca cerita Anda, dan setiap kali dibuka ada catatannya. Nama tidak harus disebut. Chat di sini bisa dibaca oleh Telegram. Kalau HP ini bisa dibaca orang lain, menelepon lebih aman.

    { $end }
answer-papers = Kartu penduduk (KTP), kartu keluarga (KK), dan akta kelahiran diurus di Dinas Kependudukan kabupaten Anda. Bawa surat yang Anda punya; kepala desa atau lurah bisa membantu.
    Kalau surat itu ditahan atau hilang karena kekerasan, ceritakan juga di sini.

    { $end }
answer-end = Kalau Anda atau orang lain mengalami sesuatu, ceritakan saja di sini, kapan pun.
