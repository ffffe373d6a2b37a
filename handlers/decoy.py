"""A chosen word opens a harmless chat: opening hours and the weather, and no trace of what this is.

Nothing of a case is read while it stands, but to call for help: danger is heard in it too, and nothing shows it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases import leaving
from cases.dialogue import Dialogue
from cases.leaving import DISGUISE, as_word, is_word
from cases.messages import Button, ChatId, Message, Panel, in_rows
from cases.outcome import Outcome
from cases.phrases import says
from cases.safe_contact import SafeContact
from handlers import reporters, showing_status
from handlers.conversation.asking import FADES
from handlers.conversation.engine import World, ask
from handlers.conversation.flows import FLOWS
from handlers.drafts import REPORT, keyboard
from handlers.heard import Doing, Heard
from handlers.leaving import PRESSES, go, is_leaving, wants_out
from handlers.unread import show_unread
from storage import Person, Work

#: What the harmless chat can be asked, and the words by which it is understood.
TOPICS = {
    "jam": ("jam", "buka", "tutup", "kapan", "hour", "open", "close", "when"),
    "cuaca": ("cuaca", "hujan", "panas", "weather", "rain"),
    "alamat": ("alamat", "mana", "lokasi", "address", "where"),
    "layanan": ("layanan", "pinjam", "daftar", "biaya", "service", "borrow", "register", "cost"),
}
MENU = "menu"


async def answer(work: Work, heard: Heard, person: Person, world: World, now: datetime) -> Outcome | None:
    """What a chat in disguise, or one that goes into it by this, gets to see; None where there is no disguise."""
    safe = person.safe
    if heard.doing is Doing.PRESSED and heard.action == DISGUISE:
        # Also when the disguise is over: a button of the library is answered by the library.
        return _shown(heard.chat, safe, heard.choice)
    if not as_word(safe.decoy):
        return None
    disguise = await work.dialogue(heard.chat, DISGUISE)
    text = heard.answer.text if heard.answer is not None else ""
    if disguise is None:
        return await _opened(work, heard, person, world, now) if is_word(text, safe.decoy) else None
    if _is_known(heard, safe, text):
        over = Outcome(dialogues=(replace(disguise, ended=True),))
        if heard.message:
            # The word of proof must not stay for others to read.
            await work.fade(heard.chat, heard.message, at=now + timedelta(minutes=FADES))
        return over + await _back(work, heard, world, now)
    if _wants_out(heard):
        return await go(work, heard.chat, disguised=True, now=now)
    if _cries(heard):
        return await _called(work, heard, world, now) + _shown(heard.chat, safe, _topic(text))
    return _shown(heard.chat, safe, _topic(text))


async def _back(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Out of the disguise to where they were: a new report beside their own would take what they write away from it."""
    shown = await show_unread(work, heard.chat, world, now)
    shown += await showing_status.show(work, heard, world, now) or Outcome()
    if not shown.messages:
        return await reporters.start(work, heard, world, now)
    # Buttons can't bring back the keyboard that the disguise took away.
    draft = await work.dialogue(heard.chat, REPORT, "")
    keys = Message(heard.chat, says("panel-reporter"), panel=keyboard(draft))
    asked = (ask(FLOWS[REPORT], draft, world),) if draft is not None and draft.case else ()
    return replace(shown, messages=(keys, *shown.messages, *asked))


async def _opened(work: Work, heard: Heard, person: Person, world: World, now: datetime) -> Outcome:
    """What stood in the chat is deleted, and the harmless menu stands there instead."""
    called = Outcome()
    if person.safe.alarm:
        called = await _called(work, heard, world, now, declared=True)
    left = await go(work, heard.chat, disguised=True, now=now)
    disguise = Dialogue(heard.chat, DISGUISE, MENU)
    cover = leaving.cover_of(person.safe)
    # A message with buttons can't take the keyboard away; another one does.
    hello = Message(heard.chat, says(f"decoy-{cover}-{MENU}"), panel=Panel.NONE)
    first = (leaving.clearing(heard.chat), hello, *_shown(heard.chat, person.safe, "jam").messages)
    return called + replace(left, messages=first) + Outcome(dialogues=(disguise,))


def _is_known(heard: Heard, safe: SafeContact, text: str) -> bool:
    """Whether it is really them: by the word of proof, alone or behind /start; without one by the same word again."""
    if heard.doing is Doing.COMMAND:
        behind = text.partition(" ")[2] if heard.command == "start" else ""
        return is_word(behind, safe.proof)
    return heard.doing is Doing.SAID and is_word(text, safe.proof if as_word(safe.proof) else safe.decoy)


def _wants_out(heard: Heard) -> bool:
    return is_leaving(heard) or heard.action in PRESSES or (heard.answer is not None and wants_out(heard.answer))


def _cries(heard: Heard) -> bool:
    if heard.command == "start":
        # Somebody tries words: no guess of theirs may call, or read anything.
        return False
    return (
        heard.command in reporters.URGENT_COMMANDS
        or heard.action == "urgent"
        or (heard.answer is not None and reporters.cries_for_help(heard.answer))
    )


async def _called(work: Work, heard: Heard, world: World, now: datetime, *, declared: bool = False) -> Outcome:
    """Officers are called as always, and told that it must not be noticed; nothing of it is said in the chat."""
    if declared or heard.answer is None or reporters.is_urgent(heard.answer) or heard.command or heard.action:
        outcome = await reporters.urgent(work, heard, world, now)
    else:
        outcome = await reporters.said(work, heard, world, now)
    return replace(
        outcome,
        messages=tuple(message for message in outcome.messages if message.to != heard.chat),
        cases=tuple(replace(case, answers={**case.answers, "silent": True}) for case in outcome.cases),
        dialogues=tuple(replace(one, answers={**one.answers, "silent": True}) for one in outcome.dialogues),
    )


def _topic(text: str) -> str:
    said = text.casefold()
    return next((topic for topic, words in TOPICS.items() if any(word in said for word in words)), MENU)


def _shown(chat: ChatId, safe: SafeContact, topic: str) -> Outcome:
    """One harmless answer, with the menu beneath it."""
    cover = leaving.cover_of(safe)
    topic = topic if topic in TOPICS else MENU
    buttons = in_rows((Button(says(f"button-decoy-{cover}-{one}"), DISGUISE, choice=one) for one in TOPICS), columns=2)
    return Outcome(messages=(Message(chat, says(f"decoy-{cover}-{topic}"), buttons=buttons),))
