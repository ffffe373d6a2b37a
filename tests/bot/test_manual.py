"""docs/langkah.md is what the tables say, and every row of them stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.manual import manual
from bot.profiles import read_profile
from bot.words import keys
from cases.book import STEPS
from cases.moves import MOVES, Action

PAGE = Path(__file__).resolve().parents[2] / "docs" / "langkah.md"


def page() -> str:
    return manual(read_profile("luwu_utara").profile)


def test_the_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m bot book > docs/langkah.md"


def test_every_step_and_every_move_stands_in_it_with_its_paragraph() -> None:
    lines = page().splitlines()
    steps = [line for line in lines if line.startswith("| ") and line[2].isdigit()]
    assert len([line for line in steps if line.split(" | ")[0][2:] in {step.number for step in STEPS}]) >= len(STEPS)
    table = lines[lines.index(next(line for line in lines if line.startswith("| Tindakan"))) + 2 :]
    assert len(table) == len(MOVES)
    assert [line.split(" | ")[5] for line in table] == [move.paragraph for move in MOVES]
    assert "\N{BULLET}" not in page()
    assert {f"book-move-{action}" for action in Action} <= keys("id")


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["python -m bot", "book"])
    assert main() == 0
    assert capsys.readouterr().out == page()
