"""Sending: text, pictures, files, places and contacts."""

from collections.abc import Callable
from typing import Any

from simulator.files import UPLOAD_LIMIT, Stored, content_of
from simulator.keyboards import read_markup
from simulator.methods.places import may_write, the_chat
from simulator.model import PRIVATE, Chat, Json, Message
from simulator.params import Params
from simulator.refusals import REPLY_NOT_FOUND, Refused, bad
from simulator.words import caption_content, text_content
from simulator.world import World


def post(world: World, params: Params, content: Json) -> Message:
    """Put a checked content into the chat, with its keyboard. Raises Refused where Telegram would."""
    markup = read_markup(params)
    chat = the_chat(world, params)
    may_write(world, chat)
    reply_to = _reply(chat, params)
    world.limits.count(chat.id, group=chat.kind != PRIVATE)
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = None if markup.get("remove_keyboard") else markup
    return world.post(
        chat,
        world.bot.id,
        content,
        markup=markup,
        silent=params.yes("disable_notification"),
        protected=params.yes("protect_content"),
        reply_to=reply_to,
    )


def _reply(chat: Chat, params: Params) -> int | None:
    given = params.json("reply_parameters")
    if given is None:
        number = params.whole("reply_to_message_id")
        lenient = params.yes("allow_sending_without_reply")
    elif isinstance(given, dict):
        number = given.get("message_id", 0)
        lenient = bool(given.get("allow_sending_without_reply"))
    else:
        raise bad("can't parse reply parameters: expected an Object")
    if not number:
        return None
    if isinstance(number, int) and chat.living(number):
        return number
    if lenient:
        return None
    raise bad(REPLY_NOT_FOUND)


def send_message(world: World, params: Params) -> Json:
    return world.message_of(post(world, params, text_content(params)))


def _file(world: World, params: Params, kind: str) -> Stored:
    """The file that the call brings or names. Raises Refused for nothing, too much or an unknown id."""
    given = params.text(kind)
    upload = params.files.get(given.removeprefix("attach://") if given.startswith("attach://") else kind)
    if upload is None:
        if not given:
            raise bad(f"there is no {kind} in the request")
        known = world.files.by_id.get(given)
        if known is None:
            raise bad("wrong remote file identifier specified: Wrong string length")
        if known.kind != kind:
            raise bad(f"can't use file of type {known.kind.title()} as {kind.title()}")
        return known
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > (UPLOAD_LIMIT if kind != "photo" else 10 * 1024 * 1024):
        raise Refused(413, "Request Entity Too Large")
    return world.files.store(kind, content=upload.content, name=upload.name, mime=upload.mime)


def _send_file(kind: str) -> Callable[[World, Params], Json]:
    def send(world: World, params: Params) -> Json:
        caption = caption_content(params)
        # The chat is looked at before the file is kept: what can't be sent must not pile up.
        may_write(world, the_chat(world, params))
        return world.message_of(post(world, params, {**content_of(_file(world, params, kind)), **caption}))

    return send


def send_location(world: World, params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None:
        raise bad("latitude or longitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("wrong location specified")
    place = {"latitude": latitude, "longitude": longitude}
    return world.message_of(post(world, params, {"location": place}))


def send_contact(world: World, params: Params) -> Json:
    number, name = params.text("phone_number"), params.text("first_name")
    if not number:
        raise bad("phone number is empty")
    if not name:
        raise bad("first name is empty")
    contact = {"phone_number": number, "first_name": name}
    if params.text("last_name"):
        contact["last_name"] = params.text("last_name")
    return world.message_of(post(world, params, {"contact": contact}))


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "sendmessage": send_message,
    "sendphoto": _send_file("photo"),
    "senddocument": _send_file("document"),
    "sendvoice": _send_file("voice"),
    "sendvideo": _send_file("video"),
    "sendsticker": _send_file("sticker"),
    "sendlocation": send_location,
    "sendcontact": send_contact,
}
