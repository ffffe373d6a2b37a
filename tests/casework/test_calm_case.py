"""Domestic violence without danger: told in the chat, and closed by the book three months later."""

from __future__ import annotations

from cases.case import Status
from cases.entry import EntryKind
from cases.letter import LetterState
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import says
from tests.casework.desk_tale import PHOTO, VOICE, Desk, keys
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, Office

TOLD = {
    "safe": "ya",
    "who": "sp",
    "kind": ["pukul", "hina"],
    "when": "h5",
    "danger": ["ancam"],
    "state": ["none"],
    "doer": "suami",
    "reach": "rumah",
    "place": "73.22.03",
    "needs": ["hukum", "cerita"],
    "tell": "Saya Melati. Minggu lalu suami menampar saya di dapur karena uang belanja",
    "contact": "chat",
}
SECRETS = ("Melati", "Kenanga", "belanja")
MEETING = ("mtway:rumah", "mtwhen:0", "mtwhere:kerabat", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
SIGNING = ("cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:psikologi", "csscope:hukum", "csscope:_done",
           PHOTO, "ingin hidup tenang bersama anak")  # fmt: skip
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", VOICE, "assos:aman", "assos:ekonomi", "assos:_done",
             "asspi:kuat", "asspi:_done", "asneed:pulih", "asneed:hukum", "asneed:_done", "asrisk:tetap")  # fmt: skip
PLAN = (
    "konseling; psikolog provinsi; 3 bulan",
    "pendampingan hukum; LBH; sampai putusan",
    "pluntil:90",
    "plconf:tidak",
)
MONEV = ("vresult:baik", "vrisk:tetap", "tidur lebih nyenyak", "vneeds:_skip", "vnext:_skip")

#: All that anybody was told without having asked; "=" puts an older message right, and rings nowhere.
CALM = """\
02-03 12.00 Ani alert-call
02-03 12.00 Budi alert-call
02-03 12.10 Budi = alert-taken-by
02-03 12.20 Budi = alert-ended
02-03 12.20 Citra assignment-open
02-03 12.40 Eka case-yours
02-03 12.40 Eka case-file
02-03 12.40 Eka case-story
02-03 12.40 Eka letters-offered
02-03 13.30 Citra = contact-recorded
02-03 13.30 Citra letter-to-check 3x
02-03 13.30 Dewi letter-to-check 3x
02-03 13.30 Eka letter-checked 3x
02-03 13.30 Dewi = letter-was-checked 3x
03-03 07.30 Eka digest safety: 1.8
03-03 11.30 Eka step-due 2.7
03-03 11.40 Citra letter-to-check
03-03 11.40 Dewi letter-to-check
03-03 11.40 Eka letter-checked
03-03 11.40 Dewi = letter-was-checked
03-03 12.40 Eka step-late 3.1
04-03 07.30 Eka digest today: 3.3
04-03 10.00 Citra letter-to-check
04-03 10.00 Dewi letter-to-check
04-03 10.00 Eka letter-checked
04-03 10.00 Dewi = letter-was-checked
04-03 15.00 Eka visit-due
05-03 07.30 Eka digest safety: 5.2
08-03 15.00 Eka visit-due
09-03 07.30 Eka digest safety: 5.2 ask: 4.1
22-03 15.00 Eka visit-due
23-03 07.30 Eka digest safety: 5.2
03-04 07.30 Eka digest ask: 4.4
05-04 15.00 Eka visit-due
06-04 07.30 Eka digest safety: 5.2
19-04 15.00 Eka visit-due
20-04 07.30 Eka digest safety: 5.2
03-05 15.00 Eka visit-due
04-05 07.30 Eka digest safety: 5.2 ask: 4.4
17-05 15.00 Eka visit-due
18-05 07.30 Eka digest safety: 5.2
31-05 15.00 Eka visit-due
01-06 07.30 Eka digest safety: 5.2
02-06 07.30 Eka digest ask: 4.4
03-06 10.00 Citra letter-to-check
03-06 10.00 Dewi letter-to-check
03-06 10.00 Eka letter-checked
03-06 10.00 Dewi = letter-was-checked
04-06 07.30 Eka digest today: 6.1
04-06 10.00 Citra case-closed"""


async def visited(desk: Desk, *days: str) -> None:
    """Eka goes on the days of the plan, at ten in the morning."""
    for day in days:
        await desk.to(f"{day} 10.00")
        await desk.does(EKA, Action.VISIT_DONE, *MONEV)


async def test_from_the_chat_to_the_signed_end(office: Office) -> None:
    desk = await Desk.opens(office, *SECRETS)
    # Monday: told at noon, looked at by whoever is on duty, given to Eka.
    await desk.reports(TOLD)
    await desk.to("02-03 12.10")
    await desk.presses(ANI, "take")
    await desk.to("02-03 12.20")
    await desk.presses(ANI, Action.CONFIRM)
    await desk.to("02-03 12.40")
    await desk.presses(CITRA, "managers")
    await desk.presses(CITRA, Action.ASSIGN)
    assert (await desk.case()).status is Status.ASSIGNED
    await desk.to("02-03 13.30")
    await desk.does(EKA, Action.CONTACT, choice="reached")
    await desk.letter("tugas", by=EKA, checked_by=CITRA, signed=True)
    await desk.letter("resume", by=EKA, checked_by=CITRA)
    await desk.letter("permohonan", by=EKA, checked_by=CITRA)

    # Tuesday: met at her sister's and told of her rights; she signs, and tells how she is.
    await desk.to("03-03 09.30")
    await desk.does(EKA, Action.MEET, *MEETING)
    assert (await desk.case()).status is Status.MET
    await desk.does(EKA, Action.TELL_RIGHTS, "rtwhat:semua", "rtwho:korban")
    await desk.does(EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    await desk.does(EKA, Action.CONSENT, *SIGNING)
    assert (await desk.case()).status is Status.CONSENTED
    await desk.does(EKA, "parties")
    known = ("yfields:name", "yfields:address", "yfields:_done", "Melati Sari", "Jalan Kenanga 7")
    await desk.presses(EKA, Action.PARTY, *known, choice="edit")
    await desk.to("03-03 10.45")
    await desk.does(EKA, Action.ASSESS, *ASSESSING)
    await desk.to("03-03 11.40")
    conclusion = ("ditampar suami, ingin konseling dan bantuan hukum", "clneed:pulih", "clneed:hukum", "clneed:_done")
    await desk.does(EKA, Action.CONCLUDE, *conclusion)
    assert (await desk.case()).status is Status.ASSESSED
    await desk.letter("laporan_kasus", by=EKA, checked_by=CITRA)

    # The plan: an afternoon, and the morning after it.
    await desk.to("03-03 14.00")
    await desk.does(EKA, Action.GOAL, "Melati hidup aman bersama anaknya")
    await desk.does(EKA, Action.NEEDS, "nneeds:psiko", "nneeds:hukum", "nneeds:_done", "nwords:_skip")
    await desk.to("04-03 10.00")
    await desk.does(EKA, Action.PLAN, *PLAN)
    await desk.does(EKA, Action.AGREE_PLAN, "agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
    assert (await desk.case()).status is Status.PLANNED
    await desk.letter("rencana", by=EKA, checked_by=CITRA)

    # Services within seven days, visits by the plan of SEDANG, and the question of day 25, 55 and 85.
    await visited(desk, "05-03")
    await desk.to("09-03 14.00")
    await desk.does(EKA, Action.VISIT_DONE, *MONEV)
    await desk.does(EKA, Action.SERVE, "svkind:konseling", "svby:prov", "satu sesi, ia tenang", "svw:0")
    await desk.does(EKA, Action.SERVE, "svkind:hukum", "svby:hukum", "gugatan disiapkan", "svw:0")
    await desk.does(EKA, Action.DOCUMENT, PHOTO, "dcwhat:_skip")
    await visited(desk, "23-03")
    await desk.to("03-04 09.00")
    await desk.does(EKA, Action.ACCOMPANY, "konseling berjalan", "acgo:lanjut", "acw:0")
    await visited(desk, "06-04", "20-04", "04-05")
    await desk.does(EKA, Action.ACCOMPANY, "gugatan berjalan", "acgo:lanjut", "acw:0")
    await visited(desk, "18-05", "01-06")
    await desk.to("02-06 09.00")
    await desk.does(EKA, Action.ACCOMPANY, "ia bekerja lagi", "acgo:akhiri", "acw:0")
    await desk.does(EKA, Action.REPORT, "rencana terlaksana", "rpneed:_skip")
    assert (await desk.case()).status is Status.SERVED

    # Monitoring: a last visit, a conference, and the decision.
    await desk.does(EKA, Action.MONITOR_PLAN, "mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip")
    await desk.to("03-06 10.00")
    await desk.does(EKA, Action.VISIT_DONE, *MONEV)
    meeting = ("cfwho:korban", "cfwho:unit", "cfwho:_done", "sepakat diakhiri", "cfnext:_skip", "cfw:0")
    await desk.does(EKA, Action.CONFER, *meeting)
    await desk.does(EKA, Action.ENOUGH, "enplan:ya", "enwell:ya", "ia aman dan bekerja")
    assert (await desk.case()).status is Status.REVIEWED
    await desk.letter("laporan_monev", by=EKA, checked_by=CITRA)
    await desk.does(EKA, Action.TERM_PLAN, "pertemuan terakhir di rumah kakaknya", "tpafter:_skip")
    assert keys(await desk.does(EKA, Action.CHECK)) == ["checklist-complete"]
    await desk.presses(EKA, Action.CHECK, choice="do")
    assert (await desk.case()).status is Status.ENDING

    # The end, with her word on how it was.
    await desk.to("04-06 10.00")
    await desk.does(EKA, Action.PRESENT, "prwho:korban", "prwho:_done", "prsay:_skip", "prw:0")
    feedback = (PHOTO, "sgwho:korban", "fbsafe:ya", "didengarkan", "lebih cepat", "fbmore:_skip", "sgw:0")
    await desk.does(EKA, Action.SIGN_END, *feedback)
    await desk.does(EKA, Action.CLOSE, "tujuan tercapai", "clafter:_skip")
    assert (await desk.case()).status is Status.CLOSED

    assert desk.reminded() == CALM
    entries = await desk.entries()
    assert any(file.kind == "voice" for entry in entries for file in entry.files)
    assert EntryKind.FEEDBACK in {entry.kind for entry in entries}
    assert EventKind.CASE_CLOSED in await desk.events()
    assert [one.state for one in await desk.letters() if one.kind == "tugas"] == [LetterState.SIGNED]
    (page,) = await desk.commands(EKA, "langkah", str(desk.number))
    assert page.phrase.args["status"] == says("status-closed")
    await desk.stays_silent()
    desk.discreet()
    check("calm", await letters_of(office, desk.ref))
