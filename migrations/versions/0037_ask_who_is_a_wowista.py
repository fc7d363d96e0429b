"""Ask who is a WOWista.

What a wave asks and whom, and piles of answers in which no row leads to another.
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.create_table(
        "survey_waves",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("asker", sa.String(length=120), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("detail", sa.Integer(), nullable=False),
        sa.Column("distribution", sa.Integer(), nullable=False),
        sa.Column("bands", sa.JSON(), nullable=False),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("informed_how", sa.String(length=400), nullable=False),
        sa.Column("assessment", sa.String(length=200), nullable=False),
        sa.Column("key_name", sa.String(length=32), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("answered", sa.Integer(), nullable=True),
        sa.Column("erased_at", sa.DateTime(), nullable=True),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("html_version", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "detail >= 10 AND distribution >= 30", name="ck_survey_waves_detail_takes_more"
        ),
        sa.CheckConstraint(
            "detail >= least AND distribution >= detail", name="ck_survey_waves_tiers_rise"
        ),
        sa.CheckConstraint("least >= 5", name="ck_survey_waves_no_group_is_smaller"),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["survey_waves.id"], name="fk_survey_waves_previous_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_survey_waves"),
    )
    op.create_index(
        "uq_survey_waves_open",
        "survey_waves",
        ["state"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "survey_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("written_under_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("direct", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.String(length=40), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["survey_groups.id"], name="fk_survey_groups_parent_id"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_survey_groups_unit_id"),
        sa.ForeignKeyConstraint(["wave_id"], ["survey_waves.id"], name="fk_survey_groups_wave_id"),
        sa.ForeignKeyConstraint(
            ["written_under_id"], ["survey_groups.id"], name="fk_survey_groups_written_under_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_survey_groups"),
        sa.UniqueConstraint("wave_id", "unit_id", name="uq_survey_groups_unit"),
    )
    op.create_index("ix_survey_groups_parent_id", "survey_groups", ["parent_id"], unique=False)
    op.create_index("ix_survey_groups_unit_id", "survey_groups", ["unit_id"], unique=False)
    op.create_table(
        "survey_items",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dimension", sa.String(length=40), nullable=True),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("step", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('habit', 'culture')) = (dimension IS NOT NULL)",
            name="ck_survey_items_what_is_scored_has_a_dimension",
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["survey_waves.id"], name="fk_survey_items_wave_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_survey_items"),
        sa.UniqueConstraint("wave_id", "code", name="uq_survey_items_code"),
    )
    op.create_table(
        "survey_receipts",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["survey_waves.id"], name="fk_survey_receipts_wave_id"
        ),
        sa.PrimaryKeyConstraint("wave_id", "digest", name="pk_survey_receipts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "survey_sealed",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("withdrawal", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["survey_waves.id"], name="fk_survey_sealed_wave_id"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_sealed"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_survey_sealed_withdrawal", "survey_sealed", ["wave_id", "withdrawal"], unique=False
    )
    op.create_table(
        "survey_ballots",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["survey_groups.id"], name="fk_survey_ballots_group_id"
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["survey_waves.id"], name="fk_survey_ballots_wave_id"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_ballots"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_survey_ballots_wave", "survey_ballots", ["wave_id"], unique=False)
    op.create_table(
        "survey_invitations",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["survey_groups.id"], name="fk_survey_invitations_group_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_survey_invitations_person_id"
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["survey_waves.id"], name="fk_survey_invitations_wave_id"
        ),
        sa.PrimaryKeyConstraint("wave_id", "person_id", name="pk_survey_invitations"),
    )
    op.create_index(
        "ix_survey_invitations_group_id", "survey_invitations", ["group_id"], unique=False
    )
    op.create_index(
        "ix_survey_invitations_person", "survey_invitations", ["person_id", "wave_id"], unique=False
    )
    op.create_table(
        "survey_remarks",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["survey_groups.id"], name="fk_survey_remarks_group_id"
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["survey_waves.id"], name="fk_survey_remarks_wave_id"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_remarks"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_survey_remarks_wave", "survey_remarks", ["wave_id", "group_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("survey_remarks")
    op.drop_table("survey_invitations")
    op.drop_table("survey_ballots")
    op.drop_table("survey_sealed")
    op.drop_table("survey_receipts")
    op.drop_table("survey_items")
    op.drop_table("survey_groups")
    op.drop_table("survey_waves")
