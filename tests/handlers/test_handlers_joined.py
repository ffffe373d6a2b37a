"""Joined reports and the two files of one event, as the office lives with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.case import Case, CaseRef, File, Status
from cases.messages import ChatId
from cases.outcome import Outcome
from cases.referral import Referral, ReferralRef, ReferralState
from cases.staff import Role
from tests.handlers.people_unit import FAJAR, OTHER, assigned, card, hire, more, the_case
from tests.office import ANI, BUDI, CITRA, CRY, EKA, REPORTER, Office


async def kept(office: Office, case: Case) -> None:
    async with office.storage.work() as work:
        await work.record(Outcome(cases=(case,)), now=office.now)


async def case_at(office: Office, ref: str) -> Case:
    async with office.storage.look() as look:
        found = await look.case(CaseRef(ref))
    assert found is not None
    return found


async def join(office: Office, case: Case, report: Case) -> None:
    await more(office, CITRA, case)
    await office.presses(CITRA, "join")
    await office.answers(CITRA, f"yjoin:{report.number}", "yjoinok:ya")


async def test_referrals_of_a_joined_report_go_along_and_come_back(office: Office) -> None:
    report = await assigned(office)
    one = Referral(ReferralRef("r"), report.ref, "rsud", "medis", ReferralState.SENT, office.now, report.manager)  # type: ignore[arg-type]
    async with office.storage.work() as work:
        await work.record(Outcome(referrals=(one,)), now=office.now)
    main = await assigned(office, reporter=OTHER)
    await join(office, main, report)
    async with office.storage.look() as look:
        assert [r.ref for r in await look.referrals(main.ref)] == ["r"]
        assert await look.referrals(report.ref) == ()
        assert [r.due_at for r in await look.reminders("r")] != []
    assert "referrals-moved" in office.heard_by(EKA)
    await office.passes(hours=25)
    assert "referral-unconfirmed" in office.heard_by(EKA) or any("referral" in key for key in office.heard_by(EKA))
    await more(office, CITRA, main)
    await office.presses(CITRA, "apart", "0")
    async with office.storage.look() as look:
        assert [r.ref for r in await look.referrals(report.ref)] == ["r"]
        assert [r.due_at for r in await look.reminders("r")] != []
    await office.passes(hours=1)


async def two_files(office: Office) -> tuple[Case, Case]:
    """Citra, who answers for the unit, holds both files of one event herself."""
    victim, child = await assigned(office), await assigned(office, reporter=OTHER)
    citra = (await office.member(CITRA)).id
    await kept(office, replace(victim, file=File.VICTIM, sibling=child.ref, manager=citra))
    await kept(office, replace(child, file=File.CHILD_OFFENDER, sibling=victim.ref, manager=citra))
    return await case_at(office, victim.ref), await case_at(office, child.ref)


async def hand_over(office: Office, *, to: ChatId | None = None) -> None:
    await hire(office, ChatId(1012), "Jamal", Role.COORDINATOR)
    await office.command(CITRA, "serahkan")
    await office.presses(CITRA, "handall", "")
    if to is not None:
        await office.presses(CITRA, "handall", str((await office.member(to)).id))
    await office.presses(CITRA, "handnow")


@pytest.mark.parametrize("to", [None, FAJAR])
async def test_both_files_of_an_event_go_to_two_who_cannot_see_the_others(office: Office, to: ChatId | None) -> None:
    await hire(office)
    victim, child = await two_files(office)
    await hand_over(office, to=to)
    one, other = await case_at(office, victim.ref), await case_at(office, child.ref)
    eka, fajar = (await office.member(EKA)).id, (await office.member(FAJAR)).id
    assert {one.manager, other.manager} == {eka, fajar}
    assert other.manager in one.excluded
    assert one.manager in other.excluded
    await office.passes(hours=1)


async def test_where_nobody_else_is_there_the_second_file_waits_with_the_leads(office: Office) -> None:
    victim, child = await two_files(office)
    await hand_over(office)
    one, other = await case_at(office, victim.ref), await case_at(office, child.ref)
    eka = (await office.member(EKA)).id
    held, waits = (one, other) if one.manager == eka else (other, one)
    assert (held.manager, waits.manager) == (eka, None)
    assert eka in waits.excluded
    assert "handover-sibling" in office.heard_by(CITRA)
    assert "assignment-open" in office.heard_by(ChatId(1012))
    asked = office.heard_by(CITRA).count("assignment-due")
    await office.passes(hours=3)
    assert office.heard_by(CITRA).count("assignment-due") > asked


async def written_down(office: Office) -> Case:
    await office.command(EKA, "catat")
    await office.answers(EKA, "xchannel:telepon", "xwhen:0", "safe:tidak")
    await office.answers(EKA, "now:senjata", "now:_done")
    return await the_case(office)


async def test_what_is_written_down_of_a_joined_report_reaches_who_holds_the_case(office: Office) -> None:
    await office.says(REPORTER, CRY)
    main = await the_case(office)
    await office.presses(ANI, "take")
    report = await written_down(office)
    await join(office, main, report)
    await office.says(EKA, "rumahnya dekat masjid pagar hijau, dia bawa parang")
    news = [message for message in office.sent[ANI] if message.phrase.key == "alert-news"]
    assert "pagar hijau" in str(news[-1])
    assert len(await office.cases()) == 1
    await office.passes(minutes=1)


async def test_danger_of_a_joined_report_that_is_written_down_calls_for_the_case(office: Office) -> None:
    await office.says(REPORTER, CRY)
    main = await the_case(office)
    report = await written_down(office)
    await join(office, main, report)
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    await office.presses_of(ANI, "take", alert.ref)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    calls = office.heard_by(BUDI).count("alert-call")
    await office.says(EKA, "tolong dia datang lagi bawa parang mau bunuh dia")
    assert office.heard_by(BUDI).count("alert-call") == calls + 1
    assert len(await office.cases()) == 1


async def test_what_is_written_down_of_a_closed_case_is_a_new_report(office: Office) -> None:
    first = await written_down(office)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await kept(office, replace(await case_at(office, first.ref), status=Status.CLOSED, closed_at=office.now))
    calls = office.heard_by(BUDI).count("alert-call")
    await office.says(EKA, "rumahnya dekat masjid pagar hijau")
    (second,) = await office.cases()
    assert second.ref != first.ref
    assert second.emergency
    assert office.heard_by(BUDI).count("alert-call") == calls + 1


async def test_who_acts_for_a_leave_never_gets_both_files(office: Office) -> None:
    await hire(office)
    victim, child = await two_files(office)
    await card(office, CITRA, victim)
    citra = (await office.member(CITRA)).id
    await office.command(CITRA, "piket")
    await office.presses(CITRA, "rmenu")
    await office.presses(CITRA, "radd")
    await office.answers(CITRA, "rkind:leave", f"rwho:{citra}", "rfirst:0", "rlast:0", "rsum:simpan")
    await office.presses(CITRA, "leavefor")
    await office.presses(CITRA, "leaveto")
    acting = [case.acting for case in (await case_at(office, victim.ref), await case_at(office, child.ref))]
    assert acting.count(None) == 1
    assert "acting-left" in office.heard_by(CITRA)
