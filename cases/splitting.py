"""A child is accused and somebody was harmed: two files, closed to each other (UU 11/2012 Ps 19)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cases.case import Case, CaseNumber, CaseRef, File, Ruling, Status
from cases.deadlines import look_again
from cases.files import child_answers, child_decision, child_facts, of_file, victim_answers, victim_facts
from cases.handling import Handling
from cases.messages import Message
from cases.moves import LEADS, Action, allow
from cases.notices import Scene, tell
from cases.outcome import Event, EventKind, Outcome
from cases.party import Party, PartyKind, PartyRef
from cases.phrases import Phrase
from cases.profile import Profile
from cases.reports import judged
from cases.rulings import open_assignment
from cases.staff import Staff, StaffId


def split(
    scene: Scene,
    *,
    ref: CaseRef,
    number: CaseNumber,
    parties: Iterable[tuple[Party, PartyRef]],
    by: Staff,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The case stays the victim's; the child gets a file of its own, for which another manager is to be found.

    Who holds the one can't see the other; who answers for the unit sees both. `parties` are those of the case, each
    with a new reference for a copy. The outcome holds both; the victim's is the last of the cases.
    """
    allow(Action.SPLIT, by=by, case=scene.case)
    before = scene.case
    child = Case(
        ref=ref,
        number=number,
        reporter=None,
        reported_at=before.reported_at,
        status=Status.CONFIRMED,
        answers=child_answers(before.answers),
        facts=child_facts(before.facts),
        decision=child_decision(before.facts, ours=profile.regency),
        kecamatan="",
        language=before.language,
        confirmed_at=now,
        # Who splits it looks at it: nothing is left to be confirmed. How grave it is for the child is rated anew.
        ruling=Ruling(None, False, by.id, now, reason="UU 11/2012 Ps 19"),
        contacted_at=before.contacted_at or now,
        handling=Handling(),
        excluded=_closed_to(before, scene),
        channel=before.channel,
        entered_by=before.entered_by,
        file=File.CHILD_OFFENDER,
        sibling=before.ref,
    )
    child, steps = look_again(child, child, profile=profile, now=now)
    victim = replace(
        before,
        answers=victim_answers(before.answers),
        facts=victim_facts(before.facts),
        decision=of_file(before.decision, File.VICTIM),
        file=File.VICTIM,
        sibling=ref,
    )
    here = replace(scene, case=victim, actor=by).with_args(child=number)
    fresh = Scene(case=child, roster=scene.roster, actor=by)
    outcome = Outcome(
        cases=(child, victim),
        events=(
            Event(EventKind.CASE_SPLIT, child.ref, now, by=by.id, told={"from": victim.number}),
            Event(EventKind.CASE_SPLIT, victim.ref, now, by=by.id, told={"to": number}),
        ),
        reminders=steps,
        judgements=(judged(child, now=now), judged(victim, now=now)),
        parties=_parties(parties, child),
        messages=tuple(map(_without_number, tell(EventKind.CASE_SPLIT, here))),
    )
    return outcome + open_assignment(fresh, profile=profile, now=now)


def _without_number(message: Message) -> Message:
    """Who holds the victim's file is not told under which number the child's stands, not even between the lines."""
    if message.phrase.key != "case-split-manager":
        return message
    args = {name: arg for name, arg in message.phrase.args.items() if name != "child"}
    return replace(message, phrase=Phrase(message.phrase.key, args))


def _closed_to(case: Case, scene: Scene) -> tuple[StaffId, ...]:
    """Who must not see the other file: whoever holds this one, and from whom the event is hidden anyway."""
    holders = (scene.roster.by_id(id) for id in (case.manager, case.acting))
    bound = (person.id for person in holders if person is not None and person.role not in LEADS)
    return tuple(dict.fromkeys((*case.excluded, *bound)))


def _parties(parties: Iterable[tuple[Party, PartyRef]], child: Case) -> tuple[Party, ...]:
    """The accused child's record goes to its own file; in the victim's stays only what the danger is judged by."""
    moved: list[Party] = []
    for party, ref in parties:
        if party.kind is PartyKind.OFFENDER and not party.removed:
            moved.append(replace(party, ref=ref, case=child.ref, version=0))
            moved.append(
                Party(
                    ref=party.ref,
                    case=party.case,
                    kind=party.kind,
                    sex=party.sex,
                    age=party.age,
                    relation=party.relation,
                    version=party.version,
                )
            )
    return tuple(moved)
