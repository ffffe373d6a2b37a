"""The labelled messages: one a line under a heading that says what is in them."""

from dataclasses import dataclass
from pathlib import Path

from triage.signals.heard import NAMES

FOLDER = Path(__file__).parent.parent / "messages"
HEADING = "== "
ALARM = {"bahaya": True, "aman": False}


class WrongHeading(ValueError):
    """A heading names neither bahaya nor aman, or a signal that is not one."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message and what a person heard in it."""

    text: str
    alarm: bool
    signals: frozenset[str]
    source: str


def read_file(path: Path) -> list[Labelled]:
    """The messages of one file. `\\n` in a line stands for a line break."""
    alarm, signals = False, frozenset[str]()
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith(HEADING):
            kind, _, names = line.removeprefix(HEADING).partition(":")
            signals = frozenset(names.split())
            if kind.strip() not in ALARM or not signals <= set(NAMES):
                raise WrongHeading(f"{path.name}:{number}: {line}")
            alarm = ALARM[kind.strip()]
        elif line.strip() and not line.startswith("#"):
            found.append(Labelled(line.replace("\\n", "\n"), alarm, signals, path.stem))
    return found


def read_folder(folder: Path = FOLDER) -> list[Labelled]:
    """All labelled messages to learn from, in the order of the file names."""
    return [one for path in sorted(folder.glob("*.txt")) for one in read_file(path)]
