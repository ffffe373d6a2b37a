"""What falls due is done once, however late; what fails comes again and spoils nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count
from typing import Any

import pytest

from cases.case import Status
from cases.covers import KNOCKS
from cases.messages import Message, Panel
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import says
from cases.profile import Profile
from cases.safe_contact import SafeContact
from cases.turning import SUBJECTS
from handlers.heard import Doing
from scheduler.sweep import AGAIN, HOLD_SECONDS, Sweeper
from scheduler.ticker import Ticker
from storage import Due, Person, Work
from tests.office import ANI, BUDI, CITRA, DEWI, NOON, REPORTER, Office, world

Ring = Callable[[Work, Due, Profile, datetime], Awaitable[Outcome]]


async def rung(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    return Outcome(messages=(Message(BUDI, says("as-typed", text=due.subject)),))


async def broken(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """Half of it is written before it fails."""
    await work.record(Outcome(messages=(Message(BUDI, says("as-typed", text="half")),)), now=now)
    raise RuntimeError(due.subject)


def sweeper(office: Office, **rings: Ring) -> Sweeper:
    # Its ticks stand still: how long a slow machine takes must not decide how much is done at once.
    return Sweeper(
        office.storage, world().profile, {Clock(name): ring for name, ring in rings.items()}, ticks=lambda: 0.0
    )


async def set_for(office: Office, clock: Clock, *subjects: str, at: datetime = NOON) -> None:
    async with office.storage.work() as work:
        await work.record(Outcome(reminders=tuple(Reminder(clock, one, at) for one in subjects)), now=NOON)


async def said(office: Office) -> list[str]:
    await office.deliver()
    return [str(message.phrase.args["text"]) for message in office.sent.get(BUDI, [])]


async def test_one_that_fails_is_put_off_and_leaves_nothing_half_done(office: Office) -> None:
    here = sweeper(office, visit=rung, ladder=broken)
    await set_for(office, Clock.LADDER, "bad")
    await set_for(office, Clock.VISIT, "good")
    assert await here.sweep(now=NOON) == 2
    assert await said(office) == ["good"]
    assert await here.sweep(now=NOON + AGAIN[0] / 2) == 0
    mended = replace(here, rings={**here.rings, Clock.LADDER: rung})
    office.now = NOON + AGAIN[0]
    assert await mended.sweep(now=office.now) == 1
    assert await said(office) == ["good", "bad"]
    assert await mended.sweep(now=NOON + timedelta(days=1)) == 0


async def test_many_that_fall_due_at_once_all_ring_once(office: Office) -> None:
    here = replace(sweeper(office, visit=rung), ticks=count(step=0.02 * HOLD_SECONDS).__next__)
    subjects = [f"v{number:03}" for number in range(250)]
    await set_for(office, Clock.VISIT, *subjects)
    sweeps = 0
    while await here.sweep(now=NOON):
        sweeps += 1
    assert sorted(await said(office)) == subjects
    assert sweeps > 1


async def test_others_may_write_between_two_pieces_of_a_long_sweep(office: Office) -> None:
    """Every ring takes two fifths of what is allowed, by a clock of its own: three, then others have their turn."""
    here = replace(sweeper(office, visit=rung), ticks=count(step=0.4 * HOLD_SECONDS).__next__)
    await set_for(office, Clock.VISIT, *(f"v{number}" for number in range(7)))
    pieces = [await here.sweep(now=NOON) for _ in range(4)]
    assert pieces == [3, 3, 1, 0]
    assert len(await said(office)) == 7


async def test_a_call_for_help_does_not_wait_for_a_morning_full_of_visits(office: Office) -> None:
    here = replace(sweeper(office, visit=rung, ladder=rung), ticks=count(step=0.4 * HOLD_SECONDS).__next__)
    await set_for(office, Clock.VISIT, *(f"v{number}" for number in range(50)), at=NOON - timedelta(hours=9))
    await here.sweep(now=NOON)
    await set_for(office, Clock.LADDER, "alert", at=NOON)
    await here.sweep(now=NOON)
    assert (await said(office))[3] == "alert"


async def test_a_piece_that_fails_as_a_whole_loses_nothing_and_rings_nothing_twice(office: Office) -> None:
    here = replace(sweeper(office, visit=rung), ticks=count(step=0.4 * HOLD_SECONDS).__next__)
    subjects = [f"v{number}" for number in range(5)]
    await set_for(office, Clock.VISIT, *subjects)

    def power_cut() -> float:
        raise KeyboardInterrupt

    ticks = chain([0.0, HOLD_SECONDS / 9], iter(power_cut, None))
    with pytest.raises(KeyboardInterrupt):
        await replace(here, ticks=ticks.__next__).sweep(now=NOON)
    while await here.sweep(now=NOON):
        pass
    assert sorted(await said(office)) == subjects


async def test_nothing_rings_early_or_when_the_clock_is_set_back(office: Office) -> None:
    here = sweeper(office, visit=rung)
    await set_for(office, Clock.VISIT, "v", at=NOON + timedelta(hours=1))
    assert await here.sweep(now=NOON) == 0
    assert await here.sweep(now=NOON - timedelta(days=1)) == 0
    assert await here.sweep(now=NOON + timedelta(hours=1)) == 1


async def test_a_start_that_comes_hours_late_calls_each_only_once(office: Office) -> None:
    """F22: ten hours without a scheduler are one round of calls, not sixty."""
    await office.command(REPORTER, "darurat")
    office.now += timedelta(hours=10)
    await office.passes(minutes=0)
    for chat in (ANI, BUDI):
        assert office.heard_by(chat).count("alert-call") <= 2
    for _ in range(3):
        await office.passes(minutes=4)
    for chat in (CITRA, DEWI):
        assert "alert-call" in office.heard_by(chat)


#: As far as this the rules see TINGGI, and no emergency: nobody was called yet.
HALF_TOLD = ("safe:ya", "who:sp", "kind:pukul", "kind:_done", "when:_skip", "danger:cekik", "danger:_done")


async def lets_us_begin(office: Office) -> None:
    """What somebody chose after an earlier report."""
    async with office.storage.work() as work:
        await work.save_person(Person(REPORTER, safe=SafeContact(first=True, zone="Asia/Makassar", asked=True)))


def knocks(office: Office) -> int:
    heard = office.heard_by(REPORTER)
    # It says nothing of a conversation that is open: somebody else may be reading.
    assert "nudge" not in heard
    return sum(key in KNOCKS for key in heard)


async def test_half_told_danger_reaches_an_officer_and_the_reporter_hears_one_line(office: Office) -> None:
    await lets_us_begin(office)
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, *HALF_TOLD)
    await office.passes(minutes=29)
    assert ANI not in office.sent
    await office.passes(minutes=2)
    (case,) = await office.cases()
    assert case.status is Status.UNFINISHED
    assert "alert-call" in office.heard_by(ANI)
    await office.passes(hours=5)
    assert knocks(office) == 1


async def test_who_never_let_us_begin_hears_nothing_of_a_draft(office: Office) -> None:
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, *HALF_TOLD)
    before = len(office.sent[REPORTER])
    await office.passes(minutes=31)
    assert "alert-call" in office.heard_by(ANI)
    await office.passes(hours=20)
    assert len(office.sent[REPORTER]) == before


async def test_a_calm_draft_is_nudged_and_calls_nobody(office: Office) -> None:
    await lets_us_begin(office)
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, "safe:ya")
    await office.passes(minutes=31)
    assert knocks(office) == 1
    assert ANI not in office.sent
    await office.passes(days=31)
    async with office.storage.look() as look:
        assert await look.dialogues(REPORTER) == ()
    assert knocks(office) <= 3


async def test_what_is_said_again_moves_the_nudge(office: Office) -> None:
    await lets_us_begin(office)
    await office.command(REPORTER, "start")
    await office.passes(minutes=20)
    await office.answers(REPORTER, "safe:ya")
    await office.passes(minutes=20)
    assert knocks(office) == 0
    await office.passes(minutes=11)
    assert knocks(office) == 1


async def test_every_clock_passes_by_what_is_not_there_any_more(office: Office) -> None:
    """A reminder of a case that was forgotten, or of a draft that was sent, is silently over; the rota's go on.

    Only who asked to leave does so, whatever became of the draft.
    """
    of_something = [clock for clock in Clock if clock not in SUBJECTS and clock is not Clock.LEAVE]
    for clock in of_something:
        await set_for(office, clock, "12345", at=NOON)
    sweeper = replace(office.sweeper, ticks=lambda: 0.0)
    assert await sweeper.sweep(now=NOON) == len(of_something)
    assert await office.sweeper.sweep(now=NOON + timedelta(days=400)) == 0
    await office.deliver()
    assert office.sent == {}
    await set_for(office, Clock.LEAVE, "12345", at=NOON)
    assert await sweeper.sweep(now=NOON) == 1
    await office.deliver()
    assert {chat: [one.panel for one in said] for chat, said in office.sent.items()} == {12345: [Panel.NONE]}


async def test_who_is_away_is_passed_by_at_once_and_that_is_said(office: Office) -> None:
    for chat in (ANI, BUDI):
        await office.does(chat, Doing.BLOCKED)
    await office.command(REPORTER, "darurat")
    (call,) = [message for message in office.sent[CITRA] if message.phrase.key == "alert-call"]
    assert getattr(call.phrase.args["passed"], "key", "") == "alert-no-duty"


async def nothing() -> None:
    """There is nothing to be done before a sweep."""


async def test_the_ticker_goes_on_after_a_sweep_that_failed() -> None:
    class Swept:
        times = 0
        over = asyncio.Event()

        async def sweep(self, *, now: datetime) -> int:
            self.times += 1
            if self.times == 1:
                raise RuntimeError("the database is away")
            self.over.set()
            return 0

        async def tidy(self, *, now: datetime) -> None:
            raise RuntimeError("this too")

    swept: Any = Swept()
    ticker = Ticker(swept, now=lambda: NOON, told=lambda: None, first=nothing, beat=lambda: None)
    running = asyncio.create_task(ticker.run())
    ticker.nudge()
    while swept.times < 1:
        await asyncio.sleep(0)
    ticker.nudge()
    await swept.over.wait()
    await ticker._tidy()
    assert not running.done()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
