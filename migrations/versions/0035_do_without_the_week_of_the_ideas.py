"""Do without the week of the ideas."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.create_table(
        "idea_letter_refusals",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_idea_letter_refusals_person_id"
        ),
        sa.PrimaryKeyConstraint("person_id", name="pk_idea_letter_refusals"),
    )


def downgrade() -> None:
    op.drop_table("idea_letter_refusals")
