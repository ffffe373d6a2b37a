# Talk between reporter and officer, through the bot.

button-chat = 💬 Reply
button-chat-of = 💬 Reply { $number }
button-talks = Conversation
button-talks-before = ◀ Earlier
button-say = Ready-made sentences
button-sendtalk = ✅ Send
button-sendtalk-anyway = Send as it is
button-edittalk = Change
button-droptalk = Cancel
button-noreply = Needs no answer
button-closetalk = Close conversation
button-stoptalk = Send me no more messages
button-talk-waits = 🔔 { $number } · { $types } · { $kecamatan } · { $count } waiting
button-talk-quiet = { $number } · { $types } · { $kecamatan }

talk-case = { $number } · { $types } · { $kecamatan }
talk-case-joined = { $number } · { $types } · { $kecamatan } · joined report { $joined }
talk-to-sp = the victim
talk-to-sl = the victim
talk-to-sa = a child, who writes themselves
talk-to-anak = parent or guardian of the child
talk-to-kel = family
talk-to-lain = somebody else who knows
talk-to-petugas = an official or volunteer
talk-to-unknown = who it is was not said
talk-to-phone = { $who }, on another phone
talk-to-trusted = a grown-up whom the child trusts

# For officers: writing
talk-open = <b>{ $case }</b>
    Writing to the reporter: { $whom }.
    Type your message, or send a voice note, a photo, a file, a place. Nothing goes out until you press <b>Send</b>.
talk-which = { $number } holds several reports. To which reporter? Reporters must not learn of each other.
talk-choose = That message belongs to no single case, so nothing was sent to anybody. Choose the case, then write again.
talk-cannot = This can't be passed on. Send text, voice, a photo, a video, a file or a place.
talk-sentences = <b>{ $case }</b>
    Ready-made sentences for the reporter ({ $whom }). You still see the one you choose before it goes out.
talk-preview = For <b>{ $case }</b>
    (reporter: { $whom })

    { $what }

    { $lines }
    <b>Send?</b>
talk-status = For <b>{ $case }</b>
    (reporter: { $whom })

    { $what }

    <i>{ $state }</i>
talk-unsent = ⏳ This message was not sent. If it stays so, it is dropped soon.
talk-risk-phone = ⚠️ There is a phone number in it. Others may read this phone. Are you sure?
talk-risk-address = ⚠️ There is a word of an address in it. Never write a safe place or a companion's home. Are you sure?
talk-risk-name = ⚠️ There is the name of somebody of this case in it. Are you sure?
talk-saying-blame = 💡 This may sound like blame. Better: "This is not your fault."
talk-saying-patience = 💡 "Be patient" may feel like making light of it. Better: "It is natural that this is hard. We are with you."
talk-saying-promise = 💡 Do not promise what is not certain. Better: "We do what we can, and we will tell you."
talk-saying-doubt = 💡 This may sound like disbelief. Better: "Thank you for telling us."
talk-saying-offender = 💡 Do not bring what the alleged offender says. Write what comes from you.
talk-saying-peace = 💡 Do not push towards peace, forgiving or taking back. Better: "You decide."
talk-not-draft = That message was sent or cancelled already. Nothing is sent twice.
talk-write-again = <b>{ $case }</b> (reporter: { $whom })
    Write your message again. It was:

    { $what }
talk-no-reply = { $number } · Noted: it needs no answer.
talk-closed = The conversation is closed. What you type now is not for a reporter.
talk-list = Choose the case. 🔔 means that the reporter waits for an answer.
talk-list-empty = None of your cases has a reporter who can be written to here.

talk-photo = [Photo]
talk-photo-said = [Photo] { $text }
talk-voice = [Voice note]
talk-voice-said = [Voice note] { $text }
talk-video = [Video]
talk-video-said = [Video] { $text }
talk-document = [File]
talk-document-said = [File] { $text }
talk-place = [Place]
talk-place-said = [Place] { $text }

# Where one message stands
talk-is-draft = Not sent yet.
talk-is-waiting = Waiting. The reporter has not allowed us to write first; this is shown as soon as they write.
talk-is-waiting-allowed = Waiting for a safe moment. It is shown as soon as the reporter opens the conversation.
talk-is-said = Being sent.
talk-is-delivered = Arrived at the reporter's Telegram. That does not mean that it was read.
talk-is-read = The reporter has written or pressed something since.
talk-is-answered = Answered.
talk-is-failed = NOT DELIVERED. The reporter can't be written to through the bot.
talk-is-dropped = Not sent after all.

# A conversation read again
talk-page = <b>Conversation · { $number }</b>
    { $lines }
talk-nothing = Nothing was said yet.
talk-line-theirs = { $at } · <b>Reporter</b>: { $what }
talk-line-theirs-of = { $at } · <b>Reporter { $number }</b>: { $what }
talk-line-ours = { $at } · <b>{ $name }</b>: { $what }
    <i>{ $state }</i>
talk-file = { $number } · { $at } · { $what }

# Reminders
talk-waits = { $mark } { $number } · { $types } · { $kecamatan }
    The reporter has waited for an answer for { $said } ({ $count } messages).
talk-waits-lead = { $mark } { $number } · { $types } · { $kecamatan }
    The reporter has not been answered for { $said } ({ $count } messages). Holder: { $holder }.
talk-not-reached = { $mark } { $number } · { $types } · { $kecamatan }
    A message for the reporter was <b>not delivered</b>: they can't be written to through the bot. Use another way they agreed to.
reporter-stopped = { $number } · { $types } · { $kecamatan }
    The reporter asked us not to write first. When they ask something, the answer still reaches them.

# What the reporter reads
talk-signed = Officer
talk-from-unit = <b>{ $who }:</b> { $what }
talk-from-unit-about = <b>{ $who } · { $number }:</b> { $what }
talk-stopped = All right. We will not write first. You may write at any time, and we still answer.
talk-not-read = {""}

    We have your earlier message, but nobody has read it yet.
talk-was-read = {""}

    An officer read your earlier message at { $at }.
