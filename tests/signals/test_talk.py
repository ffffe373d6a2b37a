"""Ordinary talk calls nobody; danger in the middle of it does."""

from pathlib import Path

import pytest

from triage.signals import listen
from triage.signals.features import read
from triage.signals.heard import NAMES
from triage.signals.judgement import FEW, SHORT, UNNAMED, alarming, known_for_danger, names_danger
from triage.signals.lexicon import spelling
from triage.signals.reading import rows
from triage.signals.train.measure import Report, report, with_weights
from triage.signals.train.messages import read_file, read_folder
from triage.signals.weights import shipped

HELD_OUT = Path(__file__).parent / "held_out_talk.txt"
FALSE_ALARMS, RECALL = 0.02, 0.95
ORDINARY, IN_DANGER = 250, 80

CALM = [
    "satu lagi", "ada satu lagi", "rumah saya warna biru", "rumah cat biru dekat masjid", "sudah makan", "hari senin",
    "saya masih di sini", "saya sudah di depan kantor bu", "pintu pagar didorong saja bu", "tolong diprint ya",
    "dia teman saya dari SMA", "batuk", "telur", "kadang-kadang", "dia sudah dipanggil polisi",
    "saya sudah di depan, pintunya sebelah mana",
]  # fmt: skip
DANGER = [
    ("satu lagi, dia bawa parang tadi malam", {"weapon"}),
    ("dia sudah di depan rumah", {"offender_near"}),
    ("sudah makan bu, tapi dia datang lagi dan masih di luar", {"offender_near"}),
    ("masih di sini", {"offender_near"}),  # whoever leaves the subject out may mean him: one glance too many
    ("dia pukul lagi", {"ongoing_now"}),
    ("lagi dipukul", {"ongoing_now"}),
    ("panggil polisi", {"plea"}),
    ("bu tolong", {"plea"}),
]


@pytest.fixture(scope="module")
def held_out() -> Report:
    messages = read_file(HELD_OUT)
    assert sum(not one.alarm for one in messages) >= ORDINARY
    assert sum(one.alarm for one in messages) >= IN_DANGER
    return report(messages, with_weights(messages, shipped()))


def test_ordinary_talk_calls_nobody(held_out: Report) -> None:
    ordinary = sum(not one.alarm for one in read_file(HELD_OUT))
    assert len(held_out.wrong) <= FALSE_ALARMS * ordinary, held_out.wrong


def test_danger_in_talk_is_heard(held_out: Report) -> None:
    assert held_out.alarm.recall.value >= RECALL, held_out.missed


def test_none_of_it_was_trained_on() -> None:
    trained = {one.text.casefold() for one in read_folder()}
    assert not [one.text for one in read_file(HELD_OUT) if one.text.casefold() in trained]


@pytest.mark.parametrize("text", CALM)
def test_an_ordinary_answer_stays_calm(text: str) -> None:
    assert not listen(text).alarm


@pytest.mark.parametrize(("text", "signals"), DANGER)
def test_danger_beside_it_does_not(text: str, signals: set[str]) -> None:
    heard = listen(text)
    assert heard.alarm
    assert signals <= {signal.name for signal in heard.signals}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("pintunya di samping", False),
        ("dia di samping", True),
        ("suami di depan pintu", True),
        ("kursinya di teras", False),
        ("tidak dipukul", False),
        ("dipukul", True),
        ("nomor antrian 12", False),
    ],
)
def test_what_names_a_danger(text: str, named: bool) -> None:
    assert names_danger(read(text)[1]) is named


def test_few_words_must_be_surer_and_more_so_when_they_name_no_danger() -> None:
    scores = [0.0] * (1 + len(NAMES))
    named, unnamed = read("dipukul")[1], read("warna biru")[1]
    long = alarming(scores, unnamed, FEW + 1)
    assert alarming(scores, named, FEW) == pytest.approx(long - SHORT)
    assert alarming(scores, unnamed, FEW) == pytest.approx(long - SHORT - UNNAMED)


def test_an_alarm_is_an_alarm_of_something() -> None:
    silent, loud = [0.0, *[-1.0] * len(NAMES)], [0.0, *[-1.0] * (len(NAMES) - 1), 1.0]
    assert alarming(loud, [], 1) > alarming(silent, [], 1)


def test_each_group_known_for_danger_stands_in_the_vocabulary() -> None:
    assert known_for_danger() <= {group for group, *_ in rows("triage.signals.tables", "vocabulary.tsv")}


def test_an_everyday_word_is_not_read_as_a_slip_of_a_dangerous_one() -> None:
    """Else 'kadang' is a cage and 'ombak' a spear."""
    known = spelling()
    assert {"kadang", "kosong", "ombak", "telur", "lembar", "tembok", "wajar", "print"} <= known.keys()
