"""A simulated year: every alert is always somebody's, and no step of any ladder is missed, doubled, early or late.

The server stands in a zone with summer time, its clock is set by a day forward and back, and the bot is killed two
hundred times (F16, F17, F20, F22).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.office import built, opened
from tests.scheduler.year import Year


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server in a zone of its own."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder whose files no disk has to confirm, where there is one: nothing here must outlive a power cut."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


async def test_a_year_of_duty(in_memory: Path, elsewhere: None) -> None:
    await built(in_memory / "template.sqlite")
    async with opened(in_memory / "template.sqlite", in_memory) as office:
        year = Year(office, days=365, alerts=50, restarts=200, jumps=40)
        await year.prepare()
        await year.run()

        assert year.wrong == []
        assert await year.duty_is_the_rotas()
    assert year.done["alerts"] == 50
    assert (year.done["restarts"], year.done["jumps"]) == (200, 40)
    assert year.steps > 100
