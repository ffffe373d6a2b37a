"""A message of the house in Telegram's words: whatever its length, it arrives whole and in order (F26, T13)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering import Call, Tongue, calls, split
from cases.messages import Button, ChatId, Message, Panel
from cases.phrases import Phrase, says

TONGUE = Tongue("id", ZoneInfo("Asia/Makassar"), datetime(2026, 11, 20, 6, 3, tzinfo=UTC))
KEY = b"k" * 32
CHAT = ChatId(7)


def story(text: str, **more: object) -> Message:
    return Message(CHAT, says("case-story", number="LU-1", text=text), **more)  # type: ignore[arg-type]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def made(message: Message, **more: object) -> tuple[Call, ...]:
    return calls(message, TONGUE, key=KEY, **more)  # type: ignore[arg-type]


LONG = ("kata " * 2000, "😭" * 4096, "&amp;" * 819, "<b>" * 1500, "a" * 9000, " " * 5000 + "x", "é" * 4096)


@pytest.mark.parametrize("text", LONG)
def test_long_words_come_whole_in_parts_that_fit(text: str) -> None:
    sent = made(story(text, buttons=((Button(says("button-skip"), "a"),),)))
    assert all(call.method == "sendMessage" for call in sent)
    assert all(call.payload["text"].strip() for call in sent)
    if len(sent) > 1:
        assert all("parse_mode" not in call.payload for call in sent)
        assert all(units(call.payload["text"]) <= 4096 for call in sent)
    assert "reply_markup" in sent[-1].payload
    assert not any("reply_markup" in call.payload for call in sent[:-1])


@given(st.text(max_size=300), st.integers(min_value=20, max_value=60))
def test_nothing_but_blanks_is_lost_between_parts(text: str, limit: int) -> None:
    parts = split(text, limit=limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(units(part) <= limit for part in parts)
    assert all(part.strip() for part in parts)


def test_an_edit_is_one_message_however_long() -> None:
    for text in LONG:
        (call,) = made(story(text), edits=5)
        assert call.method == "editMessageText"
        assert call.payload["message_id"] == 5
        assert units(call.payload["text"]) <= 4096 or call.payload.get("parse_mode") == "HTML"
        assert call.payload["reply_markup"] == {"inline_keyboard": []}


def test_a_long_caption_follows_its_file() -> None:
    (short,) = made(story("x", photo_id="f"))
    assert "x" in short.payload["caption"]
    photo, words = made(story("kata " * 250, photo_id="f", protect=True))
    assert (photo.method, words.method) == ("sendPhoto", "sendMessage")
    assert words.payload["text"].count("kata") == 250
    assert photo.payload["protect_content"] is True
    assert words.payload["protect_content"] is True


def test_a_place_comes_before_its_words() -> None:
    where, words = made(story("x", place=(-2.5, 120.3)))
    assert (where.payload["latitude"], where.payload["longitude"]) == (-2.5, 120.3)
    assert "parse_mode" not in where.payload
    assert words.method == "sendMessage"


def test_only_a_repeated_call_says_that_it_is_one() -> None:
    again = TONGUE.words(says("alert-repeated", text=Phrase("button-skip")))
    (call,) = made(Message(CHAT, Phrase("button-skip"), about_alert="a"), repeated=True)
    assert call.payload["text"] == again
    (reply,) = made(Message(CHAT, Phrase("button-skip")), repeated=True)
    assert reply.payload["text"] != again


def test_without_formatting_nothing_is_escaped() -> None:
    (call,) = made(story("<b>x</b> & y"), plain=True)
    assert "parse_mode" not in call.payload
    assert "<b>x</b> & y" in call.payload["text"]


@pytest.mark.parametrize("panel", list(Panel))
def test_every_panel_has_words(panel: Panel) -> None:
    (call,) = made(Message(CHAT, Phrase("button-skip"), panel=panel))
    assert ("reply_markup" in call.payload) == (panel is not Panel.UNCHANGED)


@pytest.mark.parametrize(
    ("part", "method"),
    [("photo", "sendPhoto"), ("voice", "sendVoice"), ("video", "sendVideo"), ("document", "sendDocument")],
)
def test_a_file_that_telegram_has_goes_by_its_number(part: str, method: str) -> None:
    (call,) = made(story("x", **{f"{part}_id": "f"}))
    assert (call.method, call.payload[part]) == (method, "f")
