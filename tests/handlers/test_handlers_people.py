"""The people and files of cases, as a unit lives with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import parties
from cases.case import Case, Channel, File, Status
from cases.messages import ChatId, Message
from cases.outcome import EventKind, Outcome
from cases.party import Party, PartyKind
from cases.staff import Role
from handlers.heard import Doing, Room
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, REPORTER, Office

FAJAR, OTHER = ChatId(1006), ChatId(8)


async def hire(office: Office, chat: ChatId = FAJAR, name: str = "Fajar", role: Role = Role.CASE_MANAGER) -> None:
    async with office.storage.work() as work:
        await work.add_staff(chat=chat, name=name, role=role)


async def the_case(office: Office, number: str = "") -> Case:
    found = [case for case in await office.cases() if number in ("", case.number)]
    return found[-1]


async def assigned(office: Office, *, reporter: ChatId = REPORTER) -> Case:
    """An emergency that was met and confirmed, with Eka as its case manager."""
    await office.says(reporter, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign", str((await office.member(EKA)).id))
    return await the_case(office)


async def card(office: Office, chat: ChatId, case: Case) -> list[Message]:
    await office.command(chat, "kasus")
    return await office.presses_of(chat, "open", case.ref)


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


async def person(office: Office, chat: ChatId, *answers: str) -> None:
    """A victim called "Siti Aminah" is written down from the card that is open."""
    await office.presses(chat, "parties")
    await office.presses(chat, "party", "new")
    await office.answers(chat, "ykind:victim")
    await office.says(chat, "Siti Aminah")
    await office.answers(chat, "ysex:P")
    await office.says(chat, "17-08-1990")
    await office.says(chat, "081234567890")
    await office.answers(chat, "ymore:cukup")


async def people(office: Office, case: Case) -> tuple[Party, ...]:
    async with office.storage.look() as look:
        return await look.parties(case.ref)


async def test_a_person_is_written_down_shown_on_request_alone_and_corrected(office: Office) -> None:
    case = await assigned(office)
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
    case = await assigned(office)
    await card(office, EKA, case)
    await person(office, EKA)
    await office.presses(EKA, "parties")
    for _ in range(3):
        assert keys(await office.presses(EKA, "identity")) == ["party-identity"]
    assert keys(await office.presses(EKA, "identity")) == ["refusal-too-many"]
    office.now += timedelta(minutes=61)
    assert keys(await office.presses(EKA, "identity")) == ["party-identity"]


async def test_two_who_correct_the_same_field_lose_nothing(office: Office) -> None:
    case = await assigned(office)
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
    await hire(office)
    first = await assigned(office)
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


async def test_known_to_somebody_is_gone_for_them_in_one_tap(office: Office) -> None:
    """What they held goes on at once, and nothing of the unit's says any more that there is such a case."""
    await office.says(REPORTER, CRY)
    case = await the_case(office)
    await office.presses(ANI, "take")
    old = {action: office.button(ANI, action) for action in ("outreach", "look", "return", "judge")}
    before = office.heard_by(BUDI).count("alert-call")
    (said, *_) = await office.presses(ANI, "exclude")
    assert said.phrase.key == "excluded-you"
    assert case.number not in str(said)
    assert office.heard_by(BUDI).count("alert-call") == before + 1
    assert "staff-excluded" in office.heard_by(CITRA)
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.taken_by is None
    for button in (*old.values(), office.button(BUDI, "take")):
        assert keys(await office.press(ANI, button)) == ["refusal-unknown"]
    assert keys(await office.command(ANI, "tugas")) == ["no-alerts"]
    assert keys(await office.command(ANI, "riwayat", case.number)) == ["refusal-unknown"]
    assert office.heard_by(ANI).count("card-gone") >= 2
    seen = len(office.sent[ANI])
    await office.passes(hours=2)
    assert [message for message in office.sent[ANI][seen:] if case.number in str(message)] == []


async def test_a_press_in_a_group_tells_the_excluded_what_it_tells_anybody_who_may_not(office: Office) -> None:
    room = Room(ChatId(-100), "Petugas")
    await office.does(CITRA, Doing.ADDED, room=room)
    await office.says(REPORTER, CRY)
    card_there = office.button(ChatId(-100), "take")
    await office.presses(ANI, "exclude")
    told = {"action": "take", "ref": card_there.ref, "version": card_there.version, "press_id": "p", "room": room}
    await office.does(ANI, Doing.PRESSED, **told)
    excluded = office.toast
    await office.command(ChatId(1007), "start")
    await office.does(ChatId(1007), Doing.PRESSED, **told)
    assert excluded is not None
    assert office.toast is not None
    assert excluded.phrase == office.toast.phrase


async def test_a_duty_step_that_is_empty_goes_on_at_once(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "exclude")
    assert "alert-call" not in office.heard_by(CITRA)
    await office.presses(BUDI, "exclude")
    assert "alert-call" in office.heard_by(CITRA)
    await office.passes(minutes=1)


async def test_all_leads_excluded_the_next_in_line_hears(office: Office) -> None:
    case = await assigned(office)
    await card(office, CITRA, case)
    await office.presses(CITRA, "exclude")
    assert "staff-excluded" in office.heard_by(DEWI)


async def test_the_manager_who_knows_somebody_is_replaced(office: Office) -> None:
    await hire(office)
    case = await assigned(office)
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
    case = await assigned(office)
    await card(office, CITRA, case)
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
    case = await assigned(office)
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


async def joined(office: Office) -> tuple[Case, Case]:
    """Two neighbours cry for help for the same house; the second report is joined to the first."""
    await office.says(REPORTER, CRY)
    await office.says(OTHER, CRY)
    first, second = sorted(await office.cases(), key=lambda case: case.number)
    await card(office, CITRA, first)
    await office.presses(CITRA, "join")
    await office.answers(CITRA, f"yjoin:{second.number}", "yjoinok:ya")
    return first, second


async def test_reports_of_one_event_are_joined_and_nobodys_emergency_is_lost(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")
    await office.says(OTHER, CRY)
    await office.presses(BUDI, "take")
    first, second = sorted(await office.cases(), key=lambda case: case.number)
    await card(office, CITRA, first)
    await office.presses(CITRA, "join")
    await office.answers(CITRA, f"yjoin:{second.number}", "yjoinok:ya")
    (left,) = await office.cases()
    assert [one.number for one in left.reports] == [second.number]
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
        part = await look.case(second.ref)
    assert alert.case == first.ref
    assert alert.taken_by == (await office.member(ANI)).id
    assert part is not None
    assert part.answers == second.answers
    assert part.reported_at == second.reported_at
    await office.says(OTHER, "rumahnya yang pagar hijau dekat masjid besar")
    news = [message for message in office.sent[ANI] if message.phrase.key == "alert-news"]
    assert "pagar hijau" in str(news[-1])
    heard = [message for chat in (REPORTER, OTHER) for message in office.sent[chat]]
    assert not any(second.number in str(m) for m in office.sent[REPORTER])
    assert not any(first.number in str(m) for m in office.sent[OTHER]), heard
    await office.passes(hours=1)


async def test_who_had_taken_the_report_has_the_case_that_nobody_had(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.says(OTHER, CRY)
    first, second = sorted(await office.cases(), key=lambda case: case.number)
    await office.press(BUDI, next(b for m in office.sent[BUDI] for r in m.buttons for b in r if b.action == "take"))
    await card(office, CITRA, second)
    await office.presses(CITRA, "join")
    await office.answers(CITRA, f"yjoin:{first.number}", "yjoinok:ya")
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.case == second.ref
    assert alert.taken_by == (await office.member(BUDI)).id


async def test_an_emergency_that_the_other_has_not_is_not_joined_away(office: Office) -> None:
    first = await assigned(office)
    await office.says(OTHER, CRY)
    second = await the_case(office)
    await card(office, CITRA, first)
    await office.presses(CITRA, "join")
    said = await office.answers(CITRA, f"yjoin:{second.number}", "yjoinok:ya")
    assert "refusal-still-calls" in keys(said)
    assert len(await office.cases()) == 2


async def test_danger_in_a_joined_report_calls_for_the_case(office: Office) -> None:
    await joined(office)
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    await office.presses_of(ANI, "take", alert.ref)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    calls = office.heard_by(BUDI).count("alert-call")
    await office.says(OTHER, "tolong dia datang lagi bawa parang mau bunuh dia")
    assert office.heard_by(BUDI).count("alert-call") == calls + 1
    assert len(await office.cases()) == 1


async def test_a_report_taken_apart_is_a_case_of_its_own_that_calls_again(office: Office) -> None:
    first, second = await joined(office)
    await card(office, CITRA, first)
    await office.presses(CITRA, "apart", "0")
    assert {case.number for case in await office.cases()} == {first.number, second.number}
    async with office.storage.look() as look:
        assert {alert.case for alert in await look.open_alerts()} == {first.ref, second.ref}
    await office.passes(minutes=5)


async def both_sides(office: Office) -> Case:
    """A girl was hurt and a boy is accused; Eka is the case manager."""
    case = await assigned(office)
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
    await hire(office)
    case = await both_sides(office)
    await card(office, CITRA, case)
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
    assert keys(await card(office, CITRA, victim)) == keys(await card(office, CITRA, child)) == ["case-card"]
    await office.passes(hours=1)


async def test_all_cases_of_a_leaver_go_at_once_and_everybody_hears_it_once(office: Office) -> None:
    await hire(office)
    await hire(office, ChatId(1011), "Intan")
    for number in range(3):
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
    assert sorted({*held}) == sorted({fajar, intan})
    assert len(held) == 3
    assert [office.heard_by(chat).count("handover-yours") for chat in (FAJAR, ChatId(1011))] == [1, 1]
    assert "case-yours" not in office.heard_by(FAJAR)
    assert "refusal-changed" in keys(await office.press(CITRA, old))
    await office.passes(hours=4)
    assert "visit-due" in office.heard_by(FAJAR)


async def test_who_acts_gets_cards_and_reminders_and_it_ends_by_itself(office: Office) -> None:
    await hire(office)
    case = await assigned(office)
    await card(office, CITRA, case)
    await office.presses(CITRA, "delegate")
    await office.presses(CITRA, "standin")
    await office.answers(CITRA, "yuntil:3")
    assert (await the_case(office)).acting == (await office.member(FAJAR)).id
    assert "acting-yours" in office.heard_by(FAJAR)
    assert "acting-for-you" in office.heard_by(EKA)
    assert keys(await card(office, FAJAR, case)) == ["case-card"]
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


CALM_ANSWERS = (
    "safe:ya", "who:lain", "victim:pd", "kind:hina", "kind:_done", "when:d6", "danger:none", "state:none",
    "doer:tetangga", "reach:tidak", "place:_skip", "needs:_skip", "tell:_skip", "contact:_skip",
    "xpfa:ya",
)  # fmt: skip


async def test_a_walk_in_is_written_down_with_its_real_time(office: Office) -> None:
    await office.command(EKA, "catat")
    await office.answers(EKA, "xchannel:datang")
    await office.answers(EKA, "xwhen:180")
    for answer in CALM_ANSWERS:
        await office.presses(EKA, "a", answer)
    await office.says(EKA, "Ibu Ratna")
    said = await office.answers(EKA, "xsend:simpan")
    assert "intake-recorded" in keys(said)
    case = await the_case(office)
    assert case.reported_at == office.now - timedelta(hours=3)
    assert (case.channel, case.reporter, case.entered_by) == (Channel.WALK_IN, None, (await office.member(EKA)).id)
    assert case.contacted_at == case.reported_at
    assert {"1.1", "1.2", "1.3", "1.4"} <= {done.step for done in case.handling.done}
    assert {party.kind for party in await people(office, case)} == {
        PartyKind.VICTIM,
        PartyKind.REPORTER,
        PartyKind.OFFENDER,
    }
    assert "alert-call" in office.heard_by(ANI)
    # Step 1.5 was due an hour after the report: that is said, not hidden.
    await office.passes(minutes=1)
    assert "confirmation-late-lead" in office.heard_by(CITRA)


async def test_who_writes_down_an_emergency_is_called_and_can_take_it_at_once(office: Office) -> None:
    await office.command(EKA, "catat")
    await office.answers(EKA, "xchannel:telepon", "xwhen:0", "safe:tidak")
    await office.answers(EKA, "now:senjata", "now:_done")
    await office.says(EKA, "dia mau bunuh istrinya sekarang, bawa parang")
    case = await the_case(office)
    assert case.emergency
    assert "alert-call" in office.heard_by(ANI)
    assert office.heard_by(EKA).count("alert-call") == 1
    await office.presses(EKA, "take")
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.taken_by == (await office.member(EKA)).id
    assert len(await office.cases()) == 1


async def test_managers_are_offered_by_what_they_carry_and_leave_comes_last(office: Office) -> None:
    await hire(office)
    await assigned(office)
    await office.command(OTHER, "lapor")
    await office.says(OTHER, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
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
    await hire(office)
    await assigned(office)
    eka = (await office.member(EKA)).id
    await office.command(CITRA, "piket")
    await office.presses(CITRA, "rmenu")
    await office.presses(CITRA, "radd")
    await office.answers(CITRA, "rkind:leave", f"rwho:{eka}", "rfirst:0", "rlast:0", "rsum:simpan")
    await office.presses(CITRA, "leavefor")
    await office.presses(CITRA, "leaveto")
    assert (await the_case(office)).acting == (await office.member(FAJAR)).id
    assert office.heard_by(FAJAR).count("acting-yours") == 1


@pytest.mark.parametrize("status", [Status.CLOSED])
async def test_nothing_of_a_joined_report_rings(office: Office, status: Status) -> None:
    _, second = await joined(office)
    async with office.storage.look() as look:
        part = await look.case(second.ref)
        assert part is not None
        assert part.status is status
        assert [r for r in await look.reminders(second.ref) if r.due_at is not None] == []
