"""The talk under a thing, arranged as it is drawn: comments, and their answers below them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Row

from app.conversation import feelings, queries
from app.conversation.feelings import Feelings
from app.facts.subjects import Subject


@dataclass(frozen=True)
class Said:
    id: int
    parent_id: int | None
    author_id: int
    name: str
    picture: str | None
    html: str
    created_at: datetime
    edited_at: datetime | None
    removed_at: datetime | None
    removed_by: int | None
    feelings: Feelings
    replies: list["Said"] = field(default_factory=list)

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    @property
    def is_shown(self) -> bool:
        """What was removed leaves a gap only where somebody had answered."""
        return not self.is_removed or bool(self.replies)

    @property
    def thread_id(self) -> int:
        """Under which comment an answer to this one stands."""
        return self.parent_id or self.id


@dataclass(frozen=True)
class Talk:
    kind: str
    number: int
    said: list[Said]

    @property
    def count(self) -> int:
        everything = [one for top in self.said for one in (top, *top.replies)]
        return sum(not one.is_removed for one in everything)


def about(subject: Subject, number: int) -> Talk:
    """All that was said on a thing: one query, and one for what people feel about it."""
    rows = queries.rows(subject.kind, number)
    return Talk(subject.kind, number, arranged(rows, _felt(rows)))


def one(comment_id: int, subject: Subject, number: int) -> Said | None:
    """One comment with its answers, or None when nothing of it is shown any more."""
    rows = queries.rows(subject.kind, number, only=comment_id)
    return next(iter(arranged(rows, _felt(rows))), None)


def arranged(rows: Iterable[Row], felt: Mapping[int, Feelings]) -> list[Said]:
    """Answers under what they answer; one whose comment is not among the rows stands alone."""
    everything = {row.id: _said(row, felt[row.id]) for row in rows}
    top = []
    for said in everything.values():
        above = everything.get(said.parent_id or 0)
        if above is None:
            top.append(said)
        elif said.is_shown:
            above.replies.append(said)
    return [said for said in top if said.is_shown]


def _felt(rows: list[Row]) -> dict[int, Feelings]:
    numbers = [row.id for row in rows]
    found = queries.reactions("comment", numbers) if numbers else []
    return feelings.gathered("comment", found, numbers)


def _said(row: Row, felt: Feelings) -> Said:
    return Said(
        id=row.id,
        parent_id=row.parent_id,
        author_id=row.author_id,
        name=row.author,
        picture=row.picture,
        html=row.html,
        created_at=row.created_at,
        edited_at=row.edited_at,
        removed_at=row.removed_at,
        removed_by=row.removed_by,
        feelings=felt,
    )
