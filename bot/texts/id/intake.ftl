# Laporan yang masuk dengan cara lain, dicatat oleh petugas (langkah 1.1 sampai 1.4).

intake-begun = <b>Mencatat laporan</b>
    Isi menurut yang disampaikan pelapor. Yang tidak diketahui boleh dilewati. Bila ada bahaya, petugas langsung dipanggil sementara Anda mengisi.
intake-question = 🖊 Menurut pelapor:
    { $question }
intake-called = 🚨 Ini darurat: petugas sudah dipanggil. Anda juga bisa mengambilnya sekarang juga; kartunya ada di atas. Teruskan isian ini bila sempat.
intake-recorded = ✓ Tercatat dengan nomor <b>{ $number }</b>. Waktu dihitung sejak laporan disampaikan.
intake-kept-called = Isian dihentikan. Kasus yang sudah dipanggil tetap terbuka dengan yang sudah diisi.
ask-xchannel = <b>Lewat mana laporan ini masuk?</b>
xchannel-datang = Datang langsung
xchannel-telepon = Telepon
xchannel-surat = Surat
xchannel-medsos = Media sosial
xchannel-mitra = Mitra
ask-xwhen = <b>Kapan laporan itu disampaikan?</b>
    Batas waktu dihitung dari sini. Boleh ditulis, misalnya: 14.30, kemarin 09.00, atau 21-11 14.30.
xwhen-0 = Baru saja
xwhen-60 = 1 jam lalu
xwhen-180 = 3 jam lalu
xwhen-1440 = Kemarin, jam ini
ask-xpfa = <b>Apakah dukungan psikologis awal sudah diberikan?</b>
    Langkah 1.3, bila perlu.
xpfa-ya = Sudah
xpfa-tidak = Tidak perlu
xpfa-belum = Belum
ask-xfrom = <b>Surat dari lembaga mana, nomor berapa?</b>
    Langkah 1.4. Lewati bila diterima langsung oleh UPTD.
ask-xsend = <b>Periksa sekali lagi</b>
    { $lines }
xsend-simpan = ✅ Simpan
