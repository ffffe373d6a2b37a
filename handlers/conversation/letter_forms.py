"""What is asked about letters: what is to be mended, and the photo of the signed page."""

from __future__ import annotations

from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.steps import Answer, Answers, Flow, Kind, Step, World, table
from handlers.conversation.story import file_kept

SHORTEST_REMARK = 3
LONGEST_REMARK = 2000


def _remark(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST_REMARK] if len(text) >= SHORTEST_REMARK else None


def _photo(answer: Answer, answers: Answers, world: World) -> dict[str, Any] | None:
    """Only a photo: what was sent as a file may be anything."""
    return file_kept(answer) if answer.kind is Kind.PHOTO and answer.file_id else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _kept(value: Any, answers: Answers, world: World) -> Phrase:
    return says("ltphoto-kept")


STEPS = table(
    Step("ltremark", "ask-ltremark", free=True, read=_remark, shown=_as_typed, optional=False),
    Step("ltphoto", "ask-ltphoto", read=_photo, shown=_kept, takes=frozenset({Kind.PHOTO}), optional=False),
)


def _form(name: str, step: str) -> Flow:
    return Flow(name, {step: STEPS[step]}, lambda answers: (step,), cancel=True)


LETTER_FORMS = (_form("letterback", "ltremark"), _form("signletter", "ltphoto"))
