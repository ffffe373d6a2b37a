"""The few ASGI pieces that the Bot API's side needs: reading a request whole, answering it, breaking it off."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

ABORT = "simulator.abort"
MOST_BYTES = 60 * 1024 * 1024


class TooLarge(Exception):
    """The request is bigger than any call may be."""


async def read_body(receive: Receive) -> bytes:
    """The whole body. Raises TooLarge, and ConnectionResetError if the other side has gone."""
    first = await receive()
    if first["type"] == "http.request" and not first.get("more_body"):
        body: bytes = first.get("body", b"")
        if len(body) > MOST_BYTES:
            raise TooLarge
        return body
    pieces, size, message = [], 0, first
    while True:
        if message["type"] == "http.disconnect":
            raise ConnectionResetError("the other side has gone")
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > MOST_BYTES:
            raise TooLarge
        if not message.get("more_body"):
            return b"".join(pieces)
        message = await receive()


async def answer(send: Send, status: int, body: bytes, kind: bytes = b"application/json") -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def answer_json(send: Send, status: int, body: Any) -> None:
    await answer(send, status, json.dumps(body).encode())


async def break_off(scope: Scope, receive: Receive) -> None:
    """Close the connection without a word, as a broken network does."""
    abort = scope.get("extensions", {}).get(ABORT)
    if abort is None:
        raise ConnectionResetError("broken off by a fault")
    abort()
    while (await receive())["type"] != "http.disconnect":
        pass
