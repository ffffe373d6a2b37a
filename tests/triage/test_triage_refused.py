"""What is refused, and by which name."""

import csv
import json
from pathlib import Path

import pytest
from any_facts import CALM

from triage.facts import FACTS, Facts, Offender, Victim, WrongFacts, facts_from
from triage.regencies import PROVINCES, REGENCIES

PLACE = "is not the code of a regency, a country abroad (LN:MY) or daring"

REFUSED = [
    ({"victims": [{"age": -3}]}, "victims[0].age: -3 is not an age"),
    ({"victims": [{}, {"age": 121}]}, "victims[1].age: 121 is not an age"),
    ({"victims": [{"age": True}]}, "victims[0].age: true is not an age"),
    ({"victims": [{"age": 3.0}]}, "victims[0].age: 3.0 is not an age"),
    ({"victims": [{"age": "3"}]}, 'victims[0].age: "3" is not an age'),
    ({"victims": [{"age": 10**5000}]}, "victims[0].age: a very large number is not an age"),
    ({"victims": [{"age": float("nan")}]}, "victims[0].age: NaN is not an age"),
    ({"victims": [{"age_group": "remaja"}]}, 'victims[0].age_group: "remaja" is not one of anak, dewasa, janin'),
    (
        {"victims": [{"age": 0, "age_group": "janin"}]},
        "victims[0].age: 0 is given, but a foetus (janin) has no age",
    ),
    ({"victims": [{"sex": "L", "pregnant": True}]}, "victims[0].pregnant: true is given, but sex is L"),
    ({"victims": [{"sex": "p"}]}, 'victims[0].sex: "p" is not one of P, L'),
    ({"victims": [{"pregnant": 1}]}, "victims[0].pregnant: 1 is not true or false"),
    ({"victims": [{"name": "Ani"}]}, "victims[0].name: unknown key"),
    ({"victims": [None]}, "victims[0]: null is not a person"),
    ({"victims": [[]]}, "victims[0]: a list is not a person"),
    ({"victims": {}}, "victims: an object is not a list"),
    ({"victims": "anak"}, 'victims: "anak" is not a list'),
    ({"offender": []}, "offender: a list is not a person"),
    ({"offender": {"age_group": "janin"}}, 'offender.age_group: "janin" is not one of anak, dewasa'),
    ({"offender": {"age": 200}}, "offender.age: 200 is not an age"),
    ({"offender": {"access": True}}, "offender.access: true is not one of ya, tidak"),
    ({"offender": {"sex": "L"}}, "offender.sex: unknown key"),
    ({"offender": {"relation": 7}}, "offender.relation: 7 is not a text"),
    ({"offender": {"relation": "\ud800"}}, 'offender.relation: "\\ud800" holds half a character'),
    ({"violence": "fisik"}, 'violence: "fisik" is not a list'),
    ({"violence": ["fisik", "psikis", "fisik"]}, 'violence[2]: "fisik" is given twice'),
    ({"violence": [["fisik"]]}, "violence[0]: a list is not one of fisik, psikis, seksual, kbgo, "),
    ({"violence": [None]}, "violence[0]: null is not one of"),
    ({"ampk": ["A16"]}, 'ampk[0]: "A16" is not one of A01, '),
    ({"ampk": ["A1"]}, 'ampk[0]: "A1" is not one of'),
    ({"ampk": ["A02", "A02"]}, 'ampk[1]: "A02" is given twice'),
    ({"reporter": "Korban"}, 'reporter: "Korban" is not one of korban, keluarga'),
    ({"reporter": ["korban"]}, "reporter: a list is not one of"),
    ({"ongoing_now": "true"}, 'ongoing_now: "true" is not true or false'),
    ({"ongoing_now": 0}, "ongoing_now: 0 is not true or false"),
    ({"is_report": "unknown"}, 'is_report: "unknown" is not true or false'),
    ({"suicidal": False}, "suicidal: false is not one of tidak, ideasi"),
    ({"hours_since": -1}, "hours_since: -1 is not a whole number from 0 up"),
    ({"hours_since": True}, "hours_since: true is not a whole number from 0 up"),
    ({"days_until": 1.5}, "days_until: 1.5 is not a whole number from 0 up"),
    ({"prior_reports": float("inf")}, "prior_reports: Infinity is not a whole number from 0 up"),
    ({"loc_victim": "73"}, f'loc_victim: "73" {PLACE}'),
    ({"loc_victim": "73.99"}, f'loc_victim: "73.99" {PLACE}'),
    ({"loc_victim": "99.01"}, f'loc_victim: "99.01" {PLACE}'),
    ({"loc_victim": "7322"}, f'loc_victim: "7322" {PLACE}'),
    ({"loc_victim": 73.22}, f"loc_victim: 73.22 {PLACE}"),
    ({"loc_victim": "73.22.5"}, f'loc_victim: "73.22.5" {PLACE}'),
    ({"loc_victim": "73.22.05.201"}, f'loc_victim: "73.22.05.201" {PLACE}'),
    ({"loc_victim": "73.22.05.2001.1"}, f'loc_victim: "73.22.05.2001.1" {PLACE}'),
    ({"loc_victim": "73.22\n"}, f'loc_victim: "73.22\\n" {PLACE}'),
    ({"loc_victim": "٧٣.٢٢"}, "loc_victim: "),
    ({"loc_incident": "LN:ID"}, f'loc_incident: "LN:ID" {PLACE}'),
    ({"loc_incident": "LN:my"}, f'loc_incident: "LN:my" {PLACE}'),
    ({"loc_incident": "LN:MYS"}, f'loc_incident: "LN:MYS" {PLACE}'),
    ({"loc_incident": "LN:"}, f'loc_incident: "LN:" {PLACE}'),
    ({"loc_offender": "Daring"}, f'loc_offender: "Daring" {PLACE}'),
    ({"loc_offender": ["73.22"]}, f"loc_offender: a list {PLACE}"),
    ({"consent": "ya"}, 'consent: "ya" is not one of belum, setuju, menolak'),
    ({"consent_given_by": "petugas"}, 'consent_given_by: "petugas" is not one of korban, wali, terduga_pelaku'),
    ({"consent_refused_by": 1}, "consent_refused_by: 1 is not one of"),
    ({"weapons": True}, "weapons: unknown key"),
    ({"weapons": None}, "weapons: unknown key"),
    ({"": True}, '"": unknown key'),
    ({"a\nb": True}, '"a\\nb": unknown key'),
    ({7: True}, "7: unknown key"),
    ([], "facts: a list is not an object"),
    (None, "facts: null is not an object"),
    ("facts", 'facts: "facts" is not an object'),
]


@pytest.mark.parametrize(("facts", "error"), REFUSED, ids=range(len(REFUSED)))
def test_refused_by_name(facts, error):
    with pytest.raises(WrongFacts) as refused:
        facts_from(facts)
    assert str(refused.value).startswith(error)
    assert len(refused.value.mistakes) == 1


def test_all_mistakes_at_once_in_the_order_given():
    with pytest.raises(WrongFacts) as refused:
        facts_from({"victims": [{"age": -3, "nik": 1}, {"sex": "X"}], "violence": ["x", "fisik", "fisik"], "z": 1})
    names = [mistake.split(":")[0] for mistake in refused.value.mistakes]
    assert names == ["victims[0].age", "victims[0].nik", "victims[1].sex", "violence[0]", "violence[2]", "z"]


def test_an_error_is_short_whatever_was_given():
    with pytest.raises(WrongFacts) as refused:
        facts_from({"reporter": "x" * 10**6, "y" * 10**6: 1})
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("name", sorted(FACTS))
def test_null_is_unknown_everywhere(name):
    assert facts_from({name: None}) == Facts()


@pytest.mark.parametrize(
    "facts",
    [
        {"victims": [{"age": 0}, {"age": 120}, {"age_group": "janin", "pregnant": True}]},
        {"victims": [{}, {}]},
        {"victims": [{"sex": "L", "pregnant": False}, {"sex": None, "pregnant": True}]},
        {"victims": [{"age": 40, "age_group": "anak"}]},
        {"offender": {}},
        {"hours_since": 10**30},
        {"loc_victim": "LN:MY", "loc_incident": "daring", "loc_offender": "96.71.01.1001"},
        {},
    ],
)
def test_unusual_but_possible(facts):
    facts_from(facts)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Victim(age=-3),
        lambda: Victim(age_group="janin", age=1),
        lambda: Victim(sex="L", pregnant=True),
        lambda: Offender(access="mungkin"),
        lambda: Facts(loc_victim="Masamba"),
        lambda: Facts(ongoing_now="ya"),
        lambda: Facts(violence=["fisik"]),
        lambda: Facts(violence=("fisik", "fisik")),
        lambda: Facts(victims=None),
        lambda: Facts(offender=None),
        lambda: Facts(victims=("korban",)),
    ],
)
def test_wrong_facts_cannot_be_built_in_code_either(build):
    with pytest.raises(WrongFacts):
        build()


def test_facts_from_json_and_from_code_are_the_same_value():
    read = facts_from(CALM)
    built = Facts(
        **{
            **CALM,
            "victims": tuple(Victim(**victim) for victim in CALM["victims"]),
            "offender": Offender(**CALM["offender"]),
            "violence": tuple(CALM["violence"]),
        }
    )
    assert read == built
    assert hash(read) == hash(built)
    assert repr(read) == repr(built)


def test_only_what_is_known_is_written():
    facts = Facts(reporter="korban", safe_now=False, victims=(Victim(), Victim(age=0)), offender=Offender())
    assert facts.to_json() == {"reporter": "korban", "victims": [{}, {"age": 0}], "safe_now": False}
    assert Facts().to_json() == {}
    assert json.loads(json.dumps(facts.to_json())) == facts.to_json()


def test_the_regencies_are_those_of_the_profile():
    path = Path(__file__).parents[2] / "profiles" / "places" / "regencies.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["regency_code"]: row["regency"] for row in rows} == REGENCIES
    assert {row["province_code"]: row["province"] for row in rows} == PROVINCES
    assert (len(PROVINCES), len(REGENCIES)) == (38, 514)
