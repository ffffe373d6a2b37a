"""The ring keeps halves of keys outside the database: whole, private, of one house, and destroyed for good."""

import multiprocessing
import os
from pathlib import Path

import pytest

from storage import KeyProblem, ring_mistake
from storage.key_ring import BATCH, DESTROYED, HEADER_BYTES, SHAPE, KeyRing
from storage.keys import KEY_BYTES

HOUSE = bytes(range(16))


def ring(folder: Path, used: int = 0, house: bytes = HOUSE) -> KeyRing:
    return KeyRing.open(folder / "ring", house=house, used=used)


def halves(made: KeyRing, count: int = BATCH) -> list[bytes]:
    return [made.read(slot) for slot in range(count)]


def test_it_is_made_once_private_and_full_of_different_halves(tmp_path: Path) -> None:
    made, again = ring(tmp_path), ring(tmp_path, used=7)
    assert oct((tmp_path / "ring").stat().st_mode & 0o777) == "0o600"
    assert [file.name for file in tmp_path.iterdir()] == ["ring"]
    assert len({DESTROYED, *halves(made)}) == BATCH + 1
    assert halves(again) == halves(made)
    made.close()
    made.close()
    again.close()


def test_a_destroyed_half_is_gone_for_all_who_have_it_open_and_the_others_stand(tmp_path: Path) -> None:
    one, two = ring(tmp_path), ring(tmp_path)
    before = halves(one)
    one.destroy([3, 900, BATCH + 5])
    assert [two.stands(slot) for slot in (2, 3, 4, 900)] == [True, False, True, False]
    assert two.destroyed() == (3, 900)
    assert [half for n, half in enumerate(before) if n not in (3, 900)] == [half for half in halves(two) if any(half)]
    contents = (tmp_path / "ring").read_bytes()
    assert not any(before[slot] in contents for slot in (3, 900))
    one.close()
    two.close()


def test_it_grows_long_before_it_is_needed_and_nothing_in_it_changes(tmp_path: Path) -> None:
    made = ring(tmp_path)
    before = halves(made)
    made.reserve(BATCH // 2 - 1)
    assert (tmp_path / "ring").stat().st_size == HEADER_BYTES + BATCH * KEY_BYTES
    made.reserve(BATCH // 2)
    made.reserve(3 * BATCH)
    assert made.stands(3 * BATCH + BATCH // 2)
    assert halves(made) == before
    made.close()


def _grow(folder: Path, slots: range) -> None:
    made = ring(folder)
    for slot in slots:
        made.reserve(slot * BATCH)
    made.close()


def test_processes_that_grow_it_at_once_change_nothing_of_each_other(tmp_path: Path) -> None:
    made = ring(tmp_path)
    before = halves(made)
    fork = multiprocessing.get_context("fork")
    others = [fork.Process(target=_grow, args=(tmp_path, range(n, 12, 3))) for n in range(3)]
    for other in others:
        other.start()
    seen: dict[int, bytes] = {}
    while any(other.is_alive() for other in others):
        now = {slot: half for slot in range(0, 12 * BATCH, BATCH // 2) if (half := made.read(slot)) != DESTROYED}
        assert {slot: now[slot] for slot in seen} == seen
        seen = now
    assert [other.exitcode for other in others] == [0, 0, 0]
    assert halves(made) == before
    assert made.destroyed() == ()
    assert ((tmp_path / "ring").stat().st_size - HEADER_BYTES) % KEY_BYTES == 0
    made.close()


def test_what_a_crash_left_of_a_batch_is_written_over(tmp_path: Path) -> None:
    made = ring(tmp_path)
    with (tmp_path / "ring").open("ab") as torn:
        torn.write(b"\0" * 10)
    made.reserve(BATCH)
    assert all(made.stands(slot) for slot in range(2 * BATCH))
    made.close()


def _spoilt(folder: Path, how: str) -> int:
    file = folder / "ring"
    if how == "ring_missing":
        file.unlink()
    if how == "malformed":
        file.write_bytes(b"x" * 4000)
    if how == "open_to_others":
        file.chmod(0o640)
    if how == "not_a_file":
        file.unlink()
        os.mkfifo(file, 0o600)
    if how == "unreadable":
        file.unlink()
        file.mkdir()
    return BATCH if how == "ring_too_old" else 7


REASONS = ("ring_missing", "malformed", "open_to_others", "not_a_file", "unreadable", "ring_too_old", "ring_of_another")


@pytest.mark.parametrize("how", REASONS)
def test_a_ring_that_cant_be_used_is_refused_with_what_to_do(tmp_path: Path, how: str) -> None:
    ring(tmp_path).close()
    used = _spoilt(tmp_path, how)
    with pytest.raises(KeyProblem) as refusal:
        ring(tmp_path, used, bytes(16) if how == "ring_of_another" else HOUSE)
    assert (refusal.value.reason, refusal.value.path) == (how, tmp_path / "ring")
    assert str(tmp_path / "ring") in str(refusal.value)


@pytest.mark.parametrize("how", ["open_to_others", "not_a_file", "unreadable"])
def test_the_check_before_the_start_sees_what_it_can(tmp_path: Path, how: str) -> None:
    assert ring_mistake(tmp_path / "ring") is None
    ring(tmp_path).close()
    assert ring_mistake(tmp_path / "ring") is None
    _spoilt(tmp_path, how)
    found = ring_mistake(tmp_path / "ring")
    assert found is not None
    assert found.reason == how
    nowhere = ring_mistake(tmp_path / "no" / "ring")
    assert nowhere is not None
    assert nowhere.reason == "unwritable"


def test_where_none_can_be_made_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeyProblem) as refusal:
        KeyRing.open(tmp_path / "no" / "ring", house=HOUSE, used=0)
    assert refusal.value.reason == "unwritable"


def test_the_header_says_what_it_is() -> None:
    assert len(SHAPE) == 16
