"""`/koreksi`: a reporter sets right what they told of themselves; what stood there before is kept in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.alert import AlertRef
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from cases.reports import learn
from handlers.conversation.engine import Answer, World, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.fixing_forms import FIXES, FIXING
from handlers.conversation.flows import FLOWS
from handlers.conversation.gazetteer import DISTRICT_LENGTH
from handlers.conversation.steps import Kind
from handlers.conversation.summary import line
from handlers.drafts import REPORT, told_in
from handlers.heard import Heard
from handlers.lines import open_case_of
from handlers.refs import new_ref
from handlers.scenes import handled_at, scene_of_case
from storage import Work

VILLAGE_DOTS = 3


async def start(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What is to be set right? Without a report that was sent everything can still be changed in its questions."""
    case = await open_case_of(work, heard.chat)
    if case is None:
        draft = await work.dialogue(heard.chat, REPORT)
        return Outcome(messages=(Message(heard.chat, says("fix-in-draft" if draft else "fix-nothing")),))
    dialogue = Dialogue(heard.chat, FIXING, "", answers={"who": case.answers.get("who")}, case=case.ref)
    turn = begin(FLOWS[FIXING], dialogue, world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)


async def turned(
    work: Work, form: Dialogue, heard: Heard, answer: Answer, world: World, now: datetime
) -> Outcome | None:
    """One answer. Words that are none are heard as ever: they reach who holds the case."""
    turn = hear_answer(FLOWS[FIXING], form, answer, world)
    if answer.kind is Kind.TEXT and not turn.understood:
        return None
    outcome = Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)
    if not turn.finished:
        return outcome
    if turn.dialogue.answers.get("cancelled"):
        return outcome
    return outcome + await _fixed(work, turn.dialogue, world, now)


async def _fixed(work: Work, form: Dialogue, world: World, now: datetime) -> Outcome:
    wanted = str(form.answers.get("fwhat"))
    case = await open_case_of(work, form.chat)
    if wanted not in FIXES or case is None or case.ref != form.case:
        return Outcome(messages=(Message(form.chat, says("fix-write")),))
    changes = _changes(wanted, form.answers[FIXES[wanted]])
    before = {step: case.answers.get(step) for step in changes}
    answers = {**case.answers, **{step: value for step, value in changes.items() if value is not None}}
    for step in [step for step, value in changes.items() if value is None]:
        answers.pop(step, None)
    scene = await scene_of_case(work, case.ref)
    told = told_in(Dialogue(form.chat, REPORT, "", answers=answers, language=case.language), world)
    news = tuple(one for step in changes if (one := line(step, answers, world)) is not None)
    there = await handled_at(work, scene)
    shown = news if there.case.ref == case.ref else ()
    _, learnt = learn(
        scene, told, cause=None, alert_ref=AlertRef(new_ref()), news=shown, profile=world.profile, now=now
    )
    event = Event(EventKind.DATA_CORRECTED, case.ref, now, told={"before": before, "now": changes})
    return learnt + Outcome(events=(event,), messages=(Message(form.chat, says("fixed")),))


def _changes(wanted: str, value: Any) -> Mapping[str, Any]:
    """The answers of the report that change with it; None: it no longer fits."""
    if wanted != "place":
        return {wanted: value}
    code = str(value)
    if code.count(".") == VILLAGE_DOTS:
        return {"place": code[:DISTRICT_LENGTH], "village": code}
    return {"place": code, "village": None}


COMMANDS = {"koreksi": start, "correct": start}
PRESSES = {"ownfix": start}
FORMS = {FIXING: turned}
