"""What is asked before somebody of the unit gets the very file that was sent: what for."""

from __future__ import annotations

from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.answering import picks
from handlers.conversation.steps import Answer, Answers, Flow, Step, World, table

WHY = ("bukti", "korban", "periksa")
SHORTEST, LONGEST = 3, 500


def _typed(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST] if len(text) >= SHORTEST else None


def _shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"ofwhy-{value}") if value in WHY else says("as-typed", text=str(value))


STEPS = table(
    Step("ofwhy", "ask-ofwhy", picks("ofwhy", *WHY), free=True, read=_typed, shown=_shown, optional=False),
)

FILE_FORMS = (Flow("original", STEPS, lambda answers: ("ofwhy",), cancel=True),)
