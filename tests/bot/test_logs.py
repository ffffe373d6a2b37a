"""No token and nobody's words in the log, whatever happens (T6, T13)."""

from __future__ import annotations

import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import Discreet, redact

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz_01234"


def written(message: str, *args: object, name: str = "laporaman.test", error: BaseException | None = None) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    trace = (type(error), error, error.__traceback__) if error is not None else None
    handler.emit(logging.LogRecord(name, logging.ERROR, __file__, 1, message, args, trace))
    return stream.getvalue()


@pytest.mark.parametrize("form", ["{}", "https://api.telegram.org/bot{}/getMe", "https://x/bot{}/y?z=1", "'{}'"])
def test_a_token_is_never_written(form: str) -> None:
    said = written(form.format(TOKEN))
    assert TOKEN not in said
    assert "<token>" in said
    assert TOKEN.replace(":", "%3A") not in written(form.format(TOKEN.replace(":", "%3A")))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.text(max_size=40))
def test_a_token_among_anything_is_never_written(before: str, after: str) -> None:
    assert TOKEN not in redact(f"{before} {TOKEN} {after}")


def test_an_exception_says_its_kind_and_place_not_its_words() -> None:
    try:
        try:
            raise KeyError("Ibu Sitti di Baebunta")
        except KeyError as inner:
            raise ValueError("dia di depan pintu") from inner
    except ValueError as error:
        said = written("a row failed row=%d", 7, error=error)
    assert "row=7" in said
    assert "ValueError from KeyError" in said
    assert "test_logs.py" in said
    assert "Sitti" not in said
    assert "pintu" not in said


def test_other_peoples_loggers_say_only_their_fixed_words() -> None:
    said = written("Task exception was never retrieved\nfuture: ValueError('Sitti')", name="asyncio")
    assert "never retrieved" in said
    assert "Sitti" not in said
    assert "Sitti" not in written("row %s", "Sitti", name="sqlalchemy.engine")


def test_a_line_break_does_not_forge_a_line() -> None:
    assert written("x\n2026 INFO laporaman: forged").count("\n") == 1
