"""Arrange the house.

Units and locations are ordered without accents, carry a version, and say where they went when
they were merged; a setting has a number that facts can point at, and says who changed it.
"""

import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

PLACES = ("units", "locations")


def upgrade() -> None:
    for table in PLACES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table == "locations":
                batch_op.add_column(sa.Column("closed_at", sa.DateTime(), nullable=True))
            batch_op.add_column(
                sa.Column("sort_name", sa.String(length=120), nullable=False, server_default="")
            )
            batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
            batch_op.add_column(
                sa.Column("version", sa.Integer(), nullable=False, server_default="1")
            )
            batch_op.create_foreign_key(
                batch_op.f(f"fk_{table}_merged_into_id"), table, ["merged_into_id"], ["id"]
            )
            batch_op.create_index(batch_op.f(f"ix_{table}_merged_into_id"), ["merged_into_id"])
        _order(table)
    op.create_index("ix_units_by_name", "units", ["sort_name", "id"])
    op.create_index("ix_people_at_work", "people", ["unit_id", "disabled_at"])

    kept = _settings()
    op.drop_table("settings")
    settings = op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
        sa.Column(
            "created_at", sa.DateTime(), nullable=False, server_default=sa.text("CURRENT_TIMESTAMP")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint("name", name=op.f("uq_settings_name")),
    )
    op.bulk_insert(settings, kept)


def downgrade() -> None:
    kept = [row for row in _settings() if row["value"] is not None]
    op.drop_table("settings")
    settings = op.create_table(
        "settings",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.bulk_insert(settings, kept)

    op.drop_index("ix_people_at_work", table_name="people")
    op.drop_index("ix_units_by_name", table_name="units")
    for table in PLACES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_merged_into_id"))
            batch_op.drop_constraint(batch_op.f(f"fk_{table}_merged_into_id"), type_="foreignkey")
            for column in ("version", "merged_into_id", "sort_name"):
                batch_op.drop_column(column)
            if table == "locations":
                batch_op.drop_column("closed_at")


def _settings() -> list[dict[str, Any]]:
    table = sa.table("settings", sa.column("name", sa.String), sa.column("value", sa.JSON))
    rows = op.get_bind().execute(sa.select(table.c.name, table.c.value))
    return [{"name": name, "value": value} for name, value in rows]


def _order(table: str) -> None:
    """What stands here already is ordered like what comes."""
    place = sa.table(table, sa.column("id"), sa.column("name"), sa.column("sort_name"))
    here = op.get_bind()
    for number, name in here.execute(sa.select(place.c.id, place.c.name)).all():
        apart = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign))[:120]
        here.execute(sa.update(place).where(place.c.id == number).values(sort_name=plain))
