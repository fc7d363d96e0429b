"""Bring ideas in from tables.

Which row an idea came from and when, whose it was there, and how many stood behind it. Numbers of
ideas that were taken back are not given again.
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    _change(lambda ideas: [ideas.add_column(column) for column in _columns()], keeps=True)
    op.create_index("ix_ideas_title", "ideas", ["title"])
    op.create_index("ix_ideas_digest", "ideas", ["digest"])
    op.add_column(
        "idea_groups",
        sa.Column("digest", sa.String(length=64), nullable=False, server_default=""),
    )
    op.create_index("ix_idea_groups_digest", "idea_groups", ["digest"])
    op.create_index("ix_idea_steps_other", "idea_steps", ["other_id"])


def downgrade() -> None:
    op.drop_index("ix_idea_steps_other", "idea_steps")
    op.drop_index("ix_idea_groups_digest", "idea_groups")
    op.drop_column("idea_groups", "digest")
    op.drop_index("ix_ideas_digest", "ideas")
    op.drop_index("ix_ideas_title", "ideas")
    _change(lambda ideas: [ideas.drop_column(column.name) for column in _columns()], keeps=False)


def _columns() -> list[sa.Column]:
    return [
        sa.Column("supported_before", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("credited_to", sa.String(length=200), nullable=True),
        sa.Column("came_in_on", sa.Date(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False, server_default=""),
    ]


def _change(change: Callable, *, keeps: bool) -> None:
    """SQLite counts on beyond what is gone only in a table that was made so."""
    is_made_anew = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table(
        "ideas",
        recreate="always" if is_made_anew else "never",
        table_kwargs={"sqlite_autoincrement": keeps},
    ) as ideas:
        change(ideas)
