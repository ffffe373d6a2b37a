"""Changes of a case, to who reported it and wanted to hear of them."""

from __future__ import annotations

from datetime import datetime

from cases.line import replies_to
from cases.news import NEWS, news
from cases.outcome import Outcome
from handlers.conversation.engine import World
from storage import Work


async def told(work: Work, outcome: Outcome, world: World, now: datetime) -> Outcome:
    """What they hear of what has just happened; nothing unless they chose to."""
    found = Outcome()
    changed = {case.ref: case for case in outcome.cases}
    for ref in dict.fromkeys(event.case for event in outcome.events if event.kind in NEWS):
        case = changed.get(ref) or await work.case(ref)
        chat = replies_to(case) if case is not None else None
        person = await work.person(chat) if chat is not None else None
        if case is not None and person is not None and person.safe.news:
            found += Outcome(messages=news(case, outcome.events, world.profile))
    return found
