"""Two bots never share one SQLite file, however the first one ended (T17)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone import alone
from bot.problems import AlreadyRunning


def test_the_second_is_refused_by_name_and_may_come_when_the_first_has_left(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'laporaman.sqlite'}"
    with alone(url):
        with pytest.raises(AlreadyRunning, match=r"laporaman\.sqlite"), alone(url):
            raise AssertionError("both run")
        with alone(f"sqlite:///{tmp_path / 'another.sqlite'}"):
            pass
    with alone(url):
        pass


def test_postgresql_and_a_database_that_is_not_there_need_no_lock(tmp_path: Path) -> None:
    for url in ("postgresql://x@/house?host=/tmp", f"sqlite:///{tmp_path / 'nowhere' / 'x.sqlite'}"):
        with alone(url), alone(url):
            pass
