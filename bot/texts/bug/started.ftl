# DRAF · BELUM DIPERIKSA PENUTUR. Basa Ugi (Bugis, bug): dua puluh kalimat terpenting.
# Penutur: perbaiki langsung di sini. Kunci yang tidak ada di sini tampil dalam Bahasa Indonesia.

welcome = Tabe'. Tarima kasi' nasaba' purani ki' mabbicara ri idi'.

    <b>Narekko engka bahaya makkukkue, tellepong riolo:</b>
    { $lines }
    Iyarega tekkai tombol macella'e, <b>Darurat</b>.

    Weddikki' macurita okkoe. Dé' namaressa ipoada aseng. Weddi maneng ilipessang.

    Chat okkoe weddi nabaca Telegram. Narekko tau laing weddi mbaca HP-ta, tellepong labbi amang.
language-chosen = Iyé', basa Ugi. Baru siddi' kalimat; laingnge mappakai Bahasa Indonesia. Narekko engka sala, addampengengi.

    Nomoro' parellu:
    { $lines }
urgent-raised = <b>Petugas niobbi' makkukkue.</b>

    Narekko weddikki', tellepongtoi:
    { $lines }

    Laoki' ri onrong engka tau laing, narekko weddikki'. Narekko massobbuki', mammekkoki' sibawa abeccukiwi sadda HP-ta.
    Siddi-siddi kiakkutana. Baliki' naullé bawang.
urgent-again = Pangngobbi'ta tette' tabbukka. Dé' nateddeng.

    Narekko weddikki', tellepongtoi:
    { $lines }
alert-by-words = Tarima kasi'. Iya nacuritangngé iyanaritu bahaya. <b>Petugas niobbi' makkukkue.</b>

    Narekko weddikki', tellepongtoi:
    { $lines }

    Laoki' ri onrong engka tau laing, narekko weddikki'. Narekko massobbuki', mammekkoki' sibawa abeccukiwi sadda HP-ta.
ask-safe = <b>Amangki' makkukkue?</b>
    Narekko mattuliski' untu' tau laing: amanggi makkukkue iyaro taué?
safe-ya = Iyé', amang
safe-tidak = Dé', dé' naamang
ask-now = <b>Aga kajajiang makkukkue?</b>
    Weddi mappilé lebbi siddi, nainappa tekka' Selesai.
ask-place-urgent = <b>Kégi onrong napparelluang pattulung?</b>
    Pilei kecamatang, tulisi aseng kampong, iyarega tekka' <b>Bagikan lokasi saya</b> ri yawana layar.
ask-village = <b>Ri kampong aga?</b>
ask-phone = <b>Nomoro' kégaé amang kitellepong?</b>
    Tulisi nomoro'na, conto'na 0812 3456 7890, iyarega tekka' <b>Bagikan nomor saya</b> ri yawana layar.
ask-more = <b>Tarima kasi'. Pattulung niobbi' makkukkue.</b>
    Weddini' mappesau. Narekko weddi mupi, engka siddi' pakkutana paimeng.
more-lanjut = Lanju'
more-cukup = Gennenni riolo
heard-story = Tarima kasi' nasaba' macuritaki'. Purani kitaro.
kept-voice = Saddatta purani kitaro. Weddi naréngkalinga petugas.
taken-reporter = Pesatta purani ibaca, na ijama makkukkue.
button-skip = Lipessang ›
button-back = ‹ Lisu
button-done = Pura ✓
