"""The commands about partners: people of other institutions whom the bot can write to."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime

from bot.problems import WrongSetting
from bot.profiles import read_profile
from bot.settings import Settings
from cases.messages import ChatId
from handlers import partners
from storage import MasterKey, Storage

Say = Callable[[str], None]


def add_arguments(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], a_number: Callable[[str], int]
) -> None:
    """`partner add`, `list` and `leave`."""
    people = commands.add_parser("partner", help="people of other institutions").add_subparsers(
        dest="what", required=True
    )
    people.add_parser("list", help="everybody, without their Telegram ids")
    adding = people.add_parser("add", help="add somebody, or change their name or institution")
    adding.add_argument("--telegram-id", type=a_number, required=True)
    adding.add_argument("--agency", required=True, metavar="KEY", help="as it stands in the profile, e.g. rsud")
    adding.add_argument("--name", required=True)
    leaving = people.add_parser("leave", help="nothing more is sent to them, none of their buttons does anything")
    leaving.add_argument("--telegram-id", type=a_number, required=True)


async def run(settings: Settings, wanted: argparse.Namespace, say: Say) -> int:
    """Do one of them."""
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        match wanted.what:
            case "add":
                await _add(storage, settings, wanted, say)
            case "leave":
                await _leave(storage, settings, wanted, say)
            case _:
                await _list(storage, say)
    finally:
        await storage.close()
    return 0


async def _add(storage: Storage, settings: Settings, wanted: argparse.Namespace, say: Say) -> None:
    profile = read_profile(settings.profile, folder=settings.profiles).profile
    agency = profile.agency(wanted.agency)
    if agency is None:
        keys = ", ".join(one.key for one in profile.agencies)
        raise WrongSetting(f"{wanted.agency!r} is no institution of the profile. There are: {keys}.")
    async with storage.work() as work:
        await work.add_partner(chat=ChatId(wanted.telegram_id), name=wanted.name, agency=agency.key)
    say(f"{wanted.name} gets the referrals to {agency.name}. They must open the bot once and press Start.")


async def _leave(storage: Storage, settings: Settings, wanted: argparse.Namespace, say: Say) -> None:
    world = read_profile(settings.profile, folder=settings.profiles)
    async with storage.work() as work:
        partner = await work.partner(ChatId(wanted.telegram_id))
        if partner is None or not partner.active:
            raise WrongSetting("No partner has this Telegram id: `python -m bot partner list`.")
        now = datetime.now(UTC)
        await work.set_partner_active(partner.id, False)
        await work.record(await partners.left(work, partner, world, now), now=now)
    say(f"{partner.name} has left.")


async def _list(storage: Storage, say: Say) -> None:
    async with storage.look() as look:
        people = await look.partners()
    for one in people:
        words = (("can't be reached", not one.reachable), ("left", not one.active))
        state = ", ".join(word for word, holds in words if holds)
        say(f"{one.id:>4}  {one.agency:<13} {one.name}{f'  ({state})' if state else ''}")
    say(f"{len(people)} partners.")
