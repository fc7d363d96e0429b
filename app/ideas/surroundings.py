"""What an idea stands among: whoever follows one of these hears of it."""

from app.catalogue import queries as catalogue
from app.ideas.models import Idea


def around(idea: Idea) -> list[tuple[str, int]]:
    """Whose it is, its tags and terms, the idea that speaks for it, and those it speaks for:
    whoever followed one that was merged hears of this one from then on.
    """
    people = [("person", number) for one in (idea, *idea.received) for number in one.made_by]
    speaking = [idea.survivor_id] if idea.survivor_id else []
    one_with = [("idea", number) for number in (*speaking, *(one.id for one in idea.received))]
    return people + one_with + catalogue.words_on("idea", idea.id)


def made_by(idea: Idea) -> list[int]:
    """Whoever hears what is said on it: those whose it is or was, and who carries it."""
    merged = (person for one in idea.received for person in one.made_by)
    return [*idea.made_by, *idea.waited_for_by, *merged]
