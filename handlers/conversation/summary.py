"""The answers in words: for the reporter to check and correct, and for the officer who holds the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.asking import shown
from handlers.conversation.gazetteer import REGENCY_LENGTH
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.steps import EDIT, SKIP, Answers, Choice, World
from handlers.conversation.story import attachments, shortened, story
from handlers.conversation.victims import other_victims

__all__ = [
    "attachments",
    "callback_number",
    "corrections",
    "kecamatan",
    "line",
    "lines",
    "place_of",
    "story",
    "summary",
]

#: One line each, in this order. A question that was put but left out has a line too, and can be answered there.
LINES = (
    "safe", "now", "who", "job", "victim", "age", "others", "kind", "law", "wed", "when", "danger", "state", "mind",
    "doer", "reach", "place", "village", "regency", "country", "where", "iplace", "iregency", "icountry", "needs",
    "contact", "phone", "hours", "name", "card",
)  # fmt: skip

#: What can be corrected or added from the summary; the rest follows from these.
CORRECTED = (
    "safe", "now", "who", "victim", "age", "kind", "when", "danger", "state", "doer", "reach", "place", "village",
    "where", "needs", "contact", "phone", "hours",
)  # fmt: skip
ADDED = ("tell", "name", "card")

#: How much of the story the summary repeats.
STORY_SHOWN = 3


def line(step: str, answers: Answers, world: World) -> Phrase | None:
    """One answer as a line; None if the question was never answered."""
    if step in ("others", "again"):
        return _others(answers)
    if step not in LINES or step not in answers:
        return None
    return says(f"line-{step}", value=shown(QUESTIONS[step], answers[step], answers, world))


def lines(answers: Answers, world: World) -> tuple[Phrase, ...]:
    """Every answer given, a line each; the story stands by itself."""
    found = (line(step, answers, world) for step in LINES)
    return tuple(one for one in found if one is not None)


def _others(answers: Answers) -> Phrase | None:
    everyone = other_victims(answers)
    if not everyone:
        return None
    return says("line-others", values=tuple(_person(one) for one in everyone))


def _person(one: Mapping[str, Any]) -> Phrase:
    sex = one.get("sex", "any")
    if "age" in one:
        return says("person-aged", who=says(f"person-{sex}"), age=str(one["age"]))
    group = one.get("group")
    return says(f"person-{sex}-{group}") if group else says(f"person-{sex}")


def summary(answers: Answers, world: World) -> Phrase:
    """Everything once more, with what is asked of the reporter before it is sent."""
    told = tuple(_short_story(entry) for entry in story(answers)[:STORY_SHOWN])
    left = len(story(answers)) - STORY_SHOWN
    more = (says("story-more", count=str(left)),) if left > 0 else ()
    return says(
        "ask-send",
        lines=(*lines(answers, world), *told, *more),
        unit=world.profile.unit,
    )


def _short_story(entry: Mapping[str, Any]) -> Phrase:
    if entry["kind"] == "text" or entry.get("text"):
        return says("line-story", text=shortened(str(entry["text"])))
    return says(f"story-{entry['kind']}")


def corrections(answers: Answers, world: World) -> tuple[Choice, ...]:
    """A button for every line that can be corrected, and for what can still be added."""
    put = [step for step in CORRECTED if step in answers and QUESTIONS[step].applies(answers)]
    return tuple(Choice(f"{EDIT}{step}", says(f"edit-{step}")) for step in (*put, *ADDED))


def place_of(answers: Answers, *steps: str) -> str:
    """The most exact code among these answers: village, else kecamatan, regency or country; empty if unknown."""
    codes = [str(answers[step]) for step in steps if step in answers and answers[step] != SKIP]
    codes = [code for code in codes if code[:1].isdigit() or code.startswith("LN:")]
    exact = [code for code in codes if all(code.startswith(other) or other.startswith(code) for other in codes)]
    return max(exact or codes[:1], key=len, default="")


def victim_place(answers: Answers) -> str:
    """Where the victim is now."""
    return place_of(answers, "place", "village", "regency", "country")


def kecamatan(answers: Answers, world: World) -> str:
    """The name that a card may show: kecamatan, else regency or country; never a village. Empty if unknown."""
    code = victim_place(answers)
    if code.startswith(world.places.ours) and code.count(".") >= 2:
        return world.places.name(code[: REGENCY_LENGTH + 3])
    return world.places.name(code)


def callback_number(answers: Answers) -> str:
    """The number under which the reporter said that they can be called; empty if none was given."""
    number = answers.get("phone")
    return number if isinstance(number, str) and number != SKIP else ""
