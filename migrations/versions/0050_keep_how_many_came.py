"""Keep how many people came to each date."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"

DATES = sa.table("event_occurrences", sa.column("id"), sa.column("came"))
ATTENDANCES = sa.table("event_attendances", sa.column("occurrence_id"))


def upgrade() -> None:
    op.add_column(
        "event_occurrences", sa.Column("came", sa.Integer, nullable=False, server_default="0")
    )
    counted = ATTENDANCES.c.occurrence_id == DATES.c.id
    how_many = sa.select(sa.func.count()).where(counted).scalar_subquery()
    op.execute(DATES.update().where(sa.exists().where(counted)).values(came=how_many))


def downgrade() -> None:
    op.drop_column("event_occurrences", "came")
