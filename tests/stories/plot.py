"""The main job as people live it: an emergency reaches somebody, help goes out, a case manager visits."""

from __future__ import annotations

from tests.stories.stage import COORDINATOR, HEAD, MANAGER, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown


def fill(story: Stage, number: int, *labels: str) -> None:
    """Answer a form by its buttons, one after the other."""
    for label in labels:
        story.phone(number).press(shown(label))


def record_outreach(story: Stage, number: int) -> None:
    story.phone(number).press(shown("button-outreach"), after=0)
    fill(story, number, "owhen-0", "ohow-datang", "oby-saya", "osafe-ya", "button-skip")
    story.phone(number).wait_for(shown("outreach-recorded"))


def assign(story: Stage) -> None:
    story.phone(COORDINATOR).press(shown("button-managers"), after=0)
    story.phone(COORDINATOR).press("Sitti Aminah")
    story.phone(MANAGER).wait_for(shown("case-yours"), after=0)


def emergency_to_visit(story: Stage, *, disturbed: bool = False) -> None:
    """The whole story, waiting for each thing to be seen on a screen before the next is done.

    A sudden end can leave a second copy of a card on a phone whose number the bot never learnt; so `disturbed`
    leaves out that no take button stays behind.
    """
    reporter, first, second = story.phone(REPORTER), story.phone(OFFICER), story.phone(SECOND)
    coordinator, head, manager = story.phone(COORDINATOR), story.phone(HEAD), story.phone(MANAGER)

    reporter.start()
    reporter.wait_for("110")
    reporter.wait_for(shown("ask-safe"))
    reporter.key(shown("button-urgent"))
    reporter.wait_for(shown("urgent-raised"))
    for officer in (first, second):
        card = officer.wait_for(shown("alert-call"), button=shown("button-take"), after=0)
        assert "DARURAT" in card["text"]
        assert str(REPORTER) not in card["text"]

    reporter.press("Masamba")
    for officer in (first, second):
        officer.wait_for("Masamba", after=0)

    story.simulator.advance(minutes=3)
    first.wait_for("ke-2", after=0)
    assert not coordinator.screen()
    story.simulator.advance(minutes=3)
    coordinator.wait_for("ke-3", button=shown("button-take"), after=0)
    assert not head.screen()

    coordinator.press(shown("button-take"), after=0)
    coordinator.wait_for(shown("alert-yours"))
    for officer in (first, second):
        officer.wait_for(shown("alert-taken-by"), after=0)
    if not disturbed:
        taken = {"method": "editMessageText", "text": shown("alert-taken-by"), "delivered": True}
        story.simulator.journal(chat_id=OFFICER, count=2, **taken)
        assert not any(shown("button-take") in str(message["buttons"]) for message in first.screen())
    story.simulator.advance(minutes=30)
    assert not head.screen()

    record_outreach(story, COORDINATOR)
    coordinator.press(shown("button-confirm"), after=0)
    coordinator.wait_for(shown("assignment-open"), after=0)
    assign(story)

    story.simulator.advance(days=1)
    manager.wait_for(shown("visit-due"), button=shown("button-visited"), after=0)
    manager.press(shown("button-visited"), after=0)
    fill(story, MANAGER, "vresult-baik", "vrisk-tetap")
    manager.wait_for(shown("visit-done"), after=0)
