"""The form for protection by people on the spot: who asks for it, and what its answers come to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from cases import duty, protection
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.outcome import Outcome
from cases.phrases import At, says
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.conversation.protecting import PROTECTING_ORDER
from handlers.heard import Heard
from handlers.scenes import scene_of_alert
from storage import Work

#: Who names only a day is asked in the afternoon of it.
AFTERNOON = time(15)


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who is with the victim, and when can the unit be there?"""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    alert = protection.may_protect(scene, staff)
    area = scene.case.kecamatan
    hard = world.profile.hard_to_reach(area) is not None
    begun = begin_form("protect", heard.ref, scene, staff, world, now, area=area, hard=hard)
    if alert.taken_by != staff.id:
        return begun
    # Who fills this in is at work: the case must not be given to others under their hands.
    alive, silence = duty.alive(alert, profile=world.profile, now=now)
    return begun + Outcome(alerts=(alive,), reminders=(silence,))


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Kept with all that was told; only a victim who is safe there meets the clock, and that is said."""
    scene = await scene_of_alert(work, form.subject, actor=staff)
    safe = form.answers.get("psafe") == "ya"
    eta = _moment(form.answers.get("peta"), world, now)
    told = {name: form.answers[name] for name in PROTECTING_ORDER if name in form.answers}
    outcome = protection.protect(scene, by=staff, told=told, safe=safe, eta=eta, profile=world.profile, now=now)
    key = "protected-recorded" if safe else "protected-not-met"
    said = says(key, number=scene.case.number, arrival=At(eta), deadline=At(outcome.alerts[-1].deadline_at))
    return outcome + Outcome(messages=(Message(staff.chat, said),))


def _moment(told: object, world: World, now: datetime) -> datetime:
    """Hours from now, or the afternoon of a day."""
    if isinstance(told, int):
        return now + timedelta(hours=told)
    return datetime.combine(date.fromisoformat(str(told)), AFTERNOON, tzinfo=world.profile.zone)
