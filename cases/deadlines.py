"""What of the book is open in a case and until when; a reminder for each, and the one that comes first.

An outreach (1.6) and the report to the police have clocks of their own, which belong to the alert and to the law; a
visit (5.2) falls due by the plan of the risk (R-16).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases import wishes
from cases.book import BY_NUMBER, BookStep, Pace, Unit
from cases.case import HANDLED, Case, CaseRef, Status
from cases.handling import Handling, Postponed
from cases.moves import Action
from cases.outcome import Clock, Reminder
from cases.profile import Profile
from cases.visit import Visit, VisitState
from cases.workdays import closes_at, time_of

S = Status
#: What is to be done where a case stands, in the order of the book; the last step is the one that leads on.
STEPS_OF: Mapping[Status, tuple[str, ...]] = {
    S.UNFINISHED: ("1.5",),
    S.REPORTED: ("1.5",),
    S.CONFIRMED: ("1.7",),
    S.ENTRUSTED: (),
    S.ASSIGNED: ("1.8",),
    S.MET: ("1.9", "1.10"),
    # Nobody is pressed to sign who has refused: what is left is to close it, and the door stays open meanwhile.
    S.REFUSED: ("6.5",),
    S.CONSENTED: ("2.1", "2.3", "2.4", "2.5", "2.6", "2.7"),
    S.ASSESSED: ("3.1", "3.2", "3.3", "3.5"),
    S.PLANNED: ("4.1", "4.3", "4.4", "4.5"),
    S.SERVED: ("5.1", "5.5"),
    S.REVIEWED: ("5.7", "5.8"),
    S.ENDING: ("6.1", "6.3", "6.5"),
    S.CLOSED: (),
}
VISIT, ACCOMPANIED, REPORTED_ON, ENDED = "5.2", "4.4", "4.5", "6.5"
#: While one of these is awaited from others, the findings can't be concluded.
AWAITED = frozenset({"2.3", "2.4"})
CONCLUDED = "2.7"
#: These are reminded of by clocks that were there before them.
OWN_CLOCKS = frozenset({"1.5", "1.7", VISIT})
#: What is about a person's safety, and is told on holidays too (R-15).
SAFETY = frozenset({"1.8", VISIT})
#: These ring when so much of their time is gone, and when all of it is; other paperwork of minutes only once, when it
#: is: two calls within a quarter of an hour help nobody.
MARKED = frozenset({"2.1", "2.7"})
FIRST_MARK = 0.75

#: Which move does which step.
DOING: Mapping[str, Action] = {
    "1.5": Action.CONFIRM,
    "1.7": Action.ASSIGN,
    "1.8": Action.MEET,
    "1.9": Action.EXPLAIN,
    "1.10": Action.CONSENT,
    "2.1": Action.ASSESS,
    "2.3": Action.REQUEST,
    "2.4": Action.EXAMINED,
    "2.5": Action.COMBINED,
    "2.6": Action.RESULTS_TOLD,
    "2.7": Action.CONCLUDE,
    "3.1": Action.GOAL,
    "3.2": Action.NEEDS,
    "3.3": Action.PLAN,
    "3.5": Action.AGREE_PLAN,
    "4.1": Action.SERVE,
    "4.3": Action.DOCUMENT,
    "4.4": Action.ACCOMPANY,
    "4.5": Action.REPORT,
    "5.1": Action.MONITOR_PLAN,
    "5.2": Action.VISIT_DONE,
    "5.5": Action.ENOUGH,
    "5.7": Action.TERM_PLAN,
    "5.8": Action.CHECK,
    "6.1": Action.PRESENT,
    "6.3": Action.SIGN_END,
    "6.5": Action.CLOSE,
}


@dataclass(frozen=True)
class OpenStep:
    """One step that is to be done, since when its time runs, and until when; some have no time (R-02)."""

    step: str
    since: datetime
    due_at: datetime | None

    @property
    def book(self) -> BookStep:
        return BY_NUMBER[self.step]

    @property
    def in_minutes(self) -> bool:
        return self.book.time is not None and self.book.time.unit is Unit.MINUTES

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and self.due_at <= now


def open_steps(case: Case, *, profile: Profile, now: datetime, visit: Visit | None = None) -> tuple[OpenStep, ...]:
    """The steps that are open where the case stands, in the order of the book; the visit where it is given.

    What leads to the next status is open as long as the case stands in this one. A step that is done only if needed
    (2.3 to 2.6) is open once the one before it was done.
    """
    wish = case.handling.one_sided
    if case.status is Status.ENDING and wish is not None and wish.agreed_by is not None:
        since = max(_entered(case), wish.agreed_at or _entered(case))
        return (OpenStep(ENDED, since, time_of(BY_NUMBER[ENDED], since, profile)),)
    done = _done_here(case)
    found = [one for number in STEPS_OF[case.status] if (one := _open(number, case, done, profile, now)) is not None]
    if AWAITED & {one.step for one in found}:
        found = [one for one in found if one.step != CONCLUDED]
    return (*found, *_visits(case, done, visit, profile))


def _open(number: str, case: Case, done: Mapping[str, datetime], profile: Profile, now: datetime) -> OpenStep | None:
    """The step where it is open; None while it is not, or no longer."""
    step, here = BY_NUMBER[number], STEPS_OF[case.status]
    if number in (ACCOMPANIED, REPORTED_ON):
        return _accompanied(number, case, done, profile, now)
    if number in done and number != here[-1]:
        return None
    wanted = step.since[:1] if step.optional else tuple(one for one in step.since if one in (*here, VISIT))
    if wanted and not any(one in done for one in wanted):
        return None
    since = _since(step, case, done)
    return OpenStep(number, since, _unit_time(number, case, profile) or time_of(step, since, profile))


def _accompanied(
    number: str, case: Case, done: Mapping[str, datetime], profile: Profile, now: datetime
) -> OpenStep | None:
    """Accompaniment goes on from the first service to its end, or to that of its longest time; then its report is
    due."""
    if "4.1" not in done:
        return None
    since = _since(BY_NUMBER[ACCOMPANIED], case, done)
    until = case.handling.accompanied_until or time_of(BY_NUMBER[ACCOMPANIED], since, profile)
    if until is None or until > now:
        return OpenStep(number, since, until) if number == ACCOMPANIED else None
    return OpenStep(number, until, time_of(BY_NUMBER[number], until, profile)) if number == REPORTED_ON else None


def _since(step: BookStep, case: Case, done: Mapping[str, datetime]) -> datetime:
    """From when its time counts: the step before it, and not before the case came to where it stands."""
    entered = _entered(case)
    return max(entered, next((done[one] for one in step.since if one in done), entered))


def _unit_time(number: str, case: Case, profile: Profile) -> datetime | None:
    """Until when, for the two steps whose time the profile gives to the minute."""
    if number == "1.5":
        return case.reported_at + timedelta(minutes=profile.confirm_minutes)
    if number == "1.7":
        return _entered(case) + timedelta(minutes=profile.assignment_minutes)
    return None


def _visits(case: Case, done: Mapping[str, datetime], visit: Visit | None, profile: Profile) -> tuple[OpenStep, ...]:
    if visit is not None and visit.state is VisitState.PLANNED and case.status in HANDLED:
        # A plan of visits is as old as its first day.
        return (OpenStep(VISIT, _entered(case), closes_at(visit.due_on, profile)),)
    if visit is None and case.status is Status.SERVED and VISIT not in done:
        return (OpenStep(VISIT, _entered(case), None),)
    return ()


def _done_here(case: Case) -> Mapping[str, datetime]:
    """The steps that were done since the case came to its status, and when first."""
    found: dict[str, datetime] = {}
    for one in case.handling.done[case.handling.entered :]:
        found.setdefault(one.step, one.at)
    return found


def _entered(case: Case) -> datetime:
    """When the case came to where it stands; of older cases what is known."""
    told = {
        Status.UNFINISHED: case.reported_at,
        Status.REPORTED: case.reported_at,
        Status.CONFIRMED: case.confirmed_at,
        Status.ASSIGNED: case.assigned_at,
    }
    known = (case.handling.entered_at, told.get(case.status), case.assigned_at, case.confirmed_at)
    return next((at for at in known if at is not None), case.reported_at)


def look_again(before: Case, after: Case, *, profile: Profile, now: datetime) -> tuple[Case, tuple[Reminder, ...]]:
    """The case with what is due first, and the reminders that are set or put away because of the change."""
    stays = before.status is after.status is S.ENTRUSTED
    unheld_since = after.unheld_since if stays else None
    case = replace(after, handling=_arrived(before, after, now), unheld_since=unheld_since)
    steps = open_steps(case, profile=profile, now=now)
    kept = tuple(one for one in case.handling.postponed if one.step in {step.step for step in steps})
    case = replace(case, handling=replace(case.handling, postponed=kept), due_at=unheld_since or _first_due(steps))
    rings = {one.step: next_ring(one, case, profile=profile, now=now) for one in steps}
    over = {*STEPS_OF[before.status], *STEPS_OF[after.status]} - rings.keys()
    every = {**dict.fromkeys(sorted(over)), **rings}
    set_again = tuple(Reminder(Clock.STEP, subject(case.ref, step), at) for step, at in every.items() if _ours(step))
    return case, (*set_again, *wishes.look_again_at(before, case, profile=profile, now=now))


def taken_in(case: Case, *, profile: Profile, now: datetime) -> tuple[Case, tuple[Reminder, ...]]:
    """A case from before there were steps: from now on those of where it stands are counted, none is late at once."""
    return look_again(replace(case, status=Status.UNFINISHED), case, profile=profile, now=now)


def _arrived(before: Case, after: Case, now: datetime) -> Handling:
    """The handling of a case that has just come to another status: from here on its steps are counted.

    Where something was undone, what counted before it stands again in the handling that was brought back.
    """
    back = (after.handling.entered, after.handling.entered_at) != (before.handling.entered, before.handling.entered_at)
    if before.status is after.status or back:
        return after.handling
    done = after.handling.done
    at = min(now, done[-1].at) if len(done) > len(before.handling.done) else now
    return replace(after.handling, entered=len(done), entered_at=at)


def _first_due(steps: Iterable[OpenStep]) -> datetime | None:
    return min((one.due_at for one in steps if one.due_at is not None), default=None)


def next_ring(step: OpenStep, case: Case, *, profile: Profile, now: datetime) -> datetime | None:
    """When the step is to be looked at next: the assessment at its marks, all else when its time is over.

    What falls due within days is told in the morning; that its time is over is looked at for the history alone.
    """
    off = postponed(case, step.step)
    coming = (at for at in rings_of(step, profile) if at > now)
    return next((at for at in coming if off is None or profile.local(at).date() >= off.until), None)


def rings_of(step: OpenStep, profile: Profile) -> tuple[datetime, ...]:
    """All moments at which the step is looked at."""
    if step.due_at is None or not _ours(step.step):
        return ()
    first = time_of(step.book, step.since, profile, share=FIRST_MARK) if step.step in MARKED else None
    return (*([first] if first is not None else []), step.due_at)


def _ours(step: str) -> bool:
    return step not in OWN_CLOCKS


def none_left(case: Case) -> tuple[Reminder, ...]:
    """The reminders of all steps of a case, put away: for its end, and for a case that is joined to another."""
    steps = tuple(Reminder(Clock.STEP, subject(case.ref, step), None) for step in STEPS_OF[case.status] if _ours(step))
    return (*steps, *wishes.put_away(case))


def subject(case: CaseRef, step: str) -> str:
    """Under which a step of a case is reminded of."""
    return f"{case}|{step}"


def read_subject(said: str) -> tuple[CaseRef, str]:
    """The case and the step of a reminder."""
    ref, _, step = said.rpartition("|")
    return CaseRef(ref), step


def postponed(case: Case, step: str) -> Postponed | None:
    """That this step waits for a later day, and why."""
    return next((one for one in case.handling.postponed if one.step == step), None)


def is_safety(step: OpenStep) -> bool:
    return step.step in SAFETY and step.book.pace is Pace.CALENDAR
