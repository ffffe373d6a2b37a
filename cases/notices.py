"""Who is told what: one table from what happened to audience, phrase, lane and buttons.

Nothing here carries a name, an address or a story. What does (`alert-news`, the case's file) goes only to who holds
the alert or the case, protected from forwarding, after a trace was written of who looked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from cases import gates
from cases.alert import Alert, Cause
from cases.case import Case
from cases.groups import SHOWN, gravity, group_cards
from cases.messages import Button, Lane, Message, Style
from cases.moves import OFFICERS, Action
from cases.outcome import EventKind
from cases.phrases import Arg, At, Phrase, Since, Until, says
from cases.referral import Partner, Referral
from cases.refusals import Refusal
from cases.staff import Role, Roster, Staff, StaffId
from cases.visit import Visit


class Audience(StrEnum):
    CALLED = "called"  # those whom this step of the ladder calls
    HOLDER = "holder"  # who has taken the alert
    COMPANIONS = "companions"  # who has taken it beside the holder, but for the actor
    OFFERED = "offered"  # whom the holder asked to take it over
    OTHERS = "others"  # who was called, but for those who have taken it
    ACTOR = "actor"  # who pressed
    LEADS = "leads"  # coordinators, else heads, else admins
    SECONDS = "seconds"  # officers other than the actor, who can agree to a lowering
    ENDERS = "enders"  # officers other than who wants to end the alert, who can agree to that
    MANAGER = "manager"  # the case manager and who acts for them
    CARER = "carer"  # whoever holds the case: manager, else holder of the alert, else the leads
    CARER_AND_LEADS = "carer_and_leads"
    DECIDERS = "deciders"  # every coordinator and head but who asks for an exception, any of whom can agree to it
    HEAD = "head"  # who answers for the unit
    FOLLOWER = "follower"  # who follows a referral: the case manager, else who sent it, else the leads
    OTHER_LEADS = "other_leads"  # coordinators and heads, but for the actor: who can be the second person


@dataclass(frozen=True)
class Press:
    """A button of a notice, before it is known for which case. With a gate it is only there where that lets through."""

    action: Action | str
    of: str = "alert"
    choice: str = ""
    style: Style = Style.PLAIN
    gate: Callable[[Case], None] | None = None

    @property
    def label(self) -> Phrase:
        return says(f"button-{self.action}" + (f"-{self.choice}" if self.choice else ""))

    def fits(self, scene: Scene) -> bool:
        """Whether this can be done with the case at all."""
        try:
            if self.gate is not None:
                self.gate(scene.case)
        except Refusal:
            return False
        return True


@dataclass(frozen=True)
class Notice:
    """One row: these people get this phrase in that lane. With a slot, later notices can replace it."""

    to: Audience
    phrase: str
    lane: Lane
    buttons: tuple[tuple[Press, ...], ...] = ()
    slot: str = ""
    replaces: bool = False
    protect: bool = False


#: Conflict of interest, one tap away on every card of a case.
KNOWN = ((Press(Action.EXCLUDE, of="case"),),)
TAKE = ((Press(Action.TAKE, style=Style.DANGER), Press(Action.DECLINE)), *KNOWN)
HOLDING = (
    (Press(Action.RECORD_OUTREACH, style=Style.SUCCESS),),
    (Press(Action.LOOK), Press("judge", of="case")),
    (Press("talks", of="case"), Press(Action.WRITE, of="case")),
    (Press(Action.OFFER), Press(Action.RETURN)),
    (Press(Action.END),),
    *KNOWN,
)
REPORT_HELD = (
    (Press(Action.CONFIRM, of="case", style=Style.SUCCESS),),
    (Press("judge", of="case"), Press(Action.LOOK)),
    (Press("talks", of="case"), Press(Action.WRITE, of="case")),
    (Press(Action.OFFER), Press(Action.RETURN)),
    (Press(Action.END),),
    *KNOWN,
)
FILES = ((Press("files", of="case"),),)
CLOSE_ALERT = ((Press(Action.END),),)
ANSWER_OFFER = (
    (Press(Action.ACCEPT, of="offer", style=Style.SUCCESS), Press(Action.DECLINE, of="offer", choice="offer")),
)
ANSWER_STILL = ((Press(Action.KEEP, style=Style.SUCCESS), Press(Action.RETURN)),)
SECOND = (
    (Press(Action.LOOK, of="case"),),
    (Press(Action.AGREE_LOWER, of="case", style=Style.PRIMARY), Press(Action.REFUSE_LOWER, of="case")),
)
SECOND_TO_END = (
    (Press(Action.LOOK, of="case"),),
    (Press(Action.AGREE_END, of="ending", style=Style.PRIMARY), Press(Action.REFUSE_END, of="ending")),
)
ASSIGN = (
    (
        Press("managers", of="case", style=Style.PRIMARY),
        Press(Action.CLOSE, of="case", gate=gates.only_information),
    ),
    *KNOWN,
)
CONTACTED = (
    (Press(Action.CONTACT, of="case", choice="reached", style=Style.SUCCESS),),
    (
        Press(Action.CONTACT, of="case", choice="missed"),
        Press(Action.CONTACT, of="case", choice="unsafe", style=Style.DANGER),
    ),
)
MANAGING = (*CONTACTED, (Press(Action.LOOK, of="case"), Press("judge", of="case")))
#: Of a case that was given to somebody; where contact was made before, nobody is asked for it again.
YOURS = (
    *(tuple(replace(press, gate=gates.not_spoken_to) for press in row) for row in CONTACTED),
    *MANAGING[len(CONTACTED) :],
    *KNOWN,
)
ARRIVING = ((Press(Action.RECORD_OUTREACH, style=Style.SUCCESS),), (Press(Action.PROTECT, choice="later"),))
VISITING = (
    (Press(Action.VISIT_DONE, of="visit", style=Style.SUCCESS),),
    (Press(Action.VISIT_POSTPONE, of="visit"), Press(Action.VISIT_UNSAFE, of="visit", style=Style.DANGER)),
)
VISIT_HELD = (*VISITING, (Press(Action.LOOK),), (Press(Action.OFFER), Press(Action.RETURN)), *KNOWN)
CHECKED = ((Press("exclother", of="case"),),)
AGAIN = ((Press("judge", of="case", style=Style.PRIMARY),), (Press("parties", of="case"),))
#: The wish is read before it is agreed to: its words, and the two answers, are behind this button.
SECOND_TO_CLOSE = ((Press("wish", of="case", style=Style.PRIMARY),),)
ENDED = ((Press(Action.CLOSE, of="case", style=Style.PRIMARY),),)
REVIEWING = ((Press("open", of="case"), Press(Action.REVIEW, of="case", style=Style.PRIMARY)),)
POLICE = (
    (Press(Action.POLICE_REPORTED, of="case", style=Style.SUCCESS),),
    (Press(Action.POLICE_EXCUSED, of="case"),),
)
SECOND_TO_OVERRIDE = (
    (Press(Action.LOOK, of="case"),),
    (Press(Action.AGREE_OVERRIDE, of="case", style=Style.PRIMARY), Press(Action.DENY_OVERRIDE, of="case")),
)
REFUSED_CHILD = ((Press(Action.OVERRIDE, of="case", style=Style.DANGER),), (Press(Action.LOOK, of="case"),))
HAND_OVER = ((Press("managers", of="case", style=Style.PRIMARY), Press("open", of="case")),)
OPEN_CASE = ((Press("open", of="case"),),)
UNANSWERED = (
    (Press("talks", of="case", style=Style.PRIMARY),),
    (Press(Action.WRITE, of="case"), Press("noreply", of="case")),
)
CHILD_JOINED = ((Press(Action.NAME_GUARDIAN, of="case", style=Style.PRIMARY),), *OPEN_CASE)
NEWS = Action.REFERRAL_NEWS
OPEN_REFERRAL = (Press("referral", of="referral"),)
CONFIRMING = (
    (Press(NEWS, of="referral", choice="yes", style=Style.SUCCESS),),
    (Press(NEWS, of="referral", choice="notyet"), Press(NEWS, of="referral", choice="no")),
    OPEN_REFERRAL,
)
COORDINATING = ((Press(NEWS, of="referral", choice="news"), Press(NEWS, of="referral", choice="done")), OPEN_REFERRAL)
ANOTHER_WAY = (OPEN_REFERRAL, (Press(Action.REFER, of="case", style=Style.PRIMARY),))
IN_DANGER = (OPEN_REFERRAL, (Press("judge", of="case", style=Style.PRIMARY),))
FORGETTING = (
    (Press("open", of="case"),),
    (Press("erasewhy", of="case", style=Style.PRIMARY),),
)
TAKE_BACK = (Press(Action.TAKE_BACK, of="case", style=Style.DANGER),)

NOTICES: Mapping[EventKind, tuple[Notice, ...]] = {
    EventKind.ALERT_CALLED: (Notice(Audience.CALLED, "alert-call", Lane.EMERGENCY, TAKE, slot="alert"),),
    EventKind.ALERT_TAKEN: (
        Notice(Audience.OTHERS, "alert-taken-by", Lane.ESCALATION, slot="alert", replaces=True),
        Notice(Audience.HOLDER, "alert-taken-you", Lane.ESCALATION, slot="alert", replaces=True),
    ),
    EventKind.ALERT_JOINED: (
        Notice(Audience.OTHERS, "alert-taken-by", Lane.ESCALATION, slot="alert", replaces=True),
        Notice(Audience.ACTOR, "alert-taken-you", Lane.ESCALATION, slot="alert", replaces=True),
        Notice(Audience.HOLDER, "alert-joined", Lane.ESCALATION),
        Notice(Audience.COMPANIONS, "alert-joined", Lane.ESCALATION),
    ),
    EventKind.ALERT_OFFERED: (
        Notice(Audience.OFFERED, "alert-offered", Lane.ESCALATION, ANSWER_OFFER, slot="offer"),
        Notice(Audience.ACTOR, "offer-waits", Lane.REPLY, slot="offer", replaces=True),
    ),
    EventKind.ALERT_HANDED_OVER: (
        Notice(Audience.HOLDER, "offer-accepted", Lane.REPLY, slot="offer", replaces=True),
        Notice(Audience.OTHERS, "alert-taken-by", Lane.REST, slot="alert", replaces=True),
        Notice(Audience.COMPANIONS, "alert-handed-over", Lane.ESCALATION),
        Notice(Audience.LEADS, "alert-handed-over", Lane.REST),
    ),
    EventKind.OFFER_REFUSED: (
        Notice(Audience.OFFERED, "offer-over", Lane.REST, slot="offer", replaces=True),
        Notice(Audience.HOLDER, "offer-refused", Lane.ESCALATION),
    ),
    EventKind.ALERT_ASKED: (Notice(Audience.HOLDER, "alert-still-there", Lane.ESCALATION, ANSWER_STILL, slot="still"),),
    EventKind.ALERT_RETURNED: (
        Notice(Audience.ACTOR, "alert-returned", Lane.REPLY, slot="still", replaces=True),
        Notice(Audience.ACTOR, "alert-let-go", Lane.REPLY, slot="mine", replaces=True),
        Notice(Audience.LEADS, "alert-returned-lead", Lane.ESCALATION),
    ),
    EventKind.ALERT_ENDED: (Notice(Audience.OTHERS, "alert-ended", Lane.REST, slot="alert", replaces=True),),
    EventKind.ENDING_ASKED: (
        Notice(Audience.ENDERS, "ending-asked", Lane.ESCALATION, SECOND_TO_END, slot="end", protect=True),
        Notice(Audience.ACTOR, "ending-waits", Lane.REPLY),
    ),
    EventKind.ENDING_REFUSED: (Notice(Audience.ENDERS, "ending-refused", Lane.REST, slot="end", replaces=True),),
    EventKind.OUTREACH_RANG: (Notice(Audience.HOLDER, "outreach-due", Lane.ESCALATION, HOLDING, slot="mine"),),
    EventKind.OUTREACH_RECORDED: (Notice(Audience.LEADS, "outreach-recorded-lead", Lane.REST),),
    EventKind.PROTECTED: (Notice(Audience.LEADS, "protected-lead", Lane.REST),),
    EventKind.ARRIVAL_RANG: (Notice(Audience.HOLDER, "arrival-due", Lane.ESCALATION, ARRIVING),),
    EventKind.RISK_RAISED: (Notice(Audience.CARER_AND_LEADS, "risk-raised", Lane.ESCALATION),),
    EventKind.LOWERING_ASKED: (
        Notice(Audience.SECONDS, "lowering-asked", Lane.ESCALATION, SECOND, slot="lower", protect=True),
    ),
    EventKind.RISK_LOWERED: (
        Notice(Audience.SECONDS, "lowering-agreed", Lane.REST, slot="lower", replaces=True),
        Notice(Audience.ACTOR, "lowering-agreed", Lane.REPLY),
    ),
    EventKind.LOWERING_REFUSED: (
        Notice(Audience.SECONDS, "lowering-refused", Lane.REST, slot="lower", replaces=True),
        Notice(Audience.ACTOR, "lowering-refused", Lane.REPLY),
    ),
    EventKind.CONFIRMATION_RANG: (Notice(Audience.HOLDER, "confirmation-due", Lane.REMINDER, REPORT_HELD),),
    EventKind.ASSIGNMENT_OPENED: (Notice(Audience.LEADS, "assignment-open", Lane.REMINDER, ASSIGN, slot="assign"),),
    EventKind.ASSIGNMENT_RANG: (Notice(Audience.LEADS, "assignment-due", Lane.REMINDER, ASSIGN, slot="assign"),),
    EventKind.CASE_ASSIGNED: (
        Notice(Audience.MANAGER, "case-yours", Lane.REMINDER, YOURS),
        Notice(Audience.LEADS, "case-assigned", Lane.REST, slot="assign", replaces=True),
        Notice(Audience.ACTOR, "case-assigned", Lane.REPLY, slot="assign", replaces=True),
    ),
    EventKind.SAFETY_CHOSEN: (Notice(Audience.CARER, "safety-chosen", Lane.REST, ((Press(Action.LOOK, of="case"),),)),),
    EventKind.CONTACT_RANG: (Notice(Audience.CARER, "contact-due", Lane.REMINDER, CONTACTED, slot="contact"),),
    EventKind.CONTACT_RECORDED: (
        Notice(Audience.CARER_AND_LEADS, "contact-recorded", Lane.REST, slot="contact", replaces=True),
        Notice(Audience.ACTOR, "contact-recorded", Lane.REPLY, slot="contact", replaces=True),
    ),
    EventKind.VISIT_RANG: (Notice(Audience.MANAGER, "visit-due", Lane.REMINDER, VISITING, slot="visit"),),
    EventKind.VISIT_DONE: (
        Notice(Audience.MANAGER, "visit-done", Lane.REPLY, slot="visit", replaces=True),
        Notice(Audience.ACTOR, "visit-done", Lane.REPLY, slot="visit", replaces=True),
    ),
    EventKind.VISIT_POSTPONED: (
        Notice(Audience.MANAGER, "visit-postponed", Lane.REPLY, slot="visit", replaces=True),
        Notice(Audience.ACTOR, "visit-postponed", Lane.REPLY, slot="visit", replaces=True),
    ),
    EventKind.VISIT_UNSAFE: (
        Notice(Audience.MANAGER, "visit-unsafe", Lane.ESCALATION, slot="visit", replaces=True),
        Notice(Audience.ACTOR, "visit-unsafe", Lane.ESCALATION, slot="visit", replaces=True),
        Notice(Audience.HOLDER, "visit-unsafe-lead", Lane.ESCALATION),
        Notice(Audience.LEADS, "visit-unsafe-lead", Lane.ESCALATION),
    ),
    EventKind.HANDOVER_ASKED: (Notice(Audience.LEADS, "handover-asked", Lane.REMINDER, HAND_OVER, slot="handover"),),
    EventKind.TALK_RANG: (Notice(Audience.CARER, "talk-waits", Lane.REMINDER, UNANSWERED, slot="talk"),),
    EventKind.TALK_FAILED: (Notice(Audience.CARER, "talk-not-reached", Lane.ESCALATION, OPEN_CASE),),
    EventKind.REPORTER_STOPPED: (Notice(Audience.CARER, "reporter-stopped", Lane.REMINDER, OPEN_CASE),),
    EventKind.CASE_CLOSED: (Notice(Audience.CARER_AND_LEADS, "case-closed", Lane.REST),),
    EventKind.LINE_OPENED: (Notice(Audience.CARER, "line-opened", Lane.REST),),
    EventKind.LINE_CLOSED: (Notice(Audience.CARER, "line-closed", Lane.REST),),
    EventKind.RECEIPT_RENEWED: (Notice(Audience.CARER, "receipt-renewed", Lane.REST),),
    EventKind.REPORTER_LEFT: (Notice(Audience.CARER, "reporter-left", Lane.REMINDER, slot="left", replaces=True),),
    EventKind.CASE_REOPENED: (Notice(Audience.LEADS, "case-reopened", Lane.REST),),
    EventKind.ROUND_STARTED: (Notice(Audience.LEADS, "round-started", Lane.REST),),
    EventKind.ROUND_REVIEWED: (
        Notice(Audience.MANAGER, "round-reviewed", Lane.REMINDER),
        Notice(Audience.OTHER_LEADS, "round-reviewed", Lane.REST, slot="review", replaces=True),
        Notice(Audience.ACTOR, "round-reviewed", Lane.REPLY, slot="review", replaces=True),
    ),
    EventKind.ONE_SIDED_ASKED: (
        Notice(Audience.OTHER_LEADS, "one-sided-asked", Lane.REMINDER, SECOND_TO_CLOSE, slot="onesided"),
        Notice(Audience.ACTOR, "one-sided-waits", Lane.REPLY),
    ),
    EventKind.ONE_SIDED_AGREED: (
        Notice(Audience.OTHER_LEADS, "one-sided-agreed", Lane.REST, slot="onesided", replaces=True),
        Notice(Audience.ACTOR, "one-sided-agreed", Lane.REPLY, slot="onesided", replaces=True),
        Notice(Audience.MANAGER, "one-sided-agreed", Lane.REMINDER, ENDED),
    ),
    EventKind.ONE_SIDED_DENIED: (
        Notice(Audience.OTHER_LEADS, "one-sided-denied", Lane.REST, slot="onesided", replaces=True),
        Notice(Audience.ACTOR, "one-sided-denied", Lane.REPLY, slot="onesided", replaces=True),
        Notice(Audience.MANAGER, "one-sided-denied", Lane.REMINDER),
    ),
    EventKind.CASE_JOINED: (
        Notice(Audience.CARER, "case-joined", Lane.REMINDER),
        Notice(Audience.LEADS, "case-joined", Lane.REST),
    ),
    EventKind.CASE_SPLIT: (
        Notice(Audience.ACTOR, "case-split", Lane.REPLY),
        Notice(Audience.MANAGER, "case-split-manager", Lane.REMINDER),
        Notice(Audience.LEADS, "case-split", Lane.REST),
    ),
    EventKind.PARTY_WRITTEN: (Notice(Audience.MANAGER, "party-written", Lane.REST),),
    EventKind.STAFF_EXCLUDED: (Notice(Audience.LEADS, "staff-excluded", Lane.ESCALATION, CHECKED),),
    EventKind.FILE_LOST: (Notice(Audience.CARER, "file-lost-told", Lane.REST, FILES),),
    EventKind.ERASURE_ASKED: (
        Notice(Audience.LEADS, "erasure-asked", Lane.REMINDER, FORGETTING, slot="forget"),
        Notice(Audience.CARER, "erasure-asked-carer", Lane.REMINDER, OPEN_CASE),
    ),
    EventKind.ERASURE_RANG: (Notice(Audience.LEADS, "erasure-due", Lane.REMINDER, FORGETTING, slot="forget"),),
    EventKind.ERASURE_REFUSED: (
        Notice(Audience.LEADS, "erasure-kept", Lane.REST, slot="forget", replaces=True),
        Notice(Audience.ACTOR, "erasure-kept", Lane.REPLY, slot="forget", replaces=True),
    ),
    # Only a no is told.
    EventKind.CONSENT_RENEWED: (Notice(Audience.CARER, "consent-not-renewed", Lane.REMINDER, OPEN_CASE),),
    EventKind.REPORTER_DISTRUSTED: (
        Notice(Audience.CARER_AND_LEADS, "reporter-distrusted", Lane.ESCALATION, OPEN_CASE),
        Notice(Audience.ACTOR, "reporter-distrusted", Lane.REPLY, OPEN_CASE),
    ),
    EventKind.REPORTER_TRUSTED: (
        Notice(Audience.CARER_AND_LEADS, "reporter-trusted", Lane.REST, OPEN_CASE),
        Notice(Audience.ACTOR, "reporter-trusted", Lane.REPLY, OPEN_CASE),
    ),
    EventKind.POLICE_OPENED: (
        Notice(Audience.ACTOR, "police-opened", Lane.REPLY, POLICE, slot="police"),
        Notice(Audience.HOLDER, "police-opened", Lane.REMINDER, POLICE, slot="police"),
        Notice(Audience.MANAGER, "police-opened", Lane.REMINDER, POLICE, slot="police"),
    ),
    EventKind.POLICE_RANG: (Notice(Audience.CARER_AND_LEADS, "police-due", Lane.REMINDER, POLICE, slot="police"),),
    EventKind.POLICE_REPORTED: (
        Notice(Audience.CARER_AND_LEADS, "police-reported", Lane.REST, slot="police", replaces=True),
        Notice(Audience.ACTOR, "police-reported", Lane.REPLY, slot="police", replaces=True),
    ),
    EventKind.POLICE_EXCUSED: (
        Notice(Audience.CARER_AND_LEADS, "police-excused", Lane.REST, slot="police", replaces=True),
        Notice(Audience.ACTOR, "police-excused", Lane.REPLY, slot="police", replaces=True),
    ),
    EventKind.CONSENT_REFUSED: (Notice(Audience.LEADS, "consent-refused", Lane.REST, slot="refused"),),
    EventKind.OVERRIDE_ASKED: (
        Notice(
            Audience.DECIDERS,
            "override-asked",
            Lane.ESCALATION,
            SECOND_TO_OVERRIDE,
            slot="override",
            protect=True,
        ),
    ),
    EventKind.OVERRIDE_AGREED: (
        Notice(Audience.DECIDERS, "override-agreed", Lane.REST, slot="override", replaces=True),
        Notice(Audience.ACTOR, "override-agreed", Lane.REPLY),
    ),
    EventKind.OVERRIDE_DENIED: (
        Notice(Audience.DECIDERS, "override-denied", Lane.REST, slot="override", replaces=True),
        Notice(Audience.ACTOR, "override-denied", Lane.REPLY),
    ),
    EventKind.OVERRIDE_RANG: (
        Notice(Audience.DECIDERS, "override-still", Lane.ESCALATION, SECOND_TO_OVERRIDE, slot="override", protect=True),
    ),
    EventKind.ONE_SIDED_RANG: (
        Notice(Audience.OTHER_LEADS, "one-sided-still", Lane.REMINDER, SECOND_TO_CLOSE, slot="onesided"),
    ),
    EventKind.REFERRAL_SENT: (
        Notice(Audience.ACTOR, "referral-sent", Lane.REPLY, (OPEN_REFERRAL,), slot="refer"),
        Notice(Audience.FOLLOWER, "referral-sent", Lane.REMINDER, (OPEN_REFERRAL,), slot="refer"),
    ),
    EventKind.REFERRAL_RANG: (Notice(Audience.FOLLOWER, "referral-due", Lane.REMINDER, CONFIRMING, slot="refer"),),
    EventKind.REFERRAL_RECEIVED: (
        Notice(Audience.ACTOR, "referral-received", Lane.REPLY, (OPEN_REFERRAL,), slot="refer", replaces=True),
        Notice(Audience.FOLLOWER, "referral-received", Lane.REMINDER, (OPEN_REFERRAL,), slot="refer", replaces=True),
    ),
    EventKind.REFERRAL_DECLINED: (
        # What to do now stands beneath what was just said, not on a card of the day before.
        Notice(Audience.ACTOR, "referral-declined", Lane.REPLY, ANOTHER_WAY, slot="refer"),
        Notice(Audience.FOLLOWER, "referral-declined", Lane.ESCALATION, ANOTHER_WAY),
        Notice(Audience.LEADS, "referral-declined", Lane.ESCALATION, ANOTHER_WAY),
    ),
    EventKind.REFERRAL_PROGRESSED: (
        Notice(Audience.ACTOR, "referral-progressed", Lane.REPLY, (OPEN_REFERRAL,), slot="refer", replaces=True),
        Notice(Audience.FOLLOWER, "referral-progressed", Lane.REMINDER, (OPEN_REFERRAL,)),
    ),
    EventKind.REFERRAL_ENDED: (
        Notice(Audience.ACTOR, "referral-ended", Lane.REPLY, (OPEN_REFERRAL,), slot="refer", replaces=True),
        Notice(Audience.FOLLOWER, "referral-ended", Lane.REMINDER, (OPEN_REFERRAL,)),
    ),
    EventKind.REFERRAL_WITHDRAWN: (
        Notice(Audience.ACTOR, "referral-withdrawn", Lane.REPLY, slot="refer", replaces=True),
        Notice(Audience.FOLLOWER, "referral-withdrawn", Lane.REST, slot="refer", replaces=True),
    ),
    EventKind.CASE_ENTRUSTED: (
        Notice(Audience.ACTOR, "case-entrusted", Lane.REPLY, (OPEN_REFERRAL,), slot="assign", replaces=True),
        Notice(Audience.LEADS, "case-entrusted", Lane.REST, (OPEN_REFERRAL,), slot="assign", replaces=True),
    ),
    EventKind.CASE_TAKEN_BACK: (
        Notice(Audience.ACTOR, "case-taken-back", Lane.REPLY),
        Notice(Audience.FOLLOWER, "case-taken-back", Lane.ESCALATION),
    ),
}

#: Rows that stand in for the above while not enough have taken an alert: it can still be taken, and the ladder goes on.
WHILE_SHORT: Mapping[EventKind, tuple[Notice, ...]] = {
    EventKind.ALERT_TAKEN: (
        Notice(Audience.OTHERS, "alert-short", Lane.ESCALATION, TAKE, slot="alert", replaces=True),
        Notice(Audience.HOLDER, "alert-taken-short", Lane.ESCALATION, slot="alert", replaces=True),
    ),
    EventKind.ALERT_JOINED: (
        Notice(Audience.OTHERS, "alert-short", Lane.ESCALATION, TAKE, slot="alert", replaces=True),
        Notice(Audience.ACTOR, "alert-taken-short", Lane.ESCALATION, slot="alert", replaces=True),
        Notice(Audience.HOLDER, "alert-joined", Lane.ESCALATION),
        Notice(Audience.COMPANIONS, "alert-joined", Lane.ESCALATION),
    ),
}

#: Rows that come beside the above when something is late or goes wrong.
ALSO_LEADS: Mapping[str, Notice] = {
    "talk": Notice(Audience.LEADS, "talk-waits-lead", Lane.REMINDER, UNANSWERED, slot="talk"),
    "not_reached": Notice(Audience.LEADS, "talk-not-reached", Lane.ESCALATION, OPEN_CASE),
    "outreach": Notice(Audience.LEADS, "outreach-late-lead", Lane.ESCALATION),
    "still_unsafe": Notice(Audience.LEADS, "outreach-still-unsafe", Lane.ESCALATION),
    "unprotected": Notice(Audience.LEADS, "protected-not-lead", Lane.ESCALATION),
    "arrival": Notice(Audience.LEADS, "arrival-late-lead", Lane.ESCALATION),
    "visit_unheard": Notice(Audience.LEADS, "visit-due", Lane.REMINDER, VISITING, slot="visit"),
    "contact": Notice(Audience.LEADS, "contact-late-lead", Lane.REMINDER),
    "confirmation": Notice(Audience.LEADS, "confirmation-late-lead", Lane.ESCALATION),
    "nobody": Notice(Audience.LEADS, "alert-nobody", Lane.EMERGENCY),
    "unmanned": Notice(Audience.LEADS, "alert-no-duty-lead", Lane.EMERGENCY),
    "no_second": Notice(Audience.LEADS, "alert-no-second", Lane.ESCALATION),
    "ended_by_two": Notice(Audience.LEADS, "ending-agreed-lead", Lane.ESCALATION),
    "again": Notice(Audience.CARER_AND_LEADS, "party-rate-again", Lane.REMINDER, AGAIN),
    "again_leads": Notice(Audience.LEADS, "party-rate-again-leads", Lane.REMINDER, AGAIN),
    "match_is_out": Notice(Audience.LEADS, "match-is-out", Lane.ESCALATION, CHECKED),
    "graver": Notice(Audience.CARER_AND_LEADS, "risk-graver", Lane.ESCALATION),
    "review": Notice(Audience.OTHER_LEADS, "review-wanted", Lane.REMINDER, REVIEWING, slot="review"),
    "police_late": Notice(Audience.HEAD, "police-due", Lane.REMINDER, POLICE, slot="police"),
    "police_over_police_reported": Notice(Audience.HEAD, "police-reported", Lane.REST, slot="police", replaces=True),
    "police_over_police_excused": Notice(Audience.HEAD, "police-excused", Lane.REST, slot="police", replaces=True),
    "refused_child": Notice(Audience.LEADS, "consent-refused-child", Lane.ESCALATION, REFUSED_CHILD, slot="refused"),
    "refused_child_head": Notice(
        Audience.HEAD, "consent-refused-child", Lane.ESCALATION, REFUSED_CHILD, slot="refused"
    ),
    "refused_void": Notice(Audience.LEADS, "consent-refused-void", Lane.REST, slot="refused"),
    "override_over": Notice(Audience.DECIDERS, "override-over", Lane.REST, slot="override", replaces=True),
    "police_closed": Notice(Audience.CARER_AND_LEADS, "police-still-open", Lane.REST, POLICE, slot="police"),
    "referral": Notice(Audience.LEADS, "referral-late-lead", Lane.REMINDER, CONFIRMING, slot="refer"),
    "referral_over": Notice(
        Audience.LEADS, "referral-received", Lane.REST, (OPEN_REFERRAL,), slot="refer", replaces=True
    ),
    "referral_accepted": Notice(Audience.FOLLOWER, "referral-accepted", Lane.REMINDER, (OPEN_REFERRAL,)),
    "coordination": Notice(Audience.FOLLOWER, "referral-coordinate", Lane.REMINDER, COORDINATING, slot="refer"),
    "coordination_unheard": Notice(Audience.LEADS, "referral-coordinate", Lane.REMINDER, COORDINATING, slot="refer"),
    "coordination_late": Notice(Audience.LEADS, "referral-coordinate-late", Lane.REMINDER, COORDINATING, slot="refer"),
    "referral_danger": Notice(Audience.FOLLOWER, "referral-danger", Lane.ESCALATION, IN_DANGER),
    "referral_danger_lead": Notice(Audience.LEADS, "referral-danger", Lane.ESCALATION, IN_DANGER),
    "referral_unreachable": Notice(
        Audience.FOLLOWER, "referral-unreachable", Lane.ESCALATION, CONFIRMING, slot="refer"
    ),
    "handover_declined": Notice(Audience.LEADS, "handover-declined", Lane.ESCALATION, (*ANOTHER_WAY, TAKE_BACK)),
    "handover_unheld": Notice(Audience.LEADS, "handover-unheld", Lane.ESCALATION, (*ANOTHER_WAY, TAKE_BACK)),
    "handover_ended": Notice(
        Audience.LEADS, "handover-ended", Lane.REMINDER, (OPEN_REFERRAL, (Press(Action.CLOSE, of="case"),), TAKE_BACK)
    ),
    "take_back": Notice(Audience.CARER_AND_LEADS, "entrusted-graver", Lane.ESCALATION, (TAKE_BACK,)),
    "child_joined": Notice(Audience.CARER_AND_LEADS, "joined-child", Lane.ESCALATION, CHILD_JOINED),
    "decided_anew": Notice(Audience.CARER_AND_LEADS, "decided-anew", Lane.ESCALATION, OPEN_CASE),
    "sibling_waits": Notice(Audience.LEADS, "handover-sibling", Lane.ESCALATION, HAND_OVER),
    "referrals_moved": Notice(Audience.CARER, "referrals-moved", Lane.REMINDER, ((Press("referrals", of="case"),),)),
    "referrals_stopped": Notice(Audience.CARER, "referrals-stopped", Lane.REST, ((Press("referrals", of="case"),),)),
}


#: What a slot belongs to; the others belong to the case.
SLOT_OF = {
    **dict.fromkeys(("alert", "mine", "still", "offer", "end"), "alert"),
    "visit": "visit",
    "refer": "referral",
}


@dataclass(frozen=True)
class Scene:
    """What a notice is about, and everybody who could be told.

    `alert` is the case's open alert, one that calls for help first; `missed` the one for its overdue visit.
    `partners` are those of the referral's own agency.
    """

    case: Case
    roster: Roster
    alert: Alert | None = None
    missed: Alert | None = None
    visit: Visit | None = None
    actor: Staff | None = None
    called: tuple[Staff, ...] = ()
    args: Mapping[str, Arg] = field(default_factory=dict)
    referral: Referral | None = None
    partners: tuple[Partner, ...] = ()

    def __post_init__(self) -> None:
        # From whom a case is hidden nobody can be told, called or asked about it (T2).
        if self.case.excluded:
            object.__setattr__(self, "roster", self.roster.without(self.case.excluded))

    def with_args(self, **args: Arg) -> Scene:
        return replace(self, args={**self.args, **args})


def card(scene: Scene) -> dict[str, Arg]:
    """What every notice may say: number, gravity, kind, kecamatan, clocks. Never a name, address or story."""
    case = scene.case
    alert = scene.alert
    shown: dict[str, Arg] = {
        **gravity(case, alert),
        "risk": says(f"risk-{case.risk or 'none'}"),
        "types": _types(case),
        "reported": At(case.reported_at),
        "since": Since(case.reported_at),
        "actor": scene.actor.name if scene.actor else says("nobody-name"),
        "holder": takers(scene),
        # Only who knows the profile can say more of the way: what calls for help gives it in `scene.args`.
        "way": says("nothing"),
        "spoken": says("yours-contact" if case.contacted_at is None else "yours-contacted"),
    }
    if alert is not None:
        shown |= {
            "cause": says(f"cause-{alert.cause}"),
            "raised": At(alert.raised_at),
            "deadline": At(alert.deadline_at),
            "left": Until(alert.deadline_at),
            "calls": alert.calls,
            "arrival": At(alert.eta_at or alert.deadline_at),
            "taken": len(alert.takers),
            "wanted": alert.wanted,
            "missing": max(0, alert.wanted - len(alert.takers)),
        }
    if scene.visit is not None:
        shown |= {
            "nth": scene.visit.nth,
            "due": scene.visit.due_on,
            "why": says(f"why-visit-{scene.visit.risk or 'none'}"),
        }
    return shown | dict(scene.args)


def takers(scene: Scene) -> Arg:
    """Who has taken the alert, by name; "nobody yet"."""
    people = map(scene.roster.by_id, scene.alert.takers if scene.alert is not None else ())
    names = [person.name for person in people if person is not None]
    if len(names) < 2:
        return names[0] if names else says("nobody-name")
    return says("names-and", names=", ".join(names[:-1]), last=names[-1])


def _types(case: Case) -> Arg:
    """The kinds of the decision; "not known yet" while nothing is told of the victim and nobody has confirmed it."""
    if case.confirmed_at is None and not {"who", "victim"} & case.answers.keys():
        return says("types-unknown")
    return tuple(says(f"type-{kind}") for kind in case.types)


def _managers(scene: Scene) -> tuple[Staff, ...]:
    """Who acts for the case manager, else the case manager: who is away is left in peace."""
    people = [p for p in _some(*map(scene.roster.by_id, (scene.case.acting, scene.case.manager))) if p.active]
    able = next((person for person in people if person.reachable), None)
    return (able,) if able is not None else tuple(people)


def _carer(scene: Scene) -> tuple[Staff, ...]:
    people = _managers(scene)
    if people:
        return people
    holder = scene.roster.by_id(scene.alert.taken_by) if scene.alert else None
    return (holder,) if holder is not None and holder.active else scene.roster.leads()


def _follower(scene: Scene) -> tuple[Staff, ...]:
    sent_by = scene.referral.sent_by if scene.referral is not None else None
    people = (scene.roster.by_id(id) for id in (scene.case.acting, scene.case.manager, sent_by))
    able = next((p for p in people if p is not None and p.active and p.reachable), None)
    return (able,) if able is not None else scene.roster.leads()


def _officers(scene: Scene) -> tuple[Staff, ...]:
    able = (p for p in scene.roster.people if p.active and p.reachable and (p.on_duty or p.role in OFFICERS))
    return tuple(able)


def _some(*people: Staff | None) -> tuple[Staff, ...]:
    return tuple(p for p in people if p is not None)


def audience(who: Audience, scene: Scene) -> tuple[Staff, ...]:
    """The people behind a word of the table, each once; nobody who has left."""
    alert, lowering = scene.alert, scene.case.lowering
    told: tuple[StaffId, ...] = alert.told if alert else ()
    held: tuple[StaffId, ...] = alert.takers if alert else ()
    holder = scene.roster.by_id(alert.taken_by) if alert else None
    match who:
        case Audience.CALLED:
            found = scene.called
        case Audience.HOLDER:
            found = _some(holder)
        case Audience.OTHERS:
            found = _some(*(scene.roster.by_id(id) for id in told if id not in held))
        case Audience.COMPANIONS:
            found = _some(*(p for p in map(scene.roster.by_id, held[1:]) if p is not None and p != scene.actor))
        case Audience.OFFERED:
            found = _some(scene.roster.by_id(alert.offered_to) if alert else None)
        case Audience.ACTOR:
            found = _some(scene.actor)
        case Audience.LEADS:
            found = scene.roster.leads()
        case Audience.SECONDS:
            found = tuple(p for p in _officers(scene) if lowering is None or p.id != lowering.by)
        case Audience.ENDERS:
            ending = alert.ending if alert else None
            found = tuple(p for p in _officers(scene) if ending is None or p.id != ending.by)
        case Audience.MANAGER:
            found = _managers(scene)
        case Audience.CARER:
            found = _carer(scene)
        case Audience.CARER_AND_LEADS:
            found = _carer(scene) + scene.roster.leads()
        case Audience.DECIDERS:
            wish = scene.case.handling.override
            every = scene.roster.having(Role.COORDINATOR, Role.HEAD)
            found = tuple(p for p in every if wish is None or p.id != wish.asked_by)
        case Audience.HEAD:
            found = scene.roster.having(Role.HEAD)
        case Audience.FOLLOWER:
            found = _follower(scene)
        case Audience.OTHER_LEADS:
            found = tuple(p for p in scene.roster.having(Role.COORDINATOR, Role.HEAD) if p != scene.actor)
    return tuple(person for person in dict.fromkeys(found) if person.active)


def subject(of: str, scene: Scene) -> tuple[str, int]:
    """The reference and version a button carries; a wish to end and an offer are known by the moment they were made."""
    alert = scene.alert
    if of in ("ending", "offer"):
        if alert is None:
            return ("", 0)
        asked_at = alert.ending.at if alert.ending is not None else None
        return (str(alert.ref), stamp(asked_at if of == "ending" else alert.offered_at))
    things = {"alert": scene.alert, "case": scene.case, "visit": scene.visit, "referral": scene.referral}
    thing: Any = things[of]
    return (str(thing.ref), thing.version) if thing is not None else ("", 0)


def stamp(at: datetime | None) -> int:
    """A moment as a button carries it: the alert's own version changes with every step of the ladder."""
    return int(at.timestamp()) if at is not None else 0


def write(notice: Notice, scene: Scene) -> tuple[Message, ...]:
    """The messages of one row of the table."""
    args = card(scene)
    slot = f"{notice.slot}:{subject(SLOT_OF.get(notice.slot, 'case'), scene)[0]}" if notice.slot else ""
    return tuple(
        Message(
            to=person.chat,
            phrase=Phrase(notice.phrase, args),
            lane=notice.lane,
            buttons=_fitting(notice, scene),
            slot=slot,
            replaces=notice.replaces,
            protect=notice.protect,
            about_alert=scene.alert.ref if scene.alert and notice.to is Audience.CALLED else "",
        )
        for person in audience(notice.to, scene)
    )


def _fitting(notice: Notice, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    rows = (tuple(shown(press, scene) for press in row if press.fits(scene)) for row in notice.buttons)
    return tuple(row for row in rows if row)


def held_rows(alert: Alert, *, companion: bool) -> tuple[tuple[Press, ...], ...]:
    """The buttons of who has taken an alert; only its holder hands it over."""
    rows = HOLDING if alert.needs_outreach else VISIT_HELD if alert.cause is Cause.MISSED_VISIT else REPORT_HELD
    if not companion:
        return rows
    return tuple(tuple(press for press in row if press.action != Action.OFFER) for row in rows)


def shown(press: Press, scene: Scene) -> Button:
    """A button of the table, bound to the thing it is shown for."""
    ref, version = subject(press.of, scene)
    action = str(press.action) if press.of != "case" or press.action != Action.LOOK else "file"
    return Button(press.label, action, ref=ref, version=version, choice=press.choice, style=press.style)


def tell(kind: EventKind, scene: Scene) -> tuple[Message, ...]:
    """All messages that follow from one thing that happened. Nobody hears it twice, but every card is put right.

    The groups come last: an officer's own chat must not wait for them.
    """
    told: list[Message] = []
    short = scene.alert is not None and scene.alert.is_short and scene.alert.taken_by is not None
    rows = (WHILE_SHORT.get(kind) if short else None) or NOTICES.get(kind, ())
    for notice in rows:
        heard = {message.to: message.phrase.key for message in told}
        told += [
            message
            for message in write(notice, scene)
            if message.to not in heard or (message.replaces and heard[message.to] != message.phrase.key)
        ]
    return (*told, *(group_cards(scene.case, scene.alert, scene.roster.groups) if kind in SHOWN else ()))


def and_leads(messages: tuple[Message, ...], also: str, scene: Scene, *, late: bool) -> tuple[Message, ...]:
    """These messages; when it is late, or the bot can write to none of these people, the leads' row of `also` too."""
    people = (scene.roster.by_chat(message.to) for message in messages)
    if not late and any(person is not None and person.reachable for person in people):
        return messages
    heard = {message.to for message in messages}
    return (*messages, *(message for message in write(ALSO_LEADS[also], scene) if message.to not in heard))
