"""Find what happened in a space."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("lines", sa.Column("space_id", sa.Integer(), nullable=True))
    op.create_index("ix_lines_thread", "lines", ["thread_kind", "thread_id"])
    op.create_index("ix_lines_space", "lines", ["space_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_lines_space", table_name="lines")
    op.drop_index("ix_lines_thread", table_name="lines")
    op.drop_column("lines", "space_id")
