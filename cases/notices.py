"""Who is told what: one table from what happened to audience, phrase, lane and buttons.

Nothing here carries a name, an address or a story. What does (`alert-news`, the case's file) goes only to who holds
the alert or the case, protected from forwarding, after a trace was written of who looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from cases.alert import Alert
from cases.case import Case
from cases.messages import Button, Lane, Message, Style
from cases.moves import OFFICERS, Action
from cases.outcome import EventKind
from cases.phrases import Arg, At, Phrase, Since, Until, says
from cases.staff import Roster, Staff, StaffId
from cases.visit import Visit


class Audience(StrEnum):
    CALLED = "called"  # those whom this step of the ladder calls
    HOLDER = "holder"  # who has taken the alert
    OTHERS = "others"  # who was called, but for the holder
    ACTOR = "actor"  # who pressed
    LEADS = "leads"  # coordinators, else heads, else admins
    SECONDS = "seconds"  # officers other than the actor, who can agree to a lowering
    MANAGER = "manager"  # the case manager
    CARER = "carer"  # whoever holds the case: manager, else holder of the alert, else the leads
    CARER_AND_LEADS = "carer_and_leads"


@dataclass(frozen=True)
class Press:
    """A button of a notice, before it is known for which case."""

    action: Action | str
    of: str = "alert"
    choice: str = ""
    style: Style = Style.PLAIN

    @property
    def label(self) -> Phrase:
        return says(f"button-{self.action}" + (f"-{self.choice}" if self.choice else ""))


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


TAKE = ((Press(Action.TAKE, style=Style.DANGER), Press(Action.DECLINE)),)
HOLDING = (
    (Press(Action.RECORD_OUTREACH, style=Style.SUCCESS),),
    (Press(Action.LOOK), Press(Action.RETURN)),
    (Press("judge", of="case"),),
)
REPORT_HELD = (
    (Press(Action.CONFIRM, of="case", style=Style.SUCCESS),),
    (Press("judge", of="case"), Press(Action.LOOK)),
    (Press(Action.RETURN),),
)
ANSWER_STILL = ((Press(Action.KEEP, style=Style.SUCCESS), Press(Action.RETURN)),)
SECOND = (
    (Press(Action.LOOK, of="case"),),
    (Press(Action.AGREE_LOWER, of="case", style=Style.PRIMARY), Press(Action.REFUSE_LOWER, of="case")),
)
ASSIGN = ((Press("managers", of="case", style=Style.PRIMARY), Press(Action.CLOSE, of="case")),)
CONTACTED = (
    (Press(Action.CONTACT, of="case", choice="reached", style=Style.SUCCESS),),
    (
        Press(Action.CONTACT, of="case", choice="missed"),
        Press(Action.CONTACT, of="case", choice="unsafe", style=Style.DANGER),
    ),
)
MANAGING = (*CONTACTED, (Press(Action.LOOK, of="case"), Press("judge", of="case")))
VISITING = (
    (Press(Action.VISIT_DONE, of="visit", style=Style.SUCCESS),),
    (Press(Action.VISIT_POSTPONE, of="visit"), Press(Action.VISIT_UNSAFE, of="visit", style=Style.DANGER)),
)

NOTICES: Mapping[EventKind, tuple[Notice, ...]] = {
    EventKind.ALERT_CALLED: (Notice(Audience.CALLED, "alert-call", Lane.EMERGENCY, TAKE, slot="alert"),),
    EventKind.ALERT_TAKEN: (
        Notice(Audience.OTHERS, "alert-taken-by", Lane.ESCALATION, slot="alert", replaces=True),
        Notice(Audience.HOLDER, "alert-taken-you", Lane.ESCALATION, slot="alert", replaces=True),
    ),
    EventKind.ALERT_ASKED: (Notice(Audience.HOLDER, "alert-still-there", Lane.ESCALATION, ANSWER_STILL, slot="still"),),
    EventKind.ALERT_RETURNED: (
        Notice(Audience.ACTOR, "alert-returned", Lane.REPLY, slot="still", replaces=True),
        Notice(Audience.ACTOR, "alert-let-go", Lane.REPLY, slot="mine", replaces=True),
        Notice(Audience.LEADS, "alert-returned-lead", Lane.ESCALATION),
    ),
    EventKind.ALERT_ENDED: (Notice(Audience.OTHERS, "alert-ended", Lane.REST, slot="alert", replaces=True),),
    EventKind.OUTREACH_RANG: (Notice(Audience.HOLDER, "outreach-due", Lane.ESCALATION, HOLDING),),
    EventKind.OUTREACH_RECORDED: (Notice(Audience.LEADS, "outreach-recorded-lead", Lane.REST),),
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
        Notice(Audience.MANAGER, "case-yours", Lane.REMINDER, MANAGING),
        Notice(Audience.LEADS, "case-assigned", Lane.REST, slot="assign", replaces=True),
        Notice(Audience.ACTOR, "case-assigned", Lane.REPLY, slot="assign", replaces=True),
    ),
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
    EventKind.CASE_CLOSED: (Notice(Audience.CARER, "case-closed", Lane.REST),),
}

#: Rows that come beside the above when something is late or goes wrong.
ALSO_LEADS: Mapping[str, Notice] = {
    "outreach": Notice(Audience.LEADS, "outreach-late-lead", Lane.ESCALATION),
    "still_unsafe": Notice(Audience.LEADS, "outreach-still-unsafe", Lane.ESCALATION),
    "visit": Notice(Audience.LEADS, "visit-late-lead", Lane.REMINDER),
    "visit_unheard": Notice(Audience.LEADS, "visit-due", Lane.REMINDER, VISITING, slot="visit"),
    "contact": Notice(Audience.LEADS, "contact-late-lead", Lane.REMINDER),
    "confirmation": Notice(Audience.LEADS, "confirmation-late-lead", Lane.ESCALATION),
    "nobody": Notice(Audience.LEADS, "alert-nobody", Lane.EMERGENCY),
    "graver": Notice(Audience.CARER_AND_LEADS, "risk-graver", Lane.ESCALATION),
}


@dataclass(frozen=True)
class Scene:
    """What a notice is about, and everybody who could be told."""

    case: Case
    roster: Roster
    alert: Alert | None = None
    visit: Visit | None = None
    actor: Staff | None = None
    called: tuple[Staff, ...] = ()
    args: Mapping[str, Arg] = field(default_factory=dict)

    def with_args(self, **args: Arg) -> Scene:
        return replace(self, args={**self.args, **args})


def card(scene: Scene) -> dict[str, Arg]:
    """What every notice may say: number, gravity, kind, kecamatan, clocks. Never a name, address or story."""
    case = scene.case
    alert = scene.alert
    urgent = case.emergency or (alert is not None and alert.calls_for_help)
    holder = scene.roster.by_id(alert.taken_by) if alert is not None else None
    shown: dict[str, Arg] = {
        "number": case.number,
        "severity": says("severity-emergency" if urgent else f"severity-{case.risk or 'none'}"),
        "mark": says("mark-emergency" if urgent else f"mark-{case.risk or 'none'}"),
        "risk": says(f"risk-{case.risk or 'none'}"),
        "types": _types(case),
        "kecamatan": case.kecamatan or says("kecamatan-unknown"),
        "reported": At(case.reported_at),
        "since": Since(case.reported_at),
        "actor": scene.actor.name if scene.actor else says("nobody-name"),
        "holder": holder.name if holder else says("nobody-name"),
    }
    if alert is not None:
        shown |= {
            "cause": says(f"cause-{alert.cause}"),
            "raised": At(alert.raised_at),
            "deadline": At(alert.deadline_at),
            "left": Until(alert.deadline_at),
            "calls": alert.calls,
        }
    if scene.visit is not None:
        shown |= {
            "nth": scene.visit.nth,
            "due": scene.visit.due_on,
            "why": says(f"why-visit-{scene.visit.risk or 'none'}"),
        }
    return shown | dict(scene.args)


def _types(case: Case) -> Arg:
    """The kinds of the decision; "not known yet" while nothing is told of the victim and nobody has confirmed it."""
    if case.confirmed_at is None and not {"who", "victim"} & case.answers.keys():
        return says("types-unknown")
    return tuple(says(f"type-{kind}") for kind in case.decision.case_types)


def _carer(scene: Scene) -> tuple[Staff, ...]:
    manager = scene.roster.by_id(scene.case.manager)
    if manager is not None and manager.active:
        return (manager,)
    holder = scene.roster.by_id(scene.alert.taken_by) if scene.alert else None
    return (holder,) if holder is not None and holder.active else scene.roster.leads()


def _seconds(scene: Scene) -> tuple[Staff, ...]:
    able = (p for p in scene.roster.people if p.active and p.reachable and (p.on_duty or p.role in OFFICERS))
    wish = scene.case.lowering
    return tuple(p for p in able if wish is None or p.id != wish.by)


def _some(*people: Staff | None) -> tuple[Staff, ...]:
    return tuple(p for p in people if p is not None)


def audience(who: Audience, scene: Scene) -> tuple[Staff, ...]:
    """The people behind a word of the table, each once; nobody who has left."""
    alert = scene.alert
    told: tuple[StaffId, ...] = alert.told if alert else ()
    holder = scene.roster.by_id(alert.taken_by) if alert else None
    match who:
        case Audience.CALLED:
            found = scene.called
        case Audience.HOLDER:
            found = _some(holder)
        case Audience.OTHERS:
            found = _some(*(scene.roster.by_id(id) for id in told if alert is None or id != alert.taken_by))
        case Audience.ACTOR:
            found = _some(scene.actor)
        case Audience.LEADS:
            found = scene.roster.leads()
        case Audience.SECONDS:
            found = _seconds(scene)
        case Audience.MANAGER:
            found = _some(scene.roster.by_id(scene.case.manager))
        case Audience.CARER:
            found = _carer(scene)
        case Audience.CARER_AND_LEADS:
            found = _carer(scene) + scene.roster.leads()
    return tuple(person for person in dict.fromkeys(found) if person.active)


def subject(of: str, scene: Scene) -> tuple[str, int]:
    """The reference and version a button carries."""
    thing: Any = {"alert": scene.alert, "case": scene.case, "visit": scene.visit}[of]
    return (str(thing.ref), thing.version) if thing is not None else ("", 0)


def write(notice: Notice, scene: Scene) -> tuple[Message, ...]:
    """The messages of one row of the table."""
    args = card(scene)
    slot_of = {"alert": "alert", "mine": "alert", "still": "alert", "visit": "visit"}.get(notice.slot, "case")
    slot = f"{notice.slot}:{subject(slot_of, scene)[0]}" if notice.slot else ""
    return tuple(
        Message(
            to=person.chat,
            phrase=Phrase(notice.phrase, args),
            lane=notice.lane,
            buttons=tuple(tuple(shown(press, scene) for press in row) for row in notice.buttons),
            slot=slot,
            replaces=notice.replaces,
            protect=notice.protect,
            about_alert=scene.alert.ref if scene.alert and notice.to is Audience.CALLED else "",
        )
        for person in audience(notice.to, scene)
    )


def shown(press: Press, scene: Scene) -> Button:
    """A button of the table, bound to the thing it is shown for."""
    ref, version = subject(press.of, scene)
    action = str(press.action) if press.of != "case" or press.action != Action.LOOK else "file"
    return Button(press.label, action, ref=ref, version=version, choice=press.choice, style=press.style)


def tell(kind: EventKind, scene: Scene) -> tuple[Message, ...]:
    """All messages that follow from one thing that happened. Nobody hears it twice, but every card is put right."""
    told: list[Message] = []
    for notice in NOTICES.get(kind, ()):
        heard = {message.to: message.phrase.key for message in told}
        told += [
            message
            for message in write(notice, scene)
            if message.to not in heard or (message.replaces and heard[message.to] != message.phrase.key)
        ]
    return tuple(told)


def and_leads(messages: tuple[Message, ...], also: str, scene: Scene, *, late: bool) -> tuple[Message, ...]:
    """These messages; when it is late, or the bot can write to none of these people, the leads' row of `also` too."""
    people = (scene.roster.by_chat(message.to) for message in messages)
    if not late and any(person is not None and person.reachable for person in people):
        return messages
    heard = {message.to for message in messages}
    return (*messages, *(message for message in write(ALSO_LEADS[also], scene) if message.to not in heard))
