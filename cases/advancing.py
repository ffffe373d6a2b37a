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
) -> Outcome:
    """The case moves on as the table says, with its entry; raises what `allow` raises, and WrongMoment for a moment
    that is still to come. `handling` is what else has changed; the steps that were done are added here."""
    if written.at > now:
        raise WrongMoment
    move = allow(action, by=by, case=scene.case)
    steps = move.fulfils if written.steps is None else written.steps
    before = scene.case
    changed = (handling or before.handling).with_done(steps, at=written.at, by=by.id, entry=written.ref)
    case = replace(before, status=move.to or before.status, handling=changed)
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
