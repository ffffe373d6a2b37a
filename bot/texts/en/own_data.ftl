### Petugas. Permintaan hapus data, dan pelapor yang mungkin terduga pelaku.

erasure-asked = 🗂 The reporter of { $number } asks for their data to be erased ({ $asked }).
    Answer by { $due }.
erasure-asked-carer = 🗂 The reporter of { $number } asks for their data to be erased. The coordinator answers. Do not ask the reporter about it.
erasure-due = 🗂 The request for erasure in { $number } has no answer yet. Due: { $due } ({ $left }).
erasure-kept = 🗂 { $number }: the request for erasure was answered, something stays. The reporter sees why with /datasaya.
erasure-card = <b>Request for erasure · { $number }</b>
    Asked { $asked }. Answer by { $due }.

    What stands against it: { $reasons }
erasure-nothing-against = nothing
erasure-sure = <b>Erase the content of { $number } for ever?</b>
    Gone: story, answers, entries, people, letters, talk and files. It can't be brought back, not from a backup either.
    What stays: number, times, and counts for the register.
case-erased = 🗂 The content of { $number } was erased. Its number stays in the register.
button-erasewhy = Answer the request
button-erasesure = Erase the content…
button-eraseyes = Yes, erase for ever
button-erase = Erase the content
button-keeptold = Keep it…
button-distrust = The reporter may be the alleged offender
button-trust = The reporter can be trusted again
refusal-still-owed = It can't be erased yet: there is danger, a duty by law, or help under way. End that first by its steps, or answer "Keep it" with the reason.
refusal-distrusted = The reporter of this case may be the alleged offender. They are told nothing. A coordinator can take that back.
line-bystander = ⚠️ The reporter is not the victim. Do not contact the victim through them, and do not tell them what the case holds.
line-distrusted = 🔒 The reporter may be the alleged offender. Tell them nothing.
ask-krwhy = <b>Why does this stay?</b>
    The reporter reads these reasons. More than one is possible.
label-krwhy = Reason
krwhy-bahaya = There is still danger
krwhy-hukum = A duty by law
krwhy-anak = Protection of a child
krwhy-bukti = Evidence
krwhy-layanan = Help is under way
reporter-distrusted = 🔒 { $number }: the reporter may be the alleged offender. They are told nothing, and don't know that this was noted. Do not contact the victim through them.
reporter-trusted = 🔓 { $number }: the reporter is told as usual again.
consent-not-renewed = The reporter of { $number } does not agree to the new text on data. The old one holds. Talk about it when you meet.

## Pelapor

own-draft = <b>What was not sent yet</b>
    { $lines }
own-nothing-yet = nothing in it yet
own-report = <b>Report of { $reported }</b>
    { $lines }

    Texts: { $texts }. Photos, voice notes or files: { $files }.
    Text of consent: { $version }.
    { $seen }
    { $shared }
    { $wish }
own-seen = Opened by officers: { $count } times. Each time is written down.
own-shared = Passed on to: { $values }.
own-not-shared = Not passed on to anybody yet.
own-wish-waits = Request to erase: answered by { $due }.
own-wish-kept = The request to erase was answered. Something stays: { $reasons }.
own-settings = <b>How we may contact you</b>
    { $first }
    { $words }
own-first-yes = We may write first, in the hours that you chose.
own-first-no = We don't write first.
own-words-kept = Your recognition word or decoy word is kept.
own-words-none = No recognition word or decoy word is kept.
own-what-now = This is all that we hold of you. These messages vanish by themselves within 10 minutes.
own-copy = <b>Copy · { $reported }</b>
    { $lines }
own-file = A file that you sent.
own-copy-fades = That is all. If you want to keep it, copy it now. In { $minutes } minutes these messages vanish.
button-owncopy = Send a copy here
button-ownfix = Correct
button-ownerase = Erase
button-ownstop = Don't contact me
erase-what = <b>What shall be erased?</b>
    What was not sent is gone at once. A report that was sent is looked at by an officer first. The answer takes three days at most.

    To clear only the chat on this phone, type /keluar.
button-forgetdraft = Erase what was not sent
button-erasemine = Erase the report of { $day }
draft-forgotten = Erased. Nothing is kept of what was not sent.
erase-asked = We have written down your request. An officer answers it by { $due }. Once erased, nobody can read it any more.

    See what came of it with /datasaya. We send no message about this.
erase-asked-but = We have written down your request. An officer answers it by { $due }.

    Part of it may have to stay: { $reasons }.
    See what came of it with /datasaya. We send no message about this.
ownwhy-bahaya = there is still danger
ownwhy-hukum = the law demands it
ownwhy-anak = to protect a child
ownwhy-bukti = as evidence
ownwhy-layanan = help is under way
stopped = All right. We won't write first. Help that was called goes on.

    You may still write here at any time. To change it, type /aman.
consent-changed = <b>The text on your data has changed</b> ({ $version }).
    What you report is kept encrypted. Only officers of { $unit } on duty read it. Before it is passed on, an officer asks you. Except where a life or a child is in danger, or the law demands it.

    You may say no. Help goes on.
button-consentagain-yes = I agree
button-consentagain-no = I don't agree
consent-changed-thanks = Thank you, we have written it down.
consent-changed-refused = All right, we have written it down. Help goes on, under the text that you agreed to then.

ask-fwhat = <b>What shall be set right?</b>
    What stood there before is kept, so that it is clear what changed.
fwhat-name = My name
fwhat-phone = Telephone number
fwhat-place = Where I am
fwhat-other = Something else
fix-write = Just write here what has changed. An officer reads it.
fix-nothing = There is no report in this chat that could be set right.
fix-in-draft = This report was not sent yet. Just go on; at the end there is a button <b>Change something</b>.
fixed = We have set it right. Thank you.
