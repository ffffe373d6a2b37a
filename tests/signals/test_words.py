"""Spelling, roots, negation and figures of speech: the tables at work."""

import pytest

from triage.signals.lexicon import nearest, root, spelling, split
from triage.signals.reading import rows
from triage.signals.scope import idioms, modes, negated
from triage.signals.words import cut


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("sy", "saya"), ("tdk", "tidak"), ("nda", "tidak"), ("skrg", "sekarang"), ("TLG", "tolong"),
        ("tolonggg", "tolong"), ("anak2", "anak"), ("prkosa", "perkosa"), ("ngmuk", "ngamuk"), ("bojoku", "suami"),
        ("ta’", "ta"), ("pu\u200bkul", "pukul"), ("Ｔｏｌｏｎｇ", "tolong"),
    ],
)  # fmt: skip
def test_standard_spelling(written: str, standard: str) -> None:
    assert [word.standard for word in cut(written)] == [standard]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dipukul", "pukul"), ("memukuli", "pukul"), ("nacekikka", "cekik"), ("menyiksa", "siksa"),
        ("sembunyika", "sembunyi"), ("dikejarnya", "kejar"), ("mengancam", "ancam"), ("kepala", "kepala"),
    ],
)  # fmt: skip
def test_roots(word: str, expected: str) -> None:
    assert root(word) == expected


def test_words_run_together_are_cut() -> None:
    assert split("sayasudah") == ("saya", "sudah")
    assert split("anaksaya") == ("anak", "saya")
    assert split("xyzzy") == ()


def test_a_near_miss_of_danger_is_found_and_nothing_of_nonsense() -> None:
    assert nearest("pngsan") == ("pingsan",)
    assert nearest("qwertz") == ()


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("tidak pernah dicekik", {"pernah", "dicekik"}),
        ("bukan dipukul, cuma dimarahi", {"dipukul"}),
        ("dia tidak berhenti memukul", set()),
        ("tidak ada yang memukul saya", {"ada", "yang", "memukul", "saya"}),
        ("saya tidak bisa keluar", set()),
    ],
)
def test_the_reach_of_a_negation(text: str, reached: set[str]) -> None:
    words = cut(text)
    assert {word.written for word, under in zip(words, negated(words), strict=True) if under} == reached


def test_figures_of_speech_and_tales() -> None:
    assert idioms(cut("mati lampu lagi")) == [True, True, False]
    assert set(modes(cut("film itu bunuh orang"))) == {"rekaan"}
    told = modes(cut("dulu dipukul sekarang aman"))
    assert told == ["dulu", "dulu", "", ""]


def test_no_way_of_writing_stands_for_two_words() -> None:
    seen: dict[str, str] = {}
    for standard, *ways in rows("triage.signals.tables", "spelling.tsv"):
        for way in " ".join(ways).split():
            assert seen.setdefault(way, standard) == standard, way
    assert spelling()["saya"] == "saya"
