"""Autogenerate leaves the index alone, so this says that its tables are as declared."""

from sqlalchemy import inspect

from app.core.db import db
from app.core.textindex.models import IndexedText, Trigram

GENERATED = {"vector"}  # by PostgreSQL


def test_the_tables_are_what_the_models_say(app):
    schema = inspect(db.session.connection())
    for table in (IndexedText.__table__, Trigram.__table__):
        there = {column["name"]: column for column in schema.get_columns(table.name)}
        assert set(there) - GENERATED == set(table.columns.keys())
        for column in table.columns:
            assert there[column.name]["nullable"] is column.nullable
            assert str(there[column.name]["type"]) == str(column.type)
        keys = schema.get_pk_constraint(table.name)["constrained_columns"]
        assert keys == [column.name for column in table.primary_key]
        indexes = {index["name"] for index in schema.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= indexes
    (unique,) = schema.get_unique_constraints("text_index")
    assert unique["column_names"] == ["kind", "number"]
