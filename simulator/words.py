"""Texts as Telegram keeps them: cleaned, measured, with commands and links found in them."""

import re

from simulator.markup import read_html, utf16
from simulator.model import Json
from simulator.params import Params
from simulator.refusals import CAPTION_TOO_LONG, MESSAGE_EMPTY, MESSAGE_TOO_LONG, bad

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
# Telegram speaks of "characters after entities parsing". UTF-16 units are the stricter reading:
# a text that passes here passes there.

ENTITY_TYPES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), " ") | {13: None}
_WHITE = " \t\n\u00a0\u200b\u2028\u2029"
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)\b(?![/<>])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z0-9_]{4,32})\b"
    r"|(?<!\w)(?P<hashtag>\#\w{1,64})"
)


def clean(text: str) -> str:
    """The text without the characters that Telegram doesn't carry."""
    return text if text.isprintable() else text.translate(_CONTROL)


def found_in(text: str) -> list[Json]:
    """The commands, links and mentions in a text, as Telegram marks them by itself."""
    if not any(sign in text for sign in "/@#"):
        return []
    return [
        {
            "offset": utf16(text[: match.start()]),
            "length": utf16(match.group()),
            "type": match.lastgroup,
        }
        for match in _FOUND.finditer(text)
    ]


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space around it, the entities moved along."""
    kept = text.strip(_WHITE)
    if len(kept) == len(text) or not entities:
        return kept, entities if kept else []
    gone = utf16(text[: len(text) - len(text.lstrip(_WHITE))])
    end = utf16(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - gone)
        stop = min(end, entity["offset"] + entity["length"] - gone)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept, moved


def _given_entities(params: Params, name: str, text: str) -> list[Json]:
    given = params.json(name)
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad("can't parse entities: Array expected" if given else "can't parse entities")
    length = utf16(text)
    entities: list[Json] = []
    for one in given:
        if not isinstance(one, dict):
            raise bad("can't parse MessageEntity: expected an object")
        offset, size, kind = one.get("offset"), one.get("length"), one.get("type")
        if not isinstance(offset, int) or not isinstance(size, int) or not isinstance(kind, str):
            raise bad('can\'t parse entities: Field "type", "offset" or "length" is missing or wrong')
        if kind not in ENTITY_TYPES:
            raise bad("can't parse entities: unsupported type specified")
        if offset < 0 or size < 0 or offset + size > length:
            continue  # Telegram leaves such an entity out without a word.
        if size:
            entities.append(one)
    return entities


def _formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    text = clean(params.text(name))
    mode = params.text("parse_mode").lower()
    if mode == "html":
        text, entities = read_html(text)
    elif mode in ("", "none"):
        entities = _given_entities(params, entities_name, text)
    elif mode in ("markdown", "markdownv2"):
        raise bad("this simulator reads HTML and entities only, not Markdown")
    else:
        raise bad("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities]
    for seen in found_in(text):
        start, stop = seen["offset"], seen["offset"] + seen["length"]
        if all(stop <= left or start >= right for left, right in taken):
            entities.append(seen)
    return text, sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def text_content(params: Params) -> Json:
    """What a text message holds. Raises Refused for an empty, too long or badly marked text."""
    text, entities = _formatted(params, "text", "entities")
    if not text:
        raise bad(MESSAGE_EMPTY)
    if utf16(text) > TEXT_LIMIT:
        raise bad(MESSAGE_TOO_LONG)
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(params: Params) -> Json:
    """What stands under a picture or file; nothing if nothing was given."""
    caption, entities = _formatted(params, "caption", "caption_entities")
    if utf16(caption) > CAPTION_LIMIT:
        raise bad(CAPTION_TOO_LONG)
    content: Json = {"caption": caption} if caption else {}
    if entities:
        content["caption_entities"] = entities
    return content
