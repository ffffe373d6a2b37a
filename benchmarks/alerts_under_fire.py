"""2,000 alerts while Telegram is unwell and the bot is killed.

`python -m benchmarks.alerts_under_fire [alerts] [a second]`: 10 % of all calls are answered 429 (for one second), 5 %
with 502, 5 % are done but their answer is lost, and every minute the bot is killed (SIGKILL) and started again. All
alerts call the same officer, one a second unless another rate is given: more than that Telegram does not carry to one
chat. Nobody takes them; the second step of the ladder, thirty seconds later, calls the coordinator. Printed: from the
press to the first officer's phone, from the moment at which the second step was due to the coordinator's phone, and how
many copies of one step stood on one phone. Then the same, a little shorter, without any fault.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from benchmarks.alert_speed import percentile
from benchmarks.machine import machine
from bot.profiles import FOLDER
from cases.messages import ChatId
from storage import MasterKey, Storage
from tests.stories.stage import COORDINATOR, OFFICER, Stage, address_of, stage

ALERTS = 2000
PER_SECOND = 1.0
KILL_EVERY = 60
STEP = timedelta(seconds=30)
FIRST = 800_000_000
REPEATED = "(Kiriman ulang"
LADDER = """[ladders.emergency]
rungs = [
  { after = 0, to = "on_duty" },
  { after = 0.5, to = "coordinator" },
]
repeat_every = 600
repeat_to = "head"
"""
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "busy", "probability": 0.10, "retry_after": 1},
    {"kind": "error", "probability": 0.05, "status": 502},
    {"kind": "lost_answer", "probability": 0.05},
)


@dataclass
class Found:
    """Seconds, and what went wrong."""

    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    missing: int = 0
    copies: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    unmarked: int = 0
    kills: int = 0
    failed: dict[str, int] = field(default_factory=dict)


def profiles(folder: Path) -> Path:
    """The regency's profile with a ladder of two steps, thirty seconds apart."""
    made = folder / "profiles"
    made.mkdir()
    (made / "places").symlink_to(FOLDER / "places")
    text = (FOLDER / "luwu_utara.toml").read_text(encoding="utf-8")
    before, _, rest = text.partition("[ladders.emergency]")
    _, sign, after = rest.partition("[ladders.unfinished]")
    (made / "luwu_utara.toml").write_text(f"{before}{LADDER}{sign}{after}", encoding="utf-8")
    return made


@contextmanager
def killed(scene: Stage, found: Found, *, every: float) -> Iterator[None]:
    """The bot is killed and started again every so many seconds, until the block ends."""
    over = Event()

    def kill() -> None:
        while not over.wait(every):
            scene.kill()
            scene.start()
            found.kills += 1

    thread = Thread(target=kill)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def measure(alerts: int, *, faults: bool, per_second: float) -> Found:
    """Raise the alerts at an even pace, wait until the last second step was due, and look at every phone."""
    found = Found()
    with (
        TemporaryDirectory() as folder,
        stage(Path(folder), log_level="WARNING", followed=False, running=False) as scene,
    ):
        scene.environment = {**scene.environment, "PROFILES": str(profiles(Path(folder)))}
        for number in range(FIRST, FIRST + alerts):
            scene.simulator.add_phone(number, "Pelapor")
        scene.start()
        scene.phone(OFFICER).start()
        scene.phone(OFFICER).wait_for()
        for fault in FAULTS if faults else ():
            scene.simulator.fault(**fault, times=None)
        with killed(scene, found, every=KILL_EVERY if faults else 1e6) if faults else _quietly():
            pressed = _press(scene, alerts, per_second=per_second)
            time.sleep(STEP.total_seconds() + 15)
        scene.stop()
        found.failed = _outcomes(scene)
        _look(scene, pressed, found)
    return found


@contextmanager
def _quietly() -> Iterator[None]:
    yield


def _press(scene: Stage, alerts: int, *, per_second: float) -> dict[int, float]:
    pressed: dict[int, float] = {}
    begun = time.monotonic()
    for nth in range(alerts):
        time.sleep(max(0.0, begun + nth / per_second - time.monotonic()))
        number = FIRST + nth
        pressed[number] = time.monotonic()
        scene.phone(number).say("/darurat")
    return pressed


def _outcomes(scene: Stage) -> dict[str, int]:
    outcomes: dict[str, int] = defaultdict(int)
    for entry in scene.simulator.journal():
        if entry.get("fault"):
            outcomes[entry["fault"]] += 1
    return dict(outcomes)


def _look(scene: Stage, pressed: dict[int, float], found: Found) -> None:
    raised = asyncio.run(_raised(scene, list(pressed)))
    cards: dict[tuple[int, str, int], list[dict[str, Any]]] = defaultdict(list)
    for chat in (OFFICER, COORDINATOR):
        for entry in scene.simulator.journal(method="sendMessage", chat_id=chat, delivered=True):
            text = str(entry["text"])
            for step in (1, 2):
                if f"Panggilan ke-{step}" in text:
                    cards[chat, next(word for word in text.split() if word.startswith("LU-")), step].append(entry)
    for copies in cards.values():
        found.copies[len(copies)] += 1
        found.unmarked += sum(1 for copy in copies[1:] if not copy["text"].startswith(REPEATED))
    for number, at in pressed.items():
        case, raised_at = raised.get(number, ("", 0.0))
        first, second = cards.get((OFFICER, case, 1)), cards.get((COORDINATOR, case, 2))
        if not first or not second:
            found.missing += 1
            continue
        found.first.append(first[0]["monotonic"] - at)
        found.second.append(second[0]["wall"] - raised_at - STEP.total_seconds())


async def _raised(scene: Stage, numbers: list[int]) -> dict[int, tuple[str, float]]:
    """The case number of each reporter, and when its alert was raised."""
    key = MasterKey.read(Path(scene.environment["MASTER_KEY_FILE"]))
    storage = await Storage.open(address_of(scene.environment["DATABASE_URL"]), key)
    try:
        async with storage.look() as look:
            alerts = {alert.case: alert for alert in await look.open_alerts()}
            found = {number: await look.cases_of_reporter(ChatId(number)) for number in numbers}
    finally:
        await storage.close()
    return {
        number: (str(cases[0].number), alerts[cases[0].ref].raised_at.timestamp())
        for number, cases in found.items()
        if cases and cases[0].ref in alerts
    }


def told(found: Found, alerts: int) -> str:
    """The figures in words."""
    lines = []
    for what, values in (("press to officer", found.first), ("second step after it was due", found.second)):
        lines.append(
            f"  {what}: p50 {percentile(values, 50):.3f} s, p90 {percentile(values, 90):.3f} s, "
            f"p99 {percentile(values, 99):.3f} s, worst {max(values):.3f} s"
        )
    shown = ", ".join(f"{many}x: {found.copies[many]}" for many in sorted(found.copies))
    lines.append(f"  alerts without one of the two calls: {found.missing} of {alerts}; kills: {found.kills}")
    lines.append(f"  copies of one step on one phone: {shown}; copies not marked as repeats: {found.unmarked}")
    lines.append(f"  calls struck by a fault: {found.failed or 'none'}")
    return "\n".join(lines)


def main() -> None:
    alerts = int(sys.argv[1]) if sys.argv[1:] else ALERTS
    per_second = float(sys.argv[2]) if sys.argv[2:] else PER_SECOND
    sys.stdout.write(f"{machine()}\n")
    for name, faults, many in (("under fire", True, alerts), ("undisturbed", False, max(100, alerts // 10))):
        found = measure(many, faults=faults, per_second=per_second)
        sys.stdout.write(f"{many} alerts, {per_second:g} a second, {name}:\n{told(found, many)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
