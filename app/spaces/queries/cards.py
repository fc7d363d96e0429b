"""Spaces in lists."""

from sqlalchemy import Integer, Row, String, and_, bindparam, or_, select

from app.core.db import db
from app.core.fields import folded
from app.core.paging import Page, page
from app.people.models import Reader
from app.people.sight import MEMBER, sight
from app.spaces.models import (
    Membership,
    Space,
)
from app.spaces.queries.seeing import NUMBER, PARENT_KNOWN, ROLE, Parent
from app.spaces.sight import IS_INVITED, KNOWN, OPEN

PAGE = 24  # spaces on a page
MOST_MINE = 60

AFTER = bindparam("after", type_=Integer)
FROM_NAME = bindparam("from_name", type_=String)
CARDS = (
    select(
        Space.id,
        Space.name,
        Space.sort_name,
        Space.summary,
        Space.colour,
        Space.visibility,
        Space.joining,
        Space.size,
        Space.archived_at,
        Parent.id.label("above_id"),
        Parent.name.label("above"),
        ROLE.label("role"),
    )
    .select_from(Space)
    .outerjoin(Parent, PARENT_KNOWN)
    .order_by(Space.sort_name, Space.id)
)
MINE = (
    CARDS.join(Membership, Membership.space_id == Space.id)
    .where(Membership.person_id == MEMBER)
    .limit(MOST_MINE)
)
OTHERS = CARDS.where(
    KNOWN,
    or_(Space.sort_name > FROM_NAME, and_(Space.sort_name == FROM_NAME, Space.id > AFTER)),
).limit(PAGE + 1)
BELOW = CARDS.where(KNOWN, Space.parent_id == NUMBER).limit(PAGE)
NAME = select(Space.name).where(OPEN, Space.id == NUMBER)
INVITED = CARDS.where(IS_INVITED.correlate(Space)).limit(PAGE)


def mine(reader: Reader) -> list[Row]:
    return list(db.session.execute(MINE, sight(reader)))


def inviting(reader: Reader) -> list[Row]:
    """The spaces that wait for the reader's yes."""
    return list(db.session.execute(INVITED, sight(reader)))


def directory(reader: Reader, *, words: str = "", after: int | None = None) -> Page[Row]:
    """All the spaces the reader knows of, by name, from after that one."""
    wanted = OTHERS
    for word in folded(words).split()[:5]:
        wanted = wanted.where(Space.sort_name.contains(word, autoescape=True))
    begun = {"from_name": _name_of(after) or "", "after": after or 0}
    return page(db.session.execute(wanted, {**sight(reader), **begun}).all(), size=PAGE)


def below(reader: Reader, number: int) -> list[Row]:
    """The subspaces the reader knows of."""
    return list(db.session.execute(BELOW, {**sight(reader), "number": number}))


def name_of(reader: Reader, number: int) -> str | None:
    """What a space is called that the reader sees into."""
    return db.session.scalar(NAME, {**sight(reader), "number": number})


def held_below(number: int) -> list[Space]:
    """All its subspaces, held: whoever leaves it leaves them. In `writing()`."""
    found = select(Space).where(Space.parent_id == number).order_by(Space.id)
    return list(db.session.scalars(found.with_for_update(of=Space, key_share=True)))


def _name_of(number: int | None) -> str | None:
    return db.session.scalar(select(Space.sort_name).where(Space.id == number))


def held(numbers: list[int]) -> list[Space]:
    """Those of a sealed way back, held. In `writing()`."""
    found = select(Space).where(Space.id.in_(numbers)).order_by(Space.id)
    return list(db.session.scalars(found.with_for_update(of=Space, key_share=True)))
