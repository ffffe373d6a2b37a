"""The registers: every case has a number of its prefix and year, every letter one of its year, given out once."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from cases.case import CaseNumber
from storage.desk import Both, Desk
from storage.tables import RegisterRow

#: The register of letters; no case has a number of this prefix.
LETTERS = "letter/"


def _next(insert: Any) -> Any:
    first = insert(RegisterRow).values(last=1)
    counted = {"last": RegisterRow.last + 1}
    return first.on_conflict_do_update(index_elements=("prefix", "year"), set_=counted).returning(RegisterRow.last)


_NEXT = Both(_next(sqlite.insert), _next(postgresql.insert))


class RegisterWork(Desk):
    """What a unit of work can do with the register."""

    async def next_number(self, prefix: str, year: int) -> CaseNumber:
        """The next number, as LU-2026-0001. A unit of work that fails gives its number back."""
        row = await self._row(self._said(_NEXT), prefix=prefix, year=year)
        return CaseNumber(f"{prefix}-{year}-{row.last:04d}")

    async def next_letter(self, year: int) -> int:
        """The next running number of that year's outgoing letters."""
        row = await self._row(self._said(_NEXT), prefix=LETTERS, year=year)
        return int(row.last)
