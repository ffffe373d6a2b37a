"""By what one person is found again: a name however written, a phone number, a NIK. Only a person confirms it."""

from __future__ import annotations

import re
import unicodedata

from cases.party import Party

#: By what two records are matched, the surest first.
BY = ("nik", "phone", "name")
_TITLES = frozenset({"sdr", "sdri", "bpk", "bapak", "ibu", "hj", "haji", "hajjah", "dr", "drs", "dra", "alm", "almh"})
_PHONE_LEAST = 7
_NIK_LENGTH = 16


def name_key(name: str) -> str:
    """The name without titles, marks, punctuation and doubled spaces, in small letters; empty without a name."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", kept.replace("'", "").replace("’", ""))
    return " ".join(word for word in words if word not in _TITLES)


def phone_key(phone: str) -> str:
    """The digits as within Indonesia: +62 812…, 0812… and 812… are one number; empty for less than a number."""
    digits = "".join(c for c in phone if c in "0123456789")
    if digits.startswith("0062"):
        digits = digits[4:]
    elif digits.startswith("62"):
        digits = digits[2:]
    digits = digits.lstrip("0")
    return digits if len(digits) >= _PHONE_LEAST else ""


def nik_key(nik: str) -> str:
    """The sixteen digits; empty where it is not a whole NIK."""
    digits = "".join(c for c in nik if c in "0123456789")
    return digits if len(digits) == _NIK_LENGTH else ""


def keys(party: Party) -> dict[str, str]:
    """By what this person is found, empty where it is not known; nothing of who was removed."""
    if party.removed:
        return dict.fromkeys(BY, "")
    return {"nik": nik_key(party.nik), "phone": phone_key(party.phone), "name": name_key(party.name)}


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one: equal, or the longer holds every word of the shorter, which has two at least."""
    shorter, longer = sorted((set(name_key(one).split()), set(name_key(other).split())), key=len)
    return bool(shorter) and (shorter == longer or (len(shorter) > 1 and shorter <= longer))
