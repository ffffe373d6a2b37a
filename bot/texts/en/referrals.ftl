# Referrals and partners (steps 1.5 b, c, d and 3.2; seven rules of referral). Notices hold no name, address or story.

agency-kesehatan = health services
agency-psikologi = psychological services
agency-sosial = Dinas Sosial
agency-polisi = Unit PPA of the police
agency-hukum = legal aid
agency-patbm = PATBM
agency-provinsi = provincial UPTD PPA
agency-nasional = KemenPPPA
agency-kabupaten_lain = UPTD PPA of another regency

need-medis = Examination and treatment
need-jiwa = Mental health examination
need-visum = Visum (with a police letter)
need-psikolog = Examination by a psychologist
need-konsel = Counselling and recovery
need-peksos = Social worker
need-rehab = Social rehabilitation
need-rumah = Temporary safe house
need-lindung = Immediate protection
need-lapor = Taking a police report
need-hukum = Legal aid
need-sidang = Accompaniment in court
need-damping = Accompaniment in the village
need-pantau = Watching over the family
need-koord = Coordination between regions
need-pulang = Bringing the victim home
need-tangani = Handling of the case

# After 1.5 is confirmed
route-card = <b>Routes · { $number }</b>
    { $routes }

    By its routes the institutions below are to be asked. Press to refer, or to hand the case over.
button-refer-to = Refer to { $to }
button-entrust-to = Hand over to { $to }
button-refer = Refer elsewhere
button-entrust = Hand case to a partner
button-takeback = Take this case back
button-referrals = Referrals
button-referrals-open = Referrals ({ $count } open)
button-referral = Open referral

# What the unit hears
referral-sent = { $number } · Referral to <b>{ $agency }</b> recorded.
    They should confirm by { $due } ({ $left }).{ $how }
referral-phone-first = {""}
    <b>Telephone first, now</b>: somebody must have received it within the hour.
referral-due = <b>{ $number } · referral to { $agency }</b>
    { $waits } and not confirmed yet. Limit: { $due } ({ $left }).{ $how }
    Please ask them: has it been received?
referral-late-lead = { $number } · { $kecamatan }
    The referral to <b>{ $agency }</b> has not been confirmed for { $waits }. Please help to reach them.{ $how }
button-refnews-yes = ✓ Received
button-refnews-notyet = Not yet
button-refnews-no = Declined
button-refnews-news = Write down news
button-refnews-done = Service ended
button-refnews-withdraw = Withdraw referral
referral-not-yet = { $number } · All right. We remind you again { $again } until { $agency } confirms.
referral-received = ✓ { $number } · Received by <b>{ $agency }</b>. The reminders stop.
referral-accepted = ✓ { $number } · <b>{ $agency }</b> says yes. Who it is stands on the card of the referral.
referral-declined = { $number } · <b>{ $agency } can't take this referral.</b>
    Another way is needed now. The reason stands on the referral's card.
handover-declined = { $number } · <b>{ $agency } can't take this case over.</b>
    Nobody holds it at the moment. Hand it to another institution, or take it back.
handover-unheld = { $number } · <b>Nobody holds this case.</b>
    Handing it to { $agency } came to nothing. Hand it to another institution, or take it back.
referral-progressed = { $number } · News from <b>{ $agency }</b>. It stands on the referral's card.
referral-danger = { $number } · <b>Urgent news from { $agency }</b>
    There are signs of danger in it. Read it now and call them.
referral-ended = { $number } · The service of <b>{ $agency }</b> has ended. The outcome stands on the referral's card. The case goes on.
handover-ended = { $number } · <b>{ $agency }</b> says that its work is done.
    Read the outcome, then decide: the case is closed, or the unit takes it back.
referral-withdrawn = { $number } · The referral to { $agency } was withdrawn.
referral-coordinate = <b>{ $number } · time to coordinate with { $agency }</b>
    Ask how the victim is and how the service goes, then write down the news.
referral-coordinate-late = <b>{ $number } · no news from { $agency } since { $day }</b>
    Coordination is overdue. Please see to it that somebody asks how the victim is.
referral-unreachable = { $number } · <b>{ $agency } can't be reached by Telegram.</b>
    Please telephone them, then write down the answer.
case-entrusted = { $number } · Handed over to <b>{ $agency }</b>. They should confirm by { $due }.
    The unit goes on following it; if things get worse it can be taken back at any time.
case-taken-back = { $number } · Taken back by { $actor }. A case manager is needed now.
entrusted-graver = { $mark } <b>{ $number } · { $severity }</b>
    It is judged graver now, and it is with a partner. Take it back?
referrals-stopped = { $number } · Referrals still open: { $count }. Their reminders stop; what partners do doesn't end with it.
    If needed, tell them or withdraw them one by one.

# Lists and cards
referrals-of-case = <b>Referrals · { $number }</b>
    { $lines }
referrals-none = { $number } · No referrals yet.
referral-line = • { $agency }: { $state }, { $since } ago
referral-state-sent = waits for receipt
referral-state-received = received
referral-state-declined = declined
referral-state-ended = ended
referral-state-withdrawn = withdrawn
referral-card = <b>{ $number } · referral to { $agency }</b>
    Need: { $need }
    State: <b>{ $state }</b>
    Sent { $sent }
    { $lines }
referral-received-by = Received by { $receiver }, { $at }
referral-companion = Accompanied by { $who }
referral-shared = May be shared: { $what }
referral-shared-nothing = Nothing of the victim is shared
referral-told = The victim/family was told
referral-untold = The victim/family was not told yet
referral-copies = Copy to: { $to }
referral-letter-none = No referral letter yet
referral-letter-draft = Referral letter: draft, not checked
referral-letter-checked = Referral letter: checked
referral-letter-signed = Referral letter: signed
referral-next = Next coordination: { $day }
referral-reason = Reason: { $text }
referral-outcome = Outcome: { $text }
referral-progress = { $at } · { $who }: { $text }
referral-handover = The whole case was handed over here
button-refletter = Make the referral letter
rujukan-none = No open referrals.
rujukan-all = <b>Open referrals: { $count }</b>
    Those that have waited longest come first.
    { $lines }
rujukan-button = { $number } · { $agency }
referral-button = { $agency } · { $state }
rujukan-line = • { $number } · { $agency } · { $state } · { $since }

# The form of a referral
ask-rfto = <b>Referred to whom?</b>
ask-rfto-none = <b>Referred to whom?</b>
    The victim's consent covers no institution yet. Cancel first, then renew the consent.
ask-rfneed = <b>Which service is asked for?</b>
    Choose, or write a few words without names and addresses.
ask-rfshare = <b>What may the receiver see once it has accepted?</b>
    Only what is really needed. The rest stands in the letter.
rfshare-identitas = Name and age
rfshare-kontak = Number and address
rfshare-kronologi = Chronology, in the letter
rfshare-none = Nothing
ask-rftold = <b>Was it explained to the victim or family: which service, and which institution?</b>
ask-rftold-must = <b>Was it explained to the victim or family: which service, and which institution?</b>
    Without that the referral can't be sent yet. Explain it first, then come back here.
rftold-ya = It was explained
rftold-belum = Not yet
ask-rfwith = <b>Who goes along?</b>
    You may write it, for example: Mrs Ratna, social worker. The partner reads this before accepting: don't name the victim's family.
ask-rfwith-must = <b>Who goes along?</b>
    Children and vulnerable people don't go alone. You may write it, for example: Mrs Ratna, social worker. The partner reads this before accepting: don't name the victim's family.
rfwith-saya = I do
rfwith-sana = The receiver's own staff
rfwith-none = Nobody
with-them = staff of the receiver
refusal-outside-consent = The victim's consent does not cover this institution, so nothing may be shared with it yet. Talk with the victim first, then renew the consent (step 1.10).
refusal-needs-companion = Children and vulnerable people must be accompanied. Name who goes along.
refusal-needs-telling = First explain to the victim or family: which service, and which institution. Then the referral can be sent.

# The form of news
ask-rfwho = <b>Who received it?</b>
    Name and position, for example: Mrs Hasna, emergency nurse.
ask-rfwhen = <b>When was it received?</b>
    You may write it, for example: 14.30, yesterday 09.00, or 21-11 14.30.
rfwhen-0 = Just now
rfwhen-60 = 1 hour ago
rfwhen-180 = 3 hours ago
ask-rfnext = <b>When do you talk next?</b>
    You may write it, for example: monday, or 25-12. If you skip it, we set the day.
rfnext-3 = In 3 days
rfnext-7 = In 1 week
rfnext-14 = In 2 weeks
rfnext-30 = In 1 month
ask-rfwhy = <b>Why can't it be taken?</b>
    Choose, or write a few words without names.
rfwhy-penuh = No room now
rfwhy-wenang = Not their authority
rfwhy-layanan = No such service
ask-rfnews = <b>How is it going?</b>
    In a few words: which service was given, and what comes next.
ask-rfres = <b>What came of it?</b>
    Choose, or write a few words.
rfres-tuntas = The service was given
rfres-luput = The victim did not come
rfres-pindah = Passed on elsewhere
ask-rfdraw = <b>Why is this referral withdrawn?</b>
    Choose, or write a few words.
rfdraw-perlu = No longer needed
rfdraw-korban = The victim does not want it
rfdraw-salah = Wrong institution
ask-rfback = <b>Why is the case taken back?</b>
    Choose, or write a few words.
rfback-risiko = The risk went up
rfback-desa = The village can't handle it
rfback-tolak = The receiver declined
rfback-minta = The receiver asked for it

# What partners read
partner-welcome = Welcome, { $name }. You are the contact of <b>{ $agency }</b>.
    Referrals for your institution come here. See them all with /rujukan.
    To report something yourself: /lapor. If somebody is in danger now: the Darurat button below.
partner-list = Referrals for your institution that are under way: { $count }
partner-empty = No referral is waiting at the moment. Thank you.
partner-not-passed = Your message was <b>not passed on</b> to the UPTD PPA. First press a button beneath its referral (<b>Accept</b>, <b>Can't</b>, or <b>Give news</b>), then write.
partner-sent = <b>Referral { $number }</b>
    From UPTD PPA to your institution.
    Need: <b>{ $need }</b>
    { $urgency }
    { $companion }
    Please answer by <b>{ $due }</b> ({ $left }).
    The victim's identity is shown only once you have accepted.
partner-still = <b>Still waiting for your answer.</b>
    { $card }
partner-received = ✓ <b>Referral { $number }</b> · accepted by { $receiver }
    Need: { $need }
    { $companion }
    Thank you. Please let us know how it goes.
partner-declined = Referral { $number } · can't be taken. Thank you for telling us; we look for another way.
partner-ended = ✓ Referral { $number } · ended. Thank you for your help.
partner-withdrawn = Referral { $number } · withdrawn by UPTD PPA. You need not do anything.
partner-urgent = 🔴 <b>Very urgent</b>: the victim needs help now
partner-risk-TINGGI = 🟠 Urgent
partner-risk-SEDANG = 🟡 Soon
partner-risk-RENDAH = 🟢 Not urgent
partner-risk-none = Urgency not judged yet
partner-companion = Accompanied by: { $who }
partner-alone = Not accompanied
partner-identity = <b>What you need to know · { $number }</b>
    { $lines }

    Only for this service. Pass it on to nobody.
partner-name = Name: { $text }
partner-age = Age: { $text }
partner-disability = Special needs: { $text }
partner-phone = Telephone: { $text }
partner-address = Address: { $text }
partner-by-companion = { $number } · The companion or staff of UPTD PPA tell you the identity directly.
partner-nothing = { $number } · Thank you. Nothing of the victim can be shared yet; staff of UPTD PPA will contact you.
partner-called-off = <b>Referral { $number } · this far</b>
    The UPTD PPA takes this referral back; your institution need not go on with it. Thank you for your help.
    If you know of somebody in danger, press Emergency.
partner-put-away = This is not shown any more.
partner-thanks = { $number } · Thank you. We have your news.
partner-thanks-danger = { $number } · Thank you. Your news goes to an officer at once.
    If you or somebody near you is in danger now, press Darurat.
partner-changed = This referral has changed. This is how it stands:
partner-letter = Referral letter { $number }. Only for this service.
partner-no-letter = { $number } · The referral letter is not ready. Once it is signed you can open it here.
button-partner-yes = ✓ Accept
button-partner-no = Can't
button-partner-news = Give news
button-partner-done = Ended
button-partner-letter = Referral letter
partner-about = <b>Referral { $number }</b>
    { $question }
