"""A person, as whoever works on any subject knows them."""

from sqlalchemy import case

from app.core.i18n import N_
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
        name=N_("Person"),
        names=N_("People"),
        text=Person.job + case((Person.helps_with == "", ""), else_=". ") + Person.helps_with,
        author=Person.id,
        at=Person.created_at,
        may_follow=True,
    )
)
