"""After the plan is agreed the victim can't be found any more; or has died, and others are left behind."""

from __future__ import annotations

from cases.case import Status
from cases.handling import Unilateral
from cases.letter import LetterKind, LetterState
from cases.moves import Action
from cases.outcome import EventKind
from tests.cases.stage import MEDIUM
from tests.casework.road import Road, keys, table
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, DEWI, EKA, Office

SECRETS = ("Melati", "Rahmat", "0812", "bibi", "kakaknya")
E = EventKind
DECIDED = (E.ONE_SIDED_ASKED, E.ONE_SIDED_DENIED, E.ONE_SIDED_AGREED, E.CASE_CLOSED)
LOST = "osground:hilang"


async def planned(tale: Road) -> None:
    """From the report to the plan within a morning."""
    await tale.begins(MEDIUM)
    await tale.is_assigned()
    await tale.passes(hours=1)
    await tale.is_signed()
    await tale.is_planned()
    tale.reminded()


async def test_not_found_any_more(office: Office) -> None:
    tale = Road(office)
    await planned(tale)
    await tale.passes(days=1)
    # Too early: what is missing is said before any reason is asked for, with the button to write down a try.
    said = await tale.does(EKA, Action.ONE_SIDED, LOST)
    assert keys(said)[-1] == "refusal-needs-search"
    await tale.presses_last(EKA, Action.ATTEMPT, "athow:phone", "nomor 0812 mati, kata Pak Rahmat", "atw:0")
    await tale.passes(days=1)
    await tale.does(EKA, Action.ATTEMPT, "athow:others", "atnote:_skip", "atw:0")
    said = await tale.does(EKA, Action.ONE_SIDED, LOST)
    assert said[-1].phrase.args == {"tries": 2, "days": 2, "visits": 0}
    await tale.passes(days=1)
    # The visit that was due anyway, at which nobody was met, counts as one.
    await tale.does(EKA, Action.VISIT_DONE, "vresult:luput", "vrisk:tetap", "vnext:_skip")
    await tale.does(EKA, Action.ONE_SIDED, LOST, "pindah tanpa kabar, kata Pak Rahmat")
    assert tale.reminded() == table("""
        04-03 15.00 Eka visit-due
        05-03 07.30 Eka digest
        05-03 13.00 Citra one-sided-asked
        05-03 13.00 Dewi one-sided-asked
    """)

    await tale.passes(days=1)
    await tale.presses_last(CITRA, "wish")
    await tale.presses_last(CITRA, Action.DENY_ONE_SIDED, "coba dulu ke rumah bibinya")
    await tale.stands_at(Status.PLANNED)
    await tale.passes(days=3)
    await tale.does(EKA, Action.VISIT_DONE, "vresult:luput", "vrisk:tetap", "vnext:_skip")
    await tale.does(EKA, Action.ONE_SIDED, LOST, "rumah bibinya kosong")
    await tale.passes(hours=1)
    await tale.presses_last(DEWI, "wish")
    await tale.presses_last(DEWI, Action.AGREE_ONE_SIDED)
    await tale.stands_at(Status.ENDING)
    assert tale.reminded() == table("""
        05-03 17.00 Citra one-sided-still
        05-03 17.00 Dewi one-sided-still
        06-03 07.30 Citra digest
        06-03 07.30 Dewi digest
        06-03 13.00 Eka one-sided-denied
        06-03 13.00 Dewi one-sided-denied 2x
        08-03 15.00 Eka visit-due
        09-03 07.30 Eka digest
        09-03 13.00 Citra one-sided-asked
        09-03 13.00 Dewi one-sided-asked
        09-03 14.00 Citra one-sided-agreed 3x
        09-03 14.00 Eka one-sided-agreed
    """)

    await tale.does(EKA, Action.DRAFT)
    await tale.presses_last(EKA, Action.DRAFT, choice="laporan_terminasi")
    await tale.presses_last(CITRA, "letter")
    await tale.presses_last(CITRA, Action.CHECK_LETTER)
    await tale.passes(hours=20)
    await tale.does(EKA, Action.CLOSE, "tidak ditemukan setelah dicari, pintu tetap terbuka", "clafter:_skip")
    await tale.stands_at(Status.CLOSED)
    # Who is not to be found is visited no more; what rings is the end itself.
    assert tale.reminded() == table("""
        09-03 14.00 Citra letter-to-check
        09-03 14.00 Dewi letter-to-check
        09-03 14.00 Eka letter-checked
        09-03 14.00 Dewi letter-was-checked
        09-03 16.00 Eka step-late
        10-03 07.30 Citra digest
        10-03 07.30 Eka digest
        10-03 10.00 Citra case-closed
    """)
    await tale.stays_silent()
    async with office.storage.look() as look:
        kept = [(one.kind, one.state) for one in await look.letters(tale.ref)]
    assert kept == [(LetterKind.TERMINATION_REPORT, LetterState.CHECKED)]
    assert [kind for kind in await tale.events() if kind in DECIDED] == [
        E.ONE_SIDED_ASKED, E.ONE_SIDED_DENIED, E.ONE_SIDED_ASKED, E.ONE_SIDED_AGREED, E.CASE_CLOSED,
    ]  # fmt: skip
    course = await tale.course(EKA)
    assert (course[1], course[-4:]) == ("status-closed", ["book-6-4", "book-done", "book-6-5", "book-case-waits"])
    assert tale.leaks(*SECRETS) == []
    check("not_found", await letters_of(office, tale.ref))


async def test_died_and_the_other_children_are_not_safe(office: Office) -> None:
    tale = Road(office)
    await planned(tale)
    await tale.does(
        EKA, Action.ONE_SIDED, "osground:meninggal", "ossafe:tidak", "meninggal di rumah sakit, adik masih di rumah"
    )
    # Whoever is left behind comes first: the unit is called, and nothing is closed while help is out.
    await tale.presses_last(DEWI, "wish")
    await tale.presses_last(DEWI, Action.AGREE_ONE_SIDED)
    await tale.stands_at(Status.ENDING)
    said = await tale.does(EKA, Action.CLOSE)
    assert keys(said) == ["refusal-help-is-out"]
    await tale.presses_last(ANI, Action.TAKE)
    await tale.presses_last(
        ANI, "outreach", "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "adik dibawa kakaknya ke rumah bibi"
    )
    await tale.does(EKA, Action.CLOSE, "meninggal dunia; adik aman", "clafter:_skip")
    await tale.stands_at(Status.CLOSED)
    assert tale.reminded() == table("""
        02-03 13.00 Ani alert-call
        02-03 13.00 Budi alert-call
        02-03 13.00 Citra one-sided-asked
        02-03 13.00 Dewi one-sided-asked
        02-03 13.00 Citra one-sided-agreed
        02-03 13.00 Eka one-sided-agreed
        02-03 13.00 Budi alert-taken-by
        02-03 13.00 Budi alert-ended
        02-03 13.00 Citra outreach-recorded-lead
        02-03 13.00 Citra case-closed
    """)
    await tale.stays_silent()
    wish = (await tale.case()).handling.one_sided
    assert wish is not None
    assert (wish.ground, wish.others_safe) == (Unilateral.DEAD, False)
    assert tale.leaks(*SECRETS) == []
    check("died_others_unsafe", await letters_of(office, tale.ref))


async def test_died_and_nobody_else_is_in_danger(office: Office) -> None:
    tale = Road(office)
    await planned(tale)
    await tale.does(EKA, Action.ONE_SIDED, "osground:meninggal", "ossafe:ya", "meninggal di rumah sakit")
    await tale.presses_last(CITRA, "wish")
    await tale.presses_last(CITRA, Action.AGREE_ONE_SIDED)
    await tale.does(EKA, Action.CLOSE, "meninggal dunia karena sakit", "clafter:_skip")
    assert tale.reminded() == table("""
        02-03 13.00 Citra one-sided-asked
        02-03 13.00 Dewi one-sided-asked
        02-03 13.00 Eka one-sided-agreed
        02-03 13.00 Dewi one-sided-agreed
        02-03 13.00 Citra case-closed
    """)
    await tale.stays_silent()
    check("died", await letters_of(office, tale.ref))
