"""From the first meeting to the case report, as the people of the unit live it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.case import Status
from cases.entry import EntryKind
from cases.handling import RIGHTS, Ground, Signer
from cases.moves import Action
from cases.phrases import says
from tests.cases.stage import CALM, HIGH, MEDIUM
from tests.handlers.file_unit import (
    PHOTO,
    VOICE,
    act,
    case_of,
    entries_of,
    every_key,
    fills,
    held,
    keys,
    sends,
    visit_of,
)
from tests.office import ANI, CITRA, DEWI, EKA, Office
from triage.facts import Facts, Victim

CHILD = replace(HIGH, victims=(Victim(age=9, sex="P"),))
MEETING = ("mtway:unit", "mtwhen:60", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap", "mtnote:_skip")
SIGNING = ("csexpl:dibaca", "cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:hukum", "csscope:_done")
REFUSING = ("ncwho:korban", "ncwhy:takut", "ncwhen:0")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:tenang", "aspsi:_done", "assos:_skip", "asspi:_skip",
             "asneed:hukum", "asneed:_done", "asrisk:tetap")  # fmt: skip


async def met(office: Office, facts: Facts = MEDIUM, risk: str = "SEDANG") -> None:
    await held(office, facts, risk=risk, status=Status.MET)


async def signed(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.CONSENTED)


async def test_an_adult_is_met_told_of_her_rights_and_signs(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    await fills(office, EKA, Action.MEET, *MEETING)
    case = await case_of(office)
    assert (case.status, case.contacted_at is not None) == (Status.MET, True)
    assert "met-rights" in office.heard_by(EKA)

    await fills(office, EKA, Action.TELL_RIGHTS, "rtwhat:medis", "rtwhat:aman", "rtwhat:_done", "rtwho:korban")
    assert (await case_of(office)).handling.rights == ("medis", "aman")
    await fills(office, EKA, Action.TELL_RIGHTS, "rtwhat:semua", "rtwho:korban")
    assert (await case_of(office)).handling.rights == RIGHTS

    await fills(office, EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    said = await fills(office, EKA, Action.CONSENT, *SIGNING[1:])
    assert "ask-csphoto" in every_key(said[0].phrase)
    # Somebody's word is not the signature.
    said = await office.says(EKA, "ya, setuju")
    assert "ask-csphoto" in every_key(said[0].phrase)
    assert (await case_of(office)).status is Status.MET
    await sends(office, EKA, PHOTO)
    await office.answers(EKA, "cshope:_skip")
    case = await case_of(office)
    consent = case.handling.consent
    assert case.status is Status.CONSENTED
    assert consent is not None
    assert (consent.by_whom, consent.scope, consent.photo_id) == (
        Signer.VICTIM,
        ("kesehatan", "hukum"),
        "photo-of-form",
    )
    assert case.handling.has("1.8", "1.9", "1.10")
    # The photo goes to nobody by itself.
    assert "photo-of-form" not in repr(office.sent)


async def test_nothing_of_process_2_begins_before_the_signature(office: Office) -> None:
    await met(office)
    for action in (Action.ASSESS, Action.FURTHER, Action.CONCLUDE):
        assert keys(await act(office, EKA, action)) == ["refusal-wrong-moment"]


async def test_the_receipt_names_the_step_that_was_written_down(office: Office) -> None:
    """1.8 and 1.9 are both kept as a meeting; who wrote both must see which is which."""
    await met(office)
    said = await fills(office, EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    (title,) = [m.phrase.args["what"] for m in said if m.phrase.key == "entry-recorded"]
    assert title == says("entry-of", what=says("entry-meeting-explained"), steps="1.9")


async def test_a_form_that_was_not_explained_is_not_signed(office: Office) -> None:
    await met(office)
    said = await fills(office, EKA, Action.CONSENT, "csexpl:belum")
    assert keys(said)[-1] == "consent-unexplained"
    assert said[-1].buttons[0][0].action == Action.EXPLAIN
    assert (await case_of(office)).status is Status.MET
    said = await fills(office, EKA, Action.EXPLAIN, "exwhen:0", "extrust:mulai", "exform:belum", "exnote:_skip")
    assert "explain-still" in keys(said)
    assert not (await case_of(office)).handling.has("1.9")


@pytest.mark.parametrize("age", ["dewasa", "anak"])
async def test_after_the_red_button_alone_the_age_is_asked_for_at_the_meeting(office: Office, age: str) -> None:
    """A grown woman of whom nothing was told needs no guardian, a child does."""
    await held(office, Facts(is_report=True, safe_now=False), risk="TINGGI")
    await fills(office, EKA, Action.MEET, *MEETING[:4], f"mtage:{age}", *MEETING[4:])
    await fills(office, EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    said = await act(office, EKA, Action.CONSENT)
    assert (keys(said) == ["refusal-needs-guardian"]) is (age == "anak")


async def test_a_child_whose_father_is_the_offender_gets_her_aunt(office: Office) -> None:
    await met(office, CHILD, "TINGGI")
    said = await act(office, EKA, Action.CONSENT)
    assert keys(said) == ["refusal-needs-guardian"]
    # The button for it stands right there.
    asked = await office.press(EKA, office.button(EKA, Action.NAME_GUARDIAN))
    assert "ask-gdname" in every_key(asked[0].phrase)
    for answer in ("Baso", "gdrel:ayah", "gdoff:ya"):
        said = await (office.answers(EKA, answer) if ":" in answer else office.says(EKA, answer))
    assert "ask-gdname2" in every_key(said[0].phrase)
    await office.answers(EKA, "gdname2:_skip")
    assert office.heard_by(EKA)[-1] == "guardian-refused"
    assert (await case_of(office)).handling.guardian is None
    assert (await entries_of(office))[-1].told["what"] == "offender"

    await fills(
        office, EKA, Action.NAME_GUARDIAN, "Baso", "gdrel:ayah", "gdoff:ya", "Sitti", "gdrel2:paman", "gdoff2:tidak"
    )
    case = await case_of(office)
    guardian = case.handling.guardian
    assert guardian is not None
    assert (guardian.name, guardian.relation) == ("Sitti", "paman")
    assert not case.handling.has("1.10")
    async with office.storage.look() as look:
        parties = await look.parties(case.ref)
    assert [(party.kind, party.name) for party in parties] == [("guardian", "Sitti")]

    said = await fills(office, EKA, Action.CONSENT, "csexpl:dibaca")
    assert "ask-cssign-child" in every_key(said[0].phrase)
    offered = {b.choice for row in said[0].buttons for b in row if b.choice.startswith("cssign:")}
    assert offered - {"cssign:_back", "cssign:_cancel"} == {"cssign:wali"}
    for answer in ("cssign:wali", "cswhen:0", "csscope:none"):
        await office.answers(EKA, answer)
    await sends(office, EKA, PHOTO)
    await office.answers(EKA, "cshope:_skip")
    consent = (await case_of(office)).handling.consent
    assert consent is not None
    assert (consent.by_whom, consent.scope) == (Signer.GUARDIAN, ())


async def test_with_nobody_there_the_unit_names_a_guardian(office: Office) -> None:
    await met(office, CHILD, "TINGGI")
    await fills(office, EKA, Action.NAME_GUARDIAN, "gdname:unit", "Ibu Ratna", "gdrel:peksos", "gdoff:tidak")
    guardian = (await case_of(office)).handling.guardian
    assert guardian is not None
    assert (guardian.name, guardian.named_by_unit) == ("Ibu Ratna", True)


async def test_a_refusal_by_the_offender_is_void(office: Office) -> None:
    await met(office, CHILD, "TINGGI")
    said = await fills(office, EKA, Action.REFUSE, "ncwho:wali", "ncoff:ya", "ncwhy:tekanan", "ncwhen:0")
    assert "refused-void" in keys(said)
    assert {b.action for m in said for row in m.buttons for b in row} >= {Action.NAME_GUARDIAN, Action.CONSENT}
    case = await case_of(office)
    assert (case.status, case.handling.consent) == (Status.MET, None)
    entry = (await entries_of(office))[-1]
    assert (entry.kind, entry.told["what"]) == (EntryKind.CONSENT, "void")
    assert office.heard_by(CITRA) == ["consent-refused-void"]


async def test_a_refusal_ends_services_and_two_people_may_go_on(office: Office) -> None:
    await met(office, MEDIUM, "SEDANG")
    said = await fills(office, EKA, Action.REFUSE, *REFUSING)
    case = await case_of(office)
    assert case.status is Status.REFUSED
    assert await visit_of(office) is None
    assert office.heard_by(CITRA) == ["consent-refused"]
    assert Action.OVERRIDE not in {b.action for m in said for row in m.buttons for b in row}
    assert keys(await act(office, EKA, Action.OVERRIDE)) == ["refusal-needs-ground"]

    await fills(office, EKA, Action.RAISE, "rto:TINGGI", "rreason:_skip")
    await fills(office, EKA, Action.OVERRIDE, "ovground:nyawa", "ancaman pembunuhan berulang")
    assert office.heard_by(EKA)[-1] != "override-nobody"
    assert "ancaman pembunuhan" not in repr(office.sent.get(ANI))
    for lead in (CITRA, DEWI):
        assert office.sent[lead][-1].phrase.key == "override-asked"
        assert office.sent[lead][-1].protect
    assert (await case_of(office)).status is Status.REFUSED

    await office.presses(CITRA, Action.AGREE_OVERRIDE)
    case = await case_of(office)
    assert case.status is Status.CONSENTED
    assert case.handling.may_go_on
    assert case.handling.override is not None
    assert case.handling.override.ground is Ground.LIFE
    assert await visit_of(office) is not None
    assert "override-agreed" in office.heard_by(EKA)
    assert office.heard_by(DEWI)[-1] == "override-agreed"


async def test_who_asks_for_an_exception_can_not_agree_to_it(office: Office) -> None:
    await met(office, HIGH, "TINGGI")
    await fills(office, EKA, Action.REFUSE, *REFUSING)
    # Whoever is at TINGGI is looked after until the unit has decided.
    assert await visit_of(office) is not None
    await fills(office, CITRA, Action.OVERRIDE, "ovground:nyawa", "ancaman pembunuhan berulang")
    assert "override-asked" not in office.heard_by(CITRA)
    assert keys(await act(office, CITRA, Action.AGREE_OVERRIDE)) == ["refusal-needs-another"]
    assert keys(await act(office, EKA, Action.AGREE_OVERRIDE)) == ["refusal-not-allowed"]
    await office.presses(DEWI, Action.DENY_OVERRIDE)
    case = await case_of(office)
    assert (case.status, case.handling.override) == (Status.REFUSED, None)
    assert office.heard_by(CITRA)[-1] == "override-denied"


async def test_an_old_wish_is_not_agreed_to_in_place_of_the_new(office: Office) -> None:
    await met(office, HIGH, "TINGGI")
    await fills(office, EKA, Action.REFUSE, *REFUSING)
    await fills(office, EKA, Action.OVERRIDE, "ovground:nyawa", "ancaman pembunuhan berulang")
    old = office.button(DEWI, Action.AGREE_OVERRIDE)
    await office.presses(CITRA, Action.DENY_OVERRIDE)
    await fills(office, EKA, Action.OVERRIDE, "ovground:nyawa", "alasan lain sama sekali")
    said = await office.press(DEWI, old)
    assert keys(said) == ["refusal-changed", "override-asked"]
    assert (await case_of(office)).status is Status.REFUSED


async def test_a_childs_guardian_refuses_at_tinggi_and_the_leads_know_at_once(office: Office) -> None:
    await met(office, CHILD, "TINGGI")
    await fills(office, EKA, Action.NAME_GUARDIAN, "Rahma", "gdrel:ibu", "gdoff:tidak")
    await fills(office, EKA, Action.REFUSE, "ncwho:wali", "ncoff:tidak", "ncwhy:malu", "ncwhen:0")
    for lead in (CITRA, DEWI):
        assert office.heard_by(lead)[-1] == "consent-refused-child"
        assert Action.OVERRIDE in {b.action for row in office.sent[lead][-1].buttons for b in row}
    said = await act(office, EKA, Action.OVERRIDE)
    assert {"ovground:nyawa", "ovground:wali"} <= {b.choice for row in said[0].buttons for b in row}


async def test_consent_is_taken_back_and_given_again(office: Office) -> None:
    await signed(office)
    await fills(office, EKA, Action.ASSESS, *ASSESSING)
    await fills(office, EKA, Action.REFUSE, *REFUSING)
    case = await case_of(office)
    assert (case.status, case.handling.may_go_on) == (Status.REFUSED, False)
    assert keys(await act(office, EKA, Action.CONCLUDE)) == ["refusal-wrong-moment"]
    await fills(office, EKA, Action.CONSENT, *SIGNING[1:], PHOTO, "cshope:_skip")
    assert (await case_of(office)).status is Status.CONSENTED
    assert await visit_of(office) is not None


async def test_an_assessment_with_voice_and_handwriting_and_its_conclusion(office: Office) -> None:
    await signed(office)
    await fills(
        office, EKA, Action.ASSESS, "aswhen:0", "asbio:luka", "asbio:_done", "aspsi:takut", "dan sering menangis",
        VOICE, PHOTO, "asneed:hukum", "asneed:_done", "asrisk:TINGGI",
    )  # fmt: skip
    case = await case_of(office)
    assert case.handling.has("2.1")
    assert case.risk == "TINGGI"
    entry = (await entries_of(office))[-1]
    assert entry.told["aspsi"] == {"kind": "text", "text": "dan sering menangis", "ticks": ["takut"]}
    assert [(file.kind, file.file_id) for file in entry.files] == [("voice", "voice-1"), ("photo", "photo-of-form")]
    await fills(office, EKA, Action.FURTHER, "fuwhich:fisik", "fuwhich:_done", "fuby:faskes", "ada memar", "fuwhen:0")
    assert keys(await act(office, EKA, Action.EXAMINED)) == ["refusal-needs-step"]
    await fills(office, EKA, Action.REQUEST, "rqto:provinsi", "pemeriksaan psikologis", "rqok:setuju")
    await fills(office, EKA, Action.EXAMINED, "xmby:psikolog", "xmwhen:0", "xmres:_skip")
    await fills(office, EKA, Action.COMBINED, "trauma berat", "cbrisk:SEDANG", "pelaku sudah ditahan polisi")
    # Down from TINGGI is only a wish until a second officer agrees.
    case = await case_of(office)
    assert (case.risk, case.lowering is not None) == ("TINGGI", True)
    await fills(office, EKA, Action.RESULTS_TOLD, "tlwho:korban", "tlwho:_done", "tlwhen:0", "tlok:ya", "tlsaid:_skip")
    await fills(office, EKA, Action.CONCLUDE, "perlu konseling dan bantuan hukum", "clneed:pulih", "clneed:_done")
    case = await case_of(office)
    assert case.status is Status.ASSESSED
    assert case.handling.has("2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7")


async def test_a_wish_to_harm_oneself_is_answered_at_once(office: Office) -> None:
    await signed(office)
    said = await fills(
        office, EKA, Action.ASSESS, "aswhen:0", "asbio:_skip", "aspsi:diri", "aspsi:_done", "assos:_skip",
        "asspi:_skip", "asneed:_skip", "asrisk:tetap",
    )  # fmt: skip
    assert "assessed-danger" in keys(said)
    assert Action.RAISE in {b.action for m in said for row in m.buttons for b in row}


@pytest.mark.parametrize("action", [Action.MEET, Action.TELL_RIGHTS, Action.NOTE, "entries"])
async def test_who_does_not_hold_the_case_does_nothing_to_its_file(office: Office, action: str) -> None:
    await held(office, CALM, risk="RENDAH")
    assert keys(await act(office, ANI, action)) == ["refusal-not-allowed"]
