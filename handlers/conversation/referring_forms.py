"""What is asked about a referral: to whom, for what, who goes along; then what came of it; and why a case comes back.

From the start stand in the answers: `agencies` (keys that may be chosen), `agency` where there is but one, `must`
(somebody has to go along), `tell` (agencies of which the victim must have been told), and for news `doing`, with
`partner` where it is a partner who tells it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from cases.needs import DECLINES, NEEDS, RESULTS, RETURNS, SHARED, WITHDRAWALS, need_in_words
from cases.phrases import Phrase, says
from handlers.conversation.days import coming_day, day_shown, kept_day
from handlers.conversation.police import moment_of, moment_shown
from handlers.conversation.referring_words import WORDS, choices
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Flow, Step, World, table

SHORTEST, LONGEST = 3, 300
LONGEST_NEWS = 2000
#: What a button can show of the name of an institution.
LABEL = 36
MINUTES = ("0", "60", "180")
DAYS = ("3", "7", "14", "30")
#: Who goes along where no name is typed: whoever fills it in, or the receiver's own people.
MYSELF, THEIRS, NOBODY = "saya", "sana", "none"


def _typed(answer: Answer, answers: Answers, world: World) -> str | None:
    text = " ".join(answer.text.split())
    return text[:LONGEST] if len(text) >= SHORTEST else None


def _news(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()
    return text[:LONGEST_NEWS] if len(text) >= SHORTEST else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _shown(step: str, *codes: str) -> Any:
    def show(value: Any, answers: Answers, world: World) -> Phrase:
        return says(f"{step}-{value}") if value in codes else says("as-typed", text=str(value))

    return show


def _agencies(answers: Answers, world: World) -> tuple[Choice, ...]:
    """Those that may be told, by their names."""
    found = (world.profile.agency(str(key)) for key in answers.get("agencies", ()))
    return tuple(
        Choice(one.key, says("as-typed", text=_cut(one.name)), (one.name,)) for one in found if one is not None
    )


def _cut(name: str) -> str:
    return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"


def _ask_agency(answers: Answers, world: World) -> Phrase:
    return says("ask-rfto" if answers.get("agencies") else "ask-rfto-none")


def _agency_shown(value: Any, answers: Answers, world: World) -> Phrase:
    agency = world.profile.agency(str(value))
    return says("as-typed", text=agency.name if agency else str(value))


def agency_key(answers: Answers) -> str:
    """The agency that was chosen, or stood from the start."""
    return str(answers.get("rfto") or answers.get("agency") or "")


#: What is asked of who gets the case as a whole.
WHOLE = "tangani"


def _needs(answers: Answers, world: World) -> tuple[Choice, ...]:
    agency = world.profile.agency(agency_key(answers))
    codes = NEEDS[agency.kind] if agency is not None else ()
    if answers.get("handover") and WHOLE not in codes:
        codes = (WHOLE, *codes)
    return tuple(Choice(code, need_in_words(code), WORDS[f"need-{code}"]) for code in codes)


def _need_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return need_in_words(str(value))


def _must_tell(answers: Answers) -> bool:
    return agency_key(answers) in answers.get("tell", ())


def _told(answers: Answers, world: World) -> tuple[Choice, ...]:
    return choices("rftold", "ya") if _must_tell(answers) else choices("rftold", "ya", "belum")


def _ask_told(answers: Answers, world: World) -> Phrase:
    return says("ask-rftold-must" if _must_tell(answers) else "ask-rftold")


def _with(answers: Answers, world: World) -> tuple[Choice, ...]:
    every = (MYSELF, THEIRS) if answers.get("must") else (MYSELF, THEIRS, NOBODY)
    return choices("rfwith", *every)


def _ask_with(answers: Answers, world: World) -> Phrase:
    return says("ask-rfwith-must" if answers.get("must") else "ask-rfwith")


def _keep_minutes(answers: Answers, value: Any, world: World) -> Answers:
    return {**answers, "rfwhen": int(value) if value in MINUTES else value}


def _when_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return says(f"rfwhen-{value}") if str(value) in MINUTES else moment_shown(value)


def next_day(answers: Answers) -> date | None:
    """The day of the next coordination that was named; None where it was passed over."""
    told = answers.get("rfnext")
    return None if told in (None, SKIP) else date.fromisoformat(str(told))


STEPS = table(
    Step("rfto", _ask_agency, _agencies, shown=_agency_shown, optional=False),
    Step("rfneed", "ask-rfneed", _needs, free=True, read=_typed, shown=_need_shown, optional=False),
    Step("rfshare", "ask-rfshare", choices("rfshare", *SHARED, "none"), many=True, none="none", optional=False),
    Step("rftold", _ask_told, _told, columns=2, optional=False),
    Step(
        "rfwith",
        _ask_with,
        _with,
        free=True,
        read=_typed,
        shown=_shown("rfwith", MYSELF, THEIRS, NOBODY),
        optional=False,
    ),
    Step("rfwho", "ask-rfwho", free=True, read=_typed, shown=_as_typed, optional=False),
    Step(
        "rfwhen",
        "ask-rfwhen",
        choices("rfwhen", *MINUTES),
        columns=3,
        read=moment_of,
        shown=_when_shown,
        keep=_keep_minutes,
        optional=False,
    ),
    Step(
        "rfwhy",
        "ask-rfwhy",
        choices("rfwhy", *DECLINES),
        free=True,
        read=_typed,
        shown=_shown("rfwhy", *DECLINES),
        optional=False,
    ),
    Step("rfnews", "ask-rfnews", free=True, read=_news, shown=_as_typed, optional=False),
    Step(
        "rfres",
        "ask-rfres",
        choices("rfres", *RESULTS),
        free=True,
        read=_news,
        shown=_shown("rfres", *RESULTS),
        optional=False,
    ),
    Step(
        "rfdraw",
        "ask-rfdraw",
        choices("rfdraw", *WITHDRAWALS),
        free=True,
        read=_typed,
        shown=_shown("rfdraw", *WITHDRAWALS),
        optional=False,
    ),
    Step(
        "rfnext",
        "ask-rfnext",
        choices("rfnext", *DAYS),
        columns=2,
        read=coming_day(),
        shown=day_shown("rfnext"),
        keep=kept_day("rfnext", DAYS),
        wordy=True,
        applies=lambda answers: not answers.get("partner"),
    ),
    Step(
        "rfback",
        "ask-rfback",
        choices("rfback", *RETURNS),
        free=True,
        read=_typed,
        shown=_shown("rfback", *RETURNS),
        optional=False,
    ),
)

#: What is asked for each kind of news.
NEWS = {
    "yes": ("rfwho", "rfwhen", "rfnext"),
    "no": ("rfwhy",),
    "news": ("rfnews", "rfnext"),
    "done": ("rfres",),
    "withdraw": ("rfdraw",),
}
_TELLING = tuple(dict.fromkeys(step for steps in NEWS.values() for step in steps))


def _referring(answers: Answers) -> tuple[str, ...]:
    to = () if answers.get("agency") else ("rfto",)
    return (*to, "rfneed", "rfshare", "rftold", "rfwith")


def _telling(answers: Answers) -> tuple[str, ...]:
    return NEWS.get(str(answers.get("doing")), NEWS["news"])


REFERRING_FORMS = (
    Flow(
        "refer",
        {name: STEPS[name] for name in ("rfto", "rfneed", "rfshare", "rftold", "rfwith")},
        _referring,
        cancel=True,
    ),
    Flow("refnews", {name: STEPS[name] for name in _TELLING}, _telling, cancel=True),
    Flow("takeback", {"rfback": STEPS["rfback"]}, lambda answers: ("rfback",), cancel=True),
)
