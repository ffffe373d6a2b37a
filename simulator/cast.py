"""Who has a telephone when the simulator starts."""

import tomllib
from pathlib import Path

from simulator.model import Person

USUAL: tuple[Person, ...] = (
    Person(1001, "Pelapor", role="Pelapor"),
    Person(2001, "Petugas Piket 1", role="Petugas piket", started=True),
    Person(2002, "Petugas Piket 2", role="Petugas piket", started=True),
    Person(3001, "Koordinator", role="Koordinator", started=True),
    Person(4001, "Manajer Kasus", role="Manajer kasus", started=True),
    Person(5001, "Kepala Unit", role="Kepala unit", started=True),
)


def read_phone(written: str) -> Person:
    """A person from `id:name:role`, or `id:name:role:new` for one who has never written to the bot."""
    number, _, rest = written.partition(":")
    name, _, rest = rest.partition(":")
    role, _, new = rest.partition(":")
    if not number.isdecimal() or not name or new not in ("", "new"):
        raise ValueError(f"{written!r} is not id:name:role or id:name:role:new")
    return Person(int(number), name, role=role, started=new != "new")


def read_phones(path: Path) -> tuple[Person, ...]:
    """People from a TOML file with tables `[[phone]]`: id, name, and maybe role, username, started, language."""
    try:
        return tuple(Person(**one) for one in tomllib.loads(path.read_text())["phone"])
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as wrong:
        raise ValueError(f"can't read phones from {path}: {wrong}") from wrong
