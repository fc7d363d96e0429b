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
    reader: int = 0  # whose own they are told apart from
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

    def is_given(self, reaction: ReactionKind) -> bool:
        """By the reader."""
        return any(one.id == self.reader for one in self.by.get(reaction, []))

    @property
    def made_of(self) -> tuple:
        """All that is drawn of them: the same for all who feel nothing about the thing."""
        given = tuple((reaction, tuple(people)) for reaction, people in self.by.items())
        mine = tuple(reaction for reaction in self.by if self.is_given(reaction))
        return (self.kind, self.number, given, mine)


def gathered(
    kind: str, rows: Iterable[Row], numbers: Iterable[int], reader: int
) -> dict[int, Feelings]:
    """The feelings about each of these things of one kind, also where nobody felt anything; what
    the rows tell of other things is passed over.
    """
    found = {number: Feelings(kind, number, reader) for number in numbers}
    for row in rows:
        if row.subject_kind == kind and (about := found.get(row.subject_id)):
            about.by.setdefault(row.kind, []).append(Somebody(row.person_id, row.name))
    return found
