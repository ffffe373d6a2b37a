"""What reporters and the unit say to each other, receipts, files, and what is to be deleted on phones."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _column(name: str, kind: type[Any], *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind(), nullable=optional)


def upgrade() -> None:
    for table, columns in (("inbox", ("message_id", "fade_at", "said_at")), ("outbox", ("fade_at",))):
        for column in columns:
            op.add_column(table, _column(column, sa.BigInteger, optional=True))
    op.add_column("outbox", _column("talk_ref", sa.String, optional=True))
    op.add_column("outbox", _column("fades", sa.Integer, optional=True))
    op.create_index("ix_inbox_chat", "inbox", ["chat", "id"])
    op.add_column("outbox", _column("also", sa.String, optional=True))
    op.add_column("outbox", _column("clears", sa.String, optional=True))
    op.create_index("ix_outbox_clears", "outbox", ["chat", "id"], **_where("clears IS NOT NULL"))
    op.create_index("ix_outbox_uncertain", "outbox", ["chat", "id"], **_where("uncertain"))
    op.create_index("ix_inbox_there", "inbox", ["chat", "id"], **_where("message_id IS NOT NULL"))
    op.create_index("ix_outbox_there", "outbox", ["chat", "message_id"], **_where("message_id IS NOT NULL"))
    for table in ("inbox", "outbox"):
        op.create_index(f"ix_{table}_fading", table, ["fade_at"], **_where("fade_at IS NOT NULL"))
    # Wishes that wait for a second person are found among all reminders.
    op.create_index("ix_reminder_wish", "reminder", ["due_at"], **_where("clock = 'wish'"))
    _of_case("line", _column("chat", sa.LargeBinary, optional=True))
    op.create_index("ix_line_case_ref", "line", ["case_ref"])
    op.create_index("ix_line_chat", "line", ["chat"])
    _of_case(
        "talk",
        _column("chat", sa.LargeBinary, optional=True),
        _column("state", sa.String),
        _column("waits_for", sa.String, optional=True),
        _column("at", sa.BigInteger),
    )
    op.create_index("ix_talk_case_ref", "talk", ["case_ref", "at"])
    op.create_index("ix_talk_open", "talk", ["case_ref", "at"], **_where("waits_for IS NOT NULL"))
    op.create_index("ix_talk_open_chat", "talk", ["chat", "at"], **_where("waits_for IS NOT NULL"))
    op.create_table(
        "receipt",
        _column("code", sa.LargeBinary),
        _column("case_ref", sa.String),
        _column("made_at", sa.BigInteger),
        _column("body", sa.LargeBinary),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_receipt_case_ref"),
        sa.PrimaryKeyConstraint("code", name="pk_receipt"),
    )
    op.create_index("ix_receipt_case_ref", "receipt", ["case_ref"])
    op.create_table(
        "invitation",
        _column("code", sa.LargeBinary),
        _column("case_ref", sa.String),
        _column("until", sa.BigInteger),
        _column("body", sa.LargeBinary),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_invitation_case_ref"),
        sa.PrimaryKeyConstraint("code", name="pk_invitation"),
    )
    op.create_index("ix_invitation_case_ref", "invitation", ["case_ref"])
    op.create_index("ix_invitation_until", "invitation", ["until"])
    op.create_table(
        "attempt",
        _column("subject", sa.LargeBinary),
        _column("wrong", sa.Integer),
        _column("last_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("subject", name="pk_attempt"),
    )
    op.create_index("ix_attempt_last_at", "attempt", ["last_at"])
    _of_case(
        "attachment",
        _column("chat", sa.LargeBinary, optional=True),
        _column("state", sa.String),
        _column("sent_at", sa.BigInteger),
        _column("not_before", sa.BigInteger),
        _column("attempts", sa.Integer),
        _column("stored", sa.String, optional=True),
        without_case=True,
    )
    op.create_index("ix_attachment_case_ref", "attachment", ["case_ref"])
    op.create_index("ix_attachment_chat", "attachment", ["chat"])
    op.create_index("ix_attachment_waiting", "attachment", ["not_before"], **_where("state = 'waiting'"))
    to_remove = "state = 'erased' AND (stored IS NOT NULL OR case_ref IS NULL)"
    op.create_index("ix_attachment_erased", "attachment", ["ref"], **_where(to_remove))
    op.create_index(
        "ix_attachment_loose", "attachment", ["sent_at"], **_where("case_ref IS NULL AND state <> 'erased'")
    )
    _key_slots()


def _of_case(table: str, *columns: sa.Column[Any], without_case: bool = False) -> None:
    op.create_table(
        table,
        _column("ref", sa.String),
        _column("case_ref", sa.String, optional=without_case),
        *columns,
        _column("version", sa.Integer),
        _column("body", sa.LargeBinary),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name=f"fk_{table}_case_ref"),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{table}"),
    )


def _key_slots() -> None:
    """Keys with one half in the ring. What the house holds so far is sealed anew when it is opened: here is no key."""
    op.create_table(
        "key_slot",
        sa.Column("slot", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        _column("owner", sa.String, optional=True),
        _column("wrapped", sa.LargeBinary, optional=True),
        _column("state", sa.String),
        sa.PrimaryKeyConstraint("slot", name="pk_key_slot"),
        sa.UniqueConstraint("owner", name="uq_key_slot_owner"),
    )
    op.create_index("ix_key_slot_doomed", "key_slot", ["slot"], **_where("state = 'doomed'"))
    # SQLite can't add a column that is unique by itself.
    op.add_column("case_key", _column("slot", sa.BigInteger, optional=True))
    op.create_index("uq_case_key_slot", "case_key", ["slot"], unique=True)
