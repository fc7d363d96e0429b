"""Keep catalogues.

Governed terms beside free tags, and for both what was given beside what speaks for it. The terms
a house begins with are in `seeds/terms.json`: from then on they are the governance team's.
"""

import json
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

SEEDS = Path(__file__).parent.parent / "seeds" / "terms.json"
LANGUAGES = ("es", "eu", "en", "pt")


def upgrade() -> None:
    words = [sa.Column("name", sa.String(length=80), nullable=False)]
    words += [sa.Column(f"name_{code}", sa.String(80), nullable=False) for code in LANGUAGES[1:]]
    words += [sa.Column("lead", sa.String(length=300), nullable=False)]
    words += [sa.Column(f"lead_{code}", sa.String(300), nullable=False) for code in LANGUAGES[1:]]
    terms = op.create_table(
        "terms",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *words,
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("retired_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("survivor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_terms_a_term_has_a_name")),
        sa.CheckConstraint(
            "unit_id IS NULL OR kind = 'areas'", name=op.f("ck_terms_only_an_area_has_a_unit")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_terms_unit_id")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["terms.id"], name=op.f("fk_terms_merged_into_id")
        ),
        sa.ForeignKeyConstraint(["survivor_id"], ["terms.id"], name=op.f("fk_terms_survivor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms")),
        sa.UniqueConstraint("kind", "slug", name="uq_terms_kind_slug"),
    )
    op.create_index("ix_terms_in_order", "terms", ["kind", "position", "id"])
    for column in ("unit_id", "merged_into_id", "survivor_id"):
        op.create_index(op.f(f"ix_terms_{column}"), "terms", [column])
    op.bulk_insert(terms, list(_seeds()))

    op.create_table(
        "term_taggings",
        sa.Column("given_id", sa.Integer(), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["given_id"], ["terms.id"], name=op.f("fk_term_taggings_given_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_term_taggings_term_id")),
        sa.PrimaryKeyConstraint(
            "given_id", "subject_kind", "subject_id", name=op.f("pk_term_taggings")
        ),
    )
    op.create_index("ix_term_taggings_subject", "term_taggings", ["subject_kind", "subject_id"])
    op.create_index(
        "ix_term_taggings_newest", "term_taggings", ["term_id", "at", "subject_kind", "subject_id"]
    )

    with op.batch_alter_table("tags", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("survivor_id", sa.Integer(), nullable=True))
        for column in ("merged_into_id", "survivor_id"):
            batch_op.create_foreign_key(op.f(f"fk_tags_{column}"), "tags", [column], ["id"])
            batch_op.create_index(op.f(f"ix_tags_{column}"), [column])

    _taggings("given_id", sa.Column("tag_id", sa.Integer(), nullable=False))
    op.execute(
        "INSERT INTO taggings (given_id, tag_id, subject_kind, subject_id, at)"
        " SELECT old.tag_id, old.tag_id, old.subject_kind, old.subject_id,"
        " coalesce(posts.published_at, tags.created_at)"
        " FROM old_taggings AS old JOIN tags ON tags.id = old.tag_id"
        " LEFT JOIN posts ON old.subject_kind = 'post' AND posts.id = old.subject_id"
    )
    op.drop_table("old_taggings")
    op.create_index("ix_taggings_subject", "taggings", ["subject_kind", "subject_id"])
    op.create_index(
        "ix_taggings_newest", "taggings", ["tag_id", "at", "subject_kind", "subject_id"]
    )


def downgrade() -> None:
    """Of two words that became one, things keep what they were given."""
    op.drop_index("ix_taggings_newest", table_name="taggings")
    _taggings("tag_id")
    op.execute(
        "INSERT INTO taggings (tag_id, subject_kind, subject_id)"
        " SELECT given_id, subject_kind, subject_id FROM old_taggings"
    )
    op.drop_table("old_taggings")
    op.create_index("ix_taggings_subject", "taggings", ["subject_kind", "subject_id"])

    with op.batch_alter_table("tags", schema=None) as batch_op:
        for column in ("survivor_id", "merged_into_id"):
            batch_op.drop_index(op.f(f"ix_tags_{column}"))
            batch_op.drop_constraint(op.f(f"fk_tags_{column}"), type_="foreignkey")
            batch_op.drop_column(column)

    op.drop_table("term_taggings")
    op.drop_table("terms")


def _taggings(key: str, *more: sa.Column) -> None:
    """A key cannot be changed in place everywhere: the table is made anew beside the old one."""
    op.drop_index("ix_taggings_subject", table_name="taggings")
    op.rename_table("taggings", "old_taggings")
    if op.get_bind().dialect.name == "postgresql":
        names = ["pk_taggings", "fk_taggings_tag_id"] + ([] if more else ["fk_taggings_given_id"])
        for name in names:
            op.execute(f"ALTER TABLE old_taggings RENAME CONSTRAINT {name} TO old_{name}")
    when = [sa.Column("at", sa.DateTime(), nullable=False)] if more else []
    both = [key] + [column.name for column in more]
    op.create_table(
        "taggings",
        sa.Column(key, sa.Integer(), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        *more,
        *when,
        *(
            sa.ForeignKeyConstraint([name], ["tags.id"], name=op.f(f"fk_taggings_{name}"))
            for name in both
        ),
        sa.PrimaryKeyConstraint(key, "subject_kind", "subject_id", name=op.f("pk_taggings")),
    )


def _seeds():
    for kind, terms in json.loads(SEEDS.read_text()).items():
        for position, term in enumerate(terms, start=1):
            row = {"kind": kind, "slug": term["slug"], "position": position, "version": 1}
            for what in ("name", "lead"):
                said = term.get(what, {})
                row[what] = said.get("es", "")
                row |= {f"{what}_{code}": said.get(code, "") for code in LANGUAGES[1:]}
            yield row | {"created_at": datetime(2026, 11, 25)}
