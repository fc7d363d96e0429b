"""Who may bring what in. What one may see is in `queries.visible_to`."""

from app.imports import kinds
from app.imports.models import Import
from app.people.models import Person, Reader


def begin(person: Person | Reader) -> bool:
    """Whoever may bring in anything at all."""
    return bool(kinds.open_to(person))


def arrange(person: Person | Reader, import_: Import) -> bool:
    """Say what is what in it, and yes to it: while it waits."""
    return import_.is_read and kinds.named(import_.kind).may(person)


def go_on(person: Person | Reader, import_: Import) -> bool:
    """The first step is the yes, except where the yes takes a password."""
    kind = kinds.named(import_.kind)
    is_begun = not (import_.is_read and kind.is_delicate)
    return import_.goes_on and is_begun and kind.may(person)


def take_back(person: Person | Reader, import_: Import) -> bool:
    """One that waits is thrown away; one that has brought things in takes them out again."""
    is_done = import_.is_taken_back or import_.is_being_taken_back
    return not is_done and kinds.named(import_.kind).may(person)
