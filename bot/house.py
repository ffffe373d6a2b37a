"""Puts the parts together and keeps them running, in one process. A new part is one line in `parts_of`."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

import httpx

from bot.away import Watch
from bot.clock import Clock, FollowedClock, MachineClock
from bot.dispatcher import Dispatcher
from bot.outside import Outside
from bot.pager import Pager
from bot.presses import Presses
from bot.problems import WrongSetting
from bot.profiles import read_profile
from bot.pulse import Pulse
from bot.reaching import Reaching
from bot.receiver import Receiver
from bot.settings import Settings, surroundings
from bot.supervision import Part, Supervisor, Watchdog
from bot.telegram import Away, Line, TokenRefused
from bot.timekeeping import Timekeeper
from bot.worker import Worker
from cases.outcome import Outcome
from cases.profile import Profile
from handlers import halfway
from handlers.conversation.engine import World
from scheduler.auditor import Audit, Auditor
from scheduler.ringing import Drafts, Ring, rings
from scheduler.sweep import Sweeper
from scheduler.ticker import Ticker
from storage import Due, MasterKey, Storage, Work

log = logging.getLogger("laporaman.house")

Halfway = Callable[[Work, Due, World, datetime], Awaitable[Outcome]]


def _in_world(doing: Halfway, world: World) -> Ring:
    async def ring(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
        return await doing(work, due, world, now)

    return ring


async def run_house(settings: Settings) -> None:
    """Run until told to stop (SIGTERM, SIGINT). Everything that matters is in the database at any moment."""
    world = read_profile(settings.profile, folder=settings.profiles)
    if settings.practising:
        world = _within(world)
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file))
    line, pulse = Line(settings.token, settings.api_url), Pulse()
    with Watchdog(pulse) as watchdog:
        try:
            await line.connect()
            await _known(line)
            parts = parts_of(storage, world, await _clock(settings), line, pulse)
            supervisor = Supervisor(pulse, ending=watchdog.ending, excused=lambda: "database" in pulse.troubles)
            await _run_parts(parts, supervisor)
        finally:
            await line.disconnect()
            await storage.close()


def _within(world: World) -> World:
    """The same world without a second channel: practising must not wake anybody."""
    channel = replace(world.profile.second_channel, urls=(), operator_urls=())
    return replace(world, profile=replace(world.profile, second_channel=channel))


async def _known(line: Line) -> None:
    """A token that Telegram refuses is said at once; a Telegram that is away is waited for later."""
    try:
        await line.who_am_i()
    except TokenRefused:
        raise WrongSetting("Telegram refuses the token: copy TELEGRAM_BOT_TOKEN anew from BotFather.") from None
    except Away:
        log.warning("Telegram does not answer yet")


async def _clock(settings: Settings) -> Clock:
    if not settings.clock_url:
        return MachineClock()
    followed = FollowedClock(settings.clock_url)
    try:
        await followed.start()
    except httpx.HTTPError:
        raise WrongSetting(f"CLOCK_URL={settings.clock_url} does not answer: is the practice server running?") from None
    return followed


def parts_of(storage: Storage, world: World, clock: Clock, line: Line, pulse: Pulse) -> tuple[Part, ...]:
    """Everything that runs, and how many seconds each may go without a sign of life (none: it gives none)."""
    presses = Presses(line)
    dispatcher = Dispatcher(line, storage, world, clock, told=lambda: dispatcher.wake.set(), pulse=pulse)
    worker = Worker(storage, world, clock, told=dispatcher.wake.set, answer_press=presses.answer, pulse=pulse)
    receiver = Receiver(line, storage, clock, told=worker.wake.set, pulse=pulse)
    outside = Outside(world.profile.second_channel, surroundings())
    pager = Pager(outside, storage, world, clock, known_as=lambda: line.known_as, pulse=pulse)
    away = Watch(line, storage, world, clock, pulse)
    drafts = Drafts(nudge=_in_world(halfway.nudge, world), forget=_in_world(halfway.forget, world))
    sweeper = Sweeper(storage, world.profile, rings(drafts))
    steps = Timekeeper(clock, storage).check if isinstance(clock, MachineClock) else _nothing
    beat = partial(pulse.beat, "scheduler")
    ticker = Ticker(sweeper, now=clock.now, told=dispatcher.wake.set, first=steps, beat=beat)
    watched = partial(pulse.beat, "auditor")
    auditor = Auditor(Audit(storage, world.profile), now=clock.now, told=dispatcher.wake.set, beat=watched)
    return (
        Part("loop", pulse.run),
        Part("clock", clock.run),
        Part("clock steps", partial(_when_moved, clock, (ticker.nudge, auditor.nudge))),
        Part("scheduler", ticker.run, silence=30),
        Part("auditor", auditor.run, silence=150),
        Part("dispatcher", dispatcher.run, silence=30),
        Part("worker", worker.run, silence=30),
        Part("receiver", receiver.run, silence=60),
        Part("presses", presses.run),
        Part("reaching", Reaching(line, storage, world, clock).run),
        Part("pager", pager.run, silence=60),
        Part("away", away.run, silence=60),
    )


async def _run_parts(parts: tuple[Part, ...], supervisor: Supervisor) -> None:
    """Keep all parts alive until told to stop. One that can't be kept alive ends them all."""
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with asyncio.TaskGroup() as house:
        kept = [house.create_task(supervisor.keep(part)) for part in parts]
        log.info("running: %s", ", ".join(part.name for part in parts))
        await stop.wait()
        log.info("stopping")
        supervisor.ending()
        for part in kept:
            part.cancel()


async def _nothing() -> None:
    """A clock that is followed is nobody's to set."""


async def _when_moved(clock: Clock, nudges: tuple[Callable[[], None], ...]) -> None:
    while True:
        await clock.moved.wait()
        clock.moved.clear()
        for nudge in nudges:
            nudge()
