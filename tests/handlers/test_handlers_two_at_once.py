"""Two people at one case at the same moment: the second is told what changed, and nothing is overwritten."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import combinations_with_replacement

import pytest

from cases.case import Case
from cases.messages import Button, ChatId, Message
from cases.outcome import Event, EventKind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from tests.handlers.people_unit import FAJAR
from tests.office import CITRA, DEWI, EKA, Office, world


@dataclass(frozen=True)
class Deed:
    """What somebody does with the card that they have open: the presses up to the last one, and that one."""

    action: str
    choice: str | None = None
    answers: tuple[str, ...] = ()
    last: str = ""
    kind: EventKind | None = None


DEEDS = {
    "assign": Deed("managers", last="assign", kind=EventKind.CASE_ASSIGNED),
    "contact": Deed("contact", "reached", kind=EventKind.CONTACT_RECORDED),
    "party": Deed(
        "parties",
        last="party:new",
        answers=("ykind:victim", "yname:_skip", "ysex:P", "yage:_skip", "yphone:_skip", "ymore:cukup"),
        kind=EventKind.PARTY_WRITTEN,
    ),
    "acting": Deed("delegate", last="standin", answers=("yuntil:3",), kind=EventKind.CASE_DELEGATED),
    "exclude": Deed("exclother", last="exclwho", answers=("yexwhy:kerabat pelaku",), kind=EventKind.STAFF_EXCLUDED),
}
#: These two fill in the same thing, or one makes the other's impossible: the second must be told.
PAIRS = tuple(combinations_with_replacement(DEEDS, 2))


async def begun(office: Office, chat: ChatId, deed: Deed, case: Case) -> Button | None:
    """Everything up to the last tap; that button, or None where only answers are left."""
    await office.command(chat, "kasus")
    (card,) = await office.presses_of(chat, "open", case.ref)
    if deed.action not in {button.action for row in card.buttons for button in row}:
        await office.presses(chat, "more")
    if not deed.last and not deed.answers:
        return office.button(chat, deed.action, deed.choice)
    await office.presses(chat, deed.action, deed.choice)
    if deed.last:
        action, _, choice = deed.last.partition(":")
        if not deed.answers:
            return office.button(chat, action, choice or None)
        await office.presses(chat, action, choice or None)
    for answer in deed.answers[:-1]:
        await _answer(office, chat, answer)
    return None


async def _answer(office: Office, chat: ChatId, answer: str) -> list[Message]:
    step, _, value = answer.partition(":")
    if step == "yexwhy":
        return await office.says(chat, value)
    return await office.presses(chat, "a", answer)


async def finished(office: Office, chat: ChatId, deed: Deed, button: Button | None) -> list[Message]:
    if button is not None:
        return await office.press(chat, button)
    return await _answer(office, chat, deed.answers[-1])


@pytest.fixture
def office(held: Office) -> Office:
    """Eka holds a case."""
    return held


async def history(office: Office, case: Case) -> tuple[Event, ...]:
    async with office.storage.look() as look:
        return await look.history(case.ref)


@pytest.mark.parametrize(("one", "other"), PAIRS)
async def test_the_second_is_told_and_nothing_is_overwritten(office: Office, one: str, other: str) -> None:
    (case,) = await office.cases()
    first, second = DEEDS[one], DEEDS[other]
    await begun(office, CITRA, second, case)
    button_of_first = await begun(office, DEWI, first, case)
    before = len(await history(office, case))
    button_of_second = await begun_again(office, CITRA, second)
    await finished(office, DEWI, first, button_of_first)
    (between,) = await office.cases()
    said = await finished(office, CITRA, second, button_of_second)
    (after,) = await office.cases()
    events = (await history(office, case))[before:]
    dewi = (await office.member(DEWI)).id
    assert [event.kind for event in events if event.by == dewi and event.kind is first.kind], "the first was lost"
    keys = [message.phrase.key for message in said]
    seconds = [event for event in events if event.by == (await office.member(CITRA)).id and event.kind is second.kind]
    if not seconds:
        # It was not done: then it was said why, or what has changed, and the first's stands as it was.
        assert {"refusal-changed", "changed-since", "refusal-wrong-moment", "refusal-unknown"} & set(keys), keys
        assert (after.manager, after.acting, after.excluded) == (between.manager, between.acting, between.excluded)
    elif between.version > case.version and second.answers:
        assert "changed-since" in keys, keys
    if one == other == "exclude" or one == other == "acting":
        assert after.excluded == between.excluded


async def begun_again(office: Office, chat: ChatId, deed: Deed) -> Button | None:
    """The last tap as it stood on the second one's screen."""
    if deed.answers:
        return None
    action, _, choice = (deed.last or f"{deed.action}:{deed.choice or ''}").partition(":")
    return office.button(chat, action, choice or None)


async def test_of_two_units_of_work_the_later_decides_on_what_stands(office: Office) -> None:
    """Both heard at once: one after the other gets its turn, and the second sees what the first did."""
    (case,) = await office.cases()
    buttons: dict[ChatId, Button] = {}
    for chat in (CITRA, DEWI):
        await office.command(chat, "kasus")
        await office.presses_of(chat, "open", case.ref)
        await office.presses(chat, "more")
        await office.presses(chat, "managers")
        buttons[chat] = office.button(chat, "assign")

    async def press(chat: ChatId) -> None:
        button = buttons[chat]
        async with office.storage.work() as work:
            heard = Heard(
                chat, Doing.PRESSED, office.now, action="assign", ref=button.ref, version=button.version,
                choice=button.choice,
            )  # fmt: skip
            await hear(work, heard, world(), now=office.now)

    await asyncio.gather(*(press(chat) for chat in buttons))
    await office.deliver()
    said = [key for chat in buttons for key in office.heard_by(chat)]
    assert said.count("refusal-changed") == 1
    assert FAJAR in office.sent
    assert EKA in office.sent
