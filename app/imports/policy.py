"""Who may bring what in. What one may see is in `queries.visible_to`."""

from app.imports import kinds
from app.imports.models import Import
from app.people.models import Person, Reader


def begin(person: Person | Reader) -> bool:
    """Whoever may bring in anything at all."""
    return bool(kinds.open_to(person))


def go_on(person: Person | Reader, import_: Import) -> bool:
    return import_.goes_on and kinds.named(import_.kind).may(person)


def take_back(person: Person | Reader, import_: Import) -> bool:
    """One that waits is thrown away; one that has brought things in takes them out again."""
    return not import_.is_taken_back and kinds.named(import_.kind).may(person)
