"""Step 1.5 by a person: confirmed, raised at once, lowered by two; and what happens when graver things are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import assignment, duty, police, rulings, visiting
from cases.alert import AlertState, Cause
from cases.case import Status
from cases.conditions import relabelled, routes
from cases.moves import Action, may
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import NeedsAnother, NeedsReason, NotAllowed, WrongMoment
from cases.staff import Staff
from tests.cases.stage import (
    ANI,
    BUDI,
    CALM,
    CITRA,
    DANGER,
    DEWI,
    EKA,
    HIGH,
    MEDIUM,
    NOON,
    RAPED,
    Stage,
    keys_to,
    profile,
    told_of,
)
from triage.facts import Facts


def opened(facts: Facts = HIGH, cause: Cause = Cause.REPORT) -> Stage:
    stage = Stage()
    stage.open(facts, cause)
    return stage


def judge(stage: Stage, by: Staff, risk: str | None, *, emergency: bool = False, reason: str = "sudah aman") -> Outcome:
    ref = stage.alert_ref()
    return stage.do(rulings.rule, by, risk=risk, emergency=emergency, reason=reason, alert_ref=ref)


def stands(stage: Stage) -> tuple[str | None, bool]:
    return stage.scene.case.risk, stage.scene.case.emergency


def test_a_confirmed_report_ends_its_call_and_asks_for_a_manager() -> None:
    stage = opened()
    stage.do(duty.take, ANI)
    outcome = stage.do(rulings.confirm, ANI)
    assert stage.scene.case.status is Status.CONFIRMED
    assert stage.alert is None
    assert keys_to(outcome, ANI) == ("decision-confirmed", "alert-over")
    assert told_of(outcome, "assignment-open") == {"Citra"}
    assert stage.at(Clock.CONFIRMATION) is None
    assert stage.at(Clock.ASSIGNMENT) == NOON + timedelta(minutes=60)
    assert [(j.risk, j.by, j.rules != "") for j in outcome.judgements] == [("TINGGI", ANI.id, True)]
    with pytest.raises(WrongMoment):
        stage.do(rulings.confirm, ANI)


def test_a_holder_hears_when_somebody_else_confirmed() -> None:
    stage = opened()
    stage.do(duty.take, ANI)
    assert keys_to(stage.do(rulings.confirm, CITRA), ANI) == ("alert-ended", "alert-over")


def test_confirming_an_emergency_leaves_its_call() -> None:
    stage = opened(DANGER, Cause.TRIAGE)
    stage.do(rulings.confirm, CITRA)
    assert stage.alert is not None


def test_the_confirmation_clock() -> None:
    stage = opened()
    stage.do(duty.take, CITRA)
    rings = [(m.phrase.key, m.to) for m in stage.wait(minutes=59) if m.phrase.key.startswith("confirmation")]
    assert rings == [("confirmation-due", CITRA.chat)] * 2
    assert keys_to(stage.wait(minutes=1), CITRA).count("confirmation-due") == 1
    assert stage.at(Clock.CONFIRMATION) == NOON + timedelta(minutes=120)


def test_the_confirmation_clock_of_an_emergency_rings_only_at_the_end() -> None:
    stage = opened(DANGER, Cause.TRIAGE)
    stage.do(duty.take, ANI)
    assert not told_of(stage.wait(minutes=59), "confirmation-due")
    late = stage.wait(minutes=1)
    assert (told_of(late, "confirmation-due"), told_of(late, "confirmation-late-lead")) == ({"Ani"}, {"Citra"})


@pytest.mark.parametrize("by", [ANI, CITRA, DEWI, EKA])
def test_raising_holds_at_once(by: Staff) -> None:
    stage = opened(CALM)
    outcome = judge(stage, by, "TINGGI", reason="")
    assert stands(stage) == ("TINGGI", False)
    assert "risk-raised" in keys_to(outcome, by)
    assert stage.at(Clock.CONTACT) == NOON + timedelta(minutes=30)


def test_raising_to_an_emergency_calls_for_help() -> None:
    stage = opened(CALM)
    stage.do(duty.take, EKA)
    report = stage.alert
    outcome = judge(stage, CITRA, "TINGGI", emergency=True)
    assert report is not None
    assert stage.alerts[report.ref].state is AlertState.ENDED
    assert stage.alert is not None
    assert (stage.alert.cause, stage.alert.taken_by) == (Cause.RAISED, None)
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}
    assert told_of(outcome, "alert-already") == {"Ani", "Budi", "Eka"}
    assert stage.at(Clock.CONTACT) == NOON + timedelta(minutes=7.5)


def test_saying_what_holds_already_is_refused() -> None:
    with pytest.raises(WrongMoment):
        judge(opened(), ANI, "TINGGI")


def test_below_tinggi_one_officer_lowers() -> None:
    stage = opened(MEDIUM)
    judge(stage, ANI, "RENDAH", reason="")
    assert stands(stage) == ("RENDAH", False)


@pytest.mark.parametrize(("facts", "risk"), [(HIGH, "SEDANG"), (DANGER, "TINGGI"), (DANGER, "RENDAH")])
def test_lowering_tinggi_or_an_emergency_needs_reason_and_second(facts: Facts, risk: str) -> None:
    stage = opened(facts)
    before = stands(stage)
    with pytest.raises(NeedsReason):
        judge(stage, ANI, risk, reason=" ")
    asked = judge(stage, ANI, risk)
    assert stands(stage) == before
    assert keys_to(asked, ANI) == ("lowering-waits",)
    assert told_of(asked, "lowering-asked") == {"Budi", "Citra", "Dewi"}
    with pytest.raises(NeedsAnother):
        stage.do(rulings.agree, ANI)
    with pytest.raises(NotAllowed):
        stage.do(rulings.agree, EKA)
    agreed = stage.do(rulings.agree, BUDI)
    assert stands(stage) == (risk, False)
    assert told_of(agreed, "lowering-agreed") == {"Ani", "Budi", "Citra", "Dewi"}
    ruling = stage.scene.case.ruling
    assert ruling is not None
    assert (ruling.by, ruling.second, ruling.reason) == (ANI.id, BUDI.id, "sudah aman")
    with pytest.raises(WrongMoment):
        stage.do(rulings.agree, CITRA)


def test_clearing_an_emergency_ends_its_call_and_tells_who_is_out_there() -> None:
    stage = opened(DANGER, Cause.TRIAGE)
    stage.do(duty.take, EKA)
    judge(stage, ANI, "TINGGI")
    assert "alert-ended" in keys_to(stage.do(rulings.agree, BUDI), EKA)
    assert stage.alert is None


def test_not_agreeing_leaves_everything() -> None:
    stage = opened(DANGER, Cause.TRIAGE)
    judge(stage, ANI, "RENDAH")
    told = stage.do(rulings.disagree, CITRA)
    assert stands(stage) == ("TINGGI", True)
    assert told_of(told, "lowering-refused") == {"Ani", "Budi", "Citra", "Dewi"}
    with pytest.raises(WrongMoment):
        stage.do(rulings.agree, BUDI)


def test_lowering_nothing_is_refused() -> None:
    stage = opened(CALM)
    with pytest.raises(WrongMoment):
        stage.do(rulings.lower, ANI, risk="SEDANG", emergency=False, reason="sudah aman")


def test_a_lower_risk_does_not_end_the_call_after_an_unsafe_visit() -> None:
    stage = opened(HIGH)
    stage.do(rulings.confirm, CITRA)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    judge(stage, EKA, "SEDANG")
    stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    stage.do(rulings.agree, ANI)
    assert stage.alert is not None
    assert stage.alert.cause is Cause.UNSAFE_VISIT


def test_graver_facts_overtake_a_ruling_and_a_wish() -> None:
    stage = opened(MEDIUM)
    judge(stage, ANI, "RENDAH")
    told = stage.learn(HIGH)
    assert stands(stage) == ("TINGGI", False)
    assert told_of(told, "risk-graver") == {"Citra"}
    judge(stage, ANI, "RENDAH")
    stage.learn(DANGER)
    assert stands(stage) == ("TINGGI", True)
    assert stage.alert is not None
    assert stage.alert.cause is Cause.TRIAGE
    with pytest.raises(WrongMoment):
        stage.do(rulings.agree, BUDI)


def test_facts_that_are_no_graver_leave_a_ruling() -> None:
    stage = opened(HIGH)
    judge(stage, ANI, "RENDAH")
    stage.do(rulings.agree, BUDI)
    stage.learn(MEDIUM)
    assert stands(stage) == ("RENDAH", False)


def test_what_an_officer_raised_is_not_undone_by_what_is_told() -> None:
    stage = opened(CALM)
    judge(stage, ANI, "TINGGI", emergency=True)
    stage.learn(MEDIUM, Cause.WORDS)
    assert stands(stage) == ("TINGGI", True)


def test_words_of_danger_make_a_calm_case_an_emergency() -> None:
    stage = opened(CALM)
    told = stage.learn(CALM, Cause.WORDS)
    assert stands(stage) == ("RENDAH", True)
    assert told_of(told, "alert-call") == {"Ani", "Budi"}
    again = stage.learn(CALM, Cause.DECLARED)
    assert len(stage.alerts) == 2
    assert not told_of(again, "alert-call")


def test_a_medical_window_that_is_told_later_moves_the_deadline() -> None:
    stage = opened(CALM, Cause.DECLARED)
    told = stage.learn(RAPED)
    assert stage.alert is not None
    assert stage.alert.deadline_at == NOON + timedelta(hours=12)
    assert stage.at(Clock.OUTREACH) == NOON + timedelta(hours=6)
    assert told_of(told, "alert-call") == {"Ani", "Budi"}
    assert EventKind.ALERT_RAISED not in [event.kind for event in told.events]


def test_every_ruling_is_kept_with_its_facts() -> None:
    stage = opened(CALM)
    kept = judge(stage, ANI, "TINGGI", reason="luka lama").judgements[0]
    assert (kept.facts, kept.risk, kept.by, kept.reason) == (CALM, "TINGGI", ANI.id, "luka lama")
    judge(stage, ANI, "SEDANG")
    assert stage.do(rulings.agree, BUDI).judgements[0].second == BUDI.id


def labelled(stage: Stage, by: Staff, kind: str = "BUKAN_LAPORAN", reason: str = "anak bermain HP") -> Outcome:
    return stage.do(rulings.relabel, by, kind=kind, reason=reason)


@pytest.mark.parametrize("kind", rulings.LABELS)
def test_what_is_not_of_the_unit_is_labelled_so_and_closed_as_information(kind: str) -> None:
    stage = opened(MEDIUM)
    assert "a" in routes(stage.scene.case)
    outcome = labelled(stage, ANI, kind)
    assert stage.scene.case.types == (kind,)
    assert routes(stage.scene.case) == {"f"}
    assert [(j.by, j.reason) for j in outcome.judgements] == [(ANI.id, "anak bermain HP")]
    with pytest.raises(WrongMoment):
        labelled(stage, BUDI)
    stage.do(rulings.confirm, ANI)
    assert stage.scene.case.types == (kind,)
    assert may(Action.CLOSE, by=CITRA, case=stage.scene.case)
    assert not may(Action.CLOSE, by=ANI, case=stage.scene.case)
    assert not may(Action.ENTRUST, by=CITRA, case=stage.scene.case)


@pytest.mark.parametrize(("facts", "cause"), [(HIGH, Cause.REPORT), (DANGER, Cause.TRIAGE), (MEDIUM, Cause.DECLARED)])
def test_where_it_is_grave_nobody_labels_it_alone(facts: Facts, cause: Cause) -> None:
    stage = opened(facts, cause)
    before = stage.scene.case
    asked = labelled(stage, ANI)
    assert (stage.scene.case.types, stands(stage)) == (before.types, (before.risk, before.emergency))
    assert "lowering-asked" in keys_to(asked, BUDI)
    with pytest.raises(NeedsAnother):
        stage.do(rulings.agree, ANI)
    stage.do(rulings.agree, BUDI)
    assert (stage.scene.case.types, stands(stage)) == (("BUKAN_LAPORAN",), ("RENDAH", False))
    assert stage.alert is None or not stage.alert.calls_for_help
    assert stage.scene.case.ruling is not None
    assert stage.scene.case.ruling.second == BUDI.id


def test_no_label_without_a_reason_nor_once_somebody_is_at_work() -> None:
    stage = opened(MEDIUM)
    with pytest.raises(NeedsReason):
        labelled(stage, ANI, reason=" ")
    with pytest.raises(WrongMoment):
        labelled(stage, ANI, "KTP")
    with pytest.raises(NotAllowed):
        labelled(stage, EKA)
    late = opened(HIGH)
    labelled(late, ANI)
    late.do(rulings.confirm, ANI)
    late.do(assignment.assign, CITRA, manager=EKA, visit_ref=late.visit_ref())
    with pytest.raises(WrongMoment):
        late.do(rulings.agree, BUDI)
    assert not relabelled(late.scene.case)


def test_a_label_falls_when_it_is_raised_or_danger_is_told() -> None:
    raised = opened(MEDIUM)
    labelled(raised, ANI)
    judge(raised, BUDI, "TINGGI")
    assert not relabelled(raised.scene.case)
    assert "a" in routes(raised.scene.case)
    told_more = opened(HIGH)
    labelled(told_more, ANI)
    told_more.do(rulings.agree, BUDI)
    told_more.learn(DANGER, Cause.WORDS)
    assert not relabelled(told_more.scene.case)
    assert told_more.scene.case.emergency
    assert told_more.alert is not None
    assert told_more.alert.calls_for_help


def test_what_is_labelled_opens_no_duty_to_report_to_the_police() -> None:
    stage = opened(RAPED)
    labelled(stage, ANI)
    stage.do(rulings.agree, BUDI)
    owed = replace(stage.scene.case, decision=replace(stage.scene.case.decision, police_report_3x24=True))
    for case, begins in ((owed, False), (replace(owed, ruling=None), True)):
        scene = replace(stage.scene, case=case)
        assert (police.opened(scene, profile=profile(), now=stage.now)[0].police is not None) is begins
