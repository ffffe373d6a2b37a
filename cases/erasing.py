"""A wish to be forgotten: asked by the reporter, answered by a person within 72 hours (UU 27/2022 Ps 8 and 15).

What an open emergency, the duty to tell the police or the work under way needs is kept; the reporter is told why.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import HANDLED, Case, Erasure, Status
from cases.conditions import is_child
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import At, Until
from cases.profile import Profile
from cases.refusals import NeedsReason, StillOwed, WrongMoment
from cases.staff import Staff

#: 3 x 24 hours, as for everything that the law gives three days.
WITHIN = timedelta(hours=72)
#: After these the leads hear of it again; once it is late, every day.
MARKS = (timedelta(hours=24), timedelta(hours=48), timedelta(hours=66), WITHIN)
DAY = timedelta(days=1)
#: Why something may stay (UU 27/2022 Ps 15): danger, a duty by law, a child's protection, evidence, others' rights.
REASONS = ("bahaya", "hukum", "anak", "bukti", "layanan")


def stands_against(scene: Scene) -> tuple[str, ...]:
    """Why what was told can't simply be erased now; nothing where it can."""
    case = scene.case
    found = []
    if (scene.alert is not None and scene.alert.is_open) or (case.is_open and case.emergency):
        found.append("bahaya")
    if case.police is not None and case.police.met_at is None:
        found.append("hukum")
    if is_child(case) and case.is_open:
        found.append("anak")
    if case.status in HANDLED or case.status is Status.ENTRUSTED:
        found.append("layanan")
    return tuple(found)


def waits(case: Case) -> bool:
    """Whether a wish waits for its answer."""
    return case.erasure is not None and case.erasure.answered_at is None


def ask(scene: Scene, *, now: datetime) -> Outcome:
    """The reporter wants to be forgotten: whoever holds the case and the leads hear so. Asked twice is asked once."""
    if waits(scene.case):
        return Outcome()
    case = replace(scene.case, erasure=Erasure(now, now + WITHIN))
    here = _told(replace(scene, case=case))
    return Outcome(
        cases=(case,),
        events=(Event(EventKind.ERASURE_ASKED, case.ref, now),),
        reminders=(Reminder(Clock.ERASURE, case.ref, now + MARKS[0]),),
        messages=tell(EventKind.ERASURE_ASKED, here),
    )


def _told(scene: Scene) -> Scene:
    wish = scene.case.erasure
    assert wish is not None
    return scene.with_args(asked=At(wish.asked_at), due=At(wish.due_at), left=Until(wish.due_at))


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Nobody has answered yet: the leads hear so, and from the last mark on every day."""
    case, wish = scene.case, scene.case.erasure
    if wish is None or wish.answered_at is not None:
        return Outcome(reminders=(Reminder(Clock.ERASURE, case.ref, None),))
    coming = next((wish.asked_at + mark for mark in MARKS if wish.asked_at + mark > now), now + DAY)
    return Outcome(
        events=(Event(EventKind.ERASURE_RANG, case.ref, now),),
        reminders=(Reminder(Clock.ERASURE, case.ref, coming),),
        messages=tell(EventKind.ERASURE_RANG, _told(scene)),
    )


def erase(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """What was told may go: the register keeps its number, storage destroys the rest.

    Raises StillOwed where danger or the law stands against it, and what `allow` raises.
    """
    allow(Action.ERASE, by=by, case=scene.case)
    if {"bahaya", "hukum", "layanan"} & {*stands_against(scene)}:
        raise StillOwed
    return _answered(scene, EventKind.CASE_ERASED, kept=(), by=by, now=now)


def keep(scene: Scene, *, reasons: tuple[str, ...], by: Staff, now: datetime) -> Outcome:
    """Something stays, for reasons that the reporter is told. Raises NeedsReason, and what `allow` raises."""
    allow(Action.KEEP_TOLD, by=by, case=scene.case)
    if not reasons or not set(reasons) <= set(REASONS):
        raise NeedsReason
    return _answered(scene, EventKind.ERASURE_REFUSED, kept=reasons, by=by, now=now)


def _answered(scene: Scene, kind: EventKind, *, kept: tuple[str, ...], by: Staff, now: datetime) -> Outcome:
    wish = scene.case.erasure
    assert wish is not None
    case = replace(scene.case, erasure=replace(wish, answered_at=now, by=by.id, kept=kept))
    here = _told(replace(scene, case=case, actor=by))
    late = now > wish.due_at
    return Outcome(
        cases=(case,),
        events=(Event(kind, case.ref, now, by=by.id, told={"kept": list(kept), "late": late}),),
        reminders=(Reminder(Clock.ERASURE, case.ref, None),),
        messages=tell(kind, here),
    )


def distrust(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """Whoever reported may be the alleged offender: from now on they learn nothing, and notice nothing."""
    allow(Action.DISTRUST, by=by, case=scene.case)
    return _trusted(scene, False, by=by, now=now)


def trust(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """That was a mistake, and who answers for the unit says so."""
    allow(Action.TRUST, by=by, case=scene.case)
    return _trusted(scene, True, by=by, now=now)


def _trusted(scene: Scene, trusted: bool, *, by: Staff, now: datetime) -> Outcome:
    if scene.case.distrusted is not trusted:
        raise WrongMoment
    case = replace(scene.case, distrusted=not trusted)
    kind = EventKind.REPORTER_TRUSTED if trusted else EventKind.REPORTER_DISTRUSTED
    return Outcome(
        cases=(case,),
        events=(Event(kind, case.ref, now, by=by.id),),
        messages=tell(kind, replace(scene, case=case, actor=by)),
    )
