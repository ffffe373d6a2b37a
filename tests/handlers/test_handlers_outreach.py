"""Outreach at the desk: the run card in an officer's hands, their safety, and protection by people who are there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest

from bot.words import render
from cases import watching
from cases.alert import Alert, AlertRef, AlertState
from cases.messages import ChatId, Message
from cases.outcome import Clock, Event, EventKind
from cases.phrases import Phrase
from handlers import undelivered
from handlers.heard import Doing
from storage import Outgoing
from tests.office import ANI, BUDI, CITRA, DEWI, EKA, NOON, REPORTER, Office, world

OUTREACH = ("owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")


@pytest.fixture
async def office(office: Office) -> AsyncIterator[Office]:
    """The office; at the end everything that was said has had words in both languages, and fitted into a message."""
    yield office
    for message in chain.from_iterable(office.sent.values()):
        for phrase in (message.phrase, *(button.label for row in message.buttons for button in row)):
            for language in ("id", "en"):
                words = render(phrase, language=language, zone=world().profile.zone, now=office.now, markup=False)
                assert 0 < len(words) <= 4096


async def emergency(office: Office, *, kecamatan: str = "73.22.09", take: bool = True) -> None:
    """An emergency in Rampi, or elsewhere, which Ani takes."""
    await office.command(REPORTER, "darurat")
    await office.answers(REPORTER, f"place:{kecamatan}")
    if take:
        await office.presses(ANI, "take")


async def alert_of(office: Office) -> Alert:
    ref = AlertRef(office.button(ANI, "step").ref)
    async with office.storage.look() as look:
        found = await look.alert(ref)
    assert found is not None
    return found


async def history(office: Office) -> list[Event]:
    alert = await alert_of(office)
    async with office.storage.look() as look:
        return list(await look.history(alert.case))


async def safety_clock(office: Office, chat: ChatId = ANI) -> Any:
    subject = watching.subject((await alert_of(office)).ref, (await office.member(chat)).id)
    async with office.storage.look() as look:
        return [(reminder.clock, reminder.due_at) for reminder in await look.reminders(subject)]


def last(office: Office, chat: ChatId, key: str) -> Message:
    return next(message for message in reversed(office.sent[chat]) if message.phrase.key == key)


async def test_the_taker_gets_the_run_card_beside_the_holders_card(office: Office) -> None:
    await emergency(office)
    heard = office.heard_by(ANI)
    assert heard.index("alert-yours") < heard.index("case-file") < heard.index("run-card")
    card = last(office, ANI, "run-card")
    assert card.protect
    assert "run-card" not in office.heard_by(BUDI)
    seen = await office.presses(ANI, "step", "5")
    assert [(message.phrase.key, message.replaces) for message in seen] == [("run-card", True)]
    assert (await alert_of(office)).steps["safety"].by == (await office.member(ANI)).id
    await office.presses(ANI, "step", "-5")
    assert (await alert_of(office)).steps == {}
    assert [event.kind for event in await history(office)][-2:] == [
        EventKind.CRISIS_STEP,
        EventKind.CRISIS_STEP_UNDONE,
    ]


async def test_a_calm_report_has_no_run_card(office: Office) -> None:
    await office.command(REPORTER, "lapor")
    await office.answers(REPORTER, "safe:ya", "who:sl", "kind:tanya", "place:73.22.03", "village:_skip", "tell:_skip")
    await office.answers(REPORTER, "contact:jangan", "send:kirim")
    await office.presses(ANI, "take")
    assert "report-yours" in office.heard_by(ANI)
    assert "run-card" not in office.heard_by(ANI)


async def test_the_place_that_becomes_known_later_stands_on_calls_and_run_card(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.answers(REPORTER, "place:73.22.09")
    card = last(office, ANI, "run-card")
    assert (card.replaces, card.phrase.args["kecamatan"]) == (True, "Rampi")
    assert card.phrase.args["way"] != Phrase("nothing")
    await office.presses(ANI, "return")
    assert last(office, ANI, "run-card-passed-on").replaces
    assert last(office, BUDI, "alert-call").phrase.args["way"] != Phrase("nothing")
    await office.command(BUDI, "tugas")
    assert last(office, BUDI, "alert-call").phrase.args["way"] != Phrase("nothing")


async def test_a_call_that_nobody_took_yet_learns_the_way(office: Office) -> None:
    await emergency(office, take=False)
    call = last(office, ANI, "alert-call")
    assert call.replaces
    assert call.phrase.args["way"] != Phrase("nothing")


async def test_the_run_card_of_who_fell_silent_is_closed(office: Office) -> None:
    await emergency(office)
    await office.passes(minutes=60)
    await office.passes(minutes=10)
    assert last(office, ANI, "run-card-passed-on").buttons == ()
    assert [m.phrase.key for m in await office.presses(ANI, "step", "5")] == ["refusal-not-allowed"]


async def test_my_tasks_bring_the_run_card_back(office: Office) -> None:
    await emergency(office)
    await office.presses(ANI, "step", "1")
    seen = await office.command(ANI, "tugas")
    assert [message.phrase.key for message in seen] == ["alert-yours", "run-card"]
    assert not seen[-1].replaces


async def test_out_silent_told_and_heard_of_again(office: Office) -> None:
    """The clock is a row: it survives a restart, the alert's end and the end of the case."""
    await emergency(office)
    await office.presses(ANI, "leave")
    assert await safety_clock(office) == [(Clock.SAFETY, NOON + timedelta(minutes=30))]
    await office.presses(ANI, "outreach")
    await office.answers(ANI, *OUTREACH)
    assert "outing-back-yet" in office.heard_by(ANI)
    await office.presses(ANI, "confirm")
    await office.shut()
    assert await office.cases() == ()
    for _ in range(2):
        await office.passes(minutes=30)
    assert "officer-silent" not in office.heard_by(CITRA)
    await office.passes(minutes=30)
    for chat in (BUDI, CITRA, DEWI):
        assert office.heard_by(chat).count("officer-silent") == 1
    assert "officer-silent" not in office.heard_by(EKA)
    await office.presses(CITRA, "safe")
    assert "officer-safe" in office.heard_by(BUDI)
    await office.presses(ANI, "back")
    assert await safety_clock(office) == []
    heard = office.heard_by(ANI)
    await office.passes(days=1)
    assert office.heard_by(ANI) == heard


async def test_help_brings_everybody_and_the_text_for_the_police(office: Office) -> None:
    await emergency(office)
    await office.presses(ANI, "leave")
    seen = await office.presses(ANI, "help")
    assert [message.phrase.key for message in seen] == ["officer-helped", "call-110"]
    assert seen[1].protect
    for chat in (BUDI, CITRA, DEWI):
        assert "officer-danger" in office.heard_by(chat)
        assert "call-110" not in office.heard_by(chat)
    (opened,) = await office.presses(BUDI, "call110")
    assert opened.protect
    async with office.storage.look() as look:
        looks = [(seen.by, seen.what) for seen in await look.looks((await alert_of(office)).case)]
    assert (((await office.member(BUDI)).id, "call110")) in looks
    await office.presses(BUDI, "safe")
    (refused,) = await office.presses(BUDI, "call110")
    assert refused.phrase.key == "refusal-not-allowed"


async def test_the_text_for_110_is_for_who_took_it(office: Office) -> None:
    await emergency(office, kecamatan="73.22.05")
    await office.answers(REPORTER, "village:73.22.05.2003", "now:senjata", "now:_done")
    (page,) = await office.presses(ANI, "call110")
    told = page.phrase.args
    assert told["officer"] == "Ani"
    assert {line.key for line in told["lines"]} >= {"call-emergency", "call-weapon-yes"}  # type: ignore[union-attr]
    place = told["news"][0]  # type: ignore[index]
    assert (place.key, place.args["kecamatan"]) == ("call-place", "Rongkong")  # type: ignore[union-attr]
    assert page.protect
    button = office.button(ANI, "call110")
    for chat in (BUDI, EKA):
        assert [m.phrase.key for m in await office.press(chat, button)] == ["refusal-not-allowed"]
    assert [m.phrase.key for m in await office.press(CITRA, button)] == ["call-110"]


@pytest.mark.parametrize("ended", [False, True])
async def test_an_officer_whom_telegram_refuses_is_told_of_at_once(office: Office, ended: bool) -> None:
    await emergency(office)
    await office.presses(ANI, "leave")
    if ended:
        await office.presses(ANI, "outreach")
        await office.answers(ANI, *OUTREACH)
    await office.passes(minutes=30)
    question = last(office, ANI, "officer-asked")
    async with office.storage.work() as work:
        outgoing = Outgoing(1, ANI, question, 1, False, None, office.now)
        await undelivered.unreachable(work, outgoing, world=world(), now=office.now)
        await undelivered.unreachable(work, outgoing, world=world(), now=office.now)
    await office.deliver()
    for chat in (BUDI, CITRA, DEWI):
        assert office.heard_by(chat).count("officer-silent") == 1


async def test_an_officer_out_there_who_blocks_the_bot_is_told_of_at_once(office: Office) -> None:
    await emergency(office)
    await office.presses(ANI, "leave")
    await office.does(ANI, Doing.BLOCKED)
    assert "officer-silent" in office.heard_by(BUDI)
    assert "officer-asked" not in office.heard_by(ANI)


async def test_protection_where_nobody_can_be_in_a_day(office: Office) -> None:
    await emergency(office)
    await office.presses(ANI, "protect")
    await office.answers(ANI, "pwho:0", "phow:radio", "pwhen:30", "psafe:ya", "peta:48")
    assert "protected-recorded" in office.heard_by(ANI)
    assert "protected-lead" in office.heard_by(CITRA)
    alert = await alert_of(office)
    assert (alert.protected_at, alert.eta_at) == (NOON, NOON + timedelta(hours=48))
    event = (await history(office))[-1]
    assert event.kind is EventKind.PROTECTED
    assert {key: event.told[key] for key in ("pwho", "phow", "pwhen", "meets")} == {
        "pwho": "Puskesmas",
        "phow": "radio",
        "pwhen": 30,
        "meets": True,
    }
    async with office.storage.look() as look:
        clocks = {reminder.clock: reminder.due_at for reminder in await look.reminders(alert.ref)}
    clocks.pop(Clock.PAGE, None)  # it looks once more and goes: the alert is taken
    assert clocks == {Clock.ARRIVAL: alert.eta_at, Clock.SILENCE: NOON + timedelta(hours=12)}
    for _ in range(4):
        await office.passes(hours=11)
        await office.presses(ANI, "step")
    await office.passes(hours=4)
    assert "arrival-due" in office.heard_by(ANI)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, *OUTREACH)
    recorded = next(e for e in await history(office) if e.kind is EventKind.OUTREACH_RECORDED)
    assert "late" not in recorded.told
    async with office.storage.look() as look:
        assert await look.reminders(alert.ref) == ()


async def test_protection_elsewhere_asks_why_and_does_not_hide_who_is_not_safe(office: Office) -> None:
    await emergency(office, kecamatan="73.22.03")
    await office.presses(ANI, "protect")
    await office.says(ANI, "kendaraan kantor rusak")
    await office.says(ANI, "Pak Baso, kepala dusun")
    await office.answers(ANI, "phow:telepon", "pwhen:0", "psafe:tidak")
    await office.says(ANI, "besok")
    assert "protected-not-met" in office.heard_by(ANI)
    assert "protected-not-lead" in office.heard_by(CITRA)
    assert (await alert_of(office)).protected_at is None
    told = (await history(office))[-1].told
    assert (told["pwhy"], told["pwho"]) == ("kendaraan kantor rusak", "Pak Baso, kepala dusun")
    assert told["eta"] == NOON + timedelta(days=1, hours=3), "a day is its afternoon"


async def test_a_late_outreach_asks_for_its_reason_and_keeps_it(office: Office) -> None:
    await emergency(office)
    for _ in range(25):
        await office.passes(hours=1)
        await office.presses(ANI, "step")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, *OUTREACH)
    assert (await alert_of(office)).outreach_at is None, "the reason is still asked for"
    await office.answers(ANI, "olate:jarak")
    recorded = next(e for e in await history(office) if e.kind is EventKind.OUTREACH_RECORDED)
    assert (recorded.told["late"], recorded.told["late_reason"]) == (True, "jarak")
    assert (await alert_of(office)).state is AlertState.ENDED


async def test_a_deadline_that_passes_over_the_form_is_a_breach_too(office: Office) -> None:
    await emergency(office)
    alert = await alert_of(office)
    office.now = alert.deadline_at - timedelta(minutes=2)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, *OUTREACH[:-1])
    office.now += timedelta(minutes=5)
    await office.answers(ANI, OUTREACH[-1])
    assert last(office, ANI, "ask-olate")
    assert "outreach-recorded" not in office.heard_by(ANI)
    await office.says(ANI, "jembatan hanyut")
    recorded = next(e for e in await history(office) if e.kind is EventKind.OUTREACH_RECORDED)
    assert (recorded.told["late_reason"], recorded.told["osafe"]) == ("jembatan hanyut", "ya")
    assert "outreach-recorded" in office.heard_by(ANI)


async def test_strange_choices_are_refused_kindly(office: Office) -> None:
    await emergency(office)
    button = office.button(ANI, "step")
    for action, choice in (("step", "99"), ("safe", "x"), ("back", "-1"), ("protect", "x")):
        seen = await office.press(ANI, replace(button, action=action, choice=choice))
        assert seen
    for action in ("step", "leave", "help", "protect"):
        seen = await office.press(EKA, replace(button, action=action, choice="1"))
        assert [message.phrase.key for message in seen] == ["refusal-not-allowed"]
        seen = await office.press(EKA, replace(button, action=action, ref="no-such-ref"))
        assert [message.phrase.key for message in seen] == ["refusal-unknown"]
