"""What `python -m bot check` says of the second channel, and the marked test that goes through all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator, Mapping
from dataclasses import dataclass

from bot.gateways import is_personal, mistakes, schema
from bot.outside import Outside
from bot.words import plain
from cases.profile import SecondChannel
from cases.staff import Staff
from storage import Storage

Addresses = Mapping[str, str]


@dataclass(frozen=True)
class Tested:
    """What became of one test: to whom, by which kind of gateway. Never by which address."""

    to: str
    by: str
    delivered: bool

    def __str__(self) -> str:
        return f"{self.to}: {self.by} {'delivered' if self.delivered else 'failed'}"


async def addresses_of(storage: Storage) -> tuple[tuple[Staff, Addresses], ...]:
    """Everybody who has not left, with their own addresses."""
    async with storage.look() as look:
        people = [person for person in (await look.roster()).people if person.active]
        return tuple([(person, await look.addresses(person.id)) for person in people])


def channel_mistakes(channel: SecondChannel, environment: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the gateways."""
    yield from mistakes(channel.urls, environment, personal=True)
    yield from mistakes(channel.operator_urls, environment, personal=False)


def unaddressed(channel: SecondChannel, people: tuple[tuple[Staff, Addresses], ...]) -> Iterator[str]:
    """Who could not be reached by any gateway, or that nobody could."""
    if not any(is_personal(template) for template in channel.urls):
        return
    without = [person for person, addresses in people if not addresses]
    if people and len(without) == len(people):
        yield "Nobody has an address for the second channel: `python -m bot staff address --telegram-id N --phone …`."
        return
    for person in without:
        yield f"{person.name} ({person.role}) has no address for the second channel: `python -m bot staff address`."


async def send_test(outside: Outside, people: tuple[tuple[Staff, Addresses], ...]) -> tuple[Tested, ...]:
    """A marked test to everybody's own addresses, to the gateways that are nobody's own, and to the operators."""
    title = "LaporAman"

    async def one(to: str, template: str, sending: Awaitable[bool]) -> Tested:
        return Tested(to, schema(template), await sending)

    def by(way: str, url: str, language: str) -> Awaitable[bool]:
        return outside.send(way, url, title=title, text=plain("page-test", language=language))

    own = [
        one(person.name, way, by(way, url, person.language))
        for person, addresses in people
        for way, url in outside.filled(addresses, shared=False).items()
    ]
    shared = [
        one("everybody", way, by(way, url, "id"))
        for way, url in outside.filled({}, shared=True).items()
        if not is_personal(way)
    ]
    text = plain("page-test", language="id")
    kept = [one("operators", way, outside.to_operator(way, text)) for way in outside.channel.operator_urls]
    return tuple(await asyncio.gather(*own, *shared, *kept))
