"""Posts in lists."""

from datetime import datetime

from sqlalchemy import (
    DateTime,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)

from app.attachments.models import Picture
from app.blog.models import Author, Post, PostState
from app.blog.narrowing import NEWEST, Narrowing
from app.blog.queries.seeing import published_numbers
from app.catalogue.queries import numbers_given, numbers_tagged
from app.conversation.models import Comment, Reaction
from app.core import textindex
from app.core.db import db
from app.core.paging import Page, page
from app.core.textindex import Among
from app.people.models import Person, Reader
from app.people.sight import sight
from app.spaces.models import Space
from app.spaces.sight import sees_into

PAGE = 10  # posts on a page
MOST_COUNTED = 1_000

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

CARD = (
    select(
        Post.id,
        Post.title,
        Post.excerpt,
        Post.language,
        Post.minutes.label("minutes"),
        Post.published_at,
        Picture.key.label("cover"),
        Picture.alt.label("cover_alt"),
        Author.person_id.label("author_id"),
        func.coalesce(Person.name, Author.name).label("author"),
        Person.picture.label("picture"),
        Post.space_id,
        Space.name.label("space"),
        COMMENTS.label("comments"),
        REACTIONS.label("reactions"),
    )
    .outerjoin(Picture, Picture.id == Post.cover_id)
    .outerjoin(Author, and_(Author.post_id == Post.id, Author.position == 0))
    .outerjoin(Person, Person.id == Author.person_id)
    .outerjoin(Space, Space.id == Post.space_id)
    .where(sees_into(Post.space_id))
)

CARDS = CARD.where(
    Post.state == PostState.PUBLISHED,
    or_(
        Post.published_at < bindparam("before", type_=DateTime),
        and_(
            Post.published_at == bindparam("before", type_=DateTime),
            Post.id < bindparam("before_id", type_=Integer),
        ),
    ),
).order_by(Post.published_at.desc(), Post.id.desc())

# None is featured that is not published: whatever takes a post away takes that away as well. So
# the index of the few that are is all there is to read.
_FEATURED = (
    CARD.where(Post.featured_until > datetime(2000, 1, 1))
    .order_by(Post.featured_until.desc())
    .limit(bindparam("size", type_=Integer))
)
FEATURED = _FEATURED.where(Post.featured_within.is_(False))
FEATURED_IN = _FEATURED.where(Post.space_id == bindparam("space", type_=Integer))
MOST_FEATURED = 3

# What a page shows on which posts are guests, by one query: one that is featured, and the newest.
FIRST_AND_NEWEST = union_all(
    *(
        select(some.subquery(), literal(is_first).label("is_first"))
        for is_first, some in (
            (True, FEATURED),
            (False, CARDS.limit(bindparam("most", type_=Integer))),
        )
    )
)


def cards(reader: Reader, wanted: Narrowing, *, size: int = PAGE) -> Page[Row]:
    """Published posts, the newest first."""
    rows = _narrowed(CARDS, reader, wanted).limit(size + 1)
    begun = {"before": wanted.before[0], "before_id": wanted.before[1]}
    return page(db.session.execute(rows, {**sight(reader), **begun}).all(), size=size)


def featured(reader: Reader, *, size: int = MOST_FEATURED) -> list[Row]:
    """What is to stand first for a while, of what the reader sees."""
    return list(db.session.execute(FEATURED, {**sight(reader), "size": size}))


def featured_in(reader: Reader, space_id: int, *, size: int = MOST_FEATURED) -> list[Row]:
    """The same in one space: what stands first for its members, and what does for all."""
    asked = {**sight(reader), "size": size, "space": space_id}
    return list(db.session.execute(FEATURED_IN, asked))


def first_and_newest(reader: Reader, *, size: int) -> list[Row]:
    """Of the featured posts the first, if there is one, and the newest; each `is_first` or not."""
    begun = {"before": NEWEST[0], "before_id": NEWEST[1], "size": 1, "most": size}
    rows = db.session.execute(FIRST_AND_NEWEST, {**sight(reader), **begun}).all()
    first = [row for row in rows if row.is_first]
    newest = [row for row in rows if not row.is_first and row.id not in {one.id for one in first}]
    return [*first, *newest][:size]


CARDS_OF = CARDS.where(Post.id.in_(bindparam("numbers", expanding=True)))


def cards_of(person: Person | Reader, numbers: list[int]) -> list[Row]:
    """The cards of these posts, where another list has chosen them."""
    begun = {"before": NEWEST[0], "before_id": NEWEST[1]}
    return list(db.session.execute(CARDS_OF, {**sight(person), **begun} | {"numbers": numbers}))


def count(reader: Reader, wanted: Narrowing) -> int:
    """How many published posts there are in all, on whichever page; those beyond MOST_COUNTED
    are not counted, for nobody reads so many.
    """
    found = _narrowed(published_numbers(reader), reader, wanted).limit(MOST_COUNTED + 1).subquery()
    return db.session.scalar(select(func.count()).select_from(found)) or 0


def _narrowed(rows: Select, reader: Reader, wanted: Narrowing) -> Select:
    if wanted.space_id is not None:
        rows = rows.where(Post.space_id == wanted.space_id)
    if wanted.words:
        found = textindex.matches(
            wanted.words, kinds={"post"}, among=_seen_by(reader), limit=textindex.MOST_RANKED
        )
        rows = rows.where(Post.id.in_(select(found.c.number)))
    if wanted.tag:
        rows = rows.where(Post.id.in_(numbers_tagged("post", wanted.tag)))
    if wanted.term:
        rows = rows.where(Post.id.in_(numbers_given("post", wanted.term)))
    if wanted.author_id is not None:
        # Nobody wrote so much: found by who wrote it, and not looked for in all there is.
        wrote = select(Author.post_id).where(Author.person_id == wanted.author_id)
        rows = rows.where(Post.id.in_(wrote))
    return rows


def _seen_by(reader: Reader) -> Among:
    """What of the index is a post that the reader sees in lists."""
    seen = published_numbers(reader)
    return lambda text: seen.where(Post.id == text.number).exists()
