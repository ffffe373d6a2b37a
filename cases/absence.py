"""Somebody of the unit can't be reached any more, or has left: nothing waits for them a minute longer (F7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.duty import RETURNED_BY_LOSS, leave
from cases.ladder import drop
from cases.notices import Scene
from cases.offering import IS_AWAY, fell_through
from cases.outcome import Outcome
from cases.profile import Profile
from cases.staff import StaffId


def without(scene: Scene, *, who: StaffId, profile: Profile, now: datetime) -> Outcome:
    """One alert goes on without this person: what they hold goes back to the ladder, what they were asked is over."""
    alert = scene.alert
    if alert is None or not alert.is_open:
        return Outcome()
    outcome = Outcome()
    if alert.offered_to == who:
        outcome = fell_through(scene, how=IS_AWAY, by=None, now=now)
        alert = outcome.alerts[-1]
    here = replace(scene, alert=alert)
    if who in alert.takers:
        return outcome + leave(here, who=who, how=RETURNED_BY_LOSS, profile=profile, now=now)
    if who in alert.awaited:
        return outcome + drop(here, who=who, declined=False, profile=profile, now=now)
    return outcome
