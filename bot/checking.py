"""`python -m bot check`: everything that is wrong, all at once, before somebody in danger finds out."""

from __future__ import annotations

from bot.problems import Problem
from bot.profiles import read_profile
from bot.settings import read_settings
from bot.telegram import Away, Line, TokenRefused
from cases.staff import Staff
from storage import MasterKey, Storage
from storage.problems import StorageProblem


async def check() -> list[str]:
    """One line for each mistake; none means that the bot is fit to run."""
    try:
        settings = read_settings()
    except Problem as problem:
        return str(problem).splitlines()
    wrong: list[str] = []
    try:
        read_profile(settings.profile)
    except Problem as problem:
        wrong.append(str(problem))
    people: tuple[Staff, ...] = ()
    try:
        storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file))
    except StorageProblem as problem:
        wrong.append(str(problem))
    else:
        async with storage.look() as look:
            people = tuple(person for person in (await look.roster()).people if person.active)
            counts = await look.inbox_counts()
        await storage.close()
        if not any(person.on_duty for person in people):
            wrong.append(
                "Nobody is on duty: an alert would go straight to coordinator and head. "
                "`python -m bot staff add … --role duty_officer --on-duty`."
            )
        if aside := counts.get("set_aside", 0):
            wrong.append(f"{aside} updates are set aside: look into the log, then `python -m bot requeue`.")
    if settings.is_practice:
        wrong.append("TELEGRAM_BOT_TOKEN is not set: `run` would only practise with the simulator.")
        return wrong
    return wrong + await _telegram(settings.token, settings.api_url, people)


async def _telegram(token: str, api_url: str, people: tuple[Staff, ...]) -> list[str]:
    line = Line(token, api_url)
    await line.connect()
    try:
        await line.who_am_i()
        return [
            f"{person.name} ({person.role}) can't be reached: they must open the bot and press Start, or unblock it."
            for person in people
            if not await line.can_reach(person.chat)
        ]
    except TokenRefused:
        return ["Telegram refuses the token: copy TELEGRAM_BOT_TOKEN anew from BotFather."]
    except Away as away:
        return [f"Telegram can't be reached at TELEGRAM_API_URL ({away})."]
    finally:
        await line.disconnect()
