"""The duty to report sexual violence to the police: UU 12/2022 Ps 41(2)-(3), at latest 3×24 hours.

UPTD PPA must report what was conveyed by the victim, medical or health staff, a psychiatrist, a psychologist or a
social worker. What neighbours, teachers or family tell is not in that list: a report is strongly advised, no clock
runs. The duty is the unit's, not the victim's, and ends only when it was met or the head has excused it: neither a
lower risk nor the closing of the case takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case, Police
from cases.clocks import by_day
from cases.conditions import relabelled
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import At, Phrase, Until, says
from cases.profile import Profile
from cases.refusals import NeedsReason, WrongMoment
from cases.staff import Staff
from triage.decision import Decision

ADVISED = "LAPOR_POLISI_DIANJURKAN"
#: Stations that stand on a button; others are typed.
STATIONS = ("polres", "polsek", "polda")
DAY = timedelta(days=1)
#: A mark that leaves less time than this rings also at night: the night could eat up what is left, the police are
#: open all night, and every hour of lateness counts. Earlier marks can wait until the morning.
ALSO_AT_NIGHT = timedelta(hours=12)


def obliged(decision: Decision) -> bool:
    """Whether the unit must report this to the police (UU 12/2022 Ps 41): sexual violence or forced marriage, told by
    the victim, health staff, a psychologist or a social worker. A child victim is no exception."""
    return decision.police_report_3x24


def advised(decision: Decision) -> bool:
    """Whether a report is only strongly advised: somebody else told it, or nobody knows who."""
    return not obliged(decision) and ADVISED in decision.tags


def must_report(case: Case) -> bool:
    """Whether this case, or a report that was joined to it, is to be reported."""
    return obliged(case.decision) or case.carried.obliged


def should_report(case: Case) -> bool:
    """Whether a report is only strongly advised, by all that is told of the event."""
    return not must_report(case) and (advised(case.decision) or case.carried.advised)


def opened(scene: Scene, *, profile: Profile, now: datetime, since: datetime | None = None) -> tuple[Case, Outcome]:
    """The case with the clock that the law has started, where it has; who holds it hears so. It starts only once, with
    the report, or `since` another report of the event."""
    case = scene.case
    if case.police is not None or not must_report(case) or relabelled(case):
        return case, Outcome()
    return _begun(scene, since=since or case.reported_at, profile=profile, now=now)


def goes_on(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The duty of a joined report runs for the case from here, or for the report again that was taken apart: its next
    mark, and who holds it hears so. Also where it has run here before: the history shows since when."""
    police = scene.case.police
    if police is None or police.met_at is not None:
        return Outcome(reminders=(Reminder(Clock.POLICE, scene.case.ref, None),))
    return _running(scene, police, profile=profile, now=now)


def conveyed(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> tuple[Case, Outcome]:
    """A neighbour told it first, and now the victim herself, or one of those whom Ps 41 names, has told the unit."""
    allow(Action.POLICE_REPORTED, by=by, case=scene.case)
    if scene.case.police is not None or not should_report(scene.case):
        raise WrongMoment
    case, outcome = _begun(replace(scene, actor=by), since=now, profile=profile, now=now)
    return case, outcome + Outcome(cases=(case,))


def _begun(scene: Scene, *, since: datetime, profile: Profile, now: datetime) -> tuple[Case, Outcome]:
    police = Police(since=since, due_at=since + timedelta(hours=profile.police_hours))
    case = replace(scene.case, police=police)
    return case, _running(replace(scene, case=case), police, profile=profile, now=now)


def _running(scene: Scene, police: Police, *, profile: Profile, now: datetime) -> Outcome:
    case = scene.case
    here = _told(scene, police)
    told = {"since": police.since, "due": police.due_at}
    by = scene.actor.id if scene.actor else None
    # Known so late that all marks have passed: said at the next hour at which somebody can act on it.
    ring = _next_mark(police, profile, now=now) or by_day(now, profile)
    return Outcome(
        events=(Event(EventKind.POLICE_OPENED, case.ref, now, by=by, told=told),),
        reminders=(Reminder(Clock.POLICE, case.ref, ring),),
        messages=tell(EventKind.POLICE_OPENED, here),
    )


def _marks(police: Police, profile: Profile) -> Iterator[datetime]:
    for hours in profile.police_marks:
        mark = police.since + timedelta(hours=hours)
        yield mark if police.due_at - mark < ALSO_AT_NIGHT else by_day(mark, profile)


def _next_mark(police: Police, profile: Profile, *, now: datetime) -> datetime | None:
    return next((mark for mark in _marks(police, profile) if mark > now), None)


def is_open(case: Case) -> bool:
    """Whether the unit still owes the police a report, also after the case was closed."""
    return case.police is not None and case.police.met_at is None


def _told(scene: Scene, police: Police) -> Scene:
    return scene.with_args(due=At(police.due_at), left=Until(police.due_at))


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """A mark on the way, then every day by day: who holds the case and the coordinators; once late, the head too."""
    case, police = scene.case, scene.case.police
    if police is None or police.met_at is not None:
        return Outcome(reminders=(Reminder(Clock.POLICE, case.ref, None),))
    here = _told(scene, police)
    messages = tell(EventKind.POLICE_RANG, here)
    if now >= police.due_at:
        messages = _and(messages, "police_late", here)
    hours = (now - police.since) // timedelta(hours=1)
    return Outcome(
        events=(Event(EventKind.POLICE_RANG, case.ref, now, told={"hours": hours}),),
        reminders=(
            Reminder(Clock.POLICE, case.ref, _next_mark(police, profile, now=now) or by_day(now + DAY, profile)),
        ),
        messages=messages,
    )


def _and(messages: tuple[Message, ...], also: str, scene: Scene) -> tuple[Message, ...]:
    heard = {message.to for message in messages}
    return (*messages, *(message for message in write(ALSO_LEADS[also], scene) if message.to not in heard))


def _owed(scene: Scene) -> Police:
    police = scene.case.police
    if police is None or police.met_at is not None:
        raise WrongMoment
    return police


def reported(scene: Scene, *, number: str, where: str, at: datetime, by: Staff, now: datetime) -> Outcome:
    """Reported to the police, under that number and there: the duty is met, and how late it was is kept."""
    allow(Action.POLICE_REPORTED, by=by, case=scene.case)
    police = _owed(scene)
    # Nobody reports in the future: an hour that is still to come was meant as now.
    made_at = min(at, now)
    late = max(made_at - police.due_at, timedelta(0)) // timedelta(minutes=1)
    told = {"number": number, "where": where, "at": made_at, "late_minutes": late}
    note = says("police-was-late", hours=late // 60, minutes=late % 60) if late else says("nothing")
    met = replace(police, met_at=made_at, by=by.id, number=number)
    # What was typed goes to nobody by a notice: it stands on the card, for those who may open it.
    here = scene.with_args(at=At(made_at), note=note)
    return _over(here, met, EventKind.POLICE_REPORTED, told, by=by, late=bool(late), now=now)


def excused(scene: Scene, *, reason: str, by: Staff, now: datetime) -> Outcome:
    """There is a reason not to report, and the head answers for it. Raises NotAllowed, NeedsReason, WrongMoment."""
    allow(Action.POLICE_EXCUSED, by=by, case=scene.case)
    police = _owed(scene)
    if not reason.strip():
        raise NeedsReason
    met = replace(police, met_at=now, by=by.id, reason=reason)
    return _over(scene, met, EventKind.POLICE_EXCUSED, {"reason": reason}, by=by, late=now > police.due_at, now=now)


def _over(
    scene: Scene, met: Police, kind: EventKind, told: dict[str, object], *, by: Staff, late: bool, now: datetime
) -> Outcome:
    """Its clock stops, and every card that asked for it says so."""
    case = replace(scene.case, police=met)
    here = replace(scene, case=case, actor=by)
    messages = tell(kind, here)
    if late:
        # The head was told that it was late, and is told that it is over.
        messages = _and(messages, f"police_over_{kind}", here)
    return Outcome(
        cases=(case,),
        events=(Event(kind, case.ref, now, by=by.id, told=told),),
        reminders=(Reminder(Clock.POLICE, case.ref, None),),
        messages=messages,
    )


def after_closing(scene: Scene) -> tuple[Message, ...]:
    """The case is closed, the duty is not: who closed it, who held it and the leads hear so, and the clock runs on."""
    police = scene.case.police
    if police is None or police.met_at is not None:
        return ()
    return write(ALSO_LEADS["police_closed"], _told(scene, police))


def standing(case: Case) -> Phrase:
    """Where the duty stands, as a line of a card; nothing where there is none."""
    police = case.police
    if police is None:
        return says("police-advised") if should_report(case) else says("nothing")
    if police.met_at is None:
        child = case.carried.child or any(victim.stage == "anak" for victim in case.facts.victims)
        note = says("police-child") if child else says("nothing")
        return says("police-owed", due=At(police.due_at), left=Until(police.due_at), note=note)
    if police.reason:
        return says("police-was-excused", at=At(police.met_at))
    return says("police-was-reported", at=At(police.met_at), reference=police.number)
