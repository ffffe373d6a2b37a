"""Training gives the same bytes, and the shipped weights are those that the messages give."""

from pathlib import Path

import pytest

from triage.signals.train.__main__ import WEIGHTS, main
from triage.signals.train.learning import learn, parts_of
from triage.signals.train.measure import Share, crossed, quality, report
from triage.signals.train.messages import Labelled, WrongHeading, read_file, read_folder
from triage.signals.train.solver import solve
from triage.signals.weights import OUTPUTS, parse


def test_the_shipped_weights_are_what_the_messages_give() -> None:
    messages = read_folder()
    assert learn(messages, [parts_of(one.text) for one in messages]) == WEIGHTS.read_text("utf-8")


def test_there_are_enough_messages_of_both_kinds() -> None:
    messages = read_folder()
    assert len(messages) >= 1760
    assert 0.3 < sum(one.alarm for one in messages) / len(messages) < 0.6


def test_a_message_more_changes_the_weights() -> None:
    messages = read_folder()[:200]
    parts = [parts_of(one.text) for one in messages]
    other = [*messages[1:], Labelled("mati lampu", False, frozenset(), "x")]
    assert learn(messages, parts, ("alarm",)) != learn(other, [parts_of(one.text) for one in other], ("alarm",))


def test_the_first_messages_by_cross_validation() -> None:
    """A floor, on a part, so that a bad change is noticed without training five times on everything."""
    messages = read_folder()[::4]
    found = report(messages, crossed(messages, folds=2))
    assert found.alarm.recall.value >= 0.88
    assert found.alarm.precision.value >= 0.75


def test_solver_separates_what_can_be_separated() -> None:
    vectors = [((0, 2), (1.0, 1.0)), ((1, 2), (1.0, 1.0))] * 3
    weights = solve(vectors, [True, False] * 3, size=3, cost_true=1.0, cost_false=1.0, rounds=20)
    assert weights[0] > 0.5
    assert weights[1] < -0.5


def test_weights_read_back() -> None:
    weights = parse("# x\nbias\t-\talarm=+0.5\nletters\t·a·\talarm=+1.0\tplea=-0.5\n")
    assert weights.bias[0] == 0.5
    assert weights.families == {"letters": {" a ": ((0, 1.0), (OUTPUTS.index("plea"), -0.5))}}


@pytest.mark.parametrize("heading", ["== bahya: weapon", "== bahaya: gun"])
def test_a_wrong_heading_is_refused_by_its_line(tmp_path: Path, heading: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"# x\n{heading}\nhalo\n", "utf-8")
    with pytest.raises(WrongHeading, match=r"a\.txt:2"):
        read_file(file)


def test_a_line_break_in_a_message(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("== aman:\nsatu\\ndua\n", "utf-8")
    assert read_file(file) == [Labelled("satu\ndua", False, frozenset(), "a")]


def test_a_share_tells_its_uncertainty() -> None:
    assert str(Share(116, 117)) == "0.991 (0.953–0.998; 116/117)"
    assert Share(0, 0).value == 1.0
    found = quality([(True, True), (True, False), (False, True)])
    assert (found.recall, found.precision) == (Share(1, 2), Share(1, 2))


def test_check_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = WEIGHTS.stat().st_mtime_ns
    assert main(["--check"]) == 0
    assert "bobot sama" in capsys.readouterr().out
    assert WEIGHTS.stat().st_mtime_ns == before
