"""The page with the telephones, in a real browser."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from simulator_box import TOKEN

from simulator.client import Simulator

NASTY = "<img src=x onerror=alert(1)> & <script>alert(1)</script> \"'`"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, url: str, sim: Simulator) -> Iterator[Page]:
    """An open page; anything that the browser complains about fails the test."""
    complaints: list[str] = []
    made = browser.new_page(viewport={"width": 1400, "height": 900})
    made.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    made.goto(url)
    expect(made.locator("#phone-5001")).to_be_visible()
    yield made
    made.close()
    assert complaints == []


@pytest.fixture
def bot(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{url}/bot{TOKEN}") as client:
        yield client


def test_one_types_presses_and_sees_an_edit(page: Page, bot: httpx.Client) -> None:
    phone = page.locator("#phone-1001")
    phone.get_by_role("textbox").fill("Tolong, saya takut")
    phone.get_by_role("textbox").press("Enter")
    expect(phone.locator(".row.mine")).to_contain_text("Tolong, saya takut")
    markup = {"inline_keyboard": [[{"text": "Darurat", "callback_data": "d", "style": "danger"}]]}
    sent = bot.post(
        "/sendMessage", json={"chat_id": 1001, "text": "<b>Aman?</b>", "parse_mode": "HTML", "reply_markup": markup}
    )
    number = sent.json()["result"]["message_id"]
    expect(phone.locator(".row.theirs strong")).to_have_text("Aman?")
    phone.get_by_role("button", name="Darurat").click()
    updates = bot.get("/getUpdates", params={"timeout": 10, "offset": -1}).json()["result"]
    query = updates[-1]["callback_query"]
    assert query["data"] == "d"
    bot.post("/answerCallbackQuery", json={"callback_query_id": query["id"], "text": "Segera"})
    expect(phone.locator(".toast")).to_have_text("Segera")
    bot.post("/editMessageText", json={"chat_id": 1001, "message_id": number, "text": "Petugas datang"})
    expect(phone.locator(".row.theirs")).to_contain_text("Petugas datang")
    expect(phone.locator(".row.theirs")).to_contain_text("diedit")
    expect(phone.get_by_role("button", name="Darurat")).to_have_count(0)
    bot.post("/deleteMessage", json={"chat_id": 1001, "message_id": number})
    expect(phone.locator(".row.theirs")).to_contain_text("dihapus")


def test_what_people_write_is_shown_and_never_run(page: Page, bot: httpx.Client, sim: Simulator) -> None:
    sim.phone(1001).say(NASTY)
    sim.add_phone(8001, NASTY[:50], role="<b>x</b>")
    markup = {"inline_keyboard": [[{"text": NASTY, "callback_data": NASTY[:60]}]]}
    bot.post("/sendMessage", json={"chat_id": 1001, "text": NASTY, "reply_markup": markup, "protect_content": True})
    phone = page.locator("#phone-1001")
    expect(phone.locator(".row.mine .words")).to_have_text(NASTY)
    expect(phone.locator(".row.theirs .words")).to_have_text(NASTY)
    expect(phone.locator(".buttons button")).to_have_text(NASTY)
    expect(phone.locator(".row.theirs")).to_contain_text("tidak bisa diteruskan")
    expect(page.locator("#phone-8001 h2")).to_have_text(NASTY[:50])
    assert page.locator(".phone img[src='x'], .phone script").count() == 0


def test_the_hour_moves_and_a_telephone_is_added(page: Page, sim: Simulator) -> None:
    hour = page.locator("#hour")
    expect(hour).to_contain_text("WITA")
    before, offset = hour.inner_text(), sim.clock()["offset_seconds"]
    page.get_by_role("button", name="+1 hari").click()
    expect(hour).not_to_have_text(before)
    assert sim.clock()["offset_seconds"] == offset + 86_400
    page.get_by_role("button", name="Tambah telepon").click()
    page.get_by_label("Nama").fill("Ibu Rahma")
    page.get_by_label("Nomor Telegram").fill("9009")
    page.get_by_role("button", name="Tambah", exact=True).click()
    phone = page.locator("#phone-9009")
    expect(phone.locator("h2")).to_have_text("Ibu Rahma")
    phone.get_by_role("button", name="MULAI").click()
    expect(phone.locator(".row.mine")).to_contain_text("/start")


def test_things_are_sent_keys_pressed_and_the_bot_blocked(page: Page, bot: httpx.Client, sim: Simulator) -> None:
    phone = page.locator("#phone-2001")
    for name, part in (("Foto", ".photo"), ("Pesan suara", ".voice"), ("Lokasi", ".place"), ("Kontak saya", ".card")):
        phone.locator(".attach summary").click()
        phone.get_by_role("button", name=name, exact=True).click()
        expect(phone.locator(f".row.mine {part}")).to_be_visible()
    markup = {"keyboard": [["Selesai", "Tunda"]], "is_persistent": True}
    bot.post("/sendMessage", json={"chat_id": 2001, "text": "Kunjungan", "reply_markup": markup})
    phone.get_by_role("button", name="Selesai").click()
    expect(phone.locator(".row.mine").last).to_contain_text("Selesai")
    phone.locator(".menu summary").click()
    phone.get_by_role("button", name="Blokir bot").click()
    expect(phone.get_by_role("button", name="buka blokir")).to_be_visible()
    assert bot.post("/sendMessage", json={"chat_id": 2001, "text": "x"}).status_code == 403


def test_unread_messages_are_counted_until_the_telephone_is_touched(page: Page, bot: httpx.Client) -> None:
    for _ in range(2):
        bot.post("/sendMessage", json={"chat_id": 4001, "text": "Pengingat"})
    phone = page.locator("#phone-4001")
    expect(phone.locator(".head .badge")).to_have_text("2")
    phone.locator(".log").click()
    expect(phone.locator(".head .badge")).to_be_hidden()


def test_telegram_can_be_taken_down_and_a_new_reporter_come(page: Page, sim: Simulator) -> None:
    page.locator("#faults summary").click()
    page.get_by_label("Telegram mati").check()
    expect(page.locator("#waiting-faults")).to_contain_text("Telegram mati")
    page.get_by_label("Telegram mati").uncheck()
    expect(page.locator("#waiting-faults")).to_contain_text("Tidak ada gangguan")
    page.keyboard.press("Escape")
    page.locator("#phone-1001 .menu summary").click()
    page.locator("#phone-1001").get_by_role("button", name="Orang baru").click()
    expect(page.locator("#phone-1002")).to_be_visible()
    expect(page.locator("#phone-1001")).to_have_count(0)


def test_a_group_is_a_second_chat_of_its_members(page: Page, bot: httpx.Client, sim: Simulator) -> None:
    group = sim.ask("POST", "/groups", title="Grup piket", members=[2001, 2002])["id"]
    tab = page.locator("#phone-2002").get_by_role("tab", name="Grup piket")
    expect(tab).to_be_visible()
    bot.post("/sendMessage", json={"chat_id": group, "text": "Alarm"})
    expect(page.locator("#phone-2002 .head .badge")).to_have_text("1")
    tab.click()
    expect(page.locator("#phone-2002 .row.theirs").first).to_contain_text("membuat grup ini")
    expect(page.locator("#phone-2002 .row.theirs").last).to_contain_text("Alarm")
    page.locator("#phone-2002").get_by_role("textbox").fill("/tugas")
    page.locator("#phone-2002").get_by_role("button", name="Kirim").click()
    expect(page.locator("#phone-2002 .row.mine")).to_contain_text("/tugas")
    expect(page.locator("#phone-3001").get_by_role("tab")).to_have_count(0)
