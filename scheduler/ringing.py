"""What each clock means when it rings. One table from clock to what is done."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cases import (
    acting,
    assignment,
    contact,
    deciding,
    duty,
    entrusting,
    erasing,
    offering,
    outing,
    police,
    protection,
    referring,
    rulings,
    stepping,
    talking,
    visiting,
    watching,
    wishes,
    writing,
)
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseRef, Status
from cases.crisis import new_run_cards
from cases.deadlines import read_subject
from cases.ladder import climb
from cases.line import LineKind
from cases.messages import ChatId
from cases.notices import Scene
from cases.outcome import Clock, Outcome
from cases.paging import page_rang
from cases.profile import Profile
from cases.referral import ReferralRef
from cases.talk import TalkRef
from cases.talk_words import concerns
from cases.talking import Thread
from cases.visit import VisitRef
from scheduler import digests, figures, knocking, rota
from storage import Due, Work

Ring = Callable[[Work, Due, Profile, datetime], Awaitable[Outcome]]


@dataclass(frozen=True)
class Drafts:
    """What is done with a report that stopped halfway, with a try to open one from elsewhere, and for who has left; it
    needs the questions, so it is handed in from above."""

    nudge: Ring
    forget: Ring
    opening: Ring
    leave: Ring


async def _of_alert(work: Work, due: Due) -> Scene | None:
    alert = await work.alert(AlertRef(due.subject))
    if alert is None or not alert.is_open:
        return None
    case = await work.case(alert.case)
    return Scene(case=case, roster=await work.roster(), alert=alert) if case is not None else None


async def _of_case(work: Work, due: Due) -> Scene | None:
    case = await work.case(CaseRef(due.subject))
    if case is None or not case.is_open:
        return None
    return Scene(case=case, roster=await work.roster(), alert=await work.alert_of_case(case.ref))


async def ladder(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Not enough have taken it in time: the next step is called, after an outage with those that were missed."""
    scene = await _of_alert(work, due)
    return climb(scene, profile=profile, now=now, due_at=due.due_at)[1] if scene is not None else Outcome()


async def page(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Nobody took it in time: the same call goes out by the second channel."""
    scene = await _of_alert(work, due)
    return page_rang(scene, profile=profile, now=now) if scene is not None else Outcome()


async def outreach(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_alert(work, due)
    return duty.outreach_rang(scene, profile=profile, now=now) if scene is not None else Outcome()


async def silence(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_alert(work, due)
    if scene is None:
        return Outcome()
    outcome = duty.silent(scene, profile=profile, now=now)
    return outcome + new_run_cards(scene, outcome, profile=profile)


async def offer(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """The colleague who was asked to take it over has not answered."""
    scene = await _of_alert(work, due)
    return offering.unanswered(scene, profile=profile, now=now) if scene is not None else Outcome()


async def confirmation(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_case(work, due)
    return rulings.confirmation_rang(scene, profile=profile, now=now) if scene is not None else Outcome()


async def first_contact(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_case(work, due)
    if scene is None:
        return Outcome()
    person = await work.person(scene.case.reporter) if scene.case.reporter is not None else None
    return contact.rang(scene, profile=profile, now=now, safe=person.safe if person is not None else None)


async def assigning(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_case(work, due)
    if scene is None:
        return Outcome()
    if scene.case.status is Status.ENTRUSTED:
        had = [one for one in await work.referrals(scene.case.ref) if one.handover and not one.is_open]
        last = max(had, key=lambda one: one.ended_at or one.sent_at, default=None)
        return entrusting.rang(replace(scene, referral=last), profile=profile, now=now)
    opened_at = await work.assignment_opened_at(scene.case.ref) or scene.case.reported_at
    return assignment.rang(scene, opened_at=opened_at, profile=profile, now=now)


async def visit(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    found = await work.visit(VisitRef(due.subject))
    case = await work.case(found.case) if found is not None else None
    if found is None or case is None:
        return Outcome()
    alerts = await work.open_alerts_of(case.ref)
    missed = next((alert for alert in alerts if alert.cause is Cause.MISSED_VISIT), None)
    scene = Scene(case=case, roster=await work.roster(), visit=found, missed=missed)
    # A reference like those of the handlers: nobody can guess it (T12).
    ref = AlertRef(secrets.token_urlsafe(16))
    told = await digests.told_today(work, case, found, profile, now)
    return visiting.rang(scene, alert_ref=ref, told=told, profile=profile, now=now)


async def step(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """A step of the book, of a case that is still open."""
    ref, number = read_subject(due.subject)
    case = await work.case(ref)
    if case is None or not case.is_open:
        return Outcome()
    scene = Scene(case=case, roster=await work.roster())
    return stepping.rang(scene, step=number, profile=await digests.in_force(work, profile, now), now=now)


async def police_duty(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Also of a case that was closed: the duty does not end with it."""
    case = await work.case(CaseRef(due.subject))
    if case is None:
        return Outcome()
    scene = Scene(case=case, roster=await work.roster(), alert=await work.alert_of_case(case.ref))
    return police.rang(scene, profile=profile, now=now)


async def referral(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """The receiver has not confirmed, or it is time to talk with it. Of a closed case nothing is set again."""
    found = await work.referral(ReferralRef(due.subject))
    case = await work.case(found.case) if found is not None else None
    if found is None or case is None:
        return Outcome()
    partners = tuple(one for one in await work.partners() if one.active and one.agency == found.agency)
    alert = await work.alert_of_case(case.ref)
    scene = Scene(case=case, roster=await work.roster(), alert=alert, referral=found, partners=partners)
    return referring.rang(scene, profile=profile, now=now)


async def acting_over(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """The last day on which somebody acts for the case manager is over."""
    case = await work.case(CaseRef(due.subject))
    if case is None:
        return Outcome()
    return acting.rang(Scene(case=case, roster=await work.roster()), profile=profile, now=now)


async def wish(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Nobody has answered what waits for a second person."""
    ref, kind = wishes.read_subject(due.subject)
    case = await work.case(ref)
    if case is None:
        return Outcome()
    scene = Scene(case=case, roster=await work.roster())
    return deciding.rang(scene, wishes.Wish(kind), profile=await digests.in_force(work, profile, now), now=now)


async def erasure(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """A reporter's wish to be forgotten waits for an answer, also of a closed case."""
    case = await work.case(CaseRef(due.subject))
    if case is None:
        return Outcome()
    return erasing.rang(Scene(case=case, roster=await work.roster()), profile=profile, now=now)


async def safety(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """An officer is out there, whatever became of the alert meanwhile."""
    ref, who = watching.read_subject(due.subject)
    alert = await work.alert(ref)
    case = await work.case(alert.case) if alert is not None else None
    if alert is None or case is None:
        return Outcome()
    scene = Scene(case=case, roster=await work.roster(), alert=alert)
    return outing.rang(scene, who=who, profile=profile, now=now)


async def arrival(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    scene = await _of_alert(work, due)
    return protection.arrival_rang(scene, profile=profile, now=now) if scene is not None else Outcome()


async def daily(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Two things come on certain mornings: what the rota has to say, and the figures of a month."""
    if due.subject == figures.SUBJECT:
        return await figures.monthly(work, profile, now)
    return await rota.daily(work, due, profile, now)


async def talk(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """A draft that was not sent, or a reporter whom nobody has answered."""
    found = await work.talk(TalkRef(due.subject))
    report = await work.case(found.case if found is not None else CaseRef(due.subject))
    if report is None:
        return Outcome()
    there = await _handled(work, report)
    if found is None:
        thread = Thread(there, report, report.reporter or ChatId(0))
        return talking.rang(thread, await work.open_talks([report.ref]), profile=profile, now=now)
    kinds = dict(talking.lines_of(report, await work.lines(report.ref)))
    thread = Thread(there, report, found.chat, kinds.get(found.chat, LineKind.REPORTER))
    names = [party.name for ref in {report.ref, there.case.ref} for party in await work.parties(ref)]
    return writing.draft_rang(thread, found, concerns=concerns(found.text, names), now=now)


async def _handled(work: Work, report: Case) -> Scene:
    """Where a report is handled: its own case, or the one that it was joined to."""
    seen = {report.ref}
    while report.joined_to is not None and report.joined_to not in seen:
        seen.add(report.joined_to)
        report = await work.case(report.joined_to) or report
    return Scene(case=report, roster=await work.roster(), alert=await work.alert_of_case(report.ref))


def rings(drafts: Drafts) -> Mapping[Clock, Ring]:
    """Clock → what is done when it rings."""
    return {
        Clock.LADDER: ladder,
        Clock.PAGE: page,
        Clock.OUTREACH: outreach,
        Clock.SILENCE: silence,
        Clock.OFFER: offer,
        Clock.CONFIRMATION: confirmation,
        Clock.CONTACT: first_contact,
        Clock.ASSIGNMENT: assigning,
        Clock.VISIT: visit,
        Clock.POLICE: police_duty,
        Clock.REFERRAL: referral,
        Clock.SAFETY: safety,
        Clock.ARRIVAL: arrival,
        Clock.NUDGE: drafts.nudge,
        Clock.FORGET: drafts.forget,
        Clock.OPENING: drafts.opening,
        Clock.LEAVE: drafts.leave,
        Clock.ROTA: rota.rota,
        Clock.READY: rota.ready,
        Clock.DAILY: daily,
        Clock.STEP: step,
        Clock.DIGEST: digests.ring,
        Clock.ACTING: acting_over,
        Clock.WISH: wish,
        Clock.KNOCK: knocking.ring,
        Clock.TALK: talk,
        Clock.ERASURE: erasure,
    }
