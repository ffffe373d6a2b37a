"""What a story seems to tell: proposals to confirm with one tap, never facts by themselves."""

from dataclasses import dataclass
from typing import Any

from triage.places import Place
from triage.signals import Heard

Value = str | int | bool
VICTIM, OFFENDER = "victims[0].", "offender."


@dataclass(frozen=True, slots=True)
class Proposed:
    """One fact that the story seems to tell: `text[start:end]` is `words`. What is not confirmed stays unknown.

    `key` is a key of the facts: "violence" (once for each kind), "victims[0].age", "offender.relation",
    "hours_since", "loc_incident" …
    """

    key: str
    value: Value
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a story seems to tell, at most one value a key (but kinds of violence), in a fixed order.

    `places` are those that were named; ask about those with candidates. `heard` are the danger signals,
    which are acted on before anything is confirmed.
    """

    facts: tuple[Proposed, ...]
    places: tuple[Place, ...]
    heard: Heard

    def value(self, key: str) -> Value | None:
        """The proposed value of a key."""
        return next((one.value for one in self.facts if one.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """The proposals as facts in the form that `triage.facts.facts_from` reads."""
        facts: dict[str, Any] = {}
        for one in self.facts:
            if one.key == "violence":
                facts.setdefault("violence", []).append(one.value)
            elif one.key.startswith(VICTIM):
                facts.setdefault("victims", [{}])[0][one.key.removeprefix(VICTIM)] = one.value
            elif one.key.startswith(OFFENDER):
                facts.setdefault("offender", {})[one.key.removeprefix(OFFENDER)] = one.value
            else:
                facts[one.key] = one.value
        return facts
