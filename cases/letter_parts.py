"""What letters are made of: words by their keys, values as they were typed, and the parts of a page as JSON values.

Nothing here is rendered: `{"say": key, "args": {...}}` is a phrase, a string stands as typed, an empty one is a dotted
line to be filled in by hand, a list of words stands on lines of its own, and `{"told": key, "value": ...}` is an answer
from a form, which has words of its own where a button was pressed (`label`: with the name of the question before it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cases.case import Case, File
from cases.entry import Entry, EntryKind
from cases.letter import Letter
from cases.party import Party, PartyKind
from cases.profile import Profile
from cases.referral import Agency, AgencyKind, Referral
from cases.staff import Role, Roster, Staff, StaffId
from triage.facts import Victim

Words = str | Mapping[str, Any] | Sequence[Any]
Part = dict[str, Any]
#: Answers of a form that are not words of anybody.
UNSAID: tuple[Any, ...] = ("", None, "_skip", [], ())


@dataclass(frozen=True)
class Material:
    """All that a letter may be composed from. `about` is the entry it is for, `referral` the referral."""

    case: Case
    roster: Roster
    profile: Profile
    now: datetime
    by: Staff
    number: str = ""
    parties: tuple[Party, ...] = ()
    entries: tuple[Entry, ...] = ()
    letters: tuple[Letter, ...] = ()
    referrals: tuple[Referral, ...] = ()
    referral: Referral | None = None
    about: Entry | None = None

    @property
    def agency(self) -> Agency | None:
        return self.profile.agency(self.referral.agency) if self.referral else None

    @property
    def today(self) -> date:
        return self.profile.local(self.now).date()

    def of_kind(self, kind: EntryKind) -> tuple[Entry, ...]:
        """What counts of that kind, the oldest first."""
        return tuple(sorted((e for e in self.entries if e.kind is kind and e.counts), key=lambda e: e.at))

    def last(self, kind: EntryKind) -> Entry | None:
        return next(reversed(self.of_kind(kind)), None)

    @property
    def visits(self) -> tuple[Entry, ...]:
        """What was seen on visits (5.2): not what was planned for them."""
        return tuple(one for one in self.of_kind(EntryKind.MONITORING) if "mphow" not in one.told)

    def people(self, *kinds: PartyKind) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.kind in kinds and not party.removed)

    @property
    def clients(self) -> tuple[Party, ...]:
        """Whom the unit cares for in this file: never anybody of the file that is closed to it (UU 11/2012 Ps 19)."""
        kind = PartyKind.OFFENDER if self.case.file is File.CHILD_OFFENDER else PartyKind.VICTIM
        found = self.people(kind)
        facts = self.case.facts
        if found:
            return found
        if self.case.file is File.CHILD_OFFENDER:
            return (_nobody(self.case, kind, sex="", age=facts.offender.age),)
        victims = facts.victims or (Victim(),)
        return tuple(_nobody(self.case, kind, sex=victim.sex or "", age=victim.age) for victim in victims)

    @property
    def offenders(self) -> tuple[Party, ...]:
        """The alleged offenders, where this file may name them."""
        return self.people(PartyKind.OFFENDER) if self.case.file is File.WHOLE else ()

    def stage(self, client: Party) -> str:
        """`anak`, `dewasa` or nothing, where nobody knows."""
        if client.age is not None:
            return "anak" if client.age < 18 else "dewasa"
        if self.case.file is File.CHILD_OFFENDER:
            return "anak"
        groups = {victim.stage for victim in self.case.facts.victims}
        return next(iter(groups)) or "" if len(groups) == 1 else ""

    def name(self, id: StaffId | None) -> str:
        """The name of a member of the unit; empty where there is none."""
        person = self.roster.by_id(id)
        return person.name if person is not None else ""


def _nobody(case: Case, kind: PartyKind, *, sex: str, age: int | None) -> Party:
    return Party(ref="", case=case.ref, kind=kind, sex=sex, age=age)  # type: ignore[arg-type]


def say(key: str, **args: Words | int) -> dict[str, Any]:
    """A phrase of the letters, by its key."""
    return {"say": f"letter-{key}", "args": args} if args else {"say": f"letter-{key}"}


def told(entry: Entry | None, *keys: str) -> Words:
    """The first of these answers that was given; nothing where none was."""
    found = (key for key in keys if entry is not None and entry.told.get(key) not in UNSAID)
    key = next(found, None)
    return answer(key, entry.told[key]) if key is not None and entry is not None else ""


def answer(key: str, value: Any) -> dict[str, Any]:
    """One answer of a form: in its own words where it was chosen, else as it was typed."""
    kept = dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value
    return {"told": key, "value": kept}


def on_day(day: date | None) -> Words:
    return say("date", day=str(day.day), month={"say": f"month-{day.month}"}, year=str(day.year)) if day else ""


def on(at: datetime | None, profile: Profile) -> Words:
    """The day of a moment, in the unit's zone."""
    return on_day(profile.local(at).date()) if at is not None else ""


def moment(at: datetime | None, profile: Profile) -> Words:
    """Day and hour of a moment, in the unit's zone."""
    if at is None:
        return ""
    local = profile.local(at)
    return say("moment", day=on_day(local.date()), hour=f"{local:%H}", minute=f"{local:%M}", zone=f"{local:%Z}")


def spelled(number: int) -> Words:
    """A number below 10,000 as Indonesian says it."""
    if number < 12:
        return say(f"num-{number}")
    if number < 20:
        return say("num-teen", n=spelled(number - 10))
    for size, name in ((1000, "thousands"), (100, "hundreds"), (10, "tens")):
        if number >= size:
            count, rest = divmod(number, size)
            head: Words = say(f"num-one-{name}") if count == 1 and size > 10 else say(f"num-{name}", n=spelled(count))
            return say("num-and", head=head, rest=spelled(rest)) if rest else head
    raise ValueError(number)


def roman(month: int) -> str:
    """The month as offices write it in the number of a letter."""
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[month - 1]


# The parts of a page.


def text(words: Words) -> Part:
    return {"kind": "text", "words": words}


def note(words: Words) -> Part:
    return {"kind": "note", "words": words}


def head(key: str, **args: Words | int) -> Part:
    return {"kind": "head", "words": say(key, **args)}


def titled(key: str, *, number: str = "", under: Words = "") -> Part:
    """The title in the middle, with the letter's number beneath it."""
    beneath = under or (say("number", number=number) if number else "")
    return {"kind": "title", "words": say(key), "under": beneath}


def rows(*some: tuple[str, Words], deep: bool = False) -> Part:
    """Labels with what belongs to them; what is not known is a dotted line."""
    return {"kind": "rows", "deep": deep, "rows": [[say(f"row-{label}"), words] for label, words in some]}


def listed(*items: Words, mark: str = "1.") -> Part:
    return {"kind": "list", "mark": mark, "items": list(items)}


def clauses(*some: tuple[str, Sequence[Words]]) -> Part:
    """Headings at the side with numbered clauses, as an order has them."""
    return {"kind": "clauses", "clauses": [[say(f"row-{label}"), list(items)] for label, items in some]}


def ticks(*items: tuple[bool, Words], columns: int = 1) -> Part:
    return {"kind": "ticks", "columns": columns, "items": [[ticked, words] for ticked, words in items]}


def table(
    headings: Sequence[str], widths: Sequence[float], lines: Iterable[Sequence[Words]], *, least: int = 0
) -> Part:
    """A table; it has at least so many lines, the last ones to be filled in by hand."""
    found = [list(line) for line in lines]
    found += [[""] * len(headings)] * (least - len(found))
    return {"kind": "table", "head": [say(f"col-{h}") for h in headings], "widths": list(widths), "rows": found}


def lines(count: int) -> Part:
    return {"kind": "lines", "count": count}


def told_or_lines(words: Words, count: int) -> Part:
    """What was told; where nothing was, room to write it by hand."""
    return text(words) if words else lines(count)


def together(*parts: Part) -> Part:
    """Parts that must not be torn apart by the end of a page."""
    return {"kind": "together", "parts": list(parts)}


def sign(title: Words, name: str = "", *, above: Words = "", nip: bool = False) -> Part:
    return {"above": above, "title": title, "name": name, "under": say("nip") if nip else ""}


def signs(*columns: Part, paraf: Part | None = None) -> Part:
    """The places for signatures, two beside each other; with the initials of who made it and who checks it."""
    return {"kind": "signs", "columns": list(columns)} | ({"paraf": paraf} if paraf else {})


def unit_head(material: Material, *, dated: bool = True, known: bool = False) -> Part:
    """The place for the signature of who answers for the unit; with the date above it."""
    heads = material.roster.having(Role.HEAD)
    name = heads[0].name if len(heads) == 1 else ""
    title: Words = material.profile.letterhead.signer
    above = place_and_day(material) if dated else say("knows") if known else ""
    return sign(title, name, above=above, nip=True)


def maker(material: Material, *, above: Words = "") -> Part:
    """The place for the signature of who holds the case, else of who makes the letter."""
    person = material.roster.by_id(material.case.manager) or material.by
    return sign(say("case-manager") if person.id == material.case.manager else say("officer"), person.name, above=above)


def place_and_day(material: Material) -> Words:
    return say("dated", place=material.profile.letterhead.place, date=on_day(material.today))


def paraf(material: Material) -> Part:
    """Where who made it and who checks it put their initials, on what stays with the unit."""
    made: list[Words] = [say("paraf-made"), material.by.name]
    return {
        "head": [say("paraf"), say("paraf-name"), say("paraf-sign")],
        "rows": [made, [say("paraf-checked"), ""]],
    }


def copies(*items: Words) -> Part:
    return {"kind": "copies", "words": say("copies"), "items": list(items)}


def addressed(material: Material, *, subject: Words, enclosed: Words, to: Sequence[Words]) -> Part:
    """The head of a letter that goes out: its number, what it is about, and to whom."""
    return {
        "kind": "letter",
        "rows": [
            [say("row-number"), material.number],
            [say("row-nature"), say("secret")],
            [say("row-enclosed"), enclosed],
            [say("row-subject"), subject],
        ],
        "dated": place_and_day(material),
        "to": list(to),
    }


# People.


def born_words(client: Party) -> Words:
    """How old, and born on which day, as far as it is known."""
    born = on_day(client.born_on)
    age = age_words(client)
    return say("born", age=age, day=born) if age and born else born or age


def sex_words(sex: str) -> Words:
    return say(f"sex-{sex}") if sex in ("P", "L") else sex


def age_words(client: Party) -> Words:
    return say("age", age=client.age) if client.age is not None else ""


def sort_of(material: Material, client: Party) -> Words:
    """Who it is without saying who: a girl, a woman, a child."""
    sex = client.sex if client.sex in ("P", "L") else "x"
    return say(f"sort-{sex}-{material.stage(client) or 'x'}")


def sorts(material: Material) -> Words:
    """All clients without saying who they are, each on a line."""
    return [sort_of(material, client) for client in material.clients]


def types_words(case: Case) -> list[Words]:
    return [say(f"type-{kind}") for kind in case.types]


def risk_words(case: Case) -> Words:
    return (
        say("risk-emergency", risk=say(f"risk-{case.gravity or 'none'}"))
        if case.emergency
        else (say(f"risk-{case.risk or 'none'}"))
    )


def violence_words(case: Case) -> list[Words]:
    return [say(f"violence-{kind}") for kind in case.facts.violence]


def agency_kind(kind: AgencyKind | str) -> Words:
    return say(f"agency-{kind}")
