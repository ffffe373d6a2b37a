"""What a case manager does in one tap."""

from __future__ import annotations

from datetime import datetime

from cases import contact as contacts
from cases import visiting
from cases.alert import AlertRef
from cases.case import Contact
from cases.outcome import Outcome
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case, scene_of_visit
from handlers.showing import may_see
from storage import Work


async def contact(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Reached, not reached, or unsafe to call."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_see(scene, staff):
        raise NotAllowed
    if heard.choice not in set(Contact):
        raise Unknown
    return contacts.record(scene, how=Contact(heard.choice), by=staff, profile=world.profile, now=now)


async def unsafe(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Not safe: the unit is called at once."""
    scene = await scene_of_visit(work, heard.ref, actor=staff)
    return visiting.unsafe(scene, by=staff, alert_ref=AlertRef(new_ref()), profile=world.profile, now=now)
