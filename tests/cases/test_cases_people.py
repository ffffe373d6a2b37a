"""The rules of people and files: who carries what, who is told, what stands in whose file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases import acting, excluding, joining, parties
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef, Channel, File
from cases.caseload import Load, by_load, shared_out
from cases.excluding import How
from cases.files import child_answers, of_file, victim_answers
from cases.outcome import Clock
from cases.party import Match, Party, PartyKind, PartyRef
from cases.refusals import NeedsReason, NotAllowed, WrongMoment
from cases.reports import Came, open_case
from cases.rota import Leave, Rota
from cases.staff import StaffId
from tests.cases.stage import ANI, BUDI, CALM, CITRA, DANGER, DEWI, EKA, FAJAR, HIGH, NOON, Stage, profile, told

TODAY = date(2026, 3, 2)


def case_of(facts: object = CALM, **more: object) -> Case:
    stage = Stage()
    stage.open(facts, Cause.REPORT)  # type: ignore[arg-type]
    assert stage.case is not None
    return replace(stage.case, **more)  # type: ignore[arg-type]


def test_a_grave_case_weighs_more_than_two_calm_ones() -> None:
    loads = {EKA.id: Load(2), FAJAR.id: Load(1, heavy=1)}
    assert [one.name for one, _, _ in by_load((EKA, FAJAR), loads, Rota(), today=TODAY)] == ["Eka", "Fajar"]


def test_who_is_on_leave_comes_last_until_it_is_over() -> None:
    leave = Leave(ref="l", by=CITRA.id, at=NOON, staff=EKA.id, first=TODAY, last=TODAY + timedelta(days=2))
    for days, first in ((0, "Fajar"), (2, "Fajar"), (3, "Eka")):
        order = by_load((EKA, FAJAR), {FAJAR.id: Load(5)}, Rota((leave,)), today=TODAY + timedelta(days=days))
        assert order[0][0].name == first


def test_cases_are_shared_so_that_nobody_carries_all_and_none_goes_to_whom_it_is_hidden_from() -> None:
    grave = case_of(HIGH, number="1", ref="g")
    calm = [case_of(number=str(n), ref=str(n)) for n in range(2, 5)]
    hidden = case_of(number="9", ref="h", excluded=(EKA.id, FAJAR.id))
    plan = {case.number: to for case, to in shared_out((*calm, grave, hidden), (EKA, FAJAR), {}, Rota(), today=TODAY)}
    assert plan.pop(CaseNumber("9")) is None
    assert plan.pop(CaseNumber("1")) == EKA
    assert {to.name for to in plan.values() if to is not None} == {"Fajar"}


def held(**more: object) -> Stage:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    assert stage.case is not None
    stage.case = replace(stage.case, **more)  # type: ignore[arg-type]
    return stage


def test_only_leads_exclude_others_and_for_a_reason() -> None:
    stage = held()
    given = {"alerts": (), "profile": profile(), "now": NOON}
    with pytest.raises(NotAllowed):
        excluding.exclude(stage.scene, BUDI, how=How.LEAD, by=ANI, reason="x", **given)  # type: ignore[arg-type]
    with pytest.raises(NeedsReason):
        excluding.exclude(stage.scene, BUDI, how=How.LEAD, by=CITRA, **given)  # type: ignore[arg-type]
    outcome = excluding.exclude(stage.scene, BUDI, how=How.LEAD, by=CITRA, reason="kerabat", **given)  # type: ignore[arg-type]
    assert outcome.cases[-1].excluded == (BUDI.id,)
    assert BUDI.chat not in {message.to for message in outcome.messages}


def test_a_wish_of_the_excluded_waits_for_nobody() -> None:
    stage = held(manager=EKA.id, acting=FAJAR.id, acting_until=TODAY)
    given = {"by": None, "alerts": (), "profile": profile(), "now": NOON}
    outcome = excluding.hide(stage.scene, FAJAR, how=How.MATCH, **given)  # type: ignore[arg-type]
    assert (outcome.cases[-1].manager, outcome.cases[-1].acting) == (EKA.id, None)
    assert any(r.clock is Clock.ACTING and r.due_at is None for r in outcome.reminders)


def test_where_there_is_no_second_lead_one_takes_it_back() -> None:
    stage = held(excluded=(BUDI.id,))
    stage.change(DEWI, active=False)
    outcome = excluding.take_back(stage.scene, who=BUDI, reason="orang lain", by=CITRA, now=NOON)
    assert outcome.cases[-1].excluded == ()
    with pytest.raises(NotAllowed):
        excluding.take_back(held(excluded=(CITRA.id,)).scene, who=CITRA, reason="x", by=CITRA, now=NOON)


def test_nobody_acts_for_themselves_nor_until_yesterday() -> None:
    stage = held(manager=EKA.id, status="assigned")
    given = {"by": CITRA, "profile": profile(), "now": NOON}
    with pytest.raises(NotAllowed):
        acting.delegate(stage.scene, to=EKA, until=TODAY, **given)  # type: ignore[arg-type]
    with pytest.raises(WrongMoment):
        acting.delegate(stage.scene, to=FAJAR, until=TODAY - timedelta(days=1), **given)  # type: ignore[arg-type]


def test_what_a_report_tells_fills_only_what_is_empty() -> None:
    known = Party(PartyRef("p"), CaseRef("c"), PartyKind.VICTIM, name="Siti", age=12)
    now = Party(PartyRef("q"), CaseRef("c"), PartyKind.VICTIM, name="Sitti", age=13, phone="0812")
    other = replace(now, ref=PartyRef("r"))
    assert parties.completed((known,), (now, other)) == (replace(known, phone="0812"), other)
    assert parties.completed((replace(known, removed=True),), (now,)) == ()


@pytest.mark.parametrize(("kind", "place", "expected"), [
    (PartyKind.VICTIM, "x", True), (PartyKind.REPORTER, "x", False), (PartyKind.VICTIM, "s", False),
])  # fmt: skip
def test_coming_again_is_another_event_of_who_was_hurt_or_hurts(kind: PartyKind, place: str, expected: bool) -> None:
    party = Party(PartyRef("p"), CaseRef("c"), PartyKind.VICTIM)
    match = Match(PartyRef("q"), CaseRef(place), kind, "nik")
    assert parties.counts(match, case_of(sibling="s"), party) is expected


def test_what_only_concerns_the_one_side_is_not_in_the_others_file() -> None:
    told_all = {
        "kind": ["pukul", "hukum"],
        "law": ["tuduh"],
        "place": "73.22.05",
        "story": [1],
        "phone": "1",
        "doer": "teman",
    }
    assert set(child_answers(told_all)) == {"kind", "law", "doer"}
    assert victim_answers(told_all)["kind"] == ["pukul"]
    assert "law" not in victim_answers(told_all)
    decision = replace(case_of().decision, case_types=("KTA", "ABH"))
    assert of_file(decision, File.VICTIM).case_types == ("KTA",)
    assert of_file(decision, File.WHOLE) == decision


def test_clocks_of_a_report_written_down_late_run_from_its_real_time() -> None:
    stage = Stage()
    came = Came(Channel.LETTER, NOON - timedelta(hours=30), StaffId(5))
    case, outcome = open_case(
        told(DANGER), ref=CaseRef("c"), alert_ref=AlertRef("a"), number=CaseNumber("n"), reporter=None,
        cause=Cause.REPORT, roster=stage.roster, profile=profile(), now=NOON, came=came,
    )  # fmt: skip
    assert case.reported_at == came.at
    assert outcome.alerts[-1].deadline_at <= NOON
    rings = {r.clock: r.due_at for r in outcome.reminders}
    assert rings[Clock.OUTREACH] == rings[Clock.CONFIRMATION] == rings[Clock.CONTACT] == NOON


def test_a_case_is_never_milder_than_a_report_that_was_joined_to_it() -> None:
    calm, grave = held(), Stage()
    grave.open(HIGH, Cause.REPORT)
    assert grave.case is not None
    grave.case = replace(grave.case, ref=CaseRef("d"), number=CaseNumber("LU-2026-0002"))
    outcome = joining.join(grave.scene, calm.scene, by=CITRA, profile=profile(), now=NOON)
    assert outcome.cases[-1].risk == "TINGGI"
    assert {r.due_at for r in outcome.reminders if r.subject == "d"} == {None}
    with pytest.raises(WrongMoment):
        joining.join(calm.scene, calm.scene, by=CITRA, profile=profile(), now=NOON)
