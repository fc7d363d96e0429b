"""Log initiatives, and ask what has changed."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.create_table(
        "initiatives",
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.String(300), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("result", sa.String(1000), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(40), nullable=False),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("review", sa.String(40), nullable=False),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(400), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "review <> 'returned' OR reason <> ''", name=op.f("ck_initiatives_a_return_says_why")
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_initiatives_an_initiative_has_a_title")),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_initiatives_it_ends_after_it_begins"),
        ),
        sa.CheckConstraint(
            "hours IS NULL OR hours >= 0", name=op.f("ck_initiatives_no_hours_or_more")
        ),
        sa.CheckConstraint(
            "reached IS NULL OR reached >= 0",
            name=op.f("ck_initiatives_nobody_or_more_were_reached"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_initiatives_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["cover_id"], ["pictures.id"], name=op.f("fk_initiatives_cover_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_initiatives_owner_id")),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["people.id"], name=op.f("fk_initiatives_reviewed_by")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_initiatives_unit_id")),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["people.id"], name=op.f("fk_initiatives_withdrawn_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiatives")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_initiatives_author", "initiatives", ["author_id"])
    op.create_index(
        "ix_initiatives_category", "initiatives", ["standing", "category", "starts_on", "id"]
    )
    op.create_index("ix_initiatives_digest", "initiatives", ["digest"])
    op.create_index("ix_initiatives_ended", "initiatives", ["ends_on", "standing"])
    op.create_index("ix_initiatives_listed", "initiatives", ["standing", "starts_on", "id"])
    op.create_index("ix_initiatives_owner", "initiatives", ["owner_id", "starts_on", "id"])
    op.create_index(
        "ix_initiatives_review", "initiatives", ["review", "standing", "starts_on", "id"]
    )
    op.create_index("ix_initiatives_unit", "initiatives", ["unit_id", "starts_on"])
    op.create_table(
        "initiative_changes",
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("summary", sa.String(160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("told_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "told_at IS NULL OR summary <> ''",
            name=op.f("ck_initiative_changes_what_is_told_says_something"),
        ),
        sa.CheckConstraint(
            "(told_at IS NULL) = (outcome IS NULL)",
            name=op.f("ck_initiative_changes_what_is_told_has_an_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name=op.f("fk_initiative_changes_initiative_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["told_by"], ["people.id"], name=op.f("fk_initiative_changes_told_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_initiative_changes_told", "initiative_changes", ["outcome", "told_at"])
    op.create_index(op.f("ix_initiative_changes_told_by"), "initiative_changes", ["told_by"])
    op.create_index(
        "uq_initiative_changes_after", "initiative_changes", ["initiative_id", "after"], unique=True
    )
    op.create_table(
        "initiative_milestones",
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reached_at", sa.DateTime(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "title <> ''", name=op.f("ck_initiative_milestones_a_milestone_has_a_title")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name=op.f("fk_initiative_milestones_initiative_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_milestones")),
    )
    op.create_index(
        "ix_initiative_milestones_in_order",
        "initiative_milestones",
        ["initiative_id", "position", "id"],
    )
    op.create_table(
        "initiative_teammates",
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name=op.f("fk_initiative_teammates_initiative_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_initiative_teammates_person_id")
        ),
        sa.PrimaryKeyConstraint("initiative_id", "person_id", name=op.f("pk_initiative_teammates")),
    )
    op.create_index(
        op.f("ix_initiative_teammates_person_id"), "initiative_teammates", ["person_id"]
    )
    op.create_table(
        "initiative_updates",
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "text <> ''", name=op.f("ck_initiative_updates_an_update_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_initiative_updates_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name=op.f("fk_initiative_updates_initiative_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["removed_by"], ["people.id"], name=op.f("fk_initiative_updates_removed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_updates")),
    )
    op.create_index(op.f("ix_initiative_updates_author_id"), "initiative_updates", ["author_id"])
    op.create_index(
        "ix_initiative_updates_page", "initiative_updates", ["initiative_id", "removed_at", "id"]
    )


def downgrade() -> None:
    for table in (
        "initiative_updates",
        "initiative_teammates",
        "initiative_milestones",
        "initiative_changes",
        "initiatives",
    ):
        op.drop_table(table)
