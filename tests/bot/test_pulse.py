"""Signs of life by a clock that the test moves."""

from __future__ import annotations

import pytest

from bot.pulse import SHOWN_FOR, STALL, Pulse


class Ticks:
    """Seconds that pass when they are told to, and a little at each look if wanted."""

    def __init__(self, *, each: float = 0.0) -> None:
        self.now, self.each = 1000.0, each

    def __call__(self) -> float:
        self.now += self.each
        return self.now


def test_ages_are_counted_from_the_last_beat() -> None:
    ticks = Ticks()
    pulse = Pulse(ticks)
    assert pulse.age("worker") is None
    pulse.beat("worker")
    ticks.now += 7
    assert pulse.age("worker") == 7
    pulse.beat("worker")
    assert pulse.age("worker") == 0


def test_a_trouble_lasts_from_its_first_mention_to_its_end() -> None:
    ticks = Ticks()
    pulse = Pulse(ticks)
    assert pulse.lasts("clash") == 0
    pulse.begins("clash")
    ticks.now += 5
    pulse.begins("clash")
    ticks.now += 5
    assert pulse.lasts("clash") == 10
    pulse.ends("clash", "token")
    assert pulse.lasts("clash") == 0


@pytest.mark.parametrize(
    ("late", "after", "shown"),
    [
        (STALL - 0.1, 0.0, {}),
        (STALL, 0.0, {"": STALL}),
        (10.0, SHOWN_FOR, {"": 10.0}),
        (10.0, SHOWN_FOR + 1, {}),
    ],
)
def test_a_stall_is_seen_for_a_while_after_it(late: float, after: float, shown: dict[str, float]) -> None:
    ticks = Ticks()
    pulse = Pulse(ticks)
    pulse.felt(late)
    ticks.now += after
    assert pulse.lately("stalls") == shown
    assert pulse.counts["stalls", ""] == (late >= STALL)


def test_the_greatest_of_several_is_shown() -> None:
    pulse = Pulse(Ticks())
    for late in (6.0, 30.0, 7.0):
        pulse.felt(late)
    pulse.happened("restarts", "worker")
    assert pulse.lately("stalls") == {"": 30.0}
    assert pulse.lately("restarts") == {"worker": 0.0}


async def test_who_waits_long_is_seen_to_live(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pulse.IN_BETWEEN", 0.0001)
    pulse = Pulse(Ticks(each=1.0))
    await pulse.rest("receiver", 60)
    assert pulse.ticks() > 1060
    age = pulse.age("receiver")
    assert age is not None
    assert age <= 3
