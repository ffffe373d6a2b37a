"""What the rules may know of answers: nothing that was not told, and danger as soon as it was."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.conversation.facts import facts_of, pressing
from handlers.conversation.summary import kecamatan, lines
from tests.conversation.talking import at, fresh, say, start, words, world
from triage.decision import decide
from triage.facts import facts_from

#: Answers → all facts that follow, as JSON.
TOLD: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({}, {}),
    ({"safe": "_skip"}, {}),
    ({"safe": "ya"}, {"safe_now": True, "ongoing_now": False}),
    ({"safe": "tidak"}, {"safe_now": False}),
    ({"safe": "tidak", "now": []}, {"safe_now": False, "ongoing_now": False}),
    ({"now": ["pukul"]}, {"ongoing_now": True, "offender": {"access": "ya"}}),
    ({"now": ["dekat"]}, {"ongoing_now": True, "offender": {"access": "ya"}}),
    ({"now": ["bunuh"]}, {"ongoing_now": False, "death_threat": True, "threats": True}),
    ({"_picks": {"now": ["senjata"]}}, {"weapon": True}),
    ({"who": "sp"}, {"reporter": "korban", "victims": [{"sex": "P", "age_group": "dewasa"}]}),
    ({"who": "petugas"}, {"reporter": "petugas"}),
    ({"who": "petugas", "job": "psi"}, {"reporter": "psikolog"}),
    ({"who": "lain", "victim": "pa"}, {"reporter": "pihak_ketiga", "victims": [{"sex": "P", "age_group": "anak"}]}),
    ({"who": "anak", "victim": "la", "age": "0"}, {"reporter": "keluarga", "victims": [{"sex": "L", "age": 0}]}),
    ({"who": "anak", "victim": {"age": 3}}, {"reporter": "keluarga", "victims": [{"age": 3}]}),
    ({"victim": "_skip"}, {"victims": [{}]}),
    ({"kind": ["pukul", "hina"]}, {"violence": ["fisik", "psikis"]}),
    ({"kind": ["seks", "ucap"]}, {"violence": ["seksual"], "sexual_contact": True}),
    ({"kind": ["ucap"]}, {"violence": ["seksual"], "sexual_contact": False}),
    ({"kind": ["foto", "jual", "hilang"]}, {"violence": ["kbgo", "tppo", "hilang"]}),
    ({"kind": ["tanya"]}, {}),
    ({"kind": ["hukum"]}, {"ampk": ["A02"]}),
    ({"kind": ["hukum"], "law": ["saksi"]}, {"child_witness": True, "detained": False}),
    ({"kind": ["hukum"], "law": ["tuduh", "tahan"]}, {"ampk": ["A02"], "child_witness": False, "detained": True}),
    ({"when": "h0"}, {"hours_since": 24, "recent": True}),
    ({"when": "h3"}, {"hours_since": 71, "recent": True}),
    ({"when": "h5"}, {"hours_since": 119, "recent": True}),
    ({"when": 3}, {"hours_since": 3, "recent": True}),
    ({"when": "d6"}, {"recent": False}),
    ({"when": "kecil"}, {"recent": False, "historical": True}),
    ({"when": "_skip"}, {}),
    ({"wed": "7"}, {"days_until": 7}),
    ({"wed": 12}, {"days_until": 12}),
    ({"wed": "lewat"}, {}),
    ({"doer": "pejabat", "reach": "tidak"},
     {"offender": {"relation": "petugas_pemerintah", "official": True, "access": "tidak", "same_household": False}}),
    ({"doer": {"age": 15, "relation": "teman"}}, {"offender": {"age": 15, "relation": "teman"}}),
    ({"doer": "remaja"}, {"offender": {"relation": "anak", "age_group": "anak"}}),
    ({"reach": "rumah"}, {"offender": {"access": "ya", "same_household": True}}),
    ({"place": "73.22.05"}, {"loc_victim": "73.22.05"}),
    ({"place": "73.22.05", "village": "73.22.05.2003"}, {"loc_victim": "73.22.05.2003"}),
    ({"place": "73.22.05", "village": "_skip", "where": "sama"},
     {"loc_victim": "73.22.05", "loc_incident": "73.22.05"}),
    ({"place": "lain", "regency": "73.73", "where": "daring"}, {"loc_victim": "73.73", "loc_incident": "daring"}),
    ({"place": "ln", "country": "LN:MY", "where": "lain", "iplace": "73.22.01"},
     {"loc_victim": "LN:MY", "loc_incident": "73.22.01"}),
    ({"place": "spot"}, {}),
    ({"place": "99.99.99"}, {}),
    ({"state": [], "who": "sl"},
     {"reporter": "korban", "victims": [{"sex": "L", "age_group": "dewasa", "disability": False}],
      "suicidal": "tidak", "serious_psych_impact": False}),
    ({"state": ["hamil", "difabel", "gelap"], "who": "sp"},
     {"reporter": "korban", "victims": [{"sex": "P", "age_group": "dewasa", "pregnant": True, "disability": True}],
      "suicidal": "ideasi", "serious_psych_impact": False}),
    ({"state": ["tua"], "who": "sl"},
     {"reporter": "korban", "victims": [{"sex": "L", "age": 60, "disability": False}],
      "suicidal": "tidak", "serious_psych_impact": False}),
    ({"_picks": {"state": ["gelap"]}}, {"suicidal": "ideasi"}),
    ({"now": ["mati"], "mind": "rencana"}, {"ongoing_now": False, "suicidal": "niat_rencana"}),
    ({"others": [{"sex": "L", "age": 7}], "other": "pa", "otherage": "5", "who": "sp"},
     {"reporter": "korban",
      "victims": [{"sex": "P", "age_group": "dewasa"}, {"sex": "L", "age": 7}, {"sex": "P", "age": 5}]}),
)  # fmt: skip


@pytest.mark.parametrize(("answers", "facts"), TOLD, ids=lambda part: str(part)[:40])
def test_only_what_was_told_is_known(answers: dict[str, Any], facts: dict[str, Any]) -> None:
    assert facts_of(answers, world()).to_json() == facts_from(facts).to_json()


def test_none_of_the_signs_means_that_they_are_not_so() -> None:
    told = facts_of({"who": "sp", "danger": []}, world())
    for fact in (
        "severe_injury",
        "injury",
        "repeated",
        "weapon",
        "strangulation",
        "death_threat",
        "threats",
        "confined",
    ):
        assert getattr(told, fact) is False
    assert told.no_safe_caregiver is None


def test_what_gets_worse_has_happened_before() -> None:
    told = facts_of({"danger": ["makin"]}, world())
    assert told.escalating
    assert told.repeated
    assert told.injury is False


def test_a_man_is_never_pregnant_whatever_was_said_before() -> None:
    told = facts_of({"who": "sl", "state": ["hamil"]}, world())
    assert told.victims[0].pregnant is None


#: Answers so far → whether officers are woken now, and by the whole report as it stands.
URGENCY: tuple[tuple[tuple[str, ...], bool], ...] = (
    ((), False),
    (("safe:tidak",), False),
    (("safe:tidak", "now:pukul"), True),
    (("safe:tidak", "now:dekat"), True),
    (("safe:tidak", "now:parah"), True),
    (("safe:tidak", "now:kurung"), True),
    (("safe:tidak", "now:senjata"), True),
    (("safe:tidak", "now:tenang"), False),
    (("safe:ya", "who:sp", "kind:seks"), False),
    (("safe:ya", "who:sp", "kind:seks", "kind:_done"), False),
    (("safe:ya", "who:sp", "kind:seks", "kind:_done", "when:_skip"), True),
    (("safe:ya", "who:sp", "kind:seks", "kind:_done", "when:h1"), True),
    (("safe:ya", "who:sp", "kind:seks", "kind:_done", "when:m1"), False),
    (("safe:ya", "who:sp", "kind:ucap", "kind:_done", "when:h0"), False),
    (("safe:ya", "who:sp", "kind:hilang"), True),
    (("safe:ya", "who:sp", "kind:jual"), True),
    (("safe:ya", "who:sp", "kind:kawin", "kind:_done"), False),
    (("safe:ya", "who:sp", "kind:kawin", "kind:_done", "wed:7"), True),
    (("safe:ya", "who:sp", "kind:kawin", "kind:_done", "wed:8"), False),
    (("safe:ya", "who:sa", "victim:_skip", "age:_skip", "kind:hina", "kind:_done", "when:h0", "danger:none",
      "state:gelap"), True),
    (("safe:ya", "who:sp", "kind:hina", "kind:_done", "when:h0", "danger:none", "state:gelap", "state:_done"), False),
    (("safe:ya", "who:sp", "kind:hina", "kind:_done", "when:h0", "danger:none", "state:gelap", "state:_done",
      "mind:rencana"), True),
    (("safe:_skip", "now:_skip", "who:sp", "kind:pukul", "kind:_done", "when:h0", "danger:cekik"), True),
)  # fmt: skip


@pytest.mark.parametrize(("way", "urgent"), URGENCY, ids=lambda part: str(part)[-40:])
def test_officers_are_woken_by_what_was_told_and_not_by_what_was_not_asked_yet(
    way: tuple[str, ...], urgent: bool
) -> None:
    answers = say(start().dialogue, *way).dialogue.answers if way else {}
    assert pressing(answers, world()) is urgent
    if urgent:
        assert decide(facts_of(answers, world()), ours="73.22").emergency


def test_danger_that_is_ticked_does_not_wait_for_done() -> None:
    turn = say(start().dialogue, "safe:tidak", "now:pukul")
    assert turn.answered == ""
    assert pressing(turn.dialogue.answers, world())


def test_a_card_names_the_kecamatan_and_never_the_village() -> None:
    assert kecamatan({"place": "73.22.11.2003"}, world()) == "Baebunta"
    assert kecamatan({"place": "73.22.05", "village": "73.22.05.2003"}, world()) == "Rongkong"
    assert kecamatan({"place": "lain", "regency": "73.73"}, world()) == "Kota Palopo"
    assert kecamatan({"place": "ln", "country": "LN:MY"}, world()) == "Malaysia"
    assert kecamatan({"place": "ln"}, world()) == ""
    assert kecamatan({"place": "_skip"}, world()) == ""
    assert kecamatan({}, world()) == ""


def test_the_summary_says_what_was_answered() -> None:
    dialogue = say(start().dialogue, "safe:ya", "who:sp", "dipukul, dihina", "3 jam lalu", "danger:none").dialogue
    said = [words(one) for one in lines(dialogue.answers, world())]
    assert said == [
        "Aman sekarang: Ya, aman",
        "Yang mengalami: Saya sendiri, perempuan dewasa",
        "Yang terjadi: Dipukul atau disakiti badannya; Dihina, dibentak, atau diancam",
        "Terakhir terjadi: 3 jam lalu",
        "Tanda bahaya: tidak ada",
    ]


def test_what_was_typed_is_shown_as_it_was_typed() -> None:
    dialogue = say(at("name"), "<b>Ani</b> & Co").dialogue
    assert "&lt;b&gt;Ani&lt;/b&gt; &amp; Co" in words(lines(dialogue.answers, world())[0])


def test_a_plain_question_is_nobodys_violence() -> None:
    way = ("safe:ya", "who:sp", "kind:tanya", "place:_skip", "tell:_skip", "contact:chat", "send:kirim")
    answers = say(start().dialogue, *way).dialogue.answers
    decision = decide(facts_of(answers, world()), ours="73.22")
    assert decision.case_types == ("LAINNYA",)
    assert fresh().answers == {}
