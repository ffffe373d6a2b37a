"""Who acts for a case manager who is away: for one case from its card, for all of them when a leave is entered."""

from __future__ import annotations

from datetime import date, datetime

from cases import acting, caseload
from cases.dialogue import Dialogue
from cases.messages import Button, Message, Style, in_rows
from cases.moves import LEADS, Action, allow
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.refusals import NotAllowed, Unknown, WrongMoment
from cases.rota import Leave
from cases.staff import Staff, StaffId
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.excluding import close_sibling, so_far
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from storage import Work


async def choose(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who stands in, the freest first; or, where somebody does, the button that ends it."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.DELEGATE, by=staff, case=scene.case)
    case = scene.case
    people = [one for one in caseload.able(scene.roster) if one.id != case.manager]
    buttons = [
        Button(line, "standin", ref=case.ref, version=case.version, choice=str(person.id))
        for person, line in await loaded(work, people, world, now)
    ]
    if case.acting is not None:
        buttons.insert(0, Button(says("button-actingover"), "actingover", ref=case.ref, version=case.version))
    told = says("choose-acting" if people else "no-managers", number=case.number)
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=1)),))


async def loaded(
    work: Work, people: list[Staff] | tuple[Staff, ...], world: World, now: datetime
) -> tuple[tuple[Staff, Phrase], ...]:
    """These people with what they carry, the freest first."""
    today = world.profile.local(now).date()
    lines = caseload.by_load(people, await work.workload(), await work.rota(now=now), today=today)
    return tuple((person, load_line(person, load, leave)) for person, load, leave in lines)


def load_line(person: Staff, load: caseload.Load, leave: Leave | None) -> Phrase:
    away = says("manager-away", until=leave.last) if leave is not None else says("nothing")
    return says("manager-load", name=person.name, count=load.cases, heavy=load.heavy, away=away)


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Until which day?"""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.DELEGATE, by=staff, case=scene.case)
    to = scene.roster.by_id(_id(heard.choice))
    if to is None:
        raise Unknown
    return begin_form("standin", heard.ref, scene, staff, world, now, to=int(to.id))


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    to, manager = scene.roster.by_id(StaffId(int(form.answers["to"]))), scene.roster.by_id(scene.case.manager)
    if to is None or manager is None:
        raise WrongMoment
    until = date.fromisoformat(str(form.answers["yuntil"]))
    outcome = acting.delegate(scene, to=to, until=until, by=staff, profile=world.profile, now=now)
    outcome += await close_sibling(work, scene.case.sibling, to, world=world, now=now)
    return outcome + Outcome(messages=acting.told(1, manager=manager, to=to, until=until, by=staff))


async def over(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The manager is back before the day."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.DELEGATE, by=staff, case=scene.case)
    if scene.case.acting is None:
        raise WrongMoment
    said = Message(staff.chat, says("acting-ended", number=scene.case.number))
    return acting.ended(scene.case, by=staff, now=now)[1] + Outcome(messages=(said,))


async def offer(work: Work, leave: Leave, *, to: Staff) -> Outcome:
    """A leave of somebody who holds cases was entered: who acts for them meanwhile?"""
    cases = await work.cases_of_manager(leave.staff)
    manager = (await work.roster()).by_id(leave.staff)
    if not cases or manager is None or to.role not in LEADS:
        return Outcome()
    button = Button(
        says("button-leavefor"), "leavefor", ref=str(leave.staff), choice=leave.last.isoformat(), style=Style.PRIMARY
    )
    told = says("leave-has-cases", name=manager.name, count=len(cases), until=leave.last)
    return Outcome(messages=(Message(to.chat, told, buttons=((button,),)),))


async def choose_for_leave(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who acts for all of this person's cases until the leave is over."""
    _must_lead(staff)
    away, _ = _id(heard.ref), _day(heard.choice)
    people = [one for one in caseload.able(await work.roster()) if one.id != away]
    buttons = [
        Button(line, "leaveto", ref=heard.ref, choice=f"{person.id}:{heard.choice}")
        for person, line in await loaded(work, people, world, now)
    ]
    told = says("choose-acting-all" if people else "nobody-can-act")
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=1)),))


async def for_leave(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """All cases from which the one who acts is not excluded; the others are named to the lead by their number."""
    _must_lead(staff)
    who, _, day = heard.choice.partition(":")
    roster, until = await work.roster(), _day(day)
    manager, to = roster.by_id(_id(heard.ref)), roster.by_id(_id(who))
    if manager is None or to is None or not to.active:
        raise Unknown
    outcome, left, count = Outcome(), [], 0
    for case in await work.cases_of_manager(manager.id):
        # The other file of an event, which is given just now, may have closed this one to them.
        scene = so_far(await scene_of_case(work, case.ref, actor=staff), outcome)
        try:
            outcome += acting.delegate(scene, to=to, until=until, by=staff, profile=world.profile, now=now)
        except (NotAllowed, WrongMoment):
            left.append(says("as-typed", text=case.number))
            continue
        outcome += await close_sibling(work, case.sibling, to, world=world, now=now, after=outcome)
        count += 1
    if not count:
        raise WrongMoment
    outcome += Outcome(messages=acting.told(count, manager=manager, to=to, until=until, by=staff))
    if left:
        outcome += Outcome(messages=(Message(staff.chat, says("acting-left", lines=tuple(left))),))
    return outcome


def _must_lead(staff: Staff) -> None:
    if staff.role not in LEADS:
        raise NotAllowed


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Unknown from None


def _id(choice: str) -> StaffId:
    if not choice.isdigit():
        raise Unknown
    return StaffId(int(choice))


PRESSES = {
    Action.DELEGATE: choose,
    "standin": start,
    "actingover": over,
    "leavefor": choose_for_leave,
    "leaveto": for_leave,
}
FINISH = {"standin": finish}
