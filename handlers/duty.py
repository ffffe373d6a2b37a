"""What a duty officer does with an alert."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases import duty, ending, offering
from cases.crisis import new_run_cards
from cases.dialogue import Dialogue
from cases.line import replies_to
from cases.messages import Button, Lane, Message, in_rows
from cases.moves import Action, allow
from cases.notices import Scene, card, stamp, tell
from cases.outcome import EventKind, Outcome
from cases.phrases import Phrase, says
from cases.refusals import Unknown
from cases.staff import Staff, StaffId
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.safety import contact_file
from handlers.scenes import scene_of_alert
from handlers.showing import file_of
from storage import Work

#: A reporter who was in the chat this short a while ago hears that somebody has taken it; later it would be unasked.
STILL_THERE = timedelta(minutes=15)


async def take(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """As many win as are wanted. They get what was told; the reporter, if still there, hears that it was read."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    if scene.alert is not None and staff.id in scene.alert.takers and scene.alert.is_open:
        return Outcome(messages=(Message(staff.chat, says("already-yours", number=scene.case.number)),))
    outcome = duty.take(scene, by=staff, profile=world.profile, now=now)
    outcome += await file_of(work, scene.case, to=staff, world=world, now=now)
    outcome += await contact_file(work, scene.case, to=staff, now=now)
    outcome += new_run_cards(scene, outcome, profile=world.profile)
    if scene.alert is not None and scene.alert.taken_by is not None:
        return outcome
    reporter = replies_to(scene.case)
    if reporter is None:
        return outcome
    draft: Dialogue | None = await work.dialogue(reporter, "report", "")
    active = draft is not None and draft.updated_at is not None and now - draft.updated_at <= STILL_THERE
    if active and draft is not None and draft.case == scene.case.ref:
        outcome += Outcome(messages=(Message(reporter, says("taken-reporter")),))
    return outcome


async def decline(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """ "I can't", to a call or to a colleague who asked."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    if heard.choice == "offer":
        return _offer_changed(heard, scene, staff, world) or offering.refuse(scene, by=staff, now=now)
    return duty.decline(scene, by=staff, profile=world.profile, now=now)


async def keep(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return duty.keep(scene, by=staff, profile=world.profile, now=now)


async def give_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    outcome = duty.give_back(scene, by=staff, profile=world.profile, now=now)
    return outcome + new_run_cards(scene, outcome, profile=world.profile)


async def offer(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To whom? Then: the one who was chosen is asked."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    allow(Action.OFFER, by=staff, case=scene.case)
    duty.held_by(scene, staff)
    if not heard.choice:
        return Outcome(messages=(_colleagues(scene, staff),))
    to = scene.roster.by_id(StaffId(int(heard.choice))) if heard.choice.isdigit() else None
    if to is None:
        raise Unknown
    return offering.offer(scene, to=to, by=staff, profile=world.profile, now=now)


def _colleagues(scene: Scene, staff: Staff) -> Message:
    """Everybody who can be asked, those on duty first."""
    people = offering.colleagues(scene)
    buttons = (
        Button(
            says("colleague-line", name=person.name, state=says("is-on-duty" if person.on_duty else "is-off-duty")),
            Action.OFFER,
            ref=scene.alert.ref if scene.alert else "",
            choice=str(person.id),
        )
        for person in people
    )
    phrase = Phrase("choose-colleague" if people else "no-colleague", card(scene))
    slot = f"offer:{scene.alert.ref}" if scene.alert else ""
    return Message(staff.chat, phrase, buttons=in_rows(buttons, columns=1), slot=slot)


async def accept(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The colleague takes it over, and gets what was told."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    changed = _offer_changed(heard, scene, staff, world)
    if changed is not None:
        return changed
    outcome = offering.accept(scene, by=staff, profile=world.profile, now=now)
    outcome += await file_of(work, scene.case, to=staff, world=world, now=now)
    outcome += await contact_file(work, scene.case, to=staff, now=now)
    return outcome + new_run_cards(scene, outcome, profile=world.profile)


def _offer_changed(heard: Heard, scene: Scene, staff: Staff, world: World) -> Outcome | None:
    """An answer to an offer that is over; where the same colleague was asked again, that is shown first."""
    alert = scene.alert
    if alert is not None and alert.offered_to == staff.id and heard.version == stamp(alert.offered_at):
        return None
    said = Message(staff.chat, says("refusal-changed"))
    if alert is None or not alert.is_open or alert.offered_to != staff.id:
        return Outcome(messages=(said,))
    asked = tell(EventKind.ALERT_OFFERED, offering.asking(scene, profile=world.profile))
    return Outcome(messages=(said, *_as_reply(asked, staff)))


async def agree_to_end(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To the very wish that was shown; where another one waits by now, that is shown first."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    outcome = ending.agree(scene, by=staff, now=now)
    if _other_wish(heard, scene):
        return _wish_again(scene, staff)
    return outcome + new_run_cards(scene, outcome, profile=world.profile)


async def refuse_to_end(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    outcome = ending.disagree(scene, by=staff, now=now)
    return _wish_again(scene, staff) if _other_wish(heard, scene) else outcome


def _other_wish(heard: Heard, scene: Scene) -> bool:
    wish = scene.alert.ending if scene.alert is not None else None
    return wish is None or heard.version != stamp(wish.at)


def _wish_again(scene: Scene, staff: Staff) -> Outcome:
    asked = tell(EventKind.ENDING_ASKED, ending.asking(replace(scene, actor=None)))
    return Outcome(messages=(Message(staff.chat, says("refusal-changed")), *_as_reply(asked, staff)))


def _as_reply(asked: tuple[Message, ...], staff: Staff) -> tuple[Message, ...]:
    """The card that they should have pressed, behind the word that they pressed another."""
    return tuple(replace(message, lane=Lane.REPLY) for message in asked if message.to == staff.chat)
