"""A day that is still to come, as a form asks for it: so many days from today by button, or typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from cases.phrases import Phrase, says
from handlers.conversation.steps import Answer, Answers, World
from handlers.conversation.times import read_day


def today_in(answers: Answers) -> date | None:
    """The day on which the form began (`today`, ISO)."""
    try:
        return date.fromisoformat(str(answers.get("today")))
    except ValueError:
        return None


def coming_day(farthest: timedelta = timedelta.max) -> Callable[[Answer, Answers, World], str | None]:
    """Reads a typed day after today, and not farther away than that, as ISO."""

    def read(answer: Answer, answers: Answers, world: World) -> str | None:
        today = today_in(answers)
        day = read_day(answer.text, today=today) if today else None
        return day.isoformat() if day and today and timedelta() < day - today <= farthest else None

    return read


def kept_day(name: str, days: tuple[str, ...]) -> Callable[[Answers, Any, World], Answers]:
    """Buttons count days from today; what is kept is a day of the calendar."""

    def keep(answers: Answers, value: Any, world: World) -> Answers:
        today = today_in(answers)
        kept = (today + timedelta(days=int(value))).isoformat() if today is not None and value in days else value
        return {**answers, name: kept}

    return keep


def day_shown(name: str) -> Callable[[Any, Answers, World], Phrase]:
    """The day in words; before it is one of the calendar, the label of its button."""

    def show(value: Any, answers: Answers, world: World) -> Phrase:
        try:
            return says("on-day", day=date.fromisoformat(str(value)))
        except ValueError:
            return says(f"{name}-{value}")

    return show
