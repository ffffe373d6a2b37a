"""The main job, once undisturbed and once with twenty sudden ends in the middle of it."""

from __future__ import annotations

import random
import threading
from collections import Counter
from contextlib import suppress

from simulator.client import Refused
from tests.stories.plot import emergency_to_visit
from tests.stories.stage import Stage
from tests.stories.words import shown

KILLS = 20
SEED = 58


def copies(story: Stage) -> int:
    """How many messages reached a phone more than once."""
    repeated = shown("alert-repeated").splitlines()[0]
    sent = story.simulator.journal(method="sendMessage", delivered=True)
    counted = Counter((entry["chat_id"], entry["text"].replace(repeated, "").strip()) for entry in sent)
    return sum(counted.values()) - len(counted)


def test_emergency_to_visit(story: Stage) -> None:
    emergency_to_visit(story)
    assert copies(story) == 0


class Killer(threading.Thread):
    """Ends the bot without warning at random calls, a random moment after each, and starts it again.

    Which call of a life it is counts, not only its moment: on a busy machine nothing at all would be done in between.
    """

    def __init__(self, story: Stage) -> None:
        super().__init__(daemon=True)
        self.story = story
        self.kills = 0
        self.over = threading.Event()

    def run(self) -> None:
        dice = random.Random(SEED)
        while self.kills < KILLS and not self.over.is_set():
            before = self.story.simulator.journal()
            with suppress(Refused):  # nothing happens just now: as good a moment as any
                self.story.simulator.journal(
                    count=dice.randint(1, 3), after=before[-1]["n"] if before else 0, timeout=2
                )
            self.over.wait(dice.random() * 0.03)
            self.story.kill()
            self.kills += 1
            self.story.start()


def test_emergency_to_visit_through_twenty_sudden_ends(story: Stage) -> None:
    killer = Killer(story)
    killer.start()
    try:
        emergency_to_visit(story, disturbed=True)
    finally:
        killer.over.set()
        killer.join()
    assert killer.kills == KILLS
    story.simulator.wait_until_read()
    assert copies(story) <= killer.kills
