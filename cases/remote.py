"""What is different where the unit can't be in a day, and while others protect the victim until it comes (R-25)."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases.alert import Alert
from cases.case import Case
from cases.phrases import Phrase, says
from cases.profile import Profile

#: Whoever travels to people who are safe for now has no signal for hours: morning and evening are enough. Asking every
#: hour would give the alert away while its holder is on the only road.
TRAVELLING = timedelta(hours=12)


def is_protected(alert: Alert) -> bool:
    """People on the spot keep the victim safe, and the unit's own outreach is still to come."""
    return alert.protected_at is not None and alert.outreach_at is None


def silence_of(alert: Alert, profile: Profile) -> timedelta:
    """How long the holder may be silent before being asked."""
    return TRAVELLING if is_protected(alert) else timedelta(minutes=profile.silent_minutes)


def answer_within(alert: Alert, profile: Profile) -> timedelta:
    """How long the holder has to answer; on the way, as long as it takes to the next hill with a signal."""
    return timedelta(minutes=profile.silent_minutes if is_protected(alert) else profile.answer_minutes)


def is_late(alert: Alert, *, now: datetime) -> bool:
    """Whether an outreach recorded now is the first help, and comes after the deadline: a breach, never hidden."""
    if alert.outreach_at is not None:
        return False
    return (alert.protected_at or now) > alert.deadline_at


def way_to(case: Case, profile: Profile) -> Phrase:
    """What a card says of the way to that kecamatan; nothing where it is an ordinary one."""
    area = profile.hard_to_reach(case.kecamatan)
    if area is None:
        return says("nothing")
    through = tuple(says("as-typed", text=name) for name in area.through)
    if area.travel_hours is None:
        return says("area-way", through=through)
    return says("area-way-hours", hours=f"{area.travel_hours:g}", through=through)
