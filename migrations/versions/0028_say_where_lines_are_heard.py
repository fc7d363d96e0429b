"""Say where lines are heard, so that whoever follows finds them."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "line_places",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["lines.id"], name=op.f("fk_line_places_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("kind", "number", "line_id", name=op.f("pk_line_places")),
    )
    op.create_index("ix_line_places_line_id", "line_places", ["line_id"])
    op.execute(
        "INSERT INTO line_places (kind, number, line_id)"
        " SELECT thread_kind, thread_id, id FROM lines"
        " UNION SELECT 'person', actor_id, id FROM lines WHERE actor_id IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_table("line_places")
