"""The machine's clock is set by a day, also while the bot is down: what waits is as far away as before (F16)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MachineClock
from bot.timekeeping import Timekeeper
from cases.outcome import Clock, Outcome, Reminder
from tests.bot.test_clock import Hands
from tests.office import NOON, REPORTER, Office, built, opened

DAY = timedelta(days=1)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    template = tmp_path / "template.sqlite"
    await built(template)
    async with opened(template, tmp_path) as office:
        yield office


class Machine(Hands):
    """A machine on which the bot runs in an office."""

    def __init__(self, office: Office) -> None:
        self.at, self.ticks, self.office = NOON, 100.0, office
        self.start()

    def start(self) -> None:
        self.clock: MachineClock = self.started()
        self.keeper = Timekeeper(self.clock, self.office.storage)

    async def on(self, seconds: float, *, jump: timedelta = timedelta(0), restart: bool = False) -> None:
        self.go(seconds, jump=jump)
        if restart:
            self.start()
        await self.keeper.check()
        self.office.now = self.clock.now()

    async def left(self) -> dict[Clock, timedelta]:
        """How long it is until each clock of the first alert and its case rings."""
        async with self.office.storage.look() as look:
            (alert,) = await look.open_alerts()
            rings = (*await look.reminders(alert.ref), *await look.reminders(alert.case))
        now = self.clock.now()
        return {ring.clock: ring.due_at - now for ring in rings if ring.due_at} | {
            Clock.FORGET: alert.deadline_at - now
        }


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("jump", [DAY, -DAY, timedelta(minutes=2)])
async def test_what_waits_is_as_far_away_as_before(office: Office, jump: timedelta, restart: bool) -> None:
    machine = Machine(office)
    await machine.on(0)
    await office.command(REPORTER, "darurat")
    before = await machine.left()
    await machine.on(60, jump=jump, restart=restart)
    minute = timedelta(seconds=60)
    assert await machine.left() == {clock: wait - minute for clock, wait in before.items()}
    assert machine.clock.now() == machine.at
    # Once is enough: neither the next look nor the next start moves anything again.
    await machine.on(60, restart=not restart)
    assert await machine.left() == {clock: wait - 2 * minute for clock, wait in before.items()}


async def test_a_sudden_end_between_moving_and_following_moves_nothing_twice(office: Office) -> None:
    machine = Machine(office)
    await machine.on(0)
    await office.command(REPORTER, "darurat")
    before = await machine.left()
    machine.clock.accept = lambda: None  # type: ignore[method-assign]
    await machine.on(10, jump=-DAY)
    await machine.on(10, restart=True)
    assert await machine.left() == {clock: wait - timedelta(seconds=20) for clock, wait in before.items()}


async def test_a_visit_stays_on_its_day(office: Office) -> None:
    machine = Machine(office)
    await machine.on(0)
    async with office.storage.work() as work:
        await work.record(Outcome(reminders=(Reminder(Clock.VISIT, "v", NOON + DAY),)), now=NOON)
    await machine.on(10, jump=timedelta(hours=5))
    async with office.storage.look() as look:
        (ring,) = await look.reminders("v")
    assert ring.due_at == NOON + DAY


async def test_outgoing_messages_are_not_held_up_for_a_day(office: Office) -> None:
    machine = Machine(office)
    await machine.on(0)
    async with office.storage.work() as work:
        from cases.outcome import Outcome
        from tests.storage.things import known_to_us, message

        await known_to_us(work, [message()])
        await work.record(Outcome(messages=(message(),)), now=machine.clock.now())
    await machine.on(10, jump=-DAY)
    async with office.storage.look() as look:
        assert await look.has_outgoing(now=machine.clock.now())
