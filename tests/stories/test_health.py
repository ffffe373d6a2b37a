"""What goes wrong inside is seen from outside, said to the operators, and heals; nobody in danger is lost by it.

The bot is the real one; only its patience is shorter, so that nobody waits for minutes. `benchmarks.faults` measures
the same faults with the patience that it has.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.stories.stage import COORDINATOR, OFFICER, REPORTER, TOKEN, Stage, stage
from tests.stories.watching import SABOTEUR, Outside, Pings, free_port, pinged, systemd, until
from tests.stories.words import shown

#: `bot.supervision.LOOK` and the others, but shorter.
HASTE = (
    "put bot.pulse:LOOP_BEAT 0.1",
    "put bot.pulse:STALL 0.8",
    "put bot.supervision:STALL 0.8",
    "put bot.supervision:LOOK 0.1",
    "put bot.pulse:SHOWN_FOR 1.5",
    "put bot.lifeline:LOOK 0.1",
    "put bot.operators:LOOK 0.1",
    "put bot.operators:OVER_AFTER 0.3",
    "put bot.operators:NEW_AFTER 0",
    "put bot.operators:RETRY 0.2",
    "default bot.probe:Probe every 0.2",
    "default bot.probe:Probe patience 0.5",
    "default bot.supervision:Watchdog stuck 5",
    "put bot.receiver:CLASH_WAIT 0.5",
    "put bot.receiver:POLL_SECONDS 1",
    "silence receiver 3",
    "silence dispatcher 2.5",
)


@pytest.fixture
def pings() -> Iterator[Pings]:
    with pinged() as pings:
        yield pings


@pytest.fixture
def outside(template: Path, tmp_path: Path, pings: Pings) -> Iterator[Outside]:
    """A bot that can be hurt from inside, and somebody who looks at it."""
    folder = tmp_path / "story"
    shutil.copytree(template, folder)
    port = free_port()
    with stage(folder, running=False) as story, systemd(f"laporaman-{port}") as ears:
        told = {"HEALTH_PORT": str(port), "NOTIFY_SOCKET": f"@laporaman-{port}"}
        story.environment = {**story.environment, **told}
        story.program = (*SABOTEUR, " + ".join([*HASTE, f"ping {pings.url} 0.2"]), "--")
        story.start()
        outside = Outside(story, port)
        outside.sees_all_well()
        heard = [ears.recv(1000).decode() for _ in range(2)]
        assert heard[0] == "READY=1"
        assert heard[1].startswith("WATCHDOG=1\nSTATUS=")
        yield outside


def cries(story: Stage) -> None:
    story.phone(REPORTER).say("/darurat")


def is_helped(story: Stage) -> None:
    """The officer's phone shows a call that came after the last act of the reporter's."""
    story.phone(OFFICER).wait_for(shown("alert-call"), after=story.phone(REPORTER).mark)


def is_told(story: Stage, key: str, part: str = "", *, count: int = 1) -> None:
    """The coordinator, who keeps the machine where there is no admin, has read it so often."""
    text = part or shown(key)
    story.simulator.journal(chat_id=COORDINATOR, text=text, delivered=True, count=count)


def test_a_sick_database_is_seen_and_said_and_heals(outside: Outside, pings: Pings) -> None:
    story = outside.story
    with outside.locked():
        cries(story)
        outside.sees("database-busy")
        assert outside.look("readyz").status_code == 503
        assert outside.look("livez").status_code == 200
        is_told(story, "health-database-busy")
        last = len(pings.came)
    is_helped(story)
    outside.sees_all_well()
    until(lambda: len(pings.came) > last, "pings again")
    is_told(story, "health-over", shown("health-over"))

    with outside.full_disk():
        story.phone(REPORTER).say("halo, masih di sana?")
        story.phone(REPORTER).wait_for(shown("not-kept"))
        outside.sees("database-unwritable")
        is_told(story, "health-database-unwritable")
        assert story.simulator.pending() > 0
    story.simulator.wait_until_read()
    outside.sees_all_well()
    checked = story.command("check")
    assert checked.returncode == 0, "a hint is no mistake"
    assert "ping_url" in checked.stdout
    assert "HEALTH_PORT" not in checked.stdout


def test_dead_and_hanging_parts_are_seen_and_said_and_live_again_and_so_is_a_stolen_token(outside: Outside) -> None:
    story, parts = outside.story, ("receiver", "dispatcher")
    for part in parts:
        story.sabotage(f"kill {part}")
    for part in parts:
        outside.sees("part-restarted", part)
        is_told(story, "health-part-restarted", f'"{part}"')
    outside.sees_all_well()
    for part in parts:
        story.sabotage(f"wedge {part}")
    cries(story)
    for part in parts:
        outside.sees("part-restarted", part)
    is_helped(story)
    outside.sees_all_well()
    told = outside.look("metrics").text
    for part in parts:
        assert f'laporaman_part_restarts_total{{part="{part}"}} 2.0' in told
    assert 'laporaman_messages_sent_total{lane="emergency"}' in told
    for number in (REPORTER, OFFICER, COORDINATOR):
        assert str(number) not in told + outside.look().text

    telegram = f"{story.simulator.url}/bot{TOKEN}"
    httpx.get(f"{telegram}/getUpdates")
    outside.sees("clash")
    is_told(story, "health-clash")
    httpx.get(f"{telegram}/setWebhook", params={"url": "https://elsewhere.example/x"})
    outside.sees("webhook")
    is_told(story, "health-webhook")
    httpx.get(f"{telegram}/deleteWebhook")
    outside.sees_all_well()


def test_a_loop_that_stands_still_is_seen_and_one_that_stays_so_is_ended(outside: Outside) -> None:
    story = outside.story
    story.sabotage("block 2")
    until(lambda: outside.look() is None, "the page does not answer")
    outside.sees("loop-stalled")
    is_told(story, "health-loop-stalled")
    outside.sees_all_well()
    story.sabotage("block 60")
    assert story.ended() == 70
    assert outside.look() is None
    cries(story)
    story.start()
    is_helped(story)
    outside.sees_all_well()
