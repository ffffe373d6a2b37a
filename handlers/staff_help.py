"""What each role can ask the bot for by a command: nobody has to be told by a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cases.groups import REGISTRARS
from cases.messages import Message, Panel
from cases.monthly import READERS
from cases.moves import EVERYONE, LEADS
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Role, Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from storage import Work

#: Who is told of a command, in the order in which they are needed; its words are `help-COMMAND`.
TOLD: Mapping[str, frozenset[Role]] = {
    "tugas": EVERYONE,
    "kasus": EVERYONE,
    "chat": EVERYONE,
    "rujukan": EVERYONE,
    "catat": EVERYONE,
    "papan": LEADS,
    "serahkan": LEADS,
    "piket": frozenset(Role),
    "langkah": frozenset(Role),
    "riwayat": frozenset(Role),
    "angka": frozenset(READERS),
    "kelompok": REGISTRARS,
}


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """All commands of one's role, a line for each."""
    lines = tuple(says(f"help-{command}") for command, roles in TOLD.items() if staff.role in roles)
    told = says("staff-help", role=says(f"role-{staff.role}"), lines=lines)
    return Outcome(messages=(Message(staff.chat, told, panel=Panel.STAFF),))


COMMANDS = {"bantuan": show, "help": show}
