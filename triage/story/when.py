"""When it happened, or will: hours since, days until. `now` is given; days are those of Central Indonesia."""

from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import NamedTuple

from triage.signals.reading import rows
from triage.signals.words import Word

WITA = timezone(timedelta(hours=8))
TABLES = "triage.story.tables"
SLACK = timedelta(hours=3)  # "tadi siang" is said at noon, too
RECENT = 120  # hours, the longest medical window
WEEK = 7
HOURS_A_DAY = 24


class Told(NamedTuple):
    """A number that the words from `first` to `last` tell."""

    value: int
    first: int
    last: int


@cache
def table(wanted: str) -> dict[tuple[str, ...], str]:
    """The words of one kind of time → its value."""
    return {
        tuple(entry.split("_")): value
        for kind, value, entries in rows(TABLES, "times.tsv")
        if kind == wanted
        for entry in entries.split()
    }


def number(word: Word) -> int | None:
    """A number in digits or as a word."""
    if word.written.isdecimal() and len(word.written) <= 4:
        return int(word.written)
    value = table("angka").get((word.standard,))
    return int(value) if value else None


def matching(words: list[Word], at: int, kind: str) -> tuple[str, int] | None:
    """The value of the longest entry of a kind that starts here, and its last word."""
    for length in (3, 2, 1):
        shape = tuple(word.standard for word in words[at : at + length])
        if len(shape) == length and shape in table(kind):
            return table(kind)[shape], at + length - 1
    return None


def hours_since(words: list[Word], *, now: datetime) -> Told | None:
    """How many hours ago it was, by the most exact words."""
    here = now.astimezone(WITA)
    found: list[tuple[int, Told]] = []
    for at in range(len(words)):
        if at and words[at - 1].standard in ("sejak", "semenjak"):
            continue  # tells how long it has gone on, not when it happened
        counted = _counted(words, at)
        if counted:
            found.append((0, counted))
        for order, kind in ((1, "jam"), (1, "kemarin"), (2, "lalu")):
            hit = matching(words, at, kind)
            if hit:
                found.append((order - (hit[1] > at), Told(_hours(kind, int(hit[0]), here), at, hit[1])))
        day = _weekday_past(words, at, here)
        if day:
            found.append((1, day))
        if words[at].standard in ("lebaran", "idulfitri"):
            feast = max((one for one in feasts() if one <= here.date()), default=None)
            if feast:
                found.append((1, Told((here.date() - feast).days * HOURS_A_DAY, at, at)))
    return min(found, key=lambda one: (one[0], one[1].first), default=(0, None))[1]


def _hours(kind: str, value: int, here: datetime) -> int:
    if kind == "lalu":
        return value
    then = datetime.combine(here.date(), time(value), WITA)
    if kind == "kemarin" or then > here + SLACK:
        then -= timedelta(days=1)
    return max(0, round((here - then).total_seconds() / 3600))


def _counted(words: list[Word], at: int) -> Told | None:
    """Words like "3 hari lalu", "dua minggu yang lalu", "5 jam yang lalu"."""
    count = number(words[at])
    if count is None or at + 2 >= len(words):
        return None
    unit = table("satuan").get((words[at + 1].standard,))
    rest = [word.standard for word in words[at + 2 : at + 4]]
    if unit is None or ("lalu" not in rest and "kemarin" not in rest):
        return None
    return Told(count * int(unit), at, at + 2 + rest.index("lalu" if "lalu" in rest else "kemarin"))


def _weekday_past(words: list[Word], at: int, here: datetime) -> Told | None:
    """Words like "hari Minggu kemarin", "Senin lalu"."""
    hit = matching(words, at, "hari")
    after = words[at + 1].standard if at + 1 < len(words) else ""
    if not hit or after not in ("kemarin", "lalu") or (hit[0] == "6" and after == "lalu"):
        return None
    days = (here.weekday() - int(hit[0])) % WEEK or WEEK
    return Told(days * HOURS_A_DAY, at, at + 1)


def days_until(words: list[Word], *, now: datetime) -> Told | None:
    """In how many days it will be: "besok", "hari Sabtu ini", "tiga hari lagi"."""
    today = now.astimezone(WITA).date()
    for at in range(len(words)):
        count = number(words[at])
        if count is not None and [word.root for word in words[at + 1 : at + 3]] in (
            ["hari", "sedang"],
            ["hari", "lagi"],
        ):
            return Told(count, at, at + 2)
        day = matching(words, at, "hari")
        after = words[at + 1].standard if at + 1 < len(words) else ""
        before = words[at - 1].standard if at else ""
        if day and after not in ("lalu", "kemarin", "depan") and (after == "ini" or before == "hari" or day[0] != "6"):
            return Told((int(day[0]) - today.weekday()) % WEEK, at, at)
        hit = matching(words, at, "nanti")
        if hit:
            return Told(int(hit[0]), at, hit[1])
    return None


@cache
def feasts() -> tuple[date, ...]:
    """The days of Idulfitri in the table."""
    return tuple(date.fromisoformat(day) for kind, day, _ in rows(TABLES, "times.tsv") if kind == "lebaran")
