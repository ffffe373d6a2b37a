"""Messages that wait at Telegram while the bot is away, or dies over them, are all answered."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.stories.stage import stage

CHATS = 300
FIRST = 700_000_000


def test_300_messages_and_a_sudden_end_after_the_first_few(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "queue"
    shutil.copytree(template, folder)
    with stage(folder, running=False, log_level="INFO") as story:
        for number in range(FIRST, FIRST + CHATS):
            story.simulator.add_phone(number, "Seseorang").say(f"Saya mau bertanya, kak ({number - FIRST})")
        assert story.simulator.pending() == CHATS
        story.start()
        story.simulator.journal(count=5, method="sendMessage", delivered=True)
        story.kill()
        answered = {entry["chat_id"] for entry in story.simulator.journal(method="sendMessage", delivered=True)}
        assert len(answered) < CHATS, "the bot was quicker than its end: nothing was tried"
        story.start()
        story.simulator.wait_until_read()
        for number in range(FIRST, FIRST + CHATS):
            story.simulator.phone(number).wait_for()
        sent = story.simulator.journal(method="sendMessage", delivered=True)
        assert {entry["chat_id"] for entry in sent} == set(range(FIRST, FIRST + CHATS))
