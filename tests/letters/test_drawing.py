"""The picture of a month: a real PNG, as wide as a phone, whatever stands on it."""

from __future__ import annotations

import json
import struct
from functools import partial
from typing import Any

import pytest

from bot.pictures import MOST_BREACHES, as_text, drawn, page_of
from bot.rendering import Tongue
from cases.alert import Cause
from cases.figures import Called, figures
from cases.messages import Picture
from cases.monthly import message
from cases.outcome import EventKind
from letters.drawing import draw
from tests.cases.stage import CITRA, NOON, profile
from tests.cases.test_cases_figures import AFTERWARDS, MARCH, called, event

NASTY = "#panic() <b>x</b> \\ [x] $x$ *x* _x_ `x` @x //x {0} \" ' é 😀 سلام"


def picture(*some: Called, unit: str = "") -> Picture:
    found = figures(some, month=MARCH, now=AFTERWARDS)
    made = message(found, to=CITRA, profile=profile(), now=AFTERWARDS).picture
    assert made is not None
    told = json.loads(made.figures)
    return Picture("figures", json.dumps({**told, "unit": unit or told["unit"]}))


def words(language: str) -> Any:
    return partial(Tongue(language, profile().zone, NOON).words, markup=False)


def many(count: int, reason: str = "") -> list[Called]:
    return [
        called(
            event(EventKind.ALERT_TAKEN, n, of=f"a{n}"),
            event(EventKind.OUTREACH_RECORDED, 20 + n, of=f"a{n}", late_reason=reason),
            cause=list(Cause)[n % 6],
            ref=f"a{n}",
            calls=2,
        )
        for n in range(count)
    ]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("count", [0, 1, 60])
async def test_an_empty_month_one_alert_and_many(count: int, language: str) -> None:
    png = await drawn(picture(*many(count)), words(language), language=language)
    assert png is not None
    width, height = size(png)
    assert width == 1080
    # What Telegram takes: both sides together, and no ribbon.
    assert width + height <= 10_000
    assert len(png) < 2_000_000


async def test_what_people_typed_is_shown_and_never_read_as_markup() -> None:
    nasty = picture(*many(30, NASTY), unit=NASTY)
    assert await drawn(nasty, words("id"), language="id") is not None
    page = page_of(nasty, words("id"), language="id")
    assert page["unit"] == NASTY
    assert page["breaches"]["rows"][0]["reason"] == NASTY[:90]
    assert "&lt;b&gt;x" in as_text(nasty, words("id"), language="id", markup=True)
    assert "<b>x</b>" in as_text(nasty, words("id"), language="id", markup=False)


async def test_many_breaches_are_cut_and_that_is_said() -> None:
    page = page_of(picture(*many(60)), words("id"), language="id")
    assert len(page["breaches"]["rows"]) == MOST_BREACHES
    assert page["breaches"]["more"]


def test_shares_fill_the_bar_and_percent_counts_who_was_reached() -> None:
    page = page_of(picture(*many(60)), words("id"), language="id")
    assert sum(part["share"] for part in page["bar"]["parts"]) == pytest.approx(1)
    assert max(row["p90_share"] for row in page["measures"][0]["rows"]) == 1


async def test_what_cannot_be_drawn_is_none_and_still_has_its_text() -> None:
    odd = Picture("no-such-page", picture(*many(6)).figures)
    assert await drawn(odd, words("id"), language="id") is None
    assert "Darurat" in as_text(odd, words("id"), language="id", markup=True)
    with pytest.raises(ValueError, match="no-such-page"):
        draw("no-such-page", "{}")
