"""Understands typed words as one of the buttons: a number, a short form, a part of the label, a slip of the finger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from handlers.conversation.reading import (
    NEGATIONS,
    alike,
    clauses,
    holds,
    number_of,
    parts,
    plain,
    tokens,
)
from handlers.conversation.steps import BACK, CANCEL, DONE, SKIP, Choice
from handlers.conversation.words import COMMANDS, NONE_WORDS

LIKE_ENOUGH = 82
#: Shorter words are too easily mistaken for others.
SHORTEST_GUESSED = 5
#: A longer text than this is a story, and only its first breath may be an answer.
LONGEST_ANSWER = 5

#: Words that mean a button only when nothing else stands beside them.
ONLY_ALONE = frozenset({"saya", "aku", "me", "istri", "anak", "mama"})

_ORDINALS = frozenset({"nomor", "no", "nomer", "pilih", "pilihan", "yang", "ke", "option", "number"})


@lru_cache(maxsize=2048)
def _spoken(phrase: str) -> tuple[str, ...]:
    return tokens(phrase)


def command_in(text: str) -> str:
    """Skip, back, done or cancel, if that is all the text says; else empty."""
    said = plain(text)
    for command in (SKIP, BACK, DONE, CANCEL):
        if said in COMMANDS[command] or text.strip().lower() in COMMANDS[command]:
            return command
    return ""


def says_none(text: str) -> bool:
    """ "none of these", in as few words as people use for it."""
    return plain(text) in NONE_WORDS


def is_story(text: str, *, words: int = LONGEST_ANSWER + 1) -> bool:
    """Whether the text tells something rather than answering."""
    return len(text.split()) >= words


def choose(text: str, choices: Sequence[Choice]) -> str | None:
    """The one choice that a text means; None if it is none, or not clear which."""
    exact = exactly(text, choices) or _by_number(text, choices)
    if exact is not None:
        return exact
    if is_story(text):
        # "Tidak, dia masih di luar dan ..." answers first and then tells.
        first = (clauses(text) or ("",))[0]
        return None if is_story(first, words=4) else choose(first, choices)
    found = _within(text, choices)
    if len(found) == 1:
        return found[0]
    return None if found else _alike(text, choices)


def choose_many(text: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """All choices that a text names, in the order of the buttons; empty if it names none."""
    exact = exactly(text, choices)
    said: list[str] = [exact] if exact is not None else []
    for part in () if said else parts(text) or (text,):
        one = choose(part, choices)
        said += [one] if one is not None else _within(part, choices)
    if not said and not is_story(text):
        said = _numbers(text, choices)
    return tuple(choice.value for choice in choices if choice.value in said)


def exactly(text: str, choices: Sequence[Choice]) -> str | None:
    said = tokens(text)
    return next((choice.value for choice in choices if any(_spoken(word) == said for word in choice.words)), None)


def _by_number(text: str, choices: Sequence[Choice]) -> str | None:
    words = tuple(word for word in tokens(text) if word not in _ORDINALS)
    number = number_of(words[0]) if len(words) == 1 else None
    return choices[number - 1].value if number is not None and 1 <= number <= len(choices) else None


def _numbers(text: str, choices: Sequence[Choice]) -> list[str]:
    """ "1 3 5" """
    numbers = [number_of(word) for word in tokens(text) if word not in _ORDINALS]
    if any(number is None or not 1 <= number <= len(choices) for number in numbers):
        return []
    return [choices[number - 1].value for number in numbers if number is not None]


def _within(text: str, choices: Sequence[Choice]) -> list[str]:
    """The choices whose words stand in the text; a longer phrase beats a shorter one that it holds."""
    said = tokens(text)
    hits: list[tuple[int, int, str]] = []
    for choice in choices:
        for word in choice.words:
            start = holds(said, _spoken(word))
            if start is not None and (word not in ONLY_ALONE or len(said) == 1):
                hits.append((start, start + len(_spoken(word)), choice.value))
    longest = [
        value
        for start, end, value in hits
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in hits)
    ]
    return list(dict.fromkeys(longest))


def _alike(text: str, choices: Sequence[Choice]) -> str | None:
    """The choice that is spelt nearly so."""
    said = plain(text)
    words = [word for word in tokens(text) if len(word) >= SHORTEST_GUESSED]
    negated = not NEGATIONS.isdisjoint(tokens(text))
    best: dict[str, float] = {}
    for choice in choices:
        for phrase in choice.words:
            spoken = _spoken(phrase)
            whole = " ".join(spoken)
            if len(whole) < SHORTEST_GUESSED - 1 or negated is NEGATIONS.isdisjoint(spoken):
                continue
            score = alike(said, whole)
            if len(spoken) == 1 and words:
                score = max(score, *(alike(word, whole) for word in words))
            best[choice.value] = max(score, best.get(choice.value, 0))
    near = sorted(((score, value) for value, score in best.items() if score >= LIKE_ENOUGH), reverse=True)
    if not near or (len(near) > 1 and near[0][0] - near[1][0] < 3):
        return None
    return near[0][1]
