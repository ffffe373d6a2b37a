"""Reads a regency's profile and its places from `profiles/`."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.problems import WrongProfile
from cases.profile import Hotline, Ladder, Profile, Rung, VisitPlan
from cases.staff import Group
from handlers.conversation.engine import World
from handlers.conversation.gazetteer import Gazetteer

FOLDER = Path(__file__).resolve().parent.parent / "profiles"


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
    except (TypeError, ValueError, OSError, ZoneInfoNotFoundError) as wrong:
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
        ladders={name: _ladder(raw["ladders"][name]) for name in ("emergency", "unfinished", "report")},
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
    )


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
    rungs = tuple(Rung(float(rung["after"]), Group(rung["to"])) for rung in raw["rungs"])
    times = [rung.after_minutes for rung in rungs]
    if not rungs or times[0] != 0 or any(b <= a for a, b in itertools.pairwise(times)):
        raise ValueError("a ladder starts at 0 and its times rise")
    return Ladder(rungs, _minutes(raw["repeat_every"]), Group(raw["repeat_to"]))


def _plan(raw: dict[str, Any]) -> VisitPlan:
    return VisitPlan(_rising(raw["days"]), int(_minutes(raw["then_every"])))
