"""What tests of several folders share: an office on its own copy of a real database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.office import Office, built, opened


@pytest.fixture(scope="session")
def office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("office") / "template.sqlite"
    asyncio.run(built(file))
    return file


@pytest.fixture
async def office(office_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(office_file, tmp_path) as here:
        yield here
