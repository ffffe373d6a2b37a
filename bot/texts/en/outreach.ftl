# Outreach: the run card, the safety of officers, places that are hard to reach, the text for 110.

area-way = {""}
    ⛰ <b>Hard to reach</b>; how long the way takes is not recorded yet. Who is there: { $through }.
area-way-hours = {""}
    ⛰ <b>Hard to reach</b>: about { $hours } hours on the way. Who is there: { $through }.

# The run card: 13 steps of the SOP Pulang Pisau 8.or-3/2021
run-card = <b>Run card · { $number }</b>
    { $mark } { $kecamatan } · { $clock }{ $way }

    { $lines }

    Press the number when a step is done. The order may differ; safety always comes first.
    { $hotlines }
run-clock = Outreach (1.6): <b>{ $left }</b> ({ $deadline })
run-clock-protected = Protected by people there since { $at }; we are expected there <b>{ $arrival }</b>
run-clock-met = Outreach recorded { $at }
run-card-passed-on = Run card · { $number }
    This case is no longer yours. What you have stamped stays.
run-done = ✓ { $nth }. { $step } · { $at }, { $who }
run-next = ▶ <b>{ $nth }. { $step }</b> · { $standard } · { $actors }
run-open = ▫ { $nth }. { $step } · { $standard }
run-number = { $nth }
run-number-done = ✓ { $nth }
run-stays = { $number } · Step { $nth } was stamped by { $who } ({ $at }). Only who stamped it can take it off, within 10 minutes.

crisis-identity = Receive the victim, write down who it is
crisis-calming = Calm the victim, find out how they are
crisis-advice = Ask how to go on
crisis-referral = Referral letter signed
crisis-safety = Take the victim to help or to a safe place
crisis-comfort = Stay until the victim is safe and calm
crisis-interview = Hear the case, explain the services
crisis-draft = Propose the service agreement
crisis-agreement = Victim or family agrees and signs
crisis-help = Mediation, negotiation, investigation, intervention or accompaniment
crisis-help-no-mediation = Investigation, intervention or accompaniment (no mediation)
crisis-report = Coordination and final report
crisis-monitoring = Look in regularly where they were referred to
crisis-filing = File the report

crisis-minutes = { $minutes } minutes
crisis-span = { $shortest }–{ $longest } minutes
crisis-open-ended = as the service takes
crisis-actor-admin = admin
crisis-actor-companion = companion
crisis-actor-manager = case manager
crisis-actor-chair = chair
crisis-actor-secretary = secretary
crisis-actor-counsellor = counsellor
crisis-actor-victim = victim
crisis-actor-family = family
crisis-actor-agency = partner institution

button-leave = 🛵 I'm leaving
button-call110 = Text for 110
button-protect = Protected by people there
button-protect-later = Not yet, new estimate

# The safety of officers
outing-begun = <b>{ $number } · Take care on the way</b>
    Every { $every } minutes I ask whether you are safe. Twice without an answer, and colleagues, coordinator and head are told.
    In danger press <b>Need help</b> at any time, or call 110.
outing-already = { $number } · You are recorded as out already. I go on asking every { $every } minutes.
outing-over = { $number } · Nobody is recorded as out for this case.
outing-ended = { $number } · Recorded as back (says { $who }). Thank you; no more questions.
outing-back-yet = { $number } · <b>Are you back?</b>
    Until you are, I go on asking whether you are safe.
officer-asked = <b>{ $number } · Are you safe?</b>
officer-asked-again = <b>{ $number } · Are you safe?</b>
    The last question has no answer yet. After two without an answer, colleagues, coordinator and head are told, until there is word from you.
officer-noted = ✓ { $number } · Recorded as safe. I ask again in { $every } minutes.
officer-helped = <b>{ $number } · Colleagues, coordinator and head are being told.</b>
    Get away to where people are, or behind a lock. Call 110 if you can; the text is below.
    Once you are safe, press <b>Safe</b>.
officer-silent = 🆘 <b>{ $officer } DOES NOT ANSWER</b>
    { $number } · { $kecamatan }
    Left: { $left }. Last sign: { $sign }.
    Call { $officer } now. If you can't get through, ask 110 for a patrol.
    Spoke to them? Press <b>Reached, safe</b>; your name is recorded.
officer-danger = 🆘 <b>{ $officer } NEEDS HELP</b>
    { $number } · { $kecamatan }
    Left: { $left }. Last sign: { $sign }.
    Call 110 now and read: "Our officer, { $officer }, is in danger in { $kecamatan }. Please send a patrol at once." The exact place is behind <b>Text for 110</b>; who opens it is recorded.
officer-heard = ✓ { $number } · There is word of { $officer } (from { $who }).
officer-safe = <b>{ $number } · { $officer } is safe</b>, says { $who }. The regular questions go on.
officer-back = <b>{ $number } · { $officer } is back</b>, says { $who }.
page-officer-silent = { $number } · { $kecamatan }: officer { $officer } has not answered since { $sign }. Call them, then open Telegram.
page-officer-danger = { $number } · { $kecamatan }: officer { $officer } NEEDS HELP. Call 110, then open Telegram.
button-im-safe = Safe
button-need-help = 🆘 Need help
button-im-back = I'm back
button-reached-safe = Reached, safe
button-reached-back = Back at the office or home

# Protected by people there
ask-pwhy = <b>Why can't the unit itself be there in time?</b>
    Write it shortly. This place is not recorded as hard to reach.
ask-pwho = <b>Who is with the victim now?</b>
    Choose, or write name and institution.
pwho-bhabin = Bhabinkamtibmas
pwho-patbm = PATBM
pwho-sehat = Puskesmas
pwho-desa = Village government
ask-phow = <b>How were those people reached?</b>
phow-telepon = Telephone
phow-radio = Radio
phow-datang = Messenger
ask-pwhen = <b>When was that?</b>
    You may write an hour, for instance: 14.30.
pwhen-0 = Just now
pwhen-30 = 30 minutes ago
pwhen-60 = 1 hour ago
pwhen-180 = 3 hours ago
ask-psafe = <b>Are those people really with the victim, and is the victim safe there now?</b>
    A promise to go there is not a "yes" yet.
psafe-ya = Yes, safe there
psafe-tidak = Not safe there yet
ask-peta = <b>When can our own officer be there?</b>
    You may write it, for instance: 30 hours, thursday, or 25-12.
peta-3 = In 3 hours
peta-6 = In 6 hours
peta-12 = In 12 hours
peta-24 = In 1 day
peta-48 = In 2 days
peta-72 = In 3 days
in-hours = in { $hours } hours
protected-recorded = { $number } · Recorded as protection by people there, not as the outreach. It meets the 24 hours.
    We are expected to arrive: { $arrival }. After that I ask whether you have; until then a word every 12 hours is enough.
protected-not-met = { $number } · Recorded, but the victim is not safe there: <b>the time for the outreach goes on</b> ({ $deadline }).
    Ask 110 or others who can be there sooner. We are expected to arrive: { $arrival }.
protected-lead = { $number } · { $severity } · { $kecamatan }
    The victim is protected by people there, recorded by { $actor }. Our officer is expected there: { $arrival }.
protected-not-lead = { $number } · { $severity } · { $kecamatan }
    The people there <b>can't keep the victim safe yet</b>, says { $actor }. The time for the outreach goes on: { $left } ({ $deadline }).
arrival-due = <b>{ $number } · Have you arrived?</b>
    Expected: { $arrival }. If you are with the victim, record the outreach; if not, give a new estimate.
arrival-late-lead = { $number } · { $severity } · { $kecamatan }
    Our officer should have arrived { $arrival }, but no outreach is recorded. Held by: { $holder }.

# Late
ask-olate = <b>The deadline has passed. What was the reason?</b>
    This is to make the service better, not to blame. Choose, or write another reason without names.
olate-jarak = Distance, weather, road cut
olate-mobil = No vehicle
olate-orang = Not enough officers
olate-korban = Victim could not be met yet

# The text for 110: read it as it is.
call-110 = <b>Read this to 110 · { $number }</b>

    "Good day. I am { $officer }, officer of { $unit }. I ask for help in case number { $number }.

    <b>What is going on:</b>
    { $lines }

    <b>Where:</b>
    { $news }

    <b>What we ask for:</b> a patrol to that place now, and an escort for our officer. Please come without saying who reported.

    <b>My number:</b> … <i>(say your number)</i>. Please tell me your name and when you will be there."

    { $hotlines }
call-ongoing_now-yes = • Violence is going on.
call-ongoing_now-no = • When it was reported no violence was going on; that can change.
call-ongoing_now-unknown = • It is not known whether violence is still going on.
call-weapon-yes = • There is a weapon.
call-weapon-no = • No weapon was mentioned.
call-weapon-unknown = • It is not known whether there is a weapon.
call-severe_injury = • Somebody is badly hurt; an ambulance (119) is needed too.
call-death_threat = • There are threats to kill.
call-strangulation = • Somebody was strangled.
call-confined = • The victim is locked in or may not go out.
call-children-yes = • There are children at that place.
call-children-unknown = • It is not known whether there are children at that place.
call-victims = • At risk, as far as we know: { $count }.
call-victims-unknown = • How many are at risk is not known.
call-officer-danger = • OUR OFFICER, { $who }, IS IN DANGER now.
call-officer-silent = • Our officer, { $who }, went out for this case and has not answered since { $sign }.
call-emergency = • Our unit holds it to be an EMERGENCY.
call-place = Village { $village }, Kecamatan { $kecamatan }, { $regency }
call-kecamatan = Kecamatan { $kecamatan }, { $regency }; the village is not known yet
call-elsewhere = { $place }
call-spot = On the map: latitude { $latitude }, longitude { $longitude }
call-landmark = (If the report gives an address or a landmark, read it too.)
