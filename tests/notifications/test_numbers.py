"""A number that is given again."""

from app.core import outbox
from app.core.db import db, writing
from app.following.models import Following
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.factories import make_person, make_post


def test_what_takes_the_number_of_a_delivery_that_was_taken_back_is_told(app, ane):
    """SQLite gives the highest number that is free to the next row."""
    writer = make_person("Jon")
    with writing():
        Following.follow("person", writer.id, by=db.session.get_one(Person, ane.id))
    make_post(writer, title="The first")
    outbox.drain()
    with writing():
        for one in db.session.query(Delivery):
            db.session.delete(one)
    make_post(writer, title="The second")
    outbox.drain()
    assert db.session.query(Notification).filter_by(person_id=ane.id).count() == 1
