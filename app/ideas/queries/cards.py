"""Ideas in lists."""

from sqlalchemy import Integer, Row, bindparam, case, func, select
from sqlalchemy.orm import aliased

from app.catalogue.models import Term
from app.conversation.models import Comment
from app.core.db import db
from app.ideas.models import Idea, Standing
from app.ideas.queries.seeing import ITS_AUTHORS, LISTED
from app.people.models import Person, Reader

AREA, REASON = aliased(Term, name="area"), aliased(Term, name="reason")
AUTHOR, OWNER = aliased(Person, name="author"), aliased(Person, name="owner")

# Whose it is: one of ours, or a name in a table from which it came.
AUTHOR_ID = case((ITS_AUTHORS, Idea.author_id))
BY = (
    AUTHOR_ID.label("author_id"),
    case((ITS_AUTHORS, AUTHOR.name), else_=Idea.credited_to).label("author"),
    case((ITS_AUTHORS, AUTHOR.picture)).label("picture"),
)

COMMENTS = (
    select(func.count(Comment.id))
    .where(
        Comment.subject_kind == "idea",
        Comment.subject_id == Idea.id,
        Comment.removed_at.is_(None),
    )
    .correlate(Idea)
    .scalar_subquery()
)

_other = aliased(Idea)
# With how many others it is analysed.
TOGETHER = (
    select(func.count(_other.id))
    .where(
        _other.group_id == Idea.group_id,
        _other.id != Idea.id,
        _other.standing == Standing.SHOWN,
        _other.survivor_id.is_(None),
    )
    .correlate(Idea)
    .scalar_subquery()
)

ALL = (  # what is withdrawn or merged as well: for lists that ask for it
    select(
        Idea.id,
        Idea.title,
        Idea.excerpt,
        Idea.language,
        Idea.verdict,
        Idea.target,
        Idea.since,
        Idea.asked_at,
        Idea.due_on,
        Idea.supporters,
        Idea.supported_before,
        Idea.score,
        Idea.group_id,
        Idea.version,
        Idea.created_at,
        AREA.name.label("area"),
        AREA.name_eu.label("area_eu"),
        AREA.name_en.label("area_en"),
        AREA.name_pt.label("area_pt"),
        *BY,
        Idea.owner_id,
        OWNER.name.label("owner"),
        OWNER.picture.label("owner_picture"),
        COMMENTS.label("comments"),
        TOGETHER.label("together"),
    )
    .join(AUTHOR, AUTHOR.id == Idea.author_id)
    .outerjoin(OWNER, OWNER.id == Idea.owner_id)
    .outerjoin(AREA, AREA.id == Idea.area_id)
)
CARD = ALL.where(LISTED)

PAGE = 20  # ideas on a page
NEWEST = CARD.order_by(Idea.id.desc()).limit(bindparam("size", type_=Integer))
CARDS_OF = CARD.where(Idea.id.in_(bindparam("numbers", expanding=True)))


def newest(size: int = PAGE) -> list[Row]:
    return list(db.session.execute(NEWEST, {"size": size}))


def cards_of(person: Person | Reader, numbers: list[int]) -> list[Row]:
    """The cards of these ideas, where another list has chosen them: what lists show, all see."""
    return list(db.session.execute(CARDS_OF, {"numbers": numbers}))
