"""What goes into the log: what happened and to which row. Never a token, never what a person wrote (T6, T13)."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from types import TracebackType
from typing import TextIO

TOKEN = re.compile(r"\d{3,}(?::|%3A)[\w-]{20,}", re.IGNORECASE)
OURS = "laporaman"
#: Libraries that would log addresses with the token in them, or the texts of messages, at DEBUG or INFO.
TALKATIVE = (
    "aiosqlite",
    "alembic",
    "apscheduler",
    "asyncio",
    "asyncpg",
    "httpcore",
    "httpx",
    "requests",
    "sqlalchemy",
    "telegram",
    "urllib3",
    "uvicorn",
)
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """One line a record: no tokens, no line breaks of others, and of an exception only its kind and where it was."""

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage() if record.name.startswith(OURS) else str(record.msg).split("\n", 1)[0]
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {said}"
        if record.exc_info:
            line += f" [{where(record.exc_info)}]"
        return redact(line)


def redact(text: str) -> str:
    """The text without tokens, on one line."""
    return TOKEN.sub("<token>", text).replace("\n", "\\n").replace("\r", "\\r")


def where(exc_info: ExcInfo) -> str:
    """The kind of an exception and the places it came through; never its words, they may be somebody's."""
    kind, error, trace = exc_info
    if kind is None:
        return "no exception"
    frames = traceback.extract_tb(trace)[-6:]
    places = " > ".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno}:{frame.name}" for frame in frames)
    causes = ""
    inner = error.__cause__ or error.__context__ if error is not None else None
    if inner is not None:
        causes = f" from {type(inner).__name__}"
    return f"{kind.__name__}{causes} at {places or 'nowhere'}"


class _Quiet(logging.StreamHandler[TextIO]):
    """Writes to the error stream; when nobody reads it any more, the bot goes on without a log (F30)."""

    def handleError(self, record: logging.LogRecord) -> None:
        return


def start_logging(level: str) -> None:
    """Set the one handler there is. Others' loggers speak from WARNING on, whatever the level."""
    handler = _Quiet(sys.stderr)
    handler.setFormatter(Discreet())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(OURS).critical("the program ends", exc_info=(kind, error, trace))
