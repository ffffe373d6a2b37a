"""Cut a message into words and give each its standard spelling and its root."""

import re
import unicodedata
from typing import NamedTuple

from triage.signals import lexicon

# Letters and digits, apostrophes inside or behind (ta', na'), invisible joiners, and signs that speak.
PIECE = re.compile(
    r"(?P<spelt>(?<!\w)[^\W\d_](?:[ .-][^\W\d_]){3,}(?!\w))"
    r"|(?P<word>[^\W_](?:[^\W_]|['’ʼ`´\u200b-\u200d\u00ad\u2060])*)"
    r"|(?P<stop>[.!?\n…]+)|(?P<pause>[,;:]+)"
    r"|(?P<sign>[\U0001F000-\U0001FAFF\u2600-\u27BF])"
)
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u00ad\u2060")) | dict.fromkeys(map(ord, "’ʼ`´"), "'")
THRICE = re.compile(r"(\D)\1{2,}")
TWICE = re.compile(r"(\D)\1+")
SHORTEST = 4  # letters of a word that may be misspelt or run together
OFTEN = 25  # times; a word said more often says nothing more
LONGEST = 24  # no Indonesian word is longer; what is longer is looked at letter by letter only


class Word(NamedTuple):
    """One word: as written (lower case), in standard spelling, its root, and where it stands."""

    written: str
    standard: str
    root: str
    start: int
    end: int
    clause: int
    sentence: int


def cut(text: str) -> list[Word]:
    """The words of a message in order; signs such as 🆘 count as words, punctuation opens a new clause."""
    found: list[Word] = []
    times: dict[str, int] = {}
    clause = sentence = 0
    for piece in PIECE.finditer(text):
        if piece.lastgroup in ("stop", "pause"):
            clause += 1
            sentence += piece.lastgroup == "stop"
            continue
        start, end = piece.span()
        if piece.lastgroup == "spelt":
            found.extend(_spelt(piece.group(), start, end, clause, sentence))
            continue
        written = unicodedata.normalize("NFKC", piece.group()).casefold().translate(UNSEEN)
        times[written] = times.get(written, 0) + 1
        if times[written] > OFTEN:
            continue
        found.extend(Word(written, *one, start, end, clause, sentence) for one in spell(written))
    return found


def _spelt(letters: str, start: int, end: int, clause: int, sentence: int) -> list[Word]:
    """A word spelt out, t o l o n g, is that word."""
    written = unicodedata.normalize("NFKC", letters[::2]).casefold()
    return [Word(written, *one, start, end, clause, sentence) for one in spell(written)]


def spell(written: str) -> tuple[tuple[str, str], ...]:
    """Standard spelling and root; of two or three words where the spaces were left out."""
    known = lexicon.spelling()
    if written in known:
        return (_rooted(known[written]),)
    if len(written) > LONGEST or not written:
        return ((written, written),)
    bare = written.rstrip("'").rstrip("2")
    for shape in dict.fromkeys((bare, THRICE.sub(r"\1\1", bare), TWICE.sub(r"\1", bare))):
        if shape in known:
            return (_rooted(known[shape]),)
        root = lexicon.root(shape)
        if root != shape:
            return ((shape, root),)
    bare = TWICE.sub(r"\1", bare)
    if len(bare) < SHORTEST or bare.isdigit():
        return ((bare or written, bare or written),)
    found = lexicon.split(bare) or lexicon.nearest(bare)
    return tuple(map(_rooted, found)) or ((bare, bare),)


def _rooted(standard: str) -> tuple[str, str]:
    return standard, lexicon.root(standard)
