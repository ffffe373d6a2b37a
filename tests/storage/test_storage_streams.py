"""A sealed file opens whole and in its order, or not at all; and nothing of it lies anywhere in plain."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from storage import BrokenSeal, SealedFiles
from storage.streams import BEGINNING, PIECE, TAG, StreamSeal, opened

KEY = bytes(range(32))
HEAD, WHOLE = 1 + BEGINNING, PIECE + TAG
CANARY = b"kenari-dalam-berkas"


def sealed(plain: bytes, *, blocks: int = 50_000) -> bytes:
    seal = StreamSeal(KEY, "here")
    pieces = [seal.more(plain[start : start + blocks]) for start in range(0, len(plain), blocks)]
    return b"".join((seal.head, *pieces, seal.end()))


def unsealed(content: bytes, key: bytes = KEY, place: str = "here") -> bytes:
    return b"".join(opened(io.BytesIO(content), key, place))


SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("blocks", [1 << 20, 50_000, 1000])
def test_it_opens_as_it_was_whatever_the_blocks_it_came_in(size: int, blocks: int) -> None:
    plain = os.urandom(size)
    assert unsealed(sealed(plain, blocks=blocks)) == plain


THREE = sealed(CANARY * 10_000)  # three pieces, the last one shorter


def _swapped(content: bytes) -> bytes:
    first, second = content[HEAD : HEAD + WHOLE], content[HEAD + WHOLE : HEAD + 2 * WHOLE]
    return content[:HEAD] + second + first + content[HEAD + 2 * WHOLE :]


SPOILT = {
    "the last piece is missing": THREE[: HEAD + 2 * WHOLE],
    "only the first piece": THREE[: HEAD + WHOLE],
    "cut within a piece": THREE[:-1],
    "nothing but the head": THREE[:HEAD],
    "half a head": THREE[:4],
    "nothing": b"",
    "two pieces in another order": _swapped(THREE),
    "a piece left out": THREE[:HEAD] + THREE[HEAD + WHOLE :],
    "a piece twice": THREE[: HEAD + WHOLE] + THREE[HEAD:],
    "something behind the end": THREE + b"x",
    "another file behind the end": THREE + THREE[HEAD:],
    "one bit": THREE[:100] + bytes([THREE[100] ^ 1]) + THREE[101:],
    "another beginning": THREE[:1] + bytes(BEGINNING) + THREE[HEAD:],
    "another shape": b"\x02" + THREE[1:],
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_was_cut_moved_or_changed_does_not_open(how: str) -> None:
    with pytest.raises(BrokenSeal):
        unsealed(SPOILT[how])


def test_another_key_or_row_does_not_open_it() -> None:
    for key, place in ((bytes(32), "here"), (KEY, "there")):
        with pytest.raises(BrokenSeal):
            unsealed(THREE, key, place)


def test_a_file_is_there_once_it_is_whole_and_never_in_plain(tmp_path: Path) -> None:
    files = SealedFiles(tmp_path / "files")
    files.prepare()
    writing = files.begin("file-1")
    for _ in range(10_000):
        writing.write(CANARY)
    (half,) = files.folder.iterdir()
    assert half.name == f"{writing.stored}.part"
    assert CANARY not in half.read_bytes()
    writing.keep()
    (whole,) = files.folder.iterdir()
    assert whole.name == writing.stored
    assert (files.folder.stat().st_mode & 0o777, whole.stat().st_mode & 0o777) == (0o700, 0o600)
    assert CANARY not in whole.read_bytes()
    assert writing.size == len(CANARY) * 10_000
    assert b"".join(files.read(writing.stored, key=writing.key, ref="file-1")) == CANARY * 10_000
    with pytest.raises(BrokenSeal):
        list(files.read(writing.stored, key=writing.key, ref="file-2"))


def test_nothing_stays_of_what_was_dropped(tmp_path: Path) -> None:
    files = SealedFiles(tmp_path)
    writing = files.begin("file-1")
    writing.write(CANARY)
    writing.drop()
    kept = files.begin("file-1")
    kept.keep()
    kept.drop()
    assert not [*tmp_path.iterdir()]
