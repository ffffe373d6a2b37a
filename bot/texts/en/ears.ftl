# What is said about what was heard in people's words: offers to confirm, danger, taking back, questions.
# Read it aloud before you change it: warm, short, without blame, without doubt, without promises that are not sure.

# The story fills the form
ask-caught = Thank you for telling us. This is what I understood:
    { $offers }

    <b>Is that right?</b>
caught-ya = That is right
caught-salah = Some of it is wrong
caught-satu = Ask me one by one
ask-wrong = <b>Which is wrong?</b>
    Press what is wrong, then Done. We will ask about that again later.

    { $offers }
wrong-betul = Nothing is wrong
caught-safe = now: { $value }
caught-now = { $value }
caught-who = reporter: { $value }
caught-victim = victim: { $value }
caught-doer = by: { $value }
caught-kind = { $value }
caught-when = { $value }
caught-wed = wedding: { $value }
caught-danger = { $value }
caught-state = { $value }
caught-reach = can come near: { $value }
caught-place = now in { $value }
caught-iplace = it happened in { $value }
caught-where = it happened: { $value }

# Danger heard in words
alert-by-words = <b>If you can, call now:</b>
    { $lines }

    <b>Our officers have been told</b> and are being called until somebody takes it up.
    If you can, go where there are other people. If you must hide, stay quiet and turn the phone's sound down.
passed-to-person = Thank you. Our officers are told, so that a person reads it and listens to it.

    If danger is happening now, call:
    { $lines }
    Or press the red button <b>Emergency</b>.

# Cancelled, sent by mistake, safe now
remark-cancel = All right, that is fine. Nothing was sent. Write again whenever you like.
remark-mistake = All right, that is fine, it happens. Write again whenever you need to.
remark-calmed = It is good if you are safe now. Write again at any time if that changes.
remark-thanks = You are welcome. We are here; write or go on at any time.
remark-cancel-called = All right, we have read your message and our officers are told. To be safe, the call stays open until an officer has made sure how things are.

    If you can't speak freely yet, that is fine. Important numbers:
    { $lines }
remark-mistake-called = All right, that is fine. Our officers are told that it was sent by mistake. To be safe, they still make sure first.

    Important numbers, if needed:
    { $lines }
remark-calmed-called = It is good if you are safe now. Our officers are told, and still make sure first.

    If that changes, write again, press <b>Emergency</b>, or call:
    { $lines }
withdrawn-cancel = <b>{ $number } · The reporter writes: cancel.</b>
    Such words may be forced. Nothing is lowered: make sure yourself that the victim is safe.
withdrawn-mistake = <b>{ $number } · The reporter writes: sent by mistake.</b>
    Such words may be forced. Nothing is lowered: make sure yourself that the victim is safe.
withdrawn-calmed = <b>{ $number } · The reporter writes: safe now.</b>
    Such words may be forced. Nothing is lowered: make sure yourself that the victim is safe.

# Trying it out
joke-heard = Thank you for trying, your message has arrived. People in danger use this number, so please help us keep it free.

    If you or somebody else ever needs it, just write here, at any time. In danger, call:
    { $lines }

# Questions that are answered without a report
answer-services = { $unit } takes reports, reaches out to victims and stands by them, offers a safe place for a while, helps by mediation where that is right, and finds doctors, psychologists and legal aid.
    It is for women and children, and for whoever reports violence against them.

    { $end }
answer-rights = Whoever suffers violence has the right to be protected, treated and accompanied, to have their identity kept secret, to legal aid, and to recovery. They may also know how their case goes on, and decide on their own steps.
    This stands in UU 23/2004 (households), UU 35/2014 (children) and UU 12/2022 (sexual violence), among others.

    { $end }
answer-place = You can report here in this chat, or go to { $unit }. The police (Unit PPA of the Polres) and health centres or hospitals take reports, too.
    In danger, call:
    { $lines }

    { $end }
answer-hours = This chat is open 24 hours, every day. Danger goes to the officer on duty at once. For the hours of the office of { $unit }, ask an officer before you come.
    In danger, call:
    { $lines }

    { $end }
answer-course = Once a report is sent, an officer reads it, judges how great the danger is, and contacts you in the way that you choose. If there is danger, an officer is called at that moment. The next steps are talked over with you.

    { $end }
answer-cost = Writing and asking here costs nothing. About medical examinations, medicine and a forensic report, the officers of { $unit } talk with you first.

    { $end }
answer-secret = Only the officers who deal with it read your story, and each look at it is recorded. You don't have to give a name. Chats with bots on Telegram are not end-to-end encrypted; if somebody else can read this phone, calling is safer.

    { $end }
answer-papers = Identity cards (KTP), family cards (KK), birth certificates and other civil papers are dealt with by the civil registry (Dinas Kependudukan dan Pencatatan Sipil, Dukcapil) of the regency where you live. Bring what papers you have; the village head can help.
    If the papers are withheld or were lost through violence, tell us here, too.

    { $end }
answer-end = If something has happened to you or somebody else, just tell us here, at any time.
