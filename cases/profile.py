"""What a regency decides for itself: deadlines, ladders, visit plan, telephone numbers. Read from `profiles/*.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cases.referral import Agency
from cases.staff import Group


@dataclass(frozen=True)
class Rung:
    """One step of a ladder: so many minutes after the alert was raised, these people are called."""

    after_minutes: float
    to: Group


@dataclass(frozen=True)
class Ladder:
    """Whom an alert climbs to, how it goes on after the last step, and how many must take it."""

    rungs: tuple[Rung, ...]
    repeat_minutes: float
    repeat_to: Group = Group.EVERYONE
    takers: int = 1

    def rung(self, step: int) -> Rung:
        """The step of that index; behind the last one the repeating steps follow without end."""
        if step < len(self.rungs):
            return self.rungs[step]
        beyond = step - len(self.rungs) + 1
        return Rung(self.rungs[-1].after_minutes + beyond * self.repeat_minutes, self.repeat_to)

    def wait_after(self, step: int) -> timedelta:
        """How long after that step the next one is due."""
        return timedelta(minutes=self.rung(step + 1).after_minutes - self.rung(step).after_minutes)


@dataclass(frozen=True)
class VisitPlan:
    """Days after the start on which a person is visited, and how it goes on (R-16)."""

    days: tuple[int, ...]
    then_every: int

    def day(self, index: int) -> int:
        """The day, counted from the start, of the visit with that index (0 is the first)."""
        if index < len(self.days):
            return self.days[index]
        return self.days[-1] + (index - len(self.days) + 1) * self.then_every


@dataclass(frozen=True)
class Hotline:
    name: str
    number: str


@dataclass(frozen=True)
class FixedHoliday:
    """A holiday that falls on the same day every year."""

    month: int
    day: int
    name: str


@dataclass(frozen=True)
class Area:
    """A kecamatan that is hard to reach (R-25): how long the way takes, where that is known, and who is there."""

    code: str
    name: str
    travel_hours: float | None
    through: tuple[str, ...]


@dataclass(frozen=True)
class SecondChannel:
    """The way beside Telegram: Apprise addresses with places to fill (`{email}`, `{phone}`, `{env:NAME}`)."""

    after_minutes: float
    away_minutes: float
    urls: tuple[str, ...] = ()
    operator_urls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letterhead:
    """What stands at the head of every letter, where it is dated, and the class of the file in its number."""

    lines: tuple[str, ...]
    place: str
    address: str
    number: str
    signer: str


@dataclass(frozen=True)
class Sentence:
    """A kind sentence that an officer sends by two taps; in both languages, for grown-ups and for a child."""

    key: str
    label: str
    words: str
    child: str
    english: str
    english_child: str

    def said(self, language: str, *, child: bool) -> str:
        """The sentence for whoever reads it."""
        if language == "en":
            return self.english_child if child else self.english
        return self.child if child else self.words


@dataclass(frozen=True)
class Profile:
    """All that differs from regency to regency. `days_off` are holidays that move from year to year: they stand in
    the rota, and whoever reads it puts them in (`with_days_off`). `unasked_forbidden` are words that no line sent
    unasked may hold, in any language."""

    name: str
    unit: str
    regency: str
    zone: ZoneInfo
    case_prefix: str
    hotlines: tuple[Hotline, ...]
    ladders: Mapping[str, Ladder]
    visit_plans: Mapping[str, VisitPlan]
    consent_version: str
    silent_minutes: float
    answer_minutes: float
    outreach_minutes: int
    outreach_marks: tuple[int, ...]
    assignment_minutes: int
    assignment_marks: tuple[int, ...]
    confirm_minutes: int
    confirm_marks: tuple[int, ...]
    contact_marks: tuple[int, ...]
    visit_eve: int
    visit_morning: int
    visit_overdue_days: tuple[int, ...]
    nudge_minutes: float
    draft_days: int
    ready_minutes: float
    gap_days: int
    daily_hour: int
    holidays: tuple[FixedHoliday, ...]
    areas: tuple[Area, ...]
    second_channel: SecondChannel
    safety_minutes: float
    police_hours: int
    police_marks: tuple[int, ...]
    workdays: frozenset[int]
    digest_at: time
    quiet_from: int
    quiet_until: int
    referral_marks: tuple[int, ...]
    accompany_marks: tuple[int, ...]
    wish_marks: Mapping[str, tuple[int, ...]]
    crisis_book: str
    referral_book: str
    letterhead: Letterhead
    talk_minutes: float
    talk_grave_minutes: float
    talk_signature: str = ""
    sentences: tuple[Sentence, ...] = ()
    agencies: tuple[Agency, ...] = ()
    ping_url: str = ""
    unasked_forbidden: tuple[str, ...] = ()
    days_off: frozenset[date] = frozenset()

    def with_days_off(self, days: Iterable[date]) -> Profile:
        """The same, where nobody does paperwork on these days either."""
        return replace(self, days_off=frozenset(days))

    def agency(self, key: str) -> Agency | None:
        """The institution of that key."""
        return next((agency for agency in self.agencies if agency.key == key), None)

    def local(self, moment: datetime) -> datetime:
        """The moment on the clock of the unit's own zone."""
        return moment.astimezone(self.zone)

    def hard_to_reach(self, kecamatan: str) -> Area | None:
        """What is known of that kecamatan's way, if it is one that can't be reached in a day."""
        return next((area for area in self.areas if area.name.casefold() == kecamatan.casefold()), None)
