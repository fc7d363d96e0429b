"""Propose people for roles.

A role that takes two is proposed first, and its grant remembers by whom. Among very many people
the few whose account is closed, or not yet used, are found at once; and so is whoever is looked
for by part of a name or address, in one index alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

CLOSED = sa.text("disabled_at IS NOT NULL")
INVITED = sa.text("disabled_at IS NULL AND password_hash IS NULL")


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_proposals_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["people.id"], name=op.f("fk_proposals_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["people.id"], name=op.f("fk_proposals_settled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index(op.f("ix_proposals_person_id"), "proposals", ["person_id"])
    op.create_index("ix_proposals_waiting", "proposals", ["settled_at", "created_at"])
    with op.batch_alter_table("grants", schema=None) as batch_op:
        batch_op.add_column(sa.Column("proposed_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_grants_proposed_by"), "people", ["proposed_by"], ["id"]
        )
    op.drop_index("ix_people_directory", table_name="people")
    op.create_index("ix_people_directory", "people", ["sort_name", "id", "email"])
    for name, few in (("ix_people_closed", CLOSED), ("ix_people_invited", INVITED)):
        op.create_index(name, "people", ["sort_name", "id"], sqlite_where=few, postgresql_where=few)


def downgrade() -> None:
    op.drop_index("ix_people_invited", table_name="people")
    op.drop_index("ix_people_closed", table_name="people")
    op.drop_index("ix_people_directory", table_name="people")
    op.create_index("ix_people_directory", "people", ["sort_name", "id"])
    with op.batch_alter_table("grants", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_grants_proposed_by"), type_="foreignkey")
        batch_op.drop_column("proposed_by")
    op.drop_index("ix_proposals_waiting", table_name="proposals")
    op.drop_index(op.f("ix_proposals_person_id"), table_name="proposals")
    op.drop_table("proposals")
