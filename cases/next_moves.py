"""What somebody may do with a case now, what comes next before all the rest: the buttons of its card.

Nothing stands here that the table of moves refuses to this person at this moment, but a round that must be reviewed
first: to press it is to ask for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cases.case import HANDLED, Case, Status
from cases.deadlines import DOING, VISIT, open_steps
from cases.handling import RIGHTS
from cases.moves import Action, allow, row
from cases.profile import Profile
from cases.refusals import NeedsReview, Refusal
from cases.staff import Staff

A, S = Action, Status
#: Somebody waits for an answer to these; they come before everything.
ASKED = (A.AGREE_OVERRIDE, A.DENY_OVERRIDE, A.AGREE_ONE_SIDED, A.DENY_ONE_SIDED)
#: What makes sense where a case stands, in the order of the book.
NEXT: Mapping[Status, tuple[Action, ...]] = {
    S.UNFINISHED: (A.CONFIRM,),
    S.REPORTED: (A.CONFIRM,),
    S.CONFIRMED: (A.ASSIGN, A.ENTRUST, A.CLOSE),
    S.ENTRUSTED: (A.TAKE_BACK, A.CLOSE),
    S.ASSIGNED: (A.MEET, A.ATTEMPT),
    S.MET: (A.EXPLAIN, A.TELL_RIGHTS, A.NAME_GUARDIAN, A.CONSENT, A.REFUSE),
    S.REFUSED: (A.EXPLAIN, A.CONSENT, A.OVERRIDE, A.CLOSE),
    S.CONSENTED: (A.ASSESS, A.TELL_RIGHTS, A.FURTHER, A.CONCLUDE),
    S.ASSESSED: (A.GOAL, A.NEEDS, A.PLAN, A.CONFER, A.AGREE_PLAN),
    S.PLANNED: (A.SERVE, A.ACCOMPANY, A.DOCUMENT, A.REFER, A.REPORT),
    S.SERVED: (A.MONITOR_PLAN, A.REVIEW, A.ENOUGH, A.GO_ON),
    S.REVIEWED: (A.TERM_PLAN, A.CHECK),
    S.ENDING: (A.PRESENT, A.SIGN_END, A.CLOSE),
    S.CLOSED: (A.REOPEN,),
}
#: Done once in a round, as a rule; services, conferences and documents come again and again.
ONCE = frozenset(
    {A.EXPLAIN, A.ASSESS, A.GOAL, A.NEEDS, A.PLAN, A.REPORT, A.MONITOR_PLAN, A.TERM_PLAN, A.PRESENT, A.SIGN_END}
)
#: What is done to an alert, a visit, a wish, an entry, a person, a referral or a letter stands beside that.
ELSEWHERE = frozenset(
    {
        *(A.TAKE, A.DECLINE, A.KEEP, A.RETURN, A.LOOK, A.RECORD_OUTREACH, A.OFFER, A.ACCEPT),
        *(A.END, A.AGREE_END, A.REFUSE_END, A.STEP, A.LEAVE, A.SAFE, A.HELP, A.BACK, A.PROTECT),
        *(A.LOWER, A.AGREE_LOWER, A.REFUSE_LOWER, A.RELABEL, A.POLICE_REPORTED, A.POLICE_EXCUSED),
        *(A.VISIT_DONE, A.VISIT_POSTPONE, A.VISIT_UNSAFE),
        *(A.CORRECT, A.UNDO, A.PARTY, A.REFERRAL_NEWS, A.CHECK_LETTER, A.SIGN_LETTER),
        A.WRITE,
    }
)
#: The order of what is left: the file and its people, then what is rare.
REST = (A.NOTE, A.CONTACT, A.REFER, A.DRAFT, A.TELL_RIGHTS, A.RAISE, A.ASSIGN, A.DELEGATE)
MOST = 5


def first(case: Case, *, by: Staff, profile: Profile, now: datetime) -> tuple[Action, ...]:
    """What comes next, five at the most: what somebody waits for, the steps that are open, what else makes sense."""
    steps = open_steps(case, profile=profile, now=now)
    doing = (DOING[one.step] for one in steps if one.step != VISIT)
    likely = (action for action in NEXT[case.status] if not _is_done(action, case))
    wanted = dict.fromkeys((*ASKED, *doing, *likely))
    return tuple(action for action in wanted if _offers(action, by, case))[:MOST]


def _offers(action: Action, by: Staff, case: Case) -> bool:
    """What may be done now; also another round that waits for a review, which is asked for by that very button."""
    try:
        allow(action, by=by, case=case)
    except NeedsReview:
        return action is A.GO_ON
    except Refusal:
        return False
    return True


def _is_done(action: Action, case: Case) -> bool:
    """What needs no second time, as far as anybody can tell; it stays behind the last button of the card."""
    if action is A.TELL_RIGHTS:
        return set(RIGHTS) <= set(case.handling.rights)
    if action is A.NAME_GUARDIAN:
        return case.handling.guardian is not None
    move = row(action, case)
    return action in ONCE and move is not None and case.handling.has(*move.fulfils)


def others(case: Case, *, by: Staff, profile: Profile, now: datetime) -> tuple[Action, ...]:
    """Everything else that this person may do with the case now."""
    shown = first(case, by=by, profile=profile, now=now)
    every = dict.fromkeys((*REST, *Action))
    return tuple(a for a in every if a not in shown and a not in ELSEWHERE and _offers(a, by, case))


def needs_contact(case: Case) -> bool:
    """Whether nobody of the unit has spoken to whoever reported it."""
    return case.contacted_at is None and case.status in HANDLED | {S.REPORTED, S.CONFIRMED, S.ENTRUSTED}
