"""The morning's message: what is due and late by its urgency; one instead of ten, and none for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.case import CaseNumber, CaseRef, Status
from cases.digest import Held, Item, Part, is_morning, items_of, next_digest
from cases.digest_words import MOST, Line, Unit, digest
from cases.handling import Postponed
from cases.messages import Message
from cases.moves import Action
from cases.outcome import EventKind
from tests.cases.stage import CITRA, EKA, HIGH, Stage, check_words, profile
from tests.cases.walking import case_of, goes, held, moves

A, S = Action, Status
DAY = timedelta(days=1)


def morning(stage: Stage, days: int) -> datetime:
    """The hour of the message, so many days after the first."""
    local = profile().local(stage.now) + days * DAY
    return datetime.combine(local.date(), profile().digest_at, tzinfo=profile().zone)


def at(stage: Stage, days: int, *, unconfirmed: int = 0) -> list[str]:
    """The lines of that morning: part and step."""
    here = Held(case_of(stage), stage.visit, unconfirmed)
    return [
        f"{item.part.name} {item.step.step if item.step else ''}".strip()
        for item in items_of(here, profile=stage.profile, now=morning(stage, days))
    ]


def test_a_contact_is_told_on_its_day_and_while_it_is_late() -> None:
    stage = held()  # Monday noon; the contact until Tuesday noon, the first visit next Monday
    assert at(stage, 1) == ["SAFETY 1.8"]
    assert at(stage, 2) == ["SAFETY_LATE 1.8"]
    assert at(stage, 7) == ["SAFETY_LATE 1.8", "SAFETY 5.2"]
    assert at(stage, 8) == ["SAFETY_LATE 1.8", "SAFETY_LATE 5.2"]


def test_paperwork_is_told_on_its_day_and_not_on_days_off() -> None:
    stage = goes(held(), S.MET)  # 1.9 until Tuesday evening
    assert at(stage, 1) == ["TODAY 1.9"]
    assert at(stage, 2) == ["LATE 1.9"]
    assert at(stage, 5) == []  # Saturday
    stage.profile = profile().with_days_off((profile().local(stage.now).date() + DAY,))
    assert at(stage, 1) == []
    assert at(stage, 2) == ["TODAY 1.9"]


def test_a_week_of_services_is_asked_after_before_its_end() -> None:
    stage = goes(held(), S.PLANNED)
    visits = [at(stage, day) for day in range(9)]
    told = [[line for line in lines if "5.2" not in line] for lines in visits]
    # Day 5 is a Saturday, and is told on Monday with the end.
    assert told == [[], [], [], [], [], [], [], ["TODAY 4.1"], ["LATE 4.1"]]
    stage.profile = replace(profile(), workdays=frozenset(range(1, 8)))
    assert [line for line in at(stage, 5) if "5.2" not in line] == ["ASK 4.1"]


def test_accompaniment_asks_to_go_on_or_to_end() -> None:
    stage = goes(held(), S.PLANNED)
    moves(stage, A.SERVE)
    moves(stage, A.DOCUMENT)
    asked = [day for day in range(1, 95) if "ASK 4.4" in at(stage, day)]
    # Days 25, 55 and 85, or the next working day.
    assert asked == [25, 56, 85]


def test_what_was_put_off_is_not_told_until_its_day() -> None:
    stage = goes(held(), S.MET)
    until = profile().local(stage.now).date() + 3 * DAY
    off = Postponed("1.9", until, "korban", EKA.id, stage.now)
    stage.case = replace(case_of(stage), handling=replace(case_of(stage).handling, postponed=(off,)))
    assert [at(stage, day) for day in (1, 2, 3)] == [[], [], ["LATE 1.9"]]


def test_whoever_did_not_confirm_a_referral_is_asked_after() -> None:
    assert at(held(), 0, unconfirmed=2) == ["WAITING"]
    assert at(held(), 5, unconfirmed=2) == ["SAFETY_LATE 1.8"]


def items(stage: Stage, count: int, days: int = 2) -> list[Item]:
    found: list[Item] = []
    for nth in range(count):
        case = replace(case_of(stage), ref=CaseRef(f"c{nth}"), number=CaseNumber(f"LU-2026-{nth:04}"))
        found += items_of(Held(case), profile=profile(), now=morning(stage, days))
    return found


def lines_of(message: Message) -> list[str]:
    told = message.phrase.args["lines"]
    assert isinstance(told, tuple)
    return [phrase.key for phrase in told]


def test_nothing_to_say_is_not_said() -> None:
    stage = held()
    now = morning(stage, 1)
    assert digest(EKA, [], profile=profile(), now=now).messages == ()
    assert digest(CITRA, [], unit=Unit(), profile=profile(), now=now).messages == ()


def test_one_message_with_so_many_lines_and_buttons_that_open() -> None:
    stage = goes(held(), S.MET)
    (message,) = digest(EKA, items(stage, 40), profile=profile(), now=morning(stage, 2)).messages
    lines = lines_of(message)
    assert lines.count("digest-line") == MOST
    assert lines[0] == "digest-late"
    assert lines[-1] == "digest-more"
    opens = [button for row in message.buttons for button in row if button.action == "open"]
    assert len(opens) == 8
    assert {button.ref for button in opens} <= {f"c{nth}" for nth in range(40)}
    check_words(message, stage.now)


def test_what_is_worst_comes_first() -> None:
    stage, late = held(), goes(held(), S.MET)
    now = morning(stage, 2)
    calm = items_of(Held(replace(case_of(late), ref=CaseRef("b"))), profile=profile(), now=now)
    grave = items_of(Held(replace(case_of(stage), declared=True, ruling=None)), profile=profile(), now=now)
    (message,) = digest(EKA, [*calm, *grave], profile=profile(), now=now).messages
    assert lines_of(message) == ["digest-safety-late", "digest-line", "digest-late", "digest-line"]
    assert [item.part for item in (*grave, *calm)] == [Part.SAFETY_LATE, Part.LATE]


def test_who_answers_hears_of_the_unit_on_working_days() -> None:
    stage = held()
    line = Line(CaseRef("z"), CaseNumber("LU-2026-0009"), S.PLANNED, "TINGGI", stage.now - 5 * DAY, "Eka")
    unit = Unit(late=12, unassigned=3, lines=(line,))
    (message,) = digest(CITRA, [], unit=unit, profile=profile(), now=morning(stage, 1)).messages
    assert lines_of(message) == ["digest-unit", "digest-unit-line"]
    assert {b.action for row in message.buttons for b in row} == {"open", "my-cases", "board"}
    check_words(message, stage.now)
    assert digest(CITRA, [], unit=unit, profile=profile(), now=morning(stage, 5)).messages == ()


def test_on_a_day_off_only_for_safety_that_is_due() -> None:
    stage = goes(held(HIGH), S.MET)  # its visits: Tuesday, Thursday, next Monday
    saturday, sunday = (morning(stage, day) for day in (5, 6))
    visit = replace(stage.visit, due_on=saturday.date()) if stage.visit else None
    here = Held(case_of(stage), visit, unconfirmed=1)
    for now, said in ((saturday, 1), (sunday, 0)):
        found = items_of(here, profile=profile(), now=now)
        assert len(digest(EKA, found, profile=profile(), now=now).messages) == said


def test_a_visit_that_is_named_is_kept_as_brought_to_mind() -> None:
    stage = goes(held(), S.MET)
    found = items_of(Held(case_of(stage), stage.visit), profile=profile(), now=morning(stage, 7))
    outcome = digest(EKA, found, profile=profile(), now=morning(stage, 7))
    assert stage.visit is not None
    assert [(e.kind, e.told) for e in outcome.events] == [
        (EventKind.VISIT_RANG, {"visit": stage.visit.ref, "stage": "digest"})
    ]


def test_no_name_no_place_no_kind() -> None:
    stage = goes(held(), S.MET)
    outcome = digest(EKA, items(stage, 3), profile=profile(), now=morning(stage, 2))
    said = repr(outcome.messages)
    assert "Masamba" not in said
    assert "type-" not in said
    assert all(message.protect for message in outcome.messages)


HOURS = (("02 07:29", "02 07:30", False), ("02 07:30", "03 07:30", True), ("02 14:00", "03 07:30", True))


@pytest.mark.parametrize(("now", "coming", "told"), [*HOURS, ("02 22:00", "03 07:30", False)], ids=str)
def test_the_hour_of_the_morning(now: str, coming: str, told: bool) -> None:
    here, then = (datetime.fromisoformat(f"2026-03-{said}").replace(tzinfo=profile().zone) for said in (now, coming))
    assert next_digest(profile(), now=here.astimezone(UTC)).due_at == then
    assert is_morning(profile(), now=here.astimezone(UTC)) is told


def test_every_step_has_a_short_name() -> None:
    from bot.words import keys
    from cases.deadlines import DOING

    for language in ("id", "en"):
        assert {f"step-{step.replace('.', '-')}" for step in DOING} <= keys(language)
        assert {f"digest-{part.name.lower().replace('_', '-')}" for part in Part} <= keys(language)
