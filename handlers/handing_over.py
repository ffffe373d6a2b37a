"""All cases of somebody who leaves, at once: who gets which is shown first, then done, and everybody hears it once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cases import assignment, caseload
from cases.absence import without
from cases.case import Case
from cases.crisis import new_run_cards
from cases.messages import Button, Lane, Message, Style, in_rows
from cases.moves import LEADS
from cases.notices import ALSO_LEADS, Scene, write
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.refusals import Changed, NotAllowed, Unknown, WrongMoment
from cases.rulings import open_assignment
from cases.staff import Roster, Staff, StaffId
from cases.visit import VisitRef
from handlers.conversation.engine import World
from handlers.excluding import close_sibling, so_far
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.standing_in import loaded
from storage import Work

BY_LOAD = "load"


async def menu(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/serahkan`: whose cases? Who has left stands first."""
    _must_lead(staff)
    roster = await work.roster()
    lines = []
    for person in roster.people:
        count = await work.case_count(person.id)
        if count:
            lines.append((person.active, person.name, person, count))
    buttons = [
        Button(
            says("handover-person" if active else "handover-left", name=name, count=count),
            "handall",
            ref=str(person.id),
        )
        for active, name, person, count in sorted(lines, key=lambda line: line[:2])
    ]
    told = says("handover-whose" if buttons else "handover-nobody")
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=1)),))


async def held_by(work: Work, who: StaffId) -> tuple[Case, ...]:
    """The open cases that this person manages or stands in for."""
    own = await work.cases_of_manager(who)
    return (*own, *(case for case in await work.acting_for(who) if case.manager != who))


async def preview(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """How many cases go to whom: shared by load, or all to one."""
    _must_lead(staff)
    person = await _person(work, heard.ref)
    cases = await held_by(work, person.id)
    if not cases:
        raise WrongMoment
    how = heard.choice or BY_LOAD
    plan = await _plan(work, cases, person, how, world, now)
    roster = await work.roster()
    seal = _seal(cases)
    people = [one for one in caseload.able(roster) if one.id != person.id]
    go = Button(says("button-handnow"), "handnow", ref=heard.ref, version=seal, choice=how, style=Style.PRIMARY)
    others: list[Button] = []
    if how != BY_LOAD:
        others.append(Button(says("button-handshare"), "handall", ref=heard.ref))
    others += [
        Button(says("handover-all-to", person=line), "handall", ref=heard.ref, choice=str(one.id))
        for one, line in await loaded(work, people, world, now)
        if str(one.id) != how
    ]
    buttons = ((go,), *in_rows(others, columns=1)) if any(to for _, to in plan) else in_rows(others, columns=1)
    told = says("handover-preview", name=person.name, count=len(cases), lines=_lines(plan))
    return Outcome(messages=(Message(staff.chat, told, buttons=buttons, slot=f"handall:{person.id}"),))


def _lines(plan: Iterable[tuple[Case, Staff | None]]) -> tuple[Phrase, ...]:
    """One line for each who gets some, and one for those that nobody can get."""
    counted: dict[str, int] = {}
    for _, to in plan:
        name = to.name if to is not None else ""
        counted[name] = counted.get(name, 0) + 1
    return tuple(
        says("handover-line", name=name, count=count) if name else says("handover-line-nobody", count=count)
        for name, count in sorted(counted.items(), key=lambda line: (-line[1], line[0]))
    )


def _seal(cases: Iterable[Case]) -> int:
    """What was shown, as one number: another case, or one that has changed, is another plan."""
    return zlib.crc32("|".join(sorted(f"{case.ref}:{case.manager}" for case in cases)).encode()) % 10**6 + 1


async def _plan(
    work: Work, cases: tuple[Case, ...], person: Staff, how: str, world: World, now: datetime
) -> tuple[tuple[Case, Staff | None], ...]:
    roster, rota, loads = await work.roster(), await work.rota(now=now), await work.workload()
    today = world.profile.local(now).date()
    people = [one for one in caseload.able(roster) if one.id != person.id]
    if how == BY_LOAD:
        return caseload.shared_out(cases, people, loads, rota, today=today)
    one = next((one for one in people if str(one.id) == how), None)
    if one is None:
        raise Unknown
    # What is hidden from this one, and the other file of an event, goes to whoever is freest.
    theirs: list[tuple[Case, Staff | None]] = []
    rest: list[Case] = []
    for case in cases:
        if caseload.may_hold(one, case, theirs):
            theirs.append((case, one))
        else:
            rest.append(case)
    return (*theirs, *caseload.shared_out(rest, people, loads, rota, today=today, beside=theirs))


async def hand_over(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """It is done as it was shown; where the cases have changed meanwhile it is shown anew."""
    _must_lead(staff)
    person = await _person(work, heard.ref)
    cases = await held_by(work, person.id)
    if not cases or heard.version != _seal(cases):
        said = Message(staff.chat, says("refusal-changed"))
        again = await preview(work, heard, staff, world, now) if cases else Outcome()
        return Outcome(messages=(said,)) + again
    outcome = Outcome()
    given: dict[StaffId, int] = {}
    plan = await _plan(work, cases, person, heard.choice, world, now)
    for case, to in plan:
        scene = so_far(await scene_of_case(work, case.ref, actor=staff), outcome)
        if to is None:
            outcome += _for_the_leads(scene, person, plan, world=world, now=now)
            continue
        outcome += await _given(work, scene, person, to, by=staff, world=world, now=now, after=outcome)
        given[to.id] = given.get(to.id, 0) + 1
    _as_planned(plan, outcome)
    return outcome + Outcome(messages=_told(given, person, staff, await work.roster()))


def _as_planned(plan: Iterable[tuple[Case, Staff | None]], outcome: Outcome) -> None:
    """Raises Changed where one case was decided twice: somebody would hold what is closed to them."""
    decided = {case.ref: case for case in outcome.cases}
    given = [(decided[case.ref], to.id) for case, to in plan if to is not None]
    twice = len({case.ref for case, _ in given}) < len(given)
    if twice or any(who in case.excluded or who not in (case.manager, case.acting) for case, who in given):
        raise Changed


def _for_the_leads(
    scene: Scene, person: Staff, plan: Iterable[tuple[Case, Staff | None]], *, world: World, now: datetime
) -> Outcome:
    """Nobody else can hold it. The second file of an event, and what somebody has left behind, is nobody's from now on:
    the leads are asked for a case manager until there is one, and hear why."""
    case = scene.case
    second = any(other.ref == case.sibling and to is not None for other, to in plan)
    if case.manager != person.id or case.status not in assignment.WANTS_A_MANAGER or not (second or not person.active):
        return Outcome()
    free = replace(case, manager=None, assigned_at=None, acting=None, acting_until=None)
    here = replace(scene, case=free)
    outcome = Outcome(cases=(free,), reminders=assignment.stands_in_no_more(case, free))
    outcome += open_assignment(here, profile=world.profile, now=now)
    return outcome + Outcome(messages=write(ALSO_LEADS["sibling_waits"], here) if second else ())


async def _given(
    work: Work, scene: Scene, person: Staff, to: Staff, *, by: Staff, world: World, now: datetime, after: Outcome
) -> Outcome:
    """One case: its manager or who acts for one, its visit, and the calls that the person holds."""
    case = scene.case
    if case.manager == person.id and case.status not in assignment.WANTS_A_MANAGER:
        # With others, and only followed: there is nothing to be planned anew.
        outcome = Outcome(cases=(replace(case, manager=to.id, acting=None, acting_until=None),))
    elif case.manager == person.id:
        outcome = _quietly(
            assignment.assign(scene, manager=to, by=by, visit_ref=VisitRef(new_ref()), profile=world.profile, now=now)
        )
    elif case.manager == to.id:
        over = replace(case, acting=None, acting_until=None)
        outcome = Outcome(cases=(over,), reminders=(Reminder(Clock.ACTING, case.ref, None),))
    else:
        outcome = Outcome(cases=(replace(case, acting=to.id),))
    held = [alert for alert in (scene.alert, scene.missed) if alert is not None and person.id in alert.takers]
    ended = {alert.ref for alert in outcome.alerts if not alert.is_open}
    for alert in {alert.ref: alert for alert in held if alert.ref not in ended}.values():
        here = replace(scene, case=outcome.cases[-1], alert=alert)
        freed = without(here, who=person.id, profile=world.profile, now=now)
        outcome += freed + new_run_cards(here, freed, profile=world.profile)
    return outcome + await close_sibling(work, case.sibling, to, world=world, now=now, after=after + outcome)


def _quietly(outcome: Outcome) -> Outcome:
    """Without the cards of one assignment, and without the trace of a file that nobody was shown."""
    return replace(outcome, messages=(), looks=())


def _told(given: dict[StaffId, int], person: Staff, by: Staff, roster: Roster) -> tuple[Message, ...]:
    """Everybody once: who got cases, whose they were, and who did it."""
    button = ((Button(says("button-my-cases"), "my-cases", style=Style.PRIMARY),),)
    messages = [
        Message(to.chat, says("handover-yours", name=person.name, count=count), Lane.REMINDER, buttons=button)
        for to in roster.people
        if (count := given.get(to.id))
    ]
    total = sum(given.values())
    if person.active and person.id != by.id:
        messages.append(Message(person.chat, says("handover-gone", count=total), Lane.REMINDER))
    done = says("handover-done", name=person.name, count=total)
    return (*messages, Message(by.chat, done, slot=f"handall:{person.id}", replaces=True))


async def left(work: Work, person: Staff) -> Outcome:
    """Somebody has left: the leads hear at once how many cases are nobody's now, each as many as they may see."""
    roster = await work.roster()
    cases = await held_by(work, person.id)
    messages = []
    for lead in roster.leads():
        count = sum(1 for case in cases if lead.id not in case.excluded)
        if count and lead.id != person.id:
            button = Button(says("button-handall"), "handall", ref=str(person.id), style=Style.PRIMARY)
            told = says("handover-has-left", name=person.name, count=count)
            messages.append(Message(lead.chat, told, Lane.ESCALATION, buttons=((button,),)))
    return Outcome(messages=tuple(messages))


async def _person(work: Work, ref: str) -> Staff:
    found = (await work.roster()).by_id(StaffId(int(ref))) if ref.isdigit() else None
    if found is None:
        raise Unknown
    return found


def _must_lead(staff: Staff) -> None:
    if staff.role not in LEADS:
        raise NotAllowed


COMMANDS = {"serahkan": menu}
PRESSES = {"handall": preview, "handnow": hand_over}
