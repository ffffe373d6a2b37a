"""`python -m triage --signals`, as another program uses it."""

import json
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def run(given: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "triage", "--signals", *arguments],
        input=given,
        capture_output=True,
        cwd=HOUSE,
        check=False,
    )


def lines(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_for_each_text() -> None:
    result = run(b'{"text": "tolong"}\r\n\n{"text": "mati lampu"}')
    assert result.returncode == 0
    assert lines(result) == [
        {"alarm": True, "signals": ["plea"], "heard": ["tolong"]},
        {"alarm": False, "signals": [], "heard": []},
    ]


def test_what_is_wrong_stands_in_its_place() -> None:
    given = [
        b'\xef\xbb\xbf{"text": "tolong"}',
        b"",
        b'{"text": "\xff"}',
        b"{",
        b"[1]",
        b'{"text": 5}',
        b"{}",
        b'{"text": NaN}',
        b"[" * 200_000,
        b'{"text": "", "n": ' + b"9" * 5000 + b"}",
        b'{"text": "\\u0000 \\ud800 tolong"}',
        b'{"text": "a\x00b"}',
        b'{"text": "halo"}',
    ]
    result = run(b"\n".join(given))
    assert result.returncode == 1
    assert not result.stderr
    found = lines(result)
    assert [one.get("line") for one in found] == [None, 3, 4, 5, 6, 7, 8, 9, 10, None, 12, None]
    assert all(isinstance(one["error"], str) for one in found if "line" in one)


def test_a_very_long_line_is_answered() -> None:
    result = run(json.dumps({"text": "tolong " * 50_000}).encode())
    assert result.returncode == 0
    assert lines(result)[0]["alarm"] is True


def test_files_and_a_missing_one(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "SOS"}\n', "utf-8")
    result = run(b"", str(file), str(tmp_path / "missing"))
    assert result.returncode == 2
    assert lines(result)[0]["alarm"] is True
    assert b"missing" in result.stderr


def test_a_reader_that_leaves_is_no_disaster() -> None:
    command = f'yes \'{{"text": "tolong"}}\' | head -3000 | {sys.executable} -m triage --signals | head -1'
    result = subprocess.run(["bash", "-c", command], capture_output=True, cwd=HOUSE, check=False)
    assert json.loads(result.stdout)["alarm"] is True
    assert not result.stderr
