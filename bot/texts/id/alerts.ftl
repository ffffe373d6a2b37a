# Panggilan yang tidak pernah dibiarkan: diambil berdua, diserahkan, ditutup oleh dua orang, kunjungan yang terlewat.

names-and = { $names } dan { $last }
alert-notes = { $first }{ $then }
alert-no-duty = {" "}· <b>tidak ada petugas piket</b> yang bisa dipanggil, jadi daftar cadangan dipanggil sekarang
alert-no-duty-lead = <b>Tidak ada petugas piket</b> · { $severity } · { $number } · { $kecamatan }
    Tidak ada petugas piket yang bisa dipanggil. Daftar cadangan dipanggil sekarang. Tolong pastikan ada yang piket.

# Diambil beberapa orang
alert-one-more = {" "}· { $taken } dari { $wanted } sudah mengambil ({ $holder }), dicari { $missing } lagi
alert-short = { $number } · { $taken } dari { $wanted } sudah mengambil: <b>{ $holder }</b>.
    { $severity } · { $kecamatan }. Masih dicari { $missing } lagi.
alert-taken-short = { $number } · Anda ikut mengambil. { $taken } dari { $wanted } sudah mengambil; dicari { $missing } lagi. Kartunya ada di bawah.
alert-joined = { $number } · { $actor } ikut mengambil: { $taken } dari { $wanted }. Sekarang: { $holder }.
alert-no-second = { $number } · { $severity } · { $kecamatan }
    { $taken } dari { $wanted } sudah mengambil ({ $holder }), tetapi tidak ada orang lain yang bisa dipanggil lewat Telegram. Hubungi rekan dengan telepon.
alert-one-left = { $number } · { $actor } tidak lagi ikut. Sekarang: { $holder }. Petugas lain dipanggil lagi.
yours-together = { $card }

    <b>Bersama-sama:</b> { $holder }. Penanggung jawab: { $first }.
alert-held = { $mark } { $number } · { $severity } · { $kecamatan }
    Diambil { $holder } ({ $taken } dari { $wanted }). Sebab: { $cause }
    Batas: <b>{ $left }</b> ({ $deadline })
alert-over = { $number } · Panggilan ini sudah selesai.
returned-by-loss = tidak bisa dihubungi lagi lewat Telegram, atau sudah keluar

# Serah terima ke rekan
choose-colleague = { $number } · { $severity } · { $kecamatan }
    Serahkan ke siapa? Sampai diterima, Anda tetap penanggung jawabnya.
no-colleague = { $number } · Tidak ada rekan yang bisa dihubungi sekarang. Panggilan tetap Anda pegang; bila tidak sanggup, tekan Kembalikan.
colleague-line = { $name } · { $state }
is-on-duty = sedang piket
is-off-duty = tidak piket
alert-offered = { $mark } <b>{ $actor } meminta Anda mengambil alih</b>
    { $number } · { $severity } · { $kecamatan }
    Sebab: { $cause }
    Batas: <b>{ $left }</b> ({ $deadline })
    Mohon jawab dalam { $minutes } menit.
offer-waits = { $number } · Menunggu jawaban { $asked }, paling lama { $minutes } menit. Sampai diterima, tetap Anda yang menangani.
offer-accepted = { $number } · Anda menerima. Kartunya ada di bawah.
offer-done = { $number } · { $actor } menerima. Panggilan ini sekarang ditangani { $actor }. Terima kasih.
alert-handed-over = { $number } · { $severity } · { $kecamatan }
    Diserahkan oleh { $former } kepada { $actor }.
offer-over = { $number } · Permintaan mengambil alih ini tidak berlaku lagi. Anda tidak perlu berbuat apa-apa.
offer-refused = { $number } · { $asked } { $how }. <b>Tetap Anda yang menangani.</b>
offer-no = tidak bisa mengambil alih
offer-silence = belum menjawab
offer-away = tidak bisa dihubungi

# Ditutup tanpa penjangkauan, oleh dua orang
ask-ereason = <b>Mengapa panggilan ini ditutup tanpa penjangkauan?</b>
    Pilih, atau tulis dengan singkat. Petugas kedua harus menyetujui; sampai itu panggilan berjalan terus.
ereason-salah = Darurat salah tekan
ereason-ganda = Laporan ganda
ereason-pihak = Sudah ditangani pihak lain
ending-asked = <b>{ $number } · perlu orang kedua</b>
    { $severity } · { $kecamatan }
    { $asker } mengusulkan panggilan ini ditutup tanpa penjangkauan.
    Alasan: { $reason }

    Baca isi laporan dahulu; Anda ikut bertanggung jawab. Sampai Anda menyetujui, panggilan berjalan terus.
ending-waits = { $number } · Usulan dicatat. Panggilan berjalan terus sampai petugas kedua menyetujui.
ending-refused = { $number } · Penutupan tidak disetujui oleh { $actor }. Panggilan berjalan terus.
ending-over = { $number } · Usulan penutupan ini tidak berlaku lagi; panggilannya sudah selesai.
ending-agreed = { $number } · Panggilan ditutup tanpa penjangkauan, disetujui { $actor }.
ending-agreed-lead = { $number } · { $severity } · { $kecamatan }
    Panggilan ditutup tanpa penjangkauan: diusulkan { $asker }, disetujui { $actor }.{ $still }
ending-still-emergency = {" "}Penilaian kasusnya tetap <b>DARURAT</b>; yang ditutup hanya panggilannya.

# Kunjungan yang terlewat
visit-yours = { $mark } <b>{ $number } · kunjungan ke-{ $nth } terlewat</b>
    { $severity } · { $types } · { $kecamatan }
    Jadwalnya { $due } ({ $why }). Anda yang mengurusnya sekarang.

    Setelah dikunjungi, ditunda, atau bila tidak aman, tekan tombolnya.

button-offer = Serahkan ke rekan
button-accept = ✅ Terima
button-decline-offer = Tidak bisa
button-end = Tutup tanpa penjangkauan…
button-agreeend = Setuju ditutup
button-disagreeend = Tidak setuju
