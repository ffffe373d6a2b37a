"""Lays buttons out so that their words can be read on the narrowest phones people have."""

from __future__ import annotations

from collections.abc import Sequence

#: How wide a row of buttons is on a phone 360 points wide, beside what each button keeps free; all in widths of an "n".
ROW, MARGIN = 34.0, 1.0
NARROW, NARROWER = frozenset("fijlrtIJ1.,:;!|'\"()[]/-›‹ "), 0.55
WIDE, WIDER = frozenset("mwMW@%…"), 1.4
CAPITAL, SIGN = 1.15, 1.9


def width(label: str) -> float:
    """About how wide a label is, in widths of an "n"."""
    return sum(map(_width, label))


def _width(letter: str) -> float:
    if letter in NARROW:
        return NARROWER
    if letter in WIDE:
        return WIDER
    if letter >= "\u2190":
        # Joiners and variation marks add nothing to the sign before them.
        return 0.0 if letter in "\ufe0e\ufe0f\u200d" else SIGN
    return CAPITAL if letter.isupper() else 1.0


def fitting(labels: Sequence[str]) -> list[int]:
    """How many buttons stand in each row, so that Telegram cuts off none that would fit into a row with fewer."""
    rows: list[int] = []
    start = 0
    while start < len(labels):
        many = len(labels) - start
        while many > 1 and any(width(label) > ROW / many - MARGIN for label in labels[start : start + many]):
            many -= 1
        rows.append(many)
        start += many
    return rows
