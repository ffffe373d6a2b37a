"""A case closed by the book is opened again after new words of the reporter, and goes through three rounds."""

from __future__ import annotations

from cases.case import Status
from cases.moves import Action
from cases.outcome import EventKind
from tests.cases.stage import MEDIUM
from tests.casework.road import Road, keys, table
from tests.casework.way import lacking
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, REPORTER, Office

SECRETS = ("Melati", "memukul", "suaminya", "psikolog lain")
E = EventKind
#: What is done again in each round.
STEPS = ("2.1", "2.7", "3.1", "3.2", "3.3", "3.5", "4.1", "4.3", "4.5", "5.1", "5.2")
TURNS = (E.CASE_CLOSED, E.CASE_REOPENED, E.CASE_ASSIGNED, E.CONSENT_SIGNED, E.ROUND_STARTED, E.ROUND_REVIEWED)


class Rounds(Road):
    async def is_worked(self, round: int) -> None:
        """One round by its own forms: nothing of the one before counts, and no step is passed over."""
        case = await self.case()
        assert (case.handling.round, case.status) == (round, Status.CONSENTED)
        assert not any(case.handling.has(step) for step in STEPS)
        await self.is_planned()
        await self.is_served()
        await self.is_visited()
        assert (await self.case()).handling.has(*STEPS)


async def test_opened_again_and_closed_again(office: Office) -> None:
    tale = Rounds(office)
    await tale.begins(MEDIUM)
    await tale.is_assigned()
    await tale.is_signed()
    await tale.is_planned()
    await tale.is_served()
    await tale.is_visited()
    await tale.is_ended()
    assert tale.reminded() == table("""
        02-03 12.00 Budi alert-taken-by
        02-03 12.00 Citra contact-recorded
        02-03 12.00 Budi alert-ended
        02-03 12.00 Citra assignment-open
        02-03 12.00 Eka case-yours
        02-03 12.00 Eka case-file
        02-03 12.00 Eka case-story
        02-03 12.00 Eka letters-offered
        04-03 15.00 Eka visit-due
        05-03 07.30 Eka digest
        05-03 12.00 Citra letter-to-check 6x
        05-03 12.00 Dewi letter-to-check 6x
        05-03 12.00 Eka letter-checked 6x
        05-03 12.00 Dewi letter-was-checked 6x
        05-03 12.00 Citra case-closed
    """)
    await tale.passes(days=20)
    assert tale.reminded() == ""

    # A new report by the same person. Ani goes there; Citra sees on its card that there was one before.
    await office.says(REPORTER, "suaminya datang lagi dan memukul dia tadi malam")
    (new,) = await office.cases()
    again = Road(office, new.ref, names=tale.names)
    await again.presses_last(ANI, Action.TAKE)
    await again.presses_last(ANI, "outreach", "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.command(CITRA, "kasus", new.number)
    await office.presses_of(CITRA, "open", tale.ref)
    assert not await tale.is_offered(EKA, Action.REOPEN)
    before = len(office.sent[CITRA])
    await tale.presses_last(CITRA, Action.REOPEN, "rowhy:lagi")
    told = keys(office.sent[CITRA][before:])
    assert (told.count("case-reopened"), told.count("reopened-former"), "assignment-open" in told) == (1, 1, False)
    case = await tale.case()
    assert (case.status, case.manager, case.handling.consent) == (Status.CONFIRMED, None, None)
    eka = await office.member(EKA)
    await tale.presses_last(CITRA, Action.ASSIGN, choice=str(eka.id))
    await tale.does(CITRA, Action.JOIN, f"yjoin:{new.number}", "yjoinok:ya")
    case = await tale.case()
    assert [one.number for one in case.reports] == [new.number]
    assert case.risk == "TINGGI"
    assert tale.reminded() == table("""
        25-03 12.00 Eka case-yours
        25-03 12.00 Eka case-file
        25-03 12.00 Eka case-story
        25-03 12.00 Eka letters-offered
        25-03 12.00 Eka case-joined
    """)

    # The signature of then is none for now; all is begun anew, and visited as at TINGGI.
    assert not await tale.is_offered(EKA, Action.ASSESS)
    await tale.is_signed()
    await tale.is_worked(2)
    # After the second round nobody has to look at it before it goes on …
    await tale.does(EKA, Action.GO_ON, "masih takut malam hari")
    assert tale.reminded() == SECOND
    await tale.passes(days=1)
    await tale.is_worked(3)
    # … after the third somebody has, and not who manages it.
    assert keys(await tale.does(EKA, Action.GO_ON)) == ["refusal-needs-review"]
    await tale.stands_at(Status.SERVED)
    assert not await tale.is_offered(EKA, Action.REVIEW)
    await tale.presses_last(CITRA, Action.REVIEW, "coba psikolog lain, ajak keluarga")
    await tale.does(EKA, Action.GO_ON, "masih takut malam hari")
    assert tale.reminded() == THIRD
    await tale.passes(days=1)
    await tale.is_worked(4)
    # What the file holds of the rounds before is no paper of this one; the form of identity and the resume are.
    await tale.does(EKA, Action.ENOUGH, "enplan:ya", "enwell:ya", "tidur nyenyak, bekerja lagi")
    await tale.does(EKA, Action.TERM_PLAN, "bertemu bersama ibunya", "tpafter:_skip")
    assert lacking(await tale.does(EKA, Action.CHECK)) == ["tugas", "permohonan", "laporan", "rencana", "lapmonev"]
    await tale.is_closed()
    assert tale.reminded() == FOURTH
    await tale.stays_silent()
    assert [kind for kind in await tale.events() if kind in TURNS] == [
        *(E.CASE_ASSIGNED, E.CONSENT_SIGNED, E.CASE_CLOSED),
        *(E.CASE_REOPENED, E.CASE_ASSIGNED, E.CONSENT_SIGNED),
        *(E.ROUND_STARTED, E.ROUND_REVIEWED, E.ROUND_STARTED, E.CASE_CLOSED),
    ]
    course = await tale.course(EKA)
    assert (course[1], course[-3:]) == ("status-closed", ["book-done", "book-6-5", "book-case-waits"])
    assert tale.leaks(*SECRETS) == []
    check("opened_again", await letters_of(office, tale.ref))


#: What the clock and the others said meanwhile. The reporter, who was never asked when writing is safe, hears nothing.
SECOND = """\
25-03 15.00 Eka visit-due
26-03 07.30 Eka digest
26-03 12.00 Citra round-started"""
THIRD = """\
26-03 13.30 Eka step-due
26-03 14.00 Eka step-late
27-03 07.30 Citra digest
27-03 07.30 Eka digest
27-03 15.00 Eka visit-due
28-03 07.30 Eka digest
28-03 12.00 Citra review-wanted
28-03 12.00 Dewi review-wanted
28-03 12.00 Eka round-reviewed
28-03 12.00 Dewi round-reviewed
28-03 12.00 Citra round-started"""
FOURTH = """\
31-03 15.00 Eka visit-due
01-04 07.30 Eka digest
01-04 12.00 Citra letter-to-check 5x
01-04 12.00 Dewi letter-to-check 5x
01-04 12.00 Eka letter-checked 5x
01-04 12.00 Dewi letter-was-checked 10x
01-04 12.00 Citra case-closed"""
