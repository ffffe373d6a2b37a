"""From labelled messages to weights."""

import math
from collections import Counter
from collections.abc import Sequence

from triage.signals.features import read
from triage.signals.train.messages import Labelled
from triage.signals.train.solver import Vector, solve
from triage.signals.weights import OUTPUTS, SPACE

SEEN_AT_LEAST = 2  # messages: what was seen once only is noise
ROUNDS = 12
COST = 0.5
MISSED = {"alarm": 4.0}  # how much worse a missed one is than a wrong one, while learning
MISSED_SIGNAL = 4.0
TOO_SMALL = 0.02
SCALE = 3.0
SHARES = {"letters": 0.5}  # families that count for less

Parts = dict[str, frozenset[str]]


def parts_of(text: str) -> Parts:
    """The distinct features of a message."""
    return {family: frozenset(found) for family, found in read(text)[2].items()}


def truths(messages: Sequence[Labelled], output: str) -> list[bool]:
    """What the labels say about one output."""
    return [one.alarm if output == "alarm" else output in one.signals for one in messages]


def learn(messages: Sequence[Labelled], parts: Sequence[Parts], outputs: Sequence[str] = OUTPUTS) -> str:
    """The table of weights for these messages: the same messages give the same bytes."""
    seen = Counter((family, name) for one in parts for family, names in one.items() for name in names)
    known = sorted(feature for feature, times in seen.items() if times >= SEEN_AT_LEAST)
    rarity = [
        (math.log((1 + len(parts)) / (1 + seen[feature])) + 1) / SCALE * SHARES.get(feature[0], 1.0)
        for feature in known
    ]
    rarity = [round(value, 6) for value in rarity]  # logarithms differ in their last digit
    place = {feature: at for at, feature in enumerate(known)}
    vectors = [vector(one, place, rarity) for one in parts]
    quiet = [vector({f: names for f, names in one.items() if f != "letters"}, place, rarity) for one in parts]
    solved = {
        output: solve(
            vectors if output == "alarm" else quiet,  # pieces of words speak for the alarm only: quicker, as good
            truths(messages, output),
            size=len(known) + 1,
            cost_true=COST * MISSED.get(output, MISSED_SIGNAL),
            cost_false=COST,
            rounds=ROUNDS,
        )
        for output in outputs
    }
    return table(known, rarity, solved)


def vector(parts: Parts, place: dict[tuple[str, str], int], rarity: Sequence[float]) -> Vector:
    """A message as places and values; the last place is the bias."""
    found = []
    for family, names in parts.items():
        share = 1 / math.sqrt(len(names) or 1)
        for name in names:
            at = place.get((family, name))
            if at is not None:
                found.append((at, rarity[at] * share))
    found.sort()
    found.append((len(place), 1.0))
    return tuple(at for at, _ in found), tuple(value for _, value in found)


def table(known: Sequence[tuple[str, str]], rarity: Sequence[float], solved: dict[str, list[float]]) -> str:
    """The lines of the table, largest numbers and all, sorted by name."""
    lines = ["# Bobot hasil latihan (python -m triage.signals.train). Jangan diubah dengan tangan.", ""]
    lines.append("bias\t-\t" + "\t".join(f"{name}={weights[-1]:+.4f}" for name, weights in solved.items()))
    for at, (family, feature) in enumerate(known):
        cells = [(name, weights[at] * rarity[at]) for name, weights in solved.items()]
        shown = [f"{name}={value:+.3f}" for name, value in cells if abs(value) >= TOO_SMALL]
        if shown:
            lines.append("\t".join((family, feature.replace(" ", SPACE), *shown)))
    return "\n".join(lines) + "\n"
