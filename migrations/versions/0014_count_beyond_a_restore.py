"""Count beyond a restore.

After one the data version goes on from the microseconds since 1970, so that no number comes twice.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    with op.batch_alter_table("data_version", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.Integer(), type_=sa.BigInteger())


def downgrade() -> None:
    op.execute("UPDATE data_version SET number = 1 WHERE number > 2147483647")
    with op.batch_alter_table("data_version", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.BigInteger(), type_=sa.Integer())
