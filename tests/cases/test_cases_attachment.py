"""What is said of a file without opening it: its first bytes against what was declared, and a name fit to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.attaching import is_named, let_go, named_in, of_cases
from cases.attachment import NAME_LETTERS, Attachment, AttachmentRef, AttachmentState, erased, found_in, shown_name
from cases.dialogue import Dialogue
from cases.entry import Attached
from cases.messages import ChatId
from cases.outcome import Outcome
from tests.storage.test_storage_dossier import entry, letter, talk
from tests.storage.things import case

NOW = datetime(2026, 11, 21, tzinfo=UTC)
FILE = Attachment(AttachmentRef("a"), ChatId(1), "photo", "number", NOW, name="x", sha256="y", key="z", stored="s")
ONE = {"story": [{"kind": "photo", "attachment": "a"}, {"kind": "text"}], "card": {"attachment": "b"}}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\x.exe", "x.exe"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("a\u200bb\x00\n.png", "ab.png"),
        ("x" * 300 + ".jpeg", "x" * 54 + "….jpeg"),
        ("x" * 300, "x" * 59 + "…"),
        ("..", ""),
        ("", ""),
        ("surat cerai.pdf", "surat cerai.pdf"),
    ],
)
def test_a_name_is_shown_without_folders_and_tricks(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_no_name_is_long_or_turns_letters(name: str) -> None:
    shown = shown_name(name)
    assert len(shown) <= NAME_LETTERS
    assert not set(shown) & {"/", "\\", "\u202e", "\u2066", "\n", "\x00"}


@pytest.mark.parametrize(
    ("first", "found", "mime", "odd"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg", "image/jpeg", False),
        (b"\xff\xd8\xff\xe0", "jpeg", "IMAGE/JPEG", False),
        (b"\x89PNG\r\n\x1a\n", "png", "image/jpeg", True),
        (b"RIFF\x00\x00\x00\x00WEBP", "webp", "image/webp", False),
        (b"\x00\x00\x00\x18ftypheic", "heic", "image/heic", False),
        (b"\x00\x00\x00\x18ftypmp42", "mp4", "video/mp4", False),
        (b"GIF89aPK", "gif", "image/jpeg", True),
        (b"<svg", "markup", "image/svg+xml", False),
        (b"<html>", "markup", "image/png", True),
        (b"MZ\x90", "program", "application/pdf", True),
        (b"%PDF-1.7", "pdf", "application/pdf", False),
        (b"hello", "unknown", "text/plain", False),
        (b"", "unknown", "image/png", True),
    ],
)
def test_the_first_bytes_are_held_against_what_was_declared(first: bytes, found: str, mime: str, odd: bool) -> None:
    assert found_in(first) == found
    assert replace(FILE, found=found, mime=mime).is_odd is odd


def test_only_a_kept_picture_is_drawn() -> None:
    kept = replace(FILE, state=AttachmentState.KEPT)
    assert [replace(kept, found=one).is_drawable for one in ("jpeg", "png", "webp", "gif", "heic", "markup", "")] == [
        *(True, True, True),
        *(False, False, False, False),
    ]
    assert not replace(FILE, found="jpeg").is_drawable


def test_erased_it_says_nothing_but_that_it_was_there() -> None:
    bare = erased(FILE)
    assert (bare.ref, bare.kind, bare.sent_at, bare.state) == ("a", "photo", NOW, AttachmentState.ERASED)
    assert not any((bare.file_id, bare.name, bare.sha256, bare.key))


def test_what_names_a_file_makes_it_the_cases() -> None:
    assert list(named_in(ONE)) == ["a", "b"]
    outcome = Outcome(
        cases=(case("one", answers=ONE),),
        entries=(entry(files=(Attached("voice", "n", "c"),), told={"x": {"attachment": "d"}}),),
        talks=(talk(attachment="e"),),
        letters=(letter(photo="f"),),
        dialogues=(Dialogue(ChatId(1), "report", "", answers={"card": {"attachment": "g"}}),),
    )
    assert {ref: str(of) for ref, of in of_cases(outcome).items()} == {
        "a": "one",
        "b": "one",
        **dict.fromkeys("cdef", "case-1"),
    }
    assert [is_named(AttachmentRef(ref), outcome) for ref in "agx"] == [True, True, False]


def test_an_ended_draft_lets_go_of_what_no_case_took() -> None:
    ended = Dialogue(ChatId(1), "report", "", answers=ONE, ended=True)
    assert let_go(Outcome(dialogues=(ended,))) == {"a", "b"}
    assert let_go(Outcome(dialogues=(replace(ended, ended=False),))) == frozenset()
    assert let_go(Outcome(dialogues=(ended,), cases=(case(answers=ONE),))) == frozenset()
    assert let_go(Outcome(dialogues=(replace(ended, case="one"),))) == frozenset()
