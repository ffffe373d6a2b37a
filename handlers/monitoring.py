"""What staff do of process 5: the plan of monitoring, and the decision to which it leads."""

from __future__ import annotations

from datetime import datetime

from cases import rounds
from cases.entry import EntryKind
from cases.messages import Message
from cases.moves import Action
from cases.notices import ALSO_LEADS, write
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NeedsReview
from cases.staff import Staff
from handlers.case_card import open_case
from handlers.conversation.engine import World
from handlers.entries import Filled, Finish, Start, finishes
from handlers.heard import Heard
from handlers.ruling import looked_at_another
from handlers.scenes import scene_of_case
from handlers.serving import begins, written_down
from storage import Work

A, K = Action, EntryKind


def judged(start: Start) -> Start:
    """A judgement is made on what was seen: from an older card nothing is begun, the case is shown as it stands."""

    async def begin(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
        scene = await scene_of_case(work, heard.ref, actor=staff)
        if not looked_at_another(heard, scene):
            return await start(work, heard, staff, world, now)
        return await changed(work, heard, staff, world, now)

    return begin


async def changed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """ "This has changed", and the case as it stands now."""
    said = Message(staff.chat, says("refusal-changed"))
    return Outcome(messages=(said,)) + await open_case(work, heard, staff, world, now)


async def _start_going_on(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Where somebody has to look at the case first, they are asked to, and the case manager hears why."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    try:
        if rounds.needs_review(scene.case, now=now):
            raise NeedsReview
        return await _going_on(work, heard, staff, world, now)
    except NeedsReview as refusal:
        here = scene.with_args(round=scene.case.handling.round)
        return Outcome(messages=(Message(staff.chat, refusal.phrase), *write(ALSO_LEADS["review"], here)))


async def _go_on(filled: Filled) -> Outcome:
    return filled.received(rounds.go_on(filled.scene, filled.written(K.DECISION), **filled.given))


async def _review(filled: Filled) -> Outcome:
    return rounds.review(filled.scene, filled.written(K.DECISION), **filled.given)


async def _enough(filled: Filled) -> Outcome:
    carried_out, recovered = (filled.answers.get(step) == "ya" for step in ("enplan", "enwell"))
    written = filled.written(K.DECISION)
    return filled.received(
        rounds.enough(filled.scene, written, carried_out=carried_out, recovered=recovered, **filled.given)
    )


_going_on = begins("goon", A.GO_ON)
PRESSES: dict[str, Start] = {
    A.MONITOR_PLAN: begins("monplan", A.MONITOR_PLAN),
    A.GO_ON: judged(_start_going_on),
    A.REVIEW: judged(begins("review", A.REVIEW)),
    A.ENOUGH: judged(begins("enough", A.ENOUGH)),
    A.TERM_PLAN: begins("termpla", A.TERM_PLAN),
}
FINISH: dict[str, Finish] = {
    "monplan": written_down(A.MONITOR_PLAN, K.MONITORING),
    "goon": finishes(A.GO_ON, _go_on),
    "review": finishes(A.REVIEW, _review),
    "enough": finishes(A.ENOUGH, _enough),
    "termpla": written_down(A.TERM_PLAN, K.TERMINATION),
}
