"""A girl was harmed and a boy is accused: two files, two case managers, and nothing of the one in the other."""

from __future__ import annotations

from dataclasses import replace

from cases.case import Case, CaseRef
from cases.messages import Button, ChatId
from cases.phrases import says
from cases.referral import ReferralState
from cases.staff import Role
from tests.cases.stage import MEDIUM
from tests.casework.hands import PHOTO, Hands, keys
from tests.letters.shown import check, letters_of
from tests.office import ANI, CITRA, DEWI, EKA, Office
from triage.facts import Offender, Victim

FAJAR = ChatId(1006)
BOTH = replace(
    MEDIUM,
    victims=(Victim(age=9, sex="P"),),
    offender=Offender(age=15, access="tidak", official=False, same_household=False),
    ampk=("A02",),
    detained=False,
)
GIRL = ("ykind:victim", "Nur Aulia", "ysex:P", "9", "yphone:_skip", "ymore:cukup")
BOY = ("ykind:offender", "Rudi Hartono", "ysex:L", "15", "yphone:_skip", "ymore:cukup")
MEETING = ("mtway:unit", "mtwhen:60", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap", "mtnote:_skip")
GUARDIAN = ("Rahma", "gdrel:ibu", "gdoff:tidak")
SIGNING = ("cssign:wali", "cswhen:0", "csscope:kesehatan", "csscope:_done", PHOTO, "cshope:_skip")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:takut", "aspsi:_done", "assos:_skip", "asspi:_skip",
             "asneed:pulih", "asneed:_done", "asrisk:tetap")  # fmt: skip


async def test_two_files_closed_to_each_other(office: Office) -> None:
    async with office.storage.work() as work:
        await work.add_staff(chat=FAJAR, name="Fajar", role=Role.CASE_MANAGER)
    tale = Hands(
        office, CaseRef("a-case-of-two-files-01"), numbered=True, secrets=("Rahasia", "Melati", "Nur Aulia", "Rudi")
    )
    await tale.begins(BOTH)
    await tale.presses(ANI, "take")
    await tale.acts(ANI, "contact", choice="reached")
    await tale.acts(ANI, "confirm")
    await tale.presses(CITRA, "managers")
    await tale.presses(CITRA, "assign", str((await office.member(EKA)).id))
    for person in (GIRL, BOY):
        await tale.acts(EKA, "parties")
        await tale.fills(EKA, "party", *person, choice="new")
    await tale.acts(CITRA, "split")
    await tale.presses(CITRA, "splitnow")
    victim, child = sorted(await office.cases(), key=lambda case: case.number)
    await tale.presses(CITRA, "managers")
    assert [b.choice for b in managers(office)] == [str((await office.member(FAJAR)).id)]
    await tale.presses(CITRA, "assign")
    assert tale.reminded() == SPLIT
    assert (await tale.status(victim.ref), await tale.status(child.ref)) == ("assigned", "assigned")

    # Two at the same case at once: the second is told what changed, and the first's stands.
    await tale.fills_to_the_last(EKA, victim.ref, "meet", *MEETING)
    await tale.acts(DEWI, "meet", *MEETING, ref=victim.ref)
    said = await tale.answers(EKA, MEETING[-1])
    assert {"refusal-changed", "changed-since", "refusal-wrong-moment", "meanwhile"} & set(keys(said)), keys(said)
    met = [entry for entry in await tale.entries(victim.ref) if "1.8" in entry.steps]
    assert [entry.by for entry in met] == [(await office.member(DEWI)).id]

    # The boy's file goes by Dinas Sosial, asked by its own manager.
    await tale.acts(FAJAR, "referrals", ref=child.ref)
    await tale.fills(
        FAJAR, "refer", "rfneed:peksos", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:sana", choice="c"
    )
    (dinsos,) = await tale.referrals(child.ref)
    assert (dinsos.agency, dinsos.route, dinsos.handover) == ("dinsos", "c", False)
    assert await tale.referrals(victim.ref) == ()

    # The girl's goes on to the plan.
    await tale.acts(EKA, "guardian", *GUARDIAN, ref=victim.ref)
    await tale.acts(EKA, "rights", "rtwhat:semua", "rtwho:wali", ref=victim.ref)
    await tale.acts(EKA, "explain", "exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip", ref=victim.ref)
    await tale.acts(EKA, "consent", *SIGNING, ref=victim.ref)
    assert await tale.status(victim.ref) == "consented"
    await tale.acts(EKA, "assess", *ASSESSING, ref=victim.ref)
    await tale.acts(EKA, "conclude", "perlu pemulihan", "clneed:pulih", "clneed:_done", ref=victim.ref)
    assert await tale.status(victim.ref) == "assessed"
    await tale.acts(EKA, "goal", "kembali sekolah", ref=victim.ref)
    await tale.acts(EKA, "needs", "nneeds:psiko", "nneeds:_done", "nwords:_skip", ref=victim.ref)
    await tale.acts(EKA, "plan", "konseling; psikolog; Mei", "pluntil:60", "plconf:tidak", ref=victim.ref)
    await tale.acts(EKA, "agreeplan", "agwho:wali", "agwho:_done", "agok:setuju", "agw:0", ref=victim.ref)
    assert await tale.status(victim.ref) == "planned"
    await tale.passes(hours=26)
    assert tale.reminded() == APART
    await tale.acts(FAJAR, "referrals", ref=child.ref)
    await tale.presses(FAJAR, "referral")
    await tale.fills(FAJAR, "refnews", "Pak Anwar, peksos", "rfwhen:0", "rfnext:14", choice="yes")
    await closed_to(tale, EKA, child)
    await closed_to(tale, FAJAR, victim)

    # She is well soon, and her file is closed by the book; his goes on beside it, and nobody of hers hears of it.
    boy, girl = (replace(tale, ref=one.ref, signer="wali") for one in (child, victim))
    await boy.acts(FAJAR, "guardian", *GUARDIAN)
    await boy.is_signed(FAJAR)
    await boy.is_planned(FAJAR)
    await girl.is_served()
    await girl.is_visited()
    await girl.is_ended()
    assert tale.reminded() == HERS
    await closed_to(tale, FAJAR, victim)

    # Of him Dinas Sosial tells how it goes when it is asked again, and at last what has come of it.
    await boy.is_visited(FAJAR)
    await boy.is_helped(FAJAR)
    await tale.passes(days=8)
    await boy.acts(FAJAR, "referrals")
    await tale.presses(FAJAR, "referral")
    await tale.fills(FAJAR, "refnews", "ia ikut diversi, kembali sekolah", "rfnext:14", choice="news")
    await tale.passes(days=14)
    await boy.acts(FAJAR, "referrals")
    await tale.presses(FAJAR, "referral")
    await tale.fills(FAJAR, "refnews", "rfres:tuntas", choice="done")
    (dinsos,) = await tale.referrals(child.ref)
    assert (dinsos.state, len(dinsos.progress)) == (ReferralState.ENDED, 1)
    await boy.is_reported(FAJAR)
    await boy.is_visited(FAJAR)
    await boy.is_ended(FAJAR)
    assert tale.reminded() == HIS
    turns = ("case_split", "case_assigned", "consent_signed", "referral_", "case_closed")
    assert [kind for kind in await tale.events(victim.ref) if kind.startswith(turns)] == [
        "case_assigned", "case_split", "consent_signed", "case_closed",
    ]  # fmt: skip
    assert [kind for kind in await tale.events(child.ref) if kind.startswith(turns) and kind != "referral_rang"] == [
        "case_split", "case_assigned", "referral_sent", "referral_received", "consent_signed", "referral_progressed",
        "referral_ended", "case_closed",
    ]  # fmt: skip
    await closed_to(tale, EKA, child)
    check("two_files_victim", await letters_of(office, victim.ref))
    check("two_files_child", await letters_of(office, child.ref))
    await tale.stays_silent()
    tale.nothing_was_told()


def managers(office: Office) -> list[Button]:
    return [b for row in office.sent[CITRA][-1].buttons for b in row if b.action == "assign"]


async def closed_to(tale: Hands, chat: ChatId, hidden: Case) -> None:
    """Whoever holds the one file hears of the other by no list, number, button, morning or letter."""
    office = tale.office
    for command in ("riwayat", "langkah"):
        assert keys(await office.command(chat, command, hidden.number)) == ["refusal-unknown"], command
    for command in ("kasus", "rujukan", "tugas"):
        assert hidden.number not in str(await office.command(chat, command)), command
    for action in ("open", "file", "entries", "judge", "parties", "letters", "referrals", "langkah"):
        said = await office.press(chat, Button(says("nothing"), action, ref=hidden.ref))
        assert keys(said) == ["refusal-unknown"], action
    told = [m.phrase.key for m in office.sent[chat] if hidden.number in str(m)]
    assert not told, told


#: What the clock and the others said meanwhile.
SPLIT = """\
~ 02-03 12.00 Budi alert-taken-by 1
02-03 12.00 Citra contact-recorded 1
~ 02-03 12.00 Budi alert-ended 1
02-03 12.00 Citra assignment-open 1
02-03 12.00 Eka case-yours 1
02-03 12.00 Eka case-file 1
02-03 12.00 Eka case-story 1
02-03 12.00 Eka letters-offered 1
02-03 12.00 Eka case-split-manager 1
02-03 12.00 Fajar case-yours 2
02-03 12.00 Fajar case-file 2
02-03 12.00 Fajar letters-offered 2"""
APART = """\
03-03 07.00 Fajar referral-due 2 Dinas Sosial Kabupaten Luwu Utara
03-03 07.30 Fajar digest safety; 2 1-8 due-today-at; waiting; 2 unconfirmed
03-03 12.00 Citra step-late 2 1.8
03-03 12.00 Fajar referral-due 2 Dinas Sosial Kabupaten Luwu Utara
03-03 12.00 Fajar step-late 2 1.8"""
HERS = """\
~ 03-03 14.00 Citra step-over 2 1.8
04-03 15.00 Eka visit-due 1
05-03 07.30 Eka digest safety; 1 5-2 due-today
05-03 14.00 Citra letter-to-check 1 6x
05-03 14.00 Dewi letter-to-check 1 6x
05-03 14.00 Eka letter-checked 1 6x
~ 05-03 14.00 Dewi letter-was-checked 1 6x
05-03 14.00 Citra case-closed 1"""
HIS = """\
08-03 15.00 Fajar visit-due 2
09-03 07.30 Fajar digest safety; 2 5-2 due-today; ask; 2 4-1 due-tomorrow-at
17-03 08.00 Fajar referral-coordinate 2 Dinas Sosial Kabupaten Luwu Utara
31-03 08.00 Fajar referral-coordinate 2 Dinas Sosial Kabupaten Luwu Utara
07-04 15.00 Fajar visit-due 2
08-04 07.30 Fajar digest safety; 2 5-2 due-today
08-04 14.00 Citra letter-to-check 2 6x
08-04 14.00 Dewi letter-to-check 2 6x
08-04 14.00 Fajar letter-checked 2 6x
~ 08-04 14.00 Dewi letter-was-checked 2 6x
08-04 14.00 Citra case-closed 2"""
