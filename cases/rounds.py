"""What monitoring leads to (5.5): another round of assessment (5.6), or the way to termination (5.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, for_good, moved
from cases.case import Case
from cases.gates import LONG, ROUNDS_WITHOUT_REVIEW
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import EventKind, Outcome
from cases.profile import Profile
from cases.refusals import NeedsAnother, NeedsReview, NotRecovered
from cases.staff import Staff


def needs_review(case: Case, *, now: datetime) -> bool:
    """Whether somebody who answers for the unit has to look at the case before it goes on (R-27)."""
    done = case.handling
    long = done.started_at is not None and now - done.started_at >= LONG
    return done.reviewed < done.round and (long or done.round >= ROUNDS_WITHOUT_REVIEW)


def go_on(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The victim still needs services: assessment begins anew under the consent that stands. After the third round,
    or 180 days, only once it was reviewed (NeedsReview)."""
    allow(Action.GO_ON, by=by, case=scene.case)
    if needs_review(scene.case, now=now):
        raise NeedsReview
    outcome = advance(
        scene,
        Action.GO_ON,
        replace(written, steps=("5.5", "5.6")),
        by=by,
        profile=profile,
        now=now,
        event=EventKind.ROUND_STARTED,
        next_round=True,
    )
    here = replace(scene, case=moved(outcome), actor=by).with_args(round=moved(outcome).handling.round)
    return outcome + Outcome(messages=tell(EventKind.ROUND_STARTED, here))


def review(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Somebody who answers for the unit has looked at this round: the case may go on. Never its own manager
    (NeedsAnother)."""
    allow(Action.REVIEW, by=by, case=scene.case)
    if by.id in (scene.case.manager, scene.case.acting):
        raise NeedsAnother
    done = scene.case.handling
    outcome = for_good(
        advance(
            scene,
            Action.REVIEW,
            replace(written, steps=()),
            by=by,
            profile=profile,
            now=now,
            handling=replace(done, reviewed=done.round),
            event=EventKind.ROUND_REVIEWED,
        )
    )
    here = replace(scene, case=moved(outcome), actor=by).with_args(round=done.round)
    return outcome + Outcome(messages=tell(EventKind.ROUND_REVIEWED, here))


def enough(
    scene: Scene, written: Written, *, carried_out: bool, recovered: bool, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """The plan was carried out and the victim is considered recovered (5.5): both, or assessment goes on
    (NotRecovered)."""
    allow(Action.ENOUGH, by=by, case=scene.case)
    if not (carried_out and recovered):
        raise NotRecovered
    return advance(scene, Action.ENOUGH, written, by=by, profile=profile, now=now)
