"""All names of places by the letters they are written with."""

import csv
from functools import cache
from importlib.resources import files

from triage.places.place import Candidate, Kind
from triage.regencies import PROVINCES, REGENCIES
from triage.signals.reading import rows

TABLES = "triage.places.tables"
HOME = "73.22"
PROVINCE_OF_HOME = "73"
ABROAD = "LN:"
ONLINE = "daring"
KIND_BY_DEPTH: dict[int, Kind] = {1: "provinsi", 2: "kabupaten", 3: "kecamatan", 4: "desa"}
FIRST_CITY, LAST_CITY = 71, 99  # the last two digits of a city's code


def letters(name: str) -> str:
    """A name as it is compared: letters alone, so that spaces, hyphens and capitals don't matter."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@cache
def villages() -> tuple[dict[str, str], ...]:
    """The villages of Luwu Utara with their districts, as the Ministry of Home Affairs numbers them."""
    with files(TABLES).joinpath("luwu_utara.csv").open(encoding="utf-8") as table:
        return tuple(csv.DictReader(table))


@cache
def districts() -> dict[str, str]:
    """Code → name of each kecamatan of Luwu Utara."""
    return {row["district_code"]: row["district"] for row in villages()}


@cache
def names() -> dict[str, tuple[Candidate, ...]]:
    """Letters of a name → every place that is called so."""
    found: dict[str, dict[str, Candidate]] = {}

    def add(written: str, place: Candidate) -> None:
        found.setdefault(letters(written), {})[place.code] = place

    for row in villages():
        kind: Kind = "kelurahan" if row["village_type"] == "kelurahan" else "desa"
        add(row["village"], Candidate(row["village_code"], f"{row['village']}, {row['district']}", kind))
    for code, name in districts().items():
        add(name, Candidate(code, f"Kecamatan {name}", "kecamatan"))
    for code, name in REGENCIES.items():
        add(short(name), by_code(code))
    for code, name in PROVINCES.items():
        add(name, by_code(code))
        add(name.removeprefix("Daerah Khusus Ibukota ").removeprefix("Daerah Istimewa "), by_code(code))
    for code, ways in rows(TABLES, "aliases.tsv"):
        for way in ways.split():
            add(way.replace("_", " "), by_code(code))
    return {written: tuple(places.values()) for written, places in found.items()}


def short(name: str) -> str:
    """The name of a regency or city without what kind it is."""
    for front in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "):
        name = name.removeprefix(front)
    return name


def by_code(code: str) -> Candidate:
    """The place of a code from the tables."""
    if code == ONLINE:
        return Candidate(code, "Daring", "daring")
    if code.startswith(ABROAD):
        return Candidate(code, country(code), "negara")
    depth = code.count(".") + 1
    if depth == 1:
        return Candidate(code, PROVINCES[code], "provinsi")
    if depth == 2:
        city = FIRST_CITY <= int(code.rpartition(".")[2]) <= LAST_CITY
        return Candidate(code, REGENCIES[code], "kota" if city else "kabupaten")
    return Candidate(code, f"Kecamatan {districts()[code]}", "kecamatan")


@cache
def country(code: str) -> str:
    """The first name that the table gives a country."""
    first = next(ways.split()[0] for one, ways in rows(TABLES, "aliases.tsv") if one == code)
    return first.replace("_", " ").title()


@cache
def near() -> tuple[str, ...]:
    """Names close to home, where a misspelt word is looked for first."""
    return tuple(
        written
        for written, places in names().items()
        if len(written) >= 5 and any(place.code.startswith(PROVINCE_OF_HOME) for place in places)
    )


@cache
def guessable() -> tuple[str, ...]:
    """Names that a misspelt word may mean: those close to home, and long ones elsewhere."""
    home = set(near())
    return (*near(), *(written for written in names() if len(written) >= 7 and written not in home))


@cache
def ordinary() -> dict[str, str]:
    """Names that are ordinary words too → what must stand before them."""
    return {letters(name): way for way, all_names in rows(TABLES, "ordinary.tsv") for name in all_names.split()}


@cache
def markers() -> dict[str, str]:
    """Words before the name of a place → what they say about it."""
    return {word: meaning for meaning, words in rows(TABLES, "markers.tsv") for word in words.split()}
