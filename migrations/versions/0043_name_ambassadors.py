"""Name ambassadors for a term, let them be nominated, and let people ask them for help."""

import datetime

import sqlalchemy as sa
from alembic import op
from dateutil.relativedelta import relativedelta

revision = "0043"
down_revision = "0042"

OPEN = sa.text("ended_on IS NULL")
WAITS = sa.text("outcome = 'open'")

grants = sa.table(
    "grants",
    sa.column("person_id", sa.Integer),
    sa.column("role", sa.String),
    sa.column("granted_by", sa.Integer),
    sa.column("created_at", sa.DateTime),
)


def upgrade() -> None:
    mandates = op.create_table(
        "ambassador_mandates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("named_by", sa.Integer(), nullable=True),
        sa.Column("before_renewal", sa.Date(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("farewell", sa.String(600), nullable=False),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_ambassador_mandates_a_term_ends_after_it_begins")
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= since",
            name=op.f("ck_ambassador_mandates_nobody_leaves_before"),
        ),
        sa.CheckConstraint(
            "farewell = '' OR ended_on IS NOT NULL",
            name=op.f("ck_ambassador_mandates_a_farewell_is_an_end"),
        ),
        *_people("ambassador_mandates", "person_id", "named_by", "ended_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassador_mandates")),
    )
    op.create_index(
        "uq_ambassador_mandates_open",
        "ambassador_mandates",
        ["person_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index("ix_ambassador_mandates_person", "ambassador_mandates", ["person_id", "since"])
    op.create_index("ix_ambassador_mandates_until", "ambassador_mandates", ["ended_on", "until"])
    op.create_table(
        "ambassador_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mandate_id"],
            ["ambassador_mandates.id"],
            name=op.f("fk_ambassador_units_mandate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_ambassador_units_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassador_units")),
    )
    op.create_index("ix_ambassador_units_mandate", "ambassador_units", ["mandate_id", "unit_id"])
    op.create_index("ix_ambassador_units_unit", "ambassador_units", ["unit_id"])
    _nominations()
    _help()
    open_terms(op.get_bind(), mandates)


def open_terms(connection: sa.Connection, mandates: sa.Table) -> None:
    """One for everybody who has the role, since they have it. It lasts until that day of the year
    comes round: nobody's has run out on the day the house learns of terms.
    """
    today = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    rows = connection.execute(
        sa.select(grants.c.person_id, grants.c.granted_by, grants.c.created_at)
        .where(grants.c.role == "ambassador")
        .order_by(grants.c.created_at, grants.c.person_id)
    ).all()
    terms = [
        {
            "created_at": row.created_at,
            "person_id": row.person_id,
            "since": row.created_at.date(),
            "until": _comes_round(row.created_at, today).date(),
            "named_by": row.granted_by,
            "farewell": "",
        }
        for row in rows
    ]
    if terms:
        op.bulk_insert(mandates, terms)


def _comes_round(moment: datetime.datetime, today: datetime.datetime) -> datetime.datetime:
    years = 1
    while moment + relativedelta(years=years) <= today:
        years += 1
    return moment + relativedelta(years=years)


def _nominations() -> None:
    op.create_table(
        "ambassador_nominations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("nominated_by", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(600), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(600), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("mandate_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "why <> ''", name=op.f("ck_ambassador_nominations_a_nomination_says_why")
        ),
        sa.CheckConstraint(
            "outcome <> 'declined' OR reason <> ''",
            name=op.f("ck_ambassador_nominations_a_no_has_a_reason"),
        ),
        *_people("ambassador_nominations", "person_id", "nominated_by", "decided_by"),
        sa.ForeignKeyConstraint(
            ["mandate_id"],
            ["ambassador_mandates.id"],
            name=op.f("fk_ambassador_nominations_mandate_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassador_nominations")),
    )
    op.create_index(
        "uq_ambassador_nominations_open",
        "ambassador_nominations",
        ["person_id"],
        unique=True,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_index("ix_ambassador_nominations_person", "ambassador_nominations", ["person_id"])
    op.create_index("ix_ambassador_nominations_by", "ambassador_nominations", ["nominated_by"])
    op.create_index(
        "ix_ambassador_nominations_outcome", "ambassador_nominations", ["outcome", "id"]
    )


def _help() -> None:
    op.create_table(
        "ambassador_help",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(600), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("tag_id", sa.Integer(), nullable=True),
        sa.Column("term_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(2000), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("need <> ''", name=op.f("ck_ambassador_help_a_need_is_said")),
        sa.CheckConstraint(
            "state <> 'answered' OR answer <> ''",
            name=op.f("ck_ambassador_help_an_answer_says_something"),
        ),
        *_people("ambassador_help", "asker_id", "asked_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_ambassador_help_unit_id")),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name=op.f("fk_ambassador_help_tag_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_ambassador_help_term_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassador_help")),
    )
    op.create_index("ix_ambassador_help_asker", "ambassador_help", ["asker_id", "id"])
    op.create_index("ix_ambassador_help_asked", "ambassador_help", ["asked_id", "state", "id"])
    op.create_index("ix_ambassador_help_due", "ambassador_help", ["state", "due_on"])
    op.create_table(
        "ambassador_help_turns",
        sa.Column("help_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("passed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["help_id"],
            ["ambassador_help.id"],
            name=op.f("fk_ambassador_help_turns_help_id"),
            ondelete="CASCADE",
        ),
        *_people("ambassador_help_turns", "person_id"),
        sa.PrimaryKeyConstraint("help_id", "person_id", name=op.f("pk_ambassador_help_turns")),
    )
    op.create_index(
        op.f("ix_ambassador_help_turns_person_id"), "ambassador_help_turns", ["person_id"]
    )


def _people(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], ["people.id"], name=op.f(f"fk_{table}_{column}"))
        for column in columns
    ]


def downgrade() -> None:
    for table in (
        "ambassador_help_turns",
        "ambassador_help",
        "ambassador_nominations",
        "ambassador_units",
        "ambassador_mandates",
    ):
        op.drop_table(table)
