"""Referrals: another institution is asked for help, and we don't let go until it says that it has the person.

The seven rules of East Kalimantan: the victim is told where to and what for (1), the receiver is asked and confirms
(2, 6), children and vulnerable people are accompanied (3, 4), identity and chronology go in a letter (5), and we
keep in touch (7). A referral never closes a case, and what is asked of one institution is no other's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from cases.messages import Lane, Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, and_leads, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.partnering import called_off, calls_for_help, cards, over, put_away, to_partners
from cases.party import Party
from cases.phrases import At, Since, Until, says
from cases.profile import Profile
from cases.receipts import clock, due_at, is_late, is_neglected, leaves_unheld, planned_contact, runs, unheld_ring
from cases.referral import Agency, Partner, Progress, Referral, ReferralRef, ReferralState
from cases.refusals import Changed, NeedsCompanion, NeedsReason, NeedsTelling, OutsideConsent, Unknown
from cases.routing import by_consent_alone, is_urgent, must_be_accompanied, permitted
from cases.staff import Staff

S = ReferralState
#: What stops the clocks of a case's referrals, and what makes them run again, or faster.
STOPS = frozenset({EventKind.CASE_CLOSED, EventKind.CASE_JOINED, EventKind.CONSENT_REFUSED})
TURNS = frozenset(
    {
        EventKind.CASE_REOPENED,
        EventKind.CONSENT_SIGNED,
        EventKind.OVERRIDE_AGREED,
        EventKind.RISK_RAISED,
        EventKind.RISK_LOWERED,
        EventKind.FACTS_LEARNED,
        EventKind.ENTRY_UNDONE,
        EventKind.CASE_JOINED,
        EventKind.STAFF_EXCLUDED,
    }
)


@dataclass(frozen=True)
class Asked:
    """What somebody of the unit asks of an agency, as it was filled in."""

    ref: ReferralRef
    agency: Agency
    need: str
    accompanied_by: str = ""
    told_victim: bool = False
    scope: tuple[str, ...] = ()
    route: str = ""
    handover: bool = False
    copies: tuple[str, ...] = ()


def about(scene: Scene, referral: Referral, profile: Profile) -> Scene:
    """The scene of one referral. What its notices may say: to whom, since when, until when; never the need."""
    case = scene.case
    agency = profile.agency(referral.agency)
    due = due_at(case, referral)
    urgent = is_urgent(case, referral) and referral.state is S.SENT
    return replace(scene, referral=referral).with_args(
        agency=agency.name if agency else referral.agency,
        kind=str(agency.kind) if agency else "",
        sent=At(referral.sent_at),
        waits=Since(referral.sent_at),
        due=At(due),
        left=Until(due),
        how=says("referral-phone-first") if urgent else says("nothing"),
    )


def refer(
    scene: Scene,
    asked: Asked,
    *,
    by: Staff,
    profile: Profile,
    now: datetime,
    parties: Iterable[Party] = (),
    referrals: Iterable[Referral] = (),
) -> Outcome:
    """The agency is asked, and asked after until it has confirmed. `referrals` are those that the case has already.

    Raises what the table of moves raises, OutsideConsent, NeedsTelling, NeedsCompanion, and Changed for what a
    colleague has asked of them just now.
    """
    allow(Action.REFER, by=by, case=scene.case)
    return sent(scene, asked, by=by, profile=profile, now=now, parties=parties, referrals=referrals)


def sent(
    scene: Scene,
    asked: Asked,
    *,
    by: Staff,
    profile: Profile,
    now: datetime,
    parties: Iterable[Party] = (),
    referrals: Iterable[Referral] = (),
    quietly: bool = False,
) -> Outcome:
    """As `refer`, for a move that was allowed already; `quietly` leaves it to that move to tell the unit."""
    case = scene.case
    kind = asked.agency.kind
    if any(o.is_open and (o.agency, o.route, o.need) == (asked.agency.key, asked.route, asked.need) for o in referrals):
        raise Changed
    if asked.handover and any(o.is_open and o.handover for o in referrals):
        raise Changed
    if not permitted(case, kind, calls=calls_for_help(scene)):
        raise OutsideConsent
    if by_consent_alone(case, kind) and not asked.told_victim:
        raise NeedsTelling
    must = must_be_accompanied(case, parties)
    if must and not asked.accompanied_by.strip():
        raise NeedsCompanion
    referral = Referral(
        ref=asked.ref,
        case=case.ref,
        agency=asked.agency.key,
        need=asked.need,
        state=S.SENT,
        sent_at=now,
        sent_by=by.id,
        scope=asked.scope,
        accompanied_by=asked.accompanied_by.strip(),
        must_accompany=must,
        told_victim=asked.told_victim,
        handover=asked.handover,
        route=asked.route,
        copies=asked.copies,
    )
    here = about(replace(scene, actor=by), referral, profile)
    told = {"agency": referral.agency, "route": referral.route, "handover": referral.handover}
    outcome = Outcome(
        referrals=(referral,),
        events=(_event(EventKind.REFERRAL_SENT, here, now, by, **told),),
        reminders=(clock(case, referral, profile=profile, now=now),),
        messages=(*(() if quietly else tell(EventKind.REFERRAL_SENT, here)), *cards(here)),
    )
    if not (case.is_unheld and referral.handover):
        return outcome
    # Somebody has the case again: the leads are no more asked about who had it before.
    held = replace(case, unheld_since=None, due_at=None)
    return outcome + Outcome(cases=(held,), reminders=(Reminder(Clock.ASSIGNMENT, case.ref, None),))


def received(
    scene: Scene,
    *,
    receiver: str,
    at: datetime,
    by: Staff | Partner,
    profile: Profile,
    now: datetime,
    next_on: date | None = None,
) -> Outcome:
    """The receiver has said that it has the person: the reminders stop, and the next coordination stands (rule 7)."""
    before = _told_by(scene, by, S.SENT)
    referral = replace(before, state=S.RECEIVED, received_at=min(at, now), receiver=receiver.strip())
    referral = (
        planned_contact(scene.case, referral, profile=profile, now=now)
        if next_on is None
        else replace(referral, next_on=next_on)
    )
    here = _here(scene, referral, by, profile)
    messages = tell(EventKind.REFERRAL_RECEIVED, here)
    if isinstance(by, Partner):
        # Whoever waits to set out is not left to find it on an old card.
        messages = (*messages, *write(ALSO_LEADS["referral_accepted"], here))
    if before.rung and is_late(scene.case, before, profile=profile, now=now):
        # Who was told that nobody had confirmed is told that somebody has.
        messages = _and(messages, "referral_over", here)
    return (
        _changed(EventKind.REFERRAL_RECEIVED, here, by, now, profile)
        + _in_contact(here)
        + Outcome(messages=(*messages, *cards(here, replaces=True)))
    )


def _in_contact(here: Scene) -> Outcome:
    """Whoever has the whole case has spoken to its people: the unit's own first contact is no longer waited for."""
    case, referral = here.case, here.referral
    if referral is None or not referral.handover or case.contacted_at is not None:
        return Outcome()
    return Outcome(
        cases=(replace(case, contacted_at=referral.received_at),),
        reminders=(Reminder(Clock.CONTACT, case.ref, None),),
    )


def declined(
    scene: Scene, *, reason: str, by: Staff | Partner, profile: Profile, now: datetime, danger: bool = False
) -> Outcome:
    """The receiver can't: whoever follows it is asked for another way at once, and the leads hear of it.

    `danger`, here and below: words of danger were heard in what was typed.
    """
    referral = replace(_told_by(scene, by, S.SENT, S.RECEIVED), state=S.DECLINED, reason=_words(reason), ended_at=now)
    here = _here(scene, referral, by, profile)
    first = write(ALSO_LEADS["handover_declined"], here) if referral.handover else ()
    messages = (*_alarm(here, danger), *_first(first, tell(EventKind.REFERRAL_DECLINED, here)), *over(here))
    return _changed(EventKind.REFERRAL_DECLINED, here, by, now, profile) + Outcome(messages=messages)


def progressed(
    scene: Scene,
    *,
    text: str,
    by: Staff | Partner,
    profile: Profile,
    now: datetime,
    next_on: date | None = None,
    danger: bool = False,
) -> Outcome:
    """News of how it goes, and when it is talked about next."""
    before = _told_by(scene, by, S.RECEIVED)
    news = Progress(at=now, text=_words(text), by=by.name)
    referral = replace(before, progress=(*before.progress, news))
    referral = (
        planned_contact(scene.case, referral, profile=profile, now=now)
        if next_on is None
        else replace(referral, next_on=next_on)
    )
    here = _here(scene, referral, by, profile)
    messages = _first(_alarm(here, danger), tell(EventKind.REFERRAL_PROGRESSED, here))
    return _changed(EventKind.REFERRAL_PROGRESSED, here, by, now, profile) + Outcome(messages=messages)


def ended(
    scene: Scene, *, outcome: str, by: Staff | Partner, profile: Profile, now: datetime, danger: bool = False
) -> Outcome:
    """The service is over, with what came of it. The case goes on; of one that is with others as a whole the leads
    are asked what becomes of it."""
    before = _told_by(scene, by, S.RECEIVED)
    referral = replace(before, state=S.ENDED, outcome=_words(outcome), ended_at=now, next_on=None)
    here = _here(scene, referral, by, profile)
    first = write(ALSO_LEADS["handover_ended"], here) if referral.handover else ()
    messages = (*_alarm(here, danger), *_first(first, tell(EventKind.REFERRAL_ENDED, here)), *over(here))
    return _changed(EventKind.REFERRAL_ENDED, here, by, now, profile) + Outcome(messages=messages)


def withdrawn(scene: Scene, *, reason: str, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """We no longer ask it of them; what they were shown is taken off their phones."""
    allow(Action.REFERRAL_NEWS, by=by, case=scene.case)
    return taken_back(scene, reason=reason, by=by, profile=profile, now=now)


def taken_back(
    scene: Scene, *, reason: str, by: Staff, profile: Profile, now: datetime, quietly: bool = False
) -> Outcome:
    """As `withdrawn`, for a move that was allowed already."""
    before = _in(scene, S.SENT, S.RECEIVED)
    referral = replace(before, state=S.WITHDRAWN, reason=_words(reason), ended_at=now, next_on=None)
    here = _here(scene, referral, by, profile)
    told = () if quietly else tell(EventKind.REFERRAL_WITHDRAWN, here)
    if leaves_unheld(here.case, referral):
        told = _first(write(ALSO_LEADS["handover_unheld"], here), told)
    # Whoever is under way with it must hear that they are no longer; a card put right makes no sound.
    stop = called_off(here) if before.state is S.RECEIVED else ()
    return _changed(EventKind.REFERRAL_WITHDRAWN, here, by, now, profile) + Outcome(
        messages=(*told, *over(here), *stop)
    )


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Nobody has confirmed yet, or a day of coordination has come; after a change that nobody told it of, silence.

    A partner whom the bot can write to is asked first and alone, but in an emergency; from the second time on
    whoever follows the referral too, and once it is late those who answer for the unit.
    """
    case, before = scene.case, scene.referral
    assert before is not None
    again = clock(case, before, profile=profile, now=now)
    if again.due_at is None:
        return Outcome(reminders=(again,))
    if before.state is S.RECEIVED:
        return _coordination_rang(scene, before, profile=profile, now=now)
    referral = replace(before, rung=before.rung + 1)
    here = about(scene, referral, profile)
    urgent = is_urgent(case, before)
    late = is_late(case, before, profile=profile, now=now)
    messages: tuple[Message, ...] = ()
    if not to_partners(here) or before.rung or urgent or late:
        messages = and_leads(tell(EventKind.REFERRAL_RANG, here), "referral", here, late=late)
    if urgent:
        messages = tuple(replace(message, lane=Lane.ESCALATION) for message in messages)
    told = {"what": "receipt", "nth": referral.rung, "late": late}
    return Outcome(
        referrals=(referral,),
        events=(_event(EventKind.REFERRAL_RANG, here, now, None, **told),),
        reminders=(again,),
        messages=(*messages, *cards(here, again=True)),
    )


def _coordination_rang(scene: Scene, referral: Referral, *, profile: Profile, now: datetime) -> Outcome:
    again = clock(scene.case, referral, profile=profile, now=now)
    if referral.next_on is None or profile.local(now).date() < referral.next_on:
        return Outcome(reminders=(again,))
    here = about(scene, referral, profile).with_args(day=referral.next_on)
    asked = write(ALSO_LEADS["coordination"], here)
    if is_neglected(referral, profile, now=now):
        asked = _and(asked, "coordination_late", here)
    return Outcome(
        events=(_event(EventKind.REFERRAL_RANG, here, now, None, what="coordination"),),
        reminders=(again,),
        messages=and_leads(asked, "coordination_unheard", here, late=False),
    )


def unreachable(scene: Scene, *, profile: Profile) -> tuple[Message, ...]:
    """The bot can't write to the receiver: whoever follows the referral telephones instead."""
    here = about(scene, _in(scene, S.SENT, S.RECEIVED), profile)
    return write(ALSO_LEADS["referral_unreachable"], here)


def stopped(scene: Scene, referrals: Iterable[Referral]) -> tuple[Message, ...]:
    """The case is closed or consent was taken back: what is still open is shown, for nothing of it rings any more."""
    silent = [one for one in referrals if one.state is S.RECEIVED and not runs(scene.case, one)]
    return write(ALSO_LEADS["referrals_stopped"], scene.with_args(count=len(silent))) if silent else ()


def case_over(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The case was closed, or is part of another: who has not answered is asked no more, and nothing of the victim
    stays on the phones of those who did; the service that they give does not end with it."""
    before = _in(scene, S.SENT, S.RECEIVED)
    if before.state is S.RECEIVED:
        return Outcome(messages=put_away(scene))
    here = about(scene, replace(before, state=S.WITHDRAWN, ended_at=now, next_on=None), profile)
    assert here.referral is not None
    return Outcome(
        referrals=(here.referral,),
        events=(_event(EventKind.REFERRAL_WITHDRAWN, here, now, None),),
        reminders=(clock(here.case, here.referral, profile=profile, now=now),),
        messages=(*tell(EventKind.REFERRAL_WITHDRAWN, here), *over(here)),
    )


def _in(scene: Scene, *states: ReferralState) -> Referral:
    """The referral, if it is in such a state; else Changed: what was judged is not as it was shown."""
    assert scene.referral is not None
    if scene.referral.state not in states:
        raise Changed
    return scene.referral


def _told_by(scene: Scene, by: Staff | Partner, *states: ReferralState) -> Referral:
    """The same, for somebody who may tell of it: a partner of its own agency, or who holds the case."""
    assert scene.referral is not None
    if isinstance(by, Staff):
        allow(Action.REFERRAL_NEWS, by=by, case=scene.case)
    elif not by.active or by.agency != scene.referral.agency:
        raise Unknown
    elif not scene.case.is_open:
        # Their yes would show them a victim whom nobody here looks after any more.
        raise Changed
    return _in(scene, *states)


def _words(text: str) -> str:
    if not text.strip():
        raise NeedsReason
    return text.strip()


def _here(scene: Scene, referral: Referral, by: Staff | Partner, profile: Profile) -> Scene:
    actor = by if isinstance(by, Staff) else None
    return about(replace(scene, actor=actor), referral, profile).with_args(teller=by.name)


def _and(messages: tuple[Message, ...], also: str, scene: Scene) -> tuple[Message, ...]:
    return _first(messages, write(ALSO_LEADS[also], scene))


def _first(first: tuple[Message, ...], then: tuple[Message, ...]) -> tuple[Message, ...]:
    """Both, and nobody hears twice of one thing."""
    heard = {message.to for message in first}
    return (*first, *(message for message in then if message.to not in heard))


def _alarm(here: Scene, danger: bool) -> tuple[Message, ...]:
    return _and(write(ALSO_LEADS["referral_danger"], here), "referral_danger_lead", here) if danger else ()


def _changed(kind: EventKind, here: Scene, by: Staff | Partner, now: datetime, profile: Profile) -> Outcome:
    referral = here.referral
    assert referral is not None
    told = {"partner": by.id} if isinstance(by, Partner) else {}
    outcome = Outcome(
        referrals=(referral,),
        events=(_event(kind, here, now, by if isinstance(by, Staff) else None, **told),),
        reminders=(clock(here.case, referral, profile=profile, now=now),),
    )
    if not leaves_unheld(here.case, referral):
        return outcome
    unheld = replace(here.case, unheld_since=now, due_at=now)
    return outcome + Outcome(cases=(unheld,), reminders=(unheld_ring(unheld, referral, profile=profile, now=now),))


def _event(kind: EventKind, here: Scene, now: datetime, by: Staff | None, **told: object) -> Event:
    assert here.referral is not None
    return Event(kind, here.case.ref, now, by=by.id if by else None, told={"referral": here.referral.ref, **told})
