"""Hears what is no story: that somebody takes back what they wrote, says that all is well, tries us out, or only asks.

None of it lowers anything: it is for those who answer to decide what follows.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.conversation.reading import parts, tokens
from handlers.conversation.remark_words import (
    ASKING,
    FILLING,
    IN_GENERAL,
    LAUGHTER,
    NEWS,
    PLEADING,
    POLITE,
    QUESTIONS,
    SELLING,
    THANKING,
    WHOLE,
)
from triage.story import Proposal

#: Whoever writes more than this tells something.
LONGEST_REMARK, LONGEST_QUESTION = 9, 24
TAKES_BACK = frozenset({"cancel", "mistake", "calmed"})
JOKE, THANKS = "joke", "thanks"
_LAUGHS = re.compile(LAUGHTER)


@cache
def _wholes() -> dict[tuple[str, ...], str]:
    return {_bare(tokens(entry)): remark for remark, entries in WHOLE.items() for entry in entries}


@cache
def _asked() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    return tuple((topic, tuple(frozenset(tokens(entry)) for entry in entries)) for topic, entries in QUESTIONS.items())


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in FILLING)


def remark_in(text: str) -> str:
    """What a short message says beside any story: cancel, mistake, calmed, joke, thanks; else empty.

    "Salah kirim, sudah aman" is what its first part says; if any part says something else it is no remark.
    """
    words = tokens(text)
    if not words or len(words) > LONGEST_REMARK:
        return "" if words or not _laughs(text) else JOKE
    whole = _wholes().get(_bare(words))
    if whole is not None:
        return whole
    if THANKING & {*words} and PLEADING.isdisjoint(words) and POLITE.issuperset(_bare(words)):
        return THANKS
    if _laughs(text) or (not SELLING.isdisjoint(words)):
        return JOKE
    found = [_wholes().get(_bare(tokens(part)), "") for part in parts(text.replace(".", ",")) if _bare(tokens(part))]
    return found[0] if found and all(found) else ""


def _laughs(text: str) -> bool:
    said = text.lower().split()
    rest = [word for word in said if not _LAUGHS.fullmatch(word.strip(".,!?"))]
    return len(rest) < len(said) and (not rest or _wholes().get(_bare(tokens(" ".join(rest)))) == JOKE)


def question_in(text: str) -> str:
    """The topic of a mere question; empty if it is none of those that a text can answer."""
    words = tokens(text)
    if not words or len(words) > LONGEST_QUESTION or not ("?" in text or ASKING & {*words}):
        return ""
    said = {*words, *(part for word in words for part in word.split("-"))}
    return next((topic for topic, entries in _asked() if any(entry <= said for entry in entries)), "")


@cache
def _news() -> frozenset[tuple[str, ...]]:
    return frozenset(_bare(tokens(entry)) for entry in NEWS)


def asks_for_news(text: str) -> bool:
    """Whether a message asks what became of the report, and says nothing else at all."""
    return _bare(tokens(text)) in _news()


def tells(proposal: Proposal) -> bool:
    """Whether a message tells of somebody's violence or danger, rather than of violence in general."""
    if proposal.heard.alarm or proposal.heard.signals:
        return True
    return any(
        not one.key.startswith("loc_") and not (one.key == "violence" and IN_GENERAL & {*tokens(one.words)})
        for one in proposal.facts
    )
