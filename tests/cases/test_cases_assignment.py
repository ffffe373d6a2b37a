"""A case manager for every case, the first contact in time, and the end of a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases import assignment, closing, contact, duty, rulings
from cases.alert import Cause
from cases.case import Contact, Status
from cases.messages import Lane
from cases.moves import Action
from cases.outcome import Clock, Outcome
from cases.phrases import says
from cases.refusals import HelpIsOut, NotAllowed, WrongMoment
from cases.staff import Staff
from cases.visit import VisitState
from tests.cases.stage import (
    ANI,
    CALM,
    CITRA,
    DANGER,
    DEWI,
    EKA,
    FAJAR,
    GITA,
    HIGH,
    NOON,
    Stage,
    keys_to,
    shut,
    told_of,
)
from triage.facts import Facts


def confirmed(facts: Facts = CALM) -> Stage:
    stage = Stage()
    stage.open(facts, Cause.REPORT)
    stage.do(rulings.confirm, ANI)
    return stage


def give(stage: Stage, manager: Staff, by: Staff = CITRA) -> Outcome:
    return stage.do(assignment.assign, by, manager=stage.who(manager), visit_ref=stage.visit_ref())


def test_the_leads_are_reminded_until_somebody_holds_it() -> None:
    stage = confirmed()
    rings = [stage.now for _ in range(300) for m in stage.wait(minutes=1) if m.phrase.key == "assignment-due"]
    minutes = [(at - NOON) / timedelta(minutes=1) for at in rings]
    assert minutes == [60, 100, 120, 240]
    assert told_of(tuple(stage.said), "assignment-due") == {"Citra"}
    give(stage, EKA)
    assert stage.at(Clock.ASSIGNMENT) is None


def test_a_late_scheduler_reminds_once() -> None:
    assert keys_to(confirmed().wait(days=4, late=True), CITRA).count("assignment-due") == 1


@pytest.mark.parametrize(("by", "manager"), [(CITRA, EKA), (DEWI, EKA), (CITRA, CITRA)])
def test_the_manager_is_told_and_every_asking_card_put_right(by: Staff, manager: Staff) -> None:
    stage = confirmed()
    outcome = give(stage, manager, by)
    assert stage.scene.case.status is Status.ASSIGNED
    assert "case-yours" in keys_to(outcome, manager)
    assert told_of(outcome, "case-assigned") == {"Citra", by.name}
    assert [(look.by, look.what) for look in outcome.looks] == [(manager.id, "assignment")]
    assert stage.visit is not None


def test_a_contact_that_was_made_is_not_asked_for_again() -> None:
    for reached in (False, True):
        stage = confirmed()
        if reached:
            stage.do(contact.record, ANI, how=Contact.REACHED)
        (yours,) = [m for m in give(stage, EKA).messages if m.phrase.key == "case-yours"]
        offered = {button.action for row in yours.buttons for button in row}
        assert (Action.CONTACT in offered) is not reached
        assert all(yours.buttons)
        assert yours.phrase.args["spoken"] == says("yours-contacted" if reached else "yours-contact")


@pytest.mark.parametrize("manager", [ANI, DEWI, GITA])
def test_only_who_manages_cases_can_hold_one(manager: Staff) -> None:
    with pytest.raises(NotAllowed):
        give(confirmed(), manager)


def test_nobody_who_has_left_gets_a_case_and_an_unconfirmed_one_goes_to_nobody() -> None:
    stage = confirmed()
    stage.change(EKA, active=False)
    with pytest.raises(NotAllowed):
        give(stage, EKA)
    fresh = Stage()
    fresh.open(CALM, Cause.REPORT)
    with pytest.raises(WrongMoment):
        give(fresh, EKA)


def test_at_a_change_the_visit_and_its_reminder_go_along() -> None:
    stage = confirmed(HIGH)
    give(stage, EKA)
    visit, ring = stage.visit, stage.at(Clock.VISIT)
    outcome = give(stage, FAJAR)
    assert keys_to(outcome, EKA) == ("case-passed-on",)
    assert (stage.visit, stage.at(Clock.VISIT)) == (visit, ring)
    reminders = stage.wait(days=2)
    assert (told_of(reminders, "visit-due"), keys_to(reminders, EKA)) == ({"Fajar"}, ())


def test_who_has_left_is_not_told_that_a_case_moved_on() -> None:
    stage = confirmed()
    give(stage, EKA)
    stage.change(EKA, active=False)
    assert not keys_to(give(stage, FAJAR), EKA)


CONTACTS = [(DANGER, Cause.TRIAGE, 15), (HIGH, Cause.REPORT, 60), (CALM, Cause.REPORT, 1440)]


@pytest.mark.parametrize(("facts", "cause", "minutes"), CONTACTS)
def test_first_contact_at_half_time_and_when_due(facts: Facts, cause: Cause, minutes: int) -> None:
    stage = Stage()
    stage.open(facts, cause)
    # Half of a day from noon is midnight: that waits for the morning.
    first = NOON + (timedelta(hours=20) if minutes == 1440 else timedelta(minutes=minutes / 2))
    assert stage.at(Clock.CONTACT) == first
    stage.do(duty.take, ANI)
    stage.now = first
    half = stage.ring(Clock.CONTACT, "c")
    assert (told_of(half, "contact-due"), told_of(half, "contact-late-lead")) == ({"Ani"}, set())
    assert stage.at(Clock.CONTACT) == NOON + timedelta(minutes=minutes)
    stage.now = NOON + timedelta(minutes=minutes)
    late = stage.ring(Clock.CONTACT, "c")
    assert (told_of(late, "contact-due"), told_of(late, "contact-late-lead")) == ({"Ani"}, {"Citra"})
    again = stage.at(Clock.CONTACT)
    assert again is not None
    # What has a day is not asked after every hour once it is late.
    assert stage.now < again <= stage.now + timedelta(minutes=1440 if minutes == 1440 else 60)
    if minutes == 1440:
        assert again == stage.now + timedelta(days=1)


def test_contact_rings_for_whoever_holds_the_case() -> None:
    stage = confirmed()
    assert told_of(stage.ring(Clock.CONTACT, "c"), "contact-due") == {"Citra"}
    give(stage, EKA)
    assert told_of(stage.ring(Clock.CONTACT, "c"), "contact-due") == {"Eka"}
    stage.change(EKA, reachable=False)
    assert told_of(stage.ring(Clock.CONTACT, "c"), "contact-late-lead") == {"Citra"}
    stage.change(EKA, active=False)
    assert told_of(stage.ring(Clock.CONTACT, "c"), "contact-due") == {"Citra"}


def test_reached_ends_the_clock_for_good() -> None:
    stage = confirmed()
    give(stage, EKA)
    outcome = stage.do(contact.record, EKA, how=Contact.REACHED)
    assert told_of(outcome, "contact-recorded") == {"Eka", "Citra"}
    assert stage.at(Clock.CONTACT) is None
    stage.do(contact.record, EKA, how=Contact.MISSED)
    assert stage.at(Clock.CONTACT) is None


@pytest.mark.parametrize("how", [Contact.MISSED, Contact.UNSAFE])
def test_a_try_that_failed_is_told_and_comes_again(how: Contact) -> None:
    stage = confirmed()
    give(stage, EKA)
    outcome = stage.do(contact.record, EKA, how=how)
    assert told_of(outcome, "contact-recorded") == {"Eka", "Citra"}
    assert stage.at(Clock.CONTACT) == NOON + timedelta(minutes=60)
    assert stage.scene.case.contact_tries == 1


def test_whoever_records_a_contact_hears_that_it_is_recorded() -> None:
    stage = confirmed()
    give(stage, EKA)
    assert keys_to(stage.do(contact.record, DEWI, how=Contact.REACHED), DEWI) == ("contact-recorded",)


def test_a_contact_is_a_sign_of_life_of_the_holder() -> None:
    stage = Stage()
    stage.open()
    stage.do(duty.take, ANI)
    stage.now += timedelta(minutes=50)
    stage.do(contact.record, ANI, how=Contact.REACHED)
    assert stage.at(Clock.SILENCE) == stage.now + timedelta(minutes=60)


def test_closing_stops_everything() -> None:
    stage = confirmed(HIGH)
    give(stage, EKA)
    visit = stage.visit
    outcome = shut(stage)
    assert visit is not None
    assert stage.visits[visit.ref].state is VisitState.CANCELLED
    assert stage.scene.case.status is Status.CLOSED
    assert not stage.due
    assert told_of(outcome, "case-closed") == {"Citra", "Eka"}
    assert not stage.wait(days=60)


def test_an_open_emergency_cannot_be_closed_away() -> None:
    stage = Stage()
    stage.open()
    stage.do(rulings.confirm, CITRA)
    with pytest.raises(HelpIsOut):
        shut(stage)
    with pytest.raises(NotAllowed):
        stage.do(closing.close, ANI, written=stage.written(), reason="tuntas")


def test_the_lanes_of_the_office() -> None:
    stage = confirmed()
    messages = (*stage.said, *give(stage, EKA).messages, *stage.wait(days=2))
    lanes = {m.phrase.key: m.lane for m in messages}
    assert {lanes[key] for key in ("assignment-open", "case-yours", "contact-due", "contact-late-lead")} == {
        Lane.REMINDER
    }
