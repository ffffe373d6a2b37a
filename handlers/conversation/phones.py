"""Reads a telephone number as people write it."""

from __future__ import annotations

import re

SHORTEST, LONGEST = 8, 15
_NUMBER = re.compile(r"\+?\d[\d\s().-]{6,22}\d", re.ASCII)


def read_phone(text: str) -> str | None:
    """The number in a text, only its figures and a leading plus; None if there is none."""
    for found in _NUMBER.findall(text):
        figures = re.sub(r"\D", "", found)
        if SHORTEST <= len(figures) <= LONGEST:
            return f"+{figures}" if found.startswith("+") or figures.startswith("62") else figures
    return None


def is_number(text: str) -> bool:
    """Whether the text is a telephone number and nothing else."""
    return _NUMBER.fullmatch(text.strip()) is not None and read_phone(text) is not None
