"""What belongs to whose file, where victim and child offender of one event have files closed to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cases.case import File
from triage.decision import Decision, decide
from triage.facts import Facts

#: The child's own way: to Dinas Sosial (1.5 c).
OF_THE_CHILD = frozenset({"c"})
#: All that the file of a child offender takes over: what is said to have been done, and when and where.
SHARED_ANSWERS = ("kind", "law", "when", "where", "iplace", "iregency", "icountry", "doer")
#: What only concerns the child that is accused.
CHILD_ANSWERS = ("law",)


def of_file(decision: Decision, file: File) -> Decision:
    """The decision as far as it is about the people of this file."""
    if file is not File.VICTIM:
        return decision
    return replace(
        decision,
        case_types=tuple(kind for kind in decision.case_types if kind != "ABH"),
        routes=tuple(route for route in decision.routes if route.code not in OF_THE_CHILD),
    )


def victim_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers without what only concerns the child that is accused."""
    left = {key: value for key, value in answers.items() if key not in CHILD_ANSWERS}
    if isinstance(left.get("kind"), list):
        left["kind"] = [kind for kind in left["kind"] if kind != "hukum"]
    return left


def child_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of the child: nothing of where the victim is, how she is, what she told, or who called."""
    return {key: answers[key] for key in SHARED_ANSWERS if key in answers}


def victim_facts(facts: Facts) -> Facts:
    ampk = tuple(code for code in facts.ampk if code != "A02")
    return replace(facts, ampk=ampk, detained=None)


def child_facts(facts: Facts) -> Facts:
    """A child in contact with the law, and what is known of that child."""
    return Facts(
        is_report=True,
        ampk=("A02",),
        offender=facts.offender,
        detained=facts.detained,
        loc_incident=facts.loc_incident,
        loc_offender=facts.loc_offender,
    )


def child_decision(facts: Facts, *, ours: str) -> Decision:
    """What the rules make of the child's file alone: Dinas Sosial, no emergency of its own."""
    found = decide(child_facts(facts), ours=ours)
    return replace(found, case_types=("ABH",), emergency=False)
