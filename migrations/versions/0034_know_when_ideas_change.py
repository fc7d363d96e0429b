"""Know when ideas change.

Whether any of the listed ideas says something else than before is asked before every search for
similar ones, of this index alone.
"""

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.create_index(
        "ix_ideas_words", "ideas", ["standing", "survivor_id", "id", "version", "created_at"]
    )


def downgrade() -> None:
    op.drop_index("ix_ideas_words", table_name="ideas")
