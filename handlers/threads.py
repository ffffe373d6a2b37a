"""Finds the conversation that something is about: whose report, where it is handled, over which line it goes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from cases.case import Case, CaseRef
from cases.line import LineKind
from cases.messages import ChatId
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from cases.talk import Talk, TalkRef
from cases.talk_words import Concerns, concerns
from cases.talking import Said, Thread, lines_of
from cases.writing import Phone
from handlers import lines
from handlers.conversation.engine import Answer, Kind
from handlers.scenes import handled_at, scene_of_case, still_handled
from storage import Work

#: What can be brought to the other side.
SENT_ALONG = frozenset({Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.DOCUMENT})


async def thread_of(work: Work, ref: str, *, actor: Staff | None = None, chat: ChatId | None = None) -> Thread:
    """By a talk: its report and its own line; by a case: the line that wrote last. Raises Unknown, and NotAllowed for
    a line that is closed or a report that came by no chat."""
    talk = await work.talk(TalkRef(ref))
    report = await work.case(talk.case if talk is not None else CaseRef(ref))
    if report is None:
        raise Unknown
    scene = await scene_of_case(work, report.ref, actor=actor)
    lines = dict(lines_of(report, await work.lines(report.ref)))
    wanted = talk.chat if talk is not None else chat
    # A grown-up who was let in is answered where they asked, and never written to in the reporter's place.
    own = [one for one, kind in lines.items() if kind is not LineKind.TRUSTED]
    to = wanted if wanted is not None else await _wrote_last(work, own)
    if to is None or to not in lines:
        raise NotAllowed
    return Thread(
        there=await handled_at(work, scene),
        report=report,
        chat=to,
        line=lines[to],
        several=len(await cases_of_chat(work, to)) > 1,
    )


async def _wrote_last(work: Work, lines: Collection[ChatId]) -> ChatId | None:
    """The line whose phone was last heard; where none was lately, the report's own."""
    heard: list[tuple[datetime, int, ChatId]] = []
    for nth, chat in enumerate(lines):
        at = await work.last_heard(chat)
        if at is not None:
            heard.append((at, -nth, chat))
    return max(heard)[2] if heard else next(iter(lines), None)


async def cases_of_chat(work: Work, chat: ChatId) -> tuple[Case, ...]:
    """The reporter's cases that are still handled: those reported in that chat, and those for which it is a line."""
    viewer, work.viewer = work.viewer, None
    try:
        return tuple([case for case in await lines.cases_of_chat(work, chat) if await still_handled(work, case)])
    finally:
        work.viewer = viewer


async def phone_of(work: Work, chat: ChatId) -> Phone:
    """What is known of whether something can be said there now."""
    person = await work.person(chat)
    heard_at = await work.last_heard(chat)
    if person is None:
        return Phone(heard_at)
    return Phone(heard_at, person.left_at, person.reachable, first=person.safe.first is True)


async def concerns_of(work: Work, thread: Thread, said: Said | Talk) -> Concerns:
    """What is to be thought over before these words go out."""
    cases = {thread.report.ref, thread.there.case.ref}
    names = [party.name for ref in sorted(cases) for party in await work.parties(ref)]
    return concerns(said.text, names)


def said_in(answer: Answer) -> Said | None:
    """What can be brought to the other side; None for stickers, polls and the like."""
    if answer.kind is Kind.LOCATION and answer.latitude is not None and answer.longitude is not None:
        return Said(answer.text, "place", place=(answer.latitude, answer.longitude))
    if answer.kind in SENT_ALONG and answer.file_id:
        return Said(answer.text, str(answer.kind), answer.file_id)
    if answer.kind is Kind.CONTACT and answer.phone:
        return Said(answer.phone)
    if answer.kind is Kind.TEXT and answer.text.strip():
        return Said(answer.text)
    return None
