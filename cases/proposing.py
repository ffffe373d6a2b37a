"""What the routes of a case ask for, laid before whoever may do it: a card, and rows of buttons for other cards."""

from __future__ import annotations

from collections.abc import Iterable

from cases.case import Case
from cases.messages import Button, Message, Rows, Style
from cases.moves import Action
from cases.moves import row as row_of
from cases.notices import Scene, card
from cases.phrases import Phrase, says
from cases.referral import Referral
from cases.refusals import Refusal
from cases.routing import Proposal, proposals, routes_now
from cases.staff import Staff


def proposal_rows(scene: Scene, referrals: Iterable[Referral] = ()) -> Rows:
    """One button for each route that nobody has been asked by yet; none before step 1.5 is confirmed."""
    case = scene.case
    return tuple((_button(scene, one),) for one in proposals(case, referrals) if _stands(_action(one), case))


def _stands(action: Action, case: Case) -> bool:
    """Whether the case lets it through at all: before 1.5 only an emergency does."""
    move = row_of(action, case)
    try:
        if move is not None and move.gate is not None:
            move.gate(case)
    except Refusal:
        return False
    return move is not None


def _action(one: Proposal) -> Action:
    return Action.ENTRUST if one.handover else Action.REFER


def _button(scene: Scene, one: Proposal) -> Button:
    action = _action(one)
    label = says(f"button-{action}-to", to=says(f"agency-{one.kind}"))
    case = scene.case
    return Button(label, str(action), ref=case.ref, version=case.version, choice=one.code, style=Style.PRIMARY)


def route_card(scene: Scene, *, to: Staff, referrals: Iterable[Referral] = ()) -> tuple[Message, ...]:
    """After confirmation: by which routes the case goes, and whom to ask; nothing where it is all the unit's own."""
    rows = proposal_rows(scene, referrals)
    if not rows:
        return ()
    routes = tuple(says(f"route-{code.replace('*', 'x')}") for code in sorted(routes_now(scene.case)))
    return (Message(to.chat, Phrase("route-card", card(scene) | {"routes": routes}), buttons=rows),)
