"""Sets pages: figures as a picture for a phone, letters on A4. Words come rendered; none is read as markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import typst

FOLDER = Path(__file__).resolve().parent
FONTS = FOLDER / "fonts"
#: A page of figures is 540 points wide: 1080 pixels.
PIXELS_PER_INCH = 144.0
KINDS = ("figures", "board")


def draw(kind: str, page: str) -> bytes:
    """The page of that kind with these words (JSON) as PNG, 1080 pixels wide and as high as it must be.

    Raises ValueError for a kind that is not there, and what the typesetter raises for words it can't set.
    """
    if kind not in KINDS:
        raise ValueError(f"there is no picture of the kind {kind!r}")
    drawn: bytes = typst.compile(
        (FOLDER / f"{kind}.typ").read_bytes(),
        format="png",
        ppi=PIXELS_PER_INCH,
        sys_inputs={"page": page},
        font_paths=_fonts(),
    )
    return drawn


def typeset(page: str) -> bytes:
    """A letter with these words (JSON) as PDF. Raises what the typesetter raises for words it can't set."""
    made: bytes = typst.compile(_letter(), format="pdf", sys_inputs={"page": page}, font_paths=_letter_fonts())
    return made


def proofs(page: str, *, pixels_per_inch: float = 72.0) -> tuple[bytes, ...]:
    """The same letter as pictures (PNG), one for each of its pages."""
    made: Any = typst.compile(
        _letter(), format="png", ppi=pixels_per_inch, sys_inputs={"page": page}, font_paths=_letter_fonts()
    )
    return tuple(made) if isinstance(made, list) else (made,)


def _letter() -> bytes:
    return (FOLDER / "letter.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts that come with the typesetter: the same picture on every machine."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _letter_fonts() -> typst.Fonts:
    """These and those of our own folder, for names that are written in other letters."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
