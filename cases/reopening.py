"""A closed case is opened again: what was done stays on record, and process 1 begins once more with 1.7."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, for_good, moved
from cases.case import Case
from cases.caseload import CAN_MANAGE
from cases.handling import Handling
from cases.messages import Button, Lane, Message, Style
from cases.moves import Action, allow
from cases.notices import Scene, card, tell
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import NeedsReason
from cases.reports import contact_ring
from cases.rulings import open_assignment
from cases.staff import Staff


def anew(before: Handling, *, now: datetime) -> Handling:
    """Steps, rounds, attempts, rights and guardian stay on record. Consent, an exception from it, and an agreed end
    belonged to the handling that was closed: whether and with whom it goes on is for the victim to say anew (R-17,
    R-18)."""
    coming = before.next_round(now)
    return replace(
        coming, opened=coming.round, started_at=None, consent=None, override=None, one_sided=None, checked_at=None
    )


def reopen(scene: Scene, written: Written, *, reason: str, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The case waits for a case manager again; who held it before is offered first. Its risk is rated anew at the
    first contact. Raises NeedsReason without a reason."""
    allow(Action.REOPEN, by=by, case=scene.case)
    if not reason.strip():
        raise NeedsReason
    before = scene.case
    outcome = for_good(
        advance(
            scene,
            Action.REOPEN,
            replace(written, steps=()),
            by=by,
            profile=profile,
            now=now,
            handling=anew(before.handling, now=now),
            event=EventKind.CASE_REOPENED,
            changed=replace(before, manager=None, acting=None, assigned_at=None, closed_at=None, lowering=None),
        )
    )
    case = moved(outcome)
    here = replace(scene, case=case, actor=by, visit=None)
    told = tell(EventKind.CASE_REOPENED, here)
    mine = () if any(m.to == by.chat for m in told) else (Message(by.chat, Phrase("case-reopened", card(here))),)
    former = scene.roster.by_id(before.manager)
    offered = _offer_former(here.with_args(minutes=profile.assignment_minutes), former, by)
    asked = open_assignment(here, profile=profile, now=now)
    if offered:
        # Who has the former case manager before their eyes is not asked for one by a second message.
        asked = replace(asked, messages=tuple(message for message in asked.messages if message.to != by.chat))
    outcome += Outcome(messages=(*told, *mine, *offered))
    return outcome + _contact_again(case, profile=profile, now=now) + asked


def _offer_former(scene: Scene, former: Staff | None, by: Staff) -> tuple[Message, ...]:
    """Whoever knows the case already stands first, with one tap; all others are one more away."""
    if former is None or not former.active or former.role not in CAN_MANAGE:
        return ()
    case = scene.case
    button = Button(
        says("button-assign-former", name=former.name),
        Action.ASSIGN,
        ref=case.ref,
        version=case.version,
        choice=str(former.id),
        style=Style.PRIMARY,
    )
    words = Phrase("reopened-former", card(scene) | {"former": former.name})
    rows = ((button,), (Button(says("button-managers"), "managers", ref=case.ref, version=case.version),))
    return (Message(by.chat, words, lane=Lane.REPLY, buttons=rows, slot=f"assign:{case.ref}"),)


def _contact_again(case: Case, *, profile: Profile, now: datetime) -> Outcome:
    """Who was never reached before it was closed is to be reached now: that clock had stopped with the case."""
    if case.contacted_at is not None:
        return Outcome()
    ring = contact_ring(case, profile=profile, now=now, start=now)
    return Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, ring),))
