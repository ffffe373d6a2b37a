"""What comes after the alarm: the report to the police, the course of an alert, the figures of a month."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.words import render
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, EventKind
from cases.phrases import Phrase
from cases.reports import Told, open_case
from scheduler.figures import SUBJECT, ensure
from scheduler.ringing import daily
from storage import Due
from tests.cases.stage import RAPED
from tests.office import ANI, BUDI, CITRA, DEWI, EKA, REPORTER, Office, world
from triage.decision import decide
from triage.facts import Facts

BY_VICTIM = replace(RAPED, reporter="korban")
BY_NEIGHBOUR = replace(RAPED, reporter="pihak_ketiga")


async def reports(office: Office, facts: Facts = BY_VICTIM, *, ref: str = "c", cause: Cause = Cause.REPORT) -> Case:
    """Somebody has told this, and the unit is called."""
    async with office.storage.work() as work:
        case, outcome = open_case(
            Told(answers={"story": [{"text": "Rahasia Melati"}]}, facts=facts, decision=decide(facts)),
            ref=CaseRef(ref),
            alert_ref=AlertRef(f"alert-{ref}"),
            number=CaseNumber(f"LU-2026-{len(ref):04}"),
            reporter=REPORTER,
            cause=cause,
            roster=await work.roster(),
            profile=world().profile,
            now=office.now,
        )
        await work.record(outcome, now=office.now)
    await office.deliver()
    return case


async def kinds(office: Office, ref: str = "c") -> list[EventKind]:
    async with office.storage.look() as look:
        return [event.kind for event in await look.history(CaseRef(ref))]


async def police_of(office: Office, ref: str = "c") -> object:
    async with office.storage.look() as look:
        case = await look.case(CaseRef(ref))
    assert case is not None
    return case.police


async def test_reported_to_the_police_by_the_form(office: Office) -> None:
    await reports(office)
    await office.presses(ANI, "take")
    await office.passes(hours=24)
    assert "police-due" in office.heard_by(CITRA)
    await office.presses(CITRA, "police")
    await office.says(CITRA, "LP/B/12/III/2026/SPKT")
    await office.answers(CITRA, "pwhere:polres")
    said = await office.says(CITRA, "kemarin 14.30")
    assert "form-recorded" in [message.phrase.key for message in said]
    police = await police_of(office)
    assert getattr(police, "number", "") == "LP/B/12/III/2026/SPKT"
    assert EventKind.POLICE_REPORTED in await kinds(office)
    before = office.heard_by(CITRA).count("police-due")
    await office.passes(days=5)
    assert office.heard_by(CITRA).count("police-due") == before


async def test_only_the_head_may_excuse_and_others_hear_so(office: Office) -> None:
    await reports(office)
    await office.passes(hours=73)
    (said,) = await office.presses(CITRA, "excuse")
    assert said.phrase.key == "police-only-head"
    await office.presses(DEWI, "excuse")
    await office.says(DEWI, "pendek")
    assert EventKind.POLICE_EXCUSED not in await kinds(office)
    await office.says(DEWI, "korban sudah melapor sendiri ke Polres")
    assert EventKind.POLICE_EXCUSED in await kinds(office)
    assert "korban sudah melapor sendiri ke Polres" not in repr(office.sent[CITRA])


async def test_who_has_nothing_to_do_with_the_case_can_neither_report_nor_excuse(office: Office) -> None:
    await reports(office)
    await office.presses(ANI, "take")
    await office.passes(hours=24)
    pressed = office.button(CITRA, "police")
    for action in ("police", "excuse", "conveyed", "course"):
        (said,) = await office.press(EKA, replace(pressed, action=action))
        assert said.phrase.key == "refusal-not-allowed"


async def test_the_duty_outlives_the_case(office: Office) -> None:
    await reports(office)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.shut()
    assert await office.cases() == ()
    assert "police-still-open" in office.heard_by(CITRA)
    await office.passes(hours=24)
    assert "police-due" in office.heard_by(CITRA)
    await office.presses(CITRA, "police")
    await office.says(CITRA, "STPL 7")
    await office.answers(CITRA, "pwhere:polsek", "lpwhen:0")
    assert EventKind.POLICE_REPORTED in await kinds(office)


async def test_a_neighbours_report_becomes_a_duty_once_the_victim_tells_it(office: Office) -> None:
    await reports(office, BY_NEIGHBOUR)
    await office.presses(ANI, "take")
    (decision,) = await office.presses(ANI, "judge")
    assert getattr(decision.phrase.args["police"], "key", "") == "police-advised"
    assert await police_of(office) is None
    await office.presses(ANI, "conveyed")
    assert await police_of(office) is not None
    (decision,) = await office.presses(ANI, "judge")
    assert getattr(decision.phrase.args["police"], "key", "") == "police-owed"


def spoken(value: object) -> list[str]:
    """Every key of a phrase, however deep."""
    if isinstance(value, tuple):
        return [key for one in value for key in spoken(one)]
    if isinstance(value, Phrase):
        return [value.key, *(key for arg in value.args.values() for key in spoken(arg))]
    return []


async def test_the_course_of_an_alert_is_behind_the_file_and_the_command(office: Office) -> None:
    case = await reports(office)
    await office.presses(ANI, "take")
    (course,) = await office.presses(ANI, "course")
    lines = spoken(course.phrase)
    assert {"timeline-alert_raised", "timeline-alert_called", "timeline-alert_taken"} <= {*lines}
    assert lines.count("timeline-delivered") == 2
    assert "Rahasia" not in repr(course)
    (same,) = await office.command(CITRA, "riwayat", str(case.number).lower())
    assert spoken(same.phrase) == lines
    assert course.protect
    assert same.protect


@pytest.mark.parametrize(
    ("chat", "typed", "key"),
    [
        (CITRA, "", "timeline-how"),
        (CITRA, "LU-1999-0001", "refusal-unknown"),
        (EKA, "LU-2026-0001", "refusal-unknown"),
        (BUDI, "LU-2026-0001", "refusal-unknown"),
    ],
)
async def test_what_is_not_yours_is_not_there(office: Office, chat: ChatId, typed: str, key: str) -> None:
    await reports(office)
    await office.presses(ANI, "take")
    (said,) = await office.command(chat, "riwayat", typed)
    assert said.phrase.key == key


async def test_a_long_course_comes_in_parts(office: Office) -> None:
    case = await reports(office)
    for _ in range(10):
        await office.passes(minutes=10)
    parts = await office.command(CITRA, "riwayat", str(case.number))
    assert len(parts) > 1
    assert [part.phrase.key for part in parts] == ["timeline-head", *["timeline-more"] * (len(parts) - 1)]
    for part in parts:
        words = render(part.phrase, language="id", zone=world().profile.zone, now=office.now)
        assert len(words) < 4096


async def test_the_figures_of_the_month_and_of_the_one_before(office: Office) -> None:
    await reports(office)
    await office.presses(ANI, "take")
    (this,) = await office.command(CITRA, "angka")
    assert this.picture is not None
    assert json.loads(this.picture.figures)["count"] == 1
    (before,) = await office.presses(CITRA, "figures", "2026-02")
    assert before.picture is not None
    assert json.loads(before.picture.figures)["count"] == 0
    (again,) = await office.presses(CITRA, "figures", "2026-03")
    assert again.picture == this.picture


async def test_the_figures_are_for_who_answers_for_the_unit(office: Office) -> None:
    for chat in (ANI, EKA):
        (said,) = await office.command(chat, "angka")
        assert said.phrase.key == "refusal-not-allowed"
    (shown,) = await office.command(DEWI, "angka")
    earlier = office.button(DEWI, "figures")
    assert shown.protect
    for choice in ("2027-01", "nonsense", "2026-13"):
        (said,) = await office.press(DEWI, replace(earlier, choice=choice))
        assert said.phrase.key == "refusal-unknown"


async def test_on_the_first_day_of_a_month_they_come_by_themselves(office: Office) -> None:
    await reports(office)
    profile = world().profile
    async with office.storage.work() as work:
        await ensure(work, profile, office.now)
        await ensure(work, profile, office.now)
        (due,) = await work.reminders(SUBJECT)
    assert due.due_at is not None
    local = profile.local(due.due_at)
    assert (local.month, local.day, local.hour) == (4, 1, profile.daily_hour)
    async with office.storage.work() as work:
        # Days late, because the machine was off: they come all the same, and the next ones are due.
        rung = Due(Clock.DAILY, SUBJECT, due.due_at, 0)
        outcome = await daily(work, rung, profile, due.due_at + timedelta(days=2))
        await work.record(outcome, now=office.now)
    await office.deliver()
    for chat in (CITRA, DEWI):
        picture = office.sent[chat][-1].picture
        assert picture is not None
        assert json.loads(picture.figures)["month"] == "2026-03-01"
        assert json.loads(picture.figures)["count"] == 1
    async with office.storage.look() as look:
        (coming,) = await look.reminders(SUBJECT)
    assert coming.due_at is not None
    assert profile.local(coming.due_at).month == 5
