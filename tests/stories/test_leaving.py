"""Whoever leaves leaves nothing on the phone, whenever the bot dies and whatever Telegram does meanwhile."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cases.messages import ChatId
from cases.safe_contact import SafeContact
from storage import MasterKey, Person, Storage
from tests.stories.stage import OFFICER, REPORTER, Stage, address_of, stage
from tests.stories.watching import SABOTEUR
from tests.stories.words import shown

LAST = shown("leave-perpustakaan")
#: Deleted four at a time, so that a short chat takes several calls too.
FEW = "put storage.clearing:AT_ONCE 4"


@pytest.fixture
def breakable(template: Path, tmp_path: Path) -> Iterator[Stage]:
    """A story whose bot can be broken from inside."""
    folder = tmp_path / "story"
    shutil.copytree(template, folder)
    with stage(folder, running=False) as scene:
        scene.program = (*SABOTEUR, FEW, "--")
        scene.start()
        yield scene


def stands(story: Stage, number: int = REPORTER) -> list[str]:
    """What is on the screen, of both sides."""
    return [message["text"] for message in story.phone(number).screen() if not message["deleted"]]


def keyboard(story: Stage) -> Any:
    return story.simulator.ask("GET", f"/phones/{REPORTER}/screen")["keyboard"]


def in_the_middle(story: Stage) -> None:
    """A report with a story, a photo and a question that is open."""
    reporter = story.phone(REPORTER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    reporter.press(shown("safe-ya"))
    reporter.wait_for(shown("ask-who"))
    reporter.say("tetangga saya sering bertengkar di rumah setiap malam")
    reporter.wait_for(button="")
    reporter.send("photo")
    reporter.wait_for(shown("kept-photo"))


def leave(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.key(shown("button-exit"))
    reporter.wait_for(shown("leave-keep"))
    reporter.press(shown("button-exit-keep"))


def is_clean(story: Stage) -> None:
    """One innocent line, of ours, and nothing else of anybody."""
    story.phone(REPORTER).wait_for(LAST, after=0)
    (last,) = [message for message in story.phone(REPORTER).screen() if not message["deleted"]]
    assert LAST in last["text"]
    assert last["from_bot"]
    assert keyboard(story) is None


def test_in_the_middle_of_a_report_nothing_stays(story: Stage) -> None:
    in_the_middle(story)
    assert len(stands(story)) > 4
    leave(story)
    is_clean(story)
    story.phone(REPORTER).say("/keluar")
    story.simulator.journal(chat_id=REPORTER, method="sendMessage", text=LAST, count=2, delivered=True)
    is_clean(story)


@pytest.mark.parametrize(
    "moment",
    [
        "die handlers.leaving:go 1",
        "die bot.dispatcher:clear 1",
        "die storage.clearing:ClearWork.deleted 1",
        "die storage.clearing:ClearWork.deleted 3",
        "die handlers.leaving:cleared 1",
    ],
    ids=["before the commit", "before deleting", "deleted, not yet known", "between two calls", "before the last line"],
)
def test_a_sudden_end_in_the_middle_of_it_leaves_nothing(breakable: Stage, moment: str) -> None:
    in_the_middle(breakable)
    breakable.sabotage(moment)
    leave(breakable)
    breakable.ended()
    if "go" not in moment:
        assert LAST not in " ".join(stands(breakable))
    breakable.start()
    is_clean(breakable)


def test_a_sudden_end_while_the_last_line_is_on_its_way(story: Stage) -> None:
    in_the_middle(story)
    reporter = story.phone(REPORTER)
    reporter.key(shown("button-exit"))
    reporter.wait_for(shown("leave-keep"))
    story.simulator.fault("hang", times=None, methods=["sendMessage"], chat_id=REPORTER)
    reporter.press(shown("button-exit-keep"))
    story.simulator.journal(chat_id=REPORTER, method="deleteMessages", count=1, delivered=True)
    story.kill()
    story.simulator.clear_faults()
    story.start()
    is_clean(story)


def test_a_copy_whose_number_was_never_known_goes_too(story: Stage) -> None:
    """It is found in the gap between its neighbours."""
    in_the_middle(story)
    reporter = story.phone(REPORTER)
    story.simulator.fault("lost_answer", times=1, methods=["sendMessage"], chat_id=REPORTER)
    reporter.say("/bantuan")
    story.simulator.journal(chat_id=REPORTER, method="sendMessage", text=shown("help"), count=2, delivered=True)
    assert sum(shown("help") in text for text in stands(story)) == 2
    leave(story)
    is_clean(story)


def test_telegram_is_down_for_a_while(story: Stage) -> None:
    in_the_middle(story)
    reporter = story.phone(REPORTER)
    reporter.key(shown("button-exit"))
    reporter.wait_for(shown("leave-keep"))
    story.simulator.fault("error", times=2, methods=["deleteMessages"], status=502)
    story.simulator.fault("busy", times=1, methods=["deleteMessages"], retry_after=1)
    story.simulator.fault("lost_answer", times=1, methods=["deleteMessages"])
    story.simulator.fault("reset", times=1, methods=["deleteMessages"])
    reporter.press(shown("button-exit-keep"))
    reporter.say("halo")
    reporter.wait_for(LAST)
    said = [m for m in reporter.screen() if not m["deleted"] and LAST not in m["text"]]
    assert all(m["from_bot"] for m in said), "what they wrote while it was cleared went too"


def test_more_than_a_hundred_messages_and_what_is_too_old(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.say("/bantuan")
    reporter.wait_for(shown("help"))
    story.simulator.advance(hours=48)
    for number in range(60):
        reporter.say(f"/bantuan {number}")
    story.simulator.journal(chat_id=REPORTER, method="sendMessage", text=shown("help"), count=61, delivered=True)
    reporter.say("keluar")
    reporter.wait_for(shown("leave-older"))
    calls = story.simulator.journal(chat_id=REPORTER, method="deleteMessages", count=2, delivered=True)
    assert len(calls) >= 2
    old = [m for m in reporter.screen() if not m["deleted"]]
    assert [shown("help") in m["text"] or m["text"] == "/bantuan" for m in old[:-1]] == [True] * (len(old) - 1)
    assert len(old) == 3


def test_who_somebody_is_is_off_the_phone_after_ten_minutes_also_after_a_sudden_end(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.say("/darurat")
    reporter.wait_for(shown("urgent-raised"))
    reporter.wait_for(shown("ask-place-urgent"), after=0)
    reporter.press(shown("button-skip"), after=0)
    reporter.wait_for(shown("ask-now"))
    reporter.press(shown("button-skip"), after=0)
    reporter.wait_for(shown("ask-phone"))
    # The number of one copy of the question is never known.
    story.simulator.fault("lost_answer", times=1, methods=["sendMessage"], chat_id=REPORTER)
    reporter.say("hmm")
    asked = {"chat_id": REPORTER, "method": "sendMessage", "text": shown("ask-phone"), "delivered": True}
    story.simulator.journal(count=3, **asked)
    reporter.say("0813 9911 2277")
    reporter.wait_for("9911", after=0)
    story.kill()
    story.simulator.advance(minutes=10)
    assert "0813 9911 2277" in stands(story)
    story.start()
    story.simulator.journal(chat_id=REPORTER, method="deleteMessages", count=1, delivered=True)
    assert not any("9911" in text or shown("ask-phone") in text for text in stands(story))
    assert any(shown("urgent-raised") in text for text in stands(story))


def test_a_harmless_chat_by_a_word_calls_for_help_without_a_sound(story: Stage) -> None:
    reporter = story.phone(REPORTER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    story.kill()
    asyncio.run(_choose(story, SafeContact(decoy="buku merah", proof="jendela", alarm=True, cover="klinik")))
    story.start()
    reporter.say("Buku Merah")
    reporter.wait_for(button=shown("button-decoy-klinik-cuaca"))
    story.phone(OFFICER).wait_for(shown("alert-call"), after=0)
    assert stands(story)[0] == shown("decoy-klinik-menu")
    assert keyboard(story) is None
    story.kill()
    story.start()
    reporter.say("/start")
    reporter.wait_for(shown("decoy-klinik-menu"))
    assert all(text.startswith(("/", *_harmless())) for text in stands(story))
    reporter.say("jendela")
    reporter.wait_for(shown("ask-place-urgent"))


def _harmless() -> tuple[str, ...]:
    return tuple(shown(f"decoy-klinik-{one}")[:12] for one in ("menu", "jam", "cuaca", "alamat", "layanan"))


async def _choose(story: Stage, safe: SafeContact) -> None:
    settings = story.environment
    storage = await Storage.open(address_of(settings["DATABASE_URL"]), MasterKey.read(settings["MASTER_KEY_FILE"]))
    try:
        async with storage.work() as work:
            person = await work.person(ChatId(REPORTER)) or Person(ChatId(REPORTER))
            await work.save_person(replace(person, safe=safe))
    finally:
        await storage.close()
