"""What a phrase looks like on a screen, so that stories name keys and not words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

TEXTS = Path(__file__).resolve().parents[2] / "bot" / "texts"


@cache
def _patterns(language: str) -> dict[str, ast.Pattern]:
    found: dict[str, ast.Pattern] = {}
    for path in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                found[entry.id.name] = entry.value
    return found


@cache
def shown(key: str, language: str = "id") -> str:
    """The longest piece of a phrase's text that stands on a screen as it is."""
    pattern = _patterns(language)[key]
    texts = [part.value for part in pattern.elements if isinstance(part, ast.TextElement)]
    pieces = (piece.strip() for text in texts for piece in re.split(r"<[^>]+>|\n", text))
    return max(pieces, key=len)
