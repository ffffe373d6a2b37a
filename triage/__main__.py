"""`python -m triage`: facts in, a decision a line out; --explain for people, --table for the rules themselves.

Exit status: 0 all decided, 1 some lines were refused, 2 a file could not be read or the call was wrong.
"""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from triage.explain import explain
from triage.lines import Refusal, answers, lines_of
from triage.table import decision_table
from triage.words import Language, Words

Run = Callable[[Iterable[bytes], BinaryIO], int]

DECIDED, REFUSED, FAILED, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141
LINE = Words("Baris", "Line")
ERROR = Words("tidak dapat diputuskan", "could not be decided")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and tell how it went."""
    wanted = _parser().parse_args(arguments)
    out = sys.stdout.buffer
    try:
        if wanted.table:
            out.write(_encoded(decision_table(language=wanted.lang)))
            status = DECIDED
        else:
            status = _each_file(wanted.files, _chosen(wanted), out)
        out.flush()
    except BrokenPipeError:
        # Whoever read us has left: there is nobody to complain to, not even when Python closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def decide_lines(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Write a decision or an error for each line as soon as it is read."""
    status = DECIDED
    for _, answer in answers(lines):
        if isinstance(answer, Refusal):
            status = REFUSED
        out.write(_encoded(json.dumps(answer.to_json())))
        out.flush()
    return status


def explain_lines(lines: Iterable[bytes], out: BinaryIO, *, language: Language) -> int:
    """Write each decision in words."""
    status = DECIDED
    for number, answer in answers(lines):
        out.write(_encoded(f"{LINE.spoken(language)} {number}"))
        if isinstance(answer, Refusal):
            status = REFUSED
            out.write(_encoded(f"{ERROR.spoken(language)}: {answer.error}\n"))
        else:
            out.write(_encoded(f"{explain(answer, language=language)}\n"))
        out.flush()
    return status


def _chosen(wanted: argparse.Namespace) -> Run:
    if wanted.signals:
        # Listening for danger loads large tables, which a decision does not need.
        run: Run = importlib.import_module("triage.signals.command").run
        return run
    if wanted.explain:
        return lambda lines, out: explain_lines(lines, out, language=wanted.lang)
    return decide_lines


def _each_file(files: Sequence[str], run: Run, out: BinaryIO) -> int:
    status = DECIDED
    for name in files or ["-"]:
        if name == "-":
            status = max(status, run(lines_of(sys.stdin.buffer), out))
            continue
        try:
            stream = open(name, "rb")  # noqa: SIM115 - the writing below must not be taken for a failed opening
        except (OSError, ValueError) as trouble:
            reason = getattr(trouble, "strerror", None) or trouble
            sys.stderr.write(f"triage: {name}: {reason}\n")
            status = FAILED
            continue
        with stream:
            status = max(status, run(lines_of(stream), out))
    return status


def _encoded(text: str) -> bytes:
    return f"{text}\n".encode(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m triage",
        description="Decide facts (JSON Lines, on standard input or from files) by Perbup Luwu Utara 58/2023.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="files of facts; - is standard input")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--explain", action="store_true", help="tell each decision in words, with citations")
    mode.add_argument("--table", action="store_true", help="print the whole decision table with citations")
    mode.add_argument("--signals", action="store_true", help="find danger signals in free text instead")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of words (default: id)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
