"""Editing what the bot has said: the text, the caption, the buttons."""

from collections.abc import Callable
from typing import Any

from simulator.keyboards import read_markup
from simulator.methods.places import the_chat, the_message
from simulator.model import Chat, Json, Message
from simulator.params import Params
from simulator.refusals import CANNOT_EDIT, EDIT_NOT_FOUND, NOT_MODIFIED, bad
from simulator.words import caption_content, text_content
from simulator.world import World


def _mine(world: World, params: Params) -> tuple[Chat, Message]:
    """The bot's own message that is meant. One that carried a reply keyboard can't be edited at all."""
    if params.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = the_chat(world, params)
    message = the_message(chat, params, EDIT_NOT_FOUND)
    if message.sender != world.bot.id or (message.markup and "inline_keyboard" not in message.markup):
        raise bad(CANNOT_EDIT)
    return chat, message


def _markup(params: Params) -> Json | None:
    markup = read_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def _change(world: World, chat: Chat, message: Message, content: Json, markup: Json | None) -> Json:
    if content == message.content and markup == message.markup:
        raise bad(NOT_MODIFIED)
    message.content = content
    message.markup = markup
    message.edited_at = world.clock.stamp()
    world.changed(chat, message)
    return world.message_of(message)


def edit_text(world: World, params: Params) -> Json:
    content, markup = text_content(params), _markup(params)
    chat, message = _mine(world, params)
    if "text" not in message.content:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, message, content, markup)


def edit_caption(world: World, params: Params) -> Json:
    caption, markup = caption_content(params), _markup(params)
    chat, message = _mine(world, params)
    if not message.content.keys() & {"photo", "document", "voice", "video"}:
        raise bad("there is no caption in the message to edit")
    kept = {name: part for name, part in message.content.items() if not name.startswith("caption")}
    return _change(world, chat, message, {**kept, **caption}, markup)


def edit_markup(world: World, params: Params) -> Json:
    markup = _markup(params)
    chat, message = _mine(world, params)
    return _change(world, chat, message, message.content, markup)


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
}
