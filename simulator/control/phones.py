"""Telephones: the list, what people do with them, what they show, and waiting for something to appear."""

import base64
import itertools
from typing import Any

from simulator import people
from simulator.control.requests import Act, Asked
from simulator.model import Chat, Json, Message, Person
from simulator.people import NotPossible, chat_for, person_of
from simulator.screens import chat_on_screen, everything, find, message_on_screen, phone_on_list


async def listing(asked: Asked) -> Any:
    return everything(asked.world)["phones"]


async def add(asked: Asked) -> Any:
    """Add a telephone. With `replaces`, it takes the place of another one, whose person is put away."""
    world = asked.world
    old = person_of(world, asked.need("replaces", int)) if asked.get("replaces", int) else None
    number = asked.get("id", int) or next(n for n in itertools.count(1001) if n not in world.people)
    if number in world.people and world.people[number].shown:
        raise NotPossible(f"there is a telephone {number} already")
    if not 0 < number < 2**52 or number == world.bot.id:
        raise ValueError("id must be a positive number of a person")
    person = Person(
        id=number,
        name=asked.get("name", str, old.name if old else f"Orang {number}"),
        username=asked.get("username", str),
        role=asked.get("role", str, old.role if old else ""),
        started=asked.get("started", bool, False),
        language=asked.get("language", str, "id"),
    )
    if old is None:
        world.add_person(person)
    else:
        world.put_in_place_of(old, person)
    return phone_on_list(world, person)


async def remove(asked: Asked) -> Any:
    _person(asked).shown = False
    asked.world.tell("people")
    return {"ok": True}


def _person(asked: Asked) -> Person:
    return person_of(asked.world, int(asked.path["phone"]))


def _chat(asked: Asked) -> Chat:
    return chat_for(asked.world, _person(asked), asked.get("chat_id", int))


def _sent(asked: Asked, before: int, *messages: Message) -> Json:
    return {
        "serial": before,
        "message_ids": [one.id for one in messages],
        "message_id": messages[-1].id if messages else None,
    }


async def say(asked: Asked) -> Any:
    before = asked.world.serial
    sent = people.say(
        asked.world,
        _person(asked),
        asked.need("text", str),
        chat=_chat(asked),
        reply_to=asked.get("reply_to", int),
    )
    return _sent(asked, before, *sent)


async def start(asked: Asked) -> Any:
    before = asked.world.serial
    return _sent(asked, before, *people.start(asked.world, _person(asked), asked.get("payload", str, "")))


def _file(kind: str) -> Act:
    async def act(asked: Asked) -> Any:
        before = asked.world.serial
        encoded = asked.get("content", str)
        message = people.send_file(
            asked.world,
            _person(asked),
            kind,
            chat=_chat(asked),
            content=base64.b64decode(encoded, validate=True) if encoded is not None else None,
            size=asked.get("size", int),
            name=asked.get("name", str),
            mime=asked.get("mime", str),
            caption=asked.get("caption", str, ""),
        )
        return _sent(asked, before, message)

    return act


async def location(asked: Asked) -> Any:
    before = asked.world.serial
    place = {name: asked.get(name, float, usual) for name, usual in people.PLACE.items()}
    return _sent(asked, before, people.share_place(asked.world, _person(asked), chat=_chat(asked), **place))


async def contact(asked: Asked) -> Any:
    before, person = asked.world.serial, _person(asked)
    number, name = asked.get("number", str, f"+62812{person.id:07d}"), asked.get("name", str, person.name)
    own = asked.get("own", bool, asked.get("number", str) is None)
    sent = people.share_contact(asked.world, person, chat=_chat(asked), number=number, name=name, own=own)
    return _sent(asked, before, sent)


async def edit(asked: Asked) -> Any:
    before = asked.world.serial
    number, text = asked.need("message_id", int), asked.need("text", str)
    return _sent(asked, before, people.edit(asked.world, _person(asked), number, text, chat=_chat(asked)))


async def press(asked: Asked) -> Any:
    """Press a button: by its visible text, by its hidden payload, or by a forged one with `forged`."""
    world, chat, before = asked.world, _chat(asked), asked.world.serial
    text, payload = asked.get("text", str), asked.get("data", str)
    message, hidden = _button(
        chat, asked.get("message_id", int), text, payload, forged=asked.get("forged", bool, False)
    )
    query = people.press(world, _person(asked), message, hidden, chat=chat)
    return {"serial": before, "message_id": message.id, "query_id": query.id, "data": hidden}


def _button(
    chat: Chat, number: int | None, text: str | None, payload: str | None, *, forged: bool
) -> tuple[Message, str]:
    if forged and payload is not None:
        newest = next((one for one in reversed(chat.messages.values())), None)
        message = chat.messages.get(number) if number is not None else newest
        if message is None:
            raise NotPossible("there is no such message")
        return message, payload
    among = reversed(chat.messages.values()) if number is None else [m for m in [chat.living(number)] if m]
    for message in among:
        if message.deleted_at is not None or message.serial <= chat.cleared:
            continue
        buttons = [one for row in message.inline for one in row if "callback_data" in one]
        exact = [one for one in buttons if text == one["text"] or (text is None and payload == one["callback_data"])]
        near = [one for one in buttons if text is not None and text in one["text"]]
        for one in exact or near:
            return message, one["callback_data"]
    raise NotPossible(f"there is no button {text or payload!r} on the screen")


async def key(asked: Asked) -> Any:
    """Press a key under the input field: it sends its text, or the contact or place that it asks for."""
    chat, wanted, before = _chat(asked), asked.need("text", str), asked.world.serial
    found = _key(chat, wanted)
    if found is None:
        raise NotPossible(f"there is no key {wanted!r} under the input field")
    if found.get("request_contact"):
        return await contact(asked.instead(chat_id=chat.id))
    if found.get("request_location"):
        return await location(asked.instead(chat_id=chat.id))
    return _sent(asked, before, *people.say(asked.world, _person(asked), found["text"], chat=chat))


def _key(chat: Chat, wanted: str) -> Json | None:
    keys: list[Json] = [one for row in (chat.keyboard or {}).get("keyboard", []) for one in row]
    exact = [one for one in keys if one["text"] == wanted]
    return next(iter(exact or [one for one in keys if wanted in one["text"]]), None)


async def wait_key(asked: Asked) -> Any:
    """The key under the input field, as soon as it is there; else null."""
    chat, wanted = _chat(asked), asked.need("text", str)
    return await asked.world.bells.wait(chat.id, lambda: _key(chat, wanted), timeout=asked.timeout())


async def block(asked: Asked) -> Any:
    people.block(asked.world, _person(asked), True)
    return {"ok": True}


async def unblock(asked: Asked) -> Any:
    people.block(asked.world, _person(asked), False)
    return {"ok": True}


async def clear(asked: Asked) -> Any:
    """Delete the chat on this telephone; the bot isn't told, as Telegram doesn't."""
    chat = _chat(asked)
    chat.cleared = asked.world.serial
    chat.keyboard = None
    asked.world.tell("people", chat)
    return {"ok": True}


async def screen(asked: Asked) -> Any:
    return chat_on_screen(asked.world, _chat(asked), after=asked.get("after", int, 0))


async def wait(asked: Asked) -> Any:
    """The newest message with these words and button, as soon as there is one after a serial; else null."""
    world, chat = asked.world, _chat(asked)
    after, text, button = asked.get("after", int, 0), asked.get("text", str), asked.get("button", str)
    by = None if asked.get("anybody", bool, False) else world.bot.id

    def look() -> Message | None:
        return find(chat, text=text, button=button, after=max(after, chat.cleared), by=by)

    found = await world.bells.wait(chat.id, look, timeout=asked.timeout())
    return {"message": message_on_screen(world, found) if found else None, "serial": world.serial}


async def wait_toast(asked: Asked) -> Any:
    """The newest line or alert that a pressed button answered, after a serial; else null."""
    world, chat = asked.world, asked.world.chats[_person(asked).id]
    after, text = asked.get("after", int, 0), asked.get("text", str, "")
    found = await world.bells.wait(
        chat.id,
        lambda: next((one for one in reversed(chat.toasts) if one.serial > after and text in one.text), None),
        timeout=asked.timeout(),
    )
    shown = {"text": found.text, "alert": found.alert, "serial": found.serial} if found else None
    return {"toast": shown, "serial": world.serial}


ACTS: dict[str, Act] = {
    "say": say,
    "start": start,
    "photo": _file("photo"),
    "voice": _file("voice"),
    "video": _file("video"),
    "document": _file("document"),
    "sticker": _file("sticker"),
    "location": location,
    "contact": contact,
    "edit": edit,
    "press": press,
    "key": key,
    "block": block,
    "unblock": unblock,
    "clear": clear,
}
VIEWS: dict[str, Act] = {"screen": screen, "wait": wait, "toast": wait_toast, "key": wait_key}
