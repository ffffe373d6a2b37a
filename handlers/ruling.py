"""What an officer does with the proposed decision (step 1.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import police, rulings
from cases.case import RISKS, Case
from cases.conditions import owes_only_information, relabelled
from cases.messages import Button, Lane, Message, Rows, Style
from cases.moves import Action, may
from cases.notices import Scene, card, tell
from cases.outcome import EventKind, Outcome
from cases.phrases import Phrase, says
from cases.proposing import proposal_rows
from cases.referral import Referral
from cases.refusals import NotAllowed
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.excluding import unsaid
from handlers.heard import Heard
from handlers.parties import gathered
from handlers.scenes import scene_of_case
from handlers.showing import may_judge, police_rows
from storage import Work
from triage.criteria import CRITERIA

BY_CODE = {criterion.code: criterion for criterion in CRITERIA}


def reasons(case: Case) -> tuple[Phrase, ...]:
    """Each criterion that fired, in words and with where it comes from; what no rule says stands first."""
    by_words = case.ruling is None and case.declared and not case.decision.emergency
    fired = (
        says("reason", code=code, words=BY_CODE[code].words.id, basis=BY_CODE[code].basis)
        for code in case.decision.criteria
    )
    return (*((says("reason-declared"),) if by_words else ()), *fired)


def decision_card(scene: Scene, *, to: Staff, referrals: tuple[Referral, ...] = ()) -> Message:
    """The proposed decision with its reasons, and what can be done with it; `referrals` are asked of others already."""
    case = scene.case
    decision = case.decision
    args = card(scene) | {
        "types": tuple(says(f"type-{kind}") for kind in case.types),
        "jurisdiction": says(f"jurisdiction-{decision.jurisdiction or 'none'}"),
        "routes": tuple(says(f"route-{code.replace('*', 'x')}") for code in _routes(case)) or says("nothing"),
        "reasons": reasons(case) or says("no-reasons"),
        "ruled": says("ruled-by-officer") if case.ruling else says("ruled-by-rules"),
        "status": says(f"status-{case.status}"),
        "police": police.standing(case),
    }
    rows = (*_buttons(scene, to), *proposal_rows(scene, referrals))
    return Message(to.chat, Phrase("decision-card", args), buttons=rows, protect=True)


def _routes(case: Case) -> tuple[str, ...]:
    """The letters that hold, in the order of the decision."""
    return ("f",) if relabelled(case) else tuple(route.code for route in case.decision.routes)


def _buttons(scene: Scene, staff: Staff) -> Rows:
    case = scene.case

    def press(action: Action, choice: str = "", style: Style = Style.PLAIN) -> Button:
        label = says(f"button-{action}" + (f"-{choice}" if choice else ""))
        return Button(label, action, ref=case.ref, version=case.version, choice=choice, style=style)

    rows: list[tuple[Button, ...]] = []
    if case.confirmed_at is None:
        rows.append((press(Action.CONFIRM, style=Style.SUCCESS),))
    if case.risk != "TINGGI" or not case.emergency:
        rows.append((press(Action.RAISE, style=Style.DANGER),))
    rows += police_rows(case)
    lower = [press(Action.LOWER, risk) for risk in RISKS[1:] if risk and RISKS.index(risk) < RISKS.index(case.risk)]
    if case.emergency:
        lower.append(press(Action.LOWER, "clear"))
    rows.extend((button,) for button in lower)
    if may(Action.RELABEL, by=staff, case=case) and not owes_only_information(case):
        rows.append((press(Action.RELABEL),))
    if may(Action.CLOSE, by=staff, case=case):
        rows.append((press(Action.CLOSE),))
    rows.append((press(Action.EXCLUDE),))
    return tuple(rows)


def judged_by(case: Case) -> list[Any]:
    """What a form is about to change: while the form was filled in, somebody else may have changed it."""
    return [case.risk, case.emergency, case.ruling.at.isoformat() if case.ruling else None]


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_judge(scene, staff):
        raise NotAllowed
    return Outcome(messages=(decision_card(scene, to=staff, referrals=await work.referrals(scene.case.ref)),))


def looked_at_another(heard: Heard, scene: Scene) -> bool:
    """Whether the card on which this was pressed showed the case as it was, not as it is (Primero #508)."""
    return heard.version != scene.case.version


def look_again(scene: Scene, *, to: Staff) -> Outcome:
    """Nothing is done; the decision is laid before them anew, as it stands now."""
    return Outcome(messages=(Message(to.chat, says("refusal-changed")), decision_card(scene, to=to)))


async def confirm(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_judge(scene, staff):
        raise NotAllowed
    if looked_at_another(heard, scene):
        return look_again(scene, to=staff)
    outcome = rulings.confirm(scene, by=staff, profile=world.profile, now=now)
    people = await gathered(work, scene, before=outcome, world=world, now=now)
    return unsaid(outcome + people, await work.roster())


async def agree(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To the very wish that was shown; where another one waits by now, that is shown first."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = rulings.agree(scene, by=staff, now=now)
    return _wish_again(scene, staff) if looked_at_another(heard, scene) else outcome


async def disagree(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = rulings.disagree(scene, by=staff, now=now)
    return _wish_again(scene, staff) if looked_at_another(heard, scene) else outcome


def _wish_again(scene: Scene, staff: Staff) -> Outcome:
    asked = tell(EventKind.LOWERING_ASKED, rulings.asking(scene))
    card_again = tuple(replace(message, lane=Lane.REPLY) for message in asked if message.to == staff.chat)
    return Outcome(messages=(Message(staff.chat, says("refusal-changed")), *card_again))
