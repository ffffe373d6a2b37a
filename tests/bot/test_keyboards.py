"""Buttons are laid out so that their words are read whole on a small phone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.keyboards import MARGIN, ROW, fitting, width
from bot.rendering import calls
from cases.messages import Button, Message
from cases.phrases import says
from tests.bot.test_rendering import CHAT, KEY, TONGUE

CASES = (
    (["Tidak", "Ya"], [2]),
    (["‹ Kembali", "Lewati ›", "Batal"], [3]),
    (["Saya kenal pihak kasus ini", "Serahkan ke rekan"], [1, 1]),
    (["Ya", "Terminasi sepihak (6.4)"], [1, 1]),
    (["Kunjungan", "Telepon", "Lewat mitra setempat"], [2, 1]),
    (["1", "2", "3", "4", "5"], [5]),
    (["Ya, " + "panjang " * 9], [1]),
)


@pytest.mark.parametrize(("labels", "rows"), CASES)
def test_a_row_is_broken_where_its_words_would_be_cut_off(labels: list[str], rows: list[int]) -> None:
    assert fitting(labels) == rows


@given(st.lists(st.text("mi W…🔴", max_size=25), max_size=6))
@settings(max_examples=60)
def test_no_button_is_lost_and_none_beside_another_is_cut_off(labels: list[str]) -> None:
    rows = fitting(labels)
    assert sum(rows) == len(labels)
    left = list(labels)
    for many in rows:
        row, left = left[:many], left[many:]
        assert many == 1 or all(width(label) <= ROW / many - MARGIN for label in row)


def test_rows_are_broken_in_what_is_sent_and_what_is_put_in_its_place() -> None:
    wide = (Button(says("button-exclude"), "exclude"), Button(says("button-passon"), "passon"))
    message = Message(CHAT, says("case-more", number="LU-1"), buttons=(wide,))
    for edits in (None, 5):
        (call,) = calls(message, TONGUE, key=KEY, edits=edits)
        assert [len(row) for row in call.payload["reply_markup"]["inline_keyboard"]] == [1, 1]
