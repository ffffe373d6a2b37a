"""The queue of updates: kept until the bot acknowledges them, given to one poller at a time."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from simulator.model import Json
from simulator.refusals import OTHER_POLLER, Refused

ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REMEMBERED = 1000


@dataclass(slots=True)
class Waiting:
    """One update on its way. A `repeat` stays until it was delivered once, whatever the offset says."""

    id: int
    body: bytes
    kind: str
    at: float
    repeat: bool = False
    delivered: bool = False


class Updates:
    """Numbers updates and keeps them. Numbers start at the wall clock's milliseconds: no run repeats another's."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.queue: deque[Waiting] = deque()
        self.past: deque[Waiting] = deque(maxlen=REMEMBERED)
        self.next_id = time.time_ns() // 1_000_000
        self.allowed: frozenset[str] | None = None
        self.arrived = asyncio.Event()
        self._changed = changed
        self._odd = False
        self._poller: asyncio.Future[bool] | None = None

    def add(self, kind: str, content: Json, *, at: float, twice: bool = False, before_last: bool = False) -> int | None:
        """Put an update into the queue and return its number, or None if the bot didn't ask for this kind."""
        if not self._wanted(kind):
            return None
        number = self.next_id
        self.next_id += 1
        self.put({"update_id": number, kind: content}, kind, at=at, before_last=before_last)
        if twice:
            self.repeat(number)
        return number

    def put(self, update: Json, kind: str, *, at: float, before_last: bool = False) -> None:
        """Put this very update into the queue, as it is."""
        waiting = Waiting(update["update_id"], json.dumps(update).encode(), kind, at)
        if before_last and self.queue:
            self.queue.insert(len(self.queue) - 1, waiting)
            self._odd = True
        else:
            self._odd = self._odd or bool(self.queue and self.queue[-1].id > waiting.id)
            self.queue.append(waiting)
        self._wake()

    def repeat(self, number: int) -> bool:
        """Deliver an update once more, even one acknowledged long ago. False if it is forgotten."""
        for one in (*self.queue, *self.past):
            if one.id == number:
                self.queue.append(Waiting(one.id, one.body, one.kind, one.at, repeat=True))
                self._odd = True
                self._wake()
                return True
        return False

    def forget(self, *, before: float | None = None) -> int:
        """Lose the waiting updates, or those older than a moment, as Telegram does after a day."""
        kept = [one for one in self.queue if before is not None and one.at >= before]
        lost = len(self.queue) - len(kept)
        self.queue = deque(kept)
        self._changed()
        return lost

    def acknowledge(self, offset: int) -> None:
        """Drop what lies below the offset; a negative one keeps only so many of the newest."""
        before = len(self.queue)
        if offset < 0:
            while len(self.queue) > -offset:
                self.past.append(self.queue.popleft())
        elif self._odd:
            self.past.extend(one for one in self.queue if _done(one, offset))
            self.queue = deque(one for one in self.queue if not _done(one, offset))
            self._odd = any(one.repeat for one in self.queue) or not _ascending(self.queue)
        else:
            while self.queue and self.queue[0].id < offset:
                self.past.append(self.queue.popleft())
        if len(self.queue) != before:
            self._changed()

    def restore(self, waiting: list[Waiting]) -> None:
        """Put back what was waiting when the simulator ended."""
        self.queue.extend(waiting)
        self._odd = True
        self.arrived.set()

    def shift(self) -> None:
        """Take away the first one, which a webhook has accepted."""
        self.past.append(self.queue.popleft())
        self._changed()

    async def poll(self, *, offset: int, limit: int, timeout: float) -> bytes:
        """The waiting updates as one JSON array, at once if there are some. Ends an earlier poll with 409."""
        self.disturb(conflict=True)
        if offset:
            self.acknowledge(offset)
        if not self.queue and timeout > 0:
            await self._sleep(timeout)
        taken: list[bytes] = []
        for one in self.queue:
            if len(taken) >= limit:
                break
            one.delivered = True
            taken.append(one.body)
        return b"[" + b",".join(taken) + b"]"

    def disturb(self, *, conflict: bool) -> None:
        """End the poll that is under way: with 409 for a conflict, else with an empty answer."""
        if self._poller and not self._poller.done():
            self._poller.set_result(conflict)

    async def _sleep(self, timeout: float) -> None:
        mine = self._poller = asyncio.get_running_loop().create_future()
        try:
            if await asyncio.wait_for(mine, timeout):
                raise Refused(409, OTHER_POLLER)
        except TimeoutError:
            pass
        finally:
            if self._poller is mine:
                self._poller = None

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ASKED_FOR_ONLY

    def _wake(self) -> None:
        self.disturb(conflict=False)
        self.arrived.set()
        self._changed()


def _done(one: Waiting, offset: int) -> bool:
    return one.delivered if one.repeat else one.id < offset


def _ascending(queue: deque[Waiting]) -> bool:
    ids = [one.id for one in queue]
    return ids == sorted(ids)
