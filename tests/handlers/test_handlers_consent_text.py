"""A text on data that has changed is shown again, once, and never stands in anybody's way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.case import Case
from cases.messages import Message
from handlers import desk
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing, Heard
from tests.office import ANI, REPORTER, Office, world

CHANGED = replace(world(), profile=replace(world().profile, consent_version="uu-pdp-2027-01"))


async def reported(office: Office) -> None:
    await office.command(REPORTER, "lapor")
    await office.answers(REPORTER, "safe:ya", "who:sl", "kind:tanya", "place:73.22.03", "village:_skip", "tell:_skip")
    await office.answers(REPORTER, "contact:jangan", "send:kirim")


async def says_later(office: Office, words: str, *, pressed: str = "") -> list[Message]:
    """Heard by a house whose text has changed since."""
    before = len(office.sent[REPORTER])
    heard = Heard(REPORTER, Doing.SAID, office.now, answer=Answer(Kind.TEXT, text=words))
    if pressed:
        heard = Heard(REPORTER, Doing.PRESSED, office.now, action="consentagain", choice=pressed)
    async with office.storage.work() as work:
        await desk.hear(work, heard, CHANGED, now=office.now)
    await office.deliver()
    return office.sent[REPORTER][before:]


async def the_case(office: Office) -> Case:
    async with office.storage.look() as look:
        (case,) = await look.cases_of_reporter(REPORTER)
    return case


@pytest.mark.parametrize(("choice", "version"), [("yes", "uu-pdp-2027-01"), ("no", "uu-pdp-2026-11")])
async def test_shown_once_and_answered(office: Office, choice: str, version: str) -> None:
    await reported(office)
    assert "consent-changed" not in [m.phrase.key for m in await office.says(REPORTER, "nama saya boleh ditulis")]
    said = [message.phrase.key for message in await says_later(office, "boleh lewat telepon saja")]
    assert said == ["addition-received", "consent-changed"]
    assert [m.phrase.key for m in await says_later(office, "jam 10 bisa")] == ["addition-received"]
    await office.presses(ANI, "take")
    answered = await says_later(office, "", pressed=choice)
    assert answered[-1].phrase.key.startswith("consent-changed-")
    consent = (await the_case(office)).answers["consent"]
    assert consent["version"] == version
    assert ("consent-not-renewed" in office.heard_by(ANI)) is (choice == "no")


async def test_in_an_emergency_nobody_is_asked_for_it(office: Office) -> None:
    await reported(office)
    await office.does(REPORTER, Doing.PRESSED, action="urgent")
    assert "consent-changed" not in [m.phrase.key for m in await says_later(office, "cepat tolong")]
