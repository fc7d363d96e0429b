"""Whom a delivery reaches: each once, by the strongest reason, and only who may see it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import aliased

from app.core import inserting
from app.core.db import Entity, db
from app.facts import subjects
from app.following import queries as following
from app.notifications.matrix import BY_RANK, RANKS, Told
from app.notifications.models import (
    Addressee,
    Channel,
    Delivery,
    Kind,
    Notification,
    Wish,
)
from app.people.sight import Each, Recipient, each_sees

Thing = tuple[str, int]


@dataclass(frozen=True)
class Reach:
    """Where a delivery is heard, as things stand now: what is followed, what may be muted."""

    told: Told
    followed: list[Thing]
    mutable: list[Thing]

    @classmethod
    def of(cls, delivery: Delivery, told: Told) -> "Reach":
        """What is around its thread is asked now, when its tags and its place are there."""
        thread = (delivery.thread_kind, delivery.thread_id)
        subject = (delivery.subject_kind, delivery.subject_id)
        actor = [("person", delivery.actor_id)] if delivery.actor_id else []
        around = [*actor, *around_of(*thread)]
        # What is of its own kind is one with it: an idea, and those that were merged into it.
        one_with = [thing for thing in around if thing[0] == thread[0]]
        followed = [thread, *(around if told.broad else one_with)] if told.followers else []
        return cls(told, _each_once(followed), _each_once([thread, subject, *around]))


class Shape(NamedTuple):
    """What deliveries have in common whose statement is the same: all but the numbers."""

    told: Told
    subject: str  # kinds
    thread: str
    is_one: bool  # the subject is the thread
    followed: tuple[str, ...]
    mutable: tuple[str, ...]

    @classmethod
    def of(cls, delivery: Delivery, reach: Reach) -> "Shape":
        subject, thread = delivery.subject_kind, delivery.thread_kind
        is_one = (subject, delivery.subject_id) == (thread, delivery.thread_id)
        followed, mutable = (_kinds(things) for things in (reach.followed, reach.mutable))
        return cls(reach.told, subject, thread, is_one, followed, mutable)


def around_of(kind: str, number: int) -> list[Thing]:
    """What a thing stands in or carries; nothing of one that is gone."""
    subject = next((one for one in subjects.registered() if one.kind == kind), None)
    if subject is None or subject.around is None:
        return []
    thing: Entity | None = db.session.get(subject.model, number)
    return list(subject.around(thing)) if thing else []


def candidates(delivery: Delivery, reach: Reach, most: int) -> list[Row]:
    """The next people it could reach, by their numbers: (person_id, rank, told, channel,
    time_zone). One query, however many follow; `told` says whether they hear of it.
    """
    shape, asked = Shape.of(delivery, reach), _asked(delivery) if reach.told.asked else None
    wanted = _wanted(shape) if asked is None else _wanted_of(shape, asked)
    given = {
        "delivery": delivery.id,
        "actor": delivery.actor_id or 0,
        "subject": delivery.subject_id,
        "thread": delivery.thread_id,
        "then": delivery.created_at,
        "reached": delivery.reached,
        "most": most,
        **_numbered("followed", reach.followed),
        **_numbered("mutable", reach.mutable),
    }
    return list(db.session.execute(wanted, given))


def tell(rows: list[dict[str, Any]]) -> None:
    """Write them down; whoever was told of the delivery already is not told again."""
    if rows:
        db.session.execute(inserting.once(Notification), rows)


def audience(followed: list[Thing], sight: ColumnElement[bool] | None, *, but: int) -> int:
    """How many would hear of something new there: whoever follows any of it, has muted none of
    it, and has not wished to hear of no such thing. One query.

    Each list is found once, from an index, and none of them for each person: a database that has
    not counted its rows yet would otherwise choose the longest way.
    """
    silent = select(Wish.person_id).where(Wish.kind == Kind.FOLLOWED, Wish.channel == Channel.NONE)
    people = union(*(following.followers(kind, number) for kind, number in followed)).subquery()
    muted = union(*(following.muters(kind, number) for kind, number in followed))
    counted = (
        select(func.count())
        .select_from(people)
        .join(Recipient, Recipient.id == people.c.person_id)
        .where(
            Recipient.disabled_at.is_(None),
            Recipient.id != but,
            people.c.person_id.not_in(muted),
            people.c.person_id.not_in(silent),
        )
    )
    if sight is not None:
        counted = counted.where(sight)
    return db.session.scalar(counted) or 0


@lru_cache(maxsize=256)
def _wanted(shape: Shape) -> Select:
    """Built once: building it takes longer than asking."""
    return _wanted_of(shape, None)


def _wanted_of(shape: Shape, asked: Select | None) -> Select:
    some = _some(shape, asked).subquery("some")
    told = and_(
        some.c.rank.is_not(None),  # else they wish to hear of none of these reasons
        Recipient.disabled_at.is_(None),
        Recipient.id != _number("actor"),
        ~following.has_muted(Recipient.id, _things("mutable", shape.mutable)),
        sees(shape.subject, _number("subject")),
    )
    if not shape.is_one:
        told = and_(told, sees(shape.thread, _number("thread")))
    if shape.told.fresh:
        told = and_(told, ~_has_heard_of(shape.subject, _number("subject")))
    wish = aliased(Wish)
    kind = case({rank: kind.value for kind, rank in RANKS.items()}, value=some.c.rank)
    return (
        select(some.c.person_id, some.c.rank, told.label("told"), wish.channel, Recipient.time_zone)
        .join(Recipient, Recipient.id == some.c.person_id)
        .outerjoin(wish, and_(wish.person_id == some.c.person_id, wish.kind == kind))
        .order_by(some.c.person_id)
    )


def _some(shape: Shape, asked: Select | None) -> Select:
    """The next people and the rank of their strongest reason; none where they wish for none."""
    named = select(
        Addressee.person_id,
        case({kind.value: rank for kind, rank in RANKS.items()}, value=Addressee.kind).label(
            "rank"
        ),
    ).where(Addressee.delivery_id == _number("delivery"), Addressee.person_id > _number("reached"))
    every = [named]
    if shape.followed and shape.told.followers:
        followers = following.followers_after(
            _things("followed", shape.followed),
            reached=_number("reached"),
            most=_number("most"),
            then=bindparam("then", type_=Delivery.created_at.type, required=False),
        ).subquery()
        rank = literal(RANKS[shape.told.followers], Integer).label("rank")
        every.append(select(followers.c.person_id, rank))
    if asked is not None and shape.told.asked:
        rank = literal(RANKS[shape.told.asked], Integer).label("rank")
        every.append(select(_next(asked).c.person_id, rank))
    reasons = union_all(*every).subquery("reasons")
    kind = case({rank: kind.value for rank, kind in enumerate(BY_RANK)}, value=reasons.c.rank)
    wanted = case((~_wishes_nothing(reasons.c.person_id, kind), reasons.c.rank))
    return (
        select(reasons.c.person_id, func.min(wanted).label("rank"))
        .group_by(reasons.c.person_id)
        .order_by(reasons.c.person_id)
        .limit(_number("most"))
    )


def _asked(delivery: Delivery) -> Select:
    """Those whom the thing itself asks, as things stand now."""
    subject = subjects.named(delivery.subject_kind)
    if subject.asked is None:
        return select(Recipient.id).where(false())
    return subject.asked(delivery.fact, delivery.subject_id)


def _next(people: Select) -> Subquery:
    (number,) = people.subquery().c
    return (
        select(number.label("person_id"))
        .where(number > _number("reached"))
        .order_by(number)
        .limit(_number("most"))
        .subquery()
    )


def _number(name: str) -> BindParameter[int]:
    """Given with the asking. Forgotten, it is nobody's: `required` is what `sight` looks for."""
    return bindparam(name, type_=Integer, required=False)


def _things(role: str, kinds: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [(kind, _number(f"{role}_{at}")) for at, kind in enumerate(kinds)]


def _numbered(role: str, things: list[Thing]) -> dict[str, int]:
    return {f"{role}_{at}": number for at, (_, number) in enumerate(things)}


def _kinds(things: list[Thing]) -> tuple[str, ...]:
    return tuple(kind for kind, _ in things)


def _wishes_nothing(person: Any, kind: Any) -> ColumnElement[bool]:
    return exists().where(
        Wish.person_id == person,
        Wish.kind == func.coalesce(kind, "", type_=String),
        Wish.channel == Channel.NONE,
    )


def sees(kind: str, number: Any) -> ColumnElement[bool]:
    """Whether each recipient sees one thing; its number may be a parameter."""
    subject = next(one for one in subjects.registered() if one.kind == kind)
    one = subject.visible_to(Each()).with_only_columns(subject.model.id)
    return each_sees(one.where(subject.model.id == number))


def _has_heard_of(kind: str, number: Any) -> ColumnElement[bool]:
    return exists().where(
        Notification.person_id == Recipient.id,
        Notification.delivery_id == Delivery.id,
        Delivery.subject_kind == kind,
        Delivery.subject_id == number,
    )


def _each_once(things: list[Thing]) -> list[Thing]:
    return list(dict.fromkeys(things))
