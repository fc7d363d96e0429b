"""What an initiative may carry out: something that was agreed to, named as "idea:7"."""

from app.core.db import Entity
from app.facts import origins, subjects
from app.initiatives.models import LONGEST_TITLE
from app.people.models import Person, Reader

KINDS = ("idea",)


def of(name: str | None, person: Person | Reader) -> Entity | None:
    """The thing of that name, if they see it and may begin to carry it out."""
    thing = origins.of(name, person, kinds=KINDS)
    return thing if thing is not None and is_agreed(thing) else None


def is_agreed(thing: Entity) -> bool:
    agreed = subjects.of(thing).is_agreed
    return agreed is not None and agreed(thing)


def title_of(thing: Entity) -> str:
    title: str = origins.told(thing)["title"]
    return title[:LONGEST_TITLE]
