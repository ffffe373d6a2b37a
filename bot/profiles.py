"""Reads a regency's profile and its places from `profiles/`."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Collection
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.problems import WrongProfile
from bot.settings import PROFILES
from cases import books
from cases.profile import (
    Area,
    FixedHoliday,
    Hotline,
    Ladder,
    Letterhead,
    Profile,
    Rung,
    SecondChannel,
    Sentence,
    VisitPlan,
)
from cases.referral import Agency, AgencyKind
from cases.staff import Group
from cases.wishes import Wish
from handlers.conversation.engine import World
from handlers.conversation.gazetteer import Gazetteer

LADDERS = ("emergency", "unfinished", "report", "visit")
#: No step of a ladder comes sooner after the one before.
SHORTEST_STEP = 0.5
#: The key of an institution stands in buttons.
LONGEST_KEY = 16
LONGEST_SENTENCE_KEY = 12
FOLDER = PROFILES
#: What waits for a second person, as it is called in the profile.
WISHES = {Wish.OVERRIDE: "exception", Wish.ONE_SIDED: "one_sided_end"}


def read_profile(name: str, *, folder: Path = FOLDER) -> World:
    """The profile of that name with its places. Raises WrongProfile, which names the file and the line's key."""
    path = folder / f"{name}.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(sorted(found.stem for found in folder.glob("*.toml"))) or "none"
        raise WrongProfile(f"PROFILE={name}: there is no profiles/{name}.toml (known: {known}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise WrongProfile(f"profiles/{name}.toml can't be read as TOML: {wrong}. Correct that line.") from None
    try:
        profile = _profile(raw)
        local, nation = ((folder / place).read_text(encoding="utf-8") for place in raw["places"])
        return World(profile=profile, places=Gazetteer.read(local, nation, ours=profile.regency))
    except KeyError as missing:
        raise WrongProfile(f"profiles/{name}.toml lacks {missing}. Compare it with luwu_utara.toml.") from None
    except (TypeError, ValueError, AttributeError, OSError, ZoneInfoNotFoundError) as wrong:
        raise WrongProfile(f"profiles/{name}.toml holds a value that can't be: {wrong}.") from None


def _profile(raw: dict[str, Any]) -> Profile:
    visits = raw["visits"]
    return Profile(
        name=raw["name"],
        unit=raw["unit"],
        regency=raw["regency"],
        zone=ZoneInfo(raw["timezone"]),
        case_prefix=raw["case_prefix"],
        hotlines=tuple(Hotline(line["name"], line["number"]) for line in raw["hotlines"]),
        ladders={name: _ladder(raw["ladders"][name]) for name in LADDERS},
        visit_plans={risk: _plan(visits[risk]) for risk in ("TINGGI", "SEDANG", "RENDAH")},
        consent_version=raw["consent"]["version"],
        silent_minutes=_minutes(raw["taken"]["silent_after"]),
        answer_minutes=_minutes(raw["taken"]["answer_within"]),
        outreach_minutes=int(_minutes(raw["outreach"]["within"])),
        outreach_marks=_percents(raw["outreach"]),
        assignment_minutes=int(_minutes(raw["assignment"]["within"])),
        assignment_marks=_percents(raw["assignment"]),
        confirm_minutes=int(_minutes(raw["confirmation"]["within"])),
        confirm_marks=_percents(raw["confirmation"]),
        contact_marks=_percents(raw["contact"]),
        visit_eve=_hour(visits["remind_eve_hour"]),
        visit_morning=_hour(visits["remind_day_hour"]),
        visit_overdue_days=_rising(visits["overdue_days"]),
        nudge_minutes=_minutes(raw["drafts"]["nudge_after"]),
        draft_days=int(_minutes(raw["drafts"]["keep_days"])),
        ready_minutes=_minutes(raw["duty"]["ready_before"]),
        gap_days=int(_minutes(raw["duty"]["gap_days"])),
        daily_hour=_hour(raw["duty"]["daily_hour"]),
        holidays=tuple(_holiday(day, name) for day, name in raw["holidays"].items()),
        areas=tuple(_area(area) for area in raw.get("areas", ())),
        second_channel=_second_channel(raw["second_channel"]),
        safety_minutes=_minutes(raw["outing"]["ask_every"]),
        police_hours=int(_minutes(raw["police"]["within_hours"])),
        police_marks=_rising(raw["police"]["remind_at_hours"]),
        workdays=_weekdays(raw["working"]["days"]),
        digest_at=time.fromisoformat(raw["digest"]["at"]),
        quiet_from=_hour(raw["quiet"]["from"]),
        quiet_until=_hour(raw["quiet"]["until"]),
        referral_marks=_rising(raw["referrals"]["remind_at_hours"]),
        accompany_marks=_rising(raw["accompaniment"]["ask_on_days"]),
        wish_marks={kind: _rising(raw["second_person"][f"{name}_hours"]) for kind, name in WISHES.items()},
        crisis_book=_one_of(raw["book"]["crisis"], books.CRISIS),
        referral_book=_one_of(raw["book"]["referral"], books.REFERRAL),
        letterhead=_letterhead(raw["letterhead"]),
        talk_minutes=_minutes(raw["talk"]["answer_within"]),
        talk_grave_minutes=_minutes(raw["talk"]["answer_within_danger"]),
        talk_signature=str(raw["talk"].get("signed", "")),
        sentences=_sentences(raw.get("sentences", ())),
        agencies=tuple(_agency(agency) for agency in raw.get("agencies", ())),
        ping_url=str(raw.get("health", {}).get("ping_url", "")),
        unasked_forbidden=tuple(str(word).casefold() for word in raw["unasked"]["forbidden"]),
    )


def _one_of(value: Any, known: Collection[str]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(known))}")
    return str(value)


def _weekdays(values: Any) -> frozenset[int]:
    days = frozenset(values)
    if not days or not days <= frozenset(range(1, 8)):
        raise ValueError(f"{values!r} are not days of the week from 1 (Monday) to 7")
    return days


def _letterhead(raw: dict[str, Any]) -> Letterhead:
    return Letterhead(
        lines=tuple(map(str, raw["lines"])),
        place=str(raw["place"]),
        address=str(raw["address"]),
        number=str(raw["number"]),
        signer=str(raw["signer"]),
    )


def _agency(raw: dict[str, Any]) -> Agency:
    key = _key(str(raw["key"]), longest=LONGEST_KEY)
    return Agency(key, AgencyKind(raw["kind"]), str(raw["name"]), str(raw.get("address", "")))


def _sentences(raw: Any) -> tuple[Sentence, ...]:
    found = tuple(
        Sentence(
            key=_key(str(one["key"]), longest=LONGEST_SENTENCE_KEY),
            label=str(one["label"]),
            words=str(one["id"]),
            child=str(one.get("id_child", one["id"])),
            english=str(one["en"]),
            english_child=str(one.get("en_child", one["en"])),
        )
        for one in raw
    )
    if len({one.key for one in found}) != len(found):
        raise ValueError("two sentences have the same key")
    return found


def _key(key: str, *, longest: int) -> str:
    if not (key.isascii() and key.replace("_", "").isalnum() and len(key) <= longest):
        raise ValueError(f"{key!r} is not a key of up to {longest} letters, figures and _")
    return key


def _minutes(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1_000_000:
        raise ValueError(f"{value!r} is not a time greater than 0")
    return value


def _hour(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= 23:
        raise ValueError(f"{value!r} is not an hour from 0 to 23")
    return value


def _rising(values: Any) -> tuple[int, ...]:
    numbers = tuple(int(_minutes(value)) for value in values)
    if not numbers or any(b <= a for a, b in itertools.pairwise(numbers)):
        raise ValueError(f"{values!r} must rise")
    return numbers


def _percents(section: dict[str, Any]) -> tuple[int, ...]:
    marks = _rising(section["remind_at_percent"])
    if len(marks) < 2 or marks[-1] != 100:
        raise ValueError(f"{list(marks)!r} must be at least two percentages, the last one 100")
    return marks


def _ladder(raw: dict[str, Any]) -> Ladder:
    rungs = tuple(rung for line in raw["rungs"] for rung in _rungs(line))
    times = [rung.after_minutes for rung in rungs]
    if not rungs or times[0] != 0 or any(b - a < SHORTEST_STEP for a, b in itertools.pairwise(times)):
        raise ValueError("a ladder starts at 0 and its times rise by at least half a minute")
    takers = raw.get("takers", 1)
    if isinstance(takers, bool) or takers not in (1, 2, 3):
        raise ValueError(f"takers = {takers!r} is not 1, 2 or 3")
    repeat = _minutes(raw["repeat_every"])
    if repeat < SHORTEST_STEP:
        raise ValueError("repeat_every is at least half a minute")
    return Ladder(rungs, repeat, Group(raw["repeat_to"]), takers)


def _rungs(raw: dict[str, Any]) -> tuple[Rung, ...]:
    """One line of a ladder; with `times` and `every` it is called again so many times."""
    times, every = raw.get("times", 1), float(raw.get("every", 0))
    if not isinstance(times, int) or times < 1:
        raise ValueError(f"times = {times!r} is not a number from 1 on")
    return tuple(Rung(float(raw["after"]) + nth * every, Group(raw["to"])) for nth in range(times))


def _holiday(day: str, name: Any) -> FixedHoliday:
    # A leap year, so that 29 February can be one.
    found = date.fromisoformat(f"2024-{day}")
    return FixedHoliday(found.month, found.day, str(name))


def _area(raw: dict[str, Any]) -> Area:
    hours = raw.get("travel_hours")
    return Area(raw["code"], raw["name"], None if hours is None else _minutes(hours), tuple(map(str, raw["through"])))


def _second_channel(raw: dict[str, Any]) -> SecondChannel:
    return SecondChannel(
        after_minutes=_minutes(raw["after"]),
        away_minutes=_minutes(raw["without_telegram"]),
        urls=tuple(map(str, raw["urls"])),
        operator_urls=tuple(map(str, raw["operator_urls"])),
    )


def _plan(raw: dict[str, Any]) -> VisitPlan:
    return VisitPlan(_rising(raw["days"]), int(_minutes(raw["then_every"])))
