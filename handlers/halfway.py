"""A report that stopped halfway: one neutral nudge, and a half-told danger reaches a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import AlertRef, Cause
from cases.case import CaseRef
from cases.dialogue import Dialogue
from cases.messages import ChatId, Lane, Message
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import says
from cases.reports import open_case
from handlers.conversation.calm import unheard
from handlers.conversation.caught import supposed
from handlers.conversation.engine import World
from handlers.conversation.safety_forms import AMAN
from handlers.drafts import REPORT, told_in
from handlers.refs import new_ref
from storage import Due, Work


async def _draft(work: Work, due: Due) -> Dialogue | None:
    return await work.dialogue(ChatId(int(due.subject)), REPORT)


def _needs_a_look(draft: Dialogue, world: World) -> bool:
    """TINGGI with all that was told, confirmed or not; or a voice that only a person can hear."""
    supposedly = told_in(replace(draft, answers=supposed(draft.answers)), world)
    return (
        told_in(draft, world).decision.risk == "TINGGI"
        or supposedly.decision.risk == "TINGGI"
        or unheard(draft.answers)
    )


async def nudge(work: Work, due: Due, world: World, now: datetime) -> Outcome:
    """Half an hour of silence: one line that says nothing of what this is, and TINGGI goes to an officer."""
    draft = await _draft(work, due)
    if draft is None or draft.nudged:
        return Outcome()
    quiet_since = draft.updated_at or now
    due_at = quiet_since + timedelta(minutes=world.profile.nudge_minutes)
    if due_at > now:
        return Outcome(reminders=(Reminder(Clock.NUDGE, due.subject, due_at),))
    nudged = replace(draft, nudged=True)
    outcome = Outcome()
    told = told_in(draft, world)
    if not draft.case and (told.decision.emergency or _needs_a_look(draft, world)):
        case, outcome = open_case(
            told,
            ref=CaseRef(new_ref()),
            alert_ref=AlertRef(new_ref()),
            number=await work.next_number(world.profile.case_prefix, world.profile.local(now).year),
            reporter=draft.chat,
            cause=Cause.TRIAGE if told.decision.emergency else Cause.UNFINISHED,
            roster=await work.roster(),
            profile=world.profile,
            now=now,
        )
        nudged = replace(nudged, case=case.ref)
    line = Message(draft.chat, says("nudge"), lane=Lane.REMINDER)
    return outcome + Outcome(dialogues=(nudged,), messages=(line,))


async def forget(work: Work, due: Due, world: World, now: datetime) -> Outcome:
    """A draft that nobody came back to is forgotten; what became a case stays one."""
    draft = await _draft(work, due)
    if draft is None:
        # Questions on safe contact that nobody finished are forgotten as well.
        left = await work.dialogue(ChatId(int(due.subject)), AMAN)
        return Outcome() if left is None else Outcome(dialogues=(replace(left, ended=True),))
    kept_until = (draft.updated_at or now) + timedelta(days=world.profile.draft_days)
    if kept_until > now:
        return Outcome(reminders=(Reminder(Clock.FORGET, due.subject, kept_until),))
    return Outcome(dialogues=(replace(draft, ended=True),), reminders=(Reminder(Clock.NUDGE, due.subject, None),))
