"""Keep how long each date counts as: by the clock, and of a day that it takes whole a third."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"

TAKES = {
    "sqlite": "CAST(strftime('%s', {0}ends{1}) AS INTEGER)"
    " - CAST(strftime('%s', {0}starts{1}) AS INTEGER)",
    "postgresql": "CAST(date_part('epoch', {0}ends{1} - {0}starts{1}) AS INTEGER)",
}


def upgrade() -> None:
    op.add_column(
        "event_occurrences", sa.Column("seconds", sa.Integer, nullable=False, server_default="0")
    )
    takes = TAKES[op.get_bind().dialect.name]
    of_it = "FROM events WHERE events.id = event_occurrences.event_id"
    by_the_wall, by_the_clock = (takes.format("event_occurrences.", at) for at in ("", "_at"))
    op.execute(
        sa.text(
            "UPDATE event_occurrences SET seconds ="
            f" (SELECT CASE WHEN is_all_day THEN ({by_the_wall}) / 3 ELSE {by_the_clock} END"
            f" {of_it})"
        )
    )


def downgrade() -> None:
    op.drop_column("event_occurrences", "seconds")
