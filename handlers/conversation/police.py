"""What staff fill in about a report to the police: its number, where, when; or the head's reason why there is none."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.phrases import Phrase, says
from cases.police import STATIONS
from handlers.conversation.answering import picks
from handlers.conversation.steps import Answer, Answers, Flow, Step, World, table
from handlers.conversation.times import read_moment

MINUTES = ("0", "60", "180")
LONGEST = 200
#: A reason must say something to whoever reads it later.
SHORTEST_REASON = 10
LONGEST_REASON = 2000


def _number(answer: Answer, answers: Answers, world: World) -> str | None:
    """The number of a paper has a digit in it."""
    text = " ".join(answer.text.split())
    return text[:LONGEST] if any(sign.isdigit() for sign in text) else None


def _where(answer: Answer, answers: Answers, world: World) -> str | None:
    text = " ".join(answer.text.split())
    return text[:LONGEST] if len(text) >= 3 else None


def _reason(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST_REASON] if len(text) >= SHORTEST_REASON else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _station(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"pwhere-{value}") if value in STATIONS else says("as-typed", text=str(value))


def moment_of(answer: Answer, answers: Answers, world: World) -> int | str | None:
    """ "14.30", "kemarin 09.00", "21-11 14.30" as a moment of the unit's day; "2 jam lalu" as minutes."""
    return read_moment(answer.text, today=str(answers.get("today")))


def _keep_when(answers: Answers, value: Any, world: World) -> Answers:
    return {**answers, "lpwhen": int(value) if value in MINUTES else value}


def _when_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"lpwhen-{value}") if str(value) in MINUTES else moment_shown(value)


def moment_shown(value: Any) -> Phrase:
    """Minutes ago, or an hour of a day, as `moment_of` has read them."""
    if isinstance(value, int):
        return says("minutes-ago", minutes=str(value))
    moment = datetime.fromisoformat(str(value))
    return says("police-when", day=moment.date(), hour=f"{moment:%H.%M}")


STEPS = table(
    Step("pnumber", "ask-pnumber", free=True, read=_number, shown=_as_typed, optional=False),
    Step(
        "pwhere",
        "ask-pwhere",
        picks("pwhere", *STATIONS),
        columns=3,
        free=True,
        read=_where,
        shown=_station,
        optional=False,
    ),
    Step(
        "lpwhen",
        "ask-lpwhen",
        picks("lpwhen", *MINUTES),
        columns=3,
        read=moment_of,
        shown=_when_shown,
        keep=_keep_when,
        optional=False,
    ),
    Step("preason", "ask-preason", free=True, read=_reason, shown=_as_typed, optional=False),
)


def _form(name: str, *steps: str) -> Flow:
    return Flow(name, {step: STEPS[step] for step in steps}, lambda answers: steps, cancel=True)


POLICE_FORMS = (_form("police", "pnumber", "pwhere", "lpwhen"), _form("excuse", "preason"))
