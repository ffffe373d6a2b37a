"""What coordinators and the head do with the rota: add, look through, end, and keep the reserve list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.gaps import troubles
from cases.messages import Button, Message, Style, in_rows
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import At, Phrase, says
from cases.refusals import Changed, NotAllowed, Unknown
from cases.rota import Entry, Extra, Holiday, Leave, Weekly
from cases.rota_words import LISTED, in_short, in_words, is_over, name_of
from cases.staff import Role, Staff, StaffId
from cases.turning import look_again
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.planned import Planned, planned
from handlers.rota_filing import start_entry, warned
from storage import Work

#: So many entries fit on one page of buttons.
PAGE = 12


async def menu(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    _must_lead(staff)
    buttons = (
        (Button(says("button-rota-add"), "radd", style=Style.PRIMARY),),
        (Button(says("button-rota-list"), "rlist"), Button(says("button-rota-reserve"), "rres")),
    )
    return Outcome(messages=(Message(staff.chat, says("rota-menu"), buttons=buttons),))


async def add(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    _must_lead(staff)
    return start_entry(await work.roster(), staff, world, now)


async def entries(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Everything that is in force or to come, a page at a time."""
    _must_lead(staff)
    here = await planned(work, world, now)
    every = _listed(here, world, now)
    if not every:
        return Outcome(messages=(Message(staff.chat, says("rota-no-entries")),))
    start = int(heard.choice) if heard.choice.isdigit() and int(heard.choice) < len(every) else 0
    buttons = [
        Button(in_short(entry, here.roster, world.profile), "rent", ref=entry.ref)
        for entry in every[start : start + PAGE]
    ]
    if start + PAGE < len(every):
        buttons.append(Button(says("button-rota-more"), "rlist", choice=str(start + PAGE)))
    told = says("rota-entries", count=len(every))
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=1)),))


def _listed(here: Planned, world: World, now: datetime) -> tuple[Entry, ...]:
    return tuple(
        entry for entry in here.rota.entries if isinstance(entry, LISTED) and not is_over(entry, world.profile, now=now)
    )


async def one_entry(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One entry, who entered it, and the button that ends it."""
    here, entry = await _entry(work, heard, staff, world, now)
    told = says(
        "rota-entry-card",
        entry=in_words(entry, here.roster, world.profile),
        by=name_of(entry.by, here.roster),
        at=At(entry.at),
    )
    over = Button(says("button-rota-end"), "rend", ref=entry.ref, version=entry.version, style=Style.DANGER)
    return Outcome(messages=(Message(staff.chat, told, buttons=((over,),), slot=f"rota:{entry.ref}"),))


async def end(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The entry counts no longer, from now on. Of two coordinators the second hears that it has changed."""
    here, entry = await _entry(work, heard, staff, world, now)
    if entry.version != heard.version or is_over(entry, world.profile, now=now):
        raise Changed
    ended = await work.keep_rota(replace(entry, ended_by=staff.id, ended_at=now))
    words = in_words(entry, here.roster, world.profile)
    trouble = warned(troubles(here.rota, ended, here.roster, world.profile, now=now))
    told = says("note-and-question", note=says("rota-ended", entry=words), question=trouble)
    messages: tuple[Message, ...] = (Message(staff.chat, told, slot=f"rota:{entry.ref}", replaces=True),)
    person = here.roster.by_id(entry.staff) if isinstance(entry, Weekly | Extra | Leave) else None
    if person is not None and person.active and person.id != staff.id:
        messages += (Message(person.chat, says("rota-told-ended", entry=words)),)
    return look_again(now) + Outcome(messages=messages)


async def _entry(
    work: Work, heard: Heard, staff: Staff, world: World, now: datetime
) -> tuple[Planned, Weekly | Extra | Leave | Holiday]:
    _must_lead(staff)
    here = await planned(work, world, now)
    for entry in here.rota.entries:
        if entry.ref == heard.ref and isinstance(entry, LISTED):
            return here, entry
    raise Unknown


async def reserve(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who is called at once when nobody is on duty; a press puts somebody on the list or takes them off."""
    _must_lead(staff)
    id, _, on = heard.choice.partition(".")
    if id.isdigit():
        await work.set_reserve(StaffId(int(id)), on == "1")
    people = (p for p in (await work.roster()).people if p.active and p.role is not Role.ADMIN)
    buttons = (Button(_ticked(person), "rres", choice=f"{person.id}.{0 if person.reserve else 1}") for person in people)
    rows = in_rows(buttons, columns=2)
    return Outcome(
        messages=(Message(staff.chat, says("rota-reserve"), buttons=rows, slot="rres", replaces=bool(heard.choice)),)
    )


def _ticked(person: Staff) -> Phrase:
    name = says("as-typed", text=person.name)
    return says("ticked", label=name) if person.reserve else name


def _must_lead(staff: Staff) -> None:
    if staff.role not in LEADS:
        raise NotAllowed


PRESSES = {"rmenu": menu, "radd": add, "rlist": entries, "rent": one_entry, "rend": end, "rres": reserve}
