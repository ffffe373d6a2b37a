"""A wrong setting is one clear message; all mistakes at once; never a secret in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problems import WrongProfile, WrongSetting
from bot.profiles import FOLDER, read_profile
from bot.settings import TELEGRAM, Settings, read_settings

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz_01234"
NOWHERE = Path("/nonexistent/.env")


def told(**more: str) -> Settings:
    return read_settings({"MASTER_KEY_FILE": "key", **more}, dotenv=NOWHERE)


def test_the_defaults() -> None:
    settings = told()
    assert settings.is_practice
    assert settings.api_url == TELEGRAM
    assert settings.database_url.startswith("sqlite+aiosqlite:///")
    assert settings.profile == "luwu_utara"
    assert settings.log_level == "INFO"


@pytest.mark.parametrize(("said", "port"), [(None, 8710), ("off", None), ("OFF", None), ("", None), ("9000", 9000)])
def test_the_health_port(said: str | None, port: int | None) -> None:
    assert told(**({} if said is None else {"HEALTH_PORT": said})).health_port == port
    assert told().health_host == "127.0.0.1"


WRONG = (
    ({"MASTER_KEY_FILE": ""}, "MASTER_KEY_FILE"),
    ({"TELEGRAM_BOT_TOKEN": "abc"}, "TELEGRAM_BOT_TOKEN"),
    ({"TELEGRAM_API_URL": "api.telegram.org"}, "TELEGRAM_API_URL"),
    ({"CLOCK_URL": "soon"}, "CLOCK_URL"),
    ({"CLOCK_URL": "http://127.0.0.1:1", "TELEGRAM_BOT_TOKEN": TOKEN}, "CLOCK_URL"),
    (
        {"CLOCK_URL": "http://h", "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "https://API.telegram.org/"},
        "CLOCK_URL",
    ),
    ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
    ({"DATABASE_URL": "laporaman.sqlite"}, "DATABASE_URL"),
    ({"DATABASE_URL": "postgresql://h/x", "TELEGRAM_BOT_TOKEN": TOKEN}, "KEY_RING_FILE"),
    ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
    ({"PRACTICE_PORT": "99999"}, "PRACTICE_PORT"),
    ({"HEALTH_PORT": "0"}, "HEALTH_PORT"),
    ({"HEALTH_PORT": "on"}, "HEALTH_PORT"),
)


@pytest.mark.parametrize(("setting", "named"), WRONG)
def test_a_wrong_setting_is_named(setting: dict[str, str], named: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        told(**setting)
    assert named in str(wrong.value)


def test_all_mistakes_are_said_at_once_and_no_secret_with_them() -> None:
    with pytest.raises(WrongSetting) as wrong:
        told(TELEGRAM_BOT_TOKEN=TOKEN + "!", DATABASE_URL="oracle://u:secret@h", LOG_LEVEL="x", MASTER_KEY_FILE="")
    lines = str(wrong.value).splitlines()
    assert len(lines) == 4
    assert TOKEN not in str(wrong.value)
    assert "secret" not in str(wrong.value)


def test_the_key_ring_is_beside_a_file_and_must_be_named_where_there_is_none() -> None:
    assert told(TELEGRAM_BOT_TOKEN=TOKEN).ring_file is None
    assert told(DATABASE_URL="postgresql://h/x").ring_file is None
    named = told(DATABASE_URL="postgresql://h/x", TELEGRAM_BOT_TOKEN=TOKEN, KEY_RING_FILE="/keys/ring")
    assert named.ring_file == Path("/keys/ring")


def test_the_token_is_not_in_what_a_debugger_prints() -> None:
    assert TOKEN not in repr(told(TELEGRAM_BOT_TOKEN=TOKEN))


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=ERROR\nPROFILE=elsewhere\n")
    settings = read_settings({"MASTER_KEY_FILE": "key", "LOG_LEVEL": "debug"}, dotenv=file)
    assert (settings.log_level, settings.profile) == ("DEBUG", "elsewhere")


def test_the_profile_that_ships_can_be_read() -> None:
    world = read_profile("luwu_utara")
    assert world.profile.ladders["emergency"].rung(0).after_minutes == 0
    assert [rung.after_minutes for rung in world.profile.ladders["emergency"].rungs] == [0, 3, 6, 10]


BROKEN = (
    ("after = 3,", "after = 0,", "its times rise"),
    ("within = 1440", "within = -1", "-1"),
    ("[taken]", "[takes]", "taken"),
    ('timezone = "Asia/Makassar"', 'timezone = "Asia/Masamba"', "Masamba"),
    ('to = "head"', 'to = "boss"', "boss"),
    ("remind_at_percent = [50, 75, 90, 100]", "remind_at_percent = [50, 75]", "100"),
    ("days = [1, 3, 7]", "days = [3, 1]", "rise"),
    ('name = "luwu_utara"', 'name = "luwu_utara', "TOML"),
)


@pytest.mark.parametrize(("right", "broken", "named"), BROKEN)
def test_a_broken_profile_is_named(tmp_path: Path, right: str, broken: str, named: str) -> None:
    text = (FOLDER / "luwu_utara.toml").read_text()
    assert right in text
    (tmp_path / "luwu_utara.toml").write_text(text.replace(right, broken, 1))
    (tmp_path / "places").symlink_to(FOLDER / "places")
    with pytest.raises(WrongProfile) as wrong:
        read_profile("luwu_utara", folder=tmp_path)
    assert named in str(wrong.value)


def test_an_unknown_profile_says_which_there_are() -> None:
    with pytest.raises(WrongProfile, match="luwu_utara"):
        read_profile("atlantis")
