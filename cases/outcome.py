"""What was decided, ready to be recorded: the one shape in which every doing ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from cases.alert import Alert, AlertRef
from cases.attachment import Attachment
from cases.case import Case, CaseNumber, CaseRef
from cases.dialogue import Dialogue
from cases.entry import Entry
from cases.invitation import Invitation
from cases.letter import Letter
from cases.line import Line
from cases.messages import Message
from cases.party import Party
from cases.phrases import Phrase
from cases.receipt import Receipt
from cases.referral import Referral
from cases.staff import StaffId
from cases.talk import Talk
from cases.visit import Visit
from triage.decision import Decision
from triage.facts import Facts


class EventKind(StrEnum):
    """What can happen to a case, in the past tense; kept for ever in its history."""

    REPORT_RECEIVED = "report_received"
    REPORTER_ADDED = "reporter_added"
    FACTS_LEARNED = "facts_learned"
    ALERT_RAISED = "alert_raised"
    ALERT_CALLED = "alert_called"
    ALERT_TAKEN = "alert_taken"
    ALERT_DECLINED = "alert_declined"
    ALERT_ASKED = "alert_asked"
    ALERT_KEPT = "alert_kept"
    ALERT_RETURNED = "alert_returned"
    ALERT_ENDED = "alert_ended"
    STAFF_UNREACHABLE = "staff_unreachable"
    OUTREACH_RANG = "outreach_rang"
    OUTREACH_RECORDED = "outreach_recorded"
    DECISION_CONFIRMED = "decision_confirmed"
    RISK_RAISED = "risk_raised"
    LOWERING_ASKED = "lowering_asked"
    RISK_LOWERED = "risk_lowered"
    LOWERING_REFUSED = "lowering_refused"
    CONFIRMATION_RANG = "confirmation_rang"
    ASSIGNMENT_OPENED = "assignment_opened"
    ASSIGNMENT_RANG = "assignment_rang"
    CASE_ASSIGNED = "case_assigned"
    CONTACT_RANG = "contact_rang"
    CONTACT_RECORDED = "contact_recorded"
    VISIT_PLANNED = "visit_planned"
    VISIT_RANG = "visit_rang"
    VISIT_DONE = "visit_done"
    VISIT_POSTPONED = "visit_postponed"
    VISIT_UNSAFE = "visit_unsafe"
    CASE_CLOSED = "case_closed"
    ALERT_JOINED = "alert_joined"
    ALERT_OFFERED = "alert_offered"
    ALERT_HANDED_OVER = "alert_handed_over"
    OFFER_REFUSED = "offer_refused"
    ENDING_ASKED = "ending_asked"
    ENDING_REFUSED = "ending_refused"
    ALERT_PAGED = "alert_paged"
    ALERT_FOUND = "alert_found"
    CLOCK_FOUND = "clock_found"
    CRISIS_STEP = "crisis_step"
    CRISIS_STEP_UNDONE = "crisis_step_undone"
    OFFICER_LEFT = "officer_left"
    OFFICER_ASKED = "officer_asked"
    OFFICER_SAFE = "officer_safe"
    OFFICER_SILENT = "officer_silent"
    OFFICER_IN_DANGER = "officer_in_danger"
    OFFICER_BACK = "officer_back"
    PROTECTED = "protected"
    ARRIVAL_RANG = "arrival_rang"
    POLICE_OPENED = "police_opened"
    POLICE_RANG = "police_rang"
    POLICE_REPORTED = "police_reported"
    POLICE_EXCUSED = "police_excused"
    VISIT_MISSED = "visit_missed"
    ENTRY_WRITTEN = "entry_written"
    ENTRY_CORRECTED = "entry_corrected"
    ENTRY_UNDONE = "entry_undone"
    STEP_RANG = "step_rang"
    STEP_POSTPONED = "step_postponed"
    HANDOVER_ASKED = "handover_asked"
    RIGHTS_TOLD = "rights_told"
    GUARDIAN_NAMED = "guardian_named"
    CONSENT_SIGNED = "consent_signed"
    CONSENT_REFUSED = "consent_refused"
    OVERRIDE_ASKED = "override_asked"
    OVERRIDE_AGREED = "override_agreed"
    OVERRIDE_DENIED = "override_denied"
    ROUND_STARTED = "round_started"
    ROUND_REVIEWED = "round_reviewed"
    ONE_SIDED_ASKED = "one_sided_asked"
    ONE_SIDED_AGREED = "one_sided_agreed"
    ONE_SIDED_DENIED = "one_sided_denied"
    OVERRIDE_RANG = "override_rang"
    ONE_SIDED_RANG = "one_sided_rang"
    CASE_ENTRUSTED = "case_entrusted"
    CASE_TAKEN_BACK = "case_taken_back"
    CASE_REOPENED = "case_reopened"
    CASE_JOINED = "case_joined"
    CASE_SPLIT = "case_split"
    CASE_DELEGATED = "case_delegated"
    STAFF_EXCLUDED = "staff_excluded"
    PARTY_WRITTEN = "party_written"
    REFERRAL_SENT = "referral_sent"
    REFERRAL_RANG = "referral_rang"
    REFERRAL_RECEIVED = "referral_received"
    REFERRAL_DECLINED = "referral_declined"
    REFERRAL_PROGRESSED = "referral_progressed"
    REFERRAL_ENDED = "referral_ended"
    REFERRAL_WITHDRAWN = "referral_withdrawn"
    LETTER_DRAFTED = "letter_drafted"
    LETTER_CHECKED = "letter_checked"
    LETTER_RETURNED = "letter_returned"
    LETTER_SIGNED = "letter_signed"
    OFFICER_WROTE = "officer_wrote"
    TALK_RANG = "talk_rang"
    TALK_FAILED = "talk_failed"
    LINE_OPENED = "line_opened"
    LINE_CLOSED = "line_closed"
    RECEIPT_RENEWED = "receipt_renewed"
    SAFETY_CHOSEN = "safety_chosen"
    REPORTER_LEFT = "reporter_left"
    REPORTER_STOPPED = "reporter_stopped"
    FILE_KEPT = "file_kept"
    FILE_LOST = "file_lost"
    FILE_SHOWN = "file_shown"
    DATA_SHOWN = "data_shown"
    DATA_CORRECTED = "data_corrected"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_RANG = "erasure_rang"
    ERASURE_REFUSED = "erasure_refused"
    CASE_ERASED = "case_erased"
    REPORTER_DISTRUSTED = "reporter_distrusted"
    REPORTER_TRUSTED = "reporter_trusted"
    CONSENT_RENEWED = "consent_renewed"


@dataclass(frozen=True)
class Event:
    """One thing that happened to a case, when, and through whom (None: the reporter or the clock).

    `version` is the one at which the case stood once it was recorded; 0 where that is not known.
    """

    kind: EventKind
    case: CaseRef
    at: datetime
    by: StaffId | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True)
class Called:
    """An alert that was raised, the number of its case, and everything that happened to that case."""

    alert: Alert
    number: CaseNumber
    events: tuple[Event, ...]


class Clock(StrEnum):
    """What the scheduler waits for."""

    LADDER = "ladder"
    OUTREACH = "outreach"
    SILENCE = "silence"
    CONFIRMATION = "confirmation"
    ASSIGNMENT = "assignment"
    CONTACT = "contact"
    VISIT = "visit"
    NUDGE = "nudge"
    FORGET = "forget"
    OFFER = "offer"
    PAGE = "page"
    SAFETY = "safety"
    ARRIVAL = "arrival"
    POLICE = "police"
    ROTA = "rota"
    READY = "ready"
    DAILY = "daily"
    STEP = "step"
    REFERRAL = "referral"
    DIGEST = "digest"
    ACTING = "acting"
    WISH = "wish"
    KNOCK = "knock"
    TALK = "talk"
    ERASURE = "erasure"
    OPENING = "opening"
    LEAVE = "leave"


#: What rings while somebody is in danger: it goes before everything else that is due.
URGENT = (
    Clock.LADDER,
    Clock.PAGE,
    Clock.OUTREACH,
    Clock.SILENCE,
    Clock.OFFER,
    Clock.SAFETY,
    Clock.ARRIVAL,
)


@dataclass(frozen=True)
class Reminder:
    """When to look at something again. One for each clock and subject; without `due_at` it is over."""

    clock: Clock
    subject: str
    due_at: datetime | None


@dataclass(frozen=True)
class Judgement:
    """One decision as it was made: with its facts, the version of the rules, and whose it is."""

    case: CaseRef
    at: datetime
    facts: Facts
    decision: Decision
    rules: str
    risk: str | None
    emergency: bool
    by: StaffId | None = None
    second: StaffId | None = None
    reason: str = ""


@dataclass(frozen=True)
class Look:
    """Somebody of the unit was shown what a reporter told; written before it is shown (T3)."""

    case: CaseRef
    by: StaffId
    at: datetime
    what: str


@dataclass(frozen=True)
class Page:
    """A call by the second channel to one member of the unit; like every card without name, address or story."""

    to: StaffId
    phrase: Phrase
    alert: AlertRef | None = None


@dataclass(frozen=True)
class Outcome:
    """Everything that changes, in one value. Outcomes are added with `+`; later values of one thing win."""

    cases: tuple[Case, ...] = ()
    alerts: tuple[Alert, ...] = ()
    visits: tuple[Visit, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    events: tuple[Event, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    looks: tuple[Look, ...] = ()
    messages: tuple[Message, ...] = ()
    pages: tuple[Page, ...] = ()
    parties: tuple[Party, ...] = ()
    entries: tuple[Entry, ...] = ()
    referrals: tuple[Referral, ...] = ()
    letters: tuple[Letter, ...] = ()
    lines: tuple[Line, ...] = ()
    talks: tuple[Talk, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    invitations: tuple[Invitation, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})
