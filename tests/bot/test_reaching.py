"""Whom the bot can't reach is known before it is needed; the rota's clocks go after every start."""

from __future__ import annotations

from contextlib import suppress
from datetime import time, timedelta

from bot.checking_rota import look_at_rota
from bot.clock import MachineClock
from bot.reaching import Reaching
from bot.telegram import Line
from cases.outcome import Clock
from cases.rota import Weekly
from cases.staff import Role
from simulator.client import Refused, Simulator
from tests.office import ANI, CITRA, CRY, NOON, REPORTER, UNIT, Office, world


async def reaching(office: Office, line: Line, telegram: Simulator) -> Reaching:
    with suppress(Refused):  # the stand-in is shared: another test has bought the telephones
        for chat, name, *_ in UNIT:
            telegram.add_phone(int(chat), name, started=True)
    return Reaching(line, office.storage, world(), MachineClock())


async def test_who_blocked_the_bot_is_known_and_no_alert_waits_for_them(
    office: Office, line: Line, telegram: Simulator
) -> None:
    watch = await reaching(office, line, telegram)
    await office.says(REPORTER, CRY)
    telegram.phone(int(ANI)).block()
    await watch.look(now=office.now)
    await office.deliver()
    assert not (await office.member(ANI)).reachable
    assert office.heard_by(CITRA).count("staff-unreachable") == 1
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert (await office.member(ANI)).id not in alert.awaited
    # Not asked again before a day has passed, and then only what changed is said.
    telegram.phone(int(ANI)).block(False)
    await watch.look(now=office.now + timedelta(hours=1))
    assert not (await office.member(ANI)).reachable
    await watch.look(now=office.now + timedelta(days=1))
    assert (await office.member(ANI)).reachable
    assert office.heard_by(CITRA).count("staff-unreachable") == 1


async def test_a_telegram_that_is_not_well_says_nothing_of_anybody(
    office: Office, line: Line, telegram: Simulator
) -> None:
    watch = await reaching(office, line, telegram)
    telegram.fault("busy", methods=["sendChatAction"], retry_after=1, times=1)
    await watch.look(now=office.now)
    assert all([(await office.member(chat)).reachable for chat, *_ in UNIT])
    assert watch.tried_at is None


async def test_the_clocks_of_the_rota_go(office: Office, line: Line, telegram: Simulator) -> None:
    watch = await reaching(office, line, telegram)
    await watch.look(now=office.now)
    async with office.storage.look() as look:
        found = {r.clock for subject in ("rota", "ready", "daily", "digest") for r in await look.reminders(subject)}
    assert found == {Clock.ROTA, Clock.READY, Clock.DAILY, Clock.DIGEST}


async def test_a_set_clock_makes_the_rota_look_at_once(office: Office, line: Line, telegram: Simulator) -> None:
    watch = await reaching(office, line, telegram)
    await watch.look(now=office.now)
    await office.passes(seconds=1)
    async with office.storage.work() as work:
        (before,) = await work.reminders("rota")
        await work.move_what_waits(timedelta(days=-1))
        (after,) = await work.reminders("rota")
    assert before.due_at is not None
    assert before.due_at > office.now - timedelta(days=1)
    assert after.due_at is not None
    assert after.due_at < office.now - timedelta(days=1)
    office.now -= timedelta(days=1)
    await office.passes(seconds=1)
    async with office.storage.look() as look:
        (morning,) = await look.reminders("daily")
    assert morning.due_at is not None
    assert morning.due_at <= office.now + timedelta(days=1)


async def test_check_says_which_hours_nobody_has(office: Office) -> None:
    profile = world().profile
    async with office.storage.work() as work:
        unused = await look_at_rota(work, profile, now=NOON)
        ani = await work.add_staff(chat=ANI, name="Ani", role=Role.DUTY_OFFICER)
        pattern = {"staff": ani, "weekdays": (1, 2, 3, 4, 5, 6, 7), "since": NOON.date()}
        await work.keep_rota(Weekly(ref="a", by=ani, at=NOON, start=time(8), end=time(20), **pattern))
        found = await look_at_rota(work, profile, now=NOON)
        await work.keep_rota(Weekly(ref="b", by=ani, at=NOON, start=time(20), end=time(8), **pattern))
        full = await look_at_rota(work, profile, now=NOON)
    assert unused.wrong == full.wrong == ()
    assert len(found.wrong) == profile.gap_days
    assert "Mon 02 Mar 20:00 WITA to Tue 03 Mar 08:00 WITA" in found.wrong[0]
    assert "rota" in found.said_of(ani)
