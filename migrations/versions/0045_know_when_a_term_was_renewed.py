"""Know when a term was renewed, and who has heard of what.

A renewal is taken back on the same day, and then nobody hears of the old end twice. Whoever put
somebody forward hears once that the role came another way.
"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.add_column("ambassador_mandates", sa.Column("renewed_on", sa.Date(), nullable=True))
    op.add_column(
        "ambassador_mandates", sa.Column("reminded_before_renewal", sa.DateTime(), nullable=True)
    )
    op.add_column("ambassador_nominations", sa.Column("fulfilled_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("ambassador_nominations", "fulfilled_at")
    op.drop_column("ambassador_mandates", "reminded_before_renewal")
    op.drop_column("ambassador_mandates", "renewed_on")
