"""What a button carries: its action, the thing it belongs to and a seal, so that no press can be forged (T11).

`v|action|ref|version|choice|seal` in at most 64 bytes, Telegram's limit. The seal is an HMAC over all of it and the
chat it was sent to: a press from another chat, or one that was changed, is nobody's.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

from cases.messages import Button, ChatId

LIMIT = 64
SEAL_BYTES = 8
FORM = "1"


@dataclass(frozen=True)
class Pressed:
    """What a genuine button said."""

    action: str
    ref: str
    version: int
    choice: str


class ButtonTooLong(ValueError):
    """The button would carry more than Telegram's 64 bytes."""


def carry(button: Button, *, chat: ChatId, key: bytes) -> str:
    """The callback data of a button in that chat."""
    version = str(button.version) if button.version else ""
    body = "|".join((FORM, button.action, button.ref, version, button.choice))
    carried = f"{body}|{_seal(body, chat, key)}"
    if len(carried.encode()) > LIMIT:
        raise ButtonTooLong(f"{button.action} {button.choice}")
    return carried


def read(carried: str, *, chat: ChatId, key: bytes) -> Pressed | None:
    """What the button said, or None if it is not one that we sent to this chat."""
    body, _, seal = carried.rpartition("|")
    if not hmac.compare_digest(seal.encode("utf-8", "replace"), _seal(body, chat, key).encode()):
        return None
    parts = body.split("|")
    if len(parts) != 5 or parts[0] != FORM:
        return None
    _, action, ref, version, choice = parts
    return Pressed(action, ref, int(version or 0), choice)


def _seal(body: str, chat: ChatId, key: bytes) -> str:
    digest = hmac.new(key, f"{chat}|{body}".encode("utf-8", "replace"), sha256).digest()
    return urlsafe_b64encode(digest[:SEAL_BYTES]).rstrip(b"=").decode()
