"""Letters at the desk: offered when the book wants them, drafted, checked by another, signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.letters import made
from bot.rendering import Tongue, calls
from bot.telegram import Upload
from cases.case import CaseRef
from cases.letter import Letter, LetterState
from cases.messages import ChatId, Message
from cases.outcome import EventKind, Outcome
from cases.party import Party, PartyKind, PartyRef
from cases.referral import Referral, ReferralRef, ReferralState
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from storage import Work
from tests.handlers.test_handlers_afterwards import kinds, reports
from tests.office import ANI, BUDI, CITRA, DEWI, EKA, Office, world

CASE = CaseRef("c")


async def assigned(office: Office) -> None:
    """A case that Eka has got, with somebody in it who has a name."""
    await reports(office)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign")
    async with office.storage.work() as work:
        await _known(work, office)


async def _known(work: Work, office: Office) -> None:
    party = Party(PartyRef("v"), CASE, PartyKind.VICTIM, "Nur Aisyah", "P", 34)
    await work.record(Outcome(parties=(party,)), now=office.now)


async def letters(office: Office) -> tuple[Letter, ...]:
    async with office.storage.look() as look:
        return await look.letters(CASE)


def papers(messages: list[Message]) -> list[str]:
    return [message.paper.name for message in messages if message.paper is not None]


async def photo(office: Office, chat: ChatId, file_id: str = "foto-1") -> list[Message]:
    return await office.does(chat, Doing.SAID, answer=Answer(Kind.PHOTO, file_id=file_id))


async def test_a_letter_from_the_offer_to_the_signed_page(office: Office) -> None:
    await assigned(office)
    assert "letters-offered" in office.heard_by(ANI)
    assert office.heard_by(EKA).count("letters-offered") == 1
    said = await office.presses(EKA, "draft", "tugas")
    assert [message.phrase.key for message in said] == ["letter-made", "letter-document", "letter-document"]
    assert papers(said) == ["surat-LU-2026-0001-1.docx", "surat-LU-2026-0001-1.pdf"]
    assert "letter-to-check" in office.heard_by(CITRA)
    assert "letter-to-check" in office.heard_by(DEWI)
    (looked,) = await office.presses(CITRA, "letter")
    assert looked.protect
    await office.presses(CITRA, "checkletter")
    assert "letter-checked" in office.heard_by(EKA)
    await office.presses(EKA, "letter")
    await office.presses(EKA, "signletter")
    await office.says(EKA, "sudah")
    said = await photo(office, EKA)
    assert said[-1].phrase.key == "letter-sign-done"
    (letter,) = await letters(office)
    member = {chat: (await office.member(chat)).id for chat in (EKA, CITRA)}
    assert (letter.state, letter.photo_id) == (LetterState.SIGNED, "foto-1")
    assert (letter.made_by, letter.checked_by, letter.signed_by) == (member[EKA], member[CITRA], member[EKA])
    happened = [kind for kind in await kinds(office) if kind.value.startswith("letter_")]
    assert happened == [EventKind.LETTER_DRAFTED, EventKind.LETTER_CHECKED, EventKind.LETTER_SIGNED]
    shown = await office.presses(EKA, "letter")
    assert [message.photo_id for message in shown] == ["", "foto-1"]


async def test_sent_back_drafted_again_and_the_old_button_does_nothing(office: Office) -> None:
    await assigned(office)
    await office.presses(EKA, "draft", "tugas")
    await office.presses(CITRA, "letter")
    stale = office.button(CITRA, "checkletter")
    await office.presses(CITRA, "letterback")
    await office.says(CITRA, "Kecamatannya keliru")
    back = office.sent[EKA][-1]
    assert (back.phrase.key, back.phrase.args["remark"], back.protect) == (
        "letter-returned",
        "Kecamatannya keliru",
        True,
    )
    office.now += timedelta(minutes=1)
    await office.presses(EKA, "draft", "tugas")
    (said,) = await office.press(CITRA, stale)
    assert said.phrase.key == "refusal-wrong-moment"
    first, second = await letters(office)
    assert (first.state, second.state) == (LetterState.REPLACED, LetterState.DRAFT)
    assert first.number == second.number != ""
    listed = await office.press(EKA, replace(stale, action="letters", ref=CASE))
    assert len(listed[0].phrase.args["lines"]) == 2  # type: ignore[arg-type]


async def test_nobody_checks_what_they_have_made(office: Office) -> None:
    await assigned(office)
    await office.press(CITRA, office.button(EKA, "draft", "tugas"))
    (letter,) = await letters(office)
    button = replace(office.button(EKA, "draft", "tugas"), action="checkletter", ref=letter.ref, version=letter.version)
    (said,) = await office.press(CITRA, button)
    assert said.phrase.key == "refusal-needs-another"
    said = await office.press(EKA, button)
    assert said[0].phrase.key == "refusal-not-allowed"
    assert await office.press(DEWI, replace(button, version=button.version + 1))
    assert office.heard_by(DEWI)[-2:] == ["letter-changed", "letter-document"]
    assert (await letters(office))[0].state is LetterState.DRAFT


async def test_who_does_not_hold_the_case_sees_none_of_its_letters(office: Office) -> None:
    await assigned(office)
    await office.presses(EKA, "draft", "persetujuan")
    (letter,) = await letters(office)
    button = replace(office.button(EKA, "draft", "tugas"), action="letter", ref=letter.ref, choice="")
    (said,) = await office.press(BUDI, button)
    assert said.phrase.key == "refusal-not-allowed"
    assert letter.number == ""


async def test_for_which_referral_is_asked_where_there_are_several(office: Office) -> None:
    await assigned(office)
    by = (await office.member(EKA)).id
    async with office.storage.work() as work:
        sent = tuple(
            Referral(ReferralRef(f"ref-{agency}"), CASE, agency, "x", ReferralState.SENT, office.now, by)
            for agency in ("rsud", "polres")
        )
        await work.record(Outcome(referrals=sent), now=office.now)
    await office.press(EKA, replace(office.button(EKA, "draft", "tugas"), choice="rujukan"))
    asked = office.sent[EKA][-1]
    assert asked.phrase.key == "letters-which-referral"
    for button in (button for row in asked.buttons for button in row):
        await office.press(EKA, button)
    assert {letter.about for letter in await letters(office)} == {"ref-rsud", "ref-polres"}
    assert {letter.number.partition("/")[0] for letter in await letters(office)} == {"001", "002"}


async def test_what_goes_out_is_a_file_and_its_words_where_it_cannot_be_made(office: Office) -> None:
    await assigned(office)
    said = await office.presses(EKA, "draft", "tugas")
    tongue = Tongue("en", world().profile.zone, office.now)
    for message in (one for one in said if one.paper is not None):
        assert message.paper is not None
        content = await made(message.paper)
        assert content is not None
        (call,) = calls(message, tongue, key=b"k" * 32, made=content)
        assert call.method == "sendDocument"
        assert call.payload["document"] == Upload(message.paper.name, content)
        words = "".join(str(call.payload["text"]) for call in calls(message, tongue, key=b"k" * 32))
        assert ("MENUGASKAN" in words) == (message.paper.form == "pdf")
    broken = replace(said[-1], paper=replace(said[-1].paper, page="{"))  # type: ignore[type-var]
    assert broken.paper is not None
    assert await made(broken.paper) is None


async def test_the_menu_offers_what_fits_and_a_stranger_to_it_is_refused(office: Office) -> None:
    await assigned(office)
    menu = await office.press(EKA, replace(office.button(EKA, "draft", "tugas"), choice=""))
    offered = {button.choice for row in menu[0].buttons for button in row}
    assert offered == {"resume", "tugas", "permohonan", "persetujuan"}
    for wrong in ("rencana", "rujukan", "x"):
        (said,) = await office.press(EKA, replace(office.button(EKA, "draft", "tugas"), choice=wrong))
        assert said.phrase.key == "refusal-wrong-moment"
    assert await letters(office) == ()
