"""Who works on an initiative, its milestones, and how it goes."""

import pytest

from app.core import outbox
from app.core.db import db
from app.initiatives.models import MOST_MILESTONES, Initiative, Milestone, Update
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.initiatives import make_initiative, with_milestone, with_update


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


@pytest.fixture
def made(leire):
    return make_initiative(leire)


def told(fact, person):
    outbox.drain()
    rows = (
        db.session.query(Notification)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == fact, Notification.person_id == person.id)
    )
    return rows.count()


def test_a_teammate_is_found_by_name_hears_of_it_and_may_work_on_it(client, made, leire, ane):
    client.sign_in(leire)
    assert ane.name in client.get(f"/initiatives/{made.id}/team?q=ane").text
    client.put(f"/initiatives/{made.id}/team/{ane.id}")
    assert told("TeammateNamed", ane) == 1
    client.sign_in(ane)
    assert client.get(f"/initiatives/{made.id}/edit").status_code == 200
    client.post(f"/initiatives/{made.id}/updates", data={"text": "We have *begun*."})
    assert "<em>begun</em>" in client.get(f"/initiatives/{made.id}").text
    client.sign_in(leire).delete(f"/initiatives/{made.id}/team/{ane.id}")
    assert client.sign_in(ane).get(f"/initiatives/{made.id}/edit").status_code == 403


def test_who_is_released_at_once_never_heard_of_it(client, made, leire, ane):
    client.sign_in(leire)
    client.put(f"/initiatives/{made.id}/team/{ane.id}")
    client.delete(f"/initiatives/{made.id}/team/{ane.id}")
    assert told("TeammateNamed", ane) == 0


def test_it_is_handed_over_to_somebody_of_the_team_alone(client, made, leire, ane, jon):
    client.sign_in(leire)
    assert client.put(f"/initiatives/{made.id}/owner/{jon.id}").status_code == 404
    client.put(f"/initiatives/{made.id}/team/{ane.id}")
    client.put(f"/initiatives/{made.id}/owner/{ane.id}")
    again = db.session.get_one(Initiative, made.id)
    assert (again.owner_id, again.made_by) == (ane.id, [ane.id, leire.id])
    assert client.put(f"/initiatives/{made.id}/owner/{leire.id}").status_code == 403


def test_a_milestone_is_reached_once_and_not_yet_after_all(client, made, leire):
    client.sign_in(leire)
    client.post(
        f"/initiatives/{made.id}/milestones", data={"title": "Wool", "due_on": "2030-01-02"}
    )
    one = db.session.query(Milestone).one()
    path = f"/initiatives/{made.id}/milestones/{one.id}"
    for _ in range(2):
        client.post(f"{path}/reaching")
    assert db.session.query(Delivery).filter_by(fact="MilestoneReached").count() == 1
    client.post(f"{path}/reaching?_method=DELETE")
    assert not db.session.query(Milestone).one().is_reached
    assert db.session.query(Delivery).filter_by(fact="MilestoneReached").count() == 0
    client.delete(path)
    assert db.session.query(Milestone).count() == 0


def test_twenty_milestones_are_enough_and_what_was_typed_comes_back(client, made, leire):
    client.sign_in(leire)
    for number in range(MOST_MILESTONES):
        client.post(f"/initiatives/{made.id}/milestones", data={"title": f"Number {number}"})
    refused = client.post(f"/initiatives/{made.id}/milestones", data={"title": "One more"})
    assert refused.status_code == 422
    assert 'value="One more"' in refused.text
    assert db.session.query(Milestone).count() == MOST_MILESTONES


def test_a_milestone_of_another_initiative_is_not_there(client, made, leire):
    other = with_milestone(make_initiative(leire))
    client.sign_in(leire)
    assert client.post(f"/initiatives/{made.id}/milestones/{other.id}/reaching").status_code == 404


def test_how_it_goes_is_taken_back_by_who_said_it_and_put_back(client, made, leire, ane):
    update = with_update(made, "We have begun.", by=leire).id
    path = f"/initiatives/{made.id}/updates/{update}"
    assert client.sign_in(ane).delete(path).status_code == 403
    client.sign_in(leire).delete(path)
    assert "We have begun." not in client.get(f"/initiatives/{made.id}").text
    client.post(f"{path}?_method=PUT")
    assert "We have begun." in client.get(f"/initiatives/{made.id}").text
    assert db.session.query(Update).count() == 1


def test_an_update_that_is_refused_is_not_lost(client, made, leire):
    refused = client.sign_in(leire).post(
        f"/initiatives/{made.id}/updates", data={"text": "x" * 5_000}
    )
    assert refused.status_code == 422
    assert "x" * 5_000 in refused.text


def test_a_customers_data_in_an_update_is_asked_about(client, made, leire):
    said = {"text": "Her number is 12345678Z."}
    answer = client.sign_in(leire).post(f"/initiatives/{made.id}/updates", data=said)
    assert answer.status_code == 422
    assert db.session.query(Update).count() == 0
