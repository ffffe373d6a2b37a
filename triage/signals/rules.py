"""Rules that are certain: what raises the alarm whatever the weights say."""

from functools import cache
from typing import NamedTuple

from triage.signals.heard import NAMES, Name
from triage.signals.lexicon import particles
from triage.signals.reading import rows
from triage.signals.scope import Sense, sequence_at
from triage.signals.words import Word


class Hit(NamedTuple):
    """A rule that fits: its signal, and its first and last word."""

    signal: Name
    first: int
    last: int


@cache
def whole() -> dict[tuple[str, ...], Name]:
    """Messages of a few words that are a danger as they stand."""
    known: dict[tuple[str, ...], Name] = {}
    for signal, *cells in rows("triage.signals.tables", "whole_messages.tsv"):
        name = next(one for one in NAMES if one == signal)
        for entry in " ".join(cells).split():
            known[tuple(entry.split("_"))] = name
    return known


def hits(words: list[Word], senses: list[Sense]) -> list[Hit]:
    """All rules that fit this message."""
    little = particles()
    bare = tuple(word.standard for word in words if word.standard not in little)
    signal = whole().get(bare) or (whole().get(bare[:1]) if len(set(bare)) == 1 else None)
    if signal:
        return [Hit(signal, 0, len(words) - 1)]
    if any(sense.mode or sense.negated or sense.group in CALMING for sense in senses):
        return []
    found: list[Hit] = []
    for at in range(len(words)):
        hit = sequence_at(words, at, "certain.tsv")
        if hit and words[at].clause == words[hit[1]].clause:
            found.extend(Hit(name, at, hit[1]) for name in NAMES if name == hit[0])
    return found


# Any of these in a message leaves the decision to the weights, which see the whole of it.
CALMING = frozenset({"fiksi", "tanya", "urusan", "jualan", "hewan", "kiasan", "batal", "tawa", "terimakasih", "aman"})
