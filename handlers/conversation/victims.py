"""Of whom a report speaks: the first victim, the others, and what is known of their age and sex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.conversation.people import ADULT, read_age, read_person
from handlers.conversation.reading import number_of
from handlers.conversation.steps import Answer, Answers, World

VICTIMS: Mapping[str, Mapping[str, str]] = {
    "pd": {"sex": "P", "group": "dewasa"},
    "pa": {"sex": "P", "group": "anak"},
    "ld": {"sex": "L", "group": "dewasa"},
    "la": {"sex": "L", "group": "anak"},
}


#: A band of ages stands for its youngest: what is not known more exactly must not lower anything.
BANDS = {"0": 0, "5": 5, "12": 12}


def person(value: Any) -> dict[str, Any]:
    """What an answer says of a person: sex, group, age."""
    if isinstance(value, Mapping):
        return {key: value[key] for key in ("sex", "group", "age") if key in value}
    return dict(VICTIMS.get(str(value), {}))


def first_person(answers: Answers) -> dict[str, Any]:
    """Of whom the report speaks first."""
    who = answers.get("who")
    if who in ("sp", "sl"):
        return {"sex": "P" if who == "sp" else "L", "group": "dewasa"}
    found = person(answers.get("victim"))
    if who == "sa" and "age" not in found:
        found["group"] = "anak"
    return found


def is_child(one: Mapping[str, Any]) -> bool:
    age = one.get("age")
    return age < ADULT if age is not None else one.get("group") == "anak"


def first_child_of_unknown_age(answers: Answers) -> bool:
    one = first_person(answers)
    return "age" not in one and is_child(one)


def other_child_of_unknown_age(answers: Answers) -> bool:
    one = person(answers.get("other"))
    return "age" not in one and is_child(one)


def first_is_grown(answers: Answers) -> bool:
    """A child is never questioned about this by a machine: for a child the thought alone calls a person."""
    one = first_person(answers)
    return bool(one) and not is_child(one) and ("age" in one or one.get("group") == "dewasa")


def may_be_pregnant(answers: Answers) -> bool:
    one = first_person(answers)
    return one.get("sex") != "L" and answers.get("age") not in ("0", "5") and not 0 <= one.get("age", ADULT) < 9


def add_another(answers: Answers, value: Any, world: World) -> Answers:
    """ "There is one more": the one just named joins the list, and the question is put again."""
    if value != "ya":
        return answers
    others = [*answers.get("others", ()), *current_other(answers)]
    rest = {key: kept_value for key, kept_value in answers.items() if key not in ("other", "otherage", "again")}
    return {**rest, "others": others} if others else rest


def current_other(answers: Answers) -> list[dict[str, Any]]:
    """The further victim that was named last and has not joined the list."""
    if "other" not in answers:
        return []
    return [with_age(person(answers["other"]), answers.get("otherage"))]


def other_victims(answers: Answers) -> list[dict[str, Any]]:
    """Everybody who is harmed beside the first; nobody once "others too" was taken back."""
    states = answers.get("state")
    if isinstance(states, list) and "lain" not in states:
        return []
    return [dict(one) for one in answers.get("others", ())] + current_other(answers)


def with_age(one: dict[str, Any], value: Any) -> dict[str, Any]:
    """A person with the age that was answered: a number as it is, a band as its youngest."""
    age = value if isinstance(value, int) else BANDS.get(str(value))
    return one if "age" in one or age is None else {**one, "age": age}


def person_of(answer: Answer, answers: Answers, world: World) -> Any:
    button = number_of(answer.text.strip().rstrip("."))
    if button is not None and 1 <= button <= len(VICTIMS):
        return None  # the number of a button, rather than the age of a baby
    found = read_person(answer.text)
    if found is None:
        return None
    for value, one in VICTIMS.items():
        if found == one:
            return value
    return found


def age_of(answer: Answer, answers: Answers, world: World) -> int | None:
    return read_age(answer.text)
