"""What governance says of what was logged; and who finds it, and who does not."""

import pytest

from app.core import outbox
from app.core.db import db
from app.initiatives.models import Initiative, Review
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.initiatives import make_initiative


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


@pytest.fixture
def made(leire):
    return make_initiative(leire)


def reviews():
    return [one.review for one in db.session.query(Initiative).order_by(Initiative.id)]


def test_it_is_confirmed_and_that_is_taken_back(client, made, nerea):
    path = f"/initiatives/{made.id}/review"
    client.sign_in(nerea).post(path)
    assert reviews() == [Review.CONFIRMED]
    client.post(f"{path}?_method=DELETE")
    assert reviews() == [Review.OPEN]


def test_it_is_sent_back_with_a_reason_that_its_owner_reads_and_nobody_else(
    client, made, leire, nerea, ane
):
    path = f"/initiatives/{made.id}/review"
    assert client.sign_in(nerea).post(path, data={"back": "1"}).status_code == 422
    client.post(path, data={"back": "1", "reason": "Say for how many."})
    assert reviews() == [Review.RETURNED]
    assert "Say for how many." in client.sign_in(leire).get(f"/initiatives/{made.id}").text
    assert "Say for how many." not in client.sign_in(ane).get(f"/initiatives/{made.id}").text
    outbox.drain()
    told = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == "InitiativeReturned")
    )
    assert [number for (number,) in told] == [leire.id]


def test_what_was_sent_back_counts_again_once_it_is_mended(client, made, leire, nerea):
    client.sign_in(nerea).post(
        f"/initiatives/{made.id}/review", data={"back": "1", "reason": "For how many?"}
    )
    assert not db.session.get_one(Initiative, made.id).counts
    form = {
        "title": "Knitting with nine customers",
        "category": "giving-back",
        "starts_on": "2026-02-01",
        "unit_id": "",
        "language": "en",
        "version": str(db.session.get_one(Initiative, made.id).version),
    }
    client.sign_in(leire).put(f"/initiatives/{made.id}", data=form)
    assert reviews() == [Review.OPEN]
    assert db.session.get_one(Initiative, made.id).counts


def test_nobody_reviews_their_own(client, nerea):
    mine = make_initiative(nerea)
    assert client.sign_in(nerea).post(f"/initiatives/{mine.id}/review").status_code == 403


def test_several_are_reviewed_at_once_but_ones_own(client, leire, nerea):
    numbers = [make_initiative(leire).id, make_initiative(leire).id, make_initiative(nerea).id]
    client.sign_in(nerea)
    answer = client.post("/initiatives/reviews?state=ended", data={"numbers": numbers})
    assert answer.location.endswith("/initiatives?state=ended")
    assert reviews() == [Review.CONFIRMED, Review.CONFIRMED, Review.OPEN]
    client.post("/initiatives/reviews", data={"numbers": numbers, "back": "1", "reason": "Why?"})
    assert reviews() == [Review.RETURNED, Review.RETURNED, Review.OPEN]


@pytest.mark.parametrize(
    "said", [{}, {"numbers": ["1"], "back": "1"}, {"numbers": ["0"]}, {"numbers": ["nine"]}]
)
def test_what_says_nothing_changes_nothing(client, made, nerea, said):
    assert client.sign_in(nerea).post("/initiatives/reviews", data=said).status_code == 422
    assert reviews() == [Review.OPEN]


def test_it_is_found_by_its_words_followed_and_in_the_stream(client, leire, ane):
    made = make_initiative(leire, title="Zurrumurru at the till", text="With *wool*.")
    client.sign_in(ane)
    for path in ("/search?q=zurrumurru", "/activity", f"/people/{leire.id}"):
        assert f'href="/initiatives/{made.id}"' in client.get(path).text, path
    client.sign_in(leire).post(f"/initiatives/{made.id}/withdrawal")
    client.sign_in(ane)
    for path in ("/search?q=zurrumurru", "/activity", f"/people/{leire.id}", "/initiatives"):
        assert f'href="/initiatives/{made.id}"' not in client.get(path).text, path


def test_what_governance_took_out_its_owner_does_not_put_back(client, made, leire, nerea):
    client.sign_in(nerea).post(f"/initiatives/{made.id}/withdrawal")
    back = f"/initiatives/{made.id}/withdrawal?_method=DELETE"
    assert client.sign_in(leire).post(back).status_code == 403
    assert client.sign_in(nerea).post(back).status_code == 303
