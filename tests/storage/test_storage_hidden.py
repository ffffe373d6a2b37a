"""A case that is hidden from somebody is not there for them, whatever they ask: not even that it exists."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from inspect import getmembers, iscoroutinefunction
from typing import Any

from cases.board import Lateness
from cases.case import CaseRef, Status
from cases.messages import ChatId
from cases.outcome import Clock, Event, EventKind, Judgement, Look, Outcome, Reminder
from cases.party import PartyRef
from cases.staff import Role, StaffId
from cases.talk import TalkState
from storage import Figures, Storage, Work
from tests.storage.test_storage_dossier import OTHER_PHONE, entry, letter, line, party, referral, talk
from tests.storage.things import (
    FACTS,
    MINUTE,
    NOW,
    OFFICER,
    REPORTER,
    alert,
    attachment,
    case,
    dialogue,
    message,
    put,
    visit,
)

REF = CaseRef("case-1")
OTHER = CaseRef("case-2")
ANI, BUDI = StaffId(1), StaffId(2)
DAY = timedelta(days=1)
WHOLE = case(manager=BUDI, acting=BUDI, excluded=(ANI,), status=Status.ASSIGNED, due_at=NOW - MINUTE)
#: What finds a case only while nobody holds it.
UNHELD = {"unassigned", "unheld_cases", "unheld_count"}
NAMED = party(name="Budi")
Ask = Callable[[Work], Awaitable[Any]]

#: Every reading of something of a case, as it would be asked about the one that is hidden.
ASKED: dict[str, Ask] = {
    "acting_for": lambda work: work.acting_for(BUDI),
    "alert": lambda work: work.alert(alert().ref),
    "alert_of_case": lambda work: work.alert_of_case(REF),
    "alerts_held_by": lambda work: work.alerts_held_by(BUDI),
    "assignment_opened_at": lambda work: work.assignment_opened_at(REF),
    "board": lambda work: work.board(now=NOW),
    "called_between": lambda work: work.called_between(NOW - DAY, NOW + DAY),
    "bound_to": lambda work: work.bound_to(ChatId(2), 1),
    "case": lambda work: work.case(REF),
    "case_by_number": lambda work: work.case_by_number(WHOLE.number),
    "case_count": lambda work: work.case_count(None),
    "case_list": lambda work: work.case_list(None, limit=9),
    "caseload": lambda work: work.caseload(),
    "cases_of_manager": lambda work: work.cases_of_manager(BUDI),
    "cases_of_reporter": lambda work: work.cases_of_reporter(REPORTER),
    "cases_with_wishes": lambda work: work.cases_with_wishes(),
    "cell_cases": lambda work: work.cell_cases(WHOLE.status, Lateness.LATE, now=NOW, limit=9),
    "course_of": lambda work: work.course_of(REF),
    "dialogue": lambda work: work.dialogue(OFFICER, "outreach", "alert-1"),
    "dialogues": lambda work: work.dialogues(OFFICER),
    "entries": lambda work: work.entries(REF),
    "entry": lambda work: work.entry(entry().ref),
    "figures": lambda work: work.figures(),
    "history": lambda work: work.history(REF),
    "judgements": lambda work: work.judgements(REF),
    "late_cases": lambda work: work.late_cases([WHOLE.status], now=NOW, limit=9),
    "letter": lambda work: work.letter(letter().ref),
    "letters": lambda work: work.letters(REF),
    "looks": lambda work: work.looks(REF),
    "line": lambda work: work.line(line().ref),
    "lines": lambda work: work.lines(REF),
    "attachment": lambda work: work.attachment(attachment().ref),
    "attachments": lambda work: work.attachments(REF),
    "attachments_of_chat": lambda work: work.attachments_of_chat(attachment().chat),
    "lines_of_chat": lambda work: work.lines_of_chat(OTHER_PHONE),
    "matches": lambda work: work.matches(replace(NAMED, ref=PartyRef("asked"), case=OTHER)),
    "open_alerts": lambda work: work.open_alerts(),
    "open_alerts_of": lambda work: work.open_alerts_of(REF),
    "open_cases": lambda work: work.open_cases(),
    "open_talks": lambda work: work.open_talks([REF]),
    "open_talks_of_chat": lambda work: work.open_talks_of_chat(REPORTER),
    "open_referrals": lambda work: work.open_referrals(None, limit=9),
    "open_referral_count": lambda work: work.open_referral_count(None),
    "open_referrals_of": lambda work: work.open_referrals_of("rsud", limit=9),
    "parties": lambda work: work.parties(REF),
    "party": lambda work: work.party(NAMED.ref),
    "planned_visit": lambda work: work.planned_visit(REF),
    "planned_visits": lambda work: work.planned_visits(BUDI),
    "referral": lambda work: work.referral(referral().ref),
    "referrals": lambda work: work.referrals(REF),
    "reminders": lambda work: work.reminders("visit-1"),
    "staff_matches": lambda work: work.staff_matches(NAMED),
    "talk": lambda work: work.talk(talk().ref),
    "talk_count": lambda work: work.talk_count([REF]),
    "talk_page": lambda work: work.talk_page([REF], limit=9),
    "talks": lambda work: work.talks(REF),
    "unanswered": lambda work: work.unanswered(limit=9),
    "unassigned": lambda work: work.unassigned(),
    "unheld_cases": lambda work: work.unheld_cases(limit=9),
    "unheld_count": lambda work: work.unheld_count(),
    "visit": lambda work: work.visit(visit().ref),
    "visits_of": lambda work: work.visits_of(REF),
}
#: What people never ask: the scheduler, the audit, the dispatcher and the machine do, and have no viewer.
_OF_THE_HOUSE = """
    due put_off next_due_at evidence found_before told_before pick has_outgoing sent retry failed_to_send give_up
    standing guessed deleted left_standing fade fading has_fading whose
    readdress reclaim outbox_counts has_pages pages_to_send page_sent page_failed page_retry take_in waiting worked
    release_files has_files_to_fetch claim_files fetch_later file_attempts removable_files files_removed stored_files
    abandoned_files
    failed requeue inbox_counts prune clock_mark keep_clock_mark move_what_waits beat without_steps
    doomed_slots slots_gone slots_destroyed days_over is_under has_keys_without_slot seal_anew end_days wrap_anew
    forget_lost
"""
#: What each member of the unit carries or has looked at, as a number over all cases: it tells of none of them.
_OVER_ALL = "workload looked_since"
#: What is asked for who reports, by code and word, and for nobody of the unit.
_OF_REPORTERS = "opens word_fits has_word invited count_try take_back_try"
#: What is of no case, or changes something.
_OF_NO_CASE = """
    record put_away withhold forget_case forget_person next_number next_letter roster addresses add_staff set_addresses
    set_on_duty set_active set_staff_language set_reachable set_reserve person save_person has_reached groups group
    keep_group move_group erase_files last_heard waits_unsaid nothing_waits
    rota keep_rota partners partner add_partner set_partner_active
"""


async def live(storage: Storage) -> None:
    """A case with everything a case can have, which is hidden from Ani."""
    async with storage.work() as work:
        assert await work.add_staff(chat=OFFICER, name="Ani", role=Role.COORDINATOR) == ANI
        assert await work.add_staff(chat=ChatId(2), name="Budi", role=Role.CASE_MANAGER) == BUDI
    await put(
        storage,
        cases=[WHOLE],
        alerts=[alert(taken_by=BUDI)],
        visits=[visit()],
        events=[Event(EventKind.ASSIGNMENT_OPENED, REF, NOW)],
        judgements=[Judgement(REF, NOW, FACTS, WHOLE.decision, "1", "TINGGI", True)],
        looks=[Look(REF, BUDI, NOW, "file")],
        reminders=[Reminder(Clock.VISIT, "visit-1", NOW), Reminder(Clock.WISH, f"{REF}|override", NOW)],
        dialogues=[dialogue(OFFICER, "outreach", subject="alert-1")],
        entries=[entry()],
        parties=[NAMED],
        referrals=[referral()],
        letters=[letter()],
        lines=[line()],
        talks=[talk(), talk("talk-2", by=None, state=TalkState.SAID)],
        attachments=[attachment(case=REF)],
        messages=[message(2, "call", about_alert="alert-1")],
    )
    async with storage.work() as work:
        (call,) = await work.pick(now=NOW, limit=9)
        await work.sent(call, message_id=1, now=NOW)


def is_nothing(found: Any) -> bool:
    return found == Figures() or not found


async def answers(storage: Storage, viewer: StaffId | None) -> set[str]:
    """The readings that find something."""
    async with storage.look() as look:
        look.viewer = viewer
        return {name for name, ask in ASKED.items() if not is_nothing(await ask(look))}


def test_every_method_of_a_unit_of_work_is_asked_or_known_to_be_of_no_case():
    methods = {name for name, method in getmembers(Work, iscoroutinefunction) if not name.startswith("_")}
    assert methods == {*ASKED, *_OF_THE_HOUSE.split(), *_OVER_ALL.split(), *_OF_REPORTERS.split(), *_OF_NO_CASE.split()}


async def test_nothing_of_it_is_there_for_whom_it_is_hidden_from(storage: Storage):
    await live(storage)
    held = set(ASKED) - UNHELD
    assert await answers(storage, BUDI) == await answers(storage, None) == held
    assert await answers(storage, ANI) == set()
    await put(storage, cases=[replace(WHOLE, manager=None, version=1)])
    assert await answers(storage, BUDI) >= UNHELD
    assert await answers(storage, ANI) == set()


async def test_of_several_cases_only_the_hidden_one_is_missing(storage: Storage):
    await live(storage)
    await put(storage, cases=[case(OTHER, manager=BUDI, acting=ANI)], alerts=[alert("alert-2", OTHER)])
    async with storage.look() as look:
        look.viewer = ANI
        assert [line.ref for line in await look.case_list(None, limit=9)] == [OTHER]
        assert [line.ref for line in await look.case_list(ANI, limit=9)] == [OTHER]
        assert [line.ref for line in await look.case_list(BUDI, limit=9)] == [OTHER]
        assert await look.caseload() == {BUDI: 1}
        assert sum(cell.count for cell in await look.board(now=NOW)) == 1
        assert [found.case for found in await look.open_alerts()] == [OTHER]


async def test_hidden_at_once_and_shown_again_at_once(storage: Storage):
    await put(storage, cases=[case()])
    async with storage.work() as work:
        work.viewer = ANI
        assert await work.case(REF) is not None
        await work.record(Outcome(cases=(case(version=1, excluded=(ANI, BUDI)),)), now=NOW)
        assert await work.case(REF) is None
        await work.record(Outcome(cases=(case(version=2, excluded=(BUDI,)),)), now=NOW + MINUTE)
        assert await work.case(REF) is not None


async def test_it_stays_hidden_when_it_is_forgotten(storage: Storage):
    await live(storage)
    async with storage.work() as work:
        await work.forget_case(REF)
        assert await work.history(REF) != ()
        work.viewer = ANI
        assert await work.history(REF) == ()
        assert await work.looks(REF) == ()
