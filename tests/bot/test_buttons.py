"""A press is ours, whole and for this chat, or it is nobody's (T11)."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import LIMIT, ButtonTooLong, Pressed, carry, read
from cases.messages import Button, ChatId
from cases.phrases import says

KEY = b"k" * 32
HERE, ELSEWHERE = ChatId(1), ChatId(2)
TAKE = Button(says("button-take"), "take", ref="r" * 22, version=7, choice="reached")
SIGNS = string.ascii_letters + string.digits + "_-"


def test_what_goes_out_comes_back() -> None:
    assert read(carry(TAKE, chat=HERE, key=KEY), chat=HERE, key=KEY) == Pressed("take", "r" * 22, 7, "reached")


def test_another_chat_or_another_key_is_nobody() -> None:
    carried = carry(TAKE, chat=HERE, key=KEY)
    assert read(carried, chat=ELSEWHERE, key=KEY) is None
    assert read(carried, chat=HERE, key=b"x" * 32) is None


def test_100_000_changed_presses_and_none_is_taken() -> None:
    """One sign changed, dropped, added or swapped, with a seed."""
    dice = random.Random(58)
    carried = carry(TAKE, chat=HERE, key=KEY)
    taken = 0
    for _ in range(100_000):
        signs = list(carried)
        at = dice.randrange(len(signs))
        match dice.randrange(4):
            case 0:
                signs[at] = dice.choice(SIGNS + "|")
            case 1:
                del signs[at]
            case 2:
                signs.insert(at, dice.choice(SIGNS + "|"))
            case _:
                other = dice.randrange(len(signs))
                signs[at], signs[other] = signs[other], signs[at]
        changed = "".join(signs)
        taken += changed != carried and read(changed, chat=HERE, key=KEY) is not None
    assert taken == 0


@given(st.text(max_size=80))
def test_any_text_is_nobody(text: str) -> None:
    assert read(text, chat=HERE, key=KEY) is None


@given(
    action=st.text(SIGNS, min_size=1, max_size=8),
    ref=st.sampled_from(["", "r" * 22]),
    version=st.integers(0, 9999),
    choice=st.text(SIGNS + ":.", max_size=12),
)
def test_every_button_of_ours_fits(action: str, ref: str, version: int, choice: str) -> None:
    button = Button(says("x"), action, ref=ref, version=version, choice=choice)
    carried = carry(button, chat=HERE, key=KEY)
    assert len(carried.encode()) <= LIMIT
    assert read(carried, chat=HERE, key=KEY) == Pressed(action, ref, version, choice)


def test_a_button_that_is_too_long_is_found_before_telegram_does() -> None:
    with pytest.raises(ButtonTooLong):
        carry(Button(says("x"), "a", ref="r" * 22, choice="é" * 20), chat=HERE, key=KEY)
