"""The templates of answers, and whom an answer speaks to."""

from collections.abc import Iterable

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.ideas.models import AnswerTemplate, Idea
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, sight

MOST = 200  # templates: more are not looked through, but put in order

AUTHOR, BEHALF = aliased(Person, name="author"), aliased(Person, name="behalf")


def templates_visible_to(person: Person | Reader) -> Select[AnswerTemplate]:
    """Whoever answers for the house."""
    return select(AnswerTemplate).where(IS_GOVERNANCE).params(sight(person))


def templates(*, retired: bool = False) -> list[AnswerTemplate]:
    """Those that can be chosen, by their titles; or those that no longer can."""
    gone = AnswerTemplate.retired_at
    rows = select(AnswerTemplate).where(gone.is_not(None) if retired else gone.is_(None))
    rows = rows.order_by(AnswerTemplate.title, AnswerTemplate.id).limit(MOST)
    return list(db.session.scalars(rows))


def addressed(numbers: Iterable[int]) -> dict[int, Row]:
    """Whom an answer to each of these ideas speaks to, and in which language they read: whose it
    is, where somebody wrote it down in their name. One query.
    """
    rows = (
        select(
            Idea.id,
            Idea.title,
            Idea.language.label("written_in"),
            func.coalesce(BEHALF.name, AUTHOR.name).label("name"),
            func.coalesce(BEHALF.language, AUTHOR.language).label("language"),
        )
        .join(AUTHOR, AUTHOR.id == Idea.author_id)
        .outerjoin(BEHALF, BEHALF.id == Idea.behalf_of_id)
        .where(Idea.id.in_(list(numbers)))
    )
    return {row.id: row for row in db.session.execute(rows)}
