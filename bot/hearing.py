"""Reads an update as Telegram sent it into what the house understands; never raises for what it doesn't know."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from telegram import Update
from telegram._message import Message as TelegramMessage

from bot.buttons import read
from bot.rendering import PANELS
from bot.rooms import command_in, is_id, room_of
from bot.rooms import hear_in_room as _in_room
from bot.words import plain
from cases.languages import LANGUAGES
from cases.messages import ChatId
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing, Heard, Room


@cache
def _panel_keys() -> Mapping[str, str]:
    """What the keys beneath the text field say, in every language, and the action each stands for."""
    labels = {label for rows in PANELS.values() for row in rows for label, shares, _ in row if not shares}
    return {plain(label, language=spoken): label.removeprefix("button-") for label in labels for spoken in LANGUAGES}


def chat_of(update: Mapping[str, Any]) -> int | None:
    """Whose turn in the queue an update is: the person's, or the group's; None for what has neither."""
    for part in ("message", "edited_message", "my_chat_member"):
        chat = (update.get(part) or {}).get("chat") if isinstance(update.get(part), dict) else None
        if isinstance(chat, dict) and is_id(chat.get("id"), private=chat.get("type") == "private"):
            return int(chat["id"])
    query = update.get("callback_query")
    person = query.get("from") if isinstance(query, dict) else None
    if isinstance(person, dict) and is_id(person.get("id"), private=True):
        return int(person["id"])
    return None


def message_of(update: Mapping[str, Any]) -> int | None:
    """The number of what a person wrote to the bot alone; None for everything else."""
    for part in ("message", "edited_message"):
        said = update.get(part)
        chat = said.get("chat") if isinstance(said, dict) else None
        if isinstance(said, dict) and isinstance(chat, dict) and chat.get("type") == "private":
            number = said.get("message_id")
            return number if isinstance(number, int) and 0 < number < 1 << 53 else None
    return None


def said_at(update: Mapping[str, Any]) -> datetime | None:
    """When the person did it, by Telegram's clock. Of a press only the age of what it stands under is told: it came
    after that, and is taken to be as old."""
    query = update.get("callback_query")
    within = query if isinstance(query, dict) else update
    for part in ("message", "edited_message", "my_chat_member"):
        said = within.get(part)
        if isinstance(said, dict):
            moment = said.get("edit_date", said.get("date"))
            # A message that Telegram does not show any more has the date 0.
            return datetime.fromtimestamp(moment, UTC) if isinstance(moment, int) and 0 < moment < 1 << 40 else None
    return None


def hear_update(payload: bytes, *, at: datetime, key: bytes, groups: Iterable[tuple[ChatId, ...]] = ()) -> Heard | None:
    """What one update means. None, or IGNORED, is silence by design: unknown kinds, talk in groups.

    `groups` are the numbers that each known group has and had: old buttons carry old numbers.
    """
    raw = json.loads(payload)
    chat = chat_of(raw)
    if chat is None:
        return None
    update = Update.de_json(raw, None)
    here = ChatId(chat)
    room = room_of(raw)
    if room is not None and update.callback_query is None:
        return _in_room(update, room, at=at)
    if update.my_chat_member is not None:
        blocked = update.my_chat_member.new_chat_member.status in ("kicked", "left")
        return Heard(here, Doing.BLOCKED if blocked else Doing.UNBLOCKED, at)
    if update.callback_query is not None:
        chats = next((chats for chats in groups if room is not None and room.chat in chats), ())
        return _pressed(update, here, room, at=at, key=key, chats=chats)
    if update.edited_message is not None:
        edited = update.edited_message
        return Heard(here, Doing.EDITED, at, answer=_answer(edited), message=edited.message_id)
    if update.message is not None:
        return _said(update.message, here, at=at)
    return Heard(here, Doing.IGNORED, at)


def _pressed(
    update: Update, chat: ChatId, room: Room | None, *, at: datetime, key: bytes, chats: tuple[ChatId, ...]
) -> Heard:
    query = update.callback_query
    assert query is not None
    shown_in = dict.fromkeys((room.chat, *chats) if room is not None else (chat,))
    readings = (read(query.data or "", chat=one, key=key) for one in shown_in)
    pressed = next((reading for reading in readings if reading is not None), None)
    if pressed is None:
        return Heard(chat, Doing.FORGED, at, press_id=query.id, room=room)
    step, _, choice = pressed.choice.partition(":")
    return Heard(
        chat,
        Doing.PRESSED,
        at,
        answer=Answer(Kind.PRESS, step=step, choice=choice) if pressed.action == "a" else None,
        action=pressed.action,
        ref=pressed.ref,
        version=pressed.version,
        choice=pressed.choice,
        press_id=query.id,
        room=room,
        message=query.message.message_id if query.message is not None else 0,
    )


def _said(message: TelegramMessage, chat: ChatId, *, at: datetime) -> Heard:
    text = message.text or ""
    language = message.from_user.language_code or "" if message.from_user else ""
    where: dict[str, Any] = {
        "language": language,
        "message": message.message_id,
        "replies_to": message.reply_to_message.message_id if message.reply_to_message is not None else 0,
    }
    command = command_in(text)
    if command:
        return Heard(chat, Doing.COMMAND, at, command=command, answer=_answer(message), **where)
    if text in _panel_keys():
        return Heard(chat, Doing.PRESSED, at, action=_panel_keys()[text], **where)
    return Heard(chat, Doing.SAID, at, answer=_answer(message), **where)


def _text(message: TelegramMessage) -> Answer:
    return Answer(Kind.TEXT, text=clean(message.text or ""))


def _photo(message: TelegramMessage) -> Answer:
    best = max(message.photo, key=lambda size: size.width * size.height)
    return _file(Kind.PHOTO, message, best, "image/jpeg")


def _file(kind: Kind, message: TelegramMessage, file: Any, mime: str | None) -> Answer:
    return Answer(
        kind,
        text=clean(message.caption or ""),
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        name=clean(getattr(file, "file_name", None) or ""),
        size=file.file_size or 0,
        mime=clean(mime or ""),
    )


def _one_file(kind: Kind, part: str) -> Callable[[TelegramMessage], Answer]:
    def read_file(message: TelegramMessage) -> Answer:
        file = getattr(message, part)
        return _file(kind, message, file, getattr(file, "mime_type", ""))

    return read_file


def _place(message: TelegramMessage) -> Answer:
    place = message.location
    assert place is not None
    return Answer(Kind.LOCATION, latitude=place.latitude, longitude=place.longitude)


def _contact(message: TelegramMessage) -> Answer:
    contact = message.contact
    assert contact is not None
    return Answer(Kind.CONTACT, phone=clean(contact.phone_number))


#: Part of a message → how it is read; the first that is there.
PARTS: tuple[tuple[str, Callable[[TelegramMessage], Answer]], ...] = (
    ("text", _text),
    ("photo", _photo),
    ("voice", _one_file(Kind.VOICE, "voice")),
    ("audio", _one_file(Kind.VOICE, "audio")),
    ("video", _one_file(Kind.VIDEO, "video")),
    ("video_note", _one_file(Kind.VIDEO, "video_note")),
    ("animation", _one_file(Kind.VIDEO, "animation")),
    ("document", _one_file(Kind.DOCUMENT, "document")),
    ("location", _place),
    ("contact", _contact),
)


def _answer(message: TelegramMessage) -> Answer:
    for part, reading in PARTS:
        if getattr(message, part):
            return reading(message)
    return Answer(Kind.OTHER, text=clean(message.caption or ""))


def clean(text: str) -> str:
    """The text as typed, but for signs that no database or screen can hold: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
