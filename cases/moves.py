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
    OFFER = "offer"
    ACCEPT = "accept"
    END = "end"
    AGREE_END = "agreeend"
    REFUSE_END = "disagreeend"
    STEP = "step"
    LEAVE = "leave"
    SAFE = "safe"
    HELP = "help"
    BACK = "back"
    PROTECT = "protect"
    POLICE_REPORTED = "police"
    POLICE_EXCUSED = "excuse"


OFFICERS = frozenset({Role.DUTY_OFFICER, Role.COORDINATOR, Role.HEAD})
LEADS = frozenset({Role.COORDINATOR, Role.HEAD})
EVERYONE = frozenset(Role) - {Role.ADMIN}
MANAGERS = frozenset({Role.CASE_MANAGER, Role.COORDINATOR, Role.HEAD})

ANY = frozenset(Status)
OPEN = ANY - {Status.CLOSED}
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
    Action.OFFER: Move(EVERYONE, OPEN),
    Action.ACCEPT: Move(EVERYONE, OPEN),
    # To end an alert without outreach takes two; neither needs to hold it.
    Action.END: Move(OFFICERS, OPEN),
    Action.AGREE_END: Move(OFFICERS, OPEN),
    Action.REFUSE_END: Move(OFFICERS, OPEN),
    Action.STEP: Move(EVERYONE, OPEN),
    Action.LEAVE: Move(EVERYONE, OPEN),
    # Whoever is out there is asked and heard, whatever becomes of the case meanwhile.
    Action.SAFE: Move(EVERYONE, ANY),
    Action.HELP: Move(EVERYONE, ANY),
    Action.BACK: Move(EVERYONE, ANY),
    Action.PROTECT: Move(EVERYONE, OPEN),
    # UU 12/2022 Ps 41: the duty does not end with the case.
    Action.POLICE_REPORTED: Move(OFFICERS | MANAGERS, ANY),
    Action.POLICE_EXCUSED: Move(frozenset({Role.HEAD}), ANY),
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
