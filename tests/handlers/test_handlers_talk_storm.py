"""The short form of `benchmarks.talk_storm`: a few hundred messages at once, and every one on its own phone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.talk_storm import Storm


@pytest.mark.parametrize("seed", [7])
async def test_of_all_who_talk_at_once_nobody_hears_what_is_not_theirs(tmp_path: Path, seed: int) -> None:
    storm = Storm(tmp_path, random.Random(seed), officers=2, reporters=6, sudden=0.2)
    await storm.prepare()
    await storm.start()
    for _ in range(3):
        await storm.blow(40)
        await storm.restart()
    found = await storm.calm()
    await storm.stop()
    assert found.messages > 200
    assert found.words > 4
    assert (found.wrong, found.missing) == (0, 0)
