"""The one door for everything that people do: it finds out who they are and who answers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.messages import ChatId, Lane, Message
from cases.outcome import Outcome
from cases.phrases import Phrase
from cases.referral import Partner
from cases.refusals import Refusal
from cases.staff import Staff, StaffId
from handlers import (
    decoy,
    group_presses,
    groups,
    leaving,
    partners,
    proving,
    reporter_news,
    reporters,
    sent_files,
    staff_desk,
    unread,
)
from handlers.conversation.asking import FADES
from handlers.conversation.engine import Kind, World
from handlers.conversation.flows import is_private
from handlers.drafts import with_numbers
from handlers.following import follow
from handlers.heard import Doing, Heard, Toast
from handlers.undelivered import gone, tell_operators
from storage import Person, Work


async def hear(work: Work, heard: Heard, world: World, *, now: datetime) -> Toast | None:
    """Answer one thing that one person did, and record all that follows from it; what is to pass over their screen.

    For somebody of the unit a case that is hidden from them is not there, whatever they ask.
    """
    try:
        work.answering = heard.chat if heard.room is None else None
        work.heard_at = heard.said_at or heard.at
        if heard.room is not None:
            return await _hear_in_group(work, heard, world, now=now)
        await _hear_in_private(work, heard, world, now=now)
        return None
    finally:
        # Somebody else may be heard next in the same unit of work.
        work.viewer = None
        work.answering = work.heard_at = None


async def _hear_in_group(work: Work, heard: Heard, world: World, *, now: datetime) -> Toast | None:
    toast = None
    if heard.press_id:
        work.viewer = _id_of((await work.roster()).by_chat(heard.chat))
        outcome, toast = await group_presses.pressed(work, heard, world, now=now)
    else:
        outcome = await groups.answer(work, heard, now=now)
    await work.record(_as_recorded(outcome), now=now)
    return toast


async def _hear_in_private(work: Work, heard: Heard, world: World, *, now: datetime) -> None:
    if heard.doing is Doing.IGNORED:
        return
    roster = await work.roster()
    staff = roster.by_chat(heard.chat)
    if heard.doing is Doing.BLOCKED:
        # The house acts for them, and shows them nothing: whatever waits for them must be found.
        await work.record(await _blocked(work, heard, world, now=now), now=now)
        return
    work.viewer = _id_of(staff)
    person = await work.person(heard.chat)
    back = person is not None and person.here_since is None and person.left_at is not None
    if person is None or person.here_since is None:
        person = replace(person or Person(heard.chat), here_since=now)
        await work.save_person(person)
    partner = await work.partner(heard.chat) if staff is None else None
    if any(one is not None and not one.reachable for one in (person, staff, partner)):
        await work.set_reachable(heard.chat, True)
    if heard.doing in (Doing.FORGED, Doing.UNBLOCKED):
        # A stranger's press learns nothing, not even that there is something to learn.
        return
    try:
        heard = sent_files.numbered(heard)
        await _fade(work, heard, now=now)
        # Of the unit nobody is ever in a disguise: they must see who calls for help.
        hidden = await decoy.answer(work, heard, person, world, now) if staff is None else None
        if hidden is None and staff is None:
            hidden = await proving.answer(work, heard, person, world, now)
        outcome = hidden or await _answer(work, heard, staff or partner, world, now=now)
        outcome += sent_files.sent_in(heard, outcome)
        outcome += await follow(work, outcome, world, now)
        outcome += await reporter_news.told(work, outcome, world, now)
    except Refusal as refusal:
        hidden, outcome = None, Outcome(messages=(Message(heard.chat, refusal.phrase),))
    if hidden is None and not await proving.is_open(work, heard.chat):
        outcome = await unread.with_unread(work, heard, outcome, world, now)
        if person.held.waiting and not person.held.only_talk and staff is None:
            # What changed was held back; who came after a knock without words of an officer hears how it stands.
            outcome += await proving.news(work, heard, outcome, world, now)
        if back and staff is None:
            outcome = leaving.keyboard_back(outcome, heard.chat)
    if person.held.waiting:
        await work.nothing_waits(heard.chat)
    await work.record(_as_recorded(outcome), now=now)


async def _fade(work: Work, heard: Heard, *, now: datetime) -> None:
    """What was answered to a private question is taken off the phone soon, understood or not; so is every place and
    telephone number that was shared."""
    if heard.answer is None or not heard.message or heard.doing not in (Doing.SAID, Doing.EDITED):
        return
    shared = heard.answer.kind in (Kind.LOCATION, Kind.CONTACT)
    if shared or any(is_private(dialogue) for dialogue in await work.dialogues(heard.chat)):
        await work.fade(heard.chat, heard.message, at=now + timedelta(minutes=FADES))


def _id_of(staff: Staff | None) -> StaffId | None:
    return None if staff is None else staff.id


def _as_recorded(outcome: Outcome) -> Outcome:
    """Its buttons carry the version of the case or referral that stands once it is recorded, not the one before."""
    versions = {str(case.ref): case.version + 1 for case in outcome.cases}
    versions |= {str(referral.ref): referral.version + 1 for referral in outcome.referrals}

    def shown(message: Message) -> Message:
        rows = tuple(tuple(replace(b, version=versions.get(b.ref, b.version)) for b in row) for row in message.buttons)
        return replace(message, buttons=rows)

    if not versions:
        return outcome
    return replace(outcome, messages=tuple(map(shown, outcome.messages)))


async def _answer(work: Work, heard: Heard, who: Staff | Partner | None, world: World, *, now: datetime) -> Outcome:
    answered: Outcome | None = None
    if isinstance(who, Staff):
        answered = await staff_desk.answer(work, heard, who, world, now=now)
    elif who is not None and who.active:
        answered = await partners.answer(work, heard, who, world, now=now)
    if answered is not None:
        return answered
    # As a reporter everybody sees their own report, also who is kept out of its case as a colleague.
    work.viewer = None
    return await reporters.answer(work, heard, world, now=now)


async def _blocked(work: Work, heard: Heard, world: World, *, now: datetime) -> Outcome:
    """Somebody blocked the bot: for staff the leads must know before the next alert does."""
    changed = await work.set_reachable(heard.chat, False)
    roster = await work.roster()
    staff = roster.by_chat(heard.chat)
    if staff is None and changed:
        return await partners.lost(work, heard.chat, world, now) + await unread.lost(work, heard.chat, now)
    if staff is None or not changed:
        return Outcome()
    told = {"person": staff.name}
    leads = tuple(
        Message(lead.chat, Phrase("staff-unreachable", told), Lane.ESCALATION)
        for lead in roster.leads()
        if lead.id != staff.id and lead.reachable
    )
    return await gone(work, staff, world=world, now=now) + Outcome(messages=leads)


async def set_aside(work: Work, chat: int | None, *, row: int, world: World, now: datetime) -> None:
    """Something of ours failed three times over one update: the operator hears the row, the person the numbers."""
    roster = await work.roster()
    outcome = tell_operators(roster, "inbox-set-aside", row)
    if chat is not None and chat > 0:
        # Never to a group: it is told nothing but cards.
        sorry = Message(ChatId(chat), with_numbers("set-aside-sorry", world))
        outcome = replace(outcome, messages=(*outcome.messages, sorry))
    await work.record(outcome, now=now)
