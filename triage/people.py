"""The victim and the alleged offender, as far as we know them: what we don't know is None."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from triage.reading import (
    Mistakes,
    Readers,
    WrongFacts,
    checked,
    known,
    mistakes_in,
    one_of,
    read_age,
    read_fields,
    read_text,
    read_truth,
    shown,
)

Grown = Literal["anak", "dewasa"]
Stage = Literal["anak", "dewasa", "janin"]
Sex = Literal["P", "L"]
Access = Literal["ya", "tidak"]

ADULT = 18

VICTIM: Readers = {
    "age": read_age,
    "age_group": one_of(get_args(Stage)),
    "sex": one_of(get_args(Sex)),
    "pregnant": read_truth,
    "disability": read_truth,
}
OFFENDER: Readers = {
    "age": read_age,
    "age_group": one_of(get_args(Grown)),
    "relation": read_text,
    "same_household": read_truth,
    "official": read_truth,
    "access": one_of(get_args(Access)),
}


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody of whom we may know the age, or only whether it is a child."""

    age: int | None = None
    age_group: Stage | None = None

    @property
    def stage(self) -> Stage | None:
        """Child, adult or foetus, None where nobody knows; the age wins over the group (Pasal 1 angka 6)."""
        if self.age is None:
            return self.age_group
        return "anak" if self.age < ADULT else "dewasa"

    def to_json(self) -> dict[str, Any]:
        """Only what is known."""
        return known(self)


@dataclass(frozen=True, kw_only=True)
class Victim(Person):
    """A person, born or not, against whom the violence is said to be."""

    sex: Sex | None = None
    pregnant: bool | None = None
    disability: bool | None = None

    def __post_init__(self) -> None:
        if mistakes := mistakes_in(self, VICTIM) + _impossible_together(vars(self)):
            raise WrongFacts(mistakes)


@dataclass(frozen=True, kw_only=True)
class Offender(Person):
    """The alleged offender.

    `official`: of the village, the police or our own staff. `access`: can reach the victim now, online too.
    """

    age_group: Grown | None = None
    relation: str | None = None
    same_household: bool | None = None
    official: bool | None = None
    access: Access | None = None

    def __post_init__(self) -> None:
        if mistakes := mistakes_in(self, OFFENDER):
            raise WrongFacts(mistakes)


UNKNOWN = Offender()


def read_victims(name: str, value: Any, mistakes: Mistakes) -> Any:
    """A list of victims, each an object or already a Victim."""
    if not isinstance(value, (list, tuple)):
        mistakes.append(f"{name}: {shown(value)} is not a list")
        return value
    return tuple([_read_victim(f"{name}[{number}]", given, mistakes) for number, given in enumerate(value)])


def read_offender(name: str, value: Any, mistakes: Mistakes) -> Any:
    """The alleged offender, an object or already an Offender."""
    if isinstance(value, Offender):
        return value
    found = _read_person(OFFENDER, name, value, mistakes)
    return None if found is None else checked(Offender, found)


def _read_victim(name: str, value: Any, mistakes: Mistakes) -> Any:
    if isinstance(value, Victim):
        return value
    found = _read_person(VICTIM, name, value, mistakes)
    return None if found is None else checked(Victim, found)


def _read_person(readers: Readers, name: str, value: Any, mistakes: Mistakes) -> dict[str, Any] | None:
    """The person's known facts, or None when something about the person is wrong."""
    if not isinstance(value, dict):
        mistakes.append(f"{name}: {shown(value)} is not a person")
        return None
    before = len(mistakes)
    found = read_fields(readers, value, mistakes, inside=f"{name}.")
    mistakes += _impossible_together(found, inside=f"{name}.")
    return found if len(mistakes) == before else None


def _impossible_together(found: Mapping[str, Any], *, inside: str = "") -> Mistakes:
    """What two keys allow alone, but not together."""
    wrong = []
    if found.get("age_group") == "janin" and found.get("age") is not None:
        wrong.append(f"{inside}age: {shown(found['age'])} is given, but a foetus (janin) has no age")
    if found.get("sex") == "L" and found.get("pregnant") is True:
        wrong.append(f"{inside}pregnant: true is given, but sex is L")
    return wrong
