"""The receipt of a report: its code with a check digit, the chosen word beside it, and how tries are slowed down.

The check digit is H. Michael Damm's (Totally anti-symmetric quasigroups for all orders n≠2, 6; Discrete Mathematics
307, 2007; the table of order 10 is from his thesis, Marburg 2004): every single wrong digit and every swap of two
neighbours is caught. Luhn's, which bank cards have, misses the swap of 0 and 9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cases.case import CaseRef

CODE_DIGITS, JOIN_DIGITS = 16, 8
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
#: Between the digits of a code people put these.
_BETWEEN = re.compile(r"[\s.\-–_/]+")

#: The first tries are answered at once; those after them wait, each twice as long as the one before, up to the longest.
AT_ONCE = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=12)
#: After so long without another try all are forgotten.
TRIES_FADE = timedelta(days=1)

#: A word must have so many letters or digits, and may have no more; a phrase no more words than this.
SHORTEST, LONGEST, MOST_WORDS = 4, 40, 4


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


#: What anybody would try first. Written as `normal_word` leaves them.
OBVIOUS = _words(
    "rahasia katarahasia sandi katasandi password passwd passcode kode kodesaya pin 1234 12345 123456 1234567 12345678 "
    "123456789 0000 1111 4321 654321 abcd abcde abc123 qwerty asdf asdfgh indonesia luwu luwuutara masamba laporaman "
    "lapor laporan tolong bantuan darurat aman sayang cinta iloveyou bismillah allah tuhan mama papa ayah bunda admin "
    "telepon kekerasan"
)


@dataclass(frozen=True)
class Receipt:
    """What is to be kept of a receipt. With a `code` it is a new one, and the one before is void; with a `word` alone
    the word is chosen, or another one is. Neither can be read again: only whether both are right can be asked."""

    case: CaseRef
    made_at: datetime
    code: str = field(default="", repr=False)
    word: str = field(default="", repr=False)


def check_digit(digits: str) -> str:
    """The digit that makes a whole code of these."""
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)


def is_whole(code: str) -> bool:
    """Whether a code can be right: a slip of one digit, or a swap of two neighbours, is never."""
    return bool(code) and check_digit(code) == "0"


def digits_in(text: str) -> str:
    """The digits of what was typed as a code, with spaces or lines between them; nothing if anything else is there."""
    bare = _BETWEEN.sub("", text.strip())
    return bare if bare.isascii() and bare.isdigit() else ""


def in_groups(code: str) -> str:
    """A code as it is shown: four by four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def normal_word(text: str) -> str:
    """A word or phrase without what people don't remember: capitals, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def may_be_a_word(text: str) -> bool:
    """Whether this looks like a chosen word at all, and not like something that is told or asked."""
    return 0 < len(text.split()) <= MOST_WORDS and len(text) <= 2 * LONGEST and "?" not in text and "\n" not in text


def why_not(word: str, known: Iterable[str]) -> str:
    """Why a word (as `normal_word` leaves it) is not to be chosen; nothing if it may be. `known`: their names."""
    if len(word) < SHORTEST:
        return "short"
    if len(word) > LONGEST:
        return "long"
    if word in OBVIOUS or len(set(word)) == 1:
        return "obvious"
    names = [name for name in known if len(name) >= SHORTEST]
    # "Anisa" for "Nur Anisa", and "anisa1" too.
    if any(word in name or name in word for name in names):
        return "name"
    return ""


def names_in(name: object) -> tuple[str, ...]:
    """The whole name and each of its parts, as words are compared."""
    if not isinstance(name, str):
        return ()
    return tuple(normal_word(part) for part in (name, *name.split()))


def wait_after(wrong: int) -> timedelta:
    """How long the next try waits for its answer after so many wrong ones. It is never refused."""
    if wrong < AT_ONCE:
        return timedelta()
    doubled: int = 1 << min(wrong - AT_ONCE, 16)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)
