"""Answers that are not buttons, in words: typed ages, spans, people, and whatever was written freely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.steps import Answers, World
from handlers.conversation.victims import VICTIMS, person


def person_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if not isinstance(value, Mapping):
        return says(f"victim-{value}") if value in VICTIMS else says("value-unknown")
    one = person(value)
    key = {"P": "person-P", "L": "person-L"}.get(str(one.get("sex")), "person-any")
    if "age" in one:
        return says("person-aged", who=says(key), age=str(one["age"]))
    group = one.get("group")
    return says(f"person-{one.get('sex', 'any')}-{group}") if group else says(key)


def number_shown(value: Any, answers: Answers, world: World) -> Phrase:
    """An age in figures, or the label of its band."""
    return says("years-old", age=str(value)) if isinstance(value, int) else says(f"age-{value}")


def days_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says("in-days", days=str(value)) if isinstance(value, int) else says(f"wed-{value}")


def since_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if not isinstance(value, int):
        return says(f"when-{value}")
    return says("hours-ago", hours=str(value)) if value < 48 else says("days-ago", days=str(value // 24))


def doer_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if not isinstance(value, Mapping):
        return says(f"doer-{value}")
    relation = value.get("relation")
    who = says(f"doer-{relation}") if relation else says("doer-unnamed")
    return says("person-aged", who=who, age=str(value["age"]))


def phone_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def named(value: Any, answers: Answers, world: World) -> Phrase:
    """Free words as they were typed, or that something was sent."""
    if isinstance(value, Mapping) or value == "told":
        return says("value-received")
    return says("as-typed", text=str(value))
