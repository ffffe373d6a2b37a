"""The files of a case at the desk: listed as evidence, shown one by one, and the very file for who says why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from cases.attachment import Attachment, AttachmentRef, AttachmentState
from cases.case import CaseRef
from cases.dialogue import Dialogue
from cases.messages import Button, Message, Rows, in_rows
from cases.notices import Scene
from cases.outcome import Event, EventKind, Look, Outcome
from cases.phrases import Phrase, says
from cases.refusals import NotAllowed, Unknown, WrongMoment
from cases.staff import Roster, Staff, StaffId
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.conversation.entry_steps import words_of
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from handlers.showing import may_see
from handlers.showing_files import facts, name_words, opening, shown_file
from storage import Work

Press = Callable[[Work, Heard, Staff, World, datetime], Awaitable[Outcome]]
Finish = Callable[[Work, Dialogue, Staff, World, datetime], Awaitable[Outcome]]

#: So many files stand on one page.
PAGE = 6
#: Looks in which the files that had been sent by then were shown among other things.
AMONG_OTHERS = frozenset({"file", "entry"})


async def listed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """All files of a case, the newest first: when, what, how large, its hash, what became of it, and who looked."""
    scene = await _seen_scene(work, heard.ref, staff)
    every = (await work.attachments(scene.case.ref))[::-1]
    start = int(heard.choice) if heard.choice.isdigit() and int(heard.choice) < len(every) else 0
    page = every[start : start + PAGE]
    looks = await work.looks(scene.case.ref)
    lines = tuple(_line(nth, one, looks, scene.roster) for nth, one in enumerate(page, start + 1))
    told = says("files-list", number=scene.case.number, lines=lines or says("files-none"))
    message = Message(staff.chat, told, buttons=_page_buttons(scene, page, start, len(every)), protect=True)
    return Outcome(looks=(Look(scene.case.ref, staff.id, now, "files"),), messages=(message,))


async def _seen_scene(work: Work, ref: str, staff: Staff) -> Scene:
    scene = await scene_of_case(work, ref, actor=staff)
    if not may_see(scene, staff):
        raise NotAllowed
    return scene


async def _file(work: Work, ref: str, staff: Staff) -> tuple[Scene, Attachment]:
    """The file with its case. Raises Unknown also for what is no case's yet: nobody of the unit may look at that."""
    file = await work.attachment(AttachmentRef(ref))
    if file is None or not file.case:
        raise Unknown
    return await _seen_scene(work, file.case, staff), file


def _line(nth: int, file: Attachment, looks: Iterable[Look], roster: Roster) -> Phrase:
    return says(
        "files-line", nth=str(nth), facts=facts(file), name=name_words(file), seen=_seen_by(file, looks, roster)
    )


def _seen_by(file: Attachment, looks: Iterable[Look], roster: Roster) -> Phrase:
    """Who was shown the file, and who had the very file."""
    found: dict[StaffId, bool] = {}
    for look in looks:
        original = look.what == f"original:{file.ref}"
        among = look.what in AMONG_OTHERS and look.at >= file.sent_at
        if original or among or look.what == f"attachment:{file.ref}":
            found[look.by] = found.get(look.by, False) or original
    people = ((roster.by_id(by), original) for by, original in found.items())
    names = tuple(
        says("file-seen-original" if original else "file-seen", name=person.name)
        for person, original in people
        if person
    )
    return says("file-seen-by", viewers=names) if names else says("file-unseen")


def _page_buttons(scene: Scene, page: Iterable[Attachment], start: int, count: int) -> Rows:
    numbers = (
        Button(says("file-nth", nth=str(nth)), "attachment", ref=file.ref, version=file.version)
        for nth, file in enumerate(page, start + 1)
        if file.state is not AttachmentState.ERASED
    )
    rows = in_rows(numbers, columns=3)
    if start + PAGE < count:
        rows = (*rows, (Button(says("button-older"), "files", ref=scene.case.ref, choice=str(start + PAGE)),))
    return (*rows, (Button(says("button-open-case"), "open", ref=scene.case.ref),))


async def show_one(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One file: what of it can be shown, with its whole hash, and the way to the very file."""
    scene, file = await _file(work, heard.ref, staff)
    about = says("file-one", number=scene.case.number, name=name_words(file))
    message = shown_file(about, {"kind": file.kind, "file_id": file.file_id}, file, to=staff, whole=True)
    back = (Button(says("button-files"), "files", ref=scene.case.ref),)
    rows = Message(
        staff.chat, says("file-more", number=scene.case.number), buttons=(*opening(file), back), protect=True
    )
    look = Look(scene.case.ref, staff.id, now, f"attachment:{file.ref}")
    return Outcome(looks=(look,), messages=(message, rows))


async def ask_original(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The very file, with everything in it: what for?"""
    scene, file = await _file(work, heard.ref, staff)
    if file.state is not AttachmentState.KEPT:
        raise WrongMoment
    return begin_form("original", file.ref, scene, staff, world, now)


async def give_original(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """It is given as a file of a name that says nothing, and the case remembers to whom and why."""
    scene, file = await _file(work, form.subject, staff)
    if file.state is not AttachmentState.KEPT:
        raise WrongMoment
    why = words_of(form.answers.get("ofwhy"))
    case = CaseRef(file.case)
    told = {"file": file.ref, "why": why}
    message = Message(
        staff.chat,
        says("file-original", number=scene.case.number, facts=facts(file, whole=True)),
        file=file.ref,
        original=True,
        protect=True,
    )
    return Outcome(
        events=(Event(EventKind.FILE_SHOWN, case, now, by=staff.id, told=told),),
        looks=(Look(case, staff.id, now, f"original:{file.ref}"),),
        messages=(message,),
    )


PRESSES: dict[str, Press] = {"files": listed, "attachment": show_one, "original": ask_original}
FINISH: dict[str, Finish] = {"original": give_original}
