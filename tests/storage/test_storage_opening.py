"""Opening: only the right database with the right key; every other one has a plain refusal."""

import asyncio
import logging
import sqlite3
from pathlib import Path

import pytest

from storage import (
    DatabaseProblem,
    KeyProblem,
    MasterKey,
    SchemaBehind,
    SchemaNewer,
    Storage,
    migrate,
    schema_state,
)
from tests.storage.conftest import KEY
from tests.storage.things import NOW, arrival


async def test_a_database_goes_from_empty_to_current(empty_url: str, refuses):
    assert await schema_state(empty_url) == "empty"
    assert "migrate" in str(await refuses(Storage.open(empty_url, KEY), SchemaBehind))
    await migrate(empty_url)
    assert await schema_state(empty_url) == "current"
    await migrate(empty_url)
    storage = await Storage.open(empty_url, KEY)
    async with storage.work() as work:
        assert await work.take_in([arrival(1)]) == 1
    await storage.close()


async def test_two_that_migrate_at_once_are_both_content(empty_url: str):
    await asyncio.gather(migrate(empty_url), migrate(empty_url))
    assert await schema_state(empty_url) == "current"


async def test_two_that_open_a_new_database_at_once_agree_on_its_keys(empty_url: str):
    await migrate(empty_url)
    one, two = await asyncio.gather(Storage.open(empty_url, KEY), Storage.open(empty_url, KEY))
    assert one.button_key == two.button_key
    await one.close()
    await two.close()


async def test_a_migration_that_breaks_off_leaves_no_trace(empty_url: str, monkeypatch: pytest.MonkeyPatch):
    from alembic.runtime.migration import MigrationContext

    def die(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        # Killed when all tables are there, before the revision is noted.
        patch.setattr(MigrationContext, "_ensure_version_table", die)
        with pytest.raises(ZeroDivisionError):
            await migrate(empty_url)
    assert await schema_state(empty_url) == "empty"
    await migrate(empty_url)
    assert await schema_state(empty_url) == "current"


async def test_migrating_leaves_logging_alone(empty_url: str):
    before = (logging.root.level, list(logging.root.handlers), logging.getLogger("alembic").level)
    await migrate(empty_url)
    assert (logging.root.level, logging.root.handlers, logging.getLogger("alembic").level) == before


async def test_a_newer_schema_is_refused_and_not_touched(storage: Storage, url: str, rows, refuses):
    await rows("UPDATE alembic_version SET version_num = '9999'")
    assert await schema_state(url) == "newer"
    assert "update" in str(await refuses(Storage.open(url, KEY), SchemaNewer))
    await refuses(migrate(url), SchemaNewer)
    assert await rows("SELECT version_num FROM alembic_version") == [("9999",)]


async def test_another_master_key_is_refused(url: str, refuses):
    other = MasterKey(bytes(32), Path("/keys/other.key"))
    problem = await refuses(Storage.open(url, other), KeyProblem)
    assert (problem.reason, problem.path) == ("wrong_for_database", Path("/keys/other.key"))
    assert "/keys/other.key" in str(problem)


@pytest.mark.parametrize("lost", ["name = 'house_key'", "name = 'house_secret'"])
async def test_a_lost_house_key_is_never_replaced(storage: Storage, url: str, rows, refuses, lost: str):
    await rows(f"DELETE FROM meta WHERE {lost}")
    assert (await refuses(Storage.open(url, KEY))).reason == "corrupt"


async def test_lost_keys_of_a_database_with_cases_are_never_replaced(storage: Storage, url: str, rows, refuses):
    async with storage.work() as work:
        await work.take_in([arrival(1)])
    await rows("DELETE FROM meta")
    assert (await refuses(Storage.open(url, KEY))).reason == "corrupt"


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "", "sqlite://", "sqlite:///:memory:"])
async def test_an_address_we_cant_use_is_misspelt(url: str, refuses):
    for tried in (Storage.open(url, KEY), migrate(url), schema_state(url)):
        assert (await refuses(tried)).reason == "misspelt"


async def test_a_database_that_is_not_there(tmp_path: Path, refuses):
    assert "migrate" in str(await refuses(Storage.open(f"sqlite:///{tmp_path}/no.db", KEY), SchemaBehind))
    assert list(tmp_path.iterdir()) == []
    assert (await refuses(migrate(f"sqlite:///{tmp_path}/no/no.db"))).reason == "unreachable"


async def test_no_postgres_there(tmp_path: Path, refuses):
    nobody = f"postgresql://somebody:s3cr3t-w0rd@/house?host={tmp_path}"
    for tried in (Storage.open(nobody, KEY), migrate(nobody), schema_state(nobody)):
        problem = await refuses(tried)
        assert problem.reason == "unreachable"
        assert "s3cr3t" not in str(problem)


async def test_no_such_database_on_the_server(postgres: str, refuses):
    problem = await refuses(schema_state(f"postgresql://postgres@/nothing?host={postgres}"))
    assert problem.reason == "unreachable"


async def test_a_file_that_is_no_database(tmp_path: Path, refuses):
    file = tmp_path / "house.db"
    file.write_bytes(b"This is a letter, not a database. " * 200)
    for tried in (Storage.open(f"sqlite:///{file}", KEY), migrate(f"sqlite:///{file}")):
        assert (await refuses(tried)).reason == "corrupt"


async def test_a_damaged_file(tmp_path: Path, sqlite_house: Path, refuses):
    whole = bytearray(sqlite_house.read_bytes())
    with sqlite3.connect(sqlite_house) as beneath:
        ((page,),) = beneath.execute("SELECT rootpage FROM sqlite_master WHERE name = 'look'").fetchall()
    beneath.close()
    # One page that opening has no other reason to read.
    whole[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    (tmp_path / "house.db").write_bytes(whole)
    assert (await refuses(Storage.open(f"sqlite:///{tmp_path}/house.db", KEY))).reason == "corrupt"


async def test_a_file_that_cant_be_written(tmp_path: Path, sqlite_house: Path, refuses):
    file = tmp_path / "house.db"
    file.write_bytes(sqlite_house.read_bytes())
    url = f"sqlite:///file:{file}?mode=ro&uri=true"
    assert (await refuses(Storage.open(url, KEY))).reason == "read_only"


async def test_the_database_file_is_private(tmp_path: Path):
    await migrate(f"sqlite:///{tmp_path}/house.db")
    storage = await Storage.open(f"sqlite:///{tmp_path}/house.db", KEY)
    async with storage.work() as work:
        await work.take_in([arrival(1)])
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()}
    await storage.close()
    assert modes == dict.fromkeys(("house.db", "house.db-wal", "house.db-shm", "house.db.ring"), "0o600")


async def test_a_look_can_not_write(storage: Storage, refuses):
    async def write_in_a_look() -> None:
        async with storage.look() as look:
            await look.take_in([arrival(1)])

    assert (await refuses(write_in_a_look(), DatabaseProblem)).reason == "read_only"
    async with storage.work() as work:
        assert await work.waiting(now=NOW, limit=1) == ()
