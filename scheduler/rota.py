"""What the clock does with the rota: changes of shift, "Siap?" before them, and what the coordinator hears daily."""

from __future__ import annotations

import logging
import secrets
from dataclasses import replace
from datetime import datetime, time, timedelta

from cases.gaps import gap_lines
from cases.handover import Running, asks_ready, comes_on, goes_off, nobody_left, not_ready
from cases.messages import Button, Lane, Message, Style
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.rota import Ready, Rota
from cases.shifts import Shift, plan_of
from cases.staff import Roster
from cases.turning import CLOCK, SUBJECTS, Turn, answer_by, asked_for, next_ask, next_turn, to_ask, turn
from storage import Due, Work
from storage.problems import BrokenSeal

log = logging.getLogger("laporaman.scheduler.rota")


async def ensure_rota_clocks(work: Work, profile: Profile, now: datetime) -> None:
    """At the start of the house: whatever became of their rows, the rota's clocks go. Asking twice changes nothing."""
    missing = [clock for clock, subject in SUBJECTS.items() if not await work.reminders(subject)]
    due = {clock: next_morning(profile, now=now) if clock is Clock.DAILY else now for clock in missing}
    await work.record(Outcome(reminders=tuple(_at(clock, at) for clock, at in due.items())), now=now)


def next_morning(profile: Profile, *, now: datetime) -> datetime:
    """The next time the daily hour comes, on the unit's own clock."""
    day = profile.local(now).date()
    hours = (datetime.combine(day + timedelta(days=n), time(profile.daily_hour), tzinfo=profile.zone) for n in (0, 1))
    return next(hour for hour in hours if hour > now)


async def rota(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """The rota changes, or changed while nobody looked: everything since is applied in one step."""
    roster, entered = await work.roster(), await work.rota(now=now)
    plan = plan_of(entered, roster, profile)
    turned = turn(plan, roster, now=now)
    if turned.applied.standing != (entered.applied.standing if entered.applied else ()):
        await work.keep_rota(turned.applied)
    again = Outcome(reminders=(_at(Clock.ROTA, next_turn(plan, turned, now=now)), *await _morning(work, profile, now)))
    if turned.is_empty:
        return again
    return again + await _turned(work, turned, entered, roster, profile, now)


async def _morning(work: Work, profile: Profile, now: datetime) -> tuple[Reminder, ...]:
    """A morning that was lost, or went too far away when a clock was set back, is set anew."""
    morning = next_morning(profile, now=now)
    kept = await work.reminders(SUBJECTS[Clock.DAILY])
    stands = any(reminder.due_at is not None and reminder.due_at <= morning for reminder in kept)
    return () if stands else (_at(Clock.DAILY, morning),)


async def _turned(work: Work, turned: Turn, entered: Rota, before: Roster, profile: Profile, now: datetime) -> Outcome:
    comes = {shift.staff for shift in turned.comes}
    for person in before.people:
        if person.id in turned.off | comes and person.on_duty is not (person.id in comes):
            await work.set_on_duty(person.id, person.id in comes)
    log.info(
        "the rota turned: on=%s off=%s not_ready=%s",
        sorted(comes), sorted(turned.off), sorted(shift.staff for shift in turned.unready),
    )  # fmt: skip
    roster = await work.roster()
    running = await _running(work) if comes else ()
    messages = [
        # What is hidden from who comes on does not stand on their card.
        comes_on(shift, entered, roster, tuple(r for r in running if shift.staff not in r.case.excluded), now=now)
        for shift in turned.comes
    ]
    was_on = {person.id for person in before.people if person.active and person.on_duty}
    messages += [goes_off(old, roster) for old in turned.goes if old.staff in was_on - comes]
    for shift in turned.unready:
        messages += not_ready(shift, asked_for(entered, shift), roster, profile)
    if not any(person.on_duty for person in roster.people if person.active):
        messages += nobody_left(roster)
    return Outcome(messages=tuple(messages))


async def _running(work: Work) -> tuple[Running, ...]:
    found: list[Running] = []
    try:
        for alert in await work.open_alerts():
            case = await work.case(alert.case)
            if case is not None:
                history = await work.history(case.ref)
                found.append(Running(case, alert, history[-1] if history else None))
    except BrokenSeal:
        # A row that can't be read must not keep the officers of a shift from duty.
        log.critical("a handover card is not whole: an open alert or its case can't be read")
    return tuple(found)


async def ready(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Those whose shift is near are asked whether they are ready, each once."""
    roster, entered = await work.roster(), await work.rota(now=now)
    plan = plan_of(entered, roster, profile)
    messages = []
    asked = [_question(shift, profile, now) for shift in to_ask(plan, profile=profile, now=now)]
    for question in asked:
        await work.keep_rota(question)
        messages.append(asks_ready(question, roster, profile))
    plan = replace(plan, rota=Rota((*entered.entries, *asked)))
    reminders: tuple[Reminder, ...] = (_at(Clock.READY, next_ask(plan, profile=profile, now=now)),)
    if asked:
        # When the answers are due is a change of the rota too.
        reminders += (_at(Clock.ROTA, now),)
    return Outcome(messages=tuple(messages), reminders=reminders)


def _question(shift: Shift, profile: Profile, now: datetime) -> Ready:
    return Ready(
        ref=secrets.token_urlsafe(9),
        by=CLOCK,
        at=now,
        staff=shift.staff,
        start=shift.start,
        end=shift.end,
        answer_by=answer_by(shift, profile=profile, now=now),
    )


async def daily(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Each morning: hours with nobody on the rota, and officers the bot can't reach. Silent when all is well."""
    roster, entered = await work.roster(), await work.rota(now=now)
    plan = plan_of(entered, roster, profile)
    lines = (*gap_lines(plan, profile, now=now), *_unreachable(roster))
    if not entered.is_used and not any(person.on_duty for person in roster.people if person.active):
        lines = (says("rota-empty"), *lines)
    button = Button(says("button-roster"), "roster", style=Style.PRIMARY)
    told = says("rota-daily", lines=lines)
    messages = tuple(Message(lead.chat, told, Lane.REMINDER, buttons=((button,),)) for lead in roster.leads())
    # The other clocks are set anew every morning: a row that was lost does not stop the rota.
    clocks = (_at(Clock.ROTA, now), _at(Clock.READY, now), _at(Clock.DAILY, next_morning(profile, now=now)))
    return Outcome(messages=messages if lines else (), reminders=clocks)


def _unreachable(roster: Roster) -> tuple[Phrase, ...]:
    lost = (person for person in roster.people if person.active and not person.reachable)
    return tuple(says("rota-lost", name=person.name, role=says(f"role-{person.role}")) for person in lost)


def _at(clock: Clock, moment: datetime) -> Reminder:
    return Reminder(clock, SUBJECTS[clock], moment)
