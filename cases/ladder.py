"""How an alert is raised and climbs until somebody takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import LADDER_OF, NEEDS_OUTREACH, Alert, AlertRef, AlertState, Cause
from cases.clocks import deadline_of, first_mark
from cases.messages import Lane
from cases.notices import ALSO_LEADS, Scene, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import says
from cases.profile import Ladder, Profile
from cases.staff import Group, Staff, StaffId

#: Nobody at all could be called: look again this soon.
NOBODY_AGAIN = timedelta(minutes=1)


def raise_alert(scene: Scene, *, ref: AlertRef, cause: Cause, profile: Profile, now: datetime) -> tuple[Alert, Outcome]:
    """Call the first step of the ladder at once and set every clock of the alert."""
    case = scene.case
    alert = Alert(
        ref=ref,
        case=case.ref,
        cause=cause,
        raised_at=now,
        deadline_at=deadline_of(case, cause=cause, profile=profile, now=now),
        climbing_since=now,
    )
    raised = Event(EventKind.ALERT_RAISED, case.ref, now, told={"cause": str(cause), "alert": ref})
    outcome = Outcome(events=(raised,))
    if cause in NEEDS_OUTREACH:
        ring = first_mark(now, alert.deadline_at, profile.outreach_marks, now=now)
        outcome += Outcome(reminders=(Reminder(Clock.OUTREACH, ref, ring),))
    alert, climbed = climb(replace(scene, alert=alert), profile=profile, now=now)
    return alert, outcome + climbed


def climb(scene: Scene, *, profile: Profile, now: datetime, lost: tuple[Group, ...] = ()) -> tuple[Alert, Outcome]:
    """Call the next step that has somebody to call; steps with nobody are passed at once, and that is said.
    So are the `lost` ones, which were called but could not be reached.

    Taken and ended alerts don't climb. Whoever said "I can't" is not called again by a named step, only when
    everyone is.
    """
    alert = scene.alert
    assert alert is not None
    if alert.state is not AlertState.OPEN:
        return alert, Outcome(reminders=(Reminder(Clock.LADDER, alert.ref, None),))
    ladder = profile.ladders[LADDER_OF[alert.cause]]
    step, passed = alert.step, list(lost)
    people = _to_call(scene, ladder, step, alert.declined)
    while not people and step < len(ladder.rungs):
        group = ladder.rung(step).to
        if not scene.roster.callable(group):
            passed.append(group)
        step += 1
        people = _to_call(scene, ladder, step, alert.declined)
    alert = replace(
        alert,
        step=step + 1,
        calls=alert.calls + 1,
        told=tuple(dict.fromkeys((*alert.told, *(p.id for p in people)))),
        awaited=tuple(p.id for p in people),
    )
    wait = ladder.wait_after(step) if people else NOBODY_AGAIN
    if not people:
        alert = replace(alert, step=step)
    groups = tuple(says(f"group-{group}") for group in dict.fromkeys(passed))
    note = says("alert-passed", groups=groups) if groups else says("nothing")
    here = replace(scene, alert=alert, called=people).with_args(passed=note)
    told = {"step": step, "called": [int(p.id) for p in people], "passed": len(passed)}
    messages = tell(EventKind.ALERT_CALLED, here) if people else write(ALSO_LEADS["nobody"], here)
    if not alert.needs_outreach:
        # A hundred calm reports must not stand before one emergency.
        messages = tuple(replace(message, lane=Lane.ESCALATION) for message in messages)
    return alert, Outcome(
        alerts=(alert,),
        events=(Event(EventKind.ALERT_CALLED, scene.case.ref, now, told=told),),
        reminders=(Reminder(Clock.LADDER, alert.ref, now + wait),),
        messages=messages,
    )


def _to_call(scene: Scene, ladder: Ladder, step: int, declined: tuple[StaffId, ...]) -> tuple[Staff, ...]:
    group = ladder.rung(step).to
    people = scene.roster.callable(group)
    if group is Group.EVERYONE:
        return people
    return tuple(p for p in people if p.id not in declined)


def drop(scene: Scene, *, who: StaffId, declined: bool, profile: Profile, now: datetime) -> Outcome:
    """One of those called can't or can't be reached; when none of them is left, the next step is called now.

    Behind the last step there is none to pass to: once everyone was called, the next round comes at its own time.
    """
    alert = scene.alert
    assert alert is not None
    alert = replace(
        alert,
        awaited=tuple(id for id in alert.awaited if id != who),
        declined=(*alert.declined, who) if declined and who not in alert.declined else alert.declined,
    )
    kind = EventKind.ALERT_DECLINED if declined else EventKind.STAFF_UNREACHABLE
    outcome = Outcome(alerts=(alert,), events=(Event(kind, scene.case.ref, now, by=who),))
    if alert.awaited or alert.state is not AlertState.OPEN:
        return outcome
    ladder = profile.ladders[LADDER_OF[alert.cause]]
    if alert.step > len(ladder.rungs):
        callable_now = scene.roster.callable(ladder.repeat_to)
        if callable_now and all(person.id in alert.told for person in callable_now):
            return outcome
    group = ladder.rung(max(alert.step - 1, 0)).to
    lost = () if declined or scene.roster.callable(group) else (group,)
    return outcome + climb(replace(scene, alert=alert), profile=profile, now=now, lost=lost)[1]


def restart(scene: Scene, *, profile: Profile, now: datetime, without: tuple[StaffId, ...] = ()) -> Outcome:
    """Back to the first step: given back, nobody's, everybody is called anew, but `without` who just said no."""
    alert = scene.alert
    assert alert is not None
    again = replace(
        alert,
        state=AlertState.OPEN,
        taken_by=None,
        taken_at=None,
        asked_at=None,
        step=0,
        climbing_since=now,
        declined=without,
    )
    quiet = Outcome(reminders=(Reminder(Clock.SILENCE, alert.ref, None),))
    return quiet + climb(replace(scene, alert=again), profile=profile, now=now)[1]
