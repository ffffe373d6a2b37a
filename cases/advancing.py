"""One step of the book: asked of the table of moves, written down as an entry, and what is due next is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from cases.case import Case
from cases.deadlines import look_again
from cases.entry import Attached, Before, Entry, EntryKind, EntryRef, stand
from cases.handling import Handling
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Event, EventKind, Outcome
from cases.profile import Profile
from cases.refusals import WrongMoment
from cases.staff import Staff
from cases.stepping import put_right


@dataclass(frozen=True)
class Written:
    """What somebody wrote down: of which kind, when it happened, what was told, and what was sent along.

    `steps`: the steps of the book that it tells of, where they are others than the move's own; empty for none.
    """

    ref: EntryRef
    kind: EntryKind
    at: datetime
    told: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[Attached, ...] = ()
    steps: tuple[str, ...] | None = None


def advance(
    scene: Scene,
    action: Action,
    written: Written,
    *,
    by: Staff,
    profile: Profile,
    now: datetime,
    handling: Handling | None = None,
    event: EventKind = EventKind.ENTRY_WRITTEN,
    changed: Case | None = None,
    stays: bool = False,
    next_round: bool = False,
) -> Outcome:
    """The case moves on as the table says, with its entry; raises what `allow` raises, and WrongMoment for a moment
    that is still to come. `handling` is what else has changed; the steps that were done are added here.

    `changed` is the case where more of it changes than its status and handling; `stays`: the status does not move;
    `next_round`: what comes after these steps belongs to another assessment.
    """
    if written.at > now:
        raise WrongMoment
    move = allow(action, by=by, case=scene.case)
    steps = move.fulfils if written.steps is None else written.steps
    before = scene.case
    stands = (handling or before.handling).with_done(steps, at=written.at, by=by.id, entry=written.ref)
    status = before.status if stays or move.to is None else move.to
    case = replace(changed or before, status=status, handling=stands.next_round(now) if next_round else stands)
    case, reminders = look_again(before, case, profile=profile, now=now)
    entry = Entry(
        ref=written.ref,
        case=case.ref,
        kind=written.kind,
        at=written.at,
        written_at=now,
        by=by.id,
        steps=steps,
        told=written.told,
        files=written.files,
        before=Before(before.status, before.handling),
        left=stand(case.status, case.handling),
    )
    messages = put_right(scene, case, profile=profile, now=now)
    told = {"action": str(action), "steps": list(steps), "entry": written.ref, "kind": str(written.kind)}
    return Outcome(
        cases=(case,),
        entries=(entry,),
        events=(Event(event, case.ref, now, by=by.id, told=told),),
        reminders=reminders,
        messages=messages,
    )


def moved(outcome: Outcome) -> Case:
    """The case as it stands after an outcome that changed it."""
    return outcome.cases[-1]


def for_good(outcome: Outcome) -> Outcome:
    """What can't be taken back by one tap: two people have decided it, or clocks were stopped or started with it that
    nobody would set again."""
    return replace(outcome, entries=tuple(replace(entry, left="") for entry in outcome.entries))
