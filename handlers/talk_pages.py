"""Conversations to look at: which of one's cases wait for an answer, and what was said in one of them."""

from __future__ import annotations

from datetime import datetime

from cases.case import CaseRef
from cases.messages import Button, Message
from cases.moves import LEADS
from cases.notices import Scene, card
from cases.outcome import Outcome
from cases.phrases import Arg, At, Phrase, says
from cases.refusals import NotAllowed
from cases.staff import Roster, Staff
from cases.talk import Talk, with_file
from cases.talking import can_be_written_to, looked, may_write, seen, words_of
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import handled_at, scene_of_case
from handlers.showing import may_see
from storage import Work

#: So many lines stand on one page, so many cases in the list.
PAGE, LISTED = 8, 20
#: Who waits in more cases than these is found on the board.
LOOKED_AT = 200


async def listed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One's own cases, those in which a reporter waits first; leads see every case in which one does."""
    waiting = await _waiting(work)
    own = [*(alert.case for alert in await work.alerts_held_by(staff.id))]
    own += [line.ref for line in await work.case_list(staff.id, limit=LISTED)]
    mine = set(own)
    refs = [*(ref for ref in waiting if ref in mine or staff.role in LEADS), *own]
    rows: list[tuple[Button, ...]] = []
    for ref in dict.fromkeys(refs):
        scene = await scene_of_case(work, ref, actor=staff)
        if len(rows) < LISTED and can_be_written_to(scene.case) and may_write(scene, staff):
            rows.append((_line(scene, waiting.get(ref, 0)),))
    told = says("talk-list") if rows else says("talk-list-empty")
    return Outcome(messages=(Message(staff.chat, told, buttons=tuple(rows)),))


async def _waiting(work: Work) -> dict[CaseRef, int]:
    """How many messages wait for an answer, by the case in which they are handled."""
    found: dict[CaseRef, int] = {}
    for ref, count in (await work.unanswered(limit=LOOKED_AT)).items():
        there = (await handled_at(work, await scene_of_case(work, ref))).case.ref
        found[there] = found.get(there, 0) + count
    return found


def _line(scene: Scene, count: int) -> Button:
    shown = card(scene)
    told: dict[str, Arg] = {name: shown[name] for name in ("number", "types", "kecamatan")}
    key = "button-talk-waits" if count else "button-talk-quiet"
    return Button(Phrase(key, {**told, "count": str(count)}), "chat", ref=scene.case.ref)


async def page(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The newest lines of a conversation, with a trace of who read them; further back by its button."""
    scene = await handled_at(work, await scene_of_case(work, heard.ref, actor=staff))
    case = scene.case
    if not may_see(scene, staff):
        raise NotAllowed
    refs = [case.ref, *(one.case for one in case.reports)]
    start = int(heard.choice) if heard.choice.isdigit() else 0
    talks, count = await work.talk_page(refs, limit=PAGE, offset=start), await work.talk_count(refs)
    roster = await work.roster()
    numbers = {one.case: one.number for one in case.reports}
    lines = tuple(_told(talk, roster, numbers.get(talk.case, "")) for talk in talks)
    told: dict[str, Arg] = {"number": case.number, "lines": lines or says("talk-nothing")}
    rows: list[tuple[Button, ...]] = []
    if count > start + PAGE:
        rows.append((Button(says("button-talks-before"), "talks", ref=case.ref, choice=str(start + PAGE)),))
    if can_be_written_to(case) and may_write(scene, staff):
        rows.append((Button(says("button-chat"), "chat", ref=case.ref),))
    whole = Message(staff.chat, Phrase("talk-page", told), buttons=tuple(rows), protect=True, about_case=case.ref)
    files = tuple(_file(talk, case.number, staff) for talk in talks if talk.file_id or talk.place is not None)
    return Outcome(talks=seen(talks, now=now), looks=(looked(case.ref, staff, now=now),), messages=(*files, whole))


def _told(talk: Talk, roster: Roster, joined: str) -> Phrase:
    told: dict[str, Arg] = {"at": At(talk.at), "what": words_of(talk)}
    if not talk.is_ours:
        return Phrase("talk-line-theirs-of", {**told, "number": joined}) if joined else Phrase("talk-line-theirs", told)
    person = roster.by_id(talk.by)
    name: Arg = person.name if person is not None else says("nobody-name")
    return Phrase("talk-line-ours", {**told, "name": name, "state": says(f"talk-is-{talk.state}")})


def _file(talk: Talk, number: str, staff: Staff) -> Message:
    told = says("talk-file", number=number, at=At(talk.at), what=words_of(talk))
    bare = Message(staff.chat, told, protect=True, about_case=talk.case, about_talk="" if talk.is_ours else talk.ref)
    return with_file(bare, talk)


COMMANDS = {"chat": listed}
PRESSES = {"talks": page}
