"""Letters in the core: which are offered when, who may check and sign, and what each receiver gets to read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.letters import in_words
from cases.case import File, Status
from cases.handling import Consent, Signer
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.letter_parts import Material, spelled
from cases.letters import (
    check,
    compose,
    documents,
    draft,
    file_name,
    kept_number,
    missing,
    number_of,
    offered,
    present,
    send_back,
    sign,
    wanted,
)
from cases.needs import CHRONOLOGY, CONTACT, IDENTITY, SHARED
from cases.notices import Scene
from cases.outcome import EventKind, Outcome
from cases.referral import AgencyKind
from cases.refusals import NeedsAnother, NeedsCheck, NeedsReason, NotAllowed, Refusal, WrongMoment
from cases.staff import Staff
from tests.cases.stage import CITRA, DEWI, EKA, FAJAR, NOON, check_words, profile
from tests.letters.materials import adult, bare, hostile, rich, sent
from triage.decision import decide

K = LetterKind
LATER = NOON + timedelta(days=61)


def said(kind: LetterKind, material: Material) -> str:
    """All that stands on a letter, as it is read."""
    return json.dumps(in_words(json.loads(json.dumps(compose(kind, material)))), ensure_ascii=False)


def scene(material: Material) -> Scene:
    return Scene(case=material.case, roster=material.roster)


def drafted(material: Material, kind: LetterKind, *, by: Staff = EKA, ref: str = "l1") -> Outcome:
    outcome = draft(scene(material), kind, material, ref=LetterRef(ref), by=by, now=LATER)
    for message in outcome.messages:
        check_words(message, LATER)
    return outcome


def letter(kind: LetterKind = K.PLAN, **more: Any) -> Letter:
    status = Status.MET if kind is K.CONSENT else Status.ENDING
    return replace(drafted(rich(status), kind).letters[-1], **more)


# What stands in them.

SECRETS = ("Nur Aisyah", "Dusun Salama", "0812-0000-0000", "7322014808100001", "Tetangga Rahasia", "pamannya datang")
NAMELESS = (K.RESUME, K.REQUEST, K.TASK, K.RECEIPT, K.MONITORING_NOTE, K.MONITORING_REPORT, K.TERMINATION_REPORT)


@pytest.mark.parametrize("kind", NAMELESS)
def test_what_names_nobody_names_nobody(kind: LetterKind) -> None:
    words = said(kind, rich())
    assert [secret for secret in SECRETS if secret in words] == []


def test_an_order_says_where_and_under_which_number_and_not_why() -> None:
    words = said(K.TASK, rich())
    assert "LU-2026-0001" in words
    assert "Baebunta" in words
    assert not any(word in words.lower() for word in ("seksual", "kekerasan terhadap", "tinggi", "darurat:"))


def test_no_letter_names_who_reported_it() -> None:
    for kind in K:
        assert "Tetangga Rahasia" not in said(kind, rich())
        assert "0812-9999-9999" not in said(kind, rich())


def safe() -> Material:
    """As the rich one, but out of danger: in an emergency no consent is waited for."""
    material = rich()
    ruling = replace(material.case.ruling, emergency=False)  # type: ignore[type-var]
    return replace(material, case=replace(material.case, ruling=ruling))


#: What the form of the referral said that may be told.
TICKED = {
    "rsud": (IDENTITY,),
    "psikologi": (IDENTITY,),
    "dinsos": (IDENTITY, CONTACT),
    "polres": (IDENTITY, CHRONOLOGY),
}
RECEIVERS = (
    ("rsud", {"Nur Aisyah", "Memar di lengan"}, {"Dusun Salama", "Andi B.", "sering terbangun", "pamannya"}),
    ("psikologi", {"Nur Aisyah", "sering terbangun"}, {"Memar", "Dusun Salama", "Andi B."}),
    ("dinsos", {"Nur Aisyah", "Dusun Salama", "Tinggal dengan nenek"}, {"Memar", "sering terbangun", "Andi B."}),
    ("polres", {"Nur Aisyah", "Andi B.", "Kekerasan seksual"}, {"Memar", "sering terbangun", "pamannya"}),
    ("lbh", {"Anak perempuan"}, {"Nur Aisyah", "0812", "Andi B.", "Memar"}),
    ("patbm", {"Anak perempuan"}, {"Nur Aisyah", "Dusun Salama", "seksual", "Memar"}),
    ("uptd_sulsel", {"Anak perempuan"}, {"Nur Aisyah", "Dusun Salama"}),
)


@pytest.mark.parametrize(("agency", "there", "hidden"), RECEIVERS)
def test_a_referral_tells_what_its_receiver_needs(agency: str, there: set[str], hidden: set[str]) -> None:
    """The signed consent covers health, psychology, social affairs and the police; nobody else learns who it is."""
    words = said(K.REFERRAL, replace(safe(), referral=sent(agency, "x", TICKED.get(agency, SHARED))))
    assert {word for word in there if word in words} == there
    assert {word for word in hidden if word in words} == set()


def test_without_consent_a_name_is_said_only_in_danger_or_by_a_route() -> None:
    calm = adult(Status.CONSENTED)
    health = replace(calm, referral=sent("rsud", "x"))
    assert "Rahmawati" not in said(K.REFERRAL, health)
    assert "Rahmawati" in said(K.REFERRAL, replace(health, case=replace(calm.case, declared=True, ruling=None)))
    facts = replace(calm.case.facts, loc_victim="73.24", loc_incident="73.24")
    away = replace(calm, case=replace(calm.case, facts=facts, decision=decide(facts)), referral=sent("uptd_lain", "x"))
    assert "Rahmawati" in said(K.REFERRAL, away)
    assert "Rahmawati" not in said(K.REFERRAL, replace(away, referral=sent("rsud", "x")))
    refused = Consent(False, Signer.VICTIM, NOON, EKA.id)
    handling = replace(calm.case.handling, consent=refused)
    closed = replace(away, case=replace(away.case, handling=handling))
    assert "Rahmawati" not in said(K.REFERRAL, closed)
    agreed = Consent(True, Signer.VICTIM, NOON, EKA.id, (str(AgencyKind.HEALTH),))
    signed = replace(health, case=replace(health.case, handling=replace(handling, consent=agreed)))
    assert "Rahmawati" in said(K.REFERRAL, signed)


EVERY = {"Nur Aisyah", "0812-0000", "Dusun Salama", "Kekerasan seksual", "Andi B.", "Uraian singkat kejadian"}


@pytest.mark.parametrize(
    ("scope", "there"),
    [
        ((), set()),
        ((IDENTITY,), {"Nur Aisyah"}),
        ((CONTACT,), {"0812-0000", "Dusun Salama"}),
        ((CHRONOLOGY,), {"Kekerasan seksual", "Uraian singkat kejadian"}),
        (
            SHARED,
            {"Nur Aisyah", "0812-0000", "Dusun Salama", "Kekerasan seksual", "Andi B.", "Uraian singkat kejadian"},
        ),
    ],
)
def test_the_letter_tells_what_was_ticked_in_the_referral(scope: tuple[str, ...], there: set[str]) -> None:
    """Also in danger: then it may be told without consent, but no more than the officer has chosen."""
    for material in (safe(), rich()):
        words = said(K.REFERRAL, replace(material, referral=sent("polres", "x", scope)))
        assert {word for word in EVERY if word in words} == there
        assert ("sengaja dibatasi" in words) == (not scope)


def test_the_files_of_victim_and_child_offender_are_never_mixed() -> None:
    material = rich()
    victims = replace(material, case=replace(material.case, file=File.VICTIM))
    childs = replace(material, case=replace(material.case, file=File.CHILD_OFFENDER))
    for kind in K:
        assert "Andi B." not in said(kind, replace(victims, referral=sent("polres", "x")))
        assert "Nur Aisyah" not in said(kind, childs)
    assert "Andi B." in said(K.CASE_REPORT, childs)


def test_boxes_of_a_consent_are_left_to_whoever_signs() -> None:
    parts = [inner for part in compose(K.CONSENT, rich())["parts"] for inner in part.get("parts", [part])]
    ticked = [box[0] for part in parts if part["kind"] == "ticks" for box in part["items"]]
    assert len(ticked) == 8 + len(AgencyKind) + 2
    assert not any(ticked)


def test_a_guardian_who_is_the_alleged_offender_is_not_written_down() -> None:
    material = rich()
    guardian = replace(material.case.handling.guardian, is_offender=True, name="Andi B.")  # type: ignore[type-var]
    case = replace(material.case, handling=replace(material.case.handling, guardian=guardian))
    assert "Andi B." not in said(K.CONSENT, replace(material, case=case))


def test_days_of_minutes_are_spelled_out() -> None:
    numbers = {
        1: "satu",
        11: "sebelas",
        12: "dua belas",
        21: "dua puluh satu",
        100: "seratus",
        2026: "dua ribu dua puluh enam",
    }
    assert {number: in_words(spelled(number)) for number in numbers} == numbers


def test_the_number_is_the_office_s_own() -> None:
    assert number_of(profile(), 7, now=LATER) == "007/UPTD-PPA/V/2026"


# When they are offered.


def test_what_is_offered_follows_the_status_and_what_is_missing_comes_first() -> None:
    assert set(offered(bare(Status.ASSIGNED))) == {K.TASK, K.REQUEST, K.CONSENT}
    assert K.CONSENT not in offered(adult(Status.CONSENTED))
    assert K.REFUSAL in offered(adult(Status.REFUSED))
    made = letter(K.RESUME)
    assert offered(rich())[0] is K.RESUME
    assert offered(replace(rich(), letters=(made,)))[-1] is K.RESUME


def test_the_book_wants_a_letter_once() -> None:
    assigned = adult(Status.ASSIGNED)
    assert set(wanted(assigned, ["1.7"])) == {K.TASK, K.REQUEST, K.CONSENT}
    assert wanted(replace(assigned, letters=(letter(K.TASK),)), ["1.7"]) == (K.REQUEST, K.CONSENT)
    assert wanted(assigned, ["2.1"]) == ()


def test_a_kind_without_use_is_refused() -> None:
    with pytest.raises(WrongMoment):
        drafted(adult(Status.MET), K.PLAN)
    with pytest.raises(WrongMoment):
        drafted(replace(rich(), referral=None), K.REFERRAL)
    with pytest.raises(NotAllowed):
        drafted(rich(), K.PLAN, by=FAJAR)


# What is done with them.


def test_a_draft_tells_those_who_can_check_it_and_nothing_of_what_is_in_it() -> None:
    outcome = drafted(hostile(), K.PLAN)
    assert {message.to for message in outcome.messages} == {CITRA.chat, DEWI.chat}
    assert "Siti" not in json.dumps([str(m.phrase.args["number"]) for m in outcome.messages])
    assert [event.kind for event in outcome.events] == [EventKind.LETTER_DRAFTED]
    assert drafted(rich(Status.MET), K.CONSENT).messages == ()


def test_a_new_draft_replaces_the_old_one_and_keeps_its_number_unless_it_was_checked() -> None:
    old = letter(number="007/x")
    again = replace(rich(), letters=(old,))
    assert kept_number(K.PLAN, again) == "007/x"
    outcome = drafted(again, K.PLAN, ref="l2")
    assert [(one.ref, one.state) for one in outcome.letters] == [
        ("l1", LetterState.REPLACED),
        ("l2", LetterState.DRAFT),
    ]
    checked = replace(rich(), letters=(replace(old, state=LetterState.CHECKED),))
    assert kept_number(K.PLAN, checked) is None
    assert drafted(checked, K.PLAN, ref="l2").letters[0].state is LetterState.REPLACED
    signed = replace(rich(), letters=(replace(old, state=LetterState.SIGNED),))
    assert [one.ref for one in drafted(signed, K.PLAN, ref="l2").letters] == ["l2"]
    assert kept_number(K.CONSENT, rich()) == ""


def test_letters_to_two_receivers_stand_beside_each_other() -> None:
    first = drafted(rich(), K.REFERRAL).letters[-1]
    other = replace(rich(), letters=(first,), referral=sent("polres", "x"))
    assert [one.ref for one in drafted(other, K.REFERRAL, ref="l2").letters] == ["l2"]


def test_another_person_checks_and_then_it_can_be_signed() -> None:
    here, plan = scene(rich()), letter()
    with pytest.raises(NotAllowed):
        check(here, plan, by=EKA, now=LATER)
    with pytest.raises(NeedsAnother):
        check(here, replace(plan, made_by=CITRA.id), by=CITRA, now=LATER)
    with pytest.raises(NeedsCheck):
        sign(here, plan, photo_id="f", by=EKA, now=LATER)
    outcome = check(here, plan, by=CITRA, now=LATER)
    (checked,) = outcome.letters
    assert (checked.state, checked.checked_by, checked.checked_at) == (LetterState.CHECKED, CITRA.id, LATER)
    told, *tidied = outcome.messages
    assert (told.to, told.phrase.key) == (EKA.chat, "letter-checked")
    # Whoever was asked to look it through need not open it any more; where nobody was asked, nothing is said.
    assert [message.to for message in tidied] == [CITRA.chat, DEWI.chat]
    assert all(message.tidies and message.replaces for message in tidied)
    (signed,) = sign(here, checked, photo_id="f", by=EKA, now=LATER).letters
    assert (signed.state, signed.photo_id, signed.page) == (LetterState.SIGNED, "f", plan.page)
    for done in (checked, signed):
        with pytest.raises(WrongMoment):
            check(here, done, by=DEWI, now=LATER)
    with pytest.raises(WrongMoment):
        sign(here, signed, photo_id="g", by=EKA, now=LATER)


def test_a_form_is_signed_where_the_people_are_without_a_check() -> None:
    form = letter(K.CONSENT)
    assert sign(scene(rich()), form, photo_id="f", by=EKA, now=LATER).letters[0].state is LetterState.SIGNED
    with pytest.raises(WrongMoment):
        check(scene(rich()), form, by=CITRA, now=LATER)


def test_sent_back_with_a_remark_it_stays_a_draft() -> None:
    here, plan = scene(rich()), letter()
    with pytest.raises(NeedsReason):
        send_back(here, plan, remark=" ", by=CITRA, now=LATER)
    with pytest.raises(NeedsAnother):
        send_back(here, replace(plan, made_by=CITRA.id), remark="x", by=CITRA, now=LATER)
    outcome = send_back(here, plan, remark="Tanggalnya keliru", by=CITRA, now=LATER)
    assert outcome.letters == ()
    (told,) = outcome.messages
    assert (told.to, told.protect) == (EKA.chat, True)


def test_nobody_from_whom_the_case_is_hidden_can_draft_check_or_sign() -> None:
    material = rich()
    hidden = replace(material.case, excluded=(EKA.id, CITRA.id))
    here = Scene(case=hidden, roster=material.roster)
    doings = (
        lambda: draft(here, K.PLAN, replace(material, case=hidden), ref=LetterRef("l"), by=EKA, now=LATER),
        lambda: check(here, letter(), by=CITRA, now=LATER),
        lambda: sign(here, letter(K.CONSENT), photo_id="f", by=EKA, now=LATER),
    )
    for doing in doings:
        with pytest.raises(Refusal):
            doing()
    told = draft(here, K.PLAN, replace(material, case=hidden), ref=LetterRef("l"), by=DEWI, now=LATER).messages
    assert CITRA.chat not in {message.to for message in told}


def test_who_checks_gets_what_cannot_be_passed_on_and_who_made_it_an_editable_copy() -> None:
    here, plan = scene(rich()), letter()
    mine = documents(here, plan, (plan,), to=EKA)
    assert [(m.paper.form, m.protect) for m in mine if m.paper] == [("docx", False), ("pdf", False)]
    theirs = documents(here, plan, (plan,), to=CITRA)
    assert [(m.paper.form, m.protect) for m in theirs if m.paper] == [("pdf", True)]
    checked = documents(here, replace(plan, state=LetterState.CHECKED), (plan,), to=EKA)
    assert [m.paper.form for m in checked if m.paper] == ["pdf"]
    marked = [json.loads(m.paper.page).get("draft") for m in (*mine, *checked) if m.paper]
    assert [bool(mark) for mark in marked] == [True, True, False]
    form = documents(here, letter(K.CONSENT), (), to=EKA)
    assert not any(json.loads(m.paper.page).get("draft") for m in form if m.paper)


def test_the_name_of_a_file_says_nothing() -> None:
    first, second = letter(), replace(letter(K.REFERRAL), ref=LetterRef("l2"), made_at=LATER + timedelta(1))
    assert file_name(rich().case, second, (second, first), "pdf") == "surat-LU-2026-0001-2.pdf"


def test_what_the_file_has_counts_from_the_state_that_is_asked_for() -> None:
    some = (letter(K.RESUME), replace(letter(), state=LetterState.CHECKED), letter(K.TASK, state=LetterState.REPLACED))
    assert present(some, K.RESUME, K.PLAN)
    assert not present(some, K.RESUME, K.TASK)
    assert missing(some, K.RESUME, K.PLAN, least=LetterState.CHECKED) == (K.RESUME,)
    assert present(some)
