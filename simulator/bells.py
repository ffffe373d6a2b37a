"""Bells: who waits for something is woken when it happens, and nobody has to look twice a second."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")


class Bells:
    """A bell for each thing that can be waited for. Ringing costs nothing when nobody waits."""

    def __init__(self) -> None:
        self._waiting: defaultdict[Hashable, set[asyncio.Future[None]]] = defaultdict(set)

    def ring(self, name: Hashable) -> None:
        """Wake everybody who waits for this."""
        for future in self._waiting.pop(name, ()):
            if not future.done():
                future.set_result(None)

    async def wait(self, name: Hashable, look: Callable[[], T | None], *, timeout: float) -> T | None:
        """Return what `look` finds, looking again at each ring, or None when the time is over."""
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout
        while (found := look()) is None:
            left = until - loop.time()
            if left <= 0:
                return None
            future = loop.create_future()
            self._waiting[name].add(future)
            try:
                await asyncio.wait_for(future, left)
            except TimeoutError:
                return look()
            finally:
                self._waiting[name].discard(future)
                if not self._waiting[name]:
                    del self._waiting[name]
        return found
