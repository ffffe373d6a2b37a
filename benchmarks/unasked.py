"""How often something unasked goes out outside somebody's safe hours: it must be never.

python -m benchmarks.unasked [SCHEDULES] [SEED]

A schedule is one person with hours of their own and what happens around them: officers write, things change, they
write, leave and choose anew, while Telegram is away, nobody rings, the machine ends suddenly and its clock is set.
Twenty-five share an office. Every message is judged when it leaves, by a reading that shares no code with the gate.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from benchmarks.machine import machine
from tests.office import built, opened
from tests.unasked import play

PEOPLE, EVENTS = 25, 150


async def run(schedules: int, seed: int) -> Counter[str]:
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.sqlite"
        await built(template)
        for nth in range(-(-schedules // PEOPLE)):
            home = Path(folder) / str(nth)
            home.mkdir()
            async with opened(template, home) as office:
                played = play(office, home, seed=seed + nth, people=PEOPLE)
                await played.run(EVENTS)
            found["schedules"] += PEOPLE
            found["messages"] += played.sent
            found["knocks"] += played.knocked
            for one in played.broken:
                found[f"BROKEN {one} (seed {seed + nth})"] += 1
            (home / "office.sqlite").unlink()
    return found


def main() -> None:
    schedules, seed = (int(given) for given in (*sys.argv[1:], *("10000", "1")[len(sys.argv) - 1 :]))
    begun = perf_counter()
    found = asyncio.run(run(schedules, seed))
    print(machine())
    print(f"seed {seed}: {dict(found)}, {perf_counter() - begun:.0f} s")
    broken = sum(count for what, count in found.items() if what.startswith("BROKEN"))
    print(f"unasked outside the safe hours: {broken}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
