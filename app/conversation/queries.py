"""What has been said, as far as the reader may hear it."""

from sqlalchemy import Row, Select, func, select, true

from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.facts import subjects
from app.people.models import Person, Reader


def visible_to(person: Person | Reader) -> Select[Comment]:
    """One may hear what is said on a thing one may see; what was removed, only who removed it."""
    about = subjects.seen_by(person, Comment.subject_kind, Comment.subject_id, commentable=True)
    kept = Comment.removed_at.is_(None) | (Comment.removed_by == person.id)
    return select(Comment).where(about, true() if person.is_governance else kept)


def rows(kind: str, number: int) -> list[Row]:
    """The talk under one thing that the reader may see, oldest first, removed words left out."""
    return list(
        db.session.execute(
            select(
                Comment.id,
                Comment.parent_id,
                Comment.author_id,
                Comment.html,
                Comment.created_at,
                Comment.edited_at,
                Comment.removed_at,
                Comment.removed_by,
                Comment.version,
                Person.name.label("author"),
                Person.picture,
            )
            .join(Person, Person.id == Comment.author_id)
            .where(Comment.subject_kind == kind, Comment.subject_id == number)
            .order_by(Comment.id)
        )
    )


def reactions(kind: str, numbers: list[int]) -> list[Row]:
    """Who feels what about these things of one kind: (subject_id, kind, person_id, name)."""
    return list(
        db.session.execute(
            select(Reaction.subject_id, Reaction.kind, Reaction.person_id, Person.name)
            .join(Person, Person.id == Reaction.person_id)
            .where(Reaction.subject_kind == kind, Reaction.subject_id.in_(numbers))
            .order_by(Reaction.created_at)
        )
    )


def comment_counts(kind: str) -> Select:
    """(subject_id, comments) of a kind, as a subquery for lists."""
    return (
        select(Comment.subject_id, func.count(Comment.id).label("comments"))
        .where(Comment.subject_kind == kind, Comment.removed_at.is_(None))
        .group_by(Comment.subject_id)
    )
