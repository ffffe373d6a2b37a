"""The people of whom a report speaks, as records: what was told of them, and nothing that was not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cases.case import Case
from cases.identity import nik_key
from cases.party import Party, PartyKind, PartyRef
from handlers.conversation.steps import SKIP, Answers
from handlers.conversation.summary import callback_number
from handlers.conversation.victims import first_person, other_victims, with_age

#: How the one who reports stands to the victim.
RELATIONS = {"anak": "orang tua/keluarga", "kel": "keluarga", "lain": "orang lain", "petugas": "petugas"}
#: Who reports of themselves.
ONESELF = ("sp", "sl", "sa")


def known_people(case: Case, new_ref: Callable[[], str]) -> tuple[Party, ...]:
    """The victims, whoever reported where that is somebody else, and the alleged offender."""
    answers = case.answers
    victims = [with_age(first_person(answers), answers.get("age")), *other_victims(answers)]
    contact = {"name": _typed(answers, "name"), "phone": callback_number(answers), "nik": _nik(answers)}
    oneself = answers.get("who") in ONESELF
    found: list[Party] = []
    for nth, one in enumerate(victims):
        known = {**_of(one), **(contact if oneself and nth == 0 else {})}
        if nth == 0 and "difabel" in (answers.get("state") or ()):
            known["disability"] = "ya"
        if any(known.values()):
            found.append(_party(case, PartyKind.VICTIM, new_ref, known))
    if not oneself and (contact["name"] or contact["phone"] or answers.get("who") in RELATIONS):
        relation = RELATIONS.get(str(answers.get("who")), "")
        found.append(_party(case, PartyKind.REPORTER, new_ref, {**contact, "relation": relation}))
    offender = _offender(answers)
    if offender:
        found.append(_party(case, PartyKind.OFFENDER, new_ref, offender))
    return tuple(found)


def _party(case: Case, kind: PartyKind, new_ref: Callable[[], str], known: Mapping[str, Any]) -> Party:
    return Party(PartyRef(new_ref()), case.ref, kind, **known)


def _of(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"sex": str(one.get("sex", "")), "age": one.get("age")}


def _typed(answers: Answers, step: str) -> str:
    value = answers.get(step)
    return value.strip() if isinstance(value, str) and value != SKIP else ""


def _nik(answers: Answers) -> str:
    """The identity card, where its number was typed."""
    return nik_key(_typed(answers, "card"))


def _offender(answers: Answers) -> dict[str, Any]:
    doer = answers.get("doer")
    if doer in (None, SKIP):
        return {}
    relation = doer.get("relation", "") if isinstance(doer, Mapping) else doer
    age = doer.get("age") if isinstance(doer, Mapping) else None
    return {"relation": str(relation), "age": age}
