"""The words of the board of cases, rendered: as a page to be drawn, and as lines for when there is no picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cases.phrases import Phrase, says
from cases.stages import COLUMNS, LATE

Words = Callable[[Phrase], str]
Page = Mapping[str, Any]


def board_page(told: Mapping[str, Any], words: Words) -> Page:
    """All that stands on the page of the board."""
    at = datetime.fromisoformat(told["at"])
    rows = told["rows"]
    count, late = (_sum(rows, columns) for columns in (tuple(COLUMNS), LATE))
    return {
        "unit": told["unit"],
        "title": words(says("board-title")),
        "at": words(says("board-at", day=at.date(), hour=f"{at:%H.%M}")),
        "empty": "" if count else words(says("board-empty")),
        "sums": [
            {"label": words(says("board-open")), "value": str(count), "bad": False},
            {"label": words(says("board-late")), "value": str(late), "bad": bool(late)},
            {"label": words(says("board-unheld")), "value": str(told["unheld"]), "bad": bool(told["unheld"])},
        ],
        "columns": [{"label": words(says(f"column-short-{column}")), "tone": column} for column in COLUMNS],
        "rows": [
            {
                "label": words(says(f"stage-{row['stage']}")),
                "count": str(_sum([row], tuple(COLUMNS))),
                "cells": [{"value": str(row[column]), "tone": column} for column in COLUMNS],
            }
            for row in rows
        ],
        "note": words(says("board-note")),
    }


def _sum(rows: list[Any], columns: tuple[str, ...]) -> int:
    return sum(row[column] for row in rows for column in columns)


def board_lines(told: Mapping[str, Any], words: Words) -> list[str]:
    """The same page in lines."""
    page = board_page(told, words)
    lines = [f"{page['unit']} · {page['at']}"]
    if page["empty"]:
        return [*lines, page["empty"]]
    for row in page["rows"]:
        cells = zip(page["columns"], row["cells"], strict=True)
        shown = [f"{column['label']}: {cell['value']}" for column, cell in cells if cell["value"] != "0"]
        if shown:
            lines.append(f"{row['label']} · {' · '.join(shown)}")
    return [*lines, "", page["note"]]
