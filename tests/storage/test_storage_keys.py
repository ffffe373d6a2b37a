"""The master key: each way in which its file can be wrong has its own plain refusal."""

import base64
import os
import stat
from pathlib import Path

import pytest

from storage import KeyProblem, MasterKey, make_key


def key_file(folder: Path, contents: bytes, mode: int = 0o600) -> Path:
    file = folder / "master.key"
    file.write_bytes(contents)
    file.chmod(mode)
    return file


def refused(path: Path) -> KeyProblem:
    with pytest.raises(KeyProblem) as refusal:
        MasterKey.read(path)
    assert refusal.value.path == path
    assert str(path) in str(refusal.value)
    return refusal.value


def test_a_new_key_is_private_random_and_reads_back(tmp_path: Path):
    made = make_key(tmp_path / "one")
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600
    assert len(base64.b64decode((tmp_path / "one").read_bytes())) == 32
    assert MasterKey.read(tmp_path / "one") == made
    assert make_key(tmp_path / "two").secret != made.secret


def test_a_new_key_is_private_whatever_the_umask(tmp_path: Path):
    before = os.umask(0)
    try:
        make_key(tmp_path / "key")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path):
    made = make_key(tmp_path / "key")
    with pytest.raises(KeyProblem) as refusal:
        make_key(tmp_path / "key")
    assert refusal.value.reason == "exists"
    assert MasterKey.read(tmp_path / "key") == made


def test_a_key_can_be_made_only_where_there_is_a_folder(tmp_path: Path):
    with pytest.raises(KeyProblem) as refusal:
        make_key(tmp_path / "nowhere" / "key")
    assert refusal.value.reason == "unwritable"


def test_spaces_around_it_do_not_matter(tmp_path: Path):
    secret = os.urandom(32)
    assert MasterKey.read(key_file(tmp_path, b"  " + base64.b64encode(secret) + b"\r\n\n")).secret == secret


def test_missing(tmp_path: Path):
    assert refused(tmp_path / "nothing").reason == "missing"


def test_a_folder(tmp_path: Path):
    assert refused(tmp_path).reason == "not_a_file"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o777])
def test_open_to_others(tmp_path: Path, mode: int):
    problem = refused(key_file(tmp_path, base64.b64encode(bytes(32)), mode))
    assert problem.reason == "open_to_others"
    assert "chmod 600" in str(problem)


@pytest.mark.parametrize("contents", [b"not base64 at all!", b"\xff\xfe\x00", b"a" * 43, b"====", b"QUJD REVG"])
def test_malformed(tmp_path: Path, contents: bytes):
    assert refused(key_file(tmp_path, contents)).reason == "malformed"


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_of_the_wrong_length(tmp_path: Path, length: int):
    problem = refused(key_file(tmp_path, base64.b64encode(bytes(length))))
    assert problem.reason == "wrong_length"
    assert f"{length} bytes" in str(problem)


def test_it_is_never_printed(tmp_path: Path):
    key = make_key(tmp_path / "key")
    for shown in (repr(key), str(key), f"{key!a}"):
        assert str(tmp_path) in shown
        assert repr(key.secret)[2:-1] not in shown
        assert base64.b64encode(key.secret).decode() not in shown


@pytest.mark.parametrize(("mode", "fits"), [(0o400, True), (0o440, True), (0o460, False), (0o444, False)])
def test_a_credential_of_systemd_may_look_readable_for_its_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, fits: bool
):
    made = make_key(tmp_path / "master.key")
    (tmp_path / "master.key").chmod(mode)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    if fits:
        assert MasterKey.read(tmp_path / "master.key") == made
    else:
        assert refused(tmp_path / "master.key").reason == "open_to_others"
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path.parent))
    if mode != 0o400:
        assert refused(tmp_path / "master.key").reason == "open_to_others"
