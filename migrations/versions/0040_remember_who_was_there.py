"""Remember who was at an event, what was agreed, how it looked and how it was."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    op.drop_index("ix_event_occurrences_code", "event_occurrences")
    op.create_index(
        "uq_event_occurrences_code",
        "event_occurrences",
        ["code"],
        unique=True,
        sqlite_where=sa.text("code <> ''"),
        postgresql_where=sa.text("code <> ''"),
    )
    op.create_table(
        "event_attendances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["event_occurrences.id"],
            name=op.f("fk_event_attendances_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_attendances_person_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_event_attendances_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_attendances")),
    )
    op.create_index(
        "uq_event_attendances_person",
        "event_attendances",
        ["occurrence_id", "person_id"],
        unique=True,
    )
    op.create_index(
        "ix_event_attendances_mine", "event_attendances", ["person_id", "occurrence_id"]
    )
    op.create_table(
        "event_minutes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("changed", sa.String(300), nullable=False),
        sa.Column("last_revision", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_event_minutes_minutes_say_something")),
        sa.CheckConstraint(
            "reached IS NULL OR reached >= 0",
            name=op.f("ck_event_minutes_nobody_or_more_were_reached"),
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["event_occurrences.id"],
            name=op.f("fk_event_minutes_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_minutes")),
    )
    op.create_index("uq_event_minutes_occurrence", "event_minutes", ["occurrence_id"], unique=True)
    op.create_table(
        "event_minutes_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("minutes_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("changed", sa.String(300), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["event_minutes.id"],
            name=op.f("fk_event_minutes_revisions_minutes_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_minutes_revisions_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_minutes_revisions")),
    )
    op.create_index(
        "uq_event_minutes_revisions_number",
        "event_minutes_revisions",
        ["minutes_id", "number"],
        unique=True,
    )
    op.create_table(
        "event_photos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(300), nullable=False),
        sa.Column("agreed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("alt <> ''", name=op.f("ck_event_photos_a_photo_is_described")),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["event_occurrences.id"],
            name=op.f("fk_event_photos_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name=op.f("fk_event_photos_picture_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_photos_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["removed_by"], ["people.id"], name=op.f("fk_event_photos_removed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_photos")),
    )
    op.create_index(
        "uq_event_photos_picture", "event_photos", ["occurrence_id", "picture_id"], unique=True
    )
    op.create_index("ix_event_photos_page", "event_photos", ["occurrence_id", "removed_at", "id"])
    op.create_index(op.f("ix_event_photos_picture_id"), "event_photos", ["picture_id"])
    op.create_index(op.f("ix_event_photos_person_id"), "event_photos", ["person_id"])
    op.create_table(
        "event_feedback",
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(2000), nullable=False),
        sa.CheckConstraint(
            "worth BETWEEN 1 AND 5", name=op.f("ck_event_feedback_worth_is_from_one_to_five")
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["event_occurrences.id"],
            name=op.f("fk_event_feedback_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_feedback_person_id")
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "person_id", name=op.f("pk_event_feedback")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_feedback_person_id"), "event_feedback", ["person_id"])


def downgrade() -> None:
    for table in (
        "event_feedback",
        "event_photos",
        "event_minutes_revisions",
        "event_minutes",
        "event_attendances",
    ):
        op.drop_table(table)
    op.drop_index("uq_event_occurrences_code", "event_occurrences")
    op.create_index("ix_event_occurrences_code", "event_occurrences", ["code"])
