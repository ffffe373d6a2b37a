"""What is not well, as a table; each line goes red when its check is taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.vitals import CHECKS, Grade, Vitals, is_live, is_ready, judge
from bot.words import keys
from cases.languages import WHOLE

WELL = Vitals(poll=20, telegram=20, audit=20, sweep=1, dispatcher=1, written=5, inbox=3, emergency=2, disk_free=10**12)

CASES: tuple[tuple[str, Grade, dict[str, object]], ...] = (
    ("part-silent", Grade.LIVE, {"silent": ("worker",)}),
    ("part-restarted", Grade.SEEN, {"restarted": ("worker",)}),
    ("loop-stalled", Grade.SEEN, {"stall": 6.0}),
    ("database-busy", Grade.READY, {"trouble": "busy"}),
    ("database-full", Grade.READY, {"trouble": "full"}),
    ("database-unwritable", Grade.READY, {"trouble": "unwritable"}),
    ("database-unwritable", Grade.READY, {"trouble": "read_only"}),
    ("database-unwritable", Grade.READY, {"trouble": "failed"}),
    ("database-unwritable", Grade.READY, {"trouble": "something new"}),
    ("database-away", Grade.READY, {"trouble": "unreachable"}),
    ("database-corrupt", Grade.READY, {"trouble": "corrupt"}),
    ("telegram-away", Grade.READY, {"telegram": 61.0}),
    ("clash", Grade.READY, {"troubles": ("clash",)}),
    ("webhook", Grade.READY, {"troubles": ("webhook",)}),
    ("token", Grade.READY, {"troubles": ("token",)}),
    ("inbox-old", Grade.READY, {"inbox": 121.0}),
    ("emergency-old", Grade.READY, {"emergency": 61.0}),
    ("audit-old", Grade.READY, {"audit": 101.0}),
    ("disk-low", Grade.SEEN, {"disk_free": 199_999_999}),
    ("health-port", Grade.SEEN, {"troubles": ("health-port",)}),
    ("starting", Grade.READY, {"written": None}),
    ("starting", Grade.READY, {"telegram": None}),
)


def test_who_is_well_has_nothing() -> None:
    assert judge(WELL) == ()
    assert judge(replace(WELL, inbox=None, emergency=None, audit=None, disk_free=None)) == ()


@pytest.mark.parametrize(("code", "grade", "wrong"), CASES)
def test_each_thing_that_is_not_well(code: str, grade: Grade, wrong: dict[str, object]) -> None:
    (finding,) = judge(replace(WELL, **wrong))
    assert (finding.code, finding.grade) == (code, grade)
    assert is_live((finding,)) is (grade is not Grade.LIVE)
    assert is_ready((finding,)) is (grade is Grade.SEEN)


def test_the_gravest_comes_first_and_each_part_has_its_own() -> None:
    found = judge(replace(WELL, stall=6.0, trouble="busy", silent=("worker", "receiver")))
    assert [finding.grade for finding in found] == [Grade.LIVE, Grade.LIVE, Grade.READY, Grade.SEEN]
    assert {finding.of for finding in found} == {"worker", "receiver", ""}


def test_every_check_is_tried_and_has_its_words() -> None:
    codes = {check.code for check in CHECKS}
    assert codes == {code for code, _, _ in CASES}
    for language in WHOLE:
        assert {f"health-{code}{end}" for code in codes for end in ("", "-do")} <= keys(language)
