"""What a regency writes about its ladders is taken at its word, or refused with a clear one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problems import WrongProfile
from bot.profiles import FOLDER, read_profile
from cases.profile import Ladder
from cases.staff import Group

SHIPPED = (FOLDER / "luwu_utara.toml").read_text(encoding="utf-8")
EMERGENCY = SHIPPED[SHIPPED.index("[ladders.emergency]") : SHIPPED.index("[ladders.unfinished]")]
IN_PAIRS = """[ladders.emergency]
rungs = [
  { after = 0, to = "on_duty", times = 3, every = 0.5 },
  { after = 1.5, to = "reserve" },
  { after = 2, to = "everyone" },
]
repeat_every = 0.5
repeat_to = "everyone"
takers = 2

"""


def ladder(text: str, folder: Path) -> Ladder:
    (folder / "places").symlink_to(FOLDER / "places")
    (folder / "mine.toml").write_text(SHIPPED.replace(EMERGENCY, text), encoding="utf-8")
    return read_profile("mine", folder=folder).profile.ladders["emergency"]


def test_pairs_and_steps_of_half_a_minute(tmp_path: Path) -> None:
    found = ladder(IN_PAIRS, tmp_path)
    assert found.takers == 2
    assert [(rung.after_minutes, rung.to) for rung in found.rungs] == [
        (0, Group.ON_DUTY),
        (0.5, Group.ON_DUTY),
        (1, Group.ON_DUTY),
        (1.5, Group.RESERVE),
        (2, Group.EVERYONE),
    ]
    assert {found.wait_after(step).total_seconds() for step in range(8)} == {30}


@pytest.mark.parametrize(
    ("right", "broken", "named"),
    [
        ("takers = 2", "takers = 4", "takers"),
        ("takers = 2", "takers = true", "takers"),
        ("every = 0.5", "every = 0.4", "half a minute"),
        ("repeat_every = 0.5", "repeat_every = 0.2", "half a minute"),
        ("after = 0,", "after = 1,", "starts at 0"),
        ('to = "reserve"', 'to = "nobody"', "nobody"),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused(tmp_path: Path, right: str, broken: str, named: str) -> None:
    with pytest.raises(WrongProfile, match=named):
        ladder(IN_PAIRS.replace(right, broken), tmp_path)
