"""Sees that the machine's clock was set, also while the bot was down, and moves all that waits by the same step.

An alert's next step is due three minutes after the one before, whatever somebody does to the clock: a clock set back
by a day must not silence it for a day, one set forward must not ring everything at once (F16).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import MachineClock, Mark, step_between
from storage import Storage

log = logging.getLogger("laporaman.clock")

#: The mark by which a later start sees what was done to the clock is written so often.
MARK_EVERY = timedelta(seconds=30)


@dataclass
class Timekeeper:
    """Asked before every sweep, by the sweeping task itself: no sweep may stand between a step and its rows."""

    clock: MachineClock
    storage: Storage
    marked: Mark | None = None

    async def check(self) -> None:
        """Write the mark now and then; after a step move what waits, in one unit of work, and then follow the clock.

        The mark in the database says what has been moved: a second process, or a start after a sudden end in the
        middle, moves nothing twice.
        """
        here = self.clock.mark()
        if self.marked is not None and not self.clock.is_off and here.at - self.marked.at < MARK_EVERY:
            return
        async with self.storage.work() as work:
            kept = await work.clock_mark()
            step = step_between(Mark(*kept), here) if kept is not None else timedelta(0)
            moved = await work.move_what_waits(step) if step else 0
            await work.keep_clock_mark(at=here.at, ticks=here.ticks, boot=here.boot)
        self.marked = here
        if step:
            log.critical(
                "the machine's clock was set by %.0f s: what waits was moved, rows=%d", step.total_seconds(), moved
            )
        if step or self.clock.is_off:
            self.clock.accept()
