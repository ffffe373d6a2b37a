"""The rota as the unit lives it: entered by forms, asked before a shift, swapped, handed over, and never silent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rendering import Tongue, calls
from cases.handover import Running, comes_on
from cases.messages import ChatId, Message
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase
from cases.rota import Rota, Weekly
from cases.shifts import Shift
from cases.staff import Role
from handlers import undelivered
from handlers.heard import Doing
from scheduler.rota import ensure_rota_clocks
from storage import Outgoing
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, GITA, NOON, REPORTER, Office, world

EVERYBODY = (ANI, BUDI, CITRA, DEWI, EKA, GITA)
HANI = ChatId(1008)  # a second coordinator


@pytest.fixture
async def unit(office: Office) -> AsyncIterator[Office]:
    """Nobody is on duty by hand. Whatever was sent can be read in both languages, and its buttons fit."""
    async with office.storage.work() as work:
        for person in (await work.roster()).people:
            await work.set_on_duty(person.id, False)
        await ensure_rota_clocks(work, world().profile, office.now)
    yield office
    for message in (message for sent in office.sent.values() for message in sent):
        for language in ("id", "en"):
            assert calls(message, Tongue(language, world().profile.zone, office.now), key=b"k" * 32)


async def enters(office: Office, *answers: str, by: ChatId = CITRA) -> list[Message]:
    """A coordinator fills in the form; "step:value" is pressed, the rest typed."""
    said = await office.presses(by, "radd")
    for answer in answers:
        said = await (office.answers(by, answer) if ":" in answer else office.says(by, answer))
    return said


async def weekly(office: Office, name: str, start: str, end: str, *, holidays: str = "also") -> list[Message]:
    """Every day from today on, without end."""
    who = await office.member({"Ani": ANI, "Budi": BUDI, "Eka": EKA}[name])
    await menu(office)
    return await enters(
        office, "rkind:week", f"rwho:{who.id}", "rdays:all", start, end, "rsince:0", "runtil:none",
        f"rhol:{holidays}", "rsum:simpan",
    )  # fmt: skip


async def menu(office: Office, by: ChatId = CITRA) -> None:
    await office.command(by, "piket")
    await office.presses(by, "rmenu")


async def extra(office: Office, chat: ChatId, start: str, end: str, day: str = "0") -> list[Message]:
    await menu(office)
    who = await office.member(chat)
    return await enters(office, "rkind:extra", f"rwho:{who.id}", f"rday:{day}", start, end, "rsum:simpan")


async def on_duty(office: Office) -> set[ChatId]:
    async with office.storage.look() as look:
        return {p.chat for p in (await look.roster()).people if p.active and p.on_duty}


def count(office: Office, chat: ChatId, key: str) -> int:
    return office.heard_by(chat).count(key)


def parts(phrase: Phrase) -> list[str]:
    """The keys of a phrase and of all that stands in it."""
    inside = [p for arg in phrase.args.values() for p in (arg if isinstance(arg, tuple) else (arg,))]
    return [phrase.key, *(key for p in inside if isinstance(p, Phrase) for key in parts(p))]


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
    await unit.command(REPORTER, "darurat")
    assert "alert-call" not in unit.heard_by(ANI)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(seconds=5)
    assert await on_duty(unit) == {ANI}
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


async def second_coordinator(office: Office) -> None:
    async with office.storage.work() as work:
        await work.add_staff(chat=HANI, name="Hani", role=Role.COORDINATOR)


async def test_somebody_who_cant_be_reached_does_not_count_as_ready(unit: Office) -> None:
    await weekly(unit, "Ani", "13.00", "21.00")
    await unit.passes(minutes=1)
    question = next(m for m in unit.sent[ANI] if m.phrase.key == "rota-ready")
    async with unit.storage.work() as work:
        await undelivered.unreachable(work, Outgoing(1, ANI, question, "", 1, False, None), world=world(), now=unit.now)
    await unit.passes(hours=1)
    assert await on_duty(unit) == set()
    assert {"staff-unreachable", "rota-unready"} <= set(unit.heard_by(CITRA))


async def asks_swap(office: Office) -> None:
    """Ani has the late shift tomorrow, and asks Budi."""
    await extra(office, ANI, "13.00", "21.00", day="1")
    await office.command(ANI, "piket")
    await office.presses(ANI, "rswap")
    budi = await office.member(BUDI)
    shown = office.sent[ANI][-1]
    assert {b.label.args["text"] for row in shown.buttons for b in row} == {"Budi", "Citra", "Dewi", "Eka"}
    await office.press(ANI, next(b for row in shown.buttons for b in row if b.choice.endswith(f".{budi.id}")))


async def ready_tomorrow(office: Office) -> list[ChatId]:
    """Who is asked before that shift."""
    await office.passes(days=1, minutes=5)
    return [chat for chat in EVERYBODY if "rota-ready" in office.heard_by(chat)]


async def test_a_swap_that_is_accepted(unit: Office) -> None:
    await asks_swap(unit)
    await unit.presses(BUDI, "rtake", "y")
    for chat in (ANI, BUDI, CITRA):
        assert unit.heard_by(chat)[-1] == "rota-swap-agreed"
    assert await ready_tomorrow(unit) == [BUDI]


@pytest.mark.parametrize(("who", "action", "choice"), [(BUDI, "rtake", "n"), (ANI, "rback", ""), (ANI, "rback", None)])
async def test_until_it_is_accepted_a_shift_stays_with_the_first(
    unit: Office, who: ChatId, action: str, choice: str | None
) -> None:
    await asks_swap(unit)
    if choice is not None:
        await unit.presses(who, action, choice)
    assert await ready_tomorrow(unit) == [ANI]


async def test_a_swap_that_was_taken_back_can_be_accepted_no_more(unit: Office) -> None:
    await asks_swap(unit)
    accept = unit.button(BUDI, "rtake", "y")
    await unit.presses(ANI, "rback")
    assert [m.phrase.key for m in await unit.press(BUDI, accept)] == ["refusal-changed"]
    assert await ready_tomorrow(unit) == [ANI]


async def test_a_swap_is_refused_when_the_colleague_got_a_shift_meanwhile(unit: Office) -> None:
    await asks_swap(unit)
    await extra(unit, BUDI, "20.00", "22.00", day="1")
    assert [m.phrase.key for m in await unit.presses(BUDI, "rtake", "y")] == ["refusal-has-shift"]
    await unit.command(ANI, "piket")
    await unit.presses(ANI, "rswap")
    assert "Budi" not in {b.label.args["text"] for row in unit.sent[ANI][-1].buttons for b in row}


async def test_only_who_was_asked_can_accept(unit: Office) -> None:
    await asks_swap(unit)
    assert [m.phrase.key for m in await unit.press(EKA, unit.button(BUDI, "rtake", "y"))] == ["refusal-not-allowed"]


async def test_a_leave_says_which_hours_it_leaves_open(unit: Office) -> None:
    await weekly(unit, "Ani", "00.00", "00.00")
    ani = await unit.member(ANI)
    await menu(unit)
    said = await enters(unit, "rkind:leave", f"rwho:{ani.id}", "rfirst:2", "rlast:0", "rsum:simpan")
    assert parts(said[-1].phrase).count("rota-gap") == 1
    said = await extra(unit, ANI, "08.00", "16.00", day="2")
    assert "rota-in-leave" in parts(said[-1].phrase)
    await unit.command(CITRA, "piket")
    assert "rota-gaps" in parts(unit.sent[CITRA][-1].phrase)


async def test_a_movable_holiday_lifts_the_shifts_that_rest_on_holidays(unit: Office) -> None:
    await weekly(unit, "Ani", "00.00", "00.00", holidays="not")
    await menu(unit)
    said = await enters(unit, "rkind:holiday", "rday:2", "Idul Fitri", "rsum:simpan")
    assert parts(said[-1].phrase).count("rota-gap") == 1


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


async def test_gaps_are_told_each_morning_once(unit: Office) -> None:
    await weekly(unit, "Ani", "08.00", "20.00")
    for day in (1, 2):
        await unit.passes(days=1)
        assert count(unit, CITRA, "rota-daily") == day
    (first, _) = (m for m in unit.sent[CITRA] if m.phrase.key == "rota-daily")
    assert "rota-gap" in parts(first.phrase)


async def test_nothing_is_told_when_all_is_well(unit: Office) -> None:
    await weekly(unit, "Ani", "00.00", "00.00")
    await unit.passes(seconds=5)
    await unit.presses(ANI, "rready", "y")
    await unit.passes(days=1)
    assert count(unit, CITRA, "rota-daily") == 0
    assert count(unit, ANI, "rota-ready") == 1


async def test_without_a_rota_the_switch_is_enough(office: Office) -> None:
    async with office.storage.work() as work:
        await ensure_rota_clocks(work, world().profile, office.now)
    for _ in range(3):
        await office.passes(days=1)
    assert {key for chat in EVERYBODY for key in office.heard_by(chat)} == set()
    assert await on_duty(office) == {ANI, BUDI}


async def test_an_empty_rota_with_nobody_on_duty_is_told(unit: Office) -> None:
    await unit.passes(days=1)
    assert count(unit, CITRA, "rota-daily") == 1


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


async def test_of_two_coordinators_the_second_hears_that_it_has_changed(unit: Office) -> None:
    await weekly(unit, "Ani", "08.00", "20.00")
    await second_coordinator(unit)
    for coordinator in (CITRA, HANI):
        await menu(unit, coordinator)
        await unit.presses(coordinator, "rlist")
        await unit.presses(coordinator, "rent")
    said = await unit.presses(CITRA, "rend")
    assert "rota-ended" in parts(said[-1].phrase)
    assert [m.phrase.key for m in await unit.presses(HANI, "rend")] == ["refusal-changed"]
    async with unit.storage.look() as look:
        (kept,) = (await look.rota(now=unit.now)).of(Weekly)
    assert kept.ended_at is not None
    assert (await unit.presses(CITRA, "rlist"))[-1].phrase.key == "rota-no-entries"


async def test_the_reserve_list(unit: Office) -> None:
    await menu(unit)
    await unit.presses(CITRA, "rres", "")
    budi = await unit.member(BUDI)
    await unit.presses(CITRA, "rres", f"{budi.id}.1")
    assert (await unit.member(BUDI)).reserve
    await unit.presses(CITRA, "rres", f"{budi.id}.0")
    assert not (await unit.member(BUDI)).reserve


async def test_shifts_of_who_left_are_gaps(unit: Office) -> None:
    await weekly(unit, "Ani", "00.00", "00.00")
    ani = await unit.member(ANI)
    async with unit.storage.work() as work:
        await work.set_active(ani.id, False)
    await unit.passes(days=1)
    assert count(unit, CITRA, "rota-daily") == 1
    assert await on_duty(unit) == set()


@pytest.mark.parametrize("action", ["rmenu", "radd", "rlist", "rent", "rend", "rres", "rsub", "rput"])
async def test_only_leads_plan(unit: Office, action: str) -> None:
    said = await unit.does(ANI, Doing.PRESSED, action=action, ref="x", version=1, choice="1")
    assert [m.phrase.key for m in said] == ["refusal-not-allowed"]


@pytest.mark.parametrize("action", ["rready", "rtake", "rback"])
async def test_a_button_of_nothing_does_nothing(unit: Office, action: str) -> None:
    said = await unit.does(ANI, Doing.PRESSED, action=action, ref="x", version=1, choice="y")
    assert [m.phrase.key for m in said] == ["refusal-unknown"]


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
