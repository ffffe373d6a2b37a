"""What people do, and what tests see of it."""

import asyncio
from typing import Any

import pytest
from simulator_box import TOKEN, Box

BUTTONS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}, {"text": "Tidak", "callback_data": "n"}]]}


async def last(box: Box) -> Any:
    return (await box.bot("getUpdates", offset=-1))[0]


@pytest.mark.parametrize(
    ("act", "fields", "part"),
    [
        ("say", {"text": "/start halo"}, "entities"),
        ("start", {"payload": "halo"}, "entities"),
        ("photo", {"caption": "ini"}, "photo"),
        ("voice", {}, "voice"),
        ("video", {}, "video"),
        ("document", {"content": "AAEC", "name": "../../x.exe", "mime": "a/b"}, "document"),
        ("document", {"size": 25_000_000}, "document"),
        ("sticker", {}, "sticker"),
        ("location", {"latitude": -2.5, "longitude": 120.3}, "location"),
        ("contact", {}, "contact"),
    ],
)
async def test_what_a_person_sends_reaches_the_bot(box: Box, act: str, fields: dict[str, Any], part: str) -> None:
    done = await box.act(1001, act, **fields)
    message = (await last(box))["message"]
    assert message["message_id"] == done["message_id"]
    assert message["chat"] == {"id": 1001, "first_name": "Pelapor", "type": "private"}
    assert part in message
    shown = (await box.screen(1001))["messages"][-1]
    assert (shown["from_bot"], shown["message_id"]) == (False, done["message_id"])


async def test_a_command_is_marked_as_one(box: Box) -> None:
    await box.act(1001, "say", text="/start abc")
    assert (await last(box))["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]


async def test_a_long_text_goes_in_parts_and_nothing_of_it_is_lost(box: Box) -> None:
    text = "é😀abc" * 20_000
    done = await box.act(1001, "say", text=text)
    parts = [one["text"] for one in (await box.screen(1001))["messages"]]
    assert len(parts) == len(done["message_ids"]) > 20
    assert "".join(parts) == text


async def test_an_own_message_can_be_edited(box: Box) -> None:
    number = (await box.act(1001, "say", text="a"))["message_id"]
    await box.act(1001, "edit", message_id=number, text="b")
    edited = (await last(box))["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("b", number)
    assert "edit_date" in edited


async def test_a_button_is_pressed_by_its_text_its_payload_or_forged(box: Box) -> None:
    sent = await box.bot("sendMessage", chat_id=2001, text="?", reply_markup=BUTTONS)
    for fields, payload in (
        ({"text": "Tidak"}, "n"),
        ({"data": "y", "message_id": sent["message_id"]}, "y"),
        ({"data": "forged", "forged": True}, "forged"),
    ):
        await box.act(2001, "press", **fields)
        assert (await last(box))["callback_query"]["data"] == payload
    assert (await box.ask("POST", "/phones/2001/press", text="Mungkin")).status_code == 409


async def test_a_key_under_the_input_field_sends_its_text_or_what_it_asks_for(box: Box) -> None:
    rows = [
        ["Darurat"],
        [{"text": "Nomor saya", "request_contact": True}, {"text": "Lokasi", "request_location": True}],
    ]
    await box.bot("sendMessage", chat_id=2001, text="?", reply_markup={"keyboard": rows, "is_persistent": True})
    for text, part in (("Darurat", "text"), ("Nomor saya", "contact"), ("Lokasi", "location")):
        await box.act(2001, "key", text=text)
        assert part in (await last(box))["message"]
    await box.bot("sendMessage", chat_id=2001, text="!", reply_markup={"remove_keyboard": True})
    assert (await box.screen(2001))["keyboard"] is None
    assert (await box.ask("POST", "/phones/2001/key", text="Darurat")).status_code == 409


async def test_blocking_is_told_and_ends_talking_until_it_is_lifted(box: Box) -> None:
    await box.act(2001, "block")
    changed = (await last(box))["my_chat_member"]
    assert (changed["old_chat_member"]["status"], changed["new_chat_member"]["status"]) == ("member", "kicked")
    assert (await box.ask("POST", "/phones/2001/say", text="a")).status_code == 409
    assert (await box.call("sendMessage", chat_id=2001, text="a"))["error_code"] == 403
    await box.act(2001, "start")
    assert (await box.bot("sendMessage", chat_id=2001, text="a"))["text"] == "a"


async def test_who_has_written_once_can_be_written_to(box: Box) -> None:
    assert (await box.call("sendMessage", chat_id=1001, text="a"))["error_code"] == 403
    await box.act(1001, "say", text="tolong")
    assert (await box.call("sendMessage", chat_id=1001, text="a"))["ok"]


async def test_a_new_person_takes_the_place_of_another(box: Box) -> None:
    made = await box.control("POST", "/phones", replaces=1001, name="Orang lain")
    phones = await box.control("GET", "/phones")
    assert (phones[0]["id"], phones[0]["role"]) == (made["id"], "Pelapor")
    assert 1001 not in [one["id"] for one in phones]
    await box.act(made["id"], "say", text="halo")
    assert (await last(box))["message"]["from"]["id"] == made["id"]


async def test_deleting_the_chat_clears_the_screen_and_the_bot_hears_nothing(box: Box) -> None:
    await box.act(1001, "say", text="a")
    pending = len(box.world.updates.queue)
    await box.act(1001, "clear")
    assert ((await box.screen(1001))["messages"], len(box.world.updates.queue)) == ([], pending)


async def test_any_update_can_be_injected(box: Box) -> None:
    strange = {"update_id": 7, "hologram": {"text": "\ud83d\u0000", "deep": [[[None]]]}}
    await box.control("POST", "/updates", update=strange)
    await box.control("POST", "/updates", update={"message": {"broken": True}})
    first, second = await box.bot("getUpdates")
    assert first == strange
    assert second["update_id"] > 7


async def test_waiting_ends_when_the_message_comes_and_only_for_what_came_after(box: Box) -> None:
    await box.bot("sendMessage", chat_id=2001, text="alarm lama", reply_markup=BUTTONS)
    found = await box.control("GET", "/phones/2001/wait", text="alarm", button="Ya")
    async with asyncio.TaskGroup() as group:
        wait = group.create_task(
            box.control("GET", "/phones/2001/wait", text="alarm", after=found["message"]["serial"], timeout=60)
        )
        entries = group.create_task(
            box.control("GET", "/journal", method="sendMessage", text="baru", count=1, timeout=60)
        )
        await box.bot("sendMessage", chat_id=2001, text="alarm baru")
    assert wait.result()["message"]["text"] == "alarm baru"
    assert entries.result()["entries"][0]["chat_id"] == 2001
    assert (await box.control("GET", "/phones/2001/wait", text="nanti", timeout=0))["message"] is None


async def test_waiting_sees_edits_too(box: Box) -> None:
    sent = await box.bot("sendMessage", chat_id=2001, text="a")
    after = box.world.serial
    async with asyncio.TaskGroup() as group:
        wait = group.create_task(box.control("GET", "/phones/2001/wait", text="diambil", after=after, timeout=60))
        await box.bot("editMessageText", chat_id=2001, message_id=sent["message_id"], text="sudah diambil")
    assert wait.result()["message"]["edited"]


async def test_the_journal_counts_what_was_done_and_what_was_refused(box: Box) -> None:
    await box.bot("sendMessage", chat_id=2001, text="satu")
    await box.call("sendMessage", chat_id=2001, text="<b", parse_mode="HTML")
    await box.call("sendMessage", chat_id=77, text="\ud800")
    await box.bot("getMe")
    entries = (await box.control("GET", "/journal"))["entries"]
    assert [(one["method"], one["delivered"], one["error_code"]) for one in entries] == [
        ("sendmessage", True, None),
        ("sendmessage", False, 400),
        ("sendmessage", False, 400),
    ]
    assert entries[0]["monotonic"] <= entries[1]["monotonic"]
    assert (await box.control("GET", "/journal", delivered="true", brief="true")) == {"count": 1, "entries": []}


async def test_waiting_until_the_bot_has_read_everything(box: Box) -> None:
    await box.act(1001, "say", text="a")
    number = (await box.bot("getUpdates"))[0]["update_id"]
    async with asyncio.TaskGroup() as group:
        wait = group.create_task(box.control("GET", "/updates", most=0, timeout=60))
        await box.bot("getUpdates", offset=number + 1)
    assert wait.result()["pending"] == 0


async def test_a_group_lets_the_bot_hear_only_what_is_meant_for_it(box: Box) -> None:
    group = (await box.control("POST", "/groups", title="Piket", members=[2001, 2002]))["id"]
    joined, made = (await box.bot("getUpdates"))[-2:]
    assert joined["my_chat_member"]["chat"]["title"] == "Piket"
    assert made["message"]["group_chat_created"]
    sent = await box.bot("sendMessage", chat_id=group, text="Alarm")
    for text, fields in (("obrolan", {}), ("/tugas", {}), ("baik", {"reply_to": sent["message_id"]})):
        await box.act(2001, "say", text=text, chat_id=group, **fields)
    heard = [one["message"].get("text") for one in await box.bot("getUpdates") if "message" in one]
    assert heard == [None, "/tugas", "baik"]
    assert (await box.ask("POST", "/phones/3001/say", text="a", chat_id=group)).status_code == 409
    assert [one["text"] for one in (await box.screen(2002, chat_id=group))["messages"]] == [
        "",
        "Alarm",
        "obrolan",
        "/tugas",
        "baik",
    ]


async def test_a_group_that_became_a_supergroup_says_where_it_went(box: Box) -> None:
    group = (await box.control("POST", "/groups", title="Piket", members=[2001]))["id"]
    await box.control("POST", f"/groups/{group}", migrate_to=-100777)
    answer = await box.call("sendMessage", chat_id=group, text="a")
    assert (answer["error_code"], answer["parameters"]) == (400, {"migrate_to_chat_id": -100777})
    assert (await box.bot("sendMessage", chat_id=-100777, text="a"))["chat"]["type"] == "supergroup"
    parts = [one.get("my_chat_member") or one["message"] for one in await box.bot("getUpdates")]
    told = [(part["chat"]["id"], "old_chat_member" in part) for part in parts]
    assert told == [(group, True), (group, False), (-100777, True), (group, False), (-100777, False)]
    await box.control("POST", "/groups/-100777", member=4242, present=False)
    assert (await box.call("sendMessage", chat_id=-100777, text="a"))["error_code"] == 403


async def test_the_bot_hears_who_added_it_and_that_it_left(box: Box) -> None:
    group = (await box.control("POST", "/groups", members=[2001, 2002], kind="supergroup"))["id"]
    assert await box.bot("leaveChat", chat_id=group)
    assert (await last(box))["my_chat_member"]["from"]["id"] == 4242
    await box.control("POST", f"/groups/{group}", member=4242, present=True, by=2002)
    joined, noted = (await box.bot("getUpdates"))[-2:]
    assert joined["my_chat_member"]["from"]["id"] == noted["message"]["from"]["id"] == 2002
    assert noted["message"]["new_chat_members"][0]["id"] == 4242
    await box.control("POST", f"/groups/{group}", member=4242, present=False)
    assert (await box.ask("POST", f"/groups/{group}", member=4242, present=True, by=3001)).status_code == 409


@pytest.mark.parametrize(
    ("method", "path", "fields", "status"),
    [
        ("POST", "/phones/1001/say", {}, 400),
        ("POST", "/phones/1001/say", {"text": 5}, 400),
        ("POST", "/phones/1001/say", {"text": "  "}, 409),
        ("POST", "/phones/77/say", {"text": "a"}, 409),
        ("POST", "/phones/x/say", {"text": "a"}, 400),
        ("POST", "/phones/1001/say", {"text": "a", "chat_id": 2001}, 409),
        ("POST", "/phones/1001/edit", {"message_id": 1, "text": "a"}, 409),
        ("POST", "/phones/1001/document", {"content": "?"}, 400),
        ("POST", "/phones", {"id": 1001}, 409),
        ("POST", "/phones", {"id": -1}, 400),
        ("POST", "/clock", {"advance_seconds": -1}, 400),
        ("POST", "/clock", {"advance_seconds": "nan"}, 400),
        ("POST", "/clock", {"set": "2020-01-01T00:00:00+00:00"}, 400),
        ("POST", "/clock", {"set": "besok"}, 400),
        ("POST", "/faults", {"kind": "earthquake"}, 400),
        ("POST", "/faults", {"kind": "busy", "colour": "red"}, 400),
        ("POST", "/updates", {"update": 5}, 400),
        ("POST", "/updates/repeat", {"update_id": 1}, 409),
        ("POST", "/groups", {"id": 5}, 409),
        ("POST", "/groups", {"kind": "private"}, 400),
        ("POST", "/groups/5", {"member": 1, "present": True}, 409),
        ("GET", "/phones/1001/wait", {"after": "x"}, 400),
    ],
)
async def test_a_wrong_wish_is_refused_with_a_reason(
    box: Box, method: str, path: str, fields: dict[str, Any], status: int
) -> None:
    answer = await box.ask(method, path, **fields)
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True)


async def test_starting_anew_forgets_everything_but_the_time(box: Box) -> None:
    await box.act(1001, "say", text="a")
    await box.control("POST", "/clock", advance_seconds=60)
    await box.control("POST", "/faults", kind="reset", times=None)
    await box.control("POST", "/reset")
    state = await box.control("GET", "/state")
    assert (state["pending_updates"], state["faults"], state["clock"]["offset_seconds"]) == (0, [], 60)
    assert [one["id"] for one in state["phones"]] == [1001, 2001, 2002, 3001, 4001, 5001]
    assert (await box.screen(1001))["messages"] == []


async def test_another_page_in_the_browser_may_ask_for_nothing(box: Box) -> None:
    for origin, status in (("https://evil.example", 403), ("null", 403), ("http://simulator", 200)):
        answer = await box.http.post("/control/reset", headers={"origin": origin})
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("content", "kind", "shown"),
    [
        (b"%PDF-1.7\nx", "application/pdf", "inline"),
        (b"PK\x03\x04", "application/octet-stream", "attachment"),
        (b"<script>alert(1)</script>", "application/octet-stream", "attachment"),
    ],
)
async def test_a_file_of_the_bot_can_be_opened_on_the_page(box: Box, content: bytes, kind: str, shown: str) -> None:
    """A PDF is shown; anything else is handed out, under its name, and never read as a page."""
    answer = await box.http.post(
        f"/bot{TOKEN}/sendDocument",
        data={"chat_id": "2001"},
        files={"document": ("a; x=é.pdf", content, "text/html")},
    )
    unique = answer.json()["result"]["document"]["file_unique_id"]
    opened = await box.http.get(f"/control/files/{unique}")
    assert (opened.content, opened.headers["content-type"]) == (content, kind)
    assert opened.headers["content-disposition"].startswith(f"{shown}; filename*=UTF-8''a%3B%20x%3D")
