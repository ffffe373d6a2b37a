"""Facts that come as JSON Lines: each line is decided or refused on its own, and no line stops the next."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn

from triage.decision import Decision, decide
from triage.facts import Facts, WrongFacts, facts_from
from triage.reading import key_shown

LONGEST_LINE = 10_000_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a line was not decided; lines are counted from 1 within their file."""

    error: str
    line: int

    def to_json(self) -> dict[str, Any]:
        """The refusal as JSON values."""
        return {"error": self.error, "line": self.line}


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; one that is too long is cut, so that a file without an end fills no memory."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def answers(lines: Iterable[bytes]) -> Iterator[tuple[int, Decision | Refusal]]:
    """A decision or a refusal for each line that is not blank, with its number."""
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(BYTE_ORDER_MARK)
        if not line.strip():
            continue
        try:
            yield number, decide(facts_in(line))
        except WrongFacts as wrong:
            yield number, Refusal(str(wrong), number)


def facts_in(line: bytes) -> Facts:
    """Read one line of JSON; raises WrongFacts whatever is wrong with it."""
    if len(line) > LONGEST_LINE:
        raise WrongFacts([f"longer than {LONGEST_LINE} bytes"])
    try:
        given = _DECODER.decode(line.decode())
    except UnicodeDecodeError as wrong:
        raise WrongFacts([f"not UTF-8 at byte {wrong.start + 1}"]) from None
    except json.JSONDecodeError as wrong:
        raise WrongFacts([f"not JSON: {wrong.msg} at character {wrong.pos + 1}"]) from None
    except RecursionError:
        raise WrongFacts(["not facts: nested too deeply"]) from None
    except WrongFacts:
        raise
    except ValueError:
        # Python refuses to turn thousands of digits into a number: that takes too long.
        raise WrongFacts(["not facts: a number is too long"]) from None
    return facts_from(given)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON would silently keep the last of two answers to one question."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise WrongFacts([f"{key_shown(key)}: given twice" for key in found if keys.count(key) > 1])
    return found


def _no_number(name: str) -> NoReturn:
    raise WrongFacts([f"not JSON: {name}"])


_DECODER = json.JSONDecoder(object_pairs_hook=_once_each, parse_constant=_no_number)
