"""Short ways to talk: a world of Luwu Utara, a dialogue, and what somebody presses, types or sends."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from bot.profiles import read_profile
from bot.words import render
from cases.dialogue import Dialogue
from cases.messages import ChatId, Message
from cases.phrases import Phrase
from handlers.conversation.engine import Answer, Flow, Kind, Turn, World, begin, hear
from handlers.conversation.flows import FLOWS

REPORT = FLOWS["report"]
CHAT = ChatId(7)
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = "2026-11-20"  # a Friday


@cache
def world() -> World:
    return read_profile("luwu_utara")


def press(step: str, choice: str) -> Answer:
    return Answer(Kind.PRESS, step=step, choice=choice)


def write(text: str) -> Answer:
    return Answer(Kind.TEXT, text=text)


def fresh(flow: Flow = REPORT, **answers: Any) -> Dialogue:
    subject = "" if flow.name == "report" else "a" * 16
    return Dialogue(chat=CHAT, flow=flow.name, step="", subject=subject, answers=answers)


def start(flow: Flow = REPORT, **answers: Any) -> Turn:
    return begin(flow, fresh(flow, **answers), world())


def at(step: str, flow: Flow = REPORT, **answers: Any) -> Dialogue:
    """A dialogue that stands at that question."""
    return replace(fresh(flow, **answers), step=step)


def say(dialogue: Dialogue, *answers: Answer | str, flow: Flow = REPORT) -> Turn:
    """One answer after another; "step:value" is a press, other words are typed."""
    turn = Turn(dialogue, ())
    for answer in answers:
        turn = hear(flow, turn.dialogue, _answer(answer, flow), world())
    return turn


def _answer(answer: Answer | str, flow: Flow) -> Answer:
    if isinstance(answer, Answer):
        return answer
    step, colon, choice = answer.partition(":")
    return press(step, choice) if colon and step in flow.steps else write(answer)


def stored(dialogue: Dialogue) -> Dialogue:
    """The dialogue as another process finds it in its row."""
    row = json.loads(json.dumps(asdict(dialogue)))
    return Dialogue(**{**row, "path": tuple(row["path"])})


def words(phrase: Phrase, language: str = "id") -> str:
    return render(phrase, language=language, zone=world().profile.zone, now=NOW)


def asked(turn: Turn) -> str:
    """The key of the question that the turn asks."""
    phrase = turn.messages[0].phrase
    return question_in(phrase).key


def question_in(phrase: Phrase) -> Phrase:
    inner = phrase.args.get("question")
    return inner if isinstance(inner, Phrase) else phrase


def noted(turn: Turn) -> str:
    """The key of the kind word before the question, if there is one."""
    note = turn.messages[0].phrase.args.get("note")
    return note.key if isinstance(note, Phrase) else ""


def choices_of(message: Message) -> list[str]:
    return [button.choice for row in message.buttons for button in row if button.action == "a"]
