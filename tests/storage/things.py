"""Small whole values for the tests, each different only where a test cares."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cases.alert import Alert, AlertRef, Cause
from cases.attachment import Attachment, AttachmentRef
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.dialogue import Dialogue
from cases.messages import ChatId, Lane, Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import StaffId
from cases.visit import Visit, VisitRef
from storage import Arrival, Storage, Work
from triage.decision import decide
from triage.facts import Facts, Victim

NOW = datetime(2026, 11, 20, 3, 4, 5, 678901, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
REPORTER = ChatId(5_111_222_333)
OFFICER = ChatId(6_444_555_666)
FACTS = Facts(violence=("fisik",), ongoing_now=True, victims=(Victim(age=31, sex="P"),))


def arrival(update_id: int, chat: int | None = 1, payload: bytes = b"{}") -> Arrival:
    return Arrival(update_id, chat, payload, NOW)


def case(ref: str = "case-1", **changes: Any) -> Case:
    made = Case(
        ref=CaseRef(ref),
        number=CaseNumber(f"LU-2026-{ref}"),
        reporter=REPORTER,
        reported_at=NOW,
        status=Status.REPORTED,
        answers={"story": "Dia memukul saya"},
        facts=FACTS,
        decision=decide(FACTS),
    )
    return replace(made, **changes)


def alert(ref: str = "alert-1", of: str = "case-1", **changes: Any) -> Alert:
    made = Alert(AlertRef(ref), CaseRef(of), Cause.TRIAGE, raised_at=NOW, deadline_at=NOW + 60 * MINUTE)
    return replace(made, **changes)


def visit(ref: str = "visit-1", of: str = "case-1", **changes: Any) -> Visit:
    made = Visit(VisitRef(ref), CaseRef(of), 1, 0, date(2026, 11, 20), date(2026, 11, 21), "TINGGI")
    return replace(made, **changes)


def dialogue(chat: ChatId = REPORTER, flow: str = "intake", **changes: Any) -> Dialogue:
    return replace(Dialogue(chat, flow, "place"), **changes)


def attachment(ref: str = "file-1", **more: Any) -> Attachment:
    return Attachment(
        AttachmentRef(ref), more.pop("chat", REPORTER), "photo", "AgACfile", more.pop("sent_at", NOW), **more
    )


def message(to: int = OFFICER, key: str = "hello", lane: Lane = Lane.REPLY, **changes: Any) -> Message:
    return replace(Message(ChatId(to), says(key), lane), **changes)


def card(key: str, to: int = OFFICER, **changes: Any) -> Message:
    """A message of the slot `alert:1`; with `replaces` it takes the place of the earlier ones."""
    return message(to, key, Lane.EMERGENCY, slot="alert:1", **changes)


async def known_to_us(work: Work, messages: Iterable[Message]) -> None:
    """Whoever gets these is somebody of an institution: what a stranger may be sent unasked is the gate's alone."""
    roster = await work.roster()
    for chat in {message.to for message in messages if message.to > 0 and roster.by_chat(message.to) is None}:
        await work.add_partner(chat=chat, name="Mitra", agency="mitra")


async def put(storage: Storage, *, now: datetime = NOW, **parts: Any) -> None:
    """Record one outcome in a unit of work of its own."""
    async with storage.work() as work:
        await known_to_us(work, parts.get("messages", ()))
        await work.record(Outcome(**{name: tuple(values) for name, values in parts.items()}), now=now)


def staff_id(number: int) -> StaffId:
    return StaffId(number)
