"""What the outbox asks of the database, each said once. The order of sending is decided here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    String,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy import cast as sql_cast

from cases.messages import Clears, Lane
from storage.tables import OutboxRow, counts, one_of

_ID = OutboxRow.id == bindparam("row")
_WAITING = one_of(OutboxRow.state, "waiting")
_SENDING = one_of(OutboxRow.state, "sending")
_OVER = one_of(OutboxRow.state, "sent", "failed", "cancelled")
_URGENT = OutboxRow.__table__.alias("urgent")
_TARGET = OutboxRow.__table__.alias("target")
_NEWER = OutboxRow.__table__.alias("newer")


def _not_first(row: Any, name: str) -> Any:
    """An earlier row of the same chat and lane waits: order is kept, even if that one waits for a retry."""
    first = OutboxRow.__table__.alias(name)
    same = and_(first.c.chat == row.chat, first.c.lane == row.lane, first.c.id < row.id)
    return select(first.c.id).where(one_of(first.c.state, "waiting"), same).exists()


#: The chat has something more urgent that could go now. A lane that waits does not hold up the others.
_LESS_URGENT = (
    select(_URGENT.c.id)
    .where(
        one_of(_URGENT.c.state, "waiting"),
        _URGENT.c.chat == OutboxRow.chat,
        _URGENT.c.lane < OutboxRow.lane,
        _URGENT.c.lane.in_(bindparam("lanes", expanding=True)),
        _URGENT.c.not_before <= bindparam("now"),
        ~_not_first(_URGENT.c, "before_urgent"),
    )
    .exists()
)
PICK = (
    select(
        OutboxRow.id,
        OutboxRow.ref,
        OutboxRow.chat,
        OutboxRow.payload,
        OutboxRow.attempts,
        OutboxRow.uncertain,
        OutboxRow.doubts,
        OutboxRow.created_at,
        OutboxRow.message_id,
        OutboxRow.also,
        select(_TARGET.c.message_id).where(_TARGET.c.id == OutboxRow.edits).scalar_subquery().label("edited"),
    )
    .where(
        _WAITING,
        OutboxRow.not_before <= bindparam("now"),
        OutboxRow.lane.in_(bindparam("lanes", expanding=True)),
        OutboxRow.chat.not_in(bindparam("skip", expanding=True)),
        ~_not_first(OutboxRow, "earlier"),
        ~_LESS_URGENT,
    )
    .order_by(OutboxRow.lane, OutboxRow.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=OutboxRow)
)
# Count before sending: a crash must not retry for ever.
MARK = (
    update(OutboxRow)
    .where(OutboxRow.id.in_(bindparam("rows", expanding=True)))
    .values(state="sending", attempts=OutboxRow.attempts + 1)
)
READY = select(OutboxRow.id).where(_WAITING, OutboxRow.not_before <= bindparam("now")).limit(1)
SENT = (
    update(OutboxRow)
    .where(_ID)
    .values(
        state="sent",
        sent_at=bindparam("at"),
        message_id=bindparam("number"),
        also=bindparam("others"),
        fade_at=bindparam("fading"),
        payload=null(),
        why=null(),
    )
)
_EDITED = OutboxRow.id == select(_NEWER.c.edits).where(_NEWER.c.id == bindparam("row")).scalar_subquery()
#: What could not be changed in place was sent anew: from now on that is the message to change. The old one may still
#: stand on the phone, so its number is not lost.
MOVED = (
    update(OutboxRow)
    .where(_EDITED)
    .values(
        message_id=bindparam("number"),
        also=func.coalesce(OutboxRow.also + " ", "") + sql_cast(OutboxRow.message_id, String),
    )
)
#: A message that was changed in place fades as the one message that it is: by whatever was to fade of it first.
FADES_WITH = update(OutboxRow).where(_EDITED, OutboxRow.fade_at.is_(None)).values(fade_at=bindparam("fading"))
#: What may have arrived fades too, also if it is never sent again.
_LOST_FADES: Any = literal_column("outbox.created_at + 60000000 * CAST(outbox.fades AS BIGINT)", OutboxRow.fade_at.type)
RETRY = (
    update(OutboxRow)
    .where(_ID, _SENDING)
    .values(
        state="waiting",
        not_before=bindparam("at"),
        uncertain=or_(OutboxRow.uncertain, bindparam("maybe_sent")),
        doubts=func.coalesce(OutboxRow.doubts, 0) + bindparam("more_doubt"),
        message_id=bindparam("number"),
        also=bindparam("others"),
        fade_at=case((or_(OutboxRow.uncertain, bindparam("maybe_sent")), _LOST_FADES), else_=null()),
        why=bindparam("sealed_why"),
    )
)
FAILED = (
    update(OutboxRow)
    .where(_ID)
    .values(state="failed", sent_at=bindparam("at"), payload=null(), why=bindparam("sealed_why"))
)
#: What went out of a row that failed or was given up, so that it can be deleted on the phone.
KEEP_NUMBERS = update(OutboxRow).where(_ID).values(message_id=bindparam("number"), also=bindparam("others"))

_HELD = and_(OutboxRow.edits == bindparam("row"), one_of(OutboxRow.state, "held"))
RELEASE = update(OutboxRow).where(_HELD).values(state="waiting")
SEND_ANEW = update(OutboxRow).where(_HELD).values(state="waiting", edits=null())
#: The message never arrived: what would have changed it is sent by itself, but what only tidies up is not needed.
DROP_TIDYING = (
    update(OutboxRow).where(_HELD, OutboxRow.lane == int(Lane.REST)).values(state="cancelled", payload=null())
)

#: An edit that comes too late: a newer one of the same message exists, and must not be undone by it.
_OVERTAKEN = and_(
    OutboxRow.edits.is_not(None),
    select(_NEWER.c.id).where(_NEWER.c.edits == OutboxRow.edits, _NEWER.c.id > OutboxRow.id).exists(),
)
CANCEL_OVERTAKEN = update(OutboxRow).where(_ID, _SENDING, _OVERTAKEN).values(state="cancelled", payload=null())
#: The chat was cleared while this was on its way: sent again it would stand behind the last line. That it may have
#: arrived is kept, for what clears the chat looks for it.
_CLEARED = and_(
    OutboxRow.clears.is_(None),
    OutboxRow.about_alert.is_(None),
    select(_NEWER.c.id)
    .where(_NEWER.c.clears == Clears.ALL, _NEWER.c.chat == OutboxRow.chat, _NEWER.c.id > OutboxRow.id)
    .exists(),
)
_GIVEN_UP = {"state": "cancelled", "payload": null()}
CANCEL_CLEARED = (
    update(OutboxRow)
    .where(_ID, _SENDING, _CLEARED)
    .values(**_GIVEN_UP, uncertain=or_(OutboxRow.uncertain, bindparam("maybe_sent")))
)
CANCEL_ALL_CLEARED = update(OutboxRow).where(_SENDING, _CLEARED).values(**_GIVEN_UP, uncertain=true())
CANCEL_ALL_OVERTAKEN = update(OutboxRow).where(_SENDING, _OVERTAKEN).values(state="cancelled", payload=null())
#: A row that was tried in vain before was on a line that is not well: that this try arrived is no more than possible.
_DOUBTS = func.coalesce(OutboxRow.doubts, 0)
_RATHER_SENT = case((OutboxRow.attempts <= _DOUBTS + 1, 1), else_=0)
RECLAIM = (
    update(OutboxRow)
    .where(_SENDING)
    .values(state="waiting", uncertain=true(), doubts=_DOUBTS + _RATHER_SENT, fade_at=_LOST_FADES)
)

SLOTS = (
    select(OutboxRow.id, OutboxRow.chat, OutboxRow.slot, OutboxRow.state, OutboxRow.edits, OutboxRow.message_id)
    .where(
        OutboxRow.slot.is_not(None),
        OutboxRow.slot.in_(bindparam("slots", expanding=True)),
        one_of(OutboxRow.state, "waiting", "held", "sending", "sent"),
    )
    .order_by(OutboxRow.id)
    # Locked, so that the dispatcher can't take a row between this look and its cancelling.
    .with_for_update()
)
CANCEL = (
    update(OutboxRow)
    .where(OutboxRow.id.in_(bindparam("rows", expanding=True)))
    .values(state="cancelled", payload=null())
)
POST = insert(OutboxRow)
#: What waits for a chat that is cleared. A call of an officer is never taken away.
UNSAID = (
    select(OutboxRow.id)
    .where(
        one_of(OutboxRow.state, "waiting", "held"),
        OutboxRow.chat == bindparam("index"),
        OutboxRow.about_alert.is_(None),
    )
    .with_for_update()
)
#: What waits for one chat, to be sent to another one or given up.
OF_CHAT = (
    select(OutboxRow.id, OutboxRow.ref, OutboxRow.chat, OutboxRow.edits, OutboxRow.payload)
    .where(one_of(OutboxRow.state, "waiting", "held"), OutboxRow.chat == bindparam("index"))
    .order_by(OutboxRow.id)
    .with_for_update()
)
READDRESS = update(OutboxRow).where(_ID).values(chat=bindparam("index"), payload=bindparam("sealed"))
#: What a message was about, as it was said or as it was last put right.
BOUND = (
    select(OutboxRow.case_ref, OutboxRow.talk_ref)
    .where(
        OutboxRow.chat == bindparam("index"),
        OutboxRow.message_id.is_not(None),
        OutboxRow.message_id == bindparam("number"),
        OutboxRow.case_ref.is_not(None),
    )
    .order_by(OutboxRow.id.desc())
    .limit(1)
)
REACHED = (
    select(OutboxRow.id)
    .where(one_of(OutboxRow.state, "sent"), OutboxRow.chat == bindparam("index"), OutboxRow.clears.is_(None))
    .limit(1)
)

COUNTED = ("waiting", "held", "sending", "failed")
COUNT = counts(OutboxRow, *COUNTED)
_OLD = and_(_OVER, OutboxRow.created_at < bindparam("before"))
PRUNE_EDITS = delete(OutboxRow).where(_OLD, OutboxRow.edits.is_not(None))
PRUNE = delete(OutboxRow).where(
    _OLD, OutboxRow.edits.is_(None), ~select(_NEWER.c.id).where(_NEWER.c.edits == OutboxRow.id).exists()
)

#: All that a chat was sent of one case: what was said to be about it alone, and what stands in these slots.
OF_CASE_IN_CHAT = select(OutboxRow.id, OutboxRow.state, OutboxRow.edits, OutboxRow.message_id).where(
    OutboxRow.chat == bindparam("index"),
    one_of(OutboxRow.state, "waiting", "held", "sending", "sent"),
    or_(OutboxRow.case_ref == bindparam("case"), OutboxRow.slot.in_(bindparam("slots", expanding=True))),
)
