"""A wrong setting, key or database: one clear message that says what to do, and status 2; never unsealed."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.stage import OFFICER, REPORTER, ROOT, SECOND, Stage, command, environment, simulated
from tests.stories.words import shown

NOBODY_THERE = "http://127.0.0.1:9"


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "office"))


def refused(settings: dict[str, str], *words: str) -> str:
    done = command(settings, *words)
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_command_typed_at_the_shell_is_what_the_stories_start(folder: Path) -> None:
    """The stories fork their programs from one that has read the modules; a shell does not."""
    fit = environment(folder)
    unfit = {name: value for name, value in fit.items() if name != "MASTER_KEY_FILE"}
    for settings, words in ((fit, ("staff", "list")), (unfit, ("run",))):
        typed = subprocess.run(
            [sys.executable, "-m", "bot", *words], cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60
        )
        forked = command(settings, *words)
        assert (typed.returncode, typed.stdout, typed.stderr) == (forked.returncode, forked.stdout, forked.stderr)


def test_no_key_no_start(folder: Path) -> None:
    settings = environment(folder)
    del settings["MASTER_KEY_FILE"]
    assert "key new" in refused(settings, "run")


@pytest.mark.parametrize(
    ("contents", "mode"), [(b"", 0o600), (b"not base64 at all!", 0o600), (b"AAAA", 0o600), (None, 0o644)]
)
def test_an_unfit_key_is_refused_by_name(folder: Path, contents: bytes | None, mode: int) -> None:
    key = folder / "master.key"
    key.chmod(0o600)
    if contents is not None:
        key.write_bytes(contents)
    key.chmod(mode)
    said = refused(environment(folder), "run")
    assert str(key) in said
    assert len(said.strip().splitlines()) == 1


def test_a_missing_key_file_and_another_key_are_refused(folder: Path) -> None:
    settings = environment(folder)
    (folder / "master.key").unlink()
    assert "master.key" in refused(settings, "run")
    assert command(settings, "key", "new", settings["MASTER_KEY_FILE"]).returncode == 0
    assert "master.key" in refused(settings, "run")
    assert "master.key" in refused(settings, "staff", "list")


def test_a_key_is_never_overwritten(folder: Path) -> None:
    before = (folder / "master.key").read_bytes()
    refused(environment(folder), "key", "new", str(folder / "master.key"))
    assert (folder / "master.key").read_bytes() == before


def test_a_database_behind_or_ahead_is_refused(folder: Path) -> None:
    settings = environment(folder)
    (folder / "laporaman.sqlite").unlink()
    assert "migrate" in refused(settings, "run")
    assert command(settings, "migrate").returncode == 0
    with sqlite3.connect(folder / "laporaman.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999_from_tomorrow'")
    database.close()
    said = refused(settings, "run")
    assert "newer" in said
    assert len(said.strip().splitlines()) == 1


def test_a_damaged_database_is_refused_not_replaced(folder: Path) -> None:
    damaged = folder / "laporaman.sqlite"
    damaged.write_bytes(b"this is no database" * 500)
    said = refused(environment(folder), "run")
    assert "laporaman.sqlite" in said or "database" in said.lower()
    assert damaged.read_bytes().startswith(b"this is no database")


def test_all_wrong_settings_at_once(folder: Path) -> None:
    settings = environment(folder) | {"LOG_LEVEL": "LOUD", "DATABASE_URL": "oracle://x", "TELEGRAM_BOT_TOKEN": "x"}
    said = refused(settings, "run")
    for name in ("LOG_LEVEL", "DATABASE_URL", "TELEGRAM_BOT_TOKEN"):
        assert name in said


def test_a_missing_profile_says_which_there_are(folder: Path) -> None:
    assert "luwu_utara" in refused(environment(folder) | {"PROFILE": "atlantis"}, "run")


def test_check_reports_everything_at_once(folder: Path) -> None:
    with simulated(folder) as simulator:
        settings = environment(folder, address=simulator.url)
        assert command(settings, "check").returncode == 0
        simulator.phone(SECOND).block()
        said = refused(settings, "check")
        assert "Rahma Wati" in said
        assert "Andi Tenri" not in said
        refusing = settings | {"TELEGRAM_BOT_TOKEN": "999999999:AAanother-token-that-nobody-knows-here"}
        assert "refuses the token" in refused(refusing, "check")
        staff = ("staff", "add", "--role", "duty_officer")
        for number, name in ((OFFICER, "Andi Tenri"), (SECOND, "Rahma Wati")):
            assert command(settings, *staff, "--telegram-id", str(number), "--name", name).returncode == 0
        said = refused(settings, "check")
        assert "Nobody is on duty" in said
        assert "Rahma Wati" in said
    assert "can't be reached" in refused(environment(folder, address=NOBODY_THERE), "check")


def test_staff_list_shows_no_telegram_ids(story: Stage) -> None:
    listed = story.command("staff", "list")
    assert listed.returncode == 0
    assert "Andi Tenri" in listed.stdout
    assert str(OFFICER) not in listed.stdout


def test_who_has_left_can_do_nothing_any_more(story: Stage) -> None:
    story.phone(REPORTER).say("/darurat")
    story.phone(SECOND).press(shown("button-take"), after=0)
    story.phone(SECOND).wait_for(shown("run-card"))
    story.simulator.journal(count=1, method="editMessageText", chat_id=SECOND, delivered=True)
    left = story.command("staff", "leave", "--telegram-id", str(SECOND))
    assert left.returncode == 0, left.stderr
    assert "Rahma Wati has left" in left.stdout
    seen = story.simulator.journal()[-1]["n"]
    story.phone(OFFICER).wait_for("ke-2", button=shown("button-take"), after=0)
    story.phone(SECOND).press(shown("button-return"), after=0)
    story.simulator.wait_until_read()
    after = story.simulator.journal(chat_id=SECOND, after=seen)
    assert [entry for entry in after if entry["method"] != "answerCallbackQuery"] == []
    assert "(left)" in story.command("staff", "list").stdout
    assert story.command("staff", "leave", "--telegram-id", "4711").returncode == 2
