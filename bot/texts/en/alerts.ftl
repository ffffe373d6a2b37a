# Calls that are never left alone: taken by two, handed over, closed by two people, visits that were missed.

names-and = { $names } and { $last }
alert-notes = { $first }{ $then }
alert-no-duty = {" "}· <b>nobody on duty</b> can be called, so the reserve list is called now
alert-no-duty-lead = <b>Nobody on duty</b> · { $severity } · { $number } · { $kecamatan }
    Nobody on duty can be called. The reserve list is called now. Please see that somebody is on duty.

# Taken by several
alert-one-more = {" "}· { $taken } of { $wanted } have taken it ({ $holder }), { $missing } more wanted
alert-short = { $number } · { $taken } of { $wanted } have taken it: <b>{ $holder }</b>.
    { $severity } · { $kecamatan }. { $missing } more wanted.
alert-taken-short = { $number } · You have taken it. { $taken } of { $wanted } have taken it; { $missing } more wanted. Its card is below.
alert-joined = { $number } · { $actor } has taken it too: { $taken } of { $wanted }. Now: { $holder }.
alert-no-second = { $number } · { $severity } · { $kecamatan }
    { $taken } of { $wanted } have taken it ({ $holder }), but nobody else can be called by Telegram. Call a colleague by telephone.
alert-one-left = { $number } · { $actor } has it no longer. Now: { $holder }. Others are called again.
yours-together = { $card }

    <b>Together:</b> { $holder }. Responsible: { $first }.
alert-held = { $mark } { $number } · { $severity } · { $kecamatan }
    Taken by { $holder } ({ $taken } of { $wanted }). Why: { $cause }
    Due: <b>{ $left }</b> ({ $deadline })
alert-over = { $number } · This call is over.
returned-by-loss = can't be reached by Telegram any more, or has left

# Handed over to a colleague
choose-colleague = { $number } · { $severity } · { $kecamatan }
    To whom? Until it is accepted you answer for it.
no-colleague = { $number } · No colleague can be reached now. It stays yours; if you can't, press Give back.
colleague-line = { $name } · { $state }
is-on-duty = on duty
is-off-duty = off duty
alert-offered = { $mark } <b>{ $actor } asks you to take over</b>
    { $number } · { $severity } · { $kecamatan }
    Why: { $cause }
    Due: <b>{ $left }</b> ({ $deadline })
    Please answer within { $minutes } minutes.
offer-waits = { $number } · Waiting for { $asked }, { $minutes } minutes at the most. Until it is accepted, it is yours.
offer-accepted = { $number } · You accepted. Its card is below.
offer-done = { $number } · { $actor } accepted and has this call now. Thank you.
alert-handed-over = { $number } · { $severity } · { $kecamatan }
    Handed over by { $former } to { $actor }.
offer-over = { $number } · You are not asked to take this over any more. You need not do anything.
offer-refused = { $number } · { $asked } { $how }. <b>It is still yours.</b>
offer-no = can't take it over
offer-silence = has not answered
offer-away = can't be reached

# Closed without outreach, by two people
ask-ereason = <b>Why is this call closed without outreach?</b>
    Choose, or write it shortly. A second officer must agree; until then the call goes on.
ereason-salah = Darurat was pressed by mistake
ereason-ganda = Reported twice
ereason-pihak = Others have dealt with it
ending-asked = <b>{ $number } · a second person is needed</b>
    { $severity } · { $kecamatan }
    { $asker } wants this call closed without outreach.
    Reason: { $reason }

    Read the report first; you share the responsibility. Until you agree, the call goes on.
ending-waits = { $number } · Written down. The call goes on until a second officer agrees.
ending-refused = { $number } · { $actor } does not agree to close it. The call goes on.
ending-over = { $number } · This need not be answered any more; the call is over.
ending-agreed = { $number } · The call is closed without outreach, agreed by { $actor }.
ending-agreed-lead = { $number } · { $severity } · { $kecamatan }
    The call is closed without outreach: asked by { $asker }, agreed by { $actor }.{ $still }
ending-still-emergency = {" "}The case is still judged an <b>EMERGENCY</b>; only the call is closed.

# A visit that was missed
visit-yours = { $mark } <b>{ $number } · visit no. { $nth } was missed</b>
    { $severity } · { $types } · { $kecamatan }
    It was planned for { $due } ({ $why }). You see to it now.

    Once it was made, put off, or is not safe, press its button.

button-offer = Hand over
button-accept = ✅ Accept
button-decline-offer = I can't
button-end = Close without outreach…
button-agreeend = Agree to close
button-disagreeend = Don't agree
