"""What is known of the house at one moment, and what of it is not well. No clock, no database: values in, codes out.

Three grades: `live` (the program itself must be started anew), `ready` (it can't do its work now), `seen` (over or
coming: somebody must look). Only what has no finding at all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import inf

#: Telegram answers every long poll within half a minute.
TELEGRAM_QUIET = 60.0
INBOX_OLD = 120.0
EMERGENCY_OLD = 60.0
AUDIT_OLD = 100.0
DISK_LOW = 200_000_000


@dataclass(frozen=True)
class Vitals:
    """Ages are seconds; None: never yet, or nothing is waiting. `trouble` is why the database can't be written."""

    silent: tuple[str, ...] = ()
    restarted: tuple[str, ...] = ()
    stall: float = 0.0
    poll: float | None = None
    telegram: float | None = None
    inbox: float | None = None
    emergency: float | None = None
    audit: float | None = None
    sweep: float | None = None
    dispatcher: float | None = None
    written: float | None = None
    trouble: str = ""
    troubles: tuple[str, ...] = ()
    disk_free: int | None = None


class Grade(StrEnum):
    LIVE = "live"
    READY = "ready"
    SEEN = "seen"


@dataclass(frozen=True)
class Finding:
    """One thing that is not well. `of` is the part it is about, `seconds` its age."""

    code: str
    grade: Grade
    of: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Check:
    """When something is not well. `holds_for`: operators are told only when it has been so for that long.

    `by_telegram` is false where Telegram itself is what does not answer, `passes` is true where it is over already.
    """

    code: str
    grade: Grade
    found: Callable[[Vitals], Iterator[tuple[str, float]]]
    holds_for: float = 0.0
    by_telegram: bool = True
    passes: bool = False


def _parts(which: Callable[[Vitals], tuple[str, ...]]) -> Callable[[Vitals], Iterator[tuple[str, float]]]:
    return lambda vitals: ((name, 0.0) for name in which(vitals))


def _older(which: Callable[[Vitals], float | None], limit: float) -> Callable[[Vitals], Iterator[tuple[str, float]]]:
    def found(vitals: Vitals) -> Iterator[tuple[str, float]]:
        age = which(vitals)
        if age is not None and age > limit:
            yield "", age

    return found


def _when(which: Callable[[Vitals], bool]) -> Callable[[Vitals], Iterator[tuple[str, float]]]:
    return lambda vitals: iter([("", 0.0)] if which(vitals) else [])


def _trouble(code: str) -> Callable[[Vitals], Iterator[tuple[str, float]]]:
    return _when(lambda vitals: code in vitals.troubles)


#: Reasons with words of their own; whatever else there is, the database can't be written.
KNOWN = ("busy", "full", "unreachable", "corrupt")


def _unwritable(vitals: Vitals) -> Iterator[tuple[str, float]]:
    if vitals.trouble and vitals.trouble not in KNOWN:
        yield "", vitals.written or 0.0


def _database(reason: str) -> Callable[[Vitals], Iterator[tuple[str, float]]]:
    def found(vitals: Vitals) -> Iterator[tuple[str, float]]:
        if vitals.trouble == reason:
            yield "", vitals.written or 0.0

    return found


CHECKS = (
    Check("part-silent", Grade.LIVE, _parts(lambda v: v.silent), holds_for=30),
    Check("part-restarted", Grade.SEEN, _parts(lambda v: v.restarted), passes=True),
    Check("loop-stalled", Grade.SEEN, _older(lambda v: v.stall, 0.0), passes=True),
    Check("database-busy", Grade.READY, _database("busy")),
    Check("database-full", Grade.READY, _database("full")),
    Check("database-unwritable", Grade.READY, _unwritable),
    Check("database-away", Grade.READY, _database("unreachable")),
    Check("database-corrupt", Grade.READY, _database("corrupt")),
    Check("telegram-away", Grade.READY, _older(lambda v: v.telegram, TELEGRAM_QUIET), holds_for=60, by_telegram=False),
    Check("clash", Grade.READY, _trouble("clash")),
    Check("webhook", Grade.READY, _trouble("webhook")),
    Check("token", Grade.READY, _trouble("token"), by_telegram=False),
    Check("inbox-old", Grade.READY, _older(lambda v: v.inbox, INBOX_OLD), holds_for=15),
    Check("emergency-old", Grade.READY, _older(lambda v: v.emergency, EMERGENCY_OLD), holds_for=15),
    Check("audit-old", Grade.READY, _older(lambda v: v.audit, AUDIT_OLD)),
    Check("disk-low", Grade.SEEN, _when(lambda v: v.disk_free is not None and v.disk_free < DISK_LOW)),
    Check("health-port", Grade.SEEN, _trouble("health-port")),
    # Nobody is told of a start: what is wrong with it has its own line.
    Check("starting", Grade.READY, _when(lambda v: v.written is None or v.telegram is None), holds_for=inf),
)
CHECK = {check.code: check for check in CHECKS}


def judge(vitals: Vitals) -> tuple[Finding, ...]:
    """All that is not well, the gravest first."""
    found = [Finding(check.code, check.grade, of, age) for check in CHECKS for of, age in check.found(vitals)]
    return tuple(sorted(found, key=lambda finding: tuple(Grade).index(finding.grade)))


def is_live(findings: tuple[Finding, ...]) -> bool:
    """Whether the program does what it can: starting it anew would not help."""
    return all(finding.grade is not Grade.LIVE for finding in findings)


def is_ready(findings: tuple[Finding, ...]) -> bool:
    """Whether what arrives is kept, worked and answered."""
    return all(finding.grade is Grade.SEEN for finding in findings)
