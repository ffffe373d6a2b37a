"""Seals open with their key, at their place, unchanged; anywhere else never."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.case import CaseRef
from cases.messages import ChatId
from cases.outcome import Event, EventKind
from cases.staff import Role
from storage import BrokenSeal, MasterKey, Person, Storage
from storage.key_ring import KeyRing
from storage.problems import Forgotten
from storage.sealing import Kept, Seal, Seals, SlotSeal, case_key_place, derived, prefix, wrapping
from tests.storage.conftest import KEY
from tests.storage.things import NOW, OFFICER, REPORTER, alert, arrival, case, dialogue, put, visit

SECRET = bytes(range(32))


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[KeyRing]:
    made = KeyRing.open(tmp_path / "a.ring", house=bytes(16), used=0)
    yield made
    made.close()


def house(ring: KeyRing, secret: bytes = SECRET) -> Seals:
    return Seals(wrap=wrapping(KEY), ring=ring, house_key=secret, house_secret=secret)


def test_what_is_sealed_opens_at_its_place():
    seal = Seal(SECRET)
    for told in (b"", b"x", os.urandom(100_000)):
        assert seal.open(seal.close(told, "inbox|payload|1"), "inbox|payload|1") == told


def test_the_same_words_never_look_the_same():
    seal = Seal(SECRET)
    assert len({seal.close(b"told", "t|c|1") for _ in range(100)}) == 100


@pytest.mark.parametrize("place", ["person|payload|1", "inbox|why|1", "inbox|payload|2", ""])
def test_elsewhere_it_does_not_open(place: str):
    sealed = Seal(SECRET).close(b"told", "inbox|payload|1")
    with pytest.raises(BrokenSeal):
        Seal(SECRET).open(sealed, place)


def test_with_another_key_it_does_not_open():
    with pytest.raises(BrokenSeal):
        Seal(bytes(32)).open(Seal(SECRET).close(b"told", "p"), "p")


def test_changed_anywhere_it_does_not_open():
    sealed = Seal(SECRET).close(b"told", "p")
    for spoilt in (
        *(sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :] for n in range(len(sealed))),
        *(sealed[:n] for n in range(len(sealed))),
        sealed + b"\0",
    ):
        with pytest.raises(BrokenSeal):
            Seal(SECRET).open(spoilt, "p")


def test_every_purpose_has_its_own_key():
    keys = [derived(SECRET, purpose) for purpose in ("wrap", "index", "buttons")]
    assert len({SECRET, *keys}) == 4
    assert derived(bytes(32), "wrap") != derived(SECRET, "wrap")


def test_a_blind_index_is_steady_short_and_keyed(ring: KeyRing):
    one, other = house(ring), house(ring, bytes(32))
    index = one.chat_index(REPORTER)
    assert index == house(ring).chat_index(REPORTER)
    assert len(index) == 16
    assert len({index, one.chat_index(-REPORTER), one.index(str(REPORTER)), other.chat_index(REPORTER)}) == 4


def test_a_case_key_opens_only_for_its_case(ring: KeyRing):
    seals = house(ring)
    seal, wrapped = seals.new_key(7, case_key_place("one"))
    assert seals.case("one", wrapped).open(seal.close(b"told", "p"), "p") == b"told"
    with pytest.raises(BrokenSeal):
        seals.case("two", wrapped)


def test_without_its_slot_or_in_another_a_key_does_not_open(ring: KeyRing):
    seals, place = house(ring), case_key_place("one")
    _, wrapped = seals.new_key(7, place)
    with pytest.raises(BrokenSeal):
        seals.unwrapped(prefix(8) + wrapped[len(prefix(8)) :], place)
    ring.destroy([7])
    with pytest.raises(Forgotten):
        seals.unwrapped(wrapped, place)


def test_a_key_that_another_process_destroyed_seals_nothing_more(ring: KeyRing):
    kept = house(ring).kept
    kept.add("person|1", SlotSeal(7, Seal(SECRET)))
    assert kept.of_owner("person|1") is not None
    other = KeyRing.open(ring.path, house=bytes(16), used=7)
    other.destroy([7])
    other.close()
    assert kept.of_owner("person|1") is None


def test_only_so_many_keys_are_kept(ring: KeyRing):
    kept = Kept(ring, most=2)
    for slot in (1, 2, 3):
        kept.add(f"person|{slot}", SlotSeal(slot, Seal(SECRET)))
    assert [kept.of_slot(slot) is None for slot in (1, 2, 3)] == [True, False, False]
    assert kept.of_owner("person|1") is None


async def fill(storage: Storage) -> None:
    """Two rows in every table that holds something sealed."""
    async with storage.work() as work:
        await work.take_in([arrival(1, chat=1), arrival(2, chat=2)])
        for chat in (OFFICER, ChatId(2)):
            await work.save_person(Person(chat))
            await work.add_staff(chat=chat, name="Ani", role=Role.HEAD)
    events = [Event(EventKind.ALERT_RAISED, CaseRef("case-1"), NOW, told={"n": n}) for n in (1, 2)]
    both = ("case-1", "case-2")
    await put(
        storage,
        cases=[case(ref) for ref in both],
        alerts=[alert(f"alert-{ref}", of=ref) for ref in both],
        visits=[visit(f"visit-{n}") for n in (1, 2)],
        events=events,
        dialogues=[dialogue(), dialogue(flow="other")],
    )


READS = {
    ("person", "body"): lambda work: work.person(OFFICER),
    ("staff", "body"): lambda work: work.roster(),
    ("dialogue", "body"): lambda work: work.dialogues(REPORTER),
    ("case", "body"): lambda work: work.open_cases(),
    ("case_key", "wrapped"): lambda work: work.open_cases(),
    ("alert", "body"): lambda work: work.alert_of_case(CaseRef("case-1")),
    ("visit", "body"): lambda work: work.visits_of(CaseRef("case-1")),
    ("case_event", "told"): lambda work: work.history(CaseRef("case-1")),
}


@pytest.mark.parametrize(("table", "column"), READS, ids=[".".join(where) for where in READS])
async def test_two_seals_that_changed_places_do_not_open(storage: Storage, rows, table: str, column: str):
    await fill(storage)
    read = READS[table, column]
    async with storage.work() as work:
        assert await read(work)
    keys = {"case_key": "case_ref", "case_event": "seq", "dialogue": "flow", "person": "chat", "staff": "id"}
    key = keys.get(table, "ref")
    other = f'SELECT {column} FROM "{table}" AS there WHERE there.{key} <> here.{key}'
    await rows(f'UPDATE "{table}" AS here SET {column} = ({other})')
    async with storage.work() as work:
        with pytest.raises(BrokenSeal):
            await read(work)


async def test_an_older_body_of_the_same_case_does_not_open(storage: Storage, rows):
    await put(storage, cases=[case()])
    ((old,),) = await rows('SELECT body FROM "case"')
    await put(storage, cases=[case(version=1, kecamatan="Sabbang")])
    await rows('UPDATE "case" SET body = :old', old=old)
    async with storage.look() as look:
        with pytest.raises(BrokenSeal):
            await look.case(CaseRef("case-1"))


async def test_a_new_master_key_opens_everything_and_the_old_one_nothing(storage: Storage, url: str, refuses):
    await fill(storage)
    buttons = storage.button_key
    new = MasterKey(os.urandom(32), KEY.path)
    assert await storage.rewrap(new) == 7
    # Whoever works on while the key changes sees no difference.
    await put(storage, cases=[case("case-3")])
    for house in (storage, await Storage.open(url, new)):
        async with house.work() as work:
            for read in READS.values():
                assert await read(work)
            assert len(await work.open_cases()) == 3
            assert await work.person(OFFICER) == Person(OFFICER)
        assert house.button_key == buttons
    await house.close()
    assert (await refuses(Storage.open(url, KEY))).reason == "wrong_for_database"


async def test_an_alert_that_cannot_be_read_hides_no_other(storage: Storage, rows):
    """Whoever asks for all open alerts, to page or to give back, gets those that are whole."""
    await fill(storage)
    await rows("UPDATE alert SET body = :spoilt WHERE ref = 'alert-case-1'", spoilt=b"spoilt" * 20)
    async with storage.look() as look:
        assert [one.ref for one in await look.open_alerts()] == ["alert-case-2"]
