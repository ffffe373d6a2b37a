"""The file of a case: entries, people, referrals, letters and partners come back as they were recorded."""

from dataclasses import replace
from datetime import date

import pytest

from cases.case import CaseRef, Status
from cases.entry import Attached, Before, Entry, EntryKind, EntryRef
from cases.handling import Consent, Done, Guardian, Handling, Signer
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.line import Line, LineKind, LineRef
from cases.messages import ChatId
from cases.outcome import Outcome
from cases.party import Match, Party, PartyKind, PartyRef
from cases.referral import Progress, Referral, ReferralRef, ReferralState
from cases.refusals import Changed, Unknown
from cases.staff import Role
from cases.talk import Talk, TalkRef, TalkState
from storage import Storage
from tests.storage.things import MINUTE, NOW, REPORTER, case, put, staff_id

REF = CaseRef("case-1")
ANI, BUDI = staff_id(1), staff_id(2)
OTHER_PHONE = ChatId(62812)
HANDLING = Handling(
    done=(Done("1.8", NOW, ANI, "entry-0", 1),),
    started_at=NOW,
    guardian=Guardian("Ibu Rosmiati", "nenek", ANI, NOW),
    consent=Consent(True, Signer.GUARDIAN, NOW, ANI, scope=("kesehatan",), photo_id="AgAC"),
    rights=("medis", "aman"),
)


def entry(ref: str = "entry-1", of: str = "case-1", **changes) -> Entry:
    made = Entry(EntryRef(ref), CaseRef(of), EntryKind.NOTE, NOW, NOW, ANI)
    return replace(made, **changes)


def party(ref: str = "party-1", of: str = "case-1", **changes) -> Party:
    return replace(Party(PartyRef(ref), CaseRef(of), PartyKind.VICTIM, name="Siti Aminah"), **changes)


def referral(ref: str = "referral-1", of: str = "case-1", **changes) -> Referral:
    made = Referral(ReferralRef(ref), CaseRef(of), "rsud", "visum", ReferralState.SENT, NOW, ANI)
    return replace(made, **changes)


def letter(ref: str = "letter-1", of: str = "case-1", **changes) -> Letter:
    return replace(Letter(LetterRef(ref), CaseRef(of), LetterKind.TASK, "800/1/PPA/2026", ANI, NOW), **changes)


def line(ref: str = "line-1", of: str = "case-1", **changes) -> Line:
    return replace(Line(LineRef(ref), CaseRef(of), OTHER_PHONE, LineKind.PHONE, NOW), **changes)


def talk(ref: str = "talk-1", of: str = "case-1", **changes) -> Talk:
    return replace(Talk(TalkRef(ref), CaseRef(of), REPORTER, NOW, ANI, "Kami datang."), **changes)


FULL = {
    "entries": entry(
        steps=("2.1", "2.2"),
        told={"said": "kata korban", "on": date(2026, 1, 2), "at": NOW},
        files=(Attached("photo", "AgAC"), Attached("voice", "AwAC")),
        corrects=EntryRef("entry-0"),
        undone_at=NOW + MINUTE,
        undone_by=ANI,
        before=Before(Status.CONSENTED, HANDLING),
    ),
    "parties": party(
        kind=PartyKind.OFFENDER, age=41, born_on=date(1985, 1, 2), nik="7322010101850001", phone="0812 3456 7890"
    ),
    "referrals": referral(
        scope=("kesehatan", "sosial"),
        accompanied_by="Ani",
        must_accompany=True,
        received_at=NOW,
        next_on=date(2026, 12, 1),
        progress=(Progress(NOW, "sudah diperiksa", "dr. Rini"),),
        rung=2,
    ),
    "letters": letter(state=LetterState.CHECKED, page={"to": "<b>RSUD</b>", "lines": ("a", "b")}, checked_at=NOW),
    "lines": line(name="Bu guru", kind=LineKind.TRUSTED),
    "talks": talk(state=TalkState.SAID, said_at=NOW, place=(-2.5, 120.3), attachment="file-1"),
}
ONE = {
    "lines": "line",
    "talks": "talk",
    "entries": "entry",
    "parties": "party",
    "referrals": "referral",
    "letters": "letter",
}
parts = pytest.mark.parametrize("part", FULL)


@parts
async def test_it_comes_back_as_it_was_recorded(storage: Storage, part: str):
    await put(storage, cases=[case(handling=HANDLING, due_at=NOW)], **{part: [FULL[part]]})
    async with storage.look() as look:
        assert await getattr(look, ONE[part])(FULL[part].ref) == replace(FULL[part], version=1)
        assert await getattr(look, part)(REF) == (replace(FULL[part], version=1),)
        assert await getattr(look, part)(CaseRef("other")) == ()
        assert await look.case(REF) == replace(case(handling=HANDLING, due_at=NOW), version=1)


@parts
async def test_a_stale_one_changes_nothing_at_all(storage: Storage, part: str):
    await put(storage, cases=[case()], **{part: [FULL[part]]})
    for version in (0, 2):
        async with storage.work() as work:
            late = {part: (replace(FULL[part], version=version),)}
            with pytest.raises(Changed):
                await work.record(Outcome(cases=(case(version=1),), **late), now=NOW)
    async with storage.look() as look:
        assert await look.case(REF) == case(version=1)
        assert await getattr(look, ONE[part])(FULL[part].ref) == replace(FULL[part], version=1)


@parts
async def test_without_its_case_it_is_not_recorded(storage: Storage, part: str):
    async with storage.work() as work:
        with pytest.raises(Unknown):
            await work.record(Outcome(**{part: (FULL[part],)}), now=NOW)


async def test_entries_stand_in_the_order_in_which_they_were_written(storage: Storage):
    later = entry("a", written_at=NOW + MINUTE, at=NOW - MINUTE)
    await put(storage, cases=[case()], entries=[later, entry("c", at=NOW), entry("b", at=NOW - MINUTE)])
    async with storage.look() as look:
        assert [found.ref for found in await look.entries(REF)] == ["b", "c", "a"]


async def test_who_was_removed_is_in_no_list_and_never_found_again(storage: Storage):
    await put(storage, cases=[case(), case("case-2")], parties=[party("p1"), party("p2", "case-2")])
    await put(storage, parties=[party("p1", version=1, removed=True)])
    async with storage.look() as look:
        assert await look.parties(REF) == ()
        assert await look.party(PartyRef("p1")) == party("p1", version=2, removed=True)
        assert await look.matches(party("p2", "case-2")) == ()


@pytest.mark.parametrize(
    ("known", "asked", "by"),
    [
        ({"name": "SITI  AMINAH"}, {"name": "Ibu Siti Áminah."}, "name"),
        ({"name": "", "phone": "+62 812-3456-7890"}, {"name": "", "phone": "081234567890"}, "phone"),
        ({"name": "", "nik": "7322 0101 0185 0001"}, {"name": "", "nik": "7322010101850001"}, "nik"),
        ({"phone": "6281234567890"}, {"phone": "0812 3456 7890"}, "phone"),
        ({"name": ""}, {"name": ""}, None),
        ({"name": "", "phone": "112"}, {"name": "", "phone": "112"}, None),
        ({"name": "", "nik": "7322"}, {"name": "", "nik": "7322"}, None),
        ({"name": "Siti"}, {"name": "Siti Aminah"}, None),
    ],
)
async def test_the_same_person_in_another_case(storage: Storage, known, asked, by):
    other, this = party("p1", "case-2", kind=PartyKind.OFFENDER, **known), party("p2", **asked)
    await put(storage, cases=[case(), case("case-2")], parties=[other, this])
    expected = () if by is None else (Match(other.ref, other.case, PartyKind.OFFENDER, by),)
    async with storage.look() as look:
        assert await look.matches(this) == expected
        assert await look.matches(replace(other, case=CaseRef("case-2"))) == (
            () if by is None else (Match(this.ref, this.case, PartyKind.VICTIM, by),)
        )


async def test_somebody_of_the_unit_is_named_in_a_case(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=ChatId(1), name="Andi Baso Rahman", role=Role.HEAD)
        budi = await work.add_staff(chat=ChatId(2), name="Budi", role=Role.CASE_MANAGER)
        await work.set_addresses(budi, {"phone": "+6281234567890"})
        gone = await work.add_staff(chat=ChatId(3), name="Citra", role=Role.CASE_MANAGER)
        await work.set_active(gone, False)
        assert await work.staff_matches(party(name="Bpk. Andi Rahman")) == (ani,)
        assert await work.staff_matches(party(name="Andi")) == ()
        assert await work.staff_matches(party(name="", phone="081234567890")) == (budi,)
        assert await work.staff_matches(party(name="Budi")) == (budi,)
        assert await work.staff_matches(party(name="Citra")) == ()
        assert await work.staff_matches(party(name="")) == ()


async def waiting(storage: Storage) -> None:
    await put(
        storage,
        cases=[case(manager=BUDI), case("case-2", acting=BUDI), case("case-3"), case("over", status=Status.CLOSED)],
        referrals=[
            referral("r3", "case-2", sent_at=NOW + 3 * MINUTE),
            referral("r1", state=ReferralState.RECEIVED),
            referral("r2", agency="polres", sent_at=NOW + MINUTE),
            referral("r4", state=ReferralState.DECLINED),
            referral("r5", "case-3", sent_at=NOW + 5 * MINUTE),
            referral("r6", "case-3", sent_at=NOW + 6 * MINUTE, sent_by=BUDI),
            referral("r7", "over", state=ReferralState.RECEIVED),
        ],
    )


async def test_what_waits_comes_first_the_oldest_of_it_before_the_others_and_no_more_than_asked_for(storage: Storage):
    await waiting(storage)
    async with storage.look() as look:
        assert [one.ref for one in await look.open_referrals(None, limit=9)] == ["r2", "r3", "r5", "r6", "r1"]
        assert [one.ref for one in await look.open_referrals(None, limit=2)] == ["r2", "r3"]
        assert await look.open_referral_count(None) == 5
        assert [one.ref for one in await look.open_referrals(BUDI, limit=9)] == ["r2", "r3", "r6", "r1"]
        assert await look.open_referral_count(BUDI) == 4
        assert [one.ref for one in await look.open_referrals_of("rsud", limit=9)] == ["r3", "r5", "r6", "r1"]
        assert [one.ref for one in await look.open_referrals_of("rsud", limit=1)] == ["r3"]
        assert await look.open_referrals_of("other", limit=9) == ()
    await put(storage, referrals=[referral("r1", version=1, state=ReferralState.ENDED)])
    async with storage.look() as look:
        assert "r1" not in [one.ref for one in await look.open_referrals(None, limit=9)]


async def test_a_referral_that_can_not_be_read_does_not_hide_the_others(storage: Storage, rows):
    await waiting(storage)
    await rows("UPDATE referral SET body = (SELECT body FROM referral WHERE ref = 'r2') WHERE ref = 'r3'")
    async with storage.look() as look:
        assert [one.ref for one in await look.open_referrals(None, limit=9)] == ["r2", "r5", "r6", "r1"]
        assert [one.ref for one in await look.open_referrals_of("rsud", limit=9)] == ["r5", "r6", "r1"]


async def test_letters_are_numbered_by_the_year(storage: Storage):
    async with storage.work() as work:
        assert [await work.next_letter(2026), await work.next_letter(2026), await work.next_letter(2027)] == [1, 2, 1]
        assert await work.next_number("LU", 2026) == "LU-2026-0001"


async def test_partners_come_and_go(storage: Storage):
    chat = ChatId(77)
    async with storage.work() as work:
        assert await work.partner(chat) is None
        made = await work.add_partner(chat=chat, name="dr. Rini", agency="rsud")
        assert (made.chat, made.name, made.agency, made.active, made.reachable) == (77, "dr. Rini", "rsud", True, True)
        await work.set_partner_active(made.id, False)
        assert await work.set_reachable(chat, False) is True
        gone = await work.partner(chat)
        assert gone == replace(made, active=False, reachable=False)
        assert await work.partners() == (gone,)
        again = await work.add_partner(chat=chat, name="dr. Rini S.", agency="psikologi")
    assert (again.id, again.name, again.agency, again.active) == (made.id, "dr. Rini S.", "psikologi", True)


async def test_nothing_of_a_forgotten_case_is_found_and_nobody_is_recognised(storage: Storage, rows):
    full = {part: [thing] for part, thing in FULL.items()}
    await put(storage, cases=[case(), case("case-2")], **full)
    twin = replace(FULL["parties"], ref=PartyRef("twin"), case=CaseRef("case-2"))
    await put(storage, parties=[twin])
    async with storage.work() as work:
        await work.forget_case(REF)
        for part, thing in FULL.items():
            assert await getattr(work, ONE[part])(thing.ref) is None
            assert await getattr(work, part)(REF) == ()
        assert await work.open_referrals(None, limit=9) == ()
        assert await work.open_referrals_of("rsud", limit=9) == ()
        assert await work.matches(twin) == ()
    assert await rows("SELECT name, phone, nik FROM party WHERE case_ref = 'case-1'") == [(None, None, None)]
