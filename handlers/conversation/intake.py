"""What staff fill in of a report that came by another way than the chat: how and when it came, then the same questions.

The answers are the reporter's; each question says so. `xwhen` is kept as minutes ago or as a moment of the unit's day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.case import Channel
from cases.phrases import Phrase, says
from handlers.conversation.answering import picks as report_picks
from handlers.conversation.people_vocabulary import picks
from handlers.conversation.police import STEPS as POLICE_STEPS
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.report import CALM
from handlers.conversation.steps import SKIP, Answer, Answers, Flow, Step, World, table
from handlers.conversation.summary import corrections, lines

CHANNELS = tuple(channel for channel in Channel if channel is not Channel.CHAT)
MINUTES = ("0", "60", "180", "1440")
LONGEST = 200
#: These come to the unit by somebody who brings a letter of their own (1.4).
BY_LETTER = (Channel.LETTER, Channel.PARTNER)


def _letter(answer: Answer, answers: Answers, world: World) -> str | None:
    return " ".join(answer.text.split())[:LONGEST] or None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


def _keep_when(answers: Answers, value: Any, world: World) -> Answers:
    return {**answers, "xwhen": int(value) if value in MINUTES else value}


def _when_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if isinstance(value, int) or value in MINUTES:
        return says(f"xwhen-{value}") if str(value) in MINUTES else says("minutes-ago", minutes=str(value))
    moment = datetime.fromisoformat(str(value))
    return says("police-when", day=moment.date(), hour=f"{moment:%H.%M}")


def _of_reporter(step: Step) -> Step:
    """A question of the chat, put to staff: what did the reporter say?"""

    def ask(answers: Answers, world: World) -> Phrase:
        return says("intake-question", question=step.question(answers, world))

    # Its own keyboard asks for the telephone number of whoever writes: that is not the reporter here.
    return replace(step, ask=ask, panel=None, waits="", past="", left="")


def _summary(answers: Answers, world: World) -> Phrase:
    return says("ask-xsend", lines=lines(answers, world) or says("file-empty"))


SEND = (*picks("xsend", "simpan"), *report_picks("send", "_menu"))
OWN = table(
    Step("xchannel", "ask-xchannel", picks("xchannel", *CHANNELS), columns=2, optional=False),
    Step(
        "xwhen",
        "ask-xwhen",
        picks("xwhen", *MINUTES),
        columns=2,
        read=POLICE_STEPS["lpwhen"].read,
        shown=_when_shown,
        keep=_keep_when,
        optional=False,
    ),
    Step("xpfa", "ask-xpfa", picks("xpfa", "ya", "tidak", "belum"), columns=3),
    Step(
        "xfrom",
        "ask-xfrom",
        free=True,
        read=_letter,
        shown=_as_typed,
        applies=lambda answers: answers.get("xchannel") in BY_LETTER,
    ),
    Step("xsend", _summary, SEND, optional=False, menu=corrections),
)
ASKED = tuple(name for name in CALM if name in QUESTIONS)
ORDER = ("xchannel", "xwhen", *ASKED, "xpfa", "xfrom", "name", "xsend")
#: Where somebody is in danger: first what helps to find them.
URGENT_FIRST = ("xchannel", "xwhen", "place", "regency", "country", "village", "now", "phone")


def order(answers: Answers) -> tuple[str, ...]:
    """How and when it came first; where help is called, the place and what goes on before everything else."""
    if not answers.get("urgent"):
        return ORDER
    return (*URGENT_FIRST, *(name for name in ORDER if name not in URGENT_FIRST))


INTAKE = Flow(
    "intake",
    {**OWN, **{name: _of_reporter(QUESTIONS[name]) for name in (*ASKED, "name")}},
    order,
    story=True,
    cancel=True,
)
INTAKE_FORMS = (INTAKE,)


def told_answers(answers: Answers) -> dict[str, Any]:
    """The reporter's answers alone."""
    return {key: value for key, value in answers.items() if key not in OWN and key not in ("today", "clock", "seen")}


def was_given(answers: Answers) -> bool:
    """Whether psychological first aid was given (1.3)."""
    return answers.get("xpfa") == "ya"


def letter_of(answers: Answers) -> str:
    """Whose letter came with it (1.4); empty where the unit itself received the report."""
    value = answers.get("xfrom")
    return "" if value in (None, SKIP) else str(value)


__all__ = ["INTAKE", "INTAKE_FORMS", "letter_of", "told_answers", "was_given"]
