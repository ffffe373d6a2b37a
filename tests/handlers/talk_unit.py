"""What people say to each other through the bot, in the office of the other tests."""

from __future__ import annotations

from typing import Any

from cases.case import CaseRef
from cases.messages import ChatId, Message
from cases.talk import Talk, TalkState
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from tests.office import ANI, CRY, EKA, REPORTER, Office

STORY = "rumahnya yang pagar hijau dekat masjid besar"


async def talks(office: Office, ref: str = "c") -> tuple[Talk, ...]:
    async with office.storage.look() as look:
        return await look.talks(CaseRef(ref))


def newest(office: Office, chat: ChatId, key: str) -> Message:
    return next(message for message in reversed(office.sent[chat]) if message.phrase.key == key)


def number_of(office: Office, chat: ChatId, message: Message) -> int:
    return office.ids[chat][max(n for n, one in enumerate(office.sent[chat]) if one is message)]


async def reply(office: Office, chat: ChatId, to: Message, text: str, **more: Any) -> list[Message]:
    answer = Answer(Kind.TEXT, text=text)
    return await office.does(chat, Doing.SAID, **{"answer": answer, "replies_to": number_of(office, chat, to), **more})


async def told(office: Office) -> Message:
    """The reporter writes, and what Eka sees of it."""
    await office.says(REPORTER, STORY)
    return newest(office, EKA, "alert-news")


async def state(office: Office) -> list[TalkState]:
    return [talk.state for talk in await talks(office) if talk.is_ours]


async def two(office: Office) -> tuple[Message, Message]:
    """Ani holds the alerts of two reporters; their news."""
    other = ChatId(8)
    for chat in (REPORTER, other):
        await office.says(chat, CRY)
        await office.presses(ANI, "take")
        await office.says(chat, f"rumah {int(chat)} yang pagar hijau dekat masjid")
    first, second = [message for message in office.sent[ANI] if message.phrase.key == "alert-news"][-2:]
    return first, second


def buttons_of(office: Office, chat: ChatId) -> list[Any]:
    return [button for message in office.sent[chat] for row in message.buttons for button in row]
