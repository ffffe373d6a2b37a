"""The whole course of a case's alerts, one line each: sent, failed, taken, asked, given back, outreach.

Only names of staff stand in it, and nothing of what a reporter told or an officer noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cases.alert import AlertRef, Cause
from cases.case import Contact
from cases.lengths import length
from cases.outcome import Event, EventKind
from cases.phrases import Arg, Phrase, says
from cases.profile import Profile
from cases.staff import Roster, StaffId

#: What happens to a case and is no part of this: its facts, its risk, its visits, its letters.
SHOWN: tuple[EventKind, ...] = (
    EventKind.REPORT_RECEIVED,
    EventKind.ALERT_RAISED,
    EventKind.ALERT_CALLED,
    EventKind.ALERT_TAKEN,
    EventKind.ALERT_JOINED,
    EventKind.ALERT_DECLINED,
    EventKind.STAFF_UNREACHABLE,
    EventKind.ALERT_ASKED,
    EventKind.ALERT_KEPT,
    EventKind.ALERT_RETURNED,
    EventKind.ALERT_OFFERED,
    EventKind.ALERT_HANDED_OVER,
    EventKind.OFFER_REFUSED,
    EventKind.ALERT_PAGED,
    EventKind.ALERT_FOUND,
    EventKind.CLOCK_FOUND,
    EventKind.OUTREACH_RANG,
    EventKind.CRISIS_STEP,
    EventKind.CRISIS_STEP_UNDONE,
    EventKind.OFFICER_LEFT,
    EventKind.OFFICER_ASKED,
    EventKind.OFFICER_SAFE,
    EventKind.OFFICER_SILENT,
    EventKind.OFFICER_IN_DANGER,
    EventKind.OFFICER_BACK,
    EventKind.PROTECTED,
    EventKind.ARRIVAL_RANG,
    EventKind.OUTREACH_RECORDED,
    EventKind.CONTACT_RECORDED,
    EventKind.DECISION_CONFIRMED,
    EventKind.ENDING_ASKED,
    EventKind.ENDING_REFUSED,
    EventKind.ALERT_ENDED,
)
#: Why a message never arrived, as far as Telegram said; anything else is "not delivered".
WHY = ("blocked", "not_found", "deactivated", "forbidden", "no_rights")
#: A round that calls everybody of a big unit is still one line.
MOST_NAMES = 5


@dataclass(frozen=True)
class Sending:
    """What became of one message that called somebody: `delivered`, `repeated`, `assumed` (it was sent, Telegram's
    answer was lost, and it is not sent again), or `failed:` and why."""

    alert: AlertRef
    staff: StaffId | None
    what: str
    posted_at: datetime
    at: datetime


def timeline(
    events: Iterable[Event], sendings: Iterable[Sending], *, roster: Roster, profile: Profile
) -> tuple[Phrase, ...]:
    """The lines in their order, with a line before each new day."""
    events = tuple(events)
    raised = {str(event.told.get("alert")): event.at for event in events if event.kind is EventKind.ALERT_RAISED}
    # What happened stands before what was sent because of it, at the same moment.
    told = [(event.at, 0, _event(event, raised, roster)) for event in events if event.kind in SHOWN]
    told += [(sending.at, 1, _sending(sending, roster)) for sending in sendings]
    return tuple(_dated(sorted(told, key=lambda line: line[:2]), profile))


def _dated(lines: Iterable[tuple[datetime, int, Phrase]], profile: Profile) -> Iterator[Phrase]:
    day: date | None = None
    for at, _, what in lines:
        local = profile.local(at)
        if local.date() != day:
            day = local.date()
            yield says("timeline-day", day=day)
        yield says("timeline-line", clock=f"{local:%H.%M.%S}", what=what)


def _event(event: Event, raised: Mapping[str, datetime], roster: Roster) -> Phrase:
    told = event.told
    began = raised.get(str(told.get("alert")))
    called = told.get("called", told.get("to"))
    args: dict[str, Arg] = {
        "who": _name(event.by if event.by is not None else told.get("who"), roster),
        "names": _names(called if isinstance(called, list | tuple) else [called], roster),
        "span": length(event.at - began) if began is not None else says("timeline-unknown"),
    }
    match event.kind:
        case EventKind.ALERT_RAISED:
            known = told.get("cause") in set(Cause)
            args["cause"] = says(f"cause-{told['cause']}" if known else "timeline-unknown")
        case EventKind.ALERT_CALLED if not called:
            return says("timeline-called_nobody")
        case EventKind.ALERT_RETURNED if event.by is None:
            return says("timeline-alert_returned_silent")
        case EventKind.OUTREACH_RANG:
            args["percent"] = str(told.get("percent", ""))
        case EventKind.CONTACT_RECORDED:
            how = told.get("how")
            args["how"] = says(f"contact-{how}") if how in set(Contact) else says("timeline-unknown")
    return Phrase(f"timeline-{event.kind}", args)


def _sending(sending: Sending, roster: Roster) -> Phrase:
    what, _, why = sending.what.partition(":")
    args: dict[str, Arg] = {"who": _name(sending.staff, roster), "span": length(sending.at - sending.posted_at)}
    if what == "failed":
        args["why"] = says(f"timeline-why-{why if why in WHY else 'other'}")
    return Phrase(f"timeline-{what}", args)


def _name(who: Any, roster: Roster) -> Arg:
    person = roster.by_id(StaffId(who)) if isinstance(who, int) else None
    return person.name if person is not None else says("timeline-nobody")


def _names(ids: Iterable[Any], roster: Roster) -> Arg:
    people = [_name(who, roster) for who in ids]
    named = tuple(says("as-typed", text=name) if isinstance(name, str) else says("timeline-nobody") for name in people)
    if len(named) <= MOST_NAMES:
        return named
    return (*named[:MOST_NAMES], says("timeline-and-more", count=len(named) - MOST_NAMES))
