"""Our line to Telegram: updates as they came, and one verb for sending, whose answers are values, not exceptions.

The addresses hold the token, so nothing of an error's text leaves this file.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

os.environ.setdefault("PTB_TIMEDELTA", "1")

import httpx
import telegram
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

#: Short enough that polling is alive again within a minute when the network comes back without a word (F11).
POLL_SECONDS = 25
#: How much longer than its poll an answer may take.
ANSWER_SECONDS = 5
#: More than all hands that send: those of the dispatcher, of the presses, and who tells the operators.
SENDING_LINES = 48
PATIENCE_FOR_A_LINE = 15.0
#: Every kind of update there is, so that nothing is dropped at Telegram before it is a row here.
WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]


@dataclass(frozen=True)
class Upload:
    """A file of ours, and the name under which it is seen on the phone."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Delivered:
    """Telegram has it. `file_id` is its number of the file that went along, if one did."""

    message_id: int | None
    file_id: str = ""


@dataclass(frozen=True)
class Busy:
    """429: this chat wants to be left alone for so many seconds."""

    wait: float


@dataclass(frozen=True)
class Gone:
    """403, or a chat that is not there: this person can't be written to."""

    why: str


@dataclass(frozen=True)
class Unsure:
    """No answer, or not one that says no: it may or may not have been delivered. `doubt`: it rather was, the request
    had gone out, and what came back was not a server in trouble."""

    why: str
    sent_perhaps: bool
    doubt: bool = False


@dataclass(frozen=True)
class Refused:
    """400: Telegram will never take it like this. `why` is one of a few known words."""

    why: str


@dataclass(frozen=True)
class Moved:
    """The group is a supergroup by now and has this number."""

    to: int


Reply = Delivered | Busy | Gone | Unsure | Refused | Moved

#: Parts of Telegram's error texts and what they mean to us; the first that fits.
REFUSALS: tuple[tuple[str, Reply], ...] = (
    ("chat not found", Gone("not_found")),
    ("user is deactivated", Gone("deactivated")),
    ("bot was blocked", Gone("blocked")),
    ("not enough rights", Gone("no_rights")),
    ("have no rights", Gone("no_rights")),
    ("chat_write_forbidden", Gone("no_rights")),
    ("chat was deactivated", Gone("deactivated")),
    ("not modified", Delivered(None)),
    ("message to edit not found", Refused("edit")),
    ("message can't be edited", Refused("edit")),
    ("message to delete not found", Delivered(None)),
    ("message can't be deleted", Refused("delete")),
    ("query is too old", Delivered(None)),
    ("query id is invalid", Delivered(None)),
    ("can't parse entities", Refused("entities")),
    ("message is too long", Refused("too_long")),
    ("caption is too long", Refused("too_long")),
    ("wrong file", Refused("file")),
    ("file reference", Refused("file")),
    ("button_data_invalid", Refused("button")),
)

#: From so many bytes on an upload gets more time than other calls.
LARGE = 500_000
UPLOAD_SECONDS = 180.0
#: The name under which a drawn picture is uploaded; on a phone it is seen when the picture is kept.
PICTURE = "angka.png"

#: Nothing went out at all; whatever else broke, Telegram may have had the message by then.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
#: The whole request went out, and what was to come back did not.
ANSWER_LOST = (httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError)


@dataclass(frozen=True)
class Found:
    """Where a file can be fetched for an hour, and how large it is said to be. The address holds the token."""

    address: str = field(repr=False)
    size: int


class NotToBeHad(Exception):
    """Telegram is there, but will not give this file. `why`: gone, too_big."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class PollingClash(Exception):
    """409: another program polls with the same token, or a webhook is set."""


class TokenRefused(Exception):
    """401 or 404: Telegram does not know this token."""


class Away(Exception):
    """Telegram can't be reached or is not well. `wait` is set when it said how long."""

    def __init__(self, why: str, wait: float = 0) -> None:
        super().__init__(why)
        self.wait = wait


def _to_send() -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=SENDING_LINES, read_timeout=15, connect_timeout=5, pool_timeout=PATIENCE_FOR_A_LINE
    )


def _to_poll() -> HTTPXRequest:
    return HTTPXRequest(connection_pool_size=2, connect_timeout=5)


class Line(telegram.Bot):
    """python-telegram-bot's client with updates kept as Telegram sent them, so that no odd one spoils a batch."""

    def __init__(self, token: str, api_url: str) -> None:
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=_to_send(),
            get_updates_request=_to_poll(),
        )
        self._known_as = ""
        self._on_answer: Callable[[], None] = lambda: None

    @property
    def known_as(self) -> str:
        """The bot's user name, as far as Telegram has told it."""
        return self._known_as

    def on_answer(self, called: Callable[[], None]) -> None:
        """From now on call this whenever Telegram answers, be it with a refusal that concerns one chat alone."""
        self._on_answer = called

    async def connect(self) -> None:
        for request in self._request:
            await request.initialize()

    async def disconnect(self) -> None:
        for request in self._request:
            await request.shutdown()

    async def poll_anew(self) -> None:
        """Forget the connections of polling: after a network that swallowed everything they may be dead (F11)."""
        old, self._request = self._request[0], (_to_poll(), self._request[1])
        await self._request[0].initialize()
        await _put_away(old)

    async def _send_anew(self, used: BaseRequest) -> None:
        if used is self._request[1]:
            self._request = (self._request[0], _to_send())
            await self._request[1].initialize()
            await _put_away(used)

    async def who_am_i(self) -> str:
        """The bot's user name. Raises TokenRefused or Away."""
        answer = await self._ask("getMe", {})
        self._known_as = str(answer.get("username", ""))
        return self._known_as

    async def webhook(self) -> str:
        """Where updates go instead of to us; we never set such an address (T6). Raises TokenRefused or Away."""
        answer = await self._ask("getWebhookInfo", {})
        return str(answer.get("url", ""))

    async def updates(self, offset: int | None, *, timeout: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """What is waiting at Telegram; everything below `offset` is forgotten there by this very call.

        Raises PollingClash, TokenRefused or Away.
        """
        wanted = {"offset": offset, "timeout": timeout, "allowed_updates": WANTED, "limit": 100}
        found = await self._ask("getUpdates", wanted, read_timeout=timeout + ANSWER_SECONDS)
        return [update for update in found if isinstance(update, dict)] if isinstance(found, list) else []

    async def say(self, method: str, payload: Mapping[str, Any]) -> Reply:
        """Call one sending method. Bytes and files are uploaded. Never raises for what Telegram says."""
        told = {name: _uploaded(value) for name, value in payload.items()}
        used = self._request[1]
        try:
            result = await self._post(method, told, **_patience(payload))
        except (TelegramError, ValueError) as error:
            self._heard(error)
            if isinstance(error.__cause__, httpx.PoolTimeout):
                # There are more lines than hands: where none is free, some were never given back.
                await self._send_anew(used)
            return _reply(error)
        self._on_answer()
        if not isinstance(result, dict):
            return Delivered(None)
        return Delivered(result.get("message_id"), _file_id(result))

    async def can_reach(self, chat: int) -> bool:
        """Whether the bot may write to this person, without writing anything."""
        reply = await self.say("sendChatAction", {"chat_id": chat, "action": "typing"})
        return isinstance(reply, Delivered)

    async def locate(self, file_id: str) -> Found:
        """Where a file lies. Raises NotToBeHad for what Telegram will not give, TokenRefused or Away."""
        try:
            answer = await self._post("getFile", {"file_id": file_id}, read_timeout=15)
        except BadRequest as error:
            if _somebody_elses(error):
                raise Away("unreadable") from None
            raise NotToBeHad("too_big" if "too big" in str(error).lower() else "gone") from None
        except (InvalidToken, TelegramError, ValueError) as error:
            raise Away(type(error).__name__, _seconds(error) if isinstance(error, RetryAfter) else 0) from None
        self._on_answer()
        path = str(answer.get("file_path") or "") if isinstance(answer, dict) else ""
        if not path or ".." in path or path.startswith("/"):
            raise NotToBeHad("gone")
        return Found(f"{self.base_file_url}/{quote(path)}", int(answer.get("file_size") or 0))

    async def _ask(self, method: str, payload: dict[str, Any], *, read_timeout: float = 15) -> Any:
        try:
            answer = await self._post(method, payload, read_timeout=read_timeout)
        except Conflict:
            self._on_answer()
            raise PollingClash from None
        except InvalidToken as error:
            if _somebody_elses(error):
                raise Away("unreadable") from None
            raise TokenRefused from None
        except RetryAfter as error:
            self._heard(error)
            raise Away("busy", _seconds(error)) from None
        except (TelegramError, ValueError) as error:
            raise Away(type(error).__name__) from None
        self._on_answer()
        return answer

    def _heard(self, error: Exception) -> None:
        """A refusal that is Telegram's own shows that it is there; a token that it refuses helps nobody."""
        if isinstance(error, RetryAfter | Forbidden | BadRequest | ChatMigrated) and not _somebody_elses(error):
            self._on_answer()


def _file_id(message: Mapping[str, Any]) -> str:
    """Telegram's number of the file in a message; of a photo's sizes the largest."""
    for part in ("photo", "voice", "document"):
        found = message.get(part)
        found = found[-1] if isinstance(found, list) and found else found
        if isinstance(found, dict):
            return str(found.get("file_id") or "")
    return ""


def _patience(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A large file may take its time on a thin line."""
    large = any(isinstance(value, Upload) and len(value.content) > LARGE for value in payload.values())
    return {"write_timeout": UPLOAD_SECONDS, "read_timeout": UPLOAD_SECONDS} if large else {}


def _uploaded(value: Any) -> Any:
    """Pictures and files of ours as python-telegram-bot wants them."""
    if isinstance(value, bytes):
        return telegram.InputFile(value, filename=PICTURE)
    return telegram.InputFile(value.content, filename=value.name) if isinstance(value, Upload) else value


async def _put_away(request: BaseRequest) -> None:
    # Saying goodbye to somebody who does not answer must not take long.
    with suppress(TimeoutError, httpx.HTTPError):
        async with asyncio.timeout(5):
            await request.shutdown()


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait if isinstance(wait, int) else wait.total_seconds()


def _somebody_elses(error: Exception) -> bool:
    """Whether a refusal is not Telegram's: a proxy's or a provider's page says nothing of a person or a token."""
    return isinstance(error.__cause__, TelegramError)


def _reply(error: Exception) -> Reply:
    said = str(error).lower()
    if _somebody_elses(error):
        return Unsure("unreadable", sent_perhaps=True)
    match error:
        case RetryAfter():
            return Busy(_seconds(error))
        case Forbidden():
            return Gone("blocked" if "blocked" in said else "forbidden")
        case BadRequest():
            return next((reply for part, reply in REFUSALS if part in said), Refused("other"))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case NetworkError():
            why = "timed_out" if isinstance(error, TimedOut) else "network"
            gone_out = not isinstance(error.__cause__, NOT_SENT)
            return Unsure(why, sent_perhaps=gone_out, doubt=isinstance(error.__cause__, ANSWER_LOST))
        case InvalidToken():
            return Unsure("token", sent_perhaps=False)
        case _:
            return Unsure(type(error).__name__, sent_perhaps=True, doubt=True)
