### Pelapor. Berkas: foto, suara, video, dokumen

# Sebelum dan sesudah mengirim
file-care = Foto bagian tubuh yang pribadi tidak perlu dikirim. Jangan pernah milik anak di bawah 18 tahun: itu dilarang undang-undang. Cukup foto luka di tangan atau wajah, surat, atau tangkapan layar ancaman.
file-care-child = Jangan kirim foto badan tanpa baju, milikmu atau milik anak lain. Kamu tidak salah apa-apa. Cukup cerita, atau foto pesan yang menakutkan.
kept-photo = Fotonya sudah kami simpan. { file-care }
kept-photo-child = Fotonya sudah kami simpan. { file-care-child }
kept-video = Videonya sudah kami simpan. { file-care }
kept-video-child = Videonya sudah kami simpan. { file-care-child }
kept-document = Berkasnya sudah kami simpan.

## Petugas. Yang dilihat petugas
file-shown = { $what }
    { $facts }
file-size = { $size } KB
file-size-unknown = besarnya belum diketahui
file-facts-waiting = { $what } · { $size } · dikirim { $at } · sedang diambil dari Telegram
file-facts-kept = { $what } · { $size } · dikirim { $at } · SHA-256 { $hash }{ $odd }
file-facts-lost = { $what } · { $size } · dikirim { $at } · tidak bisa disimpan: { $why }
file-facts-erased = { $what } · dikirim { $at } · sudah dihapus
file-odd = { " " }· ⚠️ isinya lain dari namanya
file-why-gone = Telegram tidak punya berkas ini lagi
file-why-too_big = lebih besar dari 20 MB
file-why-cut = tidak pernah sampai utuh
file-why-empty = kosong
file-named = «{ $name }»
file-not-drawn = { $text }
    (Gambar ini tidak bisa dibuka dengan aman. Berkas aslinya bisa diminta dari daftar Lampiran.)
file-not-yet = { $text }
    (Berkas ini sedang diambil. Buka lagi sebentar lagi.)
file-not-there = { $text }
    (Berkas ini tidak bisa ditampilkan.)

# Daftar lampiran
button-files = Lampiran
button-attachment = Buka lagi
button-original = Minta berkas asli
files-list = <b>Lampiran · { $number }</b>
    { $lines }
files-none = Belum ada berkas.
files-line = <b>{ $nth }.</b> { $facts } { $name }
    { $seen }
file-nth = Berkas { $nth }
file-seen = { $name }
file-seen-original = { $name } (berkas asli)
file-seen-by = Dilihat: { $viewers }
file-unseen = Belum ada yang melihat.
file-one = <b>{ $number }</b> { $name }
file-more = { $number } · Salinan yang Anda lihat sudah dibersihkan dari data tersembunyi (tempat, jenis HP). Yang asli tersimpan tersegel sebagai bukti.

# Berkas asli
ask-ofwhy = <b>Untuk apa berkas asli ini?</b>
    Di dalamnya bisa ada tempat dan waktu pemotretan, dan isinya tidak diperiksa. Alasan Anda dicatat di kasus.
ofwhy-bukti = Bukti untuk polisi atau pengadilan
ofwhy-korban = Diperlukan untuk menolong korban
ofwhy-periksa = Tidak bisa dilihat dengan cara lain
file-original = { $number } · Berkas asli. Buka hanya di HP dinas, jangan diteruskan.
    { $facts }

# Pemberitahuan
file-lost-told = { $number } · Satu berkas dari pelapor tidak bisa disimpan. Lihat Lampiran; bila perlu, mintalah dikirim lagi dengan cara yang aman.
