"""Whoever is excluded from a case gets the answers of somebody for whom there is no such case."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from cases.case import Case
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import says
from handlers.staff_desk import COMMANDS, PRESSES
from tests.office import ANI, BUDI, CITRA, REPORTER, Office, opened

EXCLUDED = (ANI, CITRA)


@pytest.fixture
async def empty(office_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    """The same office, to which nothing was ever reported."""
    folder = tmp_path / "empty"
    folder.mkdir()
    async with opened(office_file, folder) as here:
        yield here


@pytest.fixture
async def hidden(office: Office) -> Case:
    """An emergency that Budi has taken, hidden from Ani and from the coordinator."""
    await office.command(REPORTER, "darurat")
    await office.presses(BUDI, "take")
    (case,) = await office.cases()
    who = tuple([(await office.member(chat)).id for chat in EXCLUDED])
    async with office.storage.work() as work:
        await work.record(Outcome(cases=(replace(case, excluded=who),)), now=office.now)
    return case


def said(messages: list[Message]) -> list[Message]:
    """What was answered; forms that begin have a reference of their own, which is random."""

    def bare(button: Button) -> Button:
        return replace(button, ref="") if button.action == "a" else button

    return [replace(m, buttons=tuple(tuple(map(bare, row)) for row in m.buttons)) for m in messages]


@pytest.mark.parametrize("chat", EXCLUDED)
async def test_every_command_answers_as_if_it_were_not_there(office: Office, empty: Office, hidden: Case, chat: ChatId):
    for command in COMMANDS:
        assert said(await office.command(chat, command)) == said(await empty.command(chat, command)), command
    here = await office.command(chat, "riwayat", hidden.number)
    assert said(here) == said(await empty.command(chat, "riwayat", hidden.number))
    assert [message.phrase.key for message in here] == ["refusal-unknown"]


@pytest.mark.parametrize("chat", EXCLUDED)
async def test_every_stale_button_answers_as_if_it_were_not_there(
    office: Office, empty: Office, hidden: Case, chat: ChatId
):
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    pressed = 0
    for action in {*PRESSES, *(str(action) for action in Action)}:
        for ref in (hidden.ref, alert.ref):
            button = Button(says("x"), action, ref=ref, version=1)
            here, there = await office.press(chat, button), await empty.press(chat, button)
            assert said(here) == said(there), (action, ref)
            pressed += bool(here)
    assert pressed > len(Action), "hardly anything was answered at all"


async def test_who_is_not_excluded_still_gets_it(office: Office, hidden: Case):
    card, *_ = await office.command(BUDI, "tugas")
    assert card.phrase.args["number"] == hidden.number
    assert "case-file" in [m.phrase.key for m in await office.presses(BUDI, "look")]


async def test_what_comes_next_in_the_same_unit_of_work_is_seen_by_its_own_eyes(office: Office, hidden: Case):
    from handlers.desk import hear
    from handlers.heard import Doing, Heard
    from tests.office import world

    async with office.storage.work() as work:
        await hear(work, Heard(ANI, Doing.COMMAND, office.now, command="tugas"), world(), now=office.now)
        assert work.viewer is None
        assert await work.case(hidden.ref) is not None


async def test_the_clocks_of_a_hidden_case_go_on(office: Office, hidden: Case):
    async with office.storage.work() as work:
        (alert,) = await work.open_alerts()
        await work.record(Outcome(reminders=(Reminder(Clock.OUTREACH, alert.ref, office.now),)), now=office.now)
    await office.passes(minutes=20)
    assert office.sent[BUDI][-1].phrase.key != "alert-yours"


async def test_blocking_the_bot_releases_also_what_is_hidden(office: Office, hidden: Case):
    """It was hidden from Budi while he held it: the house must still see that he is gone."""
    from handlers.heard import Doing

    budi = await office.member(BUDI)
    async with office.storage.work() as work:
        case = await work.case(hidden.ref)
        assert case is not None
        await work.record(Outcome(cases=(replace(case, excluded=(budi.id,)),)), now=office.now)
    await office.does(BUDI, Doing.BLOCKED)
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert budi.id not in alert.takers
