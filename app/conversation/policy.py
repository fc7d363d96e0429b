"""Who may do what with what was said. Whether a thing may be talked about, its feature says."""

from datetime import datetime
from typing import Protocol

from app.people.models import Person, Reader


class Said(Protocol):
    """What a rule asks of a comment: the entity has it, and so has the row of a page."""

    @property
    def author_id(self) -> int: ...
    @property
    def removed_by(self) -> int | None: ...
    @property
    def is_removed(self) -> bool: ...
    @property
    def hidden_at(self) -> datetime | None: ...


def edit(person: Person | Reader, comment: Said) -> bool:
    return person.id == comment.author_id and not comment.is_removed


def remove(person: Person | Reader, comment: Said) -> bool:
    """One's own words; and governance, for the house."""
    return person.id == comment.author_id or person.is_governance


def restore(person: Person | Reader, comment: Said) -> bool:
    """Whoever took it away may put it back; what governance took away is not the author's."""
    if not comment.is_removed:
        return remove(person, comment)  # pressing twice changes nothing, and is no offence
    if comment.hidden_at is not None:
        return False  # after a report: it is decided there
    return person.id == comment.removed_by or person.is_governance
