"""What tags and terms have in common: who speaks for whom, and what carries them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Row, Select, and_, literal, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute

from app.catalogue.models import Tag, Tagging, Term, TermTagging
from app.catalogue.narrowing import After
from app.core.db import db
from app.core.paging import Page, page
from app.facts import subjects
from app.people.models import Person, Reader

PAGE = 20  # things on the page of a word

Links = type[Tagging] | type[TermTagging]


def speaks(links: Links) -> InstrumentedAttribute[int]:
    """The column that says which word speaks for the one that was given."""
    return links.tag_id if issubclass(links, Tagging) else links.term_id


def held(model: type[Tag] | type[Term], numbers: Iterable[int]) -> Select:
    """Words as they are now, which nobody merges until the block ends."""
    return (
        select(model)
        .where(model.id.in_(numbers))
        .order_by(model.id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    )


def hold(model: type[Tag] | type[Term], *numbers: int) -> dict[int, Any]:
    """The same for who merges them. Always the lower number first: two who merge crosswise wait
    for one another, and do not block.
    """
    rows = select(model).where(model.id.in_(numbers)).order_by(model.id)
    held = rows.with_for_update(key_share=True).execution_options(populate_existing=True)
    return {row.id: row for row in db.session.scalars(held)}


def family(word: Tag | Term) -> set[int]:
    """A word and all that was merged into it, or into what was."""
    model = type(word)
    below = select(model.id).where(model.id == word.id).cte("family", recursive=True)
    below = below.union(select(model.id).where(model.merged_into_id == below.c.id))
    return set(db.session.scalars(select(below.c.id)))


def carried_by(links: Links, kind: str, number: int) -> Select:
    return select(links).where(links.subject_kind == kind, links.subject_id == number)


def carrying(person: Person | Reader, links: Links, word: int, after: After) -> Page[Row]:
    """What carries a word and this person may see: (kind, number, at), the newest first."""
    seen = subjects.seen_by(person, links.subject_kind, links.subject_id, carrying=True)
    rows = (
        select(links.subject_kind.label("kind"), links.subject_id.label("number"), links.at)
        .distinct()
        .where(speaks(links) == word, seen, _before(links, after))
        .order_by(links.at.desc(), links.subject_kind.desc(), links.subject_id.desc())
        .limit(PAGE + 1)
    )
    return page(db.session.execute(rows).all(), size=PAGE)


def _before(links: Links, after: After) -> ColumnElement[bool]:
    at = literal(after.at, DateTime)
    return or_(
        links.at < at,
        and_(
            links.at == at,
            or_(
                links.subject_kind < after.kind,
                and_(links.subject_kind == after.kind, links.subject_id < after.number),
            ),
        ),
    )


def words_on(kind: str, number: int) -> list[tuple[str, int]]:
    """The tags and terms of one thing, as subjects: those that speak, and all they speak for.
    Whoever followed a word that was merged follows on.
    """
    found = []
    for word, model, links in (("tag", Tag, Tagging), ("term", Term, TermTagging)):
        speaking = select(speaks(links)).where(
            links.subject_kind == kind, links.subject_id == number
        )
        found.append(
            select(literal(word).label("kind"), model.id.label("number")).where(
                or_(model.id.in_(speaking), model.survivor_id.in_(speaking))
            )
        )
    return [(row.kind, row.number) for row in db.session.execute(union(*found))]
