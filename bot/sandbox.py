"""Lets a file be read by a program that is walled in, never by the bot itself (T8)."""

from __future__ import annotations

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

log = logging.getLogger("laporaman.sandbox")

PROGRAM = Path(__file__).with_name("redaction.py")
SECONDS = 30.0
#: A picture of 2560 by 2560 pixels has never been a third of this.
LONGEST = 10 * 1024 * 1024


async def redrawn(pieces: Iterator[bytes], *, seconds: float = SECONDS) -> bytes | None:
    """The picture without metadata, as JPEG; None for what can't be drawn safely, or not in time.

    Raises what reading the pieces raises; nothing of the picture is used then.
    """
    # Isolated: it sees no setting of ours, and imports nothing from where it stands.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(PROGRAM), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}, cwd="/"
    )
    try:
        async with asyncio.timeout(seconds):
            drawn = await _through(process, pieces)
            status = await process.wait()
    except TimeoutError:
        log.warning("a picture took too long to be drawn")
        return None
    finally:
        await _ended(process)
    if status or not drawn or len(drawn) > LONGEST:
        log.info("a picture can't be drawn status=%d", status)
        return None
    return drawn


async def _through(process: Process, pieces: Iterator[bytes]) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    # It may have ended before it had all of it.
    with suppress(BrokenPipeError, ConnectionResetError):
        while (piece := await asyncio.to_thread(next, pieces, b"")) or not process.stdin.is_closing():
            if not piece:
                process.stdin.close()
                break
            process.stdin.write(piece)
            await process.stdin.drain()
    found = bytearray()
    while more := await process.stdout.read(1 << 16):
        found += more
        if len(found) > LONGEST:
            break
    return bytes(found)


async def _ended(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
    # Its pipes must be read to their end, or waiting for it never ends.
    await process.communicate()
