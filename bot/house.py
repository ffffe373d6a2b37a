"""Puts the parts together and keeps them running: receiver, worker, dispatcher, scheduler, clock, in one process."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.clock import Clock, FollowedClock, MachineClock
from bot.dispatcher import Dispatcher
from bot.profiles import read_profile
from bot.receiver import Receiver
from bot.settings import Settings
from bot.telegram import Line
from bot.worker import Worker
from cases.outcome import Outcome
from cases.profile import Profile
from handlers import halfway
from handlers.conversation.engine import World
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
    world = read_profile(settings.profile)
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file))
    clock: Clock = MachineClock()
    if settings.clock_url:
        followed = FollowedClock(settings.clock_url)
        await followed.start()
        clock = followed
    line = Line(settings.token, settings.api_url)
    await line.connect()
    try:
        await _run_parts(storage, world, clock, line)
    finally:
        await line.disconnect()
        await storage.close()


async def _run_parts(storage: Storage, world: World, clock: Clock, line: Line) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with asyncio.TaskGroup() as house:

        def answer_press(press_id: str) -> None:
            house.create_task(_stop_spinner(line, press_id))

        dispatcher = Dispatcher(line, storage, world, clock, told=lambda: dispatcher.wake.set())
        worker = Worker(storage, world, clock, told=dispatcher.wake.set, answer_press=answer_press)
        receiver = Receiver(line, storage, clock, told=worker.wake.set)
        drafts = Drafts(nudge=_in_world(halfway.nudge, world), forget=_in_world(halfway.forget, world))
        sweeper = Sweeper(storage, world.profile, rings(drafts))
        ticker = Ticker(sweeper, now=clock.now, told=dispatcher.wake.set)
        parts = [
            house.create_task(part)
            for part in (
                clock.run(),
                ticker.run(),
                dispatcher.run(),
                worker.run(),
                receiver.run(),
                _when_moved(clock, ticker),
            )
        ]
        log.info("running: receiver, worker, dispatcher, scheduler")
        await stop.wait()
        log.info("stopping")
        for part in parts:
            part.cancel()


async def _when_moved(clock: Clock, ticker: Ticker) -> None:
    while True:
        await clock.moved.wait()
        clock.moved.clear()
        ticker.nudge()


async def _stop_spinner(line: Line, press_id: str) -> None:
    """The little wheel on a pressed button stops; nothing depends on it."""
    await line.say("answerCallbackQuery", {"callback_query_id": press_id})
