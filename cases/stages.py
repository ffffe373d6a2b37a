"""The board of the unit: how many open cases stand in which process, and how late they are. Nothing personal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from cases.board import BoardCell, Lateness
from cases.case import Status
from cases.messages import Button, Message, Picture, Rows, in_rows
from cases.phrases import says
from cases.profile import Profile
from cases.staff import Staff

S = Status
#: The six processes, and what stands beside them, with their statuses in the order of the book.
STAGES: Mapping[str, tuple[Status, ...]] = {
    "1": (S.UNFINISHED, S.REPORTED, S.CONFIRMED, S.ASSIGNED, S.MET),
    "2": (S.CONSENTED,),
    "3": (S.ASSESSED,),
    "4": (S.PLANNED,),
    "5": (S.SERVED, S.REVIEWED),
    "6": (S.ENDING,),
    "entrusted": (S.ENTRUSTED,),
    "refused": (S.REFUSED,),
}
#: The columns, what is worst first; a case in which nothing is due is in time.
COLUMNS: Mapping[str, tuple[Lateness, ...]] = {
    "long": (Lateness.LONG_LATE,),
    "late": (Lateness.LATE,),
    "soon": (Lateness.SOON,),
    "fine": (Lateness.LATER, Lateness.NOTHING),
}
LATE = ("long", "late")
Counts = Mapping[str, Mapping[str, int]]


def counts(cells: Iterable[BoardCell]) -> Counts:
    """How many cases stand in each stage and column; every cell is there."""
    every = tuple(cells)
    return {
        stage: {
            column: sum(c.count for c in every if c.status in statuses and c.lateness in lateness)
            for column, lateness in COLUMNS.items()
        }
        for stage, statuses in STAGES.items()
    }


def total(found: Counts, *columns: str) -> int:
    """How many cases there are in these columns, or in all of them."""
    return sum(row[column] for row in found.values() for column in (columns or COLUMNS))


def numbers(found: Counts, *, unheld: int, profile: Profile, now: datetime) -> dict[str, Any]:
    """The board as JSON values."""
    return {
        "unit": profile.unit,
        "at": profile.local(now).isoformat(timespec="minutes"),
        "rows": [{"stage": stage, **row} for stage, row in found.items()],
        "unheld": unheld,
    }


def message(to: Staff, found: Counts, *, unheld: int, profile: Profile, now: datetime) -> Message:
    """The board as a picture, with a button for each stage in which there is something."""
    told = numbers(found, unheld=unheld, profile=profile, now=now)
    return Message(
        to.chat,
        says("board-caption", count=str(total(found)), late=str(total(found, *LATE)), unheld=str(unheld)),
        buttons=_stages(found, unheld),
        picture=Picture("board", json.dumps(told)),
    )


def _stages(found: Counts, unheld: int) -> Rows:
    sums = {stage: sum(row.values()) for stage, row in found.items()}
    each = [
        Button(says("board-stage-button", stage=says(f"stage-{stage}"), count=str(count)), "board", choice=stage)
        for stage, count in sums.items()
        if count
    ]
    if unheld:
        each.append(Button(says("board-unheld-button", count=str(unheld)), "my-cases", choice="none.0"))
    return in_rows(each, columns=2)
