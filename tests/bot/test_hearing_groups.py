"""What is done in groups and channels: who let the bot in, commands, presses on cards, where a group went."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.buttons import carry
from bot.hearing import chat_of, hear_update
from cases.messages import Button, ChatId
from cases.phrases import says
from handlers.heard import Doing, Heard

NOW = datetime(2026, 11, 21, tzinfo=UTC)
KEY = b"k" * 32
GROUP, SUPER, ANI, ANONYMOUS = -4_000_000_001, -1_001_234_567_890, 1001, 1_087_968_824
PLACE = {"id": GROUP, "type": "group", "title": "Piket"}
GROWN = {"id": SUPER, "type": "supergroup", "title": "Piket"}
CHANNEL = {"id": SUPER, "type": "channel", "title": "Warta"}
PERSON = {"id": ANI, "is_bot": False, "first_name": "x"}
BOT = {"id": 9, "is_bot": True, "first_name": "bot"}
SOMEBODY = {"id": ANONYMOUS, "is_bot": True, "first_name": "Group"}


def message(chat: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"message": {"message_id": 1, "date": 1, "chat": chat, "from": PERSON, **more}}


def member(chat: dict[str, Any], status: str, by: dict[str, Any] = PERSON) -> dict[str, Any]:
    banned = {"until_date": 0} if status == "kicked" else {}
    if status == "administrator":
        rights = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats")
        more = ("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users")
        banned = dict.fromkeys((*rights, *more, "can_post_stories", "can_edit_stories", "can_delete_stories"), False)
    changed = {"old_chat_member": {"user": BOT, "status": "left"}}
    changed["new_chat_member"] = {"user": BOT, "status": status, **banned}
    return {"my_chat_member": {"chat": chat, "from": by, "date": 1, **changed}}


#: update → (doing, who, room, where it has moved)
DONE: tuple[tuple[str, dict[str, Any], Doing, int, int, int | None], ...] = (
    ("added", member(PLACE, "member"), Doing.ADDED, ANI, GROUP, None),
    ("added as admin", member(GROWN, "administrator"), Doing.ADDED, ANI, SUPER, None),
    ("added to a channel", member(CHANNEL, "administrator"), Doing.ADDED, ANI, SUPER, None),
    ("added anonymously", member(GROWN, "member", SOMEBODY), Doing.ADDED, ANONYMOUS, SUPER, None),
    ("kicked", member(PLACE, "kicked"), Doing.REMOVED, ANI, GROUP, None),
    ("left", member(PLACE, "left"), Doing.REMOVED, ANI, GROUP, None),
    ("new member", message(PLACE, new_chat_members=[BOT]), Doing.ADDED, ANI, GROUP, None),
    ("made with the bot", message(PLACE, group_chat_created=True), Doing.ADDED, ANI, GROUP, None),
    ("a person came", message(PLACE, new_chat_members=[PERSON]), Doing.IGNORED, ANI, GROUP, None),
    ("talk", message(PLACE, text="tolong dia mau bunuh saya"), Doing.IGNORED, ANI, GROUP, None),
    ("command", message(PLACE, text="/Kelompok@laporaman_bot ya"), Doing.COMMAND, ANI, GROUP, None),
    (
        "anonymous command",
        message(GROWN, text="/kelompok", sender_chat=GROWN, **{"from": SOMEBODY}),
        Doing.COMMAND,
        SUPER,
        SUPER,
        None,
    ),
    ("moved to", message(PLACE, migrate_to_chat_id=SUPER), Doing.MIGRATED, ANI, GROUP, SUPER),
    ("moved from", message(GROWN, migrate_from_chat_id=GROUP), Doing.MIGRATED, ANI, GROUP, SUPER),
    ("edited", {"edited_message": message(PLACE, text="x", edit_date=2)["message"]}, Doing.IGNORED, GROUP, GROUP, None),
)


def heard(update: dict[str, Any], *groups: tuple[ChatId, ...]) -> Heard | None:
    payload = json.dumps({"update_id": 1, **update}).encode()
    return hear_update(payload, at=NOW, key=KEY, groups=groups)


@pytest.mark.parametrize(("update", "doing", "who", "room", "to"), [row[1:] for row in DONE], ids=[r[0] for r in DONE])
def test_what_was_done_in_a_group(update: dict[str, Any], doing: Doing, who: int, room: int, to: int | None) -> None:
    found = heard(update)
    assert found is not None
    assert found.room is not None
    assert (found.doing, found.chat, found.room.chat, found.room.moved_to) == (doing, who, room, to)
    assert found.answer is None
    assert found.room.is_channel == (update.get("my_chat_member", {}).get("chat") is CHANNEL)


def test_a_command_loses_slash_and_name() -> None:
    found = heard(message(PLACE, text="/Kelompok@laporaman_bot ya"))
    assert found is not None
    assert found.command == "kelompok"


#: Groups queue for themselves; a press waits in the presser's own queue.
QUEUES: tuple[tuple[dict[str, Any], int | None], ...] = (
    (message(PLACE, text="x"), GROUP),
    (member(GROWN, "member"), SUPER),
    ({"callback_query": {"id": "7", "from": PERSON, "message": message(PLACE)["message"], "data": "x"}}, ANI),
    (message({"id": -(2**52), "type": "group"}), None),
    (message({"id": 5, "type": "group"}), None),
    (message({"id": -5, "type": "private"}), None),
    (message({"id": "-5", "type": "group"}), None),
    (message({"id": 0, "type": "group"}), None),
)


@pytest.mark.parametrize(("update", "queue"), QUEUES)
def test_whose_turn_an_update_is(update: dict[str, Any], queue: int | None) -> None:
    assert chat_of(update) == queue


def press(chat: dict[str, Any], sealed_for: int, by: dict[str, Any] = PERSON) -> dict[str, Any]:
    data = carry(Button(says("button-take"), "take", ref="r" * 22, version=3), chat=ChatId(sealed_for), key=KEY)
    query = {"id": "7", "from": by, "chat_instance": "1", "message": message(chat)["message"], "data": data}
    return {"callback_query": query}


KNOWN = (ChatId(SUPER), ChatId(GROUP))
#: (pressed in, sealed for, known groups) → is it a button of ours
PRESSES = (
    (PLACE, GROUP, (), True),
    (GROWN, SUPER, (), True),
    (GROWN, GROUP, (KNOWN,), True),
    (PLACE, SUPER, (KNOWN,), True),
    (GROWN, GROUP, (), False),
    (GROWN, GROUP, ((ChatId(-5), ChatId(GROUP)),), False),
    (GROWN, ANI, (KNOWN,), False),
    (GROWN, -5, (KNOWN,), False),
)


@pytest.mark.parametrize(("chat", "sealed_for", "groups", "genuine"), PRESSES)
def test_a_press_counts_where_it_was_shown_also_after_the_group_moved(
    chat: dict[str, Any], sealed_for: int, groups: tuple[tuple[ChatId, ...], ...], genuine: bool
) -> None:
    found = heard(press(chat, sealed_for), *groups)
    assert found is not None
    assert found.room is not None
    assert (found.chat, found.room.chat, found.press_id) == (ANI, chat["id"], "7")
    assert found.doing is (Doing.PRESSED if genuine else Doing.FORGED)
    assert found.action == ("take" if genuine else "")


def test_a_private_button_is_none_in_a_group() -> None:
    """Sealed for Ani's own chat, forwarded by a changed client into a group: nobody's."""
    found = heard(press(PLACE, ANI), (ChatId(GROUP),))
    assert found is not None
    assert found.doing is Doing.FORGED


@pytest.mark.parametrize("title", ["\ud800", "a\x00b", "x" * 999, None])
def test_no_title_spoils_an_update(title: str | None) -> None:
    found = heard(member({**PLACE, "title": title}, "member"))
    assert found is not None
    assert found.room is not None
    assert len(found.room.title.encode()) <= 255
