"""While nothing can be kept, who writes is told so at once, with the numbers to call (F14). It needs no database."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.hearing import chat_of
from bot.rendering import Tongue
from bot.telegram import Line
from handlers.conversation.engine import World
from handlers.drafts import with_numbers

#: Whoever can't be told quickly is not waited for: taking in comes first.
LONGEST = 10.0


@dataclass
class Apology:
    """Told once to each chat until things are kept again. Groups are left in peace."""

    line: Line
    world: World
    told: set[int] = field(default_factory=set)

    async def tell(self, updates: Iterable[Mapping[str, Any]], *, now: datetime) -> None:
        """These people wrote, and what they wrote is not kept yet."""
        chats = {chat for update in updates if (chat := chat_of(update)) is not None and chat > 0} - self.told
        self.told |= chats
        words = Tongue("id", self.world.profile.zone, now).words(with_numbers("not-kept", self.world))
        messages = ({"chat_id": chat, "text": words, "parse_mode": "HTML"} for chat in sorted(chats))
        await asyncio.wait_for(
            asyncio.gather(*(self.line.say("sendMessage", message) for message in messages)), LONGEST
        )

    def over(self) -> None:
        """Things are kept again."""
        self.told.clear()
