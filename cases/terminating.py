"""Processes 5.8 and 6: the file is complete, the end is laid before beneficiary and family, and they sign it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance
from cases.case import Case
from cases.completeness import Papers, checklist, missing, named
from cases.handling import Attempt, Signer
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.profile import Profile
from cases.refusals import Incomplete, NeedsSignature, NeedsStep, WrongMoment
from cases.staff import Staff
from cases.visit import VisitState

#: In which ways somebody is looked for (R-26).
WAYS = ("phone", "visit", "others")


def check(scene: Scene, written: Written, *, papers: Papers, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """All documents of processes 1 to 5 are there (5.8). Raises Incomplete, with those that are missing."""
    allow(Action.CHECK, by=by, case=scene.case)
    lacking = missing(checklist(scene.case, papers))
    if lacking:
        raise Incomplete(missing=named(lacking))
    handling = replace(scene.case.handling, checked_at=now)
    return advance(scene, Action.CHECK, written, by=by, profile=profile, now=now, handling=handling)


def present(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The plan of termination was laid before beneficiary and family (6.1). The last monitoring visit comes before
    (R-16): one that is due is made first, and none may have been later than this meeting (NeedsStep)."""
    allow(Action.PRESENT, by=by, case=scene.case)
    visited, visit = scene.case.handling.last("5.2"), scene.visit
    today = profile.local(now).date()
    due = visit is not None and visit.state is VisitState.PLANNED and visit.due_on <= today
    if visited is None or visited.at > written.at or due:
        raise NeedsStep(step="5.2")
    return advance(scene, Action.PRESENT, written, by=by, profile=profile, now=now)


def sign_end(scene: Scene, written: Written, *, signer: Signer, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The form of termination is signed, with feedback in the victim's own words (6.3). Only with the photo of
    the form, and never signed by the alleged offender (NeedsSignature)."""
    allow(Action.SIGN_END, by=by, case=scene.case)
    if signer is Signer.OFFENDER or not any(one.kind == "photo" for one in written.files):
        raise NeedsSignature
    return advance(scene, Action.SIGN_END, written, by=by, profile=profile, now=now)


def tried(case: Case, *, at: datetime, how: str, by: Staff) -> Case:
    """The case with one more try to find somebody."""
    more = (*case.handling.attempts, Attempt(at, how, by.id))
    return replace(case, handling=replace(case.handling, attempts=more))


def attempt(scene: Scene, written: Written, *, how: str, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Somebody was looked for: by telephone, by a visit, through others. No step of the book, but proof (R-26)."""
    if how not in WAYS:
        raise WrongMoment
    handling = tried(scene.case, at=written.at, how=how, by=by).handling
    return advance(
        scene, Action.ATTEMPT, replace(written, steps=()), by=by, profile=profile, now=now, handling=handling
    )
