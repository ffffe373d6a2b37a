"""The entries of a case: the receipt in which each doing ends, notes, and what takes an entry back: undone, corrected.

Nothing is ever overwritten: an entry that was undone or corrected stays, marked, with who did it and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from cases.advancing import Written, moved
from cases.alert import AlertRef
from cases.case import Case, Status
from cases.deadlines import look_again
from cases.entry import Before, Entry, EntryKind, stand
from cases.handling import Handling
from cases.messages import Button, Lane, Message
from cases.moves import Action, allow
from cases.notices import NOTICES, Scene, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.referral import Referral
from cases.refusals import BuiltUpon, Changed, NotAllowed, TooLate, WrongMoment
from cases.reports import contact_ring
from cases.rulings import rule
from cases.staff import Staff

#: For so long whoever wrote an entry can take it back.
UNDO_WITHIN = timedelta(minutes=10)


#: What an entry tells of: under `told["what"]`, where its kind alone would say too little, or another thing.
WHATS = ("signed", "refused", "void", "asked", "agreed", "denied", "offender", "explained")


def title(entry: Entry) -> Phrase:
    """What an entry is, in a few words, with the steps that it tells of; nothing of what it says."""
    what = entry.told.get("what")
    named = says(f"entry-{entry.kind}-{what}" if what in WHATS else f"entry-{entry.kind}")
    # Several steps share a kind: whoever has just written two of them must see which one this is.
    return says("entry-of", what=named, steps=", ".join(entry.steps)) if entry.steps else named


def receipt(entry: Entry, case: Case, to: Staff) -> Message:
    """What whoever wrote an entry is told in the end: that it stands, and how it is taken back or put right."""
    version = entry.version + 1

    def press(action: Action) -> Button:
        return Button(says(f"button-{action}"), action, ref=entry.ref, version=version)

    return Message(
        to.chat,
        says(
            "entry-recorded",
            number=case.number,
            what=title(entry),
            minutes=UNDO_WITHIN // timedelta(minutes=1),
        ),
        buttons=(
            (press(Action.UNDO), press(Action.CORRECT)),
            (Button(says("button-open-case"), "open", ref=case.ref),),
        ),
        slot=f"entry:{entry.ref}",
    )


def set_down(
    scene: Scene, written: Written, *, by: Staff, now: datetime, event: EventKind = EventKind.ENTRY_WRITTEN
) -> Outcome:
    """An entry by which nothing moves. Whether it may be written is for who calls this to ask."""
    if written.at > now:
        raise WrongMoment
    entry = _entry(scene.case, written, by=by, now=now)
    told = {"entry": entry.ref, "kind": str(entry.kind)}
    return Outcome(entries=(entry,), events=(Event(event, scene.case.ref, now, by=by.id, told=told),))


def note(scene: Scene, written: Written, *, by: Staff, now: datetime) -> Outcome:
    """A note of the case, at any time: words, a voice, or the picture of what was written by hand."""
    allow(Action.NOTE, by=by, case=scene.case)
    return set_down(scene, replace(written, kind=EntryKind.NOTE, steps=()), by=by, now=now)


def _entry(case: Case, written: Written, *, by: Staff, now: datetime) -> Entry:
    return Entry(
        ref=written.ref,
        case=case.ref,
        kind=written.kind,
        at=written.at,
        written_at=now,
        by=by.id,
        steps=written.steps or (),
        told=written.told,
        files=written.files,
    )


def rated(
    scene: Scene,
    outcome: Outcome,
    *,
    risk: str | None,
    reason: str,
    by: Staff,
    alert_ref: AlertRef,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """A contact that was just written down, with the risk as it was rated at it (1.5): up at once, down from TINGGI
    only with a second officer. Without a rating, or with the same, everything stays as it was."""
    case = moved(outcome)
    if risk is None or risk == case.risk:
        return outcome
    return outcome + rule(
        replace(scene, case=case, actor=by),
        risk=risk,
        emergency=case.emergency,
        reason=reason,
        by=by,
        alert_ref=alert_ref,
        profile=profile,
        now=now,
    )


def may_undo(entry: Entry, case: Case, *, by: Staff, now: datetime, referrals: Iterable[Referral]) -> None:
    """Whether this person can still take the entry back. Raises NotAllowed, Changed, TooLate or BuiltUpon.

    `referrals` of the case: one that was sent since may rest on what would be undone, and changes neither status nor
    handling. What has left the house is withdrawn, and never loses the consent by which it went.
    """
    allow(Action.UNDO, by=by, case=case)
    if entry.by != by.id:
        raise NotAllowed
    if not entry.counts:
        raise Changed
    if now - entry.written_at > UNDO_WITHIN:
        raise TooLate(minutes=UNDO_WITHIN // timedelta(minutes=1))
    if entry.before is None:
        return
    sent_since = any(one.sent_at >= entry.written_at for one in referrals)
    if sent_since or entry.left != stand(case.status, case.handling):
        raise BuiltUpon


def undo(
    scene: Scene,
    entry: Entry,
    *,
    told_by: EventKind,
    by: Staff,
    profile: Profile,
    now: datetime,
    corrected: Entry | None = None,
    referrals: Iterable[Referral] = (),
) -> Outcome:
    """As if it had not been written: status and handling of before are back, the entry stays, marked as undone.

    `told_by` is what was told when it was written: whoever heard that hears this, and its buttons go. `corrected` is
    the entry that this one had corrected, which counts again. What a person judged about the risk is not taken back:
    that is a judgement of its own.
    """
    may_undo(entry, scene.case, by=by, now=now, referrals=referrals)
    gone = replace(entry, undone_at=now, undone_by=by.id)
    again = (replace(corrected, corrected_by=None),) if corrected is not None else ()
    event = Event(EventKind.ENTRY_UNDONE, scene.case.ref, now, by=by.id, told={"entry": entry.ref})
    outcome = Outcome(entries=(gone, *again), events=(event,))
    case = scene.case
    if entry.before is not None:
        case, reminders = _back(scene.case, entry, entry.before, profile=profile, now=now)
        outcome += Outcome(cases=(case,), reminders=reminders)
    return outcome + Outcome(messages=_undone(replace(scene, case=case, actor=by), entry, told_by))


def _back(
    case: Case, entry: Entry, before: Before, *, profile: Profile, now: datetime
) -> tuple[Case, tuple[Reminder, ...]]:
    back = replace(case, status=before.status, handling=before.handling)
    more: tuple[Reminder, ...] = ()
    if case.status is Status.CLOSED and before.status is not Status.CLOSED:
        back = replace(back, closed_at=None)
    if entry.kind is EntryKind.MEETING and case.contacted_at == entry.at:
        # It was this contact that had stopped the clock of the first one.
        back = replace(back, contacted_at=None)
        ring = contact_ring(back, profile=profile, now=now) or now + UNDO_WITHIN
        more = (Reminder(Clock.CONTACT, case.ref, ring),)
    back, reminders = look_again(case, back, profile=profile, now=now)
    return back, (*more, *reminders)


def _undone(scene: Scene, entry: Entry, told_by: EventKind) -> tuple[Message, ...]:
    """To whoever wrote it, and to all who had heard of it: their cards are put right."""
    here = scene.with_args(what=title(entry))
    assert scene.actor is not None
    mine = Message(
        scene.actor.chat,
        says("entry-undone-you", number=scene.case.number, what=title(entry)),
        slot=f"entry:{entry.ref}",
        replaces=True,
    )
    others = [
        message
        for row in NOTICES.get(told_by, ())
        for message in write(replace(row, phrase="entry-undone", lane=Lane.REST, buttons=(), replaces=True), here)
        if message.to != scene.actor.chat
    ]
    unique = {(message.to, message.slot): message for message in others}
    return (mine, *unique.values())


def correct(
    scene: Scene,
    old: Entry,
    *,
    written: Written,
    by: Staff,
    profile: Profile,
    now: datetime,
    handling: Handling | None = None,
) -> Outcome:
    """A new entry in the place of one that was wrong. The old one stays, marked with what corrects it.

    `handling` is what the case keeps of it, told anew; the steps that were done are those of the old one, at the time
    that is right.
    """
    allow(Action.CORRECT, by=by, case=scene.case)
    if not old.counts or old.case != scene.case.ref:
        raise Changed
    if written.at > now:
        raise WrongMoment
    before = scene.case
    new = replace(_entry(before, written, by=by, now=now), kind=old.kind, steps=old.steps, corrects=old.ref)
    kept = handling or before.handling
    done = tuple(replace(d, at=new.at, entry=new.ref) if d.entry == old.ref else d for d in kept.done)
    case = replace(before, handling=replace(kept, done=done))
    event = Event(EventKind.ENTRY_CORRECTED, case.ref, now, by=by.id, told={"entry": new.ref, "corrects": old.ref})
    outcome = Outcome(events=(event,))
    if case.handling != before.handling:
        case, reminders = look_again(before, case, profile=profile, now=now)
        left = stand(case.status, case.handling)
        new = replace(new, before=Before(before.status, before.handling), left=left)
        outcome += Outcome(cases=(case,), reminders=reminders)
    return outcome + Outcome(entries=(new, replace(old, corrected_by=new.ref)))
