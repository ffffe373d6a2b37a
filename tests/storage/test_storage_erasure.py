"""After erasing, nobody reads anything back: not from the database, nor from a copy made before with all keys."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cases.attachment import Attachment, AttachmentState
from cases.case import CaseNumber, CaseRef
from cases.invitation import Invitation
from cases.line import Line, LineKind, LineRef
from cases.messages import ChatId, Clears, Lane
from cases.outcome import Clock, Event, EventKind, Judgement, Look, Outcome, Page, Reminder
from cases.paging import CALL
from cases.phrases import Phrase, says
from cases.receipt import Receipt
from cases.safe_contact import SafeContact
from cases.staff import Role
from cases.talk import Talk, TalkRef
from storage import Arrival, Person, Storage, Work
from storage.house import ring_of
from tests.storage.brute import Copy, copied, opened
from tests.storage.conftest import KEY
from tests.storage.test_storage_canaries import number_shapes, shapes
from tests.storage.test_storage_dossier import entry, letter, party, referral
from tests.storage.things import FACTS, MINUTE, NOW, alert, attachment, case, dialogue, message, put, staff_id, visit

WORD = "kenari menangis di dapur"
NAME = "Siti Kanari Nurhaliza"
REPORTER = ChatId(5_918_273_645)
OTHER_PHONE = ChatId(5_283_746_591)
OFFICER = ChatId(6_444_555_666)
#: What opens the bytes of a file on the disk: whoever has it has the file.
FILE_KEY = hashlib.sha256(b"photo").hexdigest()
CODE, JOIN = "1111222233334444", "12345678"
REF = CaseRef("case-1")
ANI = staff_id(1)
LATER = NOW + timedelta(days=2)
CANARIES = {
    *((WORD, shape) for _, shape in shapes(WORD)),
    *((NAME, shape) for _, shape in shapes(NAME)),
    *((f"chat {chat}", shape) for chat in (REPORTER, OTHER_PHONE) for _, shape in number_shapes(chat)),
    *(("the file", shape) for _, shape in shapes(FILE_KEY)),
}
#: Every column in which something of the person stood, so that the attack is known to find it.
HELD = {
    "attachment.body", "case.body", "case_event.told", "dialogue.body", "entry.body", "inbox.payload",
    "inbox.why", "invitation.body", "judgement.body", "letter.body", "line.body", "outbox.payload", "outbox.why",
    "page.payload",
    "party.body", "person.body", "receipt.body", "referral.body", "reminder.body", "talk.body", "visit.body",
}  # fmt: skip
COUNTED = ("alert", "visit", "judgement", "referral", "register")
Rows = Callable[..., Awaitable[list[tuple[Any, ...]]]]


def kept(ref: str, **more: Any) -> Attachment:
    """A file of the person that lies sealed on the disk."""
    told = {"name": NAME, "unique_id": WORD, "stored": ref * 16, "key": FILE_KEY, "sha256": "ef" * 32, "size": 7}
    return attachment(ref, chat=REPORTER, state=AttachmentState.KEPT, kept_at=NOW, **told, **more)


async def told(storage: Storage, **parts: Any) -> None:
    """What the person did in their chat, with what they were answered."""
    async with storage.work() as work:
        work.answering = REPORTER
        await work.record(Outcome(**{name: tuple(values) for name, values in parts.items()}), now=NOW)


async def live(storage: Storage) -> None:
    """A person who told everything in every way there is, and another one beside."""
    answers = {"words": WORD, "name": NAME, "chat": REPORTER}
    async with storage.work() as work:
        await work.add_staff(chat=OFFICER, name="Ani", role=Role.HEAD)
        await work.take_in([Arrival(1, REPORTER, WORD.encode(), NOW)])
        await work.take_in([Arrival(3, ChatId(77), b"of another", NOW), Arrival(4, OFFICER, WORD.encode(), NOW)])
        await work.save_person(Person(REPORTER, safe=SafeContact(proof=WORD)))
        await work.save_person(Person(OTHER_PHONE, safe=SafeContact(proof=WORD)))
        await work.save_person(Person(ChatId(77)))
    for _ in range(3):
        async with storage.work() as work:
            for item in await work.waiting(now=NOW + MINUTE, limit=9):
                if item.update_id == 1:
                    await work.failed(item, why=f"ValueError: {WORD}", now=NOW)
                elif item.chat == OFFICER:
                    await work.worked(item)
    await told(
        storage,
        cases=[case(answers=answers, reporter=REPORTER)],
        alerts=[alert()],
        visits=[visit(outcome=WORD)],
        events=[Event(EventKind.REPORT_RECEIVED, REF, NOW, told=answers)],
        judgements=[Judgement(REF, NOW, FACTS, case().decision, "1", "TINGGI", True, reason=WORD)],
        looks=[Look(REF, ANI, NOW, "card")],
        entries=[entry(told=answers)],
        parties=[party(name=NAME, note=WORD)],
        referrals=[referral(need=WORD)],
        letters=[letter(page=answers)],
        lines=[Line(LineRef("line-1"), REF, OTHER_PHONE, LineKind.PHONE, NOW, name=NAME)],
        talks=[Talk(TalkRef("talk-1"), REF, REPORTER, NOW, text=WORD)],
        receipts=[Receipt(REF, NOW, code=CODE, word=WORD)],
        invitations=[Invitation(REF, REPORTER, LATER, code=JOIN)],
        attachments=[kept("f2", case=REF), kept("f1")],
        dialogues=[
            dialogue(REPORTER, answers={**answers, "photo": {"attachment": "f1"}}),
            dialogue(OFFICER, "note", subject="alert-1", answers=answers),
        ],
        reminders=[
            Reminder(Clock.NUDGE, str(int(REPORTER)), LATER),
            Reminder(Clock.KNOCK, str(int(OTHER_PHONE)), LATER),
            Reminder(Clock.CONTACT, REF, LATER),
        ],
        messages=[
            message(REPORTER, phrase=says("x", said=WORD)),
            message(OFFICER, phrase=says("x", said=WORD), lane=Lane.EMERGENCY),
        ],
        pages=[Page(ANI, Phrase(CALL, {"said": WORD}), alert().ref)],
    )
    other = case("case-2", number=CaseNumber("LU-2"), reporter=ChatId(77))
    of_other = attachment("f3", chat=ChatId(77), case=other.ref)
    await put(storage, cases=[other], messages=[message(ChatId(77), "for another")], attachments=[of_other])
    async with storage.work() as work:
        for outgoing in await work.pick(now=NOW, limit=9, skip=frozenset({REPORTER, ChatId(77)})):
            await work.retry(outgoing, at=NOW + timedelta(days=3), why=f"Bad Request: {WORD}", uncertain=False)
        for chat in (REPORTER, OTHER_PHONE, ChatId(77)):
            await work.count_try(chat, CODE, now=NOW)


def chosen(storage: Storage) -> bytes:
    """The chosen word as it is kept: whoever reads that can try words until one fits."""
    return storage._seals.secret_index(f"word|{REF}|{WORD}").hex().encode()


def found(copy: Copy, ring: Path, word: bytes) -> dict[str, set[str]]:
    """Where which canary can be read, with all keys there are."""
    seen = {
        column: {name for name, shape in (*CANARIES, ("the word", word)) if any(shape in text for text in texts)}
        for column, texts in opened(copy, KEY, ring).items()
    }
    return {column: names for column, names in seen.items() if names}


async def register(rows: Rows) -> list[Any]:
    """What the register counts."""
    return [
        await rows('SELECT ref, number, status, risk, emergency, reported_at FROM "case" ORDER BY ref'),
        await rows("SELECT case_ref, seq, kind, at, by FROM case_event ORDER BY case_ref, seq"),
        await rows('SELECT case_ref, "by", at, what FROM look ORDER BY id'),
        *[await rows(f"SELECT count(*) FROM {table}") for table in COUNTED],
    ]


async def erase(storage: Storage) -> list[str]:
    """All of the person, as it is done; which files are to be taken from the disk then."""
    async with storage.work() as work:
        assert await work.forget_case(REF)
        for chat in (REPORTER, OTHER_PHONE):
            assert await work.forget_person(chat)
    async with storage.work() as work:
        gone = await work.removable_files()
        await work.files_removed(gone)
        assert await work.removable_files() == ()
    return sorted(one.stored for one in gone)


async def test_after_erasing_nobody_reads_anything_back(storage: Storage, rows: Rows, url: str, tmp_path: Path) -> None:
    ring, word = ring_of(url, KEY.path), chosen(storage)
    await live(storage)
    before = await register(rows)
    backup = await copied(rows)
    held = found(backup, ring, word)
    assert set(held) >= HELD
    assert set().union(*held.values()) == {"the word", *(name for name, _ in CANARIES)}
    assert all(backup[table] for table in ("line", "talk", "receipt", "invitation", "attempt", "attachment"))

    assert await erase(storage) == ["f1" * 16, "f2" * 16]
    await storage.expire(now=LATER)

    now = await copied(rows)
    assert found(backup, ring, word) == {}
    assert found(now, ring, word) == {}
    every = (*CANARIES, ("the word", word))
    raw = [("the tables", repr(now).encode())]
    if url.startswith("sqlite"):
        raw += [(file.name, file.read_bytes()) for file in tmp_path.iterdir()]
    assert {(where, name) for where, contents in raw for name, shape in every if shape in contents} == set()
    assert await register(rows) == before
    for table in ("line", "talk", "receipt", "invitation"):
        assert now[table] == []
    # That there was a file stands in the register of the case; of a draft's nothing does.
    files = {row["ref"]: (row["state"], row["chat"], row["stored"], bytes(row["body"])) for row in now["attachment"]}
    assert files.pop("f3")[0] == "waiting"
    assert files == {"f2": ("erased", None, None, b"")}
    assert [row["reporter"] for row in now["case"] if row["ref"] == REF] == [None]


async def test_tries_of_a_person_are_forgotten_with_them(storage: Storage, rows: Rows) -> None:
    await live(storage)
    index = storage._seals.secret_index
    mine = {index(f"tries-chat|{chat}") for chat in (REPORTER, OTHER_PHONE)}
    others = {index(f"tries-chat|{ChatId(77)}"), index(f"tries-code|{CODE}")}
    assert {bytes(row[0]) for row in await rows("SELECT subject FROM attempt")} == mine | others
    await erase(storage)
    assert {bytes(row[0]) for row in await rows("SELECT subject FROM attempt")} == others
    async with storage.work() as work:
        # What was tried of a code is nobody's, and over with the week.
        await work.prune(before=LATER)
    assert await rows("SELECT subject FROM attempt") == []


async def test_what_is_of_others_and_what_waits_is_still_there(storage: Storage, rows: Rows, url: str) -> None:
    await live(storage)
    await erase(storage)
    await storage.expire(now=LATER)
    await storage.expire(now=LATER + timedelta(days=9))
    other = await Storage.open(url, KEY)
    for house in (storage, other):
        async with house.work() as work:
            assert await work.person(REPORTER) is None
            assert await work.person(ChatId(77)) == Person(ChatId(77))
            assert (await work.case(CaseRef("case-2"))) is not None
            assert [item.payload for item in await work.waiting(now=LATER, limit=9)] == [b"of another"]
    async with other.work() as work:
        sent = await work.pick(now=NOW + timedelta(days=9), limit=9)
        assert [out.message.phrase.key for out in sent] == ["for another"]
    await other.close()


async def test_a_person_who_comes_back_is_new(storage: Storage, rows: Rows) -> None:
    await live(storage)
    async with storage.work() as work:
        await work.forget_person(REPORTER)
        # In the same unit of work already: nothing new is sealed with a key that is to be destroyed.
        await work.save_person(Person(REPORTER, language="en"))
        await work.record(Outcome(messages=(message(REPORTER, "bye"),)), now=NOW)
    async with storage.work() as work:
        assert await work.person(REPORTER) == Person(REPORTER, language="en")
        assert await work.dialogues(REPORTER) == ()
        assert "bye" in [out.message.phrase.key for out in await work.pick(now=NOW + MINUTE, limit=9)]
        assert not await work.forget_person(ChatId(123))


async def test_what_deletes_on_the_phone_still_goes_out(storage: Storage) -> None:
    await put(storage, messages=[message(REPORTER, "said"), replace(message(REPORTER, "gone"), clears=Clears.ALL)])
    async with storage.work() as work:
        await work.save_person(Person(REPORTER))
        await work.forget_person(REPORTER)
        assert [out.message.phrase.key for out in await work.pick(now=NOW, limit=9)] == ["gone"]


async def broken_off(work: Work) -> None:
    async with work.savepoint():
        await work.forget_case(REF)
        await work.forget_person(REPORTER)
        await work.save_person(Person(ChatId(88)))
        raise ZeroDivisionError


async def test_undone_with_its_unit_of_work_nothing_is_destroyed(storage: Storage, rows: Rows) -> None:
    await live(storage)
    async with storage.work() as work:
        with pytest.raises(ZeroDivisionError):
            await broken_off(work)
        await work.save_person(Person(ChatId(88), language="en"))
    async with storage.look() as look:
        assert await look.case(REF) is not None
        assert await look.person(REPORTER) is not None
        assert await look.person(ChatId(88)) == Person(ChatId(88), language="en")
