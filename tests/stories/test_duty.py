"""Officers who can't, won't or fall silent: the call goes on until help has gone out and the victim is safe."""

from __future__ import annotations

from tests.stories.plot import fill, record_outreach
from tests.stories.stage import COORDINATOR, HEAD, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown


def test_blocked_declined_silent_and_lowered_by_two(story: Stage) -> None:
    """One has blocked the bot, one can't: the coordinator is called at once; silence gives the case back to all."""
    first, second = story.phone(OFFICER), story.phone(SECOND)
    coordinator, head = story.phone(COORDINATOR), story.phone(HEAD)
    first.block()
    story.phone(REPORTER).say("/darurat")
    coordinator.wait_for(shown("staff-unreachable"), after=0)
    assert not head.screen()
    second.press(shown("button-decline"), after=0)
    coordinator.press(shown("button-take"), after=0)
    coordinator.wait_for(shown("alert-yours"))
    second.wait_for(shown("alert-taken-by"), after=0)

    story.simulator.advance(minutes=60)
    coordinator.press(shown("button-keep"), after=0)
    coordinator.wait_for(shown("alert-kept"))
    story.simulator.advance(minutes=15)
    story.simulator.advance(minutes=46)
    coordinator.wait_for(shown("alert-still-there"), button=shown("button-keep"))
    first.block(False)
    first.start()
    first.wait_for(shown("staff-welcome"))
    story.simulator.advance(minutes=10)
    coordinator.wait_for(shown("returned-by-silence"), after=0)
    for officer in (first, second):
        officer.wait_for(shown("alert-call"), button=shown("button-take"))

    first.press(shown("button-take"), after=0)
    first.press(shown("button-judge"), after=0)
    first.press(shown("button-lower-clear"), after=0)
    first.wait_for(shown("ask-wreason"), after=0)
    first.say("korban sudah bersama keluarganya dan pelaku ditahan")
    first.wait_for(shown("lowering-waits"))
    wish = second.wait_for(shown("lowering-asked"), button=shown("button-agree"), after=0)
    assert not any(shown("button-agree") in str(message["buttons"]) for message in first.screen())
    first.forge(wish["buttons"][0][0]["callback_data"])
    first.wait_for_toast()
    second.press(shown("button-agree"), after=0)
    first.wait_for(shown("alert-ended"), after=0)


def test_handed_to_a_colleague_who_accepts_and_closed_by_two(story: Stage) -> None:
    """The holder answers for it until a colleague has accepted; without outreach it takes two to close it."""
    first, second, head = story.phone(OFFICER), story.phone(SECOND), story.phone(HEAD)
    story.phone(REPORTER).say("/darurat")
    first.press(shown("button-take"), after=0)
    first.press(shown("button-offer"), after=0)
    first.press("Rahma Wati", after=0)
    first.wait_for(shown("offer-waits"), after=0)
    second.press(shown("button-accept"), after=0)
    second.wait_for(shown("alert-yours"), button=shown("button-outreach"), after=0)
    first.wait_for(shown("offer-done"), after=0)
    first.wait_for(shown("alert-let-go"), after=0)
    first.wait_for(shown("run-card-passed-on"), after=0)
    assert not any(shown("button-outreach") in str(message["buttons"]) for message in first.screen())

    second.press(shown("button-end"), after=0)
    fill(story, SECOND, "ereason-salah")
    head.press(shown("button-agreeend"), after=0)
    second.wait_for(shown("alert-over"), after=0)
    second.wait_for(shown("ending-agreed"), after=0)
    story.simulator.advance(days=2)
    assert "ke-2" not in str(first.screen())


def test_outreach_is_asked_for_until_the_victim_is_safe(story: Stage) -> None:
    first, coordinator = story.phone(OFFICER), story.phone(COORDINATOR)
    story.phone(REPORTER).say("/darurat")
    first.press(shown("button-take"), after=0)
    first.wait_for(shown("alert-yours"))
    for hours, percent in ((12, 50), (6, 75), (3.6, 90), (2.4, 100)):
        story.simulator.advance(hours=hours)
        first.wait_for(f"{percent} %", button=shown("button-outreach"), after=0)
        if percent >= 90:
            coordinator.wait_for(f"{percent} %", after=0)
        elif coordinator.screen():
            assert not any(shown("outreach-late-lead") in message["text"] for message in coordinator.screen())
        first.press(shown("button-keep"), after=0)
        first.wait_for(shown("alert-kept"))

    first.press(shown("button-outreach"), after=0)
    fill(story, OFFICER, "owhen-0", "ohow-datang", "oby-saya", "osafe-tidak", "button-skip", "olate-jarak")
    first.wait_for(shown("outreach-recorded-unsafe"))
    coordinator.wait_for(shown("outreach-still-unsafe"), after=0)
    record_outreach(story, OFFICER)
    first.wait_for(shown("outreach-recorded"), after=0)
