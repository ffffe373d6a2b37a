"""How somebody may be written to without danger: whether we may begin, when, under which cover, and by which word.

What we say to somebody who has just written is an answer. Everything else is unasked: of it nothing goes out but, where
they allowed it, one neutral line in their hours (a knock), and what was held back is shown once they write.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

#: So long after somebody's own last message the phone counts as in their hand: what we say then is an answer.
IN_CHAT = timedelta(minutes=15)
#: Two clocks that tell the same moment may differ by this; what was heard "later" was told by a clock that was set.
SKEW = timedelta(minutes=1)
#: Before the hours end a line needs this long to arrive.
MARGIN = timedelta(minutes=2)
#: Without an answer we knock once in a day, so many times in all.
BETWEEN_KNOCKS = timedelta(days=1)
MOST_KNOCKS = 3
#: Who said "any time": no library writes at three in the morning.
ORDINARY = ((7, 21),)
#: All zones of the world begin their hours at a quarter of UTC's.
QUARTER = timedelta(minutes=15)
LOOKED_THROUGH = timedelta(days=2)


@dataclass(frozen=True)
class SafeContact:
    """What a person chose. `first`: whether we may write first (None: not asked yet, which means no).

    `hours` are stretches of whole hours in `zone`, (8, 12) or over midnight (22, 5); none at all means any hour.
    `cover` names what our unasked lines look like (a key of the covers), `proof` is the word by which both know each
    other, `otherwise` what is to be done if somebody else answers. `news`: changes may be told unasked, within all
    this. `decoy` opens a harmless chat; with `alarm` it also calls for help without a word. `asked`: all of this was
    laid before them once.
    """

    first: bool | None = None
    hours: tuple[tuple[int, int], ...] = ()
    cover: str = ""
    proof: str = ""
    otherwise: str = ""
    news: bool = False
    decoy: str = ""
    alarm: bool = False
    zone: str = ""
    asked: bool = False


@dataclass(frozen=True)
class Held:
    """What waits unsaid for somebody, and how often we knocked, since they were last heard.

    `mark` names what they did last by then; as soon as they did something else, all of this is over. A name and not a
    moment, so that a clock that is set changes nothing. `only_talk`: nothing but words of an officer waits, which may
    be taken back.
    """

    mark: int = 0
    waiting: bool = False
    only_talk: bool = False
    knocks: int = 0
    at: datetime | None = None

    def since(self, mark: int | None) -> Held:
        """As it stands for somebody whose last doing is `mark` (None: it was so long ago that it is not kept)."""
        return self if mark is None or mark == self.mark else Held(mark=mark)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, however they were typed: capitals, spaces and signs don't count."""
    said, meant = ("".join(c for c in word.casefold() if c.isalnum()) for word in (one, other))
    return bool(said) and said == meant


def may_say_now(*, heard_at: datetime | None, left_at: datetime | None, now: datetime) -> bool:
    """Whether the phone counts as in their hand: they did something a moment ago, and did not leave with it."""
    if heard_at is None or (left_at is not None and heard_at <= left_at):
        return False
    return -SKEW <= now - heard_at <= IN_CHAT


def may_be_held(safe: SafeContact, *, news: bool) -> bool:
    """Whether what can't be said now is worth a knock later: they let us begin, and news they asked for."""
    return safe.first is True and (safe.news or not news)


def is_safe(safe: SafeContact, moment: datetime) -> bool:
    """Whether an unasked line may arrive at that moment; never where nobody said so, or the hours can't be read."""
    if safe.first is not True or not safe.zone:
        return False
    hour = moment.astimezone(ZoneInfo(safe.zone)).hour
    return any(within(hour, stretch) for stretch in safe.hours or ORDINARY)


def is_at_hours(safe: SafeContact, moment: datetime) -> bool:
    """Whether that moment lies in the hours that were named, whoever begins: also by telephone."""
    if not safe.hours:
        return True
    if not safe.zone:
        return False
    hour = moment.astimezone(ZoneInfo(safe.zone)).hour
    return any(within(hour, stretch) for stretch in safe.hours)


def within(hour: int, stretch: tuple[int, int]) -> bool:
    """Whether a stretch, which may go over midnight, holds that hour. One that ends as it begins is the whole day."""
    begin, end = stretch
    return begin <= hour < end if begin < end else hour >= begin or hour < end


def may_begin(safe: SafeContact, now: datetime) -> bool:
    """Whether a line that is sent now arrives within the hours."""
    return is_safe(safe, now) and is_safe(safe, now + MARGIN)


def next_safe(safe: SafeContact, now: datetime) -> datetime | None:
    """The first moment from now on at which a line may be sent; None where there is none."""
    if may_begin(safe, now):
        return now
    # By moments and not by local hours: where clocks are put forward an hour may be missing.
    moment = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    for _ in range(int(LOOKED_THROUGH / QUARTER)):
        moment += QUARTER
        if may_begin(safe, moment):
            return moment
    return None


def next_knock(safe: SafeContact, held: Held, now: datetime) -> datetime | None:
    """When to knock; None where nothing waits, they did not allow it, or enough was tried."""
    if not held.waiting or held.knocks >= MOST_KNOCKS:
        return None
    # A clock that was put back must not silence us until it has caught up.
    earliest = now if held.at is None else max(now, min(held.at, now) + BETWEEN_KNOCKS)
    return next_safe(safe, earliest)


def knocked(held: Held, now: datetime) -> Held:
    return replace(held, knocks=held.knocks + 1, at=now)


def not_knocked(held: Held) -> Held:
    """The line never went out: it does not count, and the next may come as soon as it is safe."""
    return replace(held, knocks=max(0, held.knocks - 1), at=None)
