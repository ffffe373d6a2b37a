"""Deleting: own messages everywhere, the other side's in private chats, and nothing older than 48 hours."""

from collections.abc import Callable
from typing import Any

from simulator.methods.places import the_chat
from simulator.model import PRIVATE, Chat, Message
from simulator.params import Params
from simulator.refusals import CANNOT_DELETE, DELETE_NOT_FOUND, bad
from simulator.world import World

DELETABLE_FOR = 48 * 3600
MOST_AT_ONCE = 100


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    if world.clock.stamp() - message.date >= DELETABLE_FOR:
        return False
    return message.sender == world.bot.id or chat.kind == PRIVATE


def _erase(world: World, chat: Chat, message: Message) -> None:
    message.deleted_at = world.clock.stamp()
    world.changed(chat, message)


def delete_message(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    if params.whole("message_id") <= 0:
        raise bad("message identifier is not specified")
    message = chat.living(params.whole("message_id"))
    if message is None:
        raise bad(DELETE_NOT_FOUND)
    if not _deletable(world, chat, message):
        raise bad(CANNOT_DELETE)
    _erase(world, chat, message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Delete up to a hundred. Those that are gone or too old are passed over without a word, as Telegram does."""
    chat = the_chat(world, params)
    numbers = params.json("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad("too many message identifiers specified")
    for number in numbers:
        message = chat.living(int(number)) if isinstance(number, int | str) and str(number).isdecimal() else None
        if message and _deletable(world, chat, message):
            _erase(world, chat, message)
    return True


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
}
