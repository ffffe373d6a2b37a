# Safe contact: how we may reach somebody without putting them in danger.
safety-intro = A few short questions, so that it is safe when we contact you. You can skip any. Change them at any time with /aman.
safety-intro-child = A few short questions, so that you stay safe when we write. You can skip any.
safety-offer = Once things are calm, you can choose how we may contact you safely. It need not be now.
safety-later = That's fine. Type /aman at any time to choose.
safety-kept = <b>Kept.</b>
    { $lines }

    Type /aman at any time to change it.
safety-card = <b>Safe contact</b>
    { $lines }

    Choose what to change.

ask-sfirst = <b>May we write first in this chat?</b>
    All that shows is one ordinary line, about a book for instance. The rest appears only once you reply.
ask-sfirst-child = <b>May we write to you first here?</b>
    All that shows is one ordinary line, about a book for instance. The rest appears once you reply.
sfirst-ya = Yes, you may
sfirst-tidak = No, wait until I write

ask-shours = <b>At which hours is it safe to contact you?</b>
    You can choose more than one, then press Done. Or type them, for instance: 8-12, 20-22.
ask-shours-child = <b>Which hours are safe for you?</b>
    You can choose several, then press Done.
shours-pagi = Morning (6–11)
shours-siang = Midday (11–15)
shours-sore = Afternoon (15–18)
shours-malam = Evening (18–22)
shours-bebas = Any time
shours-lain = Other hours
ask-sfrom = <b>Safe from which hour?</b>
ask-suntil = <b>Safe until which hour?</b>
    It may go past midnight.
ask-smore = <b>Are there other safe hours?</b>
smore-ya = Yes, add one
smore-tidak = No, that is all

ask-scover = <b>What shall our messages look like?</b>
    • Library: “Hello, the book you were looking for is here.”
    • School: “Hello, there is a new notice from class.”
    • Health centre: “Hello, the timetable for dental check-ups is here.”
ask-scover-child = <b>What shall our messages look like?</b>
    • Library: “The book you wanted is here.”
    • School: “There is a new notice from class.”
    • Health centre: “The dental timetable is here.”
scover-pustaka = Library
scover-sekolah = School
scover-klinik = Health centre

ask-snews = <b>Shall we tell you when something changes?</b>
    Still only one ordinary line, in your safe hours.
snews-ya = Yes, tell me
snews-tidak = No need

ask-sproof = <b>Choose a word by which we know each other.</b>
    When we call, we say this word: then you know it is us. When you write, it shows that it is you. Take one that nobody at home can guess, and not the secret word of your code. 3 to 30 letters.
ask-sproof-child = <b>Choose a word by which we know each other.</b>
    When we call, we say this word. So you know it is really us. Don't tell it to anyone.
sproof-none = No word

ask-selse = <b>What shall we do if somebody else answers the telephone?</b>
selse-tutup = Just hang up
selse-salah = Say wrong number
selse-nama = Ask for “Bu Rina from the library”

ask-sdecoy = <b>Would you like a decoy word?</b>
    If somebody looks at your screen, type it: the chat turns into ordinary talk. Take a word you don't usually type, and not the recognition word.
sdecoy-none = No word
ask-salarm = <b>Shall the decoy word also call an officer?</b>
    Silently, nothing shows on the screen.
salarm-ya = Yes, call silently
salarm-tidak = No, only a harmless chat

button-aman-all = Set up safe contact
button-aman-first = May we write first?
button-aman-hours = Safe hours
button-aman-cover = What it looks like
button-aman-news = News
button-aman-proof = Recognition word
button-aman-else = If somebody else answers
button-aman-decoy = Decoy word

safety-first-ya = We may write first.
safety-first-tidak = We wait until you write.
safety-first-belum = Not chosen yet. We wait until you write.
safety-hours = Safe hours: { $hours }
safety-any-hour = any time, messages from 7 to 21
safety-cover = Looks like: { $cover }
safety-not-chosen = not chosen yet
safety-news-ya = When something changes: we tell you.
safety-news-tidak = When something changes: we don't tell you.
safety-proof-ya = Recognition word: set.
safety-proof-tidak = Recognition word: none.
safety-else = If somebody else answers the telephone: { $what }
safety-decoy-ya = Decoy word: set.
safety-decoy-tidak = Decoy word: none.
safety-no-word = no word

# For officers
safety-chosen = { $number } · The reporter changed how they may be contacted safely. Look at the file before you do.
safety-caller = {""}
    📞 Safe to contact: { $hours }{ $outside }{ $proof }
safety-outside = {""} · ⚠️ now is outside the safe hours
safety-proof-in-file = {""} · recognition word in the file
safety-not-first = {""}
    📞 The reporter asks not to be contacted first.
safety-file = <b>How to contact safely · { $number }</b>
    { $lines }

    <i>It was noted that you saw this.</i>
safety-file-first-ya = By chat: we may write first. The system chooses a safe moment.
safety-file-first-tidak = By chat: not first. Your message waits until the reporter writes.
safety-file-first-belum = By chat: not asked yet. Your message waits until the reporter writes.
safety-file-hours = Safe hours: { $hours }{ $outside }
safety-file-proof = Recognition word: <b>{ $word }</b>. Say it when you call, and ask for it when in doubt.
safety-file-else = If somebody else answers: { $what }
