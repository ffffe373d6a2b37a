"""The board as a picture: a real PNG as wide as a phone, the same in words, and nothing but counts on it."""

from __future__ import annotations

import json
import struct
from functools import partial
from typing import Any

import pytest

from bot.pictures import as_text, drawn, page_of
from bot.rendering import Tongue
from cases.board import BoardCell, Lateness
from cases.case import Status
from cases.messages import Picture
from cases.stages import counts, numbers
from tests.cases.stage import NOON, profile

NASTY = "#panic() <b>x</b> \\ [x] $x$ *x* 😀 سلام"


def board(count: int, unit: str = "UPTD PPA") -> Picture:
    cells = [BoardCell(status, late, count) for status in Status for late in Lateness]
    told = numbers(counts(cells), unheld=count, profile=profile(), now=NOON)
    return Picture("board", json.dumps({**told, "unit": unit}))


def words(language: str) -> Any:
    return partial(Tongue(language, profile().zone, NOON).words, markup=False)


@pytest.mark.parametrize(("count", "unit"), [(0, NASTY), (7, NASTY), (99999, "x" * 300)])
async def test_it_is_drawn_whatever_stands_on_it(count: int, unit: str) -> None:
    png = await drawn(board(count, unit), words("id"), language="id")
    assert png is not None
    assert struct.unpack(">I", png[16:20]) == (1080,)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_same_in_words(language: str) -> None:
    said = as_text(board(3, NASTY), words(language), language=language, markup=True)
    assert "&lt;b&gt;x" in said
    assert len(said.splitlines()) == 11
    assert len(as_text(board(0), words(language), language=language, markup=False).splitlines()) == 2


def test_every_cell_has_its_tone_and_its_number() -> None:
    page = page_of(board(2), words("id"), language="id")
    assert [row["count"] for row in page["rows"]][:2] == ["50", "10"]
    assert {cell["tone"] for row in page["rows"] for cell in row["cells"]} == {"long", "late", "soon", "fine"}
