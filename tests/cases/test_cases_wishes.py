"""What waits for a second person is brought up again to all who may answer it, until somebody has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cases import consenting, one_sided, wishes
from cases.case import Status
from cases.digest import to_answer
from cases.handling import Ground, OneSided, Override, Signer, Unilateral
from cases.outcome import Clock, EventKind, Outcome
from cases.wishes import Wish
from tests.cases.stage import CITRA, DANGER, DEWI, EKA, NOON, Stage, keys_to, profile, wish_to_end
from tests.cases.test_cases_completeness import SIGNED, S, at, case_of, do

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: Monday noon in Luwu Utara is NOON; Friday evening, and the hours between.
EVENING, NIGHT, FRIDAY = NOON + 8 * HOUR, NOON + 11 * HOUR, NOON + 4 * DAY


def refused() -> Stage:
    """Consent was refused while the risk is high, and Eka wants to go on."""
    stage = at(S.REFUSED, facts=DANGER, consent=replace(SIGNED, agreed=False, photo_id=""))
    stage.do(consenting.ask_override, EKA, written=stage.written(), ground=Ground.LIFE, reason="terancam")
    return stage


def ending() -> Stage:
    stage = at(S.PLANNED)
    wish_to_end(stage)
    return stage


def at_marks(kind: Wish, asked_at: datetime, *, days: int = 8) -> list[str]:
    """The moments at which it is said by a message of its own, as hours on the unit's clock."""
    wish = Override(Ground.LAW, "x", EKA.id, asked_at)
    end = OneSided(Unilateral.REFUSES, "x", EKA.id, asked_at)
    asked = wish if kind is Wish.OVERRIDE else end
    now, found = asked_at, []
    while (now := wishes.next_ring(kind, asked, profile=profile(), now=now)) < asked_at + days * DAY:
        if wishes.is_told(kind, asked, profile=profile(), now=now):
            found.append(f"{profile().local(now):%a %H.%M}")
    return found


@pytest.mark.parametrize(
    ("kind", "asked_at", "told"),
    [
        # An exception: at its marks, by night too, and on mornings on which there is no digest.
        (Wish.OVERRIDE, NOON, ["Mon 13.00", "Mon 16.00", "Sat 07.30", "Sun 07.30"]),
        (Wish.OVERRIDE, NIGHT, ["Tue 00.00", "Tue 03.00", "Sat 07.30", "Sun 07.30"]),
        (Wish.OVERRIDE, FRIDAY, ["Fri 13.00", "Fri 16.00", "Sat 07.30", "Sun 07.30"]),
        # Paperwork: once, by day, on a working day, and not where the digest has said it.
        (Wish.ONE_SIDED, NOON, ["Mon 16.00"]),
        (Wish.ONE_SIDED, EVENING, []),
        (Wish.ONE_SIDED, FRIDAY, ["Fri 16.00"]),
        (Wish.ONE_SIDED, FRIDAY + 8 * HOUR, []),
    ],
)
def test_when_it_is_said_by_itself(kind: Wish, asked_at: datetime, told: list[str]) -> None:
    assert at_marks(kind, asked_at, days=7) == told


def test_the_row_stands_until_it_is_answered_and_who_asked_hears_nothing() -> None:
    for stage, key in ((refused(), "override-still"), (ending(), "one-sided-still")):
        heard = stage.wait(hours=5)
        assert key in keys_to(heard, CITRA)
        assert key in keys_to(heard, DEWI)
        assert key not in keys_to(heard, EKA)
        stage.wait(days=9)
        assert stage.at(Clock.WISH) is not None


def agree(stage: Stage) -> Outcome:
    return stage.do(consenting.agree, CITRA, written=stage.written(), visit_ref=stage.visit_ref())


def signed_after_all(stage: Stage) -> Outcome:
    given = {"signer": Signer.VICTIM, "scope": (), "photo_id": "p", "visit_ref": stage.visit_ref()}
    return stage.do(consenting.sign, EKA, written=stage.written(), **given)


ANSWERS: list[tuple[Callable[[], Stage], Callable[[Stage], Outcome]]] = [
    (refused, agree),
    (refused, lambda stage: do(stage, consenting.deny, CITRA)),
    (refused, signed_after_all),
    (ending, lambda stage: do(stage, one_sided.agree, CITRA)),
    (ending, lambda stage: do(stage, one_sided.deny, DEWI)),
]


@pytest.mark.parametrize(("asked", "answer"), ANSWERS)
def test_answered_it_is_brought_up_no_more(asked: Callable[[], Stage], answer: Callable[[Stage], Outcome]) -> None:
    stage = asked()
    stage.wait(minutes=30)
    assert stage.at(Clock.WISH) is not None
    answer(stage)
    assert stage.at(Clock.WISH) is None
    assert not wishes.waiting(case_of(stage))
    assert not [one for one in stage.wait(days=3) if one.phrase.key.endswith("-still")]


def test_what_rings_after_all_says_nothing() -> None:
    """The row of a case that was joined, or whose wish somebody has cleared beside the book, ends by itself."""
    stage = ending()
    stage.case = replace(case_of(stage), handling=replace(case_of(stage).handling, one_sided=None))
    assert stage.ring(Clock.WISH, "c|onesided") == Outcome()


def test_the_case_that_is_put_away_takes_it_along() -> None:
    assert [(one.clock, one.due_at) for one in wishes.put_away(case_of(ending()))] == [(Clock.WISH, None)]


def test_the_morning_names_it_to_who_may_answer() -> None:
    stage = ending()
    case, monday = case_of(stage), stage.now
    assert [item.wish for item in to_answer(case, CITRA.id, profile=profile(), now=monday)] == [Wish.ONE_SIDED]
    assert to_answer(case, EKA.id, profile=profile(), now=monday) == ()
    assert to_answer(case, CITRA.id, profile=profile(), now=monday + 5 * DAY) == ()
    assert to_answer(replace(case, status=Status.CLOSED), CITRA.id, profile=profile(), now=monday) == ()


def test_it_stands_in_the_history_that_it_was_brought_up() -> None:
    stage = refused()
    stage.now += HOUR
    (event,) = stage.ring(Clock.WISH, "c|override").events
    assert event.kind is EventKind.OVERRIDE_RANG
