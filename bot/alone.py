"""Only one bot may run on an SQLite file: a second one would send everything twice (T17)."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from bot.problems import AlreadyRunning
from storage.addresses import address, file_of


@contextmanager
def alone(database_url: str) -> Iterator[None]:
    """Hold the lock beside the database file; it ends with the program, however that ends. PostgreSQL needs none.

    Raises AlreadyRunning, also when the folder can't be written: a database there could not be used either.
    """
    file = file_of(address(database_url))
    if file is None or not file.parent.is_dir():
        yield
        return
    beside = file.with_name(f"{file.name}.lock")
    try:
        held = beside.open("a")
    except OSError as error:
        raise AlreadyRunning(f"{beside} can't be made ({error.strerror}): check who owns its folder.") from None
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(f"Another bot runs on {file} already: stop it first. Nothing was changed.") from None
        yield
