### Pelapor. Kontak aman: bagaimana kami boleh menghubungi tanpa membahayakan.
safety-intro = Supaya aman bila kami menghubungi Anda, ada beberapa pertanyaan singkat. Boleh dilewati. Bisa diubah kapan saja dengan /aman.
safety-intro-child = Supaya kamu tetap aman kalau kami menulis, ada beberapa pertanyaan pendek. Boleh dilewati.
safety-offer = Bila sudah tenang, Anda bisa mengatur cara kami menghubungi Anda dengan aman. Tidak harus sekarang.
safety-later = Baik, tidak apa-apa. Ketik /aman kapan saja untuk mengaturnya.
safety-kept = <b>Tersimpan.</b>
    { $lines }

    Ketik /aman kapan saja untuk mengubahnya.
safety-card = <b>Kontak aman</b>
    { $lines }

    Pilih yang mau diubah.

ask-sfirst = <b>Bolehkah kami menulis lebih dulu di chat ini?</b>
    Yang terlihat hanya satu baris biasa, misalnya tentang buku. Isinya baru tampil setelah Anda membalas.
ask-sfirst-child = <b>Boleh kami menulis duluan di sini?</b>
    Yang terlihat cuma satu baris biasa, misalnya tentang buku. Isinya baru muncul setelah kamu balas.
sfirst-ya = Ya, boleh
sfirst-tidak = Jangan, tunggu saya menulis

ask-shours = <b>Jam berapa aman menghubungi Anda?</b>
    Boleh lebih dari satu, lalu tekan Selesai. Bisa juga diketik, misalnya: 8-12, 20-22.
ask-shours-child = <b>Jam berapa aman untukmu?</b>
    Boleh pilih beberapa, lalu tekan Selesai.
shours-pagi = Pagi (6–11)
shours-siang = Siang (11–15)
shours-sore = Sore (15–18)
shours-malam = Malam (18–22)
shours-bebas = Kapan saja
shours-lain = Jam lain
ask-sfrom = <b>Aman mulai jam berapa?</b>
ask-suntil = <b>Aman sampai jam berapa?</b>
    Boleh lewat tengah malam.
ask-smore = <b>Ada jam aman yang lain?</b>
smore-ya = Ya, tambah
smore-tidak = Tidak, cukup

ask-scover = <b>Pesan kami mau tampak seperti apa?</b>
    • Perpustakaan: “Halo, buku yang Anda cari sudah ada.”
    • Sekolah: “Halo, ada pengumuman baru dari kelas.”
    • Puskesmas: “Halo, jadwal periksa gigi sudah tersedia.”
ask-scover-child = <b>Pesan kami mau tampak seperti apa?</b>
    • Perpustakaan: “Buku yang kamu cari sudah ada.”
    • Sekolah: “Ada pengumuman baru dari kelas.”
    • Puskesmas: “Jadwal periksa gigi sudah ada.”
scover-pustaka = Perpustakaan
scover-sekolah = Sekolah
scover-klinik = Puskesmas

ask-snews = <b>Mau dikabari bila ada perkembangan?</b>
    Tetap hanya satu baris biasa, di jam aman Anda.
snews-ya = Ya, kabari
snews-tidak = Tidak usah

ask-sproof = <b>Pilih satu kata pengenal kita.</b>
    Bila kami menelepon, kami menyebut kata ini: tandanya benar kami. Bila Anda yang menulis, kata ini tandanya benar Anda. Pakai kata yang tidak bisa ditebak orang rumah, dan lain dari kata rahasia kode Anda. 3 sampai 30 huruf.
ask-sproof-child = <b>Pilih satu kata pengenal kita.</b>
    Kalau kami menelepon, kami sebut kata ini. Jadi kamu tahu itu benar kami. Jangan kasih tahu orang lain.
sproof-none = Tanpa kata

ask-selse = <b>Kalau orang lain yang mengangkat telepon, kami harus apa?</b>
selse-tutup = Tutup saja
selse-salah = Bilang salah sambung
selse-nama = Tanyakan “Bu Rina dari perpustakaan”

ask-sdecoy = <b>Mau punya kata pengalih?</b>
    Bila ada yang melihat layar Anda, ketik kata ini: chat berubah jadi obrolan biasa. Pilih kata yang tidak biasa Anda ketik, dan bukan kata pengenal tadi.
sdecoy-none = Tanpa kata
ask-salarm = <b>Bila kata pengalih diketik, panggil petugas juga?</b>
    Diam-diam, tidak terlihat di layar.
salarm-ya = Ya, panggil diam-diam
salarm-tidak = Tidak, cukup tampilan biasa

button-aman-all = Atur kontak aman
button-aman-first = Boleh menulis dulu?
button-aman-hours = Jam aman
button-aman-cover = Tampak seperti apa
button-aman-news = Kabar
button-aman-proof = Kata pengenal
button-aman-else = Bila orang lain mengangkat
button-aman-decoy = Kata pengalih

safety-first-ya = Kami boleh menulis lebih dulu.
safety-first-tidak = Kami menunggu sampai Anda menulis.
safety-first-belum = Belum dipilih. Kami menunggu sampai Anda menulis.
safety-hours = Jam aman: { $hours }
safety-any-hour = kapan saja, jam 7 sampai 21 untuk pesan
safety-cover = Tampak seperti: { $cover }
safety-not-chosen = belum dipilih
safety-news-ya = Ada perkembangan: dikabari.
safety-news-tidak = Ada perkembangan: tidak dikabari.
safety-proof-ya = Kata pengenal: ada.
safety-proof-tidak = Kata pengenal: tidak ada.
safety-else = Bila orang lain mengangkat telepon: { $what }
safety-decoy-ya = Kata pengalih: ada.
safety-decoy-tidak = Kata pengalih: tidak ada.
safety-no-word = tanpa kata

## Petugas. Untuk petugas
safety-chosen = { $number } · Pelapor mengubah pilihan kontak amannya. Lihat berkas sebelum menghubungi.
safety-caller = {""}
    📞 Aman dihubungi: { $hours }{ $outside }{ $proof }
safety-outside = {""} · ⚠️ sekarang di luar jam aman
safety-proof-in-file = {""} · kata pengenal di berkas
safety-not-first = {""}
    📞 Pelapor minta tidak dihubungi lebih dulu.
safety-file = <b>Cara menghubungi dengan aman · { $number }</b>
    { $lines }

    <i>Dicatat bahwa Anda melihatnya.</i>
safety-file-first-ya = Lewat chat: boleh menulis lebih dulu. Sistem memilih saat yang aman.
safety-file-first-tidak = Lewat chat: tidak lebih dulu. Pesan Anda menunggu sampai pelapor menulis.
safety-file-first-belum = Lewat chat: belum ditanyakan. Pesan Anda menunggu sampai pelapor menulis.
safety-file-hours = Jam aman: { $hours }{ $outside }
safety-file-proof = Kata pengenal: <b>{ $word }</b>. Sebut kata ini saat menelepon, dan minta pelapor menyebutnya bila Anda ragu.
safety-file-else = Bila orang lain mengangkat: { $what }
