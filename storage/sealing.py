"""What a person told is sealed before it reaches the disk: AES-256-GCM, bound to its table, column and row.

master key ─HKDF─► wrapping key ─► house key (inbox, outbox, dialogues, staff, persons)
                                 ├► house secret ─HKDF─► blind index, button signatures: they outlive a new master
                                 └► one key per case (case, alerts, visits, history): destroying it erases the case

Nonces are 96 random bits, good for 2^32 seals by one key: at 100,000 messages a day more than a hundred years.
"""

from __future__ import annotations

import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.keys import KEY_BYTES, MasterKey
from storage.problems import BrokenSeal

SHAPE = b"\x01"
NONCE_BYTES = 12
INDEX_BYTES = 16


class Seal:
    """One key, ready to seal and to open. `place` is `table|column|row`; a field opens nowhere else."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, plain: bytes, place: str) -> bytes:
        """The sealed bytes, different at every call."""
        nonce = os.urandom(NONCE_BYTES)
        return SHAPE + nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed; raises BrokenSeal where anything does not fit."""
        if sealed[:1] != SHAPE:
            raise BrokenSeal(place)
        nonce, text = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, text, place.encode())
        except (InvalidTag, ValueError):
            raise BrokenSeal(place) from None


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose only, from which the secret can't be found."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"laporaman/{purpose}/1".encode()).derive(secret)


def wrapping(master: MasterKey) -> Seal:
    """The seal that wraps all data keys."""
    return Seal(derived(master.secret, "wrap"))


class Seals:
    """All seals of the house, opened with its master key."""

    def __init__(self, *, wrap: Seal, house_key: bytes, house_secret: bytes) -> None:
        self.wrap = wrap
        self.house = Seal(house_key)
        self.button_key = derived(house_secret, "buttons")
        self._index_key = derived(house_secret, "index")
        self.case = lru_cache(maxsize=1024)(self._unwrapped_case)
        self.index = lru_cache(maxsize=8192)(self._index)

    def chat_index(self, chat: int) -> bytes:
        """The blind index of a chat: finds its rows, tells nothing without the key."""
        return self.index(f"chat|{chat}")

    def secret_index(self, named: str) -> bytes:
        """The same for what must not be remembered in memory: a receipt code, a chosen word."""
        return self._index(named)

    def _index(self, named: str) -> bytes:
        """The blind index of what a row is about, so that no name of it stands in the open."""
        return hmac.digest(self._index_key, named.encode(errors="surrogatepass"), "sha256")[:INDEX_BYTES]

    def new_case(self, ref: str) -> tuple[Seal, bytes]:
        """A fresh key for one case, and how it is kept: wrapped."""
        key = os.urandom(KEY_BYTES)
        return Seal(key), self.wrap.close(key, case_key_place(ref))

    def _unwrapped_case(self, ref: str, wrapped: bytes) -> Seal:
        """The seal of a case. It is remembered by its wrapped bytes: where these are destroyed, it is gone."""
        return Seal(self.wrap.open(wrapped, case_key_place(ref)))


def case_key_place(ref: str) -> str:
    """Where a case's wrapped key belongs."""
    return f"case_key|wrapped|{ref}"
