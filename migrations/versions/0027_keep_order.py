"""Keep order.

What is reported, by whom, and what was decided.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("because", sa.String(length=500), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("appeal", sa.String(length=500), nullable=False),
        sa.Column("appealed_at", sa.DateTime(), nullable=True),
        sa.Column("answer", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name="fk_cases_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.UniqueConstraint("subject_kind", "subject_id", name="uq_cases_subject_kind"),
    )
    op.create_index("ix_cases_waiting", "cases", ["state", "id"])
    op.create_table(
        "reports",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_reports_case_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_reports_person_id"),
        sa.PrimaryKeyConstraint("case_id", "person_id", name="pk_reports"),
    )
    op.create_table(
        "case_makers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_case_makers_case_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_case_makers_person_id"),
        sa.PrimaryKeyConstraint("case_id", "person_id", name="pk_case_makers"),
    )
    op.create_index("ix_case_makers_person", "case_makers", ["person_id"])
    op.add_column("comments", sa.Column("hidden_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("comments", "hidden_at")
    op.drop_table("case_makers")
    op.drop_table("reports")
    op.drop_table("cases")
