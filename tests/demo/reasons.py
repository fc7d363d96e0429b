from app.catalogue.models import Kind, Term
from app.core.db import db, writing
from app.core.fields import slug
from app.facts.thanks import HABITS


def know_a_reason():
    """One of those every house begins with, by its migration: without it nothing is declined. And
    the habits, without which nobody is thanked.
    """
    with writing():
        name = "No mejora la experiencia"
        db.session.add(
            Term(kind=Kind.REASONS, slug="no-mejora-la-experiencia", position=1, name=name)
        )
        for place, habit in enumerate(HABITS, start=1):
            word = slug(habit, 60)
            db.session.add(Term(kind=Kind.HABITS, slug=word, position=place, name=habit))
