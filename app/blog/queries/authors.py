"""Who wrote."""

from typing import NamedTuple

from sqlalchemy import Integer, Row, bindparam, exists, func, select
from sqlalchemy.orm.attributes import set_committed_value

from app.blog.models import Author, Post
from app.blog.queries.seeing import published_lately, published_numbers
from app.core.db import db
from app.people import queries as people
from app.people.models import Person, Reader, Unit
from app.spaces.models import Membership


def writers(reader: Reader, *, limit: int = 5) -> list[Row]:
    """Who has published most of the last posts the reader sees: (id, name, picture, posts)."""
    posts = func.count().label("posts")
    return list(
        db.session.execute(
            select(Person.id, Person.name, Person.picture, posts)
            .join(Author, Author.person_id == Person.id)
            .where(Author.post_id.in_(published_lately(reader)))
            .group_by(Person.id, Person.name, Person.picture)
            .order_by(posts.desc(), Person.name)
            .limit(limit)
        )
    )


def author_name(reader: Reader, number: int) -> str | None:
    """What somebody is called who wrote something the reader sees."""
    seen = published_numbers(reader).where(Post.id == Author.post_id).correlate(Author).exists()
    wrote = exists().where(Author.person_id == Person.id, seen)
    return db.session.scalar(select(Person.name).where(Person.id == number, wrote))


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


def who_may_join(
    post: Post, *, words: str = "", person_id: int | None = None, limit: int = 8
) -> list[Row]:
    """People who may become authors as well: (id, name, picture, unit). They see into its place."""
    mine = exists().where(Author.post_id == post.id, Author.person_id == Person.id)
    wanted = people.narrowed(
        select(Person.id, Person.name, Person.picture, Unit.name.label("unit"))
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.disabled_at.is_(None), ~mine.correlate(Person)),
        words=words,
    )
    if person_id is not None:
        wanted = wanted.where(Person.id == person_id)
    if post.space is not None and not post.space.is_public:
        is_in = exists().where(
            Membership.space_id == post.space_id, Membership.person_id == Person.id
        )
        wanted = wanted.where(is_in.correlate(Person))
    return list(db.session.execute(people.by_name(wanted, after=None).limit(limit)))
