"""How well the ear hears: recall and precision with their uncertainty."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from triage.signals.ear import hear
from triage.signals.features import read
from triage.signals.heard import NAMES, Heard
from triage.signals.train.learning import learn, parts_of
from triage.signals.train.messages import Labelled
from triage.signals.weights import Weights, parse

FOLDS = 5
Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the interval by Wilson."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share itself; of nothing it is 1."""
        return self.hits / self.of if self.of else 1.0

    def __str__(self) -> str:
        if not self.of:
            return "–"
        middle = (self.value + Z * Z / (2 * self.of)) / (1 + Z * Z / self.of)
        half = Z / (1 + Z * Z / self.of) * math.sqrt(self.value * (1 - self.value) / self.of + (Z / (2 * self.of)) ** 2)
        return f"{self.value:.3f} ({middle - half:.3f}–{middle + half:.3f}; {self.hits}/{self.of})"


@dataclass(frozen=True, slots=True)
class Quality:
    """Recall (how many of those in danger are heard) and precision (how many alarms are right)."""

    recall: Share
    precision: Share


@dataclass(frozen=True, slots=True)
class Report:
    """The quality of the alarm and of each signal, and what was missed or wrong."""

    alarm: Quality
    signals: dict[str, Quality]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    def lines(self) -> list[str]:
        """The report as lines of a table."""
        rows = [("alarm", self.alarm), *self.signals.items()]
        return [f"{name:16} recall {one.recall!s:34} precision {one.precision}" for name, one in rows]


def quality(pairs: Iterable[tuple[bool, bool]]) -> Quality:
    """From (true, heard) pairs."""
    seen = list(pairs)
    both = sum(true and heard for true, heard in seen)
    return Quality(Share(both, sum(true for true, _ in seen)), Share(both, sum(heard for _, heard in seen)))


def report(messages: Sequence[Labelled], heard: Sequence[Heard]) -> Report:
    """Compare what was heard with the labels."""
    pairs = list(zip(messages, heard, strict=True))
    return Report(
        quality((one.alarm, told.alarm) for one, told in pairs),
        {name: quality((name in one.signals, told.has(name)) for one, told in pairs) for name in NAMES},
        tuple(one.text for one, told in pairs if one.alarm and not told.alarm),
        tuple(one.text for one, told in pairs if told.alarm and not one.alarm),
    )


def with_weights(messages: Sequence[Labelled], weights: Weights) -> list[Heard]:
    """What is heard in each message with these weights."""
    return [hear(one.text, *read(one.text), weights=weights) for one in messages]


def crossed(messages: Sequence[Labelled], *, folds: int = FOLDS) -> list[Heard]:
    """What is heard in each message by weights that have never seen it (nor its group of every fifth)."""
    parts = [parts_of(one.text) for one in messages]
    heard: dict[int, Heard] = {}
    for fold in range(folds):
        rest = [at for at in range(len(messages)) if at % folds != fold]
        weights = parse(learn([messages[at] for at in rest], [parts[at] for at in rest]))
        for at in range(fold, len(messages), folds):
            heard[at] = with_weights([messages[at]], weights)[0]
    return [heard[at] for at in range(len(messages))]
