"""Find by whom and when.

The index learns who wrote a text and of when it is, keeps stems apart from words by a letter, and
on PostgreSQL holds its long columns beside the table, so that what is only counted is read fast.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

BEFORE = "title, title_stems, text, text_stems"
WEIGHTS = (("title", "A"), ("title_stems", "B"), ("text", "C"), ("text_stems", "D"))
COLUMNS = f"{BEFORE}, kind, authors"
LANGUAGES = ("es", "eu", "en", "pt")
A_BATCH = 1_000


def upgrade() -> None:
    here = op.get_bind().dialect.name
    _unmake(here)
    op.add_column("text_index", sa.Column("authors", sa.Text(), server_default="", nullable=False))
    op.add_column("text_index", sa.Column("at", sa.DateTime(), nullable=True))
    _want_what_is_missing()
    _rename(lambda stem: f"q{stem}" if stem[:2] in LANGUAGES else stem)
    if here == "sqlite":
        _make_for_sqlite(COLUMNS)
        return
    op.execute("ALTER TABLE text_index SET (toast_tuple_target = 256)")
    parts = [_weighed(column, weight) for column, weight in WEIGHTS]
    parts.append("to_tsvector('pg_catalog.simple', authors)")
    parts.append("to_tsvector('pg_catalog.simple', 'qk' || kind || ' qb' || (id / 8192)::text)")
    _make_for_postgresql(parts)


def downgrade() -> None:
    here = op.get_bind().dialect.name
    _unmake(here)
    op.drop_column("text_index", "at")
    op.drop_column("text_index", "authors")
    _rename(lambda stem: stem[1:] if stem[1:3] in LANGUAGES and stem[0] == "q" else stem)
    if here == "sqlite":
        _make_for_sqlite(BEFORE)
        return
    op.execute("ALTER TABLE text_index RESET (toast_tuple_target)")
    _make_for_postgresql([_weighed(column, weight) for column, weight in WEIGHTS])


def _want_what_is_missing() -> None:
    """What could not be found so far, the worker puts in: who is here, and what has been said."""
    bind, now = op.get_bind(), datetime.now(UTC).replace(tzinfo=None)
    errand = sa.text(
        "INSERT INTO errands (kind, key, payload, state, attempts, reason, created_at)"
        " VALUES ('search.rebuild', :key, :payload, 'waiting', 0, '', :now)"
        " ON CONFLICT (key) DO NOTHING"
    ).bindparams(sa.bindparam("payload", type_=sa.JSON), sa.bindparam("now", type_=sa.DateTime))
    for kind, table in (("person", "people"), ("comment", "comments")):
        if bind.scalar(sa.text(f"SELECT count(*) FROM {table}")):
            payload = {"kind": kind, "after": 0}
            bind.execute(errand, {"key": f"search:0023:{kind}", "payload": payload, "now": now})


def _unmake(here: str) -> None:
    if here == "sqlite":
        for trigger in ("text_index_put", "text_index_removed", "text_index_put_again"):
            op.execute(f"DROP TRIGGER {trigger}")
        op.execute("DROP TABLE text_index_fts")
    else:
        op.execute("ALTER TABLE text_index DROP COLUMN vector")  # and its index with it


def _make_for_sqlite(columns: str) -> None:
    old = ", ".join(f"old.{name}" for name in columns.split(", "))
    new = ", ".join(f"new.{name}" for name in columns.split(", "))
    forget = (
        f"INSERT INTO text_index_fts (text_index_fts, rowid, {columns})"
        f" VALUES ('delete', old.id, {old});"
    )
    keep = f"INSERT INTO text_index_fts (rowid, {columns}) VALUES (new.id, {new});"
    for statement in (
        f"CREATE VIRTUAL TABLE text_index_fts USING fts5({columns},"
        " content='text_index', content_rowid='id', tokenize='ascii')",
        f"CREATE TRIGGER text_index_put AFTER INSERT ON text_index BEGIN {keep} END",
        f"CREATE TRIGGER text_index_removed AFTER DELETE ON text_index BEGIN {forget} END",
        f"CREATE TRIGGER text_index_put_again AFTER UPDATE OF {columns} ON text_index"
        f" BEGIN {forget} {keep} END",
        "INSERT INTO text_index_fts (text_index_fts) VALUES ('rebuild')",
    ):
        op.execute(statement)


def _make_for_postgresql(parts: list[str]) -> None:
    op.execute(
        "ALTER TABLE text_index ADD COLUMN vector tsvector"
        f" GENERATED ALWAYS AS ({' || '.join(parts)}) STORED"
    )
    op.execute("CREATE INDEX ix_text_index_vector ON text_index USING gin (vector)")


def _weighed(column: str, weight: str) -> str:
    return f"setweight(to_tsvector('pg_catalog.simple', {column}), '{weight}')"


def _rename(of) -> None:
    """Every stem anew, some texts at a time."""
    text = sa.table(
        "text_index", sa.column("id"), sa.column("title_stems"), sa.column("text_stems")
    )
    after, bind = 0, op.get_bind()
    some = sa.select(text).where(text.c.id > sa.bindparam("after")).order_by(text.c.id)
    anew = (
        sa.update(text)
        .where(text.c.id == sa.bindparam("its_id"))
        .values(title_stems=sa.bindparam("in_title"), text_stems=sa.bindparam("in_text"))
    )
    while rows := bind.execute(some.limit(A_BATCH), {"after": after}).all():
        bind.execute(
            anew,
            [
                {
                    "its_id": row.id,
                    "in_title": " ".join(of(stem) for stem in row.title_stems.split()),
                    "in_text": " ".join(of(stem) for stem in row.text_stems.split()),
                }
                for row in rows
            ],
        )
        after = rows[-1].id
