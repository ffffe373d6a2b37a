"""Files as people and attackers send them, small enough to be made anew in each run."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image, PngImagePlugin

#: Stands in everything about a picture that is not to be seen in it.
CANARY = "KENARI-EXIF-2.5489S-120.3214E"


def picture(width: int = 60, height: int = 40) -> Image.Image:
    """Red on its left half and blue on its right."""
    made = Image.new("RGB", (width, height), (220, 20, 20))
    made.paste((20, 20, 220), (width // 2, 0, width, height))
    return made


def told(orientation: int = 1) -> Image.Exif:
    """What a phone writes into a picture: what was photographed, with what, where."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x0110] = CANARY
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "S", 2: (2.0, 32.0, 56.0), 3: "E", 4: (120.0, 19.0, 17.0), 29: CANARY})
    return exif


def jpeg(*, orientation: int = 1, size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    """A photo as a camera wrote it."""
    out = io.BytesIO()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CANARY}</x:xmpmeta>".encode()
    comment = CANARY.encode()
    told_in = {"exif": told(orientation), "comment": comment, "xmp": xmp, "icc_profile": CANARY.encode() * 9}
    picture(*size).save(out, "JPEG", quality=95, **{**told_in, **more})
    return out.getvalue()


def png(size: tuple[int, int] = (60, 40)) -> bytes:
    out, notes = io.BytesIO(), PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY)
    notes.add_itxt("XML:com.adobe.xmp", CANARY, zip=False)
    picture(*size).save(out, "PNG", pnginfo=notes, exif=told())
    return out.getvalue()


def webp() -> bytes:
    out = io.BytesIO()
    picture().save(out, "WEBP", exif=told(), xmp=CANARY.encode())
    return out.getvalue()


def gif() -> bytes:
    out = io.BytesIO()
    picture().save(out, "GIF", comment=CANARY.encode())
    return out.getvalue()


def archive(name: str = "META-INF/MANIFEST.MF", content: bytes = b"Main-Class: Evil") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return out.getvalue()


def huge_png(width: int = 40_000, height: int = 25_000) -> bytes:
    """A billion pixels in some kilobytes: the header says so, and the data would unpack to it."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(bytes(4_000_000), 9)),
            (b"IEND", b""),
        )
    )


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PDF = b"%PDF-1.4\n" + archive() + b"\n%%EOF\n"
#: What is no picture of ours, or not only one. `True`: the picture in it is drawn, and nothing else of it is left.
ODD: dict[str, tuple[bytes, bool]] = {
    "gifar": (gif() + archive(), False),
    "jpeg with an archive behind it": (jpeg() + archive(), True),
    "png with an archive behind it": (png() + archive(), True),
    "svg with a script": (SVG, False),
    "pdf and zip": (PDF, False),
    "zip bomb": (archive("a", bytes(8_000_000)), False),
    "a billion pixels": (huge_png(), False),
    "wider than a photo may be": (png((2100, 100)), False),
    "cut off": (png()[:-60], False),
    "a jpeg in name alone": (b"\xff\xd8\xff" + bytes(2000), False),
    "a program": (b"MZ" + bytes(2000), False),
    "html in a picture": (jpeg(comment=b"<script>alert(1)</script>"), True),
    "nothing": (b"", False),
    "a byte": (b"\xff", False),
}
