"""`python -m bot check`: everything that is wrong, all at once, before somebody in danger finds out."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from bot.checking_rota import RotaFindings, look_at_rota
from bot.lifeline import ping_address
from bot.outside import Outside
from bot.page_check import Tested, addresses_of, channel_mistakes, send_test, unaddressed
from bot.problems import Problem, WrongProfile
from bot.profiles import read_profile
from bot.settings import TOKEN, Settings, read_settings, settings_and_mistakes, surroundings
from bot.telegram import Away, Line, TokenRefused
from cases.profile import Profile
from cases.staff import Staff
from storage import KeyProblem, MasterKey, Storage, StorageProblem, ring_mistake, ring_of, schema_state


async def check() -> list[str]:
    """One line for each mistake; none means that the bot is fit to run. One mistake hides no other."""
    settings, wrong = settings_and_mistakes()
    profile: Profile | None = None
    try:
        profile = read_profile(settings.profile, folder=settings.profiles).profile
        wrong += channel_mistakes(profile.second_channel, surroundings())
        ping_address(profile.ping_url)
    except Problem as problem:
        wrong.append(str(problem))
    people: tuple[Staff, ...] = ()
    rota = RotaFindings()
    if settings.database_url:
        more, people, rota = await _database(settings, profile)
        wrong += more
    if settings.is_practice:
        wrong.append("TELEGRAM_BOT_TOKEN is not set: `run` would only practise with the simulator.")
    elif TOKEN.fullmatch(settings.token):
        wrong += await _telegram(settings.token, settings.api_url, people, rota)
    return wrong


async def test_channel() -> tuple[Tested, ...]:
    """Send a marked test through the whole second channel. Raises Problem or StorageProblem where there is none."""
    settings = read_settings()
    channel = read_profile(settings.profile, folder=settings.profiles).profile.second_channel
    if not channel.urls and not channel.operator_urls:
        raise WrongProfile(f"profiles/{settings.profile}.toml has no urls in [second_channel]: nothing to test.")
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        people = await addresses_of(storage)
    finally:
        await storage.close()
    return await send_test(Outside(channel, surroundings()), people)


def hints() -> list[str]:
    """One line for each thing that is no mistake, but that a unit will miss when it needs it."""
    settings, _ = settings_and_mistakes()
    found = []
    with suppress(Problem):
        if not read_profile(settings.profile, folder=settings.profiles).profile.ping_url:
            found.append(
                f"profiles/{settings.profile}.toml has no [health] ping_url: a machine that is dead can't say so. "
                "Let a watcher outside miss our ping (healthchecks.io and the like)."
            )
    if settings.health_port is None:
        found.append("HEALTH_PORT is off: nobody can look at the bot from outside.")
    return found


async def _database(settings: Settings, profile: Profile | None) -> tuple[list[str], tuple[Staff, ...], RotaFindings]:
    """What is wrong with key, schema, roster and inbox, and who is on the staff as far as that can be read."""
    try:
        storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    except KeyProblem as problem:
        said = [str(problem)] if settings.key_file.name else []
        # A master key that can't be used hides no mistake of the ring.
        ring = ring_mistake(ring_of(settings.database_url, settings.key_file, settings.ring_file))
        said += [str(ring)] if ring is not None and str(ring) not in said else []
        try:
            state = await schema_state(settings.database_url)
        except StorageProblem as broken:
            return [*said, str(broken)], (), RotaFindings()
        behind = [] if state == "current" else [f"The database is {state}: `python -m bot migrate`."]
        return [*said, *behind], (), RotaFindings()
    except StorageProblem as problem:
        return [str(problem)], (), RotaFindings()
    async with storage.look() as look:
        people = tuple(person for person in (await look.roster()).people if person.active)
        counts = await look.inbox_counts()
        rota = await look_at_rota(look, profile, now=datetime.now(UTC)) if profile else RotaFindings()
    without = unaddressed(profile.second_channel, await addresses_of(storage)) if profile else ()
    await storage.close()
    wrong = [*rota.wrong, *without]
    if not any(person.on_duty for person in people):
        wrong.append(
            "Nobody is on duty: an alert would go straight to the coordinator's list, or to everybody. "
            "`python -m bot staff add … --role duty_officer --on-duty`."
        )
    if aside := counts.get("set_aside", 0):
        wrong.append(f"{aside} updates are set aside: look into the log, then `python -m bot requeue`.")
    return wrong, people, rota


async def _telegram(token: str, api_url: str, people: tuple[Staff, ...], rota: RotaFindings) -> list[str]:
    line = Line(token, api_url)
    await line.connect()
    try:
        await line.who_am_i()
        hooked = ["A webhook is set for this token, updates go there: delete it, and ask who set it."]
        return (hooked if await line.webhook() else []) + [
            f"{person.name} ({person.role}) can't be reached{rota.said_of(person.id)}: "
            "they must open the bot and press Start, or unblock it."
            for person in people
            if not await line.can_reach(person.chat)
        ]
    except TokenRefused:
        return ["Telegram refuses the token: copy TELEGRAM_BOT_TOKEN anew from BotFather."]
    except Away as away:
        return [f"Telegram can't be reached at TELEGRAM_API_URL ({away})."]
    finally:
        await line.disconnect()
