"""Entries, people, referrals, letters and partners of a case; from whom it is hidden; what orders the lists."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: The end of the year 9999, in microseconds since 1970: nothing is due.
NEVER = 253402214400000000
#: 14:59 of the day of a visit, in microseconds: until then it is to be made.
VISIT_UNTIL = (14 * 60 + 59) * 60 * 1_000_000
URGENT_CLOCKS = "clock IN ('ladder', 'page', 'outreach', 'silence', 'offer', 'safety', 'arrival')"
_FIRST_VISIT = {
    "sqlite": """
        UPDATE "case" SET next_at = 1000000 * (
            SELECT MIN(CAST(strftime('%s', due_on) AS INTEGER)) FROM visit
            WHERE visit.case_ref = "case".ref AND visit.state = 'planned'
        ) + :visit_until
    """,
    "postgresql": """
        UPDATE "case" SET next_at = 1000000 * (
            SELECT MIN(CAST(EXTRACT(EPOCH FROM due_on) AS BIGINT)) FROM visit
            WHERE visit.case_ref = "case".ref AND visit.state = 'planned'
        ) + :visit_until
    """,
}
_NOTHING_DUE = 'UPDATE "case" SET next_at = :never WHERE next_at IS NULL'
_RANKED = """
    UPDATE "case" SET rank = CASE WHEN manager IS NULL THEN 0 ELSE 2 END + CASE WHEN emergency THEN 0 ELSE 1 END
    WHERE status != 'closed'
    AND EXISTS (SELECT 1 FROM case_key WHERE case_key.case_ref = "case".ref AND wrapped IS NOT NULL)
"""


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _of_case(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("case_ref", sa.String(), nullable=False),
        *columns,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name=f"fk_{table}_case_ref"),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_case_ref", table, ["case_ref"])


def upgrade() -> None:
    _lists()
    _of_case("entry")
    found_by = [sa.Column(name, sa.LargeBinary(), nullable=True) for name in ("name", "phone", "nik")]
    _of_case("party", sa.Column("kind", sa.String(), nullable=False), *found_by)
    for name in ("name", "phone", "nik"):
        op.create_index(f"ix_party_{name}", "party", [name], **_where(f"{name} IS NOT NULL"))
    _of_case(
        "referral",
        sa.Column("agency", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_by", sa.BigInteger(), nullable=False),
    )
    still_open = _where("state IN ('sent', 'received')")
    op.create_index("ix_referral_open", "referral", ["state", "sent_at"], **still_open)
    op.create_index("ix_referral_agency", "referral", ["agency", "state", "sent_at"], **still_open)
    op.create_index("ix_referral_sent_by", "referral", ["sent_by"], **still_open)
    _of_case("letter", sa.Column("made_at", sa.BigInteger(), nullable=False))
    op.create_table(
        "partner",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
        sa.UniqueConstraint("chat", name="uq_partner_chat"),
    )
    op.create_table(
        "exclusion",
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["case.ref"], name="fk_exclusion_case_ref"),
        sa.PrimaryKeyConstraint("case_ref", "staff", name="pk_exclusion"),
    )
    op.create_index("ix_exclusion_staff", "exclusion", ["staff"])
    op.create_index("ix_look_by", "look", ["by", "at"])
    # Thousands of visits may be due in the same morning: what calls for help is found without them.
    op.create_index("ix_reminder_urgent", "reminder", ["due_at"], **_where(URGENT_CLOCKS))


def _lists() -> None:
    """Cases that are already there take their places in the lists: as far as plain columns tell, that is all of it."""
    op.add_column("case", sa.Column("acting", sa.BigInteger(), nullable=True))
    op.add_column("case", sa.Column("contacted", sa.Boolean(), nullable=True))
    op.add_column("case", sa.Column("due_at", sa.BigInteger(), nullable=True))
    op.add_column("case", sa.Column("next_at", sa.BigInteger(), nullable=True))
    op.add_column("case", sa.Column("rank", sa.Integer(), nullable=True))
    op.execute(sa.text(_FIRST_VISIT[op.get_bind().dialect.name]).bindparams(visit_until=VISIT_UNTIL))
    op.execute(sa.text(_NOTHING_DUE).bindparams(never=NEVER))
    op.execute(_RANKED)
    op.drop_index("ix_case_manager", "case")
    listed = _where("rank IS NOT NULL")
    op.create_index("ix_case_urgent", "case", ["rank", "next_at", "ref"], **listed)
    op.create_index("ix_case_manager", "case", ["manager", "rank", "next_at", "ref"], **listed)
    op.create_index("ix_case_board", "case", ["status", "next_at", "rank", "ref"], **listed)
    op.create_index("ix_case_acting", "case", ["acting"], **_where("acting IS NOT NULL"))
