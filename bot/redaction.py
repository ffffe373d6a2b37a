"""Draws a picture anew, without anything in it but what is to be seen. Runs as a program of its own, one for each file.

It reads the file from its input and writes a JPEG to its output, or ends with CANT. Whatever a file makes of the
library that reads it happens in here: without files, without network, with little time and memory, and without the
settings, keys and database of the bot. Started by its path (`bot/sandbox.py`), it imports nothing of the house.
"""

import io
import os
import resource
import sys
from contextlib import suppress

from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

CANT = 3
FORMATS = ("JPEG", "PNG", "WEBP")
#: One more than is ever fetched: what is longer than that is not ours.
LONGEST = 20 * 1024 * 1024 + 1
SIDE = 2560
QUALITY = 85
#: A JPEG is scaled down while it is read; of the others every pixel must be held.
MOST_PIXELS = {"JPEG": 250_000_000, "PNG": 40_000_000, "WEBP": 40_000_000}
#: Telegram takes no photo that is longer than twenty times its width.
LONGEST_SHAPE = 20
CPU_SECONDS = 20
#: The bot and this together stay below what systemd allows them (`MemoryMax`).
MEMORY = 640 << 20
WHITE = (255, 255, 255)

__all__ = ["JpegImagePlugin", "MpoImagePlugin", "PngImagePlugin", "WebPImagePlugin"]


class CantBeDrawn(Exception):
    """Too large, of an odd shape, or no picture of a kind we draw."""


def drawn(content: bytes) -> bytes:
    """The picture as a JPEG of at most 2560 pixels a side, turned as it was held, on white where it was clear."""
    # The library's own limit would only warn below twice of it.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        kind = picture.format or ""
        kind = "JPEG" if kind == "MPO" else kind
        wide, high = picture.size
        if not 0 < wide * high <= MOST_PIXELS.get(kind, 0) or max(wide, high) > LONGEST_SHAPE * min(wide, high):
            raise CantBeDrawn
        picture.draft("RGB", (SIDE, SIDE))
        picture.thumbnail((SIDE, SIDE))
        held = ImageOps.exif_transpose(picture).convert("RGBA")
    # A new one, for what the old one carried beside its pixels would be written too.
    clean = Image.new("RGB", held.size, WHITE)
    clean.paste(held, mask=held.getchannel("A"))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def warm_up() -> None:
    """Load now what the library loads when it first needs it: later no file can be opened."""
    for kind in FORMATS:
        one = io.BytesIO()
        exif = Image.Exif()
        exif[0x0112] = 6
        Image.new("RGBA" if kind == "PNG" else "RGB", (2, 2)).save(one, kind, exif=exif)
        drawn(one.getvalue())


def first_to_go() -> None:
    """Where the machine runs out of memory, it takes this program, not the bot."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as adjusting:
        adjusting.write("1000")


def lock_in() -> None:
    """From now on: no new file, socket or process, nothing written to a disk, little time, little memory."""
    for limit, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NOFILE, 3),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def main() -> int:
    """Redraw what comes in. Nothing is said about why it did not work: that may be somebody's words."""
    os.nice(10)
    first_to_go()
    warm_up()
    lock_in()
    try:
        content = sys.stdin.buffer.read(LONGEST)
        if len(content) == LONGEST:
            return CANT
        sys.stdout.buffer.write(drawn(content))
        sys.stdout.buffer.flush()
    except BaseException:
        return CANT
    return 0


if __name__ == "__main__":
    # No goodbye: after its work nothing of what was read should run.
    os._exit(main())
