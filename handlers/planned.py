"""Fetches the rota as it is reckoned, with everybody who could be on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cases.rota import Rota
from cases.shifts import Plan, plan_of
from cases.staff import Roster
from handlers.conversation.engine import World
from storage import Work


@dataclass(frozen=True)
class Planned:
    roster: Roster
    rota: Rota
    plan: Plan


async def planned(work: Work, world: World, now: datetime) -> Planned:
    roster, rota = await work.roster(), await work.rota(now=now)
    return Planned(roster, rota, plan_of(rota, roster, world.profile))
