"""What a person told is sealed before it reaches the disk: AES-256-GCM, bound to its table, column and row.

master key ─HKDF─► wrapping key ─► house key (staff, rota, groups, partners, which rows are to ring)
                 │               └► house secret ─HKDF─► blind index, button signatures: they outlive a new master
                 └─HKDF with a slot of the key ring─► one key per case, per person, per day: with its slot it is gone
                                                      from the database and from all its backups

Case: the case with all that belongs to it. Person: what is known of a chat, and its clocks. Day: what is on its way
(inbox, outbox, pages, dialogues); what still waits after two days is sealed anew.
Nonces are 96 random bits, good for 2^32 seals by one key: at 100,000 messages a day more than a hundred years.
"""

from __future__ import annotations

import hmac
import os
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.key_ring import DESTROYED, KeyRing
from storage.keys import KEY_BYTES, MasterKey
from storage.problems import BrokenSeal, Forgotten

SHAPE = b"\x01"
#: Before a seal whose key stands in a slot of the ring; its number follows.
SLOTTED = b"\x02"
SLOT_BYTES = 8
#: Where the seal itself begins after them.
SEAL_AT = 1 + SLOT_BYTES
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


class Wrap:
    """What wraps data keys: with the master key alone, or with it and a slot of the ring."""

    def __init__(self, master: MasterKey) -> None:
        self._secret = derived(master.secret, "wrap")
        self.house = Seal(self._secret)

    def of_slot(self, half: bytes) -> Seal:
        """The seal that needs both: with either alone nothing opens."""
        return Seal(HKDF(SHA256(), KEY_BYTES, salt=half, info=b"laporaman/slot/1").derive(self._secret))


def wrapping(master: MasterKey) -> Wrap:
    """What wraps all data keys."""
    return Wrap(master)


def prefix(slot: int) -> bytes:
    """How everything begins that was sealed by the key in that slot."""
    return SLOTTED + slot.to_bytes(SLOT_BYTES, "big")


def slot_of(sealed: bytes) -> int | None:
    """In which slot of the ring the key of it stands; None for what the house key, or the master alone, sealed."""
    if sealed[:1] != SLOTTED or len(sealed) <= SEAL_AT:
        return None
    return int.from_bytes(sealed[1:SEAL_AT], "big")


@dataclass(frozen=True)
class SlotSeal:
    """The seal of a person or a day. What it closes begins with its slot, so that it finds its key again."""

    slot: int
    seal: Seal

    def close(self, plain: bytes, place: str) -> bytes:
        """The sealed bytes, different at every call."""
        return prefix(self.slot) + self.seal.close(plain, place)


class Seals:
    """All seals of the house, opened with its master key and its ring."""

    def __init__(self, *, wrap: Wrap, ring: KeyRing, house_key: bytes, house_secret: bytes) -> None:
        self.wrap = wrap
        self.ring = ring
        self.house = Seal(house_key)
        self.button_key = derived(house_secret, "buttons")
        self._index_key = derived(house_secret, "index")
        self.case = lru_cache(maxsize=1024)(self._unwrapped_case)
        self.index = lru_cache(maxsize=8192)(self._index)
        self.kept = Kept(ring)

    def chat_index(self, chat: int) -> bytes:
        """The blind index of a chat: finds its rows, tells nothing without the key."""
        return self.index(f"chat|{chat}")

    def secret_index(self, named: str) -> bytes:
        """The same for what must not be remembered in memory: a receipt code, a chosen word."""
        return self._index(named)

    def _index(self, named: str) -> bytes:
        """The blind index of what a row is about, so that no name of it stands in the open."""
        return hmac.digest(self._index_key, named.encode(errors="surrogatepass"), "sha256")[:INDEX_BYTES]

    def new_key(self, slot: int, place: str) -> tuple[Seal, bytes]:
        """A fresh data key, and how it is kept: wrapped with the master key and that slot."""
        key = os.urandom(KEY_BYTES)
        return Seal(key), self.wrapped(key, slot, place)

    def wrapped(self, key: bytes, slot: int, place: str, *, wrap: Wrap | None = None) -> bytes:
        """That data key as it is kept."""
        return prefix(slot) + (wrap or self.wrap).of_slot(self._half(slot, place)).close(key, place)

    def unwrapped(self, wrapped: bytes, place: str) -> bytes:
        """The data key itself; raises Forgotten where its slot was destroyed."""
        slot = slot_of(wrapped)
        if slot is None:
            return self.wrap.house.open(wrapped, place)
        return self.wrap.of_slot(self._half(slot, place)).open(wrapped[SEAL_AT:], place)

    def _half(self, slot: int, place: str) -> bytes:
        half = self.ring.read(slot)
        if half == DESTROYED:
            raise Forgotten(place)
        return half

    def _unwrapped_case(self, ref: str, wrapped: bytes) -> Seal:
        """The seal of a case. It is remembered by its wrapped bytes: where these are destroyed, it is gone."""
        return Seal(self.unwrapped(wrapped, case_key_place(ref)))

    def forget(self, slots: tuple[int, ...]) -> None:
        """Have these keys no longer at hand: they are being destroyed."""
        self.case.cache_clear()
        self.kept.drop(slots)


class Kept:
    """The keys of persons and days that were used lately, so that nobody asks the database for each message."""

    def __init__(self, ring: KeyRing, most: int = 4096) -> None:
        self._ring = ring
        self._most = most
        self._by_slot: OrderedDict[int, SlotSeal] = OrderedDict()
        self._by_owner: OrderedDict[str, SlotSeal] = OrderedDict()

    def of_owner(self, owner: str) -> SlotSeal | None:
        """The seal to close with. One that another process has destroyed is never used again."""
        found = self._by_owner.get(owner)
        if found is not None and not self._ring.stands(found.slot):
            del self._by_owner[owner]
            return None
        return found

    def of_slot(self, slot: int) -> SlotSeal | None:
        """The seal to open with."""
        return self._by_slot.get(slot)

    def add(self, owner: str | None, seal: SlotSeal) -> None:
        """Keep it, in the place of one that came long ago. Only what is committed may stand here."""
        self._by_slot[seal.slot] = seal
        if owner is not None:
            self._by_owner[owner] = seal
        for kept in (self._by_slot, self._by_owner):
            while len(kept) > self._most:
                kept.popitem(last=False)

    def drop(self, slots: tuple[int, ...]) -> None:
        """Forget these."""
        for slot in slots:
            self._by_slot.pop(slot, None)
        for owner in [owner for owner, seal in self._by_owner.items() if seal.slot in slots]:
            del self._by_owner[owner]


def case_key_place(ref: str) -> str:
    """Where a case's wrapped key belongs."""
    return f"case_key|wrapped|{ref}"


def owner_place(owner: str) -> str:
    """Where the wrapped key of a person or a day belongs."""
    return f"key_slot|wrapped|{owner}"
