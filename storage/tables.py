"""The tables. Columns are plain only where a query needs them; `bytes` columns are blind indices or sealed.

Times are whole microseconds since 1970 in both databases: the same order, nothing lost, no time zone to misread.
Partial indices repeat their condition as a constant, because SQLite does not use them for bound values.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Select,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
#: Sorts behind every moment, alike in both databases, which put NULL to different ends.
NEVER = datetime(9999, 12, 31, tzinfo=UTC)

#: What waits for a second person: few among all that is set.
WISHES = "clock = 'wish'"
URGENT_CLOCKS = "clock IN ('ladder', 'page', 'outreach', 'silence', 'offer', 'safety', 'arrival')"

Id = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as microseconds since 1970. A time without its zone is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must say its zone")
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Tables(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, int: BigInteger}  # noqa: RUF012


def _partial(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


def counts(row: Any, *states: str) -> Select[Any]:
    """One row with the number of rows in each of these states, each counted in its own index."""
    return select(
        *(select(func.count()).select_from(row).where(one_of(row.state, s)).scalar_subquery() for s in states)
    )


def one_of(column: Any, *states: str) -> ColumnElement[bool]:
    """A condition on constants of ours, in the words of the partial indices."""
    named: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in states]
    found: ColumnElement[bool] = column == named[0] if len(named) == 1 else column.in_(named)
    return found


class MetaRow(Tables):
    """The wrapped keys of the house."""

    __tablename__ = "meta"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]


class InboxRow(Tables):
    """Everything that arrived. States: waiting, worked, set_aside. `message_id` stands as long as the message may still
    be on the phone and could be deleted there; at `fade_at` it is. `said_at` is when the person did it."""

    __tablename__ = "inbox"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    update_id: Mapped[int] = mapped_column(unique=True)
    chat: Mapped[bytes | None]
    state: Mapped[str]
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer)
    received_at: Mapped[datetime]
    payload: Mapped[bytes | None]
    why: Mapped[bytes | None]
    message_id: Mapped[int | None]
    fade_at: Mapped[datetime | None]
    said_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_inbox_chat", "chat", "id"),
        _partial("ix_inbox_there", "chat", "id", where="message_id IS NOT NULL"),
        _partial("ix_inbox_fading", "fade_at", where="fade_at IS NOT NULL"),
        _partial("ix_inbox_waiting", "id", where="state = 'waiting'"),
        _partial("ix_inbox_waiting_chat", "chat", "id", where="state = 'waiting'"),
        _partial("ix_inbox_set_aside", "id", where="state = 'set_aside'"),
        _partial("ix_inbox_worked", "received_at", where="state = 'worked'"),
    )


class PersonRow(Tables):
    """Whoever wrote to us, found by the blind index of the chat."""

    __tablename__ = "person"
    chat: Mapped[bytes] = mapped_column(primary_key=True)
    body: Mapped[bytes]
    language: Mapped[str]
    reachable: Mapped[bool]
    told_language: Mapped[bool]


class StaffRow(Tables):
    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chat: Mapped[bytes] = mapped_column(unique=True)
    body: Mapped[bytes]
    role: Mapped[str]
    language: Mapped[str]
    on_duty: Mapped[bool]
    reachable: Mapped[bool]
    active: Mapped[bool]
    reserve: Mapped[bool | None]


class RotaRow(Tables):
    """What was planned of duty: shifts, leave, holidays, swaps, and what was answered. `until`: over by then."""

    __tablename__ = "rota"
    ref: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    until: Mapped[datetime | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]


class GroupRow(Tables):
    """The groups of staff that the bot knows, found by the blind index of their chat."""

    __tablename__ = "staff_group"
    chat: Mapped[bytes] = mapped_column(primary_key=True)
    active: Mapped[bool]
    body: Mapped[bytes]


class PulseRow(Tables):
    """Signs of life: when a part last wrote, by the clock and by the ticks since the machine's start."""

    __tablename__ = "pulse"
    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    ticks: Mapped[int]
    boot: Mapped[str]


class DialogueRow(Tables):
    """Where somebody is in a conversation. `turn` counts within a chat: the highest is the newest."""

    __tablename__ = "dialogue"
    chat: Mapped[bytes] = mapped_column(primary_key=True)
    flow: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[bytes] = mapped_column(primary_key=True)
    turn: Mapped[int]
    updated_at: Mapped[datetime]
    case_ref: Mapped[str]
    body: Mapped[bytes]

    __table_args__ = (Index("ix_dialogue_case_ref", "case_ref"), Index("ix_dialogue_subject", "subject"))


class CaseRow(Tables):
    """`rank` and `next_at` order the lists; without a rank a case is closed or forgotten, and in none of them.
    `next_at` is the least of `due_at` and the planned visit; `NEVER` where nothing is due."""

    __tablename__ = "case"
    ref: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    reporter: Mapped[bytes | None]
    status: Mapped[str]
    risk: Mapped[str | None]
    emergency: Mapped[bool]
    manager: Mapped[int | None]
    acting: Mapped[int | None]
    contacted: Mapped[bool | None]
    reported_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    rank: Mapped[int | None] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    __table_args__ = (
        Index("ix_case_reporter", "reporter", "reported_at"),
        _partial("ix_case_open", "reported_at", where="status != 'closed'"),
        _partial("ix_case_urgent", "rank", "next_at", "ref", where="rank IS NOT NULL"),
        _partial("ix_case_manager", "manager", "rank", "next_at", "ref", where="rank IS NOT NULL"),
        _partial("ix_case_acting", "acting", where="acting IS NOT NULL"),
        _partial("ix_case_board", "status", "next_at", "rank", "ref", where="rank IS NOT NULL"),
    )


class CaseKeyRow(Tables):
    """The wrapped key of one case, and in which slot of the ring it stands; empty once the case was forgotten."""

    __tablename__ = "case_key"
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), primary_key=True)
    wrapped: Mapped[bytes | None]
    slot: Mapped[int | None]

    __table_args__ = (Index("uq_case_key_slot", "slot", unique=True),)


class KeySlotRow(Tables):
    """The slots of the key ring that were handed out, each once. `owner` and `wrapped`: the key of a person or a day;
    those of cases stand in `case_key`. States: live, doomed (to be destroyed), gone. Rows stay, so that what is gone
    is destroyed again where an old copy of the ring comes back."""

    __tablename__ = "key_slot"
    slot: Mapped[int] = mapped_column(Id, primary_key=True)
    owner: Mapped[str | None] = mapped_column(unique=True)
    wrapped: Mapped[bytes | None]
    state: Mapped[str]

    __table_args__ = (_partial("ix_key_slot_doomed", "slot", where="state = 'doomed'"),)


class EventRow(Tables):
    """The history of a case. Rows are only added."""

    __tablename__ = "case_event"
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[int | None]
    told: Mapped[bytes]


class JudgementRow(Tables):
    """Every decision as it was made. Rows are only added."""

    __tablename__ = "judgement"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    ref: Mapped[str]
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    at: Mapped[datetime]
    body: Mapped[bytes]


class LookRow(Tables):
    """Who was shown what a reporter told. Rows are only added, and stay when the case is forgotten."""

    __tablename__ = "look"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    by: Mapped[int]
    at: Mapped[datetime]
    what: Mapped[str]

    __table_args__ = (Index("ix_look_by", "by", "at"),)


class AlertRow(Tables):
    __tablename__ = "alert"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    state: Mapped[str]
    needs_outreach: Mapped[bool]
    raised_at: Mapped[datetime]
    taken_by: Mapped[int | None]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    __table_args__ = (
        _partial("ix_alert_open", "raised_at", where="state != 'ended'"),
        Index("ix_alert_raised_at", "raised_at"),
    )


class CourseRow(Tables):
    """What became of each message of an alert: delivered, failed. Rows are only added; the chat is a blind index."""

    __tablename__ = "alert_course"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    alert_ref: Mapped[str] = mapped_column(ForeignKey("alert.ref"), index=True)
    chat: Mapped[bytes | None]
    staff: Mapped[int | None]
    what: Mapped[str]
    posted_at: Mapped[datetime]
    at: Mapped[datetime]


class PageRow(Tables):
    """What goes out by the second channel. States: waiting, sent, failed, cancelled (taken meanwhile)."""

    __tablename__ = "page"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    ref: Mapped[str]
    staff: Mapped[int]
    alert_ref: Mapped[str | None]
    state: Mapped[str]
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    payload: Mapped[bytes | None]

    __table_args__ = (
        _partial("ix_page_waiting", "id", where="state = 'waiting'"),
        _partial("ix_page_alert_ref", "alert_ref", where="alert_ref IS NOT NULL"),
    )


class VisitRow(Tables):
    __tablename__ = "visit"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    nth: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    due_on: Mapped[date]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]


class EntryRow(Tables):
    """What was written down about a case. Corrected and undone ones stay."""

    __tablename__ = "entry"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]


class PartyRow(Tables):
    """The people of a case; the same person in another case is found by blind indices."""

    __tablename__ = "party"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    kind: Mapped[str]
    name: Mapped[bytes | None]
    phone: Mapped[bytes | None]
    nik: Mapped[bytes | None]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    __table_args__ = (
        _partial("ix_party_name", "name", where="name IS NOT NULL"),
        _partial("ix_party_phone", "phone", where="phone IS NOT NULL"),
        _partial("ix_party_nik", "nik", where="nik IS NOT NULL"),
    )


class ReferralRow(Tables):
    """Who was asked for help. The agency is a blind index: it would tell what somebody suffers from."""

    __tablename__ = "referral"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    agency: Mapped[bytes]
    state: Mapped[str]
    sent_at: Mapped[datetime]
    sent_by: Mapped[int] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    # What is over stands in none of the lists, however much of it there ever was.
    __table_args__ = (
        _partial("ix_referral_open", "state", "sent_at", where="state IN ('sent', 'received')"),
        _partial("ix_referral_agency", "agency", "state", "sent_at", where="state IN ('sent', 'received')"),
        _partial("ix_referral_sent_by", "sent_by", where="state IN ('sent', 'received')"),
    )


class LetterRow(Tables):
    """Letters with what stands in them, as they were drafted."""

    __tablename__ = "letter"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    made_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]


class LineRow(Tables):
    """Which chats speak for a case beside the reporter's own, found by their blind index."""

    __tablename__ = "line"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    chat: Mapped[bytes | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]


class TalkRow(Tables):
    """What reporter and unit said to each other. `chat`: the blind index of the reporter's line. `waits_for`: who has
    something to do with it still (officer, reporter, unit); with nobody it is only kept."""

    __tablename__ = "talk"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"))
    chat: Mapped[bytes | None]
    state: Mapped[str]
    waits_for: Mapped[str | None]
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    __table_args__ = (
        Index("ix_talk_case_ref", "case_ref", "at"),
        _partial("ix_talk_open", "case_ref", "at", where="waits_for IS NOT NULL"),
        _partial("ix_talk_open_chat", "chat", "at", where="waits_for IS NOT NULL"),
    )


class ReceiptRow(Tables):
    """A receipt's code as a keyed blind index, and the case that it opens together with the chosen word."""

    __tablename__ = "receipt"
    code: Mapped[bytes] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    made_at: Mapped[datetime]
    body: Mapped[bytes]


class InvitationRow(Tables):
    """A code by which somebody may ask to be let in, as a keyed blind index; it is over when it was used."""

    __tablename__ = "invitation"
    code: Mapped[bytes] = mapped_column(primary_key=True)
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), index=True)
    until: Mapped[datetime] = mapped_column(index=True)
    body: Mapped[bytes]


class AttemptRow(Tables):
    """Wrong tries of one chat or one code (blind indices), whether or not there is such a code."""

    __tablename__ = "attempt"
    subject: Mapped[bytes] = mapped_column(primary_key=True)
    wrong: Mapped[int] = mapped_column(Integer)
    last_at: Mapped[datetime] = mapped_column(index=True)


class AttachmentRow(Tables):
    """Files that people sent, of a case or still of a draft. The bytes lie sealed in a file of the random name
    `stored`; that name stays until they are removed."""

    __tablename__ = "attachment"
    ref: Mapped[str] = mapped_column(primary_key=True)
    case_ref: Mapped[str | None] = mapped_column(ForeignKey("case.ref"), index=True)
    chat: Mapped[bytes | None] = mapped_column(index=True)
    state: Mapped[str]
    sent_at: Mapped[datetime]
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer)
    stored: Mapped[str | None]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]

    __table_args__ = (
        _partial("ix_attachment_waiting", "not_before", where="state = 'waiting'"),
        _partial("ix_attachment_erased", "ref", where="state = 'erased' AND (stored IS NOT NULL OR case_ref IS NULL)"),
        _partial("ix_attachment_loose", "sent_at", where="case_ref IS NULL AND state <> 'erased'"),
    )


class PartnerRow(Tables):
    """Who of an agency can be written to, found by the blind index of the chat."""

    __tablename__ = "partner"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chat: Mapped[bytes] = mapped_column(unique=True)
    body: Mapped[bytes]
    active: Mapped[bool]
    reachable: Mapped[bool]


class ExclusionRow(Tables):
    """From whom of the unit a case is hidden: what stands in the case, as queries need it."""

    __tablename__ = "exclusion"
    case_ref: Mapped[str] = mapped_column(ForeignKey("case.ref"), primary_key=True)
    staff: Mapped[int] = mapped_column(primary_key=True, index=True)


class ReminderRow(Tables):
    """When to look at something again: one row for each clock and subject."""

    __tablename__ = "reminder"
    subject: Mapped[bytes] = mapped_column(primary_key=True)
    clock: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(Integer)

    __table_args__ = (
        _partial("ix_reminder_urgent", "due_at", where=URGENT_CLOCKS),
        _partial("ix_reminder_wish", "due_at", where=WISHES),
    )


class OutboxRow(Tables):
    """What is to be sent. States: waiting, held (edits what is under way), sending, sent, failed, cancelled.
    `fades` are minutes, counted from when it went out; at `fade_at` the message is deleted on the phone.
    `message_id` is the number of what can be changed on the phone, `also` those of everything else that went out with
    it (its other parts, earlier copies), with blanks between; both stand as long as they could be deleted there.
    `clears` says that this row deletes instead of saying something, and what."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    ref: Mapped[str]
    lane: Mapped[int] = mapped_column(Integer)
    chat: Mapped[bytes]
    slot: Mapped[bytes | None]
    state: Mapped[str]
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer)
    uncertain: Mapped[bool]
    doubts: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    edits: Mapped[int | None] = mapped_column(Id, ForeignKey("outbox.id"))
    about_alert: Mapped[str | None]
    case_ref: Mapped[str | None]
    talk_ref: Mapped[str | None]
    payload: Mapped[bytes | None]
    why: Mapped[bytes | None]
    fades: Mapped[int | None] = mapped_column(Integer)
    fade_at: Mapped[datetime | None]
    also: Mapped[str | None]
    clears: Mapped[str | None]

    __table_args__ = (
        _partial("ix_outbox_there", "chat", "message_id", where="message_id IS NOT NULL"),
        _partial("ix_outbox_fading", "fade_at", where="fade_at IS NOT NULL"),
        _partial("ix_outbox_clears", "chat", "id", where="clears IS NOT NULL"),
        _partial("ix_outbox_uncertain", "chat", "id", where="uncertain"),
        _partial("ix_outbox_waiting", "lane", "id", where="state = 'waiting'"),
        _partial("ix_outbox_waiting_chat", "chat", "lane", "id", where="state = 'waiting'"),
        _partial("ix_outbox_sending", "id", where="state = 'sending'"),
        _partial("ix_outbox_held", "id", where="state = 'held'"),
        _partial("ix_outbox_failed", "id", where="state = 'failed'"),
        _partial("ix_outbox_slot", "slot", "chat", where="slot IS NOT NULL"),
        _partial("ix_outbox_edits", "edits", where="edits IS NOT NULL"),
        _partial("ix_outbox_case_ref", "case_ref", where="case_ref IS NOT NULL"),
        _partial("ix_outbox_about_alert", "about_alert", where="about_alert IS NOT NULL"),
        _partial("ix_outbox_over", "created_at", where="state IN ('sent', 'failed', 'cancelled')"),
    )


class RegisterRow(Tables):
    """The last number given out in each year's register."""

    __tablename__ = "register"
    prefix: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(Integer, primary_key=True)
    last: Mapped[int] = mapped_column(Integer)
