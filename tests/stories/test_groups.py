"""A group of staff: a coordinator lets the bot in, an officer takes an alert there, the group becomes a supergroup."""

from __future__ import annotations

from tests.stories.stage import COORDINATOR, MANAGER, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown

STRANGER, OUTSIDER = 960000001, 960000002
GROWN = -1_009_000_000_001
STORY = "tolong saya dipukul suami, rumah Jl. Kenanga 99 nama saya Wulandari 0812-3344-5566"
PRIVATE = ("Wulandari", "Kenanga", "3344", "dipukul", "Andi Tenri", "Rahma Wati", "Nurlia", str(REPORTER))


def test_from_the_first_card_to_the_supergroup(story: Stage) -> None:
    simulator = story.simulator
    officer, second, coordinator = story.phone(OFFICER), story.phone(SECOND), story.phone(COORDINATOR)
    simulator.add_phone(STRANGER, "Orang asing", started=True)
    outsider = simulator.add_phone(OUTSIDER, "Tamu", started=True)

    foreign = simulator.add_group("Grup asing", STRANGER)
    group = simulator.add_group("Piket", COORDINATOR, OFFICER, SECOND, OUTSIDER)
    coordinator.wait_for(shown("group-registered"), after=0)
    officer.wait_for(shown("group-welcome"), after=0, chat_id=group)

    story.phone(REPORTER).say(STORY)
    card = officer.wait_for(shown("group-call"), button=shown("button-take"), after=0, chat_id=group)
    officer.wait_for(shown("alert-call"), button=shown("button-take"), after=0)
    outsider.press(shown("button-take"), after=0, chat_id=group)
    outsider.wait_for_toast(shown("group-only-staff"))
    officer.press(shown("button-take"), after=0, chat_id=group)
    officer.wait_for_toast(shown("group-yours"))
    officer.wait_for(shown("alert-yours"), after=0)
    second.wait_for(shown("alert-taken-by"), after=0)
    taken = officer.wait_for(shown("group-taken"), after=0, chat_id=group)
    assert (taken["message_id"], taken["buttons"]) == (card["message_id"], [])

    officer.press(shown("button-return"), after=0)
    old = second.wait_for(shown("group-call"), button=shown("button-take"), after=0, chat_id=group)
    simulator.ask("POST", f"/groups/{group}", migrate_to=GROWN)
    moved = second.wait_for(shown("group-call"), button=shown("button-take"), after=0, chat_id=GROWN)
    simulator.wait_until_read()
    pressed = old["buttons"][0][0]["callback_data"]
    outsider.forge(pressed, message_id=moved["message_id"], chat_id=GROWN)
    outsider.wait_for_toast(shown("group-only-staff"))
    second.forge(pressed, message_id=moved["message_id"], chat_id=GROWN)
    second.wait_for_toast(shown("group-yours"))
    second.wait_for(shown("alert-yours"), after=0)
    second.wait_for(shown("group-taken"), after=0, chat_id=GROWN)

    simulator.advance(seconds=4)
    simulator.journal(method="leaveChat", chat_id=foreign, count=1)
    simulator.wait_until_read()
    sent = [entry for one in (group, GROWN) for entry in simulator.journal(chat_id=one)]
    assert not [entry["method"] for entry in sent if entry["method"] == "leavechat"]
    assert not [word for word in PRIVATE if word in str([entry["text"] for entry in sent])]
    assert simulator.journal(chat_id=foreign)[0]["method"] == "leavechat"
    assert not story.phone(MANAGER).screen()
