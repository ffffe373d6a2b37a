"""Questions that many forms about a case share: when it was, what was told (in words, by voice, by hand), the risk.

What was told freely is kept as words, as ticks, or as `{"kind", "file_id", "attachment", "text", "ticks"}` for
what was sent or written beside ticks. Times are kept as in the form of the police: minutes ago, or a moment of the
unit's own day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cases.attaching import ATTACHMENT
from cases.case import RISKS
from cases.entry import Attached
from cases.phrases import Phrase, says
from cases.profile import Profile
from handlers.conversation.answering import picks
from handlers.conversation.asking import PICKS
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Flow, Kind, Step, World, always
from handlers.conversation.story import file_kept
from handlers.conversation.times import read_clock, read_moment

#: What is taken instead of words: a voice note, or a photo of handwriting.
BY_HAND = frozenset({Kind.VOICE, Kind.PHOTO})
SHORTEST, LONGEST = 2, 3000
MINUTES = ("0", "60", "180")
HOURS = ("08:00", "10:00", "13:00", "16:00", "19:00")
LONGEST_AGO = timedelta(days=180)
TODAY, YESTERDAY = "tadi", "kemarin"
#: Asked once more at the end of a form while which the case has moved on.
MEANWHILE = "meanwhile"

Ask = str | Callable[[Answers, World], Phrase]


# What was told ---------------------------------------------------------------------------------------------------


def told_step(
    name: str,
    *values: str,
    ask: Ask = "",
    many: bool = False,
    none: str = "",
    optional: bool = True,
    by_hand: bool = True,
    columns: int = 1,
    applies: Callable[[Answers], bool] = always,
) -> Step:
    """A question that is answered by buttons, by words, by a voice note or by the photo of a page; its words are
    `ask-NAME`, its buttons `NAME-VALUE`, and `label-NAME` stands before the answer in the list of entries."""
    return Step(
        name,
        ask or f"ask-{name}",
        picks(name, *values),
        many=many,
        none=none,
        read=_told(name),
        shown=_told_shown(name, values),
        takes=BY_HAND if by_hand else frozenset(),
        free=True,
        optional=optional,
        columns=columns,
        applies=applies,
        label=f"label-{name}",
    )


def _told(name: str) -> Callable[[Answer, Answers, World], Any]:
    def read(answer: Answer, answers: Answers, world: World) -> Any:
        ticks = list(answers.get(PICKS, {}).get(name, ()))
        text = answer.text.strip()[:LONGEST]
        if answer.kind in BY_HAND and answer.file_id:
            sent = {**file_kept(answer), "text": text}
            return {key: value for key, value in {**sent, "ticks": ticks}.items() if value}
        if len(text) < SHORTEST:
            return None
        return {"kind": "text", "text": text, "ticks": ticks} if ticks else text

    return read


def _told_shown(name: str, values: tuple[str, ...]) -> Callable[[Any, Answers, World], Phrase]:
    def label(value: Any) -> Phrase:
        return says(f"{name}-{value}") if value in values else says("as-typed", text=str(value))

    def shown(value: Any, answers: Answers, world: World) -> Phrase:
        if isinstance(value, list | tuple):
            return says("value-list", values=tuple(map(label, value))) if value else says("value-none")
        if not isinstance(value, Mapping):
            return label(value)
        parts = [label(tick) for tick in value.get("ticks", ())]
        parts += [says("as-typed", text=str(value["text"]))] if value.get("text") else []
        parts += [says(f"told-{value['kind']}")] if value.get("file_id") else []
        return says("value-list", values=tuple(parts))

    return shown


def photo_step(name: str, *, optional: bool = False) -> Step:
    """A question that only a photo answers, such as that of a signed form."""
    return Step(
        name,
        f"ask-{name}",
        read=lambda answer, answers, world: file_kept(answer) if answer.kind is Kind.PHOTO else None,
        shown=lambda value, answers, world: says("told-photo"),
        takes=frozenset({Kind.PHOTO}),
        optional=optional,
        label=f"label-{name}",
    )


def choice_step(
    name: str,
    *values: str,
    optional: bool = False,
    columns: int = 1,
    applies: Callable[[Answers], bool] = always,
    ask: Ask = "",
) -> Step:
    """A question that only its buttons (or their words) answer."""
    return Step(
        name,
        ask or f"ask-{name}",
        picks(name, *values),
        optional=optional,
        columns=columns,
        applies=applies,
        label=f"label-{name}",
    )


def words_of(value: Any) -> str:
    """The words of an answer: typed, or written beside a file; ticks and files have none."""
    if isinstance(value, Mapping):
        return str(value.get("text", ""))
    return value if isinstance(value, str) and value != SKIP else ""


def files_of(answers: Answers) -> tuple[Attached, ...]:
    """The voice notes and photos among the answers, in their order."""
    found = (value for value in answers.values() if isinstance(value, Mapping) and value.get("file_id"))
    return tuple(Attached(str(value["kind"]), str(value["file_id"]), str(value.get(ATTACHMENT, ""))) for value in found)


def told_in(flow: Flow, answers: Answers) -> dict[str, Any]:
    """What an entry keeps of a form: the answers to its questions, without what was passed over."""
    return {name: answers[name] for name in flow.steps if answers.get(name) not in (None, SKIP)}


# When it was -----------------------------------------------------------------------------------------------------


def when_steps(name: str) -> tuple[Step, Step]:
    """Two questions: when it was, and at which hour, asked only of "earlier today" and "yesterday".

    The words are the same for all forms; `name` (at most 7 letters) and `nameh` are the places of the answers.
    """
    hour = f"{name}h"
    choices = picks("happened", *MINUTES, TODAY, YESTERDAY)

    def read(answer: Answer, answers: Answers, world: World) -> Any:
        value = read_moment(answer.text, today=str(answers.get("today")))
        if isinstance(value, str) and not _long_ago(answers) < value <= _this_minute(answers):
            return None
        return value

    def keep(answers: Answers, value: Any, world: World) -> Answers:
        return {**answers, name: int(value)} if value in MINUTES else answers

    def hours(answers: Answers, world: World) -> tuple[Choice, ...]:
        latest = str(answers.get("clock", "23:59")) if answers.get(name) == TODAY else "23:59"
        spoken = {one: one.replace(":", ".") for one in HOURS}
        return tuple(Choice(one, says("at-hour", hour=spoken[one])) for one in HOURS if one <= latest)

    def read_hour(answer: Answer, answers: Answers, world: World) -> str | None:
        said = read_clock(answer.text)
        over = answers.get(name) != TODAY or (said is not None and said <= str(answers.get("clock", "23:59")))
        return said if over else None

    return (
        Step(
            name,
            "ask-happened",
            choices,
            columns=2,
            read=read,
            shown=_when_shown,
            keep=keep,
            wordy=True,
            optional=False,
            clears=(hour,),
            label="label-happened",
        ),
        Step(
            hour,
            "ask-happened-hour",
            hours,
            columns=3,
            read=read_hour,
            shown=lambda value, answers, world: says("at-hour", hour=str(value).replace(":", ".")),
            optional=False,
            applies=lambda answers: answers.get(name) in (TODAY, YESTERDAY),
            label="label-happened-hour",
        ),
    )


def _long_ago(answers: Answers) -> str:
    """A date without a year that is still to come this year was not meant as one of last year."""
    return (date.fromisoformat(str(answers.get("today", "1970-07-01"))) - LONGEST_AGO).isoformat()


def _this_minute(answers: Answers) -> str:
    return f"{answers.get('today', '9999-12-31')}T{answers.get('clock', '23:59')}"


def _when_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if isinstance(value, int) and str(value) not in MINUTES:
        return says("minutes-ago", minutes=str(value))
    if str(value) in (*MINUTES, TODAY, YESTERDAY):
        return says(f"happened-{value}")
    at = datetime.fromisoformat(str(value))
    return says("happened-moment", day=at.date(), hour=f"{at:%H.%M}")


def moment(answers: Answers, name: str, *, profile: Profile, now: datetime) -> datetime:
    """When it was, by the answers to `when_steps(name)`; never later than now."""
    said = answers.get(name)
    if isinstance(said, int):
        return now - timedelta(minutes=said)
    if said in (TODAY, YESTERDAY):
        day = date.fromisoformat(str(answers["today"])) - timedelta(days=1 if said == YESTERDAY else 0)
        said = f"{day.isoformat()}T{answers.get(f'{name}h', '00:00')}"
    if said in (None, SKIP):
        return now
    return min(datetime.fromisoformat(str(said)).replace(tzinfo=profile.zone), now)


# The risk --------------------------------------------------------------------------------------------------------


def rating_steps(name: str) -> tuple[Step, Step]:
    """Two questions: the risk as it is now, and why, where it is lower than before (`risk`, from the start).

    `name` (at most 7 letters) and `namew` are the places of the answers.
    """
    choices = picks("rate", "tetap", "RENDAH", "SEDANG", "TINGGI")
    why = f"{name}w"

    def lower(answers: Answers) -> bool:
        before = answers.get("risk")
        rated_now = rating(answers, name)
        return rated_now is not None and before in RISKS and RISKS.index(rated_now) < RISKS.index(before)

    return (
        Step(name, "ask-rate", choices, columns=2, optional=False, clears=(why,), label="label-rate"),
        Step(
            why,
            "ask-rate-why",
            free=True,
            read=_told(why),
            shown=_told_shown(why, ()),
            optional=False,
            applies=lower,
            label="label-rate-why",
        ),
    )


def rating(answers: Answers, name: str) -> str | None:
    """The risk as it was rated anew; None where it stays as it was."""
    said = answers.get(name)
    return str(said) if said in RISKS[1:] else None


# The form --------------------------------------------------------------------------------------------------------


def form(name: str, *steps: Step) -> Flow:
    """A form of staff about a case: its questions in this order; it can be given up.

    Where the case has moved on while it was filled in (`meanwhile`, set then), it is asked at the end whether what was
    filled in still stands.
    """
    every = (*steps, _still(name))
    names = tuple(step.name for step in every)
    return Flow(name, {step.name: step for step in every}, lambda answers: names, cancel=True)


def still_of(name: str) -> str:
    """The last question of a form, by its name."""
    return f"{name[:7]}!"


def _still(name: str) -> Step:
    return Step(
        still_of(name),
        "ask-still",
        picks("still", "ya"),
        optional=False,
        applies=lambda answers: bool(answers.get(MEANWHILE)),
    )
