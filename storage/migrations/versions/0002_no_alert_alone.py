"""Rota, staff groups, second channel, the course of alerts, signs of life."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    # Nullable: rows that are already there say nothing of it, and that means no.
    op.add_column("staff", sa.Column("reserve", sa.Boolean(), nullable=True))
    op.add_column("outbox", sa.Column("doubts", sa.Integer(), nullable=True))
    op.create_table(
        "rota",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("ref", name="pk_rota"),
    )
    op.create_index("ix_rota_until", "rota", ["until"])
    op.create_table(
        "staff_group",
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_staff_group"),
    )
    op.create_table(
        "pulse",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("ticks", sa.BigInteger(), nullable=False),
        sa.Column("boot", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_pulse"),
    )
    op.create_index("ix_alert_raised_at", "alert", ["raised_at"])
    op.create_table(
        "alert_course",
        sa.Column("id", ID, nullable=False),
        sa.Column("alert_ref", sa.String(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=True),
        sa.Column("staff", sa.BigInteger(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("posted_at", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["alert_ref"], ["alert.ref"], name="fk_alert_course_alert_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_alert_course"),
    )
    op.create_index("ix_alert_course_alert_ref", "alert_course", ["alert_ref"])
    op.create_table(
        "page",
        sa.Column("id", ID, nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.Column("alert_ref", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_page"),
    )
    op.create_index("ix_page_waiting", "page", ["id"], **_where("state = 'waiting'"))
    op.create_index("ix_page_alert_ref", "page", ["alert_ref"], **_where("alert_ref IS NOT NULL"))
