"""Whether anybody could measure that there is a case: `python -m benchmarks.existence [tries]`.

Code and word are typed and judged in turn for a case's code with a wrong word, for one beside which no word was
chosen, and for a code that is nobody's, in random order, each from a fresh chat. Timed is what the house does: from the
word to the try that is kept, and its judging up to the answer in the outbox. Two-sided Kolmogorov-Smirnov and
Mann-Whitney U tests compare each of the two with nobody's; a p-value that is small again and again would be a leak.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import erfc, exp, sqrt
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks.machine import machine
from bot.house import _in_world
from bot.profiles import read_profile
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.messages import ChatId
from cases.outcome import Outcome
from cases.receipt import Receipt
from handlers import halfway, leaving, opening
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from handlers.refs import new_receipt
from scheduler.ringing import Drafts, rings
from scheduler.sweep import Sweeper
from storage import MasterKey, Storage, migrate
from triage.decision import decide
from triage.facts import Facts

TRIES, CASES, SEED = 2000, 200, 6
NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
WRONG = "pohon mangga"
WORLD = read_profile("luwu_utara")
SITUATIONS = ("found", "without a word", "nobody's")


@dataclass
class Measured:
    """Seconds of each try: what was done when the word came, and when its time had come."""

    typed: dict[str, list[float]] = field(default_factory=lambda: {one: [] for one in SITUATIONS})
    judged: dict[str, list[float]] = field(default_factory=lambda: {one: [] for one in SITUATIONS})


def kolmogorov_smirnov(one: list[float], other: list[float]) -> float:
    """The p-value (asymptotic) that two samples are of one distribution."""
    first, second = sorted(one), sorted(other)
    n, m = len(first), len(second)
    apart = max(abs(bisect_right(first, x) / n - bisect_right(second, x) / m) for x in (*first, *second))
    root = sqrt(n * m / (n + m))
    far = (root + 0.12 + 0.11 / root) * apart
    terms = (2 * (-1) ** (k - 1) * exp(-2 * (k * far) ** 2) for k in range(1, 101))
    return min(1.0, max(0.0, sum(terms))) if far > 0.2 else 1.0


def mann_whitney(one: list[float], other: list[float]) -> float:
    """The p-value (normal approximation, two-sided) that neither sample tends to be larger."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    n, m = len(one), len(other)
    # Times of a nanosecond clock hardly ever tie.
    ranks = sum(rank for rank, (_, sample) in enumerate(ranked, start=1) if sample == 0)
    u = ranks - n * (n + 1) / 2
    z = (u - n * m / 2) / sqrt(n * m * (n + m + 1) / 12)
    return erfc(abs(z) / sqrt(2))


async def codes(storage: Storage) -> dict[str, list[str]]:
    """Cases with a receipt and a word, others without one, and codes that are nobody's."""
    made: dict[str, list[str]] = {one: [] for one in SITUATIONS}
    facts = Facts()
    for number in range(CASES):
        situation = SITUATIONS[number % 2]
        case = Case(
            ref=CaseRef(f"case-{number}"),
            number=CaseNumber(f"LU-2026-{number:04}"),
            reporter=ChatId(700_000_000 + number),
            reported_at=NOW,
            status=Status.REPORTED,
            answers={"who": "sp"},
            facts=facts,
            decision=decide(facts, ours=WORLD.profile.regency),
        )
        code = new_receipt()
        word = "pohonjeruk" if situation == SITUATIONS[0] else ""
        made[situation].append(code)
        receipt = Receipt(case.ref, NOW, code=code, word=word)
        async with storage.work() as work:
            await work.record(Outcome(cases=(case,), receipts=(receipt,)), now=NOW)
    made[SITUATIONS[2]] = [new_receipt() for _ in range(CASES // 2)]
    return made


async def measured(tries: int) -> Measured:
    """So many tries of each situation, in random order."""
    found, dice = Measured(), random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'existence.db'}"
        await migrate(address)
        storage = await Storage.open(address, MasterKey(bytes(range(32))))
        try:
            made = await codes(storage)
            drafts = Drafts(
                nudge=_in_world(halfway.nudge, WORLD),
                forget=_in_world(halfway.forget, WORLD),
                opening=_in_world(opening.judged, WORLD),
                leave=_in_world(leaving.rang, WORLD),
            )
            sweeper = replace(Sweeper(storage, WORLD.profile, rings(drafts)), ticks=lambda: 0.0)
            order = [one for one in SITUATIONS for _ in range(tries)]
            dice.shuffle(order)
            for number, situation in enumerate(order):
                # A day lies between any two tries of one code or chat: none is slowed.
                now = NOW + timedelta(days=2 * number)
                chat, code = ChatId(800_000_000 + number), dice.choice(made[situation])
                await _heard(storage, chat, Doing.COMMAND, f"/buka {code}", now, command="buka")
                start = perf_counter()
                await _heard(storage, chat, Doing.SAID, WRONG, now)
                found.typed[situation].append(perf_counter() - start)
                start = perf_counter()
                await sweeper.sweep(now=now)
                found.judged[situation].append(perf_counter() - start)
        finally:
            await storage.close()
    return found


async def _heard(storage: Storage, chat: ChatId, doing: Doing, text: str, now: datetime, *, command: str = "") -> None:
    async with storage.work() as work:
        heard = Heard(chat, doing, now, answer=Answer(Kind.TEXT, text=text), command=command)
        await hear(work, heard, WORLD, now=now)


def table(name: str, times: dict[str, list[float]]) -> None:
    """One line for each situation, in milliseconds, with what the two tests say against nobody's."""
    print(f"{name}:")
    nobodys = times[SITUATIONS[2]]
    for situation in SITUATIONS:
        mine = times[situation]
        *_, high = quantiles(mine, n=20)
        line = f"  {situation:15} median {median(mine) * 1e3:7.3f} ms   p95 {high * 1e3:7.3f} ms"
        if mine is not nobodys:
            line += f"   KS p = {kolmogorov_smirnov(mine, nobodys):.3f}   MWU p = {mann_whitney(mine, nobodys):.3f}"
        print(line)


def main(words: tuple[str, ...] = ()) -> None:
    """Print medians and p-values; nothing is asserted."""
    tries = int(words[0]) if words else TRIES
    print(machine(), f"{datetime.now(UTC):%Y-%m-%d}")
    print(f"{tries} tries of each situation, one core, SQLite on disk")
    found = asyncio.run(measured(tries))
    table("the word is typed", found.typed)
    table("the try is judged", found.judged)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
