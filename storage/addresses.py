"""Where the database is: an address of the settings, made ready for the asynchronous drivers."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.problems import DatabaseProblem

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def address(url: str) -> URL:
    """The address with the driver we use; raises DatabaseProblem for anything but SQLite in a file or PostgreSQL."""
    try:
        given = make_url(url)
    except ArgumentError:
        raise DatabaseProblem("misspelt", "DATABASE_URL is not an address of a database.") from None
    driver = _DRIVERS.get(given.drivername)
    if driver is None:
        sentence = f"DATABASE_URL begins with {given.drivername}: only sqlite and postgresql are known."
        raise DatabaseProblem("misspelt", sentence)
    if driver.startswith("sqlite") and given.database in (None, "", ":memory:"):
        raise DatabaseProblem("misspelt", "DATABASE_URL names no file: nothing would be kept.")
    return given.set(drivername=driver)


def file_of(url: URL) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL."""
    if not url.drivername.startswith("sqlite") or url.database is None:
        return None
    # `file:/path?mode=ro&uri=true` is SQLite's own way to say more about the file.
    return Path(url.database.removeprefix("file:").partition("?")[0])


def shown(url: URL) -> str:
    """The address without its password."""
    return url.render_as_string(hide_password=True)
