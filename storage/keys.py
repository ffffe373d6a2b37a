"""The master key: 32 random bytes in a file that only its owner can read, never in the database."""

from __future__ import annotations

import base64
import binascii
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from storage.problems import KeyProblem

KEY_BYTES = 32


@dataclass(frozen=True)
class MasterKey:
    """The key that wraps all others. It is never printed; `path` says where it came from."""

    secret: bytes = field(repr=False)
    path: Path = Path("(given)")

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise _wrong_length(self.path, len(self.secret))

    @classmethod
    def read(cls, path: Path | str) -> MasterKey:
        """The key in that file; raises KeyProblem with what to do when it can't be used."""
        path = Path(path)
        return cls(_decoded(_contents(path), path), path)


def make_key(path: Path | str) -> MasterKey:
    """A new key in a new file with mode 600. A file that is already there is never touched (KeyProblem)."""
    path = Path(path)
    key = MasterKey(os.urandom(KEY_BYTES), path)
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KeyProblem("exists", f"{path} is already there and stays as it is: choose another name.", path) from None
    except OSError as error:
        raise KeyProblem("unwritable", f"{path} can't be written: {error.strerror}.", path) from None
    with os.fdopen(file, "wb") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(base64.b64encode(key.secret) + b"\n")
        out.flush()
        os.fsync(out.fileno())
    sync_folder(path.parent)
    return key


def _contents(path: Path) -> bytes:
    try:
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        raise KeyProblem(
            "missing",
            f"There is no master key at {path}: put it there, or make one with `python -m bot key new {path}`.",
            path,
        ) from None
    except OSError as error:
        raise KeyProblem("unreadable", f"The master key {path} can't be read: {error.strerror}.", path) from None
    try:
        # Asked of the open file, not of its name: it can't be exchanged in between.
        private(os.fstat(file), path, named="master key")
        return os.read(file, 4096)
    finally:
        os.close(file)


def private(status: os.stat_result, path: Path, *, named: str) -> None:
    """Refuse (KeyProblem) what is not a file, or lets others in."""
    if not stat.S_ISREG(status.st_mode):
        raise KeyProblem("not_a_file", f"{path} is not a file: name the file of the {named}.", path)
    # systemd shows a credential as readable for its group where it gave it to us by an access list; the folder
    # around it lets nobody else in.
    allowed = stat.S_IRGRP if str(path.parent) == os.environ.get("CREDENTIALS_DIRECTORY") else 0
    if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO) & ~allowed:
        raise KeyProblem("open_to_others", f"Others can read the {named}: run `chmod 600 {path}`.", path)


def _decoded(contents: bytes, path: Path) -> bytes:
    try:
        secret = base64.b64decode(contents.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise KeyProblem(
            "malformed", f"{path} is not a master key: it must hold base64 of {KEY_BYTES} bytes.", path
        ) from None
    if len(secret) != KEY_BYTES:
        raise _wrong_length(path, len(secret))
    return secret


def _wrong_length(path: Path, length: int) -> KeyProblem:
    sentence = f"The master key {path} has {length} bytes instead of {KEY_BYTES}: it is not whole."
    return KeyProblem("wrong_length", sentence, path)


def sync_folder(folder: Path) -> None:
    """Wait until the names in that folder are on the disk."""
    # Without this a power cut can leave a database whose key's file name never reached the disk.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
