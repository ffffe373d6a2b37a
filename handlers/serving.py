"""What staff do of processes 3 and 4: goal, needs, plan, conference, services, accompaniment, report."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from cases import serving
from cases.advancing import advance, moved
from cases.entry import Entry, EntryKind
from cases.messages import Button, Message, Style
from cases.moves import Action, may
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.conversation.entry_steps import words_of
from handlers.entries import Filled, Finish, Start, begin_entry, check_sees, finishes
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from storage import Work

#: What a form must know from the start.
Knows = Callable[[Work, Scene, datetime], Awaitable[Mapping[str, Any]]]
A, K = Action, EntryKind


async def _nothing(work: Work, scene: Scene, now: datetime) -> Mapping[str, Any]:
    return {}


def begins(flow: str, action: Action, knows: Knows = _nothing) -> Start:
    """The first question of that form, for who may see the case and while the book allows it."""

    async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
        scene = await scene_of_case(work, heard.ref, actor=staff)
        check_sees(scene, staff)
        return begin_entry(flow, action, scene, staff, world, now, **await knows(work, scene, now))

    return start


def written_down(action: Action, kind: EntryKind, *, when: str = "") -> Finish:
    """The step is written down, and nothing else is to be decided."""

    async def write(filled: Filled) -> Outcome:
        return filled.received(advance(filled.scene, action, filled.written(kind, when=when), **filled.given))

    return finishes(action, write)


def told(filled: Filled, step: str) -> str:
    """What was told as a reason; a voice note or a photo of handwriting is one too."""
    value = filled.answers.get(step)
    return words_of(value) or ("told" if isinstance(value, Mapping) else "")


async def last_entry(work: Work, scene: Scene, kind: EntryKind, step: str) -> Entry | None:
    """The entry that tells of a step as it was done last in this round; a correction stands for what it corrects."""
    done = scene.case.handling.last(step)
    if done is None:
        return None
    found = [entry for entry in await work.entries(scene.case.ref) if entry.kind is kind and entry.counts]
    return next((entry for entry in found if entry.ref == done.entry), None)


async def _for_the_plan(work: Work, scene: Scene, now: datetime) -> Mapping[str, Any]:
    entry = await last_entry(work, scene, K.NEEDS, "3.2")
    ticked = entry.told.get("nneeds") if entry is not None else None
    ticked = ticked.get("ticks") if isinstance(ticked, Mapping) else ticked
    return {"pneeds": list(ticked) if isinstance(ticked, list | tuple) else []}


async def _at_the_table(work: Work, scene: Scene, now: datetime) -> Mapping[str, Any]:
    return {"apart": serving.must_be_apart(scene.case)}


async def _confer(filled: Filled) -> Outcome:
    written = filled.written(K.CONFERENCE, when="cfw")
    invited = filled.answers.get("cfoff") == "ya"
    return filled.received(serving.confer(filled.scene, written, invited=invited, **filled.given))


async def _agree_plan(filled: Filled) -> Outcome:
    plan = await last_entry(filled.work, filled.scene, K.PLAN, "3.3")
    return filled.received(
        serving.agree_plan(
            filled.scene,
            filled.written(K.AGREEMENT, when="agw"),
            agreed=filled.answers.get("agok") == "setuju",
            confer_first=plan is not None and plan.told.get("plconf") == "ya",
            **filled.given,
        )
    )


async def _serve(filled: Filled) -> Outcome:
    written = filled.written(K.SERVICE, when="svw")
    accepted, with_result = filled.answers.get("svtake") != "tidak", "svres" in written.told
    return filled.received(
        serving.serve(filled.scene, written, accepted=accepted, with_result=with_result, **filled.given)
    )


async def _mediate(filled: Filled) -> Outcome:
    """Only where the victim wants it themselves: otherwise nothing was mediated, and nothing is written."""
    if filled.answers.get("mdwish") != "ya":
        number = filled.scene.case.number
        return Outcome(messages=(Message(filled.staff.chat, says("mediate-not-wished", number=number)),))
    return filled.received(advance(filled.scene, A.MEDIATE, filled.written(K.SERVICE, when="mdw"), **filled.given))


async def _how_long(work: Work, scene: Scene, now: datetime) -> Mapping[str, Any]:
    return {"long": serving.too_long(scene.case, now=now), "short": serving.too_short(scene.case, now=now)}


async def _accompany(filled: Filled) -> Outcome:
    """Told; where it ends, the next thing is its report."""
    goes_on = filled.answers.get("acgo") != "akhiri"
    written = filled.written(K.ACCOMPANIMENT, when="acw")
    outcome = serving.accompany(filled.scene, written, goes_on=goes_on, reason=told(filled, "acwhy"), **filled.given)
    case = moved(outcome)
    if goes_on or not may(A.REPORT, by=filled.staff, case=case):
        return filled.received(outcome)
    press = Button(says("button-report"), A.REPORT, ref=case.ref, version=case.version, style=Style.PRIMARY)
    next_one = Message(filled.staff.chat, says("accompany-ended", number=case.number), buttons=((press,),))
    return filled.received(outcome) + Outcome(messages=(next_one,))


async def _report(filled: Filled) -> Outcome:
    reason = told(filled, "rpearly")
    return filled.received(serving.report(filled.scene, filled.written(K.RESULT), reason=reason, **filled.given))


PRESSES: dict[str, Start] = {
    A.GOAL: begins("goal", A.GOAL),
    A.NEEDS: begins("needs", A.NEEDS),
    A.PLAN: begins("plan", A.PLAN, _for_the_plan),
    A.CONFER: begins("confer", A.CONFER, _at_the_table),
    A.AGREE_PLAN: begins("agplan", A.AGREE_PLAN),
    A.SERVE: begins("serve", A.SERVE),
    A.MEDIATE: begins("mediate", A.MEDIATE),
    A.DOCUMENT: begins("docum", A.DOCUMENT),
    A.ACCOMPANY: begins("accomp", A.ACCOMPANY, _how_long),
    A.REPORT: begins("svrep", A.REPORT, _how_long),
}
FINISH: dict[str, Finish] = {
    "goal": written_down(A.GOAL, K.GOAL),
    "needs": written_down(A.NEEDS, K.NEEDS),
    "plan": written_down(A.PLAN, K.PLAN),
    "confer": finishes(A.CONFER, _confer),
    "agplan": finishes(A.AGREE_PLAN, _agree_plan),
    "serve": finishes(A.SERVE, _serve),
    "mediate": finishes(A.MEDIATE, _mediate),
    "docum": written_down(A.DOCUMENT, K.RESULT),
    "accomp": finishes(A.ACCOMPANY, _accompany),
    "svrep": finishes(A.REPORT, _report),
}
