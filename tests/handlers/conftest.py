"""The office of the other tests, as the rota finds it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.rendering import Tongue, calls
from cases.case import Case
from cases.outcome import Outcome
from scheduler.rota import ensure_rota_clocks
from tests.handlers.file_unit import held as held_case
from tests.handlers.people_unit import assigned, hire
from tests.office import Office, opened, world
from triage.facts import Facts


@pytest.fixture
async def unit(office: Office) -> AsyncIterator[Office]:
    """Nobody is on duty by hand. Whatever was sent can be read in both languages, and its buttons fit."""
    async with office.storage.work() as work:
        for person in (await work.roster()).people:
            await work.set_on_duty(person.id, False)
        await ensure_rota_clocks(work, world().profile, office.now)
    yield office
    for message in (message for sent in office.sent.values() for message in sent):
        for language in ("id", "en"):
            assert calls(message, Tongue(language, world().profile.zone, office.now), key=b"k" * 32)


@pytest.fixture(scope="session")
def held_before(tmp_path_factory: pytest.TempPathFactory, office_file: Path) -> tuple[Path, Office]:
    """A case of Eka's, made once, and how the office left it."""
    folder = tmp_path_factory.mktemp("held")

    async def prepare() -> Office:
        async with opened(office_file, folder) as office:
            await hire(office)
            await assigned(office)
            return office

    return folder / "office.sqlite", asyncio.run(prepare())


@pytest.fixture
async def held(held_before: tuple[Path, Office], tmp_path: Path) -> AsyncIterator[Office]:
    """An office of one's own with that case; everybody still has on their phone what they were sent."""
    file, before = held_before
    async with opened(file, tmp_path) as office:
        office.sent = {chat: list(messages) for chat, messages in before.sent.items()}
        office.numbers = before.numbers
        yield office


@pytest.fixture
async def case(office: Office) -> Case:
    """A sent report that Eka holds."""
    found = await held_case(office, Facts(), risk="SEDANG", answers={"who": "sp"})
    async with office.storage.work() as work:
        await work.record(Outcome(cases=(replace(found, extra={"receipt": "1"}),)), now=office.now)
    return found
