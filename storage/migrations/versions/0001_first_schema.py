"""The first schema: all tables as the house was laid.

Written out, not read from `storage.tables`: what a revision does never changes again.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "case",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("reporter", sa.LargeBinary(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("risk", sa.String(), nullable=True),
        sa.Column("emergency", sa.Boolean(), nullable=False),
        sa.Column("manager", sa.BigInteger(), nullable=True),
        sa.Column("reported_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("ref", name="pk_case"),
        sa.UniqueConstraint("number", name="uq_case_number"),
    )
    op.create_index("ix_case_manager", "case", ["manager", "reported_at"])
    op.create_index("ix_case_open", "case", ["reported_at"], **_where("status != 'closed'"))
    op.create_index("ix_case_reporter", "case", ["reporter", "reported_at"])
    op.create_table(
        "dialogue",
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "flow", "subject", name="pk_dialogue"),
    )
    op.create_index("ix_dialogue_case_ref", "dialogue", ["case_ref"])
    op.create_index("ix_dialogue_subject", "dialogue", ["subject"])
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
    )
    op.create_index("ix_inbox_set_aside", "inbox", ["id"], **_where("state = 'set_aside'"))
    op.create_index("ix_inbox_waiting", "inbox", ["id"], **_where("state = 'waiting'"))
    op.create_index("ix_inbox_waiting_chat", "inbox", ["chat", "id"], **_where("state = 'waiting'"))
    op.create_index("ix_inbox_worked", "inbox", ["received_at"], **_where("state = 'worked'"))
    op.create_table(
        "meta",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("slot", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("edits", ID, nullable=True),
        sa.Column("about_alert", sa.String(), nullable=True),
        sa.Column("case_ref", sa.String(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["edits"], ["outbox.id"], name="fk_outbox_edits"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_about_alert", "outbox", ["about_alert"], **_where("about_alert IS NOT NULL"))
    op.create_index("ix_outbox_case_ref", "outbox", ["case_ref"], **_where("case_ref IS NOT NULL"))
    op.create_index("ix_outbox_edits", "outbox", ["edits"], **_where("edits IS NOT NULL"))
    op.create_index("ix_outbox_failed", "outbox", ["id"], **_where("state = 'failed'"))
    op.create_index("ix_outbox_held", "outbox", ["id"], **_where("state = 'held'"))
    op.create_index("ix_outbox_over", "outbox", ["created_at"], **_where("state IN ('sent', 'failed', 'cancelled')"))
    op.create_index("ix_outbox_sending", "outbox", ["id"], **_where("state = 'sending'"))
    op.create_index("ix_outbox_slot", "outbox", ["slot", "chat"], **_where("slot IS NOT NULL"))
    op.create_index("ix_outbox_waiting", "outbox", ["lane", "id"], **_where("state = 'waiting'"))
    op.create_index("ix_outbox_waiting_chat", "outbox", ["chat", "lane", "id"], **_where("state = 'waiting'"))
    op.create_table(
        "person",
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("told_language", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_person"),
    )
    op.create_table(
        "register",
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "year", name="pk_register"),
    )
    op.create_table(
        "reminder",
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("clock", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "clock", name="pk_reminder"),
    )
    op.create_index("ix_reminder_due_at", "reminder", ["due_at"])
    op.create_table(
        "staff",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("chat", name="uq_staff_chat"),
    )
    op.create_table(
        "alert",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("needs_outreach", sa.Boolean(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("taken_by", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_alert_case_ref"),
        sa.PrimaryKeyConstraint("ref", name="pk_alert"),
    )
    op.create_index("ix_alert_case_ref", "alert", ["case_ref"])
    op.create_index("ix_alert_open", "alert", ["raised_at"], **_where("state != 'ended'"))
    op.create_table(
        "case_event",
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_case_event_case_ref"),
        sa.PrimaryKeyConstraint("case_ref", "seq", name="pk_case_event"),
    )
    op.create_table(
        "case_key",
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_case_key_case_ref"),
        sa.PrimaryKeyConstraint("case_ref", name="pk_case_key"),
    )
    op.create_table(
        "judgement",
        sa.Column("id", ID, nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_judgement_case_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
    )
    op.create_index("ix_judgement_case_ref", "judgement", ["case_ref"])
    op.create_table(
        "look",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_look_case_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_look"),
    )
    op.create_index("ix_look_case_ref", "look", ["case_ref"])
    op.create_table(
        "visit",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_visit_case_ref"),
        sa.PrimaryKeyConstraint("ref", name="pk_visit"),
    )
    op.create_index("ix_visit_case_ref", "visit", ["case_ref"])
