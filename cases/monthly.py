"""The message with the figures of a month: a picture to be drawn when it goes out, and the way to the months beside."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

from cases.figures import Figures, Times, month_after, month_before, month_of
from cases.messages import Button, Lane, Message, Picture
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.staff import Role, Roster, Staff

#: Whoever answers for the unit sees its figures.
READERS = (Role.COORDINATOR, Role.HEAD)


def month_name(month: date) -> Phrase:
    """ "Februari 2026"."""
    return says("figures-month", month=says(f"month-{month.month}"), year=str(month.year))


def message(figures: Figures, *, to: Staff, profile: Profile, now: datetime, lane: Lane = Lane.REPLY) -> Message:
    """The figures for one person. They name cases by their numbers, so they can't be passed on."""
    this = month_of(now, profile)
    months = [month_before(figures.month)]
    if figures.month < this:
        months.append(month_after(figures.month))
    buttons = tuple(Button(month_name(month), "figures", choice=f"{month:%Y-%m}") for month in months)
    return Message(
        to.chat,
        says("figures-caption", month=month_name(figures.month)),
        lane,
        buttons=(buttons,),
        protect=True,
        picture=Picture("figures", json.dumps(numbers(figures, profile=profile, now=now))),
    )


def messages(figures: Figures, *, roster: Roster, profile: Profile, now: datetime) -> tuple[Message, ...]:
    """The same to everybody who answers for the unit."""
    people = roster.having(*READERS)
    return tuple(message(figures, to=person, profile=profile, now=now, lane=Lane.REST) for person in people)


def numbers(figures: Figures, *, profile: Profile, now: datetime) -> dict[str, Any]:
    """The figures as JSON values; times in seconds. The words come where the reader's language is known."""
    return {
        "month": figures.month.isoformat(),
        "unit": profile.unit,
        "running": month_of(now, profile) == figures.month,
        "count": figures.count,
        "kinds": [
            {
                "kind": one.kind,
                "count": one.count,
                "taken": _times(one.taken),
                "contact": _times(one.contact),
                "outreach": _times(one.outreach),
            }
            for one in figures.kinds
        ],
        "standing": {
            "within": figures.within,
            "protected": figures.protected,
            "late": len(figures.breaches),
            "waiting": figures.waiting,
            "ended": figures.ended,
        },
        "breaches": [
            {"number": one.number, "late": _seconds(one.late), "reason": one.reason} for one in figures.breaches
        ],
        "calls": figures.calls,
        "returned": figures.returned,
        "paged": figures.paged,
        "found": figures.found,
        "unanswered": figures.unanswered,
    }


def _times(times: Times) -> dict[str, Any]:
    return {"n": times.n, "p50": _seconds(times.p50), "p90": _seconds(times.p90)}


def _seconds(span: timedelta | None) -> float | None:
    return None if span is None else span.total_seconds()
