"""What is asked when people on the spot protect the victim until the unit can be there (R-25).

`area` (the kecamatan) and `hard` (whether it is one that can't be reached in a day) stand in the answers from the
start: there the people are known by name, elsewhere it is asked first why nobody of the unit can be there in time.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.answering import picks
from handlers.conversation.reading import tokens
from handlers.conversation.steps import Answer, Answers, Choice, Step, World
from handlers.conversation.times import read_ago, read_day, read_span

SHORTEST, LONGEST = 3, 300
#: What a button can show of the name of an institution.
LABEL = 36
MINUTES = ("0", "30", "60", "180")
HOURS = ("3", "6", "12", "24", "48", "72")
LONGEST_WAY = 24 * 30
WHO = ("bhabin", "patbm", "sehat", "desa")


def _typed(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST] if len(text) >= SHORTEST else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _who(answers: Answers, world: World) -> tuple[Choice, ...]:
    """Those who are there by the profile, else those who are in every kecamatan."""
    area = world.profile.hard_to_reach(str(answers.get("area", "")))
    if area is None:
        return picks("pwho", *WHO)
    return tuple(
        Choice(str(index), says("as-typed", text=name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"), (name,))
        for index, name in enumerate(area.through)
    )


def _keep_who(answers: Answers, value: Any, world: World) -> Answers:
    """A place in the profile's list may change; what is kept is the name."""
    area = world.profile.hard_to_reach(str(answers.get("area", "")))
    if area is not None and str(value).isdigit() and int(value) < len(area.through):
        return {**answers, "pwho": area.through[int(value)]}
    return answers


def _who_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"pwho-{value}") if value in WHO else says("as-typed", text=str(value))


def _ago(answer: Answer, answers: Answers, world: World) -> int | str | None:
    return read_ago(answer.text)


def _keep_minutes(answers: Answers, value: Any, world: World) -> Answers:
    return {**answers, "pwhen": int(value)} if value in MINUTES else answers


def _when_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if isinstance(value, int):
        return says(f"pwhen-{value}") if str(value) in MINUTES else says("minutes-ago", minutes=str(value))
    return says("at-hour", hour=str(value))


def _arrival(answer: Answer, answers: Answers, world: World) -> int | str | None:
    """In so many hours ("5 jam", "2 hari"), or on a day of the calendar ("kamis", "25-12")."""
    if not {"lalu", "tadi", "kemarin"}.isdisjoint(tokens(answer.text)):
        return None
    hours = read_span(answer.text)
    if hours is not None:
        return max(1, round(hours)) if hours <= LONGEST_WAY else None
    try:
        today = date.fromisoformat(str(answers.get("today")))
    except ValueError:
        return None
    day = read_day(answer.text, today=today)
    return day.isoformat() if day is not None and (day - today).days * 24 <= LONGEST_WAY else None


def _keep_hours(answers: Answers, value: Any, world: World) -> Answers:
    return {**answers, "peta": int(value)} if value in HOURS else answers


def _arrival_shown(value: Any, answers: Answers, world: World) -> Phrase:
    try:
        return says("on-day", day=date.fromisoformat(str(value)))
    except ValueError:
        return says("in-hours", hours=str(value))


PROTECTING = (
    Step(
        "pwhy",
        "ask-pwhy",
        free=True,
        read=_typed,
        shown=_as_typed,
        optional=False,
        applies=lambda answers: not answers.get("hard"),
    ),
    Step(
        "pwho",
        "ask-pwho",
        _who,
        free=True,
        read=_typed,
        shown=_who_shown,
        keep=_keep_who,
        optional=False,
    ),
    Step("phow", "ask-phow", picks("phow", "telepon", "radio", "datang"), columns=3, optional=False),
    Step(
        "pwhen",
        "ask-pwhen",
        picks("pwhen", *MINUTES),
        columns=2,
        read=_ago,
        shown=_when_shown,
        keep=_keep_minutes,
        wordy=True,
        optional=False,
    ),
    Step("psafe", "ask-psafe", picks("psafe", "ya", "tidak"), columns=2, optional=False),
    Step(
        "peta",
        "ask-peta",
        picks("peta", *HOURS),
        columns=2,
        read=_arrival,
        shown=_arrival_shown,
        keep=_keep_hours,
        wordy=True,
        optional=False,
    ),
)
PROTECTING_ORDER = tuple(step.name for step in PROTECTING)
