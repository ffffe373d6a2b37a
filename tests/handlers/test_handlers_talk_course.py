"""What an officer wrote and what became of it: waiting, delivered, stopped, not answered, read again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from cases.case import Case, CaseNumber, CaseRef, Joined, Status
from cases.line import Line, LineKind, LineRef
from cases.messages import ChatId, Lane, Message
from cases.outcome import EventKind, Outcome
from cases.safe_contact import SafeContact
from cases.talk import TalkState
from handlers import undelivered
from handlers.desk import hear
from handlers.heard import Doing, Heard
from storage import Outgoing, Person
from tests.handlers.file_unit import held, keys
from tests.handlers.talk_unit import buttons_of, newest, reply, state, talks, told, two
from tests.office import ANI, BUDI, CITRA, CRY, EKA, REPORTER, Office, world
from triage.facts import Facts

OUT = timedelta(minutes=16)


async def test_outside_the_chat_nothing_of_it_goes_out_until_they_write(office: Office, case: Case) -> None:
    news = await told(office)
    office.now += OUT
    before = len(office.sent[REPORTER])
    for words in ("satu", "dua"):
        await reply(office, EKA, news, words)
        await office.presses(EKA, "sendtalk")
        office.now += timedelta(seconds=1)
    assert len(office.sent[REPORTER]) == before
    assert "talk-is-waiting" in str(newest(office, EKA, "talk-status"))
    shown = await office.says(REPORTER, "halo")
    assert keys(shown)[:2] == ["talk-from-unit", "talk-from-unit"]
    assert ["satu" in str(shown[0]), "dua" in str(shown[1])] == [True, True]
    assert await state(office) == [TalkState.DELIVERED] * 2
    assert "talk-from-unit" not in keys(await office.says(REPORTER, "halo lagi"))
    assert await state(office) == [TalkState.READ] * 2


async def test_the_reporter_stops_it_and_is_still_answered(office: Office, case: Case) -> None:
    news = await told(office)
    await reply(office, EKA, news, "Kami datang.")
    await office.presses(EKA, "sendtalk")
    office.now += timedelta(minutes=1)
    await office.presses(REPORTER, "stoptalk")
    async with office.storage.look() as look:
        person = await look.person(REPORTER)
        kinds = [event.kind for event in await look.history(case.ref)]
    assert person is not None
    assert person.safe.first is False
    assert EventKind.REPORTER_STOPPED in kinds
    assert "reporter-stopped" in office.heard_by(EKA)
    await reply(office, EKA, news, "Masih di sana?")
    await office.presses(EKA, "sendtalk")
    assert office.sent[REPORTER][-1].phrase.key == "talk-stopped"
    office.now += timedelta(minutes=1)
    assert "talk-from-unit" in keys(await office.says(REPORTER, "Kapan kalian datang?"))
    await reply(office, EKA, newest(office, EKA, "alert-news"), "Besok.")
    await office.presses(EKA, "sendtalk")
    assert "Besok." in str(office.sent[REPORTER][-1])


async def test_a_blocked_bot_is_told_at_once_to_the_holder_and_in_danger_to_the_leads(office: Office) -> None:
    first, _ = await two(office)
    await reply(office, ANI, first, "Kami datang.")
    async with office.storage.work() as work:
        button = next(b for b in reversed(buttons_of(office, ANI)) if b.action == "sendtalk")
        heard = Heard(ANI, Doing.PRESSED, office.now, action="sendtalk", ref=button.ref)
        await hear(work, heard, world(), now=office.now)
        words = Message(REPORTER, first.phrase, about_talk=button.ref)
        outgoing = Outgoing(1, REPORTER, words, 1, False, None, office.now)
        await undelivered.unreachable(work, outgoing, world=world(), now=office.now)
    await office.deliver()
    assert "talk-not-reached" in office.heard_by(ANI)
    assert "talk-not-reached" in office.heard_by(CITRA)
    failed = next(talk for talk in await talks(office, str(first.about_case)) if talk.is_ours)
    assert failed.state is TalkState.FAILED


async def test_who_is_not_answered_rings_at_the_holder_then_at_the_leads_until_it_is(
    office: Office, case: Case
) -> None:
    office.watched = False
    await told(office)
    await office.passes(minutes=239)
    assert "talk-waits" not in office.heard_by(EKA)
    await office.passes(minutes=2)
    assert office.heard_by(EKA).count("talk-waits") == 1
    assert "talk-waits-lead" not in office.heard_by(CITRA)
    await office.passes(days=1)
    assert "talk-waits-lead" in office.heard_by(CITRA)
    await office.presses(EKA, "noreply")
    rung = office.heard_by(EKA).count("talk-waits")
    await office.passes(days=2)
    assert office.heard_by(EKA).count("talk-waits") == rung


async def test_in_danger_it_rings_after_half_an_hour_also_at_night(office: Office) -> None:
    office.watched = False
    office.now += timedelta(hours=12)
    await held(office, Facts(), risk="TINGGI")
    await told(office)
    await office.passes(minutes=31)
    assert newest(office, EKA, "talk-waits").lane is Lane.ESCALATION


async def test_a_draft_that_is_not_sent_is_brought_up_once_and_dropped(office: Office, case: Case) -> None:
    office.watched = False
    await reply(office, EKA, await told(office), "Kami datang.")
    await office.passes(minutes=31)
    assert "talk-unsent" in str(newest(office, EKA, "talk-preview"))
    await office.passes(minutes=31)
    assert await state(office) == [TalkState.DROPPED]
    assert set(keys(await office.presses(EKA, "sendtalk"))) == {"talk-not-draft", "talk-status"}
    assert "talk-from-unit" not in office.heard_by(REPORTER)


async def test_whether_it_was_read_is_said_with_the_next_words(office: Office, case: Case) -> None:
    await told(office)
    first = newest(office, REPORTER, "addition-received")
    await told(office)
    second = newest(office, REPORTER, "addition-received")
    await office.presses(EKA, "talks")
    await told(office)
    third = newest(office, REPORTER, "addition-received")
    read = [message.phrase.args["read"].key for message in (first, second, third)]  # type: ignore[union-attr]
    assert read == ["nothing", "talk-not-read", "talk-was-read"]


async def test_a_new_holder_reads_the_conversation_with_a_trace(office: Office, case: Case) -> None:
    for nth in range(12):
        office.now += timedelta(minutes=1)
        await office.says(REPORTER, f"kabar nomor {nth} dari rumah saya")
    await reply(office, EKA, newest(office, EKA, "alert-news"), "Kami datang.")
    await office.presses(EKA, "sendtalk")
    await office.presses(EKA, "talks")
    page = office.sent[EKA][-1]
    assert page.phrase.key == "talk-page"
    assert len(page.phrase.args["lines"]) == 8  # type: ignore[arg-type]
    await office.presses(EKA, "talks", "8")
    assert "kabar nomor 0 " in str(office.sent[EKA][-1])
    async with office.storage.look() as look:
        assert [seen.what for seen in await look.looks(case.ref)].count("talk") == 14
    assert keys(await office.press(BUDI, page.buttons[0][0])) == ["refusal-not-allowed"]


async def test_danger_in_the_talk_is_heard_first(office: Office, case: Case) -> None:
    await reply(office, EKA, await told(office), "Kami datang.")
    await office.presses(EKA, "sendtalk")
    words = newest(office, REPORTER, "talk-from-unit")
    await reply(office, REPORTER, words, CRY)
    assert "alert-call" in office.heard_by(ANI)
    assert CRY in {talk.text for talk in await talks(office) if not talk.is_ours}


async def test_a_reporter_with_two_cases_is_heard_for_the_one_they_reply_to(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.command(REPORTER, "lapor")
    await office.command(REPORTER, "darurat")
    first, second = sorted(await office.cases(), key=lambda one: one.number)
    async with office.storage.work() as work:
        eka = (await office.member(EKA)).id
        now = await work.case(first.ref)
        assert now is not None
        await work.record(Outcome(cases=(replace(now, manager=eka),)), now=office.now)
    await office.command(EKA, "chat")
    await office.presses(EKA, "chat")
    await office.says(EKA, "Apa kabar?")
    await office.presses(EKA, "sendtalk")
    words = office.sent[REPORTER][-1]
    assert words.phrase.key == "talk-from-unit-about"
    await reply(office, REPORTER, words, "sudah lebih baik, terima kasih banyak")
    assert "terima kasih banyak" in str([talk.text for talk in await talks(office, str(first.ref))])
    assert "terima kasih banyak" not in str([talk.text for talk in await talks(office, str(second.ref))])


async def test_leads_find_who_waits_and_others_find_their_own(office: Office, case: Case) -> None:
    await told(office)
    for chat in (EKA, CITRA):
        (listed,) = await office.command(chat, "chat")
        assert listed.buttons[0][0].label.key == "button-talk-waits"
    assert keys(await office.command(BUDI, "chat")) == ["talk-list-empty"]


async def test_whoever_left_their_chat_is_not_written_to(office: Office, case: Case) -> None:
    news = await told(office)
    async with office.storage.work() as work:
        await work.save_person(Person(REPORTER, left_at=office.now, safe=SafeContact(first=True)))
    before = len(office.sent[REPORTER])
    await reply(office, EKA, news, "Kami datang.")
    await office.presses(EKA, "sendtalk")
    assert len(office.sent[REPORTER]) == before
    assert "talk-is-waiting-allowed" in str(newest(office, EKA, "talk-status"))


async def test_what_comes_from_another_phone_is_answered_there(office: Office, case: Case) -> None:
    """The newest words say where somebody is; an answer to older ones goes where these came from."""
    other = ChatId(77)
    line = Line(LineRef("line"), case.ref, other, LineKind.PHONE, office.now)
    async with office.storage.work() as work:
        await work.record(Outcome(lines=(line,)), now=office.now)
    news = await told(office)
    office.now += timedelta(minutes=1)
    await office.does(other, Doing.IGNORED)
    await office.presses(EKA, "chat")
    await reply(office, EKA, news, "untuk HP lama")
    await office.presses(EKA, "sendtalk")
    assert "untuk HP lama" in str(office.sent[REPORTER][-1])
    assert other not in office.sent
    card = replace(news.buttons[0][0], ref="c")
    await office.press(EKA, card)
    await office.says(EKA, "untuk HP itu")
    await office.presses(EKA, "sendtalk")
    assert "untuk HP itu" in str(office.sent[other][-1])
    assert "untuk HP itu" not in str(office.sent[REPORTER])
    async with office.storage.work() as work:
        kept = await work.line(line.ref)
        assert kept is not None
        await work.record(Outcome(lines=(replace(kept, open=False),)), now=office.now)
    await office.press(EKA, card)
    await office.says(EKA, "sekarang")
    await office.presses(EKA, "sendtalk")
    assert "sekarang" in str(office.sent[REPORTER][-1])


async def test_a_grown_up_who_was_let_in_is_not_written_to_in_the_reporters_place(office: Office, case: Case) -> None:
    trusted = ChatId(77)
    line = Line(LineRef("line"), case.ref, trusted, LineKind.TRUSTED, office.now, "Bu Guru")
    async with office.storage.work() as work:
        await work.record(Outcome(lines=(line,)), now=office.now)
    await told(office)
    office.now += timedelta(minutes=1)
    await office.says(trusted, "nomor saya boleh ditulis")
    news = newest(office, EKA, "alert-news")
    await office.press(EKA, replace(news.buttons[0][0], ref="c"))
    await office.says(EKA, "untuk anak")
    await office.presses(EKA, "sendtalk")
    assert "untuk anak" not in str(office.sent[trusted])
    preview = (await reply(office, EKA, news, "untuk Bu Guru"))[-1]
    assert "talk-to-trusted" in str(preview.phrase)
    await office.presses(EKA, "sendtalk")
    assert "untuk Bu Guru" in str(office.sent[trusted][-1])


async def test_a_draft_for_a_line_that_was_closed_since_is_not_sent(office: Office, case: Case) -> None:
    other = ChatId(77)
    line = Line(LineRef("line"), case.ref, other, LineKind.PHONE, office.now)
    async with office.storage.work() as work:
        await work.record(Outcome(lines=(line,)), now=office.now)
    await told(office)
    office.now += timedelta(minutes=1)
    await office.does(other, Doing.IGNORED)
    await office.press(EKA, replace(newest(office, EKA, "alert-news").buttons[0][0], ref="c"))
    await office.says(EKA, "untuk HP itu")
    async with office.storage.work() as work:
        kept = await work.line(line.ref)
        assert kept is not None
        await work.record(Outcome(lines=(replace(kept, open=False),)), now=office.now)
    assert keys(await office.presses(EKA, "sendtalk")) == ["refusal-not-allowed"]
    assert other not in office.sent


async def test_of_joined_reports_each_reporter_is_answered_alone(office: Office, case: Case) -> None:
    other = ChatId(8)
    part = replace(
        case, ref=CaseRef("d"), number=CaseNumber("LU-2026-0002"), reporter=other, joined_to=case.ref, version=0
    )
    part = replace(part, status=Status.CLOSED, extra={"receipt": "2"})
    async with office.storage.work() as work:
        eka = (await office.member(EKA)).id
        main = await work.case(case.ref)
        assert main is not None
        joined = Joined(part.ref, part.number, office.now, eka, office.now)
        await work.record(Outcome(cases=(part, replace(main, reports=(joined,)))), now=office.now)
    await office.says(other, "rumahnya dekat sungai, saya tetangganya")
    news = newest(office, EKA, "alert-news")
    assert news.about_case == case.ref
    await reply(office, EKA, news, "terima kasih")
    preview = newest(office, EKA, "talk-preview")
    assert {str(case.number), str(part.number)} <= set(re.findall(r"LU-\d+-\d+", str(preview.phrase)))
    await office.presses(EKA, "sendtalk")
    words = office.sent[other][-1]
    assert words.phrase.key == "talk-from-unit"
    assert str(case.number) not in str(office.sent[other])
    assert "talk-from-unit" not in office.heard_by(REPORTER)
    await office.presses(EKA, "talks")
    assert "talk-line-theirs-of" in str(office.sent[EKA][-1])
    await office.press(EKA, replace(news.buttons[0][0], ref=case.ref))
    assert office.sent[EKA][-1].phrase.key == "talk-which"


async def test_what_did_not_arrive_while_it_was_an_answer_is_shown_later(office: Office, case: Case) -> None:
    await reply(office, EKA, await told(office), "Kami datang.")
    button = next(b for b in reversed(buttons_of(office, EKA)) if b.action == "sendtalk")
    async with office.storage.work() as work:
        heard = Heard(EKA, Doing.PRESSED, office.now, action="sendtalk", ref=button.ref)
        await hear(work, heard, world(), now=office.now)
        for outgoing in await work.pick(now=office.now, limit=9):
            await work.give_up(outgoing)
    office.now += OUT
    assert "talk-from-unit" in keys(await office.says(REPORTER, "halo"))
    assert "talk-from-unit" not in keys(await office.says(REPORTER, "halo lagi"))
