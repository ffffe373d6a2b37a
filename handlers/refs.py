"""New references: 128 random bits, so that nobody can guess the next one (T12)."""

from __future__ import annotations

import secrets

from cases.receipt import CODE_DIGITS, JOIN_DIGITS, check_digit


def new_ref() -> str:
    """A reference of 22 signs that says nothing."""
    return secrets.token_urlsafe(16)


def new_short_ref() -> str:
    """A reference of 12 signs, for what stands in buttons beside other things and is no secret."""
    return secrets.token_urlsafe(9)


def new_receipt() -> str:
    """A receipt code: 15 random digits, and the one by which a slip is noticed."""
    return _with_check_digit(CODE_DIGITS)


def new_join_code() -> str:
    """The code of an invitation: shorter, because it lasts a day only."""
    return _with_check_digit(JOIN_DIGITS)


def _with_check_digit(length: int) -> str:
    digits = "".join(str(secrets.randbelow(10)) for _ in range(length - 1))
    return digits + check_digit(digits)
