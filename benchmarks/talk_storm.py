"""5 officers and 40 reporters who all talk at once, with sudden ends: `python -m benchmarks.talk_storm [SEED]`.

Children that work the storm are killed (SIGKILL) in the middle of it and the house is opened anew in between; the
phones are put together again from what had reached them. Printed: how many messages came to phones, how many of them to
a wrong one or bound to a wrong case, which of the words that were sent never came, and which came twice after an end.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from tests.talk_storm import Found, Storm

MESSAGES = 20_000
SEED = 20261121


def storm(folder: Path, seed: str, run: str) -> Storm:
    return Storm(folder, random.Random(f"{seed} {run}"), run=run)


async def prepare(folder: Path, seed: str) -> None:
    await storm(folder, seed, "first").prepare()


async def blow(folder: Path, seed: str, run: str, goal: int) -> None:
    """One child: until so many messages came, or it is killed."""
    wild = storm(folder, seed, run)
    await wild.start()
    while sum(map(len, wild.came.values())) < goal:
        await wild.blow(20)
        if wild.chance.random() < 0.05:
            await wild.restart()
    await wild.stop()


async def calm(folder: Path, seed: str) -> Found:
    last = storm(folder, seed, "last")
    await last.start()
    found = await last.calm()
    await last.stop()
    return found


def measure(folder: Path, seed: str, goal: int) -> str:
    asyncio.run(prepare(folder, seed))
    chance, kills, begun = random.Random(seed), 0, time.perf_counter()
    while True:
        child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.talk_storm", "--child", str(folder), seed, str(kills), str(goal)]
        )
        try:
            if child.wait(chance.uniform(5, 25)):
                raise RuntimeError("a child of the storm ended by itself")
            break
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            kills += 1
    found = asyncio.run(calm(folder, seed))
    return (
        f"5 officers, 40 reporters, seed {seed}: {found.messages} messages on phones, {found.words} words of officers "
        f"at reporters, {kills} SIGKILL: {found.wrong} on a wrong phone or case, {found.missing} missing, "
        f"{found.repeated} repeated after an end; {time.perf_counter() - begun:.0f} s"
    )


def main() -> None:
    logging.disable()
    if sys.argv[1:2] == ["--child"]:
        folder, seed, run, goal = sys.argv[2:]
        asyncio.run(blow(Path(folder), seed, run, int(goal)))
        return
    seed = sys.argv[1] if len(sys.argv) > 1 else str(SEED)
    goal = int(sys.argv[2]) if len(sys.argv) > 2 else MESSAGES
    # In memory: what is measured is where words go, not how fast a disk is.
    fast = Path("/dev/shm")
    with TemporaryDirectory(dir=fast if fast.is_dir() else None) as folder:
        sys.stdout.write(f"{machine()}\n{measure(Path(folder), seed, goal)}\n")


if __name__ == "__main__":
    main()
