"""At the desk: several who take, handing over with a button, closing by two, and what becomes of who is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cases.alert import Alert, AlertState, Cause
from cases.messages import ChatId
from cases.outcome import Clock
from handlers import undelivered
from handlers.heard import Doing
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, REPORTER, Office, world


async def alert_of(office: Office) -> Alert:
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    return alert


async def silence(office: Office) -> timedelta:
    """How long the holder's silence is still borne."""
    alert = await alert_of(office)
    async with office.storage.look() as look:
        due = {reminder.clock: reminder.due_at for reminder in await look.reminders(alert.ref)}
    at = due[Clock.SILENCE]
    assert at is not None
    return at - office.now


async def taken(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")


async def offered(office: Office, to: ChatId) -> None:
    await office.presses(ANI, "offer", "")
    await office.presses(ANI, "offer", str((await office.member(to)).id))


async def test_handing_over_with_a_button_and_the_colleagues_acceptance(office: Office) -> None:
    await taken(office)
    (choice,) = await office.presses(ANI, "offer", "")
    assert choice.phrase.key == "choose-colleague"
    shown = [str(button.label.args["name"]) for row in choice.buttons for button in row]
    assert shown == ["Budi", "Citra", "Dewi", "Eka"], "those on duty first; neither oneself nor the admin"
    await offered(office, EKA)
    assert office.heard_by(EKA) == ["alert-offered"]
    seen = await office.presses(EKA, "accept")
    assert {"alert-yours", "case-file"} <= {message.phrase.key for message in seen}
    alert = await alert_of(office)
    assert alert.taken_by == (await office.member(EKA)).id
    async with office.storage.look() as look:
        assert [one.what for one in await look.looks(alert.case) if one.by == alert.taken_by] == ["alert", "file"]
    mine = [message for message in office.sent[ANI] if message.slot == f"mine:{alert.ref}"]
    assert (mine[-1].phrase.key, mine[-1].buttons) == ("alert-let-go", ())
    seen = await office.presses(ANI, "outreach")
    assert [message.phrase.key for message in seen] == ["refusal-not-allowed"]


async def test_an_answer_that_comes_late_changes_nothing(office: Office) -> None:
    await taken(office)
    await offered(office, EKA)
    late = office.button(EKA, "accept")
    await office.passes(minutes=10)
    assert "offer-refused" in office.heard_by(ANI)
    for button in (late, replace(late, action="decline", choice="offer")):
        assert [message.phrase.key for message in await office.press(EKA, button)] == ["refusal-changed"]
    assert (await alert_of(office)).taken_by == (await office.member(ANI)).id
    await office.passes(minutes=1)
    await offered(office, EKA)
    seen = await office.press(EKA, late)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "alert-offered"]
    await office.presses(EKA, "decline", "offer")
    assert office.heard_by(ANI).count("offer-refused") == 2


async def test_closed_without_outreach_by_two_from_the_card_that_was_shown(office: Office) -> None:
    await taken(office)
    await office.presses(ANI, "end")
    await office.answers(ANI, "ereason:ganda")
    first = office.button(BUDI, "agreeend")
    assert [m.phrase.key for m in await office.press(ANI, first)] == ["refusal-needs-another"]
    await office.presses(BUDI, "file")
    assert "case-file" in office.heard_by(BUDI), "who agrees has read it"
    await office.passes(minutes=1)
    await office.presses(ANI, "end")
    await office.says(ANI, "sudah dijemput keluarganya")
    seen = await office.press(BUDI, first)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "ending-asked"]
    await office.passes(minutes=5)
    await office.presses(BUDI, "agreeend")
    async with office.storage.look() as look:
        assert await look.open_alerts() == ()
    (case,) = await office.cases()
    assert case.emergency
    assert "ending-agreed-lead" in office.heard_by(CITRA)


async def test_not_agreed_is_said_and_the_call_goes_on(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.command(CITRA, "tugas")
    await office.presses(CITRA, "end")
    await office.answers(CITRA, "ereason:salah")
    await office.presses(DEWI, "disagreeend")
    assert "ending-refused" in office.heard_by(CITRA)
    await office.passes(minutes=3)
    assert office.heard_by(ANI).count("alert-call") == 2


async def test_leads_see_what_others_hold_and_others_do_not(office: Office) -> None:
    await taken(office)
    assert "alert-held" in [m.phrase.key for m in await office.command(CITRA, "tugas")]
    assert [m.phrase.key for m in await office.command(BUDI, "tugas")] == ["no-alerts"]


async def test_whatever_the_holder_does_for_the_case_is_a_sign_of_life(office: Office) -> None:
    await taken(office)
    for action in ("look", "judge", "outreach", "offer"):
        await office.passes(minutes=50)
        await office.presses(ANI, action)
        assert await silence(office) == timedelta(minutes=60), action
    await office.passes(minutes=50)
    await office.presses(ANI, "outreach")
    await office.passes(minutes=50)
    await office.answers(ANI, "owhen:0")
    assert await silence(office) == timedelta(minutes=60), "also filling in a form"
    await office.passes(minutes=50)
    await office.command(ANI, "piket")
    assert await silence(office) == timedelta(minutes=10), "but not what has nothing to do with it"


async def test_who_was_asked_and_then_acts_need_not_answer(office: Office) -> None:
    await taken(office)
    await office.passes(minutes=60)
    assert "alert-still-there" in office.heard_by(ANI)
    await office.presses(ANI, "look")
    assert "alert-kept" in office.heard_by(ANI)
    assert (await alert_of(office)).asked_at is None


async def test_a_holder_who_leaves_gives_it_back_at_once(office: Office) -> None:
    await taken(office)
    async with office.storage.work() as work:
        person = await office.member(ANI)
        await work.set_active(person.id, False)
        await work.record(await undelivered.gone(work, person, world=world(), now=office.now), now=office.now)
    heard = len(office.sent[ANI])
    await office.deliver()
    alert = await alert_of(office)
    assert (alert.state, alert.taken_by) == (AlertState.OPEN, None)
    assert office.heard_by(BUDI).count("alert-call") == 2
    assert "alert-returned-lead" in office.heard_by(CITRA)
    assert len(office.sent[ANI]) == heard


async def visit_due(office: Office) -> None:
    """A calm case that Eka holds; its first visit is due in a week."""
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    async with office.storage.look() as look:
        (case,) = await look.open_cases()
        visit = await look.planned_visit(case.ref)
    assert visit is not None
    late = visit.due_on + timedelta(days=1) - world().profile.local(office.now).date()
    await office.passes(days=late.days)


async def test_a_missed_visit_is_called_taken_and_over_when_it_was_made(office: Office) -> None:
    await visit_due(office)
    alert = await alert_of(office)
    assert alert.cause is Cause.MISSED_VISIT
    assert office.heard_by(EKA).count("alert-call") == 1
    seen = await office.presses(EKA, "take")
    (card,) = [message for message in seen if message.phrase.key == "visit-yours"]
    assert [b.action for row in card.buttons[:2] for b in row] == ["visited", "postpone", "unsafe"]
    await office.passes(hours=9)
    assert await silence(office) > timedelta(hours=8), "nobody is asked at night whether they are still visiting"
    await office.presses(EKA, "visited")
    await office.answers(EKA, "vresult:baik", "vrisk:tetap")
    async with office.storage.look() as look:
        assert await look.open_alerts() == ()


async def test_a_missed_visit_does_not_hide_an_emergency_nor_the_other_way_round(office: Office) -> None:
    await visit_due(office)
    await office.presses(EKA, "take")
    await office.presses(EKA, "unsafe")
    async with office.storage.look() as look:
        alerts = await look.open_alerts()
    assert {alert.cause for alert in alerts} == {Cause.MISSED_VISIT, Cause.UNSAFE_VISIT}
    await office.presses(EKA, "postpone")
    await office.says(EKA, "menunggu polisi")
    await office.answers(EKA, "lday:1")
    assert (await alert_of(office)).cause is Cause.UNSAFE_VISIT


async def test_a_case_that_goes_to_another_takes_the_call_for_its_visit_with_it(office: Office) -> None:
    await visit_due(office)
    await office.presses(EKA, "take")
    await office.command(CITRA, "kasus")
    await office.presses(CITRA, "open")
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    async with office.storage.look() as look:
        assert await look.open_alerts() == ()
    assert "alert-over" in office.heard_by(EKA)


async def test_who_blocks_the_bot_while_asked_or_holding_is_replaced_at_once(office: Office) -> None:
    await taken(office)
    await offered(office, EKA)
    await office.does(EKA, Doing.BLOCKED)
    assert "offer-refused" in office.heard_by(ANI)
    await office.does(ANI, Doing.BLOCKED)
    assert (await alert_of(office)).state is AlertState.OPEN
    assert office.heard_by(BUDI).count("alert-call") == 2
