"""`record`: all of an outcome or nothing, each thing only in the version it was decided on."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from cases.alert import AlertState
from cases.case import CaseNumber, CaseRef, Ruling, Status
from cases.messages import ChatId
from cases.outcome import Event, EventKind, Judgement, Look, Outcome
from cases.refusals import Changed, Unknown
from cases.visit import VisitState
from storage import Storage
from tests.storage.things import (
    FACTS,
    MINUTE,
    NOW,
    REPORTER,
    alert,
    case,
    dialogue,
    known_to_us,
    message,
    put,
    staff_id,
    visit,
)

ANI = staff_id(1)


def event(kind: EventKind, of: str = "case-1", **changes) -> Event:
    return replace(Event(kind, CaseRef(of), NOW), **changes)


async def test_a_case_comes_back_as_it_was_recorded(storage: Storage):
    told = case(
        answers={"story": "👶 a\x00b \ud800 كتف", "places": [("Masamba", 1.5)], "when": NOW, "day": date(2026, 1, 2)},
        kecamatan="Sabbang",
        declared=True,
        ruling=Ruling("TINGGI", True, ANI, NOW, "terlihat", staff_id(2)),
        manager=ANI,
        assigned_at=NOW,
        contact_tries=2,
        extra={"$odd": {"consent": (1, 2)}},
    )
    await put(storage, cases=[told])
    async with storage.look() as look:
        assert await look.case(told.ref) == replace(told, version=1)
        assert await look.case_by_number(told.number) == replace(told, version=1)
        assert await look.case(CaseRef("other")) is None


async def test_alerts_and_visits_come_back_as_they_were_recorded(storage: Storage):
    call = alert(told=(ANI,), awaited=(ANI, staff_id(2)), step=2, climbing_since=NOW)
    planned = visit(outcome="", postponed=("2026-11-21: hujan",))
    await put(storage, cases=[case()], alerts=[call], visits=[planned])
    async with storage.look() as look:
        assert await look.alert(call.ref) == replace(call, version=1)
        assert await look.visit(planned.ref) == replace(planned, version=1)


async def test_each_recording_is_a_new_version(storage: Storage):
    await put(storage, cases=[case()])
    await put(storage, cases=[case(version=1, status=Status.CONFIRMED)])
    async with storage.look() as look:
        assert await look.case(CaseRef("case-1")) == case(version=2, status=Status.CONFIRMED)


async def test_of_several_values_of_one_thing_the_last_is_written(storage: Storage):
    await put(storage, cases=[case()], alerts=[alert()])
    first = Outcome(alerts=(alert(version=1, step=1), alert(version=1, step=2)))
    async with storage.work() as work:
        await work.record(first + Outcome(cases=(case(version=1), case(version=1, kecamatan="Baebunta"))), now=NOW)
        stored, case_now = await work.alert(alert().ref), await work.case(case().ref)
    assert stored == alert(version=2, step=2)
    assert case_now == case(version=2, kecamatan="Baebunta")


@pytest.mark.parametrize(
    "late",
    [
        Outcome(cases=(case(version=0),)),
        Outcome(cases=(case(version=2),)),
        Outcome(alerts=(alert(version=0),)),
        Outcome(visits=(visit(version=7),)),
        Outcome(cases=(case(version=1),), alerts=(alert(version=1),), visits=(visit(version=0),)),
    ],
    ids=["case again", "case ahead", "alert again", "visit ahead", "one of three"],
)
async def test_a_stale_value_changes_nothing_at_all(storage: Storage, late: Outcome):
    await put(storage, cases=[case()], alerts=[alert()], visits=[visit()])
    more = Outcome(events=(event(EventKind.ALERT_TAKEN),), messages=(message(),), dialogues=(dialogue(),))
    async with storage.work() as work:
        with pytest.raises(Changed):
            await work.record(late + more, now=NOW)
        await known_to_us(work, [message()])
        # The unit of work goes on, and says so to whoever was late.
        await work.record(Outcome(messages=(message(key="late"),)), now=NOW)
    async with storage.work() as work:
        assert await work.case(case().ref) == case(version=1)
        assert await work.history(case().ref) == ()
        assert await work.dialogues(REPORTER) == ()
        assert [out.message.phrase.key for out in await work.pick(now=NOW, limit=9)] == ["late"]


@pytest.mark.parametrize(
    "stray",
    [
        Outcome(alerts=(alert(of="nowhere"),)),
        Outcome(visits=(visit(of="nowhere"),)),
        Outcome(events=(event(EventKind.ALERT_TAKEN, "nowhere"),)),
        Outcome(cases=(case("nowhere", version=1),)),
    ],
    ids=["alert", "visit", "event", "case"],
)
async def test_without_its_case_nothing_is_recorded(storage: Storage, stray: Outcome):
    async with storage.work() as work:
        with pytest.raises(Unknown):
            await work.record(stray, now=NOW)


async def test_what_cant_be_written_down_leaves_nothing_half_done(storage: Storage):
    async with storage.work() as work:
        with pytest.raises(TypeError):
            await work.record(
                Outcome(cases=(case(),), events=(event(EventKind.REPORT_RECEIVED, told={"bad": {1, 2}}),)), now=NOW
            )
    async with storage.look() as look:
        assert await look.case(case().ref) is None


async def test_two_hundred_claims_at_once_have_one_winner(storage: Storage):
    await put(storage, cases=[case()], alerts=[alert()])

    async def claim(number: int) -> int:
        async with storage.look() as look:
            seen = await look.alert(alert().ref)
        assert seen is not None
        if seen.state is not AlertState.OPEN:
            return 0
        taken = replace(seen, state=AlertState.TAKEN, taken_by=staff_id(number))
        try:
            async with storage.work() as work:
                await work.record(
                    Outcome(alerts=(taken,), events=(event(EventKind.ALERT_TAKEN, by=staff_id(number)),)), now=NOW
                )
        except Changed:
            return 0
        return number

    winners = [number for number in await asyncio.gather(*map(claim, range(1, 201))) if number]
    async with storage.look() as look:
        stored = await look.alert(alert().ref)
        history = await look.history(case().ref)
    assert stored is not None
    assert [stored.taken_by] == winners
    assert (stored.version, [one.by for one in history]) == (2, winners)


async def test_history_goes_on_in_order_and_is_only_added_to(storage: Storage):
    kinds = (EventKind.REPORT_RECEIVED, EventKind.ALERT_RAISED, EventKind.ALERT_CALLED)
    told = {"called": [1, 2], "at": NOW, "words": "Siti"}
    await put(storage, cases=[case(), case("case-2")], events=[event(kind) for kind in kinds])
    await put(
        storage, events=[event(EventKind.ALERT_TAKEN, by=ANI, told=told), event(EventKind.ALERT_RAISED, "case-2")]
    )
    async with storage.look() as look:
        history = await look.history(case().ref)
        assert await look.history(CaseRef("case-2")) == (replace(event(EventKind.ALERT_RAISED, "case-2"), version=1),)
    assert [one.kind for one in history] == [*kinds, EventKind.ALERT_TAKEN]
    assert history[-1] == replace(event(EventKind.ALERT_TAKEN, by=ANI, told=told), version=1)


async def test_events_of_one_case_at_once_all_stay(storage: Storage):
    await put(storage, cases=[case()])
    await asyncio.gather(*(put(storage, events=[event(EventKind.FACTS_LEARNED, told={"n": n})] * 2) for n in range(20)))
    async with storage.look() as look:
        history = await look.history(case().ref)
    told = [one.told["n"] for one in history]
    assert sorted(told) == sorted([*range(20), *range(20)])
    assert told[::2] == told[1::2]


async def test_judgements_and_looks_are_kept_in_order(storage: Storage):
    first = Judgement(case().ref, NOW, FACTS, case().decision, "rules-1", "TINGGI", True)
    second = replace(first, at=NOW + MINUTE, by=ANI, second=staff_id(2), reason="tidak ada luka", risk=None)
    looks = [Look(case().ref, ANI, NOW, "alert"), Look(case().ref, staff_id(2), NOW, "card")]
    await put(storage, cases=[case()], judgements=[first, second], looks=looks)
    async with storage.look() as look:
        assert await look.judgements(case().ref) == (first, second)
        assert await look.looks(case().ref) == tuple(looks)
        assert await look.judgements(CaseRef("other")) == ()


async def test_when_assignment_was_opened_the_last_time(storage: Storage):
    await put(storage, cases=[case()], events=[event(EventKind.ALERT_RAISED, at=NOW + 9 * MINUTE)])
    async with storage.look() as look:
        assert await look.assignment_opened_at(case().ref) is None
    opened = [event(EventKind.ASSIGNMENT_OPENED, at=NOW + n * MINUTE) for n in (5, 1)]
    await put(storage, events=opened)
    async with storage.look() as look:
        assert await look.assignment_opened_at(case().ref) == NOW + 5 * MINUTE


async def test_cases_of_a_reporter_newest_first(storage: Storage):
    await put(
        storage,
        cases=[
            case("a"),
            case("b", reported_at=NOW + MINUTE, status=Status.CLOSED),
            case("c", reporter=ChatId(9)),
        ],
    )
    async with storage.look() as look:
        assert [one.ref for one in await look.cases_of_reporter(REPORTER)] == ["b", "a"]


async def test_open_unassigned_and_managed_cases(storage: Storage):
    await put(
        storage,
        cases=[
            case("a", reported_at=NOW + MINUTE),
            case("b", manager=ANI, status=Status.ASSIGNED),
            case("c", manager=ANI, status=Status.ASSIGNED, reported_at=NOW - MINUTE),
            case("d", manager=ANI, status=Status.CLOSED),
            case("e", status=Status.CLOSED),
        ],
    )
    async with storage.look() as look:
        assert [one.ref for one in await look.open_cases()] == ["c", "b", "a"]
        assert [one.ref for one in await look.unassigned()] == ["a"]
        assert [one.ref for one in await look.cases_of_manager(ANI)] == ["c", "b"]
        assert await look.caseload() == {ANI: 2}


async def test_the_open_alert_of_a_case_is_the_one_that_needs_outreach(storage: Storage):
    from cases.alert import Cause

    report = alert("report", cause=Cause.REPORT, raised_at=NOW + MINUTE)
    help_ = alert("help", cause=Cause.WORDS)
    over = alert("over", state=AlertState.ENDED, raised_at=NOW + 5 * MINUTE)
    await put(storage, cases=[case(), case("case-2")], alerts=[report, over])
    async with storage.look() as look:
        assert await look.alert_of_case(case().ref) == replace(report, version=1)
        assert await look.alert_of_case(CaseRef("case-2")) is None
    await put(storage, alerts=[help_])
    async with storage.look() as look:
        assert await look.alert_of_case(case().ref) == replace(help_, version=1)
        assert [one.ref for one in await look.open_alerts()] == ["help", "report"]


async def test_visits_of_a_case_and_of_a_manager(storage: Storage):
    await put(
        storage,
        cases=[case(manager=ANI), case("case-2", manager=ANI), case("case-3", manager=staff_id(2))],
        visits=[
            visit("v1", nth=1, state=VisitState.DONE),
            visit("v2", nth=2, due_on=date(2026, 12, 1)),
            visit("v3", of="case-2", due_on=date(2026, 11, 25)),
            visit("v4", of="case-3"),
        ],
    )
    async with storage.look() as look:
        assert [one.ref for one in await look.visits_of(case().ref)] == ["v1", "v2"]
        assert await look.planned_visit(case().ref) == visit("v2", nth=2, due_on=date(2026, 12, 1), version=1)
        assert [one.ref for one in await look.planned_visits(ANI)] == ["v3", "v2"]


async def test_numbers_of_the_register_are_given_out_once(storage: Storage):
    async def number(*, die: bool = False) -> str:
        async with storage.work() as work:
            given = await work.next_number("LU", 2026)
            if die:
                raise ZeroDivisionError
            return given

    numbers = await asyncio.gather(*(number() for _ in range(30)))
    assert sorted(numbers) == [f"LU-2026-{n:04d}" for n in range(1, 31)]
    with pytest.raises(ZeroDivisionError):
        await number(die=True)
    assert await number() == "LU-2026-0031"
    async with storage.work() as work:
        assert await work.next_number("LU", 2027) == CaseNumber("LU-2027-0001")
        assert await work.next_number("LT", 2026) == "LT-2026-0001"
