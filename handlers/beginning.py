"""How a form of staff begins: with its first question, and the number of the case it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.dialogue import Dialogue
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Staff
from handlers.conversation.engine import World, begin
from handlers.conversation.flows import FLOWS


def begin_form(
    flow: str, subject: str, scene: Scene, staff: Staff, world: World, now: datetime, **known: Any
) -> Outcome:
    """The first question of a form; it says for which case."""
    today = world.profile.local(now)
    answers = {"today": today.date().isoformat(), "clock": today.strftime("%H:%M"), **known}
    # Whoever changes the case while this is filled in is named at its end.
    answers["seen"] = [scene.case.ref, scene.case.version]
    turn = begin(FLOWS[flow], Dialogue(chat=staff.chat, flow=flow, step="", subject=subject, answers=answers), world)
    *before, first = turn.messages
    about = says("form-about", number=scene.case.number, question=first.phrase)
    messages = (*before, replace(first, phrase=about, protect=True))
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=messages)
