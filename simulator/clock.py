"""The hour of the small world: the machine's time plus an offset that only ever grows."""

from datetime import UTC, datetime, timedelta

from simulator.bells import Bells
from simulator.model import Json

CLOCK = "clock"


class Clock:
    """Tells the time and can be moved forward. `version` counts the moves, so that others can follow."""

    def __init__(self, bells: Bells) -> None:
        self.offset = 0.0
        self.version = 1
        self._bells = bells

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    def stamp(self) -> int:
        """Now, as Telegram writes times: whole seconds since 1970."""
        return int(self.now().timestamp())

    def advance(self, seconds: float) -> None:
        """Move forward. Raises ValueError for a move back: what has happened stays in the past."""
        if not 0 <= seconds <= 20 * 366 * 86_400:
            raise ValueError("the clock only goes forward, at most twenty years at once")
        self.offset += seconds
        self.version += 1
        self._bells.ring(CLOCK)

    def set(self, moment: datetime) -> None:
        """Move forward to this moment."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        self.advance((moment - self.now()).total_seconds())

    def reading(self) -> Json:
        return {"now": self.now().isoformat(), "offset_seconds": self.offset, "version": self.version}

    async def follow(self, *, after: int, timeout: float) -> Json:
        """The reading, as soon as the clock was moved since `after`, or when the time is over."""
        await self._bells.wait(CLOCK, lambda: self.version > after or None, timeout=timeout)
        return self.reading()
