"""From the Darurat button to the alert accepted by the Bot API: `python -m benchmarks.alert_speed`.

The bot runs as its own process on SQLite with synced commits, the simulator as another; each press waits for the one
before, as emergencies do. Printed as milliseconds: to the first officer's alert, and to the reporter's own answer.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from tests.stories.stage import OFFICER, SECOND, stage

PRESSES = 200
FIRST = 800_000_000


def percentile(values: list[float], percent: int) -> float:
    """The value below which so many percent of all lie."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def measure(presses: int = PRESSES) -> dict[str, list[float]]:
    """Milliseconds for each press, by who got the message."""
    found: dict[str, list[float]] = {"officer": [], "second officer": [], "reporter": []}
    with TemporaryDirectory() as folder, stage(Path(folder), log_level="INFO") as scene:
        simulator = scene.simulator
        simulator.phone(OFFICER).start()
        simulator.phone(OFFICER).wait_for()
        for number in range(FIRST, FIRST + presses):
            phone = simulator.add_phone(number, "Pelapor")
            seen = simulator.journal()
            mark = seen[-1]["n"] if seen else 0
            pressed = time.monotonic()
            phone.say("/darurat")
            for who, chat in (("officer", OFFICER), ("second officer", SECOND), ("reporter", number)):
                entry = simulator.journal(count=1, after=mark, method="sendMessage", chat_id=chat, delivered=True)[0]
                found[who].append((entry["monotonic"] - pressed) * 1000)
    return found


def main() -> None:
    sys.stdout.write(f"{machine()}\n")
    for who, times in measure().items():
        sys.stdout.write(
            f"Darurat to {who}: p50 {percentile(times, 50):.1f} ms, p90 {percentile(times, 90):.1f} ms, "
            f"p99 {percentile(times, 99):.1f} ms, worst {max(times):.1f} ms ({len(times)} presses)\n"
        )


if __name__ == "__main__":
    main()
