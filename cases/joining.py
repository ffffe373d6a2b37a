"""Several reports of one event, joined by a person (R-30): each keeps its reporter, its answers and its time.

The joined report is closed, and nothing of it rings any more; what its reporter says later goes to whoever holds the
case that it was joined to. Reporters never learn of each other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from cases.alert import NEEDS_OUTREACH, Alert, AlertRef, Cause
from cases.case import Case, Joined, Ruling, Status, graver
from cases.duty import take
from cases.ending import end
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.planning import sooner
from cases.profile import Profile
from cases.refusals import StillCalls, WrongMoment
from cases.reports import BY_THE_REPORTER, Told, confirmation_ring, contact_ring, judged, pass_on, upgrade
from cases.rulings import open_assignment
from cases.staff import Staff
from cases.visit import VisitState
from triage.standing import Risk

#: What rings for a case, and rings no more once it is part of another.
CLOCKS = (Clock.CONTACT, Clock.CONFIRMATION, Clock.ASSIGNMENT, Clock.POLICE, Clock.STEP, Clock.ACTING)
#: Kept of a joined report, for the case that it is taken apart again: what it called for when it was joined.
CALLED = "called_when_joined"


def may_join(report: Scene, case: Scene, by: Staff) -> None:
    """Raises NotAllowed, WrongMoment, or StillCalls: an emergency that the other case does not have must not be put
    away with a report. It is seen to first, or two agree that it is a duplicate."""
    allow(Action.JOIN, by=by, case=report.case)
    allow(Action.JOIN, by=by, case=case.case)
    same = report.case.ref == case.case.ref
    if same or report.case.sibling is not None or case.case.sibling == report.case.ref:
        raise WrongMoment
    if _calls(report) and not _calls(case):
        raise StillCalls(number=report.case.number)


def _calls(scene: Scene) -> bool:
    return scene.alert is not None and scene.alert.is_open and scene.alert.needs_outreach


def join(report: Scene, case: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The report is part of the case from now on. Who was on the way for the one is on the way for the other.

    The outcome holds both; the case is the last of them.
    """
    may_join(report, case, by)
    main, outcome = _graver(case, report, by=by, now=now)
    entry = Joined(report.case.ref, report.case.number, report.case.reported_at, by.id, now)
    main = replace(main, reports=(*main.reports, entry, *report.case.reports))
    main, police = _police(main, report.case)
    calls = str(report.alert.cause) if _calls(report) and report.alert is not None else ""
    part = replace(
        report.case,
        status=Status.CLOSED,
        closed_at=now,
        joined_to=main.ref,
        lowering=None,
        police=None if police else report.case.police,
        acting=None,
        acting_until=None,
        extra={**report.case.extra, CALLED: calls},
    )
    here = replace(case, case=main, actor=by).with_args(joined=part.number)
    outcome += Outcome(
        cases=(part, main),
        events=(
            Event(EventKind.CASE_JOINED, part.ref, now, by=by.id, told={"to": main.number}),
            Event(EventKind.CASE_JOINED, main.ref, now, by=by.id, told={"from": part.number}),
        ),
        reminders=(*(Reminder(clock, part.ref, None) for clock in CLOCKS), *police),
        messages=tell(EventKind.CASE_JOINED, here),
    )
    outcome += _over(replace(report, case=part, actor=by), by=by, now=now)
    outcome += _to_former(report, here) + _on_the_way(report, here, profile=profile, now=now)
    return outcome + sooner(here, profile=profile, now=now)


def _graver(case: Scene, report: Scene, *, by: Staff, now: datetime) -> tuple[Case, Outcome]:
    """What the second report tells may be worse than what was known: the case is never milder than its reports."""
    before, other = case.case, report.case
    risk = other.gravity if graver(other.gravity, before.risk) else before.risk
    emergency = before.emergency or (other.emergency and _calls(report))
    declared = before.declared or (other.declared and _calls(report))
    if (risk, emergency) == (before.risk, before.emergency):
        return replace(before, declared=declared), Outcome()
    ruling = Ruling(risk, emergency, by.id, now, reason="R-30")
    raised = replace(before, ruling=ruling, lowering=None, declared=declared)
    return raised, Outcome(
        events=(Event(EventKind.RISK_RAISED, raised.ref, now, by=by.id, told={"risk": risk}),),
        judgements=(judged(raised, now=now),),
    )


def _police(main: Case, part: Case) -> tuple[Case, tuple[Reminder, ...]]:
    """A duty to report to the police goes along, with the earlier of two deadlines; one that was met is met."""
    duty = part.police
    if duty is None or duty.met_at is not None or (main.police is not None and main.police.met_at is not None):
        return main, ()
    if main.police is not None and main.police.due_at <= duty.due_at:
        return main, (Reminder(Clock.POLICE, part.ref, None),)
    # It rings at once, and finds its own next mark.
    return replace(main, police=duty), (Reminder(Clock.POLICE, main.ref, duty.since),)


def _over(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The alerts and the visit of a report that is part of another case now."""
    outcome = Outcome()
    alerts = {alert.ref: alert for alert in (scene.alert, scene.missed) if alert is not None and alert.is_open}
    for alert in alerts.values():
        outcome += end(replace(scene, alert=alert), by=by, now=now)
    visit = scene.visit
    if visit is not None and visit.state is VisitState.PLANNED:
        over = replace(visit, state=VisitState.CANCELLED)
        outcome += Outcome(visits=(over,), reminders=(Reminder(Clock.VISIT, visit.ref, None),))
    return outcome


def _to_former(report: Scene, case: Scene) -> Outcome:
    """Who managed the report learns where it went, unless the case is hidden from them."""
    former = report.roster.by_id(report.case.manager)
    if former is None or former.id == case.case.manager or case.roster.by_id(former.id) is None or not former.active:
        return Outcome()
    went = says("case-joined-away", number=report.case.number, to=case.case.number)
    return Outcome(messages=(Message(former.chat, went),))


def _on_the_way(report: Scene, case: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Who had taken the emergency of the report has that of the case, as far as it still wants somebody."""
    outcome, here = Outcome(), case
    if not _calls(report) or report.alert is None or case.alert is None:
        return outcome
    tight = min(case.alert.deadline_at, report.alert.deadline_at)
    if tight < case.alert.deadline_at and case.alert.outreach_at is None:
        here = replace(here, alert=replace(case.alert, deadline_at=tight))
        outcome = Outcome(alerts=(_alert(here),), reminders=(Reminder(Clock.OUTREACH, case.alert.ref, now),))
    for id in report.alert.takers:
        person = here.roster.by_id(id)
        if person is not None and person.active and _alert(here).is_short and id not in _alert(here).takers:
            taken = take(replace(here, actor=None), by=person, profile=profile, now=now)
            outcome += taken
            here = replace(here, alert=taken.alerts[-1])
    return outcome


def _alert(scene: Scene) -> Alert:
    assert scene.alert is not None
    return scene.alert


def separate(report: Scene, case: Scene, *, alert_ref: AlertRef, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Not the same event after all: the report is a case of its own again, and somebody is asked to look at it.

    What it called for when it was joined is called for again: nobody can know that the help went to the right door.
    """
    allow(Action.JOIN, by=by, case=case.case)
    if report.case.joined_to != case.case.ref:
        raise WrongMoment
    left = tuple(one for one in case.case.reports if one.case != report.case.ref)
    main = replace(case.case, reports=left)
    back = Status.REPORTED if report.case.confirmed_at is None else Status.CONFIRMED
    called = str(report.case.extra.get(CALLED, ""))
    extra = {key: value for key, value in report.case.extra.items() if key != CALLED}
    part = replace(report.case, status=back, closed_at=None, joined_to=None, manager=None, extra=extra)
    here = replace(report, case=part, actor=by, alert=None, missed=None, visit=None)
    outcome = Outcome(
        cases=(main, part),
        events=(
            Event(EventKind.CASE_JOINED, part.ref, now, by=by.id, told={"apart": main.number}),
            Event(EventKind.CASE_JOINED, main.ref, now, by=by.id, told={"apart": part.number}),
        ),
        messages=(Message(by.chat, says("case-apart", number=main.number, joined=part.number)),),
    )
    if part.police is not None and part.police.met_at is None:
        outcome += Outcome(reminders=(Reminder(Clock.POLICE, part.ref, now),))
    if part.contacted_at is None:
        ring = contact_ring(part, profile=profile, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.CONTACT, part.ref, ring),))
    if back is Status.CONFIRMED:
        outcome += open_assignment(here, profile=profile, now=now)
    else:
        ring = confirmation_ring(part, profile=profile, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.CONFIRMATION, part.ref, ring),))
    cause = Cause(called) if called in set(Cause) else None if back is Status.CONFIRMED else Cause.REPORT
    if cause is not None:
        outcome += upgrade(here, cause=cause, alert_ref=alert_ref, profile=profile, now=now)
    return outcome


def learn(
    report: Scene,
    case: Scene,
    told: Told,
    *,
    cause: Cause | None,
    alert_ref: AlertRef,
    news: tuple[Phrase, ...],
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The reporter of a joined report told more: kept with that report; danger in it calls for the case.

    The report is the last of the cases, for the number that its reporter knows.
    """
    before = report.case
    part = replace(
        before,
        answers=told.answers,
        facts=told.facts,
        decision=told.decision,
        declared=before.declared or told.declared or cause in BY_THE_REPORTER,
    )
    alarming = (part.decision.emergency and not before.decision.emergency) or (part.declared and not before.declared)
    calls = cause or (Cause.TRIAGE if alarming else None)
    why = {"cause": str(calls)} if calls is not None else {}
    main, outcome = case.case, Outcome()
    if graver(part.decision.risk, main.risk) or (calls is not None and not main.emergency):
        risk = part.decision.risk if graver(part.decision.risk, main.risk) else main.risk
        ruling, decision = main.ruling, main.decision
        if ruling is not None:
            emergency = ruling.emergency or calls is not None
            ruling = replace(ruling, risk=risk, emergency=emergency, at=now, second=None, types=None)
        else:
            decision = replace(decision, risk=cast(Risk | None, risk))
        declared = main.declared or calls is not None
        main = replace(main, ruling=ruling, decision=decision, declared=declared, lowering=None)
        outcome += Outcome(judgements=(judged(main, now=now),))
    here = replace(case, case=main)
    outcome += Outcome(
        cases=(main, part),
        events=(
            Event(EventKind.FACTS_LEARNED, part.ref, now),
            Event(EventKind.FACTS_LEARNED, main.ref, now, told=why),
        ),
    )
    alert = case.alert if case.alert is not None and case.alert.is_open else None
    if calls is not None and (alert is None or (not alert.needs_outreach and calls in NEEDS_OUTREACH)):
        outcome += upgrade(here, cause=calls, alert_ref=alert_ref, profile=profile, now=now)
    return outcome + sooner(here, profile=profile, now=now) + Outcome(messages=said_to(report, here, news))


def said_to(report: Scene, case: Scene, news: tuple[Phrase, ...]) -> tuple[Message, ...]:
    """What the reporter of a joined report says goes to who holds the case; with the number of that report."""
    if not news:
        return ()
    return pass_on(case, (says("news-joined", number=report.case.number), *news))
