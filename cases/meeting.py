"""Process 1 from 1.8 on: the victim is met, the form is explained, a child's guardian is named, the rights are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, moved
from cases.alert import AlertRef
from cases.case import Case
from cases.entries import rated, set_down
from cases.handling import RIGHTS, Guardian
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.party import Party, PartyKind, PartyRef
from cases.profile import Profile
from cases.refusals import NeedsReason
from cases.staff import Staff


def meet(
    scene: Scene,
    written: Written,
    *,
    risk: str | None,
    reason: str,
    grown: bool | None = None,
    by: Staff,
    alert_ref: AlertRef,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """Visited or spoken to directly (1.8): the clock of the first contact stops, and the risk is rated again.

    `grown`: whether the victim is of age, where the report did not say (R-09).
    """
    handling = replace(scene.case.handling, grown=scene.case.handling.grown if grown is None else grown)
    outcome = advance(scene, Action.MEET, written, by=by, profile=profile, now=now, handling=handling)
    case = moved(outcome)
    if case.contacted_at is None:
        case = replace(case, contacted_at=written.at)
        outcome += Outcome(cases=(case,), reminders=(Reminder(Clock.CONTACT, case.ref, None),))
    return rated(scene, outcome, risk=risk, reason=reason, by=by, alert_ref=alert_ref, profile=profile, now=now)


def tell_rights(
    scene: Scene, written: Written, *, told: Iterable[str], by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """These of the eight rights were read aloud and understood; those that were told before stay told."""
    known = {*scene.case.handling.rights, *told}
    handling = replace(scene.case.handling, rights=tuple(right for right in RIGHTS if right in known))
    return advance(
        scene,
        Action.TELL_RIGHTS,
        written,
        by=by,
        profile=profile,
        now=now,
        handling=handling,
        event=EventKind.RIGHTS_TOLD,
    )


def untold(case: Case) -> tuple[str, ...]:
    """The rights that the victim has not been told yet."""
    return tuple(right for right in RIGHTS if right not in case.handling.rights)


def is_the_offender(name: str, *, is_offender: bool, offenders: Iterable[str]) -> bool:
    """Whether who is proposed as guardian was called the alleged offender, or bears the name of one."""
    same = _plain(name)
    return is_offender or (same != "" and same in map(_plain, offenders))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def name_guardian(
    scene: Scene,
    written: Written,
    *,
    name: str,
    relation: str,
    is_offender: bool,
    named_by_unit: bool,
    party_ref: PartyRef,
    by: Staff,
    profile: Profile,
    now: datetime,
    offenders: Iterable[str] = (),
) -> Outcome:
    """Who stands for the child. The alleged offender never does: that is written down, and changes nothing.

    `offenders` are the names of the alleged offenders of the case, as far as they are known.
    """
    allow(Action.NAME_GUARDIAN, by=by, case=scene.case)
    if not name.strip():
        raise NeedsReason
    written = replace(written, steps=())
    if is_the_offender(name, is_offender=is_offender, offenders=offenders):
        return set_down(scene, replace(written, told={**written.told, "what": "offender"}), by=by, now=now)
    guardian = Guardian(name, relation, by.id, written.at, named_by_unit=named_by_unit)
    party = Party(party_ref, scene.case.ref, PartyKind.GUARDIAN, name=name, relation=relation)
    return advance(
        scene,
        Action.NAME_GUARDIAN,
        replace(written, told={**written.told, "party": str(party_ref)}),
        by=by,
        profile=profile,
        now=now,
        handling=replace(scene.case.handling, guardian=guardian),
        event=EventKind.GUARDIAN_NAMED,
    ) + Outcome(parties=(party,))
