"""Several reports of one event, joined by a person (R-30): each keeps its reporter, its answers and its time.

The joined report is closed, and nothing of it rings any more; what its reporter says later goes to whoever holds the
case that it was joined to. Reporters never learn of each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import cast

from cases import police
from cases.alert import NEEDS_OUTREACH, Alert, AlertRef, Cause
from cases.carrying import brought, child_came_in, entry_of, learnt, marks_of, said_of, with_duty, without_duty
from cases.case import Case, Joined, Ruling, Status, graver
from cases.conditions import relabelled
from cases.deadlines import look_again
from cases.duty import take
from cases.ending import end
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.planning import sooner
from cases.profile import Profile
from cases.referral import Referral
from cases.refusals import StillCalls, WrongMoment
from cases.reopening import anew
from cases.reports import (
    BY_THE_REPORTER,
    Told,
    confirmation_ring,
    contact_due,
    contact_ring,
    judged,
    passed_on,
    upgrade,
)
from cases.rulings import open_assignment
from cases.staff import Staff
from cases.talk import Talk
from cases.visit import VisitState
from triage.standing import Risk

#: What rings for a case, and rings no more once it is part of another.
CLOCKS = (Clock.CONTACT, Clock.CONFIRMATION, Clock.ASSIGNMENT, Clock.POLICE, Clock.ACTING)
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


def join(
    report: Scene, case: Scene, *, by: Staff, profile: Profile, now: datetime, referrals: Iterable[Referral] = ()
) -> Outcome:
    """The report is part of the case from now on. Who was on the way for the one is on the way for the other, and
    `referrals`, those of the report, go on with the case.

    The outcome holds both; the case is the last of them.
    """
    may_join(report, case, by)
    before = report.case
    main, outcome = _graver(case, report, by=by, now=now)
    moved = brought(referrals, to=main, profile=profile, now=now)
    main = with_duty(main, before)
    entry = Joined(
        before.ref,
        before.number,
        before.reported_at,
        by.id,
        now,
        carried=marks_of(before),
        police=before.police,
        referrals=tuple(str(one.ref) for one in moved.referrals),
    )
    main = replace(main, reports=(*main.reports, entry, *before.reports))
    calls = str(report.alert.cause) if _calls(report) and report.alert is not None else ""
    part = replace(
        before,
        status=Status.CLOSED,
        closed_at=now,
        joined_to=main.ref,
        lowering=None,
        police=before.police if before.police is not None and before.police.met_at is not None else None,
        acting=None,
        acting_until=None,
        extra={**before.extra, CALLED: calls},
    )
    part, steps = look_again(before, part, profile=profile, now=now)
    here = replace(case, case=main, actor=by).with_args(joined=part.number)
    outcome += Outcome(
        events=(
            Event(EventKind.CASE_JOINED, part.ref, now, by=by.id, told={"to": main.number}),
            Event(EventKind.CASE_JOINED, main.ref, now, by=by.id, told={"from": part.number}),
        ),
        reminders=(*(Reminder(clock, part.ref, None) for clock in CLOCKS), *steps),
        messages=tell(EventKind.CASE_JOINED, here),
    )
    here, owed = _owed(here, case.case, since=before.reported_at, profile=profile, now=now)
    outcome += owed + moved + said_of(moved, here) + Outcome(messages=child_came_in(case.case, here))
    outcome += Outcome(cases=(part, here.case)) + _sooner_reached(case.case, here.case, profile=profile, now=now)
    outcome += _over(replace(report, case=part, actor=by), by=by, now=now)
    outcome += _to_former(report, here) + _on_the_way(report, here, profile=profile, now=now)
    return outcome + sooner(here, profile=profile, now=now)


def _owed(scene: Scene, before: Case, *, since: datetime, profile: Profile, now: datetime) -> tuple[Scene, Outcome]:
    """The scene with the duty to the police that there is by all reports together; with its mark, and said, where it
    is another than before."""
    if scene.case.police is None:
        case, outcome = police.opened(scene, profile=profile, now=now, since=since)
        if case.police is not None:
            return replace(scene, case=case), outcome
    outcome = police.goes_on(scene, profile=profile, now=now)
    return scene, outcome if scene.case.police != before.police else replace(outcome, messages=())


def _sooner_reached(before: Case, case: Case, *, profile: Profile, now: datetime) -> Outcome:
    """Whoever reported is to be reached by what is known now."""
    if case.contacted_at is not None or contact_due(case) >= contact_due(before):
        return Outcome()
    return Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, contact_ring(case, profile=profile, now=now) or now),))


def _graver(case: Scene, report: Scene, *, by: Staff, now: datetime) -> tuple[Case, Outcome]:
    """What the second report tells may be worse than what was known: the case is never milder than its reports."""
    before, other = case.case, report.case
    if relabelled(before) and not relabelled(other) and before.ruling is not None:
        # There is a report after all.
        before = replace(before, ruling=replace(before.ruling, types=None))
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


def separate(
    report: Scene,
    case: Scene,
    *,
    alert_ref: AlertRef,
    by: Staff,
    profile: Profile,
    now: datetime,
    referrals: Iterable[Referral] = (),
) -> Outcome:
    """Not the same event after all: the report is a case of its own again, and somebody is asked to look at it.

    What it called for when it was joined is called for again, and its duty to the police runs again: nobody can know
    that the help, or the report, was for the right door. `referrals` are those of the case; what the report had brought
    goes back with it.
    """
    allow(Action.JOIN, by=by, case=case.case)
    entry = entry_of(case.case, report.case.ref)
    if entry is None or report.case.joined_to != case.case.ref:
        raise WrongMoment
    main, part = _apart(case.case, report.case, entry, profile=profile, now=now)
    called = str(report.case.extra.get(CALLED, ""))
    here = replace(report, case=part, actor=by, alert=None, missed=None, visit=None)
    outcome = Outcome(
        events=(
            Event(EventKind.CASE_JOINED, part.ref, now, by=by.id, told={"apart": main.number}),
            Event(EventKind.CASE_JOINED, main.ref, now, by=by.id, told={"apart": part.number}),
        ),
        messages=(Message(by.chat, says("case-apart", number=main.number, joined=part.number)),),
        reminders=look_again(report.case, part, profile=profile, now=now)[1],
    )
    there, left = _owed(replace(case, case=main, actor=by), case.case, since=main.reported_at, profile=profile, now=now)
    here, owed = _owed(here, report.case, since=part.reported_at, profile=profile, now=now)
    part = here.case
    theirs = brought((one for one in referrals if one.ref in entry.referrals), to=part, profile=profile, now=now)
    outcome += Outcome(cases=(there.case, part)) + left + owed + theirs + said_of(theirs, here)
    if part.contacted_at is None:
        ring = contact_ring(part, profile=profile, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.CONTACT, part.ref, ring),))
    if part.status is Status.CONFIRMED:
        outcome += open_assignment(here, profile=profile, now=now)
    else:
        ring = confirmation_ring(part, profile=profile, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.CONFIRMATION, part.ref, ring),))
    cause = Cause(called) if called in set(Cause) else None if part.status is Status.CONFIRMED else Cause.REPORT
    if cause is not None:
        outcome += upgrade(here, cause=cause, alert_ref=alert_ref, profile=profile, now=now)
    return outcome


def _apart(main: Case, report: Case, entry: Joined, *, profile: Profile, now: datetime) -> tuple[Case, Case]:
    """The case without that report and what had been joined to it, and the report as a case that waits for its step
    1.5 or 1.7. Where it was handled before it begins as one that is opened again."""
    theirs = {one.case for one in report.reports}
    along = tuple(one for one in main.reports if one.case in theirs)
    left = tuple(one for one in main.reports if one.case not in {report.ref, *theirs})
    part = replace(
        report,
        status=Status.REPORTED if report.confirmed_at is None else Status.CONFIRMED,
        closed_at=None,
        joined_to=None,
        manager=None,
        assigned_at=None,
        handling=report.handling if report.assigned_at is None else anew(report.handling, now=now),
        police=entry.police or report.police,
        reports=along,
        extra={key: value for key, value in report.extra.items() if key != CALLED},
    )
    return without_duty(replace(main, reports=left), entry), look_again(report, part, profile=profile, now=now)[0]


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
    talk: Talk | None = None,
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
    main = learnt(main, part)
    main, owed = police.opened(replace(case, case=main), profile=profile, now=now, since=part.reported_at)
    here = replace(case, case=main)
    outcome += owed + Outcome(
        cases=(main, part),
        events=(
            Event(EventKind.FACTS_LEARNED, part.ref, now),
            Event(EventKind.FACTS_LEARNED, main.ref, now, told=why),
        ),
    )
    outcome += Outcome(messages=child_came_in(case.case, here))
    outcome += _sooner_reached(case.case, main, profile=profile, now=now)
    alert = case.alert if case.alert is not None and case.alert.is_open else None
    if calls is not None and (alert is None or (not alert.needs_outreach and calls in NEEDS_OUTREACH)):
        outcome += upgrade(here, cause=calls, alert_ref=alert_ref, profile=profile, now=now)
    return outcome + sooner(here, profile=profile, now=now) + said_to(report, here, news, now=now, talk=talk)


def said_to(
    report: Scene, case: Scene, news: tuple[Phrase, ...], *, now: datetime, talk: Talk | None = None
) -> Outcome:
    """What the reporter of a joined report says goes to who holds the case; with the number of that report."""
    if not news:
        return Outcome()
    return passed_on(case, (says("news-joined", number=report.case.number), *news), now=now, talk=talk)
