"""After a knock: whoever writes shows first, by the word they chose, that it is they; until then it is only the cover.

What they write is kept and reaches who holds the case all the same. Danger, the red button, leaving, and code with
chosen word pass by.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.covers import who
from cases.dialogue import Dialogue
from cases.messages import ChatId, Message
from cases.outcome import Outcome
from cases.safe_contact import same_word
from handlers import leaving, opening, reporters, showing_status
from handlers.additions import add_to_case
from handlers.conversation.asking import FADES
from handlers.conversation.engine import World
from handlers.heard import Doing, Heard
from handlers.lines import open_case_of
from handlers.unread import show_unread
from storage import Person, Work

#: The dialogue of a chat in which somebody came after a knock and has not said the word yet.
PROVING = "proving"
WAYS_ROUND = frozenset({"buka", "open", *reporters.URGENT_COMMANDS, *leaving.COMMANDS})


async def is_open(work: Work, chat: ChatId) -> bool:
    """Whether nothing may be shown in that chat, because nobody has said the word yet."""
    return await work.dialogue(chat, PROVING) is not None


async def answer(work: Work, heard: Heard, person: Person, world: World, now: datetime) -> Outcome | None:
    """What the cover says to whoever came after a knock; None where there is nothing to be shown by a word."""
    proving = await work.dialogue(heard.chat, PROVING)
    if proving is None and not (person.safe.proof and person.held.knocks and person.held.waiting):
        return None
    open_one = proving or Dialogue(heard.chat, PROVING, "", updated_at=now)
    text = heard.answer.text if heard.answer is not None else ""
    if same_word(text, person.safe.proof):
        if heard.message:
            # The word must not stay for others to read.
            await work.fade(heard.chat, heard.message, at=now + timedelta(minutes=FADES))
        over = Outcome(dialogues=(replace(open_one, ended=True),)) if proving is not None else Outcome()
        return over + await waited(work, heard, world, now)
    await work.record(Outcome(dialogues=(replace(open_one, updated_at=now),)), now=now)
    if _passes(heard):
        return None
    kept = await _kept(work, heard, world, now)
    return kept + Outcome(messages=(Message(heard.chat, who(person.safe.cover), fades=FADES),))


def _passes(heard: Heard) -> bool:
    answer = heard.answer
    if heard.doing is Doing.COMMAND and heard.command in WAYS_ROUND:
        return True
    if heard.doing is Doing.PRESSED and heard.action in ("urgent", *leaving.PRESSES):
        return True
    return answer is not None and (reporters.cries_for_help(answer) or leaving.wants_out(answer))


async def _kept(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Their words are not lost; nothing in the chat shows that they were for anybody."""
    case = await open_case_of(work, heard.chat)
    if case is None or heard.answer is None or heard.doing not in (Doing.SAID, Doing.EDITED):
        return Outcome()
    added = await add_to_case(work, case, heard.answer, world, chat=heard.chat, now=now)
    return replace(added, messages=tuple(one for one in added.messages if one.to != heard.chat))


async def waited(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What waited for them: the words of officers, or how it stands."""
    shown = await show_unread(work, heard.chat, world, now)
    return shown if shown.messages else await opening.status(work, heard, world, now)


async def news(work: Work, heard: Heard, answered: Outcome, world: World, now: datetime) -> Outcome:
    """How things stand, for whoever comes after a knock for which no words wait; not where the answer is an alarm, or
    says so already."""
    told = {message.phrase.key for message in answered.messages if message.to == heard.chat}
    if answered.alerts or any(key.startswith(("status", "talk-from-unit")) for key in told):
        return Outcome()
    return await showing_status.show(work, heard, world, now) or Outcome()
