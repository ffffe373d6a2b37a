"""`python -m triage --signals`: texts in, what was heard a line out."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from triage.lines import BYTE_ORDER_MARK, LONGEST_LINE, Refusal
from triage.reading import shown
from triage.signals.ear import listen

DONE, REFUSED = 0, 1


class WrongText(ValueError):
    """A line is not a JSON object with a text."""


def run(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Write what was heard, or an error, for each line that is not blank as soon as it is read."""
    status = DONE
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(BYTE_ORDER_MARK)
        if not line.strip():
            continue
        try:
            answer = heard_in(text_in(line))
        except WrongText as wrong:
            answer, status = Refusal(str(wrong), number).to_json(), REFUSED
        out.write(f"{json.dumps(answer, ensure_ascii=False)}\n".encode(errors="backslashreplace"))
        out.flush()
    return status


def heard_in(text: str) -> dict[str, Any]:
    """What was heard in a text, as JSON values: `heard` are the words, once each, in the order of the text."""
    heard = listen(text)
    stretches = set(heard.words) | {(signal.start, signal.end) for signal in heard.signals}
    words = dict.fromkeys(text[start:end] for start, end in sorted(stretches))
    return {"alarm": heard.alarm, "signals": [signal.name for signal in heard.signals], "heard": list(words)}


def text_in(line: bytes) -> str:
    """The text of one line; raises WrongText whatever is wrong with it. Other keys are ignored."""
    if len(line) > LONGEST_LINE:
        raise WrongText(f"longer than {LONGEST_LINE} bytes")
    try:
        given = _DECODER.decode(line.decode())
    except UnicodeDecodeError as wrong:
        raise WrongText(f"not UTF-8 at byte {wrong.start + 1}") from None
    except json.JSONDecodeError as wrong:
        raise WrongText(f"not JSON: {wrong.msg} at character {wrong.pos + 1}") from None
    except RecursionError:
        raise WrongText("nested too deeply") from None
    except WrongText:
        raise
    except ValueError:
        # Python refuses to turn thousands of digits into a number: that takes too long.
        raise WrongText("a number is too long") from None
    if not isinstance(given, dict):
        raise WrongText(f"{shown(given)} is not an object")
    text = given.get("text")
    if not isinstance(text, str):
        raise WrongText(f"text: {shown(text)} is not text")
    return text


def _no_number(name: str) -> float:
    raise WrongText(f"not JSON: {name}")


_DECODER = json.JSONDecoder(parse_constant=_no_number)
