# DRAF · BELUM DIPERIKSA PENUTUR. Basa Tae' (rob): dua puluh kalimat terpenting.
# Penutur: perbaiki langsung di sini. Kunci yang tidak ada di sini tampil dalam Bahasa Indonesia.

welcome = Tabe'. Kurre sumanga' ta ma'kada lako kami.

    <b>Ke den bahaya totemo, ma'telponki' yolo:</b>
    { $lines }
    Iaraka tekan tombol malea <b>Darurat</b>.

    Ma'dinki' ma'curita inde. Tae' na parallu sangata disa'bu'. Angga pekutanaan ma'din dilendai.

    Chat inde ma'din nabaca Telegram. Ke den tau laen mbaca HP-ta, ma'telpon la'bi aman.
language-chosen = Iyo, basa Tae'. Mane sangapa kada; senga'na pake Bahasa Indonesia. Ke den sala, ta pa'dampanganni.

    Nomoro' parallu:
    { $lines }
urgent-raised = <b>Petugas ditambai totemo.</b>

    Ke ma'dinki', telpon duka:
    { $lines }

    Ke ma'dinki', maleki' lako inan den tau laen. Ke mebuniki', ma'mekkoki' na pabiccu'i oninna HP-ta.
    Kimekutana sangmesa-sangmesa. Bali sangngullemu mandi.
urgent-again = Pentambata tontong tibungka'. Tae' na pa'de.

    Ke ma'dinki', telpon duka:
    { $lines }
alert-by-words = Kurre sumanga'. Tu tacuritan bahaya ia. <b>Petugas ditambai totemo.</b>

    Ke ma'dinki', telpon duka:
    { $lines }

    Ke ma'dinki', maleki' lako inan den tau laen. Ke mebuniki', ma'mekkoki' na pabiccu'i oninna HP-ta.
ask-safe = <b>Aman raki' totemo?</b>
    Ke ma'tuliski' lan tau laen: aman raka totemo tu tau?
safe-ya = Iyo, aman
safe-tidak = Tae' na aman
ask-now = <b>Apa dadi totemo?</b>
    Ma'din ma'pile la'bi mesa, mane tekan Selesai.
ask-place-urgent = <b>Umba nani parallu tulung?</b>
    Pile kecamatan, tulis sanga tondok, iaraka tekan <b>Bagikan lokasi saya</b> diong layar.
ask-village = <b>Lan tondok umba?</b>
ask-phone = <b>Nomoro' umba tu aman kitelpon?</b>
    Tulis nomoro'na, susinna 0812 3456 7890, iaraka tekan <b>Bagikan nomor saya</b> diong layar.
ask-more = <b>Kurre sumanga'. Tulung ditambai totemo.</b>
    Ma'dinmoki' torro. Ke ma'din pa, den siapa pekutanaan napamoloi petugas.
more-lanjut = Lanju'
more-cukup = Genne' mo yolo
heard-story = Kurre sumanga' ta ma'curita. Mangkamo kianna.
kept-voice = Oninta mangkamo kianna. Ma'din naperangngi petugas.
taken-reporter = Pesatta mangkamo dibaca, na dijama totemo.
button-skip = Lendai ›
button-back = ‹ Sule
button-done = Mangka ✓
