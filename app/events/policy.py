"""Who may do what with an event. Which ones one sees is in `queries.visible_to`."""

from app.events.models import Event, Occurrence
from app.people.models import Person, Reader


def announce(person: Person | Reader) -> bool:
    """Ambassadors and governance log what takes place."""
    return person.is_ambassador or person.is_governance


def organise(person: Person | Reader, event: Event) -> bool:
    """Look after it: whoever organises it, and governance."""
    return event.is_shown and (event.is_organised_by(person.id) or person.is_governance)


def edit(person: Person | Reader, event: Event) -> bool:
    return organise(person, event) and not event.is_cancelled


def copy(person: Person | Reader, event: Event) -> bool:
    """Whoever may announce one may begin with one they see."""
    return event.is_shown and announce(person)


def cancel(person: Person | Reader, event: Event) -> bool:
    """Pressing twice changes nothing, and is no offence."""
    return organise(person, event)


def see_people(person: Person | Reader, event: Event) -> bool:
    """Who comes, by name, and what they answered."""
    return organise(person, event)


def answer(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Join, or say perhaps: as long as it takes answers."""
    return occurrence.takes_answers


def decline(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Say no, and leave a seat to others, until it begins."""
    return occurrence.event.is_shown and not occurrence.is_off and not occurrence.has_begun


def comment(person: Person | Reader, event: Event) -> bool:
    return event.is_shown
