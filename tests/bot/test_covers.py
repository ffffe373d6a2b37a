"""What goes out unasked says nothing of what this is: every key that the table knows, in every language there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.words import FOLDER, keys, plain
from cases.covers import COVERS, KNOCKS, UNASKED, line, who
from tests.office import world

LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
#: Up to so many letters a word is looked for as a whole: "ppa" stands in Rappang.
SHORT = 4
#: Also these may reach somebody who did not just write, at the edge of their quarter of an hour.
BESIDE = ("nudge", "taken-reporter")


def telling(text: str) -> list[str]:
    """The words of the profile's list that stand in it."""
    said = text.casefold()
    return [
        word
        for word in world().profile.unasked_forbidden
        if (re.search(rf"\b{re.escape(word)}\b", said) if len(word) <= SHORT else word in said)
    ]


def test_the_list_is_long_and_finds_what_it_is_there_for() -> None:
    assert len(world().profile.unasked_forbidden) > 60
    assert telling("Laporan Anda tentang kekerasan sudah dibaca petugas UPTD PPA.") == [
        "kekerasan", "lapor", "petugas", "uptd", "ppa",
    ]  # fmt: skip
    assert telling("Your case was read by an officer") == ["case", "officer"]
    assert telling("Bookcases from Rappang") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [*sorted(UNASKED), *BESIDE])
def test_nothing_unasked_says_what_this_is(key: str, language: str) -> None:
    if key not in keys(language):
        assert language not in ("id", "en")
        return
    assert telling(plain(key, language=language)) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_cover_has_enough_lines_and_none_twice(language: str) -> None:
    for cover, count in COVERS.items():
        lines = {plain(line(cover, nth).key, language=language) for nth in range(count)}
        assert len(lines) == count >= 6
        assert plain(who(cover).key, language=language) not in lines


def test_a_cover_that_is_not_known_any_more_becomes_the_usual_one() -> None:
    assert line("kebun", 3).key in KNOCKS
    assert who("kebun").key in UNASKED


def test_no_line_is_written_that_the_table_does_not_know() -> None:
    text = Path(FOLDER / "id" / "covers.ftl").read_text(encoding="utf-8")
    assert set(re.findall(r"^([\w-]+) =", text, re.MULTILINE)) == UNASKED
