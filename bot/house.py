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

from bot.apology import Apology
from bot.away import Watch
from bot.clock import Clock, FollowedClock, MachineClock
from bot.dispatcher import Dispatcher
from bot.fetcher import Fetcher
from bot.file_room import FileRoom
from bot.health import Health, serve
from bot.lifeline import Lifeline, notify, ping_address
from bot.operators import Operators
from bot.outside import Outside
from bot.pager import Pager
from bot.presses import Presses
from bot.probe import Probe
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
from handlers import halfway, leaving, opening, reporter_news
from handlers.conversation.engine import World
from scheduler.auditor import Audit, Auditor
from scheduler.ringing import Drafts, Ring, rings
from scheduler.sweep import News, Sweeper
from scheduler.ticker import Ticker
from storage import Due, MasterKey, SealedFiles, Storage, Work
from storage.addresses import address, file_of

log = logging.getLogger("laporaman.house")

Halfway = Callable[[Work, Due, World, datetime], Awaitable[Outcome]]


def _in_world(doing: Halfway, world: World) -> Ring:
    async def ring(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
        return await doing(work, due, world, now)

    return ring


#: So long everything that runs may take to end, before it is told again.
GRACE_SECONDS = 2.0


async def run_house(settings: Settings) -> None:
    """Run until told to stop (SIGTERM, SIGINT). Everything that matters is in the database at any moment."""
    world = read_profile(settings.profile, folder=settings.profiles)
    if settings.practising:
        world = _within(world)
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    line, pulse = Line(settings.token, settings.api_url), Pulse()
    with Watchdog(pulse) as watchdog:
        try:
            await line.connect()
            await _known(line)
            file = file_of(address(settings.database_url))
            probe = Probe(storage, await _clock(settings), pulse, folder=file.parent if file else None)
            health = Health(pulse, probe, world.profile)
            outside = Outside(world.profile.second_channel, surroundings())
            sealed = SealedFiles(settings.files)
            parts = parts_of(storage, world, line, health, outside, sealed, alone=file is not None)
            parts += watchers_of(settings, line, health, outside)
            supervisor = Supervisor(pulse, ending=watchdog.ending, excused=lambda: bool(probe.trouble))
            await _run_parts(health.watches(parts), supervisor)
        finally:
            await line.disconnect()
            await storage.close()


def _within(world: World) -> World:
    """The same world without a second channel and a ping: practising wakes nobody, and is nobody's sign of life."""
    channel = replace(world.profile.second_channel, urls=(), operator_urls=())
    return replace(world, profile=replace(world.profile, second_channel=channel, ping_url=""))


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


def parts_of(
    storage: Storage,
    world: World,
    line: Line,
    health: Health,
    outside: Outside,
    sealed: SealedFiles,
    *,
    alone: bool = True,
) -> tuple[Part, ...]:
    """Everything that works, and how many seconds each may go without a sign of life (none: it gives none)."""
    clock, pulse = health.probe.clock, health.pulse
    presses = Presses(line, pulse=pulse)
    dispatcher = Dispatcher(line, storage, world, clock, told=lambda: dispatcher.wake.set(), pulse=pulse)
    dispatcher.files = FileRoom(storage, sealed)
    fetcher = Fetcher(line, storage, world, clock, sealed, told=dispatcher.wake.set, alone=alone, pulse=pulse)
    worker = Worker(storage, world, clock, told=dispatcher.wake.set, answer_press=presses.answer, pulse=pulse)
    receiver = Receiver(line, storage, clock, told=worker.wake.set, apology=Apology(line, world), pulse=pulse)
    pager = Pager(outside, storage, world, clock, known_as=lambda: line.known_as, pulse=pulse)
    away = Watch(line, storage, world, clock, pulse)
    drafts = Drafts(
        nudge=_in_world(halfway.nudge, world),
        forget=_in_world(halfway.forget, world),
        opening=_in_world(opening.judged, world),
        leave=_in_world(leaving.rang, world),
    )
    sweeper = Sweeper(storage, world.profile, rings(drafts), news=news_in(world))
    steps = Timekeeper(clock, storage).check if isinstance(clock, MachineClock) else _nothing
    beat = partial(pulse.beat, "scheduler")
    ticker = Ticker(sweeper, now=clock.now, told=dispatcher.wake.set, first=steps, beat=beat)

    def watched() -> None:
        pulse.beat("auditor")
        # Its own sign: that the part was started anew is no look at the alerts.
        pulse.beat("audit")

    auditor = Auditor(Audit(storage, world.profile), now=clock.now, told=dispatcher.wake.set, beat=watched)
    return (
        Part("loop", pulse.run),
        Part("clock", clock.run),
        Part("clock steps", partial(_when_moved, clock, (ticker.nudge, auditor.nudge))),
        Part("scheduler", ticker.run, silence=30),
        Part("auditor", auditor.run, silence=150),
        Part("dispatcher", dispatcher.run, silence=30),
        Part("fetcher", fetcher.run, silence=60),
        Part("worker", worker.run, silence=30),
        Part("receiver", receiver.run, silence=45),
        Part("presses", presses.run),
        Part("reaching", Reaching(line, storage, world, clock).run),
        Part("pager", pager.run, silence=60),
        Part("away", away.run, silence=60),
    )


def news_in(world: World) -> News:
    """What who reported hears of what a clock has done."""

    async def told(work: Work, outcome: Outcome, now: datetime) -> Outcome:
        return await reporter_news.told(work, outcome, world, now)

    return told


def watchers_of(settings: Settings, line: Line, health: Health, outside: Outside) -> tuple[Part, ...]:
    """Everything that looks whether the others work, and says so."""
    lifeline = Lifeline(health, ping_address(health.profile.ping_url))
    watchers = (
        Part("probe", health.probe.run, silence=60),
        Part("operators", Operators(line, health, (outside.tell_operators_outside,)).run, silence=120),
        Part("lifeline", lifeline.run, silence=60),
    )
    if settings.health_port is None:
        return watchers
    page = partial(serve, health, host=settings.health_host, port=settings.health_port)
    return (*watchers, Part("health", page))


async def _run_parts(parts: tuple[Part, ...], supervisor: Supervisor) -> None:
    """Keep all parts alive until told to stop. One that can't be kept alive ends them all."""
    stop, others = asyncio.Event(), asyncio.all_tasks()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with asyncio.TaskGroup() as house:
        kept = [house.create_task(supervisor.keep(part)) for part in parts]
        log.info("running: %s", ", ".join(part.name for part in parts))
        await stop.wait()
        log.info("stopping")
        notify("STOPPING=1")
        supervisor.ending()
        for part in kept:
            part.cancel()
        while (await asyncio.wait(kept, timeout=GRACE_SECONDS))[1]:
            # Until Python 3.12 `wait_for` swallows a cancellation that comes together with what was waited for, and a
            # group cancels its tasks only once: whoever did not hear it hears it again.
            for task in asyncio.all_tasks() - others:
                task.cancel()


async def _nothing() -> None:
    """A clock that is followed is nobody's to set."""


async def _when_moved(clock: Clock, nudges: tuple[Callable[[], None], ...]) -> None:
    while True:
        await clock.moved.wait()
        clock.moved.clear()
        for nudge in nudges:
            nudge()
