"""How an alert is raised and climbs until as many have taken it as it needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases.alert import LADDER_OF, NEEDS_OUTREACH, Alert, AlertRef, AlertState, Cause
from cases.clocks import by_day, deadline_of, first_mark
from cases.messages import Lane, Message
from cases.moves import Action, roles_for
from cases.notices import ALSO_LEADS, Scene, card, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.paging import first_page
from cases.phrases import Phrase, says
from cases.profile import Ladder, Profile
from cases.remote import way_to
from cases.staff import Group, Staff, StaffId

#: Nobody at all could be called: look again this soon.
NOBODY_AGAIN = timedelta(minutes=1)


def raise_alert(
    scene: Scene,
    *,
    ref: AlertRef,
    cause: Cause,
    profile: Profile,
    now: datetime,
    deadline_at: datetime | None = None,
) -> tuple[Alert, Outcome]:
    """Call the first step of the ladder at once and set every clock of the alert."""
    case = scene.case
    alert = Alert(
        ref=ref,
        case=case.ref,
        cause=cause,
        raised_at=now,
        deadline_at=deadline_at or deadline_of(case, cause=cause, profile=profile, now=now),
        climbing_since=now,
        wanted=profile.ladders[LADDER_OF[cause]].takers,
    )
    raised = Event(EventKind.ALERT_RAISED, case.ref, now, told={"cause": str(cause), "alert": ref})
    outcome = Outcome(events=(raised,), reminders=first_page(alert, profile=profile, now=now))
    if cause in NEEDS_OUTREACH:
        # Of a report that was written down late the time may be over already: that is said at once.
        ring = first_mark(now, alert.deadline_at, profile.outreach_marks, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.OUTREACH, ref, ring),))
    alert, climbed = climb(replace(scene, alert=alert), profile=profile, now=now)
    return alert, outcome + climbed


@dataclass(frozen=True)
class _Called:
    """Whom some steps call together: each once. `passed` are groups with nobody there, `unmanned`: nobody on duty."""

    people: tuple[Staff, ...] = ()
    passed: tuple[Group, ...] = ()
    unmanned: bool = False


def climb(
    scene: Scene, *, profile: Profile, now: datetime, lost: tuple[Group, ...] = (), due_at: datetime | None = None
) -> tuple[Alert, Outcome]:
    """Call the next step that has somebody to call; steps with nobody are passed at once, and that is said.
    So are the `lost` ones, which were called but could not be reached. With nobody on duty the coordinator's list is
    called in the same step, and the leads hear why. A step that comes later than the one after it should have
    (`due_at` is when it was due) is called together with all that were missed meanwhile.

    Alerts that enough have taken, and ended ones, don't climb. Whoever said "I can't" is not called again by a named
    step, only when everyone is or when the ladder repeats.
    """
    alert = scene.alert
    assert alert is not None
    if not alert.is_short:
        return alert, Outcome(reminders=(Reminder(Clock.LADDER, alert.ref, None),))
    morning = _not_before(alert, now, profile)
    if morning > now:
        return alert, Outcome(alerts=(alert,), reminders=(Reminder(Clock.LADDER, alert.ref, morning),))
    ladder = profile.ladders[LADDER_OF[alert.cause]]
    last = _last_due(alert, ladder, due_at=due_at, now=now)
    called = _called(scene, ladder, range(alert.step, last + 1))
    while not called.people and last < len(ladder.rungs):
        last += 1
        called = _called(scene, ladder, range(alert.step, last + 1))
    people = called.people
    alert = replace(
        alert,
        step=last + 1 if people else last,
        calls=alert.calls + 1,
        told=tuple(dict.fromkeys((*alert.told, *(p.id for p in people)))),
        awaited=tuple(p.id for p in people),
    )
    alone = not people and alert.taken_by is not None
    # Somebody has it already: that nobody can join is no reason to call the coordinator every minute.
    wait = ladder.wait_after(last) if people or alone else NOBODY_AGAIN
    here = replace(scene, alert=alert, called=people)
    here = here.with_args(passed=_note(here, called, lost), way=way_to(scene.case, profile))
    told = {
        "alert": alert.ref,
        "step": last,
        "called": [int(p.id) for p in people],
        "passed": len({*called.passed, *lost}),
        "unmanned": called.unmanned,
    }
    return alert, Outcome(
        alerts=(alert,),
        events=(Event(EventKind.ALERT_CALLED, scene.case.ref, now, told=told),),
        reminders=(Reminder(Clock.LADDER, alert.ref, _not_before(alert, now + wait, profile)),),
        messages=_said(here, called),
    )


def _said(scene: Scene, called: _Called) -> tuple[Message, ...]:
    alert = scene.alert
    assert alert is not None
    messages = tell(EventKind.ALERT_CALLED, scene)
    if not called.people:
        # The groups are asked also when there is nobody to call.
        messages = (*write(ALSO_LEADS["no_second" if alert.taken_by is not None else "nobody"], scene), *messages)
    elif called.unmanned:
        heard = {message.to for message in messages}
        messages += tuple(m for m in write(ALSO_LEADS["unmanned"], scene) if m.to not in heard)
    if alert.needs_outreach:
        return messages
    # A hundred calm reports must not stand before one emergency.
    return tuple(replace(message, lane=Lane.ESCALATION) for message in messages)


def _note(scene: Scene, called: _Called, lost: tuple[Group, ...]) -> Phrase:
    """Why this call comes to them: who has it already, that nobody is on duty, whom it passed by."""
    alert = scene.alert
    assert alert is not None
    notes: list[Phrase] = []
    if alert.taken_by is not None:
        notes.append(Phrase("alert-one-more", card(scene)))
    if called.unmanned:
        notes.append(says("alert-no-duty"))
    passed = dict.fromkeys((*lost, *called.passed))
    groups = tuple(says(f"group-{group}") for group in passed if not (called.unmanned and group is Group.ON_DUTY))
    if groups:
        notes.append(says("alert-passed", groups=groups))
    note = says("nothing") if not notes else notes[0]
    for more in notes[1:]:
        note = says("alert-notes", first=note, then=more)
    return note


def _not_before(alert: Alert, moment: datetime, profile: Profile) -> datetime:
    """A visit that was missed can wait until the morning."""
    return by_day(moment, profile) if alert.cause is Cause.MISSED_VISIT else moment


def _last_due(alert: Alert, ladder: Ladder, *, due_at: datetime | None, now: datetime) -> int:
    """The last step whose time has come: that of the alert, or one further up, the first repeat at most."""
    step, at = alert.step, due_at or now
    while step < len(ladder.rungs) and at + ladder.wait_after(step) <= now:
        at += ladder.wait_after(step)
        step += 1
    return step


def _called(scene: Scene, ladder: Ladder, steps: range) -> _Called:
    found = [_of_step(scene, ladder, step) for step in steps]
    return _Called(
        people=tuple(dict.fromkeys(person for one in found for person in one.people)),
        passed=tuple(dict.fromkeys(group for one in found for group in one.passed)),
        unmanned=any(one.unmanned for one in found),
    )


def _of_step(scene: Scene, ladder: Ladder, step: int) -> _Called:
    """Whom one step calls: of its group who can be called, was not first, and has not said no."""
    alert = scene.alert
    assert alert is not None
    group, repeats = ladder.rung(step).to, step >= len(ladder.rungs)
    able = _able(scene, group)
    asks_all = repeats or group is Group.EVERYONE
    people = tuple(p for p in able if asks_all or p.id not in alert.declined)
    if people:
        return _Called(people)
    if group is Group.ON_DUTY:
        reserve = _able(scene, Group.RESERVE) or _able(scene, Group.EVERYONE)
        people = tuple(p for p in reserve if asks_all or p.id not in alert.declined)
        if people:
            return _Called(people, unmanned=True)
    if repeats:
        # The group of the repeat has nobody: whoever there is.
        return _Called(_able(scene, Group.EVERYONE), () if able else (group,))
    return _Called(passed=() if _reached(scene, group) else (group,))


def _reached(scene: Scene, group: Group) -> tuple[Staff, ...]:
    """The members of a group whom the bot can write to; the manager is the case's own, or who acts for them."""
    if group is not Group.MANAGER:
        return scene.roster.callable(group)
    people = (scene.roster.by_id(id) for id in (scene.case.acting, scene.case.manager))
    return tuple(p for p in people if p is not None and p.active and p.reachable)[:1]


def _able(scene: Scene, group: Group) -> tuple[Staff, ...]:
    """Those of a group who could take this alert and have not."""
    alert = scene.alert
    assert alert is not None
    people = tuple(p for p in _reached(scene, group) if p.id not in alert.takers)
    if alert.cause is not Cause.MISSED_VISIT:
        return people
    return tuple(p for p in people if p.role in roles_for(Action.VISIT_DONE))


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
    event = Event(kind, scene.case.ref, now, by=who, told={"alert": alert.ref})
    outcome = Outcome(alerts=(alert,), events=(event,))
    here = replace(scene, alert=alert)
    if alert.awaited or not alert.is_short:
        return outcome
    ladder = profile.ladders[LADDER_OF[alert.cause]]
    if alert.step > len(ladder.rungs):
        callable_now = _of_step(here, ladder, len(ladder.rungs)).people
        if callable_now and all(person.id in alert.told for person in callable_now):
            return outcome
    group = ladder.rung(max(alert.step - 1, 0)).to
    lost = () if declined or _reached(scene, group) else (group,)
    return outcome + climb(here, profile=profile, now=now, lost=lost)[1]


def carry_on(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """After somebody took it: with enough the ladder stops, else it goes on, at once if nobody else is awaited."""
    alert = scene.alert
    assert alert is not None
    if alert.is_short and alert.awaited:
        return Outcome()
    return climb(scene, profile=profile, now=now)[1]


def restart(
    scene: Scene,
    *,
    profile: Profile,
    now: datetime,
    keeping: tuple[StaffId, ...] = (),
    without: tuple[StaffId, ...] = (),
) -> Outcome:
    """Back to the first step: given back, everybody is called anew, but `without` who just said no.

    Those `keeping` it go on holding it, the first of them as its holder.
    """
    alert = scene.alert
    assert alert is not None
    stays = bool(keeping) and alert.taken_by == keeping[0]
    again = replace(
        alert,
        state=AlertState.TAKEN if keeping else AlertState.OPEN,
        taken_by=keeping[0] if keeping else None,
        companions=keeping[1:],
        taken_at=alert.taken_at if stays else now if keeping else None,
        sign_at=alert.sign_at if stays else now if keeping else alert.sign_at,
        asked_at=alert.asked_at if stays else None,
        step=0,
        climbing_since=now,
        awaited=(),
        declined=without,
    )
    quiet = () if keeping else (Reminder(Clock.SILENCE, alert.ref, None),)
    # With enough of them left the ladder has nothing to call, but that somebody left must stand all the same.
    clocks = Outcome(alerts=(again,), reminders=(*quiet, *first_page(again, profile=profile, now=now)))
    return clocks + climb(replace(scene, alert=again), profile=profile, now=now)[1]
