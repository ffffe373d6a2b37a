"""The buttons of a card: exactly what this person may do now, what comes next before all the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from cases.board import BoardCell, Lateness
from cases.case import HANDLED, Case, Status
from cases.deadlines import DOING, VISIT, open_steps
from cases.handling import RIGHTS, Consent, Done, Handling, OneSided, Override, Signer, Unilateral
from cases.handling import Ground as Why
from cases.moves import Action, allow, may
from cases.next_moves import ELSEWHERE, MOST, NEXT, first, others
from cases.refusals import Refusal
from cases.stages import COLUMNS, STAGES, counts, message, total
from tests.cases.stage import CITRA, EKA, FAJAR, HIGH, NOON, UNIT, Stage, check_words, profile
from tests.cases.walking import case_of, goes, held, steps_of

A, S = Action, Status
SIGNED = Consent(True, Signer.VICTIM, NOON, EKA.id, photo_id="x")
REFUSED = Consent(False, Signer.VICTIM, NOON, EKA.id, reason="takut")
DONE = tuple(Done(step, NOON, EKA.id) for step in ("2.1", "3.1", "3.2", "3.3", "4.1", "5.2", "5.7", "6.1", "6.3"))
HANDLINGS = {
    "new": Handling(),
    "signed": Handling(consent=SIGNED, rights=RIGHTS),
    "worked": Handling(consent=SIGNED, done=DONE),
    "refused": Handling(consent=REFUSED),
    "asked": Handling(
        consent=REFUSED,
        override=Override(Why.LIFE, "bahaya", EKA.id, NOON),
        one_sided=OneSided(Unilateral.REFUSES, "menolak", EKA.id, NOON),
    ),
}


def cases() -> list[Case]:
    """Every status with everything that may be written down in it, held by somebody or by nobody yet."""
    stage = Stage()
    stage.open(HIGH)
    found = [
        replace(case_of(stage), status=status, handling=handling, manager=EKA.id, confirmed_at=NOON, assigned_at=NOON)
        for status, handling in product(Status, HANDLINGS.values())
    ]
    return [*found, *(replace(case, manager=None) for case in found[::5])]


def test_no_button_is_ever_refused_and_none_that_is_allowed_is_missing() -> None:
    seen = 0
    for case, by in product(cases(), UNIT):
        near = first(case, by=by, profile=profile(), now=NOON)
        rest = others(case, by=by, profile=profile(), now=NOON)
        assert not {*near} & {*rest}
        assert len(near) <= MOST
        allowed = {action for action in Action if action not in ELSEWHERE and may(action, by=by, case=case)}
        assert {*near, *rest} == allowed
        seen += len(allowed)
    assert seen > 3000


def test_what_is_open_comes_first() -> None:
    for case in cases():
        steps = [one.step for one in open_steps(case, profile=profile(), now=NOON) if one.step != VISIT]
        near = first(case, by=CITRA, profile=profile(), now=NOON)
        wanted = [DOING[step] for step in steps if may(DOING[step], by=CITRA, case=case)][:2]
        asked = [a for a in near if a in (A.AGREE_OVERRIDE, A.DENY_OVERRIDE, A.AGREE_ONE_SIDED, A.DENY_ONE_SIDED)]
        assert list(near[len(asked) : len(asked) + len(wanted)]) == wanted


def test_who_asked_does_not_get_the_button_to_agree() -> None:
    wish = HANDLINGS["asked"]
    assert wish.override is not None
    own = replace(wish, override=replace(wish.override, asked_by=CITRA.id))
    case = replace(case_of(held(HIGH)), status=S.REFUSED, handling=own)
    assert A.AGREE_OVERRIDE not in first(case, by=CITRA, profile=profile(), now=NOON)


def test_who_has_nothing_to_do_with_it_has_no_button_that_moves_it() -> None:
    case = case_of(held())
    assert first(case, by=FAJAR, profile=profile(), now=NOON) == ()
    hidden = replace(case, excluded=(EKA.id,))
    assert first(hidden, by=EKA, profile=profile(), now=NOON) == ()
    assert others(hidden, by=EKA, profile=profile(), now=NOON) == ()


def test_rights_that_were_told_are_not_asked_for_again() -> None:
    case = replace(case_of(held()), status=S.MET)
    told = replace(case, handling=replace(case.handling, rights=RIGHTS))
    assert A.TELL_RIGHTS in first(case, by=EKA, profile=profile(), now=NOON)
    assert A.TELL_RIGHTS not in first(told, by=EKA, profile=profile(), now=NOON)


@pytest.mark.parametrize("status", [s for s in S if s in HANDLED - {S.REFUSED}])
def test_whoever_holds_a_case_always_has_something_to_do(status: Status) -> None:
    stage = goes(held(), status)
    assert DOING[steps_of(stage)[0].step] in first(case_of(stage), by=EKA, profile=profile(), now=stage.now)
    assert NEXT[status]


def test_every_status_and_lateness_has_its_place_on_the_board() -> None:
    placed = [status for statuses in STAGES.values() for status in statuses]
    assert sorted(placed) == sorted(set(Status) - {S.CLOSED})
    assert sorted(one for column in COLUMNS.values() for one in column) == sorted(Lateness)


def test_the_board_counts_each_case_once() -> None:
    cells = [BoardCell(s, late, 1) for s, late in product(set(Status) - {S.CLOSED}, Lateness)]
    found = counts(cells)
    assert total(found) == len(cells)
    assert total(found, "long", "late") == 2 * (len(Status) - 1)
    told = message(CITRA, found, unheld=2, profile=profile(), now=NOON)
    assert len([b for row in told.buttons for b in row]) == len(STAGES) + 1
    check_words(told, NOON)


def test_an_empty_board_has_no_buttons() -> None:
    assert message(CITRA, counts(()), unheld=0, profile=profile(), now=NOON).buttons == ()


def test_a_refusal_is_what_hides_a_button() -> None:
    with pytest.raises(Refusal):
        allow(A.MEET, by=FAJAR, case=case_of(held()))
    assert not may(A.MEET, by=FAJAR, case=case_of(held()))
