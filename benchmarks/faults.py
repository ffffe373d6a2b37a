"""How soon each fault is seen from outside, and how soon it is healed: `python -m benchmarks.faults`.

Real durations, the bot's own patience, each fault in a house of its own, all side by side. Somebody outside asks
`/healthz` once a second; a reporter presses Darurat in the middle of each fault. The bar is 90 s until it is seen.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from simulator.client import Refused
from tests.stories.stage import OFFICER, REPORTER, prepared, stage
from tests.stories.watching import SABOTEUR, Outside, free_port, until
from tests.stories.words import shown

BAR = 90.0
LONG = 400.0


@dataclass(frozen=True)
class Course:
    """Seconds: from the fault until it was seen; until the cry was on the officer's phone; from its end until well."""

    fault: str
    seen: float
    helped: float
    healed: float

    def line(self) -> str:
        mark = "" if self.seen <= BAR else "  MISSED"
        return (
            f"{self.fault:<34} seen after {self.seen:5.1f} s, emergency called after {self.helped:5.1f} s, "
            f"ready {self.healed:5.1f} s after the fault's end{mark}"
        )


def _sabotaged(*commands: str) -> Callable[[Outside], None]:
    def hurt(outside: Outside) -> None:
        for command in commands:
            outside.story.sabotage(command)

    return hurt


def _locked(outside: Outside) -> None:
    with outside.locked():
        time.sleep(30)


def _full(outside: Outside) -> None:
    with outside.full_disk():
        time.sleep(30)


def _away(outside: Outside) -> None:
    outside.story.simulator.fault("hang", times=None)
    time.sleep(150)
    outside.story.simulator.clear_faults()


def _stuck_for_good(outside: Outside) -> None:
    outside.story.sabotage("block 100000")
    outside.story.ended(LONG)
    # What systemd does with Restart=always.
    outside.story.start()


FAULTS: dict[str, Callable[[Outside], None]] = {
    "event loop stuck 10 s": _sabotaged("block 10"),
    "event loop stuck for good": _stuck_for_good,
    "database locked 30 s": _locked,
    "disk full 30 s": _full,
    "poller dead": _sabotaged("kill receiver"),
    "poller hangs": _sabotaged("wedge receiver"),
    "dispatcher dead": _sabotaged("kill dispatcher"),
    "dispatcher hangs": _sabotaged("wedge dispatcher"),
    "worker hangs": _sabotaged("wedge worker"),
    "Telegram answers nothing for 150 s": _away,
}


def measure(fault: str, folder: Path) -> Course:
    """One fault in a house of its own."""
    with stage(folder, running=False, log_level="INFO", followed=False) as story:
        outside = Outside(story, free_port())
        story.environment = {**story.environment, "HEALTH_PORT": str(outside.port)}
        story.program = (*SABOTEUR, "--")
        story.start()
        outside.sees_all_well(patience=LONG)
        story.simulator.phone(OFFICER).start()
        with ThreadPoolExecutor(3) as people:
            begun = time.monotonic()
            hurting = people.submit(lambda: (FAULTS[fault](outside), time.monotonic())[1])
            watching = people.submit(_seen, outside)
            helping = people.submit(_helped, outside)
            seen, helped, over = watching.result(), helping.result(), hurting.result()
        until(lambda: _is(outside, "ready"), "ready again", LONG)
        return Course(fault, seen - begun, helped - begun, time.monotonic() - over)


def _is(outside: Outside, what: str) -> bool:
    answer = outside.look(patience=2)
    return answer is not None and bool(answer.json()[what])


def _seen(outside: Outside) -> float:
    ends = time.monotonic() + LONG
    while time.monotonic() < ends:
        if not _is(outside, "well"):
            return time.monotonic()
        time.sleep(1)
    return float("inf")


def _helped(outside: Outside) -> float:
    time.sleep(1)
    phone = outside.story.phone(REPORTER)
    phone.say("/darurat")

    def is_called() -> bool:
        with suppress(Refused):
            outside.story.phone(OFFICER).wait_for(shown("alert-call"), after=phone.mark)
            return True
        return False

    until(is_called, "the officer is called", LONG)
    return time.monotonic()


def main() -> None:
    """Print each fault's course as it is known."""
    sys.stdout.write(f"{machine()}\n")
    with TemporaryDirectory() as folder:
        prepared(Path(folder))
        houses = [shutil.copytree(folder, Path(folder).with_suffix(f".{n}")) for n in range(len(FAULTS))]
        try:
            with ThreadPoolExecutor(len(FAULTS)) as all_at_once:
                for course in all_at_once.map(measure, FAULTS, houses):
                    sys.stdout.write(f"{course.line()}\n")
                    sys.stdout.flush()
        finally:
            for house in houses:
                shutil.rmtree(house)


if __name__ == "__main__":
    main()
