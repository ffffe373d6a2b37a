"""What we do when a message can't be brought to somebody: a lost officer is replaced at once, an operator told."""

from __future__ import annotations

from datetime import datetime

from cases.ladder import drop
from cases.messages import Lane, Message
from cases.outcome import Outcome
from cases.phrases import Phrase
from cases.refusals import Unknown
from cases.staff import Role, Staff
from handlers.conversation.engine import World
from handlers.scenes import scene_of_alert
from storage import Outgoing, Work


async def unreachable(work: Work, outgoing: Outgoing, *, world: World, now: datetime) -> None:
    """Telegram says that this person can't be written to (403). For a call, the next one is called now (F7)."""
    newly = await work.set_reachable(outgoing.chat, False)
    roster = await work.roster()
    person = roster.by_chat(outgoing.chat)
    if person is None:
        return
    outcome = Outcome()
    if outgoing.message.about_alert:
        try:
            scene = await scene_of_alert(work, outgoing.message.about_alert)
        except Unknown:
            return
        outcome += drop(scene, who=person.id, declined=False, profile=world.profile, now=now)
    if newly:
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
    outcome = tell_operators(roster.having(Role.ADMIN), "outbox-lost", outgoing.id)
    person = roster.by_chat(outgoing.chat)
    if person is not None and outgoing.message.about_alert:
        try:
            scene = await scene_of_alert(work, outgoing.message.about_alert)
        except Unknown:
            return
        outcome += drop(scene, who=person.id, declined=False, profile=world.profile, now=now)
    await work.record(outcome, now=now)


def tell_operators(operators: tuple[Staff, ...], key: str, row: int) -> Outcome:
    """A line to those who keep the machine: which row, never what is in it."""
    return Outcome(
        messages=tuple(
            Message(person.chat, Phrase(key, {"row": str(row)}), Lane.REST) for person in operators if person.reachable
        )
    )
