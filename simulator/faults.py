"""Faults on demand: what can go wrong between a bot and Telegram, switched on by hand or by a test."""

import asyncio
import itertools
import random
from dataclasses import asdict, dataclass, field

from simulator.model import Json

KINDS = {
    "busy": "429 Too Many Requests",
    "error": "5xx with an HTML body",
    "hang": "accept and never answer, or answer after some seconds; taken away: close what hangs",
    "lost_answer": "do it, then close the connection without an answer",
    "reset": "close the connection before doing anything",
    "malformed": "do it, and answer half a JSON",
    "flood": "answer a download with a byte more than 20 MB, whatever its size was said to be",
    "duplicate": "deliver an update twice",
    "disorder": "deliver an update before the one that came earlier",
}
OF_UPDATES = frozenset({"duplicate", "disorder"})
_numbers = itertools.count(1)


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong: for the next `times` calls (None: until taken away), with a probability."""

    kind: str
    times: int | None = 1
    probability: float = 1.0
    methods: list[str] = field(default_factory=list)
    chat_id: int | None = None
    status: int = 502
    retry_after: int = 3
    seconds: float | None = None
    id: int = field(default_factory=lambda: next(_numbers))
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")
        self.methods = [one.lower() for one in self.methods]

    def strikes(self, method: str, chat_id: int | None) -> bool:
        if self.methods and method not in self.methods:
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return self.probability >= 1 or random.random() < self.probability  # noqa: S311


class Faults:
    """The faults that wait for a call, in the order in which they were set."""

    def __init__(self) -> None:
        self.active: list[Fault] = []
        self._ends: dict[int, asyncio.Event] = {}

    def add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault

    def clear(self, fault_id: int | None = None) -> None:
        self.active = [one for one in self.active if fault_id is not None and one.id != fault_id]
        for gone in [id for id in self._ends if fault_id in (None, id)]:
            self._ends.pop(gone).set()

    def taken_away(self, fault: Fault) -> asyncio.Event:
        """Set as soon as somebody takes that fault away; not when it has struck for the last time."""
        return self._ends.setdefault(fault.id, asyncio.Event())

    def for_call(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that strikes this call, if any; it is counted."""
        return self._strike(method, chat_id, of_updates=False) if self.active else None

    def for_update(self, kind: str, chat_id: int | None) -> Fault | None:
        """The fault that strikes this update, if any; it is counted."""
        return self._strike(kind, chat_id, of_updates=True) if self.active else None

    def down(self) -> bool:
        """Whether nothing gets through at all, so that webhooks wait too."""
        return any(
            one.kind in ("reset", "hang", "error") and not one.methods and one.times is None and one.probability >= 1
            for one in self.active
        )

    def _strike(self, what: str, chat_id: int | None, *, of_updates: bool) -> Fault | None:
        for fault in self.active:
            if (fault.kind in OF_UPDATES) == of_updates and fault.strikes(what, chat_id):
                fault.hits += 1
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.active.remove(fault)
                return fault
        return None

    def listing(self) -> list[Json]:
        return [asdict(one) for one in self.active]
