"""The rota as officers live it: asked before a shift, on duty when ready, handed over; late starts and lost clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cases.alert import Cause
from cases.handover import MOST, Running, comes_on
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.rota import Rota
from cases.shifts import Shift
from handlers import undelivered
from scheduler.rota import ensure_rota_clocks
from storage import Outgoing
from tests.handlers.rota_unit import (
    HANI,
    count,
    extra,
    on_duty,
    parts,
    second_coordinator,
    weekly,
)
from tests.office import ANI, BUDI, CITRA, CRY, EKA, NOON, REPORTER, Office, world


async def test_a_pattern_is_entered_and_its_officer_comes_on_when_ready(unit: Office) -> None:
    said = await weekly(unit, "Ani", "13.00", "21.00")
    assert "rota-kept" in parts(said[-1].phrase)
    assert "rota-told-you" in unit.heard_by(ANI)
    await unit.passes(minutes=1)
    assert count(unit, ANI, "rota-ready") == 1
    await unit.presses(ANI, "rready", "y")
    await unit.passes(minutes=58)
    assert await on_duty(unit) == set()
    await unit.passes(minutes=2)
    assert await on_duty(unit) == {ANI}
    assert count(unit, ANI, "rota-on") == 1
    await unit.passes(hours=8)
    assert await on_duty(unit) == set()
    assert count(unit, ANI, "rota-off") == 1
    assert "nobody-on-duty" in unit.heard_by(CITRA)


async def test_who_did_not_say_ready_is_passed_and_all_are_told(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await unit.passes(minutes=1)
    await unit.passes(hours=1)
    assert await on_duty(unit) == set()
    assert count(unit, ANI, "rota-not-on") == count(unit, CITRA, "rota-unready") == 1
    await unit.passes(hours=1)
    assert count(unit, ANI, "rota-not-on") == count(unit, CITRA, "rota-unready") == 1
    await unit.command(BUDI, "piket")
    await unit.presses(BUDI, "duty", "on")
    await unit.command(REPORTER, "darurat")
    assert "alert-call" in unit.heard_by(BUDI)
    assert "alert-call" not in unit.heard_by(ANI)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(seconds=5)
    assert await on_duty(unit) == {ANI, BUDI}
    assert "rota-after-all" in unit.heard_by(CITRA)
    (card,) = (m for m in unit.sent[ANI] if m.phrase.key == "rota-on")
    assert "handover-alert" in parts(card.phrase)
    assert card.protect


async def test_one_question_for_shifts_that_follow_each_other(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "17.00")
    await weekly(unit, "Ani", "17.00", "21.00")
    await unit.passes(minutes=1)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(hours=1)
    await unit.passes(hours=4)
    assert await on_duty(unit) == {ANI}
    assert count(unit, ANI, "rota-ready") == count(unit, ANI, "rota-on") == 1


async def test_a_shift_that_runs_when_it_is_entered_counts_until_silence_lasts(unit: Office) -> None:
    await extra(unit, ANI, "08.00", "16.00")
    await unit.passes(seconds=5)
    assert await on_duty(unit) == {ANI}
    assert count(unit, ANI, "rota-ready") == 1
    await unit.passes(minutes=world().profile.answer_minutes)
    assert await on_duty(unit) == set()
    assert count(unit, CITRA, "rota-unready") == 1


async def test_cant_come_is_told_at_once_and_somebody_else_put_in(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await second_coordinator(unit)
    await unit.passes(minutes=1)
    await unit.presses(ANI, "rready", "n")
    assert "rota-cannot" in unit.heard_by(CITRA)
    assert "rota-cannot" in unit.heard_by(HANI)
    await unit.presses(CITRA, "rsub")
    budi = await unit.member(BUDI)
    await unit.presses(CITRA, "rput", str(budi.id))
    assert "rota-put-you" in unit.heard_by(BUDI)
    assert [m.phrase.key for m in await unit.presses(HANI, "rsub")] == ["refusal-changed"]
    await unit.passes(minutes=1)
    await unit.presses(BUDI, "rready", "y")
    await unit.passes(hours=1)
    assert await on_duty(unit) == {BUDI}
    assert count(unit, CITRA, "rota-unready") == 0


async def test_somebody_who_cant_be_reached_does_not_count_as_ready(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await unit.passes(minutes=1)
    question = next(m for m in unit.sent[ANI] if m.phrase.key == "rota-ready")
    async with unit.storage.work() as work:
        await undelivered.unreachable(work, Outgoing(1, ANI, question, "", 1, False, None), world=world(), now=unit.now)
    await unit.passes(hours=1)
    assert await on_duty(unit) == set()
    assert {"staff-unreachable", "rota-unready"} <= set(unit.heard_by(CITRA))


async def test_the_note_goes_to_who_is_on_and_to_who_comes(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await weekly(unit, "Budi", "20.00", "06.00")
    await unit.passes(minutes=1)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(hours=7)
    await unit.presses(BUDI, "rready", "y")
    await unit.passes(hours=1, minutes=1)
    await unit.passes(hours=1)
    await unit.presses(ANI, "rnote", "")
    await unit.says(ANI, "Kunci mobil ada di laci")
    assert unit.sent[BUDI][-1].phrase.args["words"] == "Kunci mobil ada di laci"
    assert unit.sent[BUDI][-1].protect
    await extra(unit, EKA, "22.00", "23.00")
    await unit.passes(seconds=5)
    await unit.presses(EKA, "rready", "y")
    await unit.passes(hours=1)
    assert "rota-note" in parts(next(m for m in unit.sent[EKA] if m.phrase.key == "rota-on").phrase)


async def test_no_note_by_one_tap(unit: Office) -> None:
    await extra(unit, ANI, "08.00", "12.05")
    await unit.passes(seconds=5)
    await unit.passes(minutes=6)
    assert [m.phrase.key for m in await unit.presses(ANI, "rnote", "no")] == ["rota-no-note"]


async def test_a_shift_that_is_no_more_cant_be_answered(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await unit.passes(minutes=1)
    for action in ("rlist", "rent", "rend"):
        await unit.presses(CITRA, action)
    assert [m.phrase.key for m in await unit.presses(ANI, "rready", "y")] == ["refusal-changed"]


async def test_many_open_calls_are_told_shortly_the_gravest_first(unit: Office) -> None:
    await unit.says(REPORTER, CRY)
    async with unit.storage.look() as look:
        (alert,) = await look.open_alerts()
        roster = await look.roster()
    (case,) = await unit.cases()
    calm = tuple(Running(case, replace(alert, cause=Cause.REPORT), None) for _ in range(300))
    shift = Shift(NOON, NOON + timedelta(hours=8), roster.people[0].id)
    card = comes_on(shift, Rota(), roster, (*calm, Running(case, alert, None)), now=NOON)
    lines = card.phrase.args["lines"]
    assert isinstance(lines, tuple)
    assert len(lines) == MOST + 1
    assert lines[0].args["cause"] != lines[1].args["cause"]
    unit.sent.setdefault(ANI, []).append(card)


async def test_a_late_start_applies_everything_in_one_step(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await weekly(unit, "Budi", "21.00", "13.00")
    await unit.passes(minutes=1)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(hours=1)
    assert await on_duty(unit) == {ANI}
    await unit.passes(days=5, hours=12)
    assert await on_duty(unit) == {BUDI}
    assert count(unit, BUDI, "rota-on") == count(unit, BUDI, "rota-ready") == 1
    assert count(unit, ANI, "rota-off") == 1
    assert count(unit, ANI, "rota-on") == 1


async def test_by_hand_outside_a_shift_stays_and_ends_with_the_next_one(unit: Office) -> None:
    await weekly(unit, "Ani", "14.00", "16.00")
    await unit.command(ANI, "piket")
    await unit.presses(ANI, "duty", "on")
    await unit.passes(hours=1)
    await unit.presses(ANI, "rready", "y")
    assert await on_duty(unit) == {ANI}
    await unit.passes(hours=1, minutes=1)
    assert await on_duty(unit) == {ANI}
    await unit.passes(hours=2)
    assert await on_duty(unit) == set()


async def test_lost_clocks_are_set_again_and_asking_twice_changes_nothing(unit: Office) -> None:
    subjects = {Clock.ROTA: "rota", Clock.READY: "ready", Clock.DAILY: "daily"}
    await unit.passes(seconds=1)
    async with unit.storage.work() as work:
        before = [await work.reminders(subject) for subject in subjects.values()]
        await ensure_rota_clocks(work, world().profile, unit.now)
        assert [await work.reminders(subject) for subject in subjects.values()] == before
        off = tuple(Reminder(clock, subject, None) for clock, subject in subjects.items())
        await work.record(Outcome(reminders=off), now=unit.now)
        await ensure_rota_clocks(work, world().profile, unit.now)
        assert all([await work.reminders(subject) for subject in subjects.values()])


async def test_shifts_of_who_left_are_gaps(unit: Office) -> None:
    await weekly(unit, "Ani", "00.00", "00.00")
    ani = await unit.member(ANI)
    async with unit.storage.work() as work:
        await work.set_active(ani.id, False)
    await unit.passes(days=1)
    assert count(unit, CITRA, "rota-daily") == 1
    assert await on_duty(unit) == set()


async def test_every_last_word_of_a_case_has_words(unit: Office) -> None:
    await unit.says(REPORTER, CRY)
    async with unit.storage.look() as look:
        (alert,) = await look.open_alerts()
        roster = await look.roster()
    (case,) = await unit.cases()
    shift = Shift(NOON, NOON + timedelta(hours=8), roster.people[0].id)
    running = tuple(Running(case, alert, Event(kind, case.ref, NOON)) for kind in EventKind)
    card = comes_on(shift, Rota(), roster, running, now=datetime(2026, 3, 2, tzinfo=UTC))
    unit.sent.setdefault(ANI, []).append(replace(card))
