"""Hold sittings of the committee: agenda, attendance, and decisions that are told at their end."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    op.create_table(
        "sittings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("called_by", sa.Integer(), nullable=False),
        sa.Column("chair_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("idea_id", sa.Integer(), nullable=True),
        sa.Column("idea_since", sa.DateTime(), nullable=True),
        sa.Column("path", sa.JSON(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("moved_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_sittings_a_sitting_has_a_title")),
        sa.CheckConstraint(
            "closed_at IS NULL OR opened_at IS NOT NULL",
            name=op.f("ck_sittings_what_is_closed_was_open"),
        ),
        *_people("sittings", "called_by", "chair_id"),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name=op.f("fk_sittings_idea_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sittings")),
    )
    op.create_index("ix_sittings_held", "sittings", ["held_on", "id"])
    op.create_index("ix_sittings_open", "sittings", ["closed_at", "opened_at"])
    op.create_table(
        "sitting_attendees",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("came_at", sa.DateTime(), nullable=False),
        _sitting("sitting_attendees"),
        *_people("sitting_attendees", "person_id"),
        sa.PrimaryKeyConstraint("sitting_id", "person_id", name=op.f("pk_sitting_attendees")),
    )
    op.create_index("ix_sitting_attendees_person", "sitting_attendees", ["person_id", "sitting_id"])
    op.create_table(
        "sitting_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("parked_at", sa.DateTime(), nullable=True),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        _sitting("sitting_items"),
        *_people("sitting_items", "by_id", "owner_id"),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name=op.f("fk_sitting_items_idea_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["idea_steps.id"],
            name=op.f("fk_sitting_items_step_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_items")),
    )
    for name, columns, unique in (
        ("uq_sitting_items_idea", ["sitting_id", "idea_id"], True),
        ("ix_sitting_items_place", ["sitting_id", "place"], False),
        ("ix_sitting_items_ideas", ["idea_id"], False),
        ("ix_sitting_items_step", ["step_id"], False),
    ):
        op.create_index(name, "sitting_items", columns, unique=unique)
    op.add_column(
        "idea_steps",
        sa.Column("is_untold", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def _sitting(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["sitting_id"], ["sittings.id"], name=op.f(f"fk_{table}_sitting_id"), ondelete="CASCADE"
    )


def _people(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([one], ["people.id"], name=op.f(f"fk_{table}_{one}"))
        for one in columns
    ]


def downgrade() -> None:
    with op.batch_alter_table("idea_steps") as table:
        table.drop_column("is_untold")
    for name in ("sitting_items", "sitting_attendees", "sittings"):
        op.drop_table(name)
