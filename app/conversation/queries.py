"""What has been said, as far as the reader may hear it."""

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select, true

from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.facts import subjects
from app.people.models import Person, Reader

STANDS = Comment.removed_at.is_(None)

SAID = select(
    Comment.id,
    Comment.parent_id,
    Comment.author_id,
    case((STANDS, Comment.html), else_="").label("html"),  # nobody reads it any more
    Comment.created_at,
    Comment.edited_at,
    Comment.removed_at,
    Comment.removed_by,
    Person.name.label("author"),
    Person.picture,
).join(Person, Person.id == Comment.author_id)


def visible_to(person: Person | Reader) -> Select[Comment]:
    """One may hear what is said on a thing one may see. What was removed, nobody."""
    return select(Comment).where(_about_what_is_seen_by(person), STANDS)


def kept_for(person: Person | Reader) -> Select[Comment]:
    """The same, and what this person may put back."""
    theirs = true() if person.is_governance else STANDS | (Comment.removed_by == person.id)
    return select(Comment).where(_about_what_is_seen_by(person), theirs)


def rows(kind: str, number: int, *, only: int | None = None) -> list[Row]:
    """The talk under one thing that the reader may see, oldest first, removed words left out.

    `only` narrows it to one comment and its answers.
    """
    wanted = SAID.where(Comment.subject_kind == kind, Comment.subject_id == number)
    if only is not None:
        wanted = wanted.where(or_(Comment.id == only, Comment.parent_id == only))
    return list(db.session.execute(wanted.order_by(Comment.id)))


def count(kind: str, number: int) -> int:
    said = select(func.count(Comment.id)).where(
        Comment.subject_kind == kind, Comment.subject_id == number, STANDS
    )
    return db.session.scalar(said) or 0


def reactions(kind: str, numbers: list[int]) -> list[Row]:
    """Who feels what about these things of one kind: (subject_id, kind, person_id, name)."""
    return list(
        db.session.execute(
            select(Reaction.subject_id, Reaction.kind, Reaction.person_id, Person.name)
            .join(Person, Person.id == Reaction.person_id)
            .where(Reaction.subject_kind == kind, Reaction.subject_id.in_(numbers))
            .order_by(Reaction.created_at, Reaction.person_id)
        )
    )


def _about_what_is_seen_by(person: Person | Reader) -> ColumnElement[bool]:
    return subjects.seen_by(person, Comment.subject_kind, Comment.subject_id, commentable=True)
