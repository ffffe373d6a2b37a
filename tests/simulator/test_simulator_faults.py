"""Faults on demand, over real connections."""

from typing import Any

import httpx
import pytest
from simulator_box import TOKEN

from simulator.client import Simulator


@pytest.fixture
def telegram(url: str, sim: Simulator) -> Any:
    with httpx.Client(base_url=f"{url}/bot{TOKEN}", timeout=30) as client:
        yield client


def send(telegram: httpx.Client, chat: int = 2001) -> httpx.Response:
    return telegram.post("/sendMessage", json={"chat_id": chat, "text": "alarm"})


def shown(sim: Simulator) -> int:
    return len(sim.phone(2001).screen())


def test_busy_says_how_long(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("busy", retry_after=7, times=2)
    answers = [send(telegram) for _ in range(3)]
    assert [one.status_code for one in answers] == [429, 429, 200]
    assert answers[0].json()["parameters"] == {"retry_after": 7}
    assert shown(sim) == 1


def test_an_error_of_the_server_is_html(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("error", status=502)
    answer = send(telegram)
    assert (answer.status_code, answer.headers["content-type"], shown(sim)) == (502, "text/html", 0)


def test_a_lost_answer_was_delivered(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("lost_answer", methods=["sendMessage"])
    with pytest.raises(httpx.RemoteProtocolError):
        send(telegram)
    assert shown(sim) == 1
    [entry] = sim.journal()
    assert (entry["fault"], entry["delivered"]) == ("lost_answer", True)


def test_a_reset_delivers_nothing_until_it_is_taken_away(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("reset", times=None)
    for _ in range(3):
        with pytest.raises(httpx.TransportError):
            send(telegram)
    assert shown(sim) == 0
    sim.clear_faults()
    assert send(telegram).is_success


def test_files_cannot_be_fetched_while_telegram_is_down(telegram: httpx.Client, sim: Simulator, url: str) -> None:
    sim.phone(2001).send("document", content="aGFsbw==")
    file_id = telegram.get("/getUpdates").json()["result"][0]["message"]["document"]["file_id"]
    path = telegram.get("/getFile", params={"file_id": file_id}).json()["result"]["file_path"]
    sim.fault("error", times=None)
    assert httpx.get(f"{url}/file/bot{TOKEN}/{path}").status_code == 502
    sim.clear_faults()
    assert httpx.get(f"{url}/file/bot{TOKEN}/{path}").content == b"halo"


def test_a_hanging_call_answers_late_or_never(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("hang", seconds=0.01)
    assert send(telegram).is_success
    sim.fault("hang")
    with pytest.raises(httpx.ReadTimeout):
        telegram.post("/sendMessage", json={"chat_id": 2001, "text": "x"}, timeout=0.05)
    assert shown(sim) == 1
    assert sim.journal(count=2)[-1]["delivered"] is False


def test_a_malformed_answer_is_half_a_json(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("malformed")
    with pytest.raises(ValueError):
        send(telegram).json()
    assert shown(sim) == 1


def test_a_fault_strikes_only_the_chat_and_method_it_is_for(telegram: httpx.Client, sim: Simulator) -> None:
    sim.fault("busy", chat_id=2002, methods=["sendmessage"], times=None)
    assert [send(telegram, chat).status_code for chat in (2001, 2002, 3001)] == [200, 429, 200]
    assert telegram.get("/getMe").is_success
    sim.clear_faults()
    sim.fault("busy", probability=0.0, times=None)
    assert send(telegram, 2002).is_success


def test_updates_come_twice_or_in_the_wrong_order(telegram: httpx.Client, sim: Simulator) -> None:
    reporter = sim.phone(1001)
    reporter.say("a")
    sim.fault("duplicate")
    reporter.say("b")
    reporter.say("c")
    sim.fault("disorder", methods=["message"])
    reporter.say("d")
    updates = telegram.get("/getUpdates").json()["result"]
    assert [one["message"]["text"] for one in updates] == ["a", "b", "b", "d", "c"]
    newest = max(one["update_id"] for one in updates)
    assert telegram.get("/getUpdates", params={"offset": newest + 1}).json()["result"] == []
    sim.wait_until_read()
