"""Quote comments in the stream.

The defaults of the database stay: the old code goes on inserting without these columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column(
        "comments",
        sa.Column("excerpt", sa.String(length=200), nullable=False, server_default=""),
    )
    op.add_column(
        "lines",
        sa.Column("thread_kind", sa.String(length=40), nullable=False, server_default=""),
    )
    op.add_column("lines", sa.Column("thread_id", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE lines SET thread_kind = subject_kind, thread_id = subject_id")


def downgrade() -> None:
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.drop_column("thread_id")
        batch_op.drop_column("thread_kind")
    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.drop_column("excerpt")
