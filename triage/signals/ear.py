"""Listen to a message: the rules that are certain first, then the weights."""

from collections.abc import Sequence

from triage.signals.features import Family, read
from triage.signals.heard import NAMES, Heard, Reason, Signal
from triage.signals.judgement import SURE, alarming, signalled, speaking
from triage.signals.rules import Hit, hits
from triage.signals.scope import Sense
from triage.signals.weights import Weights, blame, known_in, shipped, weigh
from triage.signals.words import Word

TOLD = 6  # words that an explanation names at most
ENOUGH = 0.35  # a word is named if it adds at least this share of the strongest word
CALM = Heard(False, (), (), 0.0, "calm")


def listen(text: str) -> Heard:
    """The dangers that a message tells of, each with its words, and whether somebody must be woken."""
    return hear(text, *read(text), weights=shipped())


def hear(text: str, words: list[Word], senses: list[Sense], parts: dict[str, Family], *, weights: Weights) -> Heard:
    """The same, for a message that is already read and weights that are given."""
    if not words:
        return CALM
    found = known_in(parts, weights)
    scores = weigh(found, weights)
    certain = hits(words, senses)
    score = alarming(scores, senses, len(words))
    reason: Reason = "rule" if certain else "weights" if score > 0 else "calm"
    alarm = reason != "calm"
    speak = speaking(senses)
    ruled = {hit.signal: (hit.first, hit.last) for hit in certain}
    told = ruled | {name: (sense.first, sense.last) for name, (sense, _) in speak.items() if name not in ruled}
    names = sorted({*signalled(scores, speak, alarm=alarm), *ruled}, key=NAMES.index)
    asked = {NAMES.index(name) + 1 for name in names if name not in told}
    added = blame(found, asked | {0} if reason == "weights" else asked, len(words))
    signals = tuple(
        Signal(name, text[start:end], start, end, name in ruled or scores[NAMES.index(name) + 1] > SURE)
        for name in names
        for start, end in [_stretch(words, told.get(name) or _strongest(added[NAMES.index(name) + 1]))]
    )
    spans = _of_rules(words, certain) if certain else _of_weights(words, added[0]) if alarm else ()
    return Heard(alarm, signals, spans, round(score, 3), reason)


def _stretch(words: list[Word], places: tuple[int, int]) -> tuple[int, int]:
    return words[places[0]].start, words[places[1]].end


def _strongest(added: Sequence[float]) -> tuple[int, int]:
    """The short stretch of words that adds most, given as its first and last word."""
    best, best_sum = (0, 0), float("-inf")
    least = 0.0 if max(added) > 0 else float("-inf")
    for first in range(len(added)):
        if added[first] <= least:
            continue
        running = 0.0
        for last in range(first, min(first + TOLD, len(added))):
            running += added[last]
            if running > best_sum:
                best, best_sum = (first, last), running
    return best


def _of_rules(words: list[Word], certain: Sequence[Hit]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(words[hit.first].start, words[hit.last].end) for hit in certain}))


def _of_weights(words: list[Word], added: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """Where the words stand that added most to the alarm, in order of the text."""
    top = max(added)
    ranked = sorted(range(len(words)), key=lambda at: (-added[at], at))[:TOLD]
    chosen = {at for at in ranked if added[at] >= ENOUGH * top} or {ranked[0]}
    return tuple(sorted({(words[at].start, words[at].end) for at in chosen}))
