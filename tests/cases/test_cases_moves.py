"""Who may do what, from which status: the whole table, written down a second time by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.case import Case, Status
from cases.moves import MOVES, Action, allow
from cases.refusals import NotAllowed, WrongMoment
from cases.staff import Role, Staff
from tests.cases.stage import DANGER, Stage, staff

ALL = "duty_officer case_manager coordinator head"
OFFICERS = "duty_officer coordinator head"
MANAGERS = "case_manager coordinator head"
LEADS = "coordinator head"
OPEN = "unfinished reported confirmed assigned"
ANY = f"{OPEN} closed"

EXPECTED = {
    Action.TAKE: (ALL, OPEN),
    Action.DECLINE: (ALL, OPEN),
    Action.KEEP: (ALL, OPEN),
    Action.RETURN: (ALL, OPEN),
    Action.LOOK: (ALL, OPEN),
    Action.RECORD_OUTREACH: (ALL, OPEN),
    Action.CONFIRM: (OFFICERS, "unfinished reported"),
    Action.RAISE: (ALL, OPEN),
    Action.LOWER: (ALL, OPEN),
    Action.AGREE_LOWER: (OFFICERS, OPEN),
    Action.REFUSE_LOWER: (OFFICERS, OPEN),
    Action.ASSIGN: (LEADS, "confirmed assigned"),
    Action.CONTACT: (ALL, OPEN),
    Action.VISIT_DONE: (MANAGERS, OPEN),
    Action.VISIT_POSTPONE: (MANAGERS, OPEN),
    Action.VISIT_UNSAFE: (MANAGERS, OPEN),
    Action.CLOSE: (LEADS, "confirmed assigned"),
    Action.OFFER: (ALL, OPEN),
    Action.ACCEPT: (ALL, OPEN),
    Action.END: (OFFICERS, OPEN),
    Action.AGREE_END: (OFFICERS, OPEN),
    Action.REFUSE_END: (OFFICERS, OPEN),
    Action.STEP: (ALL, OPEN),
    Action.LEAVE: (ALL, OPEN),
    Action.SAFE: (ALL, ANY),
    Action.HELP: (ALL, ANY),
    Action.BACK: (ALL, ANY),
    Action.PROTECT: (ALL, OPEN),
    Action.POLICE_REPORTED: (ALL, ANY),
    Action.POLICE_EXCUSED: ("head", ANY),
}


def case_in(status: Status) -> Case:
    stage = Stage()
    stage.open(DANGER)
    return replace(stage.scene.case, status=status)


def answer(action: Action, by: Staff, case: Case) -> str:
    try:
        return "goes" if allow(action, by=by, case=case) is MOVES[action] else "?"
    except NotAllowed:
        return "not allowed"
    except WrongMoment:
        return "wrong moment"


def test_every_action_stands_in_the_table() -> None:
    assert set(MOVES) == set(Action) == set(EXPECTED)


@pytest.mark.parametrize("on_duty", [False, True], ids=["off duty", "on duty"])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", list(Action))
def test_role_by_action_by_status(action: Action, role: Role, on_duty: bool) -> None:
    roles, statuses = (words.split() for words in EXPECTED[action])
    may = role in roles or (on_duty and "duty_officer" in roles)
    for status in Status:
        expected = "not allowed" if not may else "goes" if status in statuses else "wrong moment"
        assert answer(action, staff(9, role, "Hadi", on_duty=on_duty), case_in(status)) == expected, status


@pytest.mark.parametrize("role", list(Role))
def test_who_has_left_may_nothing(role: Role) -> None:
    left = staff(9, role, "Hadi", on_duty=True, active=False)
    assert {answer(action, left, case_in(Status.CONFIRMED)) for action in Action} == {"not allowed"}


def test_where_a_move_leads() -> None:
    leads = {action: move.to for action, move in MOVES.items() if move.to}
    assert leads == {
        Action.CONFIRM: Status.CONFIRMED,
        Action.ASSIGN: Status.ASSIGNED,
        Action.CLOSE: Status.CLOSED,
    }
