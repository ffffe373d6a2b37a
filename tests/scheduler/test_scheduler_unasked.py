"""Random schedules of events and safe hours: nothing that is unasked goes out outside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cases.messages import Message
from storage import Work
from tests.office import opened
from tests.unasked import play

PEOPLE, EVENTS = 25, 150


@pytest.mark.parametrize("seed", [*range(10), 26, 68, 85, 176])
async def test_nothing_unasked_goes_out_outside_the_hours(office_file: Path, tmp_path: Path, seed: int) -> None:
    """Clocks set, Telegram away, no scheduler for hours, sudden ends: some lives that once broke it too."""
    async with opened(office_file, tmp_path) as office:
        played = play(office, tmp_path, seed=seed, people=PEOPLE)
        await played.run(EVENTS)
        assert played.broken == []
        assert played.sent > PEOPLE
        assert played.knocked > 3


async def test_without_the_gate_the_same_schedules_break_it(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the reading sees what it is there for."""

    async def let_all_through(self: Work, messages: Sequence[Message], *, now: datetime) -> tuple[Message, ...]:
        return tuple(messages)

    monkeypatch.setattr(Work, "_let_through", let_all_through)
    async with opened(office_file, tmp_path) as office:
        played = play(office, tmp_path, seed=1, people=PEOPLE)
        await played.run(EVENTS)
        assert len(played.broken) > PEOPLE


async def test_without_the_look_at_sending_the_same_schedules_break_it(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def still_fits(self: Work, message: Message, row: Any, *, now: datetime) -> bool:
        return True

    monkeypatch.setattr(Work, "_still_fits", still_fits)
    async with opened(office_file, tmp_path) as office:
        played = play(office, tmp_path, seed=1, people=PEOPLE)
        await played.run(EVENTS)
        assert played.broken
