"""Wishes that wait for a second person are found among all reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WISHES = sa.text("clock = 'wish'")


def upgrade() -> None:
    op.create_index("ix_reminder_wish", "reminder", ["due_at"], sqlite_where=WISHES, postgresql_where=WISHES)
