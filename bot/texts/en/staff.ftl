# What staff read. A call carries nobody's name, address or story.

nothing = {""}
nobody-name = nobody yet
kecamatan-unknown = place not known yet

severity-emergency = EMERGENCY
severity-TINGGI = HIGH
severity-SEDANG = MEDIUM
severity-RENDAH = LOW
severity-none = not judged yet
mark-emergency = 🔴
mark-TINGGI = 🟠
mark-SEDANG = 🟡
mark-RENDAH = 🟢
mark-none = ⚪
risk-TINGGI = HIGH
risk-SEDANG = MEDIUM
risk-RENDAH = LOW
risk-none = not judged yet
type-KTP = KTP
type-KTA = KTA
type-ABH = ABH
type-LAINNYA = OTHER
types-unknown = kind not known yet
type-BUKAN_LAPORAN = NOT A REPORT

cause-triage = by the reporter's answers
cause-declared = the Darurat button was pressed
cause-words = words of danger in a message
cause-unsafe_visit = a visit is not safe
cause-raised = declared an emergency by an officer
cause-unfinished = a report that stopped halfway
cause-report = a new report
cause-missed_visit = a visit that was due was not made

group-on_duty = officers on duty
group-coordinator = coordinator
group-head = head of the unit
group-reserve = the coordinator's reserve list
group-manager = the case manager
group-everyone = all staff

# Calls
alert-call = { $mark } <b>{ $severity } · { $kecamatan }</b>
    { $number } · { $types }
    Why: { $cause }
    Reported { $reported } ({ $since } ago)
    Due: <b>{ $left }</b> ({ $deadline })
    Call no. { $calls }{ $passed }{ $way }
alert-passed = {" "}· passed, nobody there could be reached: { $groups }
alert-repeated = (Sent again, you may have it already.)
    { $text }
alert-taken-by = { $number } · Taken by <b>{ $holder }</b>. Thank you, you need not do anything.
alert-taken-you = { $number } · You took it. Its card is below.
alert-declined = { $number } · You chose "I can't". Others are still being called. If things change, you can still take it.
alert-yours = { $mark } <b>{ $number } · it is yours</b>
    { $severity } · { $types } · { $kecamatan }
    Outreach (step 1.6): <b>{ $left }</b> ({ $deadline }){ $way }

    1. Safety first. Call 110 and 119 where needed, don't go alone.
    2. Contact the reporter only in the way they chose.
    3. When help has arrived, press <b>Outreach recorded</b>.
    The report stands below.
report-yours = { $mark } <b>{ $number } · yours to look at</b>
    { $severity } · { $types } · { $kecamatan }
    Read the report below. Then confirm or change its decision (step 1.5) by { $deadline }.
already-yours = { $number } is yours already.
alert-already = { $number } · This case is being called as an emergency. See its emergency card.
alert-still-there = { $number } · Still at it?
    No word from you yet. Without an answer within { $minutes } minutes the call goes back to everybody on duty.
alert-kept = { $number } · Good, it stays yours.
alert-returned = { $number } · { $how }. Others are being called again.
alert-let-go = { $number } · No longer yours.
alert-returned-lead = { $number } · { $severity } · { $kecamatan }
    Let go by { $actor }: { $how }. The calls start anew.
returned-by-holder = given back on request
returned-by-silence = given back, no word came
alert-ended = { $number } · This call is done, recorded by { $actor }.
alert-news = <b>From the reporter · { $number } · { $types } · { $kecamatan }</b>
    { $news }
alert-nobody = <b>NOBODY CAN BE REACHED</b> · { $severity } · { $number } · { $kecamatan }
    Not one officer can be reached on Telegram. Call them by telephone now.
addition-lead = { $number } · The reporter added something, and nobody holds this case yet.

# The report itself
case-file = <b>Report { $number }</b>
    { $lines }
case-story = <b>Story · { $number }</b>
    { $text }
file-empty = No answers yet. The reporter has only pressed Emergency.
case-attachment = { $number } · { $what }
case-spot = { $number } · The place the reporter shared (map above).
file-lost = { $text }
    (Telegram can no longer show this file.)
news-spot = Shared a place: https://maps.google.com/?q={ $latitude },{ $longitude }

# Outreach (step 1.6)
outreach-due = { $number } · { $severity }
    { $percent } % of the time for the outreach is gone. Due: { $deadline } ({ $left }).
    If help has arrived, record it now.
outreach-late-lead = { $number } · { $severity } · { $kecamatan }
    No outreach recorded yet; { $percent } % of the time is gone. Due: { $deadline } ({ $left }). Held by: { $holder }.
outreach-recorded = { $number } · Outreach recorded. Thank you; this emergency is over.
outreach-recorded-unsafe = { $number } · Outreach recorded. It is not certain that the victim is safe, so the case stays yours and the coordinator is told.
outreach-recorded-lead = { $number } · Outreach recorded by { $actor }; the victim is safe.
outreach-still-unsafe = { $number } · { $severity } · { $kecamatan }
    Outreach recorded by { $actor }, but it is <b>not certain that the victim is safe</b>. Held by { $holder }.

# The decision (step 1.5)
decision-card = <b>Proposed decision · { $number }</b>
    Kind: { $types }
    Risk: <b>{ $severity }</b> ({ $ruled })
    Authority: { $jurisdiction }
    Routes: { $routes }
    State: { $status }{ $police }

    <b>Why:</b>
    { $reasons }
reason = • { $words } <i>({ $code }; { $basis })</i>
reason-declared = • An emergency because the button was pressed, or danger was heard in a message. Read the story.
no-reasons = • No sign of danger was told.
ruled-by-rules = by the rules
ruled-by-officer = set by an officer
jurisdiction-DESA = village (PATBM)
jurisdiction-KABUPATEN = regency
jurisdiction-PROVINSI = province
jurisdiction-NASIONAL = nation
jurisdiction-KAB_LAIN = another regency
jurisdiction-none = does not apply
route-e = emergency outreach
route-ex = emergency hand-over (SAPA 129 or the unit there)
route-a = UPTD PPA of the regency
route-b = PATBM of the village
route-c = Dinas Sosial
route-d = UPTD PPA of the province, or KemenPPPA
route-dx = UPTD PPA of another regency
route-f = about the services
status-unfinished = report not finished
status-reported = waits for confirmation
status-confirmed = confirmed, waits for a case manager
status-entrusted = handed over to a partner, followed up
status-assigned = has a case manager, not met yet
status-met = met, waiting for written consent
status-refused = consent not given
status-consented = assessment
status-assessed = planning
status-planned = services under way
status-served = monitoring
status-reviewed = on the way to the end
status-ending = termination
status-closed = closed
decision-confirmed = { $number } · Decision confirmed: { $severity }. The coordinator is asked for a case manager.
confirmation-due = { $number } · The decision (step 1.5) is not confirmed yet. Reported { $since } ago.
confirmation-late-lead = { $number } · { $severity } · { $kecamatan }
    The decision (step 1.5) is not confirmed; reported { $since } ago. Held by: { $holder }.
risk-raised = { $number } · Raised by { $actor }. Now: <b>{ $severity }</b>.
lowering-waits = { $number } · Noted. It holds once a second officer agrees.
lowering-asked = <b>{ $number } · a second person is needed</b>
    { $asker } proposes to go from { $severity } to <b>{ $wished }</b>.
    Reason: { $reason }

    Read the report first; you answer for it too.
lowering-agreed = { $number } · The decision is now <b>{ $severity }</b>. Decided by { $actor }.
relabelled = { $number } · Now down as <b>{ $types }</b>, route f: only information. Once confirmed, a lead can close it. Should the reporter tell of danger, the unit is called again.
lowering-refused = { $number } · { $actor } did not agree to lower it. It stays { $severity }.

# Assignment (step 1.7)
assignment-open = { $mark } <b>{ $number } · needs a case manager</b>
    { $severity } · { $types } · { $kecamatan }
    Assign within { $minutes } minutes (step 1.7).
assignment-due = { $mark } <b>{ $number } · still no case manager</b>
    { $severity } · { $kecamatan }
    Reported { $since } ago.
choose-manager = { $number } · { $severity } · { $kecamatan }
    Who takes it? (Number: cases held now.)
no-managers = { $number } · No case manager is registered. Add one with the command staff add.
case-yours = { $mark } <b>{ $number } · your case</b>
    { $severity } · { $types } · { $kecamatan }

    1. Read the report below.
    2. { $spoken }
    3. First visit: <b>{ $due }</b> ({ $why }). You will be reminded.
yours-contact = Contact the reporter only in the way they chose, then record it with the contact buttons.
yours-contacted = The reporter was contacted; meet the victim (1.8).
case-assigned = { $number } · Case manager: { $manager }.
case-passed-on = { $number } · A colleague has this case now; your reminders stop.

# First contact
contact-due = <b>{ $number } · first contact</b>
    { $severity } · due { $due } ({ $left })
    Have you contacted the reporter? Record it with one tap.{ $safe }
contact-late-lead = { $number } · { $severity } · { $kecamatan }
    No first contact recorded; it was due { $due } ({ $left }).
contact-recorded = { $number } · Contact: { $how } (try no. { $tries }), recorded by { $actor }.
contact-reached = reached
contact-missed = not reached
contact-unsafe = not safe to call

# Visits (step 5.2)
visit-due = <b>{ $number } · visit no. { $nth } { $when }</b>
    Planned: { $due }
    Why: { $why }
visit-when-eve = tomorrow
visit-when-day = today
visit-when-late = { $days } days overdue
why-visit-TINGGI = monitoring, HIGH risk
why-visit-SEDANG = monitoring, MEDIUM risk
why-visit-RENDAH = monitoring, LOW risk
why-visit-none = monitoring
visit-done = { $number } · visit no. { $nth } done. Next visit: { $next_due }.
visit-postponed = { $number } · visit no. { $nth } moved to { $due }.
visit-unsafe = { $number } · Not safe: the officers on duty are being called. Get away first, don't go near alone. Call 110 where needed.
visit-unsafe-lead = { $number } · { $kecamatan }
    { $actor } says that a visit is not safe. The officers on duty are being called.
case-closed = { $number } · Closed by { $actor }. No more reminders.

# The staff desk
staff-welcome = Hello { $name }. You are { $role }.
    The keys below: open <b>Calls</b>, your <b>Cases</b>, and who is on <b>Duty</b>. All commands: /bantuan.
staff-help = <b>What you can ask for</b> ({ $role }). Tap the command, or type it.
    { $lines }
    In danger? Type /darurat, or phone 110.
help-tugas = /tugas – open alerts
help-kasus = /kasus – your cases; with a number: /kasus LU-2026-0001
help-chat = /chat – talk with reporters
help-rujukan = /rujukan – referrals that are not finished
help-catat = /catat – a report that came in person, by phone, letter or social media
help-papan = /papan – all cases by stage and lateness
help-serahkan = /serahkan – move all cases of a colleague
help-piket = /piket – who is on duty, leave, and the rota
help-langkah = /langkah – the steps of the regulation
help-riwayat = /riwayat with a number – the course of an alert
help-angka = /angka – figures of this month's alerts
help-kelompok = /kelompok – groups of staff in Telegram
role-duty_officer = duty officer
role-case_manager = case manager
role-coordinator = coordinator
role-head = head of the unit
role-admin = admin
duty-on = You are on duty: emergency calls come here.
duty-off = You are not on duty.
nobody-on-duty = <b>Nobody is on duty now.</b> Calls go to the coordinator's reserve list at once, or to everybody if it is empty.
roster = <b>On duty now</b>
    { $lines }
roster-line = { $name } · { $role } · { $state }
reachable = can be reached
unreachable = can NOT be reached
staff-unreachable = { $person } can't be reached on Telegram (bot blocked or never opened). Use the telephone.
no-alerts = No open calls.
no-cases = No open cases for you.
form-cancelled = Cancelled. Nothing has changed.
form-about = { $number }
    { $question }
form-recorded = ✓ { $number } · Recorded. Thank you.
inbox-set-aside = One incoming message could not be worked (row { $row }). See the log, then run: python -m bot requeue
outbox-lost = One outgoing message could not be sent (row { $row }). See the log.

# Refusals
refusal-not-allowed = This is not for your role, or somebody else holds the case. Open /tugas for the calls that you can take.
refusal-wrong-moment = This can't be done now; things have moved on.
refusal-changed = This has changed. Open /tugas or /kasus for the newest.
refusal-taken = { $holder } has taken it already. Thank you.
refusal-needs-another = A second person is needed: who proposed it can't agree to it.
refusal-unknown = This button is no longer valid.

# Buttons
button-take = 🚨 Take it
button-decline = I can't
button-keep = Yes, still at it
button-return = Give back
button-look = See the report
button-file = The report
button-outreach = ✅ Outreach recorded
button-judge = Decision (1.5)
button-confirm = ✅ Confirm
button-raise = Raise
button-lower-RENDAH = Propose LOW
button-lower-SEDANG = Propose MEDIUM
button-relabel = Not a report / not KTP-KTA-ABH
button-lower-clear = Propose: no emergency
button-agree = Agree
button-disagree = Don't agree
button-managers = Choose a case manager
button-contact-reached = 📞 Contact: reached
button-contact-missed = Not reached
button-contact-unsafe = Not safe to call
button-visited = ✅ Visit done
button-postpone = Postpone visit
button-unsafe = ⚠️ Not safe
button-close = Close the case
button-duty-on = Go on duty
button-duty-off = Go off duty
button-my-alerts = Calls
button-my-cases = Cases
button-roster = Duty

# Something graver became known later
risk-graver = { $number } · The reporter told more: the decision is now <b>{ $severity }</b>. What was set before no longer holds.
refusal-needs-reason = This needs a written reason.

# Conditions of the steps
refusal-needs-consent = This may only be done after the written consent was signed (step 1.10). A "yes" in the chat is not that consent.
refusal-needs-guardian = A child needs a guardian who is not the alleged offender. Record the guardian first; if there is none, the unit names one.
refusal-needs-step = Step { $step } has not been recorded. Do that first.
refusal-needs-review = This is the third round of assessment or later. Ask a coordinator or the head to review it first.
refusal-needs-signature = The form of termination has not been signed (step 6.3). Have it signed, then send a photo of it.
refusal-no-mediation = Sexual violence is never mediated or settled (UU 12/2022 Ps 23). What can be done: legal aid, and recovery.
refusal-may-not-close = This case can't be closed yet; by its routes something is still to be done. Press <b>Steps</b> on the card of the case to see it.
refusal-not-for-others = This case is the unit's own to handle and is not handed over as a whole. What can be done: <b>Refer elsewhere</b>.
refusal-incomplete = The documents are not complete (step 5.8). Missing: { $missing }
