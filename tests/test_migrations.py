"""The schema is what the models say, and every revision can be taken back."""

from datetime import datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select, text

from app import create_app
from app.core.db import Base, db
from app.events.models import Occurrence
from config import TestConfig, engine_options
from tests.factories.programme import hold


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


@pytest.mark.timeout(120)
def test_how_long_dates_count_as_is_reckoned_of_those_that_there_are(app):
    """By the clock, which goes back an hour during one of them; and of a whole day a third."""
    for starts, lasts, all_day in (
        (datetime(2026, 10, 25, 1, 30), timedelta(hours=2), False),
        (datetime(2026, 10, 25), timedelta(days=2), True),
    ):
        hold(starts=starts, lasts=lasts, is_all_day=all_day)
    kept = select(Occurrence.id, Occurrence.seconds).order_by(Occurrence.id)
    before = [tuple(row) for row in db.session.execute(kept)]
    assert [seconds for _, seconds in before] == [3 * 3600, 2 * 8 * 3600]

    db.session.remove()
    downgrade(revision="0051")
    upgrade()

    assert [tuple(row) for row in db.session.execute(kept)] == before
