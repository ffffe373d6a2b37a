"""The people and files of cases at the desk: who answers which press, command and form."""

from __future__ import annotations

from handlers import excluding, handing_over, intake, joining, parties, standing_in

PRESSES = {
    **excluding.PRESSES,
    **parties.PRESSES,
    **joining.PRESSES,
    **standing_in.PRESSES,
    **handing_over.PRESSES,
    **intake.PRESSES,
}
COMMANDS = {**handing_over.COMMANDS, **intake.COMMANDS}
FINISH = {**excluding.FINISH, **parties.FINISH, **joining.FINISH, **standing_in.FINISH}
TURNS = {**intake.TURNS}
