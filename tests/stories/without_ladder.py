"""A bot whose ladder is out of order: `python -m tests.stories.without_ladder raise|ring run`.

`raise`: no alert is ever made, nobody is called, no reminder is set; of a report only the case remains. `ring`: the
first call goes out, and every step after it is swallowed together with its reminder.
"""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from typing import Any

from bot import __main__ as bot
from bot import house
from cases import duty, ladder, reports
from cases.alert import Alert
from cases.notices import Scene
from cases.outcome import Clock, Outcome
from cases.profile import Profile
from storage import Due, Work


def raise_nothing(
    scene: Scene, *, ref: Any, cause: Any, profile: Profile, now: datetime, **_: Any
) -> tuple[Alert, Outcome]:
    return Alert(ref=ref, case=scene.case.ref, cause=cause, raised_at=now, deadline_at=now), Outcome()


def climb_nothing(scene: Scene, **_: Any) -> tuple[Alert, Outcome]:
    assert scene.alert is not None
    return scene.alert, Outcome()


async def ring_nothing(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    return Outcome()


def break_it(how: str) -> None:
    """Put the ladder out of order, as far as this process is concerned."""
    if how == "raise":
        reports.raise_alert = raise_nothing
        ladder.climb = climb_nothing
        duty.restart = lambda scene, **_: Outcome()
    # Nobody else does what fell due after a jump of the clock, so there is nobody to wait for.
    house.Auditor = partial(house.Auditor, settle=0.5)
    whole = house.rings
    house.rings = lambda *given: {**whole(*given), Clock.LADDER: ring_nothing}


if __name__ == "__main__":
    break_it(sys.argv.pop(1))
    sys.exit(bot.main())
