"""What an event stands among: whoever follows one of these hears of it."""

from app.catalogue import queries as catalogue
from app.events.models import Event


def around(event: Event) -> list[tuple[str, int]]:
    """Its place, the spaces that are asked to it, its organisers, its tags and terms."""
    places = [event.space_id] if event.space_id else []
    places += [one.space_id for one in event.invited]
    people = [("person", number) for number in event.made_by]
    spaces = [("space", number) for number in places]
    return spaces + people + catalogue.words_on("event", event.id)


def made_by(event: Event) -> list[int]:
    return event.made_by
