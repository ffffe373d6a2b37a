# The rota: who, when, and what is handed on to whoever comes next.

# The duty page
rota-page = { $on }

    { $next }{ $gaps }{ $mine }
rota-on-now = <b>On duty now</b>
    { $lines }
rota-line = { $name } · until { $until } · { $state }
rota-line-hand = { $name } · by the switch, not on the rota · { $state }
rota-line-not = { $name } · on the rota until { $until }, but <b>not ready</b>
rota-next = <b>Next</b>
    { $lines }
rota-next-line = { $name } · { $hours } · { $state }
rota-next-nobody = Nobody is next on the rota yet.
rota-gaps = {""}

    <b>Hours with nobody, next { $days } days</b>
    { $lines }
rota-gap = ⚠️ { $hours }
rota-more-gaps = … and { $count } more
rota-mine = {""}

    <b>Your shifts</b>
    { $lines }
rota-mine-line = { $hours }
rota-ready-said = ready
rota-ready-open = no answer yet
button-rota-swap = Swap { $start }
button-rota-menu = Plan the rota

# The change
rota-on = <b>Your duty begins.</b> Until { $until }.

    <b>Still open</b>
    { $lines }
    { $note }
rota-no-alerts = No open calls.
rota-more-alerts = … and { $count } more calls, see /tugas
handover-alert = { $mark } <b>{ $number } · { $severity }</b> · { $kecamatan }
    Waiting { $waiting } · limit { $left } ({ $deadline }) · held by: { $holder }
    Last: { $last } ({ $at })
rota-note = 📝 Note of { $name }, { $at }:
    { $words }
rota-off = <b>Your duty is over.</b> Thank you.
    Is there anything the next officer should know? No names and no addresses.
button-rota-note = Write a note
button-rota-no-note = Nothing
rota-no-note = Your duty is over, without a note. Have a good rest.
ask-rnote = <b>What should the next officer know?</b>
    Keep it short. No names and no addresses.
rota-note-kept = The note is kept and passed on to who is on duty. Have a good rest.

# Ready?
rota-ready = <b>Ready for duty?</b>
    { $hours }
    Without an answer by { $by } we take it that you can't, and tell the coordinator.
button-ready-yes = ✅ Ready
button-ready-no = I can't
rota-ready-thanks = ✅ Thank you. Your duty: { $hours }.
rota-ready-refused = Noted: you can't be on duty { $hours }. The coordinator has been told.
    If you can after all, press Ready.
rota-ready-over = That shift is over.
rota-not-on = <b>Your shift has begun, but you have not pressed Ready.</b>
    Calls don't go to you as the officer on duty. The coordinator has been told. If you can work, press Ready now.
rota-unready = <b>{ $name } is not ready for duty</b> · { $state }
    The shift { $hours } has begun. Calls don't go to { $name } as the officer on duty.
rota-cannot = <b>{ $name } can't be on duty</b>
    { $hours }
rota-after-all = { $name } has pressed Ready: { $hours }.
button-rota-replace = Find somebody else
rota-who-instead = Who comes instead of { $name }?
    { $hours }
rota-nobody-free = Nobody is free at that time. Call them by telephone.
rota-put-in = { $name } is on the rota { $hours }, and will be asked whether they are ready.
rota-put-you = The coordinator has put you on the rota: { $hours }.

# Swaps
rota-swap-who = <b>Swap the shift { $hours }</b>
    With whom? Until they accept, this shift stays yours.
rota-swap-sent = { $name } has been asked: the shift { $hours }. Until they accept, it stays yours.
rota-swap-asked = <b>{ $name } asks you to take a shift</b>
    { $hours }
button-swap-yes = ✅ Accept
button-swap-no = I can't
button-swap-back = Take it back
rota-swap-agreed = The shift { $hours }: { $taker } comes instead of { $giver }.
rota-swap-refused = { $taker } can't come instead of { $giver }: the shift { $hours }. It stays with { $giver }.
rota-swap-withdrawn = { $giver } has taken it back: the shift { $hours }. Nothing changes.
refusal-has-shift = That officer has a shift at that time already.
refusal-is-away = That officer is on leave at that time.

# Daily
rota-daily = <b>The rota needs a look</b>
    { $lines }
rota-unused = { $on }

    The rota is still empty: on duty is only who has pressed Go on duty. The coordinator fills it in under Plan the rota.
rota-empty = Nobody is on duty, and the rota is still empty.
rota-lost = { $name } ({ $role }) can't be reached by Telegram.

# Planning
rota-menu = <b>Plan the rota</b>
button-rota-add = Add
button-rota-list = List and end
button-rota-reserve = Reserve list
button-rota-end = End it
button-rota-more = Next
rota-entries = <b>Entered: { $count }</b>
    Press one to end it.
rota-no-entries = The rota is still empty.
rota-entry-card = { $entry }
    Entered by { $by }, { $at }
rota-entry-short = { $what }: { $name }, { $when }
rota-short-holiday = Holiday: { $name }, { $day }
rota-ended = Ended: { $entry }
rota-reserve = <b>Reserve list</b>
    All of them are called at once when nobody is on duty. While the list is empty, everybody is.
rota-kept = ✓ Kept: { $entry }
rota-troubles = <b>Mind this</b>
    { $lines }
rota-in-leave = { $hours }: falls into leave, so it does not count.
rota-told-you = The coordinator has changed your duty.
    { $entry }
rota-told-ended = The coordinator has changed your duty. Ended: { $entry }

ask-rkind = <b>What is to be added?</b>
rkind-week = A shift every week
rkind-extra = A single shift
rkind-leave = Leave
rkind-holiday = A holiday
ask-rwho = <b>Who?</b>
ask-rdays = <b>On which days?</b>
    Choose one or more, then Done.
rdays-all = Every day
rdays-work = Monday–Friday
ask-rstart = <b>From what time?</b>
    You may type it, for example: 19.00
ask-rend = <b>Until what time?</b>
    Past midnight is fine. The same time means 24 hours.
rota-hour = { $hour }
ask-rsince = <b>From which day on?</b>
    You may type it, for example: monday, or 25-12.
rsince-0 = Today
rsince-1 = Tomorrow
rsince-2 = In 2 days
rsince-7 = In a week
ask-runtil = <b>Until which day?</b>
    Type the date, or choose without end.
runtil-none = Without end
ask-rhol = <b>And on holidays?</b>
rhol-also = On duty too
rhol-not = Not on duty
rhol-only = Only on holidays
ask-rday = <b>Which day?</b>
    You may type it, for example: monday, or 25-12.
rday-0 = Today
rday-1 = Tomorrow
rday-2 = In 2 days
rday-7 = In a week
ask-rfirst = <b>From which day?</b>
    You may type it, for example: monday, or 25-12.
rfirst-0 = Today
rfirst-1 = Tomorrow
rfirst-2 = In 2 days
rfirst-7 = In a week
ask-rlast = <b>Up to and with which day?</b>
    You may type it, for example: friday, or 27-12.
rlast-0 = That day only
rlast-1 = 2 days
rlast-2 = 3 days
rlast-6 = 7 days
ask-rname = <b>Which holiday?</b>
    For example: Idul Fitri.
ask-rsum = <b>Keep this?</b>
    { $entry }
rsum-simpan = ✅ Keep
rota-hours = { $start }–{ $end }
rota-weekly = { $name }: { $days }, { $hours }; from { $since }, until { $until }; holidays: { $holidays }
rota-extra = { $name }: { $day }, { $hours }
rota-leave = { $name }: leave { $first } to { $last }
rota-holiday = Holiday { $name }: { $day }
rota-span = { $day } { $start }–{ $end }
rota-span-days = { $day } { $start } – { $last } { $end }
rota-no-end = without end

# What happened last, on the handover card
last-report_received = report received
last-reporter_added = the reporter added something
last-facts_learned = something new is known
last-alert_raised = call begun
last-alert_called = officers called
last-alert_taken = taken
last-alert_declined = an officer can't
last-alert_asked = the holder was asked: still on it?
last-alert_kept = the holder is still on it
last-alert_returned = given back
last-alert_ended = call over
last-staff_unreachable = an officer can't be reached
last-outreach_rang = reminded: outreach
last-outreach_recorded = outreach recorded
last-decision_confirmed = assessment confirmed
last-risk_raised = risk raised
last-lowering_asked = lowering proposed
last-risk_lowered = risk lowered
last-lowering_refused = lowering refused
last-confirmation_rang = reminded: confirm the assessment
last-assignment_opened = a case manager is needed
last-assignment_rang = reminded: case manager
last-case_assigned = case manager assigned
last-contact_rang = reminded: first contact
last-contact_recorded = contact recorded
last-visit_planned = visit planned
last-visit_rang = reminded: visit
last-visit_done = visit done
last-visit_postponed = visit postponed
last-visit_unsafe = visit not safe
last-case_closed = case closed
last-alert_joined = a second officer joined
last-alert_offered = offered to a colleague
last-alert_handed_over = handed over to a colleague
last-offer_refused = the colleague can't take over
last-ending_asked = proposed to be ended, a second person is needed
last-ending_refused = ending refused
last-alert_paged = called by the second channel
last-alert_found = found by the automatic watch, called again
last-clock_found = found by the automatic watch: a time was missed
last-crisis_step = crisis step noted
last-crisis_step_undone = crisis step taken back
last-officer_left = officer on the way
last-officer_asked = officer asked: safe?
last-officer_safe = officer safe
last-officer_silent = officer does not answer
last-officer_in_danger = officer needs help
last-officer_back = officer back
last-protected = word from people on the spot recorded; see the card
last-arrival_rang = reminded: arrival
last-police_opened = time to report to the police runs
last-police_rang = reminded: report to the police
last-police_reported = reported to the police
last-police_excused = not reported to the police, with a reason
last-visit_missed = visit missed
last-entry_written = note of the case written
last-entry_corrected = note corrected
last-entry_undone = note undone
last-step_rang = reminded: the next step
last-step_postponed = step put off, with a reason
last-handover_asked = asked to be handed over
last-rights_told = rights explained
last-guardian_named = guardian recorded
last-consent_signed = written consent signed
last-consent_refused = consent not given
last-override_asked = exception proposed
last-override_agreed = exception agreed
last-override_denied = exception not agreed
last-override_rang = exception still waits for an answer
last-round_started = another assessment started
last-round_reviewed = round of assessment reviewed
last-one_sided_asked = one-sided end proposed
last-one_sided_agreed = one-sided end agreed
last-one_sided_denied = one-sided end not agreed
last-one_sided_rang = one-sided end still waits for an answer
last-case_entrusted = case handed over to a partner
last-case_taken_back = case taken back
last-case_reopened = case opened again
last-case_joined = report joined
last-case_split = file split
last-case_delegated = somebody stands in
last-staff_excluded = secrecy of the file changed
last-party_written = person recorded
last-referral_sent = referral sent
last-referral_rang = reminded: confirmation of a referral
last-referral_received = referral received
last-referral_declined = referral declined
last-referral_progressed = news from the receiver
last-referral_ended = referral ended
last-referral_withdrawn = referral withdrawn
last-letter_drafted = letter drafted
last-letter_checked = letter checked
last-letter_returned = letter sent back to be mended
last-letter_signed = letter signed
last-officer_wrote = an officer wrote to the reporter
last-talk_rang = a reminder that nobody has answered the reporter
last-talk_failed = a message to the reporter was not delivered
last-line_opened = a line of the reporter was opened
last-line_closed = a line of the reporter was closed
last-receipt_renewed = the reporter got a new code
last-safety_chosen = the reporter chose how to be contacted safely
last-reporter_left = the reporter cleared the chat on their phone
last-reporter_stopped = the reporter asked not to be contacted
last-file_kept = a file was kept
last-file_lost = a file could not be fetched
last-file_shown = the file itself was given to an officer
last-data_shown = the reporter looked at their data
last-data_corrected = the reporter corrected their data
last-erasure_asked = the reporter asked for erasure
last-erasure_rang = a request for erasure waits for an answer
last-erasure_refused = a request for erasure was answered: part of it stays
last-case_erased = the content of the case was erased
last-consent_renewed = the reporter's answer to the new text of consent
last-reporter_distrusted = the reporter may be the alleged offender: told nothing
last-reporter_trusted = the reporter is trusted again
