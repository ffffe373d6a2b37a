"""The second channel: the same call once more, by a way that is not Telegram, until enough have taken the alert."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import LADDER_OF, Alert, Cause
from cases.notices import Scene, card
from cases.outcome import Clock, Event, EventKind, Outcome, Page, Reminder
from cases.phrases import Phrase, Since, says
from cases.profile import Profile
from cases.staff import Group, Role, Staff

#: The phrase of a call. Pages of other phrases are not dropped when the alert is taken.
CALL = "page-alert"
#: What calls for an open alert, whoever wrote it; once it was taken nobody need be woken by it any more.
CALLS = frozenset({CALL, "audit-page"})
#: What a page may say of a case; the card knows more.
SHOWN = ("severity", "number", "kecamatan")


def pages_for(alert: Alert) -> bool:
    """Whether this alert is worth waking people by another way: danger, or a TINGGI report that broke off."""
    return alert.needs_outreach or alert.cause is Cause.UNFINISHED


def first_page(alert: Alert, *, profile: Profile, now: datetime) -> tuple[Reminder, ...]:
    """The clock of the second channel, from the moment at which the ladder is climbed from its start."""
    if not pages_for(alert):
        return ()
    return (Reminder(Clock.PAGE, alert.ref, now + timedelta(minutes=profile.second_channel.after_minutes)),)


def page_rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Not enough have taken it for so long: everybody called so far is paged, and again with the ladder's repeats."""
    alert = scene.alert
    assert alert is not None
    if not alert.is_short or not pages_for(alert):
        return Outcome(reminders=(Reminder(Clock.PAGE, alert.ref, None),))
    return page(scene, profile=profile, now=now)


def page(scene: Scene, *, profile: Profile, now: datetime, away: bool = False) -> Outcome:
    """One page to everybody whom the alert concerns by now; `away`: because Telegram can't be reached.

    Without gateways in the profile nobody is paged and nothing is said to have happened; the clock goes on, so that
    gateways which are set up later serve the alerts that are open already.
    """
    alert = scene.alert
    assert alert is not None
    again = now + timedelta(minutes=profile.ladders[LADDER_OF[alert.cause]].repeat_minutes)
    reminder = Reminder(Clock.PAGE, alert.ref, again)
    people = to_page(scene)
    if not people or not profile.second_channel.urls:
        return Outcome(reminders=(reminder,))
    told = {"alert": alert.ref, "to": [int(person.id) for person in people], "away": away}
    words = _words(scene, alert, away=away)
    return Outcome(
        alerts=(replace(alert, paged_at=now),),
        events=(Event(EventKind.ALERT_PAGED, scene.case.ref, now, told=told),),
        reminders=(reminder,),
        pages=tuple(Page(person.id, words, alert.ref) for person in people),
    )


def to_page(scene: Scene) -> tuple[Staff, ...]:
    """Whom the ladder has called so far, and who is on duty; else the coordinators, heads, admins, whoever is there.

    Not who has taken it or said "I can't", unless that is everybody. Whom Telegram can't reach is called all the
    more.
    """
    alert = scene.alert
    assert alert is not None
    called = tuple(person for id in alert.told if (person := scene.roster.by_id(id)) is not None and person.active)
    every = dict.fromkeys((*called, *scene.roster.in_group(Group.ON_DUTY)))
    asked = [person for person in every if person.id not in alert.takers]
    willing = tuple(person for person in asked if person.id not in alert.declined)
    if willing:
        return willing
    for role in (Role.COORDINATOR, Role.HEAD, Role.ADMIN):
        if leads := tuple(p for p in scene.roster.having(role) if p.id not in (*alert.takers, *alert.declined)):
            return leads
    return tuple(asked)


def _words(scene: Scene, alert: Alert, *, away: bool) -> Phrase:
    shown = card(scene)
    return Phrase(
        CALL,
        {
            **{name: shown[name] for name in SHOWN},
            "since": Since(alert.raised_at),
            "repeat": says("page-again") if alert.paged_at is not None else says("nothing"),
            "state": says("page-too-few" if alert.takers else "page-nobody"),
            "away": says("page-away") if away else says("nothing"),
        },
    )
