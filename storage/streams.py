"""A file is sealed in pieces, so that no more than one piece of it is ever held, and none can be taken away or moved.

The construction is STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its
Nonce-Reuse Misuse-Resistance" (CRYPTO 2015, section 7), with AES-256-GCM: the nonce of a piece is a random beginning,
its number, and whether it is the last. A piece in another place, or an end that is missing, does not open. As in
Rogaway's and Tink's use of it, each file has a key of its own.

shape (1 byte) | beginning (7) | piece | piece | … ; a piece is 64 KiB and its tag, the last one is shorter or as long
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.problems import BrokenSeal

SHAPE = b"\x01"
BEGINNING = 7
PIECE = 64 * 1024
TAG = 16


class StreamSeal:
    """Seals one file from its beginning to its end. `place` says which row it belongs to, and opens nowhere else."""

    def __init__(self, key: bytes, place: str) -> None:
        self._cipher, self._place = AESGCM(key), place.encode()
        self._beginning = os.urandom(BEGINNING)
        self._number = 0
        self._waiting = bytearray()

    @property
    def head(self) -> bytes:
        """What stands before the first piece."""
        return SHAPE + self._beginning

    def more(self, plain: bytes) -> bytes:
        """The sealed pieces that these bytes make full; what is left waits for more, for it may be the end."""
        self._waiting += plain
        sealed = bytearray()
        while len(self._waiting) > PIECE:
            sealed += self._close(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return bytes(sealed)

    def end(self) -> bytes:
        """The last piece."""
        return self._close(bytes(self._waiting), last=True)

    def _close(self, plain: bytes, *, last: bool) -> bytes:
        nonce = _nonce(self._beginning, self._number, last=last)
        self._number += 1
        return self._cipher.encrypt(nonce, plain, self._place)


def opened(file: BinaryIO, key: bytes, place: str) -> Iterator[bytes]:
    """The bytes of a sealed file, piece by piece. Raises BrokenSeal, also after the first pieces: whoever uses them
    before the end must be able to throw them away."""
    cipher = AESGCM(key)
    head = file.read(1 + BEGINNING)
    if len(head) != 1 + BEGINNING or head[:1] != SHAPE:
        raise BrokenSeal(place)
    number, piece = 0, file.read(PIECE + TAG)
    while True:
        following = file.read(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(head[1:], number, last=not following), piece, place.encode())
        except (InvalidTag, ValueError):
            raise BrokenSeal(place) from None
        if not following:
            return
        number, piece = number + 1, following


def _nonce(beginning: bytes, number: int, *, last: bool) -> bytes:
    return beginning + number.to_bytes(4, "big") + (b"\x01" if last else b"\x00")
