"""Two people at the same case: the second is told what has changed since they looked, by whom, and nothing is lost."""

from __future__ import annotations

from cases.case import Case, CaseRef
from cases.messages import Message
from cases.outcome import Event, EventKind
from cases.phrases import At, Phrase, says
from cases.staff import Roster, Staff
from handlers.scenes import scene_of_case
from handlers.showing import may_see
from storage import Work

#: More than these are not told one by one.
MOST = 5
#: The clocks of the house and what a reporter adds change no decision of anybody.
SILENT = frozenset(
    {
        EventKind.FACTS_LEARNED,
        EventKind.ALERT_CALLED,
        EventKind.ALERT_PAGED,
        EventKind.ASSIGNMENT_OPENED,
        EventKind.VISIT_PLANNED,
    }
)


async def told_since(work: Work, ref: str, version: int, staff: Staff) -> tuple[Message, ...]:
    """What colleagues did to the case after that version; nothing where nobody did anything, or it is not theirs."""
    case = await work.case(CaseRef(ref))
    if case is None or not 0 < version < case.version:
        return ()
    if not may_see(await scene_of_case(work, ref), staff):
        return ()
    events = [event for event in await work.history(case.ref) if _by_others(event, version, staff)]
    if not events:
        return ()
    return (Message(staff.chat, changed(case, events, await work.roster()), protect=True),)


def _by_others(event: Event, version: int, staff: Staff) -> bool:
    return event.version > version and event.by not in (None, staff.id) and event.kind not in SILENT


def changed(case: Case, events: list[Event], roster: Roster) -> Phrase:
    """By whom, what, and when: never more of it than a card may say."""
    lines = [_line(event, roster) for event in events[-MOST:]]
    return says("changed-since", number=case.number, lines=tuple(lines))


def _line(event: Event, roster: Roster) -> Phrase:
    person = roster.by_id(event.by)
    name = person.name if person is not None else says("nobody-name")
    return says("changed-line", at=At(event.at), name=name, what=says(f"last-{event.kind}"))


def seen_in(answers: object) -> tuple[str, int]:
    """The case and the version at which a form of it began."""
    # A form that writes an entry tells by itself what was written meanwhile, before anything else counts.
    seen = answers.get("seen") if isinstance(answers, dict) and "stood" not in answers else None
    if isinstance(seen, list | tuple) and len(seen) == 2:
        return str(seen[0]), int(seen[1])
    return "", 0


__all__ = ["changed", "seen_in", "told_since"]
