"""What a coordinator does: find a case manager for every case."""

from __future__ import annotations

from datetime import datetime

from cases import assignment, caseload
from cases.messages import Button, Lane, Message, in_rows
from cases.moves import Action, allow
from cases.notices import card
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.refusals import Unknown
from cases.staff import Staff, StaffId
from cases.visit import VisitRef
from handlers.conversation.engine import World
from handlers.excluding import close_sibling
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.ruling import looked_at_another
from handlers.scenes import scene_of_case
from handlers.showing import file_of
from handlers.standing_in import loaded
from storage import Work


async def offer_managers(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Everybody who can hold the case, with how much they hold already, the freest first, who is on leave last."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.ASSIGN, by=staff, case=scene.case)
    people = caseload.able(scene.roster)
    buttons = (
        Button(
            line,
            Action.ASSIGN,
            ref=scene.case.ref,
            version=scene.case.version,
            choice=str(person.id),
        )
        for person, line in await loaded(work, people, world, now)
    )
    phrase = Phrase("choose-manager" if people else "no-managers", card(scene))
    slot = f"assign:{scene.case.ref}"
    return Outcome(messages=(Message(staff.chat, phrase, buttons=in_rows(buttons, columns=1), slot=slot),))


async def assign(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The chosen one holds the case and gets its file."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    chosen = scene.roster.by_id(StaffId(int(heard.choice))) if heard.choice.isdigit() else None
    if chosen is None:
        raise Unknown
    allow(Action.ASSIGN, by=staff, case=scene.case)
    if looked_at_another(heard, scene):
        # Another coordinator may have been quicker: who holds it by now is seen before it is taken away.
        said = Message(staff.chat, says("refusal-changed"))
        return Outcome(messages=(said,)) + await offer_managers(work, heard, staff, world, now)
    outcome = assignment.assign(
        scene, manager=chosen, by=staff, visit_ref=VisitRef(new_ref()), profile=world.profile, now=now
    )
    outcome += await close_sibling(work, scene.case.sibling, chosen, world=world, now=now)
    return outcome + await file_of(work, scene.case, to=chosen, world=world, now=now, lane=Lane.REMINDER)
