"""Let the clock of an idea rest."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    with op.batch_alter_table("ideas") as batch_op:
        batch_op.add_column(sa.Column("rested", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("away_on", sa.Date(), nullable=True))
        batch_op.alter_column("rested", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("ideas") as batch_op:
        batch_op.drop_column("away_on")
        batch_op.drop_column("rested")
