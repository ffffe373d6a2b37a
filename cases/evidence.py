"""What the audit sees of the house, and what it makes of it. It knows nothing of the code that it watches.

The audit looks at rows alone: an alert, a case or a visit that is open, the reminders that stand for it, and what was
put into the outbox. How the ladder, the duty and the reports work is told to it by the profile, not by their code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cases.alert import LADDER_OF, Alert, AlertRef, AlertState, Cause
from cases.case import HANDLED, CaseRef, Status
from cases.outcome import Clock
from cases.profile import Profile
from cases.staff import Group, Roster, StaffId

#: How late a clock of an alert may ring, and one of everything else.
LATE = timedelta(seconds=30)
LATE_AT_REST = timedelta(minutes=2)
#: So often may a ringing fail before it counts as standing still; each time it is tried again after half a minute.
FAILED, FAILED_AT_REST = 2, 4
#: A message of the emergency lane is on its way for so long at the most, an arrival in the inbox waits so long.
SENT_WITHIN = timedelta(seconds=60)
WORKED_WITHIN = timedelta(minutes=2)
#: Whoever is told at once when a row is set aside must have had the time to look.
LOOKED_AT_WITHIN = timedelta(minutes=10)


class Fault(StrEnum):
    """What can be wrong, the gravest first: in this order findings are worked."""

    NO_ALERT = "no_alert"  # an emergency for which nobody was called
    HOLDER_GONE = "holder_gone"  # taken by somebody who has left or can't be written to
    HOLDER_SILENT = "holder_silent"  # taken, asked, no answer, and nobody gave it back
    NO_STEP = "no_step"  # nobody has taken it, and no next step stands
    STEP_LATE = "step_late"  # the next step should have come
    STEP_FAR = "step_far"  # the next step stands further away than any step of its ladder
    NOT_CALLED = "not_called"  # steps come, but nobody is called
    CALL_LOST = "call_lost"  # a call never arrived, and nobody was called instead
    CALL_STUCK = "call_stuck"  # an urgent message does not go out
    CALL_UNPAGED = "call_unpaged"  # nor did anybody hear of it by the second channel
    NO_ASKING = "no_asking"  # taken, and nobody will ask whether it is still in hand
    ASKING_LATE = "asking_late"
    BREACH_UNTOLD = "breach_untold"  # the time for the outreach is over, and nobody was told
    CLOCK_MISSING = "clock_missing"
    CLOCK_LATE = "clock_late"
    UNREADABLE = "unreadable"  # an open alert that can't be unsealed
    INBOX_STUCK = "inbox_stuck"
    SET_ASIDE = "set_aside"


#: What makes an alert nobody's; the audit calls for it by itself.
NOBODYS = frozenset(
    {
        Fault.NO_ALERT,
        Fault.HOLDER_GONE,
        Fault.HOLDER_SILENT,
        Fault.NO_STEP,
        Fault.STEP_LATE,
        Fault.STEP_FAR,
        Fault.NOT_CALLED,
        Fault.CALL_LOST,
    }
)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: about which case and alert, which clock of which subject."""

    fault: Fault
    case: CaseRef | None = None
    alert: AlertRef | None = None
    clock: Clock | None = None
    subject: str = ""

    @property
    def what(self) -> str:
        """The finding in one word, as the history keeps it."""
        return ":".join(filter(None, (str(self.fault), self.clock, self.subject if self.clock else "")))


@dataclass(frozen=True)
class Rung:
    """A reminder as it stands: when it is due, and how often it could not be worked."""

    due_at: datetime
    attempts: int = 0


Rungs = Mapping[Clock, Rung]


@dataclass(frozen=True)
class AlertSeen:
    """An open alert and what stands about it. `lost`: whose newest call failed."""

    alert: Alert
    rungs: Rungs = field(default_factory=dict)
    called_at: datetime | None = None
    stuck_since: datetime | None = None
    paged_at: datetime | None = None
    rang_at: datetime | None = None
    lost: frozenset[StaffId] = frozenset()


@dataclass(frozen=True)
class CaseSeen:
    """An open case. `unanswered`: it called for help, and no alert stands or has stood for it since; `unheld`: those
    to whom it was handed have it no more."""

    ref: CaseRef
    status: Status
    emergency: bool
    has_manager: bool
    contacted: bool = False
    police_open: bool = False
    unanswered: bool = False
    unheld: bool = False
    rungs: Rungs = field(default_factory=dict)


@dataclass(frozen=True)
class VisitSeen:
    """A planned visit of an open case."""

    ref: str
    case: CaseRef
    rung: Rung | None = None


@dataclass(frozen=True)
class ReferralSeen:
    """A referral of an open case that nobody has confirmed yet."""

    ref: str
    case: CaseRef
    rung: Rung | None = None


@dataclass(frozen=True)
class Evidence:
    """Everything that the audit looks at, read in one go."""

    alerts: tuple[AlertSeen, ...] = ()
    cases: tuple[CaseSeen, ...] = ()
    visits: tuple[VisitSeen, ...] = ()
    referrals: tuple[ReferralSeen, ...] = ()
    inbox_since: datetime | None = None
    set_aside_since: datetime | None = None
    stuck_since: datetime | None = None
    unreadable: int = 0


def findings(evidence: Evidence, *, roster: Roster, profile: Profile, now: datetime) -> tuple[Finding, ...]:
    """All that is wrong now, at most one finding for each alert and for each clock, the gravest first."""
    found: list[Finding] = []
    found += [Finding(Fault.NO_ALERT, case.ref) for case in evidence.cases if case.unanswered]
    for seen in evidence.alerts:
        found += of_alert(seen, roster=roster, profile=profile, now=now)
    for case in evidence.cases:
        found += of_case(case, now=now)
    for visit in evidence.visits:
        fault = _clock_fault(visit.rung, now)
        found += [Finding(fault, visit.case, None, Clock.VISIT, visit.ref)] if fault else []
    for referral in evidence.referrals:
        fault = _clock_fault(referral.rung, now)
        found += [Finding(fault, referral.case, None, Clock.REFERRAL, referral.ref)] if fault else []
    waits: tuple[tuple[Fault, datetime | None, timedelta], ...] = (
        (Fault.CALL_STUCK, evidence.stuck_since, SENT_WITHIN),
        (Fault.INBOX_STUCK, evidence.inbox_since, WORKED_WITHIN),
        (Fault.SET_ASIDE, evidence.set_aside_since, LOOKED_AT_WITHIN),
    )
    found += [Finding(fault) for fault, since, within in waits if since is not None and now - since > within]
    found += [Finding(Fault.UNREADABLE)] if evidence.unreadable else []
    order = list(Fault)
    return tuple(sorted(found, key=lambda finding: order.index(finding.fault)))


def of_alert(seen: AlertSeen, *, roster: Roster, profile: Profile, now: datetime) -> Iterator[Finding]:
    """What is wrong with one open alert: that it is nobody's, that its message is stuck, that its time is over."""
    alert = seen.alert
    fault = next((fault for fault, holds in ALERT_RULES if holds(seen, roster, profile, now)), None)
    if fault is not None:
        yield Finding(fault, alert.case, alert.ref)
    if seen.stuck_since is not None and now - seen.stuck_since > SENT_WITHIN:
        yield Finding(Fault.CALL_STUCK, alert.case, alert.ref)
        patience = timedelta(minutes=profile.second_channel.away_minutes) + LATE
        # A page just before it got stuck is of the same outage, in which each step of the ladder gets stuck anew.
        paged = any(at is not None and at >= seen.stuck_since - patience for at in (seen.paged_at, alert.paged_at))
        if now - seen.stuck_since > patience and not paged:
            yield Finding(Fault.CALL_UNPAGED, alert.case, alert.ref)
    if alert.needs_outreach and alert.outreach_at is None and alert.protected_at is None:
        rung = seen.rungs.get(Clock.OUTREACH)
        clock = _clock_fault(rung, now)
        if clock is not None:
            yield Finding(clock, alert.case, alert.ref, Clock.OUTREACH, alert.ref)
        elif _untold(seen, now) and not (rung is not None and rung.due_at - now <= LATE_AT_REST):
            yield Finding(Fault.BREACH_UNTOLD, alert.case, alert.ref, Clock.OUTREACH, alert.ref)


def of_case(case: CaseSeen, *, now: datetime) -> Iterator[Finding]:
    """The clocks that must stand while something of a case is still to be done."""
    for clock, waits in CASE_CLOCKS.items():
        fault = _clock_fault(case.rungs.get(clock), now) if waits(case) else None
        if fault is not None:
            yield Finding(fault, case.ref, None, clock, case.ref)


CASE_CLOCKS: Mapping[Clock, Callable[[CaseSeen], bool]] = {
    Clock.CONFIRMATION: lambda case: case.status in (Status.UNFINISHED, Status.REPORTED),
    Clock.ASSIGNMENT: lambda case: (
        case.unheld or (case.status in (Status.CONFIRMED, *HANDLED) and not case.has_manager)
    ),
    Clock.CONTACT: lambda case: not case.contacted,
    Clock.POLICE: lambda case: case.police_open,
}


def _clock_fault(rung: Rung | None, now: datetime) -> Fault | None:
    if rung is None:
        return Fault.CLOCK_MISSING
    late = now - rung.due_at > LATE_AT_REST or rung.attempts >= FAILED_AT_REST
    return Fault.CLOCK_LATE if late else None


def _untold(seen: AlertSeen, now: datetime) -> bool:
    over = seen.alert.deadline_at
    return now - over > LATE_AT_REST and (seen.rang_at is None or seen.rang_at < over)


AlertRule = Callable[[AlertSeen, Roster, Profile, datetime], bool]


def longest_wait(cause: Cause, profile: Profile) -> timedelta:
    """The longest time between two calls for such an alert."""
    ladder = profile.ladders[LADDER_OF[cause]]
    return max(ladder.wait_after(step) for step in range(len(ladder.rungs) + 1))


def _late(rung: Rung | None, now: datetime) -> bool:
    return rung is not None and (now - rung.due_at > LATE or rung.attempts >= FAILED)


def _climbs(seen: AlertSeen) -> bool:
    return seen.alert.state is AlertState.OPEN or seen.alert.is_short


def _is_held(seen: AlertSeen) -> bool:
    return seen.alert.state is AlertState.TAKEN


def _holder_gone(seen: AlertSeen, roster: Roster, _: Profile, __: datetime) -> bool:
    holder = roster.by_id(seen.alert.taken_by)
    return _is_held(seen) and not (holder is not None and holder.active and holder.reachable)


def _step_far(seen: AlertSeen, _: Roster, profile: Profile, now: datetime) -> bool:
    step = seen.rungs.get(Clock.LADDER)
    return step is not None and step.due_at - now > longest_wait(seen.alert.cause, profile) + LATE


def _not_called(seen: AlertSeen, roster: Roster, profile: Profile, now: datetime) -> bool:
    """Steps come at their times, but for longer than any step takes nothing was sent to anybody.

    With nobody who can be reached there is nothing to send; the next step is near then, and sees who is back.
    """
    step = seen.rungs.get(Clock.LADDER)
    soon = step is not None and step.due_at - now <= timedelta(minutes=1)
    last = seen.called_at or seen.alert.raised_at
    if seen.alert.cause is Cause.MISSED_VISIT:
        # Given back in the night it is called for in the morning: it began anew then.
        last = max(last, seen.alert.climbing_since or last)
    quiet = now - last > longest_wait(seen.alert.cause, profile) + LATE
    return quiet and not soon and bool(roster.callable(Group.EVERYONE))


def _call_lost(seen: AlertSeen, *_: object) -> bool:
    return bool(seen.alert.awaited) and set(seen.alert.awaited) <= seen.lost


def _asking(seen: AlertSeen) -> Rung | None:
    return seen.rungs.get(Clock.SILENCE)


#: What is asked of every open alert, in this order; the first that holds is the finding.
ALERT_RULES: tuple[tuple[Fault, AlertRule], ...] = (
    (Fault.HOLDER_GONE, _holder_gone),
    (
        Fault.HOLDER_SILENT,
        lambda seen, _, __, now: _is_held(seen) and seen.alert.asked_at is not None and _late(_asking(seen), now),
    ),
    (Fault.NO_STEP, lambda seen, _, __, now: _climbs(seen) and Clock.LADDER not in seen.rungs),
    (Fault.STEP_LATE, lambda seen, _, __, now: _climbs(seen) and _late(seen.rungs.get(Clock.LADDER), now)),
    (Fault.STEP_FAR, lambda seen, *more: _climbs(seen) and _step_far(seen, *more)),
    (Fault.CALL_LOST, lambda seen, *more: _climbs(seen) and _call_lost(seen)),
    (Fault.NOT_CALLED, lambda seen, *more: _climbs(seen) and _not_called(seen, *more)),
    (Fault.NO_ASKING, lambda seen, _, __, now: _is_held(seen) and _asking(seen) is None),
    (Fault.ASKING_LATE, lambda seen, _, __, now: _is_held(seen) and _late(_asking(seen), now)),
)
