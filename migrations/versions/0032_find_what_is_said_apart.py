"""Find what is said apart from what it is said on.

The index keeps the two in indexes of their own, and learns the words that texts are made of, so
that a beginning leads to words and not to a million texts.
"""

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"

COLUMNS = ("title", "title_stems", "text", "text_stems", "kind", "authors")
SAID = "comment"  # the one kind that is said on things until today
A_BATCH = 5_000


def upgrade() -> None:
    here = op.get_bind().dialect.name
    words = op.create_table(
        "text_index_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "word",
            sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_index_words")),
        sa.UniqueConstraint("word", name=op.f("uq_text_index_words_word")),
    )
    _learn(words)
    column = sa.Column("is_said", sa.Boolean(), server_default=sa.false(), nullable=False)
    if here == "sqlite":
        _unmake_for_sqlite(("text_index_fts",))
        op.add_column("text_index", column)
        _tell_apart()
        _make_for_sqlite("text_index_fts", "things", "NOT {row}.is_said")
        _make_for_sqlite("text_index_said_fts", "said", "{row}.is_said")
        return
    _take_time()
    op.execute("DROP INDEX ix_text_index_vector")
    op.add_column("text_index", column)
    _tell_apart()
    op.execute(
        "CREATE INDEX ix_text_index_vector ON text_index USING gin (vector) WHERE NOT is_said"
    )
    op.execute(
        "CREATE INDEX ix_text_index_said_vector ON text_index USING gin (vector) WHERE is_said"
    )


def downgrade() -> None:
    op.drop_table("text_index_words")
    if op.get_bind().dialect.name == "sqlite":
        _unmake_for_sqlite(("text_index_fts", "text_index_said_fts"))
        op.drop_column("text_index", "is_said")
        _make_for_sqlite("text_index_fts", None, "")
        return
    _take_time()
    op.execute("DROP INDEX ix_text_index_said_vector")
    op.execute("DROP INDEX ix_text_index_vector")
    op.drop_column("text_index", "is_said")
    op.execute("CREATE INDEX ix_text_index_vector ON text_index USING gin (vector)")


def _take_time() -> None:
    """A million texts are not indexed within the time that a page may take."""
    op.execute("SET LOCAL statement_timeout = 0")


def _tell_apart() -> None:
    op.execute(
        sa.text("UPDATE text_index SET is_said = true WHERE kind = :said").bindparams(said=SAID)
    )


def _learn(words: sa.Table) -> None:
    """Those that most texts hold come first."""
    text = sa.table("text_index", sa.column("id"), sa.column("title"), sa.column("text"))
    some = sa.select(text).where(text.c.id > sa.bindparam("after")).order_by(text.c.id)
    bind, after, known = op.get_bind(), 0, Counter[str]()
    while rows := bind.execute(some.limit(A_BATCH), {"after": after}).all():
        for row in rows:
            known.update({*row.title.split(), *row.text.split()})
        after = rows[-1].id
    often = [word for word, _ in known.most_common()]
    for start in range(0, len(often), A_BATCH):
        bind.execute(words.insert(), [{"word": word} for word in often[start : start + A_BATCH]])


def _unmake_for_sqlite(indexes: tuple[str, ...]) -> None:
    for index in indexes:
        stem = index.removesuffix("_fts")
        for event in ("put", "removed", "put_again"):
            op.execute(f"DROP TRIGGER {stem}_{event}")
        op.execute(f"DROP TABLE {index}")
    if len(indexes) > 1:
        op.execute("DROP VIEW text_index_of_things")
        op.execute("DROP VIEW text_index_of_said")


def _make_for_sqlite(index: str, what: str | None, which: str) -> None:
    """An index of all rows, or of a view of some, and what keeps it."""
    stem, columns, content = index.removesuffix("_fts"), ", ".join(COLUMNS), "text_index"
    new_one = f"WHEN {which.format(row='new')}" if which else ""
    old_one = f"WHEN {which.format(row='old')}" if which else ""
    if what:
        content = f"text_index_of_{what}"
        op.execute(
            f"CREATE VIEW {content} AS SELECT id, {columns} FROM text_index"
            f" WHERE {which.format(row='text_index')}"
        )
    old = ", ".join(f"old.{name}" for name in COLUMNS)
    new = ", ".join(f"new.{name}" for name in COLUMNS)
    forget = f"INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', old.id, {old});"
    keep = f"INSERT INTO {index} (rowid, {columns}) VALUES (new.id, {new});"
    for statement in (
        f"CREATE VIRTUAL TABLE {index} USING fts5({columns},"
        f" content='{content}', content_rowid='id', tokenize='ascii')",
        f"CREATE TRIGGER {stem}_put AFTER INSERT ON text_index {new_one} BEGIN {keep} END",
        f"CREATE TRIGGER {stem}_removed AFTER DELETE ON text_index {old_one} BEGIN {forget} END",
        f"CREATE TRIGGER {stem}_put_again AFTER UPDATE OF {columns} ON text_index {new_one}"
        f" BEGIN {forget} {keep} END",
        f"INSERT INTO {index} ({index}) VALUES ('rebuild')",
    ):
        op.execute(statement)
