"""The page, the figures, the probe and the lifeline, each on its own; together they are a story."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
from configparser import ConfigParser
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.clock import MachineClock
from bot.health import Health, page, serve
from bot.lifeline import LOOK, Lifeline, notify, ping_address, status
from bot.metrics import COUNTERS, scrape, sent_beside
from bot.placeholders import filled
from bot.probe import Probe
from bot.problems import WrongProfile
from bot.pulse import Pulse
from bot.supervision import Part, Watchdog
from bot.vitals import Finding, Grade
from cases.messages import Lane, Message
from cases.outcome import Outcome
from cases.phrases import says
from storage import DatabaseProblem, Figures
from tests.bot.test_pulse import Ticks
from tests.office import ANI, CRY, NOON, REPORTER, Office, world


class Stands:
    """A clock that stands."""

    now_is = NOON

    def now(self) -> Any:
        return self.now_is


async def health_of(office: Office) -> Health:
    clock: Any = Stands()
    pulse = Pulse(Ticks())
    health = Health(pulse, Probe(office.storage, clock, pulse), world().profile)
    health.watches((Part("worker", office.deliver, silence=30),))
    for name in ("worker", "receiver", "telegram", "dispatcher", "scheduler", "audit"):
        pulse.beat(name)
    await health.probe.write()
    await health.probe.look()
    return health


async def asked(health: Health, path: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(page(health)), base_url="http://here") as client:
        return await client.get(path)


PAGES = ("/healthz", "/livez", "/readyz")


@pytest.mark.parametrize(
    ("trouble", "silent", "answers"),
    [
        ("", 0, (200, 200, 200)),
        ("stalls", 0, (503, 200, 200)),
        ("full", 0, (503, 200, 503)),
        ("", 31, (503, 503, 503)),
    ],
)
async def test_the_pages(office: Office, trouble: str, silent: float, answers: tuple[int, ...]) -> None:
    health = await health_of(office)
    if trouble == "stalls":
        health.pulse.happened("stalls", amount=6.0)
    else:
        health.probe._failed = trouble
    ticks: Any = health.pulse.ticks
    ticks.now += silent
    assert tuple([(await asked(health, path)).status_code for path in PAGES]) == answers
    told = (await asked(health, "/healthz")).json()
    assert told["ready"] is (answers[2] == 200)
    assert all(finding["what"] and finding["do"] for finding in told["findings"])


async def test_ages_are_those_of_what_waits(office: Office) -> None:
    await office.says(REPORTER, CRY)
    health = await health_of(office)
    clock: Any = health.probe.clock
    clock.now_is = NOON + timedelta(minutes=3)
    ages = (await asked(health, "/healthz")).json()["ages_in_seconds"]
    assert ages["oldest_unsent_emergency"] is None
    async with office.storage.work() as work:
        await work.record(Outcome(messages=(Message(ANI, says("help"), Lane.EMERGENCY),)), now=NOON)
    await health.probe.look()
    ages = (await asked(health, "/healthz")).json()["ages_in_seconds"]
    assert ages["oldest_unsent_emergency"] == 180
    assert health.probe.figures.untaken == 1


async def test_the_figures_for_prometheus_can_be_read_by_it() -> None:
    pulse = Pulse(Ticks())
    for name in COUNTERS:
        pulse.count(name, "emergency" if name in ("sent", "retried", "failed") else "")
    sent_beside(pulse, delivered=True)
    sent_beside(pulse, delivered=False)
    told = scrape(pulse, Figures(inbox=3, untaken=2), {"last_poll": 1.5, "last_audit": None}, ready=True).decode()
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }
    assert found["laporaman_ready",] == 1
    assert found["laporaman_age_seconds", "last_poll"] == 1.5
    assert found["laporaman_inbox_now",] == 3
    assert found["laporaman_untaken_now",] == 2
    assert found["laporaman_messages_sent_total", "emergency"] == 1
    assert found["laporaman_second_channel_total", "sent"] == 1
    assert found["laporaman_second_channel_total", "failed"] == 1
    assert found["laporaman_updates_kept_total",] == 1


class Broken:
    """A storage whose writing fails as told."""

    def __init__(self, problem: Exception) -> None:
        self.problem = problem

    def work(self) -> Any:
        raise self.problem


async def test_the_probe_remembers_why_it_could_not_write(office: Office) -> None:
    pulse = Pulse(Ticks())
    storage: Any = Broken(DatabaseProblem("full", "The disk is full."))
    probe = Probe(storage, MachineClock(), pulse)
    await probe.once()
    assert probe.trouble == "full"
    assert pulse.age("database") is None
    probe.storage = office.storage
    await probe.once()
    assert probe.trouble == ""
    assert pulse.age("database") == 0
    assert probe.roster.people


def test_a_write_that_takes_long_is_trouble_already() -> None:
    ticks = Ticks()
    storage: Any = None
    probe = Probe(storage, MachineClock(), Pulse(ticks), patience=10)
    probe._since = ticks()
    ticks.now += 10
    assert probe.trouble == ""
    ticks.now += 1
    assert probe.trouble == "busy"


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
        ears.bind(str(tmp_path / "n"))
        ears.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "n"))
        yield ears


def test_systemd_hears_what_it_is_told(systemd: socket.socket) -> None:
    assert notify("WATCHDOG=1", "STATUS=well")
    assert systemd.recv(100) == b"WATCHDOG=1\nSTATUS=well"


def test_an_abstract_name_is_understood_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
        ears.bind("\0laporaman-test")
        monkeypatch.setenv("NOTIFY_SOCKET", "@laporaman-test")
        assert notify("READY=1")
        assert ears.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all"])
def test_without_systemd_nothing_is_said(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    assert not notify("READY=1")


@pytest.mark.parametrize(("silent", "told"), [(0, True), (31, False)])
async def test_systemd_is_told_that_we_live_only_while_we_do(
    office: Office, systemd: socket.socket, silent: float, told: bool
) -> None:
    health = await health_of(office)
    ticks: Any = health.pulse.ticks
    ticks.now += silent
    async with httpx.AsyncClient() as nobody:
        await Lifeline(health).speak(nobody)
    systemd.setblocking(False)
    if told:
        assert systemd.recv(100).startswith(b"WATCHDOG=1")
    else:
        with pytest.raises(BlockingIOError):
            systemd.recv(100)


async def test_a_ping_once_a_minute_only_while_all_is_well_and_never_in_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    came: list[str] = []

    def answers(request: httpx.Request) -> httpx.Response:
        came.append(str(request.url))
        return httpx.Response(500)

    health = await health_of(office)
    ticks: Any = health.pulse.ticks
    lifeline = Lifeline(health, "https://hc.example/secret-uuid")
    steps = ((0, "", 1), (59, "", 1), (1, "full", 1), (30, "full", 1), (0, "", 2), (60, "", 3))
    async with httpx.AsyncClient(transport=httpx.MockTransport(answers)) as watcher:
        for passes, trouble, pings in steps:
            ticks.now += passes
            health.probe._failed = trouble
            for name in (*health.pulse.beats,):
                health.pulse.beat(name)
            await lifeline.speak(watcher)
            assert len(came) == pings, (passes, trouble)
    assert "HTTPStatusError" in caplog.text
    assert "secret-uuid" not in caplog.text


def test_the_line_for_systemctl_status() -> None:
    assert status(()) == "well"
    assert status((Finding("disk-low", Grade.SEEN),)) == "ready: disk-low"
    assert status((Finding("token", Grade.READY),)) == "not ready: token"


def test_a_secret_of_an_address_comes_from_the_environment() -> None:
    assert filled("https://h/{env:ID}?x={env:Y}", {"ID": "a", "Y": "b"}) == "https://h/a?x=b"
    assert filled("", {}) == ""
    with pytest.raises(WrongProfile) as wrong:
        filled("https://secret.example/{env:ID}", {})
    assert "ID" in str(wrong.value)
    assert "secret" not in str(wrong.value)


def test_a_ping_address_that_is_none_is_refused_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PING", "gopher://secret")
    assert ping_address("") == ""
    assert ping_address("https://h/x") == "https://h/x"
    with pytest.raises(WrongProfile) as wrong:
        ping_address("{env:PING}")
    assert "secret" not in str(wrong.value)


async def test_a_port_that_is_taken_is_a_trouble_and_stops_nobody(office: Office) -> None:
    health = await health_of(office)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        serving = asyncio.create_task(serve(health, host="127.0.0.1", port=taken.getsockname()[1]))
        while "health-port" not in health.pulse.troubles:
            await asyncio.sleep(0)
        assert not serving.done()
        assert "health-port" in {finding.code for finding in health.findings()}
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


UNIT = Path(__file__).resolve().parents[2] / "deploy" / "laporaman.service"


def test_systemd_waits_longer_than_the_bot_needs() -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT)
    told = unit["Service"]
    assert told["Type"] == "notify"
    assert told["Restart"] == "always"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    watchdog = Watchdog(Pulse(Ticks()), end=lambda _: None)
    assert float(told["WatchdogSec"]) >= 3 * LOOK
    assert float(told["TimeoutStopSec"]) > watchdog._ending


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_the_unit_is_one_that_systemd_understands(tmp_path: Path) -> None:
    root = str(tmp_path / "program")
    (tmp_path / "program" / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / "program" / ".venv" / "bin" / "python"
    python.write_text("#!/bin/sh\n")
    python.chmod(0o755)
    copy = tmp_path / "laporaman.service"
    copy.write_text(UNIT.read_text().replace("/opt/laporaman", root))
    verified = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, timeout=60)
    assert verified.returncode == 0, verified.stderr
    assert not [line for line in verified.stderr.splitlines() if "laporaman.service" in line]
