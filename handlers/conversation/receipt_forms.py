"""What is asked around a receipt: the word beside it, code and word on another phone, and who is let in."""

from __future__ import annotations

from typing import Any

from cases.phrases import Phrase, says
from cases.receipt import digits_in, normal_word
from handlers.conversation.answering import picks
from handlers.conversation.steps import SKIP, Answer, Answers, Flow, Step, World, table

WORD, OPENING, RENEWING, JOINING = "rword", "opening", "renewing", "knocking"
RELATIONS = ("ibu", "ayah", "kakak", "nenek", "bibi", "guru", "tetangga", "teman")
LONGEST_NAME = 80


def _word(answer: Answer, answers: Answers, world: World) -> str | None:
    return normal_word(answer.text) or None


def _digits(answer: Answer, answers: Answers, world: World) -> str | None:
    return digits_in(answer.text) or None


def _name(answer: Answer, answers: Answers, world: World) -> str | None:
    return " ".join(answer.text.split())[:LONGEST_NAME] or None


def _ask_word(answers: Answers, world: World) -> Phrase:
    return says("ask-rword-child" if answers.get("who") == "sa" else "ask-rword")


def _hidden(value: Any, answers: Answers, world: World) -> Phrase:
    """Nothing of it is repeated on the screen."""
    return says("value-kept")


def _relation_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return relation(str(value))


def relation(value: str) -> Phrase:
    """How somebody stands to the one who lets them in."""
    if value in RELATIONS:
        return says(f"jwho-{value}")
    return says("value-unknown") if value in ("", SKIP) else says("as-typed", text=value)


_THE_WORD = Step("rword", _ask_word, free=True, read=_word, shown=_hidden, private=True)
_CODE_AND_WORD = table(
    Step("ocode", "ask-ocode", free=True, read=_digits, shown=_hidden, optional=False, private=True),
    Step("oword", "ask-oword", free=True, read=_word, shown=_hidden, optional=False, private=True),
)
_AGAIN = table(Step("kword", "ask-kword", free=True, read=_word, shown=_hidden, optional=False, private=True))
_WHO_JOINS = table(
    Step("jcode", "ask-jcode", free=True, read=_digits, shown=_hidden, optional=False, private=True),
    Step("jname", "ask-jname", free=True, read=_name, optional=False, private=True),
    Step(
        "jwho",
        "ask-jwho",
        picks("jwho", *RELATIONS),
        free=True,
        read=_name,
        shown=_relation_shown,
        columns=2,
        optional=False,
        private=True,
    ),
    Step("jcontact", "ask-jcontact", picks("jcontact", "ya", "tidak"), columns=2, optional=False),
)


def _flow(name: str, steps: dict[str, Step], *, cancel: bool = True) -> Flow:
    return Flow(name, steps, lambda answers: tuple(steps), cancel=cancel)


RECEIPT_FORMS = (
    _flow(WORD, table(_THE_WORD), cancel=False),
    _flow(OPENING, _CODE_AND_WORD),
    _flow(RENEWING, _AGAIN),
    _flow(JOINING, _WHO_JOINS),
)
