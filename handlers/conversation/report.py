"""The report: its questions in a calm order and in the order of an emergency, the summary, and the sending.

What was told in words is put up for confirmation before anything is asked. Calm: safety first, what happened, who,
where, what is needed. Emergency: where, what, a number to call back, one at a time; then the rest, for whoever can
go on.
"""

from __future__ import annotations

from handlers.conversation.answering import consent, picks
from handlers.conversation.caught import CATCHING
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.steps import SKIP, Answers, Flow, Step
from handlers.conversation.summary import corrections, summary

WHO = ("phone", "name", "card")
SEND = Step(
    "send",
    summary,
    picks("send", "kirim", "_menu", "_wait"),
    optional=False,
    keep=consent,
    menu=corrections,
    waits="draft-kept",
    past="summary-sent",
    left="summary-left",
    # It repeats who they are, if they told it.
    private=lambda answers: any(answers.get(name) not in (None, SKIP) for name in WHO),
)

PLACE = ("place", "regency", "country", "village")
VICTIMS = ("who", "job", "victim", "age")
VIOLENCE = ("kind", "law", "wed", "when", "danger", "state", "mind", "other", "otherage", "again", "doer", "reach")
ELSEWHERE = ("where", "iplace", "iregency", "icountry")
LAST = ("needs", "tell", "contact", "phone", "hours", "send")

CALM = (*CATCHING, "safe", "now", *VICTIMS, *VIOLENCE, *PLACE, *ELSEWHERE, *LAST)
URGENT = (*CATCHING, *PLACE, "now", "phone", "more")


def order(answers: Answers) -> tuple[str, ...]:
    """The calm order, or the urgent one once help is being called; its rest only if the reporter can go on."""
    if not answers.get("urgent"):
        return CALM
    if answers.get("more") != "lanjut":
        return URGENT
    return (*URGENT, *(name for name in CALM if name not in URGENT))


REPORT = Flow("report", {**CATCHING, **QUESTIONS, SEND.name: SEND}, order, story=True, urgent=True)
