"""Index texts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

COLUMNS = "title, title_stems, text, text_stems"
FORGET = (
    f"INSERT INTO text_index_fts (text_index_fts, rowid, {COLUMNS})"
    " VALUES ('delete', old.id, old.title, old.title_stems, old.text, old.text_stems);"
)
KEEP = (
    f"INSERT INTO text_index_fts (rowid, {COLUMNS})"
    " VALUES (new.id, new.title, new.title_stems, new.text, new.text_stems);"
)

# Words come as the application parts them, without accents: the databases only split at spaces.
FOR_SQLITE = (
    f"CREATE VIRTUAL TABLE text_index_fts USING fts5({COLUMNS},"
    " content='text_index', content_rowid='id', tokenize='ascii')",
    f"CREATE TRIGGER text_index_put AFTER INSERT ON text_index BEGIN {KEEP} END",
    f"CREATE TRIGGER text_index_removed AFTER DELETE ON text_index BEGIN {FORGET} END",
    f"CREATE TRIGGER text_index_put_again AFTER UPDATE OF {COLUMNS} ON text_index"
    f" BEGIN {FORGET} {KEEP} END",
)
VECTOR = " || ".join(
    f"setweight(to_tsvector('pg_catalog.simple', {column}), '{weight}')"
    for column, weight in zip(COLUMNS.split(", "), "ABCD", strict=True)
)
FOR_POSTGRESQL = (
    f"ALTER TABLE text_index ADD COLUMN vector tsvector GENERATED ALWAYS AS ({VECTOR}) STORED",
    "CREATE INDEX ix_text_index_vector ON text_index USING gin (vector)",
)


def upgrade() -> None:
    op.create_table(
        "text_index",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_stems", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_stems", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_index")),
        sa.UniqueConstraint("kind", "number", name=op.f("uq_text_index_kind")),
    )
    op.create_table(
        "text_index_trigrams",
        sa.Column("trigram", sa.String(length=3), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("trigram", "word", name=op.f("pk_text_index_trigrams")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("text_index_trigrams", schema=None) as batch_op:
        batch_op.create_index("ix_text_index_trigrams_word", ["word"], unique=False)

    here = op.get_bind().dialect.name
    for statement in FOR_SQLITE if here == "sqlite" else FOR_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE text_index_fts")
    op.drop_table("text_index_trigrams")
    op.drop_table("text_index")
