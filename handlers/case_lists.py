"""`/kasus`: the cases by urgency, ten at a time; each line says what is next and until when."""

from __future__ import annotations

import logging
from datetime import datetime

from cases.board import CaseLine
from cases.deadlines import OpenStep, open_steps
from cases.messages import Button, Message, Panel, Rows, Style, in_rows
from cases.moves import EVERYONE, LEADS
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.staff import Roster, Staff, StaffId
from cases.until import step_until, unheld
from handlers.conversation.engine import World
from handlers.heard import Heard
from storage import Work
from storage.problems import BrokenSeal

log = logging.getLogger("laporaman.case_lists")

PAGE = 10
#: What somebody who answers for the unit can look at; the others see what they hold.
MINE, ALL, NOBODYS = "mine", "all", "none"
TABS = (MINE, ALL, NOBODYS)


async def my_cases(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The cases that I hold or stand in for; who answers for the unit can also look at all, and at those of nobody."""
    lead = staff.role in LEADS
    tab, _, page = heard.choice.partition(".")
    tab = tab if lead and tab in TABS else ALL if lead else MINE
    count = await _count(work, tab, staff)
    last = max(0, (count - 1) // PAGE)
    nth = min(int(page) if page.isascii() and page.isdigit() else 0, last)
    if not count:
        said = says("no-cases") if tab == MINE else says(f"no-cases-{tab}")
        buttons = (*(_tabs(tab) if lead else ()), *_write_down(staff))
        return Outcome(messages=(Message(staff.chat, said, panel=Panel.STAFF, buttons=buttons),))
    lines = await _page(work, tab, staff, offset=nth * PAGE)
    roster = await work.roster()
    shown = tuple([await line_of(work, line, roster, world.profile, now, named=lead and tab == ALL) for line in lines])
    title = says(f"cases-{tab}", count=str(count), where=where(nth, last))
    rows = (*opening(lines), *_turn(tab, nth, last), *(_tabs(tab) if lead else ()), *_write_down(staff))
    told = says("cases-page", title=title, lines=shown)
    return Outcome(messages=(Message(staff.chat, told, buttons=rows, protect=True),))


def where(nth: int, last: int) -> Phrase:
    """On which page one is; nothing where there is only one."""
    return says("cases-where", page=str(nth + 1), pages=str(last + 1)) if last else says("nothing")


async def _count(work: Work, tab: str, staff: Staff) -> int:
    if tab == NOBODYS:
        return await work.unheld_count()
    return await work.case_count(staff.id if tab == MINE else None)


async def _page(work: Work, tab: str, staff: Staff, *, offset: int) -> tuple[CaseLine, ...]:
    if tab == NOBODYS:
        return await work.unheld_cases(limit=PAGE, offset=offset)
    return await work.case_list(staff.id if tab == MINE else None, limit=PAGE, offset=offset)


async def line_of(
    work: Work, line: CaseLine, roster: Roster, profile: Profile, now: datetime, *, named: bool
) -> Phrase:
    """One case: its mark, its number, what is next and until when; where it is `named`, who has it."""
    holder = roster.by_id(line.acting or line.manager or StaffId(0)) if named else None
    who = says("cases-holder", name=holder.name) if holder is not None else says("nothing")
    return says("cases-line", mark=mark(line), number=line.number, what=await _next(work, line, profile, now), who=who)


async def _next(work: Work, line: CaseLine, profile: Profile, now: datetime) -> Phrase:
    try:
        case = await work.case(line.ref)
        visit = await work.planned_visit(line.ref)
    except BrokenSeal:
        # One case that can't be read must not hide all the others; the audit says that it is broken.
        log.critical("a case of a list can't be read case=%s", line.ref)
        case = None
    if case is None:
        return says(f"status-{line.status}")
    if case.is_unheld:
        return unheld(case, profile, now=now)
    one = foremost(open_steps(case, profile=profile, now=now, visit=visit))
    return step_until(one, profile, now=now) if one is not None else says(f"status-{line.status}")


def foremost(steps: tuple[OpenStep, ...]) -> OpenStep | None:
    """What is due first; where nothing is, what comes first in the book."""
    timed = ((one.due_at, nth, one) for nth, one in enumerate(steps) if one.due_at is not None)
    earliest = min(timed, default=None)
    return earliest[2] if earliest is not None else next(iter(steps), None)


def mark(line: CaseLine) -> Phrase:
    return says("mark-emergency" if line.emergency else f"mark-{line.risk or 'none'}")


def opening(lines: tuple[CaseLine, ...]) -> Rows:
    """A short button for each line: on a small screen more would be cut off."""
    each = (Button(says("case-button", mark=mark(line), number=line.number), "open", ref=line.ref) for line in lines)
    return in_rows(each, columns=2)


def _turn(tab: str, nth: int, last: int) -> Rows:
    row = []
    if nth > 0:
        row.append(Button(says("button-cases-back"), "my-cases", choice=f"{tab}.{nth - 1}"))
    if nth < last:
        row.append(Button(says("button-cases-on"), "my-cases", choice=f"{tab}.{nth + 1}"))
    return (tuple(row),) if row else ()


def _write_down(staff: Staff) -> Rows:
    """A report that comes by another way than the chat becomes a case from here."""
    return ((Button(says("button-intake"), "intake"),),) if staff.role in EVERYONE else ()


def _tabs(tab: str) -> Rows:
    return (
        tuple(
            Button(
                says(f"button-cases-{one}"),
                "my-cases",
                choice=f"{one}.0",
                style=Style.PRIMARY if one == tab else Style.PLAIN,
            )
            for one in TABS
        ),
    )
