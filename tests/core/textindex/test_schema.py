"""Autogenerate leaves the index alone, so this says that its tables are as declared."""

from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select

from app.core import textindex
from app.core.db import db, writing
from app.core.textindex.models import IndexedText, KnownWord, Trigram

GENERATED = {"vector"}  # by PostgreSQL


def test_the_tables_are_what_the_models_say(app):
    schema = inspect(db.session.connection())
    for table in (IndexedText.__table__, Trigram.__table__, KnownWord.__table__):
        there = {column["name"]: column for column in schema.get_columns(table.name)}
        assert set(there) - GENERATED == set(table.columns.keys())
        for column in table.columns:
            assert there[column.name]["nullable"] is column.nullable
            made = str(there[column.name]["type"]).replace("TIMESTAMP", "DATETIME")
            assert made.removesuffix(' COLLATE "C"') == str(column.type)
        keys = schema.get_pk_constraint(table.name)["constrained_columns"]
        assert keys == [column.name for column in table.primary_key]
        indexes = {index["name"] for index in schema.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= indexes
    (unique,) = schema.get_unique_constraints("text_index")
    assert unique["column_names"] == ["kind", "number"]


def test_what_is_there_is_told_apart_and_its_words_are_learnt(app):
    """And back: a comment that was indexed with the posts is found among what is said."""
    with writing():
        textindex.put("post", 1, title="El faro", text="Una luz, otra luz.", language="es")
        textindex.put("comment", 2, title="", text="El faro", language="es", is_said=True)
    db.session.remove()
    downgrade(revision="0031")
    assert not {"text_index_words"} & set(inspect(db.engine).get_table_names())
    upgrade()

    def numbers(**narrowed):
        return set(db.session.scalars(select(textindex.matches("far", **narrowed).c.number)))

    assert (numbers(), numbers(said=True)) == ({1}, {2})
    known = list(db.session.scalars(select(KnownWord.word).order_by(KnownWord.id)))
    assert set(known) == {"el", "faro", "una", "luz", "otra"}
    assert set(known[:2]) == {"el", "faro"}  # which stand in both come first
    with writing():
        textindex.remove("comment", 2)
        textindex.put("post", 1, title="El farol", text="", language="es")
    assert (numbers(), numbers(said=True)) == ({1}, set())
