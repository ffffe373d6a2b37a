"""The tables are whole: every row has words and a citation, and any change of them changes the version."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from triage import criteria
from triage.case_types import ALL_RULES, CASE_TYPE_WORDS, TAG_WORDS
from triage.consent import GATE_RULES
from triage.criteria import CRITERIA
from triage.jurisdiction import JURISDICTION_RULES
from triage.routes import ROUTE_RULES
from triage.standing import RISK_RULES
from triage.version import RULES_VERSION, digest
from triage.words import lasting

ROOT = Path(__file__).parents[2]
ROWS = (*CRITERIA, *ALL_RULES, *GATE_RULES, *JURISDICTION_RULES, *RISK_RULES)


def test_every_row_has_words_in_both_languages_and_a_citation():
    for row in ROWS:
        assert row.words.id
        assert row.words.en
        assert row.basis
    for row in ROUTE_RULES:
        assert all((row.agency.id, row.agency.en, row.when.id, row.when.en, row.deadline.id, row.basis))


def test_every_type_and_tag_has_words():
    assert {kind for rule in ALL_RULES for kind in rule.types} == set(CASE_TYPE_WORDS)
    assert {tag for rule in ALL_RULES for tag in rule.tags} == set(TAG_WORDS)


def test_the_case_rules_are_numbered_as_on_the_page():
    assert sorted({int(rule.code[1:]) for rule in ALL_RULES}) == list(range(14))


def test_no_cell_breaks_the_printed_table():
    for row in ROWS:
        assert "|" not in row.words.id + row.words.en + row.basis


@pytest.mark.parametrize(
    "change",
    [
        {"code": "T1x"},
        {"words": CRITERIA[0].words._replace(id="lain")},
        {"basis": "lain"},
        {"fires": lambda it, fired: it.facts.safe_now},
        {"fires": lambda it, fired: not it.facts.ongoing_now},
    ],
)
def test_any_change_of_a_row_changes_the_version(change):
    assert digest((CRITERIA[0]._replace(**change), *CRITERIA[1:])) != digest(CRITERIA)


def test_a_changed_threshold_changes_the_version():
    def within(limit):
        return lambda it, fired: it.facts.hours_since <= limit

    assert digest(within(120)) == digest(within(120))
    assert digest(within(120)) != digest(within(121))


def test_a_changed_step_behind_a_row_changes_the_version():
    assert _version_with("") == RULES_VERSION
    for name in ("SMALL_CHILD = 6", "_wedding_near = lambda it: True", "WHO_THRESHOLD = 4"):
        assert _version_with(f"import triage.criteria; triage.criteria.{name}; ") != RULES_VERSION
    assert criteria.SMALL_CHILD == 5


def _version_with(change, seed="0"):
    return subprocess.run(
        [sys.executable, "-c", f"{change}from triage.version import RULES_VERSION; print(RULES_VERSION)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout.strip()


def test_the_version_is_the_same_in_every_process():
    assert {_version_with("", seed) for seed in ("1", "2", "3")} == {RULES_VERSION}
    assert re.fullmatch(r"perbup-58-2023/1\+[0-9a-f]{12}", RULES_VERSION)


@pytest.mark.parametrize(
    ("minutes", "words", "english"),
    [
        (15, "15 menit", "15 minutes"),
        (60, "1 jam", "1 hour"),
        (295, "4 jam 55 menit", "4 hours 55 minutes"),
        (1440, "24 jam", "24 hours"),
        (61, "1 jam 1 menit", "1 hour 1 minute"),
        (0, "0 menit", "0 minutes"),
    ],
)
def test_time_as_people_say_it(minutes, words, english):
    assert lasting(minutes) == (words, english)


def test_the_decision_reads_no_clock_no_file_and_no_network():
    loaded = _loaded("triage.decision", "triage.explain", "triage.table", "triage.lines")
    assert not loaded & {"datetime", "random", "socket", "urllib", "http", "asyncio", "csv", "subprocess"}


def _loaded(*modules):
    code = f"import sys; before = set(sys.modules); import {', '.join(modules)}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_a_decision_does_not_load_the_listening_for_signals():
    code = "import sys, triage.__main__; print(*(name for name in sys.modules if name.startswith('triage.signals')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
