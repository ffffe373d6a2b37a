"""Answering a pressed button: the little line that passes by, or the alert that must be closed."""

from collections.abc import Callable
from typing import Any

from simulator.markup import utf16
from simulator.model import Toast
from simulator.params import Params
from simulator.refusals import QUERY_TOO_OLD, bad
from simulator.words import clean
from simulator.world import World

TOAST_LIMIT = 200


def answer_callback_query(world: World, params: Params) -> bool:
    text = clean(params.text("text"))
    if utf16(text) > TOAST_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    query = world.answerable(params.text("callback_query_id"))
    if query is None:
        raise bad(QUERY_TOO_OLD)
    chat = world.chats[query.by]
    world.serial += 1
    chat.toasts.append(Toast(world.serial, query.id, text, params.yes("show_alert")))
    del chat.toasts[:-50]
    world.tell("toast", chat)
    return True


METHODS: dict[str, Callable[[World, Params], Any]] = {"answercallbackquery": answer_callback_query}
