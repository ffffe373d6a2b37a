# Penjangkauan: kartu jalan, keselamatan petugas, daerah sulit dijangkau, teks untuk 110.

area-way = {""}
    ⛰ <b>Sulit dijangkau</b>; lama perjalanan belum dicatat. Yang ada di sana: { $through }.
area-way-hours = {""}
    ⛰ <b>Sulit dijangkau</b>: perjalanan sekitar { $hours } jam. Yang ada di sana: { $through }.

# Kartu jalan: 13 langkah SOP Pulang Pisau 8.or-3/2021
run-card = <b>Kartu jalan · { $number }</b>
    { $mark } { $kecamatan } · { $clock }{ $way }

    { $lines }

    Tekan nomornya saat sebuah langkah selesai. Urutannya boleh berbeda; keselamatan selalu lebih dahulu.
    { $hotlines }
run-clock = Penjangkauan (1.6): <b>{ $left }</b> ({ $deadline })
run-clock-protected = Dilindungi orang setempat sejak { $at }; petugas kita diperkirakan tiba <b>{ $arrival }</b>
run-clock-met = Penjangkauan tercatat { $at }
run-card-passed-on = Kartu jalan · { $number }
    Kasus ini tidak lagi Anda pegang. Cap yang sudah Anda buat tetap tersimpan.
run-done = ✓ { $nth }. { $step } · { $at }, { $who }
run-next = ▶ <b>{ $nth }. { $step }</b> · { $standard } · { $actors }
run-open = ▫ { $nth }. { $step } · { $standard }
run-number = { $nth }
run-number-done = ✓ { $nth }
run-stays = { $number } · Langkah { $nth } sudah dicap { $who } ({ $at }). Cap hanya bisa dilepas oleh yang membuatnya, dalam 10 menit.

crisis-identity = Terima dan catat identitas korban
crisis-calming = Tenangkan korban, kenali keadaannya
crisis-advice = Minta arahan tindak lanjut
crisis-referral = Surat rujukan ditandatangani
crisis-safety = Antar korban ke rujukan atau tempat aman
crisis-comfort = Dampingi sampai korban aman dan tenang
crisis-interview = Gali kasus, jelaskan layanan
crisis-draft = Ajukan rancangan persetujuan layanan
crisis-agreement = Korban atau keluarga setuju dan tanda tangan
crisis-help = Mediasi, negosiasi, investigasi, intervensi, atau pendampingan
crisis-help-no-mediation = Investigasi, intervensi, atau pendampingan (tanpa mediasi)
crisis-report = Koordinasi dan laporan akhir
crisis-monitoring = Pantau berkala di tempat rujukan
crisis-filing = Simpan laporan

crisis-minutes = { $minutes } menit
crisis-span = { $shortest }–{ $longest } menit
crisis-open-ended = sesuai layanan
crisis-actor-admin = admin
crisis-actor-companion = pendamping
crisis-actor-manager = manajer kasus
crisis-actor-chair = ketua
crisis-actor-secretary = sekretaris
crisis-actor-counsellor = konselor
crisis-actor-victim = korban
crisis-actor-family = keluarga
crisis-actor-agency = lembaga mitra

button-leave = 🛵 Berangkat
button-call110 = Teks untuk 110
button-protect = Dilindungi orang setempat
button-protect-later = Belum, perbarui perkiraan

# Keselamatan petugas
outing-begun = <b>{ $number } · Hati-hati di jalan</b>
    Setiap { $every } menit saya tanya apakah Anda aman. Dua kali tanpa jawaban, rekan, koordinator, dan kepala unit diberi tahu.
    Bila ada bahaya, tekan <b>Butuh bantuan</b> kapan saja, atau telepon 110.
outing-already = { $number } · Anda sudah tercatat berangkat. Saya tetap bertanya setiap { $every } menit.
outing-over = { $number } · Tidak ada yang tercatat sedang di jalan untuk kasus ini.
outing-ended = { $number } · Tercatat sudah kembali (kata { $who }). Terima kasih; tidak ada pertanyaan lagi.
outing-back-yet = { $number } · <b>Anda sudah kembali?</b>
    Selama belum, saya tetap bertanya apakah Anda aman.
officer-asked = <b>{ $number } · Anda aman?</b>
officer-asked-again = <b>{ $number } · Anda aman?</b>
    Pertanyaan tadi belum dijawab. Bila dua kali tanpa jawaban, rekan, koordinator, dan kepala unit diberi tahu, terus sampai ada kabar dari Anda.
officer-noted = ✓ { $number } · Dicatat aman. Saya tanya lagi dalam { $every } menit.
officer-helped = <b>{ $number } · Rekan, koordinator, dan kepala unit sedang diberi tahu.</b>
    Menjauhlah ke tempat ramai atau terkunci. Telepon 110 bila bisa; teksnya ada di bawah.
    Bila sudah aman, tekan <b>Aman</b>.
officer-silent = 🆘 <b>{ $officer } TIDAK MENJAWAB</b>
    { $number } · { $kecamatan }
    Berangkat: { $left }. Kabar terakhir: { $sign }.
    Telepon { $officer } sekarang. Bila tidak tersambung, minta patroli ke 110.
    Sudah bicara langsung? Tekan <b>Sudah terhubung, aman</b>; nama Anda dicatat.
officer-danger = 🆘 <b>{ $officer } BUTUH BANTUAN</b>
    { $number } · { $kecamatan }
    Berangkat: { $left }. Kabar terakhir: { $sign }.
    Telepon 110 sekarang, bacakan: "Petugas kami, { $officer }, dalam bahaya di { $kecamatan }. Mohon patroli segera." Tempat tepatnya ada di tombol <b>Teks untuk 110</b>; siapa yang membuka dicatat.
officer-heard = ✓ { $number } · { $officer } sudah ada kabar (dari { $who }).
officer-safe = <b>{ $number } · { $officer } aman</b>, menurut { $who }. Pertanyaan berkala berlanjut.
officer-back = <b>{ $number } · { $officer } sudah kembali</b>, menurut { $who }.
page-officer-silent = { $number } · { $kecamatan }: petugas { $officer } tidak menjawab sejak { $sign }. Telepon dia, lalu buka Telegram.
page-officer-danger = { $number } · { $kecamatan }: petugas { $officer } BUTUH BANTUAN. Telepon 110, lalu buka Telegram.
button-im-safe = Aman
button-need-help = 🆘 Butuh bantuan
button-im-back = Sudah kembali
button-reached-safe = Sudah terhubung, aman
button-reached-back = Sudah kembali ke kantor atau rumah

# Dilindungi orang setempat
ask-pwhy = <b>Mengapa unit tidak bisa sampai sendiri tepat waktu?</b>
    Tulis dengan singkat. Daerah ini tidak tercatat sulit dijangkau.
ask-pwho = <b>Siapa yang bersama korban sekarang?</b>
    Pilih, atau tulis nama dan lembaganya.
pwho-bhabin = Bhabinkamtibmas
pwho-patbm = PATBM
pwho-sehat = Puskesmas
pwho-desa = Pemerintah desa
ask-phow = <b>Bagaimana orang setempat itu dihubungi?</b>
phow-telepon = Telepon
phow-radio = Radio
phow-datang = Utusan
ask-pwhen = <b>Kapan ia dihubungi?</b>
    Jam boleh ditulis, misalnya: 14.30.
pwhen-0 = Baru saja
pwhen-30 = 30 menit lalu
pwhen-60 = 1 jam lalu
pwhen-180 = 3 jam lalu
ask-psafe = <b>Apakah orang setempat itu benar-benar bersama korban, dan korban aman di sana sekarang?</b>
    Janji untuk datang belum berarti "ya".
psafe-ya = Ya, korban aman
psafe-tidak = Belum aman di sana
ask-peta = <b>Kapan petugas kita sendiri bisa sampai?</b>
    Boleh ditulis, misalnya: 30 jam, kamis, atau 25-12.
peta-3 = 3 jam lagi
peta-6 = 6 jam lagi
peta-12 = 12 jam lagi
peta-24 = 1 hari lagi
peta-48 = 2 hari lagi
peta-72 = 3 hari lagi
in-hours = { $hours } jam lagi
protected-recorded = { $number } · Tercatat sebagai perlindungan oleh orang setempat, bukan sebagai penjangkauan. Dengan ini batas 24 jam terpenuhi.
    Perkiraan petugas kita tiba: { $arrival }. Sampai saat itu, kabar dari Anda cukup tiap 12 jam; sesudahnya saya tanya apakah Anda sudah tiba.
protected-not-met = { $number } · Tercatat, tetapi korban belum aman di sana: <b>batas penjangkauan tetap berjalan</b> ({ $deadline }).
    Minta 110 atau orang lain yang bisa sampai lebih cepat. Perkiraan petugas kita tiba: { $arrival }.
protected-lead = { $number } · { $severity } · { $kecamatan }
    Korban dilindungi orang setempat, dicatat { $actor }. Perkiraan petugas kita tiba: { $arrival }.
protected-not-lead = { $number } · { $severity } · { $kecamatan }
    Orang setempat <b>belum bisa membuat korban aman</b>, kata { $actor }. Batas penjangkauan tetap berjalan: { $left } ({ $deadline }).
arrival-due = <b>{ $number } · Sudah sampai?</b>
    Perkiraan: { $arrival }. Bila sudah bersama korban, catat penjangkauannya; bila belum, perbarui perkiraan.
arrival-late-lead = { $number } · { $severity } · { $kecamatan }
    Petugas kita seharusnya tiba { $arrival }, tetapi penjangkauan belum tercatat. Pemegang: { $holder }.

# Terlambat
ask-olate = <b>Batas waktu sudah lewat. Apa penyebabnya?</b>
    Ini untuk memperbaiki layanan, bukan mencari salah. Pilih, atau tulis sebab lain tanpa nama.
olate-jarak = Jarak, cuaca, jalan putus
olate-mobil = Tidak ada kendaraan
olate-orang = Petugas kurang
olate-korban = Korban belum bisa ditemui

# Teks untuk 110: dibacakan apa adanya.
call-110 = <b>Bacakan kepada 110 · { $number }</b>

    "Selamat pagi/siang/malam. Saya { $officer }, petugas { $unit }. Ini permintaan bantuan untuk kasus nomor { $number }.

    <b>Keadaan:</b>
    { $lines }

    <b>Tempat:</b>
    { $news }

    <b>Yang kami minta:</b> patroli ke tempat itu sekarang, dan pengawalan bagi petugas kami. Mohon datang tanpa menyebut siapa yang melapor.

    <b>Nomor saya:</b> … <i>(sebutkan nomor Anda)</i>. Mohon nama petugas penerima dan perkiraan tiba."

    { $hotlines }
call-ongoing_now-yes = • Kekerasan sedang berlangsung.
call-ongoing_now-no = • Saat melapor, kekerasan sedang tidak berlangsung; keadaan bisa berubah.
call-ongoing_now-unknown = • Belum diketahui apakah kekerasan masih berlangsung.
call-weapon-yes = • Ada senjata.
call-weapon-no = • Tidak disebut ada senjata.
call-weapon-unknown = • Belum diketahui apakah ada senjata.
call-severe_injury = • Ada yang luka parah; ambulans (119) juga diperlukan.
call-death_threat = • Ada ancaman pembunuhan.
call-strangulation = • Ada pencekikan.
call-confined = • Korban dikurung atau tidak boleh keluar.
call-children-yes = • Ada anak di tempat itu.
call-children-unknown = • Belum diketahui apakah ada anak di tempat itu.
call-victims = • Yang terancam, sejauh diketahui: { $count } orang.
call-victims-unknown = • Jumlah yang terancam belum diketahui.
call-officer-danger = • PETUGAS KAMI, { $who }, DALAM BAHAYA sekarang.
call-officer-silent = • Petugas kami, { $who }, berangkat untuk kasus ini dan tidak menjawab sejak { $sign }.
call-emergency = • Unit kami menilainya DARURAT.
call-place = Desa/kelurahan { $village }, Kecamatan { $kecamatan }, { $regency }
call-kecamatan = Kecamatan { $kecamatan }, { $regency }; desanya belum diketahui
call-elsewhere = { $place }
call-spot = Titik peta: lintang { $latitude }, bujur { $longitude }
call-landmark = (Bila ada alamat atau patokan dalam isi laporan, bacakan juga.)
