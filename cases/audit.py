"""What the audit does about what it found: it calls by itself, sets clocks again, and says that it had to.

It shares no code with the ladder, the duty or the reports: what is broken there must not be broken here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import LADDER_OF, Alert, AlertRef, AlertState, Cause
from cases.case import Case
from cases.clocks import deadline_of, first_mark, next_visit_ring
from cases.evidence import NOBODYS, Fault, Finding
from cases.messages import Lane, Message
from cases.moves import Action, roles_for
from cases.notices import ALSO_LEADS, Scene, card, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Page, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import Unknown
from cases.staff import Group, Role, Roster, Staff

#: Nobody has taken it: called again so soon, by the audit itself if nobody else does it.
CALL_AGAIN = timedelta(seconds=60)
#: The rest is said again so often while it lasts; what was said once when it happened, once a day.
SAY_AGAIN = timedelta(hours=1)
SAY_DAILY = timedelta(days=1)
#: The audit looks every half minute: a little less than the minute, or every other look would come too early.
ALMOST = timedelta(seconds=5)
#: More than these are not named one by one.
NAMED = 10

#: Which part of the house stood still, by what was found.
PARTS: dict[Fault, str] = {
    Fault.NO_ALERT: "ladder",
    Fault.NO_STEP: "ladder",
    Fault.STEP_FAR: "ladder",
    Fault.NOT_CALLED: "ladder",
    Fault.CALL_LOST: "ladder",
    Fault.STEP_LATE: "scheduler",
    Fault.HOLDER_SILENT: "scheduler",
    Fault.ASKING_LATE: "scheduler",
    Fault.BREACH_UNTOLD: "scheduler",
    Fault.CLOCK_LATE: "scheduler",
    Fault.NO_ASKING: "reminders",
    Fault.CLOCK_MISSING: "reminders",
    Fault.CALL_STUCK: "dispatcher",
    Fault.CALL_UNPAGED: "dispatcher",
    Fault.INBOX_STUCK: "worker",
    Fault.SET_ASIDE: "set-aside",
    Fault.UNREADABLE: "unreadable",
}
#: What the leads must know: a clock that nobody else told them of.
TOLD_TO_LEADS = frozenset({Fault.BREACH_UNTOLD, Fault.CLOCK_LATE, Fault.ASKING_LATE})


def again_after(finding: Finding) -> timedelta:
    """How long nothing more is said of a finding that stays as it is."""
    if finding.fault in NOBODYS:
        return CALL_AGAIN - ALMOST
    return SAY_DAILY if finding.fault is Fault.SET_ASIDE else SAY_AGAIN


def repair(
    finding: Finding, scene: Scene, *, ref: AlertRef, again: bool, said: bool, profile: Profile, now: datetime
) -> Outcome:
    """What is done about a finding of one case. `ref` is for an alert that must be made; `again`: it was called for
    before; `said`: it was written down not long ago, so that only the clock is set again.

    Raises Unknown when what it was about is gone.
    """
    if finding.fault in NOBODYS:
        return Outcome() if said else call_out(finding, scene, ref=ref, again=again, profile=profile, now=now)
    mended = _mended(finding, scene, profile=profile, now=now)
    if said:
        return Outcome(reminders=mended.reminders)
    kind = EventKind.ALERT_FOUND if finding.fault in (Fault.CALL_STUCK, Fault.CALL_UNPAGED) else EventKind.CLOCK_FOUND
    return mended + Outcome(events=(_found(kind, finding, scene.case, now),))


def _found(kind: EventKind, finding: Finding, case: Case, now: datetime) -> Event:
    return Event(kind, case.ref, now, told={"what": finding.what, "alert": finding.alert or ""})


def _mended(finding: Finding, scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    match finding.fault:
        case Fault.NO_ASKING | Fault.ASKING_LATE:
            return _asked(scene, profile=profile, now=now)
        case Fault.CALL_UNPAGED:
            return _paged(scene, now=now)
        case Fault.CLOCK_MISSING | Fault.BREACH_UNTOLD if finding.clock is not None:
            return Outcome(reminders=(Reminder(finding.clock, finding.subject, _ring(scene, profile, now)),))
    # A clock that is late stays as it is: it rings as soon as somebody looks at it again.
    return Outcome()


def _ring(scene: Scene, profile: Profile, now: datetime) -> datetime:
    """A visit is brought to mind at its hours; everything else at once, and plans itself from there."""
    return next_visit_ring(scene.visit.due_on, profile, now=now) if scene.visit is not None else now


#: Findings with which the calling begins anew.
BEGINS = frozenset({Fault.NO_ALERT, Fault.HOLDER_GONE, Fault.HOLDER_SILENT})


def call_out(finding: Finding, scene: Scene, *, ref: AlertRef, again: bool, profile: Profile, now: datetime) -> Outcome:
    """Call for an alert that is nobody's, by all who can be reached, and make the alert if there is none."""
    outcome = Outcome(events=(_found(EventKind.ALERT_FOUND, finding, scene.case, now),))
    if finding.fault is Fault.NO_ALERT:
        alert, raised = _raised(scene, ref=ref, profile=profile, now=now)
        outcome += raised
    elif scene.alert is None or not scene.alert.is_open:
        raise Unknown
    elif finding.fault in (Fault.HOLDER_GONE, Fault.HOLDER_SILENT):
        alert, freed = _let_go(scene, scene.alert, now=now)
        outcome += freed
        if not alert.is_short:
            return outcome + Outcome(alerts=(alert,))
    else:
        alert = scene.alert
    people = _whom(scene.roster, alert, again=again)
    if alert.cause is Cause.MISSED_VISIT:
        people = tuple(person for person in people if person.role in roles_for(Action.VISIT_DONE))
    alert = replace(
        alert,
        calls=alert.calls + 1,
        told=tuple(dict.fromkeys((*alert.told, *(person.id for person in people)))),
        awaited=tuple(person.id for person in people),
    )
    here = replace(scene, alert=alert, visit=None, called=people).with_args(passed=says("audit-found"))
    messages = tell(EventKind.ALERT_CALLED, here) if people else write(ALSO_LEADS["nobody"], here)
    if not alert.needs_outreach:
        messages = tuple(replace(message, lane=Lane.ESCALATION) for message in messages)
    patience = timedelta(minutes=profile.second_channel.after_minutes)
    pages: tuple[Page, ...] = ()
    if alert.needs_outreach and (not people or (now - alert.raised_at >= patience and alert.paged_at is None)):
        pages = _pages(people or scene.roster.in_group(Group.EVERYONE), here)
        alert = replace(alert, paged_at=now)
    rings: tuple[Reminder, ...] = (Reminder(Clock.LADDER, alert.ref, now + CALL_AGAIN),)
    if finding.fault in BEGINS and (alert.needs_outreach or alert.cause is Cause.UNFINISHED):
        # As where the ladder begins: nobody takes it, and the second channel is due.
        rings += (Reminder(Clock.PAGE, alert.ref, now + patience),)
    return outcome + Outcome(
        alerts=(alert,),
        reminders=rings,
        messages=messages,
        pages=pages,
    )


def _whom(roster: Roster, alert: Alert, *, again: bool) -> tuple[Staff, ...]:
    """Who is on duty and the coordinators; everybody, if it was called before or nobody on duty can come."""
    on_duty = tuple(p for p in roster.callable(Group.ON_DUTY) if p.id not in alert.declined)
    if again or not on_duty:
        return roster.callable(Group.EVERYONE)
    leads = tuple(p for p in roster.callable(Group.COORDINATOR) if p.id not in alert.declined)
    return tuple(p for p in dict.fromkeys((*on_duty, *leads)) if p.id not in alert.takers)


def _raised(scene: Scene, *, ref: AlertRef, profile: Profile, now: datetime) -> tuple[Alert, Outcome]:
    """The alert that nobody made. A call to look at the same report gives way to it."""
    case = scene.case
    cause = _cause(case)
    deadline = deadline_of(case, cause=cause, profile=profile, now=now)
    alert = Alert(
        ref=ref,
        case=case.ref,
        cause=cause,
        raised_at=now,
        deadline_at=deadline,
        climbing_since=now,
        wanted=profile.ladders[LADDER_OF[cause]].takers,
    )
    ring = first_mark(now, deadline, profile.outreach_marks, now=now) or now
    outcome = Outcome(
        # The case goes along so that two who find this at once can't both raise it: its version lets one through.
        cases=(case,),
        events=(Event(EventKind.ALERT_RAISED, case.ref, now, told={"cause": str(cause), "alert": ref}),),
        reminders=(Reminder(Clock.OUTREACH, ref, ring),),
    )
    old = scene.alert
    if old is None or not old.is_open or old.cause not in (Cause.REPORT, Cause.UNFINISHED):
        return alert, outcome
    over = replace(old, state=AlertState.ENDED, ended_at=now)
    here = replace(scene, alert=over)
    told = (scene.roster.by_id(id) for id in over.told)
    cards = tuple(
        Message(p.chat, Phrase("alert-already", card(here)), Lane.REST, slot=f"alert:{over.ref}", replaces=True)
        for p in told
        if p is not None and p.active
    )
    off = tuple(Reminder(clock, over.ref, None) for clock in (Clock.LADDER, Clock.SILENCE))
    return alert, outcome + Outcome(alerts=(over,), reminders=off, messages=cards)


def _cause(case: Case) -> Cause:
    if case.declared:
        return Cause.DECLARED
    if case.decision.emergency:
        return Cause.TRIAGE
    return Cause.RAISED if case.emergency else Cause.UNSAFE_VISIT


def _let_go(scene: Scene, alert: Alert, *, now: datetime) -> tuple[Alert, Outcome]:
    """Its holder is gone or silent: a companion who is there holds it now, else it is everybody's again."""
    people = (scene.roster.by_id(id) for id in alert.companions)
    staying = tuple(p.id for p in people if p is not None and p.active and p.reachable)
    freed = replace(
        alert,
        state=AlertState.TAKEN if staying else AlertState.OPEN,
        taken_by=staying[0] if staying else None,
        taken_at=now if staying else None,
        companions=staying[1:],
        sign_at=now if staying else None,
        asked_at=None,
        offered_to=None,
        offered_at=None,
        step=0,
        climbing_since=now,
    )
    here = replace(scene, actor=scene.roster.by_id(alert.taken_by)).with_args(how=says("returned-by-silence"))
    return freed, Outcome(
        events=(Event(EventKind.ALERT_RETURNED, scene.case.ref, now, told={"alert": alert.ref, "silent": True}),),
        reminders=(Reminder(Clock.SILENCE, alert.ref, now + CALL_AGAIN if staying else None),),
        messages=tell(EventKind.ALERT_RETURNED, here),
    )


def _asked(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Nobody will ask the holder, so the audit does; without an answer it takes the alert back."""
    alert = scene.alert
    if alert is None or alert.state is not AlertState.TAKEN:
        raise Unknown
    asked = replace(alert, asked_at=now)
    here = replace(scene, alert=asked).with_args(minutes=round(profile.answer_minutes))
    due = now + timedelta(minutes=profile.answer_minutes)
    return Outcome(
        alerts=(asked,),
        reminders=(Reminder(Clock.SILENCE, alert.ref, due),),
        messages=tell(EventKind.ALERT_ASKED, here),
    )


def _paged(scene: Scene, *, now: datetime) -> Outcome:
    """Telegram does not take the call: those whom it was for hear of it by the second channel."""
    alert = scene.alert
    if alert is None or not alert.is_open:
        raise Unknown
    people = (scene.roster.by_id(id) for id in (alert.awaited or alert.takers))
    reached = tuple(p for p in people if p is not None and p.active) or scene.roster.in_group(Group.ON_DUTY)
    return Outcome(alerts=(replace(alert, paged_at=now),), pages=_pages(reached, scene))


def _pages(people: Iterable[Staff], scene: Scene) -> tuple[Page, ...]:
    ref = scene.alert.ref if scene.alert is not None else None
    shown = card(scene)
    told = {name: shown[name] for name in ("number", "severity")}
    return tuple(Page(person.id, Phrase("audit-page", told), ref) for person in people)


def to_leads(found: tuple[tuple[Finding, Case], ...], roster: Roster) -> Outcome:
    """One message for all clocks that nobody told the leads of; a hundred late clocks are not a hundred messages."""
    late = [(finding, case) for finding, case in found if finding.fault in TOLD_TO_LEADS]
    if not late:
        return Outcome()
    every = {lead: [one for one in late if lead.id not in one[1].excluded] for lead in roster.leads()}
    return Outcome(
        messages=tuple(Message(lead.chat, _late(seen), Lane.ESCALATION) for lead, seen in every.items() if seen)
    )


def _late(late: list[tuple[Finding, Case]]) -> Phrase:
    lines = tuple(
        says(
            "audit-clock-line",
            number=case.number,
            severity=says("severity-emergency" if case.emergency else f"severity-{case.risk or 'none'}"),
            clock=says(f"audit-clock-{finding.clock or Clock.SILENCE}"),
        )
        for finding, case in late[:NAMED]
    )
    return Phrase("audit-clocks", {"lines": lines, "count": len(late)})


def slot_of(part: str) -> str:
    """Under which name it is remembered that the operators were told of a part."""
    return f"audit:{part}"


def to_operators(parts: Iterable[str], roster: Roster) -> Outcome:
    """Which part of the house stood still, to those who keep the machine, or else to who answers for the unit."""
    admins = tuple(p for p in roster.having(Role.ADMIN) if p.reachable)
    return Outcome(
        messages=tuple(
            Message(
                person.chat,
                says("audit-operator", part=says(f"audit-part-{part}")),
                Lane.ESCALATION,
                slot=slot_of(part),
            )
            for part in parts
            for person in admins or roster.leads()
        )
    )
