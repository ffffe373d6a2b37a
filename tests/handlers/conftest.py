"""The office of the other tests, as the rota finds it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.rendering import Tongue, calls
from scheduler.rota import ensure_rota_clocks
from tests.office import Office, world


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
