"""How fast the ear is: `python -m benchmarks.ears_speed`.

Messages of 500 characters as people write them, and 4096 characters that were made to hurt: repetitions, mixed
scripts, no spaces. Each on one core, milliseconds.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from statistics import median, quantiles
from time import perf_counter

from benchmarks.machine import machine
from triage.places import find
from triage.signals import listen
from triage.signals.train.messages import read_folder
from triage.story import propose

LENGTH, HOSTILE_LENGTH = 500, 4096
MESSAGES, ROUNDS = 600, 5
SEED = 58
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def messages() -> list[str]:
    """Messages of 500 characters, put together from those of the training folder."""
    dice = random.Random(SEED)
    texts = [one.text for one in read_folder()]
    found = []
    for _ in range(MESSAGES):
        text = ""
        while len(text) < LENGTH:
            text += dice.choice(texts) + dice.choice((". ", "\n", ", ", " "))
        found.append(text[:LENGTH])
    return found


def hostile() -> dict[str, str]:
    """Texts that make patterns explode."""
    dice = random.Random(SEED)
    parts = {
        "one letter": "a",
        "no spaces": "tidakdipukuldicekikdibunuh",
        "negations": "tidak bukan belum ",
        "one word": "dicekik ",
        "numbers": "1 2 3 tahun lalu ",
        "doubled letters": "tooollloooonnnggg ",
        "places": "bonebone sukamaju di benteng ",
        "signs": "!?.,;:-_()[]{}'\"",
        "two scripts": "тolong dіcеkik ",  # Cyrillic among Latin
        "emoji": "🆘😭👨\u200d👩\u200d👧\u200d👦🏽",
        "marks": "a\u0301\u0327\u0301 ",
        "suffixes": "nyakumumukinyakami",
    }
    texts = {name: (part * HOSTILE_LENGTH)[:HOSTILE_LENGTH] for name, part in parts.items()}
    letters = "abcdeiou nrstk.,0123456789\nпривет😭ا"
    texts["chance"] = "".join(dice.choice(letters) for _ in range(HOSTILE_LENGTH))
    return texts


def turned(text: str) -> list[str]:
    """The same signs in other orders: nothing that was seen before makes it quicker."""
    return [text[at:] + text[:at] for at in range(ROUNDS)]


def times(texts: list[str], doing: object) -> list[float]:
    """Milliseconds for each text."""
    assert callable(doing)
    found = []
    for text in texts:
        begun = perf_counter()
        doing(text)
        found.append((perf_counter() - begun) * 1000)
    return found


def main() -> None:
    """Print median and 99th percentile, and the slowest hostile texts."""
    sys.stdout.write(f"{machine()}\n")
    usual, bad = messages(), hostile()
    doings = (("listen", listen), ("places", find), ("propose", lambda text: propose(text, now=NOW)))
    for name, doing in doings:
        times(usual[:20], doing)  # the tables are read once
        cuts = quantiles(times(usual, doing), n=100, method="inclusive")
        sys.stdout.write(f"{name}, {LENGTH} characters: p50 {cuts[49]:.2f} ms, p99 {cuts[98]:.2f} ms\n")
        slowest = sorted(((median(times(turned(text), doing)), kind) for kind, text in bad.items()), reverse=True)[:3]
        worst = ", ".join(f"{kind} {milliseconds:.1f} ms" for milliseconds, kind in slowest)
        sys.stdout.write(f"{name}, {HOSTILE_LENGTH} hostile characters: {worst}\n")


if __name__ == "__main__":
    main()
