"""`/langkah`: the six processes for everybody of the unit, where a case stands only for who may see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rendering import Tongue, calls
from cases.messages import Message
from cases.outcome import Outcome
from cases.phrases import Phrase
from tests.office import ANI, BUDI, CITRA, EKA, GITA, REPORTER, Office, world


def lines(message: Message) -> list[Phrase]:
    shown = message.phrase.args["lines"]
    assert isinstance(shown, tuple)
    return list(shown)


def steps(message: Message, key: str) -> list[object]:
    return [line.args["step"] for line in lines(message) if line.key.startswith(key)]


def readable(message: Message, office: Office) -> None:
    for language in ("id", "en"):
        (call,) = calls(message, Tongue(language, world().profile.zone, office.now), key=b"k" * 32)
        assert len(str(call)) < 8000


async def test_the_book_is_there_for_everybody_of_the_unit(office: Office) -> None:
    (index,) = await office.command(EKA, "langkah")
    assert index.phrase.key == "book-index"
    assert len(lines(index)) == 6
    (second,) = await office.presses(EKA, "book", "2")
    assert [line.args["step"] for line in lines(second)] == [f"2.{nth}" for nth in range(1, 8)]
    assert [line.args["step"] for line in lines(second) if line.key == "book-step-line-proposal"] == [
        "2.4",
        "2.5",
        "2.6",
    ]
    for message in (index, second):
        readable(message, office)


async def test_an_outreach_is_a_step_that_was_done(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:mitra", "oby:saya", "osafe:belum", "onote:_skip")
    (case,) = await office.cases()
    (page,) = await office.command(ANI, "langkah", case.number)
    assert "1.6" in steps(page, "book-done")


async def test_an_emergency_shows_the_crisis_steps_first(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "step", "1")
    (case,) = await office.cases()
    (page,) = await office.command(ANI, "langkah", case.number.lower())
    keys = [line.key for line in lines(page)]
    assert keys[0] == "book-case-crisis"
    assert keys.count("book-crisis-done") == 1
    assert keys.count("book-crisis-open") == 12
    assert keys.index("book-case-done") > keys.index("book-crisis-open")
    assert steps(page, "book-done") == ["1.1", "1.2"]
    assert steps(page, "book-open") == ["1.5"]
    assert page.protect
    readable(page, office)


async def test_what_is_next_and_until_when_follows_the_case(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    (case,) = await office.cases()
    (page,) = await office.command(CITRA, "langkah", case.number)
    assert "book-case-crisis" not in [line.key for line in lines(page)]
    (coming,) = [line for line in lines(page) if line.key == "book-open"]
    assert coming.args["step"] == "1.7"
    assert coming.args["source"] == Phrase("book-source", {"step": "1.7"})
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    await office.command(EKA, "kasus")
    await office.presses(EKA, "open")
    (card,) = await office.presses(EKA, "langkah")
    assert steps(card, "book-done")[-1] == "1.7"
    assert "1.8" in steps(card, "book-open")
    readable(card, office)


@pytest.mark.parametrize("number", ["LU-2026-0001", "LU-2026-0099", "x"])
async def test_what_somebody_may_not_see_is_not_there_for_them(office: Office, number: str) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    for stranger in (BUDI, GITA):
        (said,) = await office.command(stranger, "langkah", number)
        assert said.phrase.key == "refusal-unknown"


async def test_from_whom_a_case_is_hidden_it_is_not_there(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    (case,) = await office.cases()
    citra = await office.member(CITRA)
    async with office.storage.work() as work:
        await work.record(Outcome(cases=(replace(case, excluded=(citra.id,)),)), now=office.now)
    (said,) = await office.command(CITRA, "langkah", case.number)
    assert said.phrase.key == "refusal-unknown"


async def test_a_forged_process_is_refused(office: Office) -> None:
    (index,) = await office.command(EKA, "langkah")
    forged = replace(index.buttons[0][0], choice="7")
    (said,) = await office.press(EKA, forged)
    assert said.phrase.key == "refusal-unknown"
