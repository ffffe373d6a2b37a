"""The morning's message for each of the unit: the standing row spreads it, and each person's own row makes theirs."""

from __future__ import annotations

import logging
from datetime import datetime

from cases.case import Case, CaseRef, Status
from cases.digest import SUBJECT, Held, Item, is_morning, items_of, next_digest, spread, subject_of, to_answer
from cases.digest_words import Line, Unit, digest
from cases.moves import LEADS
from cases.outcome import EventKind, Outcome
from cases.profile import Profile
from cases.referral import ReferralState
from cases.staff import Roster, Staff, StaffId
from cases.stages import LATE, counts, total
from cases.stepping import in_charge
from cases.visit import Visit
from storage import Due, Work
from storage.problems import BrokenSeal

log = logging.getLogger("laporaman.scheduler.digests")

#: The most urgent of these are looked at for one person; who holds more has other troubles than a long message.
LOOKED_AT = 60
#: So many late cases of the unit are named.
NAMED = 6


async def in_force(work: Work, profile: Profile, now: datetime) -> Profile:
    """The profile with the movable holidays that stand in the rota."""
    return profile.with_days_off((await work.rota(now=now)).days_off)


async def ensure(work: Work, profile: Profile, now: datetime) -> None:
    """At the start of the house, and whenever it looks: the next morning has its row. Asking twice changes nothing."""
    coming = next_digest(profile, now=now)
    assert coming.due_at is not None
    kept = await work.reminders(SUBJECT)
    if not any(one.due_at is not None and one.due_at <= coming.due_at for one in kept):
        await work.record(Outcome(reminders=(coming,)), now=now)


async def ring(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """The standing row, or one person's own."""
    if due.subject == SUBJECT:
        people = (p for p in (await work.roster()).people if p.active and p.reachable)
        mornings = spread(people, now=now) if is_morning(profile, now=now) else ()
        return Outcome(reminders=(next_digest(profile, now=now), *mornings))
    roster = await work.roster()
    person = roster.by_id(StaffId(int(due.subject.rpartition("|")[2])))
    if person is None or not person.active:
        return Outcome()
    return await _of(work, person, roster, await in_force(work, profile, now), now)


async def _of(work: Work, person: Staff, roster: Roster, profile: Profile, now: datetime) -> Outcome:
    work.viewer = person.id
    try:
        items: list[Item] = []
        for line in await work.case_list(person.id, limit=LOOKED_AT):
            case = await _read(work, line.ref)
            if case is not None and person in in_charge(case, roster):
                held = Held(case, await work.planned_visit(case.ref), await _unconfirmed(work, case.ref))
                items += items_of(held, profile=profile, now=now)
        if person.role in LEADS:
            cases = [await _read(work, ref) for ref in await work.cases_with_wishes()]
            answerable = (to_answer(one, person.id, profile=profile, now=now) for one in cases if one is not None)
            items += [item for found in answerable for item in found]
        unit = await _unit(work, roster, now) if person.role in LEADS and person in roster.leads() else None
    finally:
        work.viewer = None
    return digest(person, items, unit=unit, profile=profile, now=now)


async def _read(work: Work, ref: CaseRef) -> Case | None:
    """The case; one that can't be read must not keep all the others out of the message."""
    try:
        return await work.case(ref)
    except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
        log.critical("a case can't be read for the morning's message (%s) case=%s", type(problem).__name__, ref)
        return None


async def _unconfirmed(work: Work, case: CaseRef) -> int:
    """How many referrals of a case nobody has confirmed yet."""
    return sum(referral.state is ReferralState.SENT for referral in await work.referrals(case))


async def _unit(work: Work, roster: Roster, now: datetime) -> Unit:
    """What of the whole unit is late, the longest first, and how many cases have no case manager."""
    late = await work.late_cases(tuple(Status), now=now, limit=NAMED)
    cells = counts(await work.board(now=now))
    names = {p.id: p.name for p in roster.people}
    lines = tuple(
        Line(
            one.ref,
            one.number,
            one.status,
            "emergency" if one.emergency else one.risk or "none",
            one.next_at,
            names.get(one.acting or one.manager or StaffId(0), ""),
        )
        for one in late
    )
    return Unit(total(cells, *LATE), await work.unheld_count(), lines)


async def told_today(work: Work, case: Case, visit: Visit, profile: Profile, now: datetime) -> bool:
    """Whether this morning's message names the visit, or is just about to: it needs no ring of its own then."""
    today = profile.local(now).date()
    for event in reversed(await work.history(case.ref)):
        if profile.local(event.at).date() != today:
            break
        if event.kind is EventKind.VISIT_RANG and event.told.get("stage") == "digest":
            return event.told.get("visit") == visit.ref
    people = in_charge(case, await work.roster())
    return all([await _about_to(work, person, now) for person in people])


async def _about_to(work: Work, person: Staff, now: datetime) -> bool:
    """Whether this morning's message to that person is due in this very moment; one that has failed lies ahead."""
    return any(one.due_at is not None and one.due_at <= now for one in await work.reminders(subject_of(person.id)))
