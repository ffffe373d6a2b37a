"""The places of the profile and their codes: kecamatan and villages of ours, regencies of the nation, countries abroad.

It is built from the text of two tables, so that nothing here reads a file. Names in what people write are found by
`triage.places`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from handlers.conversation.countries import COUNTRIES, SOMEWHERE
from triage.places import find

ABROAD = "LN:"
DISTRICT_LENGTH = len("73.22.05")
REGENCY_LENGTH = len("73.22")
#: So many letters are searched for names; whoever writes more tells a story.
LONGEST_READ = 400


@dataclass(frozen=True)
class Place:
    """One named area with its Kemendagri code."""

    code: str
    name: str
    province: str = ""

    @property
    def kind(self) -> str:
        if self.code.startswith(ABROAD):
            return "country"
        return {2: "regency", 3: "district", 4: "village"}[self.code.count(".") + 1]


@dataclass(frozen=True)
class Gazetteer:
    """All places that can be named in a conversation; `ours` is the code of the profile's regency."""

    ours: str
    districts: tuple[Place, ...]
    villages: tuple[Place, ...]
    regencies: tuple[Place, ...]

    @classmethod
    def read(cls, villages: str, regencies: str, *, ours: str) -> Gazetteer:
        """Build it from the text of the two tables of `profiles/places/`."""
        rows = tuple(csv.DictReader(io.StringIO(villages)))
        nation = tuple(csv.DictReader(io.StringIO(regencies)))
        districts = dict.fromkeys((row["district_code"], row["district"]) for row in rows)
        return cls(
            ours=ours,
            districts=tuple(Place(code, name) for code, name in districts if code.startswith(f"{ours}.")),
            villages=tuple(
                Place(row["village_code"], row["village"]) for row in rows if row["village_code"].startswith(f"{ours}.")
            ),
            regencies=tuple(Place(row["regency_code"], row["regency"], row["province"]) for row in nation),
        )

    @cached_property
    def by_code(self) -> dict[str, Place]:
        """Every place by its code, countries as LN:MY."""
        abroad = (Place(f"{ABROAD}{code}", name) for code, name in COUNTRIES.items())
        every = (*self.districts, *self.villages, *self.regencies, *abroad)
        return {place.code: place for place in every}

    def name(self, code: str) -> str:
        """The name of a code; empty if there is no such place, or abroad without a country."""
        place = self.by_code.get(code)
        return place.name if place else ""

    def knows(self, code: str) -> bool:
        """Whether this is the code of a place, or abroad with a country unknown."""
        return code in self.by_code or code == f"{ABROAD}{SOMEWHERE}"

    def villages_of(self, district: str) -> tuple[Place, ...]:
        """The desa and kelurahan of a kecamatan."""
        return tuple(village for village in self.villages if village.code.startswith(f"{district}."))

    def regencies_of(self, province: str) -> tuple[Place, ...]:
        """The other regencies and cities of a province, by its two-digit code."""
        return tuple(
            place for place in self.regencies if place.code.startswith(f"{province}.") and place.code != self.ours
        )

    def find(self, text: str, *, within: str = "", kinds: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The codes that a text may mean: one if it is clear, several if it has to be asked, none if not known.

        `within` is a kecamatan whose villages are meant first; `kinds` leaves out other kinds of places. A name that
        a kecamatan shares with a village of its own is the kecamatan: the village is asked next.
        """
        hits: list[str] = []
        for place in find(text[:LONGEST_READ]):
            named = [one.code for one in place.candidates] or [place.code or ""]
            hits += self._sifted(named, within=within, kinds=kinds)
        inside = [code for code in hits if within and code.startswith(f"{within}.")]
        return tuple(dict.fromkeys(inside or hits))

    def _sifted(self, codes: Iterable[str], *, within: str, kinds: frozenset[str]) -> list[str]:
        fitting = [code for code in codes if code in self.by_code and (not kinds or self.by_code[code].kind in kinds)]
        inside = [code for code in fitting if within and code.startswith(f"{within}.")]
        if inside:
            return inside
        districts = {code for code in fitting if self.by_code[code].kind == "district"}
        return [code for code in fitting if code in districts or code[:DISTRICT_LENGTH] not in districts]
