"""Editing, deleting and answering buttons."""

from typing import Any

import pytest
from simulator_box import Box

BUTTON = {"inline_keyboard": [[{"text": "Ambil", "callback_data": "take"}]]}
DAY = 86_400


async def reason(box: Box, method: str, **fields: Any) -> str:
    answer = await box.call(method, **fields)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    return str(answer["description"]).removeprefix("Bad Request: ")


async def test_an_edit_changes_the_text_and_takes_the_buttons_away_unless_given_again(box: Box) -> None:
    sent = await box.bot("sendMessage", chat_id=2001, text="a", reply_markup=BUTTON)
    where = {"chat_id": 2001, "message_id": sent["message_id"]}
    assert (await box.bot("editMessageText", **where, text="b", reply_markup=BUTTON))["reply_markup"] == BUTTON
    assert "edit_date" in await box.bot("editMessageText", **where, text="b")
    [shown] = (await box.screen(2001))["messages"]
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("b", [], True)


async def test_an_edit_that_changes_nothing_is_refused(box: Box) -> None:
    sent = await box.bot("sendMessage", chat_id=2001, text="<b>a</b>", parse_mode="HTML", reply_markup=BUTTON)
    where = {"chat_id": 2001, "message_id": sent["message_id"]}
    same = {"text": "<b>a</b> ", "parse_mode": "HTML", "reply_markup": BUTTON}
    assert (await reason(box, "editMessageText", **where, **same)).startswith("message is not modified: ")
    assert (await reason(box, "editMessageReplyMarkup", **where, reply_markup=BUTTON)).startswith(
        "message is not modified"
    )
    assert (await box.bot("editMessageText", **where, **{**same, "text": "<i>a</i>"}))["text"] == "a"


async def test_only_own_messages_without_reply_keyboard_can_be_edited(box: Box) -> None:
    theirs = (await box.act(2001, "say", text="a"))["message_id"]
    keys = await box.bot("sendMessage", chat_id=2001, text="a", reply_markup={"keyboard": [["Darurat"]]})
    for number in (theirs, keys["message_id"]):
        assert (
            await reason(box, "editMessageText", chat_id=2001, message_id=number, text="b") == "message can't be edited"
        )


async def test_text_and_caption_are_not_mixed_up(box: Box) -> None:
    text = await box.bot("sendMessage", chat_id=2001, text="a")
    photo = (await box.act(2001, "photo"))["message_id"]
    file_id = (await box.bot("getUpdates"))[0]["message"]["photo"][-1]["file_id"]
    sent = await box.bot("sendPhoto", chat_id=2001, photo=file_id, caption="b")
    where = {"chat_id": 2001, "message_id": sent["message_id"]}
    assert photo < sent["message_id"]
    assert await reason(box, "editMessageText", **where, text="c") == "there is no text in the message to edit"
    assert (await box.bot("editMessageCaption", **where, caption="c"))["caption"] == "c"
    why = await reason(box, "editMessageCaption", chat_id=2001, message_id=text["message_id"], caption="c")
    assert why == "there is no caption in the message to edit"


async def test_both_sides_of_a_private_chat_can_be_deleted_for_48_hours(box: Box) -> None:
    mine = (await box.bot("sendMessage", chat_id=2001, text="a"))["message_id"]
    theirs = (await box.act(2001, "say", text="b"))["message_id"]
    await box.control("POST", "/clock", advance_seconds=2 * DAY - 60)
    assert await box.bot("deleteMessage", chat_id=2001, message_id=mine)
    await box.control("POST", "/clock", advance_seconds=61)
    why = await reason(box, "deleteMessage", chat_id=2001, message_id=theirs)
    assert why == "message can't be deleted for everyone"
    assert await reason(box, "deleteMessage", chat_id=2001, message_id=mine) == "message to delete not found"
    assert [one["deleted"] for one in (await box.screen(2001))["messages"]] == [True, False]
    assert await reason(box, "editMessageText", chat_id=2001, message_id=mine, text="c") == "message to edit not found"


async def test_many_are_deleted_at_once_and_those_that_cannot_are_passed_over(box: Box) -> None:
    numbers = [(await box.bot("sendMessage", chat_id=2001, text="a"))["message_id"] for _ in range(3)]
    assert await box.bot("deleteMessages", chat_id=2001, message_ids=[*numbers[:2], 1, "x", None])
    assert [one["deleted"] for one in (await box.screen(2001))["messages"]] == [True, True, False]
    assert (
        await reason(box, "deleteMessages", chat_id=2001, message_ids=list(range(101)))
        == "too many message identifiers specified"
    )


async def test_in_a_group_only_own_messages_can_be_deleted(box: Box) -> None:
    group = (await box.control("POST", "/groups", title="Piket", members=[2001, 2002]))["id"]
    theirs = (await box.act(2001, "say", text="/a", chat_id=group))["message_id"]
    mine = (await box.bot("sendMessage", chat_id=group, text="a"))["message_id"]
    assert await box.bot("deleteMessage", chat_id=group, message_id=mine)
    assert (
        await reason(box, "deleteMessage", chat_id=group, message_id=theirs) == "message can't be deleted for everyone"
    )


@pytest.mark.parametrize("alert", [False, True])
async def test_a_pressed_button_can_be_answered_for_a_minute(box: Box, alert: bool) -> None:
    sent = await box.bot("sendMessage", chat_id=2001, text="a", reply_markup=BUTTON)
    for _ in range(2):
        await box.act(2001, "press", text="Ambil")
    first, second = [one["callback_query"] for one in await box.bot("getUpdates")]
    assert (first["data"], first["message"]["message_id"], first["from"]["id"]) == ("take", sent["message_id"], 2001)
    assert await box.bot("answerCallbackQuery", callback_query_id=first["id"], text="Baik", show_alert=alert)
    toast = (await box.control("GET", "/phones/2001/toast", text="Baik"))["toast"]
    assert (toast["text"], toast["alert"]) == ("Baik", alert)
    await box.control("POST", "/clock", advance_seconds=61)
    assert (await reason(box, "answerCallbackQuery", callback_query_id=second["id"])).startswith("query is too old")
