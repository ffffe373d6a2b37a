"""What can be wrong with a setting, said once, plainly, with what to do about it.

Problem
├── WrongSetting      an environment variable or a line of .env
├── WrongProfile      the regency's TOML file
└── AlreadyRunning    another bot has this database
"""

from __future__ import annotations


class Problem(Exception):
    """The bot can't start like this; the text says what to do. Ends the program with status 2."""


class WrongSetting(Problem):
    pass


class WrongProfile(Problem):
    pass


class AlreadyRunning(Problem):
    pass
