"""What the bot is told from outside: the environment, or a `.env` beside the project. All mistakes are said at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.problems import WrongSetting
from storage import StorageProblem
from storage.addresses import address, file_of

ROOT = Path(__file__).resolve().parent.parent
#: Where everything is kept that nobody said another place for.
VAR = ROOT / "var"
#: Where the profiles of the regencies lie.
PROFILES = ROOT / "profiles"
TELEGRAM = "https://api.telegram.org"
TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
HEALTH_PORT = 8710
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


@dataclass(frozen=True)
class Settings:
    """Everything a start needs to know. Without a token it is a practice: the simulator is started beside the bot."""

    token: str = field(repr=False)
    api_url: str
    database_url: str = field(repr=False)
    key_file: Path
    profile: str
    profiles: Path
    log_level: str
    clock_url: str
    practice_port: int
    practising: bool = False
    health_host: str = "127.0.0.1"
    health_port: int | None = None
    files: Path = VAR / "files"
    ring_file: Path | None = None

    @property
    def is_practice(self) -> bool:
        return not self.token


def read_settings(environment: Mapping[str, str] | None = None, *, dotenv: Path | None = None) -> Settings:
    """The settings, or WrongSetting with one line for each mistake."""
    settings, wrong = settings_and_mistakes(environment, dotenv=dotenv)
    if wrong:
        raise WrongSetting("\n".join(wrong))
    return settings


def surroundings(environment: Mapping[str, str] | None = None, *, dotenv: Path | None = None) -> Mapping[str, str]:
    """Everything that the environment says, and the `.env` where the environment says nothing."""
    try:
        written = {name: value or "" for name, value in dotenv_values(dotenv or ROOT / ".env").items()}
    except PermissionError:
        # Somebody else's: under systemd the service is told by its unit, and must not fail for a file beside it.
        written = {}
    return {**written, **(os.environ if environment is None else environment)}


def settings_and_mistakes(
    environment: Mapping[str, str] | None = None, *, dotenv: Path | None = None
) -> tuple[Settings, list[str]]:
    """The settings as far as they can be read, and what is wrong with them, for who wants to look further."""
    told = surroundings(environment, dotenv=dotenv)
    wrong: list[str] = []

    token = told.get("TELEGRAM_BOT_TOKEN", "").strip()
    if token and not TOKEN.fullmatch(token):
        wrong.append("TELEGRAM_BOT_TOKEN is not a token as BotFather gives it (digits, a colon, 35 signs).")
    api_url = told.get("TELEGRAM_API_URL", "").strip().rstrip("/") or TELEGRAM
    if not _is_address(api_url):
        wrong.append(f"TELEGRAM_API_URL={api_url} is not an http(s) address.")
    clock_url = told.get("CLOCK_URL", "").strip().rstrip("/")
    if clock_url and not _is_address(clock_url):
        wrong.append(f"CLOCK_URL={clock_url} is not an http(s) address.")
    if clock_url and token and urlsplit(api_url).hostname == urlsplit(TELEGRAM).hostname:
        wrong.append("CLOCK_URL is for practice and tests only; with Telegram itself the machine's clock is used.")
    database_url = _database(told.get("DATABASE_URL", "").strip(), wrong)
    key_file = told.get("MASTER_KEY_FILE", "").strip()
    if not key_file:
        wrong.append(
            "MASTER_KEY_FILE is not set: nothing is ever stored unsealed. "
            "Make a key with `python -m bot key new FILE` and set MASTER_KEY_FILE=FILE."
        )
    ring_file = told.get("KEY_RING_FILE", "").strip()
    if not ring_file and token and database_url.startswith("postgresql"):
        wrong.append(
            "KEY_RING_FILE is not set: with PostgreSQL name a file on this machine for the key ring, "
            "where no backup of the database takes it along."
        )
    level = told.get("LOG_LEVEL", "").strip().upper() or "INFO"
    if level not in LEVELS:
        wrong.append(f"LOG_LEVEL={level} is none of {', '.join(LEVELS)}.")
    port = told.get("PRACTICE_PORT", "").strip() or "8700"
    if not port.isdigit() or int(port) > 65535:
        wrong.append(f"PRACTICE_PORT={port} is not a port.")
    settings = Settings(
        token=token,
        api_url=api_url,
        database_url=database_url,
        key_file=Path(key_file),
        profile=told.get("PROFILE", "").strip() or "luwu_utara",
        profiles=Path(told.get("PROFILES", "").strip() or PROFILES),
        log_level=level,
        clock_url=clock_url,
        practice_port=int(port) if port.isdigit() else 0,
        health_host=told.get("HEALTH_HOST", "").strip() or "127.0.0.1",
        files=_files(told.get("FILES_DIR", "").strip(), database_url),
        health_port=_health_port(told.get("HEALTH_PORT", str(HEALTH_PORT)).strip(), wrong),
        ring_file=Path(ring_file) if ring_file else None,
    )
    return settings, wrong


def _health_port(said: str, wrong: list[str]) -> int | None:
    """The port; None for "off" and for nothing, which is another way to say it."""
    if said.lower() in ("", "off"):
        return None
    if not said.isdigit() or not 0 < int(said) < 65536:
        wrong.append(f"HEALTH_PORT={said} is neither a port nor off.")
        return None
    return int(said)


def _files(said: str, database_url: str) -> Path:
    """Where sealed files lie: beside the database, unless another folder is named."""
    if said:
        return Path(said)
    try:
        file = file_of(address(database_url))
    except StorageProblem:
        # Said where the database is opened.
        file = None
    return file.parent / "files" if file is not None else VAR / "files"


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _database(url: str, wrong: list[str]) -> str:
    if not url:
        return f"sqlite+aiosqlite:///{VAR / 'laporaman.sqlite'}"
    scheme, sign, rest = url.partition("://")
    if not sign or scheme not in DRIVERS:
        wrong.append("DATABASE_URL must begin with sqlite:/// or postgresql:// .")
        return ""
    return f"{DRIVERS[scheme]}://{rest}"
