"""What we do when a message can't be brought to somebody: a lost officer is replaced at once, an operator told."""

from __future__ import annotations

from datetime import datetime

from cases.absence import without
from cases.crisis import new_run_cards
from cases.ladder import drop
from cases.messages import Lane, Message
from cases.outcome import Outcome
from cases.phrases import Phrase
from cases.refusals import Changed, Unknown
from cases.staff import Role, Roster, Staff
from handlers import groups, partners, unread
from handlers.conversation.engine import World
from handlers.outreach import lost_out_there
from handlers.scenes import scene_of_alert
from storage import Outgoing, Work


async def unreachable(work: Work, outgoing: Outgoing, *, world: World, now: datetime) -> None:
    """Telegram says that this person can't be written to (403). Whatever waits for them goes on at once (F7)."""
    if outgoing.chat < 0:
        await work.record(await groups.gone(work, outgoing.chat), now=now)
        return
    newly = await work.set_reachable(outgoing.chat, False)
    roster = await work.roster()
    person = roster.by_chat(outgoing.chat)
    if person is None:
        outcome = await partners.lost(work, outgoing.chat, world, now) if newly else Outcome()
        await work.record(outcome + await unread.lost(work, outgoing.chat, now), now=now)
        return
    slot = outgoing.message.slot
    if not newly:
        outcome = await _without(work, outgoing, person, world, now)
        outcome += await lost_out_there(work, person, slot, after=outcome, world=world, now=now)
        await work.record(outcome, now=now)
        return
    outcome = await gone(work, person, slot=slot, world=world, now=now)
    told = {"person": person.name}
    outcome += Outcome(
        messages=tuple(
            Message(lead.chat, Phrase("staff-unreachable", told), Lane.ESCALATION)
            for lead in roster.leads()
            if lead.id != person.id and lead.reachable
        )
    )
    await work.record(outcome, now=now)


async def lost(work: Work, outgoing: Outgoing, *, world: World, now: datetime) -> None:
    """A message that Telegram will never take: the operator hears which row; a call goes on to the next person."""
    roster = await work.roster()
    outcome = tell_operators(roster, "outbox-lost", outgoing.id)
    person = roster.by_chat(outgoing.chat)
    if person is not None:
        outcome += await _without(work, outgoing, person, world, now)
    if outgoing.message.about_talk:
        outcome += await unread.refused(work, outgoing.message.about_talk, outgoing.chat, now)
    await work.record(outcome, now=now)


async def brought(work: Work, outgoing: Outgoing, *, now: datetime) -> None:
    """Telegram has it: where an officer wrote it, they see so. What is only shown must not undo what was sent."""
    ref = outgoing.message.about_talk
    if not ref or outgoing.edits_message_id is not None:
        return
    for _ in range(2):
        try:
            async with work.savepoint():
                await work.record(await unread.delivered(work, ref, outgoing.chat, now), now=now)
            return
        except Changed:
            # The reporter has answered in that very moment: what stands now is read anew.
            continue


async def gone(work: Work, person: Staff, *, slot: str = "", world: World, now: datetime) -> Outcome:
    """Somebody of the unit blocked the bot, or has left: no call, no alert and no colleague waits for them (F7)."""
    outcome = Outcome()
    for alert in await work.open_alerts():
        if person.id in (*alert.awaited, *alert.takers, alert.offered_to):
            scene = await scene_of_alert(work, alert.ref)
            changed = without(scene, who=person.id, profile=world.profile, now=now)
            outcome += changed + new_run_cards(scene, changed, profile=world.profile)
    return outcome + await lost_out_there(work, person, slot, after=outcome, world=world, now=now)


async def _without(work: Work, outgoing: Outgoing, person: Staff, world: World, now: datetime) -> Outcome:
    """A call goes on without this person."""
    if not outgoing.message.about_alert:
        return Outcome()
    try:
        scene = await scene_of_alert(work, outgoing.message.about_alert)
    except Unknown:
        # The case was forgotten since: there is nobody to call for it any more.
        return Outcome()
    return drop(scene, who=person.id, declined=False, profile=world.profile, now=now)


def tell_operators(roster: Roster, key: str, row: int) -> Outcome:
    """A line to those who keep the machine, or else to who answers for the unit: which row, never what is in it."""
    admins = tuple(person for person in roster.having(Role.ADMIN) if person.reachable)
    return Outcome(
        messages=tuple(
            Message(person.chat, Phrase(key, {"row": str(row)}), Lane.REST) for person in admins or roster.leads()
        )
    )
