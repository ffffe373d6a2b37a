"""Receipts, invitations and tries: asked for by who has them, read by nobody, gone with their case."""

from __future__ import annotations

from datetime import timedelta

from cases.case import CaseRef
from cases.invitation import Invitation
from cases.messages import ChatId
from cases.receipt import TRIES_FADE, Receipt
from storage import Storage
from tests.storage.things import NOW, REPORTER, case, put

REF = CaseRef("case-1")
CODE, OTHER, JOIN = "1111222233334444", "5555666677778888", "12345678"
WORD = "pohonjeruk"
KEPT = Receipt(REF, NOW, code=CODE, word=WORD)


async def test_both_must_be_right_and_a_new_code_makes_the_old_one_void(storage: Storage) -> None:
    await put(storage, cases=[case()], receipts=[KEPT])
    async with storage.look() as look:
        assert await look.opens(CODE, WORD) == REF
        assert await look.opens(CODE, "lain") is None
        assert await look.opens(OTHER, WORD) is None
        assert await look.word_fits(REF, WORD)
        assert not await look.word_fits(REF, "")
    await put(storage, receipts=[Receipt(REF, NOW, code=OTHER)])
    async with storage.look() as look:
        assert await look.opens(CODE, WORD) is None
        assert await look.opens(OTHER, WORD) == REF, "the word stays"


async def test_without_a_word_nothing_opens_and_a_word_can_be_chosen_later(storage: Storage) -> None:
    await put(storage, cases=[case()], receipts=[Receipt(REF, NOW, code=CODE)])
    async with storage.look() as look:
        assert not await look.has_word(REF)
        assert [await look.opens(CODE, word) for word in ("", "0", WORD)] == [None, None, None]
    await put(storage, receipts=[Receipt(REF, NOW, word=WORD)])
    async with storage.look() as look:
        assert await look.opens(CODE, WORD) == REF


async def test_a_forgotten_case_leaves_no_code_behind(storage: Storage, rows) -> None:
    invitation = Invitation(REF, REPORTER, NOW + timedelta(hours=1), code=JOIN)
    await put(storage, cases=[case()], receipts=[KEPT], invitations=[invitation])
    async with storage.look() as look:
        found = await look.invited(JOIN, now=NOW)
        assert found is not None
        assert (found.case, found.chat) == (REF, REPORTER)
        assert await look.invited(JOIN, now=NOW + timedelta(hours=2)) is None
    async with storage.work() as work:
        assert await work.forget_case(REF)
        assert await work.opens(CODE, WORD) is None
        assert await work.invited(JOIN, now=NOW) is None
    assert await rows("SELECT code FROM receipt") == []
    assert await rows("SELECT code FROM invitation") == []


async def test_tries_count_for_the_chat_and_for_the_code_and_fade_in_a_day(storage: Storage) -> None:
    one, two = ChatId(1), ChatId(2)
    async with storage.work() as work:
        assert [await work.count_try(one, CODE, now=NOW) for _ in range(3)] == [0, 1, 2]
        assert await work.count_try(two, CODE, now=NOW) == 3, "the same code from elsewhere"
        assert await work.count_try(one, OTHER, now=NOW) == 3, "the same chat with another code"
        await work.take_back_try(two, CODE)
        assert await work.count_try(two, CODE, now=NOW) == 3
        assert await work.count_try(two, CODE, now=NOW + TRIES_FADE) == 0
        assert await work.prune(before=NOW + timedelta(days=2)) == 4
