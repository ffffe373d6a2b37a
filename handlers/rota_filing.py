"""The forms of the rota: how they begin, and what is kept when they end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from cases.dialogue import Dialogue
from cases.gaps import troubles
from cases.handover import note_slot, note_words
from cases.messages import Lane, Message
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.refusals import NotAllowed, WrongMoment
from cases.rota import Extra, Holiday, Holidays, Leave, Note, Weekly
from cases.rota_words import in_words
from cases.shifts import Plan
from cases.staff import Role, Roster, Staff, StaffId
from cases.turning import look_again
from handlers import standing_in
from handlers.conversation.engine import World, begin
from handlers.conversation.flows import FLOWS
from handlers.conversation.rota_forms import NO_END, weekdays
from handlers.planned import planned
from handlers.refs import new_short_ref
from storage import Work


def start_entry(roster: Roster, staff: Staff, world: World, now: datetime) -> Outcome:
    """What is to be added, and for whom."""
    people = [[int(p.id), p.name] for p in roster.people if p.active and p.role is not Role.ADMIN]
    # A subject of its own: two forms of one coordinator must not be taken for each other.
    return _begin("rota", new_short_ref(), staff, world, now, people=people)


def start_note(staff: Staff, shift: str, world: World, now: datetime) -> Outcome:
    """Words for the next officer, at the end of that shift."""
    return _begin("handover", shift, staff, world, now)


def _begin(flow: str, subject: str, staff: Staff, world: World, now: datetime, **known: Any) -> Outcome:
    answers = {"today": world.profile.local(now).date().isoformat(), **known}
    form = Dialogue(staff.chat, flow, "", subject=subject, answers=answers, updated_at=now)
    turn = begin(FLOWS[flow], form, world)
    return Outcome(dialogues=(turn.dialogue,), messages=turn.messages)


async def finish_entry(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Kept; what trouble it brings is said at once, and whoever it is about hears of it."""
    if staff.role not in LEADS:
        raise NotAllowed
    here = await planned(work, world, now)
    entry = _entry(form, here.plan, staff, now)
    await work.keep_rota(entry)
    words = in_words(entry, here.roster, world.profile)
    trouble = warned(troubles(here.rota, entry, here.roster, world.profile, now=now))
    told = says("note-and-question", note=says("rota-kept", entry=words), question=trouble)
    messages: tuple[Message, ...] = (Message(staff.chat, told),)
    person = None if isinstance(entry, Holiday) else here.roster.by_id(entry.staff)
    if person is not None and person.active and person.id != staff.id:
        messages += (Message(person.chat, says("rota-told-you", entry=words)),)
    outcome = look_again(now) + Outcome(messages=messages)
    return outcome + await standing_in.offer(work, entry, to=staff) if isinstance(entry, Leave) else outcome


def warned(lines: tuple[Phrase, ...]) -> Phrase:
    return says("rota-troubles", lines=lines) if lines else says("nothing")


def _entry(form: Dialogue, plan: Plan, staff: Staff, now: datetime) -> Weekly | Extra | Leave | Holiday:
    answers = form.answers
    entered: dict[str, Any] = {"ref": new_short_ref(), "by": staff.id, "at": now}
    match answers["rkind"]:
        case "week":
            until = answers["runtil"]
            return Weekly(
                **entered,
                staff=_who(answers),
                weekdays=weekdays(answers["rdays"]),
                start=time.fromisoformat(answers["rstart"]),
                end=time.fromisoformat(answers["rend"]),
                since=date.fromisoformat(answers["rsince"]),
                until=None if until == NO_END else date.fromisoformat(until),
                holidays=Holidays(answers["rhol"]),
            )
        case "extra":
            start, end = _moments(plan, answers)
            if end <= now:
                raise WrongMoment
            return Extra(**entered, staff=_who(answers), start=start, end=end)
        case "leave":
            first, last = (date.fromisoformat(answers[step]) for step in ("rfirst", "rlast"))
            return Leave(**entered, staff=_who(answers), first=first, last=last)
        case _:
            return Holiday(**entered, day=date.fromisoformat(answers["rday"]), name=str(answers["rname"]))


def _who(answers: Any) -> StaffId:
    return StaffId(int(answers["rwho"]))


def _moments(plan: Plan, answers: Any) -> tuple[datetime, datetime]:
    day = date.fromisoformat(answers["rday"])
    start, end = (time.fromisoformat(answers[step]) for step in ("rstart", "rend"))
    last = day + timedelta(days=1) if end <= start else day
    return plan.moment(day, start), plan.moment(last, end)


async def finish_note(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Kept for the next handover card, and passed on at once to who is on duty."""
    note = Note(ref=new_short_ref(), by=staff.id, at=now, words=str(form.answers["rnote"]))
    await work.keep_rota(note)
    roster = await work.roster()
    on = (p for p in roster.people if p.active and p.on_duty and p.id != staff.id)
    told = tuple(Message(p.chat, note_words(note, roster), Lane.ESCALATION, protect=True) for p in on)
    kept = Message(staff.chat, says("rota-note-kept"), slot=note_slot(form.subject), replaces=True)
    return Outcome(messages=(kept, *told))


Finish = Callable[[Work, Dialogue, Staff, World, datetime], Awaitable[Outcome]]
FINISH: dict[str, Finish] = {"rota": finish_entry, "handover": finish_note}
