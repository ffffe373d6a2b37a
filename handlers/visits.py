"""A planned visit (5.2): made, put off, counted because somebody was met on its day, and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from cases import visiting
from cases.alert import AlertRef
from cases.dialogue import Dialogue
from cases.entry import Entry, EntryRef
from cases.messages import Button, Message, Style
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import EventKind, Outcome
from cases.phrases import says
from cases.refusals import Changed
from cases.staff import Staff
from cases.visit import VisitRef
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.conversation.entry_steps import files_of, told_in
from handlers.conversation.flows import FLOWS
from handlers.entries import Start
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_visit
from storage import Work

#: One tap beneath the meeting (1.8) counts it as the visit that was due, with what came of it.
MET: Mapping[str, str] = {"met-baik": "baik", "met-tetap": "tetap"}


def recorded(scene: Scene, staff: Staff) -> Message:
    """The card that is put right stands further up; whoever has just pressed looks at the end of the chat."""
    return Message(staff.chat, says("form-recorded", number=scene.case.number))


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_visit(work, heard.ref, actor=staff)
    visiting.may_answer(scene, Action.VISIT_DONE, staff)
    if heard.choice in MET:
        return await _counted(work, scene, heard, staff, world, now)
    monitored = scene.case.status in visiting.MONITORED
    return begin_form("visited", heard.ref, scene, staff, world, now, monev=monitored)


async def start_postpone(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_visit(work, heard.ref, actor=staff)
    visiting.may_answer(scene, Action.VISIT_POSTPONE, staff)
    return begin_form("later", heard.ref, scene, staff, world, now)


async def _counted(work: Work, scene: Scene, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The meeting of today was the visit: nothing is asked a second time, and its risk was rated there."""
    if not visiting.was_met(scene, profile=world.profile, now=now):
        raise Changed
    given = await _given(work, scene, staff, world, now)
    done = visiting.done(scene, outcome=MET[heard.choice], risk=None, **given)
    return Outcome(messages=(recorded(scene, staff),)) + done


def counting(scene: Scene, staff: Staff, world: World, now: datetime) -> Outcome:
    """Under a meeting that was just written down: whether it was also the visit that is due."""
    visit = scene.visit
    if visit is None or not visiting.was_met(scene, profile=world.profile, now=now):
        return Outcome()
    rows = tuple(
        (Button(says(f"button-visited-{choice}"), Action.VISIT_DONE, visit.ref, visit.version, choice, Style.SUCCESS),)
        for choice in MET
    )
    words = says("met-visit", number=scene.case.number, due=visit.due_on)
    return Outcome(messages=(Message(staff.chat, words, buttons=rows),))


async def _given(work: Work, scene: Scene, staff: Staff, world: World, now: datetime) -> dict[str, Any]:
    """What every visit is given. Where its note was taken back, the next one has a name of its own."""
    assert scene.visit is not None
    noted = await work.entry(EntryRef(scene.visit.ref)) is not None
    return {
        "note_ref": EntryRef(new_ref()) if noted else None,
        "by": staff,
        "next_ref": VisitRef(new_ref()),
        "alert_ref": AlertRef(new_ref()),
        "profile": world.profile,
        "now": now,
    }


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_visit(work, form.subject, actor=staff)
    risk = form.answers.get("vrisk")
    return Outcome(messages=(recorded(scene, staff),)) + visiting.done(
        scene,
        outcome=str(form.answers.get("vresult", "")),
        risk=risk if risk in ("RENDAH", "SEDANG", "TINGGI") else None,
        told=told_in(FLOWS["visited"], form.answers),
        files=files_of(form.answers),
        **await _given(work, scene, staff, world, now),
    )


async def finish_postpone(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_visit(work, form.subject, actor=staff)
    return Outcome(messages=(recorded(scene, staff),)) + visiting.postpone(
        scene,
        reason=str(form.answers.get("lreason", "")),
        to=date.fromisoformat(str(form.answers["lday"])),
        by=staff,
        profile=world.profile,
        now=now,
    )


async def taken_back(work: Work, scene: Scene, entry: Entry, world: World, now: datetime) -> Outcome:
    """Where the note that was undone told of a visit: the visit stands in the plan again."""
    history = await work.history(entry.case)
    of = (one for one in reversed(history) if one.kind is EventKind.VISIT_DONE)
    made = next((one for one in of if entry.ref == one.told.get("note", one.told.get("visit"))), None)
    visit = await work.visit(VisitRef(str(made.told["visit"]))) if made is not None else None
    return visiting.taken_back(scene, visit, profile=world.profile, now=now) if visit is not None else Outcome()


PRESSES: dict[str, Start] = {Action.VISIT_DONE: start, Action.VISIT_POSTPONE: start_postpone}
FINISH = {"visited": finish, "later": finish_postpone}
