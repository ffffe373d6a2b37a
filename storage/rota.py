"""The rota's rows: entries that are compared before they are changed, sealed, and read while they may still matter."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from cases.refusals import Changed
from cases.rota import KINDS, Entry, Kind, Rota, over_at
from cases.staff import StaffId
from storage.desk import Both, Desk
from storage.encoding import read, write
from storage.problems import BrokenSeal
from storage.sealing import Seals
from storage.tables import RotaRow, StaffRow

logger = logging.getLogger("laporaman.storage.rota")

_ROTA = select(RotaRow).where(or_(RotaRow.until.is_(None), RotaRow.until > bindparam("now")))
_SET_RESERVE = update(StaffRow).where(StaffRow.id == bindparam("who")).values(reserve=bindparam("on"))


def _put(insert: Any) -> Any:
    made = insert(RotaRow)
    return made.on_conflict_do_update(
        index_elements=("ref",),
        set_={column: made.excluded[column] for column in ("until", "version", "body")},
        where=RotaRow.version == made.excluded.version - 1,
    )


_PUT = Both(_put(sqlite.insert), _put(postgresql.insert))


class RotaWork(Desk):
    """What a unit of work can do with the rota."""

    async def rota(self, *, now: datetime) -> Rota:
        """All entries that are not long over, in the order in which they were entered."""
        rows = sorted(await self._rows(_ROTA, now=now), key=lambda row: row.ref)
        return _rota(self._seals, tuple(rows))

    async def keep_rota(self, entry: Kind) -> Kind:
        """Write an entry, and return it as it stands then.

        Raises Changed, and writes nothing, when it is no longer in the version it was read in.
        """
        version = entry.version + 1
        kind = type(entry).__name__.lower()
        body = self._seals.house.close(write(entry), _place(entry.ref, version))
        row = {"ref": entry.ref, "kind": kind, "until": over_at(entry), "version": version, "body": body}
        if not await self._change(self._said(_PUT), **row):
            raise Changed
        return replace(entry, version=version)

    async def set_reserve(self, id: StaffId, on: bool) -> None:
        """This member is on the coordinator's list of those who are called when nobody is on duty, or no longer."""
        await self._change(_SET_RESERVE, who=id, on=on)


@lru_cache(maxsize=8)
def _rota(seals: Seals, rows: tuple[Any, ...]) -> Rota:
    # Looked at with every sweep and every /piket, changed a few times a day.
    return Rota(tuple(sorted(_readable(seals, rows), key=lambda entry: (entry.at, entry.ref))))


def _readable(seals: Seals, rows: tuple[Any, ...]) -> Iterator[Entry]:
    for row in rows:
        try:
            yield _entry(seals, row)
        except (BrokenSeal, LookupError, ValueError) as problem:
            # One entry that can't be read must not stop the rota of all the others.
            logger.critical("an entry of the rota can't be read (%s) ref=%s", type(problem).__name__, row.ref)


@lru_cache(maxsize=4096)
def _entry(seals: Seals, row: Any) -> Entry:
    # Every "Siap" changes the rota by one row; the others need not be opened again.
    entry: Entry = read(KINDS[row.kind], seals.house.open(row.body, _place(row.ref, row.version)))
    return replace(entry, version=row.version)


def _place(ref: str, version: int) -> str:
    return f"rota|body|{ref}|{version}"
