"""The addresses of the second channel: what may stand in the profile's Apprise URLs, and how they are filled."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.problems import WrongProfile, WrongSetting

if TYPE_CHECKING:
    from apprise import Apprise

# Apprise names hosts and addresses in what it logs, at every level.
logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)

PLACE = re.compile(r"\{([^{}]*)\}")
SCHEMA = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
ENVIRONMENT = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True)
class Kind:
    """One kind of address: how it must look, and an example to try a gateway with."""

    looks: re.Pattern[str]
    example: str


KINDS: Mapping[str, Kind] = {
    "email": Kind(re.compile(r"[^@\s/?#]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"), "petugas@example.go.id"),
    "phone": Kind(re.compile(r"\+?[0-9]{8,15}"), "+6281200000000"),
    "ntfy": Kind(re.compile(r"[A-Za-z0-9_-]{1,64}"), "petugas-piket"),
}


def checked(kind: str, address: str) -> str:
    """The address as it is kept. Raises WrongSetting, which doesn't repeat it."""
    found = re.sub(r"[\s().-]", "", address) if kind == "phone" else address.strip()
    if not KINDS[kind].looks.fullmatch(found):
        raise WrongSetting(f"--{kind} is not a {kind} address such as {KINDS[kind].example}. Nothing was changed.")
    return found


def schema(template: str) -> str:
    """The kind of gateway, which is all that may be shown of its address."""
    found = SCHEMA.match(template)
    return found[1].lower() if found else "?"


def is_personal(template: str) -> bool:
    """Whether it goes to each person's own address; what does not is sent once a round."""
    return any(place in KINDS for place in PLACE.findall(template))


def fill(template: str, addresses: Mapping[str, str], environment: Mapping[str, str]) -> str | None:
    """The address to send to; None for a person who lacks one that it needs. Raises WrongProfile."""
    lacking = False

    def put(place: re.Match[str]) -> str:
        nonlocal lacking
        named = ENVIRONMENT.fullmatch(place[1])
        if named:
            if not environment.get(named[1]):
                raise WrongProfile(f"{named[1]} is not set, but a {schema(template)}:// address needs it.")
            return quote(environment[named[1]], safe="")
        if place[1] not in KINDS:
            known = ", ".join(f"{{{kind}}}" for kind in KINDS)
            raise WrongProfile(f"{{{place[1]}}} in a {schema(template)}:// address is none of {known}, {{env:NAME}}.")
        lacking = lacking or place[1] not in addresses
        return quote(addresses.get(place[1], ""), safe="")

    filled = PLACE.sub(put, template)
    return None if lacking else filled


def opened(url: str) -> Apprise | None:
    """The gateway behind a filled address; None when Apprise can't make one of it."""
    # Here and not above: it takes its time to load, and a start after a sudden end has none to lose.
    from apprise import Apprise, AppriseAsset

    # Nothing is kept on disk, nothing is run in threads of its own.
    asset = AppriseAsset(app_id="LaporAman", app_desc="LaporAman", async_mode=False, storage_path=None)
    gateway = Apprise(asset=asset)
    return gateway if gateway.add(url) and len(gateway) else None


def notify(url: str, *, title: str, text: str) -> bool:
    """Give the words to one gateway, and wait for it; whether it says that it has them."""
    gateway = opened(url)
    # An empty list of gateways would answer None.
    return gateway is not None and gateway.notify(text, title=title, notify_type="warning", body_format="text") is True


def mistakes(templates: tuple[str, ...], environment: Mapping[str, str], *, personal: bool) -> Iterator[str]:
    """What is wrong with these addresses of the profile, not repeating them. `personal`: each person's may stand."""
    section = "second_channel.urls" if personal else "second_channel.operator_urls"
    examples = {kind: known.example for kind, known in KINDS.items()}
    for nth, template in enumerate(templates, start=1):
        try:
            url = fill(template, examples, environment)
        except WrongProfile as wrong:
            yield f"{section}, entry {nth}: {wrong}"
            continue
        if not personal and is_personal(template):
            yield f"{section}, entry {nth}: a personal address has no meaning here."
        elif url is None or opened(url) is None:
            yield f"{section}, entry {nth} ({schema(template)}://) is no address that Apprise knows: appriseit.com."
