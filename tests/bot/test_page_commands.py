"""An operator sets up the second channel and tries it: what is wrong is said, and no address is ever printed."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from bot import __main__ as program
from bot.problems import Problem
from simulator.client import Refused, Simulator
from tests.gateway import gateway, profile_with
from tests.office import ANI, UNIT
from tests.stories.stage import environment

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def settings(tmp_path: Path, office_file: Path, telegram: Simulator) -> dict[str, str]:
    (tmp_path / "master.key").write_bytes(b"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    (tmp_path / "master.key").chmod(0o600)
    shutil.copy(office_file, tmp_path / "laporaman.sqlite")
    for chat, name, _, _ in UNIT:
        with suppress(Refused):
            # Another test has put it there.
            telegram.add_phone(int(chat), name, started=True)
    return environment(tmp_path, address=telegram.url)


@pytest.fixture
def command(settings: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command as it is typed, in this process; its status and all that it said."""
    monkeypatch.setattr(program, "start_logging", lambda level: None)

    def run(*words: str) -> tuple[int, str]:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        try:
            status = asyncio.run(program._do(program._arguments().parse_args(words)))
            said = ""
        except Problem as problem:
            status, said = program.MISTAKE, str(problem)
        told = capsys.readouterr()
        said += told.out + told.err
        assert "8110000" not in said
        return status, said

    return run


ADDRESS = ("staff", "address", "--telegram-id", str(ANI))


def test_addresses_are_kept_changed_and_removed_and_never_shown(command: Command) -> None:
    assert command(*ADDRESS)[0] == 2
    assert command(*ADDRESS, "--none", "--ntfy", "ani")[0] == 2
    assert command(*ADDRESS, "--phone", "81100000 satu")[0] == 2
    assert command("staff", "address", "--telegram-id", "4711", "--ntfy", "x")[0] == 2
    assert command(*ADDRESS, "--phone", "+62 811-0000-0001") == (0, "Ani can be paged by: phone.\n")
    assert command(*ADDRESS, "--ntfy", "ani") == (0, "Ani can be paged by: phone, ntfy.\n")
    assert "Ani  (on duty)  [phone, ntfy]" in command("staff", "list")[1]
    assert command(*ADDRESS, "--none") == (0, "Ani can be paged by: nothing but Telegram.\n")
    assert "Ani  (on duty)\n" in command("staff", "list")[1]


def test_check_finds_what_is_missing_and_tries_the_rest(
    command: Command, settings: dict[str, str], tmp_path: Path
) -> None:
    with gateway() as there:
        status, said = command("check")
        assert (status, said.splitlines()[-1]) == (0, "Everything is in order.")
        assert command("check", "--send-test")[0] == 2
        settings |= profile_with(tmp_path, there.url("{phone}"), "json://{env:NOT_SET}/{phone}")
        status, said = command("check")
        assert status == 2
        assert "Nobody has an address" in said
        assert "NOT_SET" in said
        settings |= profile_with(tmp_path, there.url("{phone}"), there.url("no/{ntfy}"))
        command(*ADDRESS, "--phone", "+6281100000001")
        status, said = command("check", "--send-test")
        assert "Budi (duty_officer) has no address" in said
        assert "Ani: json delivered" in said
        assert status == 2
        command(*ADDRESS, "--ntfy", "ani")
        assert "Ani: json failed" in command("check", "--send-test")[1]
        assert [to for to, _ in there.came] == ["+6281100000001"] * 2


def test_a_test_that_went_well_is_no_mistake(command: Command, settings: dict[str, str], tmp_path: Path) -> None:
    with gateway() as there:
        settings |= profile_with(tmp_path, there.url("everybody"))
        status, said = command("check", "--send-test")
        assert (status, said.splitlines()[-2:]) == (0, ["Everything is in order.", "everybody: json delivered"])
