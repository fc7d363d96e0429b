"""Initiatives that come from tables, and go out into them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import selectinload

from app.catalogue import queries as catalogue
from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.following.models import Following
from app.imports.in_use import in_use
from app.imports.models import Note, Outcome
from app.initiatives.models import Change, Initiative, Milestone, Teammate, Update
from app.people.models import Unit

CHUNK = 500  # initiatives whose tags are asked about at once


def units() -> list[Row]:
    """Every unit there is or was: what is told may be of long ago."""
    return list(db.session.execute(select(Unit.id, Unit.name, Unit.parent_id)))


def from_rows(digests: Iterable[str]) -> set[str]:
    """Those of these rows from which something came already."""
    wanted = select(Initiative.digest).where(Initiative.digest.in_(list(digests)))
    return set(db.session.scalars(wanted))


def called(titles: Iterable[str], first: date, last: date, *, import_id: int) -> Sequence[Row]:
    """What is here under one of these titles and began in these days; `is_new` is what that
    import itself brought in.
    """
    ours = select(Note.thing_id).where(
        Note.import_id == import_id,
        Note.outcome == Outcome.BROUGHT_IN,
        Note.thing_id == Initiative.id,
    )
    return db.session.execute(
        select(
            Initiative.id,
            Initiative.title,
            Initiative.category,
            Initiative.starts_on,
            Initiative.ends_on,
            Initiative.hours,
            Initiative.reached,
            Initiative.result,
            Initiative.text,
            Initiative.unit_id,
            Initiative.owner_id,
            ours.correlate(Initiative).exists().label("is_new"),
        ).where(
            Initiative.starts_on.between(first, last),
            Initiative.title.in_(list(titles)),
        )
    ).all()


def numbered(numbers: Iterable[int]) -> list[Initiative]:
    """With all that goes when they go."""
    wanted = select(Initiative).where(Initiative.id.in_(list(numbers))).order_by(Initiative.id)
    whole = [selectinload(one) for one in (Initiative.team, Initiative.milestones)]
    return list(db.session.scalars(wanted.options(*whole, selectinload(Initiative.changes))))


def worked_on(numbers: Iterable[int]) -> set[int]:
    """Which of these somebody has worked on, talked about, reacted to, follows, or needs
    elsewhere.
    """
    wanted = list(numbers)
    own = [
        select(one.initiative_id).where(one.initiative_id.in_(wanted))
        for one in (Teammate, Update, Milestone)
    ]
    told = select(Change.initiative_id).where(
        Change.initiative_id.in_(wanted), Change.told_at.is_not(None)
    )
    about = [
        select(one.subject_id).where(one.subject_kind == "initiative", one.subject_id.in_(wanted))
        for one in (Comment, Reaction)
    ]
    followed = select(Following.number).where(
        Following.kind == "initiative", Following.number.in_(wanted), Following.follows
    )
    asked = (*own, told, *about, followed)
    found = {number for one in asked for number in db.session.scalars(one.distinct())}
    return found | in_use("initiative", wanted)


def with_tags(rows: Iterable[Row]) -> Iterator[tuple[Row, list[str]]]:
    """Each with its tags by name, asked about hundreds at a time."""
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield from _with_tags(chunk)
            chunk = []
    yield from _with_tags(chunk)


def _with_tags(rows: list[Row]) -> Iterator[tuple[Row, list[str]]]:
    tags = catalogue.names_of_tags("initiative", [row.id for row in rows])
    for row in rows:
        yield row, tags.get(row.id, [])


def titles(numbers: Iterable[int]) -> dict[int, str]:
    """For the report of an import."""
    wanted = select(Initiative.id, Initiative.title).where(Initiative.id.in_(list(numbers)))
    return {row.id: row.title for row in db.session.execute(wanted)}


def flush() -> None:
    """What was made gets its number."""
    db.session.flush()
