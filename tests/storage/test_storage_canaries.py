"""Whoever has the disk but not the key learns no name, number, story or Telegram id (T5)."""

import base64
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cases.case import CaseRef, Lowering, Ruling
from cases.entry import Attached, Before
from cases.handling import Attempt, Guardian, Handling
from cases.messages import Button, ChatId, Lane
from cases.outcome import Clock, Event, EventKind, Judgement, Look, Outcome, Page, Reminder
from cases.paging import CALL
from cases.party import PartyKind
from cases.phrases import Phrase, says
from cases.referral import Progress
from cases.staff import Role
from storage import Arrival, Person, Storage
from tests.storage.test_storage_dossier import entry, letter, party, referral
from tests.storage.things import MINUTE, NOW, alert, case, dialogue, message, put, staff_id, visit
from triage.decision import decide
from triage.facts import Facts, Offender

NAME = "Siti Nurhaliza Kanari"
STORY = "dipukul dengan gagang sapu kenari"
TYPED = "🐤 kēnārī كناري"
PHONE = "081234567890"
FILE = "AgACAgUAAxkBAAIBkenari"
OFFICER_NAME = "Andi Baso Kenari"
MAIL = "baso.kenari@kenari.example"
REPORTER = ChatId(5_918_273_645)
OFFICER = ChatId(-1_009_182_736_455)
NIK = "7322015203970004"
AGENCY = "rsj_kenari"
WORDS = (NAME, STORY, TYPED, PHONE, PHONE[1:], NIK, FILE, OFFICER_NAME, MAIL, AGENCY, "tetangga kenari")
FACTS = Facts(offender=Offender(relation="tetangga kenari"), violence=("fisik",), ongoing_now=True)


def shapes(word: str) -> Iterator[tuple[str, bytes]]:
    """How a word could stand in a file by mistake."""
    for plain in {word, word.lower(), word.upper()}:
        utf8 = plain.encode()
        yield "utf-8", utf8
        yield "utf-16", plain.encode("utf-16-le")
        yield "utf-16 be", plain.encode("utf-16-be")
        yield "json", plain.encode("ascii", "backslashreplace")
        yield "hex", utf8.hex().encode()
        yield "HEX", utf8.hex().upper().encode()
        for start in range(3):
            # In the middle of something longer, base64 has three shapes of a word.
            inside = base64.b64encode(b"\0" * start + utf8)
            yield "base64", inside[4 if start else 0 : len(inside) // 4 * 4 - 4]


def number_shapes(number: int) -> Iterator[tuple[str, bytes]]:
    """How a Telegram id could stand in a file by mistake."""
    yield from shapes(str(abs(number)))
    yield "hex", f"{abs(number):x}".encode()
    for width in (6, 8):
        for order in ("big", "little"):
            yield f"{width} bytes {order}", number.to_bytes(width, order, signed=True)


def sightings(contents: bytes) -> set[str]:
    found = {f"{word} as {how}" for word in WORDS for how, shape in shapes(word) if shape in contents}
    ids = {
        f"{chat} as {how}" for chat in (REPORTER, OFFICER) for how, shape in number_shapes(chat) if shape in contents
    }
    return found | ids


async def live(storage: Storage) -> None:
    """Everything that can be kept, with a canary in every field that people fill."""
    ref, ani = CaseRef("case-1"), staff_id(1)
    async with storage.work() as work:
        await work.take_in(
            [
                Arrival(1, REPORTER, f"{NAME} {STORY} {TYPED} {PHONE}".encode(), NOW),
                Arrival(2, OFFICER, FILE.encode(), NOW),
            ]
        )
        await work.save_person(Person(REPORTER))
        head = await work.add_staff(chat=OFFICER, name=OFFICER_NAME, role=Role.HEAD)
        await work.set_addresses(head, {"email": MAIL, "phone": PHONE})
        await work.add_partner(chat=OFFICER, name=OFFICER_NAME, agency=AGENCY)
        first, second = await work.waiting(now=NOW, limit=9)
        await work.failed(first, why=f"ValueError: {STORY}", now=NOW)
        await work.worked(second)
    told = {"name": NAME, "story": STORY, "typed": TYPED, "phone": PHONE, "photo": FILE, "chat": REPORTER}
    handled = Handling(guardian=Guardian(NAME, STORY, ani, NOW), attempts=(Attempt(NOW, TYPED, ani),))
    full = case(
        reporter=REPORTER,
        answers=told,
        facts=FACTS,
        decision=decide(FACTS),
        kecamatan=NAME,
        ruling=Ruling("TINGGI", True, ani, NOW, STORY),
        lowering=Lowering(None, False, ani, NOW, TYPED),
        handling=handled,
        extra=told,
    )
    card = message(
        OFFICER,
        phrase=Phrase(STORY, {"who": NAME, "more": (says("x", said=TYPED),)}),
        lane=Lane.EMERGENCY,
        buttons=((Button(says("x", to=PHONE), "take", choice=NAME),),),
        slot=f"{REPORTER}:{NAME}",
        photo_id=FILE,
        voice_id=FILE,
        answers_press=STORY,
    )
    await put(
        storage,
        cases=[full],
        alerts=[alert()],
        visits=[visit(outcome=STORY, postponed=(TYPED, NAME))],
        events=[Event(EventKind.OUTREACH_RECORDED, ref, NOW, told=told)],
        judgements=[Judgement(ref, NOW, FACTS, full.decision, "1", "TINGGI", True, reason=STORY)],
        looks=[Look(ref, ani, NOW, "card")],
        entries=[entry(told=told, files=(Attached("photo", FILE),), before=Before(full.status, handled))],
        parties=[
            party(name=NAME, phone=PHONE, nik=NIK, address=TYPED, relation="tetangga kenari", note=STORY),
            party("party-2", kind=PartyKind.REPORTER, name=OFFICER_NAME.lower(), phone="+62" + PHONE[1:]),
        ],
        referrals=[
            referral(agency=AGENCY, need=STORY, receiver=OFFICER_NAME, progress=(Progress(NOW, STORY, NAME),)),
        ],
        letters=[letter(number=NAME, page=told, about=TYPED, photo_id=FILE)],
        reminders=[Reminder(Clock.NUDGE, f"{REPORTER}:intake:{NAME}", NOW)],
        dialogues=[
            dialogue(REPORTER, subject=f"{OFFICER}", answers=told, path=(STORY,), case=ref),
        ],
        messages=[card, replace(card, to=REPORTER), message(OFFICER, NAME)],
        pages=[Page(ani, Phrase(CALL, {"kecamatan": NAME}), alert().ref), Page(ani, Phrase(STORY))],
    )
    async with storage.work() as work:
        one, other = await work.pick(now=NOW, limit=9)
        await work.retry(one, at=NOW + MINUTE, why=f"Bad Request: {STORY}", uncertain=True)
        await work.sent(other, message_id=7, now=NOW)
        paging, _ = await work.pages_to_send(now=NOW, limit=9)
        await work.page_retry(paging, done=(f"mailto://x?to={MAIL}",), now=NOW)
        (ring,) = await work.due(now=NOW, limit=9)
        await work.put_off(ring, until=NOW + MINUTE)
        await work.record(
            Outcome(cases=(replace(full, version=1, kecamatan=STORY),), messages=(replace(card, replaces=True),)),
            now=NOW,
        )


def test_the_scan_would_find_them():
    for word in WORDS:
        for shape in (word, word.upper()):
            assert sightings(b"x" + shape.encode() + b"x")
            assert sightings(b"xx" + base64.b64encode(b"12" + shape.encode() + b" and more"))
            assert sightings(shape.encode("utf-16-le"))
            assert sightings(shape.encode().hex().encode())
    for chat in (REPORTER, OFFICER):
        assert sightings(str(chat).encode())
        assert sightings(chat.to_bytes(8, "big", signed=True))
        assert sightings(chat.to_bytes(6, "big", signed=True))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_not_in_any_file_of_sqlite(storage: Storage, tmp_path: Path):
    await live(storage)
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert {"house.db", "house.db-wal"} <= set(files)
    # Plain on purpose: what the scan looks at is really what was written.
    assert b"case-1" in files["house.db-wal"]
    assert {name: sightings(contents) for name, contents in files.items()} == {name: set() for name in files}


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_not_in_any_file_of_postgres(storage: Storage, rows, model: str, tmp_path: Path):
    await live(storage)
    await rows("CHECKPOINT")
    ((folder, oid),) = await rows(
        "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = 'house'"
    )
    files = [*Path(folder, "base", str(oid)).iterdir(), *Path(folder, "pg_wal").glob("0*")]
    contents = b"".join(file.read_bytes() for file in files)
    assert b"case-1" in contents
    assert sightings(contents) == set()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_not_in_a_copy_of_the_file(storage: Storage, tmp_path: Path):
    await live(storage)
    await storage.close()
    shutil.copy(tmp_path / "house.db", tmp_path / "copy.db")
    assert sightings((tmp_path / "copy.db").read_bytes()) == set()


async def test_not_in_the_logs(storage: Storage, caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    await live(storage)
    async with storage.work() as work:
        await work.forget_case(CaseRef("case-1"))
    assert caplog.records
    assert sightings(caplog.text.encode()) == set()


async def test_not_in_an_exception(storage: Storage, refuses):
    """The driver's own exceptions would print what was to be written."""
    await live(storage)

    async def clash() -> None:
        async with storage.work() as work:
            await work.record(Outcome(cases=(case("case-2", number=case().number, answers={"x": STORY}),)), now=NOW)

    problem = await refuses(clash())
    chain = []
    while problem is not None:
        chain.append(f"{problem!r} {problem}")
        problem = problem.__cause__ or problem.__context__
    # Sealed or not, what was to be written has no place in a log.
    assert any("parameters hidden" in link for link in chain)
    assert sightings("\n".join(chain).encode()) == set()
