"""What an initiative stands among: whoever follows one of these hears of it."""

from app.catalogue import queries as catalogue
from app.initiatives.models import Change, Initiative


def around(initiative: Initiative) -> list[tuple[str, int]]:
    """Whoever works on it, its tags and terms."""
    people = [("person", number) for number in initiative.made_by]
    return people + catalogue.words_on("initiative", initiative.id)


def made_by(initiative: Initiative) -> list[int]:
    return initiative.made_by


def change_made_by(change: Change) -> list[int]:
    return change.initiative.made_by
