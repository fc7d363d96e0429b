"""Ideas that come from tables, and go out into them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, case, func, or_, select
from sqlalchemy.orm import aliased, selectinload

from app.catalogue import queries as catalogue
from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.following.models import Following
from app.ideas.models import BatchIdea, Evaluator, Group, Idea, Note, Step, Support
from app.ideas.queries.cards import AREA, AUTHOR, OWNER, REASON
from app.ideas.queries.seeing import ITS_AUTHORS, LISTED
from app.imports.in_use import in_use
from app.imports.models import Note as Line
from app.imports.models import Outcome
from app.people.models import Person

CHUNK = 500  # ideas that are read at once

COLLEAGUE = aliased(Person, name="colleague")
WHOLE = (
    select(
        Idea.id,
        Idea.title,
        Idea.kind,
        Idea.language,
        Idea.problem,
        Idea.change,
        Idea.audience,
        Idea.voice,
        Idea.verdict,
        Idea.area_id,
        Idea.target,
        Idea.words,
        Idea.reconsider,
        Idea.result,
        Idea.answer,
        Idea.value,
        Idea.reach,
        Idea.effort,
        Idea.score,
        Idea.target_on,
        Idea.created_at,
        Idea.since,
        Idea.group_id,
        Idea.credited_to,
        (Idea.supporters + Idea.supported_before).label("supports"),
        AREA.name.label("area"),
        REASON.name.label("reason"),
        OWNER.name.label("owner"),
        OWNER.email.label("owner_email"),
        # Whose it is: a colleague in whose name it was told, else whoever told it, if not a table.
        func.coalesce(COLLEAGUE.id, case((ITS_AUTHORS, AUTHOR.id))).label("whose"),
        func.coalesce(
            COLLEAGUE.name, case((ITS_AUTHORS, AUTHOR.name), else_=Idea.credited_to)
        ).label("author"),
        func.coalesce(COLLEAGUE.email, case((ITS_AUTHORS, AUTHOR.email))).label("author_email"),
        Group.title.label("group"),
        Group.text.label("analysis"),
    )
    .join(AUTHOR, AUTHOR.id == Idea.author_id)
    .outerjoin(COLLEAGUE, COLLEAGUE.id == Idea.behalf_of_id)
    .outerjoin(OWNER, OWNER.id == Idea.owner_id)
    .outerjoin(AREA, AREA.id == Idea.area_id)
    .outerjoin(REASON, REASON.id == Idea.reason_id)
    .outerjoin(Group, Group.id == Idea.group_id)
)


def whole(numbers: Sequence[int]) -> Iterator[Row]:
    """These ideas in this order with all they say, read hundreds at a time."""
    for start in range(0, len(numbers), CHUNK):
        some = numbers[start : start + CHUNK]
        rows = {row.id: row for row in db.session.execute(WHOLE.where(LISTED, Idea.id.in_(some)))}
        yield from (rows[number] for number in some if number in rows)


def labelled(numbers: Sequence[int]) -> Iterator[tuple[Row, list[str], list[str]]]:
    """The same, each with its tags and its terms by name."""
    for start in range(0, len(numbers), CHUNK):
        some = numbers[start : start + CHUNK]
        tags = catalogue.names_of_tags("idea", some)
        terms = catalogue.names_of_terms("idea", some)
        for row in whole(some):
            yield row, tags.get(row.id, []), terms.get(row.id, [])


def from_rows(digests: Iterable[str]) -> set[str]:
    """Those of these rows from which something came already."""
    wanted = select(Idea.digest).where(Idea.digest.in_(list(digests)))
    return set(db.session.scalars(wanted))


def called(titles: Iterable[str], *, import_id: int) -> Sequence[Row]:
    """What is here under one of these titles; `is_new` is what that import itself brought in."""
    ours = select(Line.thing_id).where(
        Line.import_id == import_id,
        Line.outcome == Outcome.BROUGHT_IN,
        Line.thing_id == Idea.id,
    )
    wanted = WHOLE.add_columns(ours.correlate(Idea).exists().label("is_new"))
    return db.session.execute(wanted.where(Idea.title.in_(list(titles)))).all()


def groups(digests: Iterable[str], titles: Iterable[str]) -> list[Group]:
    """Those that came from one of these rows, or are called like one."""
    either = or_(Group.digest.in_(list(digests)), Group.title.in_(list(titles)))
    return list(db.session.scalars(select(Group).where(either).order_by(Group.id)))


def groups_left(numbers: Iterable[int]) -> list[Group]:
    """Those of these that came from a table as they are, and serve no idea any more."""
    as_it_came = (Group.digest != "") & (Group.version == 1)
    used = select(Idea.id).where(Idea.group_id == Group.id).exists()
    wanted = select(Group).where(Group.id.in_(list(numbers)), as_it_came, ~used)
    return list(db.session.scalars(wanted))


def numbered(numbers: Iterable[int]) -> list[Idea]:
    """With all that goes when they go."""
    wanted = select(Idea).where(Idea.id.in_(list(numbers))).order_by(Idea.id)
    return list(db.session.scalars(wanted.options(selectinload(Idea.steps))))


def worked_on(numbers: Iterable[int]) -> set[int]:
    """Which of these somebody has supported, worked on, merged, talked about, follows, or needs
    elsewhere.
    """
    wanted = list(numbers)
    own: list[Any] = [
        *(Support.given_id, Support.idea_id, Evaluator.idea_id, Note.idea_id),
        *(Idea.merged_into_id, Idea.survivor_id, Step.other_id, BatchIdea.idea_id),
    ]
    about = [
        select(one.subject_id).where(one.subject_kind == "idea", one.subject_id.in_(wanted))
        for one in (Comment, Reaction)
    ]
    followed = select(Following.number).where(
        Following.kind == "idea", Following.number.in_(wanted), Following.follows
    )
    asked = [*(select(one).where(one.in_(wanted)) for one in own), *about, followed]
    found = {number for one in asked for number in db.session.scalars(one.distinct())}
    return found | in_use("idea", wanted)


def titles(numbers: Iterable[int]) -> dict[int, str]:
    """For the report of an import."""
    wanted = select(Idea.id, Idea.title).where(Idea.id.in_(list(numbers)))
    return {row.id: row.title for row in db.session.execute(wanted)}


def flush() -> None:
    """What was made gets its number."""
    db.session.flush()
