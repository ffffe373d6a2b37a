"""Which changes are told to who reported, if they wanted to hear of changes: one table from event to sentence.

Whether it may be said now, under which cover, or only once they write, is for the gate of safe contact to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cases.case import Case
from cases.line import replies_to
from cases.messages import Lane, Message
from cases.outcome import Event, EventKind
from cases.phrases import Arg, Phrase
from cases.profile import Profile
from cases.status_told import is_victims_own


@dataclass(frozen=True)
class News:
    """One change. `short`: it is told to who reported for somebody else as well."""

    phrase: str
    short: bool = False


NEWS: Mapping[EventKind, News] = {
    EventKind.DECISION_CONFIRMED: News("news-read", short=True),
    EventKind.CASE_ASSIGNED: News("news-assigned"),
    EventKind.CONTACT_RANG: News("news-late"),
    EventKind.VISIT_PLANNED: News("news-visit"),
    EventKind.CASE_CLOSED: News("news-ended", short=True),
}


def news(case: Case, events: Iterable[Event], profile: Profile) -> tuple[Message, ...]:
    """What of these events is told to the line of the reporter that wrote last; each sentence once."""
    chat = replies_to(case)
    told: dict[str, Message] = {}
    for event in events:
        row = NEWS.get(event.kind)
        if (
            case.distrusted
            or chat is None
            or row is None
            or event.case != case.ref
            or not (row.short or is_victims_own(case))
        ):
            continue
        if event.kind is EventKind.CONTACT_RANG and event.told.get("percent", 0) < profile.contact_marks[-1]:
            continue
        args: dict[str, Arg] = {}
        if event.kind is EventKind.VISIT_PLANNED:
            args["day"] = date.fromisoformat(str(event.told["due"]))
        told[row.phrase] = Message(chat, Phrase(row.phrase, args), Lane.REST, protect=True, news=True)
    return tuple(told.values())
