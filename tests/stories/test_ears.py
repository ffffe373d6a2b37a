"""What is written freely: one tap makes answers of a story, danger goes first, taking back lowers nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stories.stage import COORDINATOR, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown

STORY = "adik sy 14 thn dipukul bapak tiri td malam di baebunta, sekarang sembunyi di rumah nenek"
CALM_STORY = "tetangga saya sering dipukul suaminya, terakhir minggu lalu di baebunta"
FRESH = 890_000_000


@pytest.fixture
def numbers() -> Iterator[int]:
    return iter(range(FRESH, FRESH + 100))


def alerts(story: Stage) -> int:
    """How many alert cards have been sent to the first officer."""
    sent = story.simulator.journal(method="sendMessage", chat_id=OFFICER, delivered=True)
    return sum(shown("alert-call") in entry["text"] for entry in sent)


def test_a_story_is_confirmed_with_one_tap(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.say(STORY)
    for person in (officer, story.phone(SECOND)):
        assert "DARURAT" in person.wait_for(shown("alert-call"), button=shown("button-take"), after=0)["text"]
    told = reporter.wait_for(shown("alert-by-words"), after=0)["text"]
    assert told.index("110") < told.index("119") < told.index("Petugas kami sudah diberi tahu")
    caught = reporter.wait_for(shown("ask-caught"), button=shown("caught-ya"), after=0)["text"]
    assert "14 tahun" in caught
    assert "Baebunta" in caught
    reporter.press(shown("caught-ya"))
    reporter.wait_for(shown("ask-place-urgent"))
    # No screen of an emergency holds more than eight buttons: Baebunta stands on the third.
    reporter.press(shown("button-other-choices"))
    reporter.wait_for(button="Seko", after=0)
    reporter.press(shown("button-other-choices"), after=0)
    reporter.press("Baebunta", after=0)
    reporter.wait_for(shown("ask-village"))
    officer.press(shown("button-take"), after=0)
    officer.wait_for(shown("alert-yours"), after=0)
    officer.press(shown("button-look"), after=0)
    told = officer.wait_for("14 tahun", after=0)["text"]
    assert shown("doer-tiri") in told
    assert "KTA" in officer.wait_for("KTA", after=0)["text"]


def test_taking_back_is_answered_and_told_and_lowers_nothing(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.say(STORY)
    officer.wait_for(shown("alert-call"), button=shown("button-take"), after=0)
    officer.press(shown("button-take"), after=0)
    officer.wait_for(shown("alert-yours"), after=0)
    for words, key, told in (
        ("batal kak", "cancel", "menulis: batal"),
        ("maaf salah kirim", "mistake", "menulis: salah kirim"),
        ("sudah aman", "calmed", "menulis: sudah aman"),
    ):
        reporter.say(words)
        reporter.wait_for(shown(f"remark-{key}-called"), after=0)
        assert "Tidak ada yang diturunkan" in officer.wait_for(told, after=0)["text"]
    officer.press(shown("button-look"), after=0)
    assert "DARURAT" in officer.wait_for("DARURAT", after=0)["text"]


def test_while_nobody_holds_it_the_leads_hear_that_it_was_taken_back(story: Stage) -> None:
    story.phone(REPORTER).say(STORY)
    story.phone(OFFICER).wait_for(shown("alert-call"), after=0)
    story.phone(REPORTER).say("salah kirim")
    for person in (OFFICER, SECOND, COORDINATOR):
        story.phone(person).wait_for(shown("withdrawn-mistake"), after=0)


def test_a_voice_note_goes_to_a_person_unless_all_is_calm(story: Stage, numbers: Iterator[int]) -> None:
    calm = story.simulator.add_phone(next(numbers), "Tenang")
    calm.start()
    calm.wait_for(shown("ask-safe"))
    calm.press(shown("safe-ya"))
    calm.wait_for(shown("ask-who"))
    calm.send("voice")
    calm.wait_for(shown("kept-voice"))
    assert alerts(story) == 0
    uneasy = story.simulator.add_phone(next(numbers), "Takut")
    uneasy.start()
    uneasy.wait_for(shown("ask-safe"))
    uneasy.press(shown("safe-tidak"))
    uneasy.wait_for(shown("ask-now"))
    uneasy.send("voice")
    uneasy.wait_for(shown("passed-to-person"), after=0)
    story.phone(OFFICER).wait_for(shown("alert-call"), button=shown("button-take"), after=0)


def test_a_voice_that_nobody_has_heard_reaches_a_person_in_the_end(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.send("voice")
    reporter.wait_for(shown("ask-safe"), after=0)
    reporter.send("location", latitude=-2.55, longitude=120.32)
    reporter.wait_for(shown("kept-location"), after=0)
    assert not officer.screen()
    story.simulator.advance(minutes=31)
    officer.press(shown("button-take"), after=0)
    officer.wait_for(shown("report-yours"), after=0)
    officer.press(shown("button-look"), after=0)
    officer.wait_for("maps.google.com/?q=-2.55,120.32", after=0)


def test_danger_in_a_caption_an_edit_and_a_command_is_heard(story: Stage, numbers: Iterator[int]) -> None:
    words = "dia di depan pintu bawa parang tolong"
    captioned, changed, commanding = (story.simulator.add_phone(next(numbers), "Seseorang") for _ in range(3))
    captioned.send("photo", caption=words)
    captioned.wait_for(shown("alert-by-words"), after=0)
    said = changed.say("halo kak")
    changed.wait_for(shown("ask-safe"), after=0)
    changed.edit(said["message_id"], words)
    changed.wait_for(shown("alert-by-words"), after=0)
    commanding.say(f"/tolong {words}")
    commanding.wait_for(shown("alert-by-words"), after=0)
    story.phone(OFFICER).wait_for(shown("alert-call"), after=0)


def test_a_mere_question_is_answered_without_a_case(story: Stage, numbers: Iterator[int]) -> None:
    curious = story.simulator.add_phone(next(numbers), "Seseorang")
    for words, key in (
        ("jam berapa buka kak?", "answer-hours"),
        ("cara urus akta kelahiran di mana", "answer-papers"),
        ("apa hak korban kdrt?", "answer-rights"),
    ):
        curious.say(words)
        curious.wait_for(shown(key), after=0)
    story.simulator.advance(hours=2)
    assert not any(shown("nudge") in message["text"] for message in curious.screen())
    assert not story.phone(OFFICER).screen()
    curious.press(shown("button-new-report"), after=0)
    curious.wait_for(shown("ask-safe"))


def test_a_question_after_danger_is_part_of_the_story(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    reporter.press(shown("safe-tidak"))
    reporter.wait_for(shown("ask-now"))
    reporter.say("apa hak saya sebagai korban kdrt?")
    reporter.wait_for(shown("ask-now"))
    assert not any(shown("answer-rights") in message["text"] for message in reporter.screen())


def test_a_joke_is_answered_once_and_never_shuts_the_door(story: Stage, numbers: Iterator[int]) -> None:
    joker = story.simulator.add_phone(next(numbers), "Seseorang")
    joker.say("wkwkwk cuma iseng")
    joker.wait_for(shown("joke-heard"), after=0)
    story.simulator.advance(hours=2)
    joker.say(CALM_STORY)
    joker.wait_for(shown("welcome-heard"), after=0)
    joker.wait_for(shown("ask-caught"), after=0)
    assert sum(shown("joke-heard") in message["text"] for message in joker.screen()) == 1
    assert not any(shown("nudge") in message["text"] for message in joker.screen())
