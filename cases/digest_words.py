"""What the morning's message says: its lines in order of urgency, and buttons that open what it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.case import CaseNumber, CaseRef, Status
from cases.deadlines import VISIT
from cases.digest import Item, Part, is_worth_it
from cases.messages import Button, Lane, Message, Rows, Style, in_rows
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.staff import Staff
from cases.until import step_until, until_words
from cases.workdays import is_workday

#: More lines than these are not read on a telephone.
MOST = 15
MOST_BUTTONS = 8


@dataclass(frozen=True)
class Line:
    """A case of the unit that is late, as who answers for the unit sees it."""

    ref: CaseRef
    number: CaseNumber
    status: Status
    grade: str
    due_at: datetime | None
    manager: str


@dataclass(frozen=True)
class Unit:
    """What of the whole unit is late or has no case manager: how much, and the worst of it."""

    late: int = 0
    unassigned: int = 0
    lines: tuple[Line, ...] = ()


def digest(to: Staff, items: Sequence[Item], *, unit: Unit | None = None, profile: Profile, now: datetime) -> Outcome:
    """The message for one person, or nothing where there is nothing to say."""
    mine = sorted(items, key=lambda item: item.order) if is_worth_it(items, profile=profile, now=now) else []
    ours = unit if unit is not None and is_workday(profile.local(now).date(), profile) else None
    if ours is not None and not (ours.late or ours.unassigned):
        ours = None
    if not mine and ours is None:
        return Outcome()
    shown = mine[:MOST]
    more = (says("digest-more", count=str(len(mine) - MOST)),) if len(mine) > MOST else ()
    lines = (*_own(shown, profile, now), *more, *(_unit(ours, profile, now) if ours is not None else ()))
    named: dict[CaseRef, tuple[CaseNumber, str]] = {i.case.ref: (i.case.number, grade(i)) for i in shown}
    named |= {one.ref: (one.number, one.grade) for one in (ours.lines if ours is not None else ())}
    message = Message(
        to.chat,
        says("digest", day=profile.local(now).date(), lines=lines),
        Lane.REMINDER,
        buttons=_buttons(named, lead=ours is not None),
        protect=True,
    )
    return Outcome(messages=(message,), events=_visits(shown, profile, now))


def grade(item: Item) -> str:
    return "emergency" if item.case.emergency else item.case.risk or "none"


def _own(items: Sequence[Item], profile: Profile, now: datetime) -> tuple[Phrase, ...]:
    said: list[Phrase] = []
    part: Part | None = None
    for item in items:
        if item.part is not part:
            part = item.part
            said.append(says(f"digest-{part.name.lower().replace('_', '-')}"))
        if item.step is not None:
            what = step_until(item.step, profile, now=now)
        else:
            what = says(f"digest-wish-{item.wish}" if item.wish is not None else "digest-unconfirmed")
        said.append(says("digest-line", mark=says(f"mark-{grade(item)}"), number=item.case.number, what=what))
    return tuple(said)


def _unit(unit: Unit, profile: Profile, now: datetime) -> tuple[Phrase, ...]:
    head = says("digest-unit", late=str(unit.late), unassigned=str(unit.unassigned))
    return (head, *(_unit_line(one, profile, now) for one in unit.lines))


def _unit_line(one: Line, profile: Profile, now: datetime) -> Phrase:
    return says(
        "digest-unit-line",
        mark=says(f"mark-{one.grade}"),
        number=one.number,
        status=says(f"status-{one.status}"),
        due=until_words(one.due_at, profile, now=now) if one.due_at is not None else says("nothing"),
        manager=one.manager or says("nobody-name"),
    )


def _buttons(named: Mapping[CaseRef, tuple[CaseNumber, str]], *, lead: bool) -> Rows:
    each = [
        Button(says("case-button", mark=says(f"mark-{grade}"), number=number), "open", ref=ref)
        for ref, (number, grade) in named.items()
    ]
    last = (Button(says("button-all-cases"), "my-cases", style=Style.PRIMARY),)
    board = (Button(says("button-board"), "board"),) if lead else ()
    return (*in_rows(each[:MOST_BUTTONS], columns=2), (*last, *board))


def _visits(items: Sequence[Item], profile: Profile, now: datetime) -> tuple[Event, ...]:
    """In the history these visits were brought to mind, as by a ring of their own."""
    today = profile.local(now).date()
    return tuple(
        Event(EventKind.VISIT_RANG, item.case.ref, now, told={"visit": item.visit.ref, "stage": "digest"})
        for item in items
        if item.visit is not None and item.step is not None and item.step.step == VISIT and item.visit.due_on == today
    )
