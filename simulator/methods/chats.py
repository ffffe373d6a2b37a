"""Chats and who is in them; pinned messages, reactions, and the line that says somebody is writing."""

from collections.abc import Callable
from typing import Any

from simulator.methods.places import may_write, the_chat, the_message
from simulator.model import PRIVATE, Chat, Json
from simulator.params import Params
from simulator.refusals import CHAT_NOT_FOUND, bad, forbidden
from simulator.world import World

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_chat_action(world: World, params: Params) -> bool:
    if params.text("action").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    may_write(world, the_chat(world, params))
    return True


def get_chat(world: World, params: Params) -> Json:
    chat = the_chat(world, params)
    if chat.kind != PRIVATE and not chat.bot_present:
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.kind == PRIVATE and not world.people[chat.id].started:
        raise bad(CHAT_NOT_FOUND)
    told = {**world.chat_of(chat), "accent_color_id": 0, "max_reaction_count": 11}
    if chat.pinned and (pinned := chat.living(chat.pinned[-1])):
        told["pinned_message"] = world.message_of(pinned, deep=False)
    return told


def member_of(world: World, chat: Chat, user_id: int) -> Json:
    """Somebody as Telegram's ChatMember."""
    here = chat.bot_present if user_id == world.bot.id else user_id in chat.members or user_id == chat.id
    return {"user": world.user_of(user_id), "status": "member" if here else "left"}


def tell_membership(world: World, chat: Chat, by: Json, *, was: str, now: str) -> None:
    """The bot hears what became of its own membership, and by whom."""

    def itself(status: str) -> Json:
        banned = {"until_date": 0} if status == "kicked" else {}
        return {"user": world.bot.user(), "status": status, **banned}

    content = {
        "chat": world.chat_of(chat),
        "from": by,
        "date": world.clock.stamp(),
        "old_chat_member": itself(was),
        "new_chat_member": itself(now),
    }
    world.deliver("my_chat_member", content, chat.id)


def get_chat_member(world: World, params: Params) -> Json:
    chat, user_id = the_chat(world, params), params.whole("user_id")
    if user_id != world.bot.id and user_id not in world.people:
        raise bad("invalid user_id specified" if user_id <= 0 else "PARTICIPANT_ID_INVALID")
    return member_of(world, chat, user_id)


def get_chat_member_count(world: World, params: Params) -> int:
    chat = the_chat(world, params)
    return 2 if chat.kind == PRIVATE else len(chat.members) + chat.bot_present


def leave_chat(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    if chat.kind == PRIVATE:
        raise bad("chat member status can't be changed in private chats")
    if not chat.bot_present:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    chat.bot_present = False
    tell_membership(world, chat, world.bot.user(), was="member", now="left")
    world.tell("people")
    return True


def pin(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    message = the_message(chat, params, "message to pin not found")
    chat.pinned = [one for one in chat.pinned if one != message.id] + [message.id]
    world.tell("message", chat, message)
    return True


def unpin(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    number = params.whole("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    return True


def set_reaction(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    the_message(chat, params, "message to react not found")
    reactions = params.json("reaction")
    if reactions is not None and not isinstance(reactions, list):
        raise bad("can't parse reaction types JSON object")
    return True


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "sendchataction": send_chat_action,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatmembercount": get_chat_member_count,
    "leavechat": leave_chat,
    "pinchatmessage": pin,
    "unpinchatmessage": unpin,
    "setmessagereaction": set_reaction,
}
