"""The ear on messages that it was never trained on: the bars below which it must not fall."""

from pathlib import Path

import pytest

from triage.signals import NAMES
from triage.signals.train.measure import Report, report, with_weights
from triage.signals.train.messages import read_file, read_folder
from triage.signals.weights import shipped

HELD_OUT = Path(__file__).parent / "held_out.txt"
RECALL, PRECISION, SIGNAL_RECALL = 0.95, 0.90, 0.85
AT_LEAST = 150


@pytest.fixture(scope="module")
def held_out() -> Report:
    messages = read_file(HELD_OUT)
    assert len(messages) >= AT_LEAST
    return report(messages, with_weights(messages, shipped()))


def test_the_alarm_is_heard(held_out: Report) -> None:
    assert held_out.alarm.recall.value >= RECALL, held_out.missed


def test_the_alarm_is_right(held_out: Report) -> None:
    assert held_out.alarm.precision.value >= PRECISION, held_out.wrong


@pytest.mark.parametrize("name", NAMES)
def test_each_signal_is_heard(held_out: Report, name: str) -> None:
    found = held_out.signals[name].recall
    assert found.of >= 8, "too few messages to say anything"
    assert found.value >= SIGNAL_RECALL


def test_nothing_is_both_trained_on_and_held_out() -> None:
    trained = {one.text.casefold() for one in read_folder()}
    assert not [one.text for one in read_file(HELD_OUT) if one.text.casefold() in trained]
