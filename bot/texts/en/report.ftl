# What reporters read. Read it aloud before you change it: warm, short, no blame, no doubt, nothing promised that is
# not certain. Words for a child who writes alone end in -child.

# Greeting and numbers
welcome = Hello. Thank you for getting in touch.

    <b>If there is danger right now, please call first:</b>
    { $lines }
    Or press the red button <b>Emergency</b>, at any time.

    You can tell us what happened here, and our staff read it. You don't have to give a name. Every question can be skipped.

    Please know: chats with bots on Telegram are not end-to-end encrypted. If someone else can read this phone, calling is safer.
welcome-heard = Thank you for getting in touch. We have kept your message.

    <b>If there is danger right now, please call first:</b>
    { $lines }
    Or press the red button <b>Emergency</b>, at any time.

    Chats with bots on Telegram are not end-to-end encrypted. If someone else can read this phone, calling is safer. We would like to ask a little; you can skip anything.
hotline = { $name }: <b>{ $number }</b>
choose-language = Bahasa · Language
language-chosen = All right, we go on in English.

    Important numbers:
    { $lines }
help = You can tell us what happened here, and our staff read it.

    Press the red button <b>Emergency</b> if there is danger now, or call:
    { $lines }

    /start – start or go on
    /language – change the language
    Answer with the buttons or just type. Photos and voice messages work too. Every question can be skipped.

# Emergency
urgent-raised = <b>We are calling our officers now.</b>

    If you can, call these too:
    { $lines }

    If you can, go where other people are. If you have to hide, stay quiet and turn down the sound of your phone.
    We ask one thing at a time. Just answer what you can.
urgent-again = Your call stays open and is not lost.

    If you can, call these too:
    { $lines }
urgent-again-child = We are still calling officers for you. Your call is not lost.

    If you can, also phone:
    { $lines }
alert-by-answers = Thank you for telling us. What you describe is danger. <b>We are calling our officers now.</b>

    If you can, call these too:
    { $lines }

    If you can, go where other people are. If you have to hide, stay quiet and turn down the sound of your phone.
alert-by-answers-child = Thank you for being brave and telling us. It is not your fault. <b>We are calling our officers now.</b>

    If you can, call these too:
    { $lines }

    If you can, go to a grown-up whom you trust. If you have to hide, stay quiet and turn down the sound of your phone.
taken-reporter = Your message has been read and is being followed up.

# Once it was sent
report-received = <b>We have received your report.</b> Thank you for telling us. Whatever happened, it is not the fault of the person it happened to.

    Report number: <b>{ $number }</b>

    What happens next: our staff read this report and are asked to contact you by { $contact_by } at the latest, in the way you chose. If you have heard nothing by then, please write here again.
    The next steps are talked over with you; you decide.

    If things change or you want to add something, just write here. If there is danger, press <b>Emergency</b>.
report-received-quiet = <b>We have received your report.</b> Thank you for telling us. Whatever happened, it is not the fault of the person it happened to.

    Report number: <b>{ $number }</b>

    What comes next: officers are asked to read this report by { $contact_by }. You chose not to be contacted, and that is noted. Only if a life is in danger may officers come by themselves.

    If you change your mind or want to add something, just write here. If there is danger, press <b>Emergency</b>.
report-received-child = <b>We have received your report.</b> Thank you for being brave and telling us. It is not your fault.

    Report number: <b>{ $number }</b>

    What comes next: an officer reads your report and is asked to contact you by { $contact_by }, in the way that you chose. If you have not heard from us by then, write here again.

    If you want to add something, just write here. If there is danger, press <b>Emergency</b>.
report-thanks-urgent = Thank you. Your call stays open until help is recorded.

    Report number: <b>{ $number }</b>
    Officers are asked to contact you by { $contact_by }.
    You can write here again at any time.
report-thanks-urgent-child = Thank you, that was very brave. Your call stays open until help is recorded.

    Report number: <b>{ $number }</b>
    An officer is asked to contact you by { $contact_by }.
    You can write here again at any time.
addition-received = Thank you, we have added this to { $number }. If it is about something else, press the button below.{ $read }
nudge = Hello, this conversation is still open. Reply whenever you like.
edited-heard = Thank you, we have read your change. We also keep what you wrote first.
set-aside-sorry = Sorry, something went wrong on our side. Your message is kept, but we could not answer it yet.

    If you need help now, please call:
    { $lines }

# When something is not clear
unknown-command = Sorry, we don't know that command. Just write in your own words, or type /help.
file-too-big = Sorry, that file is too big (20 MB at most). You can send an ordinary photo, a voice message, or write it.
stale-button = That question has passed, and that is all right. Your answers are kept.
restarted = Sorry, our questions have just been renewed. Your answers are kept. We go on from here.
not-understood-1 = Sorry, we did not catch that. You can use other words, or press the button that fits best.
not-understood-2 = Sorry, we still don't understand; that is our shortcoming. What you wrote is kept. Please choose what comes closest.
not-understood-3 = That is all right, you don't have to answer. Press <b>Skip</b> and we go on.
not-understood-needed = For this one we need your answer. A short one is fine.
which-one = More than one place has that name. Which one is it?
nothing-chosen = Nothing is chosen yet. Press one or more first, or <b>Skip</b>.
nothing-before = This is the first question.
heard-story = Thank you for telling us. We have kept this.
heard-other = Sorry, we can't read that kind of message yet. You can type, send a photo or a voice message.
kept-voice = We have kept the voice message. Our staff can listen to it.
kept-location = We have received your location.
kept-contact = We have kept the phone number.
note-and-question = { $note }

    { $question }
question-answered = { $question }
    ✓ { $answer }
question-skipped = { $question }
    – skipped
ticked = ✓ { $label }

# Buttons
button-urgent = 🆘 Emergency
button-back = ‹ Back
button-other-choices = More choices ›
button-skip = Skip ›
button-done = Done ✓
button-cancel = Cancel
button-new-report = New report
button-language-id = Bahasa Indonesia
button-language-en = English
button-language-rob = Tae'
button-language-bug = Ugi (Bugis)
button-languages = Bahasa · Language ›
button-share-contact = Share my number
button-share-location = Share my location
panel-contact = All right, let us go on.
panel-location = All right, let us go on.
panel-reporter = All right, let us go on.

# 1. Safe?
ask-safe = <b>Are you safe now?</b>
    If you write for someone else: is that person safe now?
safe-ya = Yes, safe
safe-tidak = Not safe

ask-now = <b>What is happening right now?</b>
    You can choose more than one, then press Done.
now-pukul = Being hit or hurt
now-dekat = Raging, or at the door
now-parah = Badly hurt, bleeding, fainted
now-senjata = There is a weapon or knife
now-kurung = Locked in, cannot get out
now-bunuh = Threatened with death
now-mati = Thoughts of ending life
now-tenang = Not at this moment

# 2. For whom
ask-who = <b>Who is this happening to?</b>
who-sp = Myself, an adult woman
who-sl = Myself, an adult man
who-sa = Myself, under 18
who-anak = My child
who-kel = Someone else in my family
who-lain = A neighbour, friend, someone else
who-petugas = I am staff (health, teacher, etc.)

ask-job = <b>What is your work?</b>
job-nakes = Health worker
job-psi = Psychologist
job-pekso = Social worker
job-guru = Teacher or school
job-lain = Other staff

ask-victim = <b>Who is the person?</b>
    You can also write it, for example: woman, 34 years.
ask-victim-child = Thank you for being brave and writing. It is not your fault.
    <b>Are you a girl or a boy?</b>
    You can also write your age, for example: girl, 12 years.
victim-pd = Woman
victim-pa = Girl
victim-ld = Man
victim-la = Boy

ask-age = <b>About how old is the child?</b>
    Press a button, or write the age.
ask-age-child = <b>How old are you?</b>
    Press a button, or write your age.
age-0 = 0–4 years
age-5 = 5–11 years
age-12 = 12–17 years

# 3. What happened
ask-kind = <b>What happened?</b>
    You can choose more than one, then press Done. You can also write it.
ask-kind-child = <b>What happened to you?</b>
    You can choose more than one, then press Done. You can also write it.
kind-pukul = Hit or hurt in the body
kind-hina = Insulted, shouted at, threatened
kind-seks = Touched or forced into sex
kind-ucap = Harassment without touching
kind-foto = Private photos/videos, or online
kind-lantar = Neglected or not provided for
kind-kerja = Forced to work or exploited
kind-jual = Sold or taken away to work
kind-kawin = Forced to marry
kind-hilang = Missing or taken away
kind-hukum = A child dealing with the police
kind-lain = Something else
kind-tanya = Only a question

ask-law = <b>What is the child's situation?</b>
    You can choose more than one, then press Done.
law-tuduh = Accused of something
law-saksi = A witness
law-tahan = Held by the police

ask-wed = <b>When is the wedding to be?</b>
    You can write it, for example: in 5 days.
wed-1 = Today or tomorrow
wed-7 = Within 7 days
wed-8 = More than 7 days from now
wed-lewat = It has happened

ask-when = <b>When did it last happen?</b>
    You can write it, for example: 2 days ago.
ask-when-child = <b>When did it last happen?</b>
    Roughly is fine.
when-h0 = Today or last night
when-h1 = Yesterday
when-h3 = 2-3 days ago
when-h5 = 4-5 days ago
when-d6 = More than 5 days ago
when-m1 = More than a month ago
when-kecil = Long ago, in childhood

# 4. Signs of danger
ask-danger = <b>Is any of this so?</b>
    We ask so that the right help comes. You can choose more than one, then press Done.
ask-danger-child = <b>Is any of this so?</b>
    Whatever you answer, it is not your fault. You can choose more than one, then press Done.
danger-parah = Badly hurt, broken bone, fainted
danger-luka = Wounds or bruises
danger-ulang = More than once
danger-makin = More often or worse
danger-senjata = Used or showed a weapon
danger-cekik = Strangled or smothered
danger-bunuh = Threatened to kill, or could kill
danger-ancam = Threatened in another way
danger-hamil = Beaten when pregnant
danger-cemburu = Very jealous and controlling
danger-pisah = Just separated or asked to
danger-kurung = Locked in or not allowed out
danger-asuh = A child without a safe carer
danger-none = None of these

ask-state = <b>How is the person this happened to?</b>
    You can choose more than one, then press Done.
ask-state-self = <b>How are you?</b>
    You can choose more than one, then press Done.
ask-state-child = <b>How are you?</b>
    You can choose more than one, then press Done.
state-hamil = Pregnant
state-difabel = Disability or serious illness
state-tua = 60 years or older
state-guncang = Very frightened or shaken
state-gelap = Thoughts of ending life
state-lain = Someone else is harmed too
state-none = None of these

ask-mind = Thank you for saying so. Such thoughts can come when the burden is too heavy, and you don't have to carry it alone. If it gets heavier, press <b>Emergency</b>, at any time.
    <b>How far do these thoughts go?</b>
mind-pikir = Only thoughts
mind-rencana = An intention or a plan
mind-coba = Already tried

ask-other = <b>Who else is harmed?</b>
    One person first. You can write it, for example: boy, 7 years.
ask-otherage = <b>About how old?</b>
    Press a button, or write the age.
ask-again = <b>Is there anyone else who is harmed?</b>
again-ya = Yes, there is
again-tidak = No one else

# 5. Who did it
ask-doer = <b>Who did it?</b>
    You don't have to give a name.
ask-doer-child = <b>Who did it?</b>
    You don't have to give a name. We will not be angry with you.
doer-suami = Husband or wife
doer-mantan = Former spouse or partner
doer-pacar = Boyfriend, girlfriend, fiancé
doer-ortu = Parent
doer-tiri = Step-parent
doer-kel = Another relative
doer-tetangga = A neighbour
doer-guru = Teacher, carer, religious leader
doer-teman = A friend or acquaintance
doer-bos = Employer or boss
doer-pejabat = Village official, police, staff
doer-remaja = A child under 18
doer-asing = A stranger
doer-unnamed = someone

ask-reach = <b>Can that person get near the victim now?</b>
    By phone or internet counts too.
ask-reach-self = <b>Can that person get near you now?</b>
    By phone or internet counts too.
ask-reach-child = <b>Can that person get near you now?</b>
    By phone counts too.
reach-rumah = Yes, we live together
reach-ya = Yes, can come or contact
reach-tidak = No, cannot

# 6. Where
ask-place = <b>Where is the victim now?</b>
    Choose the kecamatan. You can also write a village or another town.
ask-place-self = <b>Where are you now?</b>
    Choose the kecamatan. You can also write a village or another town.
ask-place-urgent = <b>Where is help needed?</b>
    Choose the kecamatan, write the village, or press <b>Share my location</b> at the bottom of the screen.
ask-place-child = <b>Where are you now?</b>
    Choose the kecamatan. You can also write the village.
place-lain = Another regency
place-ln = Abroad
place-spot = the location that was shared
place-abroad = Another country
iplace-lain = Another regency
iplace-ln = Abroad
ask-village = <b>In which village?</b>
ask-village-child = <b>In which village?</b>
ask-regency = <b>In which regency or city?</b>
    You can write a place in another province.
ask-country = <b>In which country?</b>
    You can write it.
ask-where = <b>Did it happen in the same place?</b>
where-sama = Yes, the same place
where-lain = No, somewhere else
where-daring = Over the internet or phone
ask-iplace = <b>Where did it happen?</b>
    Choose the kecamatan. You can also write a village or another town.
village-in = { $village }, { $kecamatan }

# 7. Needs and story
ask-needs = <b>What is needed most now?</b>
    You can choose more than one, then press Done. It is for you to say.
ask-needs-child = <b>What do you need most now?</b>
    You can choose more than one, then press Done.
needs-aman = A safe place
needs-medis = A doctor or medicine
needs-cerita = Someone to listen, or a psychologist
needs-hukum = Legal help or police
needs-anak = Help for a child
needs-pokok = Food or basic needs
needs-info = Only some advice

ask-tell = <b>If you like, tell it in your own words.</b>
    As short or as long as you want. A voice message or a photo works too. You don't have to.
    { file-care }
ask-tell-child = <b>If you like, tell it in your own words.</b>
    Short is fine. A voice message or a photo is fine too. You don't have to.
    { file-care-child }

# 8. Safe contact
ask-contact = <b>What is a safe way to contact you?</b>
    Our staff use the way you choose. Only if a life is in danger may they come in person.
ask-contact-child = <b>What is a safe way to contact you?</b>
    Our staff use the way you choose. Only if a life is in danger may they come in person.
contact-chat = Chat here, any time
contact-jam = Chat here, at certain hours
contact-telp = By telephone
contact-jangan = Do not contact me

ask-phone = <b>Which number is safe for us to call?</b>
    Write it, for instance 0812 3456 7890, or press <b>Share my number</b> at the bottom of the screen.
ask-hours = <b>Which hours are safe?</b>
    You can choose more than one, then press Done.
hours-pagi = Morning
hours-siang = Midday
hours-sore = Afternoon
hours-malam = Evening
hours-bebas = Any time

ask-name = <b>By what name may we call you?</b>
    A first name is enough. It may stay empty.
ask-name-child = <b>What may we call you?</b>
    A first name is enough. You may leave it empty.
ask-card = <b>If you have one, send a photo of an identity card (KTP, KK, or birth certificate).</b>
    It is not required. We accept your report without it.

ask-more = <b>Thank you. Help is being called.</b>
    You can stop here. If you are able to, a few more answers help our officers.
ask-more-child = <b>Thank you. Help is being called.</b>
    You may stop here. If you can, a few more answers will help our officers.
more-lanjut = Go on
more-cukup = Enough for now

# 9. Summary and sending
ask-send = <b>This is what we noted. Is it right?</b>

    { $lines }

    Name and identity card may stay empty. To add them, press <b>Change something</b>.

    <b>Consent</b>
    This report is kept encrypted and read by the staff of { $unit } who are responsible, only in order to help. They ask for your leave before it is passed on to others, unless a life or a child is in danger, or the law requires it. You have the right to see, correct and have your data erased (Law 27/2022 on Personal Data Protection).
    By pressing <b>Agree and send</b>, you consent to this.
send-kirim = Agree and send
send-_menu = Change something
send-_wait = Not yet, keep it
summary-sent = ✓ Sent.
summary-left = The earlier summary.
draft-kept = All right, we keep it for now and have not sent it. You can come back here at any time. If it tells of great danger, an officer is told all the same.
edit-safe = Safe or not
edit-now = Happening now
edit-who = Who it is about
edit-victim = Victim
edit-age = Age
edit-kind = What happened
edit-when = When
edit-danger = Signs of danger
edit-state = Condition
edit-doer = Who did it
edit-reach = Can get near?
edit-place = Kecamatan
edit-village = Village
edit-where = Where it was
edit-needs = Needs
edit-contact = How to contact
edit-phone = Phone number
edit-hours = Safe hours
edit-tell = + Story
edit-name = + Name
edit-card = + Identity card

line-safe = Safe now: { $value }
line-now = Happening now: { $value }
line-who = Who it happened to: { $value }
line-job = The reporter's work: { $value }
line-victim = Victim: { $value }
line-age = Age: { $value }
line-others = Other victims: { $values }
line-kind = What happened: { $value }
line-law = The child's situation: { $value }
line-wed = Wedding: { $value }
line-when = Last happened: { $value }
line-danger = Signs of danger: { $value }
line-state = Condition: { $value }
line-mind = Thoughts of ending life: { $value }
line-doer = Who did it: { $value }
line-reach = Can get near the victim: { $value }
line-place = Where the victim is: { $value }
line-village = Village: { $value }
line-regency = Regency or city: { $value }
line-country = Country: { $value }
line-where = It happened in the same place: { $value }
line-iplace = Where it happened: { $value }
line-iregency = Regency or city of it: { $value }
line-icountry = Country of it: { $value }
line-needs = Needs: { $value }
line-contact = How to contact: { $value }
line-phone = Phone number: { $value }
line-hours = Safe hours: { $value }
line-name = Name: { $value }
line-card = Identity card: { $value }
line-story = Story: { $text }
story-more = … and { $count } more messages
story-text = { $text }
story-photo = Photo
story-photo-said = Photo: { $text }
story-voice = Voice message
story-voice-said = Voice message: { $text }
story-video = Video
story-video-said = Video: { $text }
story-document = File
story-document-said = File: { $text }

# Values
value-unknown = not answered
value-none = none
value-list = { $values }
value-received = received
as-typed = { $text }
years-old = { $age } years
in-days = in { $days } days
hours-ago = { $hours } hours ago
days-ago = { $days } days ago
person-P = female
person-L = male
person-any = person
person-P-anak = Girl
person-L-anak = Boy
person-any-anak = Child
person-P-dewasa = Woman
person-L-dewasa = Man
person-any-dewasa = Adult
person-aged = { $who }, { $age } years
