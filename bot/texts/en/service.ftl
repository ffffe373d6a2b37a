# Plan, services, monitoring, termination (processes 3 to 6)

refusal-not-together = The alleged offender is not asked to this meeting: sexual violence, or they still live with the victim. Hold it without them.
refusal-not-recovered = Not on the way to termination yet: the plan must be carried out and the victim considered recovered. Choose "Still needs services" so that assessment is repeated (step 5.6).
refusal-needs-search = This can't be recorded as not found yet. In the last 30 days { $tries } tries on { $days } different days are on record, { $visits } of them visits. At least 3 tries on 3 different days are needed, 1 of them a visit.
refusal-not-received = Nobody has confirmed yet that the referral was received and has ended there. Ask the receiver, then write down the news; a referral alone does not close a case.
refusal-help-is-out = There is still an open emergency, or an officer out there. See to that first.
refusal-void = A refusal by the alleged offender is void. See the victim alone; for a child, name another guardian who is safe.

# Notices
case-reopened = { $number } · The case was opened again by { $actor }. It starts with finding a case manager (1.7); written consent is asked for again.
reopened-former = { $number } · Case manager before: { $former }. They know this case already. Assign a case manager within { $minutes } minutes (step 1.7).
button-assign-former = Assign { $name }
round-started = { $number } · Services are still needed: assessment begins again, round { $round }.
round-reviewed = { $number } · Round { $round } was reviewed by { $actor }. The case may go on.
review-wanted = { $number } · Round { $round }, or 180 days, are reached. The case manager wants to assess again; look at the case first.
one-sided-asked = { $number } · { $asker } proposes a one-sided end: { $ground }. A second person is needed. Read the reason first.
one-sided-still = { $number } · Waiting for an answer for { $since }: { $asker } proposes a one-sided end ({ $ground }). Read the reason, then agree or not.
one-sided-waits = { $number } · The one-sided end waits for another coordinator or the head.
one-sided-agreed = { $number } · The one-sided end ({ $ground }) was agreed by { $actor }. Write the report of termination, then close the case (6.5).
one-sided-denied = { $number } · The one-sided end ({ $ground }) was not agreed by { $actor }. Handling goes on.
one-sided-wish = <b>{ $number }</b> · One-sided end: { $ground }
    Proposed by { $asker }.
    Reason: { $reason }
    { $others }
    { $attempts }
ground-meninggal = died
ground-hilang = whereabouts unknown
ground-menolak = refuses to be accompanied
others-safe = Other children and the household: safe.
others-unsafe = Other children or the household: NOT SAFE YET.
try-line = • { $day }: { $how }

# Buttons
button-goal = 🎯 Goal (3.1)
button-needs = Needs (3.2)
button-plan = Service plan (3.3)
button-confer = Case conference
button-agreeplan = Plan agreed (3.5)
button-serve = Service given (4.1)
button-mediate = Mediation
button-document = 📷 Document (4.3)
button-accompany = Accompaniment (4.4)
button-report = Report of results (4.5)
button-monplan = Monitoring plan (5.1)
button-goon = Needs more (5.6)
button-review = ✓ Reviewed
button-enough = Done and recovered (5.5)
button-termplan = Termination plan (5.7)
button-check = Check documents (5.8)
button-check-do = ✓ Documents complete (5.8)
button-present = Present the plan (6.1)
button-signend = Termination signed (6.3)
button-attempt = Attempt to meet
button-onesided = One-sided end (6.4)
button-wish = Read the proposal
button-agreeone = Agree
button-denyone = Don't agree
button-reopen = Open the case again

# Process 3
ask-gtold = <b>Which goal is to be reached together with the victim?</b>
    In their own words where possible. A voice note or a photo of handwriting is fine.
label-gtold = Goal
ask-nneeds = <b>Which services are needed?</b>
    Several may apply.
label-nneeds = Needs
nneeds-sehat = Health
nneeds-psiko = Psychological recovery
nneeds-sosial = Social rehabilitation
nneeds-hukum = Law
nneeds-patbm = Accompaniment by PATBM
ask-nwords = <b>What do the victim and the family say about it?</b>
    You can skip this.
label-nwords = In their words
ask-plsehat = <b>Health:</b> which service; by whom; until when?
    For example: treatment of wounds; Puskesmas Masamba; 10 March.
label-plsehat = Plan: health
ask-plpsiko = <b>Psychological recovery:</b> which service; by whom; until when?
    For example: counselling every week; psychologist; 2 months.
label-plpsiko = Plan: psychological
ask-plsosial = <b>Social rehabilitation:</b> which service; by whom; until when?
    For example: help with school; Dinas Sosial; 1 month.
label-plsosial = Plan: social
ask-plhukum = <b>Law:</b> which service; by whom; until when?
    For example: company at the hearing; legal aid; until the verdict.
label-plhukum = Plan: law
ask-plpatbm = <b>Accompaniment by PATBM:</b> what; by whom; until when?
    For example: a visit every week; village cadre; 3 months.
label-plpatbm = Plan: PATBM
ask-pllain = <b>Which service; by whom; until when?</b>
label-pllain = Plan
ask-pluntil = <b>Until when does this plan hold?</b>
    Accompaniment usually takes 1 to 3 months.
label-pluntil = Holds for
pluntil-30 = 1 month
pluntil-60 = 2 months
pluntil-90 = 3 months
ask-plconf = <b>Is a case conference or a family meeting needed first?</b>
label-plconf = Conference needed
plconf-ya = Yes
plconf-tidak = No
ask-cfoff = <b>Before anybody is invited: does the alleged offender take part?</b>
    Only if the victim wants it themselves and it is safe.
label-cfoff = Alleged offender took part
cfoff-tidak = No
cfoff-ya = Yes, the victim wants it
ask-cfwho = <b>Who took part?</b>
    Choose several, or write.
ask-cfwho-apart = <b>Who took part?</b>
    The alleged offender is never asked to this meeting. Choose several, or write.
label-cfwho = Took part
cfwho-korban = Victim
cfwho-keluarga = Family
cfwho-unit = UPTD PPA
cfwho-sehat = Health
cfwho-psiko = Psychologist
cfwho-dinsos = Dinas Sosial
cfwho-polisi = Police (Unit PPA)
cfwho-hukum = Legal aid
cfwho-patbm = PATBM
cfwho-prov = UPTD PPA Provinsi
cfwho-desa = Village
ask-cfres = <b>What came of the meeting?</b>
label-cfres = Outcome
ask-cfnext = <b>What was decided: who does what, until when?</b>
    You can skip this.
label-cfnext = Decisions
ask-agwho = <b>To whom were goal and plan told?</b>
label-agwho = Told to
agwho-korban = Victim
agwho-wali = Guardian
agwho-keluarga = Family
ask-agok = <b>Do they agree?</b>
    The plan only goes ahead if they want it.
label-agok = Agreement
agok-setuju = They agree
agok-berubah = They want changes
ask-agwish = <b>What do they want to change?</b>
    After this the plan is made anew (3.3).
label-agwish = What they wish

# Process 4
ask-svkind = <b>Which service was given?</b>
label-svkind = Service
svkind-konseling = Counselling
svkind-medis = Medical
svkind-psiko = Psychological
svkind-hukum = Legal
svkind-sosial = Social rehabilitation
svkind-rumah = Safe house
svkind-pulang = Return home
svkind-rohani = Spiritual guidance
svkind-kelompok = Support group
ask-svtake = <b>The support group is only an offer. Does the victim want to join?</b>
label-svtake = Offer taken
svtake-ya = Wants to join
svtake-tidak = No, and that is fine
ask-svby = <b>By whom?</b>
    You can write it.
label-svby = By
svby-unit = UPTD PPA
svby-sehat = Health
svby-psiko = Psychologist
svby-dinsos = Dinas Sosial
svby-polisi = Police (Unit PPA)
svby-hukum = Legal aid
svby-patbm = PATBM
svby-prov = UPTD PPA Provinsi
ask-svres = <b>What came of it?</b>
    A voice note or photo is fine. Skip it if there is none yet.
label-svres = Result
ask-mdwish = <b>Does the victim want mediation themselves?</b>
label-mdwish = Wanted by the victim
mdwish-ya = Yes
mdwish-tidak = No
mediate-not-wished = { $number } · Mediation only if the victim wants it. Nothing was recorded.
ask-mdwho = <b>Who took part, and who accompanied the victim?</b>
label-mdwho = Took part
ask-mdres = <b>What came of it?</b>
label-mdres = Result
ask-dcfile = <b>Send a photo of the document or result.</b>
    Writing or a voice note is fine too.
label-dcfile = Document
ask-dcwhat = <b>What is this document?</b>
    You can skip this.
label-dcwhat = About
ask-acnote = <b>How is the accompaniment going?</b>
    Short is fine; a voice note too.
label-acnote = Accompaniment
ask-acgo = <b>Does the accompaniment go on or end?</b>
    At least 1 month, usually at most 3.
label-acgo = Go on or end
acgo-lanjut = Go on
acgo-akhiri = End
ask-acwhy = <b>It has been more than 3 months. Why does it need to go on?</b>
label-acwhy = Reason to go on
accompany-ended = { $number } · Accompaniment has ended. Write the report of its results (4.5).
ask-rpearly = <b>Accompaniment has not lasted a month. Why does it end now?</b>
label-rpearly = Reason to end early
ask-rpres = <b>What came of services and accompaniment?</b>
label-rpres = Results
ask-rpneed = <b>What is still needed?</b>
    You can skip this.
label-rpneed = Still needed

# Process 5
ask-vstate = <b>How are they?</b>
    Body, feelings, family, school or work. A voice note is fine.
label-vstate = Condition
ask-vneeds = <b>Which services are still needed?</b>
label-vneeds = Still needed
vneeds-sehat = Health
vneeds-psiko = Psychological recovery
vneeds-sosial = Social rehabilitation
vneeds-hukum = Law
vneeds-patbm = Accompaniment by PATBM
vneeds-cukup = None any more
ask-vnext = <b>What follows?</b>
    You can skip this.
label-vnext = Follow-up
label-vresult = Visit
label-vrisk = Risk
ask-mpwhat = <b>What is looked at?</b>
label-mpwhat = Looked at
mpwhat-aman = Safety
mpwhat-sehat = Health
mpwhat-psiko = Feelings
mpwhat-sosial = Family, school
mpwhat-hukum = Legal process
mpwhat-rencana = Plan carried out
ask-mphow = <b>In which way?</b>
    The days of visits follow the risk; what is due is brought to mind.
label-mphow = Way
mphow-datang = Visits
mphow-telepon = Telephone
mphow-mitra = Through partners
ask-mpnote = <b>Anything else?</b>
    You can skip this.
label-mpnote = Note
ask-gowhy = <b>Which services are still needed, and why?</b>
    After this assessment begins again.
label-gowhy = Still needs services
ask-rvsee = <b>What did you find?</b>
    What must change so that the next round helps?
label-rvsee = Review
ask-enplan = <b>Was the whole plan carried out?</b>
label-enplan = Plan carried out
enplan-ya = Yes, all of it
enplan-belum = Not yet
ask-enwell = <b>Is the victim considered recovered?</b>
    Hear their own view too.
label-enwell = Considered recovered
enwell-ya = Yes
enwell-belum = Not yet
ask-enwhy = <b>What shows it?</b>
    This becomes the report of monitoring.
label-enwhy = Result of monitoring
ask-tpplan = <b>How will the service end?</b>
    When, where and with whom it is told.
label-tpplan = Termination plan
ask-tpafter = <b>Who can still be turned to afterwards?</b>
    You can skip this.
label-tpafter = Afterwards
checklist-lacking = <b>{ $number } · Documents (5.8): { $count } missing</b>
    { $lines }
checklist-complete = <b>{ $number } · Documents (5.8): complete</b>
    { $lines }
paper-there = ✓ { $paper }
paper-missing = ✗ { $paper }
paper-identitas = Identity of the victim
paper-terima = Receipt of the referral
paper-resume = Case type summary
paper-awal = First information (outreach)
paper-tugas = Assignment letter
paper-permohonan = Letter of request
paper-persetujuan = Signed consent form (photo)
paper-asesmen = Assessment
paper-laporan = Case report
paper-rencana = Intervention plan
paper-hasil = Document of results (4.3)
paper-laphasil = Report of results (4.5)
paper-monev = Monitoring note (5.2)
paper-lapmonev = Monitoring report

# Process 6
ask-prwho = <b>To whom was the plan of termination told?</b>
label-prwho = Told to
prwho-korban = Victim
prwho-wali = Guardian
prwho-keluarga = Family
ask-prsay = <b>What did they say?</b>
    You can skip this.
label-prsay = Answer
ask-sgphoto = <b>Send a photo of the signed form of termination.</b>
label-sgphoto = Form of termination
ask-sgwho = <b>Who signed it?</b>
    Never the alleged offender.
label-sgwho = Signed by
sgwho-korban = Victim
sgwho-wali = Guardian
sgwho-keluarga = Family
ask-fbsafe = <b>Ask: do you feel safer now?</b>
label-fbsafe = Feels safer
fbsafe-ya = Yes
fbsafe-agak = Partly
fbsafe-belum = Not yet
ask-fbhelp = <b>Ask: what helped most?</b>
    Their own words, or a voice note if they allow it.
label-fbhelp = What helped most
ask-fbless = <b>Ask: what should we do better?</b>
label-fbless = What to do better
ask-fbmore = <b>Ask: is there anything else?</b>
    And say: our door stays open.
label-fbmore = Anything else
ask-athow = <b>In which way were they looked for?</b>
label-athow = Way
athow-phone = Telephone
athow-visit = Visit
athow-others = Through others
ask-atnote = <b>What came of it?</b>
    You can skip this.
label-atnote = Result
ahow-phone = telephone
ahow-visit = visit
ahow-others = through others
ask-osground = <b>Why a one-sided end?</b>
    There are only three reasons (6.4). A second person must agree.
label-osground = Reason (6.4)
osground-menolak = Refuses to be accompanied
osground-hilang = Whereabouts unknown
osground-meninggal = Died
ask-oswho = <b>Who refuses?</b>
    A refusal by the alleged offender is void.
label-oswho = Who refuses
oswho-korban = Victim
oswho-wali = Guardian
oswho-keluarga = Family
oswho-pelaku = Alleged offender
ask-ossafe = <b>Are the other children and the household safe?</b>
    If not, officers are called at once.
label-ossafe = Others safe
ossafe-ya = Yes, safe
ossafe-tidak = Not safe
ask-oswhy = <b>Write down what happened.</b>
    And from whom you know it.
label-oswhy = What happened
ask-dnwhy = <b>Why don't you agree?</b>
    You can skip this.
label-dnwhy = Why not
ask-clrep = <b>Report of termination: what was reached, and how did it end?</b>
label-clrep = Report of termination
ask-clafter = <b>Anything to remember if they come back?</b>
    You can skip this.
label-clafter = If they come back
ask-clinfo = <b>Why is it closed without handling?</b>
    Choose, or write shortly.
label-clinfo = Why closed
clinfo-info = Only information, answered
clinfo-bukan = Not a report
clinfo-salah = By mistake, or just a try
ask-clwhy = <b>Why is this case closed?</b>
    Write shortly. The door stays open: it can be opened again.
label-clwhy = Why closed
ask-rowhy = <b>Why is this case opened again?</b>
    Choose, or write shortly.
label-rowhy = Why opened again
rowhy-lagi = Violence has come back
rowhy-minta = The victim asks for help again
rowhy-temu = They were found
rowhy-keliru = Closed by mistake
