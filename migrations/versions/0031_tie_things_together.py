"""Tie things together, from what was said to what changed."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "ties",
        sa.Column("from_kind", sa.String(length=40), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_kind", sa.String(length=40), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "from_kind <> to_kind OR from_id <> to_id", name="ck_ties_nothing_leads_to_itself"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_ties_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ties"),
        sa.UniqueConstraint("from_kind", "from_id", "to_kind", "to_id", name="uq_ties_ends"),
    )
    op.create_index("ix_ties_to", "ties", ["to_kind", "to_id"])


def downgrade() -> None:
    op.drop_table("ties")
