"""The schema is what the models say, and every revision can be taken back."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from app import create_app
from app.core.db import Base, db
from config import TestConfig, engine_options


def test_the_migrations_make_what_the_models_say(app):
    def ours(name, type_, parents):
        return not (type_ == "table" and name and name.startswith("text_index"))

    def compared(thing, name, type_, reflected, beside):
        return ours(name, type_, None)

    context = MigrationContext.configure(
        db.session.connection(),
        opts={"include_name": ours, "include_object": compared, "compare_type": True},
    )
    assert compare_metadata(context, Base.metadata) == []


@pytest.mark.timeout(120)
def test_every_revision_goes_back_and_forth(app):
    db.session.remove()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()


def test_a_house_full_of_people_goes_back_and_forth_without_losing_anybody(inhabited):
    """SQLite makes a table anew to change it: nobody who points at a row goes with the old one."""
    url = f"sqlite:///{inhabited}/wowista.db"

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(url, 2)
        STORAGE = str(inhabited / "files")

    def counted():
        tables = ("people", "grants", "units", "posts", "comments", "reactions", "activities")
        here = set(inspect(db.engine).get_table_names()) & set(tables)
        with db.engine.connect() as connection:
            return {
                table: connection.scalar(text(f"SELECT count(*) FROM {table}"))
                for table in sorted(here)
            }

    with create_app(Config).app_context():
        before = counted()
        assert before["grants"] and before["comments"]
        downgrade(revision="0010")
        assert counted() == before
        upgrade()
        assert counted() == before
        with db.engine.connect() as connection:
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        db.session.remove()
        db.engine.dispose()
