"""Who may do what with what was said. Whether a thing may be talked about, its feature says."""

from app.conversation.models import Comment
from app.people.models import Person, Reader


def edit(person: Person | Reader, comment: Comment) -> bool:
    return person.id == comment.author_id and not comment.is_removed


def remove(person: Person | Reader, comment: Comment) -> bool:
    """One's own words; and governance, for the house."""
    return person.id == comment.author_id or person.is_governance


def restore(person: Person | Reader, comment: Comment) -> bool:
    """Whoever took it away may put it back; what governance took away is not the author's."""
    return comment.is_removed and (person.id == comment.removed_by or person.is_governance)
