"""Who may do what with a picture. Whoever sees it may use it, see `queries.visible_to`."""

from app.attachments.models import Picture
from app.people.models import Person, Reader


def describe(person: Person | Reader, picture: Picture) -> bool:
    """Whose it is, and governance; anybody where nobody has yet said what can be seen."""
    return picture.owner_id == person.id or person.is_governance or not picture.alt
