"""What has been said, as far as the reader may hear it."""

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    String,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from app.conversation.models import Comment, Reaction
from app.core.db import HIGHEST, db
from app.facts import subjects
from app.people.models import Person, Reader

STANDS = Comment.removed_at.is_(None)

KIND, NUMBER = bindparam("kind", type_=String), bindparam("number", type_=Integer)
ON = (Comment.subject_kind == KIND, Comment.subject_id == NUMBER)

_answer = aliased(Comment)
# What was removed leaves a gap only where somebody had answered.
SHOWN = STANDS | exists().where(
    _answer.subject_kind == KIND,
    _answer.subject_id == NUMBER,
    _answer.parent_id == Comment.id,
    _answer.removed_at.is_(None),
)
TOTAL = select(func.count(Comment.id)).where(*ON, STANDS)

SAID = (
    select(
        Comment.id,
        Comment.parent_id,
        Comment.author_id,
        case((STANDS, Comment.html), else_="").label("html"),  # nobody reads it any more
        Comment.created_at,
        Comment.edited_at,
        Comment.removed_at,
        Comment.removed_by,
        Comment.hidden_at,
        Person.name.label("author"),
        Person.picture,
    )
    .join(Person, Person.id == Comment.author_id)
    .where(*ON)
    .order_by(Comment.id)
)
# The last threads before a number: whatever else was said on the thing is not even looked at.
THREADS = (
    select(Comment.id)
    .where(*ON, Comment.parent_id.is_(None), Comment.id < bindparam("before", type_=Integer), SHOWN)
    .order_by(Comment.id.desc())
    .limit(bindparam("most", type_=Integer))
)
_last = THREADS.subquery()
LATEST = SAID.add_columns(TOTAL.scalar_subquery().label("total")).where(
    Comment.id >= select(func.min(_last.c.id)).scalar_subquery(),
    func.coalesce(Comment.parent_id, Comment.id).in_(select(_last.c.id)),
)
ONE = SAID.add_columns(TOTAL.scalar_subquery().label("total")).where(
    or_(Comment.id == bindparam("only", type_=Integer), Comment.parent_id == bindparam("only"))
)
LATER = select(func.count()).select_from(
    select(Comment.id)
    .where(*ON, Comment.parent_id.is_(None), Comment.id > bindparam("thread", type_=Integer), SHOWN)
    .limit(bindparam("most", type_=Integer))
    .subquery()
)
_FELT = select(
    Reaction.subject_kind,
    Reaction.subject_id,
    Reaction.kind,
    Reaction.person_id,
    Person.name,
    Reaction.created_at.label("at"),
).join(Person, Person.id == Reaction.person_id)
REACTIONS = _FELT.where(
    Reaction.subject_kind == KIND, Reaction.subject_id.in_(bindparam("numbers", expanding=True))
).order_by(Reaction.created_at, Reaction.person_id)
# About a thing and about what was said in its last threads: two looks into one index, not an OR.
ALL_FELT = union_all(
    _FELT.where(Reaction.subject_kind == KIND, Reaction.subject_id == NUMBER),
    _FELT.where(
        Reaction.subject_kind == "comment",
        Reaction.subject_id.in_(
            select(Comment.id).where(
                *ON, func.coalesce(Comment.parent_id, Comment.id).in_(select(_last.c.id))
            )
        ),
    ),
).order_by("at", "person_id")


def visible_to(person: Person | Reader) -> Select[Comment]:
    """One may hear what is said on a thing one may see. What was removed, nobody."""
    return select(Comment).where(_about_what_is_seen_by(person), STANDS)


def kept_for(person: Person | Reader) -> Select[Comment]:
    """The same, what this person may put back, and what of theirs was hidden after a report."""
    hidden = Comment.hidden_at.is_not(None) & (Comment.author_id == person.id)
    theirs = or_(STANDS, Comment.removed_by == person.id, hidden)
    all_of_it = true() if person.is_governance else theirs
    return select(Comment).where(_about_what_is_seen_by(person), all_of_it)


def latest(kind: str, number: int, *, before: int = HIGHEST, most: int) -> list[Row]:
    """The last threads under one thing, oldest first, removed words left out.

    Every row also tells the `total` of what stands on the thing.
    """
    asked = {"kind": kind, "number": number, "before": before, "most": most}
    return list(db.session.connection().execute(LATEST, asked))


def one(kind: str, number: int, only: int) -> list[Row]:
    """One comment under a thing and its answers, in the same way."""
    return list(db.session.execute(ONE, {"kind": kind, "number": number, "only": only}))


def later(kind: str, number: int, thread: int, *, most: int) -> int:
    """How many threads began after that one; those beyond `most` are not counted."""
    asked = {"kind": kind, "number": number, "thread": thread, "most": most}
    return db.session.scalar(LATER, asked) or 0


def count(kind: str, number: int) -> int:
    return db.session.scalar(TOTAL, {"kind": kind, "number": number}) or 0


def felt(kind: str, number: int, *, before: int = HIGHEST, most: int) -> list[Row]:
    """Who feels what about a thing, and about what was said in its last threads."""
    asked = {"kind": kind, "number": number, "before": before, "most": most}
    return list(db.session.connection().execute(ALL_FELT, asked))


def reactions(kind: str, numbers: list[int]) -> list[Row]:
    """Who feels what about these things of one kind."""
    asked = {"kind": kind, "numbers": numbers}
    return list(db.session.connection().execute(REACTIONS, asked))


def _about_what_is_seen_by(person: Person | Reader) -> ColumnElement[bool]:
    return subjects.seen_by(person, Comment.subject_kind, Comment.subject_id, commentable=True)
