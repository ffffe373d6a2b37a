"""HTML as Telegram reads it: a few tags, strictly nested, turned into a plain text and its entities."""

import re
from dataclasses import dataclass, field

from simulator.model import Json
from simulator.refusals import Refused, bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|(lt|gt|amp|quot));?")
_SPECIAL = re.compile(r"[<&]")
_LANGUAGE = "language-"


def utf16(text: str) -> int:
    """How long Telegram says the text is: in UTF-16 units, so most emoji count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    """Walks over the source once. `at` counts characters, errors speak of bytes as Telegram does."""

    source: str
    at: int = 0
    length: int = 0
    plain: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def wrong(self, why: str, at: int | None = None) -> Refused:
        if at is None:
            return bad(f"can't parse entities: {why}")
        return bad(f"can't parse entities: {why} at byte offset {len(self.source[:at].encode())}")

    def say(self, piece: str) -> None:
        self.plain.append(piece)
        self.length += utf16(piece)

    def read(self) -> None:
        source = self.source
        while self.at < len(source):
            special = _SPECIAL.search(source, self.at)
            if special is None:
                self.say(source[self.at :])
                break
            if special.start() > self.at:
                self.say(source[self.at : special.start()])
            self.at = special.start()
            if source[self.at] == "&":
                self.reference()
            elif source.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise self.wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def reference(self) -> None:
        character, self.at = _decoded(self.source, self.at)
        self.say(character)

    def start_tag(self) -> None:
        begin = self.at
        match = re.compile(r"<([^\s>]*)").match(self.source, begin)
        assert match
        tag = match.group(1).lower()
        self.at = match.end()
        if self.at >= len(self.source):
            raise self.wrong("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self.wrong(f'Unsupported start tag "{tag}"', begin)
        attributes = self.attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.wrong('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdecimal():
            raise self.wrong("Invalid custom emoji identifier specified", begin)
        self.open.append(_Open(tag, self.length, attributes))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        source = self.source
        while True:
            while self.at < len(source) and source[self.at].isspace():
                self.at += 1
            if self.at >= len(source):
                raise self.wrong("Unclosed start tag", begin)
            if source[self.at] == ">":
                self.at += 1
                return found
            named = self.at
            while self.at < len(source) and not source[self.at].isspace() and source[self.at] not in "=>":
                self.at += 1
            name = source[named : self.at].lower()
            if not name:
                raise self.wrong(f'Empty attribute name in the tag "{tag}"', begin)
            while self.at < len(source) and source[self.at].isspace():
                self.at += 1
            if source[self.at : self.at + 1] != "=":
                if name == "expandable" and tag == "blockquote":
                    found[name] = ""
                    continue
                raise self.wrong(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
            self.at += 1
            found[name] = self.value(begin)

    def value(self, begin: int) -> str:
        source = self.source
        while self.at < len(source) and source[self.at].isspace():
            self.at += 1
        if self.at >= len(source):
            raise self.wrong("Unclosed start tag", begin)
        quote = source[self.at]
        if quote not in "\"'":
            match = re.compile(r"[A-Za-z0-9.\-]*").match(source, self.at)
            assert match
            self.at = match.end()
            if self.at < len(source) and not source[self.at].isspace() and source[self.at] != ">":
                raise self.wrong("Unexpected end of name token", begin)
            return match.group().lower()
        self.at += 1
        value: list[str] = []
        while self.at < len(source) and source[self.at] != quote:
            if source[self.at] == "&":
                character, self.at = _decoded(source, self.at)
                value.append(character)
                continue
            value.append(source[self.at])
            self.at += 1
        if self.at >= len(source):
            raise self.wrong("Unclosed start tag", begin)
        self.at += 1
        return "".join(value)

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.wrong("Unexpected end tag", begin)
        match = re.compile(r"</([^\s>]*)\s*").match(self.source, begin)
        assert match
        self.at = match.end()
        if self.source[self.at : self.at + 1] != ">":
            raise self.wrong("Unclosed end tag", begin)
        self.at += 1
        name, last = match.group(1).lower(), self.open.pop()
        if name and name != last.tag:
            raise self.wrong(
                f"Unmatched end tag at byte offset {len(self.source[:begin].encode())}, "
                f'expected "</{last.tag}>", found "</{name}>"'
            )
        if self.length > last.start:
            self.close(last)

    def close(self, last: _Open) -> None:
        entity: Json = {"offset": last.start, "length": self.length - last.start, "type": TAGS[last.tag]}
        if last.tag == "a":
            _link(entity, last.attributes.get("href") or "".join(self.plain)[-entity["length"] :])
        elif last.tag == "tg-emoji":
            entity["custom_emoji_id"] = last.attributes["emoji-id"]
        elif last.tag == "blockquote" and "expandable" in last.attributes:
            entity["type"] = "expandable_blockquote"
        elif last.tag == "code" and last.attributes.get("class", "").startswith(_LANGUAGE):
            if self.open and self.open[-1].tag == "pre":
                self.open[-1].attributes["language"] = last.attributes["class"].removeprefix(_LANGUAGE)
                return
        elif last.tag == "pre" and "language" in last.attributes:
            entity["language"] = last.attributes["language"]
        if entity["type"] != "text_link" or entity.get("url"):
            self.entities.append(entity)


def _link(entity: Json, target: str) -> None:
    person = re.fullmatch(r"tg://user\?id=(\d+)", target)
    if person:
        entity.update(type="text_mention", user={"id": int(person.group(1))})
    elif re.match(r"(https?|tg|ton|tonsite)://\S+$|(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$", target, re.IGNORECASE):
        entity["url"] = target if "://" in target else f"http://{target}/"


def _decoded(source: str, at: int) -> tuple[str, int]:
    """The character written at `at` and where reading goes on. What is no known reference stays as it is."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return "&", at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "&", at + 1
    return chr(code), match.end()


def read_html(source: str) -> tuple[str, list[Json]]:
    """The plain text and the entities. Raises Refused with Telegram's words where the HTML is wrong."""
    if "<" not in source and "&" not in source:
        return source, []
    reader = _Reader(source)
    reader.read()
    return "".join(reader.plain), sorted(reader.entities, key=lambda one: (one["offset"], -one["length"]))
