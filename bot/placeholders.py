"""Addresses of the profile that hold a secret name it instead, `{env:NAME}`, and it comes from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.problems import WrongProfile
from bot.settings import surroundings

PLACE = re.compile(r"\{env:(\w+)\}")


def filled(address: str, environment: Mapping[str, str] | None = None) -> str:
    """The address as it is used. Raises WrongProfile where a variable is not set; it names that alone."""
    known = surroundings() if environment is None else environment
    missing = sorted({name for name in PLACE.findall(address) if not known.get(name)})
    if missing:
        raise WrongProfile(
            f"The profile wants {', '.join(missing)} from the environment: set it, or clear the address."
        )
    return PLACE.sub(lambda found: known[found[1]], address)
