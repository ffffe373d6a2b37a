"""After what was just done: the letters that the book wants now, as buttons to whoever has to make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from cases.letter_parts import Material
from cases.messages import Lane, Message, in_rows
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from cases.sheets import wanted
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.letters import allowed, kind_button, material
from handlers.scenes import scene_of_case
from storage import Work

#: What is done at these moments, beside the steps that an entry names itself.
AFTER: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.DECISION_CONFIRMED: ("1.5",),
    EventKind.CASE_ASSIGNED: ("1.7",),
    EventKind.CONSENT_REFUSED: ("1.10",),
    EventKind.REFERRAL_SENT: ("1.4",),
    EventKind.CASE_ENTRUSTED: ("1.4",),
    EventKind.ONE_SIDED_AGREED: ("6.4",),
}


async def offers(work: Work, done: Outcome, staff: Staff, world: World, now: datetime) -> Outcome:
    """The letters that the book wants after what was just done, as buttons: one quiet message, or none."""
    steps = {step for event in done.events for step in _steps(event)}
    ref = next((event.case for event in done.events), None)
    case = next((case for case in reversed(done.cases) if case.ref == ref), None)
    if not steps or ref is None:
        return Outcome()
    scene = await scene_of_case(work, ref, actor=staff)
    scene = replace(scene, case=case) if case is not None else scene
    to = _for_whom(done, scene, staff)
    if not allowed(Action.DRAFT, to, scene.case):
        return Outcome()
    gathered = await material(work, scene, to, world, now)
    gathered = replace(
        gathered,
        entries=(*gathered.entries, *done.entries),
        referrals=(*gathered.referrals, *(one for one in done.referrals if one.ref not in _refs(gathered))),
    )
    kinds = wanted(gathered, steps)
    if not kinds:
        return Outcome()
    return Outcome(
        messages=(
            Message(
                to.chat,
                says("letters-offered", number=scene.case.number),
                lane=Lane.REST,
                buttons=in_rows([kind_button(scene.case, kind) for kind in kinds], columns=1),
                slot=f"letters:{ref}",
            ),
        )
    )


def _refs(gathered: Material) -> frozenset[str]:
    return frozenset(str(referral.ref) for referral in gathered.referrals)


def _steps(event: Event) -> tuple[str, ...]:
    steps = event.told.get("steps", ())
    return (*AFTER.get(event.kind, ()), *(str(step) for step in steps if isinstance(steps, list | tuple)))


def _for_whom(done: Outcome, scene: Scene, staff: Staff) -> Staff:
    """Who has just got the case, else who did it."""
    assigned = any(event.kind is EventKind.CASE_ASSIGNED for event in done.events)
    manager = scene.roster.by_id(scene.case.manager) if assigned else None
    return manager or staff
