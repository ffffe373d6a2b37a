"""What staff fill in to put a step off: why, and until which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.answering import picks
from handlers.conversation.steps import Answer, Answers, Flow, Step, World, table
from handlers.conversation.times import read_day

REASONS = ("korban", "instansi", "jarak", "beban")
DAYS = ("1", "2", "3", "7")
SHORTEST, LONGEST = 3, 2000
#: A step can't be put off for longer at a time.
FARTHEST = timedelta(days=14)


def _reason(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST] if len(text) >= SHORTEST else None


def _reason_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"stepwhy-{value}") if value in REASONS else says("as-typed", text=str(value))


def _today(answers: Answers) -> date | None:
    try:
        return date.fromisoformat(str(answers.get("today")))
    except ValueError:
        return None


def _day(answer: Answer, answers: Answers, world: World) -> str | None:
    today = _today(answers)
    day = read_day(answer.text, today=today) if today else None
    return day.isoformat() if day and today and today < day <= today + FARTHEST else None


def _keep_day(answers: Answers, value: Any, world: World) -> Answers:
    """Buttons count days from today; what is kept is a day of the calendar."""
    today = _today(answers)
    kept = (today + timedelta(days=int(value))).isoformat() if today is not None and value in DAYS else value
    return {**answers, "stepday": kept}


def _day_shown(value: Any, answers: Answers, world: World) -> Phrase:
    try:
        return says("on-day", day=date.fromisoformat(str(value)))
    except ValueError:
        return says(f"stepday-{value}")


STEPS = table(
    Step(
        "stepwhy",
        "ask-stepwhy",
        picks("stepwhy", *REASONS),
        free=True,
        read=_reason,
        shown=_reason_shown,
        optional=False,
    ),
    Step(
        "stepday",
        "ask-stepday",
        picks("stepday", *DAYS),
        columns=2,
        read=_day,
        shown=_day_shown,
        keep=_keep_day,
        wordy=True,
        optional=False,
    ),
)

CLOCK_FORMS = (Flow("stepoff", STEPS, lambda answers: tuple(STEPS), cancel=True),)
