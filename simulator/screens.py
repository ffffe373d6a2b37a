"""What one sees on a telephone: the messages, oldest to newest, with buttons, marks and passing lines."""

from dataclasses import asdict
from datetime import UTC, datetime

from simulator.model import PRIVATE, Chat, Json, Message, Person
from simulator.world import World

_KINDS = ("text", "photo", "voice", "video", "document", "sticker", "location", "contact")


def _moment(stamp: int | None) -> str | None:
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC).isoformat()


def message_on_screen(world: World, message: Message) -> Json:
    """One message as it is shown."""
    content = message.content
    kind = next((one for one in _KINDS if one in content), "notice")
    shown: Json = {
        "serial": message.serial,
        "message_id": message.id,
        "chat_id": message.chat_id,
        "from": world.user_of(message.sender),
        "from_bot": message.sender == world.bot.id,
        "kind": kind,
        "text": message.words,
        "entities": content.get("entities") or content.get("caption_entities") or [],
        "buttons": message.inline,
        "date": _moment(message.date),
        "edited": message.edited_at is not None,
        "edited_at": _moment(message.edited_at),
        "deleted": message.deleted_at is not None,
        "protected": message.protected,
        "silent": message.silent,
        "forwarded": "forward_origin" in content,
        "reply_to": message.reply_to,
    }
    if kind == "notice":
        shown["notice"] = next(iter(content), "")
    elif kind != "text":
        part = content[kind]
        shown[kind] = part[-1] if kind == "photo" else part
    return shown


def chat_on_screen(world: World, chat: Chat, *, after: int = 0) -> Json:
    """A chat as it is shown, or only what changed in it after a serial."""
    fresh = [one for one in chat.messages.values() if one.serial > max(after, chat.cleared)]
    return {
        "serial": world.serial,
        "chat": world.chat_of(chat),
        "messages": [message_on_screen(world, one) for one in fresh],
        "keyboard": keyboard_on_screen(chat),
        "toasts": [asdict(toast) for toast in chat.toasts if toast.serial > after],
        "pinned": chat.pinned,
    }


def keyboard_on_screen(chat: Chat) -> Json | None:
    """The keys under the input field, or the wish for a reply."""
    return chat.keyboard


def phone_on_list(world: World, person: Person) -> Json:
    """A person as the list of telephones shows them."""
    groups = [
        {"id": chat.id, "title": chat.title}
        for chat in world.chats.values()
        if chat.kind != PRIVATE and person.id in chat.members and chat.moved_to is None
    ]
    return {**asdict(person), "groups": groups}


def everything(world: World) -> Json:
    """What the page needs to draw itself."""
    return {
        "bot": world.bot.user(),
        "commands": next((said for key, said in world.bot.commands.items() if '"default"' in key), []),
        "clock": world.clock.reading(),
        "phones": [phone_on_list(world, person) for person in world.people.values() if person.shown],
        "groups": [
            {"id": chat.id, "title": chat.title, "kind": chat.kind, "members": chat.members, "bot": chat.bot_present}
            for chat in world.chats.values()
            if chat.kind != PRIVATE
        ],
        "limits": world.limits.on,
        "faults": world.faults.listing(),
        "pending_updates": len(world.updates.queue),
        "webhook": world.webhook.url,
        "serial": world.serial,
    }


def find(chat: Chat, *, text: str | None, button: str | None, after: int, by: int | None) -> Message | None:
    """The newest shown message changed after a serial, with these words and a button with those."""
    for serial, message in reversed(chat.lately):
        if serial <= after:
            return None
        if message.serial != serial or message.deleted_at is not None:
            continue
        if by is not None and message.sender != by:
            continue
        if text is not None and text not in message.words:
            continue
        if button is None or any(button in one["text"] for row in message.inline for one in row):
            return message
    return None
