"""The simulator as a program: its address, its end, its memory, and a real bot library speaking to it."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from simulator_box import ROOT, TOKEN, program

from simulator.client import Refused, Simulator


def test_it_ends_when_its_starter_has_gone() -> None:
    with program() as (url, process):
        assert httpx.get(f"{url}/control/clock").is_success
        assert process.stdin
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_restart_changes_nothing(tmp_path: Path) -> None:
    kept = ("--keep", str(tmp_path / "world.json"))
    with program(*kept) as (url, _), Simulator(url) as sim:
        reporter = sim.phone(1001)
        reporter.say("halo")
        reporter.send("photo")
        sim.phone(2002).block()
        sim.advance(days=1)
        bot = httpx.Client(base_url=f"{url}/bot{TOKEN}")
        sent = bot.post("/sendMessage", json={"chat_id": 1001, "text": "<b>ya</b>", "parse_mode": "HTML"}).json()[
            "result"
        ]
        before = (reporter.screen(), bot.get("/getUpdates").json()["result"], sim.clock()["offset_seconds"])
        bot.close()
    with program(*kept) as (url, _), Simulator(url) as sim:
        bot = httpx.Client(base_url=f"{url}/bot{TOKEN}")
        after = (sim.phone(1001).screen(), bot.get("/getUpdates").json()["result"], sim.clock()["offset_seconds"])
        assert after == before
        again = bot.post("/sendMessage", json={"chat_id": 1001, "text": "lagi"}).json()["result"]
        assert again["message_id"] > sent["message_id"]
        assert bot.post("/sendMessage", json={"chat_id": 2002, "text": "x"}).status_code == 403
        edited = {"chat_id": 1001, "message_id": sent["message_id"], "text": "tidak"}
        assert bot.post("/editMessageText", json=edited).is_success
        photo = before[1][1]["message"]["photo"][-1]["file_id"]
        path = bot.get("/getFile", params={"file_id": photo}).json()["result"]["file_path"]
        assert httpx.get(f"{url}/file/bot{TOKEN}/{path}").content.startswith(b"\x89PNG")
        bot.close()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--token", "x"], "invalid literal"),
        (["--phone", "x"], "is not id:name:role"),
        (["--phones", "/nowhere.toml"], "can't read phones"),
        (["--keep", "BROKEN"], ""),
    ],
)
def test_a_wrong_start_is_one_clear_line(tmp_path: Path, arguments: list[str], why: str) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"version": 1}))
    given = [str(broken) if one == "BROKEN" else one for one in arguments]
    done = subprocess.run([sys.executable, "-m", "simulator", *given], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert why in done.stderr


def test_phones_can_be_given(tmp_path: Path) -> None:
    listed = tmp_path / "phones.toml"
    listed.write_text('[[phone]]\nid = 1\nname = "Ani"\nrole = "Pelapor"\n')
    with program("--phones", str(listed), "--phone", "2:Budi:Petugas", "--phone", "3:Cici::new") as (url, _):
        phones = httpx.get(f"{url}/control/phones").json()
    assert [(one["id"], one["name"], one["started"]) for one in phones] == [
        (1, "Ani", False),
        (2, "Budi", True),
        (3, "Cici", False),
    ]


async def test_a_real_bot_library_speaks_to_it(url: str) -> None:
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
    from telegram.error import BadRequest, Forbidden

    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        with Simulator(url) as sim:
            person = sim.add_phone(6001, "Dewi")
            with pytest.raises(Forbidden):
                await bot.send_message(6001, "halo")
            person.start("abc")
            person.send("document", content="aGFsbw==")
            person.send("contact")
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
            sent = await bot.send_message(6001, "<b>halo</b>", parse_mode="HTML", reply_markup=markup)
            person.press("Ya")
            updates = await bot.get_updates(timeout=5)
            assert [one.effective_message and one.effective_message.text for one in updates] == [
                "/start abc",
                None,
                None,
                "halo",
            ]
            assert updates[1].message
            assert updates[1].message.document
            file = await updates[1].message.document.get_file()
            assert bytes(await file.download_as_bytearray()) == b"halo"
            assert updates[3].callback_query
            assert await updates[3].callback_query.answer("Baik", show_alert=True)
            assert person.wait_for_toast("Baik")["alert"]
            with pytest.raises(BadRequest, match="not modified"):
                await sent.edit_text("<b>halo</b>", parse_mode="HTML", reply_markup=markup)
            photo = await bot.send_photo(6001, b"\x89PNG", caption="foto")
            assert photo.photo[-1].file_size == 4
            with pytest.raises(Refused, match="doesn't show"):
                person.wait_for("tak akan datang", timeout=0)


def _speak(url: str, sent: bytes) -> bytes:
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(sent)
        said = b""
        while piece := line.recv(65536):
            said += piece
        return said


def test_the_connection_understands_what_http_allows(url: str) -> None:
    path = f"/bot{TOKEN}/getMe".encode()
    twice = b"GET %b HTTP/1.1\r\nhost: x\r\n\r\n" % path + b"GET %b HTTP/1.1\r\nconnection: close\r\n\r\n" % path
    assert _speak(url, twice).count(b'"ok": true') == 2
    chunked = (
        b"POST /bot%b/sendMessage HTTP/1.0\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    parts = (b'{"chat_id":2001,', b'"text":"halo"}')
    framed = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    assert b'"text": "halo"' in _speak(url, chunked % TOKEN.encode() + framed)
    head = _speak(url, b"HEAD / HTTP/1.1\r\nconnection: close\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert head.endswith(b"\r\n\r\n")
    expects = b"POST %b HTTP/1.1\r\nexpect: 100-continue\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}" % path
    assert b'"ok": true' in _speak(url, expects)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"GET / HTTP/1.1\r\nx: " + b"y" * 70_000, 431),
    ],
)
def test_what_is_no_request_is_refused(url: str, sent: bytes, status: int) -> None:
    assert _speak(url, sent).startswith(b"HTTP/1.1 %d " % status)
