"""Referrals as people live them: the form, the partner's phone, the village and back, across provinces at once."""

from __future__ import annotations

import argparse
import base64
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot import partners as commands
from bot.letters import as_text, made
from bot.problems import WrongSetting
from bot.rendering import Tongue, calls
from bot.settings import PROFILES
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.entry import Before, Entry, EntryKind, EntryRef, stand
from cases.evidence import Fault
from cases.handling import Consent, Handling, Signer
from cases.letter import Letter, LetterKind
from cases.messages import Button, ChatId, Message
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.party import Party, PartyKind, PartyRef
from cases.phrases import Phrase
from cases.referral import Referral, ReferralState
from cases.reports import Told, open_case
from handlers import undelivered
from handlers.following import follow
from handlers.heard import Doing
from storage import Outgoing
from tests.cases.stage import CALM, MEDIUM
from tests.office import ANI, BUDI, CITRA, CRY, EKA, REPORTER, Office, world
from triage.decision import decide
from triage.facts import Facts, Victim

HASNA, MIRA, BASO, STRANGER = ChatId(5001), ChatId(5002), ChatId(5003), ChatId(666)
EVERY_KIND = ("kesehatan", "psikologi", "sosial", "polisi", "hukum")
CHILD = replace(MEDIUM, victims=(Victim(age=9, sex="P"),))
VILLAGE = replace(CALM, coi_desa=False)
ABROAD = replace(MEDIUM, loc_offender="LN:MY", needs_cross_coordination=True)
ELSEWHERE = replace(MEDIUM, loc_victim="73.24", loc_incident="73.24")
SITI = Party(
    PartyRef("p"), CaseRef("c"), PartyKind.VICTIM, name="Siti Rahma", age=9, phone="0812345", address="Melati 7"
)
SECRETS = ("Siti Rahma", "0812345", "Melati 7", "Rahasia")


READ: set[tuple[str, ...]] = set()


@pytest.fixture(autouse=True)
async def spoken(office: Office) -> Any:
    """Whatever was sent can be read in both languages, its buttons fit, and no notice carries what was told."""
    yield
    for message in (message for sent in office.sent.values() for message in sent):
        said = (message.phrase.key, *sorted({button.label.key for row in message.buttons for button in row}))
        for language in () if said in READ else ("id", "en"):
            assert calls(message, Tongue(language, world().profile.zone, office.now), key=b"k" * 32)
        READ.add(said)
        if not message.protect:
            assert not any(secret in repr(message.phrase) for secret in SECRETS), message.phrase.key


async def case_of(office: Office, ref: str = "c") -> Case:
    async with office.storage.look() as look:
        case = await look.case(CaseRef(ref))
    assert case is not None
    return case


async def referrals(office: Office, ref: str = "c") -> tuple[Referral, ...]:
    async with office.storage.look() as look:
        return await look.referrals(CaseRef(ref))


async def reported(office: Office, facts: Facts, ref: str = "c") -> None:
    async with office.storage.work() as work:
        _, outcome = open_case(
            Told(answers={"story": [{"text": "Rahasia"}]}, facts=facts, decision=decide(facts), kecamatan="Masamba"),
            ref=CaseRef(ref),
            alert_ref=AlertRef(f"alert-{ref}"),
            number=CaseNumber(f"LU-2025-{len(ref):04}"),
            reporter=REPORTER,
            cause=Cause.REPORT,
            roster=await work.roster(),
            profile=world().profile,
            now=office.now,
        )
        await work.record(outcome, now=office.now)
    await office.deliver()


async def confirmed(office: Office, facts: Facts) -> None:
    """By Ani, who was called first; the reporter has been spoken to."""
    await reported(office, facts)
    await office.presses(ANI, "take")
    await office.presses(ANI, "confirm")
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        off = Reminder(Clock.CONTACT, case.ref, None)
        outcome = Outcome(cases=(replace(case, contacted_at=office.now),), reminders=(off,))
        await work.record(outcome, now=office.now)


async def handled(office: Office, facts: Facts, *, scope: tuple[str, ...] = EVERY_KIND) -> None:
    """With Eka as its case manager, the victim's record, and the signed consent."""
    await confirmed(office, facts)
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        eka = case.manager
        assert eka is not None
        consent = Consent(True, Signer.GUARDIAN, office.now, eka, scope=scope, photo_id="p")
        signed = replace(case, status=Status.CONSENTED, handling=Handling(consent=consent))
        await work.record(Outcome(cases=(signed,), parties=(SITI,)), now=office.now)


async def partner(office: Office, chat: ChatId = HASNA, name: str = "Hasna", agency: str = "rsud") -> None:
    async with office.storage.work() as work:
        await work.add_partner(chat=chat, name=name, agency=agency)


async def on_card(office: Office, chat: ChatId, action: str) -> list[Message]:
    """The case's card, and a button on it."""
    case = await case_of(office)
    await office.press(chat, Button(Phrase("x"), "open", ref=case.ref))
    return await office.presses(chat, action)


async def refers(office: Office, chat: ChatId = EKA, *answers: str) -> list[Message]:
    await on_card(office, chat, "referrals")
    await office.presses(chat, "refer")
    return await office.answers(chat, *(answers or HEALTH))


HEALTH = ("rfto:rsud", "rfneed:medis", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:saya")


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


# Without a partner


async def test_a_child_is_accompanied_to_hospital_and_the_receipt_is_asked_for(office: Office) -> None:
    office.now -= timedelta(hours=3)  # 09:00
    await handled(office, CHILD)
    await on_card(office, EKA, "referrals")
    (asked,) = await office.presses(EKA, "refer")
    offered = {button.choice for row in asked.buttons for button in row}
    assert {"rfto:rsud", "rfto:polres"} <= offered
    assert "rfto:patbm" not in offered
    (companion,) = [m for m in await office.answers(EKA, *HEALTH[:-1]) if m.buttons]
    assert "rfwith:none" not in {button.choice for row in companion.buttons for button in row}
    said = await office.answers(EKA, "rfwith:saya")
    assert "referral-sent" in keys(said)
    (referral,) = await referrals(office)
    assert (referral.accompanied_by, referral.must_accompany, referral.scope) == ("Eka", True, ("identitas",))
    for hours, lead in ((22, False), (2, False), (24, True)):
        before = office.heard_by(EKA).count("referral-due"), office.heard_by(CITRA).count("referral-late-lead")
        await office.passes(hours=hours)
        after = office.heard_by(EKA).count("referral-due"), office.heard_by(CITRA).count("referral-late-lead")
        assert after == (before[0] + 1, before[1] + lead)
    (again,) = await office.presses(EKA, "refnews", "notyet")
    assert again.phrase.key == "referral-not-yet"
    await office.presses(EKA, "refnews", "yes")
    await office.says(EKA, "Ibu Hasna, perawat IGD")
    await office.answers(EKA, "rfwhen:60", "rfnext:7")
    (referral,) = await referrals(office)
    assert (referral.state, referral.receiver) == (ReferralState.RECEIVED, "Ibu Hasna, perawat IGD")
    assert referral.received_at == office.now - timedelta(minutes=60)
    assert "referral-received" in office.heard_by(CITRA)
    due = office.heard_by(EKA).count("referral-due")
    await office.passes(days=6)
    assert office.heard_by(EKA).count("referral-due") == due
    assert "referral-coordinate" not in office.heard_by(EKA)
    await office.passes(days=1)
    assert office.heard_by(EKA).count("referral-coordinate") == 1
    await office.presses(EKA, "refnews", "done")
    await office.answers(EKA, "rfres:tuntas")
    assert (await referrals(office))[0].state is ReferralState.ENDED
    assert (await case_of(office)).status is Status.CONSENTED


async def test_declined_another_way_is_asked_for_at_once(office: Office) -> None:
    await handled(office, MEDIUM)
    await refers(office)
    await office.presses(EKA, "referral")
    await office.presses(EKA, "refnews", "no")
    await office.answers(EKA, "rfwhy:penuh")
    assert "referral-declined" in office.heard_by(CITRA)
    office.now += timedelta(minutes=1)
    await office.presses(EKA, "refer")
    await office.answers(EKA, "rfto:dinkes", *HEALTH[1:])
    assert [one.state for one in await referrals(office)] == [ReferralState.DECLINED, ReferralState.SENT]
    await office.passes(hours=24)
    assert office.heard_by(EKA).count("referral-due") == 1


async def test_consent_bounds_to_whom(office: Office) -> None:
    await handled(office, MEDIUM, scope=("hukum", "polisi"))
    await on_card(office, EKA, "referrals")
    (asked,) = await office.presses(EKA, "refer")
    assert [b.choice for row in asked.buttons for b in row] == ["rfto:polres", "rfto:lbh", "rfto:_cancel"]


async def test_who_does_not_hold_the_case_learns_nothing_of_it(office: Office) -> None:
    await handled(office, MEDIUM)
    await refers(office)
    (sent,) = await referrals(office)
    for action in ("referral", "refnews"):
        (said,) = await office.press(BUDI, Button(Phrase("x"), action, ref=sent.ref, choice="yes"))
        assert said.phrase.key == "refusal-not-allowed"
    (said,) = await office.command(BUDI, "rujukan")
    assert said.phrase.key == "rujukan-none"
    for chat in (EKA, CITRA):
        (said,) = await office.command(chat, "rujukan")
        assert said.phrase.args["count"] == 1
        (card, *_) = await office.presses(chat, "referral")
        assert card.phrase.key == "referral-card"
        assert card.protect
    assert await office.press(STRANGER, Button(Phrase("x"), "refnews", ref=sent.ref, choice="yes")) == []


async def test_a_button_that_was_overtaken_shows_what_stands(office: Office) -> None:
    await handled(office, MEDIUM)
    await refers(office)
    old = office.button(EKA, "referral")
    await office.press(EKA, old)
    yes = office.button(EKA, "refnews", "yes")
    await office.presses(EKA, "refnews", "withdraw")
    await office.answers(EKA, "rfdraw:salah")
    assert keys(await office.press(EKA, yes)) == ["refusal-changed", "referral-card"]


async def closed(office: Office, kind: EventKind = EventKind.CASE_CLOSED) -> None:
    """As any of the ways in which a case is closed, seen by the desk."""
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        over = replace(case, status=Status.CLOSED, closed_at=office.now)
        outcome = Outcome(cases=(over,), events=(Event(kind, case.ref, office.now),))
        await work.record(outcome + await follow(work, outcome, world(), office.now), now=office.now)
    await office.deliver()


@pytest.mark.parametrize("kind", [EventKind.CASE_CLOSED, EventKind.CASE_JOINED])
async def test_closed_nothing_rings_and_no_partner_is_shown_the_victim_any_more(
    office: Office, kind: EventKind
) -> None:
    await partner(office)
    await partner(office, MIRA, "Mira", "polres")
    await handled(office, MEDIUM)
    await refers(office)
    await refers(office, EKA, "rfto:polres", "rfneed:lindung", *HEALTH[2:])
    yes = office.button(HASNA, "refnews", "yes")
    await office.presses(MIRA, "refnews", "yes")
    news = office.button(MIRA, "refnews", "news")
    await closed(office, kind)
    assert {"referrals-stopped", "referral-withdrawn"} <= {*office.heard_by(EKA)}
    states = {one.agency: one.state for one in await referrals(office)}
    assert states == {"rsud": ReferralState.WITHDRAWN, "polres": ReferralState.RECEIVED}
    assert office.heard_by(HASNA)[-1] == "partner-withdrawn"
    assert office.heard_by(MIRA)[-2:] == ["partner-put-away"] * 2
    async with office.storage.look() as look:
        for one in await look.referrals(CaseRef("c")):
            assert [rung for rung in await look.reminders(one.ref) if rung.clock is Clock.REFERRAL] == []
    # A button that is still somewhere shows nothing and changes nothing; the lists are empty.
    for chat, old in ((HASNA, yes), (MIRA, news)):
        said = await office.press(chat, old)
        assert "Siti Rahma" not in repr(said)
        if chat == HASNA:
            assert keys(said)[0] == "partner-changed"
        assert keys(await office.command(chat, "rujukan")) == ["partner-empty"]
    assert {one.agency: one.state for one in await referrals(office)} == states


async def test_a_yes_to_a_case_that_is_closed_discloses_nothing(office: Office) -> None:
    """Also where nobody has withdrawn it."""
    await partner(office)
    await handled(office, MEDIUM)
    await refers(office)
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        over = replace(case, status=Status.CLOSED, closed_at=office.now)
        await work.record(Outcome(cases=(over,)), now=office.now)
    said = await office.presses(HASNA, "refnews", "yes")
    assert keys(said) == ["partner-changed", "partner-put-away"]
    assert [one.state for one in await referrals(office)] == [ReferralState.SENT]


async def test_what_was_signed_is_not_undone_once_somebody_was_asked_by_it(office: Office) -> None:
    await handled(office, MEDIUM)
    eka = (await office.member(EKA)).id
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        left = stand(case.status, case.handling)
        before = Before(Status.MET, Handling())
        signed = Entry(
            EntryRef("e"), case.ref, EntryKind.CONSENT, office.now, office.now, eka, before=before, left=left
        )
        await work.record(Outcome(entries=(signed,)), now=office.now)
    office.now += timedelta(minutes=1)
    await refers(office)
    assert "undo" not in {
        b.action
        for m in await office.press(EKA, Button(Phrase("x"), "entry", ref="e"))
        for row in m.buttons
        for b in row
    }
    assert keys(await office.press(EKA, Button(Phrase("x"), "undo", ref="e", version=1))) == ["refusal-built-upon"]
    assert (await case_of(office)).status is Status.CONSENTED


async def test_a_lost_reminder_is_found_by_the_audit(office: Office) -> None:
    await handled(office, MEDIUM)
    await refers(office)
    (sent,) = await referrals(office)
    async with office.storage.work() as work:
        await work.record(Outcome(reminders=(Reminder(Clock.REFERRAL, sent.ref, None),)), now=office.now)
    found = await office.watch()
    assert [(one.fault, one.clock) for one in found] == [(Fault.CLOCK_MISSING, Clock.REFERRAL)]


# A partner with Telegram


async def test_a_partner_says_yes_tells_and_ends(office: Office) -> None:
    await partner(office)
    await handled(office, CHILD)
    await refers(office)
    assert office.heard_by(HASNA) == ["partner-sent"]
    assert not any(secret in repr(office.sent[HASNA]) for secret in (*SECRETS, "Eka (", "KTA", "Masamba"))
    await office.passes(hours=19)
    assert office.heard_by(HASNA)[-1] == "partner-still"
    assert "referral-due" not in office.heard_by(EKA)
    said = await office.presses(HASNA, "refnews", "yes")
    (shown,) = [message for message in said if message.phrase.key == "partner-identity"]
    assert "Siti Rahma" in repr(shown)
    assert "Melati 7" not in repr(shown)
    assert "referral-received" in office.heard_by(EKA)
    await office.presses(HASNA, "refnews", "news")
    said = await office.says(HASNA, "Sudah diperiksa dokter, kontrol lagi minggu depan")
    assert keys(said)[-1] == "partner-thanks"
    assert "referral-progressed" in office.heard_by(EKA)
    (card,) = await office.presses(EKA, "referral")
    assert "kontrol lagi" in repr(card)
    await office.presses(HASNA, "refnews", "done")
    await office.answers(HASNA, "rfres:tuntas")
    assert (await referrals(office))[0].state is ReferralState.ENDED
    assert "partner-put-away" in office.heard_by(HASNA)
    async with office.storage.look() as look:
        kinds = [event.kind for event in await look.history(CaseRef("c"))]
    assert kinds[-3:] == [
        EventKind.REFERRAL_RECEIVED,
        EventKind.REFERRAL_PROGRESSED,
        EventKind.REFERRAL_ENDED,
    ]


async def test_a_partner_declines_with_a_reason(office: Office) -> None:
    await partner(office)
    await handled(office, MEDIUM)
    await refers(office)
    await office.presses(HASNA, "refnews", "no")
    await office.says(HASNA, "Ruang rawat penuh sampai Jumat")
    (sent,) = await referrals(office)
    assert (sent.state, sent.reason) == (ReferralState.DECLINED, "Ruang rawat penuh sampai Jumat")
    assert {"referral-declined"} <= {*office.heard_by(EKA)} & {*office.heard_by(CITRA)}
    assert "Ruang rawat" not in repr([m.phrase for m in office.sent[CITRA]])
    assert keys(await office.presses(HASNA, "refnews", "yes"))[0] == "partner-changed"


async def test_a_partner_sees_its_own_agency_and_nothing_else(office: Office) -> None:
    await partner(office)
    await partner(office, MIRA, "Mira", "polres")
    await handled(office, MEDIUM)
    await refers(office)
    (sent,) = await referrals(office)
    assert MIRA not in office.sent
    assert keys(await office.command(MIRA, "rujukan")) == ["partner-empty"]
    for choice in ("yes", "no", "news", "done", "letter", "withdraw"):
        assert await office.press(MIRA, Button(Phrase("x"), "refnews", ref=sent.ref, choice=choice)) == []
    for action in ("referral", "referrals", "open", "file", "judge", "refer", "takeback", "my-cases"):
        for chat in (HASNA, MIRA):
            assert await office.press(chat, Button(Phrase("x"), action, ref=sent.case)) == []
    assert (await referrals(office))[0].state is ReferralState.SENT
    # Who has left is a stranger.
    old = office.button(HASNA, "refnews", "yes")
    async with office.storage.work() as work:
        known = await work.partner(HASNA)
        assert known is not None
        await work.set_partner_active(known.id, False)
    assert await office.press(HASNA, old) == []
    assert "partner" not in keys(await office.command(HASNA, "rujukan"))[0]


async def test_what_a_partner_writes_beside_a_referral_is_not_lost_in_silence(office: Office) -> None:
    await partner(office)
    await handled(office, CHILD)
    await refers(office)
    said = keys(await office.says(HASNA, "dr. Hasna, IGD"))
    assert "partner-not-passed" in said
    assert "partner-sent" in said
    assert "partner-welcome" not in said


async def test_a_partner_can_report_and_cry_for_help(office: Office) -> None:
    await partner(office)
    assert keys(await office.command(HASNA, "start")) == ["partner-welcome", "partner-empty"]
    assert "welcome" in keys(await office.command(HASNA, "lapor"))
    assert keys(await office.says(HASNA, "halo")) != ["partner-welcome"]  # an answer to the report
    await partner(office, MIRA, "Mira", "polres")
    await office.says(MIRA, CRY)
    assert "alert-call" in office.heard_by(ANI)
    await partner(office, BASO, "Baso", "patbm")
    before = office.heard_by(ANI).count("alert-call")
    await office.command(BASO, "darurat")
    assert office.heard_by(ANI).count("alert-call") > before


async def test_the_red_button_works_in_the_middle_of_news_and_danger_in_news_is_heard(office: Office) -> None:
    await partner(office)
    await handled(office, MEDIUM)
    await refers(office)
    await office.presses(HASNA, "refnews", "yes")
    await office.presses(HASNA, "refnews", "news")
    said = await office.says(HASNA, "suaminya datang bawa parang mau bunuh dia")
    assert keys(said)[-1] == "partner-thanks-danger"
    assert "referral-danger" in office.heard_by(EKA)
    assert "referral-danger" in office.heard_by(CITRA)
    await office.presses(HASNA, "refnews", "news")
    before = office.heard_by(ANI).count("alert-call")
    await office.says(HASNA, "🆘 Darurat")
    assert office.heard_by(ANI).count("alert-call") > before


async def test_blocked_by_a_partner_the_manager_telephones(office: Office) -> None:
    await partner(office)
    await handled(office, MEDIUM)
    await refers(office)
    async with office.storage.work() as work:
        outgoing = Outgoing(1, HASNA, office.sent[HASNA][-1], 1, False, None, office.now)
        await undelivered.unreachable(work, outgoing, world=world(), now=office.now)
        known = await work.partner(HASNA)
    assert known is not None
    assert not known.reachable
    await office.deliver()
    assert office.heard_by(EKA)[-1] == "referral-unreachable"
    await office.passes(hours=19)
    assert office.heard_by(EKA)[-1] == "referral-due"
    await office.command(HASNA, "rujukan")
    async with office.storage.look() as look:
        known = await look.partner(HASNA)
    assert known is not None
    assert known.reachable
    await office.does(HASNA, Doing.BLOCKED)
    assert office.heard_by(EKA)[-1] == "referral-unreachable"


async def test_the_letter_comes_with_the_yes_and_not_before_it_was_checked(office: Office) -> None:
    await partner(office)
    await handled(office, CHILD)
    await refers(office)
    await office.presses(EKA, "referral")
    await office.presses(EKA, "draft", LetterKind.REFERRAL)
    (draft,) = await letters(office)
    (sent,) = await referrals(office)
    assert (draft.kind, draft.about, sent.letter) == (LetterKind.REFERRAL, sent.ref, draft.number)
    assert draft.number
    said = await office.presses(HASNA, "refnews", "yes")
    assert "partner-letter" not in keys(said)
    assert keys(await office.presses(HASNA, "refnews", "letter")) == ["partner-no-letter"]
    await office.presses(CITRA, "letter")
    await office.presses(CITRA, "checkletter")
    (letter,) = await office.presses(HASNA, "refnews", "letter")
    assert letter.paper is not None
    assert letter.protect
    assert letter.paper.name.startswith("surat-LU-")
    # What was ticked, and the rest of it not: neither on the phone nor in the letter.
    written = as_text(letter.paper)
    assert "Siti Rahma" in written
    assert "0812345" not in written
    assert "Melati 7" not in written
    assert (await made(letter.paper) or b"").startswith(b"%PDF-")


async def letters(office: Office) -> tuple[Letter, ...]:
    async with office.storage.look() as look:
        return await look.letters(CaseRef("c"))


@pytest.mark.parametrize("under", ["case", "referral"])
async def test_the_receipt_shows_the_number_of_the_letter(office: Office, under: str) -> None:
    await handled(office, MEDIUM)
    await refers(office)
    (sent,) = await referrals(office)
    ref = sent.case if under == "case" else sent.ref
    for kind in (LetterKind.REFERRAL, LetterKind.RECEIPT):
        said = await office.press(EKA, Button(Phrase("x"), "draft", ref=ref, choice=kind))
        assert keys(said)[0] == "letter-made"
    papers = [message.paper for message in office.sent[EKA] if message.paper is not None]
    referral = next(letter for letter in await letters(office) if letter.kind is LetterKind.REFERRAL)
    assert f"Nomor surat rujukan: {referral.number}" in as_text(papers[-1])


async def test_consent_taken_back_nothing_more_is_shown(office: Office) -> None:
    await partner(office)
    await handled(office, MEDIUM)
    await refers(office)
    async with office.storage.work() as work:
        case = await work.case(CaseRef("c"))
        assert case is not None
        assert case.handling.consent is not None
        no = replace(case.handling, consent=replace(case.handling.consent, agreed=False))
        await work.record(Outcome(cases=(replace(case, status=Status.REFUSED, handling=no),)), now=office.now)
    said = await office.presses(HASNA, "refnews", "yes")
    assert "partner-nothing" in keys(said)
    assert not any(secret in repr(office.sent[HASNA]) for secret in SECRETS)


# Whole cases


async def test_low_risk_to_the_village_and_back_up(office: Office) -> None:
    await partner(office, BASO, "Baso", "patbm")
    await confirmed(office, VILLAGE)
    assert "route-card" in office.heard_by(ANI)
    await office.presses(ANI, "entrust", "b")
    said = await office.answers(ANI, "rfneed:damping", "rfshare:none", "rftold:belum", "rfwith:sana")
    assert "case-entrusted" in keys(said)
    assert (await case_of(office)).status is Status.ENTRUSTED
    due = office.heard_by(CITRA).count("assignment-due")
    await office.presses(BASO, "refnews", "yes")
    await office.passes(days=3)
    assert office.heard_by(CITRA).count("assignment-due") == due
    await office.passes(days=4)
    assert "referral-coordinate" in office.heard_by(ANI)  # day 7 of RENDAH
    await office.presses(BASO, "refnews", "news")
    await office.says(BASO, "Suaminya mulai marah lagi")
    case = await case_of(office)
    await office.press(CITRA, Button(Phrase("x"), "raise", ref=case.ref, version=case.version))
    await office.answers(CITRA, "rto:SEDANG", "rreason:_skip")
    assert "entrusted-graver" in office.heard_by(CITRA)
    await office.presses(CITRA, "takeback")
    await office.answers(CITRA, "rfback:risiko")
    case = await case_of(office)
    assert case.status is Status.CONFIRMED
    assert "partner-withdrawn" in office.heard_by(BASO)
    assert office.heard_by(CITRA)[-1] == "assignment-open"
    opened = office.heard_by(CITRA).count("assignment-due")
    await office.passes(minutes=61)
    assert office.heard_by(CITRA).count("assignment-due") == opened + 1


async def test_across_provinces_ministry_and_local_help_at_once(office: Office) -> None:
    await confirmed(office, ABROAD)
    await office.presses(ANI, "refer", "d")
    await office.answers(ANI, "rfneed:koord", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:sana")
    (sent,) = await referrals(office)
    assert (sent.agency, sent.copies, sent.handover) == ("kemenpppa", ("uptd_sulsel",), False)
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    assert (await case_of(office)).status is Status.ASSIGNED
    await office.passes(hours=24)
    assert "referral-due" in office.heard_by(EKA)  # who holds the case follows its referrals
    assert keys(await office.presses(ANI, "refer", "d"))[0] in ("refusal-changed", "refusal-not-allowed")


async def test_a_victim_in_another_regency_is_handed_over_and_declined(office: Office) -> None:
    await confirmed(office, ELSEWHERE)
    await office.presses(ANI, "entrust", "dx")
    await office.answers(ANI, "rfneed:tangani", "rfshare:none", "rftold:belum", "rfwith:sana")
    (sent,) = await referrals(office)
    assert (sent.agency, sent.route, sent.copies, sent.handover) == ("uptd_lain", "d*", ("uptd_sulsel",), True)
    await office.passes(hours=24)
    assert "referral-due" in office.heard_by(ANI)
    await office.presses(ANI, "refnews", "no")
    await office.answers(ANI, "rfwhy:wenang")
    assert "handover-declined" in office.heard_by(CITRA)
    await office.presses(CITRA, "takeback")
    await office.answers(CITRA, "rfback:tolak")
    assert (await case_of(office)).status is Status.CONFIRMED


# The commands


def _settings(tmp_path: Path) -> Any:
    """Those of the office's own database, for a command that opens it beside the office."""
    key = tmp_path / "key"
    key.write_text(base64.b64encode(bytes(range(32))).decode())
    key.chmod(0o600)
    file = tmp_path / "office.sqlite"
    told = {"key_file": key, "ring_file": None, "profile": "luwu_utara", "profiles": PROFILES}
    return SimpleNamespace(database_url=f"sqlite:///{file}", **told)


async def test_partner_add_list_and_leave(office: Office, tmp_path: Path) -> None:
    said: list[str] = []
    settings = _settings(tmp_path)
    wanted = {"telegram_id": int(HASNA), "name": "Hasna"}
    with pytest.raises(WrongSetting, match="rsud"):
        await commands.run(settings, argparse.Namespace(what="add", agency="nowhere", **wanted), said.append)
    await commands.run(settings, argparse.Namespace(what="add", agency="rsud", **wanted), said.append)
    await handled(office, MEDIUM)
    await refers(office)
    await commands.run(settings, argparse.Namespace(what="leave", telegram_id=int(HASNA)), said.append)
    office.now += timedelta(days=36500)  # a command runs by the machine's own clock
    await office.deliver()
    assert office.heard_by(HASNA)[-1] == "partner-put-away"
    assert office.heard_by(EKA)[-1] == "referral-unreachable"
    await commands.run(settings, argparse.Namespace(what="list"), said.append)
    assert "Hasna" in said[-2]
    assert "left" in said[-2]
    assert str(int(HASNA)) not in "".join(said)
    with pytest.raises(WrongSetting):
        await commands.run(settings, argparse.Namespace(what="leave", telegram_id=int(HASNA)), said.append)
