"""The order of a catalogue."""

from app.catalogue import queries
from app.catalogue.models import Term
from app.facts import record
from app.facts.catalogue import TermMoved
from app.people.models import Person


def move(term: Term, step: int, *, by: Person) -> None:
    """One place up (-1) or down (1); at the end of the list nothing happens. In `writing()`."""
    terms = queries.in_order(term.kind)
    here = next((place for place, one in enumerate(terms) if one.id == term.id), None)
    if here is None or not step or not 0 <= here + step < len(terms):
        return

    terms.insert(here + step, terms.pop(here))
    for place, one in enumerate(terms, start=1):
        one.position = place
    record(TermMoved(actor=by, term=term, position=term.position))
