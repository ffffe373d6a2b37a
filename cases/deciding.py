"""A wish that nobody has answered: whoever may answer it hears of it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from cases import consenting, one_sided
from cases.handling import OneSided, Override
from cases.notices import Scene, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Since
from cases.profile import Profile
from cases.wishes import Wish, is_told, next_ring, subject, waiting

RANG: Mapping[Wish, EventKind] = {Wish.OVERRIDE: EventKind.OVERRIDE_RANG, Wish.ONE_SIDED: EventKind.ONE_SIDED_RANG}


def rang(scene: Scene, kind: Wish, *, profile: Profile, now: datetime) -> Outcome:
    """Brought up again, with the same two answers, to all who may give one; never to who asked. Once it was answered
    nothing rings."""
    wish = waiting(scene.case).get(kind)
    if wish is None:
        return Outcome()
    again = Reminder(Clock.WISH, subject(scene.case.ref, kind), next_ring(kind, wish, profile=profile, now=now))
    if not is_told(kind, wish, profile=profile, now=now):
        return Outcome(reminders=(again,))
    asker = scene.roster.by_id(wish.asked_by)
    here = _asking(kind, wish)(replace(scene, actor=asker)).with_args(since=Since(wish.asked_at))
    return Outcome(
        events=(Event(RANG[kind], scene.case.ref, now, told={"asked_at": wish.asked_at.isoformat()}),),
        reminders=(again,),
        messages=tell(RANG[kind], here),
    )


def _asking(kind: Wish, wish: Override | OneSided) -> Callable[[Scene], Scene]:
    if isinstance(wish, OneSided):
        return lambda scene: one_sided.asking(scene, wish)
    return consenting.asking
