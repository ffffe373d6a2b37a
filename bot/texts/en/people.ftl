# People and files of a case: the parties, joined reports, two files, conflict of interest, handing over.

# The card of a case
card-channel = {""}
    How it came: { $channel }, { $at }
card-acting = {""}
    Acting for the manager: { $name }, until { $until }
card-joined = {""}
    Another report of this event: { $number } ({ $at })
card-file-korban = {""}
    The victim's file. The child who is accused has a file of its own, closed to whoever holds this one.
card-file-anak = {""}
    The file of a child in conflict with the law. The victim's file is apart, and closed to whoever holds this one.
card-excluded = {""}
    Can't see this case: { $names }
card-gone = This card is no longer valid.

button-parties = The people
button-joinedfile = See report { $number }
button-apart = Take apart again
button-join = Join another report
button-split = A file for the child
button-splitnow = Yes, make two files
button-delegate = Let somebody act
button-exclude = I know somebody in this case
button-exclother = Exclude somebody

# The people
party-list = <b>The people · { $number }</b>
    { $lines }{ $again }
party-none = Nobody is written down yet.
party-nth = { $nth }. { $person }
party-line = { $kind }{ $sex }{ $age }
party-age = {""}, { $age } years
party-sex-P = {""}, female
party-sex-L = {""}, male
party-kind-victim = Victim
party-kind-reporter = Reporter
party-kind-offender = Alleged offender
party-kind-guardian = Guardian
party-again = {""}

    ⚠️ This { $kind } also stands in case <b>{ $number }</b> (same: { $by }).
party-again-hidden = {""}

    ⚠️ There is another record of this person; ask the coordinator.
match-nik = NIK
match-phone = telephone number
match-name = name
party-identity = <b>Identity · { $number }</b>
    { $person }
    { $lines }

    <i>It is written down that you looked. Delete this message once you have used it.</i>
party-nothing-known = Nothing was filled in yet.
party-field-line = { $field }: { $value }
on-day-of-year = { $day }
party-written = { $number } · The people were completed by { $actor }.
party-not-overwritten = A colleague has just changed the same fields, so these are not overwritten: { $fields }. Look first at what stands there now.
party-rate-again = <b>{ $number } · rate the risk again</b>
    Somebody in this case was recorded before. By the rules its risk is at least SEDANG now.
    Now: <b>{ $severity }</b>. Read the record, then rate it again.
party-rate-again-leads = <b>{ $number } · there is another record</b>
    Somebody in this case is also recorded in another, which whoever wrote it down may not know of. Look, and rate the risk again; don't speak of it with them.
button-identity = 🔎 Identity { $nth }
button-intake = 📝 Write down a report
button-party = ✏️ Complete { $nth }
button-party-new = ➕ Add somebody
refusal-too-many = You have opened { $most } identities within an hour. That is the limit which protects them; go on in a while, or ask the coordinator if it can't wait.

ask-ykind = <b>Who is this person in the case?</b>
ykind-victim = Victim
ykind-reporter = Reporter
ykind-offender = Alleged offender
ykind-guardian = Guardian
ask-yfields = <b>What do you want to fill in or correct?</b>
    What stood there before is kept.
yfields-name = Name
yfields-sex = Sex
yfields-age = Age or day of birth
yfields-born_on = Day of birth
yfields-nik = NIK
yfields-phone = Telephone
yfields-address = Address
yfields-relation = Relation
yfields-education = Education
yfields-occupation = Occupation
yfields-disability = Disability
yfields-note = Note
yfields-remove = 🗑 A mistake
ask-yname = <b>What is the name?</b>
    You may leave it out. Without a name the case is handled all the same.
ask-ysex = <b>Female or male?</b>
ysex-P = Female
ysex-L = Male
ask-yage = <b>How old?</b>
    Or the day of birth, for example: 17-08-1990.
ask-yphone = <b>The telephone number?</b>
ask-ymore = <b>Do you want to complete it now?</b>
    NIK, address, relation, education, occupation. All of it can come later.
ymore-ya = Yes
ymore-cukup = Enough for now
ask-ynik = <b>The NIK?</b>
    16 figures.
ask-yaddress = <b>Where is the address?</b>
ask-yrelates = <b>What is the relation to the victim?</b>
    For example: mother, husband, neighbour.
ask-yschool = <b>What education?</b>
    For example: class 5 of primary school.
ask-ywork = <b>What occupation?</b>
ask-ydisable = <b>Is there a disability?</b>
    Write what is needed, for example: deaf, needs a sign language interpreter.
ask-ynote = <b>Any note about this person?</b>

# Reports of the same event
ask-yjoin = <b>Which report is about the same event?</b>
    Choose, or type its number. What it says, its reporter and its time are kept.
ask-yjoinok = <b>Join that report to this case?</b>
    Its reminders stop. What its reporter says goes to whoever holds this case. Reporters don't learn of each other.
yjoinok-ya = Yes, join it
case-joined = { $number } · Report { $joined } was joined to this case by { $actor }: the same event. What it says stands on the card of the case.
case-joined-done = Report { $joined } is part of { $number } now. If it turns out to be another event, take it apart again from the card of the case.
case-joined-away = Report { $number } is part of { $to } now; its reminders stop.
case-apart = { $joined } stands by itself again, apart from { $number }.
joined-child = <b>{ $number } · a child is concerned</b>
    Another report of this event tells of a child, and the consent was not signed by a guardian. Name the guardian, then ask for a new signature (1.10).
referrals-moved = { $number } · Referrals under way have come along to this case: { $count }. Please follow them.
news-joined = From another reporter ({ $number }):
refusal-still-calls = { $number } is still an open emergency. See to it first, or let two of you close it as a duplicate; then the report can be joined.

# Two files
split-asked = <b>{ $number } · two files</b>
    A child is accused, and somebody was harmed. By UU 11/2012 the two are handled apart.
    This case stays the victim's file. The child gets a number and a case manager of its own, by way of Dinas Sosial.
    Whoever holds the one can't see the other.
case-split = { $number } · Split by { $actor }: the child's file is <b>{ $child }</b>. Assign another case manager to it.
case-split-manager = { $number } · Your case is the victim's file now. The child who is accused is handled apart, by somebody else.

# Conflict of interest
excluded-you = Thank you for saying so. That case is no longer shown to you, and what you held of it went to colleagues. Don't speak about it with anybody.
staff-excluded = <b>{ $number } · conflict of interest</b>
    { $who } can't see this case any more: { $how }.
match-is-out = <b>{ $number } · maybe a conflict of interest</b>
    { $who } has the name or telephone number of somebody in the case, but is out there for this very case. Nothing is taken from them while they are out. Please check now, and decide once they are back.
excluded-by-self = said to know somebody in the case
excluded-by-lead = decided by a coordinator or the head
excluded-by-match = name or telephone number is that of somebody in the case. Please check; if it is another person, it can be taken back
excluded-by-sibling = holds the other file of the same event
excluded-by-joined = the same event as a case that they must not see
returned-by-exclusion = let go for a conflict of interest
decided-anew = <b>{ $number } · to be decided again</b>
    { $who } was one of the two who decided { $what }, and the case is closed to them now. That decision no longer holds. If it is still needed, ask for it again from the card of the case; two other people decide.
anew-override = the exception from a refusal (1.10)
anew-one-sided = the end without a signature (6.4)
choose-excluded = { $number } · Who must not see this case?
exclude-line = 🚫 { $name }
readmit-line = ↩️ { $name } may see it again
ask-yexwhy = <b>What is the reason?</b>
    It is kept in the case's file.
readmission-asked = <b>{ $number } · a second person is needed</b>
    { $asker } proposes that { $who } may see this case again.
    Reason: { $reason }
readmission-waits = { $number } · Written down. It holds once another coordinator or the head agrees.
readmission-over = { $number } · { $who }: { $done }, decided by { $actor }.
readmission-done = may see this case again
readmission-denied = still can't see this case
button-readmit-yes = Agree
button-readmit-no = Don't agree
refusal-is-out = { $name } is on the way for this very case. Wait for "I am back", so that they can still call for help.

# Load, acting, handing over
manager-load = { $name } ({ $count } cases, { $heavy } grave){ $away }
manager-away = {" "}· on leave until { $until }
choose-acting = { $number } · Who acts for the manager?
choose-acting-all = Who acts for all of these cases until the leave is over?
nobody-can-act = There is no colleague who could act. Ask the admin to add one (command staff add).
ask-yuntil = <b>Until which day, that day included?</b>
    Then it ends by itself.
yuntil-1 = Tomorrow
yuntil-3 = In 3 days
yuntil-7 = 1 week
yuntil-14 = 2 weeks
acting-yours = You act for <b>{ $manager }</b> until { $until }, in { $count } cases. Their cards and reminders come to you ({ $name }); open /kasus.
acting-for-you = <b>{ $name }</b> acts for you ({ $manager }) until { $until }, in { $count } cases. You still see them.
acting-set = { $name } acts for { $manager } until { $until }, in { $count } cases. It ends by itself.
acting-over = Over: { $name } no longer acts for { $manager }.
acting-ended = { $number } · Nobody acts for the manager any more.
acting-left = Nobody acts for these yet, choose somebody else: { $lines }
button-actingover = End it now
leave-has-cases = { $name } holds { $count } cases. Who acts until { $until }?
button-leavefor = Choose who acts
handover-whose = <b>Hand over all cases</b>
    Whose cases?
handover-nobody = Nobody holds an open case.
handover-person = { $name } ({ $count })
handover-left = ⚠️ { $name } has left ({ $count })
handover-preview = <b>{ $name } · { $count } cases</b>
    { $lines }
    Visits, reminders and calls go along. Nothing was changed yet.
handover-line = { $name }: { $count }
handover-line-nobody = ⚠️ nobody can take them yet: { $count }
handover-sibling = <b>{ $number } · no case manager yet</b>
    It is one of two files of the same event. Whoever holds the other file must not see it, and there is nobody else who could take it. Assign somebody, or see to it yourself until there is one.
handover-all-to = All to { $person }
button-handnow = ✅ Hand over like this
button-handshare = Share by load
button-handall = Hand over to colleagues
handover-yours = You have { $count } cases from { $name } now. Open them one by one in /kasus and read what was told.
handover-gone = { $count } of your cases were handed over to colleagues.
handover-done = ✓ { $count } cases of { $name } were handed over.
handover-has-left = <b>{ $name } has left</b>
    { $count } cases have nobody. Hand them over now.

# Two at once
changed-since = <b>Meanwhile · { $number }</b>
    { $lines }
changed-line = • { $name } · { $what } ({ $at })
