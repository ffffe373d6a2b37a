"""New references: 128 random bits, so that nobody can guess the next one (T12)."""

from __future__ import annotations

import secrets


def new_ref() -> str:
    """A reference of 22 signs that says nothing."""
    return secrets.token_urlsafe(16)


def new_short_ref() -> str:
    """A reference of 12 signs, for what stands in buttons beside other things and is no secret."""
    return secrets.token_urlsafe(9)


def new_receipt() -> str:
    """A receipt code of 16 digits."""
    return "".join(str(secrets.randbelow(10)) for _ in range(16))
