"""What a file of 20 MB costs the process of the bot: `python -m benchmarks.files`.

Fetched, hashed and sealed from the stand-in for Telegram; opened and drawn anew for an officer; given out as it is.
Printed: seconds, and how much the resident memory of this process grew at its highest (bound: 300 MB in all). The
pictures are drawn by a process of its own, whose highest memory is printed beside it.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import os
import resource
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from benchmarks.machine import machine
from bot.downloading import streamed
from bot.sandbox import redrawn
from bot.telegram import Line
from cases.attachment import LARGEST
from storage import SealedFiles
from tests.bot.pictures import told
from tests.stories.stage import REPORTER, TOKEN, simulated

MB = 1024 * 1024


def resident() -> float:
    """The memory that this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


async def measured(what: str, doing: Callable[[], Awaitable[object]]) -> object:
    """Do it, and look at the memory every few milliseconds meanwhile."""
    before, highest, begun = resident(), resident(), time.perf_counter()
    task = asyncio.ensure_future(doing())
    while not task.done():
        highest = max(highest, resident())
        await asyncio.wait({task}, timeout=0.005)
    took = time.perf_counter() - begun
    print(f"{what}: {took:.2f} s, memory {before:.0f} MB before, {highest:.0f} MB at its highest")
    return task.result()


def camera(megapixels: int = 12) -> bytes:
    """A photo as a phone takes it, full of detail, filled up to 20 MB behind its end."""
    out = io.BytesIO()
    noise = Image.effect_noise((4000, megapixels * 250), 70).convert("RGB")
    noise.save(out, "JPEG", quality=92, exif=told(6))
    return out.getvalue() + os.urandom(LARGEST - len(out.getvalue()))


async def main() -> None:
    """Print every figure with the machine it was measured on."""
    print(machine(), datetime.now(UTC).date(), f"load {os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as folder, simulated(Path(folder)) as telegram:
        content = camera()
        phone = telegram.phone(REPORTER)
        phone.start()
        phone.send("document", content=base64.b64encode(content).decode(), name="foto.jpg", mime="image/jpeg")
        number, digest = phone.screen()[-1]["document"]["file_id"], hashlib.sha256(content).hexdigest()
        del content
        sealed = SealedFiles(Path(folder) / "files")
        sealed.prepare()
        line = Line(TOKEN, telegram.url)
        await line.connect()
        writing = sealed.begin("file-1")

        async def fetch() -> None:
            await streamed(await line.locate(number), writing)
            await asyncio.to_thread(writing.keep)

        await measured("20 MB fetched, hashed and sealed", fetch)
        assert writing.sha256 == digest
        pieces = lambda: sealed.read(writing.stored, key=writing.key, ref="file-1")  # noqa: E731
        drawn = await measured("opened and drawn anew (12 megapixels)", lambda: redrawn(pieces()))
        assert isinstance(drawn, bytes)
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"the copy has {len(drawn) / 1000:.0f} KB; the program that drew it held {child:.0f} MB at its highest")
        whole = await measured("opened whole, to be given out", lambda: asyncio.to_thread(lambda: b"".join(pieces())))
        assert isinstance(whole, bytes)
        assert hashlib.sha256(whole).hexdigest() == digest
        await line.disconnect()


if __name__ == "__main__":
    asyncio.run(main())
