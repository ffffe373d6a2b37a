"""The figures of a month: how soon alerts were taken, people reached, help recorded, and what went wrong.

Pure: the alerts that were raised in the month and their events in, numbers out. Percentiles are by nearest rank, so
that each one is a time that really happened; under `FEW` cases they would say nothing and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cases.alert import LADDER_OF, Alert
from cases.case import CaseNumber, Contact
from cases.outcome import Called, Event, EventKind
from cases.profile import Profile

#: Fewer than this give no percentiles.
FEW = 5
#: The kinds of alerts, by their ladders, in the order of their urgency.
KINDS = tuple(dict.fromkeys(LADDER_OF.values()))


@dataclass(frozen=True)
class Times:
    """How long something took: how often it happened, and its percentiles where that is often enough."""

    n: int
    p50: timedelta | None = None
    p90: timedelta | None = None


@dataclass(frozen=True)
class OfKind:
    """The alerts of one kind."""

    kind: str
    count: int
    taken: Times
    contact: Times
    outreach: Times


@dataclass(frozen=True)
class Breach:
    """An emergency whose time for the outreach was over: by how much (None: none is recorded yet), and why."""

    number: CaseNumber
    late: timedelta | None
    reason: str


@dataclass(frozen=True)
class Figures:
    """One month. Emergencies are either within their time, protected by people on the spot, late, still in time
    (`waiting`), or were ended without an outreach."""

    month: date
    kinds: tuple[OfKind, ...]
    within: int
    protected: int
    waiting: int
    ended: int
    breaches: tuple[Breach, ...]
    calls: int
    returned: int
    paged: int
    found: int
    unanswered: int

    @property
    def count(self) -> int:
        return sum(kind.count for kind in self.kinds)

    @property
    def emergencies(self) -> int:
        return self.within + self.protected + self.waiting + self.ended + len(self.breaches)


def month_of(moment: datetime, profile: Profile) -> date:
    """The first day of the month of the unit's own calendar."""
    return profile.local(moment).date().replace(day=1)


def month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def month_after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def bounds(month: date, profile: Profile) -> tuple[datetime, datetime]:
    """From the first moment of the month up to the first of the next, on the unit's own clock."""
    first, after = (datetime.combine(day, time(), tzinfo=profile.zone) for day in (month, month_after(month)))
    return first, after


def rank(times: Sequence[timedelta], percent: int) -> timedelta:
    """The nearest rank: the smallest time that at least so many percent did not exceed."""
    ordered = sorted(times)
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def times(found: Iterable[timedelta | None]) -> Times:
    """Of those where it happened at all."""
    happened = [one for one in found if one is not None]
    if len(happened) < FEW:
        return Times(len(happened))
    return Times(len(happened), rank(happened, 50), rank(happened, 90))


def figures(called: Sequence[Called], *, month: date, now: datetime) -> Figures:
    """All figures of the alerts raised in a month, as far as they are known now."""
    own = {one.alert.ref: _own_events(one, called) for one in called}

    def after(one: Called, kind: EventKind) -> timedelta | None:
        return next((event.at - one.alert.raised_at for event in own[one.alert.ref] if event.kind is kind), None)

    def contact(one: Called) -> timedelta | None:
        reached = (e for e in own[one.alert.ref] if e.kind is EventKind.CONTACT_RECORDED)
        return next((e.at - one.alert.raised_at for e in reached if e.told.get("how") == Contact.REACHED), None)

    def of_kind(kind: str) -> OfKind:
        some = [one for one in called if LADDER_OF[one.alert.cause] == kind]
        return OfKind(
            kind=kind,
            count=len(some),
            taken=times(after(one, EventKind.ALERT_TAKEN) for one in some),
            contact=times(map(contact, some)),
            outreach=times(after(one, EventKind.OUTREACH_RECORDED) for one in some),
        )

    standing = [(one, _standing(one.alert, own[one.alert.ref], now=now)) for one in called if one.alert.needs_outreach]
    every = [event for events in own.values() for event in events]
    return Figures(
        month=month,
        kinds=tuple(map(of_kind, KINDS)),
        within=sum(how == "within" for _, how in standing),
        protected=sum(how == "protected" for _, how in standing),
        waiting=sum(how == "waiting" for _, how in standing),
        ended=sum(how == "ended" for _, how in standing),
        breaches=tuple(_breach(one, own[one.alert.ref]) for one, how in standing if how == "late"),
        calls=sum(one.alert.calls for one in called),
        returned=sum(event.kind is EventKind.ALERT_RETURNED for event in every),
        paged=sum(event.kind is EventKind.ALERT_PAGED for event in every),
        found=sum(event.kind is EventKind.ALERT_FOUND for event in every),
        unanswered=sum(after(one, EventKind.ALERT_TAKEN) is None for one in called),
    )


def _own_events(one: Called, called: Sequence[Called]) -> tuple[Event, ...]:
    """What happened to this alert: events that name it, and those of its case between it and the next alert."""
    alert = one.alert
    later = (o.alert.raised_at for o in called if o.alert.case == alert.case and o.alert.raised_at > alert.raised_at)
    until = min(later, default=None)

    def belongs(event: Event) -> bool:
        if event.told.get("alert"):
            return bool(event.told["alert"] == alert.ref)
        return event.at >= alert.raised_at and (until is None or event.at < until)

    return tuple(filter(belongs, one.events))


def _outreach(events: Iterable[Event]) -> Event | None:
    return next((event for event in events if event.kind is EventKind.OUTREACH_RECORDED), None)


def _standing(alert: Alert, events: tuple[Event, ...], *, now: datetime) -> str:
    """Where an emergency stands to its time (step 1.6, R-25: protection on the spot meets it)."""
    outreach = _outreach(events)
    if outreach is not None and outreach.at <= alert.deadline_at:
        return "within"
    protections = (e.at for e in events if e.kind is EventKind.PROTECTED and e.told.get("meets", True))
    if any(at <= alert.deadline_at for at in protections):
        return "protected"
    if outreach is None and alert.ended_at is not None and alert.ended_at <= alert.deadline_at:
        return "ended"
    return "waiting" if outreach is None and now <= alert.deadline_at else "late"


def _breach(one: Called, events: tuple[Event, ...]) -> Breach:
    outreach = _outreach(events)
    if outreach is None:
        return Breach(one.number, None, "")
    told = outreach.told
    reason = str(told.get("late_reason") or told.get("olate") or "")
    return Breach(one.number, outreach.at - one.alert.deadline_at, "" if reason == "_skip" else reason)
