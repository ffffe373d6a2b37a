"""Each refusal of Telegram, in its own words."""

from typing import Any

import pytest
from simulator_box import TOKEN, Box

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


REFUSED: tuple[tuple[str, dict[str, Any], int, str], ...] = (
    ("sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 99, "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "siapa", "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": 2001}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": 2001, "text": ""}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": 2001, "text": " \n\t "}, 400, "Bad Request: message text is empty"),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "<b> </b>", "parse_mode": "HTML"},
        400,
        "Bad Request: message text is empty",
    ),
    ("sendMessage", {"chat_id": 2001, "text": "x" * 4097}, 400, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": 2001, "text": "😀" * 2049}, 400, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": 2001, "text": "x", "parse_mode": "TeX"}, 400, "Bad Request: unsupported parse_mode"),
    ("sendMessage", {"chat_id": 2001, "text": "\ud83d"}, 400, "Bad Request: strings must be encoded in UTF-8"),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
        400,
        "Bad Request: can't parse entities: unsupported type specified",
    ),
    ("sendMessage", {"chat_id": 1001, "text": "x"}, 403, "Forbidden: bot can't initiate conversation with a user"),
    ("sendMessage", {"chat_id": 5001, "text": "x"}, 403, "Forbidden: bot was blocked by the user"),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_parameters": {"message_id": 7}},
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(text="x", callback_data="x" * 65)},
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(text="x", callback_data="é" * 33)},
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(text="x", callback_data="")},
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(callback_data="x")},
        400,
        "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(text="x")},
        400,
        "Bad Request: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": keyboard(text="x", callback_data="x", style="pink")},
        400,
        "Bad Request: can't parse inline keyboard button: invalid button style specified",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": "[1]"},
        400,
        "Bad Request: object expected as reply markup",
    ),
    (
        "sendMessage",
        {"chat_id": 2001, "text": "x", "reply_markup": "{"},
        400,
        "Bad Request: can't parse reply markup JSON object",
    ),
    ("sendPhoto", {"chat_id": 2001}, 400, "Bad Request: there is no photo in the request"),
    (
        "sendDocument",
        {"chat_id": 2001, "document": "nonsense"},
        400,
        "Bad Request: wrong remote file identifier specified: Wrong string length",
    ),
    ("sendPhoto", {"chat_id": 2001, "caption": "x" * 1025}, 400, "Bad Request: message caption is too long"),
    ("sendLocation", {"chat_id": 2001, "latitude": 1}, 400, "Bad Request: latitude or longitude is empty"),
    ("sendContact", {"chat_id": 2001, "first_name": "x"}, 400, "Bad Request: phone number is empty"),
    ("sendChatAction", {"chat_id": 2001, "action": "dancing"}, 400, "Bad Request: wrong parameter action in request"),
    ("editMessageText", {"chat_id": 2001, "message_id": 1, "text": "x"}, 400, "Bad Request: message to edit not found"),
    ("deleteMessage", {"chat_id": 2001, "message_id": 1}, 400, "Bad Request: message to delete not found"),
    ("deleteMessage", {"chat_id": 2001}, 400, "Bad Request: message identifier is not specified"),
    ("deleteMessages", {"chat_id": 2001, "message_ids": []}, 400, "Bad Request: message identifiers are not specified"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, f"Bad Request: {TOO_OLD}"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, 400, "Bad Request: MESSAGE_TOO_LONG"),
    ("getFile", {"file_id": "x"}, 400, "Bad Request: invalid file_id"),
    ("getFile", {}, 400, "Bad Request: file_id not specified"),
    (
        "setWebhook",
        {"url": "http://example.org/"},
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ),
    (
        "setWebhook",
        {"url": "https://example.org:81/"},
        400,
        "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        "setWebhook",
        {"url": "http://127.0.0.1/", "secret_token": "a b"},
        400,
        "Bad Request: secret token contains unallowed characters",
    ),
    ("setMyCommands", {"commands": [{"command": "Ups!", "description": "x"}]}, 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("getChat", {"chat_id": 3}, 400, "Bad Request: chat not found"),
    ("getChat", {"chat_id": 1001}, 400, "Bad Request: chat not found"),
    ("leaveChat", {"chat_id": 2001}, 400, "Bad Request: chat member status can't be changed in private chats"),
    ("makeCoffee", {}, 404, "Not Found"),
)


@pytest.mark.parametrize(("method", "fields", "code", "description"), REFUSED)
async def test_a_wrong_call_is_refused_as_telegram_refuses_it(
    box: Box, method: str, fields: dict[str, Any], code: int, description: str
) -> None:
    await box.act(5001, "block")
    before = box.world.serial
    answer = await box.post(f"/bot{TOKEN}/{method}", fields)
    assert (answer.status_code, answer.json()) == (code, {"ok": False, "error_code": code, "description": description})
    assert box.world.serial == before, "a refused call changes nothing"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/bot4242:wrong-token-but-well-formed/getMe", 401),
        ("/bot4242/getMe", 404),
        ("/botnonsense/getMe", 404),
        ("/bot/getMe", 404),
        (f"/bot{TOKEN}", 404),
        ("/file/bot4242:wrong/photos/file_1.jpg", 401),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404),
        (f"/file/bot{TOKEN}/%2e%2e/%2e%2e/etc/passwd", 404),
    ],
)
async def test_who_has_not_the_token_learns_nothing(box: Box, path: str, code: int) -> None:
    answer = await box.http.get(path)
    assert (answer.status_code, answer.json()["error_code"]) == (code, code)


async def test_what_is_just_within_the_limits_passes(box: Box) -> None:
    markup = keyboard(text="x", callback_data="é" * 32, style="danger")
    sent = await box.bot(
        "sendMessage", chat_id=2001, text="<b>" + "😀" * 2048 + "</b>", parse_mode="html", reply_markup=markup
    )
    assert sent["entities"] == [{"offset": 0, "length": 4096, "type": "bold"}]
    assert sent["reply_markup"] == markup


@pytest.mark.parametrize(
    "given",
    [
        {"params": {"chat_id": "2001", "text": "satu & dua", "protect_content": "true"}},
        {"data": {"chat_id": "2001", "text": "satu & dua", "protect_content": "True"}},
        {"json": {"chat_id": 2001, "text": "satu & dua", "protect_content": True}},
        {"data": {"chat_id": "2001", "text": "satu & dua", "protect_content": "1"}, "files": {"none": b"x"}},
    ],
)
async def test_parameters_may_come_in_four_ways_and_names_in_any_case(box: Box, given: dict[str, Any]) -> None:
    answer = await box.http.post(f"/bot{TOKEN}/SENDmessage", **given)
    result = answer.json()["result"]
    assert (result["text"], result["has_protected_content"]) == ("satu & dua", True)


@pytest.mark.parametrize("body", [b"\xff", b"[1]", b"{", b"", b'{"chat_id":' + b"[" * 100_000])
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "application/x-www-form-urlencoded", "x"])
async def test_a_body_that_cannot_be_read_is_a_bad_request(box: Box, body: bytes, kind: str) -> None:
    answer = await box.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers={"content-type": kind})
    assert answer.status_code == 400


async def test_an_uploaded_file_comes_back_as_it_was(box: Box) -> None:
    content = bytes(range(256)) * 9
    answer = await box.http.post(
        f"/bot{TOKEN}/sendDocument",
        data={"chat_id": "2001", "caption": "<b>Surat</b>", "parse_mode": "HTML", "document": "attach://it"},
        files={"it": ("surat é.pdf", content, "application/pdf")},
    )
    document = answer.json()["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "surat é.pdf",
        "application/pdf",
        2304,
    )
    again = await box.bot("sendDocument", chat_id=3001, document=document["file_id"])
    file = await box.bot("getFile", file_id=again["document"]["file_id"])
    assert (await box.http.get(f"/file/bot{TOKEN}/{file['file_path']}")).content == content


async def test_a_file_over_20_mb_cannot_be_fetched_and_one_of_20_mb_can(box: Box) -> None:
    for size in (20 * 1024 * 1024, 20 * 1024 * 1024 + 1):
        await box.act(2001, "document", size=size)
    small, big = [one["message"]["document"] for one in await box.bot("getUpdates")]
    assert (await box.call("getFile", file_id=big["file_id"]))["description"] == "Bad Request: file is too big"
    path = (await box.bot("getFile", file_id=small["file_id"]))["file_path"]
    assert len((await box.http.get(f"/file/bot{TOKEN}/{path}")).content) == 20 * 1024 * 1024


async def test_a_protected_message_is_not_passed_on(box: Box) -> None:
    open_one = await box.bot("sendMessage", chat_id=2001, text="terbuka")
    locked = await box.bot("sendMessage", chat_id=2001, text="rahasia", protect_content=True)
    there = {"chat_id": 3001, "from_chat_id": 2001}
    assert (await box.bot("forwardMessage", **there, message_id=open_one["message_id"]))["forward_origin"][
        "type"
    ] == "user"
    assert "message_id" in await box.bot("copyMessage", **there, message_id=open_one["message_id"])
    for method in ("forwardMessage", "copyMessage"):
        assert (await box.call(method, **there, message_id=locked["message_id"]))["error_code"] == 400
    assert [one["text"] for one in (await box.screen(3001))["messages"]] == ["terbuka", "terbuka"]


async def test_the_bot_can_say_who_it_is_and_what_it_does(box: Box) -> None:
    assert (await box.bot("getMe"))["id"] == 4242
    commands = [{"command": "mulai", "description": "Mulai"}]
    assert await box.bot("setMyCommands", commands=commands, language_code="id")
    assert await box.bot("getMyCommands", language_code="id") == commands
    assert await box.bot("getMyCommands") == []
    assert await box.bot("setMyShortDescription", short_description="Ramah")
    assert await box.bot("getMyShortDescription") == {"short_description": "Ramah"}
    assert (await box.bot("getChatMember", chat_id=2001, user_id=2001))["status"] == "member"
