"""What we hold of a reporter, said in plain words; corrected, erased, or left in peace when they ask for it.

Only what they themselves told is shown: nothing that others said or wrote. Who reported for somebody else learns
nothing of what became of it (threats T1, T2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases import erasing
from cases.case import Case, CaseRef
from cases.messages import Button, Message, Rows, Style, in_rows
from cases.notices import tell
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import Arg, At, Phrase, says
from cases.refusals import Unknown
from cases.status_told import VICTIMS
from handlers.conversation.engine import World
from handlers.conversation.story import story
from handlers.conversation.summary import lines
from handlers.drafts import REPORT, keyboard
from handlers.heard import Heard
from handlers.lines import cases_of_chat
from handlers.scenes import scene_of_case
from storage import Person, Work

Answerer = Callable[[Work, Heard, World, datetime], Awaitable[Outcome]]

#: Nothing of this stays on a phone for longer than it takes to read it, in minutes.
READ_WITHIN = 10
#: A story is shown in pieces that fit into one message each.
PIECE = 3000


async def _own(work: Work, heard: Heard) -> Case:
    """The case of a button, if it is theirs. Raises Unknown, as for one that is not there."""
    found = next((case for case in await cases_of_chat(work, heard.chat) if case.ref == CaseRef(heard.ref)), None)
    if found is None:
        raise Unknown
    return found


async def show(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What we hold, report by report, and what can be done about it."""
    draft = await work.dialogue(heard.chat, REPORT)
    cases = await cases_of_chat(work, heard.chat)
    person = await work.person(heard.chat) or Person(heard.chat)
    parts: list[Phrase] = []
    if draft is not None and not draft.case:
        parts.append(says("own-draft", lines=lines(draft.answers, world) or says("own-nothing-yet")))
    parts += [Phrase("own-report", await _told(work, case, world)) for case in cases]
    parts.append(_settings(person))
    messages = [Message(heard.chat, part, fades=READ_WITHIN) for part in parts]
    messages.append(Message(heard.chat, says("own-what-now"), buttons=_choices(cases), fades=READ_WITHIN))
    events = tuple(Event(EventKind.DATA_SHOWN, case.ref, now) for case in cases)
    return Outcome(events=events, messages=tuple(messages))


def _choices(cases: tuple[Case, ...]) -> Rows:
    one_each = [Button(says("button-owncopy"), "owncopy")] if cases else []
    return in_rows(
        (
            *one_each,
            Button(says("button-ownfix"), "ownfix"),
            Button(says("button-ownerase"), "ownerase"),
            Button(says("button-ownstop"), "ownstop"),
        ),
        columns=1,
    )


async def _told(work: Work, case: Case, world: World) -> dict[str, Arg]:
    sent = Counter(str(entry["kind"]) for entry in story(case.answers))
    told: dict[str, Arg] = {
        "reported": At(case.reported_at),
        "lines": lines(case.answers, world) or says("own-nothing-yet"),
        "texts": sent.pop("text", 0),
        "files": sum(sent.values()),
        "version": str((case.answers.get("consent") or {}).get("version", "-")),
        "seen": says("nothing"),
        "shared": says("nothing"),
        "wish": _wish(case),
    }
    if case.answers.get("who") in VICTIMS and not case.distrusted:
        looks = await work.looks(case.ref)
        told["seen"] = says("own-seen", count=len({(look.by, look.at) for look in looks}))
        kinds = {agency.key: agency.kind for agency in world.profile.agencies}
        asked = {kinds[one.agency] for one in await work.referrals(case.ref) if one.agency in kinds}
        receivers = tuple(says(f"agency-{kind}") for kind in sorted(asked))
        told["shared"] = says("own-shared", values=receivers) if receivers else says("own-not-shared")
    return told


def _wish(case: Case) -> Phrase:
    wish = case.erasure
    if wish is None:
        return says("nothing")
    if wish.answered_at is None:
        return says("own-wish-waits", due=At(wish.due_at))
    return says("own-wish-kept", reasons=tuple(says(f"ownwhy-{one}") for one in wish.kept))


def _settings(person: Person) -> Phrase:
    safe = person.safe
    return says(
        "own-settings",
        first=says("own-first-yes" if safe.first else "own-first-no"),
        words=says("own-words-kept") if safe.proof or safe.decoy else says("own-words-none"),
    )


async def copy(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Their own words, as they were written, to keep elsewhere: they fade from the chat soon."""
    messages: list[Message] = []
    for case in await cases_of_chat(work, heard.chat):
        told = says("own-copy", reported=At(case.reported_at), lines=lines(case.answers, world) or says("nothing"))
        messages.append(Message(heard.chat, told, fades=READ_WITHIN))
        for entry in story(case.answers):
            words = str(entry.get("text", ""))
            for start in range(0, len(words), PIECE):
                piece = says("as-typed", text=words[start : start + PIECE])
                messages.append(Message(heard.chat, piece, fades=READ_WITHIN))
            if entry.get("file_id") and entry["kind"] in ("photo", "voice"):
                file, is_photo = str(entry["file_id"]), entry["kind"] == "photo"
                messages.append(
                    Message(
                        heard.chat,
                        says("own-file"),
                        photo_id=file if is_photo else "",
                        voice_id="" if is_photo else file,
                        fades=READ_WITHIN,
                    )
                )
    closing = Message(heard.chat, says("own-copy-fades", minutes=READ_WITHIN), fades=READ_WITHIN)
    return Outcome(messages=(*messages, closing))


async def erase(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What can be erased at once, what a person looks at first, and why something may stay."""
    draft = await work.dialogue(heard.chat, REPORT)
    cases = await cases_of_chat(work, heard.chat)
    rows: list[tuple[Button, ...]] = []
    if draft is not None and not draft.case:
        rows.append((Button(says("button-forgetdraft"), "forgetdraft", style=Style.DANGER),))
    for case in cases:
        label = says("button-erasemine", day=At(case.reported_at))
        rows.append((Button(label, "erasemine", ref=case.ref, style=Style.DANGER),))
    if not rows:
        # Also who never wrote anything, or has just been forgotten, can be rid of what little there is.
        rows.append((Button(says("button-forgetdraft"), "forgetdraft"),))
    rows.append((Button(says("button-ownstop"), "ownstop"),))
    return Outcome(messages=(Message(heard.chat, says("erase-what"), buttons=tuple(rows), fades=READ_WITHIN),))


async def forget_draft(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What was never sent is forgotten at once, and the person too where nothing else is kept of them."""
    draft = await work.dialogue(heard.chat, REPORT)
    outcome = Outcome(messages=(Message(heard.chat, says("draft-forgotten")),))
    if draft is not None and not draft.case:
        outcome += Outcome(dialogues=(replace(draft, ended=True),))
    if await cases_of_chat(work, heard.chat) or await work.lines_of_chat(heard.chat):
        return outcome
    # What waits for them is given up with them: the last word comes after that.
    await work.record(replace(outcome, messages=()), now=now)
    await work.forget_person(heard.chat)
    return Outcome(messages=outcome.messages)


async def erase_mine(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """The wish is written down, and a person answers it within three days; what must stay is said with its reason."""
    case = await _own(work, heard)
    scene = await scene_of_case(work, case.ref)
    asked = erasing.ask(scene, now=now)
    wish = (asked.cases[-1] if asked.cases else scene.case).erasure
    assert wish is not None
    against = tuple(says(f"ownwhy-{one}") for one in erasing.stands_against(scene))
    key = "erase-asked-but" if against else "erase-asked"
    told = Phrase(key, {"due": At(wish.due_at), "reasons": against})
    return asked + Outcome(messages=(Message(heard.chat, told, fades=READ_WITHIN),))


async def stop(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Nothing is written to them any more unless they write first; help that was called goes on."""
    person = await work.person(heard.chat) or Person(heard.chat)
    await work.save_person(replace(person, safe=replace(person.safe, first=False, news=False)))
    outcome = Outcome()
    for case in await cases_of_chat(work, heard.chat):
        if case.is_open:
            scene = await scene_of_case(work, case.ref)
            outcome += Outcome(
                events=(Event(EventKind.REPORTER_STOPPED, case.ref, now),),
                messages=tell(EventKind.REPORTER_STOPPED, scene),
            )
    draft = await work.dialogue(heard.chat, REPORT)
    return outcome + Outcome(messages=(Message(heard.chat, says("stopped"), panel=keyboard(draft)),))


COMMANDS: dict[str, Answerer] = {
    "datasaya": show,
    "mydata": show,
    "hapus": erase,
    "erase": erase,
    "berhenti": stop,
    "stop": stop,
}
PRESSES: dict[str, Answerer] = {
    "owncopy": copy,
    "ownerase": erase,
    "ownstop": stop,
    "forgetdraft": forget_draft,
    "erasemine": erase_mine,
}
