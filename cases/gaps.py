"""Hours with nobody on the rota, and other troubles of an entry, in words."""

from __future__ import annotations

from datetime import datetime

from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.rota import Entry, Extra, Rota, Weekly
from cases.rota_words import when
from cases.shifts import Plan, Shift, plan_of
from cases.spans import Cover, without
from cases.staff import Roster

#: More gaps than this are not told one by one.
MOST = 8
#: So many days ahead an entry is looked at for what it brings about.
AHEAD = 31


def gap_lines(plan: Plan, profile: Profile, *, now: datetime) -> tuple[Phrase, ...]:
    """The hours with nobody on the rota in the coming days, once there is a rota."""
    return _lines(plan.gaps(now, days=profile.gap_days), profile) if plan.rota.is_used else ()


def _lines(gaps: Cover, profile: Profile) -> tuple[Phrase, ...]:
    lines = tuple(says("rota-gap", hours=when(gap, profile)) for gap in gaps[:MOST])
    return lines if len(gaps) <= MOST else (*lines, says("rota-more-gaps", count=len(gaps) - MOST))


def troubles(before: Rota, entry: Entry, roster: Roster, profile: Profile, *, now: datetime) -> tuple[Phrase, ...]:
    """What an entry brings about: hours that nobody has any more, shifts that fall into leave."""
    entries = (*(old for old in before.entries if old.ref != entry.ref), entry)
    old, new = (plan_of(rota, roster, profile) for rota in (before, Rota(entries)))
    opened = without(new.gaps(now, days=AHEAD), old.gaps(now, days=AHEAD))
    lost = [shift for shift in _of_entry(new, entry, now) if new.leave_in(shift.staff, shift.span)]
    clash = tuple(says("rota-in-leave", hours=when(shift, profile)) for shift in lost[:MOST])
    return (*_lines(opened, profile), *clash)


def _of_entry(plan: Plan, entry: Entry, now: datetime) -> tuple[Shift, ...]:
    if not isinstance(entry, Weekly | Extra) or entry.ended_at is not None:
        return ()
    alone = Plan(Rota((entry,)), plan.zone, plan.fixed)
    return alone.own(entry.staff, now, days=AHEAD)
