"""The talk under a thing, arranged as it is drawn: comments, and their answers below them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Row

from app.conversation import feelings, policy, queries
from app.conversation.feelings import Feelings
from app.core import fragments
from app.core.db import HIGHEST
from app.facts.subjects import Subject
from app.people.models import Reader

THREADS = 20  # comments shown at once, each with its answers


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
    hidden_at: datetime | None
    feelings: Feelings
    reader: Reader  # as whom it is read
    replies: list["Said"] = field(default_factory=list)

    @property
    def may_edit(self) -> bool:
        return policy.edit(self.reader, self)

    @property
    def may_remove(self) -> bool:
        return policy.remove(self.reader, self)

    @property
    def may_restore(self) -> bool:
        return policy.restore(self.reader, self)

    @property
    def made_of(self) -> tuple:
        """All that is drawn of it and its answers, whoever reads."""
        return (
            self.id,
            self.name,
            self.picture,
            self.html,
            self.created_at,
            self.edited_at,
            self.is_removed,
            (self.may_edit, self.may_remove, self.may_restore),
            self.feelings.made_of,
            tuple(one.made_of for one in self.replies),
        )

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
    """The last threads under a thing, or those before them."""

    kind: str
    number: int
    said: list[Said]
    count: int  # of all that was said on it
    earlier: int | None = None  # there are more `before` this number
    is_latest: bool = True


def about(subject: Subject, number: int, reader: Reader, *, before: int = HIGHEST) -> Talk:
    """What was said on a thing: one query, and one for what people feel about it all."""
    rows = fragments.rows(
        "talk",
        *(subject.kind, number, before),
        read=lambda: queries.latest(subject.kind, number, before=before, most=THREADS + 1),
    )
    begun = [row.id for row in rows if row.parent_id is None]
    earlier = begun[1] if len(begun) > THREADS else None
    if earlier:
        rows = [row for row in rows if (row.parent_id or row.id) >= earlier]
    return Talk(
        subject.kind,
        number,
        arranged(rows, felt(subject.kind, number, before=before), reader),
        count=rows[0].total if rows else 0,
        earlier=earlier,
        is_latest=before >= HIGHEST,
    )


def one(comment_id: int, subject: Subject, number: int, reader: Reader) -> Said | None:
    """One comment with its answers, or None when nothing of it is shown any more."""
    rows = queries.one(subject.kind, number, comment_id)
    found = queries.reactions("comment", [row.id for row in rows])
    return next(iter(arranged(rows, found, reader)), None)


def just_said(
    comment_id: int, subject: Subject, number: int, reader: Reader
) -> tuple[Said | None, int]:
    """A comment that was written this moment, so nobody feels anything about it yet; and how many
    stand on the thing now. One query.
    """
    rows = queries.one(subject.kind, number, comment_id)
    return next(iter(arranged(rows, [], reader)), None), rows[0].total


def begins_at(thread: int, kind: str, number: int) -> int | None:
    """Before which number a page shows that thread; None where the first page does."""
    later = queries.later(kind, number, thread, most=THREADS)
    return None if later < THREADS else thread + 1


def arranged(rows: Iterable[Row], found: Iterable[Row], reader: Reader) -> list[Said]:
    """Answers under what they answer; one whose comment is not among the rows stands alone.
    `found` is what people feel, about these and perhaps others.
    """
    felt = feelings.gathered("comment", found, [row.id for row in rows], reader.id)
    everything = {row.id: _said(row, felt[row.id], reader) for row in rows}
    top = []
    for said in everything.values():
        above = everything.get(said.parent_id or 0)
        if above is None:
            top.append(said)
        elif said.is_shown:
            above.replies.append(said)
    return [said for said in top if said.is_shown]


def felt(kind: str, number: int, *, before: int = HIGHEST) -> list[Row]:
    """Who feels what about a thing, which whoever asks may see, and about what is said on it: its
    page has both, and asks once.
    """
    return fragments.rows(
        "felt",
        *(kind, number, before),
        read=lambda: queries.felt(kind, number, before=before, most=THREADS + 1),
    )


def _said(row: Row, felt: Feelings, reader: Reader) -> Said:
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
        hidden_at=row.hidden_at,
        feelings=felt,
        reader=reader,
    )
