"""The parameters of a call, however they came: query, form, JSON or multipart."""

import json
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from simulator.refusals import bad

Scalar: TypeAlias = Any  # what JSON can hold


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Reads parameters as leniently or strictly as Telegram does."""

    values: dict[str, Scalar] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.values or name in self.files

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            return json.dumps(value)
        if not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise bad("strings must be encoded in UTF-8") from None
        return value

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number; what is none counts as the default, as with Telegram."""
        value = self.values.get(name)
        if isinstance(value, bool) or value is None:
            return default
        if isinstance(value, int):
            return value
        try:
            return int(str(value)[:25].strip())
        except ValueError:
            return default

    def number(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def yes(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or (value is not None and str(value).lower() in ("true", "yes", "1"))

    def json(self, name: str) -> Scalar:
        """A structure, given as JSON text or as itself; None if it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None
