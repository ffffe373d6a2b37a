# Reports that came by another way, written down by staff (steps 1.1 to 1.4).

intake-begun = <b>Writing down a report</b>
    Fill it in as the reporter told it. Leave out what is not known. If there is danger, officers are called at once while you fill it in.
intake-question = 🖊 What the reporter says:
    { $question }
intake-called = 🚨 This is an emergency: officers are being called. You can take it yourself right now; its card is above. Go on with this when you can.
intake-recorded = ✓ Written down under the number <b>{ $number }</b>. Time is counted from when it was reported.
intake-kept-called = Stopped. The case that was called for stays open with what was filled in.
ask-xchannel = <b>By which way did this report come?</b>
xchannel-datang = In person
xchannel-telepon = Telephone
xchannel-surat = Letter
xchannel-medsos = Social media
xchannel-mitra = Partner
ask-xwhen = <b>When was it reported?</b>
    Deadlines are counted from then. You may type it, for example: 14.30, yesterday 09.00, or 21-11 14.30.
xwhen-0 = Just now
xwhen-60 = 1 hour ago
xwhen-180 = 3 hours ago
xwhen-1440 = Yesterday at this hour
ask-xpfa = <b>Was psychological first aid given?</b>
    Step 1.3, if needed.
xpfa-ya = Yes
xpfa-tidak = Not needed
xpfa-belum = Not yet
ask-xfrom = <b>A letter of which institution, under which number?</b>
    Step 1.4. Leave it out if the UPTD itself received it.
ask-xsend = <b>Look at it once more</b>
    { $lines }
xsend-simpan = ✅ Keep it
