"""The trained weights: a table that can be read, written by `python -m triage.signals.train`."""

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from triage.signals.features import Family, Places
from triage.signals.heard import NAMES

OUTPUTS = ("alarm", *NAMES)
SPACE = "·"  # stands for a space in the table
Row = tuple[tuple[int, float], ...]  # what a feature adds to which output
Found = list[tuple[Row, Places, float]]  # a known feature of this message, its words, its family's share


@dataclass(frozen=True, slots=True)
class Weights:
    """For each family, what each feature adds to each output; `bias` is what is there without any."""

    bias: tuple[float, ...]
    families: dict[str, dict[str, Row]]


@cache
def shipped() -> Weights:
    """The weights that ship with the package, read once."""
    return parse(files("triage.signals.tables").joinpath("weights.tsv").read_text("utf-8"))


def parse(table: str) -> Weights:
    """Weights from the lines of their table."""
    bias = [0.0] * len(OUTPUTS)
    families: dict[str, dict[str, Row]] = {}
    place = {name: at for at, name in enumerate(OUTPUTS)}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        family, feature, *cells = line.split("\t")
        row = tuple((place[name], float(value)) for name, _, value in (cell.partition("=") for cell in cells))
        if family == "bias":
            for output, value in row:
                bias[output] = value
        else:
            families.setdefault(family, {})[feature.replace(SPACE, " ")] = row
    return Weights(tuple(bias), families)


def known_in(parts: dict[str, Family], weights: Weights) -> Found:
    """The features of a message that have weights. Each family is weighed by its own length."""
    found: Found = []
    for family, features in parts.items():
        get = weights.families.get(family, {}).get
        share = 1 / math.sqrt(len(features) or 1)
        found.extend((row, places, share) for name, places in features.items() if (row := get(name)) is not None)
    return found


def weigh(found: Found, weights: Weights) -> list[float]:
    """The score of every output: above 0 speaks for it."""
    total = list(weights.bias)
    for row, _, share in found:
        for output, value in row:
            total[output] += value * share
    return total


def blame(found: Found, outputs: set[int], count: int) -> dict[int, list[float]]:
    """What each of the `count` words added to each of the outputs asked for."""
    if not outputs:
        return {}
    added = {output: [0.0] * count for output in outputs}
    for row, places, share in found:
        for output, value in row:
            if output in outputs and places:
                part = value * share / len(places)
                for at in places:
                    added[output][at] += part
    return added
