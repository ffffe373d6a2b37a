"""After a knock the cover asks for the word: only who says it sees what waited, and nothing written is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.case import Case
from cases.covers import KNOCKS, WHO
from cases.safe_contact import SafeContact
from storage import Person
from tests.handlers.file_unit import case_of, keys
from tests.handlers.talk_unit import newest, reply, told
from tests.office import CRY, EKA, REPORTER, Office

WORD = "pohon mangga"
SAFE = SafeContact(first=True, cover="klinik", proof=WORD, zone="Asia/Makassar", asked=True)
WORDS = "Kami datang jam tiga."


async def knocked(office: Office, safe: SafeContact = SAFE) -> None:
    """Words of an officer wait, and one line of the cover stands on the phone."""
    office.watched = False
    news = await told(office)
    async with office.storage.work() as work:
        person = await work.person(REPORTER) or Person(REPORTER)
        await work.save_person(replace(person, safe=safe))
    office.now += timedelta(minutes=20)
    await reply(office, EKA, news, WORDS)
    await office.presses(EKA, "sendtalk")
    await office.passes(hours=20)
    assert {*office.heard_by(REPORTER)} & KNOCKS
    assert WORDS not in str(office.sent[REPORTER])


async def test_the_word_shows_what_waited(office: Office, case: Case) -> None:
    await knocked(office)
    said = await office.says(REPORTER, "Pohon Mangga")
    assert "talk-from-unit" in keys(said)
    assert WORDS in str(said)
    assert "addition-received" in keys(await office.says(REPORTER, "jam 10 bisa"))


async def test_whoever_else_writes_sees_the_cover_and_nothing_else(office: Office, case: Case) -> None:
    await knocked(office)
    for words in ("siapa ini", "ada apa ya", "/status", "halo"):
        doing = office.command(REPORTER, "status") if words == "/status" else office.says(REPORTER, words)
        said = keys(await doing)
        assert len(said) == 1
        assert set(said) <= WHO
    assert WORDS not in str(office.sent[REPORTER])
    # What was written is in the case all the same, and its holder has heard it.
    assert "siapa ini" in str((await case_of(office)).answers["story"])
    assert "alert-news" in office.heard_by(EKA)
    assert WORDS in str(await office.says(REPORTER, WORD))


async def test_an_old_button_is_answered_by_the_cover(office: Office, case: Case) -> None:
    await knocked(office)
    old = newest(office, REPORTER, "addition-received").buttons[0][0]
    assert set(keys(await office.press(REPORTER, old))) <= WHO


async def test_danger_passes_and_shows_nothing_of_what_waited(office: Office, case: Case) -> None:
    await knocked(office)
    said = await office.says(REPORTER, CRY)
    assert "alert-by-words" in keys(said)
    assert WORDS not in str(said)
    assert WORDS in str(await office.says(REPORTER, WORD))


@pytest.mark.parametrize("words", ["halo", "siapa ini"])
async def test_without_a_word_what_waited_is_shown(office: Office, case: Case, words: str) -> None:
    await knocked(office, replace(SAFE, proof=""))
    assert WORDS in str(await office.says(REPORTER, words))


async def test_who_writes_before_any_knock_needs_no_word(office: Office, case: Case) -> None:
    news = await told(office)
    async with office.storage.work() as work:
        person = await work.person(REPORTER) or Person(REPORTER)
        await work.save_person(replace(person, safe=SAFE))
    await reply(office, EKA, news, WORDS)
    await office.presses(EKA, "sendtalk")
    assert "addition-received" in keys(await office.says(REPORTER, "jam 10 bisa"))
