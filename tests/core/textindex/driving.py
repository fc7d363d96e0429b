"""Putting texts into the index, asking for them, and looking at what is kept."""

from sqlalchemy import select, text

from app.core import textindex
from app.core.db import db, writing


def put(number, title, text="", *, language="es", kind="post", **more):
    textindex.put(kind, number, title=title, text=text, language=language, **more)


def say(number, words):
    put(number, "", words, kind="remark", is_said=True)


def check_what_is_kept():
    """That each index of SQLite holds what its rows say; PostgreSQL sees to it by itself."""
    if db.engine.dialect.name != "sqlite":
        return
    with writing():
        for index in ("text_index_fts", "text_index_said_fts"):
            check = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
            db.session.execute(text(check))


def found(question, **narrowed):
    """Numbers, best first."""
    answers = textindex.matches(question, **narrowed)
    rows = select(answers.c.number).order_by(answers.c.rank.desc(), answers.c.number.desc())
    return list(db.session.scalars(rows))
