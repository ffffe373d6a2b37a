"""The journal: every call of the bot that changed or tried to change something, in order, with its times."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from simulator.bells import Bells
from simulator.model import Json

JOURNAL = "journal"
ENOUGH = 500_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One call. `monotonic` is the machine's monotonic clock in seconds, the same in all its processes."""

    n: int
    method: str
    chat_id: int | None
    message_id: int | None
    text: str
    at: str
    error_code: int | None = None
    fault: str | None = None
    delivered: bool = True
    wall: float = field(default_factory=time.time)
    monotonic: float = field(default_factory=time.monotonic)


class Journal:
    """Remembers the calls since the start or the last `clear`; the oldest go when there are too many."""

    def __init__(self, bells: Bells) -> None:
        self.entries: list[Entry] = []
        self._bells = bells
        self._next = 1

    def write(
        self,
        method: str,
        *,
        chat_id: int | None,
        message_id: int | None,
        text: str,
        at: str,
        error_code: int | None = None,
        fault: str | None = None,
        delivered: bool = True,
    ) -> None:
        self.entries.append(Entry(self._next, method, chat_id, message_id, text, at, error_code, fault, delivered))
        self._next += 1
        if len(self.entries) > ENOUGH:
            del self.entries[: ENOUGH // 10]
        self._bells.ring(JOURNAL)

    def clear(self) -> None:
        self.entries.clear()

    async def read(self, wanted: Callable[[Entry], bool], *, after: int, count: int, timeout: float) -> list[Json]:
        """The wanted entries after number `after`, as soon as there are `count` of them or time is over."""
        found: list[Json] = []
        seen = after

        def look() -> bool | None:
            nonlocal seen
            fresh = self._since(seen)
            if fresh:
                seen = fresh[-1].n
            found.extend(asdict(entry) for entry in fresh if wanted(entry))
            return True if len(found) >= count else None

        await self._bells.wait(JOURNAL, look, timeout=timeout)
        return found

    def _since(self, n: int) -> list[Entry]:
        if not self.entries:
            return []
        return self.entries[max(0, n + 1 - self.entries[0].n) :]
