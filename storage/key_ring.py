"""The key ring: a file outside the database, with the half of every key that can be destroyed.

header   16 bytes format, 16 bytes of which house
slot n   32 random bytes, from which and the master key the n-th key is wrapped; zeros: destroyed for ever

A wrapped key in a database, and in every backup of it, opens only while its slot stands here. Slots are made many at
a time, long before they are needed: a new case waits for no disk, and a copy of the ring serves for the next ones too.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.keys import KEY_BYTES, private, sync_folder
from storage.problems import KeyProblem

SHAPE = b"LaporAmanRing/1\n"
HOUSE_BYTES = 16
HEADER_BYTES = len(SHAPE) + HOUSE_BYTES
DESTROYED = bytes(KEY_BYTES)
#: So many slots are made at once (128 KiB), with one wait for the disk.
BATCH = 4096
_NAMED = "key ring"


class KeyRing:
    """One open ring. Several processes of one machine may use the same file."""

    def __init__(self, path: Path, file: int) -> None:
        self.path = path
        self._file = file
        self._slots = 0
        self._measure()

    @classmethod
    def open(cls, path: Path, *, house: bytes, used: int) -> KeyRing:
        """The ring of that house, of which slots up to number `used` were handed out.

        Where none was, a ring that is not there is made. Raises KeyProblem where the ring is missing, another
        house's, older than the database, or can be read by others: nothing is ever sealed without it.
        """
        if not path.exists() and not used:
            _make(path, house)
        try:
            file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            raise KeyProblem(
                "ring_missing",
                f"There is no key ring at {path}, and without it nothing that was told can be read: "
                "put it there, or set KEY_RING_FILE to where it lies.",
                path,
            ) from None
        except OSError as error:
            raise KeyProblem("unreadable", f"The key ring {path} can't be opened: {error.strerror}.", path) from None
        ring = cls(path, file)
        try:
            ring._check(house, used)
        except BaseException:
            ring.close()
            raise
        return ring

    def read(self, slot: int) -> bytes:
        """The bytes of a slot; zeros where it was destroyed, or never was."""
        # Every time anew: another process may have destroyed it.
        found = os.pread(self._file, KEY_BYTES, _offset(slot))
        return found if len(found) == KEY_BYTES else DESTROYED

    def stands(self, slot: int) -> bool:
        """Whether a key in that slot can still be used."""
        return self.read(slot) != DESTROYED

    def reserve(self, slot: int) -> None:
        """See to it that this slot is there, and half a batch of others after it."""
        if slot + BATCH // 2 < self._slots:
            return
        with _alone(self._file):
            self._measure()
            if slot + BATCH // 2 < self._slots:
                return
            # What a crash left of a slot is written over: nobody has been given it.
            count = max(BATCH, slot + BATCH - self._slots)
            _write(self._file, b"".join(_random() for _ in range(count)), _offset(self._slots))
            os.fsync(self._file)
            self._measure()

    def destroy(self, slots: Iterable[int]) -> None:
        """Overwrite these with zeros, and wait until the disk has them. What they sealed can't be read any more."""
        for slot in slots:
            if 0 <= slot < self._slots and self.stands(slot):
                _write(self._file, DESTROYED, _offset(slot))
        # Also where nothing was to be done: who wrote the zeros may have died before the disk had them.
        os.fsync(self._file)

    def destroyed(self) -> tuple[int, ...]:
        """All slots that hold no key any more."""
        self._measure()
        contents = os.pread(self._file, self._slots * KEY_BYTES, HEADER_BYTES)
        # Eight zeros are quickly found, and stand in nearly no key: only there the whole slot is looked at.
        near = sorted({found.start() // KEY_BYTES for found in re.finditer(b"\0{8}", contents)})
        return tuple(n for n in near if contents[n * KEY_BYTES : (n + 1) * KEY_BYTES] == DESTROYED)

    def close(self) -> None:
        """Let go of the file. A second time does nothing: its number may be another file's by then."""
        if self._file >= 0:
            file, self._file = self._file, -1
            os.close(file)

    def _measure(self) -> None:
        self._slots = max(0, (os.fstat(self._file).st_size - HEADER_BYTES) // KEY_BYTES)

    def _check(self, house: bytes, used: int) -> None:
        private(os.fstat(self._file), self.path, named=_NAMED)
        header = os.pread(self._file, HEADER_BYTES, 0)
        if header[: len(SHAPE)] != SHAPE:
            raise KeyProblem("malformed", f"{self.path} is not a key ring.", self.path)
        if header[len(SHAPE) :] != house:
            sentence = f"{self.path} is the key ring of another database: name the right one in KEY_RING_FILE."
            raise KeyProblem("ring_of_another", sentence, self.path)
        if used >= self._slots:
            sentence = f"The key ring {self.path} is older than the database: put the newest copy there."
            raise KeyProblem("ring_too_old", sentence, self.path)


def ring_mistake(path: Path) -> KeyProblem | None:
    """What is wrong with that file as far as it can be seen without the database; one not there may still be made."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        if path.parent.is_dir():
            return None
        return KeyProblem("unwritable", f"KEY_RING_FILE={path}: there is no folder {path.parent}.", path)
    except OSError as error:
        return KeyProblem("unreadable", f"The key ring {path} can't be opened: {error.strerror}.", path)
    try:
        private(os.fstat(file), path, named=_NAMED)
    except KeyProblem as problem:
        return problem
    finally:
        os.close(file)
    return None


def _make(path: Path, house: bytes) -> None:
    """A new ring under its name at once and whole; where another process was first, theirs stays."""
    made = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    try:
        file = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            os.fchmod(file, 0o600)
            if os.geteuid() == 0:
                # A command typed by root must not shut out the bot, which runs under the owner of the folder.
                folder = path.parent.stat()
                os.fchown(file, folder.st_uid, folder.st_gid)
            _write(file, SHAPE + house + b"".join(_random() for _ in range(BATCH)), 0)
            os.fsync(file)
        finally:
            os.close(file)
        with suppress(FileExistsError):
            os.link(made, path)
        os.unlink(made)
    except OSError as error:
        raise KeyProblem("unwritable", f"The key ring {path} can't be made: {error.strerror}.", path) from None
    sync_folder(path.parent)


def _offset(slot: int) -> int:
    return HEADER_BYTES + slot * KEY_BYTES


def _random() -> bytes:
    # Zeros would be a slot that was destroyed; that they come up is not to be expected in the life of the universe.
    while (drawn := os.urandom(KEY_BYTES)) == DESTROYED:
        pass
    return drawn


def _write(file: int, contents: bytes, offset: int) -> None:
    while contents:
        written = os.pwrite(file, contents, offset)
        contents, offset = contents[written:], offset + written


@contextmanager
def _alone(file: int) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
