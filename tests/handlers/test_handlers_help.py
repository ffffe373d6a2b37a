"""Staff learn of their commands from the bot itself, and of none that would be refused."""

from __future__ import annotations

import pytest

from cases.messages import ChatId
from cases.staff import Role
from handlers.staff_desk import COMMANDS
from handlers.staff_help import TOLD
from tests.handlers.file_unit import every_key
from tests.office import UNIT, Office

#: Another name of a command, or the way here.
ALIASES = {"groups", "bantuan", "help"}


@pytest.mark.parametrize(("chat", "role"), [(chat, role) for chat, _, role, _ in UNIT])
async def test_each_role_is_told_of_what_it_may_ask_for(office: Office, chat: ChatId, role: Role) -> None:
    (told,) = await office.command(chat, "bantuan")
    listed = {key.removeprefix("help-") for key in every_key(told.phrase) if key.startswith("help-")}
    assert listed == {command for command, roles in TOLD.items() if role in roles}
    refused = {
        command
        for command in TOLD
        for message in await office.command(chat, command)
        if message.phrase.key == "refusal-not-allowed"
    }
    assert not listed & refused


def test_no_command_of_staff_is_kept_from_them() -> None:
    assert COMMANDS.keys() - ALIASES == TOLD.keys()
