"""Finding posts."""

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Integer, Row, Select, and_, bindparam, exists, func, or_, select

from app.attachments.models import Picture
from app.blog.models import Author, Post, PostState
from app.catalogue.queries import numbers_tagged
from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.core.paging import Page, page
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

PAGE = 10  # posts on a page
NEWEST = (datetime(9999, 1, 1), 0)

MINE = exists().where(Author.post_id == Post.id, Author.person_id == READER).correlate(Post)
# A withdrawn post stays with its authors and governance, who may bring it back.
SEEN = (Post.state == PostState.PUBLISHED) | MINE | IS_GOVERNANCE

COMMENTS = (
    select(func.count(Comment.id))
    .where(
        Comment.subject_kind == "post",
        Comment.subject_id == Post.id,
        Comment.removed_at.is_(None),
    )
    .correlate(Post)
    .scalar_subquery()
)
REACTIONS = (
    select(func.count())
    .where(Reaction.subject_kind == "post", Reaction.subject_id == Post.id)
    .correlate(Post)
    .scalar_subquery()
)

CARDS = (
    select(
        Post.id,
        Post.title,
        Post.excerpt,
        Post.language,
        Post.words,
        Post.published_at,
        Picture.key.label("cover"),
        Picture.alt.label("cover_alt"),
        Author.person_id.label("author_id"),
        func.coalesce(Person.name, Author.name).label("author"),
        Person.picture.label("picture"),
        COMMENTS.label("comments"),
        REACTIONS.label("reactions"),
    )
    .outerjoin(Picture, Picture.id == Post.cover_id)
    .outerjoin(Author, and_(Author.post_id == Post.id, Author.position == 0))
    .outerjoin(Person, Person.id == Author.person_id)
    .where(
        Post.state == PostState.PUBLISHED,
        or_(
            Post.published_at < bindparam("before", type_=DateTime),
            and_(
                Post.published_at == bindparam("before", type_=DateTime),
                Post.id < bindparam("before_id", type_=Integer),
            ),
        ),
    )
    .order_by(Post.published_at.desc(), Post.id.desc())
    .limit(PAGE + 1)
)


def visible_to(person: Person | Reader) -> Select[Post]:
    return select(Post).where(SEEN).params(sight(person))


def cards(
    *, tag: str = "", author_id: int | None = None, before: tuple[datetime, int] = NEWEST
) -> Page[Row]:
    """Published posts, the newest first, from `before` (published_at, id) on."""
    wanted = _narrowed(CARDS, tag, author_id)
    given: dict[str, Any] = {"before": before[0], "before_id": before[1]}
    return page(db.session.execute(wanted, given).all(), size=PAGE)


def count(*, tag: str = "", author_id: int | None = None) -> int:
    published = select(func.count(Post.id)).where(Post.state == PostState.PUBLISHED)
    return db.session.scalar(_narrowed(published, tag, author_id)) or 0


def authors(number: int) -> list[Row]:
    """Who wrote one post, in their order."""
    return list(
        db.session.execute(
            select(
                Author.person_id,
                func.coalesce(Person.name, Author.name).label("name"),
                Person.picture,
                Person.job,
            )
            .outerjoin(Person, Person.id == Author.person_id)
            .where(Author.post_id == number)
            .order_by(Author.position)
        )
    )


def published_numbers() -> Select[int]:
    """A subquery of the posts everybody sees."""
    return select(Post.id).where(Post.state == PostState.PUBLISHED)


def _narrowed(wanted: Select, tag: str, author_id: int | None) -> Select:
    if tag:
        wanted = wanted.where(Post.id.in_(numbers_tagged("post", tag)))
    if author_id is not None:
        wanted = wanted.where(
            exists().where(Author.post_id == Post.id, Author.person_id == author_id).correlate(Post)
        )
    return wanted
