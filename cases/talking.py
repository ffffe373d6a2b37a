"""Reporter and unit talk through the bot, and neither learns the other's Telegram name.

Whatever the unit says is bound to one report and one line before it can be sent: a draft, shown with its case, which
only its own button sends. Whatever the reporter says goes to who holds the case, and rings until somebody has answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases.case import Case, CaseRef
from cases.line import Line, LineKind
from cases.messages import ChatId, Lane
from cases.moves import Action, allow, holds
from cases.notices import Scene, and_leads, card, tell
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Arg, Phrase, Since, says
from cases.profile import Profile
from cases.refusals import Distrusted, NotAllowed, Refusal
from cases.reports import by_day_unless_grave
from cases.staff import Staff
from cases.talk import Talk, TalkRef, TalkState

#: What is looked at by who reads a conversation, in the trace.
LOOK = "talk"


@dataclass(frozen=True)
class Thread:
    """One conversation: the report whose words they are, where it is handled, and the line that it goes over.

    `there` is the case that the report was joined to, or its own; `several`: that line speaks for more than one case.
    """

    there: Scene
    report: Case
    chat: ChatId
    line: LineKind = LineKind.REPORTER
    several: bool = False


@dataclass(frozen=True)
class Said:
    """What was typed or sent."""

    text: str = ""
    kind: str = "text"
    file_id: str = ""
    place: tuple[float, float] | None = None


def can_be_written_to(case: Case) -> bool:
    """Whether anybody speaks for it in a chat."""
    return case.reporter is not None or bool(case.reports)


def lines_of(report: Case, lines: Iterable[Line]) -> tuple[tuple[ChatId, LineKind], ...]:
    """The chats that speak for a report, its own first; each once."""
    own = ((report.reporter, LineKind.REPORTER),) if report.reporter is not None else ()
    found: dict[ChatId, LineKind] = {}
    for chat, kind in (*own, *((line.chat, line.kind) for line in lines if line.open)):
        found.setdefault(chat, kind)
    return tuple(found.items())


def ask_to_write(scene: Scene, by: Staff) -> None:
    """Raises NotAllowed or WrongMoment where this person may not write to who reported: only who has the case or an
    alert of it in their hands may."""
    allow(Action.WRITE, by=by, case=scene.case)
    if scene.case.distrusted:
        raise Distrusted
    alerts = (alert for alert in (scene.alert, scene.missed) if alert is not None and alert.is_open)
    if not holds(by, scene.case) and not any(by.id in alert.takers for alert in alerts):
        raise NotAllowed


def may_write(scene: Scene, by: Staff) -> bool:
    """The same as a question."""
    try:
        ask_to_write(scene, by)
    except Refusal:
        return False
    return True


def case_line(thread: Thread) -> Phrase:
    """Which case: number, kind, kecamatan, never a name; for a joined report its number too."""
    shown = card(thread.there)
    told: dict[str, Arg] = {name: shown[name] for name in ("number", "types", "kecamatan")}
    if thread.report.ref == thread.there.case.ref:
        return Phrase("talk-case", told)
    return Phrase("talk-case-joined", {**told, "joined": thread.report.number})


def whom(thread: Thread) -> Phrase:
    """Who is at the other end: by what they said of themselves, and by which line."""
    if thread.line is LineKind.TRUSTED:
        return says("talk-to-trusted")
    who = thread.report.answers.get("who")
    known = who in ("sp", "sl", "sa", "anak", "kel", "lain", "petugas")
    person = says(f"talk-to-{who}" if known else "talk-to-unknown")
    return says("talk-to-phone", who=person) if thread.line is LineKind.PHONE else person


def words_of(talk: Talk) -> Phrase:
    """What was said; of a file what it is, and what was written beside it."""
    if talk.kind == "text":
        return says("as-typed", text=talk.text)
    if talk.text:
        return says(f"talk-{talk.kind}-said", text=talk.text)
    return says(f"talk-{talk.kind}")


# What the reporter says


def heard(
    thread: Thread,
    ref: TalkRef,
    said: Said,
    *,
    before: Iterable[Talk],
    profile: Profile,
    now: datetime,
    asked: bool = False,
) -> tuple[Talk, Outcome]:
    """The reporter said something to a sent report: kept, and brought up until somebody answers. `before`: what is
    open in this conversation; the clock runs from the first that nobody answered. What they were `asked` in the report
    is kept as well, and waits for no answer."""
    talk = Talk(
        ref=ref,
        case=thread.report.ref,
        chat=thread.chat,
        at=now,
        text=said.text,
        kind=said.kind,
        file_id=said.file_id,
        place=said.place,
        state=TalkState.ANSWERED if asked else TalkState.SAID,
    )
    if asked or any(one.waits_for == "unit" for one in before):
        return talk, Outcome(talks=(talk,))
    ring = by_day_unless_grave(now + answer_within(thread.there.case, profile), thread.there.case, profile)
    return talk, Outcome(talks=(talk,), reminders=(Reminder(Clock.TALK, thread.report.ref, ring),))


def answer_within(case: Case, profile: Profile) -> timedelta:
    """How long somebody may wait for an answer."""
    grave = case.emergency or case.gravity == "TINGGI"
    return timedelta(minutes=profile.talk_grave_minutes if grave else profile.talk_minutes)


def seen(talks: Iterable[Talk], *, now: datetime) -> tuple[Talk, ...]:
    """The reporter's words, which somebody of the unit has looked at just now."""
    return tuple(
        replace(talk, state=TalkState.READ, read_at=now)
        for talk in talks
        if not talk.is_ours and talk.state is TalkState.SAID
    )


def settled(thread: Thread, open: Iterable[Talk], *, chat: ChatId | None, now: datetime) -> Outcome:
    """What the reporter said on this line (None: on any) waits for no answer any more."""
    waiting = [talk for talk in open if talk.waits_for == "unit"]
    over = [talk for talk in waiting if chat in (None, talk.chat)]
    done = tuple(replace(t, state=TalkState.ANSWERED, read_at=t.read_at or now) for t in over)
    silent = (Reminder(Clock.TALK, thread.report.ref, None),) if len(over) == len(waiting) else ()
    return Outcome(talks=done, reminders=silent)


def rang(thread: Thread, open: Iterable[Talk], *, profile: Profile, now: datetime) -> Outcome:
    """Nobody has answered: whoever holds the case hears it, then the leads too, until somebody does."""
    waiting = sorted((talk for talk in open if talk.waits_for == "unit"), key=lambda talk: (talk.at, talk.ref))
    case = thread.there.case
    if not waiting or not case.is_open:
        return Outcome(reminders=(Reminder(Clock.TALK, thread.report.ref, None),))
    first, within = waiting[0], answer_within(case, profile)
    alert = thread.there.alert
    if alert is not None and alert.is_open and not alert.takers and case.manager is None:
        # It still calls: nobody is asked to answer what nobody holds yet.
        return Outcome(reminders=(Reminder(Clock.TALK, thread.report.ref, now + within),))
    rung = first.rung + 1
    coming = by_day_unless_grave(now + within * min(rung, 4), case, profile)
    outcome = Outcome(
        talks=(replace(first, rung=rung),),
        events=(Event(EventKind.TALK_RANG, case.ref, now, told={"rung": rung}),),
        reminders=(Reminder(Clock.TALK, thread.report.ref, coming),),
    )
    here = thread.there.with_args(count=str(len(waiting)), said=Since(first.at))
    messages = and_leads(tell(EventKind.TALK_RANG, here), "talk", here, late=rung > 1)
    if case.emergency or case.gravity == "TINGGI":
        messages = tuple(replace(message, lane=Lane.ESCALATION) for message in messages)
    return outcome + Outcome(messages=messages)


def looked(ref: CaseRef, by: Staff, *, now: datetime) -> Look:
    """The trace of who read a conversation."""
    return Look(ref, by.id, now, LOOK)
