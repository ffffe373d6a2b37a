"""The network swallows everything for half an hour: the second channel calls, and afterwards nothing is doubled."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from cases.messages import ChatId
from storage import MasterKey, Storage
from storage.tables import EPOCH, MICROSECOND
from tests.gateway import gateway, profile_with
from tests.stories.stage import (
    COORDINATOR,
    OFFICER,
    PATIENCE,
    REPORTER,
    SECOND,
    Stage,
    address_of,
    environment,
    stage,
)
from tests.stories.words import shown

NUMBER = re.compile(r"LU-\d{4}-\d{4}")
CALL = re.compile(r"ke-(\d+)")
PHONES = {OFFICER: "+6281100000001", SECOND: "081100000002", COORDINATOR: "081100000003"}
LEFT = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'held', 'sending')"


def asked(story: Stage, question: str) -> int:
    beneath = sqlite3.connect(f"file:{story.folder / 'laporaman.sqlite'}?mode=ro", uri=True)
    try:
        return int(beneath.execute(question).fetchone()[0])
    finally:
        beneath.close()


def until_none(story: Stage, question: str) -> None:
    end = time.monotonic() + PATIENCE
    while left := asked(story, question):
        assert time.monotonic() < end, f"{left} are left: {question}"
        time.sleep(0.02)


def pass_minute(story: Stage) -> None:
    """A minute passes, and all that falls due in it is done."""
    now = datetime.fromisoformat(story.simulator.advance(minutes=1)["now"])
    until_none(story, f"SELECT count(*) FROM reminder WHERE due_at <= {(now - EPOCH) // MICROSECOND}")


def raise_four(story: Stage) -> str:
    """Four emergencies, of which one is taken; its number."""
    for nth in range(4):
        if nth:
            story.simulator.add_phone(REPORTER + nth, "Seseorang", started=True)
        story.phone(REPORTER + nth).say("/darurat")
        for officer in (OFFICER, SECOND):
            card = story.phone(officer).wait_for(f"-000{nth + 1}", button=shown("button-take"), after=0)
    story.phone(SECOND).press(shown("button-take"), after=0)
    story.phone(OFFICER).wait_for(shown("alert-taken-by"), after=0)
    return str(NUMBER.findall(card["text"])[0])


def test_half_an_hour_without_telegram(template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "story"
    shutil.copytree(template, folder)
    asyncio.run(addressed(folder))
    with gateway() as there, stage(folder, settings=profile_with(folder, there.url("{phone}"))) as story:
        taken = raise_four(story)
        until_none(story, LEFT)
        story.simulator.fault("hang", times=None)
        story.simulator.advance(minutes=2)
        first = there.wait_for(6)
        numbers = {NUMBER.findall(words)[0] for _, words in first}
        assert len(numbers) == 3
        assert taken not in numbers
        assert Counter(first_of(first)) == Counter({(PHONES[who], n): 1 for who in (OFFICER, SECOND) for n in numbers})

        for minutes, pages in ((12, 15), (16, 24)):
            for _ in range(minutes):
                pass_minute(story)
            there.wait_for(pages)
        # Two rounds more, ten minutes after each other; by then the ladder had called the coordinator, too.
        came = Counter(first_of(there.came))
        assert came == {
            (PHONES[who], n): rounds for who, rounds in ((OFFICER, 3), (SECOND, 3), (COORDINATOR, 2)) for n in numbers
        }

        back = time.monotonic()
        story.simulator.clear_faults()
        story.phone(REPORTER).say("/bantuan")
        answer = story.phone(REPORTER).wait_for(shown("help"))
        with capsys.disabled():
            print(f" [polling was alive {time.monotonic() - back:.1f} s after the network came back] ", end="")
        assert answer
        until_none(story, LEFT)
        for who in (OFFICER, SECOND, COORDINATOR):
            delivered = story.simulator.journal(chat_id=who, method="sendMessage", delivered=True)
            cards = Counter(
                (NUMBER.findall(text)[0], CALL.findall(text)[0])
                for text in (entry["text"] for entry in delivered)
                if "Panggilan ke-" in text
            )
            assert cards
            assert set(cards.values()) == {1}, who
        assert len(there.came) == 24
        assert not any(phone in story.log.read_text(encoding="utf-8") for phone in PHONES.values())


def first_of(came: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """To whom, about which case."""
    return [(to, NUMBER.findall(words)[0]) for to, words in came]


async def addressed(folder: Path) -> None:
    """Give people the addresses as `staff address` does."""
    key = MasterKey.read(folder / "master.key")
    storage = await Storage.open(address_of(environment(folder)["DATABASE_URL"]), key)
    async with storage.work() as work:
        roster = await work.roster()
        for number, phone in PHONES.items():
            person = roster.by_chat(ChatId(number))
            assert person is not None
            await work.set_addresses(person.id, {"phone": phone})
    await storage.close()
