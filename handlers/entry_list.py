"""The entries of a case, newest first, for whoever may see its file; each with its voice notes and photos.

The list says what was written, when and by whom; what an entry says is opened one by one. Each time it is kept who
looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from cases.attachment import AttachmentRef
from cases.case import Case
from cases.entries import may_undo, title
from cases.entry import Entry, EntryRef
from cases.messages import Button, Message, Rows, in_rows
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Look, Outcome
from cases.phrases import Arg, At, Phrase, says
from cases.referral import Referral
from cases.refusals import Refusal, Unknown
from cases.staff import Staff, StaffId
from handlers.conversation.asking import shown
from handlers.conversation.engine import Flow, Step, World
from handlers.conversation.entry_steps import words_of
from handlers.conversation.flows import FLOWS
from handlers.entries import check_sees
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from handlers.showing_files import shown_file
from storage import Work

#: So many entries stand on one page.
PAGE = 6
#: So many letters of what was told fit into one message, however they are escaped.
PIECE = 3000
FLOW_OF: Mapping[str, Flow] = {name: flow for flow in FLOWS.values() for name in flow.steps}


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One page of the entries, from the newest on; `choice` is how many newer ones are passed over."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    check_sees(scene, staff)
    case = scene.case
    every = tuple(reversed(await work.entries(case.ref)))
    start = int(heard.choice) if heard.choice.isdigit() else 0
    page = every[start : start + PAGE]
    lines = tuple(_line(scene, entry, nth) for nth, entry in enumerate(page, start + 1))
    key = "entries-list" if page else "entries-none"
    phrase = says(key, number=case.number, count=len(every), lines=lines or says("nothing"))
    buttons = _page_buttons(case, page, start, len(every))
    look = Look(case.ref, staff.id, now, "entries")
    return Outcome(looks=(look,), messages=(Message(staff.chat, phrase, buttons=buttons, protect=True),))


def _line(scene: Scene, entry: Entry, nth: int) -> Phrase:
    return says(
        "entries-line",
        nth=str(nth),
        what=title(entry),
        at=At(entry.at),
        who=_name(scene, entry.by),
        mark=says(f"entry-mark-{_mark(entry)}"),
    )


def _mark(entry: Entry) -> str:
    if entry.undone_at is not None:
        return "undone"
    return "corrected" if entry.corrected_by is not None else "correction" if entry.corrects is not None else "none"


def _name(scene: Scene, who: StaffId | None) -> str | Phrase:
    person = scene.roster.by_id(who)
    return person.name if person is not None else says("nobody-name")


def _page_buttons(case: Case, page: Sequence[Entry], start: int, count: int) -> Rows:
    numbers = (
        Button(says("entry-nth", nth=str(nth)), "entry", ref=entry.ref) for nth, entry in enumerate(page, start + 1)
    )
    rows = in_rows(numbers, columns=3)
    if start + PAGE < count:
        older = Button(says("button-older"), "entries", ref=case.ref, choice=str(start + PAGE))
        rows = (*rows, (older,))
    note = Button(says("button-note"), Action.NOTE, ref=case.ref, version=case.version)
    return (*rows, (note, Button(says("button-open-case"), "open", ref=case.ref)))


async def show_one(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One entry with all that it says, the one that it corrects or that corrects it, and the files."""
    entry = await work.entry(EntryRef(heard.ref))
    if entry is None:
        raise Unknown
    scene = await scene_of_case(work, entry.case, actor=staff)
    check_sees(scene, staff)
    messages = list(_told(scene, entry, staff, world))
    beside = entry.corrects or entry.corrected_by
    other = await work.entry(beside) if beside is not None else None
    if other is not None:
        messages += _told(scene, other, staff, world, key="entry-before" if entry.corrects else "entry-after")
    *before, last = messages
    buttons = _buttons(scene, entry, await work.referrals(entry.case), staff, now)
    messages = [*before, Message(last.to, last.phrase, buttons=buttons, protect=True, slot=f"entry:{entry.ref}")]
    kept = {one.ref: one for one in await work.attachments(entry.case)} if entry.files else {}
    about = says("entry-file", number=scene.case.number, what=title(entry))
    files = (
        shown_file(about, {"kind": one.kind, "file_id": one.file_id}, kept.get(AttachmentRef(one.attachment)), to=staff)
        for one in entry.files
    )
    look = Look(scene.case.ref, staff.id, now, "entry")
    return Outcome(looks=(look,), messages=(*messages, *files))


def _buttons(scene: Scene, entry: Entry, referrals: Iterable[Referral], staff: Staff, now: datetime) -> Rows:
    back = (Button(says("button-entries"), "entries", ref=scene.case.ref),)
    if not entry.counts:
        return (back,)
    press = {
        action: Button(says(f"button-{action}"), action, ref=entry.ref, version=entry.version)
        for action in (Action.UNDO, Action.CORRECT)
    }
    try:
        may_undo(entry, scene.case, by=staff, now=now, referrals=referrals)
    except Refusal:
        return ((press[Action.CORRECT],), back)
    return ((press[Action.UNDO], press[Action.CORRECT]), back)


def _told(scene: Scene, entry: Entry, staff: Staff, world: World, *, key: str = "entry-told") -> Iterator[Message]:
    """The entry in as many messages as it needs."""
    head: dict[str, Arg] = {
        "number": scene.case.number,
        "what": title(entry),
        "at": At(entry.at),
        "who": _name(scene, entry.by),
        "written": At(entry.written_at),
        "mark": says(f"entry-mark-{_mark(entry)}"),
    }
    page: list[Phrase] = []
    letters = 0
    for line, length in lines(entry, world):
        if page and letters + length > PIECE:
            yield Message(staff.chat, Phrase(key, {**head, "lines": tuple(page)}), protect=True)
            page, letters = [], 0
        page.append(line)
        letters += length
    rest = tuple(page) or says("entry-says-nothing")
    yield Message(staff.chat, Phrase(key, {**head, "lines": rest}), protect=True)


def lines(entry: Entry, world: World) -> Iterator[tuple[Phrase, int]]:
    """What an entry says, a line for each question of its form that was answered, and how long it is."""
    for step, value in asked(entry):
        label = says(step.label) if step.label else step.question(entry.told, world)
        line = says("entry-line", label=label, value=shown(step, value, entry.told, world))
        yield line, len(words_of(value)) + 100


def asked(entry: Entry) -> Iterator[tuple[Step, Any]]:
    """The questions of its form that an entry answers, with the answers."""
    for name, value in entry.told.items():
        flow = FLOW_OF.get(name)
        if flow is not None:
            yield flow.steps[name], value


PRESSES = {"entries": show, "entry": show_one}
