"""Without a token: a practice server beside the bot, which is there when we are and gone when we are."""

from __future__ import annotations

import base64
import socket
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.house import _within
from bot.practice import CAST, practice
from bot.problems import WrongSetting
from bot.settings import PROFILES, ROOT, TELEGRAM, Settings
from cases.profile import SecondChannel
from storage import MasterKey, Storage, migrate
from tests.office import world


@pytest.fixture
async def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr("bot.practice.ROOT", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "var").mkdir()
    key = tmp_path / "master.key"
    key.write_bytes(base64.b64encode(bytes(range(32))))
    key.chmod(0o600)
    url = f"sqlite+aiosqlite:///{tmp_path / 'practice.sqlite'}"
    await migrate(url)
    return Settings("", TELEGRAM, url, key, "luwu_utara", PROFILES, "INFO", "", 0)


async def test_it_has_people_and_ends_with_the_bot(settings: Settings) -> None:
    async with practice(settings) as (practising, address):
        assert practising.practising
        assert not practising.is_practice
        assert practising.api_url == practising.clock_url == address
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(f"{address}/control/clock")).status_code == 200
        storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file))
        async with storage.look() as look:
            people = (await look.roster()).people
        await storage.close()
        assert {person.name for person in people} == {actor.name for actor in CAST if actor.role is not None}
        assert any(person.on_duty for person in people)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/control/clock", trust_env=False)


async def test_a_taken_port_is_named(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongSetting, match="PRACTICE_PORT"):
            async with practice(replace(settings, practice_port=port)):
                raise AssertionError("two on one port")


def test_practising_wakes_nobody_by_the_second_channel() -> None:
    channel = SecondChannel(4, 2, ("sms://{phone}",), ("mailto://x",))
    busy = replace(world(), profile=replace(world().profile, second_channel=channel))
    quiet = _within(busy).profile.second_channel
    assert (quiet.urls, quiet.operator_urls) == ((), ())
