# Deadlines, reminders, the morning's message, lists of cases, the card of a case, and the board.

# Short names of the steps
step-1-5 = decision 1.5
step-1-7 = find a manager 1.7
step-1-8 = meet the victim 1.8
step-1-9 = build trust 1.9
step-1-10 = consent 1.10
step-2-1 = first assessment 2.1
step-2-3 = ask for further assessment 2.3
step-2-4 = wait for the provider 2.4
step-2-5 = combine results 2.5
step-2-6 = explain results 2.6
step-2-7 = case report 2.7
step-3-1 = goal 3.1
step-3-2 = needs 3.2
step-3-3 = service plan 3.3
step-3-5 = agree on the plan 3.5
step-4-1 = services 4.1
step-4-3 = documentation 4.3
step-4-4 = accompaniment 4.4
step-4-5 = accompaniment report 4.5
step-5-1 = monitoring plan 5.1
step-5-2 = visit 5.2
step-5-5 = monitoring report 5.5
step-5-7 = termination plan 5.7
step-5-8 = check documents 5.8
step-6-1 = present the plan 6.1
step-6-3 = signature and feedback 6.3
step-6-5 = close the case 6.5
step-until = { $step } · { $due }
case-unheld = nobody holds it · { $due }
step-no-time = { $step } · no time limit
due-late-days = <b>LATE { $count } d</b>
due-late-hours = <b>LATE { $count } h</b>
due-today = today
due-today-at = today { $hour }
due-tomorrow = tomorrow
due-tomorrow-at = tomorrow { $hour }
due-day = { $day }

# Reminder of one step
step-due = ⏰ <b>{ $number } · step { $step }</b>
    { $words }
    Due: { $due } ({ $left })
    Why: { $why }
step-late = ⏰ <b>{ $number } · step { $step } is late</b>
    { $words }
    It was due: { $due } ({ $left })
    Why: { $why }
step-why-minutes = the standard time of step { $step } is { $count } minutes ({ $source })
step-why-days = the standard time of step { $step } is { $count } day(s) ({ $source })
step-over = ✓ { $number } · step { $step } is done, or no longer needed.
    { $words }
step-passed-on = { $number } · A colleague has this case now.
step-put-off = { $number } · step { $step } was put off until { $until } by { $actor }.
    { $words }
    The reason is kept, and the time by the book stays visible.
handover-waits = { $number } · Your request was passed on to coordinator and head. Until somebody takes over, you still hold the case.
handover-asked = { $mark } <b>{ $number } · please hand over</b>
    { $actor } asks for a colleague to go on with this case. Assign somebody.
button-open = Open the case
button-step-done = ✅ Done, write it down
button-step-off = ⏳ Put off…
button-pass-on = To a colleague
button-passon = To a colleague
button-not-safe = ⚠️ Not safe
button-notsafe = ⚠️ Not safe
ask-stepwhy = Why is it put off? Choose, or write it.
stepwhy-korban = The victim is not ready yet
stepwhy-instansi = Waiting for another institution
stepwhy-jarak = The road or the weather
stepwhy-beban = Something more urgent
ask-stepday = When shall you be reminded? In 14 days at the latest.
stepday-1 = Tomorrow
stepday-2 = In 2 days
stepday-3 = In 3 days
stepday-7 = In 7 days

# The morning's message
digest = ☀️ <b>{ $day }</b>
    { $lines }
digest-safety-late = <b>Safety, already late</b>
digest-safety = <b>Safety, today</b>
digest-decide = <b>Waiting for your answer</b>
digest-late = <b>Late</b>
digest-today = <b>Today</b>
digest-ask = <b>Go on or end?</b>
digest-waiting = <b>Referrals not confirmed</b>
digest-line = { $mark } { $number } · { $what }
digest-wish-override = an exception was proposed (1.10)
digest-wish-onesided = a one-sided end was proposed (6.4)
digest-unconfirmed = ask the receiver
digest-more = … and { $count } more in /kasus
digest-unit = <b>The whole unit: { $late } cases late, { $unassigned } without a case manager</b>
digest-unit-line = { $mark } { $number } · { $status } · { $due } · { $manager }
button-all-cases = All cases
button-board = Board

# /kasus
no-cases-all = No case is open.
no-cases-none = Every open case has a case manager.
cases-mine = <b>Your cases: { $count }</b>{ $where }
cases-all = <b>All open cases: { $count }</b>{ $where }
cases-none = <b>Without a case manager: { $count }</b>{ $where }
cases-where = {" "}· page { $page } of { $pages }
cases-page = { $title }
    { $lines }
cases-line = { $mark } <b>{ $number }</b> · { $what }{ $who }
cases-holder = {" "}· { $name }
case-button = { $mark } { $number }
button-cases-back = ‹ Back
button-cases-on = Next ›
button-cases-mine = My cases
button-cases-all = All
button-cases-none = No manager

# The card of a case
case-now = { $mark } <b>{ $number }</b> · { $severity } · { $types }
    { $kecamatan } · <b>{ $status }</b>
    Case manager: { $manager } · reported { $since } ago
    Consent: { $consent } · Rights: { $rights }{ $marks }{ $referrals }{ $police }{ $people }{ $safe }
    { $lines }
case-due = ▸ { $what }{ $note }
case-put-off = {" "}(put off until { $until })
consent-not-yet = not signed yet
consent-agreed = signed
consent-not-given = not given
consent-by-exception = exception, agreed by two
rights-all = told
rights-some = { $told } of { $count } told
case-referrals = {""}
    Referrals under way: { $count }
case-marks = {""}
    { $marks }
mark-repeat-reporter = the same person has reported before
case-earlier = Earlier report: { $number }
mark-repeat-victim = the victim may be known already
mark-repeat-offender = the alleged offender may be known already
case-more = { $number } · What else can be done?
button-more = More…

# /papan
board-title = Board of cases
board-caption = <b>Board of cases</b>
    { $count } open · { $late } late · { $unheld } without a case manager
board-at = { $day }, { $hour }
board-empty = No case is open.
board-open = open
board-late = late
board-unheld = no manager
board-note = A case is counted at the stage where it stands, by the next thing that is to be done.
stage-1 = 1 Identification
stage-2 = 2 Assessment
stage-3 = 3 Plan
stage-4 = 4 Services
stage-5 = 5 Monitoring
stage-6 = 6 Termination
stage-entrusted = With partners
stage-refused = Not agreed
column-long = More than 3 days late
column-late = Up to 3 days late
column-soon = Due within 1 day
column-fine = Still in time
column-short-long = late > 3 days
column-short-late = late ≤ 3 days
column-short-soon = within 1 day
column-short-fine = still in time
board-stage-button = { $stage } · { $count }
board-unheld-button = No manager · { $count }
board-stage = <b>{ $stage }</b> · { $count } case(s)
    Which ones?
board-cell-button = { $column } · { $count }
board-cell = <b>{ $stage } · { $column }: { $count }</b>{ $where }
