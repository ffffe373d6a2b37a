### Pelapor. Kode tanda terima, kata rahasia, HP lain, kabar, dan orang dewasa yang dipercaya. Hangat, pendek, tanpa menyalahkan.
### Kata untuk anak yang menulis sendiri berakhir dengan -child.

# Kode tanda terima
receipt-shown = <b>Kode Anda: { $code }</b>

    Dengan kode ini dan satu kata rahasia, Anda bisa membuka percakapan ini dari HP lain.
    Catat sekarang di tempat yang aman, jauh dari orang yang Anda takuti. Pesan ini hilang sendiri dalam 10 menit.
receipt-shown-child = <b>Kodemu: { $code }</b>

    Dengan kode ini dan satu kata rahasia, kamu bisa membuka percakapan ini dari HP lain.
    Catat sekarang di tempat yang aman, jauh dari orang yang kamu takuti. Pesan ini hilang sendiri dalam 10 menit.
receipt-void = Kode yang ini tidak berlaku lagi.
receipt-put-away = Baik, kodenya sudah dihapus dari sini.
receipt-saved = Terima kasih. Kata rahasianya tetap yang dulu. Kode yang lama tidak berlaku lagi.
receipt-unsaved = Kodenya sudah dicatat? Kalau sudah, tekan tombol ini. Kalau kodenya sudah hilang, ketik /kode untuk minta yang baru.
button-receipt-saved = Sudah saya simpan

# Kata rahasia
ask-rword = <b>Pilih satu kata rahasia.</b>
    Satu kata atau beberapa kata pendek yang mudah Anda ingat dan sulit ditebak orang lain. Bukan nama Anda.
    Tanpa kata ini, kode saja tidak bisa membuka apa-apa dari HP lain.
ask-rword-child = <b>Pilih satu kata rahasia.</b>
    Satu kata yang mudah kamu ingat dan sulit ditebak orang lain. Bukan namamu.
    Tanpa kata ini, kode saja tidak bisa membuka apa-apa dari HP lain.
rword-short = Kata itu terlalu pendek. Paling sedikit empat huruf. Coba kata lain?
rword-long = Kata itu terlalu panjang untuk diingat. Coba yang lebih pendek?
rword-obvious = Kata itu mudah ditebak orang. Coba kata lain, misalnya nama benda yang hanya Anda yang terpikir.
rword-name = Lebih aman bukan nama sendiri. Coba kata lain?
rword-kept = Kata rahasianya sudah disimpan. Kami pun tidak bisa membacanya lagi, jadi ingatlah baik-baik.
rword-skipped = Tidak apa-apa. Tanpa kata rahasia, kode itu tidak bisa membuka apa-apa dari HP lain. Kalau berubah pikiran, ketik /kode.
value-kept = sudah disimpan

# Kode hilang
nothing-here = Di chat ini tidak ada percakapan yang terbuka. Anda bisa membukanya dengan kode, atau mulai yang baru.
ask-kword = Sebutkan <b>kata rahasia</b> yang dulu dipilih. Setelah itu kami berikan kode baru; yang lama tidak berlaku lagi.
button-open-by-code = Buka dengan kode

# Dari HP lain
ask-ocode = Ketik <b>16 angka kode</b> Anda. Spasi boleh dipakai, boleh tidak.
ask-oword = Sekarang ketik <b>kata rahasia</b> Anda. Huruf besar atau kecil sama saja.
code-digits = Kodenya hanya angka. Coba ketik angkanya saja.
code-length-16 = Angkanya belum pas: kodenya 16 angka, empat-empat. Coba periksa lagi.
code-length-8 = Angkanya belum pas: kode undangan ada 8 angka. Coba periksa lagi.
code-typo = Sepertinya ada angka yang salah ketik atau tertukar. Coba periksa dan ketik sekali lagi.
opening-cancelled = Baik, tidak jadi. Anda tetap bisa menulis apa saja di sini.
opening-checking = Terima kasih. { $when } Sambil menunggu, Anda tetap bisa menulis, dan tombol <b>Darurat</b> selalu jalan.
opening-soon = Kami periksa dahulu, sebentar saja.
opening-wait = Demi keamanan, jawabannya datang dalam { $span }.
opening-refused = Kode dan kata itu tidak cocok. Coba lagi kapan saja. Membuat laporan baru juga selalu bisa.
opening-done = Selamat datang kembali. Percakapan Anda berlanjut di sini.
old-phone-closed = Sudah. Mulai sekarang kabar hanya datang ke chat ini. Dari HP lama tidak ada yang bisa dilihat lagi. Pesan yang sudah ada di HP lama tetap ada di sana.
button-only-here = HP lama tidak aman lagi
line-opened = { $number }: pelapor membuka satu saluran lagi. Teruskan seperti biasa.
line-closed = { $number }: satu saluran pelapor ditutup atas permintaan pelapor. Balasan sampai ke saluran yang masih terbuka.
receipt-renewed = { $number }: pelapor meminta kode tanda terima baru, dan sudah diberikan.

# Kabar
status-told = <b>Kabar laporan Anda</b>
    { $lines }
told-received = • Diterima { $at }.
told-read = • Dibaca petugas { $at }.
told-unread = • Belum dibaca petugas. Pesan Anda tersimpan dan menunggu dibaca.
told-called = • Petugas sedang kami panggil.
told-coming = • Petugas sedang bergerak untuk membantu.
told-contacted = • Sudah ada yang berbicara dengan Anda { $at }.
told-quiet = • Anda memilih tidak dihubungi. Itu kami jaga.
told-contact-by = • Akan ada yang menghubungi Anda paling lambat { $by }.
told-contact-late = • Seharusnya Anda sudah dihubungi { $by }. Maaf, ini terlambat.
told-contact-late-told = • Seharusnya Anda sudah dihubungi { $by }. Maaf, ini terlambat; koordinator sudah kami ingatkan.
told-carried = • Sudah ada satu orang yang mendampingi sampai selesai.
told-entrusted = • Diteruskan kepada lembaga yang bertugas untuk itu, dan kami ikuti.
told-visit = • Ada yang datang { $day }.
told-visit-late = • Seharusnya ada yang datang { $day }. Maaf, ini terlambat.
told-ended = • Selesai { $at }. Kalau ada apa-apa lagi, tulis saja di sini.
told-short-waits = • Menunggu dibaca petugas.
told-short-handled = • Sedang ditangani. Demi yang mengalaminya, lebih dari ini tidak kami ceritakan.
told-short-ended = • Sudah selesai ditangani.
status-draft = Yang satu ini belum terkirim. Kita lanjut dari sini kalau Anda mau.
button-write-more = Tulis lagi
button-numbers = Nomor penting
write-more = Silakan, tulis atau kirim saja di sini. Semuanya kami baca.
numbers = Nomor yang bisa ditelepon kapan saja:
    { $lines }

# Orang dewasa yang dipercaya
invitation-shown = <b>Kode undangan: { $code }</b>

    Berikan hanya kepada orang dewasa yang Anda percaya. Jangan kepada orang yang Anda takuti, atau yang dekat dengannya.
    Orang itu mengetik /gabung di chat ini lewat HP-nya sendiri, lalu kode ini. Anda ditanya dahulu sebelum ia boleh masuk. Ia hanya melihat kabar singkat, bukan cerita Anda.
    Berlaku satu kali, sampai { $until }.
invitation-shown-child = <b>Kode undangan: { $code }</b>

    Berikan hanya kepada orang dewasa yang kamu percaya. Jangan kepada orang yang kamu takuti, atau yang dekat dengannya.
    Orang itu mengetik /gabung di chat ini lewat HP-nya sendiri, lalu kode ini. Kamu ditanya dahulu sebelum ia boleh masuk. Ia hanya melihat kabar singkat, bukan ceritamu.
    Berlaku satu kali, sampai { $until }.
button-uninvite = Batalkan undangan
invitation-over = Undangan itu sudah tidak berlaku.
trusted-list = Yang sudah boleh ikut: { $count } orang. Tekan namanya untuk menutup.
button-put-out = Tutup untuk { $name }
put-out-done = Sudah ditutup. Orang itu tidak menerima kabar lagi, dan tidak kami beri tahu alasannya.
ask-jcode = Ketik <b>8 angka kode undangan</b> yang Anda terima.
ask-jname = Siapa nama Anda? Yang mengajak akan melihat nama ini.
ask-jwho = Anda siapanya? Tekan tombol, atau tulis sendiri.
jwho-ibu = Ibu
jwho-ayah = Ayah
jwho-kakak = Kakak
jwho-nenek = Nenek atau kakek
jwho-bibi = Tante atau om
jwho-guru = Guru
jwho-tetangga = Tetangga
jwho-teman = Teman keluarga
ask-jcontact = Bolehkah kami menghubungi Anda kalau perlu?
jcontact-ya = Boleh
jcontact-tidak = Jangan
joining-checking = Terima kasih. { $when } Kalau kodenya benar, orang yang mengajak Anda akan kami tanya dahulu. Jawabannya datang di sini.
letin-asked = <b>{ $name }</b> ({ $relation }) ingin ikut mendampingi. Apakah orang ini yang diajak?

    Ia hanya melihat kabar singkat, bukan ceritanya, dan bisa ditutup lagi kapan saja.
button-letin-yes = Ya, boleh
button-letin-no = Bukan
letin-done = { $name } sekarang boleh ikut mendampingi. Ketik /ajak kalau ingin menutupnya.
letin-refused = Baik, tidak kami beri masuk. Orang itu tidak diberi tahu.
trusted-welcome = Anda dipercaya untuk ikut mendampingi. Terima kasih. Ketik /status untuk melihat kabar singkat, atau tulis di sini kalau ada yang perlu kami tahu. Kalau ada bahaya, tekan <b>Darurat</b>.
trusted-added = Terima kasih, sudah kami sampaikan dengan nama Anda.
story-from = { $name } (orang dewasa yang dipercaya): { $what }

# Kabar tanpa diminta: hanya untuk yang memilihnya, pada jam yang dipilih
news-read = Pesan Anda sudah dibaca. Ketik /status untuk kabar lengkapnya.
news-assigned = Sudah ada satu orang yang akan mendampingi dan menghubungi Anda. Ketik /status untuk kabar lengkapnya.
news-late = Seharusnya Anda sudah dihubungi. Maaf, ini terlambat, dan sudah kami ingatkan. Ketik /status untuk kabar lengkapnya.
news-visit = Ada yang akan datang { $day }. Kalau hari itu tidak aman, tulis di sini.
news-ended = Yang Anda ceritakan sudah selesai ditangani. Kalau ada apa-apa lagi, tulis saja di sini.
