# ruff: noqa: E501
"""Cases to write letters about: one of which everything is known, one of which next to nothing is, and a hostile one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cases.case import Case, CaseNumber, CaseRef, Channel, Police, Ruling, Status
from cases.entry import Entry, EntryKind, EntryRef
from cases.handling import Attempt, Consent, Done, Guardian, Handling, OneSided, Signer, Unilateral
from cases.letter_parts import Material
from cases.needs import IDENTITY, SHARED
from cases.party import Party, PartyKind, PartyRef
from cases.referral import AgencyKind, Referral, ReferralRef, ReferralState
from cases.staff import Roster
from tests.cases.stage import CALM, CITRA, DEWI, EKA, NOON, RAPED, UNIT, profile
from triage.decision import decide
from triage.facts import Facts, Victim

REF, NUMBER = CaseRef("c"), CaseNumber("LU-2026-0001")
LETTERHEAD = replace(profile().letterhead, address="Jalan Simpurusiang Nomor 1, Masamba 92961 · Telepon (0473) 000000")
PROFILE = replace(profile(), letterhead=LETTERHEAD)
GIRL = replace(RAPED, victims=(Victim(age=15, sex="P", pregnant=True),), reporter="korban", threats=True)
STEPS = (
    "1.5",
    "1.7",
    "1.8",
    "1.10",
    "2.1",
    "2.7",
    "3.1",
    "3.2",
    "3.3",
    "3.5",
    "4.1",
    "4.5",
    "5.2",
    "5.5",
    "5.7",
    "5.8",
)
#: Everything that could be read as markup, that runs the other way, that has no end, or that can't be printed.
SHORT = (
    "<b>Siti</b> & #panic() \\ $x^2$ @ref _a_ *b* `c` // [d] {e} ~ \"q\" 'r' -- سلام عليكم \u202eabc\u202c "
    "\u200f😀 🏠 a\x00b\x1b[31m \ud800 baris\nkedua\ttab "
)
HOSTILE = SHORT + "W" * 300


def case(facts: Facts = GIRL, status: Status = Status.ENDING, **more: Any) -> Case:
    return Case(
        ref=REF,
        number=NUMBER,
        reporter=None,
        reported_at=NOON,
        status=status,
        answers={},
        facts=facts,
        decision=decide(facts),
        **more,
    )


def entry(kind: EntryKind, day: int, **told: Any) -> Entry:
    at = NOON + timedelta(days=day)
    return Entry(EntryRef(f"{kind}-{day}"), REF, kind, at, at, EKA.id, told=told)


def rich(status: Status = Status.ENDING) -> Material:
    """A child of whom the unit has learnt a lot, on the way to the end of the case."""
    done = tuple(Done(step, NOON + timedelta(days=nth * 3), EKA.id) for nth, step in enumerate(STEPS))
    scope = (AgencyKind.HEALTH, AgencyKind.PSYCHOLOGY, AgencyKind.SOCIAL, AgencyKind.POLICE)
    handling = Handling(
        done=done,
        consent=Consent(True, Signer.GUARDIAN, NOON + timedelta(days=1), EKA.id, tuple(map(str, scope)), "foto"),
        guardian=Guardian("Hj. Rosmini", "nenek", EKA.id, NOON),
    )
    decision = decide(GIRL)
    known = case(
        status=status,
        handling=handling,
        kecamatan="Baebunta",
        confirmed_at=NOON + timedelta(minutes=40),
        ruling=Ruling(decision.risk, True, CITRA.id, NOON + timedelta(minutes=40), "Ancaman diulang kemarin."),
        manager=EKA.id,
        assigned_at=NOON + timedelta(hours=1),
        contacted_at=NOON + timedelta(hours=3),
        channel=Channel.WALK_IN,
        entered_by=CITRA.id,
        police=Police(NOON, NOON + timedelta(days=3), NOON + timedelta(days=1), EKA.id, "LP/B/12/III/2026/SPKT"),
    )
    known = replace(
        known, answers={"story": [{"text": "Ia bercerita bahwa pamannya datang malam hari dan mengancam."}]}
    )
    return Material(
        case=known,
        roster=Roster(UNIT),
        profile=PROFILE,
        now=NOON + timedelta(days=60),
        by=EKA,
        number="007/UPTD-PPA/III/2026",
        parties=(
            Party(
                PartyRef("v"), REF, PartyKind.VICTIM, "Nur Aisyah", "P", 15, date(2010, 8, 17), "7322014808100001",
                "0812-0000-0000", "Dusun Salama, Desa Baebunta", education="SMP kelas 9", occupation="Pelajar",
            ),
            Party(PartyRef("o"), REF, PartyKind.OFFENDER, "Andi B.", "L", 38, relation="paman"),
            Party(PartyRef("g"), REF, PartyKind.GUARDIAN, "Hj. Rosmini", "P", 61, relation="nenek", address="Desa Baebunta"),
            Party(PartyRef("r"), REF, PartyKind.REPORTER, "Tetangga Rahasia", phone="0812-9999-9999"),
        ),
        entries=(
            entry(
                EntryKind.ASSESSMENT, 4, asbio=["Memar di lengan, mual sejak dua minggu"],
                aspsi={"kind": "text", "text": "sering terbangun pada malam hari", "ticks": ["Takut", "sulit tidur"]},
                assos="Tinggal dengan nenek; masih bersekolah, guru kelas mendukung.",
                asspi="Mengaji bersama nenek.", asneed="Ingin tetap bersekolah dan tidak bertemu pelaku.",
            ),
            entry(EntryKind.FURTHER, 6, fuby="Psikolog UPTD PPA Provinsi", fures="Gejala stres pascatrauma, perlu pendampingan."),
            entry(EntryKind.CONCLUSION, 7, clsum="Anak membutuhkan perlindungan, pemulihan psikologis, dan pendampingan hukum."),
            entry(EntryKind.GOAL, 8, gtold="Anak aman, pulih, dan melanjutkan sekolah."),
            entry(EntryKind.NEEDS, 8, nneeds=["Layanan kesehatan", "Pemulihan psikologis"], nwords="Visum bila diminta penyidik."),
            entry(
                EntryKind.PLAN, 9, pluntil="90",
                plsehat="Pemeriksaan dan kontrol kehamilan; RSUD Andi Djemma; 14 Maret 2026",
                plpsiko="Konseling mingguan; Psikolog; 3 bulan",
            ),
            entry(EntryKind.CONFERENCE, 10, cfres="Sekolah memindahkan anak ke kelas lain; tidak ada pertemuan dengan terlapor."),
            entry(EntryKind.SERVICE, 14, svby="RSUD Andi Djemma", svres="Pemeriksaan kesehatan"),
            entry(EntryKind.SERVICE, 21, svres="Konseling pertama dari delapan, anak mau bercerita dan ditemani neneknya"),
            entry(EntryKind.ACCOMPANIMENT, 28, acnote="Didampingi ke Unit PPA Polres"),
            entry(EntryKind.MONITORING, 35, vstate="Tidur lebih baik, tidak ada ancaman baru.", vneeds=["Konseling diteruskan"]),
            entry(EntryKind.MONITORING, 49, vstate="Kembali bersekolah setiap hari."),
            entry(EntryKind.DECISION, 50, enwhy="Rencana selesai; anak dan nenek merasa aman."),
            entry(EntryKind.TERMINATION, 52, tpplan="Guru kelas dan PATBM desa tetap menyapa setiap bulan."),
            entry(EntryKind.FEEDBACK, 55, fbhelp="Petugas sabar.", fbless="Waktu tunggu di rumah sakit lama."),
        ),
        referrals=(sent("rsud", "Pemeriksaan kesehatan dan kehamilan", scope=(IDENTITY,)),),
        referral=sent("rsud", "Pemeriksaan kesehatan dan kehamilan", scope=(IDENTITY,)),
    )  # fmt: skip


def sent(agency: str, need: str, scope: tuple[str, ...] = SHARED, **more: Any) -> Referral:
    return Referral(
        ReferralRef(f"r-{agency}"), REF, agency, need, ReferralState.SENT, NOON + timedelta(days=2), EKA.id,
        letter="005/UPTD-PPA/III/2026", accompanied_by="Eka (manajer kasus)", must_accompany=True, told_victim=True,
        next_on=date(2026, 3, 20),
        scope=scope, **more,
    )  # fmt: skip


def bare(status: Status = Status.ENDING) -> Material:
    """Somebody of whom nobody knows anything yet, in a unit without address, head or manager."""
    little = case(Facts(is_report=True, violence=("psikis",)), status, handling=Handling(started_at=NOON))
    return Material(
        case=little,
        roster=Roster(tuple(p for p in UNIT if p.id != DEWI.id)),
        profile=profile(),
        now=NOON,
        by=EKA,
        number="",
        referral=None,
    )


def hostile() -> Material:
    """As the rich one, with names, places and tales of people who try to break the page."""
    material = rich()
    wild = tuple(
        replace(party, name=HOSTILE, address=HOSTILE, relation=HOSTILE, occupation=HOSTILE)
        for party in material.parties
    )
    told = tuple(replace(one, told=dict.fromkeys(one.told, SHORT)) for one in material.entries)
    people = tuple(replace(person, name=HOSTILE) for person in UNIT)
    handling = replace(material.case.handling, guardian=Guardian(HOSTILE, HOSTILE, EKA.id, NOON))
    wild_case = replace(material.case, kecamatan=HOSTILE, handling=handling, answers={"story": [{"text": HOSTILE}]})
    referral = replace(sent("rsud", HOSTILE), accompanied_by=HOSTILE, receiver=HOSTILE, reason=HOSTILE, outcome=HOSTILE)
    head = replace(LETTERHEAD, lines=("<b>#", HOSTILE[:60]), place="#x", address=HOSTILE)
    return replace(
        material, parties=wild, entries=told, roster=Roster(people), case=wild_case, referral=referral,
        referrals=(referral,), profile=replace(PROFILE, letterhead=head), by=people[4], number=HOSTILE[:90],
    )  # fmt: skip


def left_alone() -> Material:
    """As the rich one, but nobody knows where she is: ended without a signature (6.4)."""
    material = rich()
    tries = tuple(Attempt(NOON + timedelta(days=n), "visit" if n == 2 else "phone", EKA.id) for n in range(3))
    wish = OneSided(
        Unilateral.LOST, "Pindah tanpa alamat.", EKA.id, NOON, tries, True, DEWI.id, NOON + timedelta(days=30)
    )
    return replace(material, case=replace(material.case, handling=replace(material.case.handling, one_sided=wish)))


def adult(status: Status = Status.MET, **more: Any) -> Material:
    """A woman who decides for herself."""
    material = rich()
    woman = Party(PartyRef("v"), REF, PartyKind.VICTIM, "Rahmawati", "P", 34, address="Desa Radda, Baebunta")
    mine = case(CALM, status, kecamatan="Baebunta", manager=EKA.id, confirmed_at=NOON, **more)
    return replace(material, case=mine, parties=(woman,), entries=())
