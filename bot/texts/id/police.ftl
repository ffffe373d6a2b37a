# Kewajiban lapor polisi (UU 12/2022 Pasal 41): 3×24 jam sejak korban melapor. Tanpa nama, alamat, atau cerita.

police-opened = <b>Wajib lapor polisi · { $number }</b>
    Kekerasan seksual atau perkawinan paksa, disampaikan korban sendiri atau tenaga yang disebut UU 12/2022 Pasal 41.
    Unit kita membuat laporan ke polisi paling lambat <b>{ $due }</b> ({ $left }).
    Setelah dilaporkan, tekan tombol di bawah dan tulis nomornya.
police-due = <b>Wajib lapor polisi · { $number }</b> · { $kecamatan }
    Belum ada laporan ke polisi. Batas 3×24 jam: <b>{ $due }</b> ({ $left }).
    Sudah dilaporkan? Tekan tombolnya, agar pengingat ini berhenti.
police-reported = { $number } · <b>Sudah dilaporkan ke polisi</b> { $at }.
    Dicatat { $actor }; nomornya ada di kartu kasus.{ $note }
police-was-late = {""}
    Lewat batas 3×24 jam: { $hours } jam { $minutes } menit. Ini ikut tercatat.
police-excused = { $number } · <b>Tidak dilaporkan ke polisi</b>: ditetapkan { $actor }, alasannya tersimpan di berkas kasus.
police-still-open = { $number } · Kasus ditutup, tetapi <b>kewajiban lapor polisi masih terbuka</b>.
    Batas: { $due } ({ $left }). Pengingatnya tetap berjalan sampai dilaporkan, atau sampai kepala unit menetapkan alasannya.
police-only-head = { $number } · Hanya kepala unit yang boleh menetapkan alasan tidak melapor. Sampaikan alasannya kepada kepala unit; sampai saat itu pengingat tetap berjalan.

# Satu baris di kartu penilaian dan kartu kasus
police-owed = {""}
    <b>Wajib lapor polisi</b> (UU 12/2022 Pasal 41): { $left }, sampai { $due }.{ $note }
police-child = {""}
    Korban anak: lapor ke Unit PPA bersama wali yang aman. Anak jangan diminta bercerita berulang-ulang.
police-advised = {""}
    <b>Sangat dianjurkan lapor polisi.</b> Belum wajib, karena yang menyampaikan bukan korban, tenaga kesehatan, psikiater, psikolog, atau pekerja sosial. Bila salah satu dari mereka kemudian menyampaikannya kepada kita, tekan tombolnya: sejak itu berlaku batas 3×24 jam.
police-was-reported = {""}
    Sudah dilaporkan ke polisi { $at }, nomor { $reference }.
police-was-excused = {""}
    Tidak dilaporkan ke polisi: ditetapkan kepala unit { $at }.

button-police = ✓ Sudah dilaporkan ke polisi
button-excuse = Ada alasan tidak dilaporkan
button-conveyed = Korban atau tenaga ahli sudah menyampaikan

ask-pnumber = <b>Berapa nomor laporannya?</b>
    Nomor LP atau STPL, seperti tertulis di surat dari polisi.
ask-pwhere = <b>Di kantor polisi mana?</b>
    Boleh ditulis, misalnya: Unit PPA Polres Luwu Utara.
pwhere-polres = Polres
pwhere-polsek = Polsek
pwhere-polda = Polda
ask-lpwhen = <b>Kapan dilaporkan?</b>
    Boleh ditulis, misalnya: 14.30, kemarin 09.00, atau 21-11 14.30.
lpwhen-0 = Baru saja
lpwhen-60 = 1 jam lalu
lpwhen-180 = 3 jam lalu
police-when = { $day } pukul { $hour }
ask-preason = <b>Mengapa tidak dilaporkan ke polisi?</b>
    Alasan ini tersimpan di berkas kasus atas nama Anda sebagai kepala unit.
