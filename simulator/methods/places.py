"""Where a call goes to: the chat, whether the bot may write there, and the message that it means."""

from simulator.model import PRIVATE, Chat, Message
from simulator.params import Params
from simulator.refusals import BLOCKED, CHAT_NOT_FOUND, NEVER_STARTED, bad, forbidden
from simulator.world import World


def the_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat that is meant. Raises Refused where there is none, or it has moved."""
    if not params.has(name) or params.values.get(name) == "":
        raise bad(f"{name} is empty")
    # Names (@somebody) find only public channels and groups, and there are none here.
    chat = world.chats.get(params.whole(name))
    if chat is None:
        raise bad(CHAT_NOT_FOUND)
    if chat.moved_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    return chat


def may_write(world: World, chat: Chat) -> None:
    """Raises Refused if a message can't reach this chat: blocked, never started, or the bot is not in it."""
    if chat.kind != PRIVATE:
        if not chat.bot_present:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        return
    person = world.people[chat.id]
    if not person.started:
        raise forbidden(NEVER_STARTED)
    if person.blocked:
        raise forbidden(BLOCKED)


def the_message(chat: Chat, params: Params, missing: str, name: str = "message_id") -> Message:
    """The living message that is meant. Raises Refused with `missing` if it isn't there."""
    number = params.whole(name)
    if number <= 0:
        raise bad("message identifier is not specified" if name in params.values else missing)
    found = chat.living(number)
    if found is None:
        raise bad(missing)
    return found
