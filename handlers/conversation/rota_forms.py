"""What coordinators fill in for the rota: a weekly pattern, one shift, a leave, a holiday; and the words at handover.

`today` (ISO) and `people` (pairs of id and name) stand in the answers from the start. Days are kept as ISO dates and
hours as HH:MM. Every form ends with what it will keep, and can be given up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from cases.messages import Style
from cases.phrases import Phrase, says
from cases.rota_words import weekdays_in_words
from handlers.conversation.days import today_in
from handlers.conversation.rota_vocabulary import WORDS
from handlers.conversation.steps import Answer, Answers, Choice, Flow, Step, World, table
from handlers.conversation.times import read_clock, read_day

HOURS = ("00:00", "07:00", "08:00", "14:00", "16:00", "19:00", "20:00", "22:00")
DAYS = ("0", "1", "2", "7")
LONGEST_NAME = 60
LONGEST_NOTE = 1500
EVERY_DAY, WORKING_DAYS = "all", "work"
WEEKDAYS = {EVERY_DAY: (1, 2, 3, 4, 5, 6, 7), WORKING_DAYS: (1, 2, 3, 4, 5)}
NO_END = "none"
_BARE_HOUR = re.compile(r"\s*(\d{1,2})\s*")


def weekdays(chosen: Any) -> tuple[int, ...]:
    """The days of a week behind an answer, Monday is 1."""
    values = chosen if isinstance(chosen, list) else []
    return tuple(
        sorted({day for value in values for day in WEEKDAYS.get(value, (int(value),) if value.isdigit() else ())})
    )


def people(answers: Answers, world: World) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(id), says("as-typed", text=name), (str(name).lower(), str(name).lower().split()[0]))
        for id, name in answers.get("people", ())
    )


def _choices(step: str, *values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, Phrase(f"{step}-{value}"), WORDS[f"{step}-{value}"]) for value in values)


def _weekday_choices(answers: Answers, world: World) -> tuple[Choice, ...]:
    days = (Choice(str(n), says(f"weekday-{n}"), WORDS[f"rdays-{n}"]) for n in range(1, 8))
    return (*_choices("rdays", EVERY_DAY, WORKING_DAYS), *days)


def _hour_choices(answers: Answers, world: World) -> tuple[Choice, ...]:
    return tuple(Choice(hour, says("rota-hour", hour=hour.replace(":", "."))) for hour in HOURS)


def _hour(answer: Answer, answers: Answers, world: World) -> str | None:
    """ "19.00", "19:00", "jam 7 malam"; a bare number is an hour too, not the button of that number."""
    bare = _BARE_HOUR.fullmatch(answer.text)
    if bare:
        return f"{int(bare[1]):02}:00" if int(bare[1]) < 24 else None
    return read_clock(answer.text)


def _hour_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says("rota-hour", hour=str(value).replace(":", "."))


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _not_before(step: str) -> Callable[[Answer, Answers, World], str | None]:
    """Reads a day that is not earlier than the one answered at that step."""

    def read(answer: Answer, answers: Answers, world: World) -> str | None:
        today, first = today_in(answers), _date(answers.get(step))
        day = read_day(answer.text, today=today) if today else None
        return day.isoformat() if day and (first is None or day >= first) else None

    return read


def _days_after(step: str, name: str) -> Callable[[Answers, Any, World], Answers]:
    """Buttons count days from the one of that step; what is kept is a day of the calendar."""

    def keep(answers: Answers, value: Any, world: World) -> Answers:
        first = _date(answers.get(step))
        if first is not None and str(value).isdigit():
            return {**answers, name: (first + timedelta(days=int(value))).isoformat()}
        return answers

    return keep


def _day_shown(step: str) -> Callable[[Any, Answers, World], Phrase]:
    def show(value: Any, answers: Answers, world: World) -> Phrase:
        day = _date(value)
        return says("on-day", day=day) if day else says(f"{step}-{value}")

    return show


def _day(name: str, values: tuple[str, ...] = DAYS, *, after: str = "today") -> Step:
    return Step(
        name,
        f"ask-{name}",
        _choices(name, *values),
        columns=2,
        read=_not_before(after),
        shown=_day_shown(name),
        keep=_days_after(after, name),
        wordy=True,
        optional=False,
    )


def _hour_step(name: str) -> Step:
    return Step(
        name, f"ask-{name}", _hour_choices, columns=4, read=_hour, shown=_hour_shown, wordy=True, optional=False
    )


def _some_words(longest: int) -> Callable[[Answer, Answers, World], str | None]:
    def read(answer: Answer, answers: Answers, world: World) -> str | None:
        return answer.text.strip()[:longest] or None

    return read


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def summary(answers: Answers, world: World) -> Phrase:
    """What will be kept, before it is."""
    return says("ask-rsum", entry=in_words(answers))


def in_words(answers: Answers) -> Phrase:
    """An entry as its form tells it."""
    names = {str(id): str(name) for id, name in answers.get("people", ())}
    name = names.get(str(answers.get("rwho")), "?")
    hours = says("rota-hours", start=_dotted(answers, "rstart"), end=_dotted(answers, "rend"))
    match answers.get("rkind"):
        case "holiday":
            return says("rota-holiday", name=str(answers.get("rname", "?")), day=_on(answers, "rday"))
        case "leave":
            return says("rota-leave", name=name, first=_on(answers, "rfirst"), last=_on(answers, "rlast"))
        case "week":
            return says(
                "rota-weekly",
                name=name,
                days=weekdays_in_words(weekdays(answers.get("rdays"))),
                hours=hours,
                since=_on(answers, "rsince"),
                until=_on(answers, "runtil"),
                holidays=says(f"rhol-{answers.get('rhol', 'also')}"),
            )
        case _:
            return says("rota-extra", name=name, day=_on(answers, "rday"), hours=hours)


def _dotted(answers: Answers, step: str) -> str:
    return str(answers.get(step, "?")).replace(":", ".")


def _on(answers: Answers, step: str) -> Phrase:
    day = _date(answers.get(step))
    return says("on-day", day=day) if day else says("rota-no-end")


#: What is asked for each kind of entry.
ORDERS: dict[str, tuple[str, ...]] = {
    "week": ("rwho", "rdays", "rstart", "rend", "rsince", "runtil", "rhol", "rsum"),
    "extra": ("rwho", "rday", "rstart", "rend", "rsum"),
    "leave": ("rwho", "rfirst", "rlast", "rsum"),
    "holiday": ("rday", "rname", "rsum"),
}


def _order(answers: Answers) -> tuple[str, ...]:
    return ("rkind", *ORDERS.get(str(answers.get("rkind")), ()))


STEPS = table(
    Step(
        "rkind",
        "ask-rkind",
        _choices("rkind", *ORDERS),
        clears=("rwho", "rdays", "rstart", "rend", "rsince", "runtil", "rhol", "rday", "rfirst", "rlast", "rname"),
        optional=False,
    ),
    Step("rwho", "ask-rwho", people, columns=2, optional=False),
    Step(
        "rdays",
        "ask-rdays",
        _weekday_choices,
        many=True,
        alone=frozenset(WEEKDAYS),
        columns=2,
        optional=False,
    ),
    _hour_step("rstart"),
    _hour_step("rend"),
    _day("rsince"),
    Step(
        "runtil",
        "ask-runtil",
        _choices("runtil", NO_END),
        read=_not_before("rsince"),
        shown=_day_shown("runtil"),
        wordy=True,
        optional=False,
    ),
    Step("rhol", "ask-rhol", _choices("rhol", "also", "not", "only"), optional=False),
    _day("rday"),
    _day("rfirst"),
    _day("rlast", ("0", "1", "2", "6"), after="rfirst"),
    Step("rname", "ask-rname", free=True, read=_some_words(LONGEST_NAME), shown=_as_typed, optional=False),
    Step(
        "rsum",
        summary,
        (Choice("simpan", says("rsum-simpan"), WORDS["rsum-simpan"], Style.SUCCESS),),
        optional=False,
    ),
)

NOTE = Step("rnote", "ask-rnote", free=True, read=_some_words(LONGEST_NOTE), shown=_as_typed, optional=False)

ROTA_FORMS = (
    Flow("rota", STEPS, _order, cancel=True),
    Flow("handover", {"rnote": NOTE}, lambda answers: ("rnote",), cancel=True),
)
