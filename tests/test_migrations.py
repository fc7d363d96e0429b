"""The schema is what the models say, and every revision can be taken back."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from app.core.db import Base, db


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
