"""The command as people and other programs meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from triage.case_types import ALL_RULES
from triage.consent import GATE_RULES
from triage.criteria import CRITERIA
from triage.decision import RULES_VERSION, decide
from triage.facts import facts_from
from triage.routes import ROUTE_RULES

ROOT = Path(__file__).parents[2]
GOOD = {"ongoing_now": True, "loc_victim": "73.22"}
LINE = json.dumps(GOOD).encode()
DECISION = decide(facts_from(GOOD)).to_json()


def triage(*arguments, given=b""):
    done = subprocess.run(
        [sys.executable, "-m", "triage", *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answers(printed):
    return [json.loads(line) for line in printed.splitlines()]


def test_a_decision_a_line_in_order():
    status, printed, complaints = triage(given=LINE + b"\n{}\n" + LINE)
    assert (status, complaints) == (0, "")
    assert answers(printed) == [DECISION, decide(facts_from({})).to_json(), DECISION]
    assert printed.splitlines()[0] == json.dumps(DECISION)


def test_nothing_in_nothing_out():
    assert triage() == (0, "", "")


def test_a_wrong_line_is_answered_in_its_place_and_the_rest_decided():
    status, printed, complaints = triage(given=LINE + b'\n{"victims":[{"age":-3}]}\n' + LINE + b"\n")
    assert (status, complaints) == (1, "")
    assert answers(printed) == [DECISION, {"error": "victims[0].age: -3 is not an age", "line": 2}, DECISION]
    assert list(answers(printed)[1]) == ["error", "line"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"nonsense", "not JSON: Expecting value at character 1"),
        (b'{"a": 1', "not JSON: "),
        (b"{} {}", "not JSON: Extra data"),
        (b"[]", "facts: a list is not an object"),
        (b"null", "facts: null is not an object"),
        (b'{"hours_since": NaN}', "not JSON: NaN"),
        (b'{"hours_since": -Infinity}', "not JSON: -Infinity"),
        (b'{"hours_since": 1e999}', "hours_since: Infinity is not a whole number"),
        (b'{"hours_since": 1' + b"0" * 5000 + b"}", "not facts: a number is too long"),
        (b'{"safe_now": true, "safe_now": false}', "safe_now: given twice"),
        (b'{"offender": {"age": 1, "age": 1}}', "age: given twice"),
        (b'{"\xff": 1}', "not UTF-8 at byte 3"),
        (LINE.decode().encode("utf-16"), "not UTF-8 at byte 1"),
        (b'{"\\ud800": 1}', '"\\ud800": unknown key'),
        (b'{"offender": {"relation": "\\udc80"}}', "offender.relation: "),
        (b"[" * 200_000, "not facts: nested too deeply"),
        (b'{"victims":' * 100_000, "not facts: nested too deeply"),
        (b'{"victims":' * 500 + b"1" + b"}" * 500, "victims: an object is not a list"),
        (b'{"relation": "' + b"x" * 11_000_000 + b'"}', "longer than 10000000 bytes"),
        (b"\0", "not JSON"),
    ],
    ids=lambda part: repr(part)[:40],
)
def test_whatever_stands_in_a_line_the_next_is_decided(line, error):
    status, printed, complaints = triage(given=line.replace(b"\n", b" ") + b"\n" + LINE)
    assert (status, complaints) == (1, "")
    wrong, right = answers(printed)
    assert wrong["error"].startswith(error)
    assert wrong["line"] == 1
    assert right == DECISION


def test_windows_line_ends_byte_order_mark_and_blank_lines():
    status, printed, _ = triage(given=b"\xef\xbb\xbf" + LINE + b"\r\n\r\n \t\n" + LINE + b"\r\nx")
    assert status == 1
    assert [answer.get("line") for answer in answers(printed)] == [None, None, 5]


def test_files_in_the_order_given_each_counting_its_own_lines(tmp_path):
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_bytes(LINE + b"\n\nx\n")
    second.write_bytes(b"\xef\xbb\xbf{}\nx")
    status, printed, _ = triage(first, second, "-", given=LINE)
    assert status == 1
    assert [answer.get("line") for answer in answers(printed)] == [None, 3, None, 2, None]


@pytest.mark.parametrize("missing", ["nowhere.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named_and_the_others_decided(tmp_path, missing):
    there = tmp_path / "there.jsonl"
    there.write_bytes(LINE)
    status, printed, complaints = triage(tmp_path / missing, there)
    assert status == 2
    assert answers(printed) == [DECISION]
    assert complaints.startswith(f"triage: {tmp_path / missing}: ")
    assert complaints.count("\n") == 1


def test_a_reader_that_leaves_is_no_error(tmp_path):
    many = tmp_path / "many.jsonl"
    many.write_bytes((LINE + b"\n") * 5000)
    with subprocess.Popen(
        [sys.executable, "-m", "triage", many], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert json.loads(running.stdout.readline()) == DECISION
        running.stdout.close()
        assert running.stderr.read() == b""
        running.wait(timeout=30)


def test_each_answer_comes_as_soon_as_its_line_is_there():
    with subprocess.Popen(
        [sys.executable, "-m", "triage"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        for _ in range(3):
            running.stdin.write(LINE + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline()) == DECISION
        running.stdin.close()
        assert running.wait(timeout=30) == 0


def test_explained_for_people():
    facts = {
        "violence": ["seksual"],
        "victims": [{"age": 12, "sex": "P"}],
        "hours_since": 30,
        "reporter": "korban",
        "safe_now": False,
    }
    status, printed, _ = triage("--explain", given=json.dumps(facts).encode() + b"\nx")
    assert status == 1
    decision = decide(facts_from(facts))
    for criterion in CRITERIA:
        row = f"  {criterion.code:<4}{criterion.words.id} [{criterion.basis}]\n"
        assert (row in printed) == (criterion.code in decision.criteria)
    for words in (
        "KTA (Kekerasan terhadap anak)",
        "TINGGI · DARURAT",
        "paling lambat 15 menit",
        "UPTD PPA / DP3AP2KB: paling lambat 4 jam 55 menit [Perbup 58/2023 Lamp. II 1.5.a, 1.7]",
        "Tim penjangkauan, bersama polisi 110 dan ambulans 119: paling lambat 24 jam",
        "menunggu (Belum ada jawaban: menunggu persetujuan)",
        "3×24 jam",
        "PEP (pencegahan HIV) 42 jam lagi",
        "Baris 2\ntidak dapat diputuskan: not JSON",
    ):
        assert words in printed


def test_explained_in_english_to_any_terminal():
    status, printed, _ = triage("--explain", "--lang", "en", given=LINE)
    assert status == 0
    assert "The violence is going on right now [Perbup 58/2023 Lamp. II 1.5.e]" in printed


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_table(language):
    status, printed, _ = triage("--table", "--lang", language)
    assert status == 0
    assert RULES_VERSION in printed
    for row in (*CRITERIA, *ALL_RULES, *GATE_RULES):
        assert f"{row.words.spoken(language)} |" in printed
        assert row.basis in printed
    for row in ROUTE_RULES:
        assert f"| {row.code} | {row.when.spoken(language)} | {row.agency.spoken(language)} | " in printed


@pytest.mark.parametrize("arguments", [["--explain", "--table"], ["--nothing"], ["--lang", "xx"]])
def test_a_wrong_call_is_told(arguments):
    status, printed, complaints = triage(*arguments)
    assert (status, printed) == (2, "")
    assert "usage: python -m triage" in complaints
