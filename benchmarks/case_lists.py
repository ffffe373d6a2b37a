"""How long a list, a card and a move take when the house holds very many cases: `python -m benchmarks.case_lists`.

`[cases] [reminders]` after it are 100,000 and 1,000,000 if not said otherwise; the same is measured with 100 cases
beside it. Every body is really sealed with the key of its case, and every doing goes through the desk as in the house:
the row that is heard, the answer, its record and its commit on disk. The rows are written past `record`, or the filling
alone would take an hour.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import insert, select, update

from benchmarks.alert_speed import percentile
from benchmarks.machine import machine
from cases.alert import Alert, AlertRef, AlertState, Cause
from cases.case import Case, CaseNumber, CaseRef, Ruling, Status
from cases.handling import Handling
from cases.messages import ChatId
from cases.moves import Action
from cases.outcome import Clock, EventKind, Outcome
from cases.staff import StaffId
from cases.visit import Visit, VisitRef
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from storage import Work
from storage.case_files import event_place
from storage.case_rows import ALERT, KINDS, case_row
from storage.encoding import write_free
from storage.tables import AlertRow, CaseKeyRow, CaseRow, EventRow, ReminderRow, VisitRow
from tests.office import CITRA, EKA, NOON, Office, built, opened, world
from triage.decision import decide
from triage.facts import Facts, Victim

CASES, REMINDERS, FEW, RUNS = 100_000, 1_000_000, 100, 200
#: So many the case manager holds whose list is measured; the others are spread over colleagues with as many.
OWN = 40
#: What is answered of the first meeting before its last question.
MEETING = (("mtway", "telepon"), ("mtwhen", "60"), ("mtwith", "korban"), ("mtwith", "_done"), ("mtsafe", "ya"),
           ("mtrisk", "tetap"))  # fmt: skip
CHUNK = 5_000
EVENTS = 3
#: How many are due at once, and how often that is measured.
DUE = {1: 50, 100: 5, 5_000: 1}
VISITS = next(kind for kind in KINDS if kind.part == "visits")
STATUSES = (Status.ASSIGNED, Status.MET, Status.CONSENTED, Status.ASSESSED, Status.PLANNED, Status.SERVED)
FACTS = Facts(violence=("fisik",), victims=(Victim(age=31, sex="P"),), ongoing_now=False, safe_now=True)
DECISION = decide(FACTS)


@dataclass(frozen=True)
class Made:
    """One case with what stands beside it, as rows of its tables."""

    case: dict[str, Any]
    key: dict[str, Any]
    visit: dict[str, Any]
    alerts: list[dict[str, Any]]
    events: list[dict[str, Any]]
    reminders: list[dict[str, Any]]


def of_number(number: int, *, manager: StaffId, eka: StaffId) -> tuple[Case, Visit]:
    """Case number so-and-so: a hundredth are emergencies, a tenth is late, a few have no case manager."""
    unassigned = number % 500 == 499 and number >= OWN
    ref = CaseRef(f"case-{number:06}-{number * 7919 % 1_000_003:06}")
    case = Case(
        ref=ref,
        number=CaseNumber(f"LU-2026-{number:06}"),
        reporter=ChatId(700_000_000 + number),
        reported_at=NOON - timedelta(minutes=number % 200_000),
        status=Status.CONFIRMED if unassigned else STATUSES[number % len(STATUSES)],
        answers={"story": [{"kind": "text", "text": "x" * 500}]},
        facts=FACTS,
        decision=DECISION,
        kecamatan="Sabbang",
        ruling=Ruling("TINGGI" if number % 100 == 3 else "SEDANG", number % 100 == 3, eka, NOON),
        confirmed_at=NOON,
        manager=None if unassigned else (eka if number < OWN else manager),
        assigned_at=None if unassigned else NOON,
        contacted_at=NOON,
        due_at=NOON + timedelta(hours=(number * 37) % 2_000 - 200),
    )
    day = world().profile.local(NOON).date() + timedelta(days=1 + number % 60)
    return case, Visit(VisitRef(f"v-{ref}"), ref, 1, 0, day, day, case.risk)


async def rows_of(work: Work, case: Case, visit: Visit, *, reminders: int) -> Made:
    """The case sealed, as `record` would write it."""
    seal, wrapped, slot = await work._new_case_key(case.ref)
    helped = [
        Alert(AlertRef(f"a-{case.ref}"), case.ref, Cause.TRIAGE, NOON, NOON, state=AlertState.ENDED, ended_at=NOON)
        for _ in range(case.emergency)
    ]
    kinds = [*[EventKind.VISIT_PLANNED] * EVENTS, *[EventKind.ALERT_ENDED] * len(helped)]
    told = [seal.close(write_free({"words": "y" * 80}), event_place(case.ref, seq)) for seq in range(1, len(kinds) + 1)]
    subjects: list[tuple[Clock, str]] = [(Clock.VISIT, visit.ref)]
    subjects += [(Clock.ASSIGNMENT if case.manager is None else Clock.STEP, case.ref)]
    subjects += [(Clock.STEP, f"{case.ref}:{nth}") for nth in range(reminders - len(subjects))]
    return Made(
        case=case_row(case, seal, work._seals, visit.due_on),
        key={"case_ref": case.ref, "wrapped": wrapped, "slot": slot},
        visit=VISITS.row(visit, seal, work._seals),
        alerts=[ALERT.row(alert, seal, work._seals) for alert in helped],
        events=[
            {"case_ref": case.ref, "seq": seq, "kind": str(kind), "at": NOON, "by": None, "told": words}
            for seq, (kind, words) in enumerate(zip(kinds, told, strict=True), 1)
        ],
        reminders=[
            await work._reminder_row(clock, subject, due_at=NOON + timedelta(days=1 + nth * 3, minutes=nth), attempts=0)
            for nth, (clock, subject) in enumerate(subjects[:reminders])
        ],
    )


async def fill(office: Office, *, cases: int, reminders: int) -> None:
    """So many open cases, each sealed with a key of its own, with their visits, histories and reminders."""
    eka = (await office.member(EKA)).id
    each = max(1, reminders // cases)
    numbers = iter(range(cases))
    while chunk := list(islice(numbers, CHUNK)):
        async with office.storage.work() as work:
            pairs = (of_number(number, manager=StaffId(1_000 + number // OWN), eka=eka) for number in chunk)
            made = [await rows_of(work, case, visit, reminders=each) for case, visit in pairs]
            await _add(work, CaseRow, [one.case for one in made])
            await _add(work, CaseKeyRow, [one.key for one in made])
            await _add(work, VisitRow, [one.visit for one in made])
            await _add(work, AlertRow, [row for one in made for row in one.alerts])
            await _add(work, EventRow, [row for one in made for row in one.events])
            await _add(work, ReminderRow, [row for one in made for row in one.reminders])


async def _add(work: Work, table: Any, rows: list[dict[str, Any]]) -> None:
    await work._connection.execute(insert(table), rows)


async def nothing(run: int) -> None:
    """Nothing is to be done before or after."""


@dataclass(frozen=True)
class Took:
    """Milliseconds by the clock on the wall, and of the processor: beside others who work the first says little."""

    wall: float
    cpu: float


async def timed(
    doing: Callable[[int], Awaitable[Any]],
    *,
    runs: int = RUNS,
    before: Callable[[int], Awaitable[Any]] = nothing,
    after: Callable[[int], Awaitable[Any]] = nothing,
) -> list[Took]:
    """What each run took, after one that warms up; what comes before and after it isn't counted."""
    took = []
    for run in range(-1, runs):
        await before(run)
        took.append(await _once(doing, run))
        await after(run)
    return took[1:]


async def _once(doing: Callable[[int], Awaitable[Any]], run: int) -> Took:
    wall, cpu = perf_counter(), process_time()
    await doing(run)
    return Took((perf_counter() - wall) * 1000, (process_time() - cpu) * 1000)


@dataclass(frozen=True)
class Bench:
    """The desk, and what is asked of it."""

    office: Office
    refs: Sequence[CaseRef]

    async def hears(self, chat: ChatId, doing: Doing, **more: Any) -> None:
        """One update from its reading to its commit."""
        async with self.office.storage.work() as work:
            await hear(work, Heard(chat, doing, NOON, **more), world(), now=NOON)

    async def lists(self, run: int, *, chat: ChatId) -> None:
        await self.hears(chat, Doing.COMMAND, command="kasus")

    async def card(self, run: int, *, chat: ChatId) -> None:
        await self.hears(chat, Doing.PRESSED, action="open", ref=self.refs[run % len(self.refs)])

    async def before_move(self, run: int) -> None:
        """The case is at 1.7 again, and its case manager has answered all but the last question of the meeting."""
        ref = self.refs[run % len(self.refs)]
        async with self.office.storage.work() as work:
            case = await work.case(ref)
            assert case is not None
            fresh = replace(case, status=Status.ASSIGNED, handling=Handling())
            await work.record(Outcome(cases=(fresh,)), now=NOON)
            version = case.version + 1
        await self.hears(EKA, Doing.PRESSED, action=str(Action.MEET), ref=ref, version=version)
        for step, choice in MEETING:
            await self.answers(ref, step, choice)

    async def answers(self, ref: CaseRef, step: str, choice: str) -> None:
        answer = Answer(Kind.PRESS, step=step, choice=choice)
        await self.hears(EKA, Doing.PRESSED, answer=answer, action="a", ref=ref, choice=choice)

    async def move(self, run: int) -> None:
        """The last answer of 1.8: the entry, the step, the status, the reminders and the receipt, in one commit."""
        await self.answers(self.refs[run % len(self.refs)], "mtnote", "_skip")

    async def after_move(self, run: int) -> None:
        """Nothing is measured that did not happen."""
        async with self.office.storage.look() as look:
            case = await look.case(self.refs[run % len(self.refs)])
        if case is None or case.status is not Status.MET:
            raise RuntimeError("the meeting was not written down")

    async def asks(self, run: int, *, what: str) -> None:
        async with self.office.storage.look() as look:
            match what:
                case "board":
                    await look.board(now=NOON)
                case "open alerts":
                    await look.open_alerts()
                case "caseload":
                    await look.caseload()
                case "count":
                    await look.case_count(None)
                case _:
                    await look.case_list(None, limit=20, offset=5_000)

    async def audit(self, run: int) -> None:
        found = await self.office.audit.look(now=NOON + timedelta(seconds=30 * run))
        if found:
            raise RuntimeError(f"the audit found {found[0].what} in a house that works")


async def sweeps(office: Office, *, due: int) -> list[Took]:
    """Milliseconds for which each piece of a sweep held the writer, when so many visits ring at once."""
    async with office.storage.work() as work:
        rows = await work._rows(select(ReminderRow.subject).where(ReminderRow.clock == "visit").limit(due))
        late = update(ReminderRow).where(ReminderRow.clock == "visit").values(due_at=NOON - timedelta(minutes=1))
        for row in rows:
            await work._change(late.where(ReminderRow.subject == row.subject))
    sweeper, held = office.sweeper, list[Took]()
    rung = 1
    while rung:

        async def sweep(_: int) -> None:
            nonlocal rung
            rung = await sweeper.sweep(now=NOON)

        held.append(await _once(sweep, 0))
    return held[:-1]


def line(name: str, took: Sequence[Took]) -> str:
    """Both percentiles by the wall, and of the processor."""
    wall, cpu = [one.wall for one in took], [one.cpu for one in took]
    return (
        f"  {name:<34} p50 {percentile(wall, 50):6.1f} ms  p99 {percentile(wall, 99):6.1f} ms   "
        f"(processor {percentile(cpu, 50):6.1f} and {percentile(cpu, 99):6.1f} ms)"
    )


async def measure(cases: int, reminders: int) -> Iterator[str]:
    """The figures of one house."""
    lines: list[str] = []
    with TemporaryDirectory() as folder:
        template = Path(folder) / "template.sqlite"
        await built(template)
        async with opened(template, Path(folder)) as office:
            begun = perf_counter()
            await fill(office, cases=cases, reminders=reminders)
            size = (Path(folder) / "office.sqlite").stat().st_size / 1e6
            lines.append(
                f"{cases:,} open cases, {reminders:,} reminders, {size:,.0f} MB, "
                f"filled in {perf_counter() - begun:.0f} s"
            )
            async with office.storage.look() as look:
                mine = await look.case_list((await office.member(EKA)).id, limit=OWN)
            bench = Bench(office, [found.ref for found in mine])
            doings: dict[str, Callable[[int], Awaitable[None]]] = {
                f"/kasus, a manager of {len(mine)}": lambda run: bench.lists(run, chat=EKA),
                "/kasus, a coordinator (all)": lambda run: bench.lists(run, chat=CITRA),
                "a card": lambda run: bench.card(run, chat=EKA),
                **{
                    f"{what} alone": lambda run, what=what: bench.asks(run, what=what)  # type: ignore[misc]
                    for what in ("board", "open alerts", "caseload", "count", "page 251 of the list")
                },
            }
            for name, doing in doings.items():
                lines.append(line(name, await timed(doing)))
            moves = await timed(bench.move, before=bench.before_move, after=bench.after_move)
            lines.append(line("a move (1.8, its last answer)", moves))
            lines.append(line("the audit", await timed(bench.audit, runs=50)))
            for due, times in DUE.items():
                held = [took for _ in range(times) for took in await sweeps(office, due=min(due, cases))]
                name = f"a sweep, {min(due, cases):,} due at once"
                longest = max(one.wall for one in held)
                lines.append(f"{line(name, held)}   longest {longest:6.1f} ms, {len(held) / times:.0f} pieces")
    return iter(lines)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures of a small and of a large house."""
    logging.disable(logging.CRITICAL)
    given = [int(argument) for argument in arguments]
    cases = given[0] if given else CASES
    reminders = given[1] if len(given) > 1 else cases * REMINDERS // CASES
    sys.stdout.write(f"{machine()}\n")
    for many in (FEW, cases):
        for said in asyncio.run(measure(many, reminders * many // cases)):
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
