"""Reads what is done in groups and channels: who let the bot in or put it out, commands, and where a group went."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from telegram import Update
from telegram._message import Message as TelegramMessage

from cases.messages import ChatId
from handlers.heard import Doing, Heard, Room

COMMAND_LENGTH = 32
TITLE_LENGTH = 255
OUT = frozenset({"left", "kicked"})


def is_id(value: object, *, private: bool) -> bool:
    """Whether this can be the number of a person, or of a group, which is negative; they have at most 52 bits."""
    return isinstance(value, int) and (0 < value < 2**52 if private else -(2**52) < value < 0)


def room_of(update: Mapping[str, Any]) -> Room | None:
    """The group or channel of an update; None for what is done in private."""
    query = update.get("callback_query")
    parts = (update.get(part) for part in ("message", "edited_message", "my_chat_member"))
    for part in (*parts, query.get("message") if isinstance(query, dict) else None):
        chat = part.get("chat") if isinstance(part, dict) else None
        if isinstance(chat, dict) and chat.get("type") != "private" and is_id(chat.get("id"), private=False):
            title = str(chat.get("title") or "")[:TITLE_LENGTH].replace("\x00", "")
            title = title.encode("utf-8", "replace").decode("utf-8")
            return Room(ChatId(chat["id"]), title, is_channel=chat.get("type") == "channel")
    return None


def hear_in_room(update: Update, room: Room, *, at: datetime) -> Heard:
    """What was done there. Talk is not listened to: a staff group is no place for reports."""
    change = update.my_chat_member
    if change is not None:
        doing = Doing.REMOVED if change.new_chat_member.status in OUT else Doing.ADDED
        return Heard(ChatId(change.from_user.id), doing, at, room=room)
    message = update.message
    if message is None:
        return Heard(room.chat, Doing.IGNORED, at, room=room)
    who = _who(message, room)
    if message.migrate_to_chat_id:
        return Heard(who, Doing.MIGRATED, at, room=_moved(room, room.chat, message.migrate_to_chat_id))
    if message.migrate_from_chat_id:
        return Heard(who, Doing.MIGRATED, at, room=_moved(room, message.migrate_from_chat_id, room.chat))
    begun = message.group_chat_created or message.supergroup_chat_created
    if begun or any(member.is_bot for member in message.new_chat_members):
        # Telegram says it twice, in either order: as a change of membership and as a line in the chat.
        return Heard(who, Doing.ADDED, at, room=room)
    command = command_in(message.text or "")
    return Heard(who, Doing.COMMAND if command else Doing.IGNORED, at, command=command, room=room)


def _moved(room: Room, old: int, new: int) -> Room:
    return Room(ChatId(old), room.title, moved_to=ChatId(new))


def _who(message: TelegramMessage, room: Room) -> ChatId:
    """The person; an anonymous admin or a channel speaks as the room, and so as nobody of ours."""
    if message.sender_chat is not None or message.from_user is None:
        return room.chat
    return ChatId(message.from_user.id)


def command_in(text: str) -> str:
    """The command that a message begins with, without its slash; nothing where there is none."""
    if not (text.startswith("/") and len(text) > 1 and text[1].isalpha()):
        return ""
    return text[1:].split(maxsplit=1)[0].split("@", 1)[0].lower()[:COMMAND_LENGTH]
