"""What the unit writes to a reporter: a draft with its case, sent by its button alone, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases.messages import Button, Lane, Message, Rows, Style
from cases.notices import and_leads, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Arg, Phrase, says
from cases.safe_contact import may_say_now
from cases.staff import Staff
from cases.talk import Talk, TalkRef, TalkState, with_file
from cases.talk_words import Concerns
from cases.talking import Said, Thread, ask_to_write, case_line, may_write, settled, whom, words_of

#: A draft that was not sent is brought up after so long, and dropped after as long again.
UNSENT = timedelta(minutes=30)


@dataclass(frozen=True)
class Phone:
    """What is known of the phone that something is to go to."""

    heard_at: datetime | None
    left_at: datetime | None = None
    reachable: bool = True
    first: bool = False


def draft(thread: Thread, ref: TalkRef, said: Said, *, by: Staff, concerns: Concerns, now: datetime) -> Outcome:
    """An officer's words come back to them with their case; only the button beneath sends them."""
    ask_to_write(thread.there, by)
    talk = Talk(
        ref=ref,
        case=thread.report.ref,
        chat=thread.chat,
        at=now,
        by=by.id,
        text=said.text,
        kind=said.kind,
        file_id=said.file_id,
        place=said.place,
        state=TalkState.DRAFT,
    )
    return Outcome(
        talks=(talk,),
        reminders=(Reminder(Clock.TALK, ref, now + UNSENT),),
        messages=(preview(thread, talk, to=by, concerns=concerns),),
    )


def preview(thread: Thread, talk: Talk, *, to: Staff, concerns: Concerns, again: bool = False) -> Message:
    """The draft as it would be sent, its case on top, with what should be thought over before."""
    notes = [says("talk-unsent")] if again else []
    notes += [says(f"talk-risk-{risk}") for risk in concerns.risks]
    notes += [says(f"talk-saying-{saying}") for saying in concerns.sayings]
    send = "button-sendtalk-anyway" if concerns else "button-sendtalk"
    row = (
        Button(says(send), "sendtalk", ref=talk.ref, style=Style.PLAIN if concerns else Style.SUCCESS),
        Button(says("button-edittalk"), "edittalk", ref=talk.ref),
        Button(says("button-droptalk"), "droptalk", ref=talk.ref),
    )
    told: dict[str, Arg] = {
        "case": case_line(thread),
        "whom": whom(thread),
        "what": words_of(talk),
        "lines": tuple(notes) or says("nothing"),
    }
    return _bound(thread, talk, Message(to.chat, Phrase("talk-preview", told), buttons=(row,)), replaces=False)


def status(thread: Thread, talk: Talk, *, to: Staff, first: bool = False, tidies: bool = True) -> Message:
    """What became of an officer's words, in the very message in which they were shown as a draft."""
    key = "talk-is-waiting-allowed" if first and talk.state is TalkState.WAITING else f"talk-is-{talk.state}"
    told: dict[str, Arg] = {
        "case": case_line(thread),
        "whom": whom(thread),
        "what": words_of(talk),
        "state": says(key),
    }
    shown = Message(to.chat, Phrase("talk-status", told), Lane.REST if tidies else Lane.REPLY, tidies=tidies)
    return _bound(thread, talk, shown, replaces=True)


def _bound(thread: Thread, talk: Talk, message: Message, *, replaces: bool) -> Message:
    return replace(
        message,
        slot=f"talk:{talk.ref}",
        replaces=replaces,
        protect=True,
        about_case=thread.there.case.ref,
        about_talk=talk.ref,
    )


def _status_for(thread: Thread, talk: Talk, **more: bool) -> tuple[Message, ...]:
    """… for who said it, if they may still see the case."""
    person = thread.there.roster.by_id(talk.by)
    return (status(thread, talk, to=person, **more),) if person is not None and person.active else ()


def send(
    thread: Thread,
    talk: Talk,
    open: Iterable[Talk],
    *,
    phone: Phone,
    by: Staff,
    signature: str,
    now: datetime,
) -> Outcome:
    """The draft goes to the one line it was bound to: at once while the phone is in their hand, else it waits until
    they write or press something. Raises what `ask_to_write` raises: it is asked again at the last moment."""
    ask_to_write(thread.there, by)
    said_now = may_say_now(heard_at=phone.heard_at, left_at=phone.left_at, now=now)
    state = TalkState.SAID if said_now else TalkState.WAITING
    sent = replace(talk, state=state, at=now, said_at=now if said_now else None)
    outcome = settled(thread, open, chat=talk.chat, now=now) + Outcome(
        reminders=(Reminder(Clock.TALK, talk.ref, None),),
        events=(Event(EventKind.OFFICER_WROTE, thread.there.case.ref, now, by=by.id),),
    )
    if not phone.reachable:
        return outcome + not_reached(thread, (sent,), now=now)
    shown = status(thread, sent, to=by, first=phone.first, tidies=False)
    words = (to_reporter(thread, sent, signature=signature),) if said_now else ()
    return outcome + Outcome(talks=(sent,), messages=(*words, shown))


def to_reporter(thread: Thread, talk: Talk, *, signature: str) -> Message:
    """The unit's words as the reporter reads them: no name, and a button by which they can make it stop."""
    who: Arg = signature or says("talk-signed")
    told: dict[str, Arg] = {"who": who, "what": words_of(talk)}
    phrase = Phrase("talk-from-unit", told)
    if thread.several:
        phrase = Phrase("talk-from-unit-about", {**told, "number": thread.report.number})
    stop: Rows = ((Button(says("button-stoptalk"), "stoptalk", ref=talk.ref),),)
    return replace(
        with_file(Message(talk.chat, phrase, buttons=stop), talk),
        about_case=thread.report.ref,
        about_talk=talk.ref,
    )


def shown_now(thread: Thread, talk: Talk, *, signature: str, now: datetime) -> Outcome:
    """What waited is said, for the reporter has just written or pressed something."""
    sent = replace(talk, state=TalkState.SAID, said_at=now)
    words = to_reporter(thread, sent, signature=signature)
    return Outcome(talks=(sent,), messages=(words, *_status_for(thread, sent)))


def became(thread: Thread, talk: Talk, state: TalkState) -> Outcome:
    """It is delivered, read, dropped, or waits again; the one line under the officer's words says so."""
    then = replace(talk, state=state, said_at=None if state is TalkState.WAITING else talk.said_at)
    return Outcome(talks=(then,), messages=_status_for(thread, then))


def not_reached(thread: Thread, talks: Iterable[Talk], *, now: datetime) -> Outcome:
    """It can't be brought there (403): whoever holds the case hears it at once, the leads too where there is danger."""
    failed = tuple(replace(talk, state=TalkState.FAILED) for talk in talks)
    if not failed:
        return Outcome()
    lines = tuple(message for talk in failed for message in _status_for(thread, talk, tidies=False))
    case = thread.there.case
    grave = case.emergency or case.gravity == "TINGGI"
    told = and_leads(tell(EventKind.TALK_FAILED, thread.there), "not_reached", thread.there, late=grave)
    return Outcome(
        talks=failed,
        events=(Event(EventKind.TALK_FAILED, case.ref, now),),
        messages=(*lines, *told),
    )


def draft_rang(thread: Thread, talk: Talk, *, concerns: Concerns, now: datetime) -> Outcome:
    """A draft that was not sent is brought up once, then dropped; so it is where its officer may not write any more."""
    if talk.state is not TalkState.DRAFT:
        return Outcome(reminders=(Reminder(Clock.TALK, talk.ref, None),))
    person = thread.there.roster.by_id(talk.by)
    if talk.rung or person is None or not may_write(thread.there, person):
        return dropped(thread, talk)
    brought = replace(talk, rung=talk.rung + 1)
    return Outcome(
        talks=(brought,),
        reminders=(Reminder(Clock.TALK, talk.ref, now + UNSENT),),
        messages=(preview(thread, brought, to=person, concerns=concerns, again=True),),
    )


def dropped(thread: Thread, talk: Talk) -> Outcome:
    """A draft is taken back before it went out."""
    silent = Outcome(reminders=(Reminder(Clock.TALK, talk.ref, None),))
    return silent + became(thread, talk, TalkState.DROPPED)


def stopped(thread: Thread, *, now: datetime) -> Outcome:
    """The reporter wants to hear nothing more of themselves: whoever holds the case hears that."""
    event = Event(EventKind.REPORTER_STOPPED, thread.there.case.ref, now)
    return Outcome(events=(event,), messages=tell(EventKind.REPORTER_STOPPED, thread.there))
