"""Passing messages on: forwarding and copying, refused for protected ones."""

from collections.abc import Callable
from typing import Any

from simulator.methods.places import the_chat, the_message
from simulator.methods.sending import post
from simulator.model import Json, Message
from simulator.params import Params
from simulator.refusals import bad
from simulator.words import caption_content
from simulator.world import World


def _source(world: World, params: Params, *, missing: str, refused: str) -> Message:
    message = the_message(the_chat(world, params, "from_chat_id"), params, missing)
    if message.protected:
        raise bad(refused)
    return message


def forward_message(world: World, params: Params) -> Json:
    source = _source(
        world,
        params,
        missing="message to forward not found",
        refused="message has protected content and can't be forwarded",
    )
    origin = {"type": "user", "sender_user": world.user_of(source.sender), "date": source.date}
    content = {**source.content, "forward_origin": origin}
    bare = Params({name: value for name, value in params.values.items() if name != "reply_markup"})
    return world.message_of(post(world, bare, content))


def copy_message(world: World, params: Params) -> Json:
    source = _source(
        world,
        params,
        missing="message to copy not found",
        refused="message has protected content and can't be copied",
    )
    content = {name: part for name, part in source.content.items() if name != "forward_origin"}
    if params.has("caption") and "text" not in content:
        content = {name: part for name, part in content.items() if not name.startswith("caption")}
        content |= caption_content(params)
    return {"message_id": post(world, params, content).id}


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "forwardmessage": forward_message,
    "copymessage": copy_message,
}
