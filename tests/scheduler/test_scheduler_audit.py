"""The audit sees what is broken in the rows alone, calls by itself, and is silent while everything works."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, text

from cases.alert import Alert, AlertRef, AlertState
from cases.audit import PARTS
from cases.case import Case
from cases.evidence import Fault, Finding
from cases.messages import ChatId, Message
from cases.moves import Action
from cases.outcome import Clock, EventKind, Outcome
from handlers.heard import Doing
from storage import Arrival
from storage.tables import EPOCH
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, GITA, REPORTER, Office

Breaks = Callable[[Office], Awaitable[None]]


async def run(office: Office, statement: str, **values: object) -> None:
    """Break something by hand, beneath everything that would notice."""
    async with office.storage.work() as work:
        changed = await work._connection.execute(text(statement), values)
        assert changed.rowcount > 0, statement


def micro(office: Office, **ago: float) -> int:
    return int((office.now - timedelta(**ago) - EPOCH) / timedelta(microseconds=1))


async def the_case(office: Office) -> Case:
    (case,) = await office.cases()
    return case


async def the_alert(office: Office) -> Alert:
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    return alert


async def happened(office: Office, kind: EventKind) -> list[str]:
    case = await the_case(office)
    async with office.storage.look() as look:
        return [str(event.told["what"]) for event in await look.history(case.ref) if event.kind is kind]


def calls(office: Office, chat: ChatId) -> list[Message]:
    return [message for message in office.sent.get(chat, []) if message.phrase.key == "alert-call"]


def found_by_audit(message: Message) -> bool:
    return getattr(message.phrase.args["passed"], "key", "") == "audit-found"


async def emergency(office: Office) -> None:
    await office.command(REPORTER, "darurat")


async def taken(office: Office) -> None:
    await emergency(office)
    await office.presses(ANI, Action.TAKE)


async def confirmed(office: Office) -> None:
    await taken(office)
    await office.presses(ANI, "judge")
    await office.presses(ANI, Action.CONFIRM)


async def unfinished(office: Office) -> None:
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, "safe:ya", "who:sp", "kind:pukul", "kind:_done", "when:_skip", "danger:cekik")
    await office.answers(REPORTER, "danger:_done")
    await office.passes(minutes=31)


async def assigned(office: Office) -> None:
    await confirmed(office)
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, Action.ASSIGN)
    await office.passes(minutes=1)


async def no_alert(office: Office) -> None:
    await run(office, "DELETE FROM alert_course")
    await run(office, "DELETE FROM alert")
    await run(office, "DELETE FROM reminder WHERE clock IN ('ladder', 'outreach')")


async def no_step(office: Office) -> None:
    await run(office, "DELETE FROM reminder WHERE clock = 'ladder'")


async def step_far(office: Office) -> None:
    await run(office, "UPDATE reminder SET due_at = due_at + 86400000000 WHERE clock = 'ladder'")


async def step_late(office: Office) -> None:
    office.now += timedelta(minutes=3, seconds=31)


async def step_fails(office: Office) -> None:
    await run(office, "UPDATE reminder SET attempts = 2 WHERE clock = 'ladder'")


async def not_called(office: Office) -> None:
    await run(office, "UPDATE outbox SET created_at = created_at - 3600000000 WHERE about_alert IS NOT NULL")
    await run(office, "UPDATE reminder SET due_at = :due WHERE clock = 'ladder'", due=micro(office, minutes=-5))


async def call_lost(office: Office) -> None:
    await run(office, "UPDATE outbox SET state = 'failed' WHERE about_alert IS NOT NULL")


async def holder_left(office: Office) -> None:
    await run(office, "UPDATE staff SET active = 0, on_duty = 0 WHERE id = 1")


async def holder_blocked(office: Office) -> None:
    await run(office, "UPDATE staff SET reachable = 0 WHERE id = 1")


CALLED: tuple[tuple[str, Breaks, Breaks, Fault], ...] = (
    ("no alert", emergency, no_alert, Fault.NO_ALERT),
    ("no next step", emergency, no_step, Fault.NO_STEP),
    ("next step a day away", emergency, step_far, Fault.STEP_FAR),
    ("next step late", emergency, step_late, Fault.STEP_LATE),
    ("next step fails again and again", emergency, step_fails, Fault.STEP_LATE),
    ("steps without calls", emergency, not_called, Fault.NOT_CALLED),
    ("calls that never arrived", emergency, call_lost, Fault.CALL_LOST),
    ("holder has left", taken, holder_left, Fault.HOLDER_GONE),
    ("holder blocked the bot", taken, holder_blocked, Fault.HOLDER_GONE),
    ("unfinished report without step", unfinished, no_step, Fault.NO_STEP),
)


@pytest.mark.parametrize(("before", "breaks", "fault"), [row[1:] for row in CALLED], ids=[row[0] for row in CALLED])
async def test_an_alert_that_is_nobodys_is_called_for(
    office: Office, before: Breaks, breaks: Breaks, fault: Fault
) -> None:
    """One thing broken is one finding; Budi is called with the card that says who found it; then it is in order."""
    await before(office)
    assert await office.audit.look(now=office.now) == ()
    calls_before = len(calls(office, BUDI))
    await breaks(office)
    assert [finding.fault for finding in await office.watch()] == [fault]
    assert await happened(office, EventKind.ALERT_FOUND) == [str(fault)]
    (card,) = calls(office, BUDI)[calls_before:]
    assert found_by_audit(card)
    assert card.about_alert == (await the_alert(office)).ref
    assert await office.watch() == ()
    await office.presses(BUDI, Action.TAKE)
    assert (await the_alert(office)).state is AlertState.TAKEN
    assert await office.watch(seconds=30) == ()


async def silence_lost(office: Office) -> None:
    await run(office, "DELETE FROM reminder WHERE clock = 'silence'")


async def silence_late(office: Office) -> None:
    office.now += timedelta(minutes=60, seconds=31)
    await run(office, "UPDATE reminder SET due_at = due_at + 86400000000 WHERE clock <> 'silence'")


def lost(clock: Clock) -> Breaks:
    async def breaks(office: Office) -> None:
        await run(office, f"DELETE FROM reminder WHERE clock = '{clock}'")

    return breaks


def late(clock: Clock) -> Breaks:
    async def breaks(office: Office) -> None:
        await run(office, f"UPDATE reminder SET due_at = :due WHERE clock = '{clock}'", due=micro(office, minutes=3))

    return breaks


async def inbox_waits(office: Office) -> None:
    async with office.storage.work() as work:
        await work.take_in([Arrival(1, 9, b"{}", office.now - timedelta(minutes=3))])


async def set_aside(office: Office) -> None:
    await inbox_waits(office)
    await run(office, "UPDATE inbox SET state = 'set_aside', received_at = received_at - 600000000")


async def call_stuck(office: Office) -> None:
    await run(
        office,
        "UPDATE outbox SET state = 'sending', created_at = :at WHERE about_alert IS NOT NULL",
        at=micro(office, seconds=61),
    )


async def breach_untold(office: Office) -> None:
    office.now += timedelta(hours=24, minutes=3)
    for clock in ("silence", "confirmation", "contact"):
        await run(office, f"UPDATE reminder SET due_at = :due WHERE clock = '{clock}'", due=micro(office, hours=-1))
    await run(office, "UPDATE reminder SET due_at = :due WHERE clock = 'outreach'", due=micro(office, hours=-5))


SAID: tuple[tuple[str, Breaks, Breaks, Fault], ...] = (
    ("nobody will ask the holder", taken, silence_lost, Fault.NO_ASKING),
    ("asking is late", taken, silence_late, Fault.ASKING_LATE),
    ("outreach clock lost", taken, lost(Clock.OUTREACH), Fault.CLOCK_MISSING),
    ("outreach clock late", taken, late(Clock.OUTREACH), Fault.CLOCK_LATE),
    ("outreach breached, nobody told", taken, breach_untold, Fault.BREACH_UNTOLD),
    ("contact clock lost", emergency, lost(Clock.CONTACT), Fault.CLOCK_MISSING),
    ("contact clock late", emergency, late(Clock.CONTACT), Fault.CLOCK_LATE),
    ("confirmation clock lost", emergency, lost(Clock.CONFIRMATION), Fault.CLOCK_MISSING),
    ("confirmation clock late", emergency, late(Clock.CONFIRMATION), Fault.CLOCK_LATE),
    ("assignment clock lost", confirmed, lost(Clock.ASSIGNMENT), Fault.CLOCK_MISSING),
    ("assignment clock late", confirmed, late(Clock.ASSIGNMENT), Fault.CLOCK_LATE),
    ("visit clock lost", assigned, lost(Clock.VISIT), Fault.CLOCK_MISSING),
    ("visit clock late", assigned, late(Clock.VISIT), Fault.CLOCK_LATE),
    ("an urgent message stuck", emergency, call_stuck, Fault.CALL_STUCK),
    ("worker stands still", emergency, inbox_waits, Fault.INBOX_STUCK),
    ("set aside and forgotten", emergency, set_aside, Fault.SET_ASIDE),
)


@pytest.mark.parametrize(("before", "breaks", "fault"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
async def test_a_part_that_stands_still_is_said_once(
    office: Office, before: Breaks, breaks: Breaks, fault: Fault
) -> None:
    """The operator hears it, and for late clocks the coordinator; half a minute later it is not said again."""
    await before(office)
    assert await office.audit.look(now=office.now) == ()
    await breaks(office)
    assert [finding.fault for finding in await office.watch()] == [fault]
    assert office.heard_by(GITA).count("audit-operator") == 1
    leads = fault in (Fault.CLOCK_LATE, Fault.BREACH_UNTOLD, Fault.ASKING_LATE)
    assert office.heard_by(CITRA).count("audit-clocks") == leads
    await office.watch(seconds=30)
    assert office.heard_by(GITA).count("audit-operator") == 1
    assert office.heard_by(CITRA).count("audit-clocks") == leads
    events = [*await happened(office, EventKind.CLOCK_FOUND), *await happened(office, EventKind.ALERT_FOUND)]
    assert len(events) == (0 if fault in (Fault.INBOX_STUCK, Fault.SET_ASIDE) else 1)


async def test_with_no_ladder_at_all_it_is_called_every_minute_until_it_is_taken(office: Office) -> None:
    await emergency(office)
    await no_alert(office)
    for _ in range(10):
        await office.watch(seconds=30)
        await run_if_any(office, "DELETE FROM reminder WHERE clock = 'ladder'")
    assert 4 <= len(calls(office, BUDI)) - 1 <= 5
    assert calls(office, DEWI)
    assert calls(office, EKA)
    assert not calls(office, GITA)
    assert office.heard_by(GITA).count("audit-operator") == 1
    await office.presses(DEWI, Action.TAKE)
    heard = len(calls(office, BUDI))
    await office.watch(seconds=61)
    assert len(calls(office, BUDI)) == heard


async def run_if_any(office: Office, statement: str) -> None:
    async with office.storage.work() as work:
        await work._connection.execute(text(statement))


async def test_a_holder_who_does_not_answer_is_relieved_though_no_clock_rings(office: Office) -> None:
    """Sixty minutes of silence, ten for the answer: all by the audit, with the scheduler standing still."""
    await taken(office)
    await office.watch(minutes=60, seconds=31)
    assert "alert-still-there" in office.heard_by(ANI)
    await office.watch(minutes=10, seconds=31)
    assert (await the_alert(office)).state is AlertState.OPEN
    assert found_by_audit(calls(office, BUDI)[-1])


async def test_an_emergency_that_begins_again_after_its_alert_ended_is_seen(office: Office) -> None:
    """The reporter presses Darurat once more, and the code that should call does not even make an alert."""
    await taken(office)
    await office.presses(ANI, Action.RECORD_OUTREACH)
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    assert await office.watch(minutes=1) == ()
    await office.says(REPORTER, CRY)
    alert = await the_alert(office)
    await run(office, "DELETE FROM alert_course WHERE alert_ref = :ref", ref=alert.ref)
    await run(office, "DELETE FROM alert WHERE ref = :ref", ref=alert.ref)
    await run(office, "DELETE FROM reminder WHERE clock IN ('ladder', 'outreach')")
    assert [finding.fault for finding in await office.watch(seconds=1)] == [Fault.NO_ALERT]
    assert found_by_audit(calls(office, BUDI)[-1])


async def test_nobody_who_can_be_called_is_said_and_paged(office: Office) -> None:
    for chat in (ANI, BUDI, CITRA, DEWI, EKA):
        await office.does(chat, Doing.BLOCKED)
    await emergency(office)
    await no_step(office)
    assert [finding.fault for finding in await office.watch()] == [Fault.NO_STEP]
    assert "alert-nobody" in office.heard_by(GITA)
    assert (await the_alert(office)).paged_at == office.now


async def test_one_repair_that_fails_spoils_no_other(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """The history of one case can't be read any more; the other is called for all the same."""
    await emergency(office)
    broken = await the_case(office)
    await office.command(ChatId(8), "darurat")
    await run(office, "UPDATE case_event SET kind = 'alert_found', told = x'00' WHERE case_ref = :ref", ref=broken.ref)
    await run(office, "DELETE FROM reminder WHERE clock = 'ladder'")
    found = await office.watch(seconds=1)
    assert [finding.fault for finding in found] == [Fault.NO_STEP, Fault.NO_STEP]
    assert [found_by_audit(card) for card in calls(office, BUDI)] == [False, False, True]
    assert "could not be repaired" in caplog.text


async def test_a_clock_that_was_set_is_no_finding(office: Office) -> None:
    """What waits and what was called moves with the clock; so does the audit's view of it."""
    await emergency(office)
    await office.passes(minutes=2)
    for step in (timedelta(days=1), timedelta(days=-2)):
        async with office.storage.work() as work:
            await work.move_what_waits(step)
        office.now += step
        await office.passes(seconds=30)


async def test_a_call_that_telegram_does_not_take_goes_by_the_second_channel_once(office: Office) -> None:
    await emergency(office)
    await call_stuck(office)
    assert [finding.fault for finding in await office.watch()] == [Fault.CALL_STUCK]
    found = [finding.fault for finding in await office.watch(minutes=1, seconds=31)]
    assert found == [Fault.CALL_STUCK, Fault.CALL_UNPAGED]
    assert await happened(office, EventKind.ALERT_FOUND) == ["call_stuck", "call_unpaged"]
    assert (await the_alert(office)).paged_at == office.now
    assert [finding.fault for finding in await office.watch(seconds=5)] == [Fault.CALL_STUCK]


async def test_a_step_that_is_stuck_after_its_alert_was_paged_is_not_paged_again_at_once(office: Office) -> None:
    """Telegram is away: the outage was paged, and then the ladder's next step can't go out either."""
    await emergency(office)
    async with office.storage.work() as work:
        alert = await the_alert(office)
        await work.record(Outcome(alerts=(replace(alert, paged_at=office.now),)), now=office.now)
    office.now += timedelta(minutes=2)
    await call_stuck(office)
    found = [finding.fault for _ in range(3) for finding in await office.watch(seconds=31)]
    assert Fault.CALL_STUCK in found
    assert Fault.CALL_UNPAGED not in found


async def test_an_alert_that_can_not_be_read_is_said(office: Office) -> None:
    await emergency(office)
    await run(office, "UPDATE alert SET body = x'00'")
    assert [finding.fault for finding in await office.watch()] == [Fault.UNREADABLE]
    assert office.heard_by(GITA) == ["audit-operator"]


@pytest.mark.parametrize("seed", range(3))
async def test_while_everything_works_nothing_is_found(office: Office, seed: int) -> None:
    """A random walk through calls, takes, silences and late starts: first the sweep, then the audit, never a find."""
    dice = random.Random(seed)
    chats = (ANI, BUDI, CITRA, DEWI)
    presses = (*Action, "managers")
    for _ in range(40):
        match dice.randrange(6):
            case 0:
                await office.command(ChatId(dice.choice((7, 8, 9))), "darurat")
            case 1:
                await office.says(ChatId(dice.choice((7, 8, 9))), dice.choice((CRY, "suami saya memukul anak saya")))
            case 2 | 3:
                chat = dice.choice(chats)
                shown = [b for m in office.sent.get(chat, []) for row in m.buttons for b in row if b.action in presses]
                if shown:
                    await office.press(chat, dice.choice(shown))
            case 4:
                await office.passes(minutes=dice.choice((0.5, 3, 7, 31, 66)))
            case _:
                await office.passes(hours=dice.choice((1, 5, 13, 26)))
        assert await office.audit.look(now=office.now) == ()


async def test_it_asks_no_more_of_the_database_for_what_is_closed(office: Office) -> None:
    """No question walks through all cases, alerts or messages."""
    asked: list[tuple[str, object]] = []
    await assigned(office)
    await office.command(ChatId(8), "darurat")
    engine = office.storage._connections._read.sync_engine  # type: ignore[attr-defined]
    event.listen(engine, "before_cursor_execute", lambda c, x, statement, values, *_: asked.append((statement, values)))
    assert await office.audit.look(now=office.now) == ()
    questions = [(statement, values) for statement, values in asked if statement.startswith("SELECT")]
    walked = []
    async with office.storage.look() as look:
        for statement, values in questions:
            plan = await look._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
            walked += [(row[3], statement) for row in plan.all() if row[3].startswith("SCAN")]
    assert len(asked) > 10
    assert {line for line, _ in walked} <= PASSED_THROUGH


#: Staff are a handful, reminders stand only for what is open, and these indices hold nothing that is over.
PASSED_THROUGH = {
    "SCAN staff",
    "SCAN staff_group",
    "SCAN reminder",
    "SCAN outbox USING INDEX ix_outbox_sending",
    "SCAN alert USING INDEX ix_alert_open",
    "SCAN case USING INDEX ix_case_open",
    "SCAN inbox USING INDEX ix_inbox_waiting",
    "SCAN inbox USING INDEX ix_inbox_set_aside",
}


def test_every_find_is_said_to_somebody() -> None:
    assert set(Fault) - set(PARTS) == {Fault.HOLDER_GONE}
    assert Finding(Fault.CLOCK_LATE, None, AlertRef("a"), Clock.VISIT, "v").what == "clock_late:visit:v"
