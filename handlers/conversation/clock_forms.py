"""What staff fill in to put a step off: why, and until which day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.answering import picks
from handlers.conversation.days import coming_day, day_shown, kept_day
from handlers.conversation.steps import Answer, Answers, Flow, Step, World, table

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
        read=coming_day(FARTHEST),
        shown=day_shown("stepday"),
        keep=kept_day("stepday", DAYS),
        wordy=True,
        optional=False,
    ),
)

CLOCK_FORMS = (Flow("stepoff", STEPS, lambda answers: tuple(STEPS), cancel=True),)
