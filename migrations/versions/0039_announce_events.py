"""Announce events, their dates, and who comes to each."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.String(300), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("is_all_day", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(400), nullable=False),
        sa.Column("more_dates", sa.JSON(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("call_url", sa.String(500), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=True),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(400), nullable=False),
        sa.Column("hidden_at", sa.DateTime(), nullable=True),
        sa.Column("edited_at", sa.DateTime(), nullable=True),
        sa.Column("uid", sa.String(255), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_events_an_event_has_a_title")),
        sa.CheckConstraint("ends >= starts", name=op.f("ck_events_it_ends_after_it_begins")),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity > 0", name=op.f("ck_events_a_capacity_seats_somebody")
        ),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_events_space_id")),
        sa.ForeignKeyConstraint(["cover_id"], ["pictures.id"], name=op.f("fk_events_cover_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_events_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("uid", name=op.f("uq_events_uid")),
    )
    op.create_index("ix_events_space", "events", ["space_id", "id"])
    op.create_index("ix_events_author", "events", ["author_id", "id"])
    is_hidden = sa.text("hidden_at IS NOT NULL")
    op.create_index(
        "ix_events_hidden",
        "events",
        ["hidden_at"],
        sqlite_where=is_hidden,
        postgresql_where=is_hidden,
    )
    op.create_table(
        "event_organisers",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("fk_event_organisers_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_organisers_person_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "person_id", name=op.f("pk_event_organisers")),
    )
    op.create_index(op.f("ix_event_organisers_person_id"), "event_organisers", ["person_id"])
    op.create_table(
        "event_spaces",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_event_spaces_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_event_spaces_space_id")),
        sa.PrimaryKeyConstraint("event_id", "space_id", name=op.f("pk_event_spaces")),
    )
    op.create_index(op.f("ix_event_spaces_space_id"), "event_spaces", ["space_id"])
    op.create_table(
        "event_occurrences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("original", sa.DateTime(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("call_url", sa.String(500), nullable=False),
        sa.Column("is_exception", sa.Boolean(), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(400), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("maybe", sa.Integer(), nullable=False),
        sa.Column("asking", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("reminded_at", sa.DateTime(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("code", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("fk_event_occurrences_event_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_occurrences")),
        sa.UniqueConstraint("event_id", "original", name="uq_event_occurrences_original"),
    )
    op.create_index("ix_event_occurrences_starts_at", "event_occurrences", ["starts_at", "id"])
    op.create_index("ix_event_occurrences_code", "event_occurrences", ["code"])
    op.create_table(
        "event_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(40), nullable=False),
        sa.Column("seat", sa.String(40), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("with_series", sa.Boolean(), nullable=False),
        sa.Column("moved_up_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "(reply = 'yes') = (seat <> 'none')", name=op.f("ck_event_answers_a_yes_has_a_seat")
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["event_occurrences.id"],
            name=op.f("fk_event_answers_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_answers_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_answers")),
    )
    op.create_index(
        "uq_event_answers_person", "event_answers", ["occurrence_id", "person_id"], unique=True
    )
    op.create_index("ix_event_answers_seat", "event_answers", ["occurrence_id", "seat", "turn"])
    op.create_index(
        "ix_event_answers_mine", "event_answers", ["person_id", "reply", "occurrence_id"]
    )
    op.create_table(
        "event_series_answers",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(40), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("fk_event_series_answers_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_event_series_answers_person_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "person_id", name=op.f("pk_event_series_answers")),
    )
    op.create_index(
        op.f("ix_event_series_answers_person_id"), "event_series_answers", ["person_id"]
    )


def downgrade() -> None:
    for table in (
        "event_series_answers",
        "event_answers",
        "event_occurrences",
        "event_spaces",
        "event_organisers",
        "events",
    ):
        op.drop_table(table)
