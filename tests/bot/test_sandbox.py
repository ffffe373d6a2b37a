"""What staff see of a picture: what is to be seen, and nothing else; drawn by a program that can do nothing else."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PIL import Image

from bot.sandbox import PROGRAM, redrawn
from storage import BrokenSeal
from tests.bot.pictures import CANARY, ODD, jpeg, png, webp


def pieces(content: bytes) -> Iterator[bytes]:
    return (content[start : start + 65536] for start in range(0, len(content), 65536))


def seen(drawn: bytes | None) -> Image.Image:
    assert drawn is not None
    return Image.open(io.BytesIO(drawn))


@pytest.mark.parametrize("content", [jpeg(), png(), webp()], ids=["jpeg", "png", "webp"])
async def test_nothing_but_the_picture_is_left(content: bytes) -> None:
    assert CANARY.encode() in content
    drawn = await redrawn(pieces(content))
    picture = seen(drawn)
    assert drawn is not None
    assert CANARY.encode() not in drawn
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (60, 40), {})
    assert set(picture.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    left, right = picture.getpixel((10, 20)), picture.getpixel((50, 20))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 180 > 80 > left[2]
    assert right[2] > 180 > 80 > right[0]


async def test_it_is_turned_as_it_was_held() -> None:
    picture = seen(await redrawn(pieces(jpeg(orientation=6))))
    top = picture.getpixel((20, 5))
    assert isinstance(top, tuple)
    assert picture.size == (40, 60)
    assert top[0] > 180


async def test_no_side_is_longer_than_2560() -> None:
    assert seen(await redrawn(pieces(jpeg(size=(6000, 3000))))).size == (2560, 1280)


@pytest.mark.parametrize("how", ODD)
async def test_odd_files_end_in_a_clean_picture_or_in_none(how: str) -> None:
    content, is_drawn = ODD[how]
    drawn = await redrawn(pieces(content))
    assert (drawn is not None) is is_drawn
    assert drawn is None or not any(part in drawn for part in (b"PK\x03\x04", b"script", CANARY.encode()))


async def test_more_than_is_ever_fetched_is_not_read() -> None:
    assert await redrawn(pieces(jpeg() + bytes(20 * 1024 * 1024))) is None


async def test_who_takes_too_long_is_ended() -> None:
    assert await redrawn(pieces(jpeg()), seconds=0) is None


async def test_a_broken_seal_leaves_nothing_of_the_picture() -> None:
    def broken() -> Iterator[bytes]:
        yield jpeg()
        raise BrokenSeal("here")

    with pytest.raises(BrokenSeal):
        await redrawn(broken())


#: What a file that had taken over the program might try.
TRIED = {
    "open a file": "open('/etc/passwd')",
    "open a socket": "import socket; socket.socket()",
    "start a program": "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "take much memory": "bytearray(2 << 30)",
}


@pytest.mark.parametrize("how", TRIED)
def test_locked_in_nothing_else_can_be_done(how: str) -> None:
    program = f"""
import os, runpy, socket, sys
made = runpy.run_path({str(PROGRAM)!r}, run_name="redaction")
made["lock_in"]()
if os.getuid() == 0:
    # Root may start as many programs as it likes; the bot is not root.
    os.setuid(65534)
try:
    {TRIED[how]}
except (OSError, MemoryError):
    os._exit(7)
os._exit(0)
"""
    ended = subprocess.run([sys.executable, "-c", program], check=False, timeout=30, capture_output=True)
    assert ended.returncode == 7, ended.stderr
