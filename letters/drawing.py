"""Draws a page as a picture for a phone. Words come rendered; nothing in them is read as markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).resolve().parent
#: A page is 540 points wide: 1080 pixels.
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


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts that come with the typesetter: the same picture on every machine."""
    return typst.Fonts(include_system_fonts=False)
