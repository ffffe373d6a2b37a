"""What follows for the referrals of a case from whatever else happened to it: clocks that stop, or run again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.notices import Scene
from cases.outcome import Outcome
from cases.receipts import clock
from cases.referring import STOPS, TURNS, case_over, stopped
from handlers.conversation.engine import World
from handlers.scenes import partners_of
from storage import Work


async def follow(work: Work, outcome: Outcome, world: World, now: datetime) -> Outcome:
    """The clocks of the referrals as they stand after this; whoever holds the case sees which are still open.

    It looks at what happened and not at who did it: a case is closed, and consent taken back, in more than one way.
    """
    kinds = {event.kind for event in outcome.events}
    if not kinds & (STOPS | TURNS):
        return Outcome()
    more = Outcome()
    changed = {referral.ref for referral in outcome.referrals}
    for case in {case.ref: case for case in outcome.cases}.values():
        if case.version == 0:
            continue
        found = tuple(one for one in await work.referrals(case.ref) if one.is_open and one.ref not in changed)
        scene = Scene(case=case, roster=await work.roster())
        more += Outcome(reminders=tuple(clock(case, one, profile=world.profile, now=now) for one in found))
        if kinds & STOPS:
            more += Outcome(messages=stopped(scene, found))
        for referral in found if kinds & STOPS and not case.is_open else ():
            of = replace(scene, referral=referral, partners=await partners_of(work, referral.agency))
            more += case_over(of, profile=world.profile, now=now)
    return more
