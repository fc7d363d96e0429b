"""Finding tags, and what carries them."""

from collections.abc import Iterable

from sqlalchemy import Integer, Row, Select, String, bindparam, exists, func, select

from app.catalogue.models import Tag, Tagging
from app.core.db import db


def tags_named(slugs: Iterable[str]) -> Select[Tag]:
    return select(Tag).where(Tag.slug.in_(slugs))


def carried_by(kind: str, number: int) -> Select[Tagging]:
    return select(Tagging).where(Tagging.subject_kind == kind, Tagging.subject_id == number)


TAGS_OF = (
    select(Tag.name, Tag.slug)
    .join(Tagging, Tagging.tag_id == Tag.id)
    .where(
        Tagging.subject_kind == bindparam("kind", type_=String),
        Tagging.subject_id == bindparam("number", type_=Integer),
    )
    .order_by(Tag.slug)
)


def tags_of(kind: str, number: int) -> list[Row]:
    """The tags of one thing, by name."""
    return list(db.session.execute(TAGS_OF, {"kind": kind, "number": number}))


def name_of(word: str, kind: str, visible: Select) -> str | None:
    """A tag as people write it, by its slug, if something the reader may see carries it."""
    carried = exists().where(
        Tagging.tag_id == Tag.id, Tagging.subject_kind == kind, Tagging.subject_id.in_(visible)
    )
    return db.session.scalar(select(Tag.name).where(Tag.slug == word, carried))


def numbers_tagged(kind: str, word: str) -> Select[int]:
    """A subquery of the things of a kind that carry a tag, by its slug."""
    return (
        select(Tagging.subject_id)
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(Tag.slug == word, Tagging.subject_kind == kind)
    )


def most_used(kind: str, visible: Select, *, limit: int = 12) -> list[Row]:
    """The tags people use most on what the reader may see; `visible` selects its numbers."""
    times = func.count().label("times")
    return list(
        db.session.execute(
            select(Tag.name, Tag.slug, times)
            .join(Tagging, Tagging.tag_id == Tag.id)
            .where(Tagging.subject_kind == kind, Tagging.subject_id.in_(visible))
            .group_by(Tag.id, Tag.name, Tag.slug)
            .order_by(times.desc(), Tag.slug)
            .limit(limit)
        )
    )
