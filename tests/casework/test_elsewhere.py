"""The victim lives in another regency: its unit gets the case, and ours lets go once it has done its work."""

from __future__ import annotations

from dataclasses import replace

from cases.case import Status
from cases.moves import Action
from cases.outcome import EventKind
from cases.referral import Referral, ReferralState
from tests.cases.stage import MEDIUM
from tests.casework.road import Road, table
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, Office

ELSEWHERE = replace(MEDIUM, loc_victim="73.24", loc_incident="73.24")
SECRETS = ("Melati", "rumah bibinya", "Ibu Sari", "082")
TO_THEM = ("rfneed:tangani", "rfshare:none", "rftold:ya", "rfwith:sana")


async def handed(tale: Road) -> None:
    """Confirmed by Ani and handed over from the card, which asks nothing that the route says already."""
    await tale.begins(ELSEWHERE)
    await tale.passes(minutes=10)
    await tale.is_confirmed()
    await tale.does(ANI, Action.ENTRUST, *TO_THEM)
    await tale.stands_at(Status.ENTRUSTED)


async def referral(tale: Road) -> Referral:
    async with tale.office.storage.look() as look:
        return (await look.referrals(tale.ref))[-1]


async def test_a_victim_in_another_regency_is_handed_over_warmly_and_followed_to_the_end(office: Office) -> None:
    tale = Road(office)
    await handed(tale)
    sent = await referral(tale)
    assert (sent.agency, sent.route, sent.copies, sent.handover) == ("uptd_lain", "d*", ("uptd_sulsel",), True)
    # There is no partner with Telegram: the one who follows it telephones.
    await tale.passes(hours=20)
    await tale.presses_last(ANI, Action.REFERRAL_NEWS, choice="notyet")
    await tale.passes(hours=29)
    assert tale.reminded() == table("""
        02-03 12.10 Budi alert-taken-by
        02-03 12.10 Citra contact-recorded
        02-03 12.10 Budi alert-ended
        02-03 12.10 Citra assignment-open
        02-03 12.10 Citra case-entrusted
        03-03 07.00 Ani referral-due
        03-03 12.10 Ani referral-due
        04-03 12.10 Ani referral-due
        04-03 12.10 Citra referral-late-lead
    """)
    assert [one.phrase.key for one in await tale.does(CITRA, Action.CLOSE)] == ["refusal-not-received"]

    await tale.presses_last(ANI, "refnews", "Ibu Sari, 0821 4000", "rfwhen:60", "rfnext:_skip", choice="yes")
    assert (await referral(tale)).state is ReferralState.RECEIVED
    # Followed as visits would be at SEDANG; nobody asks for a while, and then Citra hears of it too.
    await tale.passes(days=7)
    await tale.presses_last(ANI, "refnews", "ia aman di rumah bibinya", "rfnext:_skip", choice="news")
    await tale.passes(days=7)
    assert tale.reminded() == table("""
        04-03 13.10 Citra referral-received
        07-03 08.00 Ani referral-coordinate
        10-03 08.00 Ani referral-coordinate
        10-03 08.00 Citra referral-coordinate-late
    """)
    assert (
        await tale.course(ANI)
        == table("""
        book-case status-entrusted
        book-case-done book-done book-1-1 book-done book-1-2 book-done book-1-5
        book-case-waits
    """).split()
    )

    # Their work is done; until somebody has decided what becomes of the case, it is not forgotten.
    await tale.presses_last(ANI, "refnews", "rfres:tuntas", choice="done")
    await tale.passes(days=4)
    assert tale.reminded() == table("""
        18-03 13.10 Citra handover-ended
        19-03 07.30 Citra digest
        20-03 07.30 Citra digest
        21-03 08.00 Citra handover-ended
    """)
    await tale.presses_last(CITRA, Action.CLOSE, "ditangani di sana sampai tuntas")
    await tale.stands_at(Status.CLOSED)
    await tale.stays_silent()
    case = await tale.case()
    assert not case.handling.has("2.1")
    assert (
        await tale.course(CITRA)
        == table("""
        book-case status-closed
        book-case-done book-done book-1-1 book-done book-1-2 book-done book-1-5
        book-case-waits
    """).split()
    )
    assert [kind for kind in await tale.events() if kind in TOLD] == [
        EventKind.CASE_ENTRUSTED,
        EventKind.REFERRAL_SENT,
        EventKind.REFERRAL_RECEIVED,
        EventKind.REFERRAL_PROGRESSED,
        EventKind.REFERRAL_ENDED,
        EventKind.CASE_CLOSED,
    ]
    assert tale.leaks(*SECRETS) == []
    check("elsewhere", await letters_of(office, tale.ref))


TOLD = {
    EventKind.CASE_ENTRUSTED,
    EventKind.REFERRAL_SENT,
    EventKind.REFERRAL_RECEIVED,
    EventKind.REFERRAL_PROGRESSED,
    EventKind.REFERRAL_ENDED,
    EventKind.CASE_CLOSED,
}


async def test_nobody_there_takes_her_and_every_morning_says_so_until_somebody_has_her(office: Office) -> None:
    tale = Road(office)
    await handed(tale)
    tale.reminded()
    await tale.passes(hours=2)
    await tale.presses_last(ANI, "referral")
    await tale.presses_last(ANI, "refnews", "rfwhy:wenang", choice="no")
    await tale.passes(days=2)
    assert tale.reminded() == table("""
        02-03 14.10 Citra handover-declined
        03-03 07.30 Citra digest
        03-03 08.00 Citra handover-unheld
        04-03 07.30 Citra digest
        04-03 08.00 Citra handover-unheld
    """)
    # To the province instead: who declined is asked about no more, the province is.
    await tale.presses_last(CITRA, Action.REFER, "rfto:uptd_sulsel", *TO_THEM)
    assert (await referral(tale)).handover
    await tale.passes(hours=24)
    await tale.presses_last(CITRA, "referral")
    await tale.presses_last(CITRA, Action.TAKE_BACK, "rfback:tolak")
    await tale.stands_at(Status.CONFIRMED)
    tale.reminded()
    assert not await tale.is_offered(CITRA, Action.TAKE_BACK)
