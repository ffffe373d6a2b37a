"""The answer on paper (1.10): signed, refused, taken back; and the exceptions for which two people answer (R-17).

Refusal stops services and the sharing of what is known. It does not stop what keeps somebody alive: alerts, outreach
and the duty to report to the police run on, and whoever is at TINGGI is still looked after until the unit has decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from cases import police
from cases.advancing import Written, advance, moved
from cases.case import Case
from cases.conditions import ground_holds, is_child
from cases.ending import visit_answered
from cases.entries import set_down
from cases.handling import Consent, Ground, Override, Signer
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Audience, Scene, audience, tell, write
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.phrases import says
from cases.profile import Profile
from cases.referral import AgencyKind, Referral, ReferralState
from cases.refusals import NeedsAnother, NeedsConsent, NeedsGround, NeedsGuardian, NeedsReason, Unknown, WrongMoment
from cases.staff import Staff
from cases.visit import VisitRef, VisitState
from cases.visiting import first_visit

SOON = timedelta(hours=1)


def sign(
    scene: Scene,
    written: Written,
    *,
    signer: Signer,
    scope: Iterable[str],
    photo_id: str,
    by: Staff,
    visit_ref: VisitRef,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The form was signed and photographed. A child's is signed by the guardian, nobody's by the alleged offender.

    Raises NeedsConsent without the photo: somebody's word, or the chat's "ya", is not the form.
    """
    case, shared = scene.case, tuple(scope)
    allow(Action.CONSENT, by=by, case=case)
    if signer is Signer.OFFENDER or (is_child(case) and signer is not Signer.GUARDIAN):
        raise NeedsGuardian
    if not photo_id:
        raise NeedsConsent
    if set(shared) - set(AgencyKind):
        raise Unknown
    consent = Consent(True, signer, written.at, by.id, scope=shared, photo_id=photo_id)
    outcome = advance(
        scene,
        Action.CONSENT,
        _as("signed", written),
        by=by,
        profile=profile,
        now=now,
        handling=replace(case.handling, consent=consent, override=None),
        event=EventKind.CONSENT_SIGNED,
    )
    here = replace(scene, case=moved(outcome), actor=by)
    wish = case.handling.override
    over = write(ALSO_LEADS["override_over"], here) if wish is not None and wish.agreed_by is None else ()
    messages = tuple(message for message in over if message.to != by.chat)
    return outcome + Outcome(messages=messages) + _visited_again(here, ref=visit_ref, profile=profile, now=now)


def _as(what: str, written: Written) -> Written:
    return replace(written, told={**written.told, "what": what})


def _visited_again(scene: Scene, *, ref: VisitRef, profile: Profile, now: datetime) -> Outcome:
    """Handling goes on: where refusal had stopped the visits, they begin anew."""
    if scene.visit is not None:
        return Outcome()
    return first_visit(scene.case, ref=ref, profile=profile, now=now)[1]


def restored(referrals: Iterable[Referral], *, now: datetime) -> Outcome:
    """A refusal was undone: what it had withdrawn waits for its receiver again, and is asked after soon."""
    again = tuple(
        replace(one, state=ReferralState.SENT, ended_at=None)
        for one in referrals
        if one.state is ReferralState.WITHDRAWN
    )
    return Outcome(referrals=again, reminders=tuple(Reminder(Clock.REFERRAL, one.ref, now + SOON) for one in again))


def needs_attention(case: Case, who: Signer) -> bool:
    """A child at TINGGI whose guardian or family refuses: who answers for the unit looks at it at once (R-17)."""
    return is_child(case) and case.gravity == "TINGGI" and who in (Signer.GUARDIAN, Signer.FAMILY)


def refuse(
    scene: Scene,
    written: Written,
    *,
    who: Signer,
    reason: str,
    by: Staff,
    profile: Profile,
    now: datetime,
    referrals: Iterable[Referral] = (),
) -> Outcome:
    """Not signed, or taken back: handling ends, the door stays open. By the alleged offender it is void: it is only
    written down, and nothing ends."""
    written = replace(written, steps=())
    allow(Action.REFUSE, by=by, case=scene.case)
    if who is Signer.OFFENDER:
        heard = tuple(m for m in write(ALSO_LEADS["refused_void"], replace(scene, actor=by)) if m.to != by.chat)
        return set_down(scene, _as("void", written), by=by, now=now) + Outcome(messages=heard)
    sent = withdrawable(referrals)
    written = replace(written, told={**written.told, "withdrawn": [str(one.ref) for one in sent]})
    consent = Consent(False, who, written.at, by.id, reason=reason)
    outcome = advance(
        scene,
        Action.REFUSE,
        _as("refused", written),
        by=by,
        profile=profile,
        now=now,
        handling=replace(scene.case.handling, consent=consent, override=None),
        event=EventKind.CONSENT_REFUSED,
    )
    here = replace(scene, case=moved(outcome), actor=by).with_args(who=says(f"signer-{who}"))
    outcome += Outcome(messages=_heard(here, who, by=by))
    return outcome + _stopped(here, sent, by=by, now=now)


def _heard(scene: Scene, who: Signer, *, by: Staff) -> tuple[Message, ...]:
    rows = ("refused_child", "refused_child_head") if needs_attention(scene.case, who) else ()
    messages = tuple(m for row in rows for m in write(ALSO_LEADS[row], scene))
    messages = messages or tell(EventKind.CONSENT_REFUSED, scene)
    first = {message.to: message for message in reversed(messages) if message.to != by.chat}
    return tuple(first.values())


def withdrawable(referrals: Iterable[Referral]) -> tuple[Referral, ...]:
    """The referrals that consent had allowed and that nobody has received yet."""
    return tuple(one for one in referrals if one.state is ReferralState.SENT and not one.handover)


def _stopped(scene: Scene, sent: Iterable[Referral], *, by: Staff, now: datetime) -> Outcome:
    """What consent had allowed: referrals that nobody has received are withdrawn, visits end below TINGGI."""
    gone = tuple(replace(one, state=ReferralState.WITHDRAWN, ended_at=now) for one in sent)
    outcome = Outcome(referrals=gone, reminders=tuple(Reminder(Clock.REFERRAL, one.ref, None) for one in gone))
    visit, alert = scene.visit, scene.alert
    in_danger = scene.case.gravity == "TINGGI" or (alert is not None and alert.calls_for_help)
    if visit is None or in_danger:
        return outcome
    over = replace(visit, state=VisitState.CANCELLED)
    outcome += Outcome(visits=(over,), reminders=(Reminder(Clock.VISIT, over.ref, None),))
    if scene.missed is not None:
        outcome += visit_answered(replace(scene, visit=over), by=by, now=now)
    return outcome


def grounds(case: Case) -> tuple[Ground, ...]:
    """The exceptions that there can be in this case: to save a life, a child's guardian refuses, a duty by law."""
    duty = police.is_open(case) or police.must_report(case)
    return tuple(one for one in Ground if ground_holds(case, one) and (one is not Ground.LAW or duty))


def ask_override(
    scene: Scene, written: Written, *, ground: Ground, reason: str, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """A wish to go on although consent was refused. It counts once another who answers for the unit has agreed.

    Raises NeedsReason, NeedsGround where there is no such exception, WrongMoment while another wish waits.
    """
    case = scene.case
    allow(Action.OVERRIDE, by=by, case=case)
    wish, consent = case.handling.override, case.handling.consent
    if wish is not None or consent is None or consent.agreed:
        raise WrongMoment
    if not reason.strip():
        raise NeedsReason
    if ground not in grounds(case):
        raise NeedsGround
    outcome = advance(
        scene,
        Action.OVERRIDE,
        _as("asked", replace(written, steps=())),
        by=by,
        profile=profile,
        now=now,
        handling=replace(case.handling, override=Override(ground, reason, by.id, now)),
        event=EventKind.OVERRIDE_ASKED,
    )
    here = asking(replace(scene, case=moved(outcome), actor=by))
    nobody = not any(person.reachable for person in audience(Audience.DECIDERS, here))
    key = "override-nobody" if nobody else "override-waits"
    waits = Message(by.chat, says(key, number=case.number))
    return outcome + Outcome(messages=(waits, *tell(EventKind.OVERRIDE_ASKED, here)))


def asking(scene: Scene) -> Scene:
    """What the second person must know; the reason goes to nobody else."""
    wish = scene.case.handling.override
    assert wish is not None
    asker = scene.roster.by_id(wish.asked_by)
    name = asker.name if asker is not None else says("nobody-name")
    return scene.with_args(ground=says(f"ground-{wish.ground}"), asker=name, reason=wish.reason)


def agree(
    scene: Scene, written: Written, *, by: Staff, visit_ref: VisitRef, profile: Profile, now: datetime
) -> Outcome:
    """The second person agrees: handling goes on. Raises NeedsAnother for who asked, NeedsGround where its
    ground is gone, WrongMoment where nothing waits."""
    wish = _waiting(scene, Action.AGREE_OVERRIDE, by)
    if wish.ground not in grounds(scene.case):
        raise NeedsGround
    agreed = replace(wish, agreed_by=by.id, agreed_at=now)
    outcome = advance(
        scene,
        Action.AGREE_OVERRIDE,
        _as("agreed", replace(written, steps=())),
        by=by,
        profile=profile,
        now=now,
        handling=replace(scene.case.handling, override=agreed),
        event=EventKind.OVERRIDE_AGREED,
    )
    here = replace(scene, case=moved(outcome), actor=by)
    outcome += Outcome(messages=_answered(EventKind.OVERRIDE_AGREED, here, wish))
    return outcome + _visited_again(here, ref=visit_ref, profile=profile, now=now)


def deny(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The second person does not agree: the refusal stands. Raises as `agree` does."""
    wish = _waiting(scene, Action.DENY_OVERRIDE, by)
    outcome = advance(
        scene,
        Action.DENY_OVERRIDE,
        _as("denied", replace(written, steps=())),
        by=by,
        profile=profile,
        now=now,
        handling=replace(scene.case.handling, override=None),
        event=EventKind.OVERRIDE_DENIED,
    )
    here = replace(scene, case=moved(outcome), actor=by)
    return outcome + Outcome(messages=_answered(EventKind.OVERRIDE_DENIED, here, wish))


def _waiting(scene: Scene, action: Action, by: Staff) -> Override:
    allow(action, by=by, case=scene.case)
    wish = scene.case.handling.override
    if wish is None:
        raise WrongMoment
    if wish.asked_by == by.id:
        raise NeedsAnother
    return wish


def _answered(kind: EventKind, scene: Scene, wish: Override) -> tuple[Message, ...]:
    """Every card that asked for it is put right, and who asked hears the answer."""
    heard = tell(kind, scene)
    asker = scene.roster.by_id(wish.asked_by)
    if asker is None or not asker.active or any(message.to == asker.chat for message in heard):
        return heard
    return (*heard, Message(to=asker.chat, phrase=heard[-1].phrase))
