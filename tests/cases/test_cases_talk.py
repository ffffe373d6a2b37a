"""What an officer's words are looked through for, the profile's sentences, and when something may be said."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.case import CaseRef
from cases.messages import ChatId
from cases.safe_contact import IN_CHAT, may_say_now
from cases.staff import StaffId
from cases.talk import Talk, TalkRef, TalkState
from cases.talk_words import SAYINGS, concerns
from tests.cases.stage import CHAT, NOON, profile

SECOND = timedelta(seconds=1)
SAID = (
    ("blame", "Kenapa tidak pergi?"),
    ("blame", "kenapa ibu nggak lapor dari dulu"),
    ("blame", "Itu kesalahan Anda sendiri"),
    ("blame", "Why didn't you leave?"),
    ("patience", "Sabar ya Bu"),
    ("patience", "Tenang saja"),
    ("promise", "Ini pasti selesai"),
    ("promise", "dia pasti akan ditangkap"),
    ("promise", "Kami jamin aman"),
    ("doubt", "Apakah Anda yakin?"),
    ("offender", "Menurut pelaku itu tidak benar"),
    ("peace", "Lebih baik berdamai saja demi anak"),
)
HARMLESS = (
    "Ini bukan salah Anda.",
    "Bukan kesalahan Anda, dan bukan salahmu.",
    "Kami yakin pada Anda.",
    "Apakah Anda aman sekarang?",
    "Kalau tidak aman, telepon 110 atau 129.",
    "Kami datang pukul 10.",
    "Kesabaran Anda kami hargai.",
)
RISKY = (
    ("phone", "Telepon saya di 0812-3456-7890"),
    ("phone", "+62 812 3456 789"),
    ("address", "Kami tunggu di Jl. Sultan Hasanuddin"),
    ("address", "Rumah aman ada di sana"),
    ("name", "Apakah Siti sudah pulang?"),
)


@pytest.mark.parametrize(("key", "text"), SAID)
def test_a_saying_that_hurts_gets_its_hint(key: str, text: str) -> None:
    assert key in concerns(text).sayings


def test_every_kind_of_saying_is_tried() -> None:
    assert {key for key, _ in SAYINGS} == {key for key, _ in SAID}


@pytest.mark.parametrize("text", HARMLESS)
def test_kind_words_pass(text: str) -> None:
    assert not concerns(text, ["Siti Aminah", "Al"])


@pytest.mark.parametrize(("risk", "text"), RISKY)
def test_what_gives_somebody_away_is_asked_about(risk: str, text: str) -> None:
    assert concerns(text, ["Siti Aminah"]).risks == (risk,)


def test_the_sentences_of_the_profile_pass_the_same_look() -> None:
    every = profile().sentences
    assert len(every) >= 14
    for one in every:
        for child in (False, True):
            for language in ("id", "en"):
                words = one.said(language, child=child)
                assert not concerns(words), (one.key, words)
                assert 0 < len(words) <= 300
    assert any(one.words != one.child for one in every)


@pytest.mark.parametrize(
    ("heard", "left", "may"),
    [
        (None, None, False),
        (timedelta(0), None, True),
        (IN_CHAT, None, True),
        (IN_CHAT + SECOND, None, False),
        (SECOND, timedelta(0), False),
        (SECOND, SECOND, False),
        (SECOND, 2 * SECOND, True),
    ],
)
def test_only_while_the_phone_is_in_their_hand(heard: timedelta | None, left: timedelta | None, may: bool) -> None:
    """`heard` and `left` are so long ago."""
    heard_at = None if heard is None else NOON - heard
    left_at = None if left is None else NOON - left
    assert may_say_now(heard_at=heard_at, left_at=left_at, now=NOON) is may


@pytest.mark.parametrize(
    ("state", "ours", "theirs"),
    [
        (TalkState.DRAFT, "officer", None),
        (TalkState.WAITING, "reporter", None),
        (TalkState.SAID, "reporter", "unit"),
        (TalkState.DELIVERED, "reporter", None),
        (TalkState.READ, None, "unit"),
        (TalkState.ANSWERED, None, None),
        (TalkState.FAILED, None, None),
        (TalkState.DROPPED, None, None),
    ],
)
def test_who_has_something_to_do_with_it_still(state: TalkState, ours: str | None, theirs: str | None) -> None:
    for by, waits in ((StaffId(1), ours), (None, theirs)):
        talk = Talk(TalkRef("t"), CaseRef("c"), ChatId(CHAT), NOON, by, state=state)
        assert talk.waits_for == waits
