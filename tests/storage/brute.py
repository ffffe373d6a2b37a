"""Somebody with the master key, the present ring and a copy of the database: what can they still read?

Seals are opened without asking whether they fit their place (counter mode, no tag), by every key that can be had.
"""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.key_ring import DESTROYED, HEADER_BYTES
from storage.keys import KEY_BYTES, MasterKey
from storage.sealing import derived
from storage.tables import Tables

Copy = Mapping[str, list[dict[str, Any]]]
WRAPPED = {("meta", "value"), ("case_key", "wrapped"), ("key_slot", "wrapped")}


async def copied(rows: Callable[..., Awaitable[list[tuple[Any, ...]]]]) -> Copy:
    """Everything in all tables, as a backup has it."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in Tables.metadata.sorted_tables:
        names = [column.name for column in table.columns]
        columns = ", ".join(f'"{name}"' for name in names)
        found[table.name] = [
            dict(zip(names, row, strict=True)) for row in await rows(f'SELECT {columns} FROM "{table.name}"')
        ]
    return found


def opened(copy: Copy, master: MasterKey, ring: Path) -> dict[str, list[bytes]]:
    """By `table.column`, all plain texts that any key makes of what is sealed there."""
    keys = _keys(copy, master, ring)
    found: dict[str, list[bytes]] = {}
    for table, column, sealed in _sealed(copy):
        if (table, column) not in WRAPPED:
            found.setdefault(f"{table}.{column}", []).extend(_plain(sealed, key) for key in keys)
    return found


def _keys(copy: Copy, master: MasterKey, ring: Path) -> set[bytes]:
    contents = ring.read_bytes()[HEADER_BYTES:]
    slots = [contents[n : n + KEY_BYTES] for n in range(0, len(contents), KEY_BYTES)]
    wrap = derived(master.secret, "wrap")
    used = {0, *(row["slot"] for row in copy["key_slot"]), *(row["slot"] or 0 for row in copy["case_key"])}
    halves = {slots[n] for n in used if slots[n] != DESTROYED}
    wrapping = {wrap, *(HKDF(SHA256(), KEY_BYTES, salt=half, info=b"laporaman/slot/1").derive(wrap) for half in halves)}
    wrapped = [sealed for table, column, sealed in _sealed(copy) if (table, column) in WRAPPED]
    return {master.secret, *wrapping, *(_plain(sealed, key) for sealed in wrapped for key in wrapping)}


def _sealed(copy: Copy) -> list[tuple[str, str, bytes]]:
    cells = [(t, name, bytes(v)) for t, rows in copy.items() for row in rows for name, v in row.items() if _is_bytes(v)]
    return [cell for cell in cells if len(cell[2]) > 29 and cell[2][:1] in (b"\x01", b"\x02")]


def _is_bytes(value: Any) -> bool:
    return isinstance(value, bytes | bytearray | memoryview)


def _plain(sealed: bytes, key: bytes) -> bytes:
    start = 1 if sealed[:1] == b"\x01" else 10
    nonce, text = sealed[start : start + 12], sealed[start + 12 : -16]
    return Cipher(AES(key), CTR(nonce + b"\0\0\0\2")).decryptor().update(text)
