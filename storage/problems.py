"""Why storage can't be used. Each problem is one plain sentence that says what to do, and a `reason` for the code.

StorageProblem
├── KeyProblem        the master key or the key ring is missing, unsafe, malformed or not the one of this database
├── SchemaBehind      the database is older than the code (or empty): migrate
├── SchemaNewer       the database is newer than the code: update the code
├── DatabaseProblem   the database can't be reached, read or written
└── BrokenSeal        a sealed field was changed or moved, or its key is another
    └── Forgotten     its key was destroyed: what it held is not there any more
"""

from __future__ import annotations

from pathlib import Path


class StorageProblem(Exception):
    """Something is wrong with what storage stands on; `reason` is a code, `str()` a sentence for the operator."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence


class KeyProblem(StorageProblem):
    """The master key or the key ring can't be used; `path` is its file. Never a reason to go on without sealing."""

    def __init__(self, reason: str, sentence: str, path: Path) -> None:
        super().__init__(reason, sentence)
        self.path = path


class SchemaBehind(StorageProblem):
    """The database is older than the code, or empty."""


class SchemaNewer(StorageProblem):
    """The database was made by a newer version of the code."""


class DatabaseProblem(StorageProblem):
    """The database can't do what was asked.

    Why: busy, full, unwritable, read_only, corrupt, unreachable, misspelt; failed is our own mistake.
    """

    @property
    def is_passing(self) -> bool:
        """Whether the same may be asked again as it is: what stood in the way has nothing to do with it."""
        return self.reason in ("busy", "full", "unwritable", "read_only", "unreachable")


class BrokenSeal(StorageProblem):
    """A sealed field can't be opened at its place: it was changed, moved, or sealed with another key."""

    def __init__(self, place: str) -> None:
        super().__init__("broken_seal", f"The sealed field {place} was changed or does not belong there.")


class Forgotten(BrokenSeal):
    """The key of a sealed field was destroyed on purpose. It is not damage: what it held is simply not there."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.reason = "forgotten"
