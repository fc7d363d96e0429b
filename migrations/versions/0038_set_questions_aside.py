"""Set questions aside.

Whoever takes one out of a draft may want it back; and of two who edit one, the second is told.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    with op.batch_alter_table("survey_items") as table:
        table.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        table.add_column(sa.Column("removed_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """What was set aside is asked nowhere."""
    op.execute("DELETE FROM survey_items WHERE removed_at IS NOT NULL")
    with op.batch_alter_table("survey_items") as table:
        table.drop_column("removed_at")
        table.drop_column("version")
