"""What staff fill in about the people and files of a case: a person, a reason, another report, a last day.

Everything that tells who somebody is can be left out (R-09). `had` is what was known of a person when the form began.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from cases.identity import nik_key
from cases.parties import FIELDS
from cases.phrases import Phrase, says
from handlers.conversation.days import day_shown, kept_day, today_in
from handlers.conversation.people import OLDEST, read_age
from handlers.conversation.people_vocabulary import picks
from handlers.conversation.phones import read_phone
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Flow, Kind, Step, World, table
from handlers.conversation.times import read_day

LONGEST = 300
SHORTEST_REASON = 3
LONGEST_REASON = 2000
#: Typed alone it takes away what was known.
EMPTY = "-"
#: Which question stands for which field.
ASKED = {
    "yname": "name",
    "ysex": "sex",
    "yage": "age",
    "yphone": "phone",
    "ynik": "nik",
    "yaddress": "address",
    "yrelates": "relation",
    "yschool": "education",
    "ywork": "occupation",
    "ydisable": "disability",
    "ynote": "note",
}
BASIC = ("yname", "ysex", "yage", "yphone")
KINDS = ("victim", "reporter", "offender", "guardian")
REMOVE = "remove"
_BIRTH = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")


def changes_in(answers: Answers) -> dict[str, Any]:
    """What the form says of a person, by field. Who was born when needs no age beside it."""
    found: dict[str, Any] = {}
    for step, field in ASKED.items():
        value = answers.get(step)
        if value in (None, SKIP):
            continue
        if step == "yage":
            found |= _age_or_birth(value)
        else:
            found[field] = "" if value == EMPTY else str(value)
    return found


def _age_or_birth(value: Any) -> dict[str, Any]:
    if value == EMPTY:
        return {"age": None, "born_on": None}
    if isinstance(value, int):
        return {"age": value}
    born = date.fromisoformat(str(value))
    return {"born_on": born}


def _typed(answer: Answer, answers: Answers, world: World) -> str | None:
    return " ".join(answer.text.split())[:LONGEST] or None


def _reason(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST_REASON] if len(text) >= SHORTEST_REASON else None


def _age(answer: Answer, answers: Answers, world: World) -> int | str | None:
    """ "34", "12 tahun", or a day of birth, 17-08-1990; not a day that is still to come."""
    if answer.text.strip() == EMPTY:
        return EMPTY
    found = _BIRTH.search(answer.text)
    if found is None:
        return read_age(answer.text)
    try:
        born = date(int(found[3]), int(found[2]), int(found[1]))
        today = date.fromisoformat(str(answers.get("today")))
    except ValueError:
        return None
    return born.isoformat() if timedelta(0) <= today - born <= timedelta(days=OLDEST * 366) else None


def _nik(answer: Answer, answers: Answers, world: World) -> str | None:
    return EMPTY if answer.text.strip() == EMPTY else nik_key(answer.text) or None


def _phone(answer: Answer, answers: Answers, world: World) -> str | None:
    if answer.kind is Kind.CONTACT:
        return read_phone(answer.phone) or answer.phone or None
    return EMPTY if answer.text.strip() == EMPTY else read_phone(answer.text)


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _age_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _wanted(step: str) -> Any:
    """Whether a question is put: the first four of a new person, the rest if there is time; what was ticked else."""

    def applies(answers: Answers) -> bool:
        if not answers.get("new"):
            ticked = answers.get("yfields")
            return isinstance(ticked, list) and ASKED[step] in ticked
        return step in BASIC or answers.get("ymore") == "ya"

    return applies


def _person_step(name: str, *values: str, read: Any = _typed, shown: Any = _as_typed, **more: Any) -> Step:
    return Step(
        name,
        f"ask-{name}",
        picks(name, *values),
        free=not values and read is _typed,
        read=read,
        shown=shown if not values else None,
        applies=_wanted(name),
        columns=2,
        **more,
    )


def _reports(answers: Answers, world: World) -> tuple[Choice, ...]:
    """Reports of the same days, as buttons; any other number can be typed."""
    return tuple(Choice(str(number), says("as-typed", text=str(number))) for number in answers.get("near", ()))


def _number(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip().upper()
    return text if "-" in text and any(sign.isdigit() for sign in text) else None


def _day(answer: Answer, answers: Answers, world: World) -> str | None:
    """Also today: whoever is back tomorrow needs somebody for one day."""
    today = today_in(answers)
    day = read_day(answer.text, today=today) if today else None
    return day.isoformat() if day and today and day >= today else None


DAYS = ("1", "3", "7", "14")
STEPS = table(
    Step("ykind", "ask-ykind", picks("ykind", *KINDS), columns=2, optional=False, applies=lambda a: bool(a.get("new"))),
    Step(
        "yfields",
        "ask-yfields",
        picks("yfields", *(field for field in FIELDS if field != "born_on"), REMOVE),
        many=True,
        alone=frozenset({REMOVE}),
        columns=2,
        optional=False,
        applies=lambda a: not a.get("new"),
    ),
    _person_step("yname", private=True),
    _person_step("ysex", "P", "L", read=None),
    _person_step("yage", read=_age, shown=_age_shown),
    _person_step("yphone", read=_phone, takes=frozenset({Kind.CONTACT}), private=True),
    Step("ymore", "ask-ymore", picks("ymore", "ya", "cukup"), columns=2, applies=lambda a: bool(a.get("new"))),
    _person_step("ynik", read=_nik, private=True),
    _person_step("yaddress", private=True),
    _person_step("yrelates"),
    _person_step("yschool"),
    _person_step("ywork"),
    _person_step("ydisable"),
    _person_step("ynote"),
    Step("yexwhy", "ask-yexwhy", free=True, read=_reason, shown=_as_typed, optional=False),
    Step("ybackwhy", "ask-yexwhy", free=True, read=_reason, shown=_as_typed, optional=False),
    Step("yjoin", "ask-yjoin", _reports, read=_number, shown=_as_typed, optional=False),
    Step("yjoinok", "ask-yjoinok", picks("yjoinok", "ya"), optional=False),
    Step(
        "yuntil",
        "ask-yuntil",
        picks("yuntil", *DAYS),
        columns=2,
        read=_day,
        shown=day_shown("yuntil"),
        keep=kept_day("yuntil", DAYS),
        optional=False,
    ),
)


def _form(name: str, *steps: str) -> Flow:
    return Flow(name, {step: STEPS[step] for step in steps}, lambda answers: steps, cancel=True)


PEOPLE_FORMS = (
    _form("party", "ykind", "yfields", *BASIC, "ymore", *(step for step in ASKED if step not in BASIC)),
    _form("yexclude", "yexwhy"),
    _form("yreadmit", "ybackwhy"),
    _form("joining", "yjoin", "yjoinok"),
    _form("standin", "yuntil"),
)
