"""Reads from typed words how long ago something was, when it will be, an hour of the day, a day of the calendar."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from handlers.conversation.reading import number_of, tokens

_HOURS_OF = {"menit": 1 / 60, "minutes": 1 / 60, "minute": 1 / 60, "jam": 1, "hours": 1, "hour": 1}
_HOURS_OF |= {"hari": 24, "days": 24, "day": 24, "malam": 24, "minggu": 168, "pekan": 168, "weeks": 168, "week": 168}
_HOURS_OF |= {"bulan": 720, "months": 720, "month": 720, "tahun": 8760, "years": 8760, "year": 8760}
_JOINED = {f"se{unit}": unit for unit in ("jam", "hari", "malam", "minggu", "pekan", "bulan", "tahun")}
_PAST = frozenset({"lalu", "kemarin", "ago", "tadi", "yang", "last"})
_MORE = frozenset({"lebih", "more", "over"})
_COMING = frozenset({"lagi", "depan", "in", "dari"})

#: The last whole hour inside each band: what is still possible for medicine must not be given up (72 and 120 h).
BANDS = ((24, "h0"), (48, "h1"), (72, "h3"), (120, "h5"), (720, "d6"))

_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPELT = {"jum'at": "jumat", "ahad": "minggu", "rebo": "rabu", "sebtu": "sabtu"}
_MONTHS = (
    (
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
)
_PAST_DATE = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2,4}))?\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\b")
_DATE = re.compile(r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{2,4}))?\b")


def read_span(text: str) -> float | None:
    """A length of time in hours: "2 hari lalu" → 48, "sejam" → 1, "3 minggu yg lalu" → 504."""
    words = tokens(text)
    for index, word in enumerate(words):
        if word in _JOINED:
            return float(_HOURS_OF[_JOINED[word]])
        if word == "setengah" and "jam" in words[index + 1 : index + 2]:
            return 0.5
        number = number_of(word)
        unit = words[index + 1] if index + 1 < len(words) else ""
        if number is not None and unit in _HOURS_OF:
            return number * _HOURS_OF[unit]
    return None


def read_since(text: str) -> int | str | None:
    """How long ago: whole hours for up to five days, else the name of a band; None if the text doesn't say."""
    words = tokens(text)
    if "umur" in words or not _COMING.isdisjoint(words):
        return None
    span = read_span(text)
    if span is None:
        return None
    if _PAST.isdisjoint(words) and not _just_a_span(words):
        return None
    if span <= 120 and not (span == 120 and _MORE & {*words}):
        return round(span)
    return "d6" if span < 720 else "m1"


def _just_a_span(words: tuple[str, ...]) -> bool:
    return len(words) <= 3


def band_of(hours: int) -> str:
    """The button under which so many hours fall."""
    return next((band for limit, band in BANDS if hours <= limit), "m1")


def read_until(text: str) -> int | None:
    """In how many days: "besok" → 1, "5 hari lagi" → 5, "seminggu lagi" → 7; a doubtful word is not read."""
    words = tokens(text)
    if "besok" in words or "tomorrow" in words:
        return 1
    if "lusa" in words and "kemarin" not in words:
        return 2
    if not _PAST.isdisjoint(words):
        return None
    span = read_span(text)
    return None if span is None else int(span // 24) + (1 if _MORE & {*words} else 0)


def read_ago(text: str) -> int | str | None:
    """How many minutes ago ("2 jam lalu" → 120), or at what hour ("jam 2 siang" → 14:00)."""
    words = tokens(text)
    hour = read_clock(text)
    if hour is not None and _PAST.isdisjoint({*words} - {"tadi", "yang"}):
        return hour
    span = read_span(text)
    return round(span * 60) if span is not None and span <= 24 * 14 else hour


def read_clock(text: str) -> str | None:
    """An hour of the day as HH:MM."""
    found = _CLOCK.search(text)
    words = tokens(text)
    if found:
        hour, minute = int(found[1]), int(found[2])
    else:
        hours = [
            number_of(words[index + 1])
            for index, word in enumerate(words[:-1])
            if word in ("jam", "pukul", "at") and number_of(words[index + 1]) is not None
        ]
        if not hours or hours[0] is None or hours[0] > 23:
            return None
        hour, minute = hours[0], 0
    if hour < 12 and not {"sore", "malam", "pm", "siang"}.isdisjoint(words) and not (hour > 6 and "siang" in words):
        hour += 12
    return f"{hour:02}:{minute:02}"


def read_day(text: str, *, today: date) -> date | None:
    """A day from today on: "besok", "3 hari lagi", "senin", "25-12", "25 desember"; None if it is past or unclear."""
    words = tuple(_SPELT.get(word, word) for word in tokens(text))
    found = _DATE.search(text)
    if found:
        return _calendar_day(int(found[1]), int(found[2]), found[3], today)
    for index, word in enumerate(words):
        for names in _MONTHS:
            hits = [number for number, name in enumerate(names, 1) if word[:3] == name[:3] and len(word) >= 3]
            day = number_of(words[index - 1]) if index else None
            if hits and word in (names[hits[0] - 1], names[hits[0] - 1][:3]) and day:
                return _calendar_day(day, hits[0], None, today)
    if ("hari" in words and "ini" in words) or "today" in words:
        return today
    days = read_until(text)
    if days is not None and 0 <= days <= 365:
        return today + timedelta(days=days)
    for week in (_DAYS, _ENGLISH_DAYS):
        for number, day_name in enumerate(week):
            if day_name in words and not (day_name == "minggu" and "depan" in words):
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=7) if "depan" in words and "minggu" in words else None


def _calendar_day(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year is not None:
            wanted = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        else:
            wanted = date(today.year, month, day)
            wanted = wanted if wanted >= today else date(today.year + 1, month, day)
    except ValueError:
        return None
    return wanted if today <= wanted <= today + timedelta(days=366) else None


def read_moment(text: str, *, today: str) -> int | str | None:
    """A moment that has been: "14.30", "kemarin 09.00", "21-11 14.30" as an hour of the unit's day (ISO), "2 jam lalu"
    as minutes. A day without an hour is not read."""
    try:
        this_day = date.fromisoformat(today)
    except ValueError:
        return None
    found = _PAST_DATE.search(text)
    hour = read_clock(_PAST_DATE.sub(" ", text))
    if found:
        day = _past_day(int(found[1]), int(found[2]), found[3], this_day)
    else:
        words = tokens(text)
        if {"besok", "tomorrow", "lusa", "nanti"} & {*words}:
            return None
        day = this_day - timedelta(days=1) if {"kemarin", "yesterday"} & {*words} else this_day
        if hour is None:
            ago = read_ago(text)
            return ago if isinstance(ago, int) else None
    if day is None or hour is None:
        return None
    return datetime.combine(day, time.fromisoformat(hour)).isoformat(timespec="minutes")


def _past_day(day: int, month: int, year: str | None, today: date) -> date | None:
    """The last day of that date; None for one that does not exist or is still to come."""
    years = (today.year, today.year - 1) if year is None else (int(year) + (2000 if len(year) == 2 else 0),)
    for one in years:
        try:
            wanted = date(one, month, day)
        except ValueError:
            return None
        if wanted <= today:
            return wanted
    return None
