"""What went wrong beneath, said in our words: nobody above storage knows SQLAlchemy's exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.problems import DatabaseProblem

#: What SQLite and PostgreSQL say, in the order in which it is looked for, and what it means for the operator.
_SAID: tuple[tuple[str, str, str], ...] = (
    ("database is locked", "busy", "The database has been busy for too long: does another program hold it?"),
    ("disk is full", "full", "The disk is full: make room, everything goes on by itself."),
    ("no space left", "full", "The disk is full: make room, everything goes on by itself."),
    ("disk i/o error", "unwritable", "The disk can't be read or written: look at it, everything goes on by itself."),
    ("readonly database", "read_only", "The database can't be written: check who owns its file and folder."),
    ("read-only", "read_only", "The database can't be written: it is read-only."),
    ("not a database", "corrupt", "The database file is not a database: put back a backup."),
    ("malformed", "corrupt", "The database file is damaged: put back a backup."),
    ("unable to open", "unreachable", "The database file can't be opened: check its folder and who owns it."),
    ("connect", "unreachable", "The database can't be reached: is it running, and is its address right?"),
    ("does not exist", "unreachable", "The database can't be reached: is its address right?"),
    ("password authentication", "unreachable", "The database refuses our name or password."),
    ("starting up", "unreachable", "The database is starting or stopping: try again."),
    ("shutting down", "unreachable", "The database is starting or stopping: try again."),
    ("deadlock detected", "deadlock", "Two wanted to write the same in another order: it is tried again."),
)


def problem_of(error: Exception) -> DatabaseProblem:
    """The problem behind an exception of the driver. Its own text is not passed on: it may quote what was written."""
    if isinstance(error, PoolTimeout):
        return DatabaseProblem("busy", "All connections to the database have been busy for too long.")
    told = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    for said, reason, sentence in _SAID:
        if said in told:
            return DatabaseProblem(reason, sentence)
    if isinstance(error, OSError):
        return DatabaseProblem("unreachable", "The database can't be reached: is it running, and is its address right?")
    return DatabaseProblem("failed", f"The database refused what was asked ({type(error).__name__}).")


@contextmanager
def in_our_words() -> Iterator[None]:
    """Whatever the database can't do becomes a DatabaseProblem; everything else passes through."""
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        raise problem_of(error) from error


@contextmanager
def reaching() -> Iterator[None]:
    """The same while a connection is made, when the system itself may refuse."""
    try:
        yield
    except (DBAPIError, PoolTimeout, OSError) as error:
        raise problem_of(error) from error
