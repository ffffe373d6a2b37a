"""Where the answers of the forms stand in the letters: which answer of which entry says what."""

from __future__ import annotations

from collections.abc import Mapping

from cases.entry import Entry, EntryKind
from cases.letter_parts import UNSAID, Material, Words, answer, say, told
from cases.serving import services_of

#: What was found of a person (2.1), and under which names the form of assessment keeps it.
ASPECTS: Mapping[str, tuple[str, ...]] = {
    "bio": ("asbio",),
    "psy": ("aspsi",),
    "soc": ("assos",),
    "spi": ("asspi",),
    "hopes": ("asneed",),
}
#: What has a place of its own on paper, or is of no use there.
ASIDE = frozenset({"today", "clock", "cancelled", "services", "asrisk", "cbrisk", "plconf", "acgo", "sgphoto"})


def aspect(material: Material, name: str) -> Words:
    """What the newest assessment that speaks of it says of one side of a person."""
    found = (told(entry, *ASPECTS[name]) for entry in reversed(material.of_kind(EntryKind.ASSESSMENT)))
    return next((words for words in found if words), "")


def legal(material: Material) -> Words:
    """Where the law stands: the number under which it was reported to the police."""
    police = material.case.police
    return say("police-number", number=police.number) if police is not None and police.number else ""


def all_told(entry: Entry | None, *but: str, labelled: bool = False) -> Words:
    """Everything that was answered and has no place of its own, each on a line; several, or where it is wanted, each
    behind its label."""
    if entry is None:
        return ""
    kept = [
        (key, value)
        for key, value in entry.told.items()
        if key not in ASIDE and key not in but and not key.startswith("_") and value not in UNSAID
    ]
    return [{**answer(key, value), "label": labelled or len(kept) > 1} for key, value in kept]


def planned(entry: Entry | None) -> list[list[Words]]:
    """The rows of a plan (3.3): need, service, who, until when."""
    rows = services_of(entry.told) if entry is not None else []
    return [
        [f"{nth}.", answer("nneeds", row["need"]), row["what"], row["who"], row["until"]]
        for nth, row in enumerate(rows, start=1)
    ]


def planned_steps(entry: Entry | None) -> tuple[str, ...]:
    """The answers from which the rows of a plan were made: they are not said twice."""
    return tuple(f"pl{row['need']}" for row in services_of(entry.told)) if entry is not None else ()


def latest(material: Material, kind: EntryKind, *keys: str) -> Entry | None:
    """The newest entry of that kind that answers one of these questions."""
    return next((one for one in reversed(material.of_kind(kind)) if told(one, *keys)), None)
