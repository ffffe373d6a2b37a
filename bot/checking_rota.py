"""What `python -m bot check` says of the rota: hours with nobody, and who comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cases.profile import Profile
from cases.shifts import plan_of
from cases.staff import StaffId
from storage import Work

MOST = 10


@dataclass(frozen=True)
class RotaFindings:
    """Lines for what is wrong, and when each member's next shift begins, in words."""

    wrong: tuple[str, ...] = ()
    next_on: Mapping[StaffId, str] = field(default_factory=dict)

    def said_of(self, staff: StaffId) -> str:
        """That this member is on the rota soon, where that is so."""
        return f", and is on the rota {self.next_on[staff]}" if staff in self.next_on else ""


async def look_at_rota(look: Work, profile: Profile, *, now: datetime) -> RotaFindings:
    """Nothing is wrong with a rota that nobody uses: then the switch decides."""
    rota = await look.rota(now=now)
    if not rota.is_used:
        return RotaFindings()
    plan = plan_of(rota, await look.roster(), profile)
    gaps = plan.gaps(now, days=profile.gap_days)
    wrong = [f"Nobody is on the rota from {_at(g.start, profile)} to {_at(g.end, profile)}." for g in gaps[:MOST]]
    if len(gaps) > MOST:
        wrong.append(f"Nobody is on the rota at {len(gaps) - MOST} more times: /piket shows them.")
    coming: dict[StaffId, str] = {}
    for shift in plan.shifts(now, now + timedelta(days=profile.gap_days)):
        coming.setdefault(shift.staff, f"from {_at(shift.start, profile)}")
    return RotaFindings(tuple(wrong), coming)


def _at(moment: datetime, profile: Profile) -> str:
    return f"{profile.local(moment):%a %d %b %H:%M %Z}"
