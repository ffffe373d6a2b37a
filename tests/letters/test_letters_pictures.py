"""Every kind of letter as it looks on paper, compared with how it looked when somebody last read it.

`python -m tests.letters.test_letters_pictures` writes the pictures anew: look at each before keeping it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from bot.letters import clean, in_words
from bot.words import keys
from cases.letter import LetterKind
from cases.letter_parts import Material
from cases.letters import all_fitting, compose
from cases.referral import AgencyKind
from letters.document import write
from letters.drawing import proofs, typeset
from tests.letters.materials import HOSTILE, adult, bare, hostile, left_alone, rich, sent

#: What stands for a sign that no machine prints.
GONE = "\ufffd"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURES = Path(__file__).parent / "pictures"
#: Small, and with every line of it to be seen.
POINTS = 40.0
CASES: dict[str, Callable[[], Material]] = {"rich": rich, "bare": bare}
EVERY = [(name, kind) for name in CASES for kind in LetterKind]
ALSO: dict[str, tuple[Callable[[], Material], LetterKind]] = {
    "hostile-rujukan": (hostile, LetterKind.REFERRAL),
    "hostile-laporan_kasus": (hostile, LetterKind.CASE_REPORT),
    "left_alone-laporan_terminasi": (left_alone, LetterKind.TERMINATION_REPORT),
    "adult-persetujuan": (adult, LetterKind.CONSENT),
}
ALL = {**{f"{name}-{kind}": (CASES[name], kind) for name, kind in EVERY}, **ALSO}


def page(material: Material, kind: LetterKind) -> str:
    """The letter in words, as it goes to the typesetter; frozen in between as storage freezes it."""
    return json.dumps(in_words(json.loads(json.dumps(compose(kind, material)))))


def spoken(value: Any) -> list[str]:
    """Everything on a rendered page that can be read."""
    if isinstance(value, dict):
        return [words for key, part in value.items() if key not in ("kind", "mark") for words in spoken(part)]
    if isinstance(value, list):
        return [words for part in value for words in spoken(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_letter_looks_as_it_did(name: str) -> None:
    made, kind = ALL[name]
    drawn = proofs(page(made(), kind), pixels_per_inch=POINTS)
    kept = sorted(PICTURES.glob(f"{name}-*.png"))
    assert len(drawn) == len(kept)
    for nth, (picture, file) in enumerate(zip(drawn, kept, strict=True), start=1):
        assert picture == file.read_bytes(), f"page {nth} of {name} looks different"


def read_back(copy: bytes) -> str:
    """All paragraphs of a .docx, also those in tables."""
    said = []
    for paragraph in docx.Document(BytesIO(copy)).element.body.iter(f"{WORD}p"):
        parts = (
            ("\n" if node.tag == f"{WORD}br" else node.text or "") for node in paragraph.iter(f"{WORD}t", f"{WORD}br")
        )
        said.append("".join(parts))
    return "\n".join(said)


@pytest.mark.parametrize(("made", "kind"), [*((rich, kind) for kind in LetterKind), (hostile, LetterKind.REFERRAL)])
def test_the_editable_copy_says_the_same(made: Callable[[], Material], kind: LetterKind) -> None:
    told = page(made(), kind)
    read = read_back(write(told))
    wanted = [words for part in json.loads(told)["parts"] for words in spoken(part)]
    assert [words for words in wanted if words not in read] == []


@pytest.mark.parametrize("kind", [LetterKind.TASK, LetterKind.CONSENT, LetterKind.PLAN])
def test_what_people_typed_is_printed_as_it_is_and_nothing_is_read_as_markup(kind: LetterKind) -> None:
    told = page(hostile(), kind)
    assert typeset(told).startswith(b"%PDF-")
    assert "\ue000" not in "".join(words for part in json.loads(told)["parts"] for words in spoken(part))


def test_a_typed_name_reaches_the_page_letter_by_letter() -> None:
    words = spoken(json.loads(page(hostile(), LetterKind.CASE_REPORT)))
    assert clean(HOSTILE) in words
    assert clean(HOSTILE) == HOSTILE.replace("\t", " ").replace("\x00", GONE).replace("\x1b", GONE).replace(
        "\ud800", GONE
    )


def test_every_word_of_a_letter_is_there_and_every_fitting_letter_can_be_made() -> None:
    for made in (rich, bare, hostile, left_alone, adult):
        for _kind, composed in all_fitting(made()):
            assert in_words(json.loads(json.dumps(composed)))["parts"]


def test_every_word_that_a_letter_may_need_is_written() -> None:
    there = keys("id")
    wanted = {f"letter-agency-{kind}" for kind in AgencyKind} | {f"letter-kind-{kind}" for kind in LetterKind}
    wanted |= {f"letter-ampk-A{n:02}" for n in range(1, 16)} | {f"letter-num-{n}" for n in range(12)}
    wanted |= {f"letter-sort-{sex}-{stage}" for sex in "PLx" for stage in ("anak", "dewasa", "janin", "x")}
    assert wanted - there == set()


def test_referrals_to_every_kind_of_institution_can_be_written() -> None:
    for agency in rich().profile.agencies:
        one = replace(rich(), referral=sent(agency.key, "x"))
        assert page(one, LetterKind.REFERRAL)


if __name__ == "__main__":
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name, (made, kind) in ALL.items():
        for nth, picture in enumerate(proofs(page(made(), kind), pixels_per_inch=POINTS), start=1):
            (PICTURES / f"{name}-{nth:02}.png").write_bytes(picture)
