"""Count the programme."""

from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    op.create_index("ix_event_occurrences_starts", "event_occurrences", ["starts", "id"])
    op.create_index(
        "ix_event_minutes_reached", "event_minutes", ["occurrence_id", "withdrawn_at", "reached"]
    )
    op.create_index(
        "ix_initiative_changes_when",
        "initiative_changes",
        ["told_at", "initiative_id", "outcome", "after"],
    )


def downgrade() -> None:
    op.drop_index("ix_initiative_changes_when", "initiative_changes")
    op.drop_index("ix_event_minutes_reached", "event_minutes")
    op.drop_index("ix_event_occurrences_starts", "event_occurrences")
