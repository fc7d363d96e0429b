"""Whom a delivery reaches: each once, by the strongest reason, and only who may see it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    String,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

from app.core import clock
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
from app.notifications.queries.mine import may_be_seen
from app.people.models import Person
from app.people.sight import Each, Recipient, each_condition, each_sees, sight

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
    subject = (delivery.subject_kind, delivery.subject_id)
    thread = (delivery.thread_kind, delivery.thread_id)
    some = _some(delivery, reach, most).subquery("some")
    told = and_(
        some.c.rank.is_not(None),  # else they wish to hear of none of these reasons
        Recipient.disabled_at.is_(None),
        Recipient.id != (delivery.actor_id or 0),
        ~following.has_muted(Recipient.id, reach.mutable),
        *(_sees(*thing) for thing in _each_once([subject, thread])),
    )
    if reach.told.fresh:
        told = and_(told, ~_has_heard_of(*subject))
    wish = aliased(Wish)
    kind = case({rank: kind.value for kind, rank in RANKS.items()}, value=some.c.rank)
    wanted = (
        select(some.c.person_id, some.c.rank, told.label("told"), wish.channel, Recipient.time_zone)
        .join(Recipient, Recipient.id == some.c.person_id)
        .outerjoin(wish, and_(wish.person_id == some.c.person_id, wish.kind == kind))
        .order_by(some.c.person_id)
    )
    return list(db.session.execute(wanted))


def tell(rows: list[dict[str, Any]]) -> None:
    """Write them down; whoever was told of the delivery already is not told again."""
    if not rows:
        return
    is_server = db.session.get_bind().dialect.name == "postgresql"
    insert = postgresql.insert if is_server else sqlite.insert
    once = insert(Notification).on_conflict_do_nothing(index_elements=["delivery_id", "person_id"])
    db.session.execute(once, rows)


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


def hush(kind: str, number: int) -> None:
    """Whoever no longer sees a thing has nothing unread about it: their bell rings for what they
    can open. Should they see it again, it stands where it was, and is read.
    """
    about = or_(
        and_(Delivery.subject_kind == kind, Delivery.subject_id == number),
        and_(Delivery.thread_kind == kind, Delivery.thread_id == number),
    )
    unread = (
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .join(Recipient, Recipient.id == Notification.person_id)
        .where(about, Notification.read_at.is_(None), ~_sees(kind, number))
    )
    _hush(unread)


def hush_to(person: Person) -> None:
    """The same of one person, and of all they were told."""
    subject, thread = may_be_seen(person)
    _hush(
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(
            Notification.person_id == person.id,
            Notification.read_at.is_(None),
            ~and_(subject, thread),
        )
        .params(sight(person))
    )


def hush_all(*, after: int, most: int) -> int | None:
    """The same of everybody's, some of the unread after a number; the last of them, or None
    where there are no more. What stands around a thing of the past is not written down, so
    all are looked at.
    """
    some = list(
        db.session.scalars(
            select(Notification.id)
            .where(Notification.id > after, Notification.read_at.is_(None))
            .order_by(Notification.id)
            .limit(most)
        )
    )
    if not some:
        return None
    unread = (
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .join(Recipient, Recipient.id == Notification.person_id)
        .where(
            Notification.id.between(some[0], some[-1]),
            Notification.read_at.is_(None),
            ~and_(
                _each_may_see(Delivery.subject_kind, Delivery.subject_id),
                _each_may_see(Delivery.thread_kind, Delivery.thread_id),
            ),
        )
    )
    _hush(unread)
    return some[-1]


def _each_may_see(kind: Any, number: Any) -> ColumnElement[bool]:
    """Of the kinds of which anybody is told."""
    seen = {
        one.kind: each_condition(
            one.visible_to(Each())
            .with_only_columns(one.model.id)
            .where(one.model.id == number)
            .correlate(Delivery)
            .exists()
        )
        for one in subjects.registered()
        if one.may_follow or one.may_react
    }
    return case(seen, value=kind, else_=false())


def _hush(unread: Select) -> None:
    db.session.execute(
        update(Notification)
        .where(Notification.id.in_(unread))
        .values(read_at=clock.now(), letter_due_at=None)
        .execution_options(synchronize_session=False)
    )


def _some(delivery: Delivery, reach: Reach, most: int) -> Select:
    """The next people and the rank of their strongest reason; none where they wish for none."""
    named = select(
        Addressee.person_id,
        case({kind.value: rank for kind, rank in RANKS.items()}, value=Addressee.kind).label(
            "rank"
        ),
    ).where(Addressee.delivery_id == delivery.id, Addressee.person_id > delivery.reached)
    every = [named]
    if reach.followed and reach.told.followers:
        followers = following.followers_after(
            reach.followed, reached=delivery.reached, most=most, then=delivery.created_at
        ).subquery()
        rank = literal(RANKS[reach.told.followers], Integer).label("rank")
        every.append(select(followers.c.person_id, rank))
    if reach.told.asked:
        every.append(_asked(delivery, RANKS[reach.told.asked], most))
    reasons = union_all(*every).subquery("reasons")
    kind = case({rank: kind.value for rank, kind in enumerate(BY_RANK)}, value=reasons.c.rank)
    wanted = case((~_wishes_nothing(reasons.c.person_id, kind), reasons.c.rank))
    return (
        select(reasons.c.person_id, func.min(wanted).label("rank"))
        .group_by(reasons.c.person_id)
        .order_by(reasons.c.person_id)
        .limit(most)
    )


def _asked(delivery: Delivery, rank: int, most: int) -> Select:
    """The next of those whom the thing itself asks, as things stand now."""
    subject = subjects.named(delivery.subject_kind)
    fact, thing = delivery.fact, delivery.subject_id
    people = (subject.asked(fact, thing) if subject.asked else select(Recipient.id)).subquery()
    (number,) = people.c
    some = (
        select(number.label("person_id"))
        .where(number > delivery.reached, literal(subject.asked is not None))
        .order_by(number)
        .limit(most)
        .subquery()
    )
    return select(some.c.person_id, literal(rank, Integer).label("rank"))


def _wishes_nothing(person: Any, kind: Any) -> ColumnElement[bool]:
    return exists().where(
        Wish.person_id == person,
        Wish.kind == func.coalesce(kind, "", type_=String),
        Wish.channel == Channel.NONE,
    )


def _sees(kind: str, number: int) -> ColumnElement[bool]:
    subject = next(one for one in subjects.registered() if one.kind == kind)
    one = subject.visible_to(Each()).with_only_columns(subject.model.id)
    return each_sees(one.where(subject.model.id == number))


def _has_heard_of(kind: str, number: int) -> ColumnElement[bool]:
    return exists().where(
        Notification.person_id == Recipient.id,
        Notification.delivery_id == Delivery.id,
        Delivery.subject_kind == kind,
        Delivery.subject_id == number,
    )


def _each_once(things: list[Thing]) -> list[Thing]:
    return list(dict.fromkeys(things))
