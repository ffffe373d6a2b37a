"""Understands what was typed or sent as the answer to one question."""

from __future__ import annotations

from typing import Any

from handlers.conversation.asking import PICKS, open_choices
from handlers.conversation.choosing import choose, choose_many, command_in, exactly, is_story, says_none
from handlers.conversation.steps import SKIP, Answer, Answers, Kind, Step, World
from handlers.conversation.words import DECLINES


def understood(step: Step, answer: Answer, answers: Answers, world: World) -> Any:
    """The value of an answer; Several where it has to be asked which; None where it was not understood."""
    if answer.kind is not Kind.TEXT:
        return step.read(answer, answers, world) if step.read else None
    if step.free:
        return _free(step, answer, answers, world)
    choices = open_choices(step, answers, world)
    exact = exactly(answer.text, choices) if not step.many else None
    if exact is not None:
        return exact
    if step.read is not None and (step.wordy or not is_story(answer.text)):
        value = step.read(answer, answers, world)
        if value is not None:
            return value
    if step.many:
        return _many(step, answer.text, answers, world)
    return choose(answer.text, choices)


def _free(step: Step, answer: Answer, answers: Answers, world: World) -> Any:
    """Any words are the answer; a button's own words are that button, and "nothing" leaves it out."""
    value = exactly(answer.text, open_choices(step, answers, world))
    if value is not None:
        return _many(step, answer.text, answers, world) if step.many else value
    declined = answer.text.strip().lower().rstrip(".!") in DECLINES or command_in(answer.text) != ""
    if declined:
        return SKIP if step.optional else None
    return step.read(answer, answers, world) if step.read else answer.text.strip()


def _many(step: Step, text: str, answers: Answers, world: World) -> list[str] | None:
    """Everything that the words name, beside what is ticked already."""
    if step.none and says_none(text):
        return []
    choices = step.offered(answers, world)
    named = choose_many(text, choices)
    if not named:
        return None
    if step.none in named:
        return [] if len(named) == 1 else [value for value in named if value != step.none]
    excluding = [value for value in named if value in step.alone]
    if excluding:
        return excluding[:1] if len(named) == 1 else [value for value in named if value not in step.alone]
    ticked = answers.get(PICKS, {}).get(step.name, [])
    return [choice.value for choice in choices if choice.value in (*named, *ticked)]
