"""Take back drafts and withdrawals."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("discarded_at", sa.DateTime(), nullable=True))

    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_posts_withdrawn_by"), "people", ["withdrawn_by"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_posts_withdrawn_by"), type_="foreignkey")
        batch_op.drop_column("withdrawn_by")

    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_column("discarded_at")
