"""How long one examination of the audit takes in a house with a long past: `python -m benchmarks.audit_speed`.

100,000 closed cases with their history, 1,000 open ones, 50 open alerts. The closed ones are written as they lie in
the tables, without what was told: the audit never opens them. The first examination opens every open case once.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import text

from benchmarks.alert_speed import percentile
from benchmarks.machine import machine
from cases.alert import Alert, AlertRef, AlertState, Cause
from cases.case import Case, CaseNumber, CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.reports import Told, open_case
from cases.staff import Roster
from tests.office import NOON, Office, built, opened, world
from triage.decision import decide
from triage.facts import Facts

CLOSED, OPEN, ALERTS, RUNS, BATCH = 100_000, 1_000, 50, 50, 100
EVENTS = 8

_NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {CLOSED})"
_PAST = (
    'INSERT INTO "case" (ref, number, status, emergency, reported_at, version, body) '
    f"{_NUMBERS} SELECT 'old-' || i, 'OLD-' || i, 'closed', i % 5 = 0, i, 1, zeroblob(2000) FROM n",
    f"INSERT INTO case_key (case_ref, wrapped) {_NUMBERS} SELECT 'old-' || i, zeroblob(61) FROM n",
    *(
        "INSERT INTO case_event (case_ref, seq, kind, at, told) "
        f"{_NUMBERS} SELECT 'old-' || i, {seq}, 'alert_ended', i, zeroblob(60) FROM n"
        for seq in range(1, EVENTS + 1)
    ),
    "INSERT INTO alert (ref, case_ref, state, needs_outreach, raised_at, version, body) "
    f"{_NUMBERS} SELECT 'a-' || i, 'old-' || i, 'ended', 1, i, 1, zeroblob(600) FROM n",
    "INSERT INTO outbox (ref, lane, chat, state, not_before, attempts, uncertain, created_at, about_alert) "
    f"{_NUMBERS} SELECT 'o-' || i, 0, x'00', 'sent', i, 1, 0, i, 'a-' || i FROM n",
)


async def populate(office: Office) -> None:
    """The past as rows; the present as reports are recorded, most of them helped and contacted by now."""
    async with office.storage.work() as work:
        for statement in _PAST:
            await work._connection.execute(text(statement))
        roster = await work.roster()
    for start in range(0, OPEN, BATCH):
        async with office.storage.work() as work:
            for number in range(start, start + BATCH):
                case, outcome = _reported(number, roster)
                if number < OPEN - ALERTS:
                    outcome += _helped(case, outcome.alerts[-1])
                await work.record(replace(outcome, messages=()), now=NOON)


def _reported(number: int, roster: Roster) -> tuple[Case, Outcome]:
    facts = Facts(ongoing_now=True, safe_now=False, violence=("fisik",))
    return open_case(
        Told(answers={"story": "x" * 500}, facts=facts, decision=decide(facts), declared=True),
        ref=CaseRef(f"open-{number}"),
        alert_ref=AlertRef(f"alert-{number}"),
        number=CaseNumber(f"LU-2026-{number:04}"),
        reporter=ChatId(700_000_000 + number),
        cause=Cause.DECLARED,
        roster=roster,
        profile=world().profile,
        now=NOON,
    )


def _helped(case: Case, alert: Alert) -> Outcome:
    off = (Reminder(clock, alert.ref, None) for clock in (Clock.LADDER, Clock.OUTREACH))
    return Outcome(
        cases=(replace(case, contacted_at=NOON),),
        alerts=(replace(alert, state=AlertState.ENDED, ended_at=NOON),),
        events=(Event(EventKind.ALERT_ENDED, case.ref, NOON),),
        reminders=(*off, Reminder(Clock.CONTACT, case.ref, None)),
    )


async def measure() -> list[float]:
    """Milliseconds of each examination, the first one at the head."""
    with TemporaryDirectory() as folder:
        template = Path(folder) / "template.sqlite"
        await built(template)
        async with opened(template, Path(folder)) as office:
            await populate(office)
            times = []
            for run in range(RUNS):
                begun = perf_counter()
                found = await office.audit.look(now=NOON + timedelta(milliseconds=run))
                times.append((perf_counter() - begun) * 1000)
                if found:
                    raise RuntimeError(f"the audit found {found[0].fault} in a house that works")
            return times


def main() -> None:
    """Print the first examination, and the spread of the others."""
    first, *others = asyncio.run(measure())
    sys.stdout.write(
        f"{machine()}\naudit: {CLOSED:,} closed, {OPEN:,} open cases, {ALERTS} open alerts: p50 "
        f"{percentile(others, 50):.0f} ms, p99 {percentile(others, 99):.0f} ms, the first {first:.0f} ms\n"
    )


if __name__ == "__main__":
    main()
