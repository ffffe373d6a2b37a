"""How a fact is read: a reader takes what was given and notes every mistake by the name of its key.

The same readers check facts that come as JSON and facts that are built in code: both refuse the same.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from triage.regencies import REGENCIES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Built = TypeVar("Built")
Mistakes = list[str]
Reader = Callable[[str, Any, Mistakes], Any]
Readers = Mapping[str, Reader]

ONLINE = "daring"
ABROAD = "LN:"
OLDEST = 120

_AREA = re.compile(r"([0-9]{2}\.[0-9]{2})(?:\.[0-9]{2}(?:\.[0-9]{4})?)?")
_COUNTRY = re.compile(r"LN:(?!ID)[A-Z]{2}")
_LONGEST_SHOWN = 60


class WrongFacts(ValueError):
    """These facts can't be: `mistakes` names every wrong key, not only the first."""

    def __init__(self, mistakes: Mistakes) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = tuple(mistakes)


def shown(value: object) -> str:
    """A value as it may stand in an error: short, on one line, and never a whole nested thing."""
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, int) and value.bit_length() > 8 * _LONGEST_SHOWN:
        return "a very large number"
    if value is None or isinstance(value, str | bool | int | float):
        text = json.dumps(value[: _LONGEST_SHOWN + 1] if isinstance(value, str) else value)
        return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return f"a {type(value).__name__}"


def key_shown(key: object) -> str:
    """A key as it may stand in an error: plain if it looks like a key, else as a quoted value."""
    if isinstance(key, str) and key.isascii() and key.isidentifier() and len(key) <= _LONGEST_SHOWN:
        return key
    return shown(key)


def read_fields(readers: Readers, given: Mapping[Any, Any], mistakes: Mistakes, *, inside: str = "") -> dict[str, Any]:
    """Read each key with its reader; unknown keys are mistakes, null is the same as absent."""
    found = {}
    for key, value in given.items():
        reader = readers.get(key)
        if reader is None:
            mistakes.append(f"{inside}{key_shown(key)}: unknown key")
        elif value is not None:
            found[key] = reader(inside + key, value, mistakes)
    return found


def read_truth(name: str, value: Any, mistakes: Mistakes) -> Any:
    """True or false; 0 and 1 are numbers, not answers."""
    if value is not True and value is not False:
        mistakes.append(f"{name}: {shown(value)} is not true or false")
    return value


def read_age(name: str, value: Any, mistakes: Mistakes) -> Any:
    """An age in whole years, 0 to 120."""
    if type(value) is not int or not 0 <= value <= OLDEST:
        mistakes.append(f"{name}: {shown(value)} is not an age")
    return value


def read_count(name: str, value: Any, mistakes: Mistakes) -> Any:
    """A whole number from 0 up."""
    if type(value) is not int or value < 0:
        mistakes.append(f"{name}: {shown(value)} is not a whole number from 0 up")
    return value


def read_text(name: str, value: Any, mistakes: Mistakes) -> Any:
    """A word or short text that can be written down: half of a surrogate pair can't."""
    if not isinstance(value, str):
        mistakes.append(f"{name}: {shown(value)} is not a text")
    elif not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        mistakes.append(f"{name}: {shown(value)} holds half a character")
    return value


def read_place(name: str, value: Any, mistakes: Mistakes) -> Any:
    """A Kemendagri code of at least a regency, LN: and a country that is not Indonesia, or daring."""
    if value == ONLINE:
        return value
    if isinstance(value, str):
        if value.startswith(ABROAD) and _COUNTRY.fullmatch(value):
            return value
        area = _AREA.fullmatch(value)
        if area and area[1] in REGENCIES:
            return value
    mistakes.append(f"{name}: {shown(value)} is not the code of a regency, a country abroad (LN:MY) or {ONLINE}")
    return value


def one_of(words: tuple[str, ...]) -> Reader:
    """A reader for exactly one of these words."""

    def read(name: str, value: Any, mistakes: Mistakes) -> Any:
        if not isinstance(value, str) or value not in words:
            mistakes.append(f"{name}: {shown(value)} is not one of {', '.join(words)}")
        return value

    return read


def several_of(words: tuple[str, ...]) -> Reader:
    """A reader for a list of these words, each at most once."""

    def read(name: str, value: Any, mistakes: Mistakes) -> Any:
        if not isinstance(value, (list, tuple)):
            mistakes.append(f"{name}: {shown(value)} is not a list")
            return value
        seen: set[str] = set()
        for number, word in enumerate(value):
            if not isinstance(word, str) or word not in words:
                mistakes.append(f"{name}[{number}]: {shown(word)} is not one of {', '.join(words)}")
            elif word in seen:
                mistakes.append(f"{name}[{number}]: {shown(word)} is given twice")
            else:
                seen.add(word)
        return tuple(value)

    return read


def mistakes_in(built: "DataclassInstance", readers: Readers) -> Mistakes:
    """What is wrong with a value that was built in code."""
    mistakes: Mistakes = []
    for name, reader in readers.items():
        value = getattr(built, name)
        if value is not None:
            reader(name, value, mistakes)
            if type(value) is list:
                mistakes.append(f"{name}: a list can still change, give a tuple")
    return mistakes


def checked(kind: type[Built], found: Mapping[str, Any]) -> Built:
    """Build from values that readers have already passed: what was not found keeps its class default.

    The constructor would read everything a second time, which costs more than the whole decision.
    """
    built = object.__new__(kind)
    vars(built).update(found)
    return built


def known(built: "DataclassInstance") -> dict[str, Any]:
    """What is known of a value, as JSON: neither unknown keys nor empty lists."""
    found: dict[str, Any] = {}
    for field in fields(built):
        value = getattr(built, field.name)
        if isinstance(value, tuple):
            value = [part if isinstance(part, str) else known(part) for part in value] or None
        elif hasattr(value, "__dataclass_fields__"):
            value = known(value) or None
        if value is not None:
            found[field.name] = value
    return found
