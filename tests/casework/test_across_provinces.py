"""Across provinces: the ministry is asked, the province has a copy, and local services go on at once (1.5 a and d)."""

from __future__ import annotations

from dataclasses import replace

from cases.referral import ReferralState
from tests.cases.stage import MEDIUM
from tests.casework.hands import PHOTO, Hands, keys, offered
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, EKA, Office

ABROAD = replace(MEDIUM, loc_offender="LN:MY", needs_cross_coordination=True)
MEETING = ("mtway:unit", "mtwhen:60", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap", "mtnote:_skip")
SIGNING = ("cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:_done", PHOTO, "cshope:_skip")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:tenang", "aspsi:_done", "assos:_skip", "asspi:_skip",
             "asneed:hukum", "asneed:_done", "asrisk:tetap")  # fmt: skip
VISITED = ("vresult:baik", "vrisk:tetap", "sudah tidur nyenyak", "vneeds:cukup", "vnext:_skip")


async def test_across_provinces_ministry_and_local_services_at_once(office: Office) -> None:
    tale = Hands(office, secrets=("Rahasia", "Melati", "Ibu Tini"))
    await tale.begins(ABROAD)
    await tale.presses(ANI, "take")
    # Before 1.5 is confirmed no button promises what can't be done yet.
    assert not offered(await tale.acts(ANI, "judge"), "refer")
    await tale.acts(ANI, "contact", choice="reached")
    await tale.acts(ANI, "confirm")
    await tale.presses(ANI, "refer", "d")
    await tale.answers(ANI, "rfneed:koord", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:sana")
    (ministry,) = await tale.referrals()
    assert (ministry.agency, ministry.copies, ministry.handover) == ("kemenpppa", ("uptd_sulsel",), False)
    assert await tale.status() == "confirmed"

    # The other route goes on as if there were none beside it: a manager, the meeting, consent, a hospital.
    await tale.passes(minutes=20)
    await tale.presses(CITRA, "managers")
    await tale.presses(CITRA, "assign")
    assert await tale.status() == "assigned"
    await tale.passes(hours=2)
    await tale.acts(EKA, "meet", *MEETING)
    await tale.acts(EKA, "rights", "rtwhat:semua", "rtwho:korban")
    await tale.acts(EKA, "explain", "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
    await tale.acts(EKA, "consent", *SIGNING)
    assert await tale.status() == "consented"
    await tale.acts(EKA, "assess", *ASSESSING)
    await tale.acts(EKA, "referrals")
    await tale.fills(EKA, "refer", "rfto:rsud", "rfneed:medis", "rfshare:none", "rftold:ya", "rfwith:saya", choice="")
    await tale.acts(EKA, "conclude", "perlu pemulihan", "clneed:pulih", "clneed:_done")
    assert await tale.status() == "assessed"
    await tale.acts(EKA, "goal", "hidup tenang di rumah ibu")
    await tale.acts(EKA, "needs", "nneeds:sehat", "nneeds:_done", "nwords:_skip")
    await tale.acts(EKA, "plan", "periksa dan obati; RSUD; Maret", "pluntil:60", "plconf:tidak")
    await tale.acts(EKA, "agreeplan", "agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
    assert await tale.status() == "planned"
    assert tale.reminded() == AT_ONCE
    # The hospital says yes on the way; of the ministry nobody hears anything: its manager is asked, then the leads.
    await tale.passes(hours=1)
    await tale.acts(EKA, "referrals")
    hospital = next(one for one in await tale.referrals() if one.agency == "rsud")
    await office.presses_of(EKA, "referral", hospital.ref)
    await tale.fills(EKA, "refnews", "Ibu Tini, perawat IGD", "rfwhen:0", "rfnext:14", choice="yes")
    await tale.passes(hours=48)
    assert tale.reminded() == LATE

    # No, and why; the next one who is offered is whoever had the copy.
    said = await tale.fills(EKA, "refnews", "rfwhy:wenang", choice="no")
    assert offered(said, "refer")
    assert keys(said)[-1] == "referral-declined"
    await tale.acts(EKA, "referrals")
    await tale.presses(EKA, "refer", "d")
    await tale.answers(EKA, "rfneed:koord", "rfshare:none", "rftold:ya", "rfwith:sana")
    states = {one.agency: one.state for one in await tale.referrals()}
    assert states == {
        "kemenpppa": ReferralState.DECLINED,
        "rsud": ReferralState.RECEIVED,
        "uptd_sulsel": ReferralState.SENT,
    }
    await tale.passes(hours=1)
    await tale.presses(EKA, "referral")
    await tale.fills(EKA, "refnews", "Ibu Tini, sekretariat", "rfwhen:0", "rfnext:7", choice="yes")
    await tale.presses(EKA, "visited")
    await tale.answers(EKA, *VISITED)
    await tale.acts(EKA, "serve", "svkind:medis", "svby:sehat", "sudah diperiksa", "svw:0")
    await tale.acts(EKA, "document", PHOTO, "dcwhat:_skip")
    await tale.passes(days=5)
    await tale.presses(EKA, "visited")
    await tale.answers(EKA, *VISITED)
    await tale.passes(days=2)
    assert tale.reminded() == ANOTHER_WAY
    assert await tale.status() == "planned"
    assert await tale.course(EKA) == (
        "book-case status-planned book-case-done book-case-earlier book-done book-3-1 book-done book-3-2 book-done"
        " book-3-3 book-done book-3-5 book-done book-4-1 book-done book-4-2 book-done book-4-3 book-done book-5-2"
        " book-case-next book-open book-4-4 book-who-P book-source book-open book-5-2 book-who-P book-who-K book-source"
    )
    events = [kind for kind in await tale.events() if kind.startswith(("referral_", "case_")) and "_rang" not in kind]
    assert events == [
        "referral_sent",
        "case_assigned",
        "referral_sent",
        "referral_received",
        "referral_declined",
        "referral_sent",
        "referral_received",
    ]
    # The province has its answer for the ministry; what goes on here ends by the book.
    await tale.acts(EKA, "referrals")
    province = next(one for one in await tale.referrals() if one.agency == "uptd_sulsel")
    await office.presses_of(EKA, "referral", province.ref)
    await tale.fills(EKA, "refnews", "rfres:tuntas", choice="done")
    await tale.passes(days=7)
    await tale.acts(EKA, "referrals")
    await office.presses_of(EKA, "referral", hospital.ref)
    await tale.fills(EKA, "refnews", "rfres:tuntas", choice="done")
    assert {one.state for one in await tale.referrals()} == {ReferralState.DECLINED, ReferralState.ENDED}
    assert tale.reminded() == ANSWERED
    await tale.is_reported()
    await tale.is_visited()
    await tale.is_ended()
    assert tale.reminded() == ENDED
    assert [kind for kind in await tale.events() if kind.startswith(("case_", "one_sided"))] == [
        "case_assigned",
        "case_closed",
    ]
    check("across_provinces", await letters_of(office, tale.ref))
    await tale.stays_silent()
    tale.nothing_was_told()


#: What the clock and the others said meanwhile.
AT_ONCE = """\
~ 02-03 12.00 Budi alert-taken-by
02-03 12.00 Citra contact-recorded
~ 02-03 12.00 Budi alert-ended
02-03 12.00 Citra assignment-open
02-03 12.20 Eka case-yours
02-03 12.20 Eka case-file
02-03 12.20 Eka case-story
02-03 12.20 Eka letters-offered"""
LATE = """\
03-03 07.00 Eka referral-due Kementerian PPPA
03-03 07.30 Eka digest waiting; unconfirmed
03-03 12.00 Eka referral-due Kementerian PPPA
04-03 07.30 Eka digest waiting; unconfirmed
04-03 12.00 Citra referral-late-lead Kementerian PPPA
04-03 12.00 Eka referral-due Kementerian PPPA
04-03 15.00 Eka visit-due"""
ANOTHER_WAY = """\
04-03 15.20 Citra referral-declined Kementerian PPPA
08-03 15.00 Eka visit-due
09-03 07.30 Eka digest safety; 5-2 due-today
11-03 08.00 Eka referral-coordinate UPTD PPA Provinsi Sulawesi Selatan"""
ANSWERED = """\
16-03 08.00 Eka referral-coordinate RSUD Andi Djemma Masamba"""
ENDED = """\
22-03 15.00 Eka visit-due
23-03 07.30 Eka digest safety; 5-2 due-today
23-03 16.20 Citra letter-to-check 6x
23-03 16.20 Dewi letter-to-check 6x
23-03 16.20 Eka letter-checked 6x
~ 23-03 16.20 Dewi letter-was-checked 6x
23-03 16.20 Citra case-closed"""
