"""Photographs, voice notes and documents. A big one may be declared without being held in memory."""

import secrets
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import sin

from simulator.model import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
_CHUNK = 64 * 1024
FOLDERS = {
    "photo": ("photos", "jpg"),
    "voice": ("voice", "oga"),
    "video": ("videos", "mp4"),
    "document": ("documents", "bin"),
    "sticker": ("stickers", "webp"),
}


@dataclass(slots=True)
class Stored:
    """One file. `content` is None where only the size was declared; then zeros are served."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    path: str
    content: bytes | None

    def chunks(self) -> Iterator[bytes]:
        if self.content is not None:
            yield self.content
            return
        left = self.size
        while left > 0:
            yield bytes(min(left, _CHUNK))
            left -= _CHUNK


class Files:
    """All files by their id and by their path."""

    def __init__(self) -> None:
        self.by_id: dict[str, Stored] = {}
        self.by_path: dict[str, Stored] = {}

    def store(self, kind: str, *, content: bytes | None, size: int | None = None, name: str, mime: str) -> Stored:
        """Keep a file and give it its ids."""
        folder, ending = FOLDERS.get(kind, FOLDERS["document"])
        if kind == "document" and "." in name:
            tail = "".join(sign for sign in name.rsplit(".", 1)[1] if sign.isascii() and sign.isalnum())
            ending = tail[:8] or ending
        held = size if content is None else len(content)
        stored = Stored(
            file_id="AgACAgUAAxk" + secrets.token_urlsafe(36),
            unique_id="AQAD" + secrets.token_urlsafe(9),
            kind=kind,
            name=name,
            mime=mime,
            size=held or 0,
            path=f"{folder}/file_{len(self.by_id) + 1}.{ending}",
            content=content,
        )
        self.put(stored)
        return stored

    def put(self, stored: Stored) -> None:
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored


def content_of(stored: Stored) -> Json:
    """The file as a part of a message."""
    known: Json = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
    if stored.kind == "photo":
        return {"photo": [{**known, "width": 90, "height": 67}, {**known, "width": 640, "height": 480}]}
    if stored.kind == "voice":
        return {"voice": {**known, "duration": 3, "mime_type": stored.mime}}
    if stored.kind == "video":
        shape: Json = {"width": 640, "height": 480, "duration": 3}
        return {"video": {**known, **shape, "file_name": stored.name, "mime_type": stored.mime}}
    if stored.kind == "sticker":
        still: Json = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
        return {"sticker": {**known, **still, "width": 512, "height": 512}}
    return {"document": {**known, "file_name": stored.name, "mime_type": stored.mime}}


def sample(kind: str) -> tuple[bytes, str, str]:
    """Small bytes for a kind of file, with a name and a media type, for trying things out."""
    if kind in ("photo", "sticker"):
        return _picture(), "foto.png", "image/png"
    if kind == "voice":
        return b"OggS" + bytes(60), "pesan-suara.oga", "audio/ogg"
    if kind == "video":
        return b"\0\0\0\x18ftypmp42" + bytes(52), "video.mp4", "video/mp4"
    return b"%PDF-1.4\n% contoh\n%%EOF\n", "dokumen.pdf", "application/pdf"


@cache
def _picture(width: int = 320, height: int = 240) -> bytes:
    """A calm picture: two rows of hills under an evening sky, as PNG."""
    far = [height * (0.58 + 0.07 * sin(x / 41) + 0.03 * sin(x / 17)) for x in range(width)]
    near = [height * (0.76 + 0.06 * sin(x / 59 + 2) + 0.02 * sin(x / 13)) for x in range(width)]
    rows = bytearray()
    for y in range(height):
        sky = bytes((250 - y // 5, 214 - y // 12, 188 + y // 8))
        rows.append(0)
        for x in range(width):
            rows += b"\x2a\x54\x4b" if y > near[x] else b"\x6d\x97\x8b" if y > far[x] else sky
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(rows), 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
