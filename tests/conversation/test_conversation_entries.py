"""The questions that forms about a case share: when it was, what was told, how the risk is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.conversation.engine import Answer, Kind
from handlers.conversation.entry_steps import files_of, moment, rating_steps, told_in, when_steps, words_of
from handlers.conversation.flows import FLOWS
from handlers.conversation.meeting_forms import rights_told
from tests.conversation.talking import TODAY, asked, noted, press, say, start, world, write

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # 11:00 in Luwu Utara
KNOWN: dict[str, Any] = {"today": TODAY, "clock": "11:00", "risk": "TINGGI"}

SAID = (
    ("mtwhen:0", None, "2026-11-20T03:00"),
    ("mtwhen:60", None, "2026-11-20T02:00"),
    ("mtwhen:tadi", "mtwhenh:08:00", "2026-11-20T00:00"),
    ("mtwhen:tadi", "09.30", "2026-11-20T01:30"),
    ("mtwhen:kemarin", "mtwhenh:19:00", "2026-11-19T11:00"),
    ("09.30", None, "2026-11-20T01:30"),
    ("kemarin 21.15", None, "2026-11-19T13:15"),
    ("kemarin", "jam 7 malam", "2026-11-19T11:00"),
    ("18-11 10.00", None, "2026-11-18T02:00"),
    ("90 menit lalu", None, "2026-11-20T01:30"),
)


@pytest.mark.parametrize(("first", "second", "expected"), SAID)
def test_when_it_was(first: str, second: str | None, expected: str) -> None:
    flow = FLOWS["meet"]
    begun = start(flow, **KNOWN, mtway="unit")
    turn = say(begun.dialogue, *(part for part in (first, second) if part), flow=flow)
    assert asked(turn) == "ask-mtwith"
    at = moment(turn.dialogue.answers, "mtwhen", profile=world().profile, now=NOW)
    assert at.astimezone(UTC) == datetime.fromisoformat(f"{expected}+00:00")


@pytest.mark.parametrize("said", ["15.00", "besok 09.00", "21-11 10.00", "entah"])
def test_what_is_still_to_come_or_says_no_time_is_asked_again(said: str) -> None:
    flow = FLOWS["meet"]
    turn = say(start(flow, **KNOWN, mtway="unit").dialogue, said, flow=flow)
    assert asked(turn) == "ask-happened"


def test_an_hour_of_today_that_is_still_to_come_is_neither_offered_nor_taken() -> None:
    flow = FLOWS["meet"]
    turn = say(start(flow, **KNOWN, mtway="unit").dialogue, "mtwhen:tadi", flow=flow)
    offered = [b.choice for row in turn.messages[0].buttons for b in row if b.choice.startswith("mtwhenh:0")]
    assert offered == ["mtwhenh:08:00"]
    assert asked(say(turn.dialogue, "14.00", flow=flow)) == "ask-happened-hour"


def test_ticks_words_voice_and_page_are_all_an_answer() -> None:
    flow = FLOWS["assess"]
    dialogue = start(flow, **KNOWN, aswhen=0).dialogue
    voice = Answer(Kind.VOICE, file_id="v")
    page = Answer(Kind.PHOTO, file_id="p", text="halaman 1")
    turn = say(dialogue, "asbio:luka", "asbio:_done", "aspsi:takut", voice, "masih sekolah", page, flow=flow)
    told = told_in(flow, turn.dialogue.answers)
    assert told["asbio"] == ["luka"]
    assert told["aspsi"] == {"kind": "voice", "file_id": "v", "ticks": ["takut"]}
    assert (told["assos"], words_of(told["asspi"])) == ("masih sekolah", "halaman 1")
    assert [(file.kind, file.file_id) for file in files_of(told)] == [("voice", "v"), ("photo", "p")]
    assert noted(turn) == "form-received"


@pytest.mark.parametrize("sent", [write("ya"), Answer(Kind.VOICE, file_id="v"), Answer(Kind.DOCUMENT, file_id="d")])
def test_only_a_photo_is_the_signed_form(sent: Answer) -> None:
    flow = FLOWS["consent"]
    known = {**KNOWN, "csexpl": "dibaca", "cssign": "korban", "cswhen": 0, "csscope": []}
    turn = say(start(flow, **known).dialogue, sent, flow=flow)
    assert (asked(turn), noted(turn)) == ("ask-csphoto", "form-wants-photo")


def test_staff_are_not_told_that_something_is_kept_which_is_not() -> None:
    """A photo beside a question that wants a button is not in the case: the words for reporters say that it is."""
    dialogue = start(FLOWS["meet"], **KNOWN).dialogue
    for sent in (Answer(Kind.PHOTO, file_id="p"), write("zzz")):
        assert noted(say(dialogue, sent, sent, flow=FLOWS["meet"])) == "form-not-fitting"


@pytest.mark.parametrize(
    ("before", "now", "why"), [("TINGGI", "SEDANG", True), ("SEDANG", "SEDANG", False), ("SEDANG", "TINGGI", False)]
)
def test_a_lower_risk_is_asked_why(before: str, now: str, why: bool) -> None:
    _, reason = rating_steps("mtrisk")
    assert reason.applies({"risk": before, "mtrisk": now}) is why


def test_all_rights_or_those_that_were_ticked() -> None:
    assert len(rights_told({"rtwhat": ["semua"]})) == 8
    assert rights_told({"rtwhat": ["aman", "medis"]}) == ("medis", "aman")
    assert rights_told({}) == ()


def test_two_forms_may_ask_the_same_under_their_own_names() -> None:
    one, other = when_steps("mtwhen"), when_steps("aswhen")
    assert {step.name for step in one}.isdisjoint(step.name for step in other)
    assert press("mtwhen", "0").step == one[0].name
