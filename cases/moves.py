"""What may be done to a case, from which status, by whom, under which condition: one table, asked before every move.

Being on duty counts as a role of its own: whoever is on duty may do what a duty officer may. `own`: only whoever holds
the case (its manager, who stands in for them, or who answers for the unit) may do it. The paragraph is the step of
Lampiran II (Perbup Luwu Utara 58/2023) or the rule that the row comes from; a row that only cites it fulfils no step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases import gates
from cases.case import HANDLED, Case, Status
from cases.refusals import NeedsAnother, NotAllowed, Refusal, WrongMoment
from cases.staff import Role, Staff, StaffId


class Action(StrEnum):
    TAKE = "take"
    DECLINE = "decline"
    KEEP = "keep"
    RETURN = "return"
    LOOK = "look"
    RECORD_OUTREACH = "outreach"
    CONFIRM = "confirm"
    RAISE = "raise"
    LOWER = "lower"
    AGREE_LOWER = "agree"
    REFUSE_LOWER = "disagree"
    RELABEL = "relabel"
    ASSIGN = "assign"
    CONTACT = "contact"
    VISIT_DONE = "visited"
    VISIT_POSTPONE = "postpone"
    VISIT_UNSAFE = "unsafe"
    CLOSE = "close"
    OFFER = "offer"
    ACCEPT = "accept"
    END = "end"
    AGREE_END = "agreeend"
    REFUSE_END = "disagreeend"
    STEP = "step"
    LEAVE = "leave"
    SAFE = "safe"
    HELP = "help"
    BACK = "back"
    PROTECT = "protect"
    POLICE_REPORTED = "police"
    POLICE_EXCUSED = "excuse"
    # Process 1, from the assignment on
    MEET = "meet"
    EXPLAIN = "explain"
    NAME_GUARDIAN = "guardian"
    CONSENT = "consent"
    REFUSE = "refuse"
    OVERRIDE = "override"
    AGREE_OVERRIDE = "agreeover"
    DENY_OVERRIDE = "denyover"
    TELL_RIGHTS = "rights"
    ATTEMPT = "attempt"
    ENTRUST = "entrust"
    TAKE_BACK = "takeback"
    # Process 2
    ASSESS = "assess"
    FURTHER = "further"
    REQUEST = "request"
    EXAMINED = "examined"
    COMBINED = "combined"
    RESULTS_TOLD = "resultstold"
    CONCLUDE = "conclude"
    # Process 3
    GOAL = "goal"
    NEEDS = "needs"
    PLAN = "plan"
    CONFER = "confer"
    AGREE_PLAN = "agreeplan"
    # Process 4
    SERVE = "serve"
    MEDIATE = "mediate"
    DOCUMENT = "document"
    ACCOMPANY = "accompany"
    REPORT = "report"
    # Process 5
    MONITOR_PLAN = "monplan"
    GO_ON = "goon"
    REVIEW = "review"
    ENOUGH = "enough"
    TERM_PLAN = "termplan"
    CHECK = "check"
    # Process 6
    PRESENT = "present"
    SIGN_END = "signend"
    ONE_SIDED = "onesided"
    AGREE_ONE_SIDED = "agreeone"
    DENY_ONE_SIDED = "denyone"
    REOPEN = "reopen"
    # Of the file
    NOTE = "note"
    CORRECT = "correct"
    UNDO = "undo"
    PARTY = "party"
    REFER = "refer"
    REFERRAL_NEWS = "refnews"
    DRAFT = "draft"
    CHECK_LETTER = "checkletter"
    SIGN_LETTER = "signletter"
    JOIN = "join"
    SPLIT = "split"
    EXCLUDE = "exclude"
    DELEGATE = "delegate"
    WRITE = "chat"
    ERASE = "erase"
    KEEP_TOLD = "keeptold"
    DISTRUST = "distrust"
    TRUST = "trust"


OFFICERS = frozenset({Role.DUTY_OFFICER, Role.COORDINATOR, Role.HEAD})
LEADS = frozenset({Role.COORDINATOR, Role.HEAD})
EVERYONE = frozenset(Role) - {Role.ADMIN}
MANAGERS = frozenset({Role.CASE_MANAGER, Role.COORDINATOR, Role.HEAD})
HEAD = frozenset({Role.HEAD})

ANY = frozenset(Status)
OPEN = ANY - {Status.CLOSED}
UNCONFIRMED = frozenset({Status.UNFINISHED, Status.REPORTED})
S = Status
#: Before the end is agreed.
UNDER_WAY = HANDLED - {S.ENDING}
CONSENTED_ON = frozenset({S.CONSENTED, S.ASSESSED, S.PLANNED, S.SERVED, S.REVIEWED})


def at(*statuses: Status) -> frozenset[Status]:
    return frozenset(statuses)


@dataclass(frozen=True)
class Move:
    """Who may do this, and from which statuses; `to` is where it leads, if it changes the status. `gate` raises a
    Refusal that says what is missing; `second` names who asked for it, and may not do it too. `steps` are those of
    the book that are done by it, where they are not just its paragraph."""

    action: Action
    roles: frozenset[Role]
    source: frozenset[Status]
    to: Status | None = None
    paragraph: str = ""
    own: bool = False
    gate: Callable[[Case], None] | None = None
    second: Callable[[Case], StaffId | None] | None = None
    steps: tuple[str, ...] | None = None

    @property
    def fulfils(self) -> tuple[str, ...]:
        """The steps of the book that are done by it."""
        if self.steps is not None:
            return self.steps
        return (self.paragraph,) if self.paragraph[:1].isdigit() else ()


A = Action
#: The row comes from that paragraph, but by it the step is not done.
CITED: tuple[str, ...] = ()
MOVES: tuple[Move, ...] = (
    Move(A.TAKE, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.DECLINE, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.KEEP, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.RETURN, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.LOOK, EVERYONE, OPEN, paragraph="1.2", steps=CITED),
    Move(A.RECORD_OUTREACH, EVERYONE, OPEN, paragraph="1.6"),
    Move(A.CONFIRM, OFFICERS, UNCONFIRMED, S.CONFIRMED, "1.5"),
    # Risk is rated again at every contact, by a person; from TINGGI it is only a wish, which an officer must agree to.
    Move(A.RAISE, OFFICERS | MANAGERS, OPEN, paragraph="1.5", steps=CITED),
    Move(A.LOWER, OFFICERS | MANAGERS, OPEN, paragraph="1.5", steps=CITED),
    Move(A.AGREE_LOWER, OFFICERS, OPEN, paragraph="1.5", second=gates.who_would_lower, steps=CITED),
    Move(A.REFUSE_LOWER, OFFICERS, OPEN, paragraph="1.5", steps=CITED),
    # A false alarm, or nothing of the unit's: before anybody handles it, and by two where it is grave.
    Move(A.RELABEL, OFFICERS, UNCONFIRMED | at(S.CONFIRMED), paragraph="1.5", steps=CITED),
    Move(A.ASSIGN, LEADS, at(S.CONFIRMED), S.ASSIGNED, "1.7"),
    Move(A.ASSIGN, LEADS, HANDLED, None, "1.7", steps=CITED),
    Move(A.CONTACT, EVERYONE, OPEN, paragraph="1.8", steps=CITED),
    Move(A.VISIT_DONE, MANAGERS, OPEN, paragraph="5.2"),
    Move(A.VISIT_POSTPONE, MANAGERS, OPEN, paragraph="5.2", steps=CITED),
    Move(A.VISIT_UNSAFE, MANAGERS, OPEN, paragraph="5.2", steps=CITED),
    Move(A.OFFER, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.ACCEPT, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    # To end an alert without outreach takes two; neither needs to hold it.
    Move(A.END, OFFICERS, OPEN, paragraph="1.6", steps=CITED),
    Move(A.AGREE_END, OFFICERS, OPEN, paragraph="1.6", steps=CITED),
    Move(A.REFUSE_END, OFFICERS, OPEN, paragraph="1.6", steps=CITED),
    Move(A.STEP, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    Move(A.LEAVE, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    # Whoever is out there is asked and heard, whatever becomes of the case meanwhile.
    Move(A.SAFE, EVERYONE, ANY, paragraph="1.6", steps=CITED),
    Move(A.HELP, EVERYONE, ANY, paragraph="1.6", steps=CITED),
    Move(A.BACK, EVERYONE, ANY, paragraph="1.6", steps=CITED),
    Move(A.PROTECT, EVERYONE, OPEN, paragraph="1.6", steps=CITED),
    # The duty does not end with the case.
    Move(A.POLICE_REPORTED, OFFICERS | MANAGERS, ANY, paragraph="UU 12/2022 Ps 41"),
    Move(A.POLICE_EXCUSED, HEAD, ANY, paragraph="UU 12/2022 Ps 41"),
    # Process 1
    Move(A.ENTRUST, OFFICERS, at(S.CONFIRMED), S.ENTRUSTED, "1.5", gate=gates.for_others, steps=CITED),
    Move(A.TAKE_BACK, OFFICERS, at(S.ENTRUSTED), S.CONFIRMED, "1.5", steps=CITED),
    Move(A.MEET, MANAGERS, at(S.ASSIGNED), S.MET, "1.8", own=True),
    Move(A.EXPLAIN, MANAGERS, at(S.MET, S.REFUSED), None, "1.9", own=True),
    Move(A.NAME_GUARDIAN, MANAGERS, UNDER_WAY, None, "1.10", own=True, gate=gates.of_a_child, steps=CITED),
    Move(A.CONSENT, MANAGERS, at(S.MET, S.REFUSED), S.CONSENTED, "1.10", own=True, gate=gates.guardian_where_a_child),
    # Signed after all where an exception stood in for it, or anew: another guardian, another scope.
    Move(A.CONSENT, MANAGERS, CONSENTED_ON, None, "1.10", own=True, gate=gates.guardian_where_a_child),
    Move(A.REFUSE, MANAGERS, at(S.MET), S.REFUSED, "1.10", own=True, steps=CITED),
    # Consent may be taken back at any time before the end.
    Move(A.REFUSE, MANAGERS, CONSENTED_ON, S.REFUSED, "1.10", own=True, steps=CITED),
    Move(A.OVERRIDE, MANAGERS, at(S.REFUSED), None, "1.10", own=True, steps=CITED),
    Move(
        A.AGREE_OVERRIDE,
        LEADS,
        at(S.REFUSED),
        S.CONSENTED,
        "1.10",
        gate=gates.override_holds,
        second=gates.who_would_override,
    ),
    Move(A.DENY_OVERRIDE, LEADS, at(S.REFUSED), None, "1.10", gate=gates.override_asked, steps=CITED),
    Move(A.TELL_RIGHTS, MANAGERS, HANDLED, None, "SOP Tana Toraja, 8 hak", own=True),
    Move(A.ATTEMPT, MANAGERS, HANDLED, None, "6.4", own=True, steps=CITED),
    # Process 2
    Move(A.ASSESS, MANAGERS, at(S.CONSENTED), None, "2.1", own=True, gate=gates.consented),
    Move(A.FURTHER, MANAGERS, at(S.CONSENTED), None, "2.2", own=True, gate=gates.after("2.1")),
    Move(A.REQUEST, MANAGERS, at(S.CONSENTED), None, "2.3", own=True, gate=gates.after("2.1")),
    Move(A.EXAMINED, MANAGERS, at(S.CONSENTED), None, "2.4", own=True, gate=gates.after("2.3")),
    Move(A.COMBINED, MANAGERS, at(S.CONSENTED), None, "2.5", own=True, gate=gates.after("2.1")),
    Move(A.RESULTS_TOLD, MANAGERS, at(S.CONSENTED), None, "2.6", own=True, gate=gates.after("2.1")),
    Move(A.CONCLUDE, MANAGERS, at(S.CONSENTED), S.ASSESSED, "2.7", own=True, gate=gates.after("2.1")),
    # Process 3
    Move(A.GOAL, MANAGERS, at(S.ASSESSED), None, "3.1", own=True, gate=gates.consented),
    Move(A.NEEDS, MANAGERS, at(S.ASSESSED), None, "3.2", own=True, gate=gates.after("3.1")),
    Move(A.PLAN, MANAGERS, at(S.ASSESSED), None, "3.3", own=True, gate=gates.after("3.2")),
    Move(A.CONFER, MANAGERS, at(S.ASSESSED), None, "3.4", own=True, gate=gates.consented),
    Move(A.AGREE_PLAN, MANAGERS, at(S.ASSESSED), S.PLANNED, "3.5", own=True, gate=gates.after("3.1", "3.2", "3.3")),
    # Process 4
    Move(A.SERVE, MANAGERS, at(S.PLANNED), None, "4.1", own=True, gate=gates.consented, steps=("4.1", "4.2")),
    Move(A.MEDIATE, MANAGERS, at(S.PLANNED), None, "Permen PPPA 2/2022", own=True, gate=gates.mediation),
    Move(A.DOCUMENT, MANAGERS, at(S.PLANNED), None, "4.3", own=True, gate=gates.after("4.1")),
    Move(A.ACCOMPANY, MANAGERS, at(S.PLANNED), None, "4.4", own=True, gate=gates.consented),
    Move(A.REPORT, MANAGERS, at(S.PLANNED), S.SERVED, "4.5", own=True, gate=gates.after("4.1"), steps=("4.5", "4.6")),
    # Process 5
    Move(A.MONITOR_PLAN, MANAGERS, at(S.PLANNED, S.SERVED), None, "5.1", own=True),
    Move(A.CONFER, MANAGERS, at(S.SERVED), None, "5.3", own=True, steps=("5.3", "5.4")),
    # Still in need: also where that is only said when the plan of termination is shown; the door stays open.
    Move(
        A.GO_ON,
        MANAGERS,
        at(S.SERVED, S.REVIEWED, S.ENDING),
        S.CONSENTED,
        "5.6",
        own=True,
        gate=gates.may_start_a_round,
        steps=("5.5", "5.6"),
    ),
    Move(A.REVIEW, LEADS, at(S.SERVED, S.REVIEWED, S.ENDING), None, "5.6", second=gates.who_manages, steps=CITED),
    Move(A.ENOUGH, MANAGERS, at(S.SERVED), S.REVIEWED, "5.5", own=True, gate=gates.visited_since_served),
    Move(A.TERM_PLAN, MANAGERS, at(S.REVIEWED), None, "5.7", own=True),
    Move(A.CHECK, MANAGERS, at(S.REVIEWED), S.ENDING, "5.8", own=True, gate=gates.after("5.7")),
    # Process 6
    Move(A.PRESENT, MANAGERS, at(S.ENDING), None, "6.1", own=True, gate=gates.may_present, steps=("6.1", "6.2")),
    Move(A.SIGN_END, MANAGERS, at(S.ENDING), None, "6.3", own=True, gate=gates.presented),
    Move(A.ONE_SIDED, MANAGERS, HANDLED, None, "6.4", own=True, steps=CITED),
    Move(
        A.AGREE_ONE_SIDED,
        LEADS,
        HANDLED,
        S.ENDING,
        "6.4",
        gate=gates.one_sided_proven,
        second=gates.who_would_end,
    ),
    Move(A.DENY_ONE_SIDED, LEADS, HANDLED, None, "6.4", gate=gates.one_sided_asked, steps=CITED),
    Move(A.CLOSE, MANAGERS, at(S.ENDING), S.CLOSED, "6.5", own=True, gate=gates.signed_or_one_sided),
    Move(A.CLOSE, LEADS, at(S.REFUSED), S.CLOSED, "1.10", gate=gates.refused, steps=("6.5",)),
    Move(A.CLOSE, LEADS, at(S.CONFIRMED), S.CLOSED, "1.5", gate=gates.only_information, steps=CITED),
    Move(A.CLOSE, LEADS, at(S.ENTRUSTED), S.CLOSED, "1.5", gate=gates.for_others, steps=CITED),
    Move(A.REOPEN, LEADS, at(S.CLOSED), S.CONFIRMED, "1.5", gate=gates.not_joined, steps=CITED),
    # Of the file
    Move(A.NOTE, EVERYONE, OPEN, paragraph="4.6", own=True, steps=CITED),
    Move(A.CORRECT, EVERYONE, OPEN, paragraph="4.6", own=True, steps=CITED),
    Move(A.UNDO, EVERYONE, ANY, paragraph="4.6", steps=CITED),
    Move(A.PARTY, EVERYONE, OPEN, paragraph="1.2", own=True, steps=CITED),
    # Safety comes before the questions: in an emergency somebody is brought to help before anything is confirmed.
    Move(
        A.REFER,
        OFFICERS | MANAGERS,
        UNCONFIRMED,
        paragraph="1.6",
        own=True,
        gate=gates.in_emergency,
        steps=CITED,
    ),
    Move(
        A.REFER,
        OFFICERS | MANAGERS,
        OPEN - UNCONFIRMED,
        paragraph="1.5",
        own=True,
        gate=gates.may_share,
        steps=CITED,
    ),
    Move(A.REFERRAL_NEWS, OFFICERS | MANAGERS, ANY, paragraph="1.5", own=True, steps=CITED),
    # The form of 1.4 and the letter for 1.6 come before 1.5.
    Move(A.DRAFT, OFFICERS | MANAGERS, OPEN, paragraph="1.4", own=True, steps=CITED),
    Move(A.CHECK_LETTER, LEADS, ANY, paragraph="1.4", steps=CITED),
    Move(A.SIGN_LETTER, OFFICERS | MANAGERS, ANY, paragraph="1.4", own=True, steps=CITED),
    Move(A.JOIN, LEADS, OPEN, paragraph="R-30"),
    Move(A.SPLIT, LEADS, OPEN, paragraph="UU 11/2012 Ps 19", gate=gates.child_on_both_sides),
    Move(A.EXCLUDE, EVERYONE, ANY, paragraph="Ps 4 huruf d"),
    Move(A.DELEGATE, LEADS, HANDLED, paragraph="1.7", steps=CITED),
    # To whoever reported it, through the bot; `cases.talking` asks besides that they hold the case or its alert.
    Move(A.WRITE, EVERYONE, OPEN, paragraph="1.8", steps=CITED),
    # A wish to be forgotten: what is under way is ended first, by the book.
    Move(
        A.ERASE, LEADS, UNCONFIRMED | at(S.CONFIRMED, S.CLOSED), paragraph="UU 27/2022 Ps 8", gate=gates.erasure_asked
    ),
    Move(A.KEEP_TOLD, LEADS, ANY, paragraph="UU 27/2022 Ps 8", gate=gates.erasure_asked),
    # Whoever writes may be the one of whom they write.
    Move(A.DISTRUST, OFFICERS | MANAGERS, OPEN, paragraph="Ps 4 huruf d"),
    Move(A.TRUST, LEADS, OPEN, paragraph="Ps 4 huruf d"),
)


#: The rows of each action; no two of them stand for one status.
ROWS: Mapping[Action, tuple[Move, ...]] = {
    action: tuple(move for move in MOVES if move.action is action) for action in Action
}


def roles_for(action: Action) -> frozenset[Role]:
    """Every role that may ever do this."""
    return frozenset[Role]().union(*(move.roles for move in ROWS[action]))


def holds(by: Staff, case: Case) -> bool:
    """Whether this person answers for the case: its manager, who stands in for them, or a lead."""
    return by.id in (case.manager, case.acting) or by.role in LEADS


def row(action: Action, case: Case) -> Move | None:
    """The row for this status; None where the action has none."""
    return next((move for move in ROWS[action] if case.status in move.source), None)


def allow(action: Action, *, by: Staff, case: Case) -> Move:
    """The row of the table, if this person may do that now.

    Raises NotAllowed, WrongMoment, NeedsAnother for who asked for it, or what the gate lacks.
    """
    if not by.active or by.id in case.excluded or not any(_may(move, by, case) for move in ROWS[action]):
        raise NotAllowed
    move = row(action, case)
    if move is None:
        raise WrongMoment
    if not _may(move, by, case):
        raise NotAllowed
    if move.second is not None and move.second(case) == by.id:
        raise NeedsAnother
    if move.gate is not None:
        move.gate(case)
    return move


def may(action: Action, *, by: Staff, case: Case) -> bool:
    """Whether this person may do that now: for buttons, which are only shown where they lead somewhere."""
    try:
        allow(action, by=by, case=case)
    except Refusal:
        return False
    return True


def _may(move: Move, by: Staff, case: Case) -> bool:
    may = by.role in move.roles or (by.on_duty and Role.DUTY_OFFICER in move.roles)
    if not may or not move.own:
        return may
    # Before there is a manager, whoever is on duty answers for it.
    early = case.manager is None and (by.on_duty or by.role in OFFICERS)
    return holds(by, case) or early
