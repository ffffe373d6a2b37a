"""The commands of LaporAman: run, migrate, check, key new, staff add, address, leave and list, partner, requeue."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot import partners
from bot.alone import alone
from bot.checking import check, hints, test_channel
from bot.gateways import KINDS, checked
from bot.house import run_house
from bot.logs import start_logging
from bot.manual import manual
from bot.practice import practice
from bot.problems import Problem, WrongSetting
from bot.profiles import read_profile
from bot.settings import VAR, Settings, read_settings
from cases.messages import ChatId
from cases.staff import Role
from cases.turning import look_again
from handlers.handing_over import left
from handlers.undelivered import gone
from storage import MasterKey, Storage, make_key, migrate
from storage.problems import StorageProblem

log = logging.getLogger("laporaman")
MISTAKE = 2


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def run(settings: Settings) -> int:
    """Run the bot; without a token, practise with the simulator beside it."""
    with alone(settings.database_url):
        if not settings.is_practice:
            await run_house(settings)
            return 0
        async with practice(settings) as (practising, address):
            say(f"LaporAman practises here, nothing goes to Telegram: {address}")
            await run_house(practising)
    return 0


async def run_migrate(settings: Settings) -> int:
    if str(VAR) in settings.database_url:
        VAR.mkdir(exist_ok=True)
    await migrate(settings.database_url)
    say("The database has the newest schema.")
    return 0


async def run_check(*, send_test: bool) -> int:
    wrong = await check()
    for line in wrong:
        say(f"- {line}")
    for line in hints():
        say(f"(hint) {line}")
    say("Everything is in order." if not wrong else f"{len(wrong)} to correct.")
    failed = False
    if send_test:
        for tested in await test_channel():
            say(str(tested))
            failed = failed or not tested.delivered
    return MISTAKE if wrong or failed else 0


async def add_staff(settings: Settings, wanted: argparse.Namespace) -> int:
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.work() as work:
            await work.add_staff(
                chat=ChatId(wanted.telegram_id), name=wanted.name, role=Role(wanted.role), on_duty=wanted.on_duty
            )
    finally:
        await storage.close()
    say(f"{wanted.name} is {wanted.role} now. They must open the bot once and press Start.")
    return 0


async def set_addresses(settings: Settings, wanted: argparse.Namespace) -> int:
    """Where somebody is reached beside Telegram. What is kept is never printed, only of which kinds it is."""
    given = {kind: checked(kind, told) for kind in KINDS if (told := getattr(wanted, kind)) is not None}
    if bool(given) == wanted.none:
        raise WrongSetting("Say at least one of --email, --phone, --ntfy, or --none alone to remove them all.")
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.work() as work:
            person = (await work.roster()).by_chat(ChatId(wanted.telegram_id))
            if person is None:
                raise WrongSetting("Nobody of the staff has this Telegram id: `python -m bot staff list`.")
            kept = {} if wanted.none else {**await work.addresses(person.id), **given}
            await work.set_addresses(person.id, kept)
    finally:
        await storage.close()
    say(f"{person.name} can be paged by: {', '.join(kept) or 'nothing but Telegram'}.")
    return 0


async def let_go(settings: Settings, wanted: argparse.Namespace) -> int:
    """Somebody has left: nothing is sent to them any more, none of their buttons does anything, and the alerts that
    they hold go back to the ladder at once."""
    world = read_profile(settings.profile, folder=settings.profiles)
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.work() as work:
            person = (await work.roster()).by_chat(ChatId(wanted.telegram_id))
            if person is None:
                raise WrongSetting("Nobody of the staff has this Telegram id: `python -m bot staff list`.")
            await work.set_active(person.id, False)
            await work.set_on_duty(person.id, False)
            now = datetime.now(UTC)
            told = await left(work, person)
            await work.record(await gone(work, person, world=world, now=now) + look_again(now) + told, now=now)
            held = await work.cases_of_manager(person.id)
    finally:
        await storage.close()
    say(f"{person.name} has left. Cases still in that name: {len(held)}. The coordinators were told to hand them over.")
    return 0


async def list_staff(settings: Settings) -> int:
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.look() as look:
            people = (await look.roster()).people
            kinds = {person.id: ", ".join(await look.addresses(person.id)) for person in people}
    finally:
        await storage.close()
    for person in people:
        state = ", ".join(
            word
            for word, holds in (
                ("on duty", person.on_duty),
                ("can't be reached", not person.reachable),
                ("left", not person.active),
            )
            if holds
        )
        paged = f"  [{kinds[person.id]}]" if kinds[person.id] else ""
        say(f"{person.id:>4}  {person.role:<13} {person.name}{f'  ({state})' if state else ''}{paged}")
    say(f"{len(people)} people.")
    return 0


async def requeue(settings: Settings) -> int:
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.work() as work:
            again = await work.requeue(now=datetime.now(UTC))
    finally:
        await storage.close()
    say(f"{again} updates that were set aside are tried again.")
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise ValueError
    return number


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run the bot; without TELEGRAM_BOT_TOKEN, practise")
    commands.add_parser("migrate", help="bring the database to the newest schema")
    checking = commands.add_parser("check", help="report everything that is wrong, at once")
    checking.add_argument("--send-test", action="store_true", help="send a marked test through the second channel")
    book = commands.add_parser("book", help="print the book's steps and the table of moves (docs/langkah.md)")
    book.add_argument("--profile", default="luwu_utara", help="whose crisis and referral books it takes in")
    commands.add_parser("requeue", help="try updates again that were set aside")
    key = commands.add_parser("key", help="the master key").add_subparsers(dest="what", required=True)
    key.add_parser("new", help="make a new key file").add_argument("file", type=Path)
    staff = commands.add_parser("staff", help="the people of the unit").add_subparsers(dest="what", required=True)
    staff.add_parser("list", help="everybody, without their Telegram ids")
    address = staff.add_parser("address", help="where somebody is paged beside Telegram; what is not said stays")
    address.add_argument("--telegram-id", type=_positive, required=True)
    for kind, known in KINDS.items():
        address.add_argument(f"--{kind}", metavar=known.example)
    address.add_argument("--none", action="store_true", help="remove them all")
    leaving = staff.add_parser("leave", help="somebody has left: nothing more is sent to them or taken from them")
    leaving.add_argument("--telegram-id", type=_positive, required=True)
    adding = staff.add_parser("add", help="add somebody, or change their name, role or duty")
    adding.add_argument("--telegram-id", type=_positive, required=True)
    adding.add_argument("--name", required=True)
    adding.add_argument("--role", choices=[str(role) for role in Role], required=True)
    adding.add_argument("--on-duty", action="store_true")
    partners.add_arguments(commands, _positive)
    return parser


async def _do(wanted: argparse.Namespace) -> int:
    if wanted.command == "key":
        make_key(wanted.file)
        say(
            f"A new master key is in {wanted.file}. Keep a copy away from this machine: without it nothing can be read."
        )
        return 0
    if wanted.command == "book":
        sys.stdout.write(manual(read_profile(wanted.profile).profile))
        return 0
    if wanted.command == "check":
        return await run_check(send_test=wanted.send_test)
    settings = read_settings()
    start_logging(settings.log_level)
    match wanted.command, getattr(wanted, "what", None):
        case "run", _:
            return await run(settings)
        case "migrate", _:
            return await run_migrate(settings)
        case "requeue", _:
            return await requeue(settings)
        case "staff", "add":
            return await add_staff(settings, wanted)
        case "staff", "address":
            return await set_addresses(settings, wanted)
        case "staff", "leave":
            return await let_go(settings, wanted)
        case "partner", _:
            return await partners.run(settings, wanted, say)
        case _:
            return await list_staff(settings)


def main() -> int:
    """Run one command. A mistake in the settings is one clear message and status 2."""
    wanted = _arguments().parse_args()
    start_logging("WARNING")
    try:
        return asyncio.run(_do(wanted))
    except (Problem, StorageProblem) as problem:
        sys.stderr.write(f"{problem}\n")
        return MISTAKE
    except KeyboardInterrupt:
        return 0
    except Exception:
        log.critical("the program ends", exc_info=True)
        return 1


if __name__ == "__main__":
    sys.exit(main())
