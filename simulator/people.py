"""What people do with their telephones: write, send, press, block. Each act becomes what the bot would get."""

import secrets

from simulator.files import content_of, sample
from simulator.markup import utf16
from simulator.methods.chats import member_of, tell_membership
from simulator.model import CHANNEL, GROUP, PRIVATE, SUPERGROUP, Chat, Json, Message, Person
from simulator.words import TEXT_LIMIT, clean, found_in
from simulator.world import Query, World

PLACE = {"latitude": -2.5577, "longitude": 120.3242}  # Masamba


class NotPossible(Exception):
    """A real telephone wouldn't let one do this; the text says why."""


def person_of(world: World, number: int) -> Person:
    person = world.people.get(number)
    if person is None:
        raise NotPossible(f"there is no telephone {number}")
    return person


def chat_for(world: World, person: Person, chat_id: int | None) -> Chat:
    """The chat that the person means: the one with the bot unless another is named."""
    chat = world.chats.get(chat_id if chat_id is not None else person.id)
    if chat is None or (chat.kind == PRIVATE and chat.id != person.id):
        raise NotPossible(f"there is no such chat: {chat_id}")
    if chat.kind != PRIVATE and person.id not in chat.members:
        raise NotPossible(f"{person.name} is not in this group")
    return chat


def send(world: World, person: Person, content: Json, *, chat: Chat, reply_to: int | None = None) -> Message:
    """Send something into the chat; the bot gets it if Telegram would give it to a bot."""
    if chat.kind == PRIVATE:
        if person.blocked:
            raise NotPossible(f"{person.name} has blocked the bot")
        person.started = True
    message = world.post(chat, person.id, content, reply_to=reply_to)
    if chat.keyboard and chat.keyboard.get("one_time_keyboard") and chat.kind == PRIVATE:
        chat.keyboard = None
    if _bot_reads(world, chat, message):
        world.deliver("message", world.message_of(message), chat.id)
    return message


def _bot_reads(world: World, chat: Chat, message: Message) -> bool:
    """In groups a bot gets commands, replies to it and mentions of it, and no more."""
    if chat.kind == PRIVATE:
        return True
    if not chat.bot_present:
        return False
    answered = chat.messages.get(message.reply_to or 0)
    text = message.words
    return (
        text.startswith("/")
        or f"@{world.bot.username}" in text
        or (answered is not None and answered.sender == world.bot.id)
    )


def say(world: World, person: Person, text: str, *, chat: Chat, reply_to: int | None = None) -> list[Message]:
    """Write a text. A long one is sent in parts, as a real telephone does."""
    text = clean(text.encode("utf-8", "replace").decode()).strip()
    if not text:
        raise NotPossible("a telephone sends no empty text")
    return [send(world, person, _text(part), chat=chat, reply_to=reply_to) for part in _parts(text)]


def _text(text: str) -> Json:
    entities = found_in(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _parts(text: str) -> list[str]:
    if utf16(text) <= TEXT_LIMIT:
        return [text]
    parts = []
    while text:
        end = min(len(text), TEXT_LIMIT)
        while utf16(text[:end]) > TEXT_LIMIT:
            end -= max(1, (utf16(text[:end]) - TEXT_LIMIT) // 2)
        part, text = text[:end], text[end:]
        if part.strip():
            parts.append(part.strip())
    return parts


def start(world: World, person: Person, payload: str = "") -> list[Message]:
    """Press START, perhaps from a link with a payload. Lifts a block, as the button of a real telephone does."""
    if person.blocked:
        block(world, person, False)
    return say(world, person, f"/start {payload}".strip(), chat=world.chats[person.id])


def send_file(
    world: World,
    person: Person,
    kind: str,
    *,
    chat: Chat,
    content: bytes | None = None,
    size: int | None = None,
    name: str | None = None,
    mime: str | None = None,
    caption: str = "",
) -> Message:
    """Send a picture, voice note, video, document or sticker: given bytes, a declared size, or a small sample."""
    small, its_name, its_mime = sample(kind) if content is None and size is None else (content, "", "")
    _, usual_name, usual_mime = (small, its_name, its_mime) if its_name else sample(kind)
    stored = world.files.store(kind, content=small, size=size, name=name or usual_name, mime=mime or usual_mime)
    described = content_of(stored)
    if caption:
        described["caption"] = clean(caption)[:1024]
    return send(world, person, described, chat=chat)


def share_place(world: World, person: Person, *, chat: Chat, latitude: float, longitude: float) -> Message:
    return send(world, person, {"location": {"latitude": latitude, "longitude": longitude}}, chat=chat)


def share_contact(world: World, person: Person, *, chat: Chat, number: str, name: str, own: bool) -> Message:
    contact: Json = {"phone_number": number, "first_name": name}
    if own:
        contact["user_id"] = person.id
    return send(world, person, {"contact": contact}, chat=chat)


def edit(world: World, person: Person, message_id: int, text: str, *, chat: Chat) -> Message:
    """Change one's own message; the bot gets the edited one."""
    message = chat.living(message_id)
    if message is None or message.sender != person.id:
        raise NotPossible("there is no own message with this number")
    text = clean(text).strip()
    if not text:
        raise NotPossible("a telephone sends no empty text")
    message.content = _text(text) if "text" in message.content else {**message.content, "caption": text}
    message.edited_at = world.clock.stamp()
    world.changed(chat, message)
    if _bot_reads(world, chat, message):
        world.deliver("edited_message", world.message_of(message), chat.id)
    return message


def press(world: World, person: Person, message: Message, payload: str, *, chat: Chat) -> Query:
    """Press a button under a message. A forged payload is passed on as well: clients can send anything."""
    if chat.kind == PRIVATE and person.blocked:
        raise NotPossible(f"{person.name} has blocked the bot")
    query = Query(
        id=str(int.from_bytes(secrets.token_bytes(8), "big") >> 1),
        by=person.id,
        chat_id=chat.id,
        message_id=message.id,
        button=payload,
        at=world.clock.stamp(),
    )
    world.ask(query)
    content = {
        "id": query.id,
        "from": person.user(),
        "message": world.message_of(message),
        "chat_instance": str(chat.id * 7919 + 17),
        "data": payload,
    }
    world.deliver("callback_query", content, chat.id)
    return query


def block(world: World, person: Person, blocked: bool) -> None:
    """Block the bot or let it in again; the bot is told either way."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    chat = world.chats[person.id]
    was, now = ("member", "kicked") if blocked else ("kicked", "member")
    tell_membership(world, chat, person.user(), was=was, now=now)
    world.tell("people")


def add_group(world: World, chat_id: int, title: str, members: list[int], *, kind: str = GROUP) -> Chat:
    """Make a group with the bot in it; the bot is told by the first member."""
    chat = world.add_chat(Chat(chat_id, kind=kind, title=title, members=members))
    if members:
        by = person_of(world, members[0])
        tell_membership(world, chat, by.user(), was="left", now="member")
        if kind == GROUP:
            world.deliver("message", world.message_of(world.post(chat, by.id, {"group_chat_created": True})), chat.id)
    return chat


def change_members(world: World, chat: Chat, member: int, *, present: bool, by: int | None = None) -> None:
    """Let somebody join or leave; the bot itself counts too, by its own number, through `by` or the first member."""
    if member == world.bot.id:
        if chat.bot_present != present and chat.members:
            doer = person_of(world, chat.members[0] if by is None else by)
            if doer.id not in chat.members:
                raise NotPossible(f"{doer.name} is not in this group")
            chat.bot_present = present
            was, now = ("left", "member") if present else ("member", "kicked")
            tell_membership(world, chat, doer.user(), was=was, now=now)
            if present and chat.kind != CHANNEL:
                came = world.post(chat, doer.id, {"new_chat_members": [world.bot.user()]})
                world.deliver("message", world.message_of(came), chat.id)
        world.tell("people")
        return
    person = person_of(world, member)
    before = member_of(world, chat, person.id)
    chat.members = [one for one in chat.members if one != member] + ([member] if present else [])
    if chat.bot_present and before["status"] != member_of(world, chat, person.id)["status"]:
        seen = {
            "chat": world.chat_of(chat),
            "from": person.user(),
            "date": world.clock.stamp(),
            "old_chat_member": before,
            "new_chat_member": member_of(world, chat, person.id),
        }
        world.deliver("chat_member", seen, chat.id)
        noted = {"new_chat_members": [person.user()]} if present else {"left_chat_member": person.user()}
        world.deliver("message", world.message_of(world.post(chat, person.id, noted)), chat.id)
    world.tell("people")


def migrate(world: World, chat: Chat, new_id: int) -> Chat:
    """Turn a group into a supergroup: a new number, and the old one answers with where it went."""
    if chat.kind != GROUP or chat.moved_to is not None:
        raise NotPossible("only a group can become a supergroup, and only once")
    by = person_of(world, chat.members[0]) if chat.members else None
    grown = world.add_chat(Chat(new_id, kind=SUPERGROUP, title=chat.title, members=list(chat.members)))
    if by is not None:
        # The bot is told that it has joined the new one, and never that it left the old one.
        tell_membership(world, grown, by.user(), was="left", now="member")
        moved = world.message_of(world.post(chat, by.id, {"migrate_to_chat_id": new_id}))
        world.deliver("message", moved, chat.id)
        world.deliver("message", world.message_of(world.post(grown, by.id, {"migrate_from_chat_id": chat.id})), new_id)
    chat.moved_to = new_id
    return grown
