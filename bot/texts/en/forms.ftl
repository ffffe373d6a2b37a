# Staff forms: short, one thing at a time.

form-received = ✓ Received.
form-wants-photo = A <b>photo</b> is needed here: press the paper clip 📎, then send the photo.
form-not-fitting = Sorry, that can't be written down as an answer here yet. Write briefly, or press one of the buttons.
form-not-fitting-skip = Sorry, that can't be written down as an answer here yet. Write briefly, press one of the buttons, or <b>Skip</b>.

ask-owhen = <b>When did the outreach happen?</b>
    You can write the hour, for example: 14.30.
owhen-0 = Just now
owhen-15 = 15 minutes ago
owhen-30 = 30 minutes ago
owhen-60 = 1 hour ago
minutes-ago = { $minutes } minutes ago
at-hour = at { $hour }

ask-ohow = <b>How was the victim reached?</b>
ohow-datang = In person
ohow-telepon = Telephone or video
ohow-mitra = Via village police, PATBM, clinic
ohow-polisi = Through the police

ask-oby = <b>By whom?</b>
    You can write a name.
oby-saya = Myself
oby-rekan = A colleague
oby-mitra = A partner
ask-opartner = <b>What is the name, and from which organisation?</b>

ask-osafe = <b>Is the victim safe now?</b>
    If not, the alert stays open until the victim is safe.
osafe-ya = Yes, safe
osafe-tidak = Not safe
osafe-belum = Not known yet

ask-onote = <b>Is there a short note?</b>
    Without name and address. You can skip this.

ask-vresult = <b>How was the visit?</b>
    You can write it shortly.
vresult-baik = Met, doing well
vresult-tetap = Met, still needs help
vresult-luput = Could not meet
ask-vrisk = <b>How is the risk now?</b>
vrisk-tetap = Unchanged
vrisk-RENDAH = RENDAH (low)
vrisk-SEDANG = SEDANG (medium)
vrisk-TINGGI = TINGGI (high)

ask-lreason = <b>Why is the visit postponed?</b>
    Write the reason shortly.
ask-lday = <b>Postponed to which day?</b>
    You can write it, for example: monday, or 25-12.
lday-1 = Tomorrow
lday-2 = In 2 days
lday-3 = In 3 days
lday-7 = Next week
on-day = { $day }

ask-nlabel = <b>What is this report in truth?</b>
    Not a report: a prank, sent by mistake, a test. Not KTP/KTA/ABH: no violence against women or children, such as a land dispute.
nlabel-BUKAN_LAPORAN = Not a report
nlabel-LAINNYA = A report, but not KTP/KTA/ABH
ask-nwhy = <b>How do you know?</b>
    A few words, for example: called back, a child was playing with the phone. In doubt, don't: a report that is not clear is still a report.
ask-wreason = <b>What is the reason for lowering this?</b>
    Write it shortly. For TINGGI and an emergency a second officer decides too.

ask-rto = <b>Raised to what?</b>
rto-SEDANG = SEDANG (medium)
rto-TINGGI = TINGGI (high)
rto-darurat = Emergency
ask-rreason = <b>What is the reason?</b>
    You can skip this.
