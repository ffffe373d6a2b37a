"""Who watches over an officer who is out, and what is said to them: the question, the alarm, and that it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.alert import Alert, AlertRef, Outing
from cases.messages import Button, Lane, Message, Rows, Style
from cases.moves import Action
from cases.notices import Scene, card
from cases.outcome import Event, EventKind, Outcome, Page
from cases.phrases import At, Phrase, says
from cases.profile import Profile
from cases.staff import Group, Role, Staff, StaffId

#: So many questions without an answer, and the others are told.
ALARM_AFTER = 2


def subject(alert: AlertRef, who: StaffId) -> str:
    """What the safety clock of one officer of one alert is called."""
    return f"{alert}|{who}"


def read_subject(subject: str) -> tuple[AlertRef, StaffId]:
    """The alert and the officer of a safety clock."""
    alert, _, who = subject.rpartition("|")
    return AlertRef(alert), StaffId(int(who))


def outing_of(alert: Alert, who: StaffId) -> Outing | None:
    """The outing of that officer, if they are out."""
    return next((outing for outing in alert.outings if outing.who == who), None)


def is_alarming(outing: Outing) -> bool:
    """Whether the others were told that something may have happened to this officer."""
    return outing.needs_help or outing.unanswered >= ALARM_AFTER


def watchers(scene: Scene, who: StaffId) -> tuple[Staff, ...]:
    """Who is told when an officer is silent or in danger: those on duty, who else took it, coordinators and head."""
    alert = scene.alert
    assert alert is not None
    takers = (scene.roster.by_id(id) for id in alert.takers)
    near = (
        *scene.roster.in_group(Group.ON_DUTY),
        *(person for person in takers if person is not None),
        *scene.roster.having(Role.COORDINATOR, Role.HEAD),
    )
    found = tuple(p for p in dict.fromkeys(near) if p.active and p.id != who)
    if any(person.reachable for person in found):
        return found
    everyone = (*found, *scene.roster.in_group(Group.EVERYONE))
    return tuple(p for p in dict.fromkeys(everyone) if p.id != who)


def alarming(scene: Scene, outing: Outing) -> Outing:
    """The outing with all who are told of it now, beside those who were told before and are still here."""
    told = (scene.roster.by_id(id) for id in outing.alarmed)
    still = (person.id for person in told if person is not None and person.active)
    return replace(outing, alarmed=tuple(dict.fromkeys((*still, *(p.id for p in watchers(scene, outing.who))))))


def slot_of(alert: Alert, outing: Outing) -> str:
    """One for all questions since the last sign of life: an answer puts these right and leaves older ones alone."""
    return f"safe:{alert.ref}:{int((outing.sign_at or outing.since).timestamp())}"


def question(scene: Scene, officer: Staff, *, phrase: str, profile: Profile) -> Message:
    assert scene.alert is not None
    outing = outing_of(scene.alert, officer.id)
    assert outing is not None
    args = card(scene) | {"every": f"{profile.safety_minutes:g}"}
    return Message(
        officer.chat,
        Phrase(phrase, args),
        Lane.EMERGENCY,
        buttons=answers(scene.alert),
        slot=slot_of(scene.alert, outing),
    )


def answers(alert: Alert) -> Rows:
    def button(label: str, action: Action, style: Style = Style.PLAIN) -> Button:
        return Button(says(label), action, ref=alert.ref, version=alert.version, style=style)

    return (
        (button("button-im-safe", Action.SAFE, Style.SUCCESS), button("button-need-help", Action.HELP, Style.DANGER)),
        (button("button-im-back", Action.BACK),),
    )


def alarm(scene: Scene, outing: Outing, *, now: datetime, by: Staff | None = None) -> Outcome:
    """Everybody who was told of this outing, by every way there is."""
    alert = scene.alert
    assert alert is not None
    kind = EventKind.OFFICER_IN_DANGER if outing.needs_help else EventKind.OFFICER_SILENT
    key = "officer-danger" if outing.needs_help else "officer-silent"
    told = {"alert": alert.ref, "who": int(outing.who), "unanswered": outing.unanswered}
    args = card(scene) | _about(scene, outing)
    people = tuple(filter(None, map(scene.roster.by_id, outing.alarmed)))
    page = Phrase(f"page-{key}", args)
    return Outcome(
        events=(Event(kind, scene.case.ref, now, by=by.id if by else None, told=told),),
        messages=tuple(
            Message(
                person.chat,
                Phrase(key, args),
                Lane.EMERGENCY,
                buttons=_reached(alert, outing.who),
                slot=f"watch:{subject(alert.ref, outing.who)}",
            )
            for person in people
            if person.reachable
        ),
        pages=tuple(Page(person.id, page, alert.ref) for person in people),
    )


def _about(scene: Scene, outing: Outing) -> dict[str, At | str | Phrase]:
    officer = scene.roster.by_id(outing.who)
    return {
        "officer": officer.name if officer is not None else says("nobody-name"),
        "left": At(outing.since),
        "sign": At(outing.sign_at or outing.since),
    }


def _reached(alert: Alert, who: StaffId) -> Rows:
    def button(label: str, action: str, choice: str = "", style: Style = Style.PLAIN) -> Button:
        return Button(says(label), action, ref=alert.ref, version=alert.version, choice=choice, style=style)

    return (
        (button("button-call110", "call110", style=Style.DANGER),),
        (button("button-reached-safe", Action.SAFE, str(who), Style.SUCCESS),),
        (button("button-reached-back", Action.BACK, str(who)),),
    )


def all_clear(scene: Scene, before: Outing, *, by: Staff, key: str) -> tuple[Message, ...]:
    """Whoever was alarmed hears that it is over: as a message of its own, since nobody is woken by a changed one."""
    alert = scene.alert
    assert alert is not None
    if not is_alarming(before):
        return ()
    args = card(scene) | _about(scene, before) | {"who": by.name}
    card_of = f"watch:{subject(alert.ref, before.who)}"
    messages: list[Message] = []
    for person in filter(None, map(scene.roster.by_id, before.alarmed)):
        if person.active and person.reachable:
            messages.append(Message(person.chat, Phrase("officer-heard", args), slot=card_of, replaces=True))
            messages.append(Message(person.chat, Phrase(key, args), Lane.ESCALATION))
    return tuple(messages)
