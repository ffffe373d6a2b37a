"""The whole case goes to others (1.5 b, c, d, d*) and is followed, or comes back: what a village can't carry is ours.

What has gone out to another institution can't be undone, only taken back: these entries bear no way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, moved
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.party import Party
from cases.profile import Profile
from cases.referral import Partner, Referral
from cases.referring import Asked, about, sent, taken_back
from cases.refusals import NeedsReason, NotForOthers
from cases.routing import can_be_entrusted
from cases.rulings import open_assignment
from cases.staff import Staff


def entrust(
    scene: Scene,
    asked: Asked,
    written: Written,
    *,
    by: Staff,
    profile: Profile,
    now: datetime,
    parties: Iterable[Party] = (),
    referrals: Iterable[Referral] = (),
) -> Outcome:
    """The case goes there as a whole; until they confirm it is asked after as any referral, then it is followed."""
    allow(Action.ENTRUST, by=by, case=scene.case)
    if not can_be_entrusted(scene.case):
        # An officer has raised it since: only RENDAH is for a village.
        raise NotForOthers
    outcome = _for_good(
        advance(scene, Action.ENTRUST, written, by=by, profile=profile, now=now, event=EventKind.CASE_ENTRUSTED)
    )
    case = moved(outcome)
    there = replace(scene, case=case)
    whole = replace(asked, handover=True)
    asking = sent(there, whole, by=by, profile=profile, now=now, parties=parties, referrals=referrals, quietly=True)
    here = about(replace(there, actor=by), asking.referrals[-1], profile)
    return (
        outcome
        + asking
        + Outcome(
            reminders=(Reminder(Clock.ASSIGNMENT, case.ref, None),), messages=tell(EventKind.CASE_ENTRUSTED, here)
        )
    )


def take_back(
    scene: Scene,
    written: Written,
    *,
    reason: str,
    by: Staff,
    profile: Profile,
    now: datetime,
    referrals: Iterable[Referral] = (),
    partners: Mapping[str, tuple[Partner, ...]],
) -> Outcome:
    """It is ours again, as just confirmed, and a case manager is to be found; its receiver hears that it was taken
    back. Other referrals of it stay. `partners` are known by the key of their agency."""
    if not reason.strip():
        raise NeedsReason
    outcome = _for_good(
        advance(scene, Action.TAKE_BACK, written, by=by, profile=profile, now=now, event=EventKind.CASE_TAKEN_BACK)
    )
    here = replace(scene, case=moved(outcome), actor=by)
    for referral in referrals:
        if referral.handover and referral.is_open:
            of = replace(here, referral=referral, partners=partners.get(referral.agency, ()))
            outcome += taken_back(of, reason=reason, by=by, profile=profile, now=now, quietly=True)
    outcome += Outcome(messages=tell(EventKind.CASE_TAKEN_BACK, here))
    return outcome + open_assignment(here, profile=profile, now=now)


def _for_good(outcome: Outcome) -> Outcome:
    return replace(outcome, entries=tuple(replace(entry, before=None) for entry in outcome.entries))
