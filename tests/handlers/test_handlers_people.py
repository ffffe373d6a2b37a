"""The people and files of cases, as a unit lives with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import parties
from cases.case import Case, File
from cases.messages import ChatId
from cases.outcome import EventKind, Outcome
from cases.party import Party, PartyKind
from cases.staff import Role
from tests.handlers.people_unit import (
    FAJAR,
    OTHER,
    assigned,
    card,
    confirmed,
    hire,
    keys,
    more,
    people,
    person,
    the_case,
)  # fmt: skip
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, REPORTER, Office


@pytest.fixture
def office(held: Office) -> Office:
    """Eka holds a case."""
    return held


async def test_a_person_is_written_down_shown_on_request_alone_and_corrected(office: Office) -> None:
    case = await the_case(office)
    await card(office, EKA, case)
    await person(office, EKA)
    (listed,) = await office.presses(EKA, "parties")
    assert "Siti" not in str(listed)
    (siti,) = [party for party in await people(office, case) if party.name]
    assert (siti.kind, siti.sex, str(siti.born_on), siti.phone) == (PartyKind.VICTIM, "P", "1990-08-17", "081234567890")
    nth = [p.ref for p in await people(office, case)].index(siti.ref)
    shows = [b for row in listed.buttons for b in row if b.action == "identity"]
    (shown,) = await office.press(EKA, shows[nth])
    assert shown.protect
    assert "Siti Aminah" in str(shown)
    async with office.storage.look() as look:
        assert [one.what for one in await look.looks(case.ref)].count("identity") == 1
    edits = [b for row in listed.buttons for b in row if b.action == "party" and b.choice == "edit"]
    await office.press(EKA, edits[nth])
    await office.answers(EKA, "yfields:name", "yfields:_done")
    await office.says(EKA, "Siti Aminah Rahma")
    async with office.storage.look() as look:
        written = [e.told["changed"] for e in await look.history(case.ref) if e.kind is EventKind.PARTY_WRITTEN]
        assert written[-1] == {"name": ["Siti Aminah", "Siti Aminah Rahma"]}
    # Nobody else gets to see it, nor to write it.
    for button in (shows[nth], edits[nth]):
        assert keys(await office.press(BUDI, button)) == ["refusal-not-allowed"]


async def test_so_many_identities_an_hour_are_enough(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parties.LOOKS_AN_HOUR == 20
    monkeypatch.setattr(parties, "LOOKS_AN_HOUR", 3)
    case = await the_case(office)
    await card(office, EKA, case)
    await person(office, EKA)
    await office.presses(EKA, "parties")
    for _ in range(3):
        assert keys(await office.presses(EKA, "identity")) == ["party-identity"]
    assert keys(await office.presses(EKA, "identity")) == ["refusal-too-many"]
    office.now += timedelta(minutes=61)
    assert keys(await office.presses(EKA, "identity")) == ["party-identity"]


async def test_two_who_correct_the_same_field_lose_nothing(office: Office) -> None:
    case = await the_case(office)
    await card(office, EKA, case)
    await person(office, EKA)
    for chat in (EKA, CITRA):
        await card(office, chat, case)
        await office.presses(chat, "parties")
        await office.presses(chat, "party", "edit")
        await office.answers(chat, "yfields:name", "yfields:address", "yfields:_done")
    await office.says(EKA, "Siti Satu")
    await office.says(EKA, "Jalan Melati")
    await office.says(CITRA, "Siti Dua")
    said = await office.says(CITRA, "Jalan Melati")
    assert "party-not-overwritten" in keys(said)
    assert "changed-since" in keys(said)
    assert {party.name for party in await people(office, case)} >= {"Siti Satu"}
    assert "Siti Dua" not in str(await people(office, case))


async def test_who_comes_again_is_at_least_sedang_and_seen_only_by_who_may(office: Office) -> None:
    first = await the_case(office)
    await card(office, EKA, first)
    await person(office, EKA)
    await office.command(OTHER, "lapor")
    second = await assigned(office, reporter=OTHER)
    await card(office, CITRA, second)
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign", str((await office.member(FAJAR)).id))
    async with office.storage.work() as work:
        case = await work.case(second.ref)
        assert case is not None
        assert case.ruling is not None
        calm = replace(case, ruling=replace(case.ruling, risk="RENDAH", emergency=False))
        await work.record(Outcome(cases=(calm,)), now=office.now)
    await card(office, FAJAR, second)
    await person(office, FAJAR)
    assert (await the_case(office, second.number)).risk == "SEDANG"
    assert "party-rate-again" in office.heard_by(FAJAR)
    assert "party-rate-again" in office.heard_by(CITRA)
    (mine,) = await office.presses(FAJAR, "parties")
    assert first.number not in str(mine)
    await card(office, CITRA, second)
    (leads,) = await office.presses(CITRA, "parties")
    assert first.number in str(leads)


async def test_all_leads_excluded_the_next_in_line_hears(office: Office) -> None:
    case = await the_case(office)
    await card(office, CITRA, case)
    await office.presses(CITRA, "exclude")
    assert "staff-excluded" in office.heard_by(DEWI)


async def test_the_manager_who_knows_somebody_is_replaced(office: Office) -> None:
    case = await the_case(office)
    await card(office, EKA, case)
    await office.presses(EKA, "exclude")
    case = await the_case(office)
    assert case.manager is None
    assert office.heard_by(CITRA).count("assignment-open") == 2
    await office.passes(hours=3)
    assert "assignment-due" in office.heard_by(CITRA)
    await office.presses(CITRA, "managers")
    offered = [b.choice for row in office.sent[CITRA][-1].buttons for b in row]
    assert str((await office.member(EKA)).id) not in offered
    await office.presses(CITRA, "assign")
    assert (await the_case(office)).manager == (await office.member(FAJAR)).id


async def test_an_exclusion_is_taken_back_by_two_leads_and_never_by_oneself(office: Office) -> None:
    await hire(office, ChatId(1010), "Hasna", Role.COORDINATOR)
    case = await the_case(office)
    await more(office, CITRA, case)
    await office.presses(CITRA, "exclother")
    await office.presses(CITRA, "exclwho", str((await office.member(BUDI)).id))
    await office.says(CITRA, "ia saudara terduga pelaku")
    budi = (await office.member(BUDI)).id
    assert (await the_case(office)).excluded == (budi,)
    await office.presses(CITRA, "exclother")
    await office.presses(CITRA, "readmit", str(budi))
    await office.says(CITRA, "ternyata orang lain")
    assert (await the_case(office)).excluded == (budi,)
    asked = office.button(ChatId(1010), "readmit-yes")
    assert keys(await office.press(CITRA, asked))[0] == "refusal-needs-another"
    await office.press(ChatId(1010), asked)
    assert (await the_case(office)).excluded == ()


async def test_a_name_of_the_unit_is_hidden_from_them_and_the_leads_check(office: Office) -> None:
    case = await the_case(office)
    await card(office, CITRA, case)
    await office.presses(CITRA, "parties")
    await office.presses(CITRA, "party", "new")
    await office.answers(CITRA, "ykind:offender")
    await office.says(CITRA, "Eka")
    await office.answers(CITRA, "ysex:_skip", "yage:_skip", "yphone:_skip", "ymore:cukup")
    case = await the_case(office)
    assert case.excluded == ((await office.member(EKA)).id,)
    assert case.manager is None
    assert "staff-excluded" in office.heard_by(CITRA)
    assert keys(await office.command(EKA, "kasus")) == ["no-cases"]


async def test_an_emergency_that_the_other_has_not_is_not_joined_away(office: Office) -> None:
    first = await the_case(office)
    await office.says(OTHER, CRY)
    second = await the_case(office)
    await more(office, CITRA, first)
    await office.presses(CITRA, "join")
    said = await office.answers(CITRA, f"yjoin:{second.number}", "yjoinok:ya")
    assert "refusal-still-calls" in keys(said)
    assert len(await office.cases()) == 2


async def both_sides(office: Office) -> Case:
    """A girl was hurt and a boy is accused; Eka is the case manager."""
    case = await the_case(office)
    async with office.storage.work() as work:
        stored = await work.case(case.ref)
        assert stored is not None
        facts = replace(stored.facts, ampk=("A02",))
        decision = replace(stored.decision, case_types=("KTA", "ABH"))
        await work.record(Outcome(cases=(replace(stored, facts=facts, decision=decision),)), now=office.now)
        boy = Party("p-boy", case.ref, PartyKind.OFFENDER, name="Rudi Hartono", age=15, relation="teman")  # type: ignore[arg-type]
        await work.record(Outcome(parties=(boy,)), now=office.now)
    return await the_case(office)


async def test_victim_and_accused_child_have_files_closed_to_each_other(office: Office) -> None:
    case = await both_sides(office)
    await more(office, CITRA, case)
    await office.presses(CITRA, "split")
    await office.presses(CITRA, "splitnow")
    victim, child = sorted(await office.cases(), key=lambda one: one.number)
    assert (victim.file, child.file) == (File.VICTIM, File.CHILD_OFFENDER)
    assert set(victim.decision.case_types) == {"KTA"}
    assert set(child.decision.case_types) == {"ABH"}
    assert [route.code for route in child.decision.routes] == ["c"]
    assert "story" not in child.answers
    assert "Rudi" not in str(await people(office, victim))
    assert "Rudi" in str(await people(office, child))
    await card(office, CITRA, child)
    await office.presses(CITRA, "managers")
    offered = [b.choice for row in office.sent[CITRA][-1].buttons for b in row]
    eka, fajar = (await office.member(EKA)).id, (await office.member(FAJAR)).id
    assert offered == [str(fajar)]
    await office.presses(CITRA, "assign", str(fajar))
    victim, child = sorted(await office.cases(), key=lambda one: one.number)
    assert (victim.excluded, child.excluded) == ((fajar,), (eka,))
    for chat, other in ((EKA, child), (FAJAR, victim)):
        assert keys(await office.command(chat, "riwayat", other.number)) == ["refusal-unknown"]
    assert keys(await card(office, CITRA, victim)) == keys(await card(office, CITRA, child)) == ["case-now"]
    await office.passes(hours=1)


async def test_all_cases_of_a_leaver_go_at_once_and_everybody_hears_it_once(office: Office) -> None:
    await hire(office, ChatId(1011), "Intan")
    for number in range(2):
        await office.command(ChatId(9000 + number), "lapor")
        await assigned(office, reporter=ChatId(9000 + number))
    async with office.storage.work() as work:
        from handlers.handing_over import left

        person_ = (await work.roster()).by_chat(EKA)
        assert person_ is not None
        await work.set_active(person_.id, False)
        await work.record(await left(work, person_), now=office.now)
    await office.deliver()
    assert office.heard_by(CITRA).count("handover-has-left") == 1
    await office.presses(CITRA, "handall")
    old = office.button(CITRA, "handnow")
    await office.press(CITRA, old)
    held = [case.manager for case in await office.cases()]
    fajar, intan = (await office.member(FAJAR)).id, (await office.member(ChatId(1011))).id
    assert {*held} == {fajar, intan}
    assert len(held) == 3
    assert [office.heard_by(chat).count("handover-yours") for chat in (FAJAR, ChatId(1011))] == [1, 1]
    assert "case-yours" not in office.heard_by(FAJAR)
    assert "refusal-changed" in keys(await office.press(CITRA, old))
    await office.passes(hours=4)
    assert "visit-due" in office.heard_by(FAJAR)


async def test_who_acts_gets_cards_and_reminders_and_it_ends_by_itself(office: Office) -> None:
    case = await the_case(office)
    await more(office, CITRA, case)
    await office.presses(CITRA, "delegate")
    await office.presses(CITRA, "standin")
    await office.answers(CITRA, "yuntil:3")
    assert (await the_case(office)).acting == (await office.member(FAJAR)).id
    assert "acting-yours" in office.heard_by(FAJAR)
    assert "acting-for-you" in office.heard_by(EKA)
    assert keys(await card(office, FAJAR, case)) == ["case-now"]
    await office.says(REPORTER, "dia menelepon saya lagi tadi malam")
    assert "alert-news" in office.heard_by(FAJAR)
    await office.passes(hours=4)
    await office.passes(days=4)
    assert "visit-due" in office.heard_by(FAJAR)
    assert (await the_case(office)).acting is None
    assert "acting-over" in office.heard_by(FAJAR)
    seen = len(office.sent[FAJAR])
    await office.says(REPORTER, "saya sekarang di rumah saudara")
    assert len(office.sent[FAJAR]) == seen


async def test_managers_are_offered_by_what_they_carry_and_leave_comes_last(office: Office) -> None:
    await office.command(OTHER, "lapor")
    await confirmed(office, reporter=OTHER)
    await office.presses(CITRA, "managers")
    offered = [b.choice for row in office.sent[CITRA][-1].buttons for b in row]
    eka, fajar = str((await office.member(EKA)).id), str((await office.member(FAJAR)).id)
    assert offered == [fajar, eka]
    await office.command(CITRA, "piket")
    await office.presses(CITRA, "rmenu")
    await office.presses(CITRA, "radd")
    await office.answers(CITRA, "rkind:leave", f"rwho:{fajar}", "rfirst:0", "rlast:0", "rsum:simpan")
    await office.presses(CITRA, "managers")
    offered = [b.choice for row in office.sent[CITRA][-1].buttons for b in row]
    assert offered == [eka, fajar]


async def test_a_leave_of_a_manager_asks_who_acts_for_all_of_it(office: Office) -> None:
    eka = (await office.member(EKA)).id
    await office.command(CITRA, "piket")
    await office.presses(CITRA, "rmenu")
    await office.presses(CITRA, "radd")
    await office.answers(CITRA, "rkind:leave", f"rwho:{eka}", "rfirst:0", "rlast:0", "rsum:simpan")
    await office.presses(CITRA, "leavefor")
    await office.presses(CITRA, "leaveto")
    assert (await the_case(office)).acting == (await office.member(FAJAR)).id
    assert office.heard_by(FAJAR).count("acting-yours") == 1


async def test_the_name_of_who_is_out_there_takes_nothing_from_them_and_leads_hear_it(office: Office) -> None:
    """Whoever writes a name down must not be stopped by it, nor whoever is on the way be left without their case."""
    await office.says(OTHER, CRY)
    case = next(case for case in await office.cases() if case.manager is None)
    await office.presses(ANI, "take")
    await office.presses(ANI, "leave")
    for times in (1, 2):
        await card(office, CITRA, case)
        await office.presses(CITRA, "parties")
        await office.presses(CITRA, "party", "new")
        await office.answers(CITRA, "ykind:offender")
        await office.says(CITRA, "Ani")
        await office.answers(CITRA, "ysex:_skip", "yage:_skip", "yphone:_skip", "ymore:cukup")
        assert [party.name for party in await people(office, case)].count("Ani") == times
        assert office.heard_by(CITRA).count("match-is-out") == times
        assert "match-is-out" not in office.heard_by(ANI)
        assert (await the_case(office, case.number)).excluded == ()
    await office.presses(ANI, "back")
    await office.presses(CITRA, "exclother")
    await office.presses(CITRA, "exclwho", str((await office.member(ANI)).id))
    await office.says(CITRA, "benar, ia sendiri")
    assert (await the_case(office, case.number)).excluded == ((await office.member(ANI)).id,)


async def test_who_holds_it_writes_of_its_people_from_the_list_of_them(office: Office) -> None:
    case = await the_case(office)
    rest = {button.action for message in await more(office, EKA, case) for row in message.buttons for button in row}
    assert "party" not in rest
    await card(office, EKA, case)
    (listed,) = await office.presses(EKA, "parties")
    assert [b.choice for row in listed.buttons for b in row if b.action == "party"][-1] == "new"
    assert keys(await office.presses(EKA, "party", "new")) == ["form-about"]


async def test_a_report_can_be_written_down_from_the_list_of_cases(office: Office) -> None:
    for chat in (EKA, ANI, CITRA):
        (listed,) = await office.command(chat, "kasus")
        assert listed.buttons[-1][0].action == "intake"
    assert keys(await office.presses(EKA, "intake"))[0] == "intake-begun"
