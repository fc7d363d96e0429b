"""Let people follow and be told.

What was to be told before anybody could be told of it is no news any more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

ONLY = {
    "ix_notifications_unread": "read_at IS NULL",
    "ix_notifications_letter_due": "letter_due_at IS NOT NULL",
}


def upgrade() -> None:
    op.create_table(
        "followings",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_followings_person_id")),
        sa.PrimaryKeyConstraint("person_id", "kind", "number", name=op.f("pk_followings")),
    )
    op.create_index(
        "ix_followings_followers", "followings", ["kind", "number", "person_id", "follows", "since"]
    )
    op.create_table(
        "addressees",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.id"],
            name=op.f("fk_addressees_delivery_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_addressees_person_id")),
        sa.PrimaryKeyConstraint("delivery_id", "person_id", "kind", name=op.f("pk_addressees")),
    )
    op.create_table(
        "notifications",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("letter_due_at", sa.DateTime(), nullable=True),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.id"],
            name=op.f("fk_notifications_delivery_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_notifications_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notifications")),
        sa.UniqueConstraint("delivery_id", "person_id", name="uq_notifications_delivery_id"),
    )
    op.create_index("ix_notifications_person", "notifications", ["person_id", "id"])
    _index_some("ix_notifications_unread", ["person_id"])
    _index_some("ix_notifications_letter_due", ["letter_due_at", "person_id"])
    op.create_table(
        "wishes",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_wishes_person_id")),
        sa.PrimaryKeyConstraint("person_id", "kind", name=op.f("pk_wishes")),
    )
    op.create_index("ix_deliveries_thread", "deliveries", ["thread_kind", "thread_id"])
    op.execute(sa.text("UPDATE deliveries SET finished = :yes").bindparams(yes=True))


def downgrade() -> None:
    op.drop_index("ix_deliveries_thread", "deliveries")
    for table in ("wishes", "notifications", "addressees", "followings"):
        op.drop_table(table)


def _index_some(name: str, columns: list[str]) -> None:
    only = sa.text(ONLY[name])
    op.create_index(name, "notifications", columns, sqlite_where=only, postgresql_where=only)
