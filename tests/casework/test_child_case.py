"""A child whose father is the alleged offender: her aunt stands for her, and nobody is ever asked to one table."""

from __future__ import annotations

from cases.case import Status
from cases.handling import Signer
from cases.messages import Button
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import says
from tests.casework.desk_tale import PHOTO, Desk, buttons, keys
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, Office

TOLD = {
    "safe": "ya",
    "who": "anak",
    "victim": "pa",
    "age": "5",
    "kind": ["seks"],
    "when": "h5",
    "danger": ["ancam"],
    "state": ["none"],
    "doer": "ortu",
    "reach": "tidak",
    "place": "73.22.03",
    "tell": "Anak saya Mawar, kelas dua",
    "contact": "chat",
    "more": "lanjut",
}
SECRETS = ("Mawar", "Kenanga", "Sitti", "Baso")
MEETING = ("mtway:rumah", "mtwhen:0", "mtwhere:kerabat", "mtwith:korban", "mtwith:keluarga", "mtwith:_done",
           "mtsafe:ya", "mtrisk:tetap", "mtnote:_skip")  # fmt: skip
OUTREACH = ("owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
GUARDIAN = ("Baso", "gdrel:ayah", "gdoff:ya", "Sitti", "gdrel2:paman", "gdoff2:tidak")
SIGNING = ("cssign:wali", "cswhen:0", "csscope:kesehatan", "csscope:polisi", "csscope:_done", PHOTO, "cshope:_skip")
HOSPITAL = ("rfto:rsud", "rfneed:visum", "rfshare:identitas", "rfshare:_done", "rftold:ya")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:takut", "aspsi:_done", "assos:aman", "assos:_done",
             "asspi:_skip", "asneed:sehat", "asneed:_done", "asrisk:tetap")  # fmt: skip

#: All that anybody was told without having asked; "=" puts an older message right, and rings nowhere.
CHILD = """\
02-03 12.00 Ani alert-call
02-03 12.00 Ani = alert-call
02-03 12.00 Budi alert-call
02-03 12.00 Budi = alert-call
02-03 12.02 Budi = alert-taken-by
02-03 12.25 Budi = alert-ended
02-03 12.25 Citra outreach-recorded-lead
02-03 12.25 Citra assignment-open
02-03 12.25 Eka case-yours
02-03 12.25 Eka case-file
02-03 12.25 Eka case-story
02-03 12.25 Eka letters-offered
02-03 15.00 Eka visit-due
02-03 15.00 Citra consent-refused-void
03-03 07.30 Eka digest safety: 5.2 today: 1.10
03-03 09.30 Eka referral-due"""

#: Where the case stands by /langkah: what is done, and after "|" what comes next.
MET = "status.met 1.1 1.2 1.5 1.6 1.7 1.8 1.9 | 1.10 5.2"
SIGNED = "status.consented 1.1 1.2 1.5 1.6 1.7 1.8 1.9 1.10 | 2.1 5.2"
PLANNED = "status.planned 1.9 1.10 2.1 2.7 3.1 3.2 3.3 3.5 | 4.1 5.2"
#: How the unit was called and who went is told elsewhere.
CALLING = ("alert_", "officer_", "visit_", "facts_", "contact_")
HAPPENED = [
    EventKind.REPORT_RECEIVED,
    EventKind.PARTY_WRITTEN,
    EventKind.PARTY_WRITTEN,
    EventKind.PARTY_WRITTEN,
    EventKind.OUTREACH_RECORDED,
    EventKind.DECISION_CONFIRMED,
    EventKind.ASSIGNMENT_OPENED,
    EventKind.CASE_ASSIGNED,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.GUARDIAN_NAMED,
    EventKind.RIGHTS_TOLD,
    EventKind.CONSENT_SIGNED,
    EventKind.REFERRAL_SENT,
    EventKind.REFERRAL_RANG,
    EventKind.REFERRAL_RECEIVED,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
    EventKind.ENTRY_WRITTEN,
]


async def test_the_aunt_stands_for_her(office: Office) -> None:
    desk = await Desk.opens(office, *SECRETS)
    await desk.reports(TOLD)
    case = await desk.case()
    assert case.emergency
    await desk.to("02-03 12.02")
    await desk.presses(ANI, "take")
    await desk.presses(ANI, Action.LEAVE)
    await desk.to("02-03 12.25")
    await desk.presses(ANI, Action.RECORD_OUTREACH, *OUTREACH)
    await desk.presses(ANI, Action.BACK)
    await desk.presses(ANI, Action.CONFIRM)
    await desk.presses(CITRA, "managers")
    await desk.presses(CITRA, Action.ASSIGN)
    await desk.to("02-03 15.00")
    await desk.does(EKA, Action.MEET, *MEETING)
    await desk.does(EKA, Action.EXPLAIN, "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    # The father says no: that is void, and changes nothing but that the unit knows.
    said = await desk.does(EKA, Action.REFUSE, "ncwho:wali", "ncoff:ya", "ncwhy:tekanan", "ncwhen:0")
    assert "refused-void" in keys(said)
    assert (await desk.case()).status is Status.MET
    # Without somebody who may stand for her there is no form to be signed; who may do so is the first question.
    assert Action.CONSENT not in await everything(desk)
    assert await desk.course(EKA) == MET
    await desk.does(EKA, Action.NAME_GUARDIAN, *GUARDIAN)
    case = await desk.case()
    assert case.handling.guardian is not None
    assert case.handling.guardian.relation == "paman"
    await desk.to("03-03 09.00")
    await desk.does(EKA, Action.TELL_RIGHTS, "rtwhat:semua", "rtwho:bersama")
    await desk.does(EKA, Action.CONSENT, *SIGNING)
    case = await desk.case()
    assert case.handling.consent is not None
    assert (case.status, case.handling.consent.by_whom) == (Status.CONSENTED, Signer.GUARDIAN)
    assert await desk.course(EKA) == SIGNED
    # To the hospital nobody lets her go alone.
    await desk.does(EKA, "referrals")
    asked = await desk.presses(EKA, Action.REFER, *HOSPITAL, "...")
    assert "rfwith:none" not in {button.choice for button in buttons(asked)}
    await desk.fills(EKA, "rfwith:saya")
    await desk.to("03-03 09.50")
    await desk.presses(EKA, Action.REFERRAL_NEWS, "Suster Ratna", "rfwhen:0", "rfnext:7", choice="yes")
    # The rest up to the services: at no moment is she asked to one table with him.
    offered = await everything(desk)
    await desk.does(EKA, Action.ASSESS, *ASSESSING)
    await desk.does(EKA, Action.CONCLUDE, "perlu dokter dan pendampingan", "clneed:sehat", "clneed:_done")
    offered |= await everything(desk)
    await desk.does(EKA, Action.GOAL, "Mawar aman di rumah bibinya")
    await desk.does(EKA, Action.NEEDS, "nneeds:sehat", "nneeds:_done", "nwords:_skip")
    await desk.does(EKA, Action.PLAN, "kontrol; RSUD; April", "pluntil:60", "plconf:tidak")
    (asked,) = await desk.does(EKA, Action.CONFER)
    assert "ask-cfwho-apart" in repr(asked.phrase)
    await desk.fills(EKA, "cfwho:_cancel")
    await desk.does(EKA, Action.AGREE_PLAN, "agwho:wali", "agwho:_done", "agok:setuju", "agw:0")
    offered |= await everything(desk)
    assert Action.SERVE in offered
    assert Action.MEDIATE not in offered
    case = await desk.case()
    assert case.status is Status.PLANNED
    forged = Button(says("x"), Action.MEDIATE, ref=case.ref, version=case.version)
    assert keys(await office.press(EKA, forged)) == ["refusal-no-mediation"]
    await desk.to("03-03 12.00")
    assert desk.reminded() == CHILD
    assert await desk.course(EKA) == PLANNED
    assert [kind for kind in await desk.events() if not kind.startswith(CALLING)] == HAPPENED
    check("aunt_stands_for_her", await letters_of(office, desk.ref))
    desk.discreet()


async def everything(desk: Desk) -> set[str]:
    """All that Eka is offered on the card of the case and behind its last button."""
    cards = await desk.office.press(EKA, Button(says("x"), "open", ref=desk.ref))
    cards += await desk.office.presses(EKA, "more")
    return {button.action for button in buttons(cards)}
