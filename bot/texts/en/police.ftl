# The duty to report to the police (UU 12/2022 Article 41): 3×24 hours since the victim's report. No name, address, story.

police-opened = <b>Duty to report to the police · { $number }</b>
    Sexual violence or forced marriage, told by the victim or by a professional named in UU 12/2022 Article 41.
    Our unit reports to the police by <b>{ $due }</b> ({ $left }) at the latest.
    Once reported, press the button below and write the number.
police-due = <b>Duty to report to the police · { $number }</b> · { $kecamatan }
    Not reported to the police yet. Limit of 3×24 hours: <b>{ $due }</b> ({ $left }).
    Already reported? Press the button, and this reminder stops.
police-reported = { $number } · <b>Reported to the police</b> { $at }.
    Recorded by { $actor }; its number stands on the card of the case.{ $note }
police-was-late = {""}
    Past the limit of 3×24 hours by { $hours } h { $minutes } min. This is recorded too.
police-excused = { $number } · <b>Not reported to the police</b>: decided by { $actor }, the reason is kept in the case's file.
police-still-open = { $number } · The case is closed, but <b>the duty to report to the police is still open</b>.
    Limit: { $due } ({ $left }). It is brought to mind until it is reported, or the head has given a reason.
police-only-head = { $number } · Only the head may decide that there is a reason not to report. Tell the head your reason; until then the reminders go on.

# One line on the card of the decision and of the case
police-owed = {""}
    <b>Must be reported to the police</b> (UU 12/2022 Article 41): { $left }, until { $due }.{ $note }
police-child = {""}
    The victim is a child: report to Unit PPA together with a safe guardian. Don't let the child tell it again and again.
police-advised = {""}
    <b>A report to the police is strongly advised.</b> It is no duty yet, because it was not told by the victim, health staff, a psychiatrist, a psychologist or a social worker. When one of them tells it to us, press the button: from then on the limit of 3×24 hours holds.
police-was-reported = {""}
    Reported to the police { $at }, number { $reference }.
police-was-excused = {""}
    Not reported to the police: decided by the head { $at }.

button-police = ✓ Reported to the police
button-excuse = There is a reason not to report
button-conveyed = The victim or a professional told us

ask-pnumber = <b>What is the number of the report?</b>
    The LP or STPL number, as it stands on the paper of the police.
ask-pwhere = <b>At which police station?</b>
    You may type it, for example: Unit PPA Polres Luwu Utara.
pwhere-polres = Polres
pwhere-polsek = Polsek
pwhere-polda = Polda
ask-lpwhen = <b>When was it reported?</b>
    You may type it, for example: 14.30, yesterday 09.00, or 21-11 14.30.
lpwhen-0 = Just now
lpwhen-60 = 1 hour ago
lpwhen-180 = 3 hours ago
police-when = { $day } at { $hour }
ask-preason = <b>Why is it not reported to the police?</b>
    The reason is kept in the case's file under your name as the head.
