"""Whose channel it is, and what it carries."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Row, Select, func, select

from app.blog.models import Author, Post
from app.core.db import db
from app.feeds.models import Channel, digest
from app.people import queries as people
from app.people.models import Person, Reader
from app.people.sight import sight
from app.spaces.models import Space
from app.spaces.sight import OPEN


def mine(reader: Reader) -> list[Channel]:
    """The newest first."""
    rows = select(Channel).where(Channel.person_id == reader.id).order_by(Channel.id.desc())
    return list(db.session.scalars(rows))


def visible_to(person: Person | Reader) -> Select[Channel]:
    return select(Channel).where(Channel.person_id == person.id)


def count(person: Person) -> int:
    rows = select(func.count()).where(Channel.person_id == person.id)
    return db.session.scalar(rows) or 0


def called(token: str) -> tuple[Channel, Reader] | None:
    """The channel of this token, and its owner as they are now; None once either is closed."""
    channel = db.session.scalar(select(Channel).where(Channel.digest == digest(token)))
    owners = people.readers([channel.person_id]) if channel else []
    return (channel, owners[0]) if channel and owners else None


def space(reader: Reader, number: int) -> Space | None:
    """A space this person sees into."""
    rows = select(Space).where(Space.id == number, OPEN)
    return db.session.scalar(rows, sight(reader))


def spaces(reader: Reader) -> list[Row]:
    """Those whose feeds this person may read, by name; the first of them."""
    rows = select(Space.id, Space.name).where(OPEN).order_by(Space.name, Space.id).limit(50)
    return list(db.session.execute(rows, sight(reader)))


def texts(numbers: list[int]) -> dict[int, Any]:
    """What an entry says beside its card, of posts this reader was just found to see."""
    rows = select(Post.id, Post.html, Post.edited_at).where(Post.id.in_(numbers))
    return {row.id: row for row in db.session.execute(rows)}


def writers(numbers: list[int]) -> dict[int, list[str]]:
    rows = (
        select(Author.post_id, func.coalesce(Person.name, Author.name).label("name"))
        .outerjoin(Person, Person.id == Author.person_id)
        .where(Author.post_id.in_(numbers))
        .order_by(Author.post_id, Author.position)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for row in db.session.execute(rows):
        names[row.post_id].append(row.name)
    return names
