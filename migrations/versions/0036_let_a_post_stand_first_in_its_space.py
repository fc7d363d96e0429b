"""Let a post stand first in its space.

What stands first already was let by governance, and does so in the whole house.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.add_column(
        "posts",
        sa.Column("featured_within", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """What stood first in a space alone must not stand first for all."""
    op.execute("UPDATE posts SET featured_until = NULL WHERE featured_within")
    op.drop_column("posts", "featured_within")
