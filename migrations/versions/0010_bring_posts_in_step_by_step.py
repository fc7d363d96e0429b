"""Bring posts in step by step.

An import's notes say what was understood, and what they brought in, so that it can be
continued and taken back; a post knows the file it came from.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file", sa.String(length=40), nullable=True))

    with op.batch_alter_table("import_notes", schema=None) as batch_op:
        batch_op.drop_column("reason")
        batch_op.add_column(
            sa.Column("title", sa.String(length=200), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("understood", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("remarks", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("thing_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("thing_version", sa.Integer(), nullable=True))

    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source_digest", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("brought_in_at", sa.DateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_posts_source_digest"), ["source_digest"])


def downgrade() -> None:
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_posts_source_digest"))
        batch_op.drop_column("brought_in_at")
        batch_op.drop_column("source_digest")

    with op.batch_alter_table("import_notes", schema=None) as batch_op:
        for name in ("thing_version", "thing_id", "remarks", "understood", "title"):
            batch_op.drop_column(name)
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_column("file")
