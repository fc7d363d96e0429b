"""Count what became of the ideas."""

from alembic import op

revision = "0049"
down_revision = "0048"

COUNTED = (
    "standing",
    "survivor_id",
    "created_at",
    "id",
    "area_id",
    "verdict",
    "first_decided_at",
    "first_days",
)


def upgrade() -> None:
    op.create_index("ix_ideas_proposed", "ideas", COUNTED)


def downgrade() -> None:
    op.drop_index("ix_ideas_proposed", "ideas")
