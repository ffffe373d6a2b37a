"""How a report becomes a case, and how a case learns more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from cases.alert import NEEDS_OUTREACH, Alert, AlertRef, AlertState, Cause
from cases.case import Case, CaseNumber, CaseRef, Channel, Ruling, Status, graver
from cases.clocks import by_day, deadline_of, first_mark
from cases.crisis import run_cards
from cases.ending import end, put_away, to_takers
from cases.files import of_file
from cases.groups import group_cards
from cases.ladder import raise_alert
from cases.messages import Button, ChatId, Lane, Message
from cases.notices import ALSO_LEADS, TAKE, Scene, card, shown, write
from cases.outcome import Clock, Event, EventKind, Judgement, Look, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.planning import sooner
from cases.police import opened
from cases.profile import Profile
from cases.remote import way_to
from cases.staff import Roster, StaffId
from cases.talk import Talk, with_file
from triage.decision import RULES_VERSION, Decision
from triage.facts import Facts
from triage.standing import Risk, contact_within_minutes

#: An emergency by the reporter's own word or words; the answers may still say less.
BY_THE_REPORTER = frozenset({Cause.DECLARED, Cause.WORDS})
#: What calls for a confirmation of step 1.5, and gives way to a call for help.
CONFIRMED = frozenset({Cause.UNFINISHED, Cause.REPORT})


@dataclass(frozen=True)
class Came:
    """How a report came that a member of the unit writes down: by which way, when, and when a person of the unit
    spoke to whoever brought it, if anybody did."""

    channel: Channel
    at: datetime
    entered_by: StaffId
    spoken_at: datetime | None = None


@dataclass(frozen=True)
class Told:
    """What a reporter told so far, and what the rules make of it."""

    answers: Mapping[str, Any]
    facts: Facts
    decision: Decision
    kecamatan: str = ""
    declared: bool = False
    language: str = "id"


def open_case(
    told: Told,
    *,
    ref: CaseRef,
    alert_ref: AlertRef,
    number: CaseNumber,
    reporter: ChatId | None,
    cause: Cause,
    roster: Roster,
    profile: Profile,
    now: datetime,
    came: Came | None = None,
) -> tuple[Case, Outcome]:
    """A report is a case from now on, and somebody of the unit is called for it. `now` is when it was told.

    `came`: by another way than the chat, at a time of its own: every clock runs from that time (R-15).
    """
    at = came.at if came is not None else now
    if cause not in NEEDS_OUTREACH and (told.decision.emergency or told.declared):
        cause = Cause.DECLARED if told.declared else Cause.TRIAGE
    case = Case(
        ref=ref,
        number=number,
        reporter=reporter,
        reported_at=at,
        status=Status.UNFINISHED if cause is Cause.UNFINISHED else Status.REPORTED,
        answers=told.answers,
        facts=told.facts,
        decision=told.decision,
        kecamatan=told.kecamatan,
        declared=told.declared or cause in BY_THE_REPORTER,
        language=told.language,
        due_at=now + timedelta(minutes=profile.confirm_minutes),
    )
    if came is not None:
        case = replace(case, channel=came.channel, entered_by=came.entered_by, contacted_at=came.spoken_at)
    case, police = opened(Scene(case=case, roster=roster), profile=profile, now=now)
    outcome = Outcome(
        cases=(case,),
        events=(_received(case, cause, now=now),),
        judgements=(judged(case, now=now),),
        reminders=(
            *(
                (Reminder(Clock.CONTACT, ref, _or_now(contact_ring(case, profile=profile, now=now), now)),)
                if _waits(case)
                else ()
            ),
            Reminder(Clock.CONFIRMATION, ref, _or_now(confirmation_ring(case, profile=profile, now=now), now)),
        ),
    )
    scene = Scene(case=case, roster=roster)
    due = deadline_of(case, cause=cause, profile=profile, now=at)
    _, raised = raise_alert(scene, ref=alert_ref, cause=cause, profile=profile, now=now, deadline_at=due)
    return case, outcome + police + raised


def _received(case: Case, cause: Cause, *, now: datetime) -> Event:
    told = {"cause": str(cause)}
    if case.entered_by is not None:
        told |= {"channel": str(case.channel), "at": case.reported_at.isoformat()}
    return Event(EventKind.REPORT_RECEIVED, case.ref, now, by=case.entered_by, told=told)


def _waits(case: Case) -> bool:
    return case.contacted_at is None


def _or_now(ring: datetime | None, now: datetime) -> datetime:
    """Of what was told hours ago every mark may have passed: then it is said at once."""
    return ring or now


def judged(case: Case, *, now: datetime) -> Judgement:
    """The decision as it stands, with its facts and the version of the rules, to be kept."""
    ruling = case.ruling
    return Judgement(
        case=case.ref,
        at=now,
        facts=case.facts,
        decision=case.decision,
        rules=RULES_VERSION,
        risk=case.risk,
        emergency=case.emergency,
        by=ruling.by if ruling else None,
        second=ruling.second if ruling else None,
        reason=ruling.reason if ruling else "",
    )


def contact_due(case: Case, *, start: datetime | None = None) -> datetime:
    """When a person must have spoken to the reporter: the decision's `contact_within_minutes`, or the ruling's."""
    risk = cast(Risk | None, case.risk)
    within = contact_within_minutes(emergency=case.emergency, risk=risk)
    return (start or case.reported_at) + timedelta(minutes=within)


def contact_ring(case: Case, *, profile: Profile, now: datetime, start: datetime | None = None) -> datetime | None:
    """The next mark on the way to the first contact; but for TINGGI none of them wakes anybody."""
    begun = start or case.reported_at
    mark = first_mark(begun, contact_due(case, start=begun), profile.contact_marks, now=now)
    return mark if mark is None else by_day_unless_grave(mark, case, profile)


def by_day_unless_grave(moment: datetime, case: Case, profile: Profile) -> datetime:
    """The moment itself where somebody may be in danger, else the next morning if it falls into the night."""
    return moment if case.emergency or case.gravity == "TINGGI" else by_day(moment, profile)


def confirmation_ring(case: Case, *, profile: Profile, now: datetime) -> datetime | None:
    """The next mark for step 1.5; in an emergency only the last one, whoever has it is busy helping."""
    due = case.reported_at + timedelta(minutes=profile.confirm_minutes)
    marks = profile.confirm_marks[-1:] if case.emergency else profile.confirm_marks
    return first_mark(case.reported_at, due, marks, now=now)


def learn(
    scene: Scene,
    told: Told,
    *,
    cause: Cause | None,
    alert_ref: AlertRef,
    news: tuple[Phrase, ...],
    profile: Profile,
    now: datetime,
    talk: Talk | None = None,
) -> tuple[Case, Outcome]:
    """The reporter told more: judge again, call if it has become an emergency, pass it on to who holds it.

    What an officer ruled stands, unless what was told since makes it graver than the rules had it then; a wish to
    lower it, which was made before that was known, is off.
    """
    before = scene.case
    told = replace(told, decision=of_file(told.decision, before.file))
    case = replace(
        before,
        answers=told.answers,
        facts=told.facts,
        decision=told.decision,
        kecamatan=told.kecamatan or before.kecamatan,
        declared=before.declared or told.declared or cause in BY_THE_REPORTER,
        language=told.language,
    )
    alarming = case.decision.emergency and not before.decision.emergency
    alarming = alarming or (case.declared and not before.declared) or cause is not None
    worse = alarming or graver(case.decision.risk, before.decision.risk)
    if worse:
        case = replace(case, ruling=_overtaken(case, now=now), lowering=None)
    case, police = opened(replace(scene, case=case), profile=profile, now=now)
    emergency = case.emergency and (alarming or not before.emergency)
    calls = cause or (Cause.TRIAGE if emergency else None)
    # Why somebody is to be called stands in the history whether anybody was called or not: the audit reads it there.
    why = {"cause": str(calls)} if calls is not None else {}
    outcome = police + Outcome(cases=(case,), events=(Event(EventKind.FACTS_LEARNED, case.ref, now, told=why),))
    if case.decision != before.decision or case.ruling != before.ruling:
        outcome += Outcome(judgements=(judged(case, now=now),))
    here = replace(scene, case=case)
    alert = scene.alert if scene.alert is not None and scene.alert.is_open else None
    if calls is not None and (alert is None or (not alert.needs_outreach and calls in NEEDS_OUTREACH)):
        outcome += upgrade(here, cause=calls, alert_ref=alert_ref, profile=profile, now=now)
    elif alert is not None:
        outcome += _known_now(here, before, alert, profile=profile, now=now)
    if case.contacted_at is None and contact_due(case) < contact_due(before):
        ring = contact_ring(case, profile=profile, now=now) or now
        outcome += Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, ring),))
    if before.ruling is not None and calls is None and graver(case.risk, before.risk):
        outcome += Outcome(messages=write(ALSO_LEADS["graver"], here))
    if before.status is Status.ENTRUSTED and graver(case.gravity, before.gravity):
        outcome += Outcome(messages=write(ALSO_LEADS["take_back"], here))
    return case, outcome + sooner(here, profile=profile, now=now) + passed_on(here, news, now=now, talk=talk)


def _overtaken(case: Case, *, now: datetime) -> Ruling | None:
    """What is left of a ruling once graver things are known: never milder than the rules, nor than it was itself."""
    ruling = case.ruling
    if ruling is None:
        return None
    bare = replace(case, ruling=None)
    risk = bare.risk if graver(bare.risk, ruling.risk) else ruling.risk
    emergency = bare.emergency or ruling.emergency
    if (risk, emergency) == (bare.risk, bare.emergency):
        return None
    return replace(ruling, risk=risk, emergency=emergency, at=now, second=None, types=None)


def _known_now(scene: Scene, before: Case, alert: Alert, *, profile: Profile, now: datetime) -> Outcome:
    """What was learnt for an alert that is open already: a shorter medical window, and cards that show it."""
    case, outcome = scene.case, Outcome()
    due = deadline_of(case, cause=alert.cause, profile=profile, now=now)
    helped = alert.outreach_at or alert.protected_at
    tighter = alert.needs_outreach and helped is None and due < alert.deadline_at
    if tighter:
        alert = replace(alert, deadline_at=due)
        ring = first_mark(alert.raised_at, due, profile.outreach_marks, now=now) or now
        outcome = Outcome(alerts=(alert,), reminders=(Reminder(Clock.OUTREACH, alert.ref, ring),))
    shown_before = (before.kecamatan, before.risk, before.emergency, before.types)
    changed = shown_before != (case.kecamatan, case.risk, case.emergency, case.types)
    if alert.is_short and (tighter or changed):
        outcome += refresh(replace(scene, alert=alert).with_args(way=way_to(case, profile)))
    if alert.needs_outreach and (tighter or changed):
        # Whoever is on the way may only now learn where to, and that it is hard to reach.
        outcome += Outcome(messages=run_cards(replace(scene, alert=alert), profile=profile, again=True))
    return outcome


def upgrade(scene: Scene, *, cause: Cause, alert_ref: AlertRef, profile: Profile, now: datetime) -> Outcome:
    """It has become an emergency: the call to confirm a report gives way to the call for help.

    The old cards say so, and whoever held the report but is not called for the emergency hears of it.
    """
    bare = replace(scene, alert=None)
    alert, raised = raise_alert(bare, ref=alert_ref, cause=cause, profile=profile, now=now)
    if scene.alert is None or not ended_by_confirmation(scene.alert):
        return raised
    over = replace(scene.alert, state=AlertState.ENDED, ended_at=now)
    here = replace(scene, alert=over)
    people = (scene.roster.by_id(id) for id in over.told)
    cards = tuple(
        Message(
            to=person.chat,
            phrase=Phrase("alert-already", card(here)),
            lane=Lane.REST,
            slot=f"alert:{over.ref}",
            replaces=True,
        )
        for person in people
        if person is not None and person.active and person.id not in over.takers
    )
    called = {person.chat for person in map(scene.roster.by_id, alert.told) if person is not None}
    heard = tuple(message for message in to_takers("alert-already", here) if message.to not in called)
    return (
        put_away(here) + raised + Outcome(messages=(*cards, *heard, *group_cards(here.case, over, here.roster.groups)))
    )


def refresh(scene: Scene) -> Outcome:
    """The cards of an alert that nobody has taken yet show what is known now."""
    alert = scene.alert
    assert alert is not None
    people = (scene.roster.by_id(id) for id in alert.told if id not in alert.declined and id not in alert.takers)
    # Who has it already, while one more is wanted, must not be lost from the card.
    note = Phrase("alert-one-more", card(scene)) if alert.taken_by is not None else says("nothing")
    here = scene.with_args(passed=note)
    return Outcome(
        messages=tuple(
            Message(
                to=person.chat,
                phrase=Phrase("alert-call", card(here)),
                lane=Lane.ESCALATION,
                buttons=tuple(tuple(shown(press, here) for press in row) for row in TAKE),
                slot=f"alert:{alert.ref}",
                replaces=True,
            )
            for person in people
            if person is not None and person.active and person.reachable
        )
        + group_cards(scene.case, alert, scene.roster.groups)
    )


def pass_on(scene: Scene, news: tuple[Phrase, ...], *, talk: Talk | None = None) -> tuple[Message, ...]:
    """What the reporter said just now, to who holds the alert and the case; nobody else.

    It can be answered by its button, or by a reply to it; with `talk` that goes to the very line from which it came,
    and a file comes along. While an alert still calls, whoever takes it gets it all. With no alert and no manager the
    leads hear that there is something, not what.
    """
    if not news:
        return ()
    if scene.alert is None and scene.case.manager is None:
        waits = Phrase("addition-lead", {"number": scene.case.number})
        return tuple(Message(lead.chat, waits, Lane.REMINDER) for lead in scene.roster.leads())
    holders = (*(scene.alert.takers if scene.alert else ()), scene.case.manager, scene.case.acting)
    people = (scene.roster.by_id(id) for id in dict.fromkeys(holders) if id is not None)
    urgent = scene.alert is not None and scene.alert.needs_outreach
    told = card(scene)
    shown_of = {name: told[name] for name in ("number", "types", "kecamatan")}
    answering = Button(says("button-chat"), "chat", ref=talk.ref if talk is not None else scene.case.ref)
    messages = (
        Message(
            to=person.chat,
            phrase=Phrase("alert-news", {**shown_of, "news": news}),
            lane=Lane.ESCALATION if urgent else Lane.REMINDER,
            buttons=((answering, Button(says("button-talks"), "talks", ref=scene.case.ref)),),
            protect=True,
            about_case=scene.case.ref,
            about_talk=talk.ref if talk is not None else "",
        )
        for person in people
        if person is not None and person.active
    )
    return tuple(with_file(message, talk) if talk is not None else message for message in messages)


def passed_on(scene: Scene, news: tuple[Phrase, ...], *, now: datetime, talk: Talk | None = None) -> Outcome:
    """The same with the trace of who was shown what."""
    messages = pass_on(scene, news, talk=talk)
    read = (scene.roster.by_chat(one.to) for one in messages if one.phrase.key == "alert-news")
    looks = tuple(Look(scene.case.ref, person.id, now, "talk") for person in read if person is not None)
    return Outcome(messages=messages, looks=looks)


def ended_by_confirmation(alert: Alert | None) -> bool:
    """Whether confirming step 1.5 is what the alert called for."""
    return alert is not None and alert.is_open and alert.cause in CONFIRMED


__all__ = ["Told", "end", "judged", "learn", "open_case", "pass_on", "passed_on", "refresh", "upgrade"]
