"""What a thing may come from: another thing of the house, named as "post:7"."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from app.core.db import HIGHEST, Entity, db
from app.facts import subjects

if TYPE_CHECKING:
    from app.people.models import Person, Reader


def named(kind: str, number: int) -> str:
    return f"{kind}:{number}"


def of(name: str | None, person: "Person | Reader", *, kinds: Collection[str]) -> Entity | None:
    """The thing of that name and of one of these kinds; nothing where there is none, or where it is
    not for them to see.
    """
    kind, _, digits = (name or "").partition(":")
    if kind not in kinds or not (digits.isascii() and digits.isdigit() and len(digits) < 11):
        return None
    number = int(digits)
    if number > HIGHEST:
        return None
    subject = subjects.named(kind)
    seen: Entity | None = db.session.scalar(
        subject.visible_to(person).where(subject.model.id == number)
    )
    return seen


def told(thing: Entity) -> dict[str, Any]:
    """What a page says of it: its kind, its title and where it is read."""
    subject = subjects.of(thing)
    return {
        "kind": subject.kind,
        "title": getattr(thing, subject.title.key),
        "address": subjects.address(subject.kind, thing.id),
    }
