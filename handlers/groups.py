"""The groups of staff: which ones the bot stays in, and what it does with the number of one that has changed.

Who may do something follows from our own list of staff, never from being in a group (T9). The bot answers nobody's
talk there and is in no group that a lead has not made known.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases.groups import CARD, REGISTRARS, group_cards
from cases.messages import Button, ChatId, Lane, Message, in_rows
from cases.outcome import Outcome
from cases.phrases import At, Phrase, says
from cases.refusals import NotAllowed, Unknown
from cases.staff import Roster, Staff
from handlers.conversation.engine import World
from handlers.heard import Doing, Heard, Room
from storage import Outgoing, StaffGroup, Work

log = logging.getLogger("laporaman.groups")

#: `/start` is what Telegram itself writes when somebody adds the bot by a link.
REGISTERING = frozenset({"kelompok", "group", "start"})
#: As much of a group's title as a button shows.
SHOWN_TITLE = 40

RoomAnswerer = Callable[[Work, Heard, Room, Staff | None, datetime], Awaitable[Outcome]]


async def answer(work: Work, heard: Heard, *, now: datetime) -> Outcome:
    """What follows from something that was done in a group, but for presses."""
    assert heard.room is not None
    staff = (await work.roster()).by_chat(heard.chat)
    return await DOINGS.get(heard.doing, passed_by)(work, heard, heard.room, staff, now)


async def added(work: Work, heard: Heard, room: Room, staff: Staff | None, now: datetime) -> Outcome:
    """The bot stays where a lead has let it in, and goes at once from everywhere else."""
    known = await active_group(work, room.chat)
    if known is not None:
        if room.title and known.title != room.title and known.chat == room.chat:
            await work.keep_group(replace(known, title=room.title))
        return Outcome()
    if staff is not None and staff.role in REGISTRARS and not room.is_channel:
        return await _register(work, room, staff, now)
    return leave(room, staff)


async def _register(work: Work, room: Room, staff: Staff, now: datetime) -> Outcome:
    """From now on this group gets a card for every alert, also for those that are open."""
    before = await work.group(room.chat)
    former = before.former if before is not None and before.chat == room.chat else ()
    await work.keep_group(StaffGroup(room.chat, room.title, staff.id, now, former))
    roster = await work.roster()
    log.info("a group was made known")
    told = {"person": staff.name, "title": room.title or says("group-untitled")}
    leads = dict.fromkeys((staff.chat, *(lead.chat for lead in roster.leads())))
    return Outcome(
        messages=(
            Message(room.chat, says("group-welcome")),
            *await open_cards(work, room.chat),
            *(Message(chat, Phrase("group-registered", told)) for chat in leads),
        )
    )


def leave(room: Room, staff: Staff | None) -> Outcome:
    """The bot goes, by a row that waits for a Telegram that is away; somebody of ours hears why."""
    log.warning("a group that nobody of ours has made known is left")
    why = (Message(staff.chat, says("group-not-known")),) if staff is not None else ()
    return Outcome(messages=(_leaving(room.chat), *why))


def _leaving(chat: ChatId) -> Message:
    return Message(chat, says("nothing"), Lane.REST, slot="leave", replaces=True, leaves=True)


async def removed(work: Work, heard: Heard, room: Room, staff: Staff | None, now: datetime) -> Outcome:
    """Put out of a group of ours: no more cards, and the leads know."""
    known = await active_group(work, room.chat)
    if known is None or known.chat != room.chat:
        return Outcome()
    return await _without(work, known)


async def _without(work: Work, group: StaffGroup) -> Outcome:
    await work.keep_group(replace(group, active=False))
    log.warning("a group of staff gets no cards any more")
    told = {"title": group.title or says("group-untitled")}
    return Outcome(messages=_to_leads(await work.roster(), Phrase("group-lost", told)))


def _to_leads(roster: Roster, phrase: Phrase) -> tuple[Message, ...]:
    return tuple(Message(lead.chat, phrase, Lane.ESCALATION) for lead in roster.leads())


async def commanded(work: Work, heard: Heard, room: Room, staff: Staff | None, now: datetime) -> Outcome:
    """A lead can make a group known that the bot is in; all other commands are for the private chat."""
    known = await active_group(work, room.chat)
    if heard.command not in REGISTERING or staff is None or staff.role not in REGISTRARS or room.is_channel:
        return await passed_by(work, heard, room, staff, now)
    if known is None:
        return await _register(work, room, staff, now)
    return Outcome(messages=(Message(known.chat, says("group-known-already")),))


async def passed_by(work: Work, heard: Heard, room: Room, staff: Staff | None, now: datetime) -> Outcome:
    """Talk in a known group is nobody's business; a sign of life from any other shows that the bot is still there."""
    known = await active_group(work, room.chat)
    return Outcome() if known is not None else leave(room, staff)


async def migrated(work: Work, heard: Heard, room: Room, staff: Staff | None, now: datetime) -> Outcome:
    """The group has become a supergroup; Telegram says so in both, in either order."""
    assert room.moved_to is not None
    return await follow(work, old=room.chat, new=room.moved_to)


DOINGS: dict[Doing, RoomAnswerer] = {
    Doing.ADDED: added,
    Doing.REMOVED: removed,
    Doing.MIGRATED: migrated,
    Doing.COMMAND: commanded,
}


async def active_group(work: Work, chat: ChatId) -> StaffGroup | None:
    """The known group that has or had this number."""
    group = await work.group(chat)
    return group if group is not None and group.active else None


async def follow(work: Work, *, old: ChatId, new: ChatId, again: bool = False) -> Outcome:
    """The group's number, and all that waits for it, in one step; its cards are sent anew, for the old ones are dead.

    `again`: the cards are sent although the move is already known, because one of them came back.
    """
    await work.readdress(old, new, without=CARD)
    known = await active_group(work, old)
    if known is None:
        return Outcome() if await active_group(work, new) else leave(Room(new), None)
    if known.chat == old:
        log.info("a group of staff became a supergroup")
        await work.move_group(known, to=new)
    elif not again:
        return Outcome()
    return Outcome(messages=await open_cards(work, new))


async def open_cards(work: Work, chat: ChatId) -> tuple[Message, ...]:
    """The cards of all open alerts, as they stand now."""
    cards: list[Message] = []
    for alert in await work.open_alerts():
        case = await work.case(alert.case)
        cards += group_cards(case, alert, (chat,)) if case is not None else ()
    return tuple(cards)


async def moved(work: Work, outgoing: Outgoing, *, to: ChatId, now: datetime) -> None:
    """A message came back because its group is a supergroup by now (F8): nothing of it is lost."""
    if outgoing.edits_message_id is not None or outgoing.message.slot.startswith(CARD):
        await work.give_up(outgoing)
    else:
        await work.retry(outgoing, at=now, why="migrated", uncertain=outgoing.uncertain)
    await work.record(await follow(work, old=outgoing.chat, new=to, again=True), now=now)


async def gone(work: Work, chat: ChatId) -> Outcome:
    """Telegram says that the bot can't write there: it is not a person who could be replaced, the leads hear of it."""
    known = await active_group(work, chat)
    return await _without(work, known) if known is not None else Outcome()


async def listed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The groups that get cards, each with a button to give it up. Raises NotAllowed for all but leads."""
    if staff.role not in REGISTRARS:
        raise NotAllowed
    return Outcome(messages=(await _list(work, staff),))


async def _list(work: Work, staff: Staff, *, replaces: bool = False) -> Message:
    groups = tuple(group for group in await work.groups() if group.active)
    roster = await work.roster()
    untitled = says("group-untitled")
    lines = tuple(
        says(
            "group-line",
            title=group.title or untitled,
            person=by.name if (by := roster.by_id(group.registered_by)) else says("nobody-name"),
            day=At(group.registered_at),
        )
        for group in groups
    )
    buttons = (
        Button(says("button-give-up", title=group.title[:SHOWN_TITLE] or untitled), "give-up", ref=str(group.chat))
        for group in groups
    )
    told = says("groups", lines=lines) if lines else says("groups-none")
    rows = in_rows(buttons, columns=1)
    return Message(staff.chat, told, buttons=rows, slot="groups", replaces=replaces)


async def give_up(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The bot says goodbye and goes; the other leads hear of it. Raises NotAllowed, or Unknown for what is no group."""
    if staff.role not in REGISTRARS:
        raise NotAllowed
    number = heard.ref.removeprefix("-")
    known = await active_group(work, ChatId(-int(number))) if number.isdecimal() else None
    if known is None:
        raise Unknown
    await work.keep_group(replace(known, active=False))
    told = {"title": known.title or says("group-untitled"), "person": staff.name}
    others = (m for m in _to_leads(await work.roster(), Phrase("group-given-up", told)) if m.to != staff.chat)
    goodbye = Message(known.chat, says("group-goodbye"))
    return Outcome(messages=(goodbye, _leaving(known.chat), await _list(work, staff, replaces=True), *others))
