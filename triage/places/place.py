"""What is known of a place in a message."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "negara", "daring"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean. `name` says where it lies: "Benteng, Malangke"."""

    code: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a message names: `text[start:end]` is `words`.

    Where two places fit, `candidates` holds them and somebody must ask; `code` is then what is
    sure already (the shared district or regency), or None. `kind` is that of `code`.
    """

    code: str | None
    name: str
    kind: Kind | None
    words: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether the person must be asked which place is meant."""
        return bool(self.candidates)
