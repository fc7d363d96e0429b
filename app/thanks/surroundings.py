"""What thanks stand among: whoever follows one of these hears of what is said on them."""

from app.thanks.models import Thanks


def around(thanks: Thanks) -> list[tuple[str, int]]:
    """Both people, and the habit."""
    people = [("person", number) for number in thanks.made_by]
    return [*people, ("term", thanks.habit.speaks_as)]


def made_by(thanks: Thanks) -> list[int]:
    return thanks.made_by
