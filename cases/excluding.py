"""Conflict of interest: a case is hidden from whoever is named in it or knows somebody in it (Ps 4 huruf d).

It holds at once and for everything: what they held goes to others in the same moment. It is taken back only by a
lead, for a reason, and where there is a second lead by both; nobody takes back their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from cases.alert import Alert
from cases.case import HANDLED, Case, Readmission, Status
from cases.conditions import has_refused
from cases.deadlines import look_again
from cases.duty import leave
from cases.handling import Handling, Signer
from cases.ladder import drop
from cases.messages import Lane, Style
from cases.moves import LEADS, Action, allow
from cases.notices import ALSO_LEADS, Audience, Notice, Press, Scene, tell, write
from cases.offering import IS_AWAY, fell_through
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import says
from cases.profile import Profile
from cases.refusals import IsOut, NeedsAnother, NeedsReason, NotAllowed, WrongMoment
from cases.rulings import open_assignment
from cases.staff import Roster, Staff, StaffId
from cases.watching import outing_of


class How(StrEnum):
    """How it came that a case is hidden from somebody."""

    SELF = "self"
    LEAD = "lead"
    MATCH = "match"
    SIBLING = "sibling"
    JOINED = "joined"


#: How an alert comes back from somebody from whom the case is hidden.
RETURNED = "returned-by-exclusion"
_ASK = Notice(
    Audience.LEADS,
    "readmission-asked",
    Lane.REMINDER,
    (
        (
            Press("readmit-yes", of="case", style=Style.PRIMARY),
            Press("readmit-no", of="case"),
        ),
    ),
    slot="readmit",
    protect=True,
)
_OVER = Notice(Audience.LEADS, "readmission-over", Lane.REST, slot="readmit", replaces=True)


def exclude(
    scene: Scene,
    who: Staff,
    *,
    how: How,
    by: Staff | None,
    alerts: Iterable[Alert],
    profile: Profile,
    now: datetime,
    reason: str = "",
) -> Outcome:
    """From now on the case is not there for this person. `alerts` are all its open ones.

    Raises NotAllowed for who may not, WrongMoment when it is hidden already, NeedsReason for a lead without one, and
    IsOut while that person is on the way for this very case: they must be able to call for help.
    """
    if by is not None:
        allow(Action.EXCLUDE, by=by, case=scene.case)
        if by.id != who.id and by.role not in LEADS:
            raise NotAllowed
        if by.id != who.id and not reason.strip():
            raise NeedsReason
    return hide(scene, who, how=how, by=by, alerts=alerts, profile=profile, now=now, reason=reason)


def hide(
    scene: Scene,
    who: Staff,
    *,
    how: How,
    by: Staff | None,
    alerts: Iterable[Alert],
    profile: Profile,
    now: datetime,
    reason: str = "",
) -> Outcome:
    """The same, without asking who may: for what follows from another doing."""
    alerts = tuple(alerts)
    if who.id in scene.case.excluded:
        raise WrongMoment
    if any(outing_of(alert, who.id) is not None for alert in alerts):
        raise IsOut(name=who.name)
    case, over = _undecided(_without(scene.case, who.id), who.id)
    case, steps = look_again(scene.case, case, profile=profile, now=now) if over else (case, ())
    told = {"who": int(who.id), "how": str(how), "reason": reason}
    here = replace(scene, case=case, alert=None, missed=None, actor=None)
    outcome = Outcome(
        cases=(case,),
        events=(Event(EventKind.STAFF_EXCLUDED, case.ref, now, by=by.id if by else None, told=told),),
        reminders=steps,
    )
    if case.status is Status.REFUSED and scene.case.status is not Status.REFUSED:
        # The refusal stands again: what had gone out by the exception rings no more, and who holds it sees that.
        again = Event(EventKind.CONSENT_REFUSED, case.ref, now, told={"again": True})
        outcome += Outcome(events=(again,))
    for what in over:
        anew = here.with_args(who=who.name, what=says(f"anew-{what}"))
        outcome += Outcome(messages=write(ALSO_LEADS["decided_anew"], anew))
    if scene.case.acting is not None and case.acting is None:
        outcome += Outcome(reminders=(Reminder(Clock.ACTING, case.ref, None),))
    for alert in alerts:
        outcome += _off(replace(here, alert=alert), who, before=scene, profile=profile, now=now)
    said = here.with_args(who=who.name, how=says(f"excluded-by-{how}"))
    outcome += Outcome(messages=tell(EventKind.STAFF_EXCLUDED, said))
    if scene.case.manager == who.id:
        outcome += open_assignment(here, profile=profile, now=now)
    return outcome


def seems_to_be(scene: Scene, who: Staff) -> Outcome:
    """Somebody who is on the way for this very case has the name or number of somebody in it: nothing is taken from
    them out there, and who answers for the unit hears it, to decide once they are back."""
    here = replace(scene, roster=scene.roster.without((who.id,))).with_args(who=who.name)
    return Outcome(messages=write(ALSO_LEADS["match_is_out"], here))


def _without(case: Case, who: StaffId) -> Case:
    """The case with nothing of it in that person's hands, and no wish of theirs that waits for a second one."""
    manages, acts = case.manager == who, case.acting == who
    return replace(
        case,
        excluded=(*case.excluded, who),
        manager=None if manages else case.manager,
        acting=None if acts or manages else case.acting,
        acting_until=None if acts or manages else case.acting_until,
        lowering=None if case.lowering is not None and case.lowering.by == who else case.lowering,
        readmission=None if case.readmission is not None and case.readmission.by == who else case.readmission,
        handling=_no_wish_of(case.handling, who),
    )


def _no_wish_of(handling: Handling, who: StaffId) -> Handling:
    override, one_sided = handling.override, handling.one_sided
    if override is not None and override.agreed_by is None and override.asked_by == who:
        handling = replace(handling, override=None)
    if one_sided is not None and one_sided.agreed_by is None and one_sided.asked_by == who:
        handling = replace(handling, one_sided=None)
    return handling


def _undecided(case: Case, who: StaffId) -> tuple[Case, tuple[str, ...]]:
    """Without what this person has decided with another: an exception from a refusal, an end without a signature. The
    case stands again where it would without it. What was closed with it stays closed: that is for the leads to see."""
    override, one_sided = case.handling.override, case.handling.one_sided
    over: list[str] = []
    if not case.is_open:
        return case, ()
    if one_sided is not None and who in (one_sided.asked_by, one_sided.agreed_by):
        handling = replace(case.handling, one_sided=None)
        status = _stood(handling) if case.status is Status.ENDING else case.status
        case = replace(case, handling=handling, status=status)
        over.append("one-sided")
    if override is not None and who in (override.asked_by, override.agreed_by):
        stands = case.status in HANDLED and has_refused(case)
        case = replace(
            case,
            handling=replace(case.handling, override=None),
            status=Status.REFUSED if stands else case.status,
        )
        over.append("override")
    return case, tuple(over)


def _stood(handling: Handling) -> Status:
    """Where the case stands by the steps of its round, had nobody ended it without a signature."""
    if handling.has("5.8"):
        return Status.ENDING
    consent = handling.consent
    if consent is not None and not handling.may_go_on:
        return Status.REFUSED if consent.by_whom is not Signer.OFFENDER else Status.MET
    if consent is None:
        return Status.MET if handling.has("1.8") else Status.ASSIGNED
    reached = {"5.5": Status.REVIEWED, "4.5": Status.SERVED, "3.5": Status.PLANNED, "2.7": Status.ASSESSED}
    return next((status for step, status in reached.items() if handling.has(step)), Status.CONSENTED)


def _off(scene: Scene, who: Staff, *, before: Scene, profile: Profile, now: datetime) -> Outcome:
    """One alert goes on without this person, who is told and called no more: the scene's roster has them no longer."""
    alert = scene.alert
    assert alert is not None
    outcome = Outcome()
    changed = alert
    if alert.offered_to == who.id:
        # Still by name to the holder who asked them; to themselves nothing more is said.
        over = fell_through(replace(before, alert=alert), how=IS_AWAY, by=None, now=now)
        outcome = replace(over, messages=tuple(m for m in over.messages if m.to != who.chat))
        changed = outcome.alerts[-1]
    if changed.ending is not None and changed.ending.by == who.id:
        changed = replace(changed, ending=None)
        outcome += Outcome(alerts=(changed,))
    here = replace(scene, alert=changed).with_args(actor=who.name)
    if who.id in changed.takers:
        return outcome + leave(here, who=who.id, how=RETURNED, profile=profile, now=now)
    if who.id in changed.awaited:
        return outcome + drop(here, who=who.id, declined=True, profile=profile, now=now)
    return outcome


def other_leads(scene: Scene, by: Staff) -> tuple[Staff, ...]:
    """Who could agree that somebody sees the case again."""
    return tuple(one for one in scene.roster.having(*LEADS) if one.id != by.id)


def take_back(scene: Scene, *, who: Staff, reason: str, by: Staff, now: datetime) -> Outcome:
    """A lead wants the case to be there for that person again: a wish, where there is a second lead who can agree."""
    _may_take_back(scene, who, by)
    if not reason.strip():
        raise NeedsReason
    if not other_leads(scene, by):
        return _readmitted(scene, who, reason=reason, by=by, second=None, now=now)
    case = replace(scene.case, readmission=Readmission(who.id, by.id, now, reason))
    told = {"who": int(who.id), "how": "asked", "reason": reason}
    here = replace(scene, case=case, actor=by).with_args(
        who=who.name, asker=by.name, reason=says("as-typed", text=reason)
    )
    asked = tuple(message for message in write(_ASK, here) if message.to != by.chat)
    heard = {message.to for message in asked}
    # The lead who asks may be the only coordinator: then the head is asked.
    seconds = tuple(one for one in other_leads(scene, by) if one.chat not in heard) if not asked else ()
    if seconds:
        only = replace(here, roster=Roster(seconds))
        asked = write(_ASK, only)
    return Outcome(
        cases=(case,),
        events=(Event(EventKind.STAFF_EXCLUDED, case.ref, now, by=by.id, told=told),),
        messages=asked,
    )


def agree_back(scene: Scene, *, who: Staff, by: Staff, now: datetime) -> Outcome:
    """The second lead agrees. Raises NeedsAnother for the one who asked, WrongMoment when nothing waits."""
    wish = _wish(scene, who, by)
    return _readmitted(scene, who, reason=wish.reason, by=by, second=wish.by, now=now)


def deny_back(scene: Scene, *, who: Staff, by: Staff, now: datetime) -> Outcome:
    """The second lead does not agree: the case stays hidden from that person."""
    _wish(scene, who, by)
    case = replace(scene.case, readmission=None)
    told = {"who": int(who.id), "how": "denied"}
    here = replace(scene, case=case, actor=by).with_args(who=who.name, done=says("readmission-denied"))
    return Outcome(
        cases=(case,),
        events=(Event(EventKind.STAFF_EXCLUDED, case.ref, now, by=by.id, told=told),),
        messages=write(_OVER, here),
    )


def _wish(scene: Scene, who: Staff, by: Staff) -> Readmission:
    _may_take_back(scene, who, by)
    wish = scene.case.readmission
    if wish is None or wish.who != who.id:
        raise WrongMoment
    if wish.by == by.id:
        raise NeedsAnother
    return wish


def _may_take_back(scene: Scene, who: Staff, by: Staff) -> None:
    allow(Action.EXCLUDE, by=by, case=scene.case)
    if by.role not in LEADS or by.id == who.id:
        raise NotAllowed
    if who.id not in scene.case.excluded:
        raise WrongMoment


def _readmitted(scene: Scene, who: Staff, *, reason: str, by: Staff, second: StaffId | None, now: datetime) -> Outcome:
    left = tuple(id for id in scene.case.excluded if id != who.id)
    case = replace(scene.case, excluded=left, readmission=None)
    told = {"who": int(who.id), "how": "back", "reason": reason, "asked": int(second) if second is not None else None}
    here = replace(scene, case=case, actor=by).with_args(who=who.name, done=says("readmission-done"))
    return Outcome(
        cases=(case,),
        events=(Event(EventKind.STAFF_EXCLUDED, case.ref, now, by=by.id, told=told),),
        messages=write(_OVER, here),
    )
