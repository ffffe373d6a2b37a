"""She does not want help: handling stops, and what two people may still decide."""

from __future__ import annotations

from cases.case import Status
from cases.moves import Action
from cases.outcome import EventKind
from tests.casework.desk_tale import Desk
from tests.casework.test_calm_case import ASSESSING, MEETING, TOLD
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, DEWI, EKA, Office

SECRETS = ("Melati", "Kenanga", "belanja", "golok")
REFUSING = ("ncwho:korban", "ncwhy:takut", "ncwhen:0")
WISH = ("ovground:nyawa", "suami membawa golok ke rumah kakaknya")

#: All that anybody was told without having asked; "=" puts an older message right, and rings nowhere.
CLOSED = """\
02-03 12.00 Ani alert-call
02-03 12.00 Budi alert-call
02-03 12.10 Budi = alert-taken-by
02-03 12.10 Budi = alert-ended
02-03 12.10 Citra assignment-open
02-03 12.10 Eka case-yours
02-03 12.10 Eka case-file
02-03 12.10 Eka case-story
02-03 12.10 Eka letters-offered
02-03 12.10 Citra = contact-recorded
03-03 07.30 Eka digest today: 1.10
03-03 10.00 Citra consent-refused
04-03 07.30 Citra digest unit:
04-03 09.00 Citra risk-raised
04-03 09.00 Citra override-asked
04-03 09.00 Dewi override-asked
04-03 09.00 Citra = override-denied
04-03 09.00 Eka override-denied
05-03 07.30 Citra digest unit:
06-03 07.30 Citra digest unit:
06-03 09.00 Eka case-closed"""
#: From Thursday to the working day after the holiday and the weekend: at its two marks, each working morning, and by
#: itself where there is none.
UNANSWERED = """\
05-03 17.00 Citra override-still
05-03 17.00 Dewi override-still
05-03 20.00 Citra override-still
05-03 20.00 Dewi override-still
06-03 07.30 Citra digest decide: wish-override: unit:
06-03 07.30 Dewi digest decide: wish-override:
07-03 07.30 Citra override-still
07-03 07.30 Dewi override-still
08-03 07.30 Citra override-still
08-03 07.30 Dewi override-still
09-03 07.30 Citra digest decide: wish-override: unit:
09-03 07.30 Dewi digest decide: wish-override:"""
#: All that anybody was told without having asked; "=" puts an older message right, and rings nowhere.
GOES_ON = """\
02-03 12.00 Ani alert-call
02-03 12.00 Budi alert-call
02-03 12.10 Budi = alert-taken-by
02-03 12.10 Budi = alert-ended
02-03 12.10 Citra assignment-open
02-03 12.10 Eka case-yours
02-03 12.10 Eka case-file
02-03 12.10 Eka case-story
02-03 12.10 Eka letters-offered
02-03 12.10 Citra = contact-recorded
02-03 15.00 Eka visit-due
03-03 07.30 Eka digest safety: 5.2 today: 1.10
03-03 10.00 Citra consent-refused
03-03 11.00 Citra override-asked
03-03 11.00 Dewi override-asked
03-03 11.00 Citra = override-agreed
03-03 11.00 Eka override-agreed
03-03 13.15 Eka step-late 3.1
04-03 07.30 Citra digest unit:
04-03 07.30 Eka digest late: 3.1"""


async def met_and_refused(office: Office, *, danger: str) -> Desk:
    """Monday she is met; Tuesday she says that she does not want it."""
    desk = await Desk.opens(office, *SECRETS)
    await desk.reports({**TOLD, "danger": [danger]})
    await desk.to("02-03 12.10")
    await desk.presses(ANI, "take")
    await desk.presses(ANI, Action.CONFIRM)
    await desk.presses(CITRA, "managers")
    await desk.presses(CITRA, Action.ASSIGN)
    await desk.does(EKA, Action.CONTACT, choice="reached")
    await desk.to("02-03 15.00")
    await desk.does(EKA, Action.MEET, *MEETING)
    await desk.does(EKA, Action.EXPLAIN, "exwhen:0", "extrust:mulai", "exform:dibaca", "exnote:_skip")
    await desk.to("03-03 10.00")
    await desk.does(EKA, Action.REFUSE, *REFUSING)
    assert (await desk.case()).status is Status.REFUSED
    return desk


async def test_refused_and_closed(office: Office) -> None:
    desk = await met_and_refused(office, danger="ancam")
    await desk.letter("penolakan", by=EKA, signed=True)
    # An exception needs a danger to her life; she is rated anew, asked for, and it is denied.
    await desk.to("04-03 09.00")
    await desk.does(EKA, Action.RAISE, "rto:TINGGI", "rreason:_skip")
    await desk.does(EKA, Action.OVERRIDE, *WISH)
    await desk.presses(DEWI, Action.DENY_OVERRIDE)
    assert (await desk.case()).status is Status.REFUSED
    await desk.to("06-03 09.00")
    await desk.does(CITRA, Action.CLOSE, "tidak mau didampingi, tahu ke mana meminta bantuan")
    assert (await desk.case()).status is Status.CLOSED
    assert desk.reminded() == CLOSED
    await desk.stays_silent()
    desk.discreet()
    check("refused", await letters_of(office, desk.ref))


async def test_refused_and_two_go_on(office: Office) -> None:
    desk = await met_and_refused(office, danger="cekik")
    await desk.to("03-03 11.00")
    await desk.does(EKA, Action.OVERRIDE, *WISH)
    await desk.presses(DEWI, Action.AGREE_OVERRIDE)
    case = await desk.case()
    assert case.status is Status.CONSENTED
    await desk.to("03-03 12.15")
    await desk.does(EKA, Action.ASSESS, *ASSESSING)
    await desk.does(EKA, Action.VISIT_DONE, "vresult:baik", "vrisk:tetap")
    await desk.does(EKA, Action.CONCLUDE, "perlu tempat aman", "clneed:damping", "clneed:_done")
    assert (await desk.case()).status is Status.ASSESSED
    assert {EventKind.OVERRIDE_ASKED, EventKind.OVERRIDE_AGREED} <= {*await desk.events()}
    assert EventKind.CONSENT_SIGNED not in await desk.events()
    await desk.to("04-03 12.00")
    assert desk.reminded() == GOES_ON
    desk.discreet()
    check("refused_and_gone_on", await letters_of(office, desk.ref))


async def test_nobody_answers_and_it_is_brought_up_until_somebody_does(office: Office) -> None:
    desk = await met_and_refused(office, danger="cekik")
    await desk.to("05-03 16.00")
    await desk.does(EKA, Action.OVERRIDE, *WISH)
    desk.reminded()
    await desk.to("09-03 09.00")
    assert [line for line in desk.reminded().splitlines() if "override" in line] == UNANSWERED.splitlines()
    assert [kind for kind in await desk.events() if kind is EventKind.OVERRIDE_RANG] == [EventKind.OVERRIDE_RANG] * 4
    # The newest card takes the answer, and from then on nobody is asked.
    await desk.presses(CITRA, Action.AGREE_OVERRIDE)
    assert (await desk.case()).status is Status.CONSENTED
    desk.reminded()
    await desk.to("10-03 09.00")
    assert "override" not in desk.reminded()
    desk.discreet()
