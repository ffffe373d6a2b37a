"""The records of the people of a case: written, completed and corrected, with the old value kept; and who comes again.

Nobody is turned away for want of an identity (R-09). Somebody who comes a second time is at least SEDANG, and is
rated again by a person (R-30).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from cases.case import Case, CaseRef, Ruling, graver
from cases.deadlines import look_again
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, tell, write
from cases.outcome import Event, EventKind, Outcome
from cases.party import Match, Party, PartyKind, PartyRef
from cases.phrases import Phrase, says
from cases.planning import sooner
from cases.profile import Profile
from cases.refusals import WrongMoment
from cases.reports import judged
from cases.staff import Staff

#: What may be written of a person, in the order in which it is asked.
FIELDS = (
    "name", "sex", "age", "born_on", "nik", "phone", "address", "relation", "education", "occupation", "disability",
    "note",
)  # fmt: skip
#: What tells who somebody is: shown only as an action of its own.
IDENTITY = frozenset({"name", "nik", "phone", "address", "born_on"})
#: Coming again counts for these.
COUNTED = frozenset({PartyKind.VICTIM, PartyKind.OFFENDER})
#: So many people's identities may one look at in an hour (T3).
LOOKS_AN_HOUR = 20


def write_down(
    scene: Scene, party: Party, changes: Mapping[str, Any], *, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """What is known of a person, completed or corrected: the old values stand in the history. New where its version
    is 0. Raises WrongMoment when nothing would change."""
    allow(Action.PARTY, by=by, case=scene.case)
    return recorded(scene, party, changes, by=by, profile=profile, now=now)


def recorded(
    scene: Scene, party: Party, changes: Mapping[str, Any], *, by: Staff | None, profile: Profile, now: datetime
) -> Outcome:
    """The same for what a report told: nobody wrote it, so nobody is asked whether they may."""
    changed = {key: value for key, value in changes.items() if getattr(party, key) != value}
    if not changed and party.version:
        raise WrongMoment
    after = replace(party, **changed)
    told = {
        "party": party.ref,
        "kind": str(after.kind),
        "new": party.version == 0,
        "changed": {key: [kept(getattr(party, key)), kept(value)] for key, value in changed.items()},
    }
    event = Event(EventKind.PARTY_WRITTEN, scene.case.ref, now, by=by.id if by else None, told=told)
    outcome = Outcome(parties=(after,), events=(event,))
    if by is None:
        return outcome
    done = scene.case.handling.with_done(("1.2",), at=now, by=by.id)
    case, reminders = look_again(scene.case, replace(scene.case, handling=done), profile=profile, now=now)
    here = replace(scene, case=case, actor=by)
    messages = tuple(message for message in tell(EventKind.PARTY_WRITTEN, here) if message.to != by.chat)
    return outcome + Outcome(cases=(case,), reminders=reminders, messages=messages)


def kept(value: Any) -> Any:
    """A value as it stands in the history."""
    return value.isoformat() if isinstance(value, date) else value


def remove(scene: Scene, party: Party, *, by: Staff, now: datetime) -> Outcome:
    """This record was a mistake: it stays, but counts no more."""
    allow(Action.PARTY, by=by, case=scene.case)
    if party.removed:
        raise WrongMoment
    told = {"party": party.ref, "kind": str(party.kind), "removed": True}
    return Outcome(
        cases=(scene.case,),
        parties=(replace(party, removed=True),),
        events=(Event(EventKind.PARTY_WRITTEN, scene.case.ref, now, by=by.id, told=told),),
    )


def completed(existing: Iterable[Party], known: Iterable[Party]) -> tuple[Party, ...]:
    """What a report tells of people, where it is not known yet: new records, and what is empty in those there are.

    The nth of a kind in the report is the nth of that kind in the case. What a person wrote is never overwritten.
    """
    there: dict[PartyKind, list[Party]] = {}
    for party in existing:
        there.setdefault(party.kind, []).append(party)
    found: list[Party] = []
    counted: dict[PartyKind, int] = {}
    for one in known:
        nth = counted.get(one.kind, 0)
        counted[one.kind] = nth + 1
        same = there.get(one.kind, [])
        if nth >= len(same):
            found.append(one)
            continue
        before = same[nth]
        empty = {key: getattr(one, key) for key in FIELDS if getattr(one, key) and not getattr(before, key)}
        if empty and not before.removed:
            found.append(replace(before, **empty))
    return tuple(found)


def counts(match: Match, case: Case, party: Party) -> bool:
    """Whether that record is about another event than this case's, and about somebody who was hurt or hurt others."""
    related = {case.ref, case.sibling, case.joined_to, *(one.case for one in case.reports)}
    return match.case not in related and match.kind in COUNTED and party.kind in COUNTED


def comes_again(scene: Scene, *, by: Staff | None, profile: Profile, now: datetime) -> Outcome:
    """At least SEDANG, and who holds the case and the leads are asked to rate it again. Nothing says who or where."""
    case, outcome = scene.case, Outcome()
    if graver("SEDANG", case.risk) and case.is_open:
        ruling = case.ruling
        raised = (
            replace(ruling, risk="SEDANG", at=now, second=None, types=None)
            if ruling is not None
            else Ruling("SEDANG", case.emergency, by.id, now, reason="R-30")
            if by is not None
            else None
        )
        case = (
            replace(case, ruling=raised, lowering=None)
            if raised is not None
            else replace(case, decision=replace(case.decision, risk="SEDANG"))
        )
        outcome = Outcome(
            cases=(case,),
            events=(Event(EventKind.RISK_RAISED, case.ref, now, by=by.id if by else None, told={"risk": "SEDANG"}),),
            judgements=(judged(case, now=now),),
        )
    here = replace(scene, case=case, actor=by)
    outcome += sooner(here, profile=profile, now=now)
    return outcome + Outcome(messages=write(ALSO_LEADS["again"], here))


def only_leads_know(scene: Scene) -> Outcome:
    """The other record is hidden from who wrote this one: the leads are told, and nobody else."""
    return Outcome(messages=write(ALSO_LEADS["again_leads"], scene))


def described(party: Party) -> Phrase:
    """Who it is, without saying who: victim, woman, 34."""
    age = str(party.age) if party.age is not None else ""
    return says(
        "party-line",
        kind=says(f"party-kind-{party.kind}"),
        sex=says(f"party-sex-{party.sex}") if party.sex in ("P", "L") else says("nothing"),
        age=says("party-age", age=age) if age else says("nothing"),
    )


def new(ref: PartyRef, case: CaseRef, kind: PartyKind) -> Party:
    return Party(ref, case, kind)


def known_fields(party: Party) -> tuple[str, ...]:
    """Which fields are filled in."""
    return tuple(field.name for field in fields(party) if field.name in FIELDS and getattr(party, field.name))
