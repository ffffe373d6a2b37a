"""Telegram's speed limits: thirty messages a second, one a second per chat, twenty a minute per group."""

import math
import time
from collections import deque
from dataclasses import dataclass

from simulator.refusals import too_many

OVERALL_PER_SECOND = 30.0
CHAT_PER_SECOND = 1.0
CHAT_BURST = 5.0
GROUP_PER_MINUTE = 20


@dataclass(slots=True)
class _Bucket:
    level: float
    at: float

    def take(self, now: float, *, rate: float, most: float) -> float:
        """Take one drop; the seconds to wait if there is none."""
        self.level = min(most, self.level + (now - self.at) * rate)
        self.at = now
        if self.level < 1:
            return (1 - self.level) / rate
        self.level -= 1
        return 0.0


class Limits:
    """Counts messages by the machine's time, not by the simulator's. Off until switched on."""

    def __init__(self) -> None:
        self.on = False
        self._forget()

    def _forget(self) -> None:
        self._overall = _Bucket(OVERALL_PER_SECOND, time.monotonic())
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = {}

    def switch(self, on: bool) -> None:
        self.on = on
        self._forget()

    def count(self, chat_id: int, *, group: bool) -> None:
        """Count one message to a chat. Raises Refused (429) with the seconds to wait."""
        if not self.on:
            return
        now = time.monotonic()
        bucket = self._chats.setdefault(chat_id, _Bucket(CHAT_BURST, now))
        wait = bucket.take(now, rate=CHAT_PER_SECOND, most=CHAT_BURST)
        wait = wait or self._overall.take(now, rate=OVERALL_PER_SECOND, most=OVERALL_PER_SECOND)
        if group:
            sent = self._groups.setdefault(chat_id, deque())
            while sent and sent[0] <= now - 60:
                sent.popleft()
            if len(sent) >= GROUP_PER_MINUTE:
                wait = max(wait, sent[0] + 60 - now)
            elif not wait:
                sent.append(now)
        if wait:
            raise too_many(max(1, math.ceil(wait)))
