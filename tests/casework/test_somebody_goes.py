"""A case manager goes on leave in the middle of a case, comes back, and leaves the unit; and a report by telephone."""

from __future__ import annotations

from datetime import timedelta

from cases.case import Channel, Status
from cases.messages import ChatId
from cases.moves import Action
from cases.staff import Role
from tests.cases.stage import MEDIUM
from tests.casework.road import Road, table
from tests.casework.way import MEETING, PHOTO, SERVING, VISITING
from tests.handlers.test_handlers_reports import CALM_ANSWERS
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, Office

FAJAR = ChatId(1006)


async def with_fajar(office: Office) -> Road:
    async with office.storage.work() as work:
        await work.add_staff(chat=FAJAR, name="Fajar", role=Role.CASE_MANAGER)
    return Road(office)


async def test_on_leave_and_then_gone_and_nobody_is_told_what_is_not_theirs(office: Office) -> None:
    tale = await with_fajar(office)
    await tale.begins(MEDIUM)
    await tale.is_assigned()
    await tale.is_signed()
    await tale.is_planned()
    tale.reminded()

    # Eka is away for three days: Fajar stands in, makes the visit and hears what rings; Eka is left in peace.
    await tale.does(CITRA, Action.DELEGATE)
    await tale.presses_last(CITRA, "standin", "yuntil:3")
    await tale.is_visited(FAJAR)
    await tale.passes(hours=24)
    assert tale.reminded() == table("""
        02-03 12.00 Eka acting-for-you
        02-03 12.00 Fajar acting-yours
        04-03 15.00 Fajar visit-due
        05-03 07.30 Fajar digest
        ~ 06-03 00.00 Eka acting-over
        ~ 06-03 00.00 Fajar acting-over
    """)

    # Back again: what rings is Eka's.
    await tale.passes(days=3)
    await tale.does(EKA, Action.VISIT_DONE, *VISITING)
    # Eka leaves the unit. Citra hears it at once, and hands the case to Fajar.
    await tale.leaves(EKA)
    silent = len(office.sent[EKA])
    await office.command(CITRA, "serahkan")
    await tale.presses_last(CITRA, "handall")
    await tale.presses_last(CITRA, "handnow")
    assert (await tale.case()).manager == (await office.member(FAJAR)).id
    await tale.does(FAJAR, Action.SERVE, *SERVING)
    await tale.does(FAJAR, Action.DOCUMENT, PHOTO, "dcwhat:_skip")
    assert tale.reminded() == table("""
        08-03 15.00 Eka visit-due
        09-03 07.30 Eka digest
        09-03 12.00 Citra handover-has-left
        09-03 12.00 Fajar handover-yours
        09-03 12.00 Fajar letters-offered
    """)
    await tale.is_visited(FAJAR)
    await tale.is_visited(FAJAR)
    assert tale.reminded() == table("""
        22-03 15.00 Fajar visit-due
        23-03 07.30 Fajar digest
        03-04 07.30 Fajar digest
        05-04 15.00 Fajar visit-due
        06-04 07.30 Fajar digest
    """)
    assert len(office.sent[EKA]) == silent
    assert (await tale.case()).status is Status.PLANNED
    assert tale.leaks("Melati") == []
    check("on_leave_and_gone", await letters_of(office, tale.ref))


async def test_by_telephone_three_hours_ago_to_the_first_meeting(office: Office) -> None:
    tale = Road(office)
    await tale.dawns()
    await office.command(EKA, "catat")
    for answer in ("xchannel:telepon", "xwhen:180", *CALM_ANSWERS, "Ibu Ratna", "xsend:simpan"):
        await tale.answers(EKA, answer)
    (case,) = await office.cases()
    tale.ref = case.ref
    assert (case.channel, case.reported_at) == (Channel.TELEPHONE, office.now - timedelta(hours=3))
    await tale.passes(minutes=10)
    await tale.presses_last(ANI, Action.TAKE)
    await tale.does(ANI, Action.CONFIRM)
    await tale.passes(minutes=20)
    await tale.presses_last(CITRA, "managers")
    await tale.presses_last(CITRA, Action.ASSIGN, choice=str((await office.member(EKA)).id))
    # Whoever reported it was spoken to when they called: nobody is asked to call them first.
    assert not await tale.is_offered(EKA, "contact")
    await tale.passes(hours=20)
    await tale.does(EKA, Action.MEET, *MEETING)
    await tale.stands_at(Status.MET)
    assert tale.reminded() == table("""
        02-03 12.00 Ani alert-call
        02-03 12.00 Budi alert-call
        02-03 12.00 Citra confirmation-late-lead
        02-03 12.10 Budi alert-taken-by
        02-03 12.10 Budi alert-ended
        02-03 12.10 Citra assignment-open
        02-03 12.30 Eka case-yours
        02-03 12.30 Eka case-file
        02-03 12.30 Eka letters-offered
        03-03 07.30 Eka digest
    """)
    course = [key.removeprefix("book-") for key in await tale.course(EKA)]
    assert " ".join(course[:15]) == "case status-met case-done done 1-1 done 1-2 done 1-3 done 1-4 done 1-5 done 1-7"
    assert tale.leaks("Ratna") == []
    check("by_telephone", await letters_of(office, tale.ref))
