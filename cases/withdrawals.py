"""A reporter takes back what they wrote, or says that all is well. It may be forced: it lowers nothing, and is told."""

from __future__ import annotations

from cases.messages import Lane, Message
from cases.notices import Scene
from cases.phrases import Phrase


def tell_of_withdrawal(scene: Scene, remark: str) -> tuple[Message, ...]:
    """To who holds the alert and the case; while nobody does, to everybody who was called, and the leads."""
    alert, roster = scene.alert, scene.roster
    calls = alert is not None and alert.calls_for_help
    holders = (*(alert.takers if alert is not None and alert.is_open else ()), scene.case.manager, scene.case.acting)
    people = [person for person in map(roster.by_id, holders) if person is not None and person.active]
    if not people:
        called = (roster.by_id(id) for id in alert.told) if alert is not None and alert.is_open else ()
        people = [*(person for person in called if person is not None and person.active), *roster.leads()]
    chats = dict.fromkeys(person.chat for person in people)
    phrase = Phrase(f"withdrawn-{remark}", {"number": scene.case.number})
    return tuple(Message(chat, phrase, Lane.ESCALATION if calls else Lane.REMINDER) for chat in chats)
