"""A grown-up whom the child trusts: asked in by a code, let in by one tap, put out by another."""

from __future__ import annotations

from datetime import timedelta

from cases.case import Case
from cases.line import LineKind, replies_to
from cases.messages import ChatId
from cases.outcome import EventKind
from cases.receipt import digits_in, is_whole
from handlers.refs import new_join_code
from tests.handlers.people_unit import keys
from tests.handlers.test_handlers_receipts import AUNT, CHILD, STRANGER, _said, stands, with_word
from tests.office import ANI, CRY, REPORTER, Office


async def joins(office: Office, chat: ChatId, code: str) -> None:
    await office.command(chat, "gabung")
    await office.says(chat, code)
    await office.says(chat, "Rina")
    await office.answers(chat, "jwho:bibi", "jcontact:ya")
    await office.passes(seconds=1)


async def let_in(office: Office) -> Case:
    case, _ = await with_word(office, way=CHILD)
    (shown,) = [m for m in await office.command(REPORTER, "ajak") if m.phrase.key == "invitation-shown-child"]
    await joins(office, AUNT, digits_in(str(shown.phrase.args["code"])))
    return case


async def test_a_child_lets_in_a_grown_up_by_a_code_and_one_tap(office: Office) -> None:
    office.watched = False
    case = await let_in(office)
    asked = office.sent[REPORTER][-1]
    assert asked.phrase.key == "letin-asked"
    assert asked.phrase.args["name"] == "Rina"
    # Before the child has said yes there is nothing to see.
    assert keys(await office.command(AUNT, "status")) == ["ask-ocode"]
    await office.presses(REPORTER, "letin", "ya")
    assert office.heard_by(AUNT)[-2:] == ["trusted-welcome", "status-told"]
    async with office.storage.look() as look:
        (line,) = await look.lines(case.ref)
        now = await look.case(case.ref)
    assert now is not None
    assert (line.kind, line.chat, line.name, line.open, line.may_contact) == (
        LineKind.TRUSTED,
        AUNT,
        "Rina",
        True,
        True,
    )
    assert now.handling == case.handling
    # What they write is marked as theirs, and changes nothing of what the child told.
    said = await office.says(AUNT, "jadwal sekolah sampai jam satu siang setiap hari")
    assert keys(said) == ["trusted-added"]
    async with office.storage.look() as look:
        later = await look.case(case.ref)
    assert later is not None
    assert later.answers["story"][-1]["from"] == "Rina"
    assert {k: v for k, v in later.answers.items() if k != "story"} == {
        k: v for k, v in now.answers.items() if k != "story"
    }
    assert replies_to(later) == REPORTER
    # Neither number nor story was ever on their phone.
    assert case.number not in stands(office, AUNT)
    lines = office.sent[AUNT][-2].phrase.args.get("lines", ())
    assert all(getattr(one, "key", "").startswith(("told-received", "told-short")) for one in lines)  # type: ignore[union-attr]


async def test_the_child_closes_it_again_and_the_grown_up_learns_nothing(office: Office) -> None:
    office.watched = False
    case = await let_in(office)
    await office.presses(REPORTER, "letin", "ya")
    await office.command(REPORTER, "ajak")
    before = len(office.sent[AUNT])
    assert "put-out-done" in keys(await office.presses(REPORTER, "put-out"))
    assert len(office.sent[AUNT]) == before
    assert _said(await office.command(AUNT, "status")) == _said(await office.command(STRANGER, "status"))
    async with office.storage.look() as look:
        assert [line.open for line in await look.lines(case.ref)] == [False]
        assert EventKind.LINE_CLOSED in [one.kind for one in await look.history(case.ref)]


async def test_an_invitation_is_for_one_person_and_one_day_and_can_be_taken_back(office: Office) -> None:
    office.watched = False
    await with_word(office, way=CHILD)

    async def invitation() -> str:
        told = await office.command(REPORTER, "ajak")
        return digits_in(str(told[-1].phrase.args["code"]))

    async def asked(chat: ChatId, code: str) -> bool:
        before = office.heard_by(REPORTER).count("letin-asked")
        await joins(office, chat, code)
        return office.heard_by(REPORTER).count("letin-asked") > before

    first = await invitation()
    second = await invitation()
    assert not await asked(ChatId(851), first), "there is one at a time"
    assert await asked(ChatId(852), second)
    assert not await asked(ChatId(853), second), "it was used"
    third = await invitation()
    await office.command(REPORTER, "ajak", "batal")
    assert not await asked(ChatId(854), third)
    fourth = await invitation()
    office.now += timedelta(hours=25)
    assert not await asked(ChatId(855), fourth)
    # At the door nothing tells a code that is none from one that was right.
    assert [str(m.phrase) for m in office.sent[ChatId(852)]] == [str(m.phrase) for m in office.sent[ChatId(853)]]
    await office.presses(REPORTER, "letin", "tidak")
    assert office.heard_by(ChatId(852))[-1] == "joining-checking"


async def test_danger_told_by_the_grown_up_calls_somebody_and_reaches_who_holds_the_case(office: Office) -> None:
    office.watched = False
    await let_in(office)
    await office.presses(REPORTER, "letin", "ya")
    await office.presses(ANI, "take")
    before = office.heard_by(ANI).count("alert-call")
    await office.says(AUNT, CRY)
    assert office.heard_by(ANI).count("alert-call") == before + 1
    assert any("Rina" in str(m.phrase) for m in office.sent[ANI] if m.phrase.key == "alert-news")
    await office.command(AUNT, "darurat")
    assert "urgent-again" in office.heard_by(AUNT) or "urgent-raised" in office.heard_by(AUNT)


async def test_a_link_brings_the_invitation_with_it(office: Office) -> None:
    code = new_join_code()
    assert is_whole(code)
    assert keys(await office.command(AUNT, "start", f"g{code}")) == ["ask-jname"]
    assert keys(await office.command(STRANGER, "start", "g12345678"[:8])) != ["ask-jname"]
