"""What the audit makes of what it sees, and that whatever it says has words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.alert import Alert, AlertRef, AlertState, Cause
from cases.audit import NAMED, PARTS, repair, to_leads, to_operators
from cases.case import CaseRef, Status
from cases.evidence import (
    CASE_CLOCKS,
    NOBODYS,
    AlertSeen,
    CaseSeen,
    Evidence,
    Fault,
    Finding,
    Rung,
    VisitSeen,
    findings,
    longest_wait,
)
from cases.notices import Scene
from cases.outcome import Clock, EventKind, Outcome
from cases.staff import Roster, StaffId
from tests.cases.stage import ANI, BUDI, CITRA, DANGER, NOON, RAPED, Stage, check_words, profile

CASE = CaseRef("c")
SOON = Rung(NOON + timedelta(minutes=1))
STANDING = dict.fromkeys((Clock.LADDER, Clock.OUTREACH, Clock.SILENCE), SOON)
HELD = Alert(
    AlertRef("a"),
    CASE,
    Cause.TRIAGE,
    raised_at=NOON,
    deadline_at=NOON + timedelta(days=1),
    state=AlertState.TAKEN,
    taken_by=StaffId(1),
    taken_at=NOON,
)
SHORT = replace(HELD, wanted=2)


def faults(evidence: Evidence, *, roster: Roster, minutes: float = 0) -> list[Fault]:
    now = NOON + timedelta(minutes=minutes)
    return [finding.fault for finding in findings(evidence, roster=roster, profile=profile(), now=now)]


def seen(alert: Alert, **more: object) -> Evidence:
    return Evidence(alerts=(AlertSeen(alert, **{"rungs": STANDING, "called_at": NOON, **more}),))  # type: ignore[arg-type]


def test_an_alert_that_needs_two_climbs_until_two_have_it() -> None:
    roster = Roster((ANI, BUDI, CITRA))
    without = dict.fromkeys((Clock.OUTREACH, Clock.SILENCE), SOON)
    assert faults(seen(SHORT), roster=roster) == []
    assert faults(seen(SHORT, rungs=without), roster=roster) == [Fault.NO_STEP]
    assert faults(seen(HELD, rungs=without), roster=roster) == []
    both = replace(SHORT, companions=(StaffId(2),))
    assert faults(seen(both, rungs=without), roster=roster) == []


def test_who_protects_the_victim_on_the_spot_meets_the_clock() -> None:
    roster = Roster((ANI,))
    late = {**STANDING, Clock.OUTREACH: Rung(NOON + timedelta(hours=30)), Clock.SILENCE: Rung(NOON + timedelta(days=2))}
    over = 24 * 60 + 3
    assert faults(seen(HELD, rungs=late), roster=roster, minutes=over) == [Fault.BREACH_UNTOLD]
    met = replace(HELD, protected_at=NOON)
    assert faults(seen(met, rungs=late), roster=roster, minutes=over) == []
    told = NOON + timedelta(hours=24, seconds=1)
    assert faults(seen(HELD, rungs=late, rang_at=told), roster=roster, minutes=over) == []


@pytest.mark.parametrize("clock", CASE_CLOCKS)
def test_every_clock_of_a_case_stands_while_it_waits(clock: Clock) -> None:
    waits = {
        Clock.CONFIRMATION: CaseSeen(CASE, Status.REPORTED, False, False, contacted=True),
        Clock.ASSIGNMENT: CaseSeen(CASE, Status.CONFIRMED, False, False, contacted=True),
        Clock.CONTACT: CaseSeen(CASE, Status.ASSIGNED, False, True),
        Clock.POLICE: CaseSeen(CASE, Status.ASSIGNED, False, True, contacted=True, police_open=True),
    }[clock]
    roster = Roster((ANI,))
    assert faults(Evidence(cases=(waits,)), roster=roster) == [Fault.CLOCK_MISSING]
    if clock is Clock.ASSIGNMENT:
        entrusted = CaseSeen(CASE, Status.ENTRUSTED, False, False, contacted=True)
        assert faults(Evidence(cases=(entrusted,)), roster=roster) == []
        assert faults(Evidence(cases=(replace(entrusted, unheld=True),)), roster=roster) == [Fault.CLOCK_MISSING]
    standing = replace(waits, rungs={clock: SOON})
    assert faults(Evidence(cases=(standing,)), roster=roster) == []
    assert faults(Evidence(cases=(standing,)), roster=roster, minutes=3.1) == [Fault.CLOCK_LATE]
    failing = replace(waits, rungs={clock: replace(SOON, attempts=4)})
    assert faults(Evidence(cases=(failing,)), roster=roster) == [Fault.CLOCK_LATE]
    done = CaseSeen(CASE, Status.ASSIGNED, True, True, contacted=True)
    assert faults(Evidence(cases=(done,)), roster=roster) == []


def test_the_gravest_is_worked_first() -> None:
    evidence = Evidence(
        cases=(CaseSeen(CASE, Status.REPORTED, True, False, unanswered=True),),
        visits=(VisitSeen("v", CASE),),
        inbox_since=NOON - timedelta(hours=1),
    )
    found = faults(evidence, roster=Roster((ANI,)))
    assert found == [Fault.NO_ALERT, Fault.CLOCK_MISSING, Fault.CLOCK_MISSING, Fault.CLOCK_MISSING, Fault.INBOX_STUCK]


def test_a_step_may_be_as_far_away_as_its_own_ladder_says() -> None:
    assert longest_wait(Cause.TRIAGE, profile()) == timedelta(minutes=10)
    assert longest_wait(Cause.UNFINISHED, profile()) == timedelta(minutes=30)


def scene_of(cause: Cause = Cause.TRIAGE) -> Scene:
    stage = Stage()
    opened = stage.open(DANGER, cause=cause)
    return Scene(case=opened.cases[-1], roster=stage.roster, alert=opened.alerts[-1])


def repaired(finding: Finding, scene: Scene, *, said: bool = False, again: bool = False) -> Outcome:
    now = NOON + timedelta(minutes=5)
    outcome = repair(finding, scene, ref=AlertRef("new"), again=again, said=said, profile=profile(), now=now)
    for message in outcome.messages:
        check_words(message, now)
    return outcome


@pytest.mark.parametrize("fault", sorted(NOBODYS))
def test_every_alert_that_is_nobodys_is_called_and_its_next_step_stands(fault: Fault) -> None:
    scene = scene_of()
    assert scene.alert is not None
    outcome = repaired(Finding(fault, scene.case.ref, scene.alert.ref), scene)
    assert {m.to for m in outcome.messages if m.phrase.key == "alert-call"} == {ANI.chat, BUDI.chat, CITRA.chat}
    assert Clock.LADDER in {reminder.clock for reminder in outcome.reminders if reminder.due_at is not None}
    assert EventKind.ALERT_FOUND in {event.kind for event in outcome.events}
    everyone = repaired(Finding(fault, scene.case.ref, scene.alert.ref), scene, again=True)
    assert len({m.to for m in everyone.messages}) > 3
    assert repaired(Finding(fault, scene.case.ref, scene.alert.ref), scene, said=True) == Outcome()


def test_a_companion_who_is_there_holds_it_when_the_holder_is_gone() -> None:
    scene = scene_of()
    assert scene.alert is not None
    held = replace(scene.alert, state=AlertState.TAKEN, taken_by=ANI.id, companions=(BUDI.id,), wanted=2)
    roster = Roster(tuple(replace(p, reachable=p.id != ANI.id) for p in scene.roster.people))
    finding = Finding(Fault.HOLDER_GONE, scene.case.ref, held.ref)
    outcome = repaired(finding, replace(scene, alert=held, roster=roster))
    (alert,) = outcome.alerts
    assert (alert.state, alert.taken_by, alert.companions) == (AlertState.TAKEN, BUDI.id, ())
    assert BUDI.chat not in {m.to for m in outcome.messages if m.phrase.key == "alert-call"}


def test_a_report_that_gives_way_to_an_emergency_says_so_on_its_cards() -> None:
    scene = scene_of(Cause.TRIAGE)
    calm = replace(scene.alert, cause=Cause.REPORT)  # type: ignore[type-var]
    outcome = repaired(Finding(Fault.NO_ALERT, scene.case.ref), replace(scene, alert=calm))
    assert [alert.state for alert in outcome.alerts] == [AlertState.ENDED, AlertState.OPEN]
    assert "alert-already" in {message.phrase.key for message in outcome.messages}


def test_a_hundred_late_clocks_are_one_message_and_every_part_has_words() -> None:
    stage = Stage()
    case = stage.open(RAPED).cases[-1]
    clocks = [*CASE_CLOCKS, Clock.VISIT, Clock.OUTREACH, None]
    told = to_leads(tuple((Finding(Fault.CLOCK_LATE, CASE, None, clock), case) for clock in clocks * 20), stage.roster)
    (message,) = told.messages
    assert (message.to, message.phrase.args["count"]) == (CITRA.chat, 140)
    assert len(message.phrase.args["lines"]) == NAMED  # type: ignore[arg-type]
    operators = to_operators(sorted(set(PARTS.values())), stage.roster)
    for one in (*told.messages, *operators.messages):
        check_words(one, NOON)
    assert len(operators.messages) == len(set(PARTS.values()))
