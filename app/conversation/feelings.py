"""How people feel about a thing, with their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Row

from app.conversation.models import ReactionKind
from app.facts.conversation import REACTIONS


class Somebody(NamedTuple):
    id: int
    name: str


@dataclass(frozen=True)
class Feelings:
    """About one thing: for every kind of reaction whoever gave it, the earliest first."""

    kind: str
    number: int
    by: dict[ReactionKind, list[Somebody]] = field(default_factory=dict)

    @property
    def words(self) -> Mapping[str, str]:
        """Every reaction there is, and what it is called."""
        return REACTIONS

    @property
    def is_aside(self) -> bool:
        """Under a comment they are drawn small."""
        return self.kind == "comment"

    @property
    def names(self) -> list[str]:
        """Everybody once, whatever they feel."""
        everybody = (one for given in self.by.values() for one in given)
        return list({one.id: one.name for one in everybody}.values())

    def count(self, reaction: ReactionKind) -> int:
        return len(self.by.get(reaction, []))

    def is_given_by(self, person_id: int, reaction: ReactionKind) -> bool:
        return any(one.id == person_id for one in self.by.get(reaction, []))


def gathered(kind: str, rows: Iterable[Row], numbers: Iterable[int]) -> dict[int, Feelings]:
    """The feelings about each of these things of one kind, also where nobody felt anything."""
    found = {number: Feelings(kind, number) for number in numbers}
    for row in rows:
        given = found[row.subject_id].by.setdefault(row.kind, [])
        given.append(Somebody(row.person_id, row.name))
    return found
