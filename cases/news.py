"""Which changes of a case are worth a word to who reported it, if they wanted that. They read the rest in /status."""

from __future__ import annotations

from collections.abc import Iterator

from cases.messages import ChatId
from cases.outcome import EventKind, Outcome

NEWS = frozenset(
    {
        EventKind.ALERT_TAKEN,
        EventKind.CASE_ASSIGNED,
        EventKind.REFERRAL_RECEIVED,
        EventKind.CASE_CLOSED,
        EventKind.CASE_REOPENED,
    }
)


def concerned(outcome: Outcome) -> Iterator[ChatId]:
    """Who reported a case that changes in such a way."""
    changed = {event.case for event in outcome.events if event.kind in NEWS}
    yield from {case.reporter for case in outcome.cases if case.ref in changed and case.reporter is not None}
