"""The red button: help first, the hospital and the police, and only then the signature."""

from __future__ import annotations

from cases.case import Status
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import says
from tests.casework.desk_tale import PHOTO, Desk
from tests.letters.shown import check, letters_of
from tests.office import CITRA, EKA, Office

TOLD = {
    "place": "73.22.03",
    "now": ["dekat", "parah", "_done"],
    "phone": "0812 3456 7890",
    "more": "lanjut",
    "who": "sp",
    "kind": ["seks"],
    "when": "h0",
    "doer": "tetangga",
    "reach": "ya",
    "tell": "Saya Melati, di rumah Kenanga",
    "contact": "telp",
}
SECRETS = ("Melati", "Kenanga", "34567890")
OUTREACH = ("owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
HOSPITAL = ("rfto:rsud", "rfneed:visum", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:saya")
MEETING = ("mtway:rumah", "mtwhen:0", "mtwhere:aman", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
SIGNING = ("csexpl:dibaca", "cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:polisi", "csscope:_done", PHOTO,
           "cshope:_skip")  # fmt: skip
ASSESSING = ("aswhen:0", "asbio:luka", "asbio:_done", "aspsi:takut", "aspsi:_done", "assos:aman", "assos:_done",
             "asspi:_skip", "asneed:sehat", "asneed:_done", "asrisk:tetap")  # fmt: skip

#: All that anybody was told without having asked; "=" puts an older message right, and rings nowhere.
EMERGENCY = """\
02-03 12.00 Ani alert-call
02-03 12.00 Ani = alert-call
02-03 12.00 Budi alert-call
02-03 12.00 Budi = alert-call
02-03 12.03 Ani alert-call
02-03 12.03 Budi alert-call
02-03 12.06 Citra alert-call
02-03 12.07 Ani = alert-taken-by
02-03 12.07 Budi = alert-taken-by
02-03 12.07 Citra contact-due
02-03 12.42 Citra officer-asked
02-03 13.00 Citra confirmation-due
02-03 13.10 Citra referral-due
02-03 13.12 Citra officer-asked-again
02-03 13.20 Ani = alert-ended
02-03 13.20 Budi = alert-ended
02-03 13.40 Citra referral-due
02-03 13.40 Eka case-yours
02-03 13.40 Eka case-file
02-03 13.40 Eka case-story
02-03 13.40 Eka letters-offered
02-03 14.40 Citra referral-late-lead
02-03 14.40 Eka referral-due
02-03 15.00 Eka visit-due
02-03 15.40 Citra referral-late-lead
02-03 15.40 Eka referral-due
02-03 16.00 Citra = referral-received
03-03 07.30 Eka digest safety: 1.8 5.2
03-03 10.30 Eka step-due 2.1
03-03 11.30 Eka step-late 3.1
03-03 12.00 Citra police-due
03-03 12.00 Eka police-due
04-03 07.30 Citra digest unit:
04-03 07.30 Eka digest late: 3.1
04-03 12.00 Citra police-due
04-03 12.00 Eka police-due
04-03 14.00 Citra = police-reported"""


async def test_help_comes_before_questions_and_the_signature_after_it(office: Office) -> None:
    desk = await Desk.opens(office, *SECRETS)
    await desk.reports(TOLD, begin="darurat")
    case = await desk.case()
    assert case.emergency
    assert case.police is not None
    # What we asked for is part of the conversation; nobody is reminded to answer it.
    async with office.storage.look() as look:
        (story,) = await look.talks(desk.ref)
    assert (story.text, story.waits_for) == (TOLD["tell"], None)
    # Nobody takes it: again, and then the coordinator.
    await desk.to("02-03 12.07")
    await desk.presses(CITRA, "take")
    await desk.to("02-03 12.12")
    await desk.presses(CITRA, Action.LEAVE)
    await desk.to("02-03 12.40")
    await desk.does(CITRA, Action.REFER, *HOSPITAL)
    await desk.to("02-03 13.20")
    await desk.presses(CITRA, Action.RECORD_OUTREACH, *OUTREACH)
    await desk.presses(CITRA, Action.BACK)
    await desk.presses(CITRA, Action.CONFIRM)
    case = await desk.case()
    assert (case.status, case.contacted_at, case.handling.consent) == (Status.CONFIRMED, office.now, None)
    await desk.to("02-03 13.40")
    await desk.presses(CITRA, "managers")
    await desk.presses(CITRA, Action.ASSIGN)
    await desk.to("02-03 16.00")
    await desk.presses(EKA, Action.REFERRAL_NEWS, "Suster Ratna", "rfwhen:0", "rfnext:7", choice="yes")
    await desk.to("03-03 09.00")
    await desk.does(EKA, Action.MEET, *MEETING)
    await desk.does(EKA, Action.TELL_RIGHTS, "rtwhat:semua", "rtwho:korban")
    await desk.does(EKA, Action.CONSENT, *SIGNING)
    assert (await desk.case()).status is Status.CONSENTED
    events = await desk.events()
    assert events.index(EventKind.REFERRAL_SENT) < events.index(EventKind.OUTREACH_RECORDED)
    assert events.index(EventKind.OUTREACH_RECORDED) < events.index(EventKind.CONSENT_SIGNED)
    await desk.to("03-03 10.30")
    await desk.does(EKA, Action.ASSESS, *ASSESSING)
    await desk.does(EKA, Action.VISIT_DONE, "vresult:baik", "vrisk:tetap")
    await desk.does(EKA, Action.CONCLUDE, "perlu perawatan dan lapor polisi", "clneed:sehat", "clneed:_done")
    await desk.to("04-03 14.00")
    await desk.does(EKA, Action.POLICE_REPORTED, "LP/12/III/2026", "pwhere:polres", "lpwhen:0")
    await desk.does(EKA, Action.GOAL, "Melati pulih dan merasa aman")
    await desk.does(EKA, Action.NEEDS, "nneeds:sehat", "nneeds:_done", "nwords:_skip")
    await desk.does(EKA, Action.PLAN, "kontrol luka; RSUD; April", "pluntil:60", "plconf:tidak")
    await desk.does(EKA, Action.AGREE_PLAN, "agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
    case = await desk.case()
    assert case.status is Status.PLANNED
    assert case.police is not None
    assert case.police.met_at == office.now
    assert desk.reminded() == EMERGENCY
    desk.discreet()
    check("emergency", await letters_of(office, desk.ref))
    (page,) = await desk.commands(EKA, "langkah", str(desk.number))
    assert page.phrase.args["status"] == says("status-planned")
