"""Our clock goes on evenly when the machine's is set, until what waits was moved by the same step (F16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clock import FollowedClock, MachineClock, Mark, step_between
from simulator.client import Simulator

START = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Hands:
    """A machine whose clock and ticks are set by hand."""

    def __init__(self) -> None:
        self.at, self.ticks = START, 100.0
        self.clock = self.started()

    def started(self) -> MachineClock:
        return MachineClock(machine=lambda: self.at, ticks=lambda: self.ticks)

    def go(self, seconds: float, *, jump: timedelta = timedelta(0)) -> datetime:
        self.at += timedelta(seconds=seconds) + jump
        self.ticks += seconds
        return self.clock.now()


def test_it_goes_with_the_machine() -> None:
    hands = Hands()
    assert hands.go(10) == START + timedelta(seconds=10)
    assert hands.go(1, jump=timedelta(seconds=3)) == START + timedelta(seconds=14)


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_it_goes_on_evenly_until_a_step_was_accepted(jump: timedelta) -> None:
    hands = Hands()
    assert hands.go(10, jump=jump) == START + timedelta(seconds=10)
    assert hands.clock.is_off
    assert hands.go(20) == START + timedelta(seconds=30)
    hands.clock.accept()
    assert not hands.clock.is_off
    assert hands.go(5) == START + timedelta(seconds=35) + jump


def test_small_steps_back_are_waited_for() -> None:
    hands = Hands()
    assert hands.go(10) == START + timedelta(seconds=10)
    assert hands.go(0, jump=timedelta(seconds=-2)) == START + timedelta(seconds=10)
    assert hands.go(3) == START + timedelta(seconds=11)


def mark(seconds: float = 0, *, ticks: float = 0, boot: str = "one") -> Mark:
    return Mark(START + timedelta(seconds=seconds), ticks, boot)


STEPS = (
    (mark(), mark(60, ticks=60), 0),
    (mark(), mark(63, ticks=60), 0),
    (mark(), mark(3660, ticks=60), 3600),
    (mark(), mark(-3540, ticks=60), -3600),
    (mark(), mark(60, ticks=5, boot="two"), 0),
    (mark(), mark(86_400, ticks=5, boot="two"), 0),
    (mark(), mark(-3540, ticks=5, boot="two"), -3540),
)


@pytest.mark.parametrize(("before", "after", "step"), STEPS)
def test_what_was_done_to_the_clock_is_seen_by_two_marks(before: Mark, after: Mark, step: float) -> None:
    assert step_between(before, after) == timedelta(seconds=step)


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
