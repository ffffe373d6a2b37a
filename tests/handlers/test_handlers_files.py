"""Files at the desk: known at once, the case's as soon as there is one, listed as evidence, given out on purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.rendering import Tongue, calls
from cases.attachment import Attachment, AttachmentState
from cases.messages import ChatId, Message
from cases.outcome import EventKind, Outcome
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from tests.handlers.people_unit import assigned, card, keys, the_case
from tests.office import ANI, BUDI, CRY, EKA, REPORTER, Office, world

HASH = "0123456789abcdef" * 4


async def sends(office: Office, chat: ChatId, kind: Kind, file_id: str = "f-1", **more: Any) -> list[Message]:
    return await office.does(chat, Doing.SAID, answer=Answer(kind, file_id=file_id, unique_id="u", **more))


async def files(office: Office, chat: ChatId = REPORTER) -> tuple[Attachment, ...]:
    async with office.storage.look() as look:
        return await look.attachments_of_chat(chat)


async def keeps(office: Office, file: Attachment, **more: Any) -> Attachment:
    """As the fetcher would have kept it."""
    known = {"state": AttachmentState.KEPT, "sha256": HASH, "size": 2_300_000, "stored": "s", "key": "00" * 32} | more
    async with office.storage.work() as work:
        fresh = await work.attachment(file.ref)
        assert fresh is not None
        kept = replace(fresh, kept_at=office.now, **known)
        await work.record(Outcome(attachments=(kept,)), now=office.now)
    return kept


def text(message: Message, language: str = "id") -> str:
    made = calls(message, Tongue(language, world().profile.zone, message_now), key=b"k" * 32)
    return " ".join(str(call.payload.get("text") or call.payload.get("caption") or "") for call in made)


message_now = Office.__dataclass_fields__["now"].default


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.DOCUMENT])
async def test_every_file_of_a_report_is_known_at_once_by_its_ref(office: Office, kind: Kind) -> None:
    await sends(office, REPORTER, kind, size=7, mime="x/y", name="../../x")
    (file,) = await files(office)
    told = (file.kind, file.file_id, file.unique_id, file.size, file.mime, file.name, file.sent_at)
    assert told == (str(kind), "f-1", "u", 7, "x/y", "../../x", office.now)
    async with office.storage.look() as look:
        draft = await look.dialogue(REPORTER, "report")
        cases = await look.cases_of_reporter(REPORTER)
    story = [*(draft.answers["story"] if draft else ()), *(e for one in cases for e in one.answers.get("story", ()))]
    assert {entry["attachment"] for entry in story} == {file.ref}


async def test_a_file_of_a_draft_becomes_the_cases(office: Office) -> None:
    await sends(office, REPORTER, Kind.PHOTO, text="ini fotonya")
    assert [file.case for file in await files(office)] == [""]
    await office.says(REPORTER, CRY)
    (case,) = await office.cases()
    await sends(office, REPORTER, Kind.VOICE, "f-2")
    assert {(file.file_id, file.case) for file in await files(office)} == {("f-1", case.ref), ("f-2", case.ref)}


async def test_of_a_draft_that_is_forgotten_nothing_is_kept(office: Office) -> None:
    await sends(office, REPORTER, Kind.PHOTO, text="ini saja")
    assert len(await files(office)) == 1
    office.watched = False
    await office.passes(days=world().profile.draft_days + 1)
    assert await files(office) == ()
    async with office.storage.look() as look:
        assert len(await look.removable_files()) == 1


async def test_what_nobody_keeps_is_no_file_of_ours(office: Office) -> None:
    await sends(office, ANI, Kind.PHOTO)
    assert await files(office, ANI) == ()
    await sends(office, REPORTER, Kind.VIDEO, text=CRY, size=21 * 1024 * 1024)
    assert await files(office) == ()


async def test_a_form_of_staff_makes_its_photo_the_cases(held: Office) -> None:
    case = await the_case(held)
    await card(held, EKA, case)
    await held.presses_of(EKA, "more", case.ref)
    await held.presses(EKA, "note")
    before = await files(held, EKA)
    await sends(held, EKA, Kind.VOICE, "note-1")
    (file,) = set(await files(held, EKA)) - set(before)
    while not file.case:
        await held.presses(EKA, "a")
        (file,) = set(await files(held, EKA)) - set(before)
    assert file.case == case.ref
    async with held.storage.look() as look:
        entry = (await look.entries(case.ref))[-1]
    assert [one.attachment for one in entry.files] == [file.ref]


async def with_files(office: Office) -> tuple[Attachment, ...]:
    """An alert that Ani has taken: a photo, a photo "as a file", a voice note and a video, all kept."""
    await office.says(REPORTER, CRY)
    for nth, (kind, found) in enumerate(
        [(Kind.PHOTO, "jpeg"), (Kind.DOCUMENT, "jpeg"), (Kind.VOICE, "ogg"), (Kind.VIDEO, "mp4")], 1
    ):
        await sends(office, REPORTER, kind, f"f-{nth}", name="rumah\u202egpj.exe" if kind is Kind.DOCUMENT else "")
        await keeps(office, next(file for file in await files(office) if file.file_id == f"f-{nth}"), found=found)
    await office.presses(ANI, "take")
    return tuple(sorted(await files(office), key=lambda file: file.file_id))


async def test_the_file_of_a_case_shows_copies_and_never_the_file_itself(office: Office) -> None:
    photo, document, voice, video = await with_files(office)
    shown = [message for message in office.sent[ANI] if message.phrase.key == "file-shown"]
    assert [(m.file, m.photo_id, m.voice_id) for m in shown] == [
        (photo.ref, "f-1", ""),
        (document.ref, "", ""),
        (voice.ref, "", "f-3"),
        ("", "", ""),
    ]
    assert all(message.protect and not message.original for message in shown)
    (ask,) = shown[3].buttons[0]
    assert (ask.action, ask.ref) == ("original", video.ref)


async def test_before_it_is_fetched_a_photo_sent_as_a_file_is_not_shown(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await sends(office, REPORTER, Kind.DOCUMENT, mime="image/jpeg")
    await office.presses(ANI, "take")
    (shown,) = [message for message in office.sent[ANI] if message.phrase.key == "file-shown"]
    assert (shown.file, shown.photo_id) == ("", "")
    (again,) = shown.buttons[0]
    await keeps(office, (await files(office))[0], found="jpeg")
    told, _ = await office.press(ANI, again)
    assert told.file == again.ref


async def test_the_list_is_evidence_and_says_who_looked(office: Office) -> None:
    await with_files(office)
    (case,) = await office.cases()
    await office.does(ANI, Doing.PRESSED, action="files", ref=case.ref)
    listed = office.sent[ANI][-1]
    assert (listed.phrase.key, listed.protect) == ("files-list", True)
    words = text(listed)
    assert words.count(HASH[:12]) == 4
    assert "2300 KB" in words
    assert "rumahgpj.exe" in words
    assert "\u202e" not in words
    assert words.count("Dilihat: Ani") == 4
    async with office.storage.look() as look:
        assert (await look.looks(case.ref))[-1].what == "files"


async def test_one_file_tells_its_whole_hash(office: Office) -> None:
    photo, *_ = await with_files(office)
    shown, more = await office.does(ANI, Doing.PRESSED, action="attachment", ref=photo.ref)
    assert HASH in text(shown)
    assert [button.action for row in more.buttons for button in row] == ["original", "files"]


@pytest.mark.parametrize("why", ["ofwhy:bukti", "diminta jaksa"])
async def test_the_very_file_is_given_for_a_reason_that_is_kept(office: Office, why: str) -> None:
    *_, video = await with_files(office)
    (case,) = await office.cases()
    await office.presses_of(ANI, "original", video.ref)
    told = await (office.answers(ANI, why) if ":" in why else office.says(ANI, why))
    (given,) = [message for message in told if message.phrase.key == "file-original"]
    assert (given.file, given.original, given.protect) == (video.ref, True, True)
    async with office.storage.look() as look:
        look_at = (await look.looks(case.ref))[-1]
        event = (await look.history(case.ref))[-1]
    assert look_at.what == f"original:{video.ref}"
    assert (event.kind, event.told["file"]) == (EventKind.FILE_SHOWN, video.ref)
    assert event.told["why"] == why.removeprefix("ofwhy:")
    listed = await office.does(ANI, Doing.PRESSED, action="files", ref=case.ref)
    assert text(listed[-1]).count("(berkas asli)") == 1


async def test_who_does_not_hold_the_case_gets_nothing(office: Office) -> None:
    photo, *_ = await with_files(office)
    (case,) = await office.cases()
    for action, ref in (("files", case.ref), ("attachment", photo.ref), ("original", photo.ref)):
        for chat in (BUDI, REPORTER):
            told = await office.does(chat, Doing.PRESSED, action=action, ref=ref)
            assert not any(one.file or one.phrase.key.startswith("file") for one in told), (action, chat)
    assert await office.does(ANI, Doing.PRESSED, action="attachment", ref="nonsense")
    assert office.sent[ANI][-1].phrase.key == "refusal-unknown"


async def test_a_file_of_a_draft_is_shown_to_nobody(office: Office) -> None:
    await sends(office, REPORTER, Kind.PHOTO, text="ini saja")
    (file,) = await files(office)
    (told,) = await office.does(ANI, Doing.PRESSED, action="attachment", ref=file.ref)
    assert told.phrase.key == "refusal-unknown"


async def test_intimate_pictures_are_discouraged_before_and_after_sending(office: Office) -> None:
    told = await sends(office, REPORTER, Kind.PHOTO, text="ini fotonya")
    assert "file-care" in keys(told)
    told = await sends(office, REPORTER, Kind.VOICE)
    assert not any("care" in key or "photo" in key for key in keys(told))
    (asked,) = await sends(office, REPORTER, Kind.PHOTO)
    for language, words in (("id", "dilarang undang-undang"), ("en", "the law forbids it")):
        assert words in text(asked, language)
        for key in ("ask-tell", "kept-video"):
            assert words in text(replace(asked, phrase=replace(asked.phrase, key=key, args={})), language)


async def test_a_child_is_told_in_a_childs_words(office: Office) -> None:
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, "safe:ya", "who:sa")
    (asked,) = await sends(office, REPORTER, Kind.DOCUMENT, mime="image/png")
    assert asked.phrase.args["note"].key == "kept-photo-child"
    assert "Kamu tidak salah apa-apa" in text(asked)


async def test_sent_to_a_case_the_words_come_with_the_thanks(office: Office) -> None:
    await assigned(office)
    async with office.storage.work() as work:
        draft = await work.dialogue(REPORTER, "report")
        assert draft is not None
        await work.record(Outcome(dialogues=(replace(draft, ended=True),)), now=office.now)
    assert keys(await sends(office, REPORTER, Kind.PHOTO)) == ["file-care", "addition-received"]
    assert keys(await sends(office, REPORTER, Kind.VOICE)) == ["addition-received"]
