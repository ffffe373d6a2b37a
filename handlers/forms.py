"""The short forms of staff: each starts at a button, asks a few things, and ends in one doing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import duty, ending, outing, rulings
from cases.alert import AlertRef
from cases.case import graver
from cases.crisis import new_run_cards
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.moves import Action, allow
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import says
from cases.refusals import NotAllowed, Refusal, WrongMoment
from cases.remote import is_late
from cases.staff import Role, Staff
from handlers import (
    assessing,
    clocks,
    consenting,
    correcting,
    erasing,
    files,
    letters,
    meeting,
    monitoring,
    people_desk,
    police,
    protecting,
    referring,
    relabelling,
    rota_filing,
    serving,
    terminating,
    visits,
)
from handlers.beginning import begin_form as _begin
from handlers.conversation.engine import Answer, Kind, Turn, World, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.flows import FLOWS
from handlers.heard import Doing, Heard
from handlers.refs import new_ref
from handlers.ruling import decision_card, judged_by, look_again, looked_at_another
from handlers.scenes import scene_of_alert, scene_of_case
from handlers.showing import may_judge
from handlers.since import seen_in, told_since
from storage import Work

Finish = Callable[[Work, Dialogue, Staff, World, datetime], Awaitable[Outcome]]


async def start_outreach(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    if scene.alert is None or staff.id not in scene.alert.takers or not scene.alert.is_open:
        raise NotAllowed
    # Who fills this in is at work: the case must not be given to others under their hands.
    alert, silence = duty.alive(scene.alert, profile=world.profile, now=now)
    begun = _begin("outreach", heard.ref, scene, staff, world, now, late=is_late(scene.alert, now=now))
    return begun + Outcome(alerts=(alert,), reminders=(silence,))


async def start_raise(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.RAISE, by=staff, case=scene.case)
    if not may_judge(scene, staff):
        raise NotAllowed
    return _begin("raise", heard.ref, scene, staff, world, now, risk=scene.case.risk)


async def start_lower(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.LOWER, by=staff, case=scene.case)
    if not may_judge(scene, staff):
        raise NotAllowed
    if looked_at_another(heard, scene):
        return look_again(scene, to=staff)
    return _begin("lower", heard.ref, scene, staff, world, now, to=heard.choice, judged=judged_by(scene.case))


async def start_ending(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To close a call without outreach: why? Then a second person is asked."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    allow(Action.END, by=staff, case=scene.case)
    if scene.alert is None or not scene.alert.is_open:
        raise WrongMoment
    return _begin("ending", heard.ref, scene, staff, world, now)


async def finish_ending(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, form.subject, actor=staff)
    return ending.ask_to_end(scene, reason=_reason(form.answers, "ereason"), by=staff, now=now)


async def start_police(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Reported to the police: under which number, where, when."""
    scene = await police.owed(work, heard.ref, staff)
    allow(Action.POLICE_REPORTED, by=staff, case=scene.case)
    return _begin("police", heard.ref, scene, staff, world, now)


async def start_excuse(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """A reason not to report: the head's alone, and whoever else presses hears so."""
    scene = await police.owed(work, heard.ref, staff)
    if staff.role is not Role.HEAD:
        return Outcome(messages=(Message(staff.chat, says("police-only-head", number=scene.case.number)),))
    return _begin("excuse", heard.ref, scene, staff, world, now)


async def finish_outreach(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Recorded; when that ends the alert and step 1.5 is still open, the decision is laid before the officer."""
    scene = await scene_of_alert(work, form.subject, actor=staff)
    assert scene.alert is not None
    late = is_late(scene.alert, now=now)
    if late and "olate" not in form.answers:
        # The deadline passed while the form was filled in: one more question, and nothing is asked again.
        answers = {**form.answers, "late": True}
        turn = begin(FLOWS[form.flow], replace(form, answers=answers, ended=False), world)
        return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)
    safe = {"ya": True, "tidak": False}.get(str(form.answers.get("osafe")))
    told = {key: value for key, value in form.answers.items() if key not in ("today", "clock", "late", "olate")}
    if late:
        told |= {"late": True, "late_reason": form.answers["olate"]}
    outcome = duty.record_outreach(scene, by=staff, told=told, safe=safe, profile=world.profile, now=now)
    key = "outreach-recorded" if safe else "outreach-recorded-unsafe"
    outcome += Outcome(
        messages=(Message(staff.chat, says(key, number=scene.case.number)),),
        reminders=(Reminder(Clock.ARRIVAL, scene.alert.ref, None),),
    )
    outcome += new_run_cards(scene, outcome, profile=world.profile) + outing.ask_back(scene, who=staff)
    if scene.case.confirmed_at is None:
        outcome += Outcome(messages=(decision_card(scene, to=staff),))
    return outcome


async def finish_raise(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    to = str(form.answers.get("rto"))
    scene = await scene_of_case(work, form.subject, actor=staff)
    emergency = to == "darurat" or scene.case.emergency
    if to != "darurat" and not graver(to, scene.case.risk):
        # A colleague was quicker: to "raise" it to less than that would be to lower it.
        return look_again(scene, to=staff)
    outcome = rulings.rule(
        scene,
        risk="TINGGI" if to == "darurat" else to,
        emergency=emergency,
        reason=_reason(form.answers, "rreason"),
        by=staff,
        alert_ref=AlertRef(new_ref()),
        profile=world.profile,
        now=now,
    )
    if scene.case.confirmed_at is None and outcome.cases:
        # What comes next is to confirm it: the card is laid before the officer at once.
        outcome += Outcome(messages=(decision_card(replace(scene, case=outcome.cases[-1]), to=staff),))
    return outcome


async def finish_lower(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    to = str(form.answers.get("to"))
    clear = to == "clear"
    if form.answers.get("judged") != judged_by(scene.case):
        return look_again(scene, to=staff)
    return rulings.lower(
        scene,
        risk=scene.case.risk if clear else to,
        emergency=False,
        reason=_reason(form.answers, "wreason"),
        by=staff,
        profile=world.profile,
        now=now,
    )


def _reason(answers: Mapping[str, Any], step: str) -> str:
    value = answers.get(step)
    return "" if value in (None, "_skip") else str(value)


FINISH: dict[str, Finish] = {
    "outreach": finish_outreach,
    "protect": protecting.finish,
    **visits.FINISH,
    "raise": finish_raise,
    "lower": finish_lower,
    **relabelling.FINISH,
    "ending": finish_ending,
    **rota_filing.FINISH,
    **letters.FINISH,
    **files.FINISH,
    "police": police.finish_reported,
    "excuse": police.finish_excused,
    **meeting.FINISH,
    **consenting.FINISH,
    **assessing.FINISH,
    **correcting.FINISH,
    **clocks.FINISH,
    **referring.FINISH,
    **serving.FINISH,
    **monitoring.FINISH,
    **terminating.FINISH,
    **erasing.FINISH,
    **people_desk.FINISH,
}
#: Flows of which every answer is looked at by itself, as in a report.
TURNS = people_desk.TURNS


async def pressed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome | None:
    """A button under a question of a form; None when it belongs to a report of their own."""
    if heard.action != "a" or heard.answer is None:
        return None
    open_forms = [form for form in await work.dialogues(staff.chat) if form.flow in FINISH or form.flow in TURNS]
    mine = [form for form in open_forms if form.subject == heard.ref and heard.answer.step in FLOWS[form.flow].steps]
    if mine:
        return await _turn(work, mine[0], heard.answer, staff, world, now)
    if heard.ref:
        return Outcome(messages=(Message(staff.chat, says("refusal-changed")),))
    return None


async def said(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome | None:
    """Something typed: it belongs to the form that was spoken in last."""
    newest = next(iter(await work.dialogues(staff.chat)), None)
    if newest is None or (newest.flow not in FINISH and newest.flow not in TURNS) or heard.doing is Doing.EDITED:
        return None
    return await _turn(work, newest, heard.answer or Answer(Kind.OTHER), staff, world, now)


async def _turn(work: Work, form: Dialogue, answer: Answer, staff: Staff, world: World, now: datetime) -> Outcome:
    turn: Turn = hear_answer(FLOWS[form.flow], form, answer, world)
    if form.flow in TURNS:
        return await TURNS[form.flow](work, form, turn, answer, staff, world, now)
    kept = replace(turn.dialogue, updated_at=now, ended=turn.finished or turn.dialogue.ended)
    # A question may name somebody: who stands for a child, or what was told a moment ago.
    asked = tuple(replace(message, protect=True) for message in turn.messages)
    outcome = Outcome(dialogues=(kept,), messages=asked)
    if not turn.finished:
        return outcome
    if kept.answers.get("cancelled"):
        return outcome + Outcome(messages=(Message(staff.chat, says("form-cancelled")),))
    ref, version = seen_in(kept.answers)
    meanwhile = Outcome(messages=await told_since(work, ref, version, staff) if ref else ())
    try:
        finish = correcting.finish if kept.answers.get("corrects") else FINISH[form.flow]
        return outcome + meanwhile + await finish(work, kept, staff, world, now)
    except Refusal as refusal:
        return outcome + Outcome(messages=(Message(staff.chat, refusal.phrase),)) + meanwhile
