"""For which cases a chat speaks: what was reported in it, and the lines that were opened to it."""

from __future__ import annotations

from cases.case import Case, CaseRef
from cases.line import Line, LineKind
from cases.messages import ChatId
from cases.notices import Scene, tell
from cases.outcome import Event, Outcome
from handlers.scenes import handled_at, scene_of_case, still_handled
from storage import Work


async def cases_of_chat(work: Work, chat: ChatId) -> tuple[Case, ...]:
    """What somebody may speak for as the reporter, in the chat they reported from or on another phone; the newest
    first. What a grown-up was let into is not theirs."""
    found = {case.ref: case for case in await work.cases_of_reporter(chat)}
    for line in await work.lines_of_chat(chat):
        case = await work.case(line.case) if line.kind is LineKind.PHONE else None
        if case is not None:
            found.setdefault(case.ref, case)
    return tuple(sorted(found.values(), key=lambda case: (case.reported_at, case.number), reverse=True))


async def case_of_chat(work: Work, chat: ChatId, ref: str) -> Case | None:
    """That case, if the chat speaks for it; nothing tells one that it does not from none at all."""
    return next((case for case in await cases_of_chat(work, chat) if case.ref == ref), None)


async def open_case_of(work: Work, chat: ChatId) -> Case | None:
    """The newest case of a chat at which somebody is at work."""
    for case in await cases_of_chat(work, chat):
        if await still_handled(work, case):
            return case
    return None


async def trusted_in(work: Work, chat: ChatId) -> tuple[tuple[Line, Case], ...]:
    """Where this chat is the one of a trusted grown-up, the newest first; only what is still being handled."""
    found = []
    for line in reversed(await work.lines_of_chat(chat)):
        case = await work.case(line.case) if line.kind is LineKind.TRUSTED else None
        if case is not None and await still_handled(work, case):
            found.append((line, case))
    return tuple(found)


async def told_holder(work: Work, ref: CaseRef, event: Event) -> Outcome:
    """That happened; whoever holds the case (or the one it was joined to) hears of it."""
    there: Scene = await handled_at(work, await scene_of_case(work, ref))
    return Outcome(events=(event,), messages=tell(event.kind, there))
