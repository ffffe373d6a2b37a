"""The HTTP connection: lean, since benchmarks run over it, and able to break off in the middle of an answer.

uvicorn's own connection class offers no way to drop a connection without an answer, and a whole sendMessage costs
twice the processor time with it (0.15 ms against 0.075). This one speaks HTTP/1.0 and 1.1 with keep-alive, pipelining
and chunked bodies, and is meant for the machine's own loopback, not for the internet.
"""

import asyncio
import logging
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState

from simulator.asgi import ABORT, MOST_BYTES, App, Scope
from simulator.requests import Incoming, Malformed

_LOGGER = logging.getLogger("simulator")
_REASONS = {200: b"OK", 400: b"Bad Request", 404: b"Not Found", 409: b"Conflict", 429: b"Too Many Requests"}
_BODILESS = frozenset({204, 304})
_REFUSAL = b"HTTP/1.1 %d Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_CRASHED = b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'
_TYPE = (b"content-type", b"application/json")


class Wire(asyncio.Protocol):
    """One connection. Requests are answered one after the other, in the order in which they came."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        self.app: App = config.loaded_app
        self.loop = _loop or asyncio.get_running_loop()
        self.connections: set[Any] = server_state.connections
        self.tasks = server_state.tasks
        self.transport: asyncio.Transport
        self.incoming = Incoming()
        self.exchange: Exchange | None = None
        self.keep_alive = True
        self.writable = asyncio.Event()
        self.writable.set()
        self.lost = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.connections.discard(self)
        self.lost.set()
        self.writable.set()

    def pause_writing(self) -> None:
        self.writable.clear()

    def resume_writing(self) -> None:
        self.writable.set()

    def data_received(self, data: bytes) -> None:
        self.incoming.add(data)
        if self.exchange is None:
            self.next_exchange()
        elif len(self.incoming.waiting) > MOST_BYTES:
            self.transport.abort()

    def next_exchange(self) -> None:
        """Begin to answer the next request, if it has come whole."""
        try:
            request = self.incoming.take(MOST_BYTES)
        except Malformed as wrong:
            self.transport.write(_REFUSAL % wrong.status)
            self.transport.close()
            return
        if request is None:
            if self.incoming.expects_word():
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            return
        scope, body, keep_alive = request
        scope["extensions"] = {ABORT: self.transport.abort}
        self.keep_alive = self.keep_alive and keep_alive
        self.exchange = Exchange(self, scope, body)
        # The server is the parent: it waits for the tasks in this set when it stops, and then cancels them.
        task = self.loop.create_task(self.exchange.run(self.app))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def exchanged(self) -> None:
        """Go on after an answer: with the next request, or with closing."""
        self.exchange = None
        if not self.keep_alive:
            self.transport.close()
        elif self.incoming.waiting and not self.lost.is_set():
            self.next_exchange()

    def shutdown(self) -> None:
        """The server stops: close when the answer under way is out."""
        self.keep_alive = False
        if self.exchange is None:
            self.transport.close()


class Exchange:
    """One request and its answer."""

    __slots__ = ("body", "chunked", "given", "head", "measured", "scope", "started", "wire")

    def __init__(self, wire: Wire, scope: Scope, body: bytes) -> None:
        self.wire, self.scope, self.body = wire, scope, body
        self.head: bytes | None = None
        self.given = self.started = self.chunked = self.measured = False

    async def run(self, app: App) -> None:
        try:
            await app(self.scope, self.receive, self.send)
        except ConnectionError:
            self.wire.transport.abort()
        except Exception:
            _LOGGER.exception("a request failed: %s", self.scope["path"].rpartition("/")[2])
            if self.started:
                self.wire.transport.abort()
            else:
                await self.send({"type": "http.response.start", "status": 500, "headers": [_TYPE]})
                await self.send({"type": "http.response.body", "body": _CRASHED})
        finally:
            self.wire.exchanged()

    async def receive(self) -> dict[str, Any]:
        if not self.given:
            self.given = True
            return {"type": "http.request", "body": self.body, "more_body": False}
        await self.wire.lost.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Scope) -> None:
        if message["type"] == "http.response.start":
            self.begin(message["status"], list(message.get("headers", ())))
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        head, self.head = self.head or b"", None
        if head:
            self.started = True
            head += self.framing(body, more=more)
        if self.scope["method"] == "HEAD":
            body = b""
        if self.chunked:
            body = (b"%x\r\n%b\r\n" % (len(body), body) if body else b"") + (b"" if more else b"0\r\n\r\n")
        if not self.wire.lost.is_set() and (head or body):
            self.wire.transport.write(head + body)
        if more:
            await self.wire.writable.wait()

    def begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        """Write the head, to be sent together with the first piece of the body."""
        lines = [b"HTTP/1.1 %d %b\r\n" % (status, _REASONS.get(status, b"Status"))]
        lines += [b"%b: %b\r\n" % pair for pair in headers]
        if not self.wire.keep_alive:
            lines.append(b"connection: close\r\n")
        self.measured = status in _BODILESS or any(name == b"content-length" for name, _ in headers)
        self.head = b"".join(lines)

    def framing(self, body: bytes, *, more: bool) -> bytes:
        """How the other side will know where the body ends, and the end of the head."""
        if self.measured:
            return b"\r\n"
        if not more:
            return b"content-length: %d\r\n\r\n" % len(body)
        self.chunked = True
        return b"transfer-encoding: chunked\r\n\r\n"
