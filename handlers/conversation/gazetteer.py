"""The names of places and their codes: 15 kecamatan and 173 villages of ours, 514 regencies, countries abroad.

It is built from the text of two tables, so that nothing here reads a file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from handlers.conversation.countries import COUNTRIES, SOMEWHERE
from handlers.conversation.reading import each, tokens

ABROAD = "LN:"
DISTRICT_LENGTH = len("73.22.05")
REGENCY_LENGTH = len("73.22")
#: Spellings below this likeness are other names, not slips of the finger.
LIKE_ENOUGH = 84
SHORTEST_GUESSED = 5
#: So many words are searched for names; whoever writes more tells a story.
LONGEST_READ = 60

_KINDS = {"desa": "village", "kelurahan": "village", "dusun": "", "kampung": "", "lingkungan": ""}
_KINDS |= {"kecamatan": "district", "kabupaten": "regency", "kota": "regency", "regency": "regency"}
_NOT_NAMES = each(
    "di dari ke dekat rumah saya kami anak dia ada sekarang tinggal jalan jl lorong pasar sebelah samping sana sini "
    "the in at from near jadi sama dengan orang tua mama bapak nenek tante om korban masih lagi yang dan ini itu "
    "ujung utara selatan timur barat tengah"
)


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
        abroad = (Place(f"{ABROAD}{code}", names[0]) for code, names in COUNTRIES.items())
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

    @cached_property
    def spoken(self) -> dict[str, tuple[Place, ...]]:
        """Every name as people say it → the places that bear it."""
        found: dict[str, list[Place]] = {}
        for place in self.by_code.values():
            for name in self._names(place):
                there = found.setdefault(name, [])
                if place not in there:
                    there.append(place)
        return {name: tuple(places) for name, places in found.items()}

    def _names(self, place: Place) -> Iterable[str]:
        name = " ".join(tokens(place.name.replace("-", " ")))
        if place.kind == "country":
            yield from (" ".join(tokens(alias)) for alias in COUNTRIES[place.code.removeprefix(ABROAD)])
        elif place.kind == "regency":
            yield name.removeprefix("kabupaten ").removeprefix("kota administrasi ").removeprefix("kota ")
            yield name
        else:
            yield name
            yield name.replace(" ", "")
            for roman, figure in ((" i", " 1"), (" ii", " 2")):
                if name.endswith(roman):
                    yield name.removesuffix(roman) + figure

    def find(self, text: str, *, within: str = "", kinds: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The codes that a text may mean: one if it is clear, several if it has to be asked, none if not known.

        `within` is a kecamatan whose villages are meant first; `kinds` leaves out other kinds of places.
        """
        words = tuple(word for token in tokens(text) for word in token.split("-"))[:LONGEST_READ]
        hits = [hit for hit in self._hits(words) if not kinds or hit.kind in kinds]
        if within:
            inside = [hit for hit in hits if hit.code.startswith(f"{within}.")]
            hits = inside or hits
        return tuple(dict.fromkeys(hit.code for hit in self._sift(hits, words)))

    def _hits(self, words: tuple[str, ...]) -> list[Place]:
        hits: list[Place] = []
        taken: set[int] = set()
        for length in (4, 3, 2, 1):
            for start in range(len(words) - length + 1):
                span = range(start, start + length)
                if taken.intersection(span):
                    continue
                places = self._named(words[start : start + length])
                if places:
                    hits += self._of_kind(places, words[start - 1] if start else "")
                    taken.update(span)
        return hits

    def _named(self, words: tuple[str, ...]) -> tuple[Place, ...]:
        name = " ".join(words)
        exact = self.spoken.get(name)
        if exact:
            return exact + self._near(name) if self._far(exact) else exact
        if len(name) < SHORTEST_GUESSED or any(word in _NOT_NAMES or word in _KINDS for word in words):
            return ()
        best = process.extractOne(name, self._guessable, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        return self.spoken[best[0]] if best else ()

    def _far(self, places: tuple[Place, ...]) -> bool:
        return all(place.kind == "regency" and place.code[:2] != self.ours[:2] for place in places)

    def _near(self, name: str) -> tuple[Place, ...]:
        """ "sabang" may be Kota Sabang in Aceh, but here it is rather Sabbang: both are asked."""
        local = {place.name.lower(): place for place in (*self.villages, *self.districts)}
        best = process.extractOne(name, local.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        return (local[best[0]],) if best else ()

    @cached_property
    def _guessable(self) -> tuple[str, ...]:
        return tuple(name for name in self.spoken if len(name) >= SHORTEST_GUESSED)

    @staticmethod
    def _of_kind(places: tuple[Place, ...], before: str) -> list[Place]:
        """ "desa Masamba" is the village, "kec. Masamba" the kecamatan."""
        wanted = _KINDS.get(before, "")
        fitting = [place for place in places if place.kind == wanted]
        return fitting or list(places)

    def _sift(self, hits: list[Place], words: tuple[str, ...]) -> list[Place]:
        """ "Benteng, Mappedeceng" is one village; a name alone that is kecamatan and village is the kecamatan."""
        districts = {hit.code for hit in hits if hit.kind == "district"}
        inside = [hit for hit in hits if hit.kind == "village" and hit.code[:DISTRICT_LENGTH] in districts]
        others = [hit for hit in inside if self.spoken.get(hit.name.lower(), ()) == (hit,) or len(hits) > 2]
        told_village = "desa" in words or "kelurahan" in words
        if inside and (told_village or len({hit.name for hit in hits if hit.kind != "regency"}) > 1):
            return [hit for hit in (others or inside) if not self._is_also_district(hit)] or inside
        if districts:
            return [hit for hit in hits if hit.code in districts or self._far((hit,))]
        ours = [hit for hit in hits if hit.code.startswith(self.ours)]
        if any(hit.kind == "village" for hit in ours) and "kabupaten" not in words and "kota" not in words:
            regencies = [hit for hit in hits if hit.kind == "regency" and hit.code != self.ours]
            return [hit for hit in hits if hit.kind == "village"] + regencies
        near = [hit for hit in hits if hit.code != self.ours]
        return near or hits

    def _is_also_district(self, place: Place) -> bool:
        return any(district.name == place.name for district in self.districts)
