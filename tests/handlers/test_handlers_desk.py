"""Whoever speaks is heard: danger reaches somebody, nothing told is overwritten, and who left learns nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from cases.messages import ChatId
from cases.outcome import Outcome
from cases.refusals import Changed
from cases.staff import Role, StaffId
from handlers import undelivered
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from storage import Outgoing
from tests.handlers.file_unit import every_key
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, GITA, REPORTER, Office, world


async def closed_under_the_draft(office: Office) -> None:
    """The reporter is still asked on, but the case behind it was closed."""
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.shut()
    assert await office.cases() == ()


async def test_danger_after_the_case_was_closed_is_a_new_case(office: Office) -> None:
    await closed_under_the_draft(office)
    await office.says(REPORTER, CRY)
    (case,) = await office.cases()
    assert case.emergency
    assert office.heard_by(ANI).count("alert-call") == 2


async def test_the_red_button_after_the_case_was_closed_calls_again(office: Office) -> None:
    await closed_under_the_draft(office)
    await office.command(REPORTER, "darurat")
    assert len(await office.cases()) == 1
    assert office.heard_by(BUDI).count("alert-call") == 2


async def test_a_second_report_does_not_overwrite_the_first(office: Office) -> None:
    await office.says(REPORTER, CRY)
    (first,) = await office.cases()
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.command(REPORTER, "lapor")
    await office.says(REPORTER, "sekarang tentang anak tetangga saya, lain orang")
    await office.command(REPORTER, "darurat")
    cases = await office.cases()
    assert len(cases) == 2
    kept = next(case for case in cases if case.ref == first.ref)
    assert kept.answers["story"] == first.answers["story"]


async def test_a_cry_for_help_is_heard_from_whoever_writes_it_and_wherever(office: Office) -> None:
    await office.command(REPORTER, "tolong", text=CRY)
    assert len(await office.cases()) == 1
    await office.says(EKA, CRY)
    assert len(await office.cases()) == 2
    assert office.heard_by(ANI).count("alert-call") == 2


async def test_what_staff_write_in_a_form_is_no_cry(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:tidak")
    await office.says(ANI, "pelaku mengancam mau bunuh korban sekarang")
    assert len(await office.cases()) == 1
    assert "outreach-recorded-unsafe" in office.heard_by(ANI)


async def test_who_left_is_a_stranger_with_old_buttons(office: Office) -> None:
    await office.says(REPORTER, CRY)
    async with office.storage.work() as work:
        await work.set_active((await office.member(ANI)).id, False)
    before = office.sent[ANI][:]
    for action in ("take", "decline"):
        await office.presses(ANI, action)
    assert office.sent[ANI] == before
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.taken_by is None


async def test_who_holds_nothing_is_shown_nothing(office: Office) -> None:
    """A case manager of other cases, with the very buttons of this one, gets no word of what was told."""
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")
    (case,) = await office.cases()
    held = office.button(ANI, "judge")
    for action in ("file", "open", "judge", "confirm", "raise", "lower", "managers", "assign", "close", "contact"):
        seen = await office.press(EKA, replace(held, action=action, version=case.version, choice="1"))
        assert {message.phrase.key for message in seen} <= {"refusal-not-allowed", "refusal-unknown"}
        seen = await office.press(EKA, replace(held, action=action, ref="no-such-ref", choice="1"))
        assert {message.phrase.key for message in seen} <= {"refusal-not-allowed", "refusal-unknown"}
    async with office.storage.look() as look:
        assert {look_.by for look_ in await look.looks(case.ref)} == {(await office.member(ANI)).id}


async def test_an_officer_who_blocks_the_bot_is_replaced_at_once(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.does(ANI, Doing.BLOCKED)
    assert CITRA in office.sent
    assert "alert-call" not in office.heard_by(CITRA)
    await office.does(BUDI, Doing.BLOCKED)
    assert "alert-call" in office.heard_by(CITRA)
    assert office.heard_by(CITRA).count("staff-unreachable") == 2


async def lost(office: Office, *, row: int, about: str) -> None:
    await office.command(REPORTER, "darurat")
    (call,) = (message for message in office.sent[ANI] if message.phrase.key == "alert-call")
    message = replace(call, about_alert=about or call.about_alert)
    async with office.storage.work() as work:
        outgoing = Outgoing(row, ANI, message, 1, False, None, office.now)
        await undelivered.lost(work, outgoing, world=world(), now=office.now)
    await office.deliver()


async def test_a_lost_message_is_told_even_when_its_case_is_gone(office: Office) -> None:
    await lost(office, row=17, about="forgotten")
    assert office.heard_by(GITA) == ["outbox-lost"]


async def test_where_nobody_keeps_the_machine_the_leads_hear_of_it(office: Office) -> None:
    async with office.storage.work() as work:
        await work.set_active((await office.member(GITA)).id, False)
    await lost(office, row=17, about="")
    assert "outbox-lost" in office.heard_by(CITRA)


async def test_of_two_hundred_who_take_at_once_one_wins(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    async with office.storage.work() as work:
        for number in range(200):
            await work.add_staff(chat=_chat(number), name=f"Petugas {number}", role=Role.DUTY_OFFICER, on_duty=True)
    taking = office.button(ANI, "take")

    async def take(number: int) -> None:
        async with office.storage.work() as work:
            heard = Heard(_chat(number), Doing.PRESSED, office.now, action="take", ref=taking.ref)
            await hear(work, heard, world(), now=office.now)

    await asyncio.gather(*(take(number) for number in range(200)))
    await office.deliver()
    said = [office.heard_by(_chat(number)) for number in range(200)]
    assert sum("alert-yours" in heard for heard in said) == 1
    assert sum("refusal-taken" in heard for heard in said) == 199
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
        taken = [event for event in await look.history(alert.case) if event.kind == "alert_taken"]
    assert [event.by for event in taken] == [alert.taken_by]


async def test_of_two_who_decided_on_the_same_state_the_later_is_refused(office: Office) -> None:
    """What storage guarantees under the desk: a decision on an old state is not recorded."""
    await office.command(REPORTER, "darurat")
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    refused = 0
    for taker in (StaffId(1), StaffId(2)):
        try:
            async with office.storage.work() as work:
                await work.record(Outcome(alerts=(replace(alert, taken_by=taker),)), now=office.now)
        except Changed:
            refused += 1
    assert refused == 1


async def test_a_file_that_is_too_big_does_not_take_its_words_with_it(office: Office) -> None:
    big = Answer(Kind.VIDEO, text=CRY, file_id="x", size=21 * 1024 * 1024)
    await office.does(REPORTER, Doing.SAID, answer=big)
    assert "file-too-big" in office.heard_by(REPORTER)
    assert (await office.cases())[0].emergency


async def test_a_file_that_is_too_big_is_refused_once(office: Office) -> None:
    await office.command(REPORTER, "start")
    big = Answer(Kind.DOCUMENT, file_id="x", size=21 * 1024 * 1024)
    said = [m.phrase.key for m in await office.does(REPORTER, Doing.SAID, answer=big)]
    assert said == ["file-too-big", "ask-safe"]


async def test_a_child_who_calls_is_spoken_to_as_a_child_to_the_end(office: Office) -> None:
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, "safe:ya", "who:sa", "victim:pa", "age:12", "kind:seks", "kind:_done", "when:h1")
    assert "alert-by-answers-child" in office.heard_by(REPORTER)
    assert "urgent-again-child" in [m.phrase.key for m in await office.says(REPORTER, CRY)]
    await office.answers(REPORTER, "place:_skip", "now:tenang", "phone:_skip", "more:cukup")
    assert office.heard_by(REPORTER)[-2:] == ["report-thanks-urgent-child", "receipt-shown-child"]


async def test_the_card_says_why_it_is_an_emergency_where_no_rule_does(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    (card,) = await office.presses(ANI, "judge")
    assert "reason-declared" in every_key(card.phrase)
    await office.answers(REPORTER, "place:_skip", "now:senjata", "now:_done")
    (card,) = await office.presses(ANI, "judge")
    assert "reason-declared" not in every_key(card.phrase)


async def test_thanks_are_answered_and_ask_nothing_anew(office: Office) -> None:
    await office.command(REPORTER, "start")
    said = await office.does(REPORTER, Doing.SAID, answer=Answer(Kind.TEXT, text="makasih kak"))
    assert [m.phrase.key for m in said] == ["remark-thanks"]
    # A yes stays a yes, however politely it is said.
    said = await office.does(REPORTER, Doing.SAID, answer=Answer(Kind.TEXT, text="ya, terima kasih"))
    assert "remark-thanks" not in [m.phrase.key for m in said]


async def test_a_changed_message_reaches_who_holds_the_case(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    changed = Answer(Kind.TEXT, text="rumah saya yang pagar hijau dekat masjid besar")
    await office.does(REPORTER, Doing.EDITED, answer=changed)
    assert "alert-news" in office.heard_by(ANI)
    assert "pagar hijau" in str((await office.cases())[0].answers["story"])


async def test_the_most_urgent_of_many_cases_are_shown(office: Office) -> None:
    for number in range(22):
        await office.does(_chat(number), Doing.COMMAND, command="darurat")
        await office.presses(ANI, "take")
        await office.presses(ANI, "outreach")
        await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
        await office.presses(ANI, "confirm")
        if number < 21:
            await office.presses(CITRA, "managers")
            await office.presses(CITRA, "assign")
    (shown,) = await office.command(DEWI, "kasus")
    unassigned = (await office.cases())[-1]
    assert unassigned.manager is None
    assert shown.buttons[0][0].ref == unassigned.ref


def _chat(number: int) -> ChatId:
    return ChatId(5000 + number)
