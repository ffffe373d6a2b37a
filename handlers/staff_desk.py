"""Answers to the people of the unit. One table from what was pressed or typed to who answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases.messages import Message, Panel
from cases.moves import Action
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import Refusal
from cases.staff import Staff
from handlers import (
    assessing,
    book_desk,
    clocks,
    consenting,
    correcting,
    course,
    duty,
    entry_list,
    erasing,
    figures,
    files,
    forms,
    groups,
    leading,
    leaving,
    letter_offers,
    letters,
    managing,
    meeting,
    monitoring,
    outreach,
    people_desk,
    police,
    referring,
    relabelling,
    reporters,
    rota,
    rota_answers,
    rota_desk,
    ruling,
    serving,
    showing,
    staff_help,
    talking,
    terminating,
    visits,
)
from handlers.conversation.engine import World
from handlers.heard import Doing, Heard
from handlers.living import sign_of_life
from handlers.since import told_since
from storage import Work

StaffAnswerer = Callable[[Work, Heard, Staff, World, datetime], Awaitable[Outcome]]


async def answer(work: Work, heard: Heard, staff: Staff, world: World, *, now: datetime) -> Outcome | None:
    """What a member of the unit gets to hear; None when they speak as a reporter, which they may be too."""
    world = await in_force(work, world, now)
    answered = await _answer(work, heard, staff, world, now=now)
    return answered and answered + await letter_offers.offers(work, answered, staff, world, now)


async def _answer(work: Work, heard: Heard, staff: Staff, world: World, *, now: datetime) -> Outcome | None:
    if heard.doing is Doing.PRESSED:
        chosen = PRESSES.get(heard.action)
        if chosen is not None:
            try:
                pressed = await chosen(work, heard, staff, world, now)
            except Refusal as refusal:
                meanwhile = await told_since(work, heard.ref, heard.version, staff)
                if not meanwhile:
                    raise
                return Outcome(messages=(Message(staff.chat, refusal.phrase), *meanwhile))
            return pressed + await sign_of_life(work, heard.ref, pressed, staff, world, now)
        filled = await forms.pressed(work, heard, staff, world, now)
        return filled and filled + await sign_of_life(work, heard.ref, filled, staff, world, now)
    if heard.doing is Doing.COMMAND:
        command = COMMANDS.get(heard.command)
        if command is not None:
            return await command(work, heard, staff, world, now)
        return None if heard.command in reporters.FOR_STAFF_TOO else await greet(work, heard, staff, world, now)
    talk = await talking.said(work, heard, staff, world, now)
    if talk is not None:
        return talk + await sign_of_life(work, "", talk, staff, world, now)
    form = await forms.said(work, heard, staff, world, now)
    if form is not None:
        return form + await sign_of_life(work, "", form, staff, world, now)
    if heard.doing is Doing.EDITED or await reporters.speaks(work, staff.chat):
        return None
    if heard.answer is not None and (reporters.cries_for_help(heard.answer) or leaving.wants_out(heard.answer)):
        # Somebody of the unit may be a victim too; what they fill in about others went to its form above.
        return None
    return await greet(work, heard, staff, world, now)


async def in_force(work: Work, world: World, now: datetime) -> World:
    """The same world, with the movable holidays that stand in the rota: deadlines of paperwork pass over them."""
    days_off = (await work.rota(now=now)).days_off
    return replace(world, profile=world.profile.with_days_off(days_off)) if days_off else world


async def greet(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who you are here, and what you can do."""
    told = says("staff-welcome", name=staff.name, role=says(f"role-{staff.role}"))
    return Outcome(messages=(Message(staff.chat, told, panel=Panel.STAFF), rota.duty_switch(staff)))


COMMANDS: dict[str, StaffAnswerer] = {
    "tugas": showing.my_alerts,
    **clocks.COMMANDS,
    **rota.COMMANDS,
    "riwayat": course.by_number,
    "angka": figures.show,
    "kelompok": groups.listed,
    "groups": groups.listed,
    **book_desk.COMMANDS,
    **referring.COMMANDS,
    **people_desk.COMMANDS,
    **staff_help.COMMANDS,
    **talking.COMMANDS,
}

PRESSES: dict[str, StaffAnswerer] = {
    "my-alerts": showing.my_alerts,
    **clocks.PRESSES,
    **erasing.PRESSES,
    **rota.PRESSES,
    **rota_answers.PRESSES,
    **rota_desk.PRESSES,
    "give-up": groups.give_up,
    "file": showing.case_file,
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
    Action.CONTACT: managing.contact,
    **visits.PRESSES,
    Action.VISIT_UNSAFE: managing.unsafe,
    Action.POLICE_REPORTED: forms.start_police,
    Action.POLICE_EXCUSED: forms.start_excuse,
    "conveyed": police.conveyed,
    "course": course.of_case,
    "figures": figures.show,
    **outreach.PRESSES,
    **meeting.PRESSES,
    **consenting.PRESSES,
    **assessing.PRESSES,
    **correcting.PRESSES,
    **entry_list.PRESSES,
    **serving.PRESSES,
    **monitoring.PRESSES,
    **terminating.PRESSES,
    **book_desk.PRESSES,
    **letters.PRESSES,
    **files.PRESSES,
    **referring.PRESSES,
    **relabelling.PRESSES,
    **people_desk.PRESSES,
    **talking.PRESSES,
}
