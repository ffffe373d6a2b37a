"""The Bot API's side: `/bot<token>/<method>` and `/file/bot<token>/<path>`, with faults where asked for."""

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.asgi import Receive, Scope, Send, TooLarge, answer, answer_json, break_off, read_body
from simulator.faults import Fault
from simulator.files import DOWNLOAD_LIMIT
from simulator.methods import JOURNALLED, METHODS
from simulator.params import Params
from simulator.reading import read_params
from simulator.refusals import WEBHOOK_ACTIVE, Refused, not_found, unauthorized
from simulator.world import World

LONGEST_POLL = 50
DOWNLOAD = "file"
_PATH = re.compile(r"/bot(?P<token>\d{1,20}:[A-Za-z0-9_-]+)(?:/test)?/(?P<method>[^/]+)/?")
_FILE = re.compile(r"/file/bot(?P<token>\d{1,20}:[A-Za-z0-9_-]+)/(?P<path>.+)")
_BROKEN = b"<html>\r\n<head><title>%d Bad Gateway</title></head>\r\n<body><center>nginx</center></body>\r\n</html>"


class Api:
    """Answers a bot as Telegram would."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._token = world.bot.token.encode()
        self._kinds: dict[str, Callable[[_Call, Fault], Awaitable[None]]] = {
            "busy": _busy,
            "error": _error,
            "hang": _hang,
            "lost_answer": _lost_answer,
            "reset": _reset,
            "malformed": _malformed,
            "flood": _flood,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        match = _PATH.fullmatch(path) or _FILE.fullmatch(path)
        if match is None:
            await answer_json(send, 404, not_found().body())
        elif not hmac.compare_digest(match["token"].encode(), self._token):
            await answer_json(send, 401, unauthorized().body())
        elif match.re is _FILE:
            await self._answer(_Call(self.world, DOWNLOAD, Params({"path": match["path"]}), scope, receive, send))
        else:
            await self._read(match["method"].lower(), scope, receive, send)

    async def _read(self, method: str, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await read_body(receive)
            params = read_params(scope["query_string"], _content_type(scope), body)
        except ConnectionResetError:
            return
        except TooLarge:
            await answer_json(send, 413, Refused(413, "Request Entity Too Large").body())
        except Refused as refused:
            await answer_json(send, refused.code, refused.body())
        else:
            await self._answer(_Call(self.world, method, params, scope, receive, send))

    async def _answer(self, call: "_Call") -> None:
        fault = self.world.faults.for_call(call.method, call.params.whole("chat_id"))
        if fault is not None:
            await self._kinds[fault.kind](call, fault)
            return
        await call.answer()


class _Call:
    """One call of a method, with what is needed to do it, answer it or let it go wrong."""

    __slots__ = ("fault", "method", "params", "receive", "scope", "send", "world")

    def __init__(self, world: World, method: str, params: Params, scope: Scope, receive: Receive, send: Send) -> None:
        self.world, self.method, self.params = world, method, params
        self.scope, self.receive, self.send = scope, receive, send
        self.fault: str | None = None

    async def do(self) -> tuple[int, bytes]:
        """Do what the method does; the status and the answer."""
        try:
            if self.method == DOWNLOAD:
                return 200, self._download()
            if self.method == "getupdates":
                return 200, b'{"ok":true,"result":' + await self._poll() + b"}"
            function = METHODS.get(self.method)
            if function is None:
                raise not_found()
            result = function(self.world, self.params)
        except Refused as refused:
            self._note(None, refused.code)
            return refused.code, json.dumps(refused.body()).encode()
        self._note(result, None)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def answer(self) -> None:
        """Do it and say what came of it."""
        status, said = await self.do()
        stream = self.method == DOWNLOAD and status == 200
        await answer(self.send, status, said, b"application/octet-stream" if stream else b"application/json")

    def _download(self) -> bytes:
        stored = self.world.files.by_path.get(self.params.values["path"])
        if stored is None or stored.size > DOWNLOAD_LIMIT:
            raise not_found()
        return b"".join(stored.chunks())

    async def _poll(self) -> bytes:
        if self.world.webhook.url:
            raise Refused(409, WEBHOOK_ACTIVE)
        kinds = self.params.json("allowed_updates")
        if isinstance(kinds, list):
            self.world.updates.allowed = frozenset(str(kind) for kind in kinds) or None
        limit = self.params.whole("limit", 100)
        return await self.world.updates.poll(
            offset=self.params.whole("offset"),
            limit=limit if 1 <= limit <= 100 else 100,
            timeout=min(LONGEST_POLL, max(0, self.params.whole("timeout"))),
        )

    def _note(self, result: Any, error_code: int | None) -> None:
        if self.method not in JOURNALLED:
            return
        message_id = result.get("message_id") if isinstance(result, dict) else self.params.whole("message_id")
        self.world.journal.write(
            self.method,
            chat_id=self.params.whole("chat_id") or None,
            message_id=message_id or None,
            text=_words(result) or _words(self.params.values),
            at=self.world.clock.now().isoformat(),
            error_code=error_code,
            fault=self.fault,
            delivered=error_code is None,
        )

    def missed(self, fault: Fault) -> None:
        """Note a call that never took effect."""
        self.fault = fault.kind
        self._note(None, fault.status if fault.kind == "error" else 429 if fault.kind == "busy" else 0)


def _words(result: Any) -> str:
    return str(result.get("text") or result.get("caption") or "") if isinstance(result, dict) else ""


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value, "latin-1")
    return ""


async def _busy(call: _Call, fault: Fault) -> None:
    call.missed(fault)
    why = f"Too Many Requests: retry after {fault.retry_after}"
    await answer_json(call.send, 429, Refused(429, why, retry_after=fault.retry_after).body())


async def _error(call: _Call, fault: Fault) -> None:
    call.missed(fault)
    await answer(call.send, fault.status, _BROKEN % fault.status, b"text/html")


async def _hang(call: _Call, fault: Fault) -> None:
    """Say nothing until the other side gives up, or for the given seconds, and then do it after all.

    When the fault is taken away, what still hangs is broken off: nothing of it ever came through.
    """
    call.fault = fault.kind
    gone = asyncio.create_task(_gone(call))
    lifted = asyncio.create_task(call.world.faults.taken_away(fault).wait())
    try:
        done, _ = await asyncio.wait((gone, lifted), timeout=fault.seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        lifted.cancel()
        gone.cancel()
    if not done:
        await call.answer()
        return
    call.missed(fault)
    if gone not in done:
        await break_off(call.scope, call.receive)


async def _gone(call: _Call) -> None:
    while (await call.receive())["type"] != "http.disconnect":
        pass


async def _lost_answer(call: _Call, fault: Fault) -> None:
    call.fault = fault.kind
    await call.do()
    await break_off(call.scope, call.receive)


async def _reset(call: _Call, fault: Fault) -> None:
    call.missed(fault)
    await break_off(call.scope, call.receive)


async def _flood(call: _Call, fault: Fault) -> None:
    """More than was announced, and more than a bot may have; of other methods the answer alone."""
    call.fault = fault.kind
    if call.method != DOWNLOAD:
        await call.answer()
        return
    await answer(call.send, 200, bytes(DOWNLOAD_LIMIT + 1), b"application/octet-stream")


async def _malformed(call: _Call, fault: Fault) -> None:
    call.fault = fault.kind
    status, said = await call.do()
    await answer(call.send, status, said[: max(1, len(said) // 2)])
