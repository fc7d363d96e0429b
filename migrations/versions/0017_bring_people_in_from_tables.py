"""Bring people in from tables.

An import remembers how its table is to be understood; a person may be known by a number of the
company's own, so that a changed address is still the same person.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("setup", sa.JSON(), nullable=False, server_default="{}"))

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("employee_number", sa.String(length=40), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_people_employee_number"), ["employee_number"], unique=True
        )


def downgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_employee_number"))
        batch_op.drop_column("employee_number")

    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_column("setup")
