"""The sealed bytes of files, in a folder of their own: under random names, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import BinaryIO

from storage.keys import KEY_BYTES
from storage.streams import StreamSeal, opened

NAME_BYTES = 16
#: What is not whole yet ends like this; whoever finds it at a start may throw it away.
UNFINISHED = ".part"


def _place(ref: str) -> str:
    return f"attachment|file|{ref}"


class SealedFiles:
    """The folder. Nothing in it says whose a file is, what it is called or what it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Make the folder, for its owner only. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def begin(self, ref: str) -> Writing:
        """A new file for the attachment of that ref. Raises OSError."""
        return Writing(self.folder, ref)

    def read(self, stored: str, *, key: str, ref: str) -> Iterator[bytes]:
        """The bytes as they came, piece by piece. Raises OSError, or BrokenSeal where one of them does not fit."""
        with (self.folder / stored).open("rb") as file:
            yield from opened(file, bytes.fromhex(key), _place(ref))

    def remove(self, names: Iterable[str]) -> None:
        """Take files away for good, those that are gone already too."""
        for name in names:
            (self.folder / name).unlink(missing_ok=True)
        _sync(self.folder)

    def found_before(self, before: float) -> set[str]:
        """The names of all that was written before that second since 1970, unfinished files too."""
        with os.scandir(self.folder) as entries:
            files = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
        return {entry.name for entry in files if _written(entry) < before}


class Writing:
    """One file that is being written: sealed before it reaches the disk. `keep` makes it whole, `drop` ends it."""

    def __init__(self, folder: Path, ref: str) -> None:
        self.stored, self._folder = os.urandom(NAME_BYTES).hex(), folder
        key = os.urandom(KEY_BYTES)
        self.key = key.hex()
        self.size = 0
        self._hash = sha256()
        self._seal = StreamSeal(key, _place(ref))
        self._unfinished = folder / f"{self.stored}{UNFINISHED}"
        descriptor = os.open(self._unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file: BinaryIO = os.fdopen(descriptor, "wb")
        try:
            self._file.write(self._seal.head)
        except BaseException:
            self.drop()
            raise

    @property
    def sha256(self) -> str:
        """The hash of what was written so far, as it came."""
        return self._hash.hexdigest()

    def write(self, plain: bytes) -> None:
        """More of the file. Raises OSError."""
        self.size += len(plain)
        self._hash.update(plain)
        self._file.write(self._seal.more(plain))

    def keep(self) -> None:
        """From now on it is there under its name, also after a power cut. Raises OSError."""
        self._file.write(self._seal.end())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._unfinished.rename(self._folder / self.stored)
        _sync(self._folder)

    def drop(self) -> None:
        """Nothing of it stays."""
        with suppress(OSError):
            self._file.close()
        self._unfinished.unlink(missing_ok=True)
        (self._folder / self.stored).unlink(missing_ok=True)


def _written(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except FileNotFoundError:
        return inf


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
