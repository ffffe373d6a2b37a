"""A dialogue is a row: which question somebody is at, and what was answered so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cases.messages import ChatId


@dataclass(frozen=True)
class Dialogue:
    """One conversation of one chat. `subject` names the alert, visit or case it is about, if any."""

    chat: ChatId
    flow: str
    step: str
    subject: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    case: str = ""
    language: str = "id"
    nudged: bool = False
    ended: bool = False
    updated_at: datetime | None = None
