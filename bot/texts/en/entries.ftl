# Entries of a case: receipt, list, correction, undoing. No name, address or story in a receipt.

entry-recorded = ✓ { $number } · <b>{ $what }</b> is written down. Thank you.
    Something wrong? <b>Undo</b> within { $minutes } minutes, or <b>Correct</b> at any time.
entry-undone-you = ↩︎ { $number } · { $what }: <b>undone</b>. The case is as it was before; the entry is kept, marked.
entry-undone = ↩︎ { $number } · { $what }: undone by { $actor }. What you heard of it before no longer holds.

entry-of = { $what } ({ $steps })
entry-intake = Intake
entry-meeting = Meeting
entry-consent = Consent
entry-rights = Eight rights
entry-guardian = Guardian of a child
entry-attempt = Attempt to meet
entry-assessment = Assessment
entry-further = Further assessment
entry-conclusion = Case report
entry-goal = Goal
entry-needs = Needs
entry-plan = Intervention plan
entry-conference = Case conference
entry-agreement = Agreement to the plan
entry-service = Service
entry-accompaniment = Accompaniment
entry-result = Result of services
entry-monitoring = Monitoring
entry-decision = Decision
entry-termination = Termination
entry-feedback = Feedback
entry-note = Note

button-undo = ↩︎ Undo
button-correct = ✏️ Correct
button-open-case = Open the case
button-entries = Entries
button-note = 📝 New note

refusal-too-late = More than { $minutes } minutes have passed, so it can't be undone any more. Press <b>Correct</b>: the old entry is kept, the right one holds.
refusal-built-upon = Something was done since that rests on it, so it can't be undone. Press <b>Correct</b>: the old entry is kept, the right one holds.

# Questions that many forms share
ask-happened = <b>When?</b>
    You may write it, for example: 14.30, yesterday 09.00, or 21-11 14.30.
happened-0 = Just now
happened-60 = 1 hour ago
happened-180 = 3 hours ago
happened-tadi = Earlier today, at …
happened-kemarin = Yesterday, at …
happened-moment = { $day } at { $hour }
ask-happened-hour = <b>At what hour?</b>
    You may write it, for example 14.30. An estimate will do.
ask-rate = <b>What is the risk now?</b>
    TINGGI means: without help their safety is threatened.
rate-tetap = The same as before
rate-RENDAH = RENDAH
rate-SEDANG = SEDANG
rate-TINGGI = TINGGI
ask-rate-why = <b>What makes the risk lower?</b>
    Down from TINGGI holds once a second officer agrees.
told-voice = 🎤 voice note
told-photo = 🖼 photo
told-text = writing
label-happened = When
label-happened-hour = Hour
label-rate = Risk
label-rate-why = Why the risk is lower

# The case changed while a form was filled in
meanwhile = { $number } · <b>While you were filling this in, the case has changed.</b> Now: { $status }
    { $lines }
meanwhile-line = • { $what }, by { $who }, { $at }
meanwhile-undone = • { $what }, by { $who }, undone
ask-still = <b>What you filled in is not written down yet.</b> Is it still needed?
    If not, press <b>Cancel</b>.
still-ya = Yes, write it down too

# What is written down of consent and guardian
entry-consent-signed = Consent signed
entry-consent-refused = Consent not given
entry-consent-void = Refusal by the alleged offender (void)
entry-consent-asked = Exception proposed
entry-consent-agreed = Exception agreed to
entry-consent-denied = Exception not agreed to
entry-meeting-explained = Explanation
entry-guardian-offender = Proposed guardian not accepted

# The list of entries
entries-list = <b>Entries of { $number }</b> ({ $count })
    { $lines }
entries-none = { $number } · No entries yet.{ $lines }
entries-line = { $nth }. <b>{ $what }</b>{ $mark }
    { $at } · { $who }
entry-nth = { $nth }
button-older = Older ones
entry-mark-none = {""}
entry-mark-undone = {" "}(undone)
entry-mark-corrected = {" "}(corrected)
entry-mark-correction = {" "}(a correction)
entry-told = <b>{ $number } · { $what }</b>{ $mark }
    { $at } · { $who } (written { $written })
    { $lines }
entry-before = <b>Before it was corrected</b> · { $number } · { $what }{ $mark }
    { $at } · { $who } (written { $written })
    { $lines }
entry-after = <b>What holds now</b> · { $number } · { $what }{ $mark }
    { $at } · { $who } (written { $written })
    { $lines }
entry-line = <i>{ $label }:</i> { $value }
entry-says-nothing = Nothing more was told.
entry-file = { $number } · { $what }

# Correcting
amend-which = <b>{ $number } · { $what }</b>
    Which was wrong? What was written before is kept.
amend-none = { $number } · There is nothing in this entry that can be corrected. Write a new note to explain.
amend-nth = Answer { $nth }
