"""Which groups of the vocabulary a word belongs to, and how far a negation reaches."""

from functools import cache
from typing import NamedTuple

from triage.signals.reading import rows
from triage.signals.words import Word

TABLES = "triage.signals.tables"


class Sense(NamedTuple):
    """A group of the vocabulary heard in the message, with the words from `first` to `last` (both included)."""

    group: str
    first: int
    last: int
    negated: bool
    mode: str  # "" for now, else "dulu", "andai" or "rekaan"


@cache
def negations() -> dict[str, frozenset[str]]:
    """The table of negations: which words negate, which end their reach, which take them for themselves."""
    return {kind: frozenset(" ".join(cells).split()) for kind, *cells in rows(TABLES, "negations.tsv")}


@cache
def sequences(table: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → what may follow it and the kind that it then is; longest first."""
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, *cells in rows(TABLES, table):
        for entry in " ".join(cells).split():
            first, *rest = entry.split("_")
            starts.setdefault(first, []).append((tuple(rest), kind))
    return {first: tuple(sorted(set(found), key=lambda one: (-len(one[0]), one))) for first, found in starts.items()}


def sequence_at(words: list[Word], at: int, table: str) -> tuple[str, int] | None:
    """The kind of the sequence that starts at this word, and its last word."""
    starts = sequences(table)
    word = words[at]
    options = starts.get(word.root, ())
    if word.standard != word.root:
        options = starts.get(word.standard, ()) + options
    for rest, kind in options:
        last = at + len(rest)
        if last < len(words) and all(fits(words[at + i], part) for i, part in enumerate(rest, 1)):
            return kind, last
    return None


def fits(word: Word, part: str) -> bool:
    """Whether a word is what the table asks for; # is any number."""
    return part in (word.standard, word.root) or (part == "#" and word.written[0].isdigit())


def idioms(words: list[Word]) -> list[bool]:
    """For each word, whether it belongs to a figure of speech."""
    figure = [False] * len(words)
    for at in range(len(words)):
        hit = sequence_at(words, at, "idioms.tsv")
        if hit:
            figure[at : hit[1] + 1] = [True] * (hit[1] + 1 - at)
    return figure


def modes(words: list[Word]) -> list[str]:
    """For each word, whether its part of the sentence speaks of now, of the past, of a case put, of a tale."""
    told = [""] * len(words)
    kinds = [sequence_at(words, at, "modes.tsv") for at in range(len(words))]
    tale = any(kind and kind[0] == "rekaan" for kind in kinds)
    start = 0
    for at in range(len(words) + 1):
        over = at == len(words) or (
            at > start and (words[at].sentence != words[at - 1].sentence or _is(kinds[at], "kini"))
        )
        if over:
            part = {kind[0] for kind in kinds[start:at] if kind}
            if any(map(is_year, words[start:at])):
                part.add("dulu")
            mode = next((one for one in ("andai", "dulu") if one in part and "kini" not in part), "")
            told[start:at] = [("rekaan" if tale else mode)] * (at - start)
            start = at
    return told


def is_year(word: Word) -> bool:
    """Whether a word is a year of our time."""
    return len(word.written) == 4 and word.written.isdigit() and word.written[:2] in ("19", "20")


def _is(kind: tuple[str, int] | None, name: str) -> bool:
    return kind is not None and kind[0] == name


REACH = 4  # words


def negated(words: list[Word]) -> list[bool]:
    """For each word, whether a negation before it reaches it."""
    table = negations()
    negates, ends, takes, passes = table["menyangkal"], table["putus"], table["sendiri"], table["lewat"]
    reached = [False] * len(words)
    left, clause = 0, -1
    for at, word in enumerate(words):
        if word.standard in ends or word.clause != clause:
            left, clause = 0, word.clause
        if word.standard in negates:
            left = REACH
            continue
        if left and word.standard in takes:
            left = 0
        if left:
            reached[at] = True
            left -= word.standard not in passes
    return reached


def senses(words: list[Word], *, figure: list[bool], under: list[bool], told: list[str]) -> list[Sense]:
    """All groups heard in the message, in order; figures of speech are not heard."""
    starts = sequences("vocabulary.tsv")
    found: list[Sense] = []
    count = len(words)
    for at, word in enumerate(words):
        if figure[at]:
            continue
        options = starts.get(word.root, ())
        if word.standard != word.root and word.standard in starts:
            options = starts[word.standard] + options
        seen: set[str] = set()
        for rest, group in options:
            last = at + len(rest)
            if group in seen or last >= count:
                continue
            if all(fits(words[at + step], part) for step, part in enumerate(rest, 1)):
                found.append(Sense(group, at, last, under[at], told[at]))
                seen.add(group)
    return found
