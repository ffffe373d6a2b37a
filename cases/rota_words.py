"""The entries of the rota in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

from cases.phrases import Arg, At, Phrase, says
from cases.profile import Profile
from cases.rota import Entry, Extra, Holiday, Leave, Weekly
from cases.shifts import SEEN, Shift
from cases.staff import Roster, StaffId


class Stretch(Protocol):
    """Whatever lasts from one moment to another."""

    @property
    def start(self) -> datetime: ...

    @property
    def end(self) -> datetime: ...


#: What a coordinator enters and can end.
LISTED = (Weekly, Extra, Leave, Holiday)


def in_words(entry: Entry, roster: Roster, profile: Profile) -> Phrase:
    """One entry, whole."""
    match entry:
        case Weekly():
            return says(
                "rota-weekly",
                name=name_of(entry.staff, roster),
                days=weekdays_in_words(entry.weekdays),
                hours=says("rota-hours", start=f"{entry.start:%H.%M}", end=f"{entry.end:%H.%M}"),
                since=_on(entry.since),
                until=_on(entry.until) if entry.until else says("rota-no-end"),
                holidays=says(f"rhol-{entry.holidays}"),
            )
        case Extra():
            start, end = profile.local(entry.start), profile.local(entry.end)
            hours = says("rota-hours", start=f"{start:%H.%M}", end=f"{end:%H.%M}")
            return says("rota-extra", name=name_of(entry.staff, roster), day=_on(start.date()), hours=hours)
        case Leave():
            name = name_of(entry.staff, roster)
            return says("rota-leave", name=name, first=_on(entry.first), last=_on(entry.last))
        case Holiday():
            return says("rota-holiday", name=entry.name, day=_on(entry.day))
    raise TypeError(f"a {type(entry).__name__} is not listed")


def weekdays_in_words(days: tuple[int, ...]) -> tuple[Phrase, ...]:
    """Days of the week, 1 is Monday."""
    named = {(1, 2, 3, 4, 5, 6, 7): "rdays-all", (1, 2, 3, 4, 5): "rdays-work"}.get(days)
    return (says(named),) if named else tuple(says(f"weekday-{day}") for day in days)


def in_short(entry: Entry, roster: Roster, profile: Profile) -> Phrase:
    """One entry, for a button."""
    match entry:
        case Holiday():
            return says("rota-short-holiday", name=entry.name, day=_on(entry.day))
        case Weekly():
            when: Phrase = says("rota-hours", start=f"{entry.start:%H.%M}", end=f"{entry.end:%H.%M}")
            return _short("week", entry.staff, when, roster)
        case Extra():
            return _short("extra", entry.staff, _on(profile.local(entry.start).date()), roster)
        case Leave():
            return _short("leave", entry.staff, _on(entry.first), roster)
    raise TypeError(f"a {type(entry).__name__} is not listed")


def _short(kind: str, staff: StaffId, when: Phrase, roster: Roster) -> Phrase:
    return says("rota-entry-short", what=says(f"rkind-{kind}"), name=name_of(staff, roster), when=when)


def when(stretch: Stretch, profile: Profile) -> Phrase:
    """From when to when, on the unit's own clock; a night ends at 24.00 of its own day."""
    start, end = profile.local(stretch.start), profile.local(stretch.end)
    last = end.date()
    hour = f"{end:%H.%M}"
    if hour == "00.00":
        last, hour = last - timedelta(days=1), "24.00"
    if last == start.date():
        return says("rota-span", day=last, start=f"{start:%H.%M}", end=hour)
    return says("rota-span-days", day=start.date(), start=f"{start:%H.%M}", last=last, end=hour)


def until(shift: Shift, *, now: datetime) -> Arg:
    """When a shift ends, as far as that can be seen."""
    return At(shift.end) if shift.end - now < SEEN else says("rota-no-end")


def name_of(staff: StaffId, roster: Roster) -> Arg:
    person = roster.by_id(staff)
    return person.name if person is not None else says("nobody-name")


def is_over(entry: Entry, profile: Profile, *, now: datetime) -> bool:
    """Whether there is nothing left of it to end."""
    today = profile.local(now).date()
    match entry:
        case Weekly():
            return entry.ended_at is not None or (entry.until is not None and entry.until < today)
        case Extra():
            return entry.ended_at is not None or entry.end <= now
        case Leave():
            return entry.ended_at is not None or entry.last < today
        case Holiday():
            return entry.ended_at is not None or entry.day < today
    return True


def _on(day: date) -> Phrase:
    return says("on-day", day=day)
