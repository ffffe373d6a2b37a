"""Two days to Rampi: who goes out is not alone, who is there protects, and a late outreach says why."""

from __future__ import annotations

from tests.stories.plot import fill
from tests.stories.stage import COORDINATOR, HEAD, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown


def test_rampi(story: Stage) -> None:
    reporter, first, second = story.phone(REPORTER), story.phone(OFFICER), story.phone(SECOND)
    coordinator, head = story.phone(COORDINATOR), story.phone(HEAD)
    reporter.say("/darurat")
    # No screen of an emergency holds more than eight buttons: Rampi stands on the next.
    reporter.press(shown("button-other-choices"))
    reporter.press("Rampi", after=0)
    first.wait_for(shown("area-way-hours"), after=0)
    first.press(shown("button-take"), after=0)
    first.wait_for(shown("crisis-safety"), button=shown("button-leave"), after=0)
    first.press(shown("button-leave"), after=0)
    first.wait_for(shown("outing-begun"), after=0)

    story.simulator.advance(minutes=30)
    first.wait_for(shown("officer-asked"), button=shown("button-im-safe"), after=0)
    story.simulator.advance(minutes=30)
    first.wait_for(shown("officer-asked-again"), after=0)
    assert not head.screen()
    story.simulator.advance(minutes=30)
    for watcher in (second, coordinator, head):
        alarm = watcher.wait_for(shown("officer-silent"), button=shown("button-reached-safe"), after=0)
        assert "Andi Tenri" in alarm["text"]
    first.press(shown("button-im-safe"), after=0)
    first.wait_for(shown("officer-noted"), after=0)
    coordinator.wait_for(shown("officer-safe"), after=0)
    # Silent for so long, the alert went back too: who is out there takes it again.
    first.press(shown("button-take"), after=0)
    first.wait_for(shown("alert-yours"))

    first.press(shown("button-protect"), after=0)
    first.press("Bhabinkamtibmas")
    fill(story, OFFICER, "phow-radio", "pwhen-0", "psafe-tidak", "peta-48")
    first.wait_for(shown("protected-not-met"), after=0)
    coordinator.wait_for(shown("protected-not-lead"), after=0)

    story.simulator.advance(hours=25)
    first.wait_for(shown("alert-still-there"), after=0)
    first.press(shown("button-outreach"), after=0)
    fill(story, OFFICER, "owhen-0", "ohow-datang", "oby-saya", "osafe-ya", "button-skip", "olate-jarak")
    first.wait_for(shown("outreach-recorded"), after=0)
    first.wait_for(shown("outing-back-yet"), after=0)
    first.press(shown("button-im-back"), after=0)
    first.wait_for(shown("outing-ended"), after=0)
