"""A shift from the coordinator's form to the end of duty, with sudden ends of the bot between."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.stories.plot import fill
from tests.stories.stage import COORDINATOR, MANAGER, Stage
from tests.stories.words import shown

ZONE = ZoneInfo("Asia/Makassar")


def test_a_shift_from_the_plan_to_the_note(story: Stage) -> None:
    coordinator, officer = story.phone(COORDINATOR), story.phone(MANAGER)
    now = datetime.fromisoformat(story.simulator.ask("GET", "/clock")["now"])
    tomorrow = now.astimezone(ZONE).date() + timedelta(days=1)

    def on_the_clock(hour: int, minute: int = 0) -> None:
        story.simulator.ask("POST", "/clock", set=datetime.combine(tomorrow, time(hour, minute), ZONE).isoformat())

    coordinator.say("/piket")
    fill(story, COORDINATOR, "button-rota-menu", "button-rota-add", "rkind-extra")
    coordinator.press("Sitti Aminah")
    coordinator.press(shown("rday-1"))
    coordinator.wait_for(shown("ask-rstart"))
    coordinator.say("13.00")
    coordinator.wait_for(shown("ask-rend"))
    coordinator.say("21.00")
    coordinator.press(shown("rsum-simpan"))
    coordinator.wait_for("13.00–21.00")
    officer.wait_for(shown("rota-told-you"), after=0)

    story.kill()
    story.start()
    on_the_clock(12, 5)
    officer.press(shown("button-ready-yes"), after=0)
    officer.wait_for(shown("rota-ready-thanks"))
    story.kill()
    on_the_clock(13)
    story.start()
    officer.wait_for(shown("rota-on"), after=0)
    on_the_clock(21)
    officer.press(shown("button-rota-no-note"), after=0)
    officer.wait_for(shown("rota-no-note"))
    begun = [message for message in officer.screen() if shown("rota-on") in message["text"]]
    assert len(begun) == 1
