"""The whole case goes to others (1.5 b, c, d, d*) and is followed, or comes back: what a village can't carry is ours.

What has gone out to another institution can't be undone, only taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, for_good, moved
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.party import Party
from cases.profile import Profile
from cases.receipts import unheld_ring
from cases.referral import Partner, Referral, ReferralState
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
    outcome = for_good(
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
    outcome = for_good(
        advance(scene, Action.TAKE_BACK, written, by=by, profile=profile, now=now, event=EventKind.CASE_TAKEN_BACK)
    )
    here = replace(scene, case=moved(outcome), actor=by)
    told = here
    for referral in referrals:
        if referral.handover:
            # Who sent it has followed it so far, and hears that they need not any longer.
            told = replace(here, referral=referral)
        if referral.handover and referral.is_open:
            of = replace(here, referral=referral, partners=partners.get(referral.agency, ()))
            outcome += taken_back(of, reason=reason, by=by, profile=profile, now=now, quietly=True)
    outcome += Outcome(messages=tell(EventKind.CASE_TAKEN_BACK, told))
    return outcome + open_assignment(here, profile=profile, now=now)


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """They have it no more, and nobody has decided yet: the leads are asked again. `scene.referral` is who had it."""
    case, last = scene.case, scene.referral
    if not case.is_unheld or last is None:
        return Outcome(reminders=(Reminder(Clock.ASSIGNMENT, case.ref, None),))
    here = about(scene, last, profile)
    row = "handover_ended" if last.state is ReferralState.ENDED else "handover_unheld"
    return Outcome(
        events=(Event(EventKind.ASSIGNMENT_RANG, case.ref, now, told={"referral": last.ref, "what": "handover"}),),
        reminders=(unheld_ring(case, last, profile=profile, now=now),),
        messages=write(ALSO_LEADS[row], here),
    )
