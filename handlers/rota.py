"""The page of duty: who is on, who is next, where nobody is, one's own shifts, and the switch for oneself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.gaps import gap_lines
from cases.handover import nobody_left
from cases.messages import Button, Message, Style
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import At, Phrase, says
from cases.profile import Profile
from cases.rota import Rota
from cases.rota_words import until, when
from cases.shifts import Shift
from cases.staff import Roster, Staff
from cases.turning import asked_for
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.planned import Planned, planned
from storage import Work

#: How far one's own next shifts are shown, and how many of them.
OWN_DAYS = 30
MOST_OWN = 4


def duty_switch(
    staff: Staff, *, told: Phrase | None = None, replaces: bool = False, more: tuple[Button, ...] = ()
) -> Message:
    """Whether one is on duty, and the button that changes it; `told` stands above it, `more` buttons below."""
    button = Button(
        says("button-duty-off" if staff.on_duty else "button-duty-on"),
        "duty",
        choice="off" if staff.on_duty else "on",
        style=Style.PRIMARY,
    )
    now = says("duty-on" if staff.on_duty else "duty-off")
    words = says("note-and-question", note=told, question=now) if told else now
    rows = ((button,), *((other,) for other in more))
    return Message(staff.chat, words, buttons=rows, slot="duty", replaces=replaces)


async def switch_duty(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Going on duty or off by hand; whoever leaves nobody behind is told so, and so are the leads."""
    on = heard.choice == "on"
    await work.set_on_duty(staff.id, on)
    roster = await work.roster()
    messages: tuple[Message, ...] = (duty_switch(replace(staff, on_duty=on), replaces=True),)
    if not any(person.on_duty for person in roster.people if person.active):
        messages += nobody_left(roster)
    return Outcome(messages=messages)


async def who_is_on(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who is on duty now, and what the rota says of the coming days."""
    here = await planned(work, world, now)
    lines = _now_lines(here, now)
    on = says("rota-on-now", lines=lines) if lines else says("nobody-on-duty")
    told = says("rota-unused", on=on)
    more: tuple[Button, ...] = ()
    if here.rota.is_used:
        gaps = gap_lines(here.plan, world.profile, now=now)
        mine = _own(here, staff, now)
        told = says(
            "rota-page",
            on=on,
            next=_next(here, now, world.profile),
            gaps=says("rota-gaps", days=world.profile.gap_days, lines=gaps) if gaps else says("nothing"),
            mine=_mine(mine, world.profile) if mine else says("nothing"),
        )
        more = tuple(_swap_button(shift) for shift in mine if shift.start > now)
    if staff.role in LEADS:
        more = (*more, Button(says("button-rota-menu"), "rmenu"))
    return Outcome(messages=(duty_switch(staff, told=told, more=more),))


def _now_lines(here: Planned, now: datetime) -> tuple[Phrase, ...]:
    running = {shift.staff: shift for shift in here.plan.on_at(now)}
    lines = []
    for person in here.roster.people:
        shift = running.get(person.id)
        if not person.active or not (person.on_duty or shift):
            continue
        state = _state(here.roster, person.id)
        if not here.rota.is_used:
            lines.append(says("roster-line", name=person.name, role=says(f"role-{person.role}"), state=state))
        elif shift is None:
            lines.append(says("rota-line-hand", name=person.name, state=state))
        elif person.on_duty:
            lines.append(says("rota-line", name=person.name, until=until(shift, now=now), state=state))
        else:
            lines.append(says("rota-line-not", name=person.name, until=until(shift, now=now)))
    return tuple(lines)


def _next(here: Planned, now: datetime, profile: Profile) -> Phrase:
    coming = here.plan.next_on(now, days=profile.gap_days)
    if not coming:
        return says("rota-next-nobody")
    return says("rota-next", lines=tuple(_next_line(shift, here.roster, here.rota, profile) for shift in coming))


def _next_line(shift: Shift, roster: Roster, rota: Rota, profile: Profile) -> Phrase:
    person = roster.by_id(shift.staff)
    asked = asked_for(rota, shift)
    state = _state(roster, shift.staff)
    if person is not None and person.reachable and asked is not None:
        state = says("rota-ready-said" if asked.yes else "rota-ready-open")
    name = person.name if person else says("nobody-name")
    return says("rota-next-line", name=name, hours=when(shift, profile), state=state)


def _state(roster: Roster, staff: int) -> Phrase:
    person = next((p for p in roster.people if p.id == staff), None)
    return says("reachable" if person is not None and person.reachable else "unreachable")


def _own(here: Planned, staff: Staff, now: datetime) -> tuple[Shift, ...]:
    return here.plan.own(staff.id, now, days=OWN_DAYS)[:MOST_OWN]


def _mine(mine: tuple[Shift, ...], profile: Profile) -> Phrase:
    return says("rota-mine", lines=tuple(says("rota-mine-line", hours=when(shift, profile)) for shift in mine))


def _swap_button(shift: Shift) -> Button:
    return Button(says("button-rota-swap", start=At(shift.start)), "rswap", choice=token(shift))


def token(shift: Shift) -> str:
    """What a button says of a shift of whoever presses it: the minute at which it begins."""
    return str(int(shift.start.timestamp()) // 60)


COMMANDS = {"piket": who_is_on}
PRESSES = {"roster": who_is_on, "duty": switch_duty}
