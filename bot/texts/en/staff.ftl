# What staff read. A call carries nobody's name, address or story.

nothing = {""}
nobody-name = nobody yet
kecamatan-unknown = place not known yet

severity-emergency = EMERGENCY
severity-TINGGI = HIGH
severity-SEDANG = MEDIUM
severity-RENDAH = LOW
severity-none = not judged yet
risk-TINGGI = HIGH
risk-SEDANG = MEDIUM
risk-RENDAH = LOW
risk-none = not judged yet
type-KTP = KTP
type-KTA = KTA
type-ABH = ABH
type-LAINNYA = OTHER
type-BUKAN_LAPORAN = NOT A REPORT

cause-triage = by the reporter's answers
cause-declared = the Darurat button was pressed
cause-words = words of danger in a message
cause-unsafe_visit = a visit is not safe
cause-raised = declared an emergency by an officer
cause-unfinished = a report that stopped halfway
cause-report = a new report

group-on_duty = officers on duty
group-coordinator = coordinator
group-head = head of the unit
group-everyone = all staff

# Calls
alert-call = <b>{ $severity }</b> · { $number }
    { $types } · { $kecamatan }
    { $cause }
    Reported { $reported } ({ $since } ago)
    Due: { $deadline } ({ $left })
    Call no. { $calls }{ $passed }
alert-passed = {" "}· passed, nobody there could be reached: { $groups }
alert-repeated = (Sent again, you may have it already.)
    { $text }
alert-taken-by = { $number } · taken by <b>{ $holder }</b>. Thank you, nothing more to do.
alert-declined = { $number } · You chose "I can't". Others are still being called. If things change, you can still take it.
alert-yours = <b>{ $number } · it is yours</b>
    { $severity } · { $types } · { $kecamatan }
    Outreach by { $deadline } ({ $left })

    1. Safety first; call 110 and 119 where needed.
    2. Contact the reporter only in the way they find safe.
    3. When help has arrived, press <b>Outreach recorded</b>.
    The report follows below.
report-yours = <b>{ $number } · yours to look at</b>
    { $severity } · { $types } · { $kecamatan }
    Read the report below, then confirm or change its decision (step 1.5), by { $deadline }.
already-yours = { $number } is yours already.
alert-already = { $number } is being called as an emergency already.
alert-still-there = { $number } · Still at it?
    No word from you yet. Without an answer within { $minutes } minutes the call goes back to everybody on duty.
alert-kept = { $number } · Good, it stays yours.
alert-returned = { $number } · { $how }. Others are being called again.
alert-returned-lead = { $number } · { $severity } · { $kecamatan }
    Let go by { $actor }: { $how }. The calls start anew.
returned-by-holder = given back on request
returned-by-silence = given back, no word came
alert-ended = { $number } · done. Recorded by { $actor }.
alert-news = <b>From the reporter · { $number }</b>
    { $news }
alert-nobody = <b>NOBODY CAN BE REACHED</b> · { $severity } · { $number } · { $kecamatan }
    Not one officer can be reached on Telegram. Call them by telephone now.
addition-lead = { $number } · The reporter added something, and nobody holds this case yet.

# The report itself
case-file = <b>Report { $number }</b>
    { $lines }
case-story = <b>Story · { $number }</b>
    { $text }
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
outreach-recorded-unsafe = { $number } · Outreach recorded. The victim is not safe yet, so the case stays yours and the coordinator is told.
outreach-recorded-lead = { $number } · Outreach recorded by { $actor }; the victim is safe.
outreach-still-unsafe = { $number } · { $severity } · { $kecamatan }
    Outreach recorded by { $actor }, but the victim is <b>not safe yet</b>. Held by { $holder }.

# The decision (step 1.5)
decision-card = <b>Proposed decision · { $number }</b>
    Kind: { $types }
    Risk: <b>{ $severity }</b> ({ $ruled })
    Authority: { $jurisdiction }
    Routes: { $routes }
    State: { $status }

    <b>Why:</b>
    { $reasons }
reason = • { $words } <i>({ $code }; { $basis })</i>
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
status-assigned = with a case manager
status-closed = closed
decision-confirmed = { $number } · Decision confirmed: { $severity }. The coordinator is asked for a case manager.
confirmation-due = { $number } · The decision (step 1.5) is not confirmed yet. Reported { $since } ago.
confirmation-late-lead = { $number } · { $severity } · { $kecamatan }
    The decision (step 1.5) is not confirmed; reported { $since } ago. Held by: { $holder }.
risk-raised = { $number } · Risk raised to <b>{ $severity }</b> by { $actor }.
lowering-waits = { $number } · Noted. It holds once a second officer agrees.
lowering-asked = { $number } · { $asker } proposes to go from { $severity } to <b>{ $wished }</b>.
    Read the reason and the case before you answer. You answer for it as the second person.
    Reason: { $reason }
lowering-agreed = { $number } · The decision is now <b>{ $severity }</b>. Decided by { $actor }.
lowering-refused = { $number } · { $actor } did not agree to lower it. It stays { $severity }.

# Assignment (step 1.7)
assignment-open = { $number } · { $severity } · { $types } · { $kecamatan }
    Needs a case manager within { $minutes } minutes.
assignment-due = { $number } · { $severity } · { $kecamatan }
    Still no case manager. Reported { $since } ago.
choose-manager = { $number } · { $severity } · { $kecamatan }
    Who takes it? (Number: cases held now.)
no-managers = { $number } · No case manager is registered. Add one with the command staff add.
manager-line = { $name } ({ $count })
case-yours = <b>{ $number } · your case</b>
    { $severity } · { $types } · { $kecamatan }
    First visit: { $due } ({ $why }).
    First contact: record it as soon as you have spoken to the reporter. The report follows below.
case-assigned = { $number } · Case manager: { $manager }.
case-passed-on = { $number } · A colleague has this case now; your reminders stop.

# First contact
contact-due = { $number } · { $severity }
    First contact with the reporter by { $due } ({ $left }). Record it with one tap.
contact-late-lead = { $number } · { $severity } · { $kecamatan }
    No first contact recorded; it was due { $due } ({ $left }).
contact-recorded = { $number } · Contact: { $how } (try no. { $tries }), recorded by { $actor }.
contact-reached = reached
contact-missed = not reached
contact-unsafe = not safe to call

# Visits (step 5.2)
visit-due = { $number } · visit no. { $nth } { $when }
    Why: { $why }. Planned: { $due }.
visit-when-eve = tomorrow
visit-when-day = today
visit-when-late = { $days } days overdue
why-visit-TINGGI = monitoring, HIGH risk
why-visit-SEDANG = monitoring, MEDIUM risk
why-visit-RENDAH = monitoring, LOW risk
why-visit-none = monitoring
visit-late-lead = { $number } · visit no. { $nth } is { $days } days overdue (planned { $due }).
visit-done = { $number } · visit no. { $nth } done. Next visit: { $next_due }.
visit-postponed = { $number } · visit no. { $nth } moved to { $due }.
visit-unsafe = { $number } · Not safe: the officers on duty are being called. Don't go near alone.
visit-unsafe-lead = { $number } · { $kecamatan }
    { $actor } says that a visit is not safe. The officers on duty are being called.
next-visit = Next visit: { $due }
no-visit = No visit planned yet
case-closed = { $number } · Closed by { $actor }. No more reminders.

# The staff desk
staff-welcome = Hello { $name }. You are { $role }.
    { $duty }
    /tugas – calls · /kasus – cases · /piket – who is on duty
role-duty_officer = duty officer
role-case_manager = case manager
role-coordinator = coordinator
role-head = head of the unit
role-admin = admin
duty-on = You are on duty: emergency calls come here.
duty-off = You are not on duty.
nobody-on-duty = <b>Nobody is on duty now.</b> Emergency calls go straight to coordinator and head.
roster = <b>On duty now</b>
    { $lines }
roster-line = { $name } · { $role } · { $state }
reachable = can be reached
unreachable = can NOT be reached
staff-unreachable = { $person } can't be reached on Telegram (bot blocked or never opened). Use the telephone.
no-alerts = No open calls.
no-cases = No open cases.
your-cases = <b>Open cases: { $count }</b>
case-line = { $number } · { $risk }
case-card = <b>{ $number }</b> · { $severity } · { $types }
    { $kecamatan } · { $status }
    Case manager: { $manager }
    { $next }
form-cancelled = Cancelled. Nothing has changed.
inbox-set-aside = One incoming message could not be worked (row { $row }). See the log, then run: python -m bot requeue
outbox-lost = One outgoing message could not be sent (row { $row }). See the log.

# Refusals
refusal-not-allowed = This is not for your role, or somebody else holds this case.
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
button-outreach = ✅ Outreach recorded
button-judge = Decision
button-confirm = ✅ Confirm
button-raise = Raise
button-lower-RENDAH = Propose LOW
button-lower-SEDANG = Propose MEDIUM
button-lower-clear = Propose: no emergency
button-agree = Agree
button-disagree = Don't agree
button-managers = Choose a case manager
button-contact-reached = ✅ Reached
button-contact-missed = Not reached
button-contact-unsafe = Not safe to call
button-visited = ✅ Done
button-postpone = Postpone
button-unsafe = Not safe
button-close = Close the case
button-duty-on = Go on duty
button-duty-off = Go off duty
button-my-alerts = Calls
button-my-cases = Cases

# Something graver became known later
risk-graver = { $number } · The reporter told more: the decision is now <b>{ $severity }</b>. What was set before no longer holds.
refusal-needs-reason = This needs a written reason.
