"""The receipt code, the chosen word beside it, and opening the conversation from another phone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy import event as listened

from cases.case import Case
from cases.covers import KNOCKS
from cases.line import LineKind, replies_to
from cases.messages import ChatId, Message
from cases.outcome import Clock, EventKind
from cases.receipt import AT_ONCE, LONGEST_WAIT, digits_in, is_whole
from cases.safe_contact import IN_CHAT
from handlers.drafts import draft_subject
from handlers.refs import new_receipt
from tests.handlers.people_unit import keys
from tests.office import ANI, CRY, REPORTER, Office

NEW, STRANGER, AUNT = ChatId(81), ChatId(82), ChatId(83)
WORD = "pohon jeruk"
_REST = (
    "kind:hina", "kind:_done", "when:h1", "danger:none", "state:none", "doer:tetangga", "reach:rumah",
    "place:73.22.11", "village:73.22.11.2003", "needs:aman", "needs:_done", "tell:_skip", "contact:chat", "send:kirim",
)  # fmt: skip
#: A grown woman, a child, and a neighbour tell of words that hurt.
CALM = ("safe:ya", "who:sp", *_REST)
CHILD = ("safe:ya", "who:sa", "victim:pa", "age:12", *_REST)
NEIGHBOUR = ("safe:ya", "who:lain", "victim:pd", *_REST)


async def reported(office: Office, chat: ChatId = REPORTER, way: tuple[str, ...] = CALM) -> Case:
    """A report that was sent, question by question."""
    await office.command(chat, "start")
    for answer in way:
        await office.presses(chat, "a", answer)
    (case,) = [one for one in await office.cases() if one.reporter == chat]
    return case


def shown_code(office: Office, chat: ChatId = REPORTER) -> str:
    """The code as it was shown last."""
    shown = [m for m in office.sent[chat] if m.phrase.key.startswith("receipt-shown")]
    return digits_in(str(shown[-1].phrase.args["code"]))


async def with_word(office: Office, way: tuple[str, ...] = CALM) -> tuple[Case, str]:
    case = await reported(office, way=way)
    code = shown_code(office)
    await office.presses(REPORTER, "receipt-saved")
    await office.says(REPORTER, WORD)
    return case, code


async def tries(office: Office, chat: ChatId, code: str, word: str, **wait: float) -> list[Message]:
    """Code and word typed in that chat, and all that comes of it once it was judged."""
    before = len(office.sent.get(chat, ()))
    await office.command(chat, "buka")
    await office.says(chat, code)
    await office.says(chat, word)
    await office.passes(**wait)
    return office.sent[chat][before:]


def stands(office: Office, chat: ChatId) -> str:
    """All that was ever said in a chat, as text."""
    return str([(m.phrase, m.buttons) for m in office.sent.get(chat, [])])


async def test_the_code_is_shown_once_and_cleared_from_the_message_when_saved(office: Office) -> None:
    office.watched = False
    await reported(office)
    shown = [m for m in office.sent[REPORTER] if m.phrase.key == "receipt-shown"]
    assert len(shown) == 1
    assert shown[0].protect
    assert shown[0].fades == 10
    code = digits_in(str(shown[0].phrase.args["code"]))
    assert is_whole(code)
    assert len(code) == 16
    assert str(shown[0].phrase.args["code"]).split() == [code[n : n + 4] for n in range(0, 16, 4)]
    told = await office.presses(REPORTER, "receipt-saved")
    edited = [m for n, m in enumerate(office.sent[REPORTER]) if (REPORTER, n) in office.edits]
    assert edited[-1].phrase.key == "receipt-put-away"
    assert edited[-1].fades == 10
    assert edited[-1].slot == shown[0].slot
    assert "ask-rword" in keys(told)
    question = next(m for m in told if m.phrase.key == "ask-rword")
    assert question.fades == 10
    # Pressed again it says nothing new: there is nothing left to put away.
    assert await office.presses(REPORTER, "receipt-saved") == []


async def test_neither_code_nor_word_can_be_read_anywhere_in_the_database(office: Office) -> None:
    office.watched = False
    case, code = await with_word(office)
    assert "receipt" not in case.extra
    async with office.storage.look() as look:
        now = await look.case(case.ref)
        assert now is not None
        assert code not in str(now)
        assert WORD.replace(" ", "") not in str(now)
        assert await look.has_word(case.ref)
        assert await look.opens(code, "pohonjeruk") == case.ref
        assert await look.opens(code, "pohonmangga") is None
        assert await look.opens(new_receipt(), "pohonjeruk") is None
        assert all(code not in str(one) for one in await look.dialogues(REPORTER))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "short"),
        ("Password", "obvious"),
        ("Rahá sia", "obvious"),
        ("aaaaaa", "obvious"),
    ],
)
async def test_a_word_that_anybody_would_try_is_asked_for_again(office: Office, typed: str, said: str) -> None:
    office.watched = False
    case = await reported(office)
    await office.presses(REPORTER, "receipt-saved")
    assert keys(await office.says(REPORTER, typed)) == [f"rword-{said}"]
    async with office.storage.look() as look:
        assert not await look.has_word(case.ref)
    assert "rword-kept" in keys(await office.says(REPORTER, WORD))


async def test_what_is_told_instead_of_a_word_goes_to_the_case(office: Office) -> None:
    office.watched = False
    case = await reported(office)
    await office.presses(REPORTER, "receipt-saved")
    told = "jadwal sekolah sampai jam satu siang setiap hari"
    assert "addition-received" in keys(await office.says(REPORTER, told))
    async with office.storage.look() as look:
        now = await look.case(case.ref)
        assert now is not None
        assert told in str(now.answers["story"])
        assert not await look.has_word(case.ref)
    assert "rword-kept" in keys(await office.says(REPORTER, WORD))


async def test_whoever_goes_on_without_saving_is_reminded_once_and_never_held_up(office: Office) -> None:
    office.watched = False
    await reported(office)
    said = keys(await office.says(REPORTER, "alamat lengkapnya jalan melati nomor dua belas ya bu"))
    assert said == ["addition-received", "receipt-unsaved"]
    assert keys(await office.says(REPORTER, "rumahnya yang pagar hijau dekat masjid")) == ["addition-received"]
    assert "urgent-raised" in keys(await office.command(REPORTER, "darurat"))


async def test_without_a_word_the_code_opens_nothing_from_elsewhere(office: Office) -> None:
    office.watched = False
    await reported(office)
    code = shown_code(office)
    await office.presses(REPORTER, "receipt-saved")
    assert "rword-skipped" in keys(await office.answers(REPORTER, "rword:_skip"))
    for word in ("kosong", "rword", "pohon"):
        assert keys(await tries(office, NEW, code, word, seconds=1))[-1] == "opening-refused"


async def test_another_phone_goes_on_with_the_conversation(office: Office) -> None:
    office.watched = False
    case, code = await with_word(office)
    told = await tries(office, NEW, code, "POHON-jéruk", seconds=1)
    assert keys(told)[-2:] == ["opening-done", "status-told"]
    assert "line-opened" in [key for sent in office.sent.values() for key in keys(sent)]
    said = await office.says(NEW, "rumah tantenya dekat pasar lama")
    assert keys(said) == ["addition-received"]
    async with office.storage.look() as look:
        now = await look.case(case.ref)
        lines = await look.lines(case.ref)
        happened = [one.kind for one in await look.history(case.ref)]
    assert now is not None
    assert [(one.chat, one.kind, one.open) for one in lines] == [(NEW, LineKind.PHONE, True)]
    assert happened.count(EventKind.LINE_OPENED) == 1
    assert replies_to(now) == NEW
    # Whoever writes last is answered; the old phone is still theirs.
    await office.says(REPORTER, "nomor rumahnya dua belas")
    async with office.storage.look() as look:
        now = await look.case(case.ref)
    assert now is not None
    assert replies_to(now) == REPORTER
    # Let in twice it is the same line.
    await tries(office, NEW, code, WORD, seconds=1)
    async with office.storage.look() as look:
        assert len(await look.lines(case.ref)) == 1


async def test_the_report_that_start_began_gives_way_to_the_conversation(office: Office) -> None:
    """Every new chat begins with /start, and so with a first question that nobody meant to answer."""
    office.watched = False
    case, code = await with_word(office)
    assert "ask-safe" in keys(await office.command(NEW, "start"))
    assert keys(await office.command(NEW, "status")) == ["ask-ocode"]
    await office.command(STRANGER, "start")
    assert "ask-oword" in keys(await office.says(STRANGER, code))
    await tries(office, NEW, code, WORD, seconds=1)
    assert keys(await office.says(NEW, "nomor rumahnya dua belas")) == ["addition-received"]
    assert [one.ref for one in await office.cases()] == [case.ref]


async def test_a_slip_is_told_as_a_slip_before_anything_is_looked_up(office: Office) -> None:
    office.watched = False
    await office.command(NEW, "buka")
    code = new_receipt()
    swapped = code[:3] + str((int(code[3]) + 1) % 10) + code[4:]
    assert keys(await office.says(NEW, swapped)) == ["code-typo"]
    assert keys(await office.says(NEW, code[:15])) == ["code-length-16"]
    assert keys(await office.says(NEW, "tidak ingat")) == ["code-digits"]
    assert "ask-oword" in keys(await office.says(NEW, code))
    # Sixteen digits out of nothing are a code too; with a slip in it that is said.
    assert "ask-oword" in keys(await office.says(STRANGER, f"{code[:4]} {code[4:8]}-{code[8:12]} {code[12:]}"))
    assert keys(await office.says(ChatId(84), swapped)) == ["code-typo"]


async def test_the_old_phone_is_closed_in_one_tap_and_learns_nothing(office: Office) -> None:
    office.watched = False
    case, code = await with_word(office)
    await tries(office, NEW, code, WORD, seconds=1)
    await office.presses(NEW, "only-here")
    before = len(office.sent[REPORTER])
    async with office.storage.look() as look:
        now = await look.case(case.ref)
        assert now is not None
        assert now.reporter == NEW
        assert await look.cases_of_reporter(REPORTER) == ()
    assert "line-closed" in [key for sent in office.sent.values() for key in keys(sent)]
    # All that the old phone can do is what a phone can that never was here.
    old = {action: office.button(REPORTER, action) for action in ("receipt-saved",)}
    assert await office.press(REPORTER, old["receipt-saved"]) == []
    for command in ("status", "kode", "ajak", "buka"):
        ours, theirs = await office.command(REPORTER, command), await office.command(STRANGER, command)
        assert [(m.phrase, m.buttons) for m in ours] == [(m.phrase, m.buttons) for m in theirs], command
    assert keys(await office.says(REPORTER, case.number)) == keys(await office.says(STRANGER, case.number))
    await office.passes(days=1)
    assert case.number not in str([m.phrase for m in office.sent[REPORTER][before:]])
    assert "urgent-raised" in keys(await office.command(REPORTER, "darurat"))
    assert keys(await office.command(NEW, "status")) == ["status-told"]


async def test_a_lost_code_is_given_anew_after_the_word_and_the_old_one_is_void(office: Office) -> None:
    office.watched = False
    case, code = await with_word(office)
    await office.command(REPORTER, "kode")
    await office.says(REPORTER, "pohon mangga")
    await office.passes(seconds=1)
    assert office.heard_by(REPORTER)[-1] == "opening-refused"
    await office.command(REPORTER, "kode")
    await office.says(REPORTER, WORD)
    await office.passes(seconds=1)
    fresh = shown_code(office)
    assert fresh != code
    async with office.storage.look() as look:
        assert await look.opens(code, "pohonjeruk") is None
        assert await look.opens(fresh, "pohonjeruk") == case.ref
        assert EventKind.RECEIPT_RENEWED in [one.kind for one in await look.history(case.ref)]
    # The word stays: once the code is saved none is asked for.
    assert keys(await office.presses(REPORTER, "receipt-saved"))[-1:] == ["receipt-saved"]


async def test_who_never_chose_a_word_chooses_one_when_they_ask_for_a_code(office: Office) -> None:
    office.watched = False
    await office.says(REPORTER, CRY)
    assert keys(await office.command(REPORTER, "kode")) == ["ask-rword"]
    told = keys(await office.says(REPORTER, WORD))
    assert "receipt-shown" in told
    assert keys(await tries(office, NEW, shown_code(office), WORD, seconds=1))[-2:] == ["opening-done", "status-told"]


# Slower, never shut.


async def test_five_wrong_tries_are_answered_at_once_and_then_only_the_answer_waits(office: Office) -> None:
    office.watched = False
    _, code = await with_word(office)
    for _ in range(AT_ONCE):
        assert keys(await tries(office, NEW, code, "salah ini", seconds=1))[-1] == "opening-refused"
    for minutes in (1, 2, 4, 8, 12, 12):
        told = await tries(office, NEW, code, "salah ini", minutes=minutes - 0.5)
        assert keys(told)[-1] == "opening-checking", minutes
        # Nothing else in that chat waits.
        assert "nothing-here" in keys(await office.command(NEW, "kode"))
        await office.passes(seconds=31)
        assert office.heard_by(NEW)[-1] == "opening-refused"
    assert "urgent-raised" in keys(await office.command(NEW, "darurat"))


async def test_a_right_pair_is_let_in_when_its_time_has_come(office: Office) -> None:
    office.watched = False
    _, code = await with_word(office)
    for _ in range(AT_ONCE + 2):
        await tries(office, STRANGER, code, "salah ini", hours=1)
    # Another chat, but the same code: it has to wait as well, and is let in.
    told = await tries(office, NEW, code, WORD, minutes=3)
    assert keys(told)[-1] == "opening-checking"
    await office.passes(minutes=1, seconds=1)
    assert office.heard_by(NEW)[-2:] == ["opening-done", "status-told"]


async def test_while_a_try_waits_a_newer_one_takes_its_place_and_its_time(office: Office) -> None:
    office.watched = False
    _, code = await with_word(office)
    for _ in range(AT_ONCE):
        await tries(office, NEW, code, "salah ini", seconds=1)
    await tries(office, NEW, code, "salah ini", seconds=20)
    told = await tries(office, NEW, code, WORD, seconds=20)
    assert keys(told)[-1] == "opening-checking"
    await office.passes(seconds=21)
    assert office.heard_by(NEW)[-2:] == ["opening-done", "status-told"]
    assert office.heard_by(NEW).count("opening-refused") == AT_ONCE


async def test_tries_are_forgotten_after_a_day_and_a_waiting_one_outlives_a_restart(office: Office) -> None:
    office.watched = False
    code = new_receipt()
    for _ in range(AT_ONCE):
        await tries(office, NEW, code, "salah ini", seconds=1)
    await tries(office, NEW, code, "salah ini", seconds=1)
    async with office.storage.look() as look:
        (waiting,) = await look.reminders(draft_subject(NEW))
    assert waiting.clock is Clock.OPENING
    assert waiting.due_at is not None
    assert waiting.due_at - office.now < timedelta(minutes=1)
    await office.passes(days=1, minutes=2)
    assert keys(await tries(office, NEW, code, "salah ini", seconds=1))[-1] == "opening-refused"


# Nothing tells whether there is such a case.


async def spied(office: Office, chat: ChatId, code: str, word: str, wait: timedelta) -> tuple[list[str], list[object]]:
    """Every statement of a try, from the first word to the answer, and all that was shown."""
    statements: list[str] = []

    def heard(connection: object, cursor: object, statement: str, *rest: object) -> None:
        # Savepoints are numbered through.
        statements.append(re.sub(r"sa_savepoint_\d+", "sa_savepoint", statement))

    # Whatever else is due would be counted with it, and so would the pause that a long sweep makes for others.
    async with office.storage.work() as work:
        await work._connection.execute(text("DELETE FROM reminder"))
    sweeper = replace(office.sweeper, ticks=lambda: 0.0)
    before = len(office.sent.get(chat, ()))
    listened.listen(Engine, "before_cursor_execute", heard)
    try:
        await office.command(chat, "buka")
        await office.says(chat, code)
        await office.says(chat, word)
        office.now += wait
        await sweeper.sweep(now=office.now)
        await office.deliver()
    finally:
        listened.remove(Engine, "before_cursor_execute", heard)
    edited = [(chat, n) in office.edits for n in range(before, len(office.sent[chat]))]
    return statements, [*office.sent[chat][before:], edited]


async def test_found_not_found_wrong_word_and_slowed_are_the_same_to_read_write_and_see(office: Office) -> None:
    """Statement by statement and message by message, whether the code is a case's, without a word, or nobody's."""
    office.watched = False
    _, code = await with_word(office)
    await reported(office, ChatId(90))
    wordless = shown_code(office, ChatId(90))
    codes = {"found": code, "wordless": wordless, "nobodys": new_receipt()}
    seen = {}
    for round, wait in (("first", timedelta(seconds=1)), ("slowed", LONGEST_WAIT)):
        for name, tried in codes.items():
            chat = ChatId(70_900_001 + len(seen))
            for _ in range(AT_ONCE + 3 if round == "slowed" else 0):
                await tries(office, ChatId(int(chat) + 1000), tried, "salah ini", minutes=17)
            start = len(office.sent.get(chat, ()))
            statements, shown = await spied(office, chat, tried, "salah ini", wait)
            seen[round, name] = (statements, str(shown).replace(str(int(chat)), "chat"))
            assert office.sent[chat][start:]
            assert office.heard_by(chat)[-1] == "opening-refused"
    for round in ("first", "slowed"):
        same = [seen[round, name] for name in ("found", "wordless", "nobodys")]
        assert same[0][0], "the spy hears nothing"
        assert same[0] == same[1] == same[2]


async def test_a_stranger_finds_nothing_by_numbers_links_and_foreign_buttons(office: Office) -> None:
    """What is a case's, and what is nobody's, get the same answer from who has neither."""
    office.watched = False
    case, code = await with_word(office)
    await tries(office, NEW, code, WORD, seconds=1)
    await office.command(REPORTER, "ajak")
    real = [b for m in (*office.sent[REPORTER], *office.sent[NEW]) for row in m.buttons for b in row if b.action != "a"]
    assert {b.action for b in real} >= {"receipt-saved", "only-here", "uninvite", "write-more", "numbers"}
    for button in real:
        assert button.ref == "" or case.ref in (button.ref, *button.ref.split())
        fake = replace(button, ref="x" * len(button.ref))
        one, other = ChatId(700), ChatId(701)
        assert _said(await office.press(one, button)) == _said(await office.press(other, fake)), button.action
    nobodys = case.number[:-4] + "9999"
    for index, (true, false) in enumerate(((case.number, nobodys), (f"status {case.number}", f"status {nobodys}"))):
        one, other = ChatId(710 + index), ChatId(720 + index)
        assert _said(await office.says(one, true)) == _said(await office.says(other, false))
    for index, argument in enumerate((case.number, case.ref, f"g{code}", code)):
        one, other = ChatId(730 + index), ChatId(740 + index)
        true, false = await office.command(one, "start", argument), await office.command(other, "start", "x")
        assert _said(true) == _said(false), argument


def _said(messages: list[Message]) -> list[object]:
    return [(m.phrase, m.buttons, m.slot, m.replaces, m.fades) for m in messages]


# Words and clocks of the report.


async def test_the_victim_hears_how_far_it_has_come_and_that_it_is_late(office: Office) -> None:
    office.watched = False
    await reported(office)

    def lines(messages: list[Message]) -> list[str]:
        return [line.key for line in messages[-1].phrase.args["lines"]]  # type: ignore[union-attr]

    told = await office.command(REPORTER, "status")
    assert lines(told) == ["told-received", "told-unread", "told-contact-by"]
    assert told[-1].protect
    await office.presses(ANI, "take")
    assert lines(await office.command(REPORTER, "status")) == ["told-received", "told-read", "told-contact-by"]
    await office.passes(days=2)
    assert lines(await office.command(REPORTER, "status"))[-1] == "told-contact-late-told"
    # Asked in words it is the same, and whoever holds the case sees that they wait.
    said = await office.says(REPORTER, "ada yang baca?")
    assert keys(said) == ["status-told"]
    assert "alert-news" in office.heard_by(ANI)
    assert case_numbers(said) == []


def case_numbers(messages: list[Message]) -> list[str]:
    return [str(m.phrase) for m in messages if "LU-" in str(m.phrase)]


async def test_whoever_tells_of_somebody_else_hears_no_more_than_that_it_is_handled(office: Office) -> None:
    office.watched = False
    await reported(office, way=NEIGHBOUR)
    told = await office.command(REPORTER, "status")
    assert [line.key for line in told[-1].phrase.args["lines"]] == ["told-received", "told-short-waits"]  # type: ignore[union-attr]


@pytest.mark.parametrize("wanted", [True, False])
async def test_changes_reach_only_who_wanted_to_hear_of_them(office: Office, wanted: bool) -> None:
    """Said by hand and by a clock, to the line that wrote last."""
    office.watched = False
    _, code = await with_word(office)
    await tries(office, NEW, code, WORD, seconds=1)
    await office.says(NEW, "nomor rumahnya dua belas")
    for chat in (REPORTER, NEW):
        async with office.storage.work() as work:
            person = await work.person(chat)
            assert person is not None
            await work.save_person(
                replace(person, safe=replace(person.safe, first=wanted, news=wanted, zone="Asia/Makassar"))
            )
    await office.presses(ANI, "take")
    await office.presses(ANI, "confirm")
    await office.passes(days=2)
    heard = [key for key in office.heard_by(NEW) if key.startswith("news-")]
    # What comes while the phone is in their hand is said; for what comes later one neutral line knocks.
    assert set(heard) == ({"news-read"} if wanted else set())
    assert bool({*office.heard_by(NEW)} & KNOCKS) is wanted
    assert not [key for key in office.heard_by(REPORTER) if key.startswith("news-")]


async def test_members_of_the_unit_speak_as_reporters_too(office: Office) -> None:
    office.watched = False
    _, code = await with_word(office)
    assert keys(await office.command(ANI, "buka")) == ["ask-ocode"]
    assert "ask-oword" in keys(await office.says(ANI, code))
    await office.says(ANI, WORD)
    await office.passes(seconds=1)
    assert office.heard_by(ANI)[-2:] == ["opening-done", "status-told"]
    assert LONGEST_WAIT < IN_CHAT
