"""A case that a case manager holds, and what people do to its file in the office of the other tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef, Ruling, Status
from cases.entry import Entry
from cases.handling import Consent, Handling, Signer
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.reports import Told, open_case
from cases.staff import StaffId
from cases.visit import Visit, VisitRef
from cases.visiting import first_visit
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from tests.office import EKA, REPORTER, Office, world
from triage.decision import decide
from triage.facts import Facts


async def held(
    office: Office,
    facts: Facts,
    *,
    risk: str,
    status: Status = Status.ASSIGNED,
    answers: dict[str, Any] | None = None,
) -> Case:
    """A case confirmed at that risk, in the hands of Eka, with its first visit planned: at 1.7, or already met, or with
    the signed form."""
    manager = await office.member(EKA)
    async with office.storage.work() as work:
        case, _ = open_case(
            Told(answers=answers or {}, facts=facts, decision=decide(facts)),
            ref=CaseRef("c"),
            alert_ref=AlertRef("a"),
            number=CaseNumber("LU-2026-0001"),
            reporter=REPORTER,
            cause=Cause.REPORT,
            roster=await work.roster(),
            profile=world().profile,
            now=office.now - timedelta(hours=5),
        )
        case = replace(
            case,
            status=status,
            handling=_handling(status, manager.id, office.now),
            ruling=Ruling(risk, False, StaffId(1), office.now),
            confirmed_at=office.now,
            manager=manager.id,
            assigned_at=office.now,
        )
        _, planned = first_visit(case, ref=VisitRef("v"), profile=world().profile, now=office.now)
        await work.record(Outcome(cases=(case,)), now=office.now)
        await work.record(planned, now=office.now)
    return await case_of(office)


def _handling(status: Status, manager: StaffId, now: datetime) -> Handling:
    if status is Status.ASSIGNED:
        return Handling()
    met = Handling().with_done(("1.8",), at=now, by=manager)
    if status is Status.MET:
        return met
    consent = Consent(True, Signer.VICTIM, now, manager, photo_id="photo-of-form")
    return replace(met.with_done(("1.9", "1.10"), at=now, by=manager), consent=consent)


async def case_of(office: Office) -> Case:
    async with office.storage.look() as look:
        case = await look.case(CaseRef("c"))
    assert case is not None
    return case


async def visit_of(office: Office) -> Visit | None:
    async with office.storage.look() as look:
        return await look.planned_visit(CaseRef("c"))


async def entries_of(office: Office) -> tuple[Entry, ...]:
    async with office.storage.look() as look:
        return await look.entries(CaseRef("c"))


async def act(office: Office, chat: ChatId, action: Action | str, *, choice: str = "") -> list[Message]:
    """Somebody presses that button of the card of the case as it stands now."""
    case = await case_of(office)
    return await office.press(
        chat, Button(says(f"button-{action}"), str(action), ref=case.ref, version=case.version, choice=choice)
    )


async def fills(office: Office, chat: ChatId, action: Action | str, *told: str | Answer) -> list[Message]:
    """The form behind a button, from its first question to its last: "step:value" is pressed, the rest is said.

    All but the last answer come in one batch, as they may from a phone that was without a signal; what the last one
    brings is handed back.
    """
    office.now += timedelta(minutes=1)
    case = await case_of(office)
    card = {"action": str(action), "ref": case.ref, "version": case.version}
    *first, last = (Heard(chat, Doing.PRESSED, office.now, **card), *(_heard(office, chat, one) for one in told))
    async with office.storage.work() as work:
        for heard in first:
            await hear(work, heard, world(), now=office.now)
    await office.deliver()
    before = len(office.sent.get(chat, ()))
    async with office.storage.work() as work:
        await hear(work, last, world(), now=office.now)
    await office.deliver()
    return office.sent[chat][before:]


def _heard(office: Office, chat: ChatId, told: str | Answer) -> Heard:
    if isinstance(told, Answer):
        return Heard(chat, Doing.SAID, office.now, answer=told)
    step, colon, choice = told.partition(":")
    if not colon:
        return Heard(chat, Doing.SAID, office.now, answer=Answer(Kind.TEXT, text=told))
    answer = Answer(Kind.PRESS, step=step, choice=choice)
    return Heard(chat, Doing.PRESSED, office.now, answer=answer, action="a", ref="c", choice=told)


async def sends(office: Office, chat: ChatId, answer: Answer) -> list[Message]:
    return await office.does(chat, Doing.SAID, answer=answer)


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


def every_key(phrase: Phrase) -> set[str]:
    """The keys of a phrase and of all in it."""
    found = {phrase.key}
    for arg in phrase.args.values():
        for part in arg if isinstance(arg, tuple) else (arg,):
            found |= every_key(part) if isinstance(part, Phrase) else set()
    return found


PHOTO = Answer(Kind.PHOTO, file_id="photo-of-form")
VOICE = Answer(Kind.VOICE, file_id="voice-1")
