"""Finding tags."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, String, bindparam, exists, func, select

from app.catalogue.models import Tag, Tagging
from app.core.db import db
from app.core.fields import folded
from app.core.paging import Page, page
from app.facts import subjects
from app.people.models import Person, Reader

MOST_TAGS = 60  # on a page of tags


def tags_named(slugs: Iterable[str]) -> Select[Tag]:
    return select(Tag).where(Tag.slug.in_(slugs))


TAGS_OF = (
    select(Tag.name, Tag.slug)
    .distinct()
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


def names_of_tags(kind: str, numbers: Iterable[int]) -> dict[int, list[str]]:
    """What each of these things carries, by name."""
    wanted = (
        select(Tagging.subject_id, Tag.name)
        .distinct()
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(Tagging.subject_kind == kind, Tagging.subject_id.in_(list(numbers)))
        .order_by(Tag.name)
    )
    found: dict[int, list[str]] = {}
    for number, name in db.session.execute(wanted):
        found.setdefault(number, []).append(name)
    return found


def _speaking(word: str) -> Any:
    """The number of the tag that speaks for a word today."""
    found = select(func.coalesce(Tag.survivor_id, Tag.id)).where(Tag.slug == word)
    return found.scalar_subquery()


def name_of(word: str, kind: str, visible: Select) -> str | None:
    """A tag as people write it, by its slug, if something the reader may see carries it."""
    carried = exists().where(
        Tagging.tag_id == Tag.id, Tagging.subject_kind == kind, Tagging.subject_id.in_(visible)
    )
    return db.session.scalar(select(Tag.name).where(Tag.id == _speaking(word), carried))


def numbers_tagged(kind: str, word: str) -> Select[int]:
    """A subquery of the things of a kind that carry a tag, by its slug."""
    return select(Tagging.subject_id).where(
        Tagging.tag_id == _speaking(word), Tagging.subject_kind == kind
    )


def carries(word: str, kind: Any, number: Any) -> ColumnElement[bool]:
    """Whether the thing of a row about things carries a tag, by its slug."""
    return exists().where(
        Tagging.tag_id == _speaking(word),
        Tagging.subject_kind == kind,
        Tagging.subject_id == number,
    )


def most_used(kind: str, visible: Select, *, limit: int = 12) -> list[Row]:
    """The tags people use most on what the reader may see; `visible` selects its numbers."""
    times = func.count(Tagging.subject_id.distinct()).label("times")
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


def seen_tags(person: Any) -> Select[Tag]:
    """Tags that something carries which this person may see, under the name that speaks today."""
    seen = subjects.seen_by(person, Tagging.subject_kind, Tagging.subject_id, carrying=True)
    carried = exists().where(Tagging.tag_id == func.coalesce(Tag.survivor_id, Tag.id), seen)
    return select(Tag).where(carried.correlate(Tag))


def tag_at(word: str) -> Tag | None:
    return db.session.scalar(select(Tag).where(Tag.slug == word))


def tag_seen(person: Person | Reader, word: str) -> Tag | None:
    """The tag that speaks for a word, if this person sees something that carries it."""
    found = seen_tags(person).where(Tag.slug == word)
    tag = db.session.scalar(found)
    return survivor(tag) if tag else None


def survivor(tag: Tag) -> Tag:
    """The tag that speaks for it today: mostly itself."""
    return db.session.get_one(Tag, tag.speaks_as)


def merged_into(tag: Tag) -> list[Tag]:
    return list(db.session.scalars(select(Tag).where(Tag.merged_into_id == tag.id)))


def tags(
    person: Person | Reader, *, words: str = "", after: str = "", size: int = MOST_TAGS
) -> Page[Row]:
    """Tags by name, narrowed to those that begin or go on with these words."""
    rows = seen_tags(person).with_only_columns(Tag.id, Tag.name, Tag.slug)
    rows = rows.where(Tag.merged_into_id.is_(None), Tag.slug > after)
    if wanted := "-".join(folded(words).split()):
        rows = rows.where(Tag.slug.contains(wanted, autoescape=True))
    return page(db.session.execute(rows.order_by(Tag.slug).limit(size + 1)).all(), size=size)
