"""Each story gets its own stage; key, schema and staff are made once by the commands, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.stage import Stage, prepared, stage


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its key and staff, made by the commands that an operator uses."""
    folder = tmp_path_factory.mktemp("template")
    prepared(folder)
    return folder


@pytest.fixture
def story(template: Path, tmp_path: Path) -> Iterator[Stage]:
    """A bot that runs, a simulator, and people."""
    folder = tmp_path / "story"
    shutil.copytree(template, folder)
    with stage(folder) as scene:
        yield scene
