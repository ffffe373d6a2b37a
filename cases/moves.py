"""What may be done to a case, from which status, and by whom: one table, asked before every move.

Being on duty counts as a role of its own: whoever is on duty may do what a duty officer may.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cases.case import Case, Status
from cases.refusals import NotAllowed, WrongMoment
from cases.staff import Role, Staff


class Action(StrEnum):
    TAKE = "take"
    DECLINE = "decline"
    KEEP = "keep"
    RETURN = "return"
    LOOK = "look"
    RECORD_OUTREACH = "outreach"
    CONFIRM = "confirm"
    RAISE = "raise"
    LOWER = "lower"
    AGREE_LOWER = "agree"
    REFUSE_LOWER = "disagree"
    ASSIGN = "assign"
    CONTACT = "contact"
    VISIT_DONE = "visited"
    VISIT_POSTPONE = "postpone"
    VISIT_UNSAFE = "unsafe"
    CLOSE = "close"


OFFICERS = frozenset({Role.DUTY_OFFICER, Role.COORDINATOR, Role.HEAD})
LEADS = frozenset({Role.COORDINATOR, Role.HEAD})
EVERYONE = frozenset(Role) - {Role.ADMIN}
MANAGERS = frozenset({Role.CASE_MANAGER, Role.COORDINATOR, Role.HEAD})

OPEN = frozenset(Status) - {Status.CLOSED}
UNCONFIRMED = frozenset({Status.UNFINISHED, Status.REPORTED})
CONFIRMED = frozenset({Status.CONFIRMED, Status.ASSIGNED})


@dataclass(frozen=True)
class Move:
    """Who may do this, and from which statuses; `to` is where it leads, if it changes the status."""

    roles: frozenset[Role]
    source: frozenset[Status]
    to: Status | None = None


MOVES: dict[Action, Move] = {
    Action.TAKE: Move(EVERYONE, OPEN),
    Action.DECLINE: Move(EVERYONE, OPEN),
    Action.KEEP: Move(EVERYONE, OPEN),
    Action.RETURN: Move(EVERYONE, OPEN),
    Action.LOOK: Move(EVERYONE, OPEN),
    Action.RECORD_OUTREACH: Move(EVERYONE, OPEN),
    Action.CONFIRM: Move(OFFICERS, UNCONFIRMED, Status.CONFIRMED),
    Action.RAISE: Move(OFFICERS | MANAGERS, OPEN),
    # Who visits rates the risk again; from TINGGI or an emergency it is only a wish, which an officer must agree to.
    Action.LOWER: Move(OFFICERS | MANAGERS, OPEN),
    Action.AGREE_LOWER: Move(OFFICERS, OPEN),
    Action.REFUSE_LOWER: Move(OFFICERS, OPEN),
    Action.ASSIGN: Move(LEADS, CONFIRMED, Status.ASSIGNED),
    Action.CONTACT: Move(EVERYONE, OPEN),
    Action.VISIT_DONE: Move(MANAGERS, OPEN),
    Action.VISIT_POSTPONE: Move(MANAGERS, OPEN),
    Action.VISIT_UNSAFE: Move(MANAGERS, OPEN),
    Action.CLOSE: Move(LEADS, frozenset({Status.CONFIRMED, Status.ASSIGNED}), Status.CLOSED),
}


def allow(action: Action, *, by: Staff, case: Case) -> Move:
    """The row of the table, if this person may do that now; else NotAllowed or WrongMoment."""
    move = MOVES[action]
    may = by.role in move.roles or (by.on_duty and Role.DUTY_OFFICER in move.roles)
    if not (by.active and may):
        raise NotAllowed
    if case.status not in move.source:
        raise WrongMoment
    return move
