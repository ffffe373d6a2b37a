"""A step of the book is brought to mind, put off with a reason, handed over, or called unsafe.

Nobody is told what nobody can do anything about: who stands in for the manager hears it, else the manager, and where
there is neither, who answers for the unit. Never in the quiet hours; danger has clocks of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from cases.alert import AlertRef, Cause
from cases.book import PERBUP, Unit
from cases.case import HANDLED, Case, Status
from cases.deadlines import DOING, OpenStep, is_safety, look_again, open_steps, postponed, rings_of, subject
from cases.handling import Postponed
from cases.messages import Button, Lane, Message, Rows, Style
from cases.moves import LEADS, Action, allow, holds
from cases.notices import Scene, card, tell
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import At, Phrase, Until, says
from cases.profile import Profile
from cases.refusals import Changed, NeedsReason, NotAllowed, WrongMoment
from cases.reports import upgrade
from cases.staff import Roster, Staff
from cases.workdays import is_quiet, is_workday

#: A step can be put off for so many days at a time; after that somebody must say again why.
LONGEST = timedelta(days=14)


def in_charge(case: Case, roster: Roster) -> tuple[Staff, ...]:
    """Who hears of a case: who stands in for its manager, the manager, or who answers for the unit."""
    people = (roster.by_id(id) for id in (case.acting, case.manager))
    found = next((p for p in people if p is not None and p.active and p.reachable), None)
    return (found,) if found is not None else roster.leads()


def rang(scene: Scene, *, step: str, profile: Profile, now: datetime) -> Outcome:
    """A mark of a step has passed. What is told in minutes is said now; of all else, only that it was late is kept,
    for the morning tells it. A step that was done meanwhile, or is not due after all, says nothing."""
    fresh, reminders = look_again(scene.case, scene.case, profile=profile, now=now)
    outcome = Outcome(cases=(fresh,) if fresh != scene.case else (), reminders=reminders)
    one = next((one for one in open_steps(fresh, profile=profile, now=now) if one.step == step), None)
    if one is None or all(at > now for at in rings_of(one, profile)):
        return outcome
    late = one.is_late(now)
    return outcome + Outcome(
        events=(Event(EventKind.STEP_RANG, fresh.ref, now, told={"step": step, "late": late}),),
        messages=_reminders(replace(scene, case=fresh), one, profile, now)
        if _may_say(one, fresh, profile, now)
        else (),
    )


def _may_say(one: OpenStep, case: Case, profile: Profile, now: datetime) -> bool:
    off = postponed(case, one.step)
    if case.status is Status.REFUSED:
        # Only who answers for the unit can close it; their morning tells them.
        return False
    if is_quiet(now, profile) or (off is not None and profile.local(now).date() < off.until):
        return False
    return is_safety(one) or (one.in_minutes and is_workday(profile.local(now).date(), profile))


def _reminders(scene: Scene, one: OpenStep, profile: Profile, now: datetime) -> tuple[Message, ...]:
    case, late = scene.case, one.is_late(now)
    people = in_charge(case, scene.roster)
    if late and is_safety(one):
        # A person waits: who answers for the unit must not hear of it tomorrow.
        people = tuple(dict.fromkeys((*people, *scene.roster.leads())))
    assert one.due_at is not None
    told = card(scene) | {
        "step": one.step,
        "words": says(one.book.key),
        "due": At(one.due_at),
        "left": Until(one.due_at),
        "why": reason_of(one),
    }
    phrase = Phrase("step-late" if late else "step-due", told)
    return tuple(
        Message(
            person.chat,
            phrase,
            Lane.REMINDER,
            buttons=buttons(case, one, to=person),
            slot=slot(case, one.step),
            protect=True,
        )
        for person in people
    )


def reason_of(one: OpenStep) -> Phrase:
    """Why there is a reminder: the standard time, and the paragraph that it comes from."""
    time = one.book.time
    assert time is not None
    key = "step-why-minutes" if time.unit is Unit.MINUTES else "step-why-days"
    count = time.minutes if time.unit is Unit.MINUTES else time.days
    return says(key, step=one.step, source=PERBUP, count=str(count))


def buttons(case: Case, one: OpenStep, *, to: Staff) -> Rows:
    """Done, later, to somebody else, not safe: each in one tap, where this person may do the step at all."""

    def press(action: str, label: str, choice: str = "", style: Style = Style.PLAIN) -> Button:
        return Button(says(label), action, ref=case.ref, version=case.version, choice=choice, style=style)

    first = (press("open", "button-open"),)
    if not holds(to, case):
        return (first,)
    return (
        (press(DOING[one.step], "button-step-done", style=Style.SUCCESS),),
        (press("stepoff", "button-step-off", one.step), press("passon", "button-pass-on")),
        (*first, press("notsafe", "button-not-safe", style=Style.DANGER)),
    )


def slot(case: Case, step: str) -> str:
    """What is said of one step stands in one place, and can be put right there."""
    return f"step:{subject(case.ref, step)}"


def put_right(scene: Scene, after: Case, *, profile: Profile, now: datetime) -> tuple[Message, ...]:
    """Reminders of steps that are over, and those of who has the case no more, say so where they stand.

    What still waits to be sent is dropped, and where nothing was said nothing is said now.
    """
    before = scene.case
    open_now = {one.step for one in open_steps(after, profile=profile, now=now)}
    there = in_charge(before, scene.roster)
    gone = set(there) - set(in_charge(after, scene.roster))
    said: list[Message] = []
    for one in open_steps(before, profile=profile, now=now):
        if all(at > now for at in rings_of(one, profile)):
            continue
        if one.step not in open_now:
            people: Iterable[Staff] = dict.fromkeys((*there, *scene.roster.leads()))
            phrase = says("step-over", number=before.number, step=one.step, words=says(one.book.key))
        else:
            people, phrase = (p for p in there if p in gone), says("step-passed-on", number=before.number)
        said += [
            Message(p.chat, phrase, Lane.REST, slot=slot(before, one.step), replaces=True, tidies=True) for p in people
        ]
    return tuple(said)


def _of(case: Case, step: str, profile: Profile, now: datetime) -> OpenStep:
    found = next((one for one in open_steps(case, profile=profile, now=now) if one.step == step), None)
    if found is None:
        raise Changed
    return found


def may_put_off(scene: Scene, *, step: str, by: Staff, profile: Profile, now: datetime) -> OpenStep:
    """The step, if it is open and this person holds the case; else NotAllowed, or Changed."""
    if not by.active or by.id in scene.case.excluded or not holds(by, scene.case):
        raise NotAllowed
    return _of(scene.case, step, profile, now)


def put_off(
    scene: Scene, *, step: str, reason: str, until: date, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """The step is brought to mind again on that day. Its time by the book stays, and that it was late is not hidden.

    Where it is about a person's safety, who answers for the unit hears of it at once.
    """
    one = may_put_off(scene, step=step, by=by, profile=profile, now=now)
    today = profile.local(now).date()
    if not reason.strip():
        raise NeedsReason
    if not today < until <= today + LONGEST:
        raise WrongMoment
    kept = tuple(off for off in scene.case.handling.postponed if off.step != step)
    off = Postponed(step, until, reason.strip(), by.id, now)
    changed = replace(scene.case, handling=replace(scene.case.handling, postponed=(*kept, off)))
    case, reminders = look_again(scene.case, changed, profile=profile, now=now)
    told = says("step-put-off", number=case.number, step=step, words=says(one.book.key), until=until, actor=by.name)
    leads = [lead for lead in scene.roster.leads() if is_safety(one) and lead.id != by.id]
    return Outcome(
        cases=(case,),
        events=(
            Event(
                EventKind.STEP_POSTPONED,
                case.ref,
                now,
                by=by.id,
                told={"step": step, "until": until.isoformat(), "reason": off.reason},
            ),
        ),
        reminders=reminders,
        messages=(
            Message(by.chat, told, slot=slot(case, step), replaces=True),
            *(Message(lead.chat, told, Lane.REMINDER) for lead in leads),
        ),
    )


def ask_handover(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """Who holds the case can't go on: who answers for the unit is asked for somebody else."""
    case = scene.case
    if not by.active or by.id in case.excluded or not holds(by, case):
        raise NotAllowed
    if case.status not in HANDLED:
        raise WrongMoment
    here = replace(scene, actor=by)
    asked = () if by.role in LEADS else (Message(by.chat, says("handover-waits", number=case.number)),)
    return Outcome(
        events=(Event(EventKind.HANDOVER_ASKED, case.ref, now, by=by.id),),
        messages=(*asked, *tell(EventKind.HANDOVER_ASKED, here)),
    )


def not_safe(scene: Scene, *, by: Staff, alert_ref: AlertRef, profile: Profile, now: datetime) -> Outcome:
    """ "Not safe" at any step: the unit is called as in an emergency; the step stays open."""
    allow(Action.VISIT_UNSAFE, by=by, case=scene.case)
    if not holds(by, scene.case):
        raise NotAllowed
    here = replace(scene, actor=by, visit=None)
    outcome = Outcome(
        events=(Event(EventKind.VISIT_UNSAFE, scene.case.ref, now, by=by.id),),
        messages=tell(EventKind.VISIT_UNSAFE, replace(here, visit=scene.visit)),
    )
    if scene.alert is not None and scene.alert.calls_for_help:
        return outcome + Outcome(messages=(Message(by.chat, Phrase("alert-already", card(here))),))
    return outcome + upgrade(here, cause=Cause.UNSAFE_VISIT, alert_ref=alert_ref, profile=profile, now=now)
