"""Whoever had the role before the house knew of terms has one since then."""

from datetime import date, datetime

import pytest
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import downgrade, upgrade

from app.ambassadors.models import Mandate
from app.core.calendar import today
from app.core.db import db, writing
from app.people.models import Grant, Role
from tests.factories import make_person


@pytest.mark.timeout(120)
def test_a_term_is_opened_for_each_since_they_have_the_role(app, nerea, rosa):
    number, by = make_person("Leire").id, nerea.id
    begun = datetime(2024, 2, 29, 9, 30)
    with writing():
        db.session.add(
            Grant(person_id=number, role=Role.AMBASSADOR, granted_by=by, created_at=begun)
        )
    db.session.remove()
    downgrade(revision=_the_one_before())
    upgrade()

    mandate = db.session.query(Mandate).one()
    assert (mandate.person_id, mandate.since, mandate.named_by) == (number, date(2024, 2, 29), by)
    assert mandate.is_open and not mandate.has_run_out
    assert (mandate.until - today()).days <= 366


def _the_one_before():
    folder = ScriptDirectory(current_app.config["MIGRATIONS"])
    return folder.get_revision("0043").down_revision
