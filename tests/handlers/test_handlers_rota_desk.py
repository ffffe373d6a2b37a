"""Shifts are planned and swapped by buttons, and what goes wrong with the plan is said."""

from __future__ import annotations

import pytest

from cases.messages import ChatId
from cases.rota import Weekly
from handlers.heard import Doing
from scheduler.rota import ensure_rota_clocks
from tests.handlers.rota_unit import (
    EVERYBODY,
    HANI,
    count,
    enters,
    extra,
    menu,
    on_duty,
    parts,
    second_coordinator,
    weekly,
)
from tests.office import ANI, BUDI, CITRA, EKA, Office, world


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


@pytest.mark.parametrize("action", ["rmenu", "radd", "rlist", "rent", "rend", "rres", "rsub", "rput"])
async def test_only_leads_plan(unit: Office, action: str) -> None:
    said = await unit.does(ANI, Doing.PRESSED, action=action, ref="x", version=1, choice="1")
    assert [m.phrase.key for m in said] == ["refusal-not-allowed"]


@pytest.mark.parametrize("action", ["rready", "rtake", "rback"])
async def test_a_button_of_nothing_does_nothing(unit: Office, action: str) -> None:
    said = await unit.does(ANI, Doing.PRESSED, action=action, ref="x", version=1, choice="y")
    assert [m.phrase.key for m in said] == ["refusal-unknown"]
