"""Whose files an outcome speaks of: those that a case names are the case's, those of an ended draft are nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cases.attachment import Attachment, AttachmentRef, AttachmentState
from cases.case import CaseRef
from cases.notices import Scene, tell
from cases.outcome import Event, EventKind, Outcome

#: Under which name an answer that is a file says which attachment it is.
ATTACHMENT = "attachment"


def named_in(answers: Any) -> Iterator[AttachmentRef]:
    """The attachments that these answers name, in their order."""
    if isinstance(answers, Mapping):
        ref = answers.get(ATTACHMENT)
        if isinstance(ref, str) and ref:
            yield AttachmentRef(ref)
        for value in answers.values():
            yield from named_in(value)
    elif isinstance(answers, list | tuple):
        for value in answers:
            yield from named_in(value)


def of_cases(outcome: Outcome) -> dict[AttachmentRef, CaseRef]:
    """Whose each attachment is that is named by a case, or by something of a case."""
    found: dict[AttachmentRef, CaseRef] = {}
    for dialogue in outcome.dialogues:
        if dialogue.case:
            found |= dict.fromkeys(named_in(dialogue.answers), CaseRef(dialogue.case))
    for case in outcome.cases:
        found |= dict.fromkeys(named_in(case.answers), case.ref)
    for entry in outcome.entries:
        found |= dict.fromkeys(named_in(entry.told), entry.case)
        found |= {AttachmentRef(file.attachment): entry.case for file in entry.files if file.attachment}
    found |= {AttachmentRef(talk.attachment): talk.case for talk in outcome.talks if talk.attachment}
    found |= {AttachmentRef(letter.photo): letter.case for letter in outcome.letters if letter.photo}
    return found


def is_named(ref: AttachmentRef, outcome: Outcome) -> bool:
    """Whether anything that is kept names this attachment."""
    return ref in of_cases(outcome) or any(ref in named_in(dialogue.answers) for dialogue in outcome.dialogues)


def let_go(outcome: Outcome) -> frozenset[AttachmentRef]:
    """What was sent in dialogues that have ended without any case to keep it."""
    kept = of_cases(outcome)
    going_on = {ref for one in outcome.dialogues if not one.ended for ref in named_in(one.answers)}
    over = {ref for one in outcome.dialogues if one.ended for ref in named_in(one.answers)}
    return frozenset(over - kept.keys() - going_on)


def fetched(attachment: Attachment, *, now: datetime) -> Outcome:
    """It is kept, or lost for good: that goes into the history of its case with the hash, the evidence for later."""
    if not attachment.case:
        return Outcome(attachments=(attachment,))
    kept = attachment.state is AttachmentState.KEPT
    told = {"file": attachment.ref, "kind": attachment.kind, "size": attachment.size, "sha256": attachment.sha256}
    told = told if kept else {"file": attachment.ref, "kind": attachment.kind, "why": attachment.why}
    kind = EventKind.FILE_KEPT if kept else EventKind.FILE_LOST
    return Outcome(attachments=(attachment,), events=(Event(kind, CaseRef(attachment.case), now, told=told),))


def told_lost(scene: Scene) -> Outcome:
    """Who holds the case hears that a file can't be had, so that they may ask for it again."""
    return Outcome(messages=tell(EventKind.FILE_LOST, scene))
