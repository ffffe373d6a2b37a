# Meeting, consent on paper, rights of the victim, assessment (process 1 from 1.8 on, and process 2).

# Buttons
button-meet = 🤝 Met (1.8)
button-explain = Form explained (1.9)
button-guardian = Name the guardian
button-consent = ✍️ Consent form (1.10)
button-refuse = Refused, or taken back
button-override = Propose an exception
button-agreeover = Agree to it
button-denyover = Don't agree
button-rights = Tell the 8 rights
button-assess = First assessment (2.1)
button-further = Further assessment (2.2)
button-request = Ask to assess (2.3)
button-examined = Examined (2.4, proposed)
button-combined = Combine (2.5, proposed)
button-resultstold = Explain (2.6, proposed)
button-conclude = Case report (2.7)

# 1.8 The meeting
ask-mtway = <b>How did you meet?</b>
mtway-rumah = A visit
mtway-unit = They came to the unit
mtway-telepon = Telephone or video
mtway-mitra = With a partner on the spot
label-mtway = How they met
ask-mtwhere = <b>Where?</b>
    You may write it yourself.
mtwhere-rumah = The victim's home
mtwhere-kerabat = A relative's home
mtwhere-desa = Village office
mtwhere-aman = Another safe place
label-mtwhere = Where
ask-mtwith = <b>Who was met?</b>
    More than one is fine, then press Done.
mtwith-korban = The victim
mtwith-wali = The guardian
mtwith-keluarga = Family
mtwith-damping = A companion
label-mtwith = Who was met
ask-mtage = <b>How old is the victim?</b>
    The report does not say. A child needs a guardian.
mtage-dewasa = 18 or older
mtage-anak = Not yet 18
label-mtage = Age of the victim
ask-mtsafe = <b>Could the victim speak safely?</b>
    Not overheard by the alleged offender, and not afraid.
mtsafe-ya = Yes, safely
mtsafe-singkat = Only for a moment
mtsafe-tidak = Not safe
label-mtsafe = Safe to speak
ask-mtnote = <b>Anything to note?</b>
    Write, send a voice note, or a photo of handwriting.
label-mtnote = Note
met-unsafe = { $number } · <b>It was not safe to speak.</b> Find another time and place, not by a phone that others can see. If the victim is threatened, press <b>Raise</b> now: officers are called at once.
met-visit = { $number } · A visit is due as well ({ $due }). Count this meeting as the visit?
button-visited-met-baik = Yes, doing well
button-visited-met-tetap = Yes, still needs help
met-rights = { $number } · <b>Not all of the eight rights were told yet.</b> The text is ready to be read aloud; press this at any time.

# 1.9 Building trust and explaining the form
ask-extrust = <b>Is the victim at ease with you by now?</b>
    There is no hurry.
extrust-ya = Yes
extrust-mulai = It begins
extrust-belum = Not yet
label-extrust = Trust
ask-exform = <b>Was the consent form explained?</b>
    What it says, what for, and that one may refuse or take it back.
exform-dibaca = Yes, read aloud
exform-sendiri = Yes, they read it
exform-bahasa = Yes, local or sign language
exform-belum = Not yet
label-exform = Form explained
ask-exnote = <b>Anything to note?</b>
    Write, send a voice note, or a photo of handwriting.
label-exnote = Note
explain-still = { $number } · Step 1.9 is still open: the form is explained before it is signed.

# The guardian of a child
ask-gdname = <b>Who is this child's guardian?</b>
    Write the name. If there is nobody, the unit names one.
gdname-unit = Nobody: the unit names one
label-gdname = Name
ask-gdunit = <b>Whom does the unit name?</b>
    A social worker for example, or a relative who is safe.
label-gdunit = Named by the unit
ask-gdrel = <b>How are they related to the child?</b>
ask-gdrel2 = <b>How are they related to the child?</b>
gdrel-ibu = Mother
gdrel-ayah = Father
gdrel-kakek = Grandparent
gdrel-paman = Uncle or aunt
gdrel-kakak = Elder sibling
gdrel-peksos = Social worker
label-gdrel = Relation
gdrel2-ibu = Mother
gdrel2-ayah = Father
gdrel2-kakek = Grandparent
gdrel2-paman = Uncle or aunt
gdrel2-kakak = Elder sibling
gdrel2-peksos = Social worker
label-gdrel2 = Relation
ask-gdoff = <b>Is this person the alleged offender, or perhaps involved?</b>
    Who did it, as was reported: { $doer }
gdoff-unknown = not known yet
ask-gdoff2 = <b>Is this person the alleged offender, or perhaps involved?</b>
gdoff-tidak = No
gdoff-ya = Yes
gdoff-ragu = Not clear
label-gdoff = Alleged offender
gdoff2-tidak = No
gdoff2-ya = Yes
gdoff2-ragu = Not clear
label-gdoff2 = Alleged offender
ask-gdname2 = <b>Then this person can't be the guardian.</b>
    Thank you for saying so; this keeps the child safe. Is there somebody else who is safe, or whom does the unit name? Write the name, or press Skip while you are still looking.
label-gdname2 = Another guardian
guardian-refused = { $number } · <b>This person is not the guardian</b>, for they are or may be the alleged offender. The child still needs a safe guardian before the form is signed; if there is nobody, the unit names one.

# 1.10 Consent on paper
ask-csexpl = <b>Was the form explained first?</b>
    What it says, what for, and that one may refuse.
csexpl-dibaca = Yes, read aloud
csexpl-sendiri = Yes, they read it
csexpl-bahasa = Yes, local or sign language
csexpl-belum = Not yet
label-csexpl = Form explained
consent-unexplained = { $number } · Nothing is written down yet. Explain the form first (step 1.9); then it can be signed.
ask-cssign = <b>Who signed?</b>
    On paper; a "yes" in the chat is not this consent.
ask-cssign-child = <b>Who signed?</b>
    For a child: the guardian, { $guardian }. A "yes" in the chat is not this consent.
cssign-korban = The victim
cssign-wali = The guardian
cssign-keluarga = Family, on the victim's behalf
label-cssign = Who signed
ask-csscope = <b>With whom may what is needed be shared?</b>
    As ticked on the form. Only what is needed, and only with them.
scope-kesehatan = Health services
scope-psikologi = Psychologist
scope-sosial = Social affairs
scope-polisi = Police
scope-hukum = Legal aid
scope-patbm = PATBM of the village
scope-provinsi = UPTD PPA Provinsi
scope-nasional = Kementerian PPPA
scope-kabupaten_lain = Another regency
scope-none = With nobody
label-csscope = May be shared with
ask-csphoto = <b>Send a photo of the signed form.</b>
    One photo, with the signature legible. It is kept sealed in the file.
label-csphoto = Form
ask-cshope = <b>What does the victim hope for?</b>
    Write, send a voice note, or a photo of handwriting.
label-cshope = Hopes
ask-ncwho = <b>Who does not agree?</b>
    To refuse is the victim's right; our door stays open.
ncwho-korban = The victim
ncwho-wali = The guardian
ncwho-keluarga = Family
ncwho-pelaku = The alleged offender
label-ncwho = Who refused
ask-ncoff = <b>Is that person the alleged offender?</b>
ncoff-tidak = No
ncoff-ya = Yes
ncoff-ragu = Not clear
label-ncoff = Alleged offender
ask-ncwhy = <b>Why?</b>
    Choose, write, or send a voice note. Just as it was said.
ncwhy-takut = Afraid of the alleged offender
ncwhy-tekanan = Pressure of the family
ncwhy-selesai = Feels safe by now
ncwhy-malu = Fears that others learn of it
label-ncwhy = Reason
refused-then = { $number } · <b>Handling stops</b>: services, and sharing with partners.
    What goes on: emergency calls, the duty to report to the police, and visits at TINGGI until the unit has decided.
    Tell the victim: come back at any time; nothing was wrong.
refused-void = { $number } · <b>A refusal by the alleged offender is void.</b> Nothing ends. See the victim alone, without the alleged offender. For a child: name another guardian who is safe, or the unit names one; the guardian signs.
refused-referrals = { $number } · { $count } referrals were received by partners. Tell them that consent no longer stands.
consent-refused = { $number } · { $severity } · <b>Consent was not given</b> ({ $who }). Handling stops; the reason is among the entries.
consent-refused-child = <b>Needs attention now · { $number }</b> · { $severity } · { $kecamatan }
    A child, risk TINGGI, and consent was not given ({ $who }). Look at it today: propose an exception, or name another guardian who is safe.
consent-refused-void = { $number } · The alleged offender refused handling. That is void; the case goes on.
signer-korban = the victim
signer-wali = the guardian
signer-keluarga = family
signer-pelaku = the alleged offender

# Exceptions (R-17): by two people
ask-ovground = <b>On what ground must handling go on?</b>
    It holds once a second person agrees.
ground-nyawa = To save a life
ground-wali = Guardian refuses, TINGGI
ground-undang = A duty by law
label-ovground = Ground
ask-ovwhy = <b>Write the reason.</b>
    The second person reads it before answering.
label-ovwhy = Reason
override-waits = { $number } · The exception waits for a second person (coordinator or head).
override-nobody = { $number } · It is written down, but <b>no other coordinator or head can be reached</b> by Telegram. Call them.
override-asked = <b>A second person is needed · { $number }</b> · { $severity }
    { $asker } proposes to go on although consent was not given.
    Ground: <b>{ $ground }</b>
    Reason: { $reason }
override-still = <b>Still waiting for a second person · { $number }</b> · { $severity }
    For { $since }: { $asker } proposes to go on although consent was not given.
    Ground: <b>{ $ground }</b>
    Reason: { $reason }
override-agreed = { $number } · <b>The exception is agreed to</b> by { $actor }. Handling goes on.
override-denied = { $number } · <b>The exception is not agreed to</b> by { $actor }. The refusal stands.
override-over = { $number } · The form was signed; the exception is not needed any more.

# The eight rights of the victim (SOP Tana Toraja 2017), to be read aloud
ask-rtwhat = <b>Read slowly, then tick what was understood.</b>

    "You have a right to these eight things:
    { $rights }
    All of it is free. You may ask at any time."
right-medis = Medical recovery
right-medis-read = 1. To be examined and treated by health staff.
right-psikologis = Psychological recovery
right-psikologis-read = 2. To be helped to recover inside, for example by counselling.
right-hukum = Legal protection
right-hukum-read = 3. To be protected by the law, also from threats and revenge.
right-sosial = Social support
right-sosial-read = 4. To have a social worker beside you, and a cleric if you wish.
right-rahasia = Confidentiality
right-rahasia-read = 5. Your name and story are kept safe, not passed around.
right-penasihat = Legal adviser
right-penasihat-read = 6. To be helped by a legal adviser or lawyer.
right-aman = Safe house
right-aman-read = 7. To be protected for a time in a safe place.
right-terbaik = The best service
right-terbaik-read = 8. To be served as well as can be; for a child, the child's interest comes first.
right-semua = All of them
rights-read = ✓ The rights were read aloud.
label-rtwhat = Rights told
ask-rtwho = <b>Told to whom?</b>
rtwho-korban = The victim
rtwho-wali = The guardian
rtwho-bersama = Both
label-rtwho = To whom

# Process 2: the assessment
ask-asbio = <b>How is the body?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
asbio-sehat = Well
asbio-luka = Injured
asbio-sakit = Ill
asbio-hamil = Pregnant
asbio-difabel = Disability
label-asbio = Biological
ask-aspsi = <b>How is the mind?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
aspsi-tenang = Calm
aspsi-takut = Afraid, on guard
aspsi-tidur = Can't sleep
aspsi-sedih = Very sad
aspsi-diri = May harm themselves
label-aspsi = Psychological
ask-assos = <b>How is life with others?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
assos-aman = Has support
assos-rumah = Needs a safe place
assos-sekolah = School disturbed
assos-ekonomi = Short of money
assos-kucil = Shunned
label-assos = Social
ask-asspi = <b>How is the spirit?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
asspi-kuat = Faith gives strength
asspi-ganggu = Prayer disturbed
asspi-salah = Feels guilty
asspi-tokoh = Wants a cleric
label-asspi = Spiritual
ask-asneed = <b>What does the victim need and hope for?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
asneed-aman = Safety
asneed-sehat = Health
asneed-pulih = Recovery
asneed-hukum = Justice
asneed-rumah = Home, school
asneed-ekonomi = Money
label-asneed = Needs and hopes
assessed-danger = { $number } · <b>There is a wish to harm themselves.</b> Don't leave them alone, ask directly and calmly, put dangerous things away, and call health staff or 119 ext 8 now. Raise the rating if it is not TINGGI yet.
ask-fuwhich = <b>Which further assessment? (2.2)</b>
    More than one is fine, then press Done.
fuwhich-fisik = a. Physical
fuwhich-psikis = b. Psychological
fuwhich-sosial = c. Social, spiritual, legal
label-fuwhich = Further assessment
ask-fuby = <b>By whom?</b>
    You may write it.
fuby-faskes = Health facility
fuby-psikolog = Psychologist
fuby-dinsos = Social affairs
fuby-polisi = Police
label-fuby = By
ask-fures = <b>What is the result?</b>
    Write, send a voice note, or a photo of the sheet.
label-fures = Result
ask-rqto = <b>Who is asked to assess? (2.3)</b>
    You may write it.
rqto-provinsi = UPTD PPA Provinsi
rqto-psikolog = Psychologist
rqto-faskes = Health facility
rqto-dinsos = Social affairs
label-rqto = Asked of
ask-rqwhat = <b>What is asked for?</b>
    Just what is needed, no more of the story. A voice note or a photo of the letter will do.
label-rqwhat = What is asked
ask-rqok = <b>What did the provider answer?</b>
rqok-setuju = Agreed
rqok-tunggu = No answer yet
rqok-tolak = They can't
label-rqok = Answer
ask-xmby = <b>Who examined? (2.4, proposed)</b>
    The regulation's page on this step is lost; this is a proposal.
xmby-provinsi = UPTD PPA Provinsi
xmby-psikolog = Psychologist
xmby-faskes = Health facility
xmby-dinsos = Social affairs
label-xmby = By
ask-xmres = <b>Is there a result yet?</b>
    Write, send a voice note, or a photo of the sheet.
label-xmres = Result
ask-cbsum = <b>What do all the results come to? (2.5, proposed)</b>
    The regulation's page on this step is lost; this is a proposal. Write, send a voice note, or a photo of handwriting.
label-cbsum = Results combined
ask-tlwho = <b>To whom were the results explained? (2.6, proposed)</b>
    The regulation's page on this step is lost; this is a proposal.
tlwho-korban = The victim
tlwho-wali = The guardian
tlwho-keluarga = Family
label-tlwho = To whom
ask-tlok = <b>Do they still agree to be helped?</b>
    Consent may be taken back at any time.
tlok-ya = Yes, still
tlok-pikir = They want to think
tlok-tidak = Not any more
label-tlok = Still agrees
ask-tlsaid = <b>What did they say?</b>
    Write, send a voice note, or a photo of handwriting.
label-tlsaid = What they said
results-refused = { $number } · They no longer agree. If that is their decision, write it down here; the door stays open.
ask-clsum = <b>What does the assessment come to? (2.7)</b>
    In short, without judging. A voice note or a photo of handwriting will do.
label-clsum = Conclusion
ask-clneed = <b>Which services are needed?</b>
    Several are fine. You may also write, send a voice note, or a photo of handwriting.
clneed-sehat = a. Health
clneed-pulih = b. Psychological recovery
clneed-rehab = c. Social rehabilitation
clneed-hukum = d. Legal
clneed-damping = e. Accompaniment by PATBM
label-clneed = Services needed

# Notes
ask-nttext = <b>What is the note?</b>
    Write, send a voice note, or a photo of handwriting.
label-nttext = Note
