"""What a joined report brings to a case and takes away again: gates, consent, the police, referrals and visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cases import excluding, joining, splitting
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef, File, Ruling, Status
from cases.caseload import shared_out
from cases.conditions import age_unknown, is_child, is_sexual, may_be_mediated
from cases.excluding import How
from cases.handling import Consent, Ground, Handling, OneSided, Override, Signer, Unilateral
from cases.notices import Scene
from cases.outcome import Clock, EventKind, Outcome
from cases.police import is_open
from cases.referral import Referral, ReferralRef, ReferralState
from cases.rota import Rota
from cases.routing import must_be_accompanied
from cases.visit import Visit, VisitRef
from tests.cases.stage import (
    BUDI,
    CALM,
    CITRA,
    DEWI,
    EKA,
    FAJAR,
    HIGH,
    NOON,
    RAPED,
    Stage,
    profile,
    told,
    told_of,
)
from triage.facts import Facts, Victim

TODAY = date(2026, 3, 2)
PLAIN = replace(CALM, victims=(Victim(age=30, sex="P"),))
CHILD = replace(CALM, victims=(Victim(age=12, sex="P"),))
VICTIM_TOLD = replace(RAPED, reporter="korban")
OURS: dict[str, Any] = {"by": CITRA, "profile": profile(), "now": NOON}


def scene_of(facts: Facts, ref: str = "c", **more: Any) -> Scene:
    stage = Stage()
    stage.open(facts, Cause.REPORT)
    assert stage.case is not None
    case = replace(stage.case, ref=CaseRef(ref), number=CaseNumber(f"LU-2026-{ref}"), **more)
    return replace(stage.scene, case=case, alert=None)


def handled(**more: Any) -> Scene:
    consent = Consent(True, Signer.VICTIM, NOON, EKA.id, photo_id="p")
    known = {"status": Status.CONSENTED, "manager": EKA.id, "confirmed_at": NOON, "contacted_at": NOON}
    return scene_of(PLAIN, **{**known, "handling": Handling(consent=consent), **more})


def rings(outcome: Outcome, clock: Clock, ref: str) -> Any:
    return {r.subject: r.due_at for r in outcome.reminders if r.clock is clock}[ref]


def latest(outcome: Outcome, ref: str) -> Case:
    return next(case for case in reversed(outcome.cases) if case.ref == ref)


def after(scene: Scene, outcome: Outcome) -> Scene:
    return replace(scene, case=latest(outcome, scene.case.ref))


def test_a_gate_judges_by_all_reports_of_the_event() -> None:
    main = handled()
    assert may_be_mediated(main.case)
    joined = joining.join(scene_of(RAPED, "d"), main, **OURS)
    case = latest(joined, "c")
    assert is_sexual(case)
    assert not may_be_mediated(case)
    apart = joining.separate(after(scene_of(RAPED, "d"), joined), after(main, joined), alert_ref=AlertRef("x"), **OURS)
    assert may_be_mediated(latest(apart, "c"))


def test_a_child_of_a_joined_report_needs_its_guardian_and_somebody_who_goes_along() -> None:
    outcome = joining.join(scene_of(CHILD, "d"), handled(), **OURS)
    case = latest(outcome, "c")
    assert is_child(case)
    assert not age_unknown(case)
    assert must_be_accompanied(replace(case, ruling=Ruling("RENDAH", False, CITRA.id, NOON)))
    assert told_of(outcome, "joined-child") == {"Eka", "Citra"}
    by_guardian = Handling(consent=Consent(True, Signer.GUARDIAN, NOON, EKA.id, photo_id="p"))
    assert not told_of(joining.join(scene_of(CHILD, "d"), handled(handling=by_guardian), **OURS), "joined-child")


def test_the_duty_of_a_joined_report_runs_for_the_case_and_comes_back_with_it() -> None:
    # A neighbour told it first: it runs since the victim said so herself.
    own = scene_of(VICTIM_TOLD).case.police
    assert own is not None
    duty = replace(own, since=own.since + timedelta(hours=5), due_at=own.due_at + timedelta(hours=5))
    report = scene_of(replace(RAPED, reporter="pihak_ketiga"), "d", police=duty)
    joined = joining.join(report, handled(), **OURS)
    assert latest(joined, "c").police == duty
    assert rings(joined, Clock.POLICE, "c") is not None
    assert rings(joined, Clock.POLICE, "d") is None
    assert "Eka" in told_of(joined, "police-opened")
    apart = joining.separate(after(report, joined), after(handled(), joined), alert_ref=AlertRef("x"), **OURS)
    assert latest(apart, "c").police is None
    assert rings(apart, Clock.POLICE, "c") is None
    assert latest(apart, "d").police == duty
    assert rings(apart, Clock.POLICE, "d") is not None


def test_the_cases_own_duty_is_its_own_again() -> None:
    own = scene_of(VICTIM_TOLD).case.police
    assert own is not None
    later = replace(own, since=own.since + timedelta(hours=9), due_at=own.due_at + timedelta(hours=9))
    main = scene_of(VICTIM_TOLD, manager=EKA.id, police=later)
    joined = joining.join(scene_of(VICTIM_TOLD, "d"), main, **OURS)
    assert latest(joined, "c").police == own
    apart = joining.separate(
        after(scene_of(VICTIM_TOLD, "d"), joined), after(main, joined), alert_ref=AlertRef("x"), **OURS
    )
    assert latest(apart, "c").police == later


def test_what_a_joined_reporter_tells_later_counts_for_the_case() -> None:
    main, report = handled(), scene_of(PLAIN, "d")
    joined = joining.join(report, main, **OURS)
    worse = replace(VICTIM_TOLD, victims=(Victim(age=12, sex="P"),))
    outcome = joining.learn(
        after(report, joined), after(main, joined), told(worse), cause=None, alert_ref=AlertRef("x"), news=(),
        profile=profile(), now=NOON,
    )  # fmt: skip
    case = latest(outcome, "c")
    assert is_child(case)
    assert is_sexual(case)
    assert is_open(case)
    assert told_of(outcome, "joined-child") == {"Eka", "Citra"}
    assert EventKind.POLICE_OPENED in {event.kind for event in outcome.events if event.case == "c"}


def test_a_grave_report_brings_the_visit_forward() -> None:
    due = TODAY + timedelta(days=30)
    main = replace(handled(), visit=Visit(VisitRef("v"), CaseRef("c"), 1, 0, TODAY, due, "RENDAH"))
    outcome = joining.join(scene_of(HIGH, "d"), main, **OURS)
    assert outcome.visits[-1].due_on < due


def test_open_referrals_go_along_and_come_back() -> None:
    one = Referral(ReferralRef("r"), CaseRef("d"), "rsud", "medis", ReferralState.SENT, NOON, EKA.id)
    over = replace(one, ref=ReferralRef("o"), state=ReferralState.ENDED)
    report = scene_of(PLAIN, "d")
    joined = joining.join(report, handled(), referrals=(one, over), **OURS)
    assert [(r.ref, r.case) for r in joined.referrals] == [("r", "c")]
    assert rings(joined, Clock.REFERRAL, "r") is not None
    assert told_of(joined, "referrals-moved") == {"Eka"}
    own = replace(one, ref=ReferralRef("own"), case=CaseRef("c"))
    apart = joining.separate(
        after(report, joined), after(handled(), joined), alert_ref=AlertRef("x"),
        referrals=(*joined.referrals, own), **OURS,
    )  # fmt: skip
    assert [(r.ref, r.case) for r in apart.referrals] == [("r", "d")]
    assert rings(apart, Clock.REFERRAL, "r") is not None


def test_a_handled_report_taken_apart_begins_as_one_that_is_opened_again() -> None:
    old = Handling(consent=Consent(True, Signer.VICTIM, NOON, EKA.id, photo_id="p"), started_at=NOON)
    known = {"confirmed_at": NOON, "assigned_at": NOON, "manager": FAJAR.id, "status": Status.CONSENTED}
    report = scene_of(PLAIN, "d", handling=old, **known)
    joined = joining.join(report, handled(), **OURS)
    assert {r.due_at for r in joined.reminders if r.clock is Clock.STEP} == {None}
    apart = joining.separate(after(report, joined), after(handled(), joined), alert_ref=AlertRef("x"), **OURS)
    part = latest(apart, "d")
    assert (part.status, part.manager, part.assigned_at, part.handling.consent) == (Status.CONFIRMED, None, None, None)
    assert part.handling.opened == part.handling.round == 2
    assert part.due_at is not None
    assert part.due_at > NOON


def test_what_was_joined_to_a_report_goes_with_it() -> None:
    third, second = scene_of(PLAIN, "e"), scene_of(PLAIN, "d")
    to_second = joining.join(third, second, **OURS)
    to_first = joining.join(after(second, to_second), handled(), **OURS)
    apart = joining.separate(after(second, to_first), after(handled(), to_first), alert_ref=AlertRef("x"), **OURS)
    assert latest(apart, "c").reports == ()
    assert [one.case for one in latest(apart, "d").reports] == ["e"]


def test_the_childs_file_is_due_like_any_case_without_a_manager() -> None:
    stage = handled()
    both = replace(stage.case, decision=replace(stage.case.decision, case_types=("KTA", "ABH")))
    outcome = splitting.split(
        replace(stage, case=both), ref=CaseRef("k"), number=CaseNumber("n"), parties=(), by=CITRA, profile=profile(),
        now=NOON,
    )  # fmt: skip
    assert latest(outcome, "k").due_at == NOON + timedelta(minutes=profile().assignment_minutes)


def two_files() -> tuple[Case, Case]:
    victim = handled(file=File.VICTIM, sibling=CaseRef("k")).case
    return victim, scene_of(PLAIN, "k", file=File.CHILD_OFFENDER, sibling=CaseRef("c")).case


def test_two_files_of_one_event_are_never_given_to_one() -> None:
    everybody = shared_out(two_files(), (EKA, FAJAR), {}, Rota(), today=TODAY)
    assert {to.name for _, to in everybody if to is not None} == {"Eka", "Fajar"}
    alone = shared_out(two_files(), (EKA,), {}, Rota(), today=TODAY)
    assert [to for _, to in alone].count(None) == 1
    assert None not in [to for _, to in shared_out(two_files(), (CITRA,), {}, Rota(), today=TODAY)]


@pytest.mark.parametrize("gone", [CITRA, BUDI])
def test_what_somebody_decided_who_must_not_see_the_case_is_asked_anew(gone: Any) -> None:
    refusal = Consent(False, Signer.VICTIM, NOON, EKA.id)
    wish = Override(Ground.LAW, "x", gone.id, NOON, DEWI.id, NOON)
    end = OneSided(Unilateral.REFUSES, "x", DEWI.id, NOON, agreed_by=gone.id, agreed_at=NOON)
    given: dict[str, Any] = {"how": How.MATCH, "by": None, "alerts": (), "profile": profile(), "now": NOON}
    excepted = handled(status=Status.PLANNED, handling=Handling(consent=refusal, override=wish))
    outcome = excluding.hide(excepted, gone, **given)
    assert (outcome.cases[-1].handling.override, outcome.cases[-1].status) == (None, Status.REFUSED)
    assert {"Eka"} < told_of(outcome, "decided-anew")
    assert EventKind.CONSENT_REFUSED in {event.kind for event in outcome.events}
    met = Handling(one_sided=end).with_done(("1.8",), at=NOON, by=EKA.id)
    outcome = excluding.hide(handled(status=Status.ENDING, handling=met), gone, **given)
    assert (outcome.cases[-1].handling.one_sided, outcome.cases[-1].status) == (None, Status.MET)
    closed = handled(status=Status.CLOSED, handling=met)
    assert excluding.hide(closed, gone, **given).cases[-1].handling.one_sided == end
