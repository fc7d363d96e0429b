"""Write about the strategy.

The texts a house begins with are in `seeds/editorials.json`, rendered as they were that day.
"""

import json
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

SEEDS = Path(__file__).parent.parent / "seeds" / "editorials.json"
THAT_DAY = datetime(2026, 11, 25)


def upgrade() -> None:
    editorials = op.create_table(
        "editorials",
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("html_version", sa.Integer(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_editorials_an_editorial_has_a_title")),
        sa.ForeignKeyConstraint(["edited_by"], ["people.id"], name=op.f("fk_editorials_edited_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editorials")),
        sa.UniqueConstraint("about", "language", name="uq_editorials_about_language"),
    )
    beside = {"version": 1, "created_at": THAT_DAY, "edited_at": THAT_DAY}
    op.bulk_insert(editorials, [row | beside for row in json.loads(SEEDS.read_text())])


def downgrade() -> None:
    op.drop_table("editorials")
