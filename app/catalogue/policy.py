"""Who may do what with the words by which things are found."""

from app.catalogue.models import Tag, Term
from app.people.models import Person, Reader


def govern(person: Person | Reader) -> bool:
    """Keep the catalogues and the pages of the strategy."""
    return person.is_governance


def choose(person: Person | Reader, term: Term) -> bool:
    """Change a term; what was merged is left as it was until it is taken back."""
    return person.is_governance and not term.is_merged


def mend(person: Person | Reader, tag: Tag) -> bool:
    """Rename a tag that anybody coined, or merge it into another."""
    return person.is_governance and not tag.is_merged
