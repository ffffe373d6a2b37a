"""Leaving in one tap, what fades by itself, and the harmless chat behind a word, at a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from cases.alert import Cause
from cases.messages import ChatId, Clears, Message, Panel
from cases.outcome import Clock, EventKind
from cases.safe_contact import SafeContact
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from storage import Arrival, Person
from tests.office import ANI, BUDI, CRY, REPORTER, Office

STORY = "tetangga saya sering bertengkar di rumah setiap malam"


async def writes(office: Office, text: str = "", **more: Any) -> list[Message]:
    """Somebody writes, and their message has a number on their phone, as in life."""
    office.numbers += 1
    number = office.numbers
    async with office.storage.work() as work:
        await work.take_in([Arrival(9_000_000 + number, int(REPORTER), b"{}", office.now, number)])
        (item,) = await work.waiting(now=office.now, limit=1)
        await work.worked(item)
    answer = more.pop("answer", Answer(Kind.TEXT, text=text))
    doing = more.pop("doing", Doing.SAID)
    return await office.does(REPORTER, doing, answer=answer, message=number, **more)


async def leaves(office: Office) -> list[Message]:
    return await writes(office, "/keluar", doing=Doing.COMMAND, command="keluar")


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


async def known(office: Office) -> Person:
    async with office.storage.look() as look:
        person = await look.person(REPORTER)
    assert person is not None
    return person


async def chooses(office: Office, **safe: Any) -> None:
    async with office.storage.work() as work:
        person = await work.person(REPORTER) or Person(REPORTER)
        await work.save_person(replace(person, safe=SafeContact(**safe)))


async def numbers_left(office: Office) -> int:
    async with office.storage.look() as look:
        standing = await look.standing(REPORTER, clears=Clears.ALL, row=1 << 40, now=office.now)
    return len(standing.numbers)


async def test_one_tap_leaves_one_innocent_line_and_no_keyboard(office: Office) -> None:
    await writes(office, "/start", doing=Doing.COMMAND, command="start")
    (line,) = await leaves(office)
    assert line.phrase.key == "leave-perpustakaan"
    assert line.panel is Panel.NONE
    assert office.stands(REPORTER) == ["leave-perpustakaan"]
    assert {number for chat, number in office.deleted if chat == REPORTER} == set(range(1, office.numbers))
    assert await numbers_left(office) == 1
    assert (await known(office)).left_at == office.now


@pytest.mark.parametrize("word", ["keluar", " Keluar! ", "EXIT"])
async def test_the_word_does_it_too_at_any_step_and_in_the_chosen_cover(office: Office, word: str) -> None:
    await writes(office, "/start", doing=Doing.COMMAND, command="start")
    await chooses(office, cover="klinik")
    await office.presses(REPORTER, "a", "safe:ya")
    await writes(office, word)
    assert office.stands(REPORTER) == ["leave-klinik"]


async def test_what_waits_for_the_chat_is_never_said(office: Office) -> None:
    """Also what is more urgent than the rest, and an edit of what stood there."""
    await writes(office, "halo")
    deliver, office.deliver = office.deliver, nothing  # type: ignore[method-assign]
    await writes(office, CRY)
    await writes(office, "/keluar", doing=Doing.COMMAND, command="keluar")
    await deliver()
    assert office.stands(REPORTER) == ["leave-perpustakaan"]
    assert "alert-by-words" not in office.heard_by(REPORTER)
    assert "alert-call" in office.heard_by(ANI)


async def nothing() -> None:
    """Nothing goes out."""


@pytest.mark.parametrize("died", [True, False], ids=["sudden end", "no clear answer"])
async def test_an_answer_under_way_never_comes_behind_the_last_line(office: Office, died: bool) -> None:
    deliver, office.deliver = office.deliver, nothing  # type: ignore[method-assign]
    await writes(office, "/bantuan", doing=Doing.COMMAND, command="bantuan")
    async with office.storage.work() as work:
        (under_way,) = await work.pick(now=office.now, limit=1)
    await leaves(office)
    async with office.storage.work() as work:
        if died:
            assert await work.reclaim() == 0
        else:
            await work.retry(under_way, at=office.now, why="timed_out", uncertain=True)
    await deliver()
    assert office.heard_by(REPORTER) == ["leave-perpustakaan"]
    assert 2 in {number for _, number in office.deleted}, "its number is not known, and was looked for"


async def test_what_could_prove_something_is_asked_for_once(office: Office) -> None:
    await writes(office, STORY)
    (asked,) = await leaves(office)
    assert asked.phrase.key == "leave-keep"
    assert [button.choice for row in asked.buttons for button in row] == ["keep", "forget"]
    (line,) = await office.presses(REPORTER, "exiting", "keep")
    assert line.phrase.key == "leave-perpustakaan"
    assert office.stands(REPORTER) == ["leave-perpustakaan"]
    async with office.storage.look() as look:
        draft = await look.dialogue(REPORTER, "report")
    assert draft is not None
    assert draft.answers["story"][0]["text"] == STORY


async def test_thrown_away_is_forgotten_with_its_clocks(office: Office) -> None:
    await writes(office, answer=Answer(Kind.DOCUMENT, file_id="f", size=3))
    await leaves(office)
    await office.presses(REPORTER, "exiting", "forget")
    async with office.storage.look() as look:
        assert await look.dialogue(REPORTER, "report") is None
        assert await look.reminders(str(int(REPORTER))) == ()
    assert office.stands(REPORTER) == ["leave-perpustakaan"]


@pytest.mark.parametrize("again", [True, False], ids=["pressed again", "no answer"])
async def test_whoever_has_no_time_is_out_and_what_was_told_is_kept(office: Office, again: bool) -> None:
    await writes(office, STORY)
    await leaves(office)
    if again:
        await leaves(office)
    else:
        await office.passes(seconds=59)
        assert office.stands(REPORTER)[-1] == "leave-keep"
        await office.passes(seconds=1)
    assert office.stands(REPORTER) == ["leave-perpustakaan"]
    async with office.storage.look() as look:
        assert await look.dialogue(REPORTER, "report") is not None
        assert Clock.LEAVE not in {one.clock for one in await look.reminders(str(int(REPORTER)))}


async def test_who_holds_the_case_is_told_and_nothing_of_it_is_lost(office: Office) -> None:
    await writes(office, CRY)
    await office.presses(ANI, "take")
    await leaves(office)
    (case,) = await office.cases()
    assert "reporter-left" in office.heard_by(ANI)
    assert "reporter-left" not in office.heard_by(BUDI)
    assert case.answers["story"]
    async with office.storage.look() as look:
        assert [e.kind for e in await look.history(case.ref)].count(EventKind.REPORTER_LEFT) == 1


async def test_what_is_older_than_two_days_is_named_with_the_way_to_delete_it(office: Office) -> None:
    await writes(office, "/start", doing=Doing.COMMAND, command="start")
    office.now += timedelta(hours=48)
    old = set(range(1, office.numbers + 1))
    assert old
    await writes(office, "/bantuan", doing=Doing.COMMAND, command="bantuan")
    (line,) = await leaves(office)
    assert line.phrase.key == "leave-older"
    assert not old & {number for _, number in office.deleted}
    office.now += timedelta(days=9)
    (line,) = await leaves(office)
    assert line.phrase.key == "leave-older", "it still stands there, and nobody remembers its number"


async def test_staff_may_leave_as_well_and_their_calls_are_not_taken_away(office: Office) -> None:
    await writes(office, "halo")
    deliver, office.deliver = office.deliver, nothing  # type: ignore[method-assign]
    await writes(office, CRY)
    await office.command(ANI, "keluar")
    await deliver()
    assert office.heard_by(ANI).count("alert-call") == 1


async def at_phone_question(office: Office) -> None:
    await writes(office, "/darurat", doing=Doing.COMMAND, command="darurat")
    await office.answers(REPORTER, "place:_skip", "now:_skip")
    assert office.sent[REPORTER][-1].fades or office.sent[REPORTER][-2].fades


async def test_a_private_question_and_its_answer_are_gone_after_ten_minutes(office: Office) -> None:
    await at_phone_question(office)
    await writes(office, "0812 3456 7890")
    number = office.numbers - 0
    assert "question-answered" in office.stands(REPORTER)
    before = len(office.deleted)
    await office.passes(minutes=9, seconds=59)
    assert len(office.deleted) == before
    await office.passes(seconds=1)
    gone = [n for chat, n in office.deleted[before:] if chat == REPORTER]
    assert len(gone) == len(set(gone)) == 2, "one message of ours however often it was changed, and one of theirs"
    assert number
    assert not any(m.fades and m.phrase.key == k for m in office.sent[REPORTER] for k in office.stands(REPORTER))
    await office.passes(hours=1)
    assert len([n for chat, n in office.deleted[before:] if chat == REPORTER]) == 2


async def test_a_private_question_off_the_phone_does_not_come_back_by_its_answer(office: Office) -> None:
    await at_phone_question(office)
    await office.passes(minutes=10)
    said = await writes(office, "0812 3456 7890")
    assert "question-answered" not in keys(said)
    assert said


@pytest.mark.parametrize("kind", [Kind.LOCATION, Kind.CONTACT])
async def test_a_place_and_a_number_fade_whenever_they_were_shared(office: Office, kind: Kind) -> None:
    await writes(office, "/start", doing=Doing.COMMAND, command="start")
    shared = {Kind.LOCATION: {"latitude": -2.5, "longitude": 120.3}, Kind.CONTACT: {"phone": "081234567890"}}
    await writes(office, answer=Answer(kind, **shared[kind]))
    number = max(set(range(1, office.numbers + 1)) - set(office.numbered[REPORTER]) - {0})
    before = len(office.deleted)
    await office.passes(minutes=10)
    assert (REPORTER, number) in office.deleted[before:]


async def test_a_clock_that_was_put_back_lets_nothing_stand_for_a_day(office: Office) -> None:
    office.watched = False
    await at_phone_question(office)
    office.now -= timedelta(days=1)
    before = len(office.deleted)
    await office.rings()
    assert len(office.deleted) > before


async def test_what_an_officer_was_shown_of_somebody_fades_after_five_minutes(office: Office) -> None:
    await writes(office, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "look")
    assert "case-file" in office.stands(ANI)
    await office.passes(minutes=5)
    assert not {"case-file", "case-story"} & set(office.stands(ANI))
    assert "alert-yours" in office.stands(ANI) or "alert-taken-you" in office.stands(ANI)


READS_OF_CASES = ("case", "case_key", "alert", "event", "line", "talk", "receipt", "party", "entry", "visit")


@contextmanager
def spying() -> Iterator[list[str]]:
    """Every statement that names a table of cases."""
    told: list[str] = []

    def listen(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        words = statement.replace('"', " ").replace("(", " ").replace(",", " ").replace(".", " ").split()
        named = {word for before, word in pairwise(words) if before in ("FROM", "JOIN", "INTO", "UPDATE")}
        if named & set(READS_OF_CASES):
            told.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


async def disguised(office: Office, **safe: Any) -> None:
    await writes(office, CRY)
    await chooses(office, decoy="Buku Merah", cover="sekolah", **safe)
    await writes(office, " buku MERAH. ")


async def test_a_word_opens_a_harmless_chat_in_which_no_case_is_read(office: Office) -> None:
    await disguised(office, proof="jendela")
    assert office.stands(REPORTER) == ["decoy-sekolah-menu", "decoy-sekolah-jam"]
    seen = len(office.sent[REPORTER])
    old = [b for m in office.sent[REPORTER] for row in m.buttons for b in row if b.action in ("a", "lang", "urgent")]
    with spying() as told:
        await writes(office, "jam berapa buka?")
        await writes(office, "/status", doing=Doing.COMMAND, command="status")
        await writes(office, "/start", doing=Doing.COMMAND, command="start")
        await writes(office, "/start jendel", doing=Doing.COMMAND, command="start")
        await writes(office, "buku merah")
        await writes(office, "siapa kamu?")
        await writes(office, "apa ini", doing=Doing.EDITED)
        await writes(office, answer=Answer(Kind.PHOTO, file_id="f", size=2))
        await office.presses(REPORTER, "decoy", "cuaca")
        await office.press(REPORTER, next(b for b in old if b.action == "a"))
        await writes(office, "/keluar", doing=Doing.COMMAND, command="keluar")
        await writes(office, "halo?")
    assert told == []
    said = keys(office.sent[REPORTER][seen:])
    assert all(key.startswith(("decoy-sekolah-", "leave-sekolah")) for key in said)
    assert {"decoy-sekolah-jam", "decoy-sekolah-cuaca", "leave-sekolah"} <= set(said)
    with spying() as told:
        await writes(office, "/start JENDELA", doing=Doing.COMMAND, command="start")
        await writes(office, CRY)
    assert told, "the spy sees what there is to see"
    assert "status-told" in office.stands(REPORTER)


async def test_without_a_word_of_proof_the_same_word_leads_back(office: Office) -> None:
    await disguised(office)
    await writes(office, "buku-merah")
    # Back to the report that was begun, its open question, and the keyboard; not to another report beside it.
    back = office.stands(REPORTER)[2:]
    assert "welcome" not in back
    assert {"panel-reporter", "status-told", "ask-caught"} <= set(back)
    assert any(message.panel is Panel.REPORTER for message in office.sent[REPORTER][-4:])
    await writes(office, "halo")
    assert not any(key.startswith("decoy-") for key in office.stands(REPORTER)[2:])


async def test_danger_in_a_disguise_is_heard_and_does_not_show(office: Office) -> None:
    await chooses(office, decoy="buku merah")
    await writes(office, "buku merah")
    seen = len(office.sent[REPORTER])
    await writes(office, CRY)
    (case,) = await office.cases()
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.cause is Cause.WORDS
    assert "alert-call" in office.heard_by(ANI)
    assert case.answers["silent"] is True
    await office.presses(ANI, "take")
    await office.presses(ANI, "look")
    assert "line-silent" in str(office.sent[ANI])
    await office.passes(hours=2)
    assert all(key.startswith("decoy-") for key in keys(office.sent[REPORTER][seen:]))
    assert len(office.sent[REPORTER]) == seen + 1


@pytest.mark.parametrize("has_case", [True, False])
async def test_the_word_itself_can_call_without_a_sound(office: Office, has_case: bool) -> None:
    if has_case:
        await writes(office, "/lapor", doing=Doing.COMMAND, command="lapor")
        await office.answers(REPORTER, "safe:ya")
    await chooses(office, decoy="buku merah", alarm=True)
    (hello, hours) = await writes(office, "buku merah")
    assert hello.panel is Panel.NONE
    assert not hello.buttons, "no keyboard can be taken away by a message with buttons"
    assert hours.buttons
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.cause is Cause.DECLARED
    assert "alert-call" in office.heard_by(ANI)
    assert office.stands(REPORTER) == ["decoy-perpustakaan-menu", "decoy-perpustakaan-jam"]


async def test_the_red_key_in_a_disguise_calls_too(office: Office) -> None:
    await chooses(office, decoy="buku merah")
    await writes(office, "buku merah")
    await office.does(REPORTER, Doing.PRESSED, action="urgent")
    assert "alert-call" in office.heard_by(BUDI)
    assert set(office.stands(REPORTER)) == {"decoy-perpustakaan-menu", "decoy-perpustakaan-jam"}


async def test_nobody_of_the_unit_is_ever_in_a_disguise(office: Office) -> None:
    async with office.storage.work() as work:
        await work.save_person(Person(ANI, safe=SafeContact(decoy="buku merah")))
    assert not any(k.startswith("decoy-") for k in keys(await office.says(ANI, "buku merah")))
    assert ChatId(ANI) not in {chat for chat, _ in office.deleted}


@pytest.mark.parametrize("step", ["who", "send"])
async def test_the_first_words_after_leaving_bring_the_keyboard_and_nothing_that_was_told(
    office: Office, step: str
) -> None:
    await writes(office, "/start", doing=Doing.COMMAND, command="start")
    await office.presses(REPORTER, "a", "safe:ya")
    while step == "send" and "send" not in str(office.sent[REPORTER][-1].buttons):
        await office.presses(REPORTER, "a", f"{office.sent[REPORTER][-1].slot.removeprefix('q:')}:_skip")
    await leaves(office)
    await office.passes(minutes=1)
    (hello,) = await writes(office, "halo")
    assert (hello.phrase.key, hello.panel) == ("nudge", Panel.REPORTER)
    async with office.storage.look() as look:
        draft = await look.dialogue(REPORTER, "report")
    assert draft is not None
    assert "halo" in str(draft.answers["story"])
    # They go on where they were.
    assert draft.step == step
    assert "nudge" not in keys(await writes(office, "saya sendiri, perempuan dewasa"))


async def test_the_keyboard_comes_back_beside_a_case_too(office: Office) -> None:
    await writes(office, CRY)
    await leaves(office)
    first = await writes(office, "/status", doing=Doing.COMMAND, command="status")
    assert [message.panel for message in first if not message.buttons] == [Panel.REPORTER]
    again = await writes(office, "/status", doing=Doing.COMMAND, command="status")
    assert all(message.panel is Panel.UNCHANGED for message in again)
