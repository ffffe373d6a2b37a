"""What is written down of the answer on paper (1.10), and the exceptions for which two people answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import consenting
from cases.advancing import Written
from cases.conditions import is_child
from cases.entry import EntryKind, EntryRef
from cases.handling import Ground, Signer
from cases.messages import Lane, Message
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import EventKind, Outcome
from cases.phrases import says
from cases.referral import ReferralState
from cases.refusals import NeedsGround, NeedsGuardian, WrongMoment
from cases.staff import Staff
from cases.visit import VisitRef
from handlers.conversation.engine import World
from handlers.conversation.entry_steps import words_of
from handlers.entries import Filled, Start, begin_entry, finishes, starts, with_receipt
from handlers.heard import Heard
from handlers.meeting import hint, press
from handlers.refs import new_ref
from handlers.ruling import looked_at_another
from handlers.scenes import scene_of_case
from storage import Work


def _of_signing(scene: Scene) -> Mapping[str, Any]:
    """A child's form has one signature that counts: that of the guardian."""
    case = scene.case
    known: dict[str, Any] = {"explained": case.handling.last("1.9") is not None}
    if is_child(case):
        guardian = case.handling.guardian
        known |= {"child": True, "guardian": guardian.name if guardian is not None else ""}
    return known


async def start_consent(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """A child without a guardian who may sign gets one first: the button for it stands beneath what is missing."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    try:
        return begin_entry("consent", Action.CONSENT, scene, staff, world, now, **_of_signing(scene))
    except NeedsGuardian as missing:
        buttons = ((press(Action.NAME_GUARDIAN, scene),),)
        return Outcome(messages=(Message(staff.chat, missing.phrase, buttons=buttons),))


async def _signed(filled: Filled) -> Outcome:
    """Signing tells of 1.9 too, where it was not written down before: nobody signs what was not explained."""
    answers = filled.answers
    if answers.get("csexpl") == "belum":
        return hint(filled, "consent-unexplained", Action.EXPLAIN)
    steps = ("1.10",) if answers.get("explained") else ("1.9", "1.10")
    photo = answers.get("csphoto")
    outcome = consenting.sign(
        filled.scene,
        filled.written(EntryKind.CONSENT, when="cswhen", steps=steps),
        signer=Signer(answers["cssign"]),
        scope=answers.get("csscope") or (),
        photo_id=str(photo["file_id"]) if isinstance(photo, Mapping) else "",
        visit_ref=VisitRef(new_ref()),
        **filled.given,
    )
    return filled.received(outcome)


async def _refused(filled: Filled) -> Outcome:
    """Refused, or taken back; of the alleged offender's it is said what to do instead."""
    answers, case = filled.answers, filled.scene.case
    offender = answers.get("ncwho") == "pelaku" or answers.get("ncoff") == "ya"
    referrals = await filled.work.referrals(case.ref)
    outcome = consenting.refuse(
        filled.scene,
        filled.written(EntryKind.CONSENT, when="ncwhen"),
        who=Signer.OFFENDER if offender else Signer(answers["ncwho"]),
        reason=words_of(answers.get("ncwhy")),
        referrals=referrals,
        **filled.given,
    )
    received = filled.received(outcome)
    if offender:
        return received + hint(
            filled, "refused-void", *((Action.NAME_GUARDIAN,) if is_child(case) else ()), Action.CONSENT
        )
    refused = replace(filled, scene=replace(filled.scene, case=outcome.cases[-1]))
    received += hint(refused, "refused-then", *((Action.OVERRIDE,) if consenting.grounds(outcome.cases[-1]) else ()))
    there = sum(one.state is ReferralState.RECEIVED for one in referrals)
    if there:
        said = says("refused-referrals", number=case.number, count=there)
        received += Outcome(messages=(Message(filled.staff.chat, said),))
    return received


async def start_override(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Only the grounds that there are in this case are offered. Raises NeedsGround where there is none."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.OVERRIDE, by=staff, case=scene.case)
    if scene.case.handling.override is not None:
        raise WrongMoment
    grounds = [str(ground) for ground in consenting.grounds(scene.case)]
    if not grounds:
        raise NeedsGround
    return begin_entry("override", Action.OVERRIDE, scene, staff, world, now, grounds=grounds)


async def _asked(filled: Filled) -> Outcome:
    outcome = consenting.ask_override(
        filled.scene,
        filled.written(EntryKind.CONSENT),
        ground=Ground(filled.answers["ovground"]),
        reason=words_of(filled.answers.get("ovwhy")),
        **filled.given,
    )
    return filled.received(outcome)


async def agree(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To the very wish that was shown; where another one waits by now, that is shown first."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = consenting.agree(
        scene, _answer(now), by=staff, visit_ref=VisitRef(new_ref()), profile=world.profile, now=now
    )
    return _wish_again(scene, staff) if looked_at_another(heard, scene) else with_receipt(outcome, scene, staff)


async def deny(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = consenting.deny(scene, _answer(now), by=staff, profile=world.profile, now=now)
    return _wish_again(scene, staff) if looked_at_another(heard, scene) else with_receipt(outcome, scene, staff)


def _answer(now: datetime) -> Written:
    return Written(EntryRef(new_ref()), EntryKind.CONSENT, now)


def _wish_again(scene: Scene, staff: Staff) -> Outcome:
    asked = tell(EventKind.OVERRIDE_ASKED, consenting.asking(scene))
    again = tuple(replace(message, lane=Lane.REPLY) for message in asked if message.to == staff.chat)
    return Outcome(messages=(Message(staff.chat, says("refusal-changed")), *again))


PRESSES: dict[str, Start] = {
    Action.CONSENT: start_consent,
    Action.REFUSE: starts(Action.REFUSE),
    Action.OVERRIDE: start_override,
    Action.AGREE_OVERRIDE: agree,
    Action.DENY_OVERRIDE: deny,
}

FINISH = {
    "consent": finishes(Action.CONSENT, _signed),
    "refuse": finishes(Action.REFUSE, _refused),
    "override": finishes(Action.OVERRIDE, _asked),
}
