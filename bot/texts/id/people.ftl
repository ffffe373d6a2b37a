# Orang dan berkas dalam kasus: data para pihak, laporan yang digabung, dua berkas, konflik kepentingan, serah terima.

# Kartu kasus
card-channel = {""}
    Cara masuk: { $channel }, { $at }
card-acting = {""}
    Pengganti sementara: { $name }, sampai { $until }
card-joined = {""}
    Laporan lain tentang kejadian ini: { $number } ({ $at })
card-file-korban = {""}
    Berkas korban. Anak yang diduga pelaku punya berkas sendiri, yang tidak dapat dilihat pemegang berkas ini.
card-file-anak = {""}
    Berkas anak yang berhadapan dengan hukum. Berkas korban terpisah, dan tidak dapat dilihat pemegang berkas ini.
card-excluded = {""}
    Tidak dapat melihat kasus ini: { $names }
card-gone = Kartu ini tidak berlaku lagi.

button-parties = Data para pihak
button-joinedfile = Lihat laporan { $number }
button-apart = Pisahkan lagi
button-join = Gabungkan laporan lain
button-split = Pisahkan berkas anak
button-splitnow = Ya, buat dua berkas
button-delegate = Tunjuk pengganti sementara
button-exclude = Saya kenal pihak kasus ini
button-exclother = Kecualikan petugas

# Para pihak
party-list = <b>Para pihak · { $number }</b>
    { $lines }{ $again }
party-none = Belum ada yang dicatat.
party-nth = { $nth }. { $person }
party-line = { $kind }{ $sex }{ $age }
party-age = {""}, { $age } tahun
party-sex-P = {""}, perempuan
party-sex-L = {""}, laki-laki
party-kind-victim = Korban
party-kind-reporter = Pelapor
party-kind-offender = Terduga pelaku
party-kind-guardian = Wali
party-again = {""}

    ⚠️ { $kind } ini juga ada di kasus <b>{ $number }</b> (sama: { $by }).
party-again-hidden = {""}

    ⚠️ Ada catatan lain tentang orang ini; hubungi koordinator.
match-nik = NIK
match-phone = nomor telepon
match-name = nama
party-identity = <b>Identitas · { $number }</b>
    { $person }
    { $lines }

    <i>Dicatat bahwa Anda melihatnya. Hapus pesan ini sesudah dipakai.</i>
party-nothing-known = Belum ada data yang diisi.
party-field-line = { $field }: { $value }
on-day-of-year = { $day }
party-written = { $number } · Data para pihak dilengkapi oleh { $actor }.
party-not-overwritten = Rekan Anda baru saja mengubah isian yang sama, jadi ini tidak ditimpa: { $fields }. Lihat dahulu isinya yang sekarang.
party-rate-again = <b>{ $number } · nilai lagi risikonya</b>
    Ada orang dalam kasus ini yang pernah tercatat sebelumnya. Menurut aturan, risikonya sekarang paling rendah SEDANG.
    Sekarang: <b>{ $severity }</b>. Baca catatannya, lalu nilai lagi.
party-rate-again-leads = <b>{ $number } · ada catatan lain</b>
    Seseorang dalam kasus ini juga tercatat di kasus lain, yang tidak boleh diketahui petugas yang mencatatnya. Periksa dan nilai lagi risikonya; jangan bicarakan dengan petugas itu.
button-identity = 🔎 Identitas { $nth }
button-intake = 📝 Catat laporan baru
button-party = ✏️ Lengkapi { $nth }
button-party-new = ➕ Tambah orang
refusal-too-many = Dalam satu jam ini Anda sudah membuka { $most } identitas. Itu batasnya, untuk melindungi mereka. Lanjutkan nanti, atau minta koordinator bila mendesak.

ask-ykind = <b>Siapa orang ini dalam kasus?</b>
ykind-victim = Korban
ykind-reporter = Pelapor
ykind-offender = Terduga pelaku
ykind-guardian = Wali
ask-yfields = <b>Apa yang mau diisi atau diperbaiki?</b>
    Isi yang lama tetap tersimpan.
yfields-name = Nama
yfields-sex = Jenis kelamin
yfields-age = Umur atau tanggal lahir
yfields-born_on = Tanggal lahir
yfields-nik = NIK
yfields-phone = Telepon
yfields-address = Alamat
yfields-relation = Hubungan
yfields-education = Pendidikan
yfields-occupation = Pekerjaan
yfields-disability = Disabilitas
yfields-note = Catatan
yfields-remove = 🗑 Salah catat
ask-yname = <b>Siapa namanya?</b>
    Boleh dilewati. Tanpa nama pun kasus tetap ditangani.
ask-ysex = <b>Perempuan atau laki-laki?</b>
ysex-P = Perempuan
ysex-L = Laki-laki
ask-yage = <b>Berapa umurnya?</b>
    Boleh juga tanggal lahir, misalnya: 17-08-1990.
ask-yphone = <b>Nomor teleponnya?</b>
ask-ymore = <b>Mau dilengkapi sekarang?</b>
    NIK, alamat, hubungan, pendidikan, pekerjaan. Semuanya boleh menyusul.
ymore-ya = Ya
ymore-cukup = Cukup dulu
ask-ynik = <b>NIK-nya?</b>
    16 angka.
ask-yaddress = <b>Di mana alamatnya?</b>
ask-yrelates = <b>Apa hubungannya dengan korban?</b>
    Misalnya: ibu kandung, suami, tetangga.
ask-yschool = <b>Apa pendidikannya?</b>
    Misalnya: kelas 5 SD, tamat SMA.
ask-ywork = <b>Apa pekerjaannya?</b>
ask-ydisable = <b>Adakah disabilitas?</b>
    Tulis apa yang dibutuhkan, misalnya: tuli, butuh juru bahasa isyarat.
ask-ynote = <b>Ada catatan tentang orang ini?</b>

# Laporan tentang kejadian yang sama
ask-yjoin = <b>Laporan mana yang tentang kejadian yang sama?</b>
    Pilih, atau tulis nomornya. Isi, pelapor, dan waktunya tetap tersimpan.
ask-yjoinok = <b>Gabungkan laporan itu ke kasus ini?</b>
    Pengingatnya berhenti. Kabar dari pelapornya sampai kepada pemegang kasus ini. Para pelapor tidak saling mengetahui.
yjoinok-ya = Ya, gabungkan
case-joined = { $number } · Laporan { $joined } digabungkan ke kasus ini oleh { $actor }: kejadian yang sama. Isinya ada di kartu kasus.
case-joined-done = Laporan { $joined } sekarang bagian dari { $number }. Bila ternyata bukan kejadian yang sama, pisahkan lagi dari kartu kasus.
case-joined-away = Laporan { $number } sekarang bagian dari { $to }; pengingatnya berhenti.
case-apart = { $joined } berdiri sendiri lagi, terpisah dari { $number }.
joined-child = <b>{ $number } · ternyata ada anak</b>
    Laporan lain tentang kejadian ini menyebut seorang anak, sedangkan persetujuan ditandatangani bukan oleh wali. Catat walinya, lalu minta tanda tangan baru (1.10).
referrals-moved = { $number } · Rujukan yang masih berjalan ikut pindah ke kasus ini: { $count }. Mohon dilanjutkan.
news-joined = Dari pelapor lain ({ $number }):
refusal-still-calls = { $number } masih panggilan darurat yang terbuka. Tangani dahulu, atau tutup berdua dengan alasan laporan ganda; sesudah itu laporan bisa digabungkan.

# Dua berkas
split-asked = <b>{ $number } · dua berkas</b>
    Ada anak yang diduga pelaku, dan ada korban. Menurut UU 11/2012 keduanya ditangani terpisah.
    Kasus ini tetap berkas korban. Anak mendapat nomor dan manajer kasus sendiri, dengan jalur Dinas Sosial.
    Pemegang berkas yang satu tidak dapat melihat yang lain.
case-split = { $number } · Dipisahkan oleh { $actor }: berkas anak bernomor <b>{ $child }</b>. Tunjuk manajer kasus yang lain untuk berkas itu.
case-split-manager = { $number } · Kasus Anda sekarang berkas korban. Anak yang diduga pelaku ditangani terpisah oleh orang lain.

# Konflik kepentingan
excluded-you = Terima kasih sudah menyampaikannya. Kasus itu tidak lagi ditampilkan kepada Anda, dan yang Anda pegang sudah diberikan kepada petugas lain. Jangan membicarakannya dengan siapa pun.
staff-excluded = <b>{ $number } · konflik kepentingan</b>
    { $who } tidak lagi dapat melihat kasus ini: { $how }.
match-is-out = <b>{ $number } · mungkin konflik kepentingan</b>
    Nama atau nomor telepon { $who } sama dengan salah satu pihak, tetapi ia sedang di lapangan untuk kasus ini. Tidak ada yang diambil darinya selama ia di luar. Mohon segera diperiksa dan diputuskan setelah ia kembali.
excluded-by-self = ia sendiri menyatakan mengenal pihak dalam kasus
excluded-by-lead = ditetapkan koordinator atau kepala unit
excluded-by-match = nama atau nomor teleponnya sama dengan salah satu pihak. Mohon diperiksa; bila bukan orang yang sama, bisa dipulihkan
excluded-by-sibling = ia memegang berkas lain dari kejadian yang sama
excluded-by-joined = kejadiannya sama dengan kasus lain yang tidak boleh ia lihat
returned-by-exclusion = dilepas karena konflik kepentingan
decided-anew = <b>{ $number } · perlu diputuskan lagi</b>
    { $who } ikut memutuskan { $what }, dan sekarang kasus ini tertutup baginya. Keputusan itu tidak berlaku lagi. Bila masih perlu, ajukan lagi dari kartu kasus; dua orang lain yang memutuskannya.
anew-override = pengecualian dari penolakan (1.10)
anew-one-sided = pengakhiran tanpa tanda tangan (6.4)
choose-excluded = { $number } · Siapa yang tidak boleh melihat kasus ini?
exclude-line = 🚫 { $name }
readmit-line = ↩️ { $name } boleh melihat lagi
ask-yexwhy = <b>Apa alasannya?</b>
    Tersimpan di berkas kasus.
readmission-asked = <b>{ $number } · perlu orang kedua</b>
    { $asker } mengusulkan agar { $who } boleh melihat kasus ini lagi.
    Alasan: { $reason }
readmission-waits = { $number } · Dicatat. Berlaku setelah koordinator atau kepala unit lain menyetujui.
readmission-over = { $number } · { $who }: { $done }, diputuskan { $actor }.
readmission-done = boleh melihat kasus ini lagi
readmission-denied = tetap tidak boleh melihat kasus ini
button-readmit-yes = Setuju
button-readmit-no = Tidak setuju
refusal-is-out = { $name } sedang di lapangan untuk kasus ini. Tunggu sampai menekan "Sudah kembali", agar tetap bisa meminta bantuan.

# Beban, pengganti sementara, serah terima
manager-load = { $name } ({ $count } kasus, { $heavy } berat){ $away }
manager-away = {" "}· cuti sampai { $until }
choose-acting = { $number } · Siapa pengganti sementaranya?
choose-acting-all = Siapa yang menggantikan di semua kasusnya sampai cuti selesai?
nobody-can-act = Belum ada rekan yang bisa menggantikan. Minta admin menambahkan petugas (perintah staff add).
ask-yuntil = <b>Sampai hari apa, termasuk hari itu?</b>
    Sesudahnya berakhir sendiri.
yuntil-1 = Besok
yuntil-3 = 3 hari lagi
yuntil-7 = 1 minggu
yuntil-14 = 2 minggu
acting-yours = Anda menggantikan <b>{ $manager }</b> untuk sementara, sampai { $until }, di { $count } kasus. Kartu dan pengingatnya sampai kepada Anda ({ $name }); buka /kasus.
acting-for-you = <b>{ $name }</b> menggantikan Anda ({ $manager }) sampai { $until }, di { $count } kasus. Anda tetap bisa melihatnya.
acting-set = { $name } menggantikan { $manager } sampai { $until }, di { $count } kasus. Berakhir sendiri.
acting-over = Selesai: { $name } tidak lagi menggantikan { $manager }.
acting-ended = { $number } · Pengganti sementara diakhiri.
acting-left = Belum ada penggantinya, tunjuk orang lain: { $lines }
button-actingover = Akhiri sekarang
leave-has-cases = { $name } memegang { $count } kasus. Siapa yang menggantikan sampai { $until }?
button-leavefor = Tunjuk pengganti
handover-whose = <b>Serahkan semua kasus ke rekan</b>
    Kasus siapa?
handover-nobody = Tidak ada petugas yang memegang kasus terbuka.
handover-person = { $name } ({ $count })
handover-left = ⚠️ { $name } sudah keluar ({ $count })
handover-preview = <b>{ $name } · { $count } kasus</b>
    { $lines }
    Kunjungan, pengingat, dan panggilan ikut pindah. Belum ada yang diubah.
handover-line = { $name }: { $count }
handover-line-nobody = ⚠️ belum ada yang bisa menerima: { $count }
handover-sibling = <b>{ $number } · belum ada manajer kasus</b>
    Ini salah satu dari dua berkas satu kejadian. Pemegang berkas yang lain tidak boleh melihatnya, dan tidak ada orang lain yang bisa menerimanya. Tunjuk seseorang, atau tangani sendiri sampai ada.
handover-all-to = Semua kepada { $person }
button-handnow = ✅ Serahkan seperti ini
button-handshare = Bagi menurut beban
button-handall = Serahkan kasus ke rekan
handover-yours = Anda menerima { $count } kasus dari { $name }. Buka satu per satu di /kasus dan baca isinya.
handover-gone = { $count } kasus Anda sudah diserahkan kepada rekan.
handover-done = ✓ { $count } kasus { $name } sudah diserahkan.
handover-has-left = <b>{ $name } sudah keluar</b>
    { $count } kasus belum ada pemegangnya. Serahkan sekarang.

# Dua orang sekaligus
changed-since = <b>Sementara itu · { $number }</b>
    { $lines }
changed-line = • { $name } · { $what } ({ $at })
