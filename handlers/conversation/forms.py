"""What staff fill in: an outreach, a protection, a visit, another day, another risk, the end of a call.

The dialogue's subject is the alert, visit or case. `today` (ISO) and, for a lowering, `to` stand in the answers from
the start; `late` stands in those of an outreach that breaches its deadline. Every form can be given up.
"""

from __future__ import annotations

from typing import Any

from cases.ending import REASONS
from cases.phrases import Phrase, says
from handlers.conversation.answering import picks
from handlers.conversation.days import coming_day, day_shown, kept_day
from handlers.conversation.protecting import PROTECTING, PROTECTING_ORDER
from handlers.conversation.service_forms import MONEV
from handlers.conversation.steps import Answer, Answers, Choice, Flow, Step, World, table
from handlers.conversation.times import read_ago

#: A reason must say something to whoever reads it later.
SHORTEST_REASON = 3
LONGEST_REASON = 2000
MINUTES = ("0", "15", "30", "60")
#: Why an outreach came after its deadline; anything else is typed.
LATE = ("jarak", "mobil", "orang", "korban")
DAYS = ("1", "2", "3", "7")


def _typed(answer: Answer, answers: Answers, world: World) -> str | None:
    """Words of some length, for an outcome or a reason."""
    text = answer.text.strip()
    return text[:LONGEST_REASON] if len(text) >= SHORTEST_REASON else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _ago(answer: Answer, answers: Answers, world: World) -> int | str | None:
    return read_ago(answer.text)


def _keep_minutes(answers: Answers, value: Any, world: World) -> Answers:
    """Buttons count minutes ago; typed hours of the day stay as they are."""
    minutes = int(value) if value in MINUTES else value
    return {**answers, "owhen": minutes}


def _went_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if isinstance(value, int):
        return says(f"owhen-{value}") if value in (0, 15, 30, 60) else says("minutes-ago", minutes=str(value))
    return says("at-hour", hour=str(value))


def _graver(answers: Answers, world: World) -> tuple[Choice, ...]:
    """What is graver than the risk that the case has now (`risk`, from the start)."""
    every = ("RENDAH", "SEDANG", "TINGGI", "darurat")
    now = str(answers.get("risk"))
    return picks("rto", *(every[every.index(now) + 1 :] if now in every else every[1:]))


def _code_or_typed(step: str) -> Any:
    """Shows a button's label, or the words that were typed instead."""
    codes = {
        "vresult": ("baik", "tetap", "luput"),
        "ereason": REASONS,
        "oby": ("saya", "rekan", "mitra"),
        "olate": LATE,
    }[step]

    def show(value: Any, answers: Answers, world: World) -> Phrase:
        return says(f"{step}-{value}") if value in codes else says("as-typed", text=str(value))

    return show


STEPS = table(
    Step(
        "owhen",
        "ask-owhen",
        picks("owhen", *MINUTES),
        columns=2,
        read=_ago,
        shown=_went_shown,
        keep=_keep_minutes,
        wordy=True,
        optional=False,
    ),
    Step("ohow", "ask-ohow", picks("ohow", "datang", "telepon", "mitra", "polisi"), optional=False),
    Step(
        "oby",
        "ask-oby",
        picks("oby", "saya", "rekan", "mitra"),
        columns=3,
        free=True,
        read=_typed,
        shown=_code_or_typed("oby"),
        optional=False,
    ),
    Step(
        "opartner",
        "ask-opartner",
        free=True,
        read=_typed,
        shown=_as_typed,
        applies=lambda a: a.get("oby") in ("mitra", "rekan"),
    ),
    Step("osafe", "ask-osafe", picks("osafe", "ya", "tidak", "belum"), optional=False),
    Step("onote", "ask-onote", free=True, shown=_as_typed),
    Step(
        "olate",
        "ask-olate",
        picks("olate", *LATE),
        free=True,
        read=_typed,
        shown=_code_or_typed("olate"),
        optional=False,
        applies=lambda a: bool(a.get("late")),
    ),
    *PROTECTING,
    Step(
        "vresult",
        "ask-vresult",
        picks("vresult", "baik", "tetap", "luput"),
        free=True,
        read=_typed,
        shown=_code_or_typed("vresult"),
        optional=False,
    ),
    Step("vrisk", "ask-vrisk", picks("vrisk", "tetap", "RENDAH", "SEDANG", "TINGGI"), columns=2, optional=False),
    *MONEV,
    Step("lreason", "ask-lreason", free=True, read=_typed, shown=_as_typed, optional=False),
    Step(
        "lday",
        "ask-lday",
        picks("lday", *DAYS),
        columns=2,
        read=coming_day(),
        shown=day_shown("lday"),
        keep=kept_day("lday", DAYS),
        wordy=True,
        optional=False,
    ),
    Step("wreason", "ask-wreason", free=True, read=_typed, shown=_as_typed, optional=False),
    Step("nlabel", "ask-nlabel", picks("nlabel", "BUKAN_LAPORAN", "LAINNYA"), optional=False),
    Step("nwhy", "ask-nwhy", free=True, read=_typed, shown=_as_typed, optional=False),
    Step("rto", "ask-rto", _graver, optional=False),
    Step("rreason", "ask-rreason", free=True, shown=_as_typed),
)


STEPS |= table(
    Step(
        "ereason",
        "ask-ereason",
        picks("ereason", *REASONS),
        free=True,
        read=_typed,
        shown=_code_or_typed("ereason"),
        optional=False,
    )
)


def _form(name: str, *steps: str) -> Flow:
    return Flow(name, {step: STEPS[step] for step in steps}, lambda answers: steps, cancel=True)


FORMS = (
    _form("outreach", "owhen", "ohow", "oby", "opartner", "osafe", "onote", "olate"),
    _form("protect", *PROTECTING_ORDER),
    _form("visited", "vresult", "vrisk", *(step.name for step in MONEV)),
    _form("later", "lreason", "lday"),
    _form("lower", "wreason"),
    _form("relabel", "nlabel", "nwhy"),
    _form("raise", "rto", "rreason"),
    _form("ending", "ereason"),
)
