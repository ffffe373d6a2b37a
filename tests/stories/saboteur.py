"""The real bot with a saboteur inside: `python -m tests.stories.saboteur [COMMAND ARGUMENT… +]… -- run`.

Commands before `--` are done before the bot starts; afterwards each line on standard input is one. A new kind of
sabotage is one function with `@sabotage`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import Any

import bot.house
from bot.__main__ import main
from bot.health import Health
from bot.lifeline import Lifeline

SABOTAGE: dict[str, Callable[..., None]] = {}
#: What each part does again and again.
DOES = {
    "receiver": "bot.telegram:Line.updates",
    "dispatcher": "bot.dispatcher:Dispatcher.launch",
    "worker": "bot.worker:Worker.batch",
    "scheduler": "scheduler.sweep:Sweeper.sweep",
}
_loop: list[asyncio.AbstractEventLoop] = []
_run_house = bot.house.run_house


def sabotage(function: Callable[..., None]) -> Callable[..., None]:
    """Something that can be done to the bot, by its name."""
    SABOTAGE[function.__name__] = function
    return function


def place(path: str) -> tuple[Any, str]:
    """`module:name.name` as the thing that holds the last name, and that name."""
    module, _, names = path.partition(":")
    *holders, last = names.split(".")
    holder: Any = import_module(module)
    for name in holders:
        holder = getattr(holder, name)
    return holder, last


def known(word: str) -> Any:
    """A number where it looks like one."""
    for kind in (int, float):
        with suppress(ValueError):
            return kind(word)
    return word


@sabotage
def put(path: str, value: str) -> None:
    """Another value for a constant."""
    setattr(*place(path), known(value))


@sabotage
def default(path: str, name: str, value: str) -> None:
    """Another default for a field of a dataclass, before one is made."""
    holder, last = place(path)
    kind = getattr(holder, last)
    made = kind.__init__

    def make(self: Any, *given: Any, **named: Any) -> None:
        made(self, *given, **{name: known(value), **named})

    kind.__init__ = make


@sabotage
def silence(part: str, seconds: str) -> None:
    """A part may be silent for so long only."""
    watches = Health.watches

    def shorter(self: Health, parts: Any) -> Any:
        return watches(self, tuple(replace(p, silence=float(seconds)) if p.name == part else p for p in parts))

    Health.watches = shorter  # type: ignore[method-assign]


@sabotage
def ping(url: str, every: str) -> None:
    """Whom to ping, whatever the profile says."""
    bot.house.Lifeline = lambda health, _: Lifeline(health, url, every=float(every))  # type: ignore


@sabotage
def block(seconds: str) -> None:
    """The event loop stands still."""
    _loop[0].call_soon_threadsafe(time.sleep, float(seconds))


@sabotage
def kill(part: str) -> None:
    """A part is over, without a word. A cancellation can be lost in what ends at that moment, so it is repeated."""
    task = next(task for task in asyncio.all_tasks(_loop[0]) if task.get_name() == part)

    def end() -> None:
        if task.cancel():
            _loop[0].call_later(0.1, end)

    _loop[0].call_soon_threadsafe(end)


@sabotage
def wedge(part: str) -> None:
    """A part hangs for ever in what it does next; after that it could go on."""
    holder, last = place(DOES[part])
    does = getattr(holder, last)

    async def hang(*_: Any, **__: Any) -> None:
        setattr(holder, last, does)
        await asyncio.Event().wait()

    setattr(holder, last, hang)


@sabotage
def fail(path: str) -> None:
    """A function raises from now on, wherever it is looked up there."""

    def failing(*_: Any, **__: Any) -> None:
        raise RuntimeError("sabotage")

    setattr(*place(path), failing)


@sabotage
def die(path: str, times: str) -> None:
    """A sudden end when a function is called for the so manieth time, before it does anything."""
    holder, last = place(path)
    does, left = getattr(holder, last), [int(times)]

    def dying(*given: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return does(*given, **named)

    setattr(holder, last, dying)


def _obey(command: str) -> None:
    name, *arguments = command.split()
    SABOTAGE[name](*arguments)


def _listen() -> None:
    for line in sys.stdin:
        _obey(line)


async def _run(settings: Any) -> None:
    _loop.append(asyncio.get_running_loop())
    threading.Thread(target=_listen, daemon=True).start()
    await _run_house(settings)


if __name__ == "__main__":
    before = sys.argv.index("--")
    for command in " ".join(sys.argv[1:before]).split("+"):
        if command.strip():
            _obey(command)
    import bot.__main__

    bot.__main__.run_house = _run
    sys.argv = ["bot", *sys.argv[before + 1 :]]
    sys.exit(main())
