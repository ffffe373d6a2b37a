"""Low risk goes to the village's own group (1.5 b), and comes back up when it is no longer low."""

from __future__ import annotations

from dataclasses import replace

from cases.messages import ChatId
from tests.cases.stage import CALM
from tests.casework.hands import Hands, offered
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, Office

BASO = ChatId(5003)
VILLAGE = replace(CALM, coi_desa=False)
MEETING = ("mtway:rumah", "mtwhen:60", "mtwhere:aman", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
SECRETS = ("Rahasia", "Melati", "lengannya", "dipukul")


async def test_low_risk_to_the_village_and_back_up(office: Office) -> None:
    tale = Hands(office, others={BASO: "Baso"}, secrets=SECRETS)
    async with office.storage.work() as work:
        await work.add_partner(chat=BASO, name="Baso", agency="patbm")
    await tale.begins(VILLAGE)
    await tale.presses(ANI, "take")
    await tale.presses(ANI, "confirm")
    await tale.presses(ANI, "entrust", "b")
    await tale.answers(ANI, "rfneed:damping", "rfshare:none", "rftold:ya", "rfwith:sana")
    assert await tale.status() == "entrusted"
    # The partner is slow: 12, 24 and 48 hours; nobody has spoken to who called either.
    await tale.passes(hours=50)
    assert offered(await tale.card(CITRA), "contact", "reached")
    await tale.presses(BASO, "refnews", "yes")
    assert tale.reminded() == WAITING
    assert not offered(await tale.card(CITRA), "contact")
    await tale.passes(days=5)
    await tale.presses(BASO, "refnews", "news")
    await tale.answers(BASO, "Sudah dikunjungi, keadaan tenang")
    await tale.passes(days=7)
    assert await tale.status() == "entrusted"
    await tale.presses(BASO, "refnews", "news")
    await tale.answers(BASO, "Tadi malam ia dipukul lagi, lengannya lebam")
    assert tale.reminded() == FOLLOWED

    # From the notice itself: how grave is it now? Then it is the unit's own again.
    await tale.presses(CITRA, "judge")
    await tale.fills(CITRA, "raise", "rto:SEDANG", "rreason:_skip")
    assert office.heard_by(CITRA)[-3:].count("entrusted-graver") == 1
    await tale.fills(CITRA, "takeback", "rfback:risiko")
    assert await tale.status() == "confirmed"
    await tale.presses(CITRA, "managers")
    await tale.presses(CITRA, "assign")
    assert await tale.status() == "assigned"
    await tale.passes(hours=20)
    await tale.acts(EKA, "meet", *MEETING)
    assert await tale.status() == "met"
    assert tale.reminded() == OURS
    assert await tale.course(EKA) == (
        "book-case status-met book-case-done book-done book-1-1 book-done book-1-2 book-done book-1-5 book-done"
        " book-1-7 book-done book-1-8 book-case-next book-open book-1-9 book-who-P book-who-K book-source"
        " book-open book-5-2 book-who-P book-who-K book-source"
    )
    assert [kind for kind in await tale.events() if not kind.startswith(("alert", "contact", "referral_rang"))] == [
        "report_received",
        "decision_confirmed",
        "assignment_opened",
        "case_entrusted",
        "referral_sent",
        "referral_received",
        "referral_progressed",
        "referral_progressed",
        "risk_raised",
        "case_taken_back",
        "referral_withdrawn",
        "assignment_opened",
        "visit_planned",
        "case_assigned",
        "entry_written",
    ]
    # From here on it goes as with everybody whom the unit itself looks after, to the signed end.
    await tale.is_signed()
    await tale.is_planned()
    await tale.is_served()
    await tale.is_visited()
    await tale.is_ended()
    assert tale.reminded() == TO_THE_END
    assert [kind for kind in await tale.events() if kind.startswith(("case_", "one_sided"))] == [
        "case_entrusted",
        "case_taken_back",
        "case_assigned",
        "case_closed",
    ]
    check("to_the_village_and_back", await letters_of(office, tale.ref))
    await tale.stays_silent()
    tale.nothing_was_told()


#: What the clock and the others said meanwhile.
WAITING = """\
~ 02-03 12.00 Budi alert-taken-by
~ 02-03 12.00 Budi alert-ended
02-03 12.00 Citra assignment-open
~ 02-03 12.00 Citra case-entrusted PATBM desa
02-03 12.00 Baso partner-sent
03-03 07.00 Baso partner-still
03-03 08.00 Citra contact-due
03-03 12.00 Ani referral-due PATBM desa
03-03 12.00 Citra contact-due
03-03 12.00 Baso partner-still
04-03 12.00 Ani referral-due PATBM desa
04-03 12.00 Citra contact-due
04-03 12.00 Citra referral-late-lead PATBM desa
04-03 12.00 Baso partner-still
~ 04-03 14.00 Ani referral-received PATBM desa 2x
04-03 14.00 Ani referral-accepted PATBM desa
~ 04-03 14.00 Citra referral-received PATBM desa"""
FOLLOWED = """\
09-03 14.00 Ani referral-progressed PATBM desa
11-03 08.00 Ani referral-coordinate PATBM desa
14-03 08.00 Ani referral-coordinate PATBM desa
14-03 08.00 Citra referral-coordinate-late PATBM desa
16-03 14.00 Ani referral-danger PATBM desa
16-03 14.00 Citra referral-danger PATBM desa"""
OURS = """\
16-03 14.00 Ani case-taken-back
16-03 14.00 Baso partner-called-off
~ 16-03 14.00 Baso partner-withdrawn 4x
~ 16-03 14.00 Baso partner-put-away
16-03 14.00 Eka case-yours
16-03 14.00 Eka case-file
16-03 14.00 Eka case-story
16-03 14.00 Eka letters-offered
17-03 07.30 Eka digest safety; 1-8 due-today-at"""
TO_THE_END = """\
18-03 15.00 Eka visit-due
19-03 07.30 Eka digest safety; 5-2 due-today
19-03 10.00 Citra letter-to-check 6x
19-03 10.00 Dewi letter-to-check 6x
19-03 10.00 Eka letter-checked 6x
~ 19-03 10.00 Dewi letter-was-checked 6x
19-03 10.00 Citra case-closed"""
