"""Answers to the people of the unit. One table from what was pressed or typed to who answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases.messages import Button, Message, Panel, Style
from cases.moves import Action
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.staff import Staff
from handlers import duty, forms, leading, managing, outreach, reporters, ruling, showing
from handlers.conversation.engine import World
from handlers.heard import Doing, Heard
from handlers.living import sign_of_life
from storage import Work

StaffAnswerer = Callable[[Work, Heard, Staff, World, datetime], Awaitable[Outcome]]


async def answer(work: Work, heard: Heard, staff: Staff, world: World, *, now: datetime) -> Outcome | None:
    """What a member of the unit gets to hear; None when they speak as a reporter, which they may be too."""
    if heard.doing is Doing.PRESSED:
        chosen = PRESSES.get(heard.action)
        if chosen is not None:
            pressed = await chosen(work, heard, staff, world, now)
            return pressed + await sign_of_life(work, heard.ref, pressed, staff, world, now)
        filled = await forms.pressed(work, heard, staff, world, now)
        return filled and filled + await sign_of_life(work, heard.ref, filled, staff, world, now)
    if heard.doing is Doing.COMMAND:
        command = COMMANDS.get(heard.command)
        if command is not None:
            return await command(work, heard, staff, world, now)
        return (
            None
            if heard.command in ("lapor", "report", "darurat", "sos")
            else await greet(work, heard, staff, world, now)
        )
    form = await forms.said(work, heard, staff, world, now)
    if form is not None:
        return form + await sign_of_life(work, "", form, staff, world, now)
    if heard.doing is Doing.EDITED or await work.dialogue(staff.chat, "report", "") is not None:
        return None
    if heard.answer is not None and reporters.cries_for_help(heard.answer):
        # Somebody of the unit may be a victim too; what they fill in about others went to its form above.
        return None
    return await greet(work, heard, staff, world, now)


async def greet(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who you are here, and what you can do."""
    told = says("staff-welcome", name=staff.name, role=says(f"role-{staff.role}"))
    return Outcome(messages=(Message(staff.chat, told, panel=Panel.STAFF), _duty_switch(staff)))


def _duty_switch(staff: Staff, *, told: Phrase | None = None, replaces: bool = False) -> Message:
    """Whether one is on duty, and the button that changes it; `told` stands above it."""
    button = Button(
        says("button-duty-off" if staff.on_duty else "button-duty-on"),
        "duty",
        choice="off" if staff.on_duty else "on",
        style=Style.PRIMARY,
    )
    now = says("duty-on" if staff.on_duty else "duty-off")
    words = says("note-and-question", note=told, question=now) if told else now
    return Message(staff.chat, words, buttons=((button,),), slot="duty", replaces=replaces)


async def switch_duty(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Going on duty or off; whoever leaves nobody behind is told so, and so are the leads."""
    on = heard.choice == "on"
    await work.set_on_duty(staff.id, on)
    roster = await work.roster()
    messages = [_duty_switch(replace(staff, on_duty=on), replaces=True)]
    if not any(person.on_duty for person in roster.people if person.active):
        messages += [Message(lead.chat, says("nobody-on-duty")) for lead in roster.leads()]
    return Outcome(messages=tuple(messages))


async def who_is_on(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who is on duty now, and the switch for oneself."""
    roster = await work.roster()
    on = tuple(person for person in roster.people if person.active and person.on_duty)
    lines = tuple(
        says(
            "roster-line",
            name=p.name,
            role=says(f"role-{p.role}"),
            state=says("reachable" if p.reachable else "unreachable"),
        )
        for p in on
    )
    told = says("roster", lines=lines) if lines else says("nobody-on-duty")
    return Outcome(messages=(_duty_switch(staff, told=told),))


COMMANDS: dict[str, StaffAnswerer] = {
    "tugas": showing.my_alerts,
    "kasus": showing.my_cases,
    "piket": who_is_on,
}

PRESSES: dict[str, StaffAnswerer] = {
    "my-alerts": showing.my_alerts,
    "my-cases": showing.my_cases,
    "roster": who_is_on,
    "duty": switch_duty,
    "file": showing.case_file,
    "open": showing.open_case,
    Action.TAKE: duty.take,
    Action.DECLINE: duty.decline,
    Action.KEEP: duty.keep,
    Action.RETURN: duty.give_back,
    Action.LOOK: showing.alert_file,
    Action.OFFER: duty.offer,
    Action.ACCEPT: duty.accept,
    Action.END: forms.start_ending,
    Action.AGREE_END: duty.agree_to_end,
    Action.REFUSE_END: duty.refuse_to_end,
    Action.RECORD_OUTREACH: forms.start_outreach,
    "judge": ruling.show,
    Action.CONFIRM: ruling.confirm,
    Action.RAISE: forms.start_raise,
    Action.LOWER: forms.start_lower,
    Action.AGREE_LOWER: ruling.agree,
    Action.REFUSE_LOWER: ruling.disagree,
    "managers": leading.offer_managers,
    Action.ASSIGN: leading.assign,
    Action.CLOSE: forms.start_closing,
    Action.CONTACT: managing.contact,
    Action.VISIT_DONE: forms.start_visited,
    Action.VISIT_POSTPONE: forms.start_postpone,
    Action.VISIT_UNSAFE: managing.unsafe,
    **outreach.PRESSES,
}
