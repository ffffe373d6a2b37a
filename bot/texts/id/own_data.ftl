### Petugas. Permintaan hapus data, dan pelapor yang mungkin terduga pelaku.

erasure-asked = 🗂 Pelapor { $number } meminta datanya dihapus ({ $asked }).
    Jawab paling lambat { $due }.
erasure-asked-carer = 🗂 Pelapor { $number } meminta datanya dihapus. Koordinator menjawabnya. Jangan menanyakannya kepada pelapor.
erasure-due = 🗂 Permintaan hapus data { $number } belum dijawab. Batas: { $due } ({ $left }).
erasure-kept = 🗂 { $number }: permintaan hapus data sudah dijawab, sebagian tetap disimpan. Alasannya terlihat oleh pelapor lewat /datasaya.
erasure-card = <b>Permintaan hapus data · { $number }</b>
    Diminta { $asked }. Jawab paling lambat { $due }.

    Yang menahan penghapusan: { $reasons }
erasure-nothing-against = tidak ada
erasure-sure = <b>Hapus isi { $number } untuk selamanya?</b>
    Yang hilang: cerita, jawaban, catatan, pihak, surat, percakapan, dan berkas. Tidak bisa dikembalikan, juga tidak dari cadangan.
    Yang tinggal: nomor, waktu, dan jumlah untuk register.
case-erased = 🗂 Isi { $number } sudah dihapus. Nomornya tetap ada di register.
button-erasewhy = Jawab permintaan
button-erasesure = Hapus isi kasus…
button-eraseyes = Ya, hapus untuk selamanya
button-erase = Hapus isi kasus
button-keeptold = Tetap simpan…
button-distrust = Pelapor mungkin terduga pelaku
button-trust = Pelapor bisa dipercaya lagi
refusal-still-owed = Belum bisa dihapus: masih ada bahaya, kewajiban hukum, atau layanan yang berjalan. Akhiri dahulu menurut langkahnya, atau jawab "Tetap simpan" dengan alasannya.
refusal-distrusted = Pelapor kasus ini mungkin terduga pelaku. Ia tidak diberi kabar apa pun. Koordinator bisa membatalkannya.
line-bystander = ⚠️ Pelapor bukan korban. Jangan menghubungi korban lewat pelapor, dan jangan ceritakan isi kasus kepadanya.
line-distrusted = 🔒 Pelapor mungkin terduga pelaku. Jangan beri tahu apa pun.
ask-krwhy = <b>Mengapa data ini tetap disimpan?</b>
    Pelapor membaca alasan ini. Boleh lebih dari satu.
label-krwhy = Alasan
krwhy-bahaya = Masih ada bahaya
krwhy-hukum = Kewajiban hukum
krwhy-anak = Perlindungan anak
krwhy-bukti = Bukti perkara
krwhy-layanan = Layanan masih berjalan
reporter-distrusted = 🔒 { $number }: pelapor mungkin terduga pelaku. Ia tidak diberi kabar apa pun, dan tidak tahu bahwa ini dicatat. Jangan menghubungi korban lewat pelapor.
reporter-trusted = 🔓 { $number }: pelapor kembali mendapat kabar seperti biasa.
consent-not-renewed = Pelapor { $number } tidak menyetujui teks data yang baru. Teks yang lama tetap berlaku. Bicarakan bila bertemu.

## Pelapor

own-draft = <b>Cerita yang belum dikirim</b>
    { $lines }
own-nothing-yet = belum ada isinya
own-report = <b>Laporan { $reported }</b>
    { $lines }

    Tulisan: { $texts }. Foto, suara, atau berkas: { $files }.
    Teks persetujuan: { $version }.
    { $seen }
    { $shared }
    { $wish }
own-seen = Dibuka petugas: { $count } kali. Setiap kali ada catatannya.
own-shared = Diteruskan kepada: { $values }.
own-not-shared = Belum diteruskan kepada siapa pun.
own-wish-waits = Permintaan hapus: dijawab paling lambat { $due }.
own-wish-kept = Permintaan hapus sudah dijawab. Sebagian tetap disimpan: { $reasons }.
own-settings = <b>Cara menghubungi</b>
    { $first }
    { $words }
own-first-yes = Kami boleh menulis lebih dahulu, pada jam yang Anda pilih.
own-first-no = Kami tidak menulis lebih dahulu.
own-words-kept = Kata pengenal atau kata pengalih Anda tersimpan.
own-words-none = Tidak ada kata pengenal atau kata pengalih yang tersimpan.
own-what-now = Ini saja yang kami simpan dari Anda. Pesan-pesan ini hilang sendiri dalam 10 menit.
own-copy = <b>Salinan · { $reported }</b>
    { $lines }
own-file = Berkas yang Anda kirim.
own-copy-fades = Itu semuanya. Kalau mau menyimpannya, salin sekarang. Dalam { $minutes } menit pesan ini hilang sendiri.
button-owncopy = Kirim salinan di sini
button-ownfix = Perbaiki
button-ownerase = Hapus
button-ownstop = Jangan hubungi saya
erase-what = <b>Apa yang ingin dihapus?</b>
    Yang belum dikirim hilang saat itu juga. Laporan yang sudah dikirim dilihat dahulu oleh seorang petugas. Jawabannya paling lama tiga hari.

    Untuk membersihkan chat di HP ini saja, ketik /keluar.
button-forgetdraft = Hapus yang belum dikirim
button-erasemine = Hapus laporan { $day }
draft-forgotten = Sudah dihapus. Tidak ada lagi yang tersimpan dari yang belum dikirim.
erase-asked = Permintaan Anda sudah kami catat. Seorang petugas menjawabnya paling lambat { $due }. Sesudah dihapus, tidak ada yang bisa membacanya lagi.

    Lihat hasilnya dengan /datasaya. Kami tidak mengirim pesan tentang ini.
erase-asked-but = Permintaan Anda sudah kami catat. Seorang petugas menjawabnya paling lambat { $due }.

    Sebagian mungkin harus tetap disimpan: { $reasons }.
    Lihat hasilnya dengan /datasaya. Kami tidak mengirim pesan tentang ini.
ownwhy-bahaya = masih ada bahaya
ownwhy-hukum = undang-undang mewajibkannya
ownwhy-anak = untuk melindungi anak
ownwhy-bukti = sebagai bukti
ownwhy-layanan = bantuan masih berjalan
stopped = Baik. Kami tidak akan menulis lebih dahulu. Bantuan yang sudah dipanggil tetap berjalan.

    Anda tetap boleh menulis di sini, kapan saja. Untuk mengubahnya, ketik /aman.
consent-changed = <b>Teks tentang data Anda berubah</b> ({ $version }).
    Isi laporan disimpan tersandi. Yang membaca hanya petugas { $unit } yang bertugas. Sebelum diteruskan ke pihak lain, petugas meminta izin Anda. Kecuali nyawa atau seorang anak dalam bahaya, atau undang-undang mewajibkannya.

    Anda boleh tidak setuju. Bantuan tetap berjalan.
button-consentagain-yes = Setuju
button-consentagain-no = Tidak setuju
consent-changed-thanks = Terima kasih, sudah kami catat.
consent-changed-refused = Baik, sudah kami catat. Bantuan tetap berjalan, dengan teks yang dulu Anda setujui.

ask-fwhat = <b>Apa yang ingin diperbaiki?</b>
    Yang lama tetap dicatat, supaya jelas apa yang berubah.
fwhat-name = Nama
fwhat-phone = Nomor telepon
fwhat-place = Tempat saya berada
fwhat-other = Hal lain
fix-write = Tulis saja di sini apa yang berubah. Petugas membacanya.
fix-nothing = Tidak ada laporan yang bisa diperbaiki di chat ini.
fix-in-draft = Laporan ini belum dikirim. Teruskan saja; di akhir ada tombol <b>Ubah sesuatu</b>.
fixed = Sudah kami perbaiki. Terima kasih.
