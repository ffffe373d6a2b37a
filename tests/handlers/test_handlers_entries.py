"""The entries of a case: undone, corrected, listed, and two people at one case."""

from __future__ import annotations

from datetime import timedelta

from cases.case import CaseRef, Status
from cases.entry import EntryKind, stand
from cases.messages import Message
from cases.moves import Action
from cases.outcome import EventKind
from handlers.correcting import _restated
from tests.cases.stage import HIGH, MEDIUM
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
    visit_of,
)
from tests.office import ANI, CITRA, DEWI, EKA, Office

MEETING = ("mtway:telepon", "mtwhen:60", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap", "mtnote:_skip")
EXPLAINING = ("exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
REFUSING = ("ncwho:korban", "ncwhy:takut", "ncwhen:0")
SIGNING = ("csexpl:dibaca", "cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:_done")


def receipt_in(messages: list[Message]) -> Message:
    return next(message for message in messages if message.phrase.key == "entry-recorded")


async def test_undone_within_ten_minutes_everything_is_as_it_was(office: Office) -> None:
    before = await held(office, MEDIUM, risk="SEDANG")
    said = await fills(office, EKA, Action.MEET, *MEETING)
    assert (await case_of(office)).status is Status.MET
    office.now += timedelta(minutes=9)
    undone = await office.press(EKA, receipt_in(said).buttons[0][0])
    assert {"entry-undone-you"} == set(keys(undone))
    case = await case_of(office)
    assert stand(case.status, case.handling) == stand(before.status, before.handling)
    assert case.contacted_at is None
    (entry,) = await entries_of(office)
    assert entry.undone_by == (await office.member(EKA)).id
    assert not entry.counts
    async with office.storage.look() as look:
        assert [event.kind for event in await look.history(CaseRef("c"))][-1] is EventKind.ENTRY_UNDONE
    # The clock of the first contact runs again.
    await office.passes(hours=30)
    assert "contact-due" in office.heard_by(EKA)


async def test_not_after_ten_minutes_and_not_by_another(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    said = await fills(office, EKA, Action.MEET, *MEETING)
    undo = receipt_in(said).buttons[0][0]
    assert keys(await office.press(CITRA, undo)) == ["refusal-not-allowed"]
    assert keys(await office.press(ANI, undo)) == ["refusal-not-allowed"]
    office.now += timedelta(minutes=10, seconds=1)
    assert keys(await office.press(EKA, undo)) == ["refusal-too-late"]
    assert (await case_of(office)).status is Status.MET


async def test_not_when_something_was_built_upon_it(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    first = receipt_in(await fills(office, EKA, Action.MEET, *MEETING)).buttons[0][0]
    second = receipt_in(await fills(office, EKA, Action.EXPLAIN, *EXPLAINING)).buttons[0][0]
    assert keys(await office.press(EKA, first)) == ["refusal-built-upon"]
    # The last one first, then the one before.
    await office.press(EKA, second)
    await office.press(EKA, first)
    assert (await case_of(office)).status is Status.ASSIGNED
    assert keys(await office.press(EKA, first)) == ["refusal-changed"]


async def test_a_note_stands_beside_everything_and_hinders_nothing(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    first = receipt_in(await fills(office, EKA, Action.MEET, *MEETING)).buttons[0][0]
    note = receipt_in(await fills(office, EKA, Action.NOTE, VOICE)).buttons[0][0]
    assert [entry.kind for entry in await entries_of(office)] == [EntryKind.MEETING, EntryKind.NOTE]
    assert not (await case_of(office)).handling.has("4.6")
    await office.press(EKA, first)
    await office.press(EKA, note)
    assert [entry.counts for entry in await entries_of(office)] == [False, False]


async def test_an_undone_refusal_tells_who_had_heard_and_plans_the_visits_again(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    undo = receipt_in(await fills(office, EKA, Action.REFUSE, *REFUSING)).buttons[0][0]
    assert await visit_of(office) is None
    await office.press(EKA, undo)
    assert office.heard_by(CITRA) == ["consent-refused", "entry-undone"]
    assert (await case_of(office)).status is Status.MET
    assert await visit_of(office) is not None


async def test_an_undone_agreement_is_asked_for_again(office: Office) -> None:
    await held(office, HIGH, risk="TINGGI", status=Status.MET)
    await fills(office, EKA, Action.REFUSE, *REFUSING)
    await fills(office, EKA, Action.OVERRIDE, "ovground:nyawa", "ancaman pembunuhan berulang")
    said = await office.presses(CITRA, Action.AGREE_OVERRIDE)
    assert (await case_of(office)).status is Status.CONSENTED
    await office.press(CITRA, receipt_in(said).buttons[0][0])
    case = await case_of(office)
    assert case.status is Status.REFUSED
    assert case.handling.override is not None
    assert case.handling.override.agreed_by is None
    assert office.heard_by(DEWI)[-1] == "override-asked"
    await office.presses(DEWI, Action.AGREE_OVERRIDE)
    assert (await case_of(office)).status is Status.CONSENTED


async def test_a_correction_keeps_what_was_written_before(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    said = await fills(office, EKA, Action.CONSENT, *SIGNING, PHOTO, "cshope:_skip")
    offered = await office.press(EKA, receipt_in(said).buttons[0][1])
    assert keys(offered) == ["amend-which"]
    choices = {button.choice for row in offered[0].buttons for button in row}
    # Who signed has moved the case: that is undone, not corrected.
    assert {"csscope", "csphoto", "cshope", "cswhen"} <= choices
    assert not {"cssign", "csexpl"} & choices
    await office.presses(EKA, "amend", "csscope")
    office.now += timedelta(minutes=30)
    await office.answers(EKA, "csscope:hukum", "csscope:_done")

    case = await case_of(office)
    consent = case.handling.consent
    assert consent is not None
    assert (consent.scope, consent.photo_id, case.status) == (("hukum",), "photo-of-form", Status.CONSENTED)
    old, new = await entries_of(office)
    assert (old.told["csscope"], new.told["csscope"]) == (["kesehatan"], ["hukum"])
    assert (old.corrected_by, new.corrects, old.counts, new.at == old.at) == (new.ref, old.ref, False, True)
    assert {one.entry for one in case.handling.done if one.step == "1.10"} == {new.ref}

    # Both are shown, with who and when.
    await act(office, EKA, "entries")
    shown = await office.presses(EKA, "entry")
    assert keys(shown)[:2] == ["entry-told", "entry-before"]
    # A correction can be undone as well, and the old one counts again.
    await office.press(EKA, office.button(EKA, Action.UNDO))
    old, new = await entries_of(office)
    assert (old.counts, new.counts) == (True, False)
    consent = (await case_of(office)).handling.consent
    assert consent is not None
    assert consent.scope == ("kesehatan",)


async def test_when_it_was_is_corrected_in_the_steps_too(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    said = await fills(office, EKA, Action.MEET, *MEETING)
    await office.press(EKA, receipt_in(said).buttons[0][1])
    await office.presses(EKA, "amend", "mtwhen")
    await office.answers(EKA, "mtwhen:kemarin", "mtwhenh:10:00")
    done = (await case_of(office)).handling.last("1.8")
    assert done is not None
    assert done.at.isoformat() == "2026-03-01T02:00:00+00:00"


async def test_the_second_of_two_people_is_told_what_changed(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    await act(office, CITRA, Action.MEET)
    await fills(office, EKA, Action.MEET, *MEETING)
    said: list[Message] = []
    for answer in MEETING:
        said = await office.answers(CITRA, answer)
    assert keys(said)[-2:] == ["meanwhile", "refusal-changed"]
    assert "entry-meeting" in every_key(said[-2].phrase)
    assert len(await entries_of(office)) == 1
    assert keys(await office.press(CITRA, receipt_in(office.sent[EKA]).buttons[0][1])) == ["amend-which"]


async def test_what_can_still_be_written_is_asked_for_once_more(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    await act(office, CITRA, Action.EXPLAIN)
    await fills(office, EKA, Action.EXPLAIN, *EXPLAINING)
    said: list[Message] = []
    for answer in EXPLAINING:
        said = await office.answers(CITRA, answer)
    assert "meanwhile" in keys(said)
    assert "ask-still" in every_key(said[-1].phrase) | every_key(said[-2].phrase)
    assert len(await entries_of(office)) == 1
    await office.answers(CITRA, "explain!:ya")
    assert len(await entries_of(office)) == 2


async def test_the_list_is_protected_traced_and_only_for_who_may_see_the_case(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    for nth in range(7):
        await fills(office, EKA, Action.NOTE, f"Rahasia Melati {nth}")
    await fills(office, EKA, Action.NOTE, PHOTO)
    (page,) = await act(office, EKA, "entries")
    assert page.protect
    assert "Rahasia" not in repr(page)
    assert len([b for row in page.buttons for b in row if b.action == "entry"]) == 6
    first = next(b for row in page.buttons for b in row if b.action == "entry")
    shown = await office.press(EKA, first)
    assert (shown[-1].photo_id, shown[-1].protect) == ("photo-of-form", True)
    (older,) = await office.presses(EKA, "entries", "6")
    first = [b for row in older.buttons for b in row if b.action == "entry"][-1]
    shown = await office.press(EKA, first)
    assert "Rahasia Melati 0" in repr(shown)
    assert all(message.protect for message in shown)
    assert keys(await office.press(ANI, first)) == ["refusal-not-allowed"]
    async with office.storage.look() as look:
        looks = [one.what for one in await look.looks(CaseRef("c"))]
    assert looks == ["entries", "entry", "entries", "entry"]


async def test_nothing_personal_is_in_what_the_unit_is_told(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    await fills(office, EKA, Action.REFUSE, "ncwho:korban", "Rahasia Melati", "ncwhen:0")
    for chat in (ANI, CITRA, DEWI):
        assert "Rahasia" not in repr(office.sent.get(chat))


async def test_a_correction_of_what_was_signed_before_leaves_what_stands_now(office: Office) -> None:
    """She signed for many, then anew for the hospital alone: a typo mended in the first form widens nothing."""
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    await fills(office, EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    for scope in ("polisi", "kesehatan"):
        office.now += timedelta(minutes=20)
        await fills(
            office,
            EKA,
            Action.CONSENT,
            "cssign:korban",
            "cswhen:0",
            f"csscope:{scope}",
            "csscope:_done",
            PHOTO,
            "cshope:_skip",
        )
    first = next(entry for entry in await entries_of(office) if entry.kind is EntryKind.CONSENT)
    async with office.storage.work() as work:
        handling = (await case_of(office)).handling
        assert await _restated(work, handling, first, {**first.told, "csscope": ["polisi", "hukum"]}) == handling
    assert handling.consent is not None
    assert handling.consent.scope == ("kesehatan",)
