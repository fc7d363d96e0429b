"""What posts said before."""

from sqlalchemy import Row, exists, func, select
from sqlalchemy.orm import joinedload

from app.blog.models import (
    PUBLIC,
    REVIEWED,
    WAITS,
    Author,
    Post,
    PostState,
    Revision,
    RevisionState,
)
from app.blog.queries.seeing import RUNS
from app.core.db import db
from app.core.paging import Page, page
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import sight
from app.spaces.models import MemberRole, Membership, Space
from app.spaces.sight import sees_into

# Whether somebody is to look at something. Of edits, those that wait are few in the whole house:
# each asks for its post, and no space for all that stands in it.
_MANAGES = (
    Membership.person_id == Person.id,
    Membership.role == MemberRole.MANAGER,
    Membership.space_id == Post.space_id,
)
_NEW = exists().where(*_MANAGES, Post.state == PostState.SUBMITTED)
_EDITED = exists().where(
    Revision.state == RevisionState.PROPOSED,
    exists()
    .where(*_MANAGES, Post.id == Revision.post_id, Post.state.in_(PUBLIC))
    .correlate(Revision, Person),
)
along.ask("reviews", lambda: _NEW.correlate(Person) | _EDITED.correlate(Person))

PAGE = 20  # revisions on a page
MOST_WAITING = 100  # of which there should never be as many


def revisions(post: Post, *, before: int | None = None) -> Page[Row]:
    """The kept ones, the newest first: who, when, and why."""
    wanted = (
        select(
            Revision.number,
            Revision.title,
            Revision.note,
            Revision.restores,
            Revision.created_at,
            Person.id.label("person_id"),
            Person.name,
            Person.picture,
        )
        .outerjoin(Person, Person.id == Revision.person_id)
        .where(Revision.post_id == post.id, Revision.state == RevisionState.KEPT)
        .order_by(Revision.number.desc())
        .limit(PAGE + 1)
    )
    if before is not None:
        wanted = wanted.where(Revision.number < before)
    return page(db.session.execute(wanted).all(), size=PAGE)


def revision(post: Post, number: int) -> Revision | None:
    """One that was kept, with its cover and whoever wrote it."""
    return db.session.scalar(
        select(Revision)
        .where(
            Revision.post_id == post.id,
            Revision.number == number,
            Revision.state == RevisionState.KEPT,
        )
        .options(joinedload(Revision.cover), joinedload(Revision.person))
    )


def revision_before(post: Post, number: int) -> Revision | None:
    """The last one kept before that."""
    return db.session.scalar(
        select(Revision)
        .where(
            Revision.post_id == post.id,
            Revision.number < number,
            Revision.state == RevisionState.KEPT,
        )
        .order_by(Revision.number.desc())
        .limit(1)
        .options(joinedload(Revision.cover))
    )


def proposed(post: Post) -> Revision | None:
    """What it is to say once somebody has looked at it; or what was given back."""
    return db.session.scalar(
        select(Revision)
        .where(Revision.post_id == post.id, Revision.number == WAITS)
        .options(joinedload(Revision.cover), joinedload(Revision.person))
    )


def looked_at(post: Post) -> Revision | None:
    """What its reviewer saw the last time."""
    return db.session.scalar(
        select(Revision)
        .where(
            Revision.post_id == post.id,
            Revision.number != WAITS,
            Revision.reviewed_by.is_not(None),
        )
        .order_by(Revision.number.desc())
        .limit(1)
    )


def waiting_for(person: Person | Reader) -> list[Row]:
    """What whoever runs a space is to look at, the oldest first, and what of theirs waits."""
    mine = exists().where(Author.post_id == Post.id, Author.person_id == person.id)
    edits = Revision.state.in_([RevisionState.PROPOSED, RevisionState.RETURNED])
    wanted = (
        select(
            Post.id,
            Post.title,
            Post.language,
            Post.state,
            Space.name.label("space"),
            Revision.state.label("edit"),
            Revision.created_at,
            Person.name,
            Person.picture,
            RUNS.label("runs"),
        )
        .join(Space, Space.id == Post.space_id)
        .outerjoin(Revision, (Revision.post_id == Post.id) & (Revision.number == WAITS) & edits)
        .outerjoin(Author, (Author.post_id == Post.id) & (Author.position == 0))
        .outerjoin(Person, Person.id == func.coalesce(Revision.person_id, Author.person_id))
        .where(
            Post.state.in_(REVIEWED) | (Post.state.in_(PUBLIC) & Revision.id.is_not(None)),
            RUNS | mine.correlate(Post),
            sees_into(Post.space_id),
        )
        .order_by(Post.id)
        .limit(MOST_WAITING)
    )
    return list(db.session.execute(wanted, sight(person)))
