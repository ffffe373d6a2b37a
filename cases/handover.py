"""What is said around a change of shift: the handover card, the end of duty, and who did not say "Siap".

A card names alerts by number, gravity, kecamatan and clocks; never who it is about. The note of the officer before is
free words, so it goes only to who is on duty and is protected from forwarding.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cases.alert import Alert
from cases.case import Case
from cases.messages import Button, Lane, Message, Rows, Style
from cases.notices import Scene, card
from cases.outcome import Event
from cases.phrases import At, Phrase, Since, says
from cases.profile import Profile
from cases.rota import Note, Ready, Rota, Standing
from cases.rota_words import until, when
from cases.shifts import Shift
from cases.staff import Roster, Staff

#: More alerts than this are not told one by one; the gravest and oldest are.
MOST = 10
#: A note is handed on for so long.
NOTE_LIVES = timedelta(hours=24)


@dataclass(frozen=True)
class Running:
    """One open alert, and the last thing that happened to its case."""

    case: Case
    alert: Alert
    last: Event | None


def comes_on(shift: Shift, rota: Rota, roster: Roster, running: tuple[Running, ...], *, now: datetime) -> Message:
    """The handover card, for who comes on."""
    person = _person(roster, shift)
    first = sorted(running, key=lambda one: (not one.alert.calls_for_help, one.alert.raised_at))[:MOST]
    lines = tuple(_line(one, roster) for one in first) or (says("rota-no-alerts"),)
    if len(running) > MOST:
        lines += (says("rota-more-alerts", count=len(running) - MOST),)
    told = says("rota-on", until=until(shift, now=now), lines=lines, note=last_note(rota, roster, to=person, now=now))
    # The cards with which they are taken are one press away, as they stand then.
    buttons: Rows = ((Button(says("button-my-alerts"), "my-alerts", style=Style.PRIMARY),),) if running else ()
    return Message(person.chat, told, Lane.ESCALATION, buttons=buttons, protect=True)


def _line(one: Running, roster: Roster) -> Phrase:
    scene = Scene(case=one.case, roster=roster, alert=one.alert)
    last = says(f"last-{one.last.kind}") if one.last else says("nobody-name")
    at = At(one.last.at) if one.last else At(one.alert.raised_at)
    return Phrase("handover-alert", card(scene) | {"waiting": Since(one.alert.raised_at), "last": last, "at": at})


def last_note(rota: Rota, roster: Roster, *, to: Staff, now: datetime) -> Phrase:
    """The newest words at handover of somebody else, if they are of today."""
    notes = [n for n in rota.of(Note) if n.at <= now < n.at + NOTE_LIVES and n.by != to.id]
    return note_words(notes[-1], roster) if notes else says("nothing")


def note_words(note: Note, roster: Roster) -> Phrase:
    writer = roster.by_id(note.by)
    return says("rota-note", name=writer.name if writer else says("nobody-name"), at=At(note.at), words=note.words)


def goes_off(standing: Standing, roster: Roster) -> Message:
    """The end of duty, with a word asked for who comes after."""
    ref = str(int(standing.end.timestamp()) // 60)
    button = Button(says("button-rota-note"), "rnote", ref=ref, style=Style.PRIMARY)
    nothing = Button(says("button-rota-no-note"), "rnote", ref=ref, choice="no")
    person = _person(roster, standing)
    return Message(person.chat, says("rota-off"), Lane.REPLY, buttons=((button, nothing),), slot=note_slot(ref))


def note_slot(ref: str) -> str:
    return f"rnote:{ref}"


def asks_ready(ready: Ready, roster: Roster, profile: Profile) -> Message:
    """ "Siap?", with its two buttons. That it arrives is the proof that the bot can reach this officer."""
    told = says("rota-ready", hours=when(ready, profile), by=At(ready.answer_by))
    return Message(
        _person(roster, ready).chat, told, Lane.ESCALATION, buttons=ready_buttons(ready), slot=slot_of(ready)
    )


def slot_of(ready: Ready) -> str:
    return f"ready:{ready.ref}"


def ready_buttons(ready: Ready) -> Rows:
    yes = Button(says("button-ready-yes"), "rready", ref=ready.ref, choice="y", style=Style.SUCCESS)
    return ((yes, Button(says("button-ready-no"), "rready", ref=ready.ref, choice="n")),)


def not_ready(shift: Shift, ready: Ready | None, roster: Roster, profile: Profile) -> tuple[Message, ...]:
    """Their shift runs, and they are not on duty: said to them, and to the leads with a way to put somebody else in."""
    person = _person(roster, shift)
    mine = Message(
        person.chat, says("rota-not-on"), Lane.ESCALATION, buttons=ready_buttons(ready) if ready is not None else ()
    )
    return (mine, *to_leads("rota-unready", shift, ready, roster, profile))


def to_leads(
    key: str, shift: Shift | Ready, ready: Ready | None, roster: Roster, profile: Profile
) -> tuple[Message, ...]:
    """Somebody will not be there: the leads hear it at once, with a button to put somebody else in."""
    person = _person(roster, shift)
    state = says("reachable" if person.reachable else "unreachable")
    told = says(key, name=person.name, hours=when(shift, profile), state=state)
    buttons: Rows = ()
    if ready is not None:
        button = Button(says("button-rota-replace"), "rsub", ref=ready.ref, version=ready.version, style=Style.PRIMARY)
        buttons = ((button,),)
    return tuple(
        Message(lead.chat, told, Lane.ESCALATION, buttons=buttons) for lead in roster.leads() if lead.id != person.id
    )


def nobody_left(roster: Roster) -> tuple[Message, ...]:
    """The leads hear at once that a change left nobody on duty."""
    return tuple(Message(lead.chat, says("nobody-on-duty"), Lane.ESCALATION) for lead in roster.leads())


def _person(roster: Roster, of: Shift | Standing | Ready) -> Staff:
    found = roster.by_id(of.staff)
    assert found is not None
    return found
