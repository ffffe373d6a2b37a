# The receipt code, the chosen word, another phone, news, and the trusted grown-up. Warm, short, no blame.

receipt-shown = <b>Your code: { $code }</b>

    With this code and one secret word you can open this conversation from another phone.
    Write it down now in a safe place, away from anybody you are afraid of. This message disappears by itself in 10 minutes.
receipt-shown-child = <b>Your code: { $code }</b>

    With this code and one secret word you can open this conversation from another phone.
    Write it down now in a safe place, away from anybody you are afraid of. This message disappears by itself in 10 minutes.
receipt-void = This code is no longer valid.
receipt-put-away = All right, the code is gone from here.
receipt-saved = Thank you. The secret word is the same as before. The old code is no longer valid.
receipt-unsaved = Have you written the code down? If so, press this button. If the code is gone already, type /kode for a new one.
button-receipt-saved = I have saved it

ask-rword = <b>Choose a secret word.</b>
    One word, or a few short ones, easy for you to remember and hard for others to guess. Not your name.
    Without it the code alone opens nothing from another phone.
ask-rword-child = <b>Choose a secret word.</b>
    One word, easy for you to remember and hard for others to guess. Not your name.
    Without it the code alone opens nothing from another phone.
rword-short = That word is too short. At least four letters. Would you try another one?
rword-long = That word is too long to remember. Would you try a shorter one?
rword-obvious = Others could easily guess that word. Try another one, perhaps a thing that only you would think of.
rword-name = It is safer not to take your own name. Would you try another one?
rword-kept = Your secret word is kept. Even we can't read it any more, so remember it well.
rword-skipped = That is all right. Without a secret word the code opens nothing from another phone. If you change your mind, type /kode.
value-kept = kept

nothing-here = No conversation is open in this chat. You can open one with a code, or begin a new one.
ask-kword = Please type the <b>secret word</b> you chose. After that we give you a new code; the old one is no longer valid.
button-open-by-code = Open with a code

ask-ocode = Type the <b>16 digits of your code</b>. With or without spaces.
ask-oword = Now type your <b>secret word</b>. Capitals don't matter.
code-digits = The code has digits only. Please type just the digits.
code-length-16 = That is not the right number of digits: the code has 16, four by four. Please look again.
code-length-8 = That is not the right number of digits: the invitation code has 8. Please look again.
code-typo = It seems that a digit is wrong, or two have changed places. Please look and type it once more.
opening-cancelled = All right, we leave it. You can still write anything here.
opening-checking = Thank you. { $when } Meanwhile you can write as always, and the <b>Emergency</b> button always works.
opening-soon = We are checking, just a moment.
opening-wait = To keep you safe the answer comes in { $span }.
opening-refused = That code and word don't fit together. Try again whenever you like. A new report is always possible, too.
opening-done = Welcome back. Your conversation goes on here.
old-phone-closed = Done. From now on news come to this chat only, and nothing can be seen from the old phone any more. Messages that are on the old phone already stay there.
button-only-here = The old phone is not safe
line-opened = { $number }: the reporter has opened one more line. Go on as usual.
line-closed = { $number }: one line of the reporter was closed at their wish. Answers reach the line that is still open.
receipt-renewed = { $number }: the reporter asked for a new receipt code and was given one.

status-told = <b>News of your report</b>
    { $lines }
told-received = • Received { $at }.
told-read = • Read by an officer { $at }.
told-unread = • Not read by an officer yet. Your message is kept and waits to be read.
told-called = • We are calling an officer now.
told-coming = • An officer is on the way to help.
told-contacted = • Somebody spoke with you { $at }.
told-quiet = • You chose not to be contacted. We keep to that.
told-contact-by = • Somebody will contact you by { $by }.
told-contact-late = • You should have been contacted by { $by }. We are sorry, this is late.
told-contact-late-told = • You should have been contacted by { $by }. We are sorry, this is late; we have reminded the coordinator.
told-carried = • One person now stays beside you until it is over.
told-entrusted = • Passed on to the agency in charge, and we follow it.
told-visit = • Somebody comes on { $day }.
told-visit-late = • Somebody should have come on { $day }. We are sorry, this is late.
told-ended = • Ended { $at }. If anything else happens, just write here.
told-short-waits = • Waiting to be read by an officer.
told-short-handled = • Being handled. For the sake of whom it happened to we tell no more than this.
told-short-ended = • Handled, and ended.
status-draft = This one has not been sent yet. We go on from here if you like.
button-write-more = Write more
button-numbers = Important numbers
write-more = Please just write or send it here. We read everything.
numbers = Numbers to call at any time:
    { $lines }

invitation-shown = <b>Invitation code: { $code }</b>

    Give it only to a grown-up you trust. Not to somebody you are afraid of, or who is close to them.
    They type /gabung in this chat on their own phone, then this code. You are asked before they are let in. They see short news only, not your story.
    Good for one time, until { $until }.
invitation-shown-child = <b>Invitation code: { $code }</b>

    Give it only to a grown-up you trust. Not to somebody you are afraid of, or who is close to them.
    They type /gabung in this chat on their own phone, then this code. You are asked before they are let in. They see short news only, not your story.
    Good for one time, until { $until }.
button-uninvite = Take the invitation back
invitation-over = That invitation is no longer valid.
trusted-list = Let in by you: { $count }. Press a name to close it.
button-put-out = Close for { $name }
put-out-done = Closed. That person gets no more news, and we don't tell them why.
ask-jcode = Type the <b>8 digits of the invitation</b> that you were given.
ask-jname = What is your name? Whoever invited you will see it.
ask-jwho = Who are you to them? Press a button, or write it.
jwho-ibu = Mother
jwho-ayah = Father
jwho-kakak = Elder sister or brother
jwho-nenek = Grandparent
jwho-bibi = Aunt or uncle
jwho-guru = Teacher
jwho-tetangga = Neighbour
jwho-teman = Friend of the family
ask-jcontact = May we get in touch with you if needed?
jcontact-ya = Yes, you may
jcontact-tidak = Please don't
joining-checking = Thank you. { $when } If the code is right we first ask the one who invited you. The answer comes here.
letin-asked = <b>{ $name }</b> ({ $relation }) would like to stand by you. Is this the person you invited?

    They see short news only, not the story, and can be closed out again at any time.
button-letin-yes = Yes, let them in
button-letin-no = No
letin-done = { $name } may stand by you now. Type /ajak to close it again.
letin-refused = All right, we don't let them in. They are not told.
trusted-welcome = Somebody trusts you to stand by them. Thank you. Type /status for short news, or write here whatever we should know. If there is danger, press <b>Emergency</b>.
trusted-added = Thank you, we have passed it on with your name.
story-from = { $name } (trusted grown-up): { $what }

# News that nobody asked for: only for who chose it, in the hours they chose
news-read = Your message has been read. Type /status for all the news.
news-assigned = One person will now stand by you and get in touch with you. Type /status for all the news.
news-late = You should have been contacted by now. We are sorry, this is late, and we have sent a reminder. Type /status for all the news.
news-visit = Somebody will come on { $day }. If that day is not safe, write here.
news-ended = What you told us has been handled and has ended. If anything else happens, just write here.
