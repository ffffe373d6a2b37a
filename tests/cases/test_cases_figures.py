"""The figures of a month: each number by its own table, and the percentiles read a second time by brute force."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.alert import Alert, AlertRef, Cause
from cases.case import CaseNumber, CaseRef
from cases.figures import FEW, Figures, bounds, figures, month_after, month_before, month_of, rank, times
from cases.messages import Lane
from cases.monthly import message, messages
from cases.outcome import Called, Event, EventKind
from cases.staff import Roster
from tests.cases.stage import CITRA, NOON, UNIT, profile

MARCH = date(2026, 3, 1)
HOUR = timedelta(hours=1)
AFTERWARDS = NOON + timedelta(days=60)


def event(kind: EventKind, hours: float, of: str = "a", **told: Any) -> Event:
    return Event(kind, CaseRef("c"), NOON + hours * HOUR, told={"alert": of, **told} if of else told)


def called(*events: Event, cause: Cause = Cause.DECLARED, ref: str = "a", hours: float = 0, **changes: Any) -> Called:
    at = NOON + hours * HOUR
    alert = Alert(AlertRef(ref), CaseRef("c"), cause, raised_at=at, deadline_at=at + 24 * HOUR, **changes)
    return Called(alert, CaseNumber("LU-2026-0001"), events)


def of(*some: Called, now: datetime = AFTERWARDS) -> Figures:
    return figures(some, month=MARCH, now=now)


TAKEN, OUTREACH, PROTECTED = EventKind.ALERT_TAKEN, EventKind.OUTREACH_RECORDED, EventKind.PROTECTED

#: What happened, hours after the alert → within, protected, late, waiting, ended.
STANDINGS: tuple[tuple[str, tuple[Event, ...], dict[str, Any], float, tuple[int, int, int, int, int]], ...] = (
    ("in time", (event(OUTREACH, 24),), {}, 99, (1, 0, 0, 0, 0)),
    ("too late", (event(OUTREACH, 24.1),), {}, 99, (0, 0, 1, 0, 0)),
    ("the first counts", (event(OUTREACH, 3), event(OUTREACH, 30)), {}, 99, (1, 0, 0, 0, 0)),
    ("never", (), {}, 99, (0, 0, 1, 0, 0)),
    ("not yet", (), {}, 23, (0, 0, 0, 1, 0)),
    ("protected first", (event(PROTECTED, 5), event(OUTREACH, 50)), {}, 99, (0, 1, 0, 0, 0)),
    ("protected, but not safe there", (event(PROTECTED, 5, meets=False),), {}, 99, (0, 0, 1, 0, 0)),
    ("protected too late", (event(PROTECTED, 25),), {}, 99, (0, 0, 1, 0, 0)),
    ("ended by two", (), {"ended_at": NOON + 2 * HOUR}, 99, (0, 0, 0, 0, 1)),
    ("ended when it was late", (), {"ended_at": NOON + 30 * HOUR}, 99, (0, 0, 1, 0, 0)),
    ("a plain report has no outreach", (), {"cause": Cause.REPORT}, 99, (0, 0, 0, 0, 0)),
    ("another alert's outreach", (event(OUTREACH, 3, of="b"),), {}, 99, (0, 0, 1, 0, 0)),
)


@pytest.mark.parametrize(("name", "events", "more", "hours", "standing"), STANDINGS, ids=lambda part: str(part)[:24])
def test_where_an_emergency_stands_to_its_time(
    name: str, events: tuple[Event, ...], more: Any, hours: float, standing: tuple[int, ...]
) -> None:
    found = of(called(*events, **more), now=NOON + hours * HOUR)
    assert (found.within, found.protected, len(found.breaches), found.waiting, found.ended) == standing
    assert found.emergencies == sum(standing)


#: What the outreach told → the reason that is shown.
REASONS = (({}, ""), ({"late": True, "late_reason": "jarak"}, "jarak"), ({"late_reason": "_skip"}, ""))


@pytest.mark.parametrize(("told", "reason"), REASONS)
def test_a_breach_has_its_lateness_and_its_reason(told: dict[str, Any], reason: str) -> None:
    (breach,) = of(called(event(OUTREACH, 27, **told))).breaches
    assert (breach.number, breach.late, breach.reason) == ("LU-2026-0001", 3 * HOUR, reason)
    (never,) = of(called()).breaches
    assert never.late is None


def test_each_kind_by_its_ladder_and_its_times() -> None:
    def taken(n: int) -> Called:
        reached = event(EventKind.CONTACT_RECORDED, n + 1, of=f"a{n}", how="reached")
        return called(event(TAKEN, n, of=f"a{n}"), reached, ref=f"a{n}")

    some = [taken(n) for n in range(1, 11)]
    found = of(*some, called(cause=Cause.REPORT, ref="r"), called(cause=Cause.UNFINISHED, ref="u"))
    by_kind = {kind.kind: kind for kind in found.kinds}
    assert {name: kind.count for name, kind in by_kind.items()} == {
        "emergency": 10,
        "unfinished": 1,
        "report": 1,
        "visit": 0,
    }
    assert by_kind["emergency"].taken == times(n * HOUR for n in range(1, 11))
    assert (by_kind["emergency"].taken.p50, by_kind["emergency"].taken.p90) == (5 * HOUR, 9 * HOUR)
    assert by_kind["emergency"].contact.p50 == 6 * HOUR
    assert (by_kind["report"].taken.n, by_kind["report"].taken.p50) == (0, None)


def test_only_who_was_reached_was_contacted() -> None:
    missed = event(EventKind.CONTACT_RECORDED, 1, of="", how="missed")
    reached = event(EventKind.CONTACT_RECORDED, 2, of="", how="reached")
    (emergency, *_) = of(called(missed, reached)).kinds
    assert emergency.contact.n == 1
    (emergency, *_) = of(called(missed)).kinds
    assert emergency.contact.n == 0


def test_what_went_wrong_is_counted_with_its_own_alert() -> None:
    events = (
        event(EventKind.ALERT_RETURNED, 1),
        event(EventKind.ALERT_PAGED, 2),
        event(EventKind.ALERT_FOUND, 3, of=""),
        event(EventKind.ALERT_FOUND, 60, of=""),
        event(TAKEN, 70, of="b"),
    )
    found = of(called(*events, calls=3), called(*events, ref="b", hours=50, calls=2))
    assert (found.returned, found.paged, found.found, found.calls, found.unanswered) == (1, 1, 2, 5, 1)


SPANS = st.lists(st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds)), min_size=1, max_size=40)


@given(SPANS, st.sampled_from([50, 90, 100, 1]))
def test_a_percentile_is_the_smallest_that_so_many_did_not_exceed(spans: list[timedelta], percent: int) -> None:
    enough = [one for one in spans if sum(other <= one for other in spans) * 100 >= percent * len(spans)]
    assert rank(spans, percent) == min(enough)


@given(SPANS)
def test_under_five_there_are_no_percentiles(spans: list[timedelta]) -> None:
    found = times([*spans, None])
    assert found.n == len(spans)
    assert (found.p50 is None) is (len(spans) < FEW)


MONTHS = (
    (datetime(2026, 2, 28, 15, 59, tzinfo=UTC), date(2026, 2, 1)),
    (datetime(2026, 2, 28, 16, 0, tzinfo=UTC), MARCH),
    (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
)


@pytest.mark.parametrize(("moment", "month"), MONTHS)
def test_a_month_is_that_of_the_units_own_calendar(moment: datetime, month: date) -> None:
    assert month_of(moment, profile()) == month
    first, after = bounds(month, profile())
    assert first <= moment < after
    assert month_before(month_after(month)) == month


def test_the_message_has_numbers_only_and_leads_to_the_months_beside() -> None:
    found = of(called(event(OUTREACH, 27, late_reason="jarak")))
    said = message(found, to=CITRA, profile=profile(), now=AFTERWARDS)
    assert said.protect
    assert said.picture is not None
    assert json.loads(said.picture.figures)["standing"]["late"] == 1
    assert [button.choice for row in said.buttons for button in row] == ["2026-02", "2026-04"]
    running = message(found, to=CITRA, profile=profile(), now=NOON)
    assert [button.choice for row in running.buttons for button in row] == ["2026-02"]


def test_by_itself_it_goes_to_coordinator_and_head_alone() -> None:
    said = messages(of(), roster=Roster(UNIT), profile=profile(), now=AFTERWARDS)
    assert {person.name for person in UNIT for one in said if one.to == person.chat} == {"Citra", "Dewi"}
    assert {one.lane for one in said} == {Lane.REST}
