"""Turns a message of the house into a call of the Bot API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape, unescape
from typing import Any
from zoneinfo import ZoneInfo

from bot import letters
from bot.buttons import carry
from bot.keyboards import fitting
from bot.pictures import as_text
from bot.telegram import Upload
from bot.words import render
from cases.messages import Button, Message, Panel, Style
from cases.phrases import Phrase, says

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

#: Beneath everything that a reporter is asked: help, and out of here.
SAFETY = (("button-urgent", "", Style.DANGER), ("button-exit", "", Style.PLAIN))

#: What stands on the keyboard beneath the text field: rows of (label, what it shares, style).
PANELS: Mapping[Panel, tuple[tuple[tuple[str, str, Style], ...], ...]] = {
    Panel.REPORTER: (SAFETY,),
    Panel.SHARE_CONTACT: ((("button-share-contact", "request_contact", Style.PRIMARY),), SAFETY),
    Panel.SHARE_LOCATION: ((("button-share-location", "request_location", Style.PRIMARY),), SAFETY),
    Panel.STAFF: (
        (
            ("button-my-alerts", "", Style.PLAIN),
            ("button-my-cases", "", Style.PLAIN),
            ("button-roster", "", Style.PLAIN),
        ),
    ),
}

#: Files that Telegram has already, by what a message calls them.
FILES: Mapping[str, str] = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "video": "sendVideo",
    "document": "sendDocument",
}


@dataclass(frozen=True)
class Tongue:
    """In which language, zone and moment something is said."""

    language: str
    zone: ZoneInfo
    now: datetime

    def words(self, phrase: Phrase, *, markup: bool = True) -> str:
        return render(phrase, language=self.language, zone=self.zone, now=self.now, markup=markup)


@dataclass(frozen=True)
class Call:
    """One call of the Bot API."""

    method: str
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Sent:
    """A file that goes out as a `photo`, `voice` or `document`: uploaded, or by Telegram's own number."""

    part: str
    content: Upload | str

    @property
    def method(self) -> str:
        return f"send{self.part.title()}"

    @property
    def is_a_copy(self) -> bool:
        """Whether it was uploaded to be seen: Telegram's number of it can be used again."""
        return self.part == "photo" and isinstance(self.content, Upload)


def calls(
    message: Message,
    tongue: Tongue,
    *,
    key: bytes,
    repeated: bool = False,
    edits: int | None = None,
    plain: bool = False,
    drawn: bytes | None = None,
    made: bytes | None = None,
    sent: Sent | None = None,
) -> tuple[Call, ...]:
    """The calls that bring one message to its chat: one, or several when the words are too long for one.

    A picture goes out as `drawn`, a letter as `made`; where it could not be, what stands on it goes as words. A file
    that somebody sent goes as `sent`.

    `plain` leaves all formatting out: it is the way that is left when Telegram can't read ours. A repeat of an
    alert says so (`repeated`).
    """
    if message.leaves:
        return (Call("leaveChat", {"chat_id": int(message.to)}),)
    phrase = says("alert-repeated", text=message.phrase) if repeated and message.about_alert else message.phrase
    words = tongue.words(phrase, markup=not plain)
    if message.picture is not None and drawn is None:
        said = partial(tongue.words, markup=False)
        words += "\n" + as_text(message.picture, said, language=tongue.language, markup=not plain)
    if message.paper is not None and made is None:
        words = _without_file(message, phrase, tongue, markup=not plain)
    target: dict[str, Any] = {"chat_id": int(message.to)}
    if not plain:
        target["parse_mode"] = "HTML"
    if message.protect and edits is None:
        target["protect_content"] = True
    keyboard = _keyboard(message, tongue, key)
    if edits is not None:
        text = words
        if _length(words) > TEXT_LIMIT:
            target.pop("parse_mode", None)
            text = split(tongue.words(phrase, markup=False), limit=TEXT_LIMIT - 1)[0] + "…"
        inline = keyboard if keyboard and "inline_keyboard" in keyboard else {"inline_keyboard": []}
        return (Call("editMessageText", {**target, "message_id": edits, "text": text, "reply_markup": inline}),)
    markup = {"reply_markup": keyboard} if keyboard else {}
    if message.paper is not None and made is not None:
        letter = Upload(message.paper.name, made)
        return (Call("sendDocument", {**target, "document": letter, "caption": words, **markup}),)
    if drawn is not None:
        return (Call("sendPhoto", {**target, "photo": drawn, "caption": words, **markup}),)
    if message.place is not None:
        latitude, longitude = message.place
        where = {"latitude": latitude, "longitude": longitude}
        bare = {name: value for name, value in target.items() if name != "parse_mode"}
        return (Call("sendLocation", {**bare, **where}), Call("sendMessage", {**target, "text": words, **markup}))
    by_number = tuple(Sent(part, getattr(message, f"{part}_id")) for part in FILES)
    for one in by_number if sent is None else (sent,):
        if one.content:
            brought = {one.part: one.content}
            if _length(words) <= CAPTION_LIMIT:
                return (Call(one.method, {**target, **brought, "caption": words, **markup}),)
            bare = {name: value for name, value in target.items() if name != "parse_mode"}
            return (Call(one.method, {**bare, **brought}), Call("sendMessage", {**target, "text": words, **markup}))
    if _length(words) <= TEXT_LIMIT:
        return (Call("sendMessage", {**target, "text": words, **markup}),)
    target.pop("parse_mode", None)
    whole = tongue.words(phrase, markup=False)
    if message.paper is not None:
        whole = _without_file(message, phrase, tongue, markup=False)
    parts = split(whole)
    first = [Call("sendMessage", {**target, "text": part}) for part in parts[:-1]]
    return (*first, Call("sendMessage", {**target, "text": parts[-1], **markup}))


def _without_file(message: Message, phrase: Phrase, tongue: Tongue, *, markup: bool) -> str:
    """The words of a letter that could not be made: they must not be lost with its file."""
    assert message.paper is not None
    said = tongue.words(phrase, markup=markup), tongue.words(says("letter-not-made"), markup=markup)
    if message.paper.form != "pdf":
        # Its PDF says the same.
        return said[0]
    text = letters.as_text(message.paper)
    return "\n\n".join((*said, escape(text, quote=False) if markup else text))


def _length(words: str) -> int:
    """How long Telegram finds a text of ours: UTF-16 units after the entities were read."""
    return _units(unescape(words))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def split(text: str, *, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in parts that fit, cut between lines or words where there are any (F26)."""
    parts: list[str] = []
    while _units(text) > limit:
        piece = text[: limit // 2]
        cut = max(piece.rfind("\n"), piece.rfind(" "))
        cut = cut if cut > limit // 4 else len(piece)
        parts.append(text[:cut])
        text = text[cut:].lstrip()
    # Telegram refuses a message of nothing but blanks.
    return [part for part in (*parts, text) if part.strip()]


def _keyboard(message: Message, tongue: Tongue, key: bytes) -> dict[str, Any] | None:
    if message.buttons:
        rows = ([_button(b, message, tongue, key) for b in row] for row in message.buttons)
        return {"inline_keyboard": [part for row in rows for part in _fitting(row)]}
    if message.panel is Panel.NONE:
        return {"remove_keyboard": True}
    panel = PANELS.get(message.panel)
    if panel is None:
        return None
    keyboard = [[_panel_button(label, shares, style, tongue) for label, shares, style in row] for row in panel]
    return {"keyboard": keyboard, "is_persistent": True, "resize_keyboard": True}


def _fitting(row: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """One row as it was meant where all its words can be read, else in as many as they need."""
    start = 0
    for many in fitting([button["text"] for button in row]):
        yield row[start : start + many]
        start += many


def _button(button: Button, message: Message, tongue: Tongue, key: bytes) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "text": tongue.words(button.label, markup=False),
        "callback_data": carry(button, chat=message.to, key=key),
    }
    return {**shown, "style": str(button.style)} if button.style else shown


def _panel_button(label: str, shares: str, style: Style, tongue: Tongue) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": tongue.words(says(label), markup=False)}
    if shares:
        shown[shares] = True
    return {**shown, "style": str(style)} if style else shown
