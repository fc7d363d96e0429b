from app.catalogue import queries
from app.catalogue.models import Editorial, Kind, Term
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from tests.factories.people import make_person


def make_editorial(about="moments", language="es", by=None, title="Moments", text="They *matter*."):
    """What governance has written about something, through the verb; in the place of what was."""
    number, rendered = (by or make_person("Nerea", "governance")).id, render(text)
    with writing():
        was = queries.editorial_at(about, language)
        editorial = was or Editorial(about=about, language=language)
        editorial.write(title, text, rendered, by=db.session.get_one(Person, number))
    return editorial


def make_term(name="Urgencias", kind=Kind.TOUCHPOINTS, by=None, **given):
    """A term that can be chosen, through the verb; `given` overrides its columns."""
    number = (by or make_person("Nerea", "governance")).id
    with writing():
        place = queries.last_place(kind)
        actor = db.session.get_one(Person, number)
        term = Term.add(kind, {"name": name}, position=place, by=actor)
        for column, value in given.items():
            setattr(term, column, value)
    return term
