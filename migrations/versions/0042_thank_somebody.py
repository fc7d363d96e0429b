"""Thank somebody for a habit, and for what they did."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"

UNSEEN = sa.text("hidden_at IS NOT NULL OR put_away_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "thanks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("receiver_id", sa.Integer(), nullable=False),
        sa.Column("habit_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("text", sa.String(400), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("takes_place", sa.Boolean(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(), nullable=True),
        sa.Column("put_away_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "giver_id <> receiver_id", name=op.f("ck_thanks_nobody_thanks_themselves")
        ),
        sa.CheckConstraint("length(text) >= 10", name=op.f("ck_thanks_thanks_say_for_what")),
        sa.ForeignKeyConstraint(["giver_id"], ["people.id"], name=op.f("fk_thanks_giver_id")),
        sa.ForeignKeyConstraint(["receiver_id"], ["people.id"], name=op.f("fk_thanks_receiver_id")),
        sa.ForeignKeyConstraint(["habit_id"], ["terms.id"], name=op.f("fk_thanks_habit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thanks")),
    )
    op.create_index("ix_thanks_receiver", "thanks", ["receiver_id", "created_at"])
    op.create_index("ix_thanks_giver", "thanks", ["giver_id", "created_at"])
    op.create_index("ix_thanks_habit", "thanks", ["habit_id", "id"])
    for name, column in (
        ("ix_thanks_unseen_given", "giver_id"),
        ("ix_thanks_unseen_received", "receiver_id"),
    ):
        op.create_index(name, "thanks", [column], sqlite_where=UNSEEN, postgresql_where=UNSEEN)


def downgrade() -> None:
    op.drop_table("thanks")
