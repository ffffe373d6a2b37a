"""Languages that were begun: the sentences that matter most, the rest in Indonesian, phrase by phrase."""

from __future__ import annotations

import pytest

from bot.words import FOLDER, MissingText, keys, render
from cases.languages import BEGUN, LANGUAGES, WHOLE
from cases.phrases import Phrase, says
from tests.bot.test_words import NOW, ZONE, gaps, texts

#: What a frightened person must understand before anything else, with the buttons that stand beneath it.
MATTERS = {
    "welcome", "language-chosen", "urgent-raised", "urgent-again", "alert-by-words", "ask-safe", "safe-ya",
    "safe-tidak", "ask-now", "ask-place-urgent", "ask-village", "ask-phone", "ask-more", "more-lanjut", "more-cukup",
    "heard-story", "kept-voice", "taken-reporter", "button-skip", "button-back", "button-done",
}  # fmt: skip
begun = pytest.mark.parametrize("language", BEGUN)


@begun
def test_what_matters_most_is_said_with_the_same_gaps(language: str) -> None:
    indonesian, here = texts(WHOLE[0]), texts(language)
    assert here.keys() >= MATTERS
    assert [key for key in here if key not in indonesian or gaps(here[key]) != gaps(indonesian[key])] == []


@begun
def test_it_says_that_speakers_have_not_read_it(language: str) -> None:
    for path in (FOLDER / language).glob("*.ftl"):
        assert "BELUM DIPERIKSA PENUTUR" in path.read_text(encoding="utf-8").splitlines()[0]


@begun
def test_what_is_missing_is_said_in_indonesian(language: str) -> None:
    whole = texts(WHOLE[0])
    own = keys(language)
    wrong = []
    for key, message in whole.items():
        phrase = Phrase(key, dict.fromkeys(gaps(message), "x"))
        said, indonesian = (render(phrase, language=spoken, zone=ZONE, now=NOW) for spoken in (language, WHOLE[0]))
        if key not in own and said != indonesian:
            wrong.append(key)
    assert wrong == []
    with pytest.raises(MissingText):
        render(says("no-such-phrase"), language=language, zone=ZONE, now=NOW)


@begun
def test_a_sentence_of_their_own_may_hold_one_of_ours(language: str) -> None:
    note = says("note-and-question", note=says("heard-story"), question=says("ask-when"))
    said = render(note, language=language, zone=ZONE, now=NOW)
    for key, spoken in (("heard-story", language), ("ask-when", WHOLE[0])):
        assert render(says(key), language=spoken, zone=ZONE, now=NOW) in said


def test_every_language_can_be_chosen_by_its_own_name() -> None:
    assert {f"button-language-{language}" for language in LANGUAGES} <= keys("id")
