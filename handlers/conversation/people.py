"""Reads from typed words who somebody is: sex, age, child or adult. "anak saya pr kls 5 sd" → P, 11."""

from __future__ import annotations

from handlers.conversation.reading import NUMBERS, each, number_of, tokens

ADULT = 18
OLDEST = 120
#: "Under 18" is a child and no age, "under 5" is small enough to be one.
SMALL = 5
_BELOW = frozenset({"bawah", "dibawah", "under", "below"})

_FEMALE = each(
    "perempuan gadis putri siswi istri ibu mama mamak nenek tante bibi ponakannya cewenya mahasiswi janda wanita "
    "woman women girl female daughter sister mother wife lady she her"
)
_MALE = each(
    "laki-laki lelaki putra bujang suami bapak ayah papa kakek paman om duda mahasiswa "
    "man men boy male son brother father husband he him"
)
_CHILD = each(
    "anak anaknya anak-anak bayi balita batita remaja siswa siswi murid pelajar gadis kecil bocah balitaku ponakan "
    "keponakan child kid baby toddler teenager teen girl boy"
)
_ADULT = each("dewasa adult istri ibu mahasiswi mahasiswa janda nenek kakek lansia woman women man men")
_YEARS = frozenset({"tahun", "years", "year", "yo", "yrs", "taun"})
_MONTHS = frozenset({"bulan", "months", "month", "minggu", "weeks", "hari", "days"})
_SCHOOLS = {"sd": 6, "mi": 6, "smp": 12, "mts": 12, "sltp": 12, "sma": 15, "smk": 15, "ma": 15, "slta": 15}
_KINDERGARTEN = frozenset({"tk", "paud", "kindergarten"})


def read_person(text: str) -> dict[str, object] | None:
    """What the words say of a person, as `sex`, `group`, `age`; None if they say nothing of the kind."""
    words = tokens(text)
    age = read_age(text)
    found: dict[str, object] = {}
    sex = _sex(words)
    if sex:
        found["sex"] = sex
    if age is not None:
        found["age"] = age
    else:
        group = _group(words)
        if group:
            found["group"] = group
    return found or None


def read_age(text: str, *, bare: bool = True) -> int | None:
    """The age in years; a school year is reckoned to its usual age. `bare`: a number without "years" is one too."""
    words = tokens(text)
    for index, word in enumerate(words):
        number = number_of(word)
        following = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        if number is None or number > OLDEST or (before in _BELOW and number > SMALL):
            continue
        number -= before in _BELOW and number > 0
        if following in _YEARS or before == "umur":
            return 0 if following in _MONTHS else number
        if following in _MONTHS and (len(words) <= 2 or "umur" in words or "bayi" in words):
            return 0
        school = _SCHOOLS.get(following) or _SCHOOLS.get(before)
        if school is not None and number <= 12:
            return _school_age(school, number)
        if before == "kelas" and number <= 12:
            return number + 6
    if any(word in _KINDERGARTEN for word in words):
        return 5
    if not bare:
        return None
    if not _BELOW.isdisjoint(words):
        return None
    numbers = [number for word in words if (number := number_of(word)) is not None and not _is_article(word)]
    return numbers[0] if len(numbers) == 1 and numbers[0] <= OLDEST else None


def _is_article(word: str) -> bool:
    """ "se" and "satu" count things, not years."""
    return word in NUMBERS and word in ("se", "satu", "one")


def _school_age(start: int, grade: int) -> int:
    if start == 6:
        return 6 + grade
    # Classes of the higher schools are counted from 1 or on from 7 and 10.
    first = {12: 7, 15: 10}[start]
    return start + (grade - first + 1 if grade >= first else grade)


def _sex(words: tuple[str, ...]) -> str:
    female = not _FEMALE.isdisjoint(words)
    male = not _MALE.isdisjoint(words)
    # "Perempuan, dipukul suami" speaks of both: the plain word of the two decides.
    if female and male:
        female, male = "perempuan" in words, "laki-laki" in words
    return "" if female == male else "P" if female else "L"


def _group(words: tuple[str, ...]) -> str:
    if not _ADULT.isdisjoint(words):
        return "dewasa"
    return "anak" if not _CHILD.isdisjoint(words) else ""
