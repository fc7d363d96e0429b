"""The company answered, and what it found shows what the gate is for."""

import pytest
from sqlalchemy import func, select

from app import demo
from app.core.db import Base, db, writing
from app.demo.company import ACCOUNTS
from app.people.models import Person
from app.survey import casting, queries
from app.survey.models import Receipt, Wave, WaveState
from app.survey.suppression import Hidden
from tests import append_only
from tests.demo.reasons import know_a_reason

pytestmark = pytest.mark.alone  # the same verbs as everybody's, which are asked twice elsewhere


@pytest.fixture(scope="module")
def waves(building):
    """Planted once for this file, whose tests only look."""
    with building.test_request_context():
        know_a_reason()
        assert demo.plant()
        yield list(db.session.scalars(select(Wave).order_by(Wave.opened_at)))
        db.session.rollback()
        with writing(), append_only.opened():
            for table in reversed(Base.metadata.sorted_tables):
                if table.name != "data_version":
                    db.session.execute(table.delete())


def test_one_wave_is_published_and_the_next_one_open(waves):
    assert [wave.state for wave in waves] == [WaveState.PUBLISHED, WaveState.OPEN]
    first, second = waves
    assert 0.55 < first.answered / first.invited < 0.75 and not first.unread
    assert 0.2 < queries.count_answers(second.id) / second.invited < 0.6


def test_there_is_something_of_everything_to_see(waves):
    groups = queries.groups_of(waves[0].id)
    assert {Hidden.FEW, Hidden.PROTECTS} <= {group.hidden for group in groups}
    told = [group.figures for group in groups if group.figures]
    assert {"detail", "distribution"} <= {one["tier"] for one in told}
    guidance = told[0]["dimensions"]["guidance"]["mean"]
    assert guidance == min(one["mean"] for one in told[0]["dimensions"].values())


def test_whoever_visits_may_answer_still(waves):
    second = waves[1]
    for email in ACCOUNTS:
        person = db.session.scalars(select(Person).where(Person.email == email)).one()
        assert queries.invitation_of(second.id, person.id)
        assert not casting.has_answered(second, person.id)
    assert not db.session.scalar(select(func.count()).where(Receipt.wave_id == waves[0].id))
