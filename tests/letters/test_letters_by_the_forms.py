"""A case as the forms of the unit write it, from the first visit to its end, and all that its letters make of it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from cases.case import CaseRef, Status
from cases.letter import LetterKind, LetterState
from cases.messages import Button
from cases.moves import Action
from cases.outcome import Outcome
from cases.party import Party, PartyKind, PartyRef
from cases.phrases import says
from tests.cases.stage import MEDIUM
from tests.handlers.file_unit import PHOTO, VOICE, act, case_of, fills, held, visit_of
from tests.letters.shown import check, letters_of, spoken, unreadable
from tests.office import CITRA, EKA, Office

CASE = CaseRef("c")
STORY = "Suami saya memukul saya sejak kami menikah."
RAHMA = Party(
    PartyRef("v"), CASE, PartyKind.VICTIM, "Rahmawati", "P", 34, date(1991, 8, 17), "7322015708910001",
    "0812-0000-0000", "Desa Radda, Baebunta", education="SMA", occupation="Penjahit",
)  # fmt: skip
BASO = Party(PartyRef("o"), CASE, PartyKind.OFFENDER, "Baso", "L", 38, relation="suami")

#: Processes 1 to 3, as Eka fills them in.
FIRST = (
    (
        Action.MEET, "mtway:unit", "mtwhen:60", "mtwith:korban", "mtwith:_done", "mtsafe:ya",
        "mtrisk:tetap", "mtnote:_skip",
    ),
    (Action.TELL_RIGHTS, "rtwhat:semua", "rtwho:korban"),
    (Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip"),
    (
        Action.CONSENT, "cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:polisi", "csscope:_done", PHOTO,
        "ingin hidup tenang bersama anak",
    ),
    (Action.REFER, "rfto:rsud", "rfneed:medis", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:saya"),
    (
        Action.ASSESS, "aswhen:0", "asbio:luka", "asbio:sakit", "asbio:_done",
        "aspsi:takut", "sering menangis di malam hari", VOICE, PHOTO,
        "asneed:aman", "asneed:hukum", "asneed:_done", "asrisk:tetap",
    ),
    (Action.FURTHER, "fuwhich:fisik", "fuwhich:_done", "fuby:faskes", "ada memar di punggung", "fuwhen:0"),
    (Action.REQUEST, "rqto:provinsi", "pemeriksaan psikologis", "rqok:setuju"),
    (Action.EXAMINED, "xmby:psikolog", "xmwhen:0", "gejala trauma"),
    (Action.COMBINED, "trauma sedang, luka membaik", "cbrisk:tetap"),
    (Action.RESULTS_TOLD, "tlwho:korban", "tlwho:_done", "tlwhen:0", "tlok:ya", "tlsaid:_skip"),
    (Action.CONCLUDE, "perlu konseling dan bantuan hukum", "clneed:pulih", "clneed:hukum", "clneed:_done"),
    (Action.GOAL, "Ia aman, pulih, dan dapat bekerja lagi"),
    (Action.NEEDS, "nneeds:sehat", "nneeds:hukum", "nneeds:_done", "takut ditemukan suaminya"),
    (Action.PLAN, "periksa luka; Puskesmas; Maret", "pendampingan; LBH; sampai putusan", "pluntil:90", "plconf:ya"),
    (
        Action.CONFER, "cfoff:tidak", "cfwho:unit", "cfwho:sehat", "cfwho:_done",
        "sepakat dibantu", "bertemu lagi bulan depan", "cfw:0",
    ),
    (Action.AGREE_PLAN, "agwho:korban", "agwho:_done", "agok:setuju", "agw:0"),
)  # fmt: skip
SERVED = (
    (Action.SERVE, "svkind:medis", "svby:sehat", "luka sembuh", "svw:0"),
    (Action.SERVE, "svkind:psiko", "svby:psiko", VOICE, "svw:0"),
    (Action.DOCUMENT, PHOTO, "surat visum"),
)
ENDED = (
    (Action.ENOUGH, "enplan:ya", "enwell:ya", "bekerja tiap hari, tidur nyenyak"),
    (Action.TERM_PLAN, "pertemuan terakhir di rumah bersama ibu", "kader desa menyapa tiap bulan"),
)
SIGNED = (
    (Action.PRESENT, "prwho:korban", "prwho:_done", "prsay:_skip", "prw:0"),
    (
        Action.SIGN_END, PHOTO, "sgwho:korban", "fbsafe:ya", "didengar tanpa disalahkan", "lebih cepat", "fbmore:_skip",
        "sgw:0",
    ),
)  # fmt: skip


#: What was typed, but for the name of a file.
TYPED = [
    words
    for form in (*FIRST, *SERVED, *ENDED, *SIGNED)
    for told in form[1:]
    if isinstance(told, str) and ":" not in told and told != "surat visum"
    for words in told.split("; ")
]


async def fill(office: Office, forms: tuple[tuple[object, ...], ...]) -> None:
    for action, *answers in forms:
        await fills(office, EKA, action, *answers)  # type: ignore[arg-type]


async def visited(office: Office) -> None:
    office.now += timedelta(days=1)
    coming = await visit_of(office)
    assert coming is not None
    await office.press(EKA, Button(says("nothing"), Action.VISIT_DONE, coming.ref, coming.version))
    await office.answers(EKA, "vresult:baik", "vrisk:tetap")
    await office.says(EKA, "ia tertawa lagi")
    await office.answers(EKA, "vneeds:cukup", "vnext:_skip")


async def filed(office: Office) -> None:
    """The letters that the checklist asks for (5.8), drafted by Eka and checked by Citra."""
    for kind in (
        LetterKind.RESUME,
        LetterKind.TASK,
        LetterKind.REQUEST,
        LetterKind.CASE_REPORT,
        LetterKind.PLAN,
        LetterKind.MONITORING_REPORT,
    ):
        await act(office, EKA, Action.DRAFT, choice=kind)
    async with office.storage.look() as look:
        drafts = await look.letters(CASE)
    for letter in drafts:
        assert letter.state is LetterState.DRAFT
        await office.press(CITRA, Button(says("nothing"), Action.CHECK_LETTER, letter.ref, letter.version))


async def lived(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", answers={"story": [{"text": STORY}]})
    async with office.storage.work() as work:
        await work.record(Outcome(parties=(RAHMA, BASO)), now=office.now)
    await fill(office, FIRST)
    assert (await case_of(office)).status is Status.PLANNED
    await office.presses(EKA, "referral")
    await office.presses(EKA, "refnews", "yes")
    await office.says(EKA, "Ibu Hasna, perawat IGD")
    await office.answers(EKA, "rfwhen:60", "rfnext:7")
    await fill(office, SERVED)
    office.now += timedelta(days=31)
    await fill(office, ((Action.ACCOMPANY, "didampingi ke sidang", "acgo:akhiri", "acw:0"),))
    await fill(office, ((Action.REPORT, "korban tenang, bekerja lagi", "rpneed:_skip"),))
    await fill(office, ((Action.MONITOR_PLAN, "mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip"),))
    await visited(office)
    await fill(office, ENDED)
    await filed(office)
    await act(office, EKA, Action.CHECK)
    await office.presses(EKA, Action.CHECK, "do")
    await fill(office, SIGNED)
    assert (await case_of(office)).status is Status.ENDING


async def test_every_answer_stands_in_the_letters_in_words(office: Office) -> None:
    await lived(office)
    letters = await letters_of(office, CASE)
    check("by_the_forms", letters)
    said = "\n".join(words for page in letters.values() for words in spoken(json.loads(page)))
    assert [words for words in TYPED if words not in said] == []
    assert "Nomor surat rujukan" in said


@pytest.mark.parametrize(
    ("composed", "page", "found"),
    [
        ({}, {"words": "Kondisi: asbio"}, ["asbio"]),
        ({}, {"rows": [["Alasan", "None"]]}, ["None"]),
        ({}, {"words": "letter-row-name"}, ["letter-row-name"]),
        ({"told": "cbrisk", "value": "tetap"}, {}, ["cbrisk:tetap"]),
        ({"told": "asbio", "value": {"ticks": ["luka"], "text": "tetap"}}, {"words": "Ada luka, tetap"}, []),
    ],
)
def test_what_nobody_can_read_is_found(composed: object, page: object, found: list[str]) -> None:
    assert unreadable(composed, page) == found
