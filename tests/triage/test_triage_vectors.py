"""Every worked case and every vector, down to the order of the keys."""

import json
from pathlib import Path

import pytest
from second_reading import read

from triage.decision import decide
from triage.facts import facts_from

DATA = Path(__file__).parent / "data"
EXAMPLES = json.loads((DATA / "examples.json").read_text(encoding="utf-8"))
VECTORS = [json.loads(line) for line in (DATA / "vectors.jsonl").read_text(encoding="utf-8").splitlines()]


def test_nothing_was_lost_in_copying():
    assert (len(EXAMPLES), len(VECTORS)) == (28, 400)


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: f"{case['id']} {case['title']}")
def test_worked_case(case):
    assert json.dumps(decide(facts_from(case["facts"])).to_json()) == json.dumps(case["expected"])


def test_vectors():
    for number, case in enumerate(VECTORS, start=1):
        decided = decide(facts_from(case["facts"])).to_json()
        assert json.dumps(decided) == json.dumps(case["expected"]), f"vector {number}: {case['facts']}"


def test_the_second_reading_agrees_with_every_vector():
    for case in [*EXAMPLES, *VECTORS]:
        assert read(case["facts"]) == case["expected"], case["facts"]
