"""What people in distress read: short sentences, plain words, no abbreviation without its words.

Which texts these are stands in the files: `### Pelapor` for a whole file, `## Pelapor` and `## Petugas` for a part.
Hard words are listed in `hard_words.txt`, each with a plainer one; `python -m tests.bot.test_reading_ease` prints the
longest sentences and the longest words, to look through.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest
from fluent.syntax import FluentParser, ast

from bot.words import FOLDER, render
from cases.phrases import Phrase
from tests.bot.test_words import NOW, ZONE, gaps

LONGEST, USUAL = 16, 7
#: Everybody says these.
SPOKEN = {"HP", "OK", "MB", "SMS", "SOS", "WIB", "WITA", "WIT", "PDF", "GPS", "ID"}
#: An abbreviation, and the words that must stand beside it.
EXPLAINED = {
    "UU": "tentang",
    "KTP": "kartu",
    "KK": "kartu",
    "SAPA": "Sahabat",
    "GPS": "lokasi",
}
READ_BY = {"Pelapor": True, "Petugas": False}
SENTENCE = re.compile(r"[.!?:;…]+(?=\s|$)|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def of_reporters(language: str = "id") -> Iterator[tuple[str, str]]:
    """Every text that a reporter may read, with its gaps filled."""
    for path in sorted((FOLDER / language).glob("*.ftl")):
        theirs = False
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.ResourceComment | ast.GroupComment) and entry.content:
                theirs = READ_BY.get(entry.content.split()[0].strip(".,:"), theirs)
            if isinstance(entry, ast.Message) and theirs:
                phrase = Phrase(entry.id.name, dict.fromkeys(gaps(entry), "X"))
                yield entry.id.name, render(phrase, language=language, zone=ZONE, now=NOW, markup=False)


def sentences(text: str) -> list[list[str]]:
    found = (WORD.findall(part) for part in SENTENCE.split(text))
    return [words for words in found if words]


def hard_words() -> dict[str, str]:
    lines = (Path(__file__).parent / "hard_words.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" → ", 1) for line in lines if " → " in line)


def test_there_is_something_to_read() -> None:
    assert len(list(of_reporters())) > 200


def test_no_sentence_is_longer_than_one_breath() -> None:
    too_long = {
        key: " ".join(words) for key, text in of_reporters() for words in sentences(text) if len(words) > LONGEST
    }
    assert too_long == {}


def test_sentences_are_short_on_the_whole() -> None:
    lengths = [len(words) for _, text in of_reporters() for words in sentences(text)]
    assert mean(lengths) <= USUAL


def test_no_hard_word_where_there_is_a_plain_one() -> None:
    hard = hard_words()
    found = {
        (key, word): hard[word]
        for key, text in of_reporters()
        for word in map(str.lower, WORD.findall(text))
        if word in hard
    }
    assert found == {}


def test_no_abbreviation_without_its_words() -> None:
    unexplained = {
        (key, short)
        for key, text in of_reporters()
        for short in re.findall(r"\b[A-Z]{2,}\b", text)
        if short not in SPOKEN and EXPLAINED.get(short, "\x00").lower() not in text.lower()
    }
    assert unexplained == set()


@pytest.mark.parametrize(
    ("text", "longest"),
    [("Satu dua. Tiga", 2), ("Apa? Ya: satu dua tiga", 3), ("jam 08.00 pagi", 2), ("dari ujung-ke-ujung\n\nlagi", 2)],
)
def test_what_counts_as_a_sentence(text: str, longest: int) -> None:
    assert max(map(len, sentences(text))) == longest


if __name__ == "__main__":
    every = [(len(words), key, " ".join(words)) for key, text in of_reporters() for words in sentences(text)]
    for length, key, words in sorted(every, reverse=True)[:40]:
        sys.stdout.write(f"{length:3} {key}: {words}\n")
    for word in sorted({w for _, text in of_reporters() for w in WORD.findall(text.lower())}, key=len)[-80:]:
        sys.stdout.write(f"{word} ")
