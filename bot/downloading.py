"""One download: written down sealed while it comes in, and broken off as soon as it is more than it may be."""

from __future__ import annotations

import asyncio
from functools import cache
from ssl import SSLContext

import httpx

from bot.telegram import Away, Found, NotToBeHad
from cases.attachment import LARGEST
from storage.sealed_files import Writing

BLOCK = 64 * 1024
#: How many of the first bytes say what it is.
FIRST = 16
#: So long nothing may come in; how long all of it may take is for whoever asks.
PATIENCE = httpx.Timeout(30, connect=5)


@cache
def _certificates() -> SSLContext:
    """Read once: it takes long enough to be felt by everybody else."""
    return httpx.create_ssl_context()


async def streamed(found: Found, writing: Writing) -> bytes:
    """Write what comes in; its first bytes. Raises NotToBeHad, Away, httpx.HTTPError, OSError.

    What it was said to be counts for nothing: it is counted while it comes in.
    """
    first = b""
    async with (
        httpx.AsyncClient(timeout=PATIENCE, verify=_certificates(), follow_redirects=False) as client,
        # Not packed: what is unpacked on the way could be any size.
        client.stream("GET", found.address, headers={"Accept-Encoding": "identity"}) as answer,
    ):
        if answer.status_code in (400, 404):
            raise NotToBeHad("gone")
        if answer.status_code != httpx.codes.OK:
            raise Away("unreadable")
        async for block in answer.aiter_raw(BLOCK):
            if writing.size + len(block) > LARGEST:
                raise NotToBeHad("too_big")
            if len(first) < FIRST:
                first += block[:FIRST]
            await asyncio.to_thread(writing.write, block)
    if not writing.size:
        raise NotToBeHad("empty")
    if writing.size < found.size:
        raise NotToBeHad("cut")
    return first[:FIRST]
