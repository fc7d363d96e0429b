"""A person, as whoever works on any subject knows them."""

from app.facts.subjects import Subject, register
from app.people import queries
from app.people.models import Person

register(
    Subject(
        kind="person",
        model=Person,
        title=Person.name,
        visible_to=queries.visible_to,
        card="people/_card.html",
        endpoint="people.profiles.show",
    )
)
