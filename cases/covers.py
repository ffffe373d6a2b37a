"""What our unasked lines look like. This table holds every phrase that may go out unasked; the gate lets no other."""

from __future__ import annotations

from collections.abc import Mapping

from cases.phrases import Phrase

#: Cover → how many lines it has, `knock-<cover>-1` and so on.
COVERS: Mapping[str, int] = {"pustaka": 6, "sekolah": 6, "klinik": 6}
#: For whoever chose none.
USUAL = "pustaka"
KNOCKS = frozenset(f"knock-{cover}-{nth}" for cover, lines in COVERS.items() for nth in range(1, lines + 1))
#: What answers whoever comes after a knock, before they have shown by their word who they are.
WHO = frozenset(f"knock-{cover}-who" for cover in COVERS)
UNASKED = KNOCKS | WHO


def line(cover: str, nth: int) -> Phrase:
    """A line of that cover, another one for each number."""
    known = cover if cover in COVERS else USUAL
    return Phrase(f"knock-{known}-{nth % COVERS[known] + 1}")


def who(cover: str) -> Phrase:
    """The line by which the cover asks for the word."""
    return Phrase(f"knock-{cover if cover in COVERS else USUAL}-who")
