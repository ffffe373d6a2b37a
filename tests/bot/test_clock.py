"""Our clock goes on when the machine's is set back, and follows it when it goes forward (F16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clock import FollowedClock, MachineClock
from simulator.client import Simulator

START = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Hands:
    """A machine whose clock and ticks are set by hand."""

    def __init__(self) -> None:
        self.at, self.ticks = START, 100.0
        self.clock = MachineClock(machine=lambda: self.at, ticks=lambda: self.ticks)

    def go(self, seconds: float, *, jump: timedelta = timedelta(0)) -> datetime:
        self.at += timedelta(seconds=seconds) + jump
        self.ticks += seconds
        return self.clock.now()


def test_it_goes_with_the_machine() -> None:
    hands = Hands()
    assert hands.go(10) == START + timedelta(seconds=10)
    assert hands.go(0, jump=HOUR) == START + HOUR + timedelta(seconds=10)


def test_it_never_goes_back() -> None:
    hands = Hands()
    assert hands.go(10, jump=-HOUR) == START + timedelta(seconds=10)
    assert hands.go(20) == START + timedelta(seconds=30)
    assert hands.go(5, jump=HOUR) == START + timedelta(seconds=35)
    assert hands.go(0, jump=timedelta(seconds=-2)) == START + timedelta(seconds=35)
    assert hands.go(3) == START + timedelta(seconds=36)


async def test_a_followed_clock_moves_with_what_it_follows(telegram: Simulator) -> None:
    clock = FollowedClock(telegram.url)
    await clock.start()
    before = clock.now()
    telegram.advance(days=1)
    await clock.start()
    assert clock.now() - before >= timedelta(days=1)
    assert clock.moved.is_set()


async def test_a_followed_clock_that_is_not_there_says_so() -> None:
    with pytest.raises(httpx.HTTPError):
        await FollowedClock("http://127.0.0.1:9").start()
