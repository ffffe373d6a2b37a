"""The codes catch every slip that people make, words are compared as people remember them, and tries only slow down."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cases.receipt import (
    AT_ONCE,
    LONGEST_WAIT,
    OBVIOUS,
    check_digit,
    digits_in,
    in_groups,
    is_whole,
    may_be_a_word,
    names_in,
    normal_word,
    wait_after,
    why_not,
)
from handlers.refs import new_join_code, new_receipt

CODES = some.sampled_from((7, 15)).flatmap(lambda n: some.text("0123456789", min_size=n, max_size=n))


def test_the_check_digit_is_damms() -> None:
    assert check_digit("572") == "4"


@given(digits=CODES)
@settings(max_examples=60)
def test_every_wrong_digit_and_every_swap_of_neighbours_is_caught(digits: str) -> None:
    code = digits + check_digit(digits)
    assert is_whole(code)
    for at in range(len(code)):
        for other in "0123456789":
            assert (other == code[at]) is is_whole(code[:at] + other + code[at + 1 :])
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert (swapped == code) is is_whole(swapped)


def test_codes_are_new_each_time_and_read_as_they_are_shown() -> None:
    for make, length in ((new_receipt, 16), (new_join_code, 8)):
        made = {make() for _ in range(200)}
        assert len(made) == 200
        assert all(is_whole(code) and len(code) == length for code in made)
        assert all(digits_in(in_groups(code)) == code for code in made)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("1234 5678 9012 3456", "1234567890123456"),
        (" 1234-5678.9012–3456\n", "1234567890123456"),
        ("1234 5678 9012 345x", ""),
        ("LU-2026-0001", ""),
        ("", ""),
        ("٣٤٥٦", ""),
    ],
)
def test_a_code_is_read_with_what_people_put_between(typed: str, digits: str) -> None:
    assert digits_in(typed) == digits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pohon Jeruk", "pohonjeruk"),
        ("POHON-jéruk!", "pohon jeruk"),
        ("  pohon   jeruk ", "Pohon Jeruk"),
        ("Straße", "STRASSE"),
    ],
)
def test_a_word_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert normal_word(one) == normal_word(other) != ""


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("abc", "short"),
        ("", "short"),
        ("x" * 41, "long"),
        ("Kata Sandi", "obvious"),
        ("1234", "obvious"),
        ("zzzzzz", "obvious"),
        ("anisa", "name"),
        ("Nur Anisa", "name"),
        ("anisa99", "name"),
        ("nasi goreng", ""),
    ],
)
def test_which_words_are_not_to_be_chosen(word: str, why: str) -> None:
    assert why_not(normal_word(word), names_in("Nur Anisa")) == why


def test_fifty_obvious_words_are_written_as_words_are_compared() -> None:
    assert len(OBVIOUS) >= 50
    assert all(normal_word(word) == word for word in OBVIOUS)


def test_what_is_told_or_asked_is_no_word() -> None:
    assert may_be_a_word("pohon jeruk di belakang")
    assert not may_be_a_word("pohon jeruk di belakang rumah")
    assert not may_be_a_word("sudah dibaca?")
    assert not may_be_a_word("")


def test_the_first_five_wrong_tries_are_answered_at_once_and_none_waits_longer_than_an_hour() -> None:
    waits = [wait_after(wrong) for wrong in range(200)]
    assert waits[:AT_ONCE] == [timedelta()] * 5
    assert waits[AT_ONCE] == timedelta(minutes=1)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT == timedelta(minutes=12)
