"""Takes HTTP requests out of a stream of bytes, one at a time and only when they have come whole."""

from dataclasses import dataclass, field
from urllib.parse import unquote

from simulator.asgi import Scope

MOST_HEAD = 64 * 1024


class Malformed(Exception):
    """What came is no HTTP request; `status` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(slots=True)
class _Head:
    scope: Scope
    keep_alive: bool
    length: int
    chunked: bool
    expects: bool


@dataclass(slots=True)
class Incoming:
    """The bytes that came and were not yet taken. `waiting` begins with a head, or with the body of `head`."""

    waiting: bytearray = field(default_factory=bytearray)
    head: _Head | None = None
    body: bytearray = field(default_factory=bytearray)

    def add(self, more: bytes) -> None:
        self.waiting += more

    def expects_word(self) -> bool:
        """Whether the other side waits for "100 Continue" before it sends the body; true once."""
        if self.head is None or not self.head.expects:
            return False
        self.head.expects = False
        return True

    def take(self, most: int) -> tuple[Scope, bytes, bool] | None:
        """The next request: its scope, its body, and whether the connection stays. Raises Malformed."""
        if self.head is None:
            end = self.waiting.find(b"\r\n\r\n")
            if end < 0:
                if len(self.waiting) > MOST_HEAD:
                    raise Malformed(431)
                return None
            self.head = _read_head(bytes(self.waiting[:end]))
            del self.waiting[: end + 4]
        head = self.head
        if head.length > most:
            raise Malformed(413)
        if head.chunked:
            if not self._take_chunks(most):
                return None
            body, self.body = bytes(self.body), bytearray()
        else:
            if len(self.waiting) < head.length:
                return None
            body = bytes(self.waiting[: head.length])
            del self.waiting[: head.length]
        self.head = None
        return head.scope, body, head.keep_alive

    def _take_chunks(self, most: int) -> bool:
        """Move whole chunks into the body; true when the last one has come."""
        while True:
            line = self.waiting.find(b"\r\n")
            if line < 0:
                if len(self.waiting) > MOST_HEAD:
                    raise Malformed(400)
                return False
            try:
                size = int(bytes(self.waiting[:line]).partition(b";")[0], 16)
            except ValueError:
                raise Malformed(400) from None
            if size < 0 or len(self.body) + size > most:
                raise Malformed(413)
            if len(self.waiting) < line + 2 + size + 2:
                return False
            self.body += self.waiting[line + 2 : line + 2 + size]
            del self.waiting[: line + 2 + size + 2]
            if size == 0:
                return True


def _read_head(head: bytes) -> _Head:
    first, *lines = head.split(b"\r\n")
    parts = first.split(b" ")
    if len(parts) != 3 or parts[2] not in (b"HTTP/1.1", b"HTTP/1.0") or not parts[1].startswith(b"/"):
        raise Malformed(400)
    headers: list[tuple[bytes, bytes]] = []
    found: dict[bytes, bytes] = {}
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon:
            raise Malformed(400)
        name, value = name.strip().lower(), value.strip()
        headers.append((name, value))
        found[name] = value
    length = found.get(b"content-length", b"0")
    if not length.isdigit():
        raise Malformed(400)
    path, _, query = parts[1].partition(b"?")
    connection = found.get(b"connection", b"").lower()
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": parts[2][5:].decode(),
        "method": parts[0].decode("latin-1").upper(),
        "scheme": "http",
        "path": unquote(path.decode("latin-1")) if b"%" in path else path.decode("latin-1"),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": headers,
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 0),
    }
    return _Head(
        scope=scope,
        keep_alive=connection != b"close" and (parts[2] == b"HTTP/1.1" or connection == b"keep-alive"),
        length=int(length),
        chunked=b"chunked" in found.get(b"transfer-encoding", b"").lower(),
        expects=found.get(b"expect", b"").lower() == b"100-continue",
    )
