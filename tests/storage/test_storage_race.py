"""200 officers press "Ambil" at once: one has it, nobody is called after that, and all others hear who it is (F18)."""

import pytest

from storage import Storage
from tests.race import Race, Round


@pytest.mark.parametrize("officers", [200])
async def test_one_winner(storage: Storage, database: str, officers: int) -> None:
    race = Race(storage, officers, workers=1 if database == "sqlite" else 4)
    await race.prepare()
    assert await race.run() == Round(winners=1, called_after=0, not_told=0)
