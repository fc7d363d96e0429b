"""Ideas that are analysed together."""

from typing import NamedTuple

from sqlalchemy import Row, Select, func, select

from app.core import textindex
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.ideas.models import Group, Idea
from app.ideas.queries.cards import CARD, TOGETHER
from app.ideas.queries.seeing import LISTED
from app.people.models import Person, Reader

PAGE = 30  # groups
MOST_IDEAS = 100  # of a group
MOST_LIKE = 8

IDEAS = (
    select(func.count(Idea.id)).where(Idea.group_id == Group.id, LISTED).correlate(Group)
).scalar_subquery()


class Together(NamedTuple):
    """With whom an idea is analysed."""

    id: int
    title: str
    others: int


def groups_visible_to(person: Person | Reader) -> Select[Group]:
    """Everybody's: what is analysed together is no secret."""
    return select(Group)


def groups(before: int = HIGHEST) -> Page[Row]:
    """The newest first, each with how many ideas it serves."""
    rows = (
        select(Group.id, Group.title, Group.created_at, IDEAS.label("ideas"))
        .where(Group.id < before)
        .order_by(Group.id.desc())
        .limit(PAGE + 1)
    )
    return page(db.session.execute(rows).all(), size=PAGE)


def ideas_in(group: int) -> list[Row]:
    """Their cards, in the order in which they were proposed."""
    wanted = CARD.where(Idea.group_id == group).order_by(Idea.id).limit(MOST_IDEAS)
    return list(db.session.execute(wanted))


def together_with(idea: Idea) -> Together | None:
    """The group an idea is in, and how many others are: no query where there is none."""
    if idea.group_id is None:
        return None
    row = db.session.execute(
        select(Group.id, Group.title, TOGETHER.label("others"))
        .join(Idea, Idea.group_id == Group.id)
        .where(Idea.id == idea.id)
    ).first()
    return Together(*row) if row else None


def hold_grouped(group: int) -> list[Idea]:
    """All ideas of a group, withdrawn and merged ones too, held until the block ends."""
    rows = select(Idea).where(Idea.group_id == group).order_by(Idea.id)
    held = rows.with_for_update(of=Idea, key_share=True)
    return list(db.session.scalars(held.execution_options(populate_existing=True)))


def like_the_group(group: Group) -> list[Row]:
    """Ideas that say something like its title and text, and are not in it."""
    found = textindex.similar(
        group.title, group.text, kind="idea", among=lambda text: text.kind == "idea", limit=20
    )
    likest = [one.number for one in found]
    rows = {row.id: row for row in db.session.execute(CARD.where(Idea.id.in_(likest)))}
    fresh = [rows[number] for number in likest if number in rows]
    return [row for row in fresh if row.group_id != group.id][:MOST_LIKE]
