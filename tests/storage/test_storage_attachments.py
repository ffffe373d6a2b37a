"""Files that people sent: kept at once, the case's as soon as there is one, fetched in turn, and forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.attachment import Attachment, AttachmentRef, AttachmentState
from cases.case import CaseRef
from cases.outcome import Outcome
from cases.refusals import Changed
from storage import Storage
from tests.storage.things import MINUTE, NOW, REPORTER, attachment, case, dialogue, put

REF, FILE = CaseRef("case-1"), AttachmentRef("file-1")
NAMED = {"story": [{"kind": "photo", "file_id": "AgACfile", "attachment": "file-1"}]}
KEPT = {"state": AttachmentState.KEPT, "stored": "ab" * 16, "key": "cd" * 32, "sha256": "ef" * 32, "size": 7}


async def found(storage: Storage, ref: str = FILE) -> Attachment | None:
    async with storage.look() as look:
        return await look.attachment(AttachmentRef(ref))


async def test_a_file_of_a_draft_is_kept_and_becomes_the_cases_in_one_step(storage: Storage, rows) -> None:
    await put(storage, dialogues=[dialogue(answers=NAMED)], attachments=[attachment(name="../../x")])
    assert await found(storage) == attachment(name="../../x", version=1)
    assert await rows("SELECT case_ref FROM attachment") == [(None,)]
    await put(storage, cases=[case(answers=NAMED)])
    assert await found(storage) == attachment(name="../../x", case="case-1", version=2)
    assert await rows("SELECT case_ref FROM attachment") == [("case-1",)]
    async with storage.look() as look:
        assert [one.ref for one in await look.attachments(REF)] == [FILE]
        assert [one.ref for one in await look.attachments_of_chat(REPORTER)] == [FILE]
        assert await look.attachments(CaseRef("case-2")) == ()


async def test_sent_to_a_case_it_is_the_cases_at_once(storage: Storage) -> None:
    await put(storage, cases=[case(answers=NAMED)], attachments=[attachment()])
    assert await found(storage) == attachment(case="case-1", version=1)


async def test_its_row_opens_with_the_cases_key_alone(storage: Storage, rows) -> None:
    await put(storage, cases=[case(answers=NAMED), case("case-2")], attachments=[attachment()])
    await rows("UPDATE attachment SET case_ref = 'case-2'")
    assert await found(storage) is None
    await rows("UPDATE attachment SET case_ref = NULL")
    assert await found(storage) is None


async def test_an_older_one_changes_nothing(storage: Storage) -> None:
    await put(storage, cases=[case(answers=NAMED)], attachments=[attachment()])
    async with storage.work() as work:
        with pytest.raises(Changed):
            await work.record(Outcome(attachments=(attachment(size=1),)), now=NOW)
    assert await found(storage) == attachment(case="case-1", version=1)


@pytest.mark.parametrize("cause", ["forgotten", "case"])
async def test_the_draft_ends_and_its_file_with_it_unless_there_is_a_case(storage: Storage, cause: str) -> None:
    await put(storage, dialogues=[dialogue(answers=NAMED)], attachments=[attachment()])
    cases = [case(answers=NAMED)] if cause == "case" else []
    await put(storage, cases=cases, dialogues=[dialogue(answers=NAMED, ended=True)])
    file = await found(storage)
    assert (file is not None) is (cause == "case")
    async with storage.look() as look:
        assert len(await look.removable_files()) == (cause == "forgotten")


async def test_claimed_in_turn_counted_and_not_twice(storage: Storage) -> None:
    await put(storage, attachments=[attachment("b")])
    async with storage.work() as work:
        await work.record(Outcome(attachments=(attachment("a"),)), now=NOW - MINUTE)

    async def claim(at=NOW, **more) -> list[str]:
        async with storage.work() as work:
            wanted = {"limit": 9, "skip": (), "again": at + 10 * MINUTE} | more
            return [one.ref for one in await work.claim_files(now=at, **wanted)]

    assert await claim(limit=1) == ["a"]
    assert await claim(skip=[AttachmentRef("b")]) == []
    assert await claim() == ["b"]
    assert await claim() == []
    async with storage.work() as work:
        assert not await work.has_files_to_fetch(now=NOW)
        await work.release_files(now=NOW)
        assert await work.has_files_to_fetch(now=NOW)
    assert sorted(await claim()) == ["a", "b"]
    async with storage.work() as work:
        assert await work.file_attempts(AttachmentRef("a")) == 2
        await work.fetch_later(AttachmentRef("a"), at=NOW + MINUTE)
    assert await claim(NOW + MINUTE) == ["a"]


async def test_what_ended_the_program_again_and_again_keeps_its_distance(storage: Storage) -> None:
    await put(storage, attachments=[attachment()])
    for _ in range(5):
        async with storage.work() as work:
            await work.release_files(now=NOW)
            claimed = await work.claim_files(now=NOW, limit=1, skip=(), again=NOW + timedelta(minutes=20))
        assert claimed
    async with storage.work() as work:
        await work.release_files(now=NOW)
        assert not await work.claim_files(now=NOW, limit=1, skip=(), again=NOW + timedelta(minutes=20))


async def test_erased_of_a_case_it_is_still_known_that_there_was_one(storage: Storage, rows) -> None:
    await put(storage, cases=[case(answers=NAMED)], attachments=[attachment(name="surat.jpg", **KEPT)])
    async with storage.work() as work:
        assert await work.erase_files([FILE, AttachmentRef("never")]) == 1
        assert await work.erase_files([FILE]) == 0
    file = await found(storage)
    assert file is not None
    told = (file.state, file.sent_at, file.size, file.file_id, file.name, file.key, file.sha256)
    assert told == (AttachmentState.ERASED, NOW, 7, "", "", "", "")
    assert await rows("SELECT chat FROM attachment") == [(None,)]
    async with storage.work() as work:
        (gone,) = await work.removable_files()
        assert (gone.stored, gone.of_case) == (KEPT["stored"], True)
        assert await work.stored_files() == {KEPT["stored"]}
        await work.files_removed([gone])
        assert await work.removable_files() == ()
        assert await work.stored_files() == frozenset()
    assert await found(storage) == file


async def test_erased_of_a_draft_nothing_stays(storage: Storage, rows) -> None:
    await put(storage, attachments=[attachment(**KEPT)])
    async with storage.work() as work:
        await work.erase_files([FILE])
        gone = await work.removable_files()
        await work.files_removed(gone)
    assert await rows("SELECT * FROM attachment") == []


async def test_a_forgotten_case_forgets_its_files(storage: Storage) -> None:
    await put(storage, cases=[case(answers=NAMED), case("case-2")], attachments=[attachment(**KEPT)])
    await put(storage, attachments=[attachment("file-2", case="case-2")])
    async with storage.work() as work:
        await work.forget_case(REF)
    async with storage.look() as look:
        assert await look.attachments(REF) == ()
        assert [one.ref for one in await look.attachments_of_chat(REPORTER)] == ["file-2"]
        assert [one.stored for one in await look.removable_files()] == [KEPT["stored"]]


async def test_what_nobody_names_any_more_is_found_once_it_is_old(storage: Storage) -> None:
    await put(storage, dialogues=[dialogue(answers=NAMED)], attachments=[attachment(), attachment("retaken")])
    await put(storage, cases=[case()], attachments=[attachment("of-case", case="case-1")])
    async with storage.look() as look:
        assert await look.abandoned_files(before=NOW) == ()
        assert await look.abandoned_files(before=NOW + MINUTE) == ("retaken",)


async def test_one_that_cant_be_read_hides_no_other(storage: Storage, rows) -> None:
    await put(storage, cases=[case()], attachments=[attachment("a", case="case-1"), attachment("b", case="case-1")])
    await rows("UPDATE attachment SET body = :spoilt WHERE ref = 'a'", spoilt=b"\x01spoilt")
    async with storage.look() as look:
        assert [one.ref for one in await look.attachments(REF)] == ["b"]
    file = await found(storage, "b")
    assert file == replace(attachment("b", case="case-1"), version=1)
