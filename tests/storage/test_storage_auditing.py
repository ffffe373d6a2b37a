"""What the audit is told of the rows, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cases.alert import AlertState
from cases.case import CaseRef, Ruling, Status
from cases.messages import ChatId, Lane
from cases.outcome import Clock, Event, EventKind, Judgement, Outcome, Reminder
from cases.referral import Referral, ReferralRef, ReferralState
from cases.staff import Role, StaffId
from storage import Storage
from storage import audit_statements as ask
from storage.auditing import TURN_SECONDS
from storage.desk import Seen
from tests.storage.test_storage_case_lists import plans
from tests.storage.things import FACTS, MINUTE, NOW, alert, arrival, case, known_to_us, message, visit
from triage.decision import RULES_VERSION, decide

CASE = CaseRef("case-1")


async def recorded(storage: Storage, *outcomes: Outcome) -> None:
    for outcome in outcomes:
        async with storage.work() as work:
            await known_to_us(work, outcome.messages)
            await work.record(outcome, now=NOW)


async def test_it_sees_what_is_open_and_what_stands_for_it(storage: Storage) -> None:
    async with storage.work() as work:
        officer = await work.add_staff(chat=ChatId(5), name="Ani", role=Role.DUTY_OFFICER)
        await work.take_in([arrival(1)])
    call = message(5, lane=Lane.EMERGENCY, about_alert="alert-1")
    await recorded(
        storage,
        Outcome(
            cases=(case(), case("case-2", status=Status.CLOSED)),
            alerts=(alert(), alert("alert-2", of="case-2")),
            visits=(visit(),),
            events=(Event(EventKind.OUTREACH_RANG, CASE, NOW), Event(EventKind.POLICE_OPENED, CASE, NOW)),
            reminders=(Reminder(Clock.LADDER, "alert-1", NOW + MINUTE), Reminder(Clock.CONTACT, CASE, NOW)),
            messages=(call,),
        ),
    )
    async with storage.work() as work:
        (picked,) = await work.pick(now=NOW, limit=9)
        await work.failed_to_send(picked, why="gone", now=NOW)
    async with storage.look() as look:
        seen = await look.evidence(await look.roster(), now=NOW)
    one, two = sorted(seen.alerts, key=lambda each: each.alert.ref)
    assert (one.called_at, one.rang_at, one.lost) == (NOW, NOW, frozenset({officer}))
    assert [(clock, rung.due_at) for clock, rung in one.rungs.items()] == [(Clock.LADDER, NOW + MINUTE)]
    assert (two.called_at, two.rungs) == (None, {})
    (file,) = seen.cases
    assert (file.ref, file.emergency, file.police_open, file.contacted, file.unanswered) == (
        CASE,
        True,
        True,
        False,
        False,
    )
    assert [(each.ref, each.rung) for each in seen.visits] == [("visit-1", None)]
    assert (seen.inbox_since, seen.set_aside_since, seen.unreadable) == (NOW, None, 0)


async def test_it_sees_an_emergency_that_was_called_off_and_came_back(storage: Storage) -> None:
    """The alert has ended; one more judgement changes nothing, an emergency that is one anew does."""

    def judged(minutes: int, emergency: bool) -> Outcome:
        at = NOW + minutes * MINUTE
        kind = EventKind.RISK_RAISED if emergency else EventKind.RISK_LOWERED
        return Outcome(
            judgements=(Judgement(CASE, at, FACTS, decide(FACTS), RULES_VERSION, "TINGGI", emergency),),
            events=(Event(kind, CASE, at),),
        )

    async def unanswered() -> bool:
        async with storage.look() as look:
            (seen,) = (await look.evidence(await look.roster(), now=NOW)).cases
        return seen.unanswered

    await recorded(storage, Outcome(cases=(case(),)))
    assert await unanswered()
    ended = Event(EventKind.ALERT_ENDED, CASE, NOW + 5 * MINUTE)
    await recorded(storage, Outcome(alerts=(alert(),)), judged(0, True))
    assert not await unanswered()
    await recorded(storage, Outcome(alerts=(alert(version=1, state=AlertState.ENDED),), events=(ended,)))
    await recorded(storage, judged(5, False))
    assert not await unanswered()
    await recorded(storage, judged(9, True))
    assert await unanswered()


@pytest.mark.parametrize("ended_after", [5, -60])
async def test_a_clock_that_was_set_back_calls_nobody_to_what_is_over(storage: Storage, ended_after: int) -> None:
    """What came before the end stays before it, whatever the clock said then."""
    unsafe = Event(EventKind.VISIT_UNSAFE, CASE, NOW)
    learnt = Event(EventKind.FACTS_LEARNED, CASE, NOW, told={"cause": "words"})
    ended = Event(EventKind.ALERT_ENDED, CASE, NOW + ended_after * MINUTE)
    over = alert(version=1, state=AlertState.ENDED)
    await recorded(storage, Outcome(cases=(case(),), alerts=(alert(),), events=(unsafe, learnt)))
    await recorded(storage, Outcome(alerts=(over,), events=(ended,)))
    async with storage.look() as look:
        (seen,) = (await look.evidence(await look.roster(), now=NOW)).cases
    assert not seen.unanswered


async def test_what_was_found_and_told_is_remembered_by_the_rows(storage: Storage) -> None:
    found = Event(EventKind.CLOCK_FOUND, CASE, NOW, told={"what": "clock_late:contact"})
    await recorded(storage, Outcome(cases=(case(),), events=(found,), messages=(message(5, slot="audit:worker"),)))
    async with storage.look() as look:
        since = {"since": NOW - MINUTE, "now": NOW + MINUTE}
        assert await look.found_before(CASE, **since) == (("clock_late:contact", NOW),)
        assert await look.found_before(CASE, since=NOW, now=NOW + MINUTE) == ()
        assert await look.found_before(CaseRef("nobody"), **since) == ()
        assert await look.told_before("worker", **since)
        assert not await look.told_before("ladder", **since)
        # A clock that was set back: what lies ahead now is no memory.
        assert not await look.told_before("worker", since=NOW - 9 * MINUTE, now=NOW - MINUTE)


async def test_calm_cases_have_their_turns_and_what_is_urgent_or_overdue_has_none(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.auditing.PORTION", 2)
    calm, grave = Ruling("SEDANG", False, StaffId(1), NOW), Ruling("TINGGI", True, StaffId(1), NOW)
    held = [case(f"calm-{n}", manager=StaffId(1), ruling=calm, due_at=NOW + n * MINUTE) for n in range(5)]
    late = case("late", manager=StaffId(1), ruling=calm, due_at=NOW + 9 * MINUTE)
    others = [case("nobody", ruling=calm), case("grave", manager=StaffId(1), ruling=grave)]
    await recorded(
        storage,
        Outcome(
            cases=(*held, late, *others),
            visits=(visit(of="late"),),
            reminders=(Reminder(Clock.VISIT, "visit-1", NOW - 9 * MINUTE),),
        ),
    )
    turns: list[set[str]] = []
    for turn in range(4):
        async with storage.look() as look:
            seen = await look.evidence(await look.roster(), now=NOW + turn * timedelta(seconds=TURN_SECONDS))
        refs = {str(each.ref) for each in seen.cases}
        assert {"nobody", "grave", "late"} <= refs
        turns.append(refs - {"nobody", "grave", "late"})
    assert set().union(*turns) == {one.ref for one in held}
    assert all(len(refs) <= 2 for refs in turns)
    assert turns[3] == turns[0]


async def test_it_sees_whom_nobody_holds_and_what_must_ring_after_a_refusal(storage: Storage) -> None:
    sent = Referral(ReferralRef("before"), CASE, "rsud", "medis", ReferralState.SENT, NOW - MINUTE, StaffId(1))
    await recorded(
        storage,
        Outcome(
            cases=(
                case(status=Status.REFUSED),
                case("case-2", status=Status.ENTRUSTED),
                case("case-3", status=Status.ENTRUSTED, unheld_since=NOW),
            ),
            referrals=(sent, replace(sent, ref=ReferralRef("since"), sent_at=NOW + MINUTE)),
            events=(Event(EventKind.CONSENT_REFUSED, CASE, NOW),),
        ),
    )
    async with storage.look() as look:
        seen = await look.evidence(await look.roster(), now=NOW)
    assert {one.ref: one.unheld for one in seen.cases} == {"case-1": False, "case-2": False, "case-3": True}
    assert [one.ref for one in seen.referrals] == ["since"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (ask.URGENT_CASES, "ix_case_urgent"),
        (ask.CALM_COUNT, "COVERING INDEX"),
        (ask.CALM_REFS, "COVERING INDEX ix_case_urgent"),
        (ask.OVERDUE, "ix_reminder_due_at"),
        (ask.CASES, "sqlite_autoindex_case_1"),
        (ask.RUNGS, "sqlite_autoindex_reminder_1"),
    ],
    ids=["urgent", "count", "calm", "overdue", "cases", "rungs"],
)
async def test_the_audit_reads_from_an_index(storage: Storage, statement: Any, index: str) -> None:
    async with storage.look() as look:
        steps = await plans(
            look, Seen(statement, statement), refs=[b"a" if statement is ask.RUNGS else "a"], most=9, start=0, since=NOW
        )
    assert all(index in step for step in steps), steps
