"""What must hold for any facts at all."""

import copy
import json

import pytest
from any_facts import CALM, TRUTHS, any_facts
from hypothesis import given, settings
from hypothesis import strategies as st
from second_reading import read

from triage.decision import decide
from triage.explain import explain
from triage.facts import facts_from

GRAVITY = {None: 0, "RENDAH": 1, "SEDANG": 2, "TINGGI": 3}
BENIGN = {
    name: False
    for name in TRUTHS
    if name
    not in (
        "safe_now",
        "patbm_active",
        "village_ok",
        "historical",
        "detained",
        "child_witness",
        "coi_desa",
        "needs_cross_coordination",
    )
} | {"safe_now": True, "historical": True, "suicidal": "tidak", "days_until": 30, "hours_since": 2000}
DANGEROUS = {
    name: True
    for name in BENIGN
    if name not in ("safe_now", "historical", "suicidal", "days_until", "hours_since", "recent")
} | {"safe_now": False, "suicidal": "percobaan", "hours_since": 1, "days_until": 0, "recent": True}


def judge(facts):
    return decide(facts_from(facts))


@given(any_facts)
@settings(max_examples=400, deadline=None)
def test_any_facts_are_decided_as_the_page_says(facts):
    assert judge(facts).to_json() == read(facts)


@given(any_facts)
@settings(max_examples=100, deadline=None)
def test_another_regency_is_decided_by_its_own_places(facts):
    assert decide(facts_from(facts), ours="73.24").to_json() == read(facts, ours="73.24")


@given(any_facts)
@settings(max_examples=150, deadline=None)
def test_facts_come_back_from_json_as_they_were(facts):
    read_once = facts_from(facts)
    written = read_once.to_json()
    assert facts_from(json.loads(json.dumps(written))) == read_once
    assert None not in written.values()
    assert facts_from(written).to_json() == written


@given(any_facts)
@settings(max_examples=100, deadline=None)
def test_the_same_facts_give_the_same_decision_and_are_left_alone(facts):
    before = copy.deepcopy(facts)
    assert judge(facts) == judge(facts)
    assert facts == before


@given(any_facts, st.sampled_from(sorted(BENIGN)))
@settings(max_examples=300, deadline=None)
def test_not_knowing_a_danger_is_never_milder_than_knowing_it_away(facts, name):
    known, unknown = judge(facts | {name: BENIGN[name]}), judge(facts | {name: None})
    assert GRAVITY[unknown.risk] >= GRAVITY[known.risk]
    assert unknown.emergency >= known.emergency


@pytest.mark.parametrize("name", sorted(BENIGN))
def test_not_knowing_one_thing_of_a_calm_case_is_never_milder(name):
    facts = CALM | {"violence": ["fisik", "seksual", "perkawinan_paksa"], name: BENIGN[name]}
    known, unknown = judge(facts), judge(facts | {name: None})
    assert GRAVITY[unknown.risk] >= GRAVITY[known.risk]


@given(any_facts)
@settings(max_examples=200, deadline=None)
def test_not_knowing_whether_the_offender_can_come_is_never_milder(facts):
    offender = {**(facts.get("offender") or {}), "same_household": None}
    far, nobody_knows = (judge(facts | {"offender": offender | {"access": access}}) for access in ("tidak", None))
    assert GRAVITY[nobody_knows.risk] >= GRAVITY[far.risk]
    assert nobody_knows.emergency >= far.emergency


@given(any_facts, st.sampled_from(sorted(DANGEROUS)))
@settings(max_examples=300, deadline=None)
def test_a_danger_more_never_lowers_the_risk_or_clears_the_emergency(facts, name):
    before, after = judge(facts), judge(facts | {name: DANGEROUS[name]})
    assert GRAVITY[after.risk] >= GRAVITY[before.risk]
    assert after.emergency >= before.emergency


@given(any_facts)
@settings(max_examples=300, deadline=None)
def test_what_holds_in_every_decision(facts):
    decision = judge(facts)
    codes = [route.code for route in decision.routes]
    if decision.emergency:
        assert decision.risk == "TINGGI"
        assert any(code.startswith("T") for code in decision.criteria)
        assert decision.contact_within_minutes == 15
    assert decision.emergency == (codes[:1] in (["e"], ["e*"]))
    ways = [code for code in codes if code in ("b", "a", "d", "d*")]
    if {"KTP", "KTA"} & set(decision.case_types):
        assert ways in (["b"], ["a"], ["d"], ["d", "a"], ["d*"])
    else:
        assert ways == []
    assert ("c" in codes) == ("ABH" in decision.case_types)
    assert ("f" in codes) == (decision.case_types == ("LAINNYA",))
    assert (codes == []) == (decision.case_types == ("BUKAN_LAPORAN",))
    assert all(60 <= route.deadline_minutes <= 1440 for route in decision.routes)
    assert decision.tags == tuple(sorted(set(decision.tags)))
    if decision.jurisdiction == "DESA":
        assert decision.risk == "RENDAH"
        assert decision.criteria == ()


@given(any_facts, st.sampled_from(["id", "en"]))
@settings(max_examples=100, deadline=None)
def test_every_decision_can_be_told_in_words(facts, language):
    decision = judge(facts)
    told = explain(decision, language=language)
    for code in [*decision.criteria, *(route.code for route in decision.routes), *decision.tags]:
        assert code in told
