"""Whatever comes in: a clear answer, or silence by design; nothing lost, no exception."""

from __future__ import annotations

import pytest

from tests.stories.stage import HEAD, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown

MEGABYTE = 1024 * 1024
TEXTS = (
    "a" * 4096,
    "😭" * 2048,
    "\u202eparang awab gnay gnaro ada",
    "a\x00b\x00c",
    "<b>x</b> & <script>alert(1)</script> </code><a href=tg://user?id=1>x</a>",
    "%s {0} ${x} { $number }",
    "e\u0301" * 1000,
    "\u200b\u200d\ufeff",
    "'; DROP TABLE inbox; --",
    "[31m\n2026-11-20 INFO laporaman: forged",
)


def no_exception(story: Stage) -> None:
    log = story.log.read_text()
    for trouble in ("failed", "set aside", "could not", "refused", "critical", "Traceback"):
        assert trouble not in log, [line for line in log.splitlines() if trouble in line]


def person(number: int, name: str = "Seseorang") -> dict[str, object]:
    return {"id": number, "is_bot": False, "first_name": name}


def test_any_text_is_heard(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    for text in TEXTS:
        reporter.say(text)
        reporter.wait_for()
        story.simulator.wait_until_read()
    reporter.key(shown("button-urgent"))
    officer = story.phone(OFFICER)
    officer.press(shown("button-take"), after=0)
    officer.wait_for("<script>alert(1)</script> </code><a href=tg://user?id=1>x</a>", after=0)
    officer.wait_for("%s {0} ${x} { $number }", after=0)
    officer.wait_for("'; DROP TABLE inbox; --", after=0)
    no_exception(story)


def test_any_kind_of_message_is_answered(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    for kind, fields in (
        ("photo", {}),
        ("voice", {}),
        ("video", {}),
        ("document", {"size": 20 * MEGABYTE}),
        ("sticker", {}),
        ("location", {"latitude": -2.55, "longitude": 120.32}),
        ("contact", {}),
    ):
        reporter.send(kind, **fields)
        reporter.wait_for()
    reporter.send("document", size=20 * MEGABYTE + 1)
    reporter.wait_for(shown("file-too-big"))
    no_exception(story)


def test_updates_of_unknown_kinds_are_passed_over(story: Stage) -> None:
    here = {"id": REPORTER, "type": "private", "first_name": "x"}
    group = {"id": -100123, "type": "supergroup", "title": "x"}
    sender = person(REPORTER)
    for update in (
        {"something_new": {"x": [1, {"y": None}]}},
        {},
        {"message": {}},
        {"message": "text"},
        {"message": None},
        {"message": {"message_id": 1, "date": 1, "chat": here, "from": sender}},
        {"message": {"message_id": 2, "date": 1, "chat": here, "from": sender, "dice": {"emoji": "🎲", "value": 3}}},
        {"message": {"message_id": 3, "date": 1, "chat": here, "from": sender, "text": ""}},
        {"message": {"message_id": 4, "date": 1, "chat": here, "from": sender, "unheard_of": {"a": 1}}},
        {"message": {"message_id": 5, "date": 1, "chat": group, "from": sender, "text": "/start"}},
        {"channel_post": {"message_id": 6, "date": 1, "chat": {"id": -5, "type": "channel"}, "text": "x"}},
        {"poll_answer": {"poll_id": "1", "user": sender, "option_ids": [0]}},
        {"callback_query": {"id": "1", "from": sender, "chat_instance": "1"}},
        {"callback_query": {"id": "2", "from": sender, "chat_instance": "1", "data": "\u0000" * 64}},
        {"callback_query": {"id": "3", "from": sender, "chat_instance": "1", "data": "1|take|x||é|ü"}},
        {"my_chat_member": {"chat": here, "from": sender}},
    ):
        story.simulator.inject(update)
    story.phone(REPORTER).say("halo kak, saya mau cerita")
    story.phone(REPORTER).wait_for(shown("ask-safe"))
    story.simulator.wait_until_read()
    log = story.log.read_text()
    assert "could not be kept" not in log
    assert not [message for message in story.phone(REPORTER).screen() if shown("set-aside-sorry") in message["text"]]


def test_the_same_update_twice_has_one_effect(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    story.simulator.fault("duplicate", times=None, methods=["message"])
    reporter.say("/start")
    reporter.wait_for(shown("ask-safe"))
    story.simulator.wait_until_read()
    sent = story.simulator.journal(method="sendMessage", chat_id=REPORTER, delivered=True)
    assert len([entry for entry in sent if shown("ask-safe") in entry["text"]]) == 1


def test_a_stale_button_is_answered_kindly(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.start()
    first = reporter.wait_for(shown("ask-safe"))
    pressed = first["buttons"][0][0]["callback_data"]
    reporter.press(shown("safe-ya"))
    reporter.wait_for(shown("ask-who"))
    reporter.forge(pressed, message_id=first["message_id"])
    reporter.wait_for(shown("ask-who"))
    no_exception(story)


@pytest.mark.parametrize("thief", [REPORTER, SECOND, HEAD])
def test_somebody_elses_button_learns_nothing(story: Stage, thief: int) -> None:
    story.phone(REPORTER).say("/darurat")
    card = story.phone(OFFICER).wait_for(button=shown("button-take"), after=0)
    stolen = card["buttons"][0][0]["callback_data"]
    other = story.phone(thief)
    other.start()
    other.wait_for()
    story.simulator.wait_until_read()
    before = story.simulator.journal()
    other.forge(stolen)
    story.simulator.wait_until_read()
    other.wait_for_toast()
    after = story.simulator.journal(chat_id=thief, after=before[-1]["n"])
    assert [entry for entry in after if entry["method"] in ("sendMessage", "editMessageText")] == []
    story.phone(OFFICER).press(shown("button-take"), after=0)
    story.phone(OFFICER).wait_for(shown("alert-yours"), after=0)
    no_exception(story)


def test_a_hundred_presses_are_one_case_and_one_alert(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    for _ in range(100):
        reporter.say("/darurat")
    story.simulator.wait_until_read()
    story.phone(OFFICER).wait_for("LU-2026-0001", after=0)
    reporter.wait_for(shown("urgent-again"))
    calls = story.simulator.journal(method="sendMessage", chat_id=OFFICER, delivered=True)
    assert len([entry for entry in calls if shown("alert-call") in entry["text"]]) == 1
