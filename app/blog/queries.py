"""Finding posts."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import DateTime, Integer, Row, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from app.attachments.models import Picture, PictureUse
from app.blog.models import Author, Post, PostState, known_as
from app.blog.narrowing import Narrowing
from app.catalogue.queries import numbers_tagged
from app.conversation.models import Comment, Reaction
from app.core import textindex
from app.core.db import db
from app.core.paging import Page, page
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

PAGE = 10  # posts on a page

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
        Post.minutes.label("minutes"),
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
)


def visible_to(person: Person | Reader) -> Select[Post]:
    return select(Post).where(SEEN).params(sight(person))


def whole(person: Person | Reader) -> Select[Post]:
    """A post with its cover, to be read."""
    return visible_to(person).options(joinedload(Post.cover))


WHOLE = (
    select(Post)
    .where(SEEN, Post.id == bindparam("number", type_=Integer))
    .options(joinedload(Post.cover))
)


def cards(wanted: Narrowing, *, size: int = PAGE) -> Page[Row]:
    """Published posts, the newest first."""
    rows = _narrowed(CARDS, wanted).limit(size + 1)
    begun = {"before": wanted.before[0], "before_id": wanted.before[1]}
    return page(db.session.execute(rows, begun).all(), size=size)


def count(wanted: Narrowing) -> int:
    """How many published posts there are in all, on whichever page."""
    published = select(func.count(Post.id)).where(Post.state == PostState.PUBLISHED)
    return db.session.scalar(_narrowed(published, wanted)) or 0


def writers(*, limit: int = 5) -> list[Row]:
    """Who has published most: (id, name, picture, posts)."""
    posts = func.count().label("posts")
    return list(
        db.session.execute(
            select(Person.id, Person.name, Person.picture, posts)
            .join(Author, Author.person_id == Person.id)
            .join(Post, Post.id == Author.post_id)
            .where(Post.state == PostState.PUBLISHED)
            .group_by(Person.id, Person.name, Person.picture)
            .order_by(posts.desc(), Person.name)
            .limit(limit)
        )
    )


def author_name(number: int) -> str | None:
    """What somebody is called who wrote something everybody sees."""
    return db.session.scalar(
        select(Person.name).where(
            Person.id == number,
            exists().where(Author.person_id == Person.id, Author.post_id.in_(published_numbers())),
        )
    )


class Wrote(NamedTuple):
    """An author as a page names them."""

    person_id: int | None
    name: str
    picture: str | None
    job: str | None


WRITERS = (
    select(
        Author, func.coalesce(Person.name, Author.name).label("name"), Person.picture, Person.job
    )
    .outerjoin(Person, Person.id == Author.person_id)
    .where(Author.post_id == bindparam("number", type_=Integer))
    .order_by(Author.position)
)


def authors(post: Post) -> list[Wrote]:
    """Who wrote a post, in their order. The post knows it too from now on, and need not ask."""
    rows = db.session.execute(WRITERS, {"number": post.id}).all()
    set_committed_value(post, "authors", [row.Author for row in rows])
    return [Wrote(row.Author.person_id, row.name, row.picture, row.job) for row in rows]


def authors_of_withdrawn() -> Select[int | None]:
    """Whoever sees a post of theirs that others do not."""
    return (
        select(Author.person_id)
        .join(Post, Post.id == Author.post_id)
        .where(Post.state != PostState.PUBLISHED, Author.person_id.is_not(None))
    )


def published_numbers() -> Select[int]:
    """A subquery of the posts everybody sees."""
    return select(Post.id).where(Post.state == PostState.PUBLISHED)


def _narrowed(rows: Select, wanted: Narrowing) -> Select:
    if wanted.words:
        found = textindex.matches(wanted.words, kinds={"post"}, limit=textindex.MOST_RANKED)
        rows = rows.where(Post.id.in_(select(found.c.number)))
    if wanted.tag:
        rows = rows.where(Post.id.in_(numbers_tagged("post", wanted.tag)))
    if wanted.author_id is not None:
        rows = rows.where(
            exists()
            .where(Author.post_id == Post.id, Author.person_id == wanted.author_id)
            .correlate(Post)
        )
    return rows


def brought_in(sources: Iterable[str], digests: Iterable[str]) -> list[Post]:
    """The posts that came from these files, or from files with the very same bytes."""
    return list(
        db.session.scalars(
            select(Post)
            .where(Post.source.in_(list(sources)) | Post.source_digest.in_(list(digests)))
            .options(selectinload(Post.authors))
        )
    )


def born(numbers: Iterable[int]) -> list[Post]:
    """Posts that were first written here."""
    return list(
        db.session.scalars(
            select(Post)
            .where(Post.id.in_(list(numbers)), Post.source.is_(None))
            .options(selectinload(Post.authors))
        )
    )


def numbered(numbers: Iterable[int]) -> list[Post]:
    return list(db.session.scalars(select(Post).where(Post.id.in_(list(numbers)))))


def talked_about(numbers: Iterable[int]) -> set[int]:
    """Which of these posts somebody has said something about, or reacted to."""
    wanted = list(numbers)
    found: set[int] = set()
    for kind in (Comment, Reaction):
        found |= set(
            db.session.scalars(
                select(kind.subject_id).where(
                    kind.subject_kind == "post", kind.subject_id.in_(wanted)
                )
            )
        )
    return found


def people_called(emails: Iterable[str], names: Iterable[str]) -> list[Row]:
    """Who may be meant: (id, email, sort_name). Names without accents or capitals."""
    return list(
        db.session.execute(
            select(Person.id, Person.email, Person.sort_name).where(
                Person.email.in_(list(emails)) | Person.sort_name.in_(list(names))
            )
        )
    )


def published() -> int:
    return db.session.scalar(published_numbers().with_only_columns(func.count(Post.id))) or 0


def published_in_order() -> list[int]:
    """The oldest first; of one moment, in the order of what they are known as."""
    rows = db.session.execute(
        select(Post.id, Post.published_at, Post.source, Post.created_at).where(
            Post.state == PostState.PUBLISHED
        )
    )
    ordered = sorted(
        rows, key=lambda row: (row.published_at, known_as(row.source, row.created_at, row.id))
    )
    return [row.id for row in ordered]


def with_everything(numbers: list[int]) -> list[Post]:
    """Posts with their authors and covers, in the order they were asked for."""
    found = db.session.scalars(
        select(Post)
        .where(Post.id.in_(numbers))
        .options(selectinload(Post.authors).joinedload(Author.person), joinedload(Post.cover))
    )
    by_number = {post.id: post for post in found}
    return [by_number[number] for number in numbers if number in by_number]


def pictures_shown() -> list[Row]:
    """The pictures of published posts: (key, created_at), by their keys."""
    shown = select(PictureUse.picture_id).where(
        PictureUse.subject_kind == "post", PictureUse.subject_id.in_(published_numbers())
    )
    return list(
        db.session.execute(
            select(Picture.key, Picture.created_at)
            .where(
                Picture.id.in_(shown)
                | Picture.id.in_(
                    select(Post.cover_id).where(
                        Post.state == PostState.PUBLISHED, Post.cover_id.is_not(None)
                    )
                )
            )
            .order_by(Picture.key)
        )
    )
