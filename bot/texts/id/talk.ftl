### Pelapor. Percakapan antara pelapor dan petugas, lewat bot.

button-chat = 💬 Balas
button-chat-of = 💬 Balas { $number }
button-talks = Percakapan
button-talks-before = ◀ Sebelumnya
button-say = Kalimat siap
button-sendtalk = ✅ Kirim
button-sendtalk-anyway = Kirim saja
button-edittalk = Ubah
button-droptalk = Batal
button-noreply = Tidak perlu dijawab
button-closetalk = Tutup percakapan
button-stoptalk = Jangan kirim pesan lagi
button-talk-waits = 🔔 { $number } · { $types } · { $kecamatan } · { $count } menunggu
button-talk-quiet = { $number } · { $types } · { $kecamatan }

talk-case = { $number } · { $types } · { $kecamatan }
talk-case-joined = { $number } · { $types } · { $kecamatan } · laporan gabungan { $joined }
talk-to-sp = korban sendiri
talk-to-sl = korban sendiri
talk-to-sa = anak, ia sendiri yang menulis
talk-to-anak = orang tua atau wali anak
talk-to-kel = keluarga
talk-to-lain = orang lain yang tahu
talk-to-petugas = petugas atau kader
talk-to-unknown = belum disebutkan siapa
talk-to-phone = { $who }, lewat ponsel lain
talk-to-trusted = orang dewasa yang dipercaya anak

## Petugas. Untuk petugas: menulis
talk-open = <b>{ $case }</b>
    Menulis kepada pelapor: { $whom }.
    Ketik pesannya, atau kirim suara, foto, berkas, lokasi. Belum ada yang terkirim sampai Anda menekan <b>Kirim</b>.
talk-which = { $number } memuat beberapa laporan. Kepada pelapor yang mana? Para pelapor tidak boleh saling tahu.
talk-choose = Pesan itu tidak terikat pada satu kasus, jadi tidak dikirim kepada siapa pun. Pilih kasusnya, lalu tulis lagi.
talk-cannot = Yang ini tidak dapat diteruskan. Kirim teks, suara, foto, video, berkas, atau lokasi.
talk-sentences = <b>{ $case }</b>
    Kalimat siap untuk pelapor ({ $whom }). Setelah dipilih, Anda masih melihatnya dahulu.
talk-preview = Untuk <b>{ $case }</b>
    (pelapor: { $whom })

    { $what }

    { $lines }
    <b>Kirim?</b>
talk-status = Untuk <b>{ $case }</b>
    (pelapor: { $whom })

    { $what }

    <i>{ $state }</i>
talk-unsent = ⏳ Pesan ini belum terkirim. Bila tidak dikirim, sebentar lagi dibuang.
talk-risk-phone = ⚠️ Ada nomor telepon di dalamnya. Ponsel ini bisa dibaca orang lain. Yakin?
talk-risk-address = ⚠️ Ada kata alamat di dalamnya. Jangan pernah menulis tempat aman atau rumah pendamping. Yakin?
talk-risk-name = ⚠️ Ada nama orang dari kasus ini. Yakin?
talk-saying-blame = 💡 Ini bisa terdengar menyalahkan. Lebih baik: "Ini bukan salah Anda."
talk-saying-patience = 💡 "Sabar" dan "tenang saja" bisa terasa meremehkan. Lebih baik: "Wajar bila Anda merasa berat. Kami menemani."
talk-saying-promise = 💡 Jangan menjanjikan yang belum pasti. Lebih baik: "Kami berusaha, dan Anda kami kabari."
talk-saying-doubt = 💡 Ini bisa terdengar tidak percaya. Lebih baik: "Terima kasih sudah bercerita."
talk-saying-offender = 💡 Jangan membawa ucapan terduga pelaku. Tulis yang dari Anda sendiri.
talk-saying-peace = 💡 Jangan mendorong damai, maaf, atau cabut laporan. Lebih baik: "Anda yang memutuskan."
talk-not-draft = Pesan itu sudah terkirim atau sudah dibatalkan. Tidak ada yang dikirim dua kali.
talk-write-again = <b>{ $case }</b> (pelapor: { $whom })
    Tulis lagi pesannya. Yang tadi:

    { $what }
talk-no-reply = { $number } · Dicatat: tidak perlu dijawab.
talk-closed = Percakapan ditutup. Yang Anda ketik sekarang tidak untuk pelapor.
talk-list = Pilih kasusnya. 🔔 berarti pelapor menunggu jawaban.
talk-list-empty = Tidak ada kasus Anda yang pelapornya dapat disurati di sini.

talk-photo = [Foto]
talk-photo-said = [Foto] { $text }
talk-voice = [Pesan suara]
talk-voice-said = [Pesan suara] { $text }
talk-video = [Video]
talk-video-said = [Video] { $text }
talk-document = [Berkas]
talk-document-said = [Berkas] { $text }
talk-place = [Lokasi]
talk-place-said = [Lokasi] { $text }

# Keadaan satu pesan
talk-is-draft = Belum dikirim.
talk-is-waiting = Menunggu. Pelapor belum mengizinkan kita menulis lebih dulu; pesan ini ditunjukkan begitu ia menulis.
talk-is-waiting-allowed = Menunggu saat yang aman. Ditunjukkan begitu pelapor membuka percakapan.
talk-is-said = Sedang dikirim.
talk-is-delivered = Sampai di Telegram pelapor. Belum tentu sudah dibaca.
talk-is-read = Pelapor sudah menulis atau menekan sesuatu sesudahnya.
talk-is-answered = Sudah dijawab.
talk-is-failed = TIDAK SAMPAI. Pelapor tidak dapat disurati lewat bot.
talk-is-dropped = Tidak jadi dikirim.

# Percakapan yang dibaca kembali
talk-page = <b>Percakapan · { $number }</b>
    { $lines }
talk-nothing = Belum ada percakapan.
talk-line-theirs = { $at } · <b>Pelapor</b>: { $what }
talk-line-theirs-of = { $at } · <b>Pelapor { $number }</b>: { $what }
talk-line-ours = { $at } · <b>{ $name }</b>: { $what }
    <i>{ $state }</i>
talk-file = { $number } · { $at } · { $what }

# Pengingat
talk-waits = { $mark } { $number } · { $types } · { $kecamatan }
    Pelapor menunggu jawaban sejak { $said } lalu ({ $count } pesan).
talk-waits-lead = { $mark } { $number } · { $types } · { $kecamatan }
    Pelapor belum dijawab sejak { $said } lalu ({ $count } pesan). Pemegang: { $holder }.
talk-not-reached = { $mark } { $number } · { $types } · { $kecamatan }
    Pesan untuk pelapor <b>tidak sampai</b>: ia tidak dapat disurati lewat bot. Gunakan cara lain yang ia setujui.
reporter-stopped = { $number } · { $types } · { $kecamatan }
    Pelapor meminta kita tidak menulis lebih dulu. Bila ia bertanya, jawabannya tetap sampai.

## Pelapor. Yang dibaca pelapor
talk-signed = Petugas
talk-from-unit = <b>{ $who }:</b> { $what }
talk-from-unit-about = <b>{ $who } · { $number }:</b> { $what }
talk-stopped = Baik. Kami tidak akan menulis lebih dulu. Anda boleh menulis kapan saja, dan kami tetap menjawab.
talk-not-read = {""}

    Pesan yang sebelumnya sudah kami terima, tetapi belum dibaca.
talk-was-read = {""}

    Pesan yang sebelumnya sudah dibaca petugas pukul { $at }.
